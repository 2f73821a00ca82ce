//! Properties that hold in every pose.
#![cfg(not(target_arch = "wasm32"))]

use kinetics::kinematics::{Kinematics, Reference};
use kinetics::math::Vec3;
use kinetics::muscle::{MuscleState, muscle_state};
use kinetics::sharing::{Demand, Sharing, Strength, share};
use kinetics::statics::{Load, Support, required_moment};
use kinetics::{Body, Coordinate, GAIT2392, GRAVITY, Motion, Pose, Side};
use proptest::prelude::*;

/// Any pose within the sliders; the pelvis within a meter and half a turn.
fn pose() -> impl Strategy<Value = Pose> {
    proptest::collection::vec(0.0..1.0_f64, Coordinate::COUNT).prop_map(|parts| {
        let mut pose = Pose::NEUTRAL;
        for (c, part) in Coordinate::ALL.into_iter().zip(parts) {
            let range = GAIT2392.slider(c);
            let (low, high) = if c.is_length() {
                (-1.0, 1.0)
            } else {
                (range.min, range.max)
            };
            pose.set(c, low + part * (high - low));
        }
        pose
    })
}

/// Any finite number, however large.
fn finite() -> impl Strategy<Value = f64> {
    prop_oneof![
        -4.0..4.0_f64,
        any::<f64>().prop_filter("finite", |v| v.is_finite()),
        Just(f64::MAX),
        Just(f64::MIN),
        Just(0.0),
    ]
}

fn states(pose: &Pose, side: Side) -> Vec<MuscleState> {
    let k = Kinematics::new(&GAIT2392, pose).unwrap();
    GAIT2392
        .muscles
        .iter()
        .map(|m| muscle_state(m, &k, side))
        .collect()
}

