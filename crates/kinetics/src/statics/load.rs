//! Outer loads.

use crate::math::Vec3;
use crate::model::Body;

/// A force on a body: a cane, a weight carried, a push of the ground.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Load {
    /// The body it acts on.
    pub body: Body,
    /// Where, in that body's frame (as it is on its side), in meters.
    pub point: Vec3,
    /// The force in the ground's axes, in newtons.
    pub force: Vec3,
}
