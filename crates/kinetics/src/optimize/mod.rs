//! The one optimizer: separable convex cost, linear rows, bounds.
//!
//! Sharing a moment among muscles and finding a posture are the same small problem,
//!
//! ```text
//! minimize    Σ f_i(x_i)
//! subject to  A x = b,      l <= x <= u,
//! ```
//!
//! with f a parabola or a power. Give each row a price λ. At those prices every unknown can decide
//! for itself: it goes where its own marginal cost equals what it is paid, and no further than its
//! bounds,
//!
//! ```text
//! f_i'(x_i) = (Aᵀλ)_i,   clamped to [l_i, u_i].
//! ```
//!
//! So only the prices are to be found, one per row: those at which supply A x(λ) meets demand b.
//! They maximize a concave function whose slope is the unmet demand; Newton's method with an exact
//! search along each step finds them in a few steps, however many unknowns sit at a bound, and those
//! are then *exactly* at it.
//!
//! # What cannot be met
//!
//! With a finite [price of missing](SLACK_PRICE) a row may fall short by s = (λ - λ₀)/W. Moving λ₀
//! to the last λ and solving again (the method of multipliers) makes s vanish if the demand can be
//! met. If it cannot, s stays: then the answer is the nearest to the demand in the sense of least
//! squares, each row measured by its largest coefficient, and s says what is missing. An impossible
//! demand is therefore no special case and never a silently wrong number.
//!
//! Nothing is allocated, and ten rows by fifty columns take microseconds.
//!
//! Sources: Bertsekas DP (1982) *Constrained Optimization and Lagrange Multiplier Methods*, Academic
//! Press (method of multipliers, separable duals); Qi L, Sun J (1993) *Math Program* 58:353-367
//! (Newton's method for piecewise smooth equations).

mod cholesky;
mod dual_newton;
mod problem;

pub use dual_newton::SLACK_PRICE;
pub use problem::{BoxProblem, Cost, MAX_COLUMNS, MAX_ROWS, Solution};
