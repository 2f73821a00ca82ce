//! Finding postures.

use super::slopes::Flow;
use super::{
    Joint, MAX_CONDITIONS, MAX_JOINTS, Measure, NoPosture, PostureProblem, pelvis_in_ground,
};
use crate::kinematics::{Kinematics, Reference};
use crate::math::functions::{asin, atan2};
use crate::model::{Coordinate, Model, Motion};
use crate::optimize::{BoxProblem, Cost};
use crate::pose::Pose;

/// The most solutions [`solutions`] gives.
pub const MAX_SOLUTIONS: usize = 5;

/// How far a joint may move in one round, in radians: as far as straightened measures can be trusted.
const TRUST: f64 = 0.6;
/// Rounds after which moves are made smaller.
const SWINGS: usize = 12;
/// Rounds before giving up.
const ROUNDS: usize = 40;
/// A move that nobody could see or measure, in radians.
const STILL: f64 = 1e-6;
/// How near a condition must be met, in radians or meters (and N m for moments).
const MET: f64 = 1e-6;
/// Step of the numeric slopes of moments, in radians. Central, so the error is of its square.
const STEP: f64 = 1e-5;
/// Solutions nearer than this in every joint are the same, in radians (two degrees).
const SAME: f64 = 0.035;
/// How cheap the joints get that are asked to give.
const CHEAP: f64 = 0.05;

/// A posture that meets its conditions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Posture {
    /// The pose; the pelvis's coordinates in the ground put the stance foot flat with the back of
    /// its heel at the ground's origin.
    pub pose: Pose,
    /// Its price.
    pub cost: f64,
    /// The coordinate that gives most, by price-free departure from what is preferred.
    pub gives: Coordinate,
}

/// Distinct postures in a fixed order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Solutions {
    postures: [Option<Posture>; MAX_SOLUTIONS],
}

impl Solutions {
    /// The postures, the first with the prices as given.
    pub fn iter(&self) -> impl Iterator<Item = &Posture> {
        self.postures.iter().flatten()
    }
}

/// Finds the cheapest posture.
///
/// # Errors
///
/// Says what cannot be met and by how much, and gives the nearest pose.
pub fn solve(model: &Model<'_>, problem: &PostureProblem<'_>) -> Result<Posture, NoPosture> {
    solve_from(model, problem, problem.joints)
}

/// Finds distinct postures: first with the prices as given, then with trunk, hips, knees and ankles
/// made cheap in turn.
///
/// # Errors
///
/// As [`solve`], when the first has no posture.
pub fn solutions(model: &Model<'_>, problem: &PostureProblem<'_>) -> Result<Solutions, NoPosture> {
    let first = solve(model, problem)?;
    // The first answer is near the others, and a good place to start from.
    let nearby = PostureProblem {
        start: first.pose,
        ..*problem
    };
    let mut found = Solutions {
        postures: [None; MAX_SOLUTIONS],
    };
    found.postures[0] = Some(first);
    let mut count = 1;
    for group in [trunk, hip, knee, ankle] {
        let mut joints = [problem.joints[0]; MAX_JOINTS];
        for (slot, joint) in joints.iter_mut().zip(problem.joints) {
            let weight = if group(joint.coordinate) {
                CHEAP * joint.weight
            } else {
                joint.weight
            };
            *slot = Joint { weight, ..*joint };
        }
        let Ok(next) = solve_from(model, &nearby, &joints[..problem.joints.len()]) else {
            continue;
        };
        let known = |p: &Posture| {
            let far = |j: &Joint| (p.pose.get(j.coordinate) - next.pose.get(j.coordinate)).abs();
            problem.joints.iter().all(|j| far(j) < SAME)
        };
        if count < MAX_SOLUTIONS && !found.iter().any(known) {
            let cost = price(problem.joints, &next.pose);
            found.postures[count] = Some(Posture { cost, ..next });
            count += 1;
        }
    }
    Ok(found)
}

fn trunk(c: Coordinate) -> bool {
    matches!(
        c.motion(),
        Some(Motion::LumbarExtension | Motion::LumbarBending | Motion::LumbarRotation)
    )
}

