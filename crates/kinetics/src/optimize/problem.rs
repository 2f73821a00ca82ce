//! The problem and its answer.

use crate::math::functions::pow;

/// The most columns (unknowns) a problem may have.
pub const MAX_COLUMNS: usize = 64;

/// The most rows (conditions) a problem may have.
pub const MAX_ROWS: usize = 16;

/// The cost of one unknown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cost {
    /// `weight / 2 · (x - target)²`, with a positive weight.
    Parabola {
        /// Curvature.
        weight: f64,
        /// Where it costs nothing.
        target: f64,
    },
    /// `x^exponent`, for unknowns that cannot be negative; the exponent is above 1.
    Power {
        /// The exponent.
        exponent: f64,
    },
}

impl Cost {
    /// Cost at `x`.
    pub fn value(&self, x: f64) -> f64 {
        match *self {
            Cost::Parabola { weight, target } => 0.5 * weight * (x - target) * (x - target),
            Cost::Power { exponent } => power(x, exponent),
        }
    }

    /// Where the unknown goes when it is paid `price` per unit, without bounds.
    pub(super) fn supply(&self, price: f64) -> f64 {
        match *self {
            Cost::Parabola { weight, target } => target + price / weight,
            Cost::Power { exponent } => {
                if price <= 0.0 {
                    0.0
                } else if exponent == 2.0 {
                    0.5 * price
                } else if exponent == 3.0 {
                    (price / 3.0).sqrt()
                } else {
                    pow(price / exponent, 1.0 / (exponent - 1.0))
                }
            }
        }
    }

    /// How fast supply grows with its price where the unknown is `x`, inside its bounds.
    pub(super) fn growth(&self, x: f64) -> f64 {
        match *self {
            Cost::Parabola { weight, .. } => 1.0 / weight,
            Cost::Power { exponent: p } => {
                // A power above 2 is flat at zero, where supply would grow without limit.
                let x = x.max(1e-4);
                1.0 / (p * (p - 1.0) * power(x, p - 2.0))
            }
        }
    }
}

/// A power that does not call the general function for the exponents in daily use.
fn power(x: f64, exponent: f64) -> f64 {
    if exponent == 2.0 {
        x * x
    } else if exponent == 1.0 {
        x
    } else if exponent == 0.0 {
        1.0
    } else {
        pow(x, exponent)
    }
}

/// A problem: add columns, then rows, then [`BoxProblem::solve`].
///
/// Kept in arrays of fixed size, so that building and solving allocates nothing.
#[derive(Clone, Debug)]
pub struct BoxProblem {
    pub(super) columns: usize,
    pub(super) rows: usize,
    pub(super) cost: [Cost; MAX_COLUMNS],
    pub(super) lower: [f64; MAX_COLUMNS],
    pub(super) upper: [f64; MAX_COLUMNS],
    pub(super) matrix: [[f64; MAX_COLUMNS]; MAX_ROWS],
    pub(super) target: [f64; MAX_ROWS],
}

impl BoxProblem {
    /// A problem without unknowns.
    pub fn new() -> Self {
        BoxProblem {
            columns: 0,
            rows: 0,
            cost: [Cost::Parabola {
                weight: 1.0,
                target: 0.0,
            }; MAX_COLUMNS],
            lower: [0.0; MAX_COLUMNS],
            upper: [0.0; MAX_COLUMNS],
            matrix: [[0.0; MAX_COLUMNS]; MAX_ROWS],
            target: [0.0; MAX_ROWS],
        }
    }

    /// Adds an unknown with its cost and bounds; returns its index, or `None` when full.
    ///
    /// Bounds the wrong way around are taken as one point, the lower.
    pub fn column(&mut self, cost: Cost, lower: f64, upper: f64) -> Option<usize> {
        let j = self.columns;
        *self.cost.get_mut(j)? = cost;
        self.lower[j] = lower;
        self.upper[j] = upper.max(lower);
        self.columns += 1;
        Some(j)
    }

    /// Adds a condition `Σ coefficients · x = target`, coefficients zero until set; returns its
    /// index, or `None` when full.
    pub fn row(&mut self, target: f64) -> Option<usize> {
        let i = self.rows;
        *self.target.get_mut(i)? = target;
        self.matrix[i] = [0.0; MAX_COLUMNS];
        self.rows += 1;
        Some(i)
    }

    /// Sets a coefficient. Indices that were not added are ignored.
    pub fn set(&mut self, row: usize, column: usize, coefficient: f64) {
        if row < self.rows && column < self.columns {
            self.matrix[row][column] = coefficient;
        }
    }

    /// Sets the target of a row. A row that was not added is ignored.
    pub fn aim(&mut self, row: usize, target: f64) {
        if row < self.rows {
            self.target[row] = target;
        }
    }

    /// Solves the problem.
    pub fn solve(&self) -> Solution {
        super::dual_newton::solve(self, &[0.0; MAX_ROWS])
    }

    /// Solves the problem, looking first near `price`, the [`Solution::price`] of a similar one.
    ///
    /// The answer is that of [`BoxProblem::solve`] to its tolerance; a good guess only saves steps.
    /// What is not finite in it is taken as zero.
    pub fn solve_near(&self, price: &[f64; MAX_ROWS]) -> Solution {
        super::dual_newton::solve(self, price)
    }
}

impl Default for BoxProblem {
    fn default() -> Self {
        BoxProblem::new()
    }
}

/// The answer to a [`BoxProblem`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Solution {
    /// The unknowns, within their bounds.
    pub x: [f64; MAX_COLUMNS],
    /// By how much each row misses its target: `b - A x`, in the row's own unit.
    pub missing: [f64; MAX_ROWS],
    /// Price of each row: how much the cost would rise per unit of its target.
    pub price: [f64; MAX_ROWS],
    /// Newton steps taken.
    pub steps: u32,
    /// True when supply met demand, or came as near as the bounds allow, to tolerance. False only for
    /// input that is not finite or hopelessly scaled; `missing` is right even then.
    pub converged: bool,
}
