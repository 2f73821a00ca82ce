//! Where head and hands are, for bodies that do more than stand and walk.

use kinetics::Body;
use kinetics::Side;
use kinetics::kinematics::{Kinematics, Reference};
use kinetics::math::Vec3;

use super::posed::{self, FOREARM, UPPER_ARM};

/// An arm that reaches for a place; places and directions in the ground, meters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reach {
    /// Where the wrist goes, or as near as the arm is long.
    pub wrist: Vec3,
    /// The direction in which the elbow bends out.
    pub elbow: Vec3,
    /// Where the hand points.
    pub hand: Vec3,
}

impl Reach {
    /// Directions of upper arm, forearm and hand.
    pub(super) fn directions(&self, shoulder: Vec3) -> [Vec3; 3] {
        let line = self.wrist - shoulder;
        let distance = line.length().clamp(0.08, UPPER_ARM + FOREARM - 0.001);
        let toward = line.unit();
        // The law of cosines: how far along the line the elbow lies, and how far beside it.
        let along =
            (UPPER_ARM * UPPER_ARM - FOREARM * FOREARM + distance * distance) / (2.0 * distance);
        let beside = (UPPER_ARM * UPPER_ARM - along * along).max(0.0).sqrt();
        let out = (self.elbow - toward * self.elbow.dot(toward)).unit();
        let elbow = toward * along + out * beside;
        [
            elbow.unit(),
            (toward * distance - elbow).unit(),
            self.hand.unit(),
        ]
    }
}

/// Head and arms, which have no coordinates in the model.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limbs {
    /// From the neck to the top of the head.
    pub head: Vec3,
    /// The right arm.
    pub right: Reach,
    /// The left arm.
    pub left: Reach,
}

impl Limbs {
    pub(super) const fn arm(&self, side: Side) -> &Reach {
        match side {
            Side::Right => &self.right,
            Side::Left => &self.left,
        }
    }
}

/// The middle of a shoulder joint, in the ground.
#[must_use]
pub fn shoulder(k: &Kinematics, side: Side) -> Vec3 {
    posed::shoulder(&k.frame(Body::Torso, Reference::Ground), side)
}
