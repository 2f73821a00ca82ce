//! Newton's method on the prices of the rows.

use super::cholesky::Cholesky;
use super::problem::{BoxProblem, Cost, MAX_COLUMNS, MAX_ROWS, Solution};

/// Price of missing a row's target by its whole scale.
pub const SLACK_PRICE: f64 = 1e6;
/// Newton steps before it gives up; ten are usual, a few dozen for an impossible demand.
const MOST_STEPS: u32 = 400;
/// Rounds of the method of multipliers.
const MOST_ROUNDS: u32 = 12;
/// Unmet demand that counts as none, relative to a row's scale.
const TOLERANCE: f64 = 1e-13;
/// Steps without halving the unmet demand before it may stop short of the tolerance,
const PATIENCE: u32 = 5;
/// and how little must be unmet then, relative to a row's scale and the largest price.
const GOOD_ENOUGH: f64 = 1e-9;
/// Missing demand worth another round, relative to a row's scale.
const WORTH_A_ROUND: f64 = 1e-12;

type Columns = [f64; MAX_COLUMNS];
type Rows = [f64; MAX_ROWS];

/// The problem with its rows scaled to a largest reach of one.
struct Scaled<'a> {
    problem: &'a BoxProblem,
    n: usize,
    m: usize,
    matrix: [Columns; MAX_ROWS],
    target: Rows,
    scale: Rows,
}

/// Solves `problem`; the search for its prices begins at `guess`.
pub(super) fn solve(problem: &BoxProblem, guess: &Rows) -> Solution {
    let p = Scaled::new(problem);
    let mut price = [0.0; MAX_ROWS];
    for i in 0..p.m {
        let scaled = guess[i] * p.scale[i];
        price[i] = if scaled.is_finite() { scaled } else { 0.0 };
    }
    // The first round is always the one without an anchor: its answer is the nearest to a demand
    // that cannot be met.
    let mut anchor = [0.0; MAX_ROWS];
    let mut steps = 0;
    let mut converged = false;
    let mut before = f64::INFINITY;
    for _ in 0..MOST_ROUNDS {
        converged = p.settle(&mut price, &anchor, &mut steps);
        let missing =
            (0..p.m).fold(0.0_f64, |a, i| a.max((price[i] - anchor[i]).abs())) / SLACK_PRICE;
        // When a round no longer helps, what is missing cannot be had. The first answer is then the
        // nearest; later rounds only raise the price.
        if missing < WORTH_A_ROUND || missing > 0.5 * before || !converged {
            break;
        }
        before = missing;
        anchor = price;
    }
    p.unscaled(&price, steps, converged)
}

impl<'a> Scaled<'a> {
    fn new(problem: &'a BoxProblem) -> Self {
        let mut p = Scaled {
            problem,
            n: problem.columns,
            m: problem.rows,
            matrix: problem.matrix,
            target: problem.target,
            scale: [1.0; MAX_ROWS],
        };
        for i in 0..p.m {
            let mut reach = 0.0_f64;
            for j in 0..p.n {
                reach = reach.max((p.matrix[i][j] * (problem.upper[j] - problem.lower[j])).abs());
            }
            if reach > 0.0 {
                p.scale[i] = reach;
                p.target[i] /= reach;
                for a in &mut p.matrix[i][..p.n] {
                    *a /= reach;
                }
            }
        }
        p
    }

    /// What unknown `j` supplies at a price, and how fast that grows.
    fn supply(&self, j: usize, price: f64) -> (f64, f64) {
        let (lower, upper) = (self.problem.lower[j], self.problem.upper[j]);
        let cost: &Cost = &self.problem.cost[j];
        let x = cost.supply(price);
        if x <= lower {
            (lower, 0.0)
        } else if x >= upper {
            (upper, 0.0)
        } else {
            (x, cost.growth(x))
        }
    }

    /// What each unknown is paid: `Aᵀ price`.
    fn pay(&self, price: &Rows) -> Columns {
        let mut pay = [0.0; MAX_COLUMNS];
        for i in 0..self.m {
            for j in 0..self.n {
                pay[j] += self.matrix[i][j] * price[i];
            }
        }
        pay
    }

