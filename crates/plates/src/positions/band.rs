//! A bridge with a band around the thighs, seen from above.

use kinetics::kinematics::{Kinematics, Reference};
use kinetics::math::Vec3;
use kinetics::{Body, Coordinate, Pose, Side};

use crate::geometry::{Point, point};
use crate::scene::Element;
use crate::skeleton::Plane;

use super::body::{self, ANKLE, Camera, Glutes, Person, sign};
use super::floor::{self, FEET};
use super::props;
use super::settle::settled;

pub(super) const SIZE: (i32, i32) = (480, 262);
/// The body's middle on the page; the page is then turned about it, so that the head is on the left.
const CENTER: Point = point(250.0, 131.0);
const CAMERA: Camera = Camera {
    plane: Plane::Front,
    origin: CENTER,
    scale: 286.0,
    height: 66.0,
    yaw: 0.0,
};

/// How far the ankles are from the middle, in meters.
const STANCE: f64 = 0.12;

/// `pose` with flat feet, the knees so far from the middle.
fn with_knees(pose: Pose, apart: f64) -> Pose {
    Side::BOTH.iter().fold(pose, |pose, &side| {
        let free = [
            Coordinate::HipFlexion(side),
            Coordinate::HipAdduction(side),
            Coordinate::HipRotation(side),
            Coordinate::KneeAngle(side),
            Coordinate::AnkleAngle(side),
            Coordinate::SubtalarAngle(side),
        ];
        settled(pose, &free, |k| {
            let ankle = k.frame(Body::Talus(side), Reference::Ground).origin;
            let foot = k.frame(Body::Calcn(side), Reference::Ground);
            let [along, up, flat] = body::foot_misses(k, side, point(FEET, ANKLE));
            let level = foot.direction(Vec3::Z).y;
            vec![
                along,
                up,
                flat,
                ankle.z - sign(side) * STANCE,
                body::knee(k, side).z - sign(side) * apart,
                0.2 * level,
                0.1 * (foot.direction(Vec3::X).z - sign(side) * 0.15),
            ]
        })
    })
}

/// The band: over both thighs, a hand's width above the knees.
fn band(k: &Kinematics) -> Element {
    let at = |side: Side, out: f64, up: f64| {
        let middle = body::thigh(k, side, 0.33);
        middle + Vec3::new(-0.5 * up, up, sign(side) * out)
    };
    let places = [
        at(Side::Right, 0.0, 0.075),
        at(Side::Right, 0.07, 0.03),
        at(Side::Right, 0.055, -0.05),
        at(Side::Left, 0.055, -0.05),
        at(Side::Left, 0.07, 0.03),
        at(Side::Left, 0.0, 0.075),
    ];
    props::band(&CAMERA, &places)
}

/// The top of a bridge, the knees pressed outward.
pub(super) fn pressed() -> Pose {
    with_knees(floor::lifted(), 0.21)
}

pub(super) fn end() -> Vec<Element> {
    let mut drawn = vec![props::mat(&CAMERA, -0.87, 0.78, 0.40)];
    let Some(person) = Person::new(&pressed(), floor::resting) else {
        return drawn;
    };
    drawn.extend(person.drawn(&CAMERA, Glutes::Unseen));
    drawn.push(band(&person.k));
    for side in Side::BOTH {
        let knee = body::knee(&person.k, side);
        let out = |by: f64| knee + Vec3::new(0.0, 0.0, sign(side) * by);
        drawn.push(props::arrow(&CAMERA, out(0.09), out(0.24)));
    }
    vec![Element::group(drawn).turned(-90.0, CENTER)]
}
