//! A ball under one buttock.

use kinetics::kinematics::Kinematics;
use kinetics::math::Vec3;
use kinetics::{Coordinate, Pose, Side};

use crate::geometry::point;
use crate::scene::Element;
use crate::skeleton::{Limbs, Plane, Reach};

use super::body::{self, Camera, Glutes, Person, sign};
use super::props;

pub(super) const SIZE: (i32, i32) = (446, 320);
const CAMERA: Camera = Camera {
    plane: Plane::Side,
    origin: point(196.0, 272.0),
    scale: 300.0,
    height: 14.0,
    yaw: 0.0,
};
/// The radius of a tennis ball, meters.
const RADIUS: f64 = 0.033;
/// How far the body moves on the ball, meters; the ball itself rolls half as far.
const ROLL: f64 = 0.09;
/// Where the hands lean, and where the feet stand.
const HANDS: f64 = -0.42;
pub(super) const FEET: f64 = 0.50;

pub(super) fn leaning(k: &Kinematics) -> Limbs {
    let arm = |side: Side| Reach {
        wrist: Vec3::new(HANDS, 0.06, sign(side) * 0.24),
        elbow: Vec3::new(-1.0, 0.2, 0.0),
        hand: Vec3::new(-1.0, -0.25, 0.0),
    };
    Limbs {
        head: body::upright_head(k),
        right: arm(Side::Right),
        left: arm(Side::Left),
    }
}

/// Leaning back on the hands, the hips so many meters nearer to the feet.
pub(super) fn pose(forward: f64) -> Pose {
    let pose = body::both(
        Pose::NEUTRAL
            .with_degrees(Coordinate::PelvisTilt, 32.0)
            .with_degrees(Coordinate::LumbarExtension, -8.0)
            .with(Coordinate::PelvisTx, forward)
            .with(Coordinate::PelvisTy, 0.225),
        &[
            (Coordinate::HipFlexion, 85.0),
            (Coordinate::KneeAngle, -95.0),
        ],
    );
    body::with_feet(pose, FEET)
}

fn scene(forward: f64) -> Vec<Element> {
    let pose = pose(forward);
    let mut drawn = vec![props::mat(&CAMERA, -0.62, 0.78, 0.32)];
    if let Some(person) = Person::new(&pose, leaning) {
        drawn.extend(person.drawn(&CAMERA, Glutes::Unseen));
    }
    let center = Vec3::new(-0.02 + 0.5 * forward, RADIUS, 0.09);
    drawn.push(props::ball(&CAMERA, center, RADIUS));
    drawn
}

pub(super) fn start() -> Vec<Element> {
    scene(0.0)
}

pub(super) fn end() -> Vec<Element> {
    let mut drawn = scene(ROLL);
    let at = |x: f64| Vec3::new(x, -0.02, 0.30);
    drawn.push(props::arrow(&CAMERA, at(-0.14), at(0.14)));
    drawn
}
