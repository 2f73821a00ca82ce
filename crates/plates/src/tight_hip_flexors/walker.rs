//! The body late in a step, from the split: the right leg behind, the left heel just down.
//!
//! The start is drawn, not measured: thigh 20° back, of which 10° are tilt of the pelvis and 10°
//! extension of the hip. What changes from there is the split.

use kinetics::kinematics::{Kinematics, Reference};
use kinetics::math::Vec3;
use kinetics::{Body, Coordinate, GAIT2392, Pose, Side};

use super::Split;

/// Forward tilt of the pelvis in the full step, degrees.
pub(super) const TILT: f64 = 10.0;
/// How far back the thigh points in the full step, degrees.
pub(super) const THIGH: f64 = 20.0;
/// Bend of either knee in the full step, degrees.
const KNEE: f64 = 5.0;
/// The most the trailing ankle bends before the heel rises, degrees.
const ANKLE: f64 = 12.0;
/// Length of the thigh, meters.
const FEMUR: f64 = 0.3966;
/// The ankle from the heel's lowest point: forward and up, meters.
const HEEL: (f64, f64) = (0.0488, 0.042);

/// The angles of the trailing leg's pose, and of pelvis and trunk.
fn trailing(split: &Split) -> Pose {
    let tilt = TILT + split.tilt;
    let back = THIGH - split.thigh;
    let knee = KNEE + split.knee;
    // The heel rises by what the ankle does not take up; the toes stay down.
    let shank = back + knee;
    let ankle = shank.clamp(0.0, ANKLE);
    let right = Side::Right;
    Pose::NEUTRAL
        .with_degrees(Coordinate::PelvisTilt, -tilt)
        .with_degrees(Coordinate::HipFlexion(right), tilt - back)
        .with_degrees(Coordinate::KneeAngle(right), -knee)
        .with_degrees(Coordinate::AnkleAngle(right), ankle)
        .with_degrees(Coordinate::MtpAngle(right), shank - ankle)
        .with_degrees(Coordinate::LumbarExtension, TILT + split.back)
}

/// The pose, its leading leg set to the floor below the hip that the trailing leg carries.
pub(super) fn pose(split: &Split) -> Pose {
    let pose = trailing(split);
    let height = Kinematics::new(&GAIT2392, &pose).map_or(0.9, |k| {
        let hip = k.frame(Body::Femur(Side::Right), Reference::Ground).origin;
        hip.y - lowest(&k)
    });
    let shank = GAIT2392.shank_length();
    let knee = KNEE.to_radians();
    let (along, across) = (FEMUR + shank * knee.cos(), shank * knee.sin());
    let reach = along.hypot(across);
    let mut forward = 0.35_f64;
    for _ in 0..4 {
        let pitch = forward - knee;
        let ankle = HEEL.0 * pitch.sin() + HEEL.1 * pitch.cos();
        forward = across.atan2(along) + ((height - ankle) / reach).min(1.0).acos();
    }
    let tilt = -pose.degrees(Coordinate::PelvisTilt);
    let left = Side::Left;
    pose.with_degrees(Coordinate::HipFlexion(left), forward.to_degrees() + tilt)
        .with_degrees(Coordinate::KneeAngle(left), -KNEE)
}

/// The height of the trailing foot's lowest point.
fn lowest(k: &Kinematics) -> f64 {
    let toes = k.frame(Body::Toes(Side::Right), Reference::Ground).origin;
    let heel = k.frame(Body::Calcn(Side::Right), Reference::Ground).origin;
    toes.y.min(heel.y)
}

/// A pose worked out, the right hip above the ground's origin, the trailing foot on the floor.
///
/// `None` for a pose that is not finite, which no state makes.
pub(super) fn stand(pose: &Pose) -> Option<Kinematics> {
    let k = Kinematics::new(&GAIT2392, pose).ok()?;
    let mut pelvis = k.pelvis(Reference::Ground);
    let hip = k.frame(Body::Femur(Side::Right), Reference::Ground).origin;
    pelvis.origin = pelvis.origin - Vec3::new(hip.x, lowest(&k), 0.0);
    Some(k.with_ground(&pelvis))
}
