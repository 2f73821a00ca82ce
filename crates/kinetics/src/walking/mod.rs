//! The walking cycle of one adult.
//!
//! One right cycle, from heel strike to heel strike, in 101 samples: angles, ground reaction, joint
//! moments up to 79 % and muscle forces by computed muscle control. One person of 72.6 kg, not a
//! norm. This person's pelvis sits tilted backward in the model's frame, so that hip angles are
//! shifted toward extension.
//!
//! ```text
//! 0 %  heel strike ------------- 64 % toe-off ------------ 100 %
//!      |<-------- stance -------->|<------- swing -------->|
//! ```
//!
//! Source: the walking subject distributed with OpenSim (Seth A et al. 2018, PLoS Comput Biol
//! 14:e1006223, doi:10.1371/journal.pcbi.1006223).

mod channel;
mod data;
mod sample;

pub use channel::Channel;
pub use sample::{WalkingSample, force, value};

/// Samples in the cycle: every percent from 0 to 100.
pub const SAMPLES: usize = 101;

/// Samples with joint moments: 0 to 79 %.
pub const SAMPLES_WITH_MOMENTS: usize = 80;

/// Mass of the subject, in kilograms.
pub const SUBJECT_MASS: f64 = 72.6;

/// Toe-off, in percent of the cycle (ground reaction below 20 N).
pub const TOE_OFF: f64 = 64.1;
