//! Muscle geometry: path, length, moment arms and lines of action.
//!
//! A muscle is a taut string through a few points, each fixed to a body:
//!
//! ```text
//!   pelvis  o p1
//!            \   u12 = (p2 - p1) / |p2 - p1|
//!             \
//!   femur      o p2 ---- o p3        L = |p2 - p1| + |p3 - p2|
//! ```
//!
//! When a coordinate q changes, the points beyond its joint move with its [twist](crate::kinematics::Twist)
//! and the length changes by the component of that motion along the string. The moment arm is minus
//! that rate,
//!
//! ```text
//! r_q = -dL/dq = -Σ u · (dp_b/dq - dp_a/dq)        over the pieces a-b of the string,
//! ```
//!
//! positive when the muscle pushes the coordinate in its positive direction: by the principle of
//! virtual work, tension F gives the moment F r_q. Only pieces between different bodies change, and
//! a point that slides in its body (the end of the patellar tendon) adds its own velocity. Nothing
//! here is a finite difference.
//!
//! Source: An KN, Takahashi K, Harrigan TP, Chao EY (1984) *J Biomech Eng* 106:280-282 (the
//! tendon-excursion definition of the moment arm); paths of Gait2392 (Delp et al. 1990).

mod moment_arms;
mod path;
mod state;

pub use moment_arms::MomentArms;
pub use path::{MusclePath, PathNode};
pub use state::{MuscleState, all_muscles, muscle_state};
