//! What comes out.

use super::HipGroup;
use crate::pose::Pose;

/// The balance of the hip in a one-legged stance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OneLegStanceResult {
    /// The pose, to draw it: pelvis list, hips and trunk are set, the knees straight.
    pub pose: Pose,
    /// Angle of the trunk from vertical toward the stance leg that was used, in radians.
    pub lean: f64,
    /// W′, the weight of everything but the stance leg, in newtons.
    pub weight: f64,
    /// b, the lever arm of W′ toward the midline, in meters. Negative when it lies outside the hip.
    pub lever_arm: f64,
    /// What turns the pelvis about the hip: body, load and cane, in this order.
    pub contributions: [Contribution; 3],
    /// The moment the hip muscles must supply, in N m: the sum of the contributions. Positive asks
    /// for abduction.
    pub required_moment: f64,
    /// The same per kilogram of the body's mass, in N m/kg.
    pub required_moment_per_kg: f64,
    /// Which muscles hold it.
    pub group: HipGroup,
    /// The tension they need, summed over the muscles of the group, in newtons.
    pub muscle_force: f64,
    /// Their lever arm, weighted by maximum force, in meters.
    pub muscle_lever_arm: f64,
    /// The activation they need: 1 is all they have. It exceeds 1 when they cannot do it, and is
    /// infinite when they have no strength at all.
    pub activation: f64,
    /// The moment they could supply at most, in N m.
    pub available_moment: f64,
    /// What is missing when `available_moment` is less than required, in N m; otherwise 0. When it
    /// is above zero the pelvis cannot be held like this: it must drop, or the trunk lean.
    pub shortfall: f64,
    /// Joint reaction: the force on the femoral head if the moment is met.
    pub joint: FrontalForce,
    /// Which inputs were out of range.
    pub clamped: Clamped,
}

/// One term of the balance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contribution {
    /// Whose it is.
    pub kind: ContributionKind,
    /// The force, positive downward, in newtons. A cane pushes up, so its force is negative.
    pub force: f64,
    /// Its distance from the hip's center, positive toward the other leg, in meters.
    pub lever_arm: f64,
    /// Its moment, positive when the abductors must resist it, in N m.
    pub moment: f64,
}

/// Whose contribution it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContributionKind {
    /// The body without the stance leg.
    Body,
    /// What is carried.
    Load,
    /// The cane.
    Cane,
}

/// A force in the frontal plane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FrontalForce {
    /// Component away from the midline on the stance side, in newtons.
    pub outward: f64,
    /// Component downward, in newtons.
    pub downward: f64,
    /// Size, in newtons.
    pub magnitude: f64,
    /// Size in body weights (of the body alone, without a load).
    pub body_weights: f64,
}

/// Which inputs were out of range and were clamped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clamped {
    /// The lean.
    pub lean: bool,
    /// The drop of the pelvis.
    pub pelvis_drop: bool,
    /// The push on the cane.
    pub cane: bool,
    /// The load.
    pub load: bool,
    /// The strength.
    pub abductor_strength: bool,
}

impl Clamped {
    /// True when any input was clamped.
    pub fn any(&self) -> bool {
        self.lean || self.pelvis_drop || self.cane || self.load || self.abductor_strength
    }
}
