use kinetics::kinematics::{Kinematics, Reference};
use kinetics::{Body, GAIT2392, Pose, Side};

use super::*;
use crate::skeleton::{Limbs, shoulder};

fn posed(pose: &Pose) -> Kinematics {
    Kinematics::new(&GAIT2392, pose).expect("a pose of finite numbers")
}

#[track_caller]
fn near(a: f64, b: f64, tolerance: f64) {
    assert!((a - b).abs() < tolerance, "{a} is not {b}");
}

/// Both feet flat, with their ankles there.
#[track_caller]
fn stands(k: &Kinematics, x: f64, y: f64) {
    for side in Side::BOTH {
        let ankle = k.frame(Body::Talus(side), Reference::Ground).origin;
        near(ankle.x, x, 0.005);
        near(ankle.y, y, 0.005);
        let toes = k.frame(Body::Toes(side), Reference::Ground).origin;
        let heel = k.frame(Body::Calcn(side), Reference::Ground).origin;
        near(toes.y, heel.y, 0.02);
    }
}

#[test]
fn a_bridge_leaves_shoulders_and_feet_where_they_were() {
    let (start, end) = (posed(&floor::ready()), posed(&floor::lifted()));
    stands(&start, floor::FEET, body::ANKLE);
    stands(&end, floor::FEET, body::ANKLE);
    let (before, after) = (shoulder(&start, Side::Right), shoulder(&end, Side::Right));
    near(before.x, after.x, 0.005);
    near(before.y, after.y, 0.005);
    let rise = body::thigh(&end, Side::Right, 0.0).y - body::thigh(&start, Side::Right, 0.0).y;
    assert!(rise > 0.12, "the hips rise by {rise} m");
}

#[test]
fn a_lifted_body_is_one_line_from_shoulder_to_knee() {
    let k = posed(&floor::lifted());
    let (top, hip) = (shoulder(&k, Side::Right), body::thigh(&k, Side::Right, 0.0));
    let knee = body::knee(&k, Side::Right);
    let slope = |from: kinetics::math::Vec3, to: kinetics::math::Vec3| {
        ((to.y - from.y) / (to.x - from.x)).atan().to_degrees()
    };
    near(slope(top, hip), slope(hip, knee), 8.0);
}

#[test]
fn a_band_is_pressed_outward_with_the_feet_flat() {
    let k = posed(&band::pressed());
    for side in Side::BOTH {
        let out = body::sign(side);
        let ankle = k.frame(Body::Talus(side), Reference::Ground).origin;
        assert!(out * body::knee(&k, side).z > out * ankle.z + 0.05);
        near(ankle.y, body::ANKLE, 0.01);
    }
}

#[test]
fn the_crossed_ankle_lies_on_the_other_thigh() {
    for pose in stretch::poses() {
        let k = posed(&pose);
        let ankle = k.frame(Body::Talus(Side::Right), Reference::Ground).origin;
        let gap = (ankle - body::thigh(&k, Side::Left, 0.33)).length();
        assert!((0.07..0.14).contains(&gap), "{gap} m from the bone");
        assert!(body::knee(&k, Side::Right).z > 0.2, "its knee points out");
    }
}

#[test]
fn hands_reach_what_they_hold() {
    let reach = |k: &Kinematics, limbs: &Limbs| {
        for (side, arm) in [(Side::Right, &limbs.right), (Side::Left, &limbs.left)] {
            let far = (arm.wrist - shoulder(k, side)).length();
            assert!(far < 0.58, "the hand is {far} m from the shoulder");
        }
    };
    let [start, pulled, _] = stretch::poses().map(|pose| posed(&pose));
    reach(&start, &floor::resting(&start));
    reach(&pulled, &stretch::pulling(&pulled));
    let sits = posed(&ball::pose(0.0));
    stands(&sits, ball::FEET, body::ANKLE);
    reach(&sits, &ball::leaning(&sits));
}

#[test]
fn who_stands_stands_on_something() {
    stands(&posed(&standing::seated()), standing::FEET, body::ANKLE);
    stands(&posed(&standing::up()), standing::FEET, body::ANKLE);
    stands(
        &posed(&standing::stepped()),
        standing::TREAD,
        standing::STEP + body::ANKLE,
    );
}

#[test]
fn moves_are_told_apart_and_told_in_words() {
    for (at, one) in MOVES.iter().enumerate() {
        assert!(MOVES[..at].iter().all(|other| other.name != one.name));
        let images: Vec<String> = one.positions.iter().map(|it| it.image("")).collect();
        for (at, position) in one.positions.iter().enumerate() {
            assert!(position.description.ends_with('.'), "{}", one.name);
            assert!(!images[..at].contains(&images[at]), "{} {at}", one.name);
        }
    }
    assert!(named("bridge").is_some() && named("brigde").is_none());
}
