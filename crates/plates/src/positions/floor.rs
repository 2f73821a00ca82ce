//! Positions on the back: squeeze, bridge, bridge with a band, bridge on one leg.

use kinetics::kinematics::{Kinematics, Reference};
use kinetics::math::Vec3;
use kinetics::{Body, Coordinate, Pose, Side};

use crate::geometry::point;
use crate::scene::Element;
use crate::skeleton::{Limbs, Plane, Reach, shoulder};

use super::body::{self, ANKLE, Camera, Glutes, Person};
use super::props;
use super::settle::settled;

/// The drawing of everybody who lies seen from the side.
pub(super) const SIZE: (i32, i32) = (480, 220);
/// Seen from the side, a little from above.
pub(super) const SIDE: Camera = Camera {
    plane: Plane::Side,
    origin: point(256.0, 188.0),
    scale: 288.0,
    height: 14.0,
    yaw: 0.0,
};
/// The drawing of a leg that is stretched out.
pub(super) const WIDE_SIZE: (i32, i32) = (584, 284);
const WIDE: Camera = Camera {
    origin: point(256.0, 252.0),
    ..SIDE
};
/// Where the ankles stand, meters in front of the pelvis.
pub(super) const FEET: f64 = 0.50;

/// On the back, legs straight.
pub(super) fn lying() -> Pose {
    Pose::NEUTRAL
        .with_degrees(Coordinate::PelvisTilt, 88.0)
        .with(Coordinate::PelvisTy, 0.205)
}

/// On the back, feet flat.
pub(super) fn ready() -> Pose {
    let bent = body::both(
        lying(),
        &[
            (Coordinate::HipFlexion, 55.0),
            (Coordinate::KneeAngle, -100.0),
        ],
    );
    body::with_feet(bent, FEET)
}

/// Arms along the floor, head in line with a trunk that lies.
pub(super) fn resting(k: &Kinematics) -> Limbs {
    let arm = |side: Side| {
        let sign = if side == Side::Right { 1.0 } else { -1.0 };
        let from = shoulder(k, side);
        Reach {
            wrist: Vec3::new(from.x + 0.52, 0.045, sign * 0.30),
            elbow: Vec3::new(0.0, -0.2, sign),
            hand: Vec3::new(1.0, -0.02, sign * 0.1),
        }
    };
    Limbs {
        head: Vec3::new(-1.0, 0.03, 0.0),
        right: arm(Side::Right),
        left: arm(Side::Left),
    }
}

/// Hips lifted until trunk and thighs make one line; shoulders and feet stay.
pub(super) fn lifted() -> Pose {
    let start = ready();
    let Some(before) = Person::new(&start, resting) else {
        return start;
    };
    let stays = shoulder(&before.k, Side::Right);
    let guess = body::both(
        start,
        &[
            (Coordinate::HipFlexion, 0.0),
            (Coordinate::KneeAngle, -95.0),
        ],
    )
    .with_degrees(Coordinate::PelvisTilt, 115.0)
    .with(Coordinate::PelvisTy, 0.42);
    let free = [
        Coordinate::PelvisTilt,
        Coordinate::PelvisTx,
        Coordinate::PelvisTy,
        Coordinate::KneeAngle(Side::Right),
        Coordinate::AnkleAngle(Side::Right),
    ];
    let up = settled(guess, &free, |k| {
        let at = shoulder(k, Side::Right);
        let mut misses = body::foot_misses(k, Side::Right, point(FEET, ANKLE)).to_vec();
        misses.extend([at.x - stays.x, at.y - stays.y]);
        misses
    });
    mirrored_leg(up)
}

/// The left leg as the right one.
fn mirrored_leg(pose: Pose) -> Pose {
    [
        Coordinate::HipFlexion,
        Coordinate::KneeAngle,
        Coordinate::AnkleAngle,
    ]
    .iter()
    .fold(pose, |pose, of| {
        pose.with(of(Side::Left), pose.get(of(Side::Right)))
    })
}

fn scene(camera: &Camera, pose: &Pose, glutes: Glutes) -> (Vec<Element>, Option<Person>) {
    let mut drawn = vec![props::mat(camera, -0.87, 0.76, 0.34)];
    let person = Person::new(pose, resting);
    if let Some(person) = &person {
        drawn.extend(person.drawn(camera, glutes));
    }
    (drawn, person)
}

pub(super) fn ready_to_lift() -> Vec<Element> {
    scene(&SIDE, &ready(), Glutes::Resting).0
}

pub(super) fn squeezed() -> Vec<Element> {
    // The buttocks tip the pelvis back a little; the trunk stays where it is.
    let pose = ready()
        .with_degrees(Coordinate::PelvisTilt, 94.0)
        .with_degrees(Coordinate::LumbarExtension, -6.0);
    scene(&SIDE, &body::with_feet(pose, FEET), Glutes::Working).0
}

fn up(camera: &Camera) -> Element {
    props::arrow(
        camera,
        Vec3::new(0.02, 0.06, 0.2),
        Vec3::new(0.02, 0.25, 0.2),
    )
}

pub(super) fn bridged() -> Vec<Element> {
    let (mut drawn, _) = scene(&SIDE, &lifted(), Glutes::Working);
    drawn.push(up(&SIDE));
    drawn
}

/// A band around the thighs, seen from the side: a strap across the near one.
fn band(k: &Kinematics) -> Element {
    let across = |out: f64| {
        k.frame(Body::Femur(Side::Right), Reference::Ground)
            .point(Vec3::new(out, -0.33, 0.0))
    };
    props::band(&SIDE, &[across(0.07), across(-0.062)])
}

fn with_band(pose: &Pose, glutes: Glutes) -> Vec<Element> {
    let (mut drawn, person) = scene(&SIDE, pose, glutes);
    drawn.extend(person.map(|person| band(&person.k)));
    drawn
}

pub(super) fn ready_with_band() -> Vec<Element> {
    with_band(&ready(), Glutes::Resting)
}

pub(super) fn bridged_with_band() -> Vec<Element> {
    let mut drawn = with_band(&lifted(), Glutes::Working);
    drawn.push(up(&SIDE));
    drawn
}

pub(super) fn before_one_leg() -> Vec<Element> {
    scene(&WIDE, &lifted(), Glutes::Working).0
}

pub(super) fn on_one_leg() -> Vec<Element> {
    let pose = lifted()
        .with_degrees(Coordinate::KneeAngle(Side::Left), -3.0)
        .with_degrees(Coordinate::AnkleAngle(Side::Left), 0.0);
    let (mut drawn, _) = scene(&WIDE, &pose, Glutes::Working);
    drawn.push(props::arrow(
        &WIDE,
        Vec3::new(0.84, 0.24, 0.0),
        Vec3::new(0.84, 0.43, 0.0),
    ));
    drawn
}
