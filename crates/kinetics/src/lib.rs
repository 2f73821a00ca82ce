//! A small, exact musculoskeletal model of the trunk and legs.
//!
//! The figures of this site do not assert their numbers; they compute them here, live, from one
//! published skeleton: Gait2392, twelve bodies, twenty-three coordinates and the forty-six muscles of
//! a side. This page is the map of a short textbook; each module is a chapter that opens with its
//! idea, its equation and its source.
//!
//! ```text
//!              pose                          kinematics: where is every body?
//!               |                                 |
//!               v                                 v
//!   model ---> frames and twists ---> muscle: length, moment arms, lines of action
//!                  |                              |
//!                  v                              v
//!   statics: what does gravity ask? ---> sharing: who carries it? ---> joint force
//!                  ^                              ^
//!   passive: what do stiff tissues add?   optimize: the one optimizer
//!
//!   posture: which poses are there, when something is stiff, short or weak?
//!   experiments: twelve questions, each one function
//! ```
//!
//! 1. [`model`]: the skeleton and its muscles as data, and how the left side comes from the right.
//! 2. [`kinematics`]: frames of bodies, and how each coordinate moves them.
//! 3. [`muscle`]: the string through bone that a muscle is here, and its exact moment arms.
//! 4. [`passive`]: what joints push back with when nobody contracts.
//! 5. [`statics`]: the moments that weight and loads leave to the muscles.
//! 6. [`sharing`]: least effort, and the honest answer when it is not enough.
//! 7. [`optimize`]: prices of rows, or how both of these problems are solved.
//! 8. [`posture`]: several ways to stand, each labeled with what gives.
//! 9. [`walking`]: one adult's recorded cycle.
//! 10. [`experiments`]: the questions of the figures.
//!
//! # A first example
//!
//! The hip extension arm of the upper gluteus maximus, standing and with the hip bent to 90°:
//!
//! ```
//! use kinetics::kinematics::Kinematics;
//! use kinetics::muscle::muscle_state;
//! use kinetics::{Coordinate, GAIT2392, Motion, MuscleId, Pose, Side};
//!
//! let muscle = &GAIT2392.muscles[MuscleId::GlutMax1 as usize];
//! let arm = |pose: Pose| -> Result<f64, kinetics::NotFinite> {
//!     let kinematics = Kinematics::new(&GAIT2392, &pose)?;
//!     Ok(muscle_state(muscle, &kinematics, Side::Right).arms.motion(Motion::HipFlexion))
//! };
//! let bent = Pose::NEUTRAL.with_degrees(Coordinate::HipFlexion(Side::Right), 90.0);
//! assert!((arm(Pose::NEUTRAL)? + 0.0457).abs() < 1e-4);
//! assert!((arm(bent)? + 0.0069).abs() < 1e-4);
//! # Ok::<(), kinetics::NotFinite>(())
//! ```
//!
//! That the arm all but vanishes is a weakness of straight paths, and the figures say so: a real
//! gluteus maximus wraps around the hip.
//!
//! # Conventions
//!
//! Meters, kilograms, newtons, radians, `f64`; degrees only at the edges. Axes of every body and of
//! the ground: `x` forward, `y` up, `z` to the subject's right. Signs are in [`Coordinate`]; mind
//! that **knee flexion is negative**. A positive moment arm pushes its coordinate up.
//!
//! # What to expect
//!
//! Every function is pure and answers every finite input without a panic, with the same bits in the
//! browser as natively; a number that is not finite is [`NotFinite`]. The paths taken for every frame of a figure allocate nothing.
//! The crate knows no document, clock, random number or disk.
//!
//! # What not to expect
//!
//! One generic adult skeleton without wrapping surfaces, isometric muscles and statics: right for
//! signs, trends and shares, within a third or so for sizes. Educational, not diagnostic.
//!
//! # Credit
//!
//! Gait2392 is part of OpenSim's models, CC BY 3.0: Delp SL, Loan JP, Hoy MG, Zajac FE, Topp EL,
//! Rosen JM (1990) *IEEE Trans Biomed Eng* 37:757-767; Yamaguchi GT, Zajac FE (1989) *J Biomech*;
//! Anderson FC, Pandy MG (1999) *Comput Methods Biomech Biomed Engin* 2:201-231 and (2001) *J Biomech
//! Eng* 123:381-390. The walking subject is distributed with OpenSim: Seth A et al. (2018) *PLoS
//! Comput Biol*, doi:10.1371/journal.pcbi.1006223.

#![allow(
    clippy::result_large_err,
    reason = "an impossible posture comes with the nearest pose, to draw it"
)]
#![allow(
    clippy::needless_range_loop,
    reason = "matrices and lists of muscles are walked by index, as in the equations"
)]

pub mod experiments;
pub mod kinematics;
pub mod math;
pub mod model;
pub mod muscle;
pub mod optimize;
#[cfg(feature = "parse")]
pub mod parse;
pub mod passive;
pub mod posture;
pub mod sharing;
pub mod statics;
pub mod walking;

mod error;
mod pose;

pub use error::NotFinite;
pub use model::{Body, Coordinate, GAIT2392, Model, Motion, MuscleId, Range, Segment, Side};
pub use pose::Pose;

/// Standard gravity, in m/s² (BIPM: 9.806 65 exactly).
pub const GRAVITY: f64 = 9.80665;
