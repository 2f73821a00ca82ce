//! Kinematics: from a pose to where every body is, and how it would move.
//!
//! Each joint turns its child about axes that are carried along by the turns before:
//!
//! ```text
//! child in parent = Trans(location + t(q)) Rot(a1, q1) Rot(a2, q2) Rot(a3, q3)
//! ```
//!
//! Multiplying down the tree gives every body's frame. On the way each coordinate leaves its
//! *twist*, the pair (ω, v) with which a small change of that coordinate moves any point p of the
//! bodies beyond the joint:
//!
//! ```text
//!                     ω
//!                     ^   p
//!          joint o ---+--/        dp/dq = ω x p + v,   v = t'(q) - ω x o
//! ```
//!
//! The knee's center itself moves with the angle, and its spline's slope is in `v`; so everything
//! derived from twists, moment arms above all, is exact with no finite differences.
//!
//! Source: conventions of Gait2392 (OpenSim); the twist is the screw of rigid-body mechanics
//! (Featherstone R, 2008, *Rigid Body Dynamics Algorithms*, Springer).

mod reference;
mod state;
mod twist;

pub use reference::Reference;
pub use state::Kinematics;
pub use twist::Twist;
