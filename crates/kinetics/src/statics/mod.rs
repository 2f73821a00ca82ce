//! Statics: the moments that gravity and outer loads leave to the muscles.
//!
//! Hold some body still and change one coordinate a little: everything on the other side of its
//! joint moves with the coordinate's twist. In equilibrium the muscles' moment does as much work as
//! weight and loads take (virtual work, d'Alembert):
//!
//! ```text
//! M_q dq + Σ_b m_b g · dp_b + Σ F · dp_F = 0
//! ```
//!
//! Which body is held matters, because it says what moves. Standing on the right foot, flexing the
//! right hip moves the trunk; hanging by the pelvis, it moves the leg.
//!
//! ```text
//!   Support::Foot           Support::Pelvis
//!        o  <- moves             #  fixed
//!        |                       |
//!        *  hip                  *  hip
//!        |                       |
//!       ###  fixed               o  <- moves
//! ```

mod demand;
mod load;

pub(crate) use demand::is_moved;
pub use demand::{Support, hip_demands, required_moment};
pub use load::Load;
