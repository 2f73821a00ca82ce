//! Finding postures.

use super::{Joint, MAX_CONDITIONS, MAX_JOINTS, NoPosture, PostureProblem, pelvis_in_ground};
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
/// A move that changes nothing any more, in radians.
const STILL: f64 = 1e-8;
/// How near a condition must be met, in radians or meters (and N m for moments).
const MET: f64 = 1e-6;
/// Step of the numeric slopes, in radians. Central, so the error is of its square.
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
    let here = measures(model, problem, pose)?;
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
    for (column, j) in joints.iter().enumerate() {
        let q = pose.get(j.coordinate);
        let shifted = |by: f64| {
            let mut p = *pose;
            put(problem, &mut p, j.coordinate, q + by);
            measures(model, problem, &p)
        };
        let (ahead, behind) = (shifted(STEP)?, shifted(-STEP)?);
        for row in 0..problem.conditions.len() {
            let slope = (ahead[row] - behind[row]) / (2.0 * STEP);
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
    let k = upright(model, problem, pose)?;
    let mut out = [0.0; MAX_CONDITIONS];
    for (slot, c) in out.iter_mut().zip(problem.conditions) {
        *slot = c
            .measure
            .value(model, &k, problem.stance, problem.symmetric);
    }
    Ok(out)
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

#[cfg(test)]
mod tests {
    use super::super::{BASE_OF_SUPPORT, Condition, Measure, base_with_hands};
    use super::*;
    use crate::model::{Body, GAIT2392, Range, Side};

    const R: Side = Side::Right;

    fn joint(coordinate: Coordinate, weight: f64) -> Joint {
        Joint {
            coordinate,
            weight,
            preferred: 0.0,
            range: GAIT2392.slider(coordinate),
        }
    }

    fn squat_joints() -> [Joint; 4] {
        [
            joint(Coordinate::HipFlexion(R), 1.0),
            joint(Coordinate::KneeAngle(R), 1.0),
            joint(Coordinate::AnkleAngle(R), 1.0),
            joint(Coordinate::LumbarExtension, 4.0),
        ]
    }

    fn squat<'a>(joints: &'a [Joint], conditions: &'a [Condition]) -> PostureProblem<'a> {
        PostureProblem {
            stance: R,
            symmetric: true,
            start: Pose::NEUTRAL,
            joints,
            conditions,
        }
    }

    fn conditions(thigh: f64) -> [Condition; 2] {
        let thigh = f64::to_radians(thigh);
        [
            Condition {
                measure: Measure::CenterForward,
                range: BASE_OF_SUPPORT,
            },
            Condition {
                measure: Measure::ThighAngle(R),
                range: Range::new(thigh, thigh),
            },
        ]
    }

    #[test]
    fn a_squat_keeps_the_center_over_flat_feet() {
        let (joints, conditions) = (squat_joints(), conditions(60.0));
        let p = solve(&GAIT2392, &squat(&joints, &conditions)).unwrap();
        let k = Kinematics::new(&GAIT2392, &p.pose).unwrap();
        // In the ground, as the placed pelvis has it.
        let center = k.center_of_mass(&GAIT2392, &Body::ALL, Reference::Ground);
        assert!(BASE_OF_SUPPORT.min - 1e-6 <= center.x && center.x <= BASE_OF_SUPPORT.max + 1e-6);
        for side in Side::BOTH {
            let foot = k.frame(Body::Calcn(side), Reference::Ground);
            assert!(foot.origin.y.abs() < 1e-9 && foot.rotation.columns[0].y.abs() < 1e-9);
        }
        let thigh = Measure::ThighAngle(R).value(&GAIT2392, &k, R, true);
        assert!((thigh.to_degrees() - 60.0).abs() < 1e-3);
    }

    #[test]
    fn a_stiff_ankle_makes_the_trunk_lean() {
        let lean = |limit: f64| {
            let mut joints = squat_joints();
            joints[2].range.max = f64::to_radians(limit);
            let conditions = conditions(70.0);
            let p = solve(&GAIT2392, &squat(&joints, &conditions)).unwrap();
            let k = Kinematics::new(&GAIT2392, &p.pose).unwrap();
            Measure::TrunkLean
                .value(&GAIT2392, &k, R, true)
                .to_degrees()
        };
        assert!(
            lean(10.0) > lean(30.0) + 5.0,
            "{} {}",
            lean(10.0),
            lean(30.0)
        );
    }

    #[test]
    fn what_cannot_be_is_refused_with_the_reason() {
        let mut joints = squat_joints();
        joints[2].range = Range::new(-0.1, -0.05);
        let upright = Condition {
            measure: Measure::TrunkLean,
            range: Range::new(0.0, 0.1),
        };
        let [a, b] = conditions(95.0);
        let all = [a, b, upright];
        match solve(&GAIT2392, &squat(&joints, &all)) {
            Err(NoPosture::Impossible {
                missing, nearest, ..
            }) => {
                assert!(missing.abs() > 1e-3);
                assert!(nearest.check().is_ok());
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn hands_on_a_support_make_room_in_front() {
        let joints = {
            let mut joints = squat_joints();
            // Straight knees and shanks that lean forward: leaning on a wall.
            joints[1].range = Range::new(-0.05, 0.0);
            joints[2].range = Range::new(0.2, 0.3);
            joints
        };
        let bow = Condition {
            measure: Measure::TrunkLean,
            range: Range::new(80_f64.to_radians(), 85_f64.to_radians()),
        };
        let with = |base| {
            let center = Condition {
                measure: Measure::CenterForward,
                range: base,
            };
            solve(&GAIT2392, &squat(&joints, &[center, bow])).is_ok()
        };
        assert!(!with(BASE_OF_SUPPORT));
        assert!(with(base_with_hands(0.6)));
    }

    #[test]
    fn a_step_puts_the_other_foot_flat_where_it_is_wanted() {
        let left = Side::Left;
        let joints = [
            joint(Coordinate::HipFlexion(R), 1.0),
            joint(Coordinate::KneeAngle(R), 1.0),
            joint(Coordinate::AnkleAngle(R), 1.0),
            joint(Coordinate::HipFlexion(left), 1.0),
            joint(Coordinate::KneeAngle(left), 1.0),
            joint(Coordinate::AnkleAngle(left), 1.0),
            joint(Coordinate::LumbarExtension, 4.0),
        ];
        let exactly = |measure, value| Condition {
            measure,
            range: Range::new(value, value),
        };
        let conditions = [
            exactly(Measure::Step(left), 0.35),
            exactly(Measure::HeelHeight(left), 0.0),
            exactly(Measure::FootPitch(left), 0.0),
            exactly(Measure::TrunkLean, 0.1),
            Condition {
                measure: Measure::CenterForward,
                range: Range::new(0.0, 0.5),
            },
        ];
        let problem = PostureProblem {
            stance: R,
            symmetric: false,
            start: Pose::NEUTRAL,
            joints: &joints,
            conditions: &conditions,
        };
        let p = solve(&GAIT2392, &problem).unwrap();
        let k = Kinematics::new(&GAIT2392, &p.pose).unwrap();
        let heel = |side| k.frame(Body::Calcn(side), Reference::Ground);
        assert!(
            heel(R).origin.length() < 1e-9 && (heel(R).rotation.columns[1].y - 1.0).abs() < 1e-9
        );
        assert!((heel(left).origin.x - 0.35).abs() < 1e-5 && heel(left).origin.y.abs() < 1e-5);
    }

    #[test]
    fn several_ways_are_distinct_labeled_and_always_the_same() {
        let (joints, conditions) = (squat_joints(), conditions(50.0));
        let problem = squat(&joints, &conditions);
        let found = solutions(&GAIT2392, &problem).unwrap();
        assert!(found.iter().count() >= 2);
        assert_eq!(found, solutions(&GAIT2392, &problem).unwrap());
        let first = found.iter().next().unwrap();
        assert!(found.iter().all(|p| first.cost <= p.cost + 1e-9));
    }

    #[test]
    fn a_weak_joint_is_spared_its_moment() {
        let joints = squat_joints();
        let knee = Measure::Moment(Coordinate::KneeAngle(R));
        let [a, b] = conditions(60.0);
        let free = solve(&GAIT2392, &squat(&joints, &[a, b])).unwrap();
        let at = |p: &Posture| {
            knee.value(
                &GAIT2392,
                &Kinematics::new(&GAIT2392, &p.pose).unwrap(),
                R,
                true,
            )
        };
        let most = 0.6 * at(&free);
        assert!(most > 5.0, "{most}");
        let weak = Condition {
            measure: knee,
            range: Range::new(-500.0, most),
        };
        let spared = solve(&GAIT2392, &squat(&joints, &[a, b, weak])).unwrap();
        assert!(at(&spared) <= most + 1e-5, "{} {most}", at(&spared));
    }
}
