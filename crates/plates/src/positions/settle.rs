//! Bringing a pose to its contacts: which angles put a foot flat on the floor.

use kinetics::kinematics::Kinematics;
use kinetics::{Coordinate, GAIT2392, Pose};

/// How often a pose is made better.
const ROUNDS: usize = 60;
/// The step of the slopes, in radians or meters.
const STEP: f64 = 1e-5;
/// How much a small change of the pose is preferred to a large one.
const DAMPING: f64 = 1e-4;
/// The largest change of a coordinate in one round, in radians or meters.
const LARGEST: f64 = 0.2;

/// The pose near `pose` whose `misses`, in meters or radians, are smallest; only `free` changes.
///
/// Damped least squares, after Levenberg.
pub(super) fn settled(
    pose: Pose,
    free: &[Coordinate],
    misses: impl Fn(&Kinematics) -> Vec<f64>,
) -> Pose {
    let of =
        |pose: &Pose| Kinematics::new(&GAIT2392, pose).map_or_else(|_| Vec::new(), |k| misses(&k));
    let mut best = pose;
    for _ in 0..ROUNDS {
        let now = of(&best);
        let slopes: Vec<Vec<f64>> = free
            .iter()
            .map(|&coordinate| {
                let there = of(&best.with(coordinate, best.get(coordinate) + STEP));
                there
                    .iter()
                    .zip(&now)
                    .map(|(there, now)| (there - now) / STEP)
                    .collect()
            })
            .collect();
        let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
        let mut rows: Vec<Vec<f64>> = slopes
            .iter()
            .enumerate()
            .map(|(at, slope)| {
                let mut row: Vec<f64> = slopes.iter().map(|other| dot(slope, other)).collect();
                row[at] += DAMPING;
                row.push(-dot(slope, &now));
                row
            })
            .collect();
        for (&coordinate, change) in free.iter().zip(solved(&mut rows)) {
            let change = change.clamp(-LARGEST, LARGEST);
            best = best.with(coordinate, best.get(coordinate) + change);
        }
    }
    best
}

/// The solution of `rows`, each with its right side last; they are those of a positive matrix.
fn solved(rows: &mut [Vec<f64>]) -> Vec<f64> {
    let count = rows.len();
    for at in 0..count {
        let (above, below) = rows.split_at_mut(at + 1);
        let pivot = &above[at];
        for row in below {
            let factor = row[at] / pivot[at];
            for (value, of_pivot) in row.iter_mut().zip(pivot).skip(at) {
                *value -= factor * of_pivot;
            }
        }
    }
    let mut solution = vec![0.0; count];
    for at in (0..count).rev() {
        let known: f64 = (at + 1..count)
            .map(|other| rows[at][other] * solution[other])
            .sum();
        solution[at] = (rows[at][count] - known) / rows[at][at];
    }
    solution
}
