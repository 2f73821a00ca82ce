//! What can be set.

use crate::model::Side;

/// The input of [`one_leg_stance`](super::one_leg_stance).
///
/// ```
/// use kinetics::experiments::one_leg_stance::{Lean, OneLegStance, one_leg_stance};
///
/// let upright = one_leg_stance(&OneLegStance::default())?;
/// let leaning = one_leg_stance(&OneLegStance {
///     lean: Lean::Shift(0.05),
///     ..OneLegStance::default()
/// })?;
/// assert!((upright.required_moment - 61.55).abs() < 0.01);
/// assert!((leaning.required_moment - 31.8).abs() < 0.05);
/// # Ok::<(), kinetics::NotFinite>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OneLegStance {
    /// The leg stood on.
    pub stance: Side,
    /// Lean of the trunk toward the stance leg; clamped to [`LEAN_RANGE`](super::LEAN_RANGE).
    pub lean: Lean,
    /// How far the other side of the pelvis has dropped, in radians, with the trunk kept as upright
    /// as `lean` says and both thighs vertical; clamped to [`DROP_RANGE`](super::DROP_RANGE).
    pub pelvis_drop: f64,
    /// A cane.
    pub cane: Cane,
    /// A load carried in a hand.
    pub load: Load,
    /// Strength of the abductors as a fraction of normal, 0 to 1.
    pub abductor_strength: f64,
}

impl Default for OneLegStance {
    /// On the right leg, upright and level, empty-handed, at full strength.
    fn default() -> Self {
        OneLegStance {
            stance: Side::Right,
            lean: Lean::Angle(0.0),
            pelvis_drop: 0.0,
            cane: Cane::None,
            load: Load::None,
            abductor_strength: 1.0,
        }
    }
}

/// A lean of the trunk toward the stance leg, by angle or by what it does to the center of mass.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Lean {
    /// Angle of the trunk from vertical, in radians.
    Angle(f64),
    /// Distance the center of mass of everything but the stance leg moves, in meters. Converted to
    /// the angle of the trunk that does it.
    Shift(f64),
}

/// A cane, by the hand it is in. The force is a fraction of body weight, clamped to
/// [`CANE_RANGE`](super::CANE_RANGE).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cane {
    /// No cane.
    None,
    /// In the hand on the side of the stance leg.
    SameSide {
        /// Push on the cane, as a fraction of body weight.
        force: f64,
    },
    /// In the hand opposite the stance leg.
    OppositeSide {
        /// Push on the cane, as a fraction of body weight.
        force: f64,
    },
}

/// A load in a hand, clamped to [`LOAD_RANGE`](super::LOAD_RANGE).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Load {
    /// Nothing.
    None,
    /// In the left hand.
    Left {
        /// Mass of the load, in kilograms.
        mass: f64,
    },
    /// In the right hand.
    Right {
        /// Mass of the load, in kilograms.
        mass: f64,
    },
}
