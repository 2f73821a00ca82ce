//! Muscles as data: a path of points, and the strength of what pulls along it.

use super::{Motion, Range, Segment};
use crate::math::{Spline, Vec3};

/// The most points a path may have. Paths are worked out in arrays of this length, so that a frame
/// of a figure allocates nothing; the longest path of Gait2392 has eight.
pub const MAX_PATH_POINTS: usize = 12;

/// A muscle, or one part of a broad muscle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MuscleData<'a> {
    /// Name without a side: `glut_med1`.
    pub name: &'a str,
    /// Maximum isometric force, in newtons.
    pub max_isometric_force: f64,
    /// Optimal fiber length, in meters.
    pub optimal_fiber_length: f64,
    /// Tendon slack length, in meters.
    pub tendon_slack_length: f64,
    /// Pennation angle at optimal fiber length, in radians.
    pub pennation: f64,
    /// Points from origin to insertion.
    pub points: &'a [PathPoint<'a>],
}

/// One point of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PathPoint<'a> {
    /// The body it is attached to.
    pub segment: Segment,
    /// Where in that body.
    pub place: Place<'a>,
    /// When it exists; always, if `None`.
    pub when: Option<Condition>,
}

/// Where a point sits in its body.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place<'a> {
    /// At a fixed place, in meters (right side).
    Fixed(Vec3),
    /// Sliding in its body as a coordinate changes, as the patellar tendon's end does.
    Moving {
        /// The coordinate it follows.
        motion: Motion,
        /// Forward component, in meters.
        x: Spline<'a>,
        /// Upward component, in meters.
        y: Spline<'a>,
        /// Component to the right (right side), in meters.
        z: Spline<'a>,
    },
}

/// A point exists only while a coordinate is within a range: a via point that stops a muscle from
/// cutting through bone when the joint is bent (or straight) and is out of its way otherwise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Condition {
    /// The coordinate to look at.
    pub motion: Motion,
    /// The range, in radians, both ends included.
    pub range: Range,
}
