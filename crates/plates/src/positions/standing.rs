//! Positions on the feet: up from a chair, up a step.

use kinetics::kinematics::Kinematics;
use kinetics::math::Vec3;
use kinetics::{Coordinate, Pose, Side};

use crate::geometry::point;
use crate::scene::Element;
use crate::skeleton::{Limbs, Plane, Reach, shoulder};

use super::body::{self, ANKLE, Camera, Glutes, Person, sign};
use super::props;

pub(super) const SIZE: (i32, i32) = (300, 400);
const CAMERA: Camera = Camera {
    plane: Plane::Side,
    origin: point(126.0, 390.0),
    scale: 194.0,
    height: 0.0,
    yaw: 0.0,
};
/// Height of the seat and of the step, meters.
const SEAT: f64 = 0.45;
pub(super) const STEP: f64 = 0.18;

fn hanging(k: &Kinematics) -> Limbs {
    let arm = |side: Side| {
        let from = shoulder(k, side);
        Reach {
            wrist: from + Vec3::new(0.06, -0.53, sign(side) * 0.03),
            elbow: Vec3::new(-1.0, 0.0, 0.0),
            hand: Vec3::new(0.12, -1.0, 0.0),
        }
    };
    Limbs {
        head: body::upright_head(k),
        right: arm(Side::Right),
        left: arm(Side::Left),
    }
}

fn ahead(k: &Kinematics) -> Limbs {
    let arm = |side: Side| {
        let from = shoulder(k, side);
        Reach {
            wrist: from + Vec3::new(0.53, -0.02, 0.0),
            elbow: Vec3::new(0.0, -1.0, 0.0),
            hand: Vec3::X,
        }
    };
    Limbs {
        head: body::upright_head(k),
        right: arm(Side::Right),
        left: arm(Side::Left),
    }
}

fn chair() -> Element {
    let back = -0.34;
    let solid = |corners: &[(f64, f64)]| props::solid(&CAMERA, corners);
    Element::group(vec![
        solid(&[
            (back, 0.0),
            (back + 0.04, 0.0),
            (back + 0.04, SEAT - 0.04),
            (back, SEAT - 0.04),
        ]),
        solid(&[
            (0.06, 0.0),
            (0.10, 0.0),
            (0.10, SEAT - 0.04),
            (0.06, SEAT - 0.04),
        ]),
        solid(&[
            (back, SEAT - 0.04),
            (0.12, SEAT - 0.04),
            (0.12, SEAT),
            (back, SEAT),
        ]),
        solid(&[
            (back, SEAT),
            (back + 0.04, SEAT),
            (back - 0.02, SEAT + 0.42),
            (back - 0.06, SEAT + 0.42),
        ]),
    ])
}

/// Where the feet stand in front of the chair.
pub(super) const FEET: f64 = 0.38;

fn upright(at: f64, floor: f64) -> Pose {
    Pose::NEUTRAL
        .with(Coordinate::PelvisTx, at)
        .with(Coordinate::PelvisTy, 0.945 + floor)
}

/// Where the foot stands on the step.
pub(super) const TREAD: f64 = 0.36;

fn step() -> Element {
    props::solid(
        &CAMERA,
        &[(0.20, 0.0), (0.70, 0.0), (0.70, STEP), (0.20, STEP)],
    )
}

/// At the front of the seat, the trunk bent forward.
pub(super) fn seated() -> Pose {
    let pose = body::both(
        Pose::NEUTRAL
            .with_degrees(Coordinate::PelvisTilt, -22.0)
            .with_degrees(Coordinate::LumbarExtension, -8.0)
            .with(Coordinate::PelvisTy, SEAT + 0.155),
        &[
            (Coordinate::HipFlexion, 100.0),
            (Coordinate::KneeAngle, -95.0),
        ],
    );
    body::with_feet(pose, FEET)
}

/// Upright in front of the chair.
pub(super) fn up() -> Pose {
    body::with_feet(upright(FEET + 0.06, 0.0), FEET)
}

/// The front foot on the step, the other on the floor.
fn straddling() -> Pose {
    let pose = upright(0.14, -0.012)
        .with_degrees(Coordinate::PelvisTilt, -8.0)
        .with_degrees(Coordinate::LumbarExtension, -6.0)
        .with_degrees(Coordinate::HipFlexion(Side::Right), 60.0)
        .with_degrees(Coordinate::KneeAngle(Side::Right), -65.0);
    let pose = body::with_foot(pose, Side::Left, point(-0.02, ANKLE));
    body::with_foot(pose, Side::Right, point(TREAD, STEP + ANKLE))
}

/// Upright on the step.
pub(super) fn stepped() -> Pose {
    let pose = upright(TREAD + 0.06, STEP);
    Side::BOTH.iter().fold(pose, |pose, &side| {
        body::with_foot(pose, side, point(TREAD, STEP + ANKLE))
    })
}

fn scene(
    prop: Element,
    pose: &Pose,
    limbs: fn(&Kinematics) -> Limbs,
    glutes: Glutes,
) -> Vec<Element> {
    let mut drawn = vec![props::floor(&CAMERA, f64::from(SIZE.0)), prop];
    if let Some(person) = Person::new(pose, limbs) {
        drawn.extend(person.drawn(&CAMERA, glutes));
    }
    drawn
}

/// An arrow upward behind the back, from so high.
fn rise(x: f64, from: f64) -> Element {
    props::arrow(
        &CAMERA,
        Vec3::new(x, from, 0.0),
        Vec3::new(x, from + 0.3, 0.0),
    )
}

pub(super) fn sitting() -> Vec<Element> {
    scene(chair(), &seated(), ahead, Glutes::Resting)
}

pub(super) fn risen() -> Vec<Element> {
    let mut drawn = scene(chair(), &up(), hanging, Glutes::Working);
    drawn.push(rise(0.12, 0.62));
    drawn
}

pub(super) fn before_step() -> Vec<Element> {
    scene(step(), &straddling(), hanging, Glutes::Resting)
}

pub(super) fn on_step() -> Vec<Element> {
    let mut drawn = scene(step(), &stepped(), hanging, Glutes::Working);
    drawn.push(rise(0.10, 0.42));
    drawn
}
