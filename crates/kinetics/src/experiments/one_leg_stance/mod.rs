//! Standing on one leg: the seesaw of the hip.
//!
//! Everything but the stance leg hangs on one hip joint. Its weight W′ acts at the center of mass,
//! a distance b toward the midline; the abductors pull on the other side of the joint with the
//! lever arm a.
//!
//! ```text
//!      abductors            W'
//!          | F              |
//!          v                v
//!     -----+------ o -------+-----        F a = W' b  (+ load, - cane)
//!             a    |    b
//!                  R  joint reaction = F + W' (+ load, - cane), as vectors
//! ```
//!
//! In the neutral pose of Gait2392, W′ is 60.6 kg of the 75.2 kg, b is 10.4 cm and the moment to
//! hold is 61.6 N m (0.82 N m/kg). Measured walking peaks at 0.49 (Schwartz et al.) to 0.78 N m/kg
//! (CGM2.3), for the foot is then placed nearer the midline.
//!
//! # The abductors
//!
//! Gluteus medius, gluteus minimus and tensor fasciae latae, all equally active: their lever arm is
//! the mean of their moment arms weighted by maximum force, their pull the sum of their forces as
//! vectors. If a lean or a cane tips the balance over, the adductors hold instead, in the same way.
//!
//! # Limits
//!
//! Statics, in the frontal plane; nothing else contracts. A hip at rest in life is pressed by
//! further muscles, so the true reaction is larger for the same moment, and a moving body adds
//! inertia. Instrumented hips carry 238 % of body weight in walking at 4 km/h and slightly less on
//! one leg (Bergmann et al. 2001, doi:10.1016/S0021-9290(01)00040-9).
//!
//! Source: Pauwels' free body; lever definitions as in Fig. 3 of PMC5525516; cane, load and lean
//! after Neumann DA (1989), *Biomechanical analysis of selected principles of hip joint protection*.

mod hip_group;
mod input;
mod output;
mod solve;
pub mod textbook;

pub use hip_group::HipGroup;
pub use input::{Cane, Lean, Load, OneLegStance};
pub use output::{Clamped, Contribution, ContributionKind, FrontalForce, OneLegStanceResult};
pub use solve::one_leg_stance;

use crate::model::Range;

/// Lean of the trunk toward the stance leg, in radians: from 15° away to 45° toward it.
pub const LEAN_RANGE: Range = Range::new(-15.0 * DEGREE, 45.0 * DEGREE);

/// Drop of the other side of the pelvis, in radians: from 10° hiked to 15° dropped.
pub const DROP_RANGE: Range = Range::new(-10.0 * DEGREE, 15.0 * DEGREE);

/// Force on a cane, as a fraction of body weight.
pub const CANE_RANGE: Range = Range::new(0.0, 0.3);

/// Mass carried in a hand, in kilograms.
pub const LOAD_RANGE: Range = Range::new(0.0, 40.0);

/// Assumption: distance of a cane's handle and tip from the midline of the pelvis, in meters.
///
/// A cane stands a little outside the hand that holds it; no source gives the figure, so it is a
/// choice, and the result is proportional to it. The cane is taken as vertical and as standing still
/// when the trunk leans.
pub const CANE_DISTANCE: f64 = 0.30;

/// Assumption: distance of a hand-carried load from the midline of the pelvis, in meters.
///
/// The arm hangs straight down beside the hip; the hand is taken not to move when the trunk leans.
pub const LOAD_DISTANCE: f64 = 0.25;

const DEGREE: f64 = core::f64::consts::PI / 180.0;
