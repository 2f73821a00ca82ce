//! The moment arms of one muscle.

use crate::model::{Coordinate, Motion, Side};

/// Moment arms of a muscle about every motion it can see, in meters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MomentArms {
    /// The side of the muscle.
    pub side: Side,
    /// Moment arm by [`Motion::index`], in meters (strictly, meters per radian).
    pub values: [f64; Motion::COUNT],
}

impl MomentArms {
    /// Moment arm about a motion of the muscle's own side or of the trunk, in meters.
    pub fn motion(&self, motion: Motion) -> f64 {
        self.values[motion.index()]
    }

    /// Moment arm about any coordinate, in meters: zero for the other leg and for the pelvis in the
    /// ground, which no muscle spans.
    pub fn about(&self, coordinate: Coordinate) -> f64 {
        match (coordinate.motion(), coordinate.side()) {
            (Some(motion), None) => self.motion(motion),
            (Some(motion), Some(side)) if side == self.side => self.motion(motion),
            _ => 0.0,
        }
    }
}