fn hip(c: Coordinate) -> bool {
    matches!(
        c.motion(),
        Some(Motion::HipFlexion | Motion::HipAdduction | Motion::HipRotation)
    )
}

fn knee(c: Coordinate) -> bool {
    c.motion() == Some(Motion::KneeAngle)
}

fn ankle(c: Coordinate) -> bool {
    matches!(c.motion(), Some(Motion::AnkleAngle | Motion::SubtalarAngle))
}

fn price(joints: &[Joint], pose: &Pose) -> f64 {
    let part = |j: &Joint| {
        let off = pose.get(j.coordinate) - j.preferred;
        0.5 * j.weight * off * off
    };
    joints.iter().map(part).sum()
}

fn solve_from(
    model: &Model<'_>,
    problem: &PostureProblem<'_>,
    joints: &[Joint],
) -> Result<Posture, NoPosture> {
    if joints.is_empty() || joints.len() > MAX_JOINTS || problem.conditions.len() > MAX_CONDITIONS {
        return Err(NoPosture::TooMany);
    }
    let fine = |j: &Joint| {
        j.weight > 0.0 && (j.weight + j.preferred + j.range.min + j.range.max).is_finite()
    };
    if !joints.iter().all(fine) {
        return Err(NoPosture::NotFinite);
    }
    let mut pose = problem.start;
    for j in joints {
        let inside = j.range.clamp(pose.get(j.coordinate));
        put(problem, &mut pose, j.coordinate, inside);
    }
    let mut trust = TRUST;
    for i in 0..ROUNDS {
        let moved = round(model, problem, joints, &mut pose, trust)?;
        // Bent measures can make the rounds swing between two poses; smaller moves settle them.
        if i >= SWINGS {
            trust *= 0.6;
        }
        if moved < STILL {
            break;
        }
    }
    let values = measures(model, problem, &pose)?;
    let mut worst = (0, 0.0_f64);
    for (i, (c, v)) in problem.conditions.iter().zip(values).enumerate() {
        let missing = c.range.clamp(v) - v;
        if missing.abs() > worst.1.abs() {
            worst = (i, missing);
        }
    }
    if worst.1.abs() > MET {
        return Err(NoPosture::Impossible {
            condition: worst.0,
            missing: worst.1,
            nearest: pose,
        });
    }
    let gives = joints.iter().fold((joints[0].coordinate, -1.0), |best, j| {
        let far = (pose.get(j.coordinate) - j.preferred).abs();
        if far > best.1 {
            (j.coordinate, far)
        } else {
            best
        }
    });
    Ok(Posture {
        cost: price(joints, &pose),
        gives: gives.0,
        pose: stood(model, problem, &pose)?,
    })
}

/// One round: straighten the measures here, solve, move. Returns the largest move.
fn round(
    model: &Model<'_>,
    problem: &PostureProblem<'_>,
    joints: &[Joint],
    pose: &mut Pose,
    trust: f64,
) -> Result<f64, NoPosture> {
    let mut small = BoxProblem::new();
    for j in joints {
        let q = pose.get(j.coordinate);
        // The unknown is the joint's next value.
        let (low, high) = (j.range.min.max(q - trust), j.range.max.min(q + trust));
        small.column(
            Cost::Parabola {
                weight: j.weight,
                target: j.preferred,
            },
            low,
            high,
        );
    }
    for condition in problem.conditions {
        let (min, max) = (condition.range.min, condition.range.max);
        let row = small.row(0.0).ok_or(NoPosture::TooMany)?;
        // A range becomes an equation with one more unknown inside the range, at next to no price.
        let width = condition.range.width();
        let slack = small.column(
            Cost::Parabola {
                weight: 1e-4 / (width * width),
                target: 0.5 * (min + max),
            },
            min,
            max,
        );
        small.set(row, slack.ok_or(NoPosture::TooMany)?, -1.0);
    }
    let mut offsets = [0.0; MAX_CONDITIONS];
    let k = upright(model, problem, pose)?;
    let here = values(model, problem, &k);
    for (column, j) in joints.iter().enumerate() {
        let q = pose.get(j.coordinate);
        let flow = Flow::new(model, problem, &k, j.coordinate);
        // Only moments need differences; where none is asked for, nothing is worked out for them.
        let mut differences = None;
        for (row, condition) in problem.conditions.iter().enumerate() {
            let measure = condition.measure;
            let slope = match (flow.slope(measure), &differences) {
                (Some(slope), _) => slope,
                (None, Some(ends)) => difference(model, problem, measure, ends),
                (None, None) => {
                    let shifted = |by: f64| {
                        let mut p = *pose;
                        put(problem, &mut p, j.coordinate, q + by);
                        upright(model, problem, &p)
                    };
                    let ends = differences.insert([shifted(STEP)?, shifted(-STEP)?]);
                    difference(model, problem, measure, ends)
                }
            };
            small.set(row, column, slope);
            offsets[row] += slope * q;
        }
    }
    for (row, offset) in offsets.iter().enumerate().take(problem.conditions.len()) {
        small.aim(row, offset - here[row]);
    }
    let solution = small.solve();
    let mut moved = 0.0_f64;
    for (j, &next) in joints.iter().zip(&solution.x) {
        moved = moved.max((next - pose.get(j.coordinate)).abs());
        put(problem, pose, j.coordinate, next);
    }
    if moved.is_finite() {
        Ok(moved)
    } else {
        Err(NoPosture::NotFinite)
    }
}

