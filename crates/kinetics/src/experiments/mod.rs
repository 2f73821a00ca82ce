//! The named experiments: each one function from a small input to a result.
//!
//! An experiment answers one question with the model and says, in its own documentation, which
//! question, by which equations, from which sources, and where the answer stops being true. Inputs
//! are numbers a reader can set; they are clamped to a documented range, and the result says which
//! were. The only error is an input that is not a finite number.
//!
//! All of them run on the built-in model, one generic adult of 75 kg: educational, not diagnostic.

pub mod one_leg_stance;

pub use one_leg_stance::{OneLegStance, one_leg_stance};