/// True when a via point of the muscle comes or goes, or a spline passes a knot, within `step`.
fn near_a_kink(pose: &Pose, c: Coordinate, step: f64) -> bool {
    let q = pose.get(c);
    let near = |x: f64| (q - x).abs() <= 2.0 * step;
    GAIT2392
        .muscles
        .iter()
        .flat_map(|m| m.points)
        .filter_map(|p| p.when)
        .any(|w| Some(w.motion) == c.motion() && (near(w.range.min) || near(w.range.max)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// r = -dL/dq, against a central difference.
    #[test]
    fn moment_arm_is_the_derivative_of_length(pose in pose()) {
        const STEP: f64 = 1e-6;
        for side in Side::BOTH {
            let here = states(&pose, side);
            for c in Coordinate::ALL {
                if near_a_kink(&pose, c, STEP) {
                    continue;
                }
                let q = pose.get(c);
                let (ahead, behind) =
                    (states(&pose.with(c, q + STEP), side), states(&pose.with(c, q - STEP), side));
                for i in 0..here.len() {
                    let numeric = -(ahead[i].length - behind[i].length) / (2.0 * STEP);
                    let error = (numeric - here[i].arms.about(c)).abs();
                    prop_assert!(error < 1e-7, "{} {c:?}: {error:e}", GAIT2392.muscles[i].name);
                }
            }
        }
    }

    /// The left side in a mirrored pose is the right side.
    #[test]
    fn left_mirrors_right(pose in pose()) {
        let right = states(&pose, Side::Right);
        let left = states(&pose.mirrored(), Side::Left);
        for (r, l) in right.iter().zip(&left) {
            prop_assert!((r.length - l.length).abs() < 1e-12);
            for c in Coordinate::ALL {
                let mirrored = l.arms.about(c.mirrored()) * c.mirror_sign();
                prop_assert!((r.arms.about(c) - mirrored).abs() < 1e-12, "{c:?}");
            }
        }
        let a = Kinematics::new(&GAIT2392, &pose).unwrap();
        let b = Kinematics::new(&GAIT2392, &pose.mirrored()).unwrap();
        for body in Body::ALL {
            let other = body.side().map_or(body, |s| body.segment().on(s.other()));
            let (p, q) = (a.frame(body, Reference::Ground), b.frame(other, Reference::Ground));
            prop_assert!((p.origin - q.origin.mirrored()).length() < 1e-12, "{body:?}");
        }
    }

    /// Shortening equals the moment arm summed over the angle: a constant force does the work its
    /// moment does.
    #[test]
    fn work_is_moment_times_angle(pose in pose(), motion in 0..Motion::COUNT) {
        let motion = Motion::ALL[motion];
        let c = motion.on(Side::Right);
        let range = GAIT2392.slider(c);
        // Simpson's rule over a part of the range in which no via point comes or goes.
        let q0 = pose.get(c);
        let width = 0.02_f64.min(range.max - q0);
        prop_assume!(width > 1e-3);
        let steps = 64;
        let at = |i: usize| pose.with(c, q0 + width * i as f64 / steps as f64);
        let kink = (0..=steps).any(|i| near_a_kink(&at(i), c, width / steps as f64));
        prop_assume!(!kink);
        let all: Vec<Vec<MuscleState>> = (0..=steps).map(|i| states(&at(i), Side::Right)).collect();
        for (m, muscle) in GAIT2392.muscles.iter().enumerate() {
            let arm = |i: usize| all[i][m].arms.motion(motion);
            let mut work = arm(0) + arm(steps);
            for i in 1..steps {
                work += if i % 2 == 1 { 4.0 } else { 2.0 } * arm(i);
            }
            work *= width / steps as f64 / 3.0;
            let shortening = all[0][m].length - all[steps][m].length;
            let error = (work - shortening).abs();
            prop_assert!(error < 1e-8, "{}: {error:e} m", muscle.name);
        }
    }

    /// What is supplied and what is said to be missing add up to the demand; a met demand misses by
    /// less than 1e-6 N m; nobody exceeds its bounds.
    #[test]
    fn sharing_accounts_for_every_newton_meter(
        pose in pose(),
        moments in proptest::collection::vec(-120.0..120.0_f64, 6),
        used in 1..64_u32,
        strength in 0.0..1.0_f64,
        exponent in 1.0..4.0_f64,
    ) {
        let states = states(&pose, Side::Right);
        let demands: Vec<Demand> = (0..6)
            .filter(|i| used & (1 << i) != 0)
            .map(|i| Demand::new(Motion::ALL[i], moments[i]))
            .collect();
        let gluteals = kinetics::experiments::groups::GLUTEUS_MEDIUS_AND_MINIMUS;
        let strength = Strength::FULL.with(&GAIT2392, gluteals, strength);
        let input = Sharing { demands: &demands, strength: &strength, exponent };
        let shared = share(&GAIT2392, &states, &input).unwrap();
        for d in &demands {
            let supplied: f64 =
                (0..shared.count).map(|i| shared.force[i] * states[i].arms.motion(d.motion)).sum();
            let missing = shared.missing[d.motion.index()];
            prop_assert!((supplied + missing - d.moment).abs() < 1e-8);
            prop_assert!(!shared.met || missing.abs() < 1e-6);
        }
        for i in 0..shared.count {
            prop_assert!((0.0..=1.0).contains(&shared.activation[i]));
        }
        prop_assert!(shared.met || shared.at_limit().count() > 0);
    }

    /// The required moment is the slope of the potential energy, whichever body is held.
    #[test]
    fn required_moment_is_the_slope_of_potential_energy(pose in pose(), down in -1.0..1.0_f64) {
        const STEP: f64 = 1e-6;
        // Turn the pose as a whole so that the held body has some orientation in the ground.
        let pose = pose.with(Coordinate::PelvisTilt, down).with(Coordinate::PelvisList, 0.3 * down);
        let load = Load {
            body: Body::Torso,
            point: Vec3::new(0.2, 0.3, 0.1),
            force: Vec3::new(0.0, -200.0, 0.0),
        };
        let start = Kinematics::new(&GAIT2392, &pose).unwrap();
        let foot = start.frame(Body::Calcn(Side::Right), Reference::Ground);
        let energy = |pose: &Pose, support: Support| {
            let k = Kinematics::new(&GAIT2392, pose).unwrap();
            // Heights with the held body where it was.
            let to_ground = match support {
                Support::Pelvis => start.pelvis(Reference::Ground),
                Support::Foot(side) => {
                    foot.then(&k.frame(Body::Calcn(side), Reference::Pelvis).inverse())
                }
            };
            let point = k.frame(load.body, Reference::Pelvis).point(load.point);
            Body::ALL.iter().map(|&b| {
                let com = k.center_of_mass(&GAIT2392, &[b], Reference::Pelvis);
                GAIT2392.body(b).mass * GRAVITY * to_ground.point(com).y
            }).sum::<f64>() + 200.0 * to_ground.point(point).y
        };
        for support in [Support::Pelvis, Support::Foot(Side::Right)] {
            for c in Coordinate::ALL.into_iter().filter(|c| c.motion().is_some()) {
                let q = pose.get(c);
                let slope = (energy(&pose.with(c, q + STEP), support)
                    - energy(&pose.with(c, q - STEP), support)) / (2.0 * STEP);
                let moment = required_moment(&GAIT2392, &start, c, support, &[load]);
                prop_assert!((slope - moment).abs() < 1e-4, "{support:?} {c:?}: {slope} {moment}");
            }
        }
    }

    /// No finite pose panics, and what comes out of a sane one is finite.
    #[test]
    fn no_finite_pose_panics(values in proptest::collection::vec(finite(), Coordinate::COUNT)) {
        let mut pose = Pose::NEUTRAL;
        for (c, v) in Coordinate::ALL.into_iter().zip(values) {
            pose.set(c, v);
        }
        let states = states(&pose, Side::Left);
        let demands = [Demand::new(Motion::HipFlexion, pose.get(Coordinate::PelvisTx))];
        let _ = share(&GAIT2392, &states, &Sharing::of(&demands));
        let _ = kinetics::passive::passive_moment(
            &pose,
            Coordinate::HipFlexion(Side::Left),
            &kinetics::passive::Tightness::NORMAL,
        );
    }
}
