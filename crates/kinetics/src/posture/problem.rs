//! What is wanted, and what is limited.

use super::Measure;
use crate::model::{Coordinate, Range, Side};
use crate::pose::Pose;

/// The most joints a posture problem may free.
pub const MAX_JOINTS: usize = 20;
/// The most conditions a posture problem may have.
pub const MAX_CONDITIONS: usize = 12;

/// A coordinate that is free to move.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Joint {
    /// The coordinate. In a symmetric problem, name the right leg's; the left follows.
    pub coordinate: Coordinate,
    /// Price of moving it, per radian squared. Stiff joints are dear.
    pub weight: f64,
    /// The value it costs nothing at, in radians.
    pub preferred: f64,
    /// Where it may go, in radians. Short muscles make it narrower.
    pub range: Range,
}

/// A measure and the range it must be in. A range of one point asks for exactly that.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Condition {
    /// The measure.
    pub measure: Measure,
    /// Where it must be, in the measure's unit.
    pub range: Range,
}

/// A posture problem.
#[derive(Clone, Copy, Debug)]
pub struct PostureProblem<'a> {
    /// The foot that stands still.
    pub stance: Side,
    /// True when both feet stand side by side and both legs do the same.
    pub symmetric: bool,
    /// All coordinates that are not free, and where to start.
    pub start: Pose,
    /// What may move.
    pub joints: &'a [Joint],
    /// What must hold.
    pub conditions: &'a [Condition],
}

/// Why there is no posture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NoPosture {
    /// A condition cannot be met with these joints and ranges.
    Impossible {
        /// Place of the worst condition in the problem.
        condition: usize,
        /// By how much the nearest pose misses its range, in the measure's unit.
        missing: f64,
        /// The nearest pose.
        nearest: Pose,
    },
    /// An input is not a finite number.
    NotFinite,
    /// More joints or conditions than there is room for.
    TooMany,
}

impl core::fmt::Display for NoPosture {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            NoPosture::Impossible { .. } => "no pose within these ranges meets every condition",
            NoPosture::NotFinite => "an input is not a finite number",
            NoPosture::TooMany => "too many joints or conditions",
        })
    }
}

impl core::error::Error for NoPosture {}
