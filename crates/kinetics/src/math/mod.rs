//! The little mathematics the model needs: vectors, rotations, rigid frames and a cubic spline.
//!
//! Everything is `f64`, `Copy` and total: any input gives an answer without a panic.

mod frame;
pub(crate) mod functions;
mod mat3;
mod spline;
mod vec3;

pub use frame::Frame;
pub use mat3::Mat3;
pub use spline::{Knot, Spline, SplineError};
pub use vec3::Vec3;
