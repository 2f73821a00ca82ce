//! What is demanded, and with which strength.

use crate::model::{Model, Motion, MuscleId, Range};
use crate::optimize::MAX_COLUMNS;

/// The most muscles that can share: those of one side and the trunk.
pub const MAX_MUSCLES: usize = MAX_COLUMNS;

/// The exponents the optimizer is exact for; others are clamped.
pub const EXPONENT_RANGE: Range = Range::new(1.5, 3.0);

/// A moment that the muscles must supply about a motion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Demand {
    /// The motion.
    pub motion: Motion,
    /// The moment in its positive direction, in N m.
    pub moment: f64,
}

impl Demand {
    /// A demand of `moment` N m about `motion`.
    pub const fn new(motion: Motion, moment: f64) -> Self {
        Demand { motion, moment }
    }
}

/// A strength factor for every muscle: 1 is the model's own, 0 is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Strength {
    factors: [f64; MAX_MUSCLES],
}

impl Strength {
    /// Everybody at full strength.
    pub const FULL: Strength = Strength {
        factors: [1.0; MAX_MUSCLES],
    };

    /// The same strength for some muscles of a model, from 0 to 1; anything outside is clamped.
    #[must_use]
    pub fn with(mut self, model: &Model<'_>, muscles: &[MuscleId], factor: f64) -> Strength {
        for i in muscles.iter().filter_map(|&id| model.position(id)) {
            if let Some(slot) = self.factors.get_mut(i) {
                *slot = Range::new(0.0, 1.0).clamp(factor);
            }
        }
        self
    }

    /// The factor of the muscle at a place of the model's list.
    pub fn factor(&self, muscle: usize) -> f64 {
        self.factors.get(muscle).copied().unwrap_or(1.0)
    }
}

/// A sharing to be solved.
#[derive(Clone, Copy, Debug)]
pub struct Sharing<'a> {
    /// The moments to supply. A motion named twice counts once, with the last moment.
    pub demands: &'a [Demand],
    /// How strong everybody is.
    pub strength: &'a Strength,
    /// The power p of the effort, clamped to [`EXPONENT_RANGE`].
    pub exponent: f64,
}

impl<'a> Sharing<'a> {
    /// Least sum of squares at full strength.
    pub const fn of(demands: &'a [Demand]) -> Self {
        Sharing {
            demands,
            strength: &Strength::FULL,
            exponent: 2.0,
        }
    }
}
