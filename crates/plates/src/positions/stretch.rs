//! One ankle on the other knee, on the back: pulled with the hands, held without.

use kinetics::kinematics::{Kinematics, Reference};
use kinetics::math::Vec3;
use kinetics::{Body, Coordinate, Pose, Side};

use crate::geometry::point;
use crate::scene::Element;
use crate::skeleton::{Limbs, Plane, Reach};

use super::body::{self, Camera, Glutes, Person, sign};
use super::floor;
use super::props;
use super::settle::settled;

pub(super) const SIZE: (i32, i32) = (480, 400);
const CAMERA: Camera = Camera {
    plane: Plane::Side,
    origin: point(252.0, 272.0),
    scale: 280.0,
    height: 28.0,
    yaw: 38.0,
};

/// `pose` with the right ankle on the left thigh, just above the knee.
fn crossed(pose: Pose) -> Pose {
    let side = Side::Right;
    let guess = pose
        .with_degrees(Coordinate::HipFlexion(side), 75.0)
        .with_degrees(Coordinate::HipAdduction(side), -25.0)
        .with_degrees(Coordinate::HipRotation(side), -40.0)
        .with_degrees(Coordinate::KneeAngle(side), -95.0);
    let free = [
        Coordinate::HipFlexion(side),
        Coordinate::HipAdduction(side),
        Coordinate::HipRotation(side),
        Coordinate::KneeAngle(side),
    ];
    settled(guess, &free, |k| {
        let ankle = k.frame(Body::Talus(side), Reference::Ground).origin;
        let rest = resting_place(k);
        let away = ankle - rest;
        let knee = body::knee(k, side);
        vec![away.x, away.y, away.z, 0.1 * (knee.z - 0.34)]
    })
}

/// Where the ankle lies: on the front of the other thigh, above its knee.
fn resting_place(k: &Kinematics) -> Vec3 {
    k.frame(Body::Femur(Side::Left), Reference::Ground)
        .point(Vec3::new(0.105, -0.33, -0.03))
}

pub(super) fn pulling(k: &Kinematics) -> Limbs {
    let femur = k.frame(Body::Femur(Side::Left), Reference::Ground);
    let arm = |side: Side| Reach {
        wrist: femur.point(Vec3::new(-0.03, -0.27, sign(side) * 0.10)),
        elbow: Vec3::new(0.0, -0.3, sign(side)),
        hand: femur.direction(Vec3::new(-0.6, -0.5, -sign(side) * 0.6)),
    };
    Limbs {
        right: arm(Side::Right),
        left: arm(Side::Left),
        ..floor::resting(k)
    }
}

/// The left thigh at so many degrees to the trunk, the shin hanging from it.
fn raised(degrees: f64) -> Pose {
    floor::lying()
        .with_degrees(Coordinate::HipFlexion(Side::Left), degrees)
        .with_degrees(Coordinate::KneeAngle(Side::Left), -95.0)
}

/// In place, pulled, and held without hands.
pub(super) fn poses() -> [Pose; 3] {
    [floor::ready(), raised(112.0), raised(96.0)].map(crossed)
}

fn scene(pose: &Pose, limbs: fn(&Kinematics) -> Limbs) -> Vec<Element> {
    let mut drawn = vec![props::mat(&CAMERA, -0.84, 0.66, 0.34)];
    if let Some(person) = Person::new(pose, limbs) {
        drawn.extend(person.drawn(&CAMERA, Glutes::Unseen));
    }
    drawn
}

pub(super) fn start() -> Vec<Element> {
    scene(&poses()[0], floor::resting)
}

pub(super) fn pulled() -> Vec<Element> {
    let mut drawn = scene(&poses()[1], pulling);
    drawn.push(props::arrow(
        &CAMERA,
        Vec3::new(0.12, 0.72, -0.1),
        Vec3::new(-0.10, 0.70, -0.1),
    ));
    drawn
}

pub(super) fn held() -> Vec<Element> {
    scene(&poses()[2], floor::resting)
}
