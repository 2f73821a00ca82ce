//! Every experiment answers every finite input, and names the input that is not finite.
#![cfg(not(target_arch = "wasm32"))]

use kinetics::experiments::bridge::Legs;
use kinetics::experiments::one_leg_stance::{Cane, Lean, Load};
use kinetics::experiments::*;
use kinetics::{Coordinate, Motion, MuscleId, Pose, Range, Side};
use proptest::prelude::*;

/// Any number, with those that break things made common.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        3 => -3.0..3.0_f64,
        2 => any::<f64>(),
        1 => prop_oneof![Just(f64::MAX), Just(f64::MIN), Just(0.0), Just(f64::MIN_POSITIVE)],
        1 => prop_oneof![Just(f64::NAN), Just(f64::INFINITY)],
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn no_input_panics(v in proptest::collection::vec(number(), 8), pick in 0..3_usize) {
        let finite = |n: usize| v[..n].iter().all(|x| x.is_finite());
        let r = one_leg_stance(&OneLegStance {
            stance: Side::Left,
            lean: if pick == 0 { Lean::Angle(v[0]) } else { Lean::Shift(v[0]) },
            pelvis_drop: v[1],
            cane: if pick == 1 { Cane::SameSide { force: v[2] } } else { Cane::OppositeSide { force: v[2] } },
            load: if pick == 2 { Load::Left { mass: v[3] } } else { Load::Right { mass: v[3] } },
            abductor_strength: v[4],
        });
        prop_assert_eq!(r.is_ok(), finite(5));
        if let Ok(r) = r {
            prop_assert!(r.required_moment.is_finite() && r.joint.magnitude.is_finite());
        }
        let r = trendelenburg(&Trendelenburg { strength: v[0], lean: Lean::Angle(v[1]), pelvis_drop: v[2] });
        prop_assert_eq!(r.is_ok(), finite(3));
        let r = trendelenburg::hold(v[0], v[1]);
        prop_assert_eq!(r.is_ok(), finite(2));
        if let Ok(r) = r {
            prop_assert!(r.held.is_finite() && r.held.abs() <= v[0].abs());
        }
        let r = thomas_test(&ThomasTest {
            knee_flexion: v[0], anterior_tilt: v[1], tight_shift: v[2], tight_factor: v[3],
        });
        prop_assert_eq!(r.is_ok(), finite(4));
        if let Ok(r) = r {
            prop_assert!(r.hip_flexion.is_finite());
        }
        let r = hip_flexor_in_gait(&HipFlexorInGait { allowed_extension: v[0], back_price: v[1] });
        prop_assert_eq!(r.is_ok(), finite(2));
        if let Ok(r) = r {
            prop_assert!((r.anterior_tilt + r.thigh - r.lost).abs() < 1e-9);
        }
        let r = dorsiflexion_budget(&DorsiflexionBudget { limit: v[0], thigh: v[1], trunk_lean: v[2] });
        prop_assert_eq!(r.is_ok(), finite(3));
        let r = lunge_test(&LungeTest { shank: v[0], ankle_to_toe: v[1] });
        prop_assert_eq!(r.is_ok(), finite(2));
        let r = subtalar_hinge(&SubtalarHinge { inclination: v[0], deviation: v[1], eversion: v[2] });
        prop_assert_eq!(r.is_ok(), finite(3));
        let r = hip_extension_sharing(&HipExtensionSharing {
            hip_flexion: v[0], knee_flexion: v[1], moment: v[2], gluteus_strength: v[3],
        });
        prop_assert_eq!(r.is_ok(), finite(4));
        let r = walking_cycle(&WalkingCycle {
            percent: v[0], abductors: v[1], gluteus_maximus: v[2], hamstrings: v[3],
            iliopsoas: v[4], quadriceps: v[5], calf: v[6],
        });
        prop_assert_eq!(r.is_ok(), finite(7));
        let r = bridge(&Bridge {
            legs: if pick == 0 { Legs::Single } else { Legs::Double },
            lift: v[0], shank_lean: v[1], load: v[2], band: v[3], gluteus_strength: v[4],
        });
        prop_assert_eq!(r.is_ok(), finite(5));
        if let Ok(r) = r {
            prop_assert!(r.hip_moment.is_finite() && r.pose.check().is_ok());
        }
    }

    #[test]
    fn no_sweep_panics(min in number(), max in number(), muscle in 0..MuscleId::COUNT, motion in 0..Motion::COUNT) {
        let r = muscle_roles(&MuscleRoles {
            muscle: MuscleId::ALL[muscle],
            sweep: Motion::ALL[motion],
            range: Range::new(min, max),
            pose: Pose::NEUTRAL.with(Coordinate::KneeAngle(Side::Right), -0.3),
        });
        prop_assert_eq!(r.is_ok(), min.is_finite() && max.is_finite());
    }
}
