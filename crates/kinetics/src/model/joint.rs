//! Joints: where they sit and how they turn.

use crate::math::{Spline, Vec3};

/// A joint with three successive axes, each fixed in the child as it turns: hip and back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ThreeAxis {
    /// Center in the parent's frame (right side), in meters.
    pub location: Vec3,
    /// Unit axes in the order they are applied (right side).
    pub axes: [Vec3; 3],
}

/// A joint with one fixed axis: ankle, subtalar and metatarsophalangeal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hinge {
    /// A point of the axis in the parent's frame (right side), in meters.
    pub location: Vec3,
    /// Unit axis (right side).
    pub axis: Vec3,
}

/// The knee: one axis whose center moves in the sagittal plane with the angle.
///
/// The femoral condyles roll and glide, so the tibia's center travels a few millimeters as the knee
/// bends. Source: Yamaguchi GT, Zajac FE (1989) Journal of Biomechanics (planar knee).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Knee<'a> {
    /// Offset of the joint in the femur (right side), in meters.
    pub location: Vec3,
    /// Unit axis (right side).
    pub axis: Vec3,
    /// Forward position of the tibia's origin against the knee angle, in meters.
    pub x: Spline<'a>,
    /// Upward position of the tibia's origin against the knee angle, in meters.
    pub y: Spline<'a>,
}

/// The joints of one leg, and the back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Joint {
    /// Between pelvis and femur.
    Hip,
    /// Between femur and tibia.
    Knee,
    /// Between tibia and talus.
    Ankle,
    /// Between talus and calcaneus.
    Subtalar,
    /// Between calcaneus and toes.
    Mtp,
    /// Between pelvis and torso.
    Back,
}
