//! The optimizer against an established one (Clarabel) on random problems.
#![cfg(not(target_arch = "wasm32"))]

use clarabel::algebra::CscMatrix;
use clarabel::solver::{
    DefaultSettingsBuilder, DefaultSolver, IPSolver, NonnegativeConeT, SolverStatus, ZeroConeT,
};
use kinetics::optimize::{BoxProblem, Cost, MAX_ROWS, Solution};

const COUNT: u64 = 1000;

/// A reproducible stream of numbers from 0 to 1 (SplitMix64).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }
    fn between(&mut self, a: f64, b: f64) -> f64 {
        a + (b - a) * self.next()
    }
}

struct Random {
    rows: Vec<Vec<f64>>,
    target: Vec<f64>,
    weight: Vec<f64>,
    wanted: Vec<f64>,
    lower: Vec<f64>,
    upper: Vec<f64>,
}

impl Random {
    /// A problem that looks like load sharing: moments of tens of newton meters, a third of the
    /// coefficients zero. `reach` above 1 makes some of them impossible.
    fn new(seed: u64, reach: f64) -> Random {
        let mut r = Numbers(seed);
        let n = 8 + (r.next() * 38.0) as usize;
        let m = 1 + (r.next() * 7.0) as usize;
        let lower: Vec<f64> = (0..n)
            .map(|_| {
                if r.next() < 0.2 {
                    r.between(-1.0, 0.0)
                } else {
                    0.0
                }
            })
            .collect();
        let upper: Vec<f64> = lower.iter().map(|l| l + r.between(0.2, 1.5)).collect();
        let weight = (0..n).map(|_| r.between(0.5, 4.0)).collect();
        let wanted = (0..n)
            .map(|_| {
                if r.next() < 0.3 {
                    r.between(-0.5, 0.5)
                } else {
                    0.0
                }
            })
            .collect();
        let rows: Vec<Vec<f64>> = (0..m)
            .map(|_| {
                (0..n)
                    .map(|_| {
                        if r.next() < 0.33 {
                            0.0
                        } else {
                            r.between(-60.0, 60.0)
                        }
                    })
                    .collect()
            })
            .collect();
        // A target made from some point of the box, pushed outward by `reach`.
        let point: Vec<f64> = lower
            .iter()
            .zip(&upper)
            .map(|(l, u)| l + (u - l) * (0.5 + reach * (r.next() - 0.5)))
            .collect();
        let target = rows
            .iter()
            .map(|row| row.iter().zip(&point).map(|(a, x)| a * x).sum())
            .collect();
        Random {
            rows,
            target,
            weight,
            wanted,
            lower,
            upper,
        }
    }

    fn ours(&self) -> Solution {
        self.problem().solve()
    }

    fn problem(&self) -> BoxProblem {
        let mut p = BoxProblem::new();
        for j in 0..self.lower.len() {
            let cost = Cost::Parabola {
                weight: self.weight[j],
                target: self.wanted[j],
            };
            p.column(cost, self.lower[j], self.upper[j]).unwrap();
        }
        for (row, &target) in self.rows.iter().zip(&self.target) {
            let i = p.row(target).unwrap();
            row.iter().enumerate().for_each(|(j, &a)| p.set(i, j, a));
        }
        p
    }

    fn cost(&self, x: &[f64]) -> f64 {
        (0..self.lower.len())
            .map(|j| 0.5 * self.weight[j] * (x[j] - self.wanted[j]).powi(2))
            .sum()
    }

    /// Nothing within the bounds comes nearer: moving any unknown into its box does not reduce what
    /// is missing, each row measured by its reach.
    fn assert_nearest(&self, s: &Solution, seed: u64) {
        for j in 0..self.lower.len() {
            let mut gain = 0.0;
            for (i, row) in self.rows.iter().enumerate() {
                let reach = row.iter().enumerate().fold(0.0_f64, |a, (k, v)| {
                    a.max((v * (self.upper[k] - self.lower[k])).abs())
                });
                gain += row[j] / reach * s.missing[i] / reach;
            }
            assert!(
                gain < 1e-4 || s.x[j] == self.upper[j],
                "seed {seed}: could rise, {gain:e}"
            );
            assert!(
                gain > -1e-4 || s.x[j] == self.lower[j],
                "seed {seed}: could fall, {gain:e}"
            );
        }
    }

