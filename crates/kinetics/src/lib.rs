//! A small, exact musculoskeletal model of the trunk and legs.

#![allow(
    clippy::result_large_err,
    reason = "an impossible posture comes with the nearest pose, to draw it"
)]
#![allow(
    clippy::needless_range_loop,
    reason = "matrices and lists of muscles are walked by index, as in the equations"
)]

pub mod experiments;
pub mod kinematics;
pub mod math;
pub mod model;
pub mod muscle;
pub mod optimize;
#[cfg(feature = "parse")]
pub mod parse;

pub mod passive;
pub mod posture;
pub mod sharing;
pub mod statics;
pub mod walking;

mod error;
mod pose;

pub use error::NotFinite;
pub use model::{Body, Coordinate, GAIT2392, Model, Motion, MuscleId, Range, Segment, Side};
pub use pose::Pose;

/// Standard gravity, in m/s² (BIPM: 9.806 65 exactly).
pub const GRAVITY: f64 = 9.80665;
