//! From single files to a whole that fits together: what every file offers and
//! needs, whether each need is met, and the permanent ids.

pub mod body;
pub mod fairness;
pub mod ids_lock;
pub mod lint;
pub mod outline;
pub mod project;
pub mod readability;
pub mod resolve;