    /// Finds the prices for one anchor; true when demand is met to tolerance.
    fn settle(&self, price: &mut Rows, anchor: &Rows, steps: &mut u32) -> bool {
        let mut best = f64::INFINITY;
        let mut stale = 0;
        loop {
            let pay = self.pay(price);
            let mut growth = [0.0; MAX_COLUMNS];
            let mut unmet = self.target;
            for i in 0..self.m {
                unmet[i] -= (price[i] - anchor[i]) / SLACK_PRICE;
            }
            for j in 0..self.n {
                let (x, rate) = self.supply(j, pay[j]);
                growth[j] = rate;
                if x != 0.0 {
                    for i in 0..self.m {
                        unmet[i] -= self.matrix[i][j] * x;
                    }
                }
            }
            let size = unmet[..self.m].iter().fold(0.0_f64, |a, u| a.max(u.abs()));
            // Supply is known no better than the rounding of what it is paid.
            let largest = price[..self.m].iter().fold(1.0_f64, |a, p| a.max(p.abs()));
            if size <= TOLERANCE + 2e-15 * largest {
                return true;
            }
            // An unknown that costs next to nothing magnifies rounding. What no longer improves and is
            // this small is as good as it gets.
            if size < 0.5 * best {
                (best, stale) = (size, 0);
            } else {
                stale += 1;
                if stale >= PATIENCE && size <= GOOD_ENOUGH * largest {
                    return true;
                }
            }
            if *steps >= MOST_STEPS || !size.is_finite() {
                return false;
            }
            *steps += 1;
            let mut direction = unmet;
            self.curvature(&growth).solve(&mut direction);
            let far = self.search(price, anchor, &pay, &direction, &unmet);
            if far == 0.0 {
                return size <= 1e-9 * largest;
            }
            for i in 0..self.m {
                price[i] += far * direction[i];
            }
        }
    }

    /// Factors `A G Aᵀ + I/W`, with G how fast supply grows.
    fn curvature(&self, growth: &Columns) -> Cholesky {
        // Unknowns at a limit do not grow, and they are often half of all: what they would add is
        // zero, and the sums are the slow part of a step.
        let mut growing = [0; MAX_COLUMNS];
        let mut count = 0;
        for (j, &rate) in growth[..self.n].iter().enumerate() {
            if rate != 0.0 {
                growing[count] = j;
                count += 1;
            }
        }
        let growing = &growing[..count];
        let mut matrix = [[0.0; MAX_ROWS]; MAX_ROWS];
        let mut weighted = [0.0; MAX_COLUMNS];
        for i in 0..self.m {
            for &j in growing {
                weighted[j] = self.matrix[i][j] * growth[j];
            }
            for k in 0..=i {
                let row = &self.matrix[k];
                matrix[i][k] = growing.iter().map(|&j| weighted[j] * row[j]).sum();
            }
            matrix[i][i] += 1.0 / SLACK_PRICE;
        }
        Cholesky::new(matrix, self.m)
    }

    /// How far to go along `direction`: to where the slope of the concave function vanishes.
    ///
    /// The slope falls along the way in straight pieces (for parabolas), so Newton's method within a
    /// shrinking bracket ends exactly.
    fn search(
        &self,
        price: &Rows,
        anchor: &Rows,
        pay: &Columns,
        direction: &Rows,
        unmet: &Rows,
    ) -> f64 {
        let change = self.pay(direction);
        let mut demand = 0.0;
        let (mut slack, mut slack_rate, mut first) = (0.0, 0.0, 0.0);
        for i in 0..self.m {
            demand += direction[i] * self.target[i];
            slack += direction[i] * (price[i] - anchor[i]) / SLACK_PRICE;
            slack_rate += direction[i] * direction[i] / SLACK_PRICE;
            first += direction[i] * unmet[i];
        }
        if first.is_nan() || first <= 0.0 {
            return 0.0;
        }
        let (mut low, mut high) = (0.0, f64::INFINITY);
        let mut t = 1.0;
        for _ in 0..60 {
            let mut slope = demand - slack - t * slack_rate;
            let mut fall = slack_rate;
            for j in 0..self.n {
                if change[j] != 0.0 {
                    let (x, rate) = self.supply(j, pay[j] + t * change[j]);
                    slope -= change[j] * x;
                    fall += change[j] * change[j] * rate;
                }
            }
            if slope.abs() <= 1e-3 * first {
                return t;
            }
            if slope > 0.0 {
                low = t;
            } else {
                high = t;
            }
            let newton = t + slope / fall;
            t = if newton > low && newton < high {
                newton
            } else if high.is_finite() {
                0.5 * (low + high)
            } else {
                2.0 * t
            };
        }
        if low > 0.0 { low } else { t }
    }

    fn unscaled(&self, price: &Rows, steps: u32, converged: bool) -> Solution {
        let p = self.problem;
        let pay = self.pay(price);
        let mut out = Solution {
            x: [0.0; MAX_COLUMNS],
            missing: [0.0; MAX_ROWS],
            price: [0.0; MAX_ROWS],
            steps,
            converged,
        };
        for j in 0..self.n {
            out.x[j] = self.supply(j, pay[j]).0;
        }
        for i in 0..self.m {
            let supplied: f64 = (0..self.n).map(|j| p.matrix[i][j] * out.x[j]).sum();
            out.missing[i] = p.target[i] - supplied;
            out.price[i] = price[i] / self.scale[i];
        }
        out
    }
}
