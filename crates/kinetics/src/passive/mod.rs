//! Passive moments: what a joint pushes back with when nobody contracts.
//!
//! Ligaments, capsule and relaxed muscle stiffen toward the ends of the range. Two exponentials, one
//! for each end, describe it:
//!
//! ```text
//!  M |\                           low:  pushes up from the lower end
//!    | \_____                     high: pushes down from the upper end
//!    |       \______________
//!    +----------------------\---- q
//!                            |    M = low(q, other) - high(q, other) + constant
//! ```
//!
//! A muscle that spans two joints makes the moment at one depend on the angle of the other: bending
//! the knee tightens the rectus femoris, which resists extension of the hip.
//!
//! # Tight
//!
//! [`Tightness`] changes one end of the range: its curve starts earlier by a shift in radians, and
//! rises higher by a factor. "Ten degrees short hip flexors" is a shift of ten degrees at the low
//! end of hip flexion.
//!
//! # Sources and limits
//!
//! Riener R, Edrich T (1999) *J Biomech* 32:539-544 for hip flexion and ankle (figures checked in
//! code that cites the paper, which was not read), Anderson FC (1999, PhD thesis, Univ. Texas at
//! Austin) for the rest. Forms whose figures are disputed are left out: Riener's knee and Anderson's
//! hip flexion. Averages of a few healthy adults; between people they differ widely.

mod data;
mod moment;
mod tightness;

pub use data::PASSIVE;
pub use moment::{End, PassiveJoint, PassiveMoment};
pub use tightness::Tightness;

use crate::model::{Coordinate, Side};
use crate::pose::Pose;

/// The passive moment about a coordinate in a pose, in N m.
///
/// The hip is Riener and Edrich's, coupled to the knee; every other joint Anderson's. `None` for
/// coordinates without a checked form.
pub fn passive_moment(pose: &Pose, coordinate: Coordinate, tightness: &Tightness) -> Option<f64> {
    let joint = PassiveJoint::of(coordinate)?;
    let side = coordinate.side().unwrap_or(Side::Right);
    let knee_flexion = -pose.get(Coordinate::KneeAngle(side));
    Some(PASSIVE[joint as usize].at(pose.get(coordinate), knee_flexion, tightness))
}