    /// Clarabel's answer, or `None` when it finds the problem impossible.
    fn theirs(&self) -> Option<Vec<f64>> {
        let (n, m) = (self.lower.len(), self.rows.len());
        let p = CscMatrix::new(
            n,
            n,
            (0..=n).collect(),
            (0..n).collect(),
            self.weight.clone(),
        );
        let q: Vec<f64> = (0..n).map(|j| -self.weight[j] * self.wanted[j]).collect();
        let (mut pointers, mut indices, mut values) = (vec![0], vec![], vec![]);
        for j in 0..n {
            for (i, row) in self.rows.iter().enumerate() {
                indices.push(i);
                values.push(row[j]);
            }
            indices.extend([m + j, m + n + j]);
            values.extend([1.0, -1.0]);
            pointers.push(indices.len());
        }
        let a = CscMatrix::new(m + 2 * n, n, pointers, indices, values);
        let mut b = self.target.clone();
        b.extend(&self.upper);
        b.extend(self.lower.iter().map(|l| -l));
        let settings = DefaultSettingsBuilder::default()
            .verbose(false)
            .tol_gap_abs(1e-12)
            .tol_gap_rel(1e-12)
            .tol_feas(1e-11)
            .build()
            .unwrap();
        let cones = [ZeroConeT(m), NonnegativeConeT(2 * n)];
        let mut solver = DefaultSolver::new(&p, &q, &a, &b, &cones, settings).unwrap();
        solver.solve();
        match solver.solution.status {
            SolverStatus::Solved | SolverStatus::AlmostSolved => Some(solver.solution.x.clone()),
            SolverStatus::PrimalInfeasible | SolverStatus::AlmostPrimalInfeasible => None,
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_thousand_random_problems_have_the_answer_of_an_established_solver() {
    let (mut possible, mut impossible, mut most_steps) = (0, 0, 0);
    let (mut worst_x, mut worst_missing) = (0.0_f64, 0.0_f64);
    for seed in 0..COUNT {
        let random = Random::new(seed, if seed % 2 == 0 { 1.0 } else { 3.0 });
        let ours = random.ours();
        assert!(ours.converged, "seed {seed}: {} steps", ours.steps);
        most_steps = most_steps.max(ours.steps);
        let missing = ours.missing.iter().fold(0.0_f64, |a, b| a.max(b.abs()));
        match random.theirs() {
            Some(theirs) => {
                possible += 1;
                worst_missing = worst_missing.max(missing);
                let error = theirs
                    .iter()
                    .zip(&ours.x)
                    .fold(0.0_f64, |a, (t, o)| a.max((t - o).abs()));
                worst_x = worst_x.max(error);
                assert!(error < 1e-5, "seed {seed}: unknowns differ by {error:e}");
                assert!(missing < 1e-6, "seed {seed}: misses by {missing:e}");
                let (a, b) = (random.cost(&ours.x), random.cost(&theirs));
                assert!(
                    (a - b).abs() < 1e-6 * (1.0 + b),
                    "seed {seed}: cost {a} instead of {b}"
                );
            }
            None => {
                impossible += 1;
                assert!(missing > 1e-6, "seed {seed}: claims to do the impossible");
                random.assert_nearest(&ours, seed);
            }
        }
    }
    println!(
        "{possible} possible, {impossible} impossible; unknowns differ by at most {worst_x:.1e}, \
         rows miss by at most {worst_missing:.1e}, at most {most_steps} steps"
    );
    assert!(
        possible > 500 && impossible > 100,
        "{possible} possible, {impossible} impossible"
    );
}

#[test]
fn a_guess_changes_the_steps_and_not_the_answer() {
    let (mut cold, mut warm) = (0, 0);
    for seed in 0..COUNT {
        let reach = if seed % 2 == 0 { 1.0 } else { 3.0 };
        let mut random = Random::new(seed, reach);
        let near = random.ours();
        for upper in &mut random.upper[..3] {
            *upper -= 0.1;
        }
        let problem = random.problem();
        let fresh = problem.solve();
        let guesses = [near.price, [f64::NAN; MAX_ROWS], [1e9; MAX_ROWS]];
        for (index, guess) in guesses.iter().enumerate() {
            let found = problem.solve_near(guess);
            assert!(found.converged, "seed {seed}, guess {index}");
            let both = found.x.iter().zip(&fresh.x);
            let apart = both.fold(0.0_f64, |a, (x, y)| a.max((x - y).abs()));
            assert!(apart < 1e-8, "seed {seed}, guess {index}: {apart:e} apart");
        }
        cold += fresh.steps;
        warm += problem.solve_near(&near.price).steps;
    }
    assert!(
        3 * warm < 2 * cold,
        "{warm} steps with a guess, {cold} without"
    );
}

#[test]
fn powers_meet_their_demand_too() {
    for seed in 0..1000 {
        let mut r = Numbers(seed);
        let exponent = [1.5, 1.6, 1.8, 2.0, 2.2, 2.5, 3.0][(seed % 7) as usize];
        let (n, m) = (
            8 + (r.next() * 38.0) as usize,
            1 + (r.next() * 7.0) as usize,
        );
        let mut p = BoxProblem::new();
        let point: Vec<f64> = (0..n).map(|_| r.next()).collect();
        for _ in 0..n {
            p.column(Cost::Power { exponent }, 0.0, 1.0).unwrap();
        }
        for i in 0..m {
            let row: Vec<f64> = (0..n).map(|_| r.between(-60.0, 60.0)).collect();
            p.row(row.iter().zip(&point).map(|(a, x)| a * x).sum())
                .unwrap();
            row.iter().enumerate().for_each(|(j, &a)| p.set(i, j, a));
        }
        let s = p.solve();
        let missing = s.missing.iter().fold(0.0_f64, |a, b| a.max(b.abs()));
        assert!(
            s.converged,
            "seed {seed}, exponent {exponent}: {} steps",
            s.steps
        );
        assert!(
            missing < 1e-6,
            "seed {seed}, exponent {exponent}: misses by {missing:e}"
        );
        // The point the demand was made from costs no less.
        let cost = |x: &[f64]| x.iter().map(|v| v.powf(exponent)).sum::<f64>();
        assert!(
            cost(&s.x[..n]) <= cost(&point) + 1e-9,
            "seed {seed}, exponent {exponent}"
        );
    }
}