/// The slope of a measure from a small step ahead and one behind.
fn difference(
    model: &Model<'_>,
    problem: &PostureProblem<'_>,
    measure: Measure,
    [ahead, behind]: &[Kinematics; 2],
) -> f64 {
    let value = |k: &Kinematics| measure.value(model, k, problem.stance, problem.symmetric);
    (value(ahead) - value(behind)) / (2.0 * STEP)
}

/// The pose worked out, with its stance foot on the ground.
fn upright(
    model: &Model<'_>,
    problem: &PostureProblem<'_>,
    pose: &Pose,
) -> Result<Kinematics, NoPosture> {
    let k = Kinematics::new(model, pose).map_err(|_| NoPosture::NotFinite)?;
    Ok(k.with_ground(&pelvis_in_ground(&k, problem.stance, problem.symmetric)))
}

fn measures(
    model: &Model<'_>,
    problem: &PostureProblem<'_>,
    pose: &Pose,
) -> Result<[f64; MAX_CONDITIONS], NoPosture> {
    Ok(values(model, problem, &upright(model, problem, pose)?))
}

fn values(
    model: &Model<'_>,
    problem: &PostureProblem<'_>,
    k: &Kinematics,
) -> [f64; MAX_CONDITIONS] {
    let mut out = [0.0; MAX_CONDITIONS];
    for (slot, c) in out.iter_mut().zip(problem.conditions) {
        *slot = c.measure.value(model, k, problem.stance, problem.symmetric);
    }
    out
}

fn put(problem: &PostureProblem<'_>, pose: &mut Pose, coordinate: Coordinate, value: f64) {
    pose.set(coordinate, value);
    if problem.symmetric {
        pose.set(coordinate.mirrored(), value);
    }
}

/// The pose with the pelvis placed so that the stance foot is flat at the ground's origin.
fn stood(model: &Model<'_>, problem: &PostureProblem<'_>, pose: &Pose) -> Result<Pose, NoPosture> {
    let pelvis = upright(model, problem, pose)?.pelvis(Reference::Ground);
    // R = Rz(tilt) Rx(list) Ry(rotation); columns are the images of x, y and z.
    let [x, y, z] = pelvis.rotation.columns;
    let list = asin(y.z);
    let tilt = atan2(-y.x, y.y);
    let rotation = atan2(-x.z, z.z);
    Ok(pose
        .with(Coordinate::PelvisTilt, tilt)
        .with(Coordinate::PelvisList, list)
        .with(Coordinate::PelvisRotation, rotation)
        .with(Coordinate::PelvisTx, pelvis.origin.x)
        .with(Coordinate::PelvisTy, pelvis.origin.y)
        .with(Coordinate::PelvisTz, pelvis.origin.z))
}
