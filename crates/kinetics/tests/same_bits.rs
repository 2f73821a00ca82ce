//! The browser and a native build agree to the last bit: the same checksum in both.

use kinetics::experiments::{
    Bridge, OneLegStance, ThomasTest, Trendelenburg, bridge, one_leg_stance, thomas_test,
    trendelenburg,
};
use kinetics::kinematics::Kinematics;
use kinetics::muscle::muscle_state;
use kinetics::{Coordinate, GAIT2392, Pose, Side};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;
#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// Changes only when the model or a formula does; then take the new value from the failure.
const EXPECTED: u64 = 0x73d6_14a4_a2b5_c265;

/// FNV-1a over the bits of numbers.
struct Checksum(u64);

impl Checksum {
    fn add(&mut self, value: f64) {
        for byte in value.to_bits().to_le_bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
        }
    }
}

#[test]
fn every_bit_is_the_same_everywhere() {
    let mut sum = Checksum(0xcbf2_9ce4_8422_2325);
    for step in 0..20 {
        let mut pose = Pose::NEUTRAL;
        for (i, c) in Coordinate::ALL.into_iter().enumerate() {
            let range = GAIT2392.slider(c);
            let part = f64::from((step * 7 + i as i32 * 3) % 20) / 19.0;
            pose.set(c, range.min + part * range.width());
        }
        let k = Kinematics::new(&GAIT2392, &pose).unwrap();
        for side in Side::BOTH {
            for muscle in GAIT2392.muscles {
                let state = muscle_state(muscle, &k, side);
                sum.add(state.length);
                state.arms.values.into_iter().for_each(|arm| sum.add(arm));
            }
        }
        let part = f64::from(step) / 20.0;
        let r = one_leg_stance(&OneLegStance {
            pelvis_drop: 0.2 * part,
            ..Default::default()
        });
        sum.add(r.unwrap().joint.magnitude);
        let r = trendelenburg(&Trendelenburg {
            strength: part,
            ..Default::default()
        })
        .unwrap();
        r.shared.force.into_iter().for_each(|force| sum.add(force));
        let r = thomas_test(&ThomasTest {
            tight_shift: part,
            ..Default::default()
        });
        sum.add(r.unwrap().hip_flexion);
        sum.add(
            bridge(&Bridge {
                lift: part,
                ..Default::default()
            })
            .unwrap()
            .hip_moment,
        );
    }
    assert_eq!(sum.0, EXPECTED, "{:#x}", sum.0);
}
