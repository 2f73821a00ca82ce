//! Posture solving: given what is wanted and what is limited, which poses are there?
//!
//! A person keeps the feet flat, the center of mass over them and the gaze level, and lets the rest
//! of the body arrange itself. With one joint stiff, short or weak, others must give:
//!
//! ```text
//! minimize    Σ weight_c (q_c - preferred_c)²             every coordinate has its price
//! subject to  measure_k(q) within its range               center over base, thigh level, …
//!             q_c within its range                        short: a smaller range
//! ```
//!
//! *Stiff* is a higher weight, *short* a smaller range, *weak* a range for the moment that gravity
//! asks of a joint. The measures bend, so they are made straight at the present pose, the small
//! problem is solved by the crate's [optimizer](crate::optimize), and that is repeated from the new
//! pose until nothing moves (sequential quadratic programming).
//!
//! There is rarely one answer. [`solutions`] solves again with one group of joints after another made
//! cheap, keeps the answers that differ, and labels each with what gives. Their order is fixed.
//!
//! The stance foot stands still and flat, and the ground is [where it says](pelvis_in_ground). A
//! coordinate of a leg moves both legs alike when the problem is symmetric.
//!
//! # Limits
//!
//! Statics. The prices are choices, not physiology: read the answers as "possible", never as "the"
//! compensation. The head is part of the trunk, so a level gaze is an upright trunk here.
//!
//! Source: Nocedal J, Wright SJ (2006) *Numerical Optimization*, 2nd ed., ch. 18.

mod measure;
mod problem;
mod slopes;
mod solve;
#[cfg(test)]
mod tests;

pub use measure::{BASE_OF_SUPPORT, Measure, base_with_hands, pelvis_in_ground};
pub use problem::{Condition, Joint, MAX_CONDITIONS, MAX_JOINTS, NoPosture, PostureProblem};
pub use solve::{MAX_SOLUTIONS, Posture, Solutions, solutions, solve};
