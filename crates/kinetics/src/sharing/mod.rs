//! Load sharing: which muscles carry a moment, when many could.
//!
//! More muscles cross a joint than it has ways to turn, so equilibrium alone does not say who pulls.
//! The usual rule is least effort:
//!
//! ```text
//! minimize    Σ a_i^p
//! subject to  Σ r_iq a_i s_i Fmax_i = M_q    for every demanded motion q,
//!             0 <= a_i <= 1,
//! ```
//!
//! with activation a, strength factor s, maximum isometric force Fmax and moment arm r. The exponent
//! p is 2 unless said otherwise; a larger one spreads the load more evenly. Muscles that move none
//! of the demanded motions stay silent.
//!
//! If the demand is more than the muscles have, the answer is the nearest they can supply; it says
//! what is [missing](Shared::missing) and [who is at the limit](Shared::at_limit).
//!
//! # Limits
//!
//! Isometric and static: force does not depend on length or speed, antagonists never brace, and the
//! nervous system does not minimize this sum. Good for who *can* carry a load and how shares shift
//! with pose and weakness; not a recording.
//!
//! Source: Crowninshield RD, Brand RA (1981) *J Biomech* 14:793-801 (muscle forces by optimization,
//! there with stress to a power).

mod input;
mod solve;

pub use input::{Demand, EXPONENT_RANGE, MAX_MUSCLES, Sharing, Strength};
pub use solve::{Shared, share, share_near};
