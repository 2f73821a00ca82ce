//! Postures that are there, and postures that are not.

use super::{
    BASE_OF_SUPPORT, Condition, Joint, Measure, NoPosture, Posture, PostureProblem,
    base_with_hands, solutions, solve,
};
use crate::kinematics::{Kinematics, Reference};
use crate::model::{Body, Coordinate, GAIT2392, Range, Side};
use crate::pose::Pose;

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
    assert!(heel(R).origin.length() < 1e-9 && (heel(R).rotation.columns[1].y - 1.0).abs() < 1e-9);
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

#[test]
fn slopes_from_twists_are_those_of_small_steps() {
    let left = Side::Left;
    let measures = [
        Measure::CenterForward,
        Measure::CenterSideways,
        Measure::TrunkLean,
        Measure::TrunkSideLean,
        Measure::AnteriorTilt,
        Measure::ThighAngle(R),
        Measure::ShankAngle(left),
        Measure::HeelHeight(left),
        Measure::Step(left),
        Measure::FootPitch(left),
        Measure::FootRoll(R),
        Measure::FootRoll(left),
        Measure::FootTurn(R),
        Measure::FootTurn(left),
        Measure::HeelOutward(R),
        Measure::HeelOutward(left),
        Measure::BallHeight(left),
        Measure::BallForward(left),
        Measure::PelvicDrop(R),
        Measure::PelvicDrop(left),
    ];
    for symmetric in [false, true] {
        let mut pose = Pose::NEUTRAL;
        for (i, c) in Coordinate::ALL.into_iter().enumerate().skip(6) {
            let range = GAIT2392.slider(c);
            // Both legs alike where the problem is symmetric, in every case well bent.
            let step = if symmetric && i > 12 && i < 20 {
                i - 7
            } else {
                i
            };
            let part = 0.3 + 0.02 * (step * 7 % 20) as f64;
            pose.set(c, range.min + part * range.width());
        }
        let problem = PostureProblem {
            stance: R,
            symmetric,
            start: pose,
            joints: &[],
            conditions: &[],
        };
        let standing = |pose: &Pose| {
            let k = Kinematics::new(&GAIT2392, pose).unwrap();
            k.with_ground(&super::pelvis_in_ground(&k, R, symmetric))
        };
        let k = standing(&pose);
        for c in Coordinate::ALL.into_iter().skip(6) {
            let flow = super::slopes::Flow::new(&GAIT2392, &problem, &k, c);
            let at = |by: f64, measure: Measure| {
                let mut p = pose.with(c, pose.get(c) + by);
                if symmetric {
                    p.set(c.mirrored(), pose.get(c) + by);
                }
                measure.value(&GAIT2392, &standing(&p), R, symmetric)
            };
            for measure in measures {
                let step = (at(1e-5, measure) - at(-1e-5, measure)) / 2e-5;
                let slope = flow.slope(measure).unwrap();
                assert!(
                    (slope - step).abs() < 1e-7 * (1.0 + step.abs()),
                    "{measure:?} by {c:?}, symmetric {symmetric}: {slope} {step}"
                );
            }
        }
    }
}
