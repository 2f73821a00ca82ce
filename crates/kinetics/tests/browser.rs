//! What a figure's frame costs in the browser; `docs/benchmarks.md` has the command.
#![cfg(target_arch = "wasm32")]

use kinetics::experiments::{OneLegStance, Trendelenburg, one_leg_stance, trendelenburg};
use kinetics::kinematics::Kinematics;
use kinetics::muscle::{MuscleState, all_muscles};
use kinetics::sharing::{Demand, Sharing, share};
use kinetics::{Coordinate, GAIT2392, Motion, MuscleId, Pose, Side};
use std::hint::black_box;
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// A frame of a figure, four times slowed, must stay below this, in milliseconds.
const BUDGET: f64 = 4.0;
const SLOWED: f64 = 4.0;

/// Mean time of `f` over at least 300 ms, in milliseconds.
fn time(mut f: impl FnMut()) -> f64 {
    for _ in 0..200 {
        f();
    }
    let start = js_sys::Date::now();
    let mut count = 0.0;
    loop {
        for _ in 0..50 {
            f();
        }
        count += 50.0;
        let elapsed = js_sys::Date::now() - start;
        if elapsed > 300.0 {
            return elapsed / count;
        }
    }
}

#[wasm_bindgen_test]
fn a_figure_frame_fits_in_the_budget() {
    let pose = Pose::NEUTRAL
        .with_degrees(Coordinate::HipFlexion(Side::Right), 35.0)
        .with_degrees(Coordinate::KneeAngle(Side::Right), -50.0)
        .with_degrees(Coordinate::AnkleAngle(Side::Right), 10.0);
    let demands = [
        Demand::new(Motion::HipFlexion, -40.0),
        Demand::new(Motion::HipAdduction, -50.0),
        Demand::new(Motion::HipRotation, 5.0),
        Demand::new(Motion::KneeAngle, 45.0),
        Demand::new(Motion::AnkleAngle, -60.0),
        Demand::new(Motion::SubtalarAngle, 3.0),
    ];
    let mut right = [MuscleState::EMPTY; MuscleId::COUNT];
    let mut left = right;
    let muscles = time(|| {
        if let Ok(k) = Kinematics::new(&GAIT2392, black_box(&pose)) {
            all_muscles(&GAIT2392, &k, Side::Right, &mut right);
        }
    });
    let sharing = time(|| {
        let _ = black_box(share(&GAIT2392, &right, &Sharing::of(black_box(&demands))));
    });
    let frame = time(|| {
        if let Ok(k) = Kinematics::new(&GAIT2392, black_box(&pose)) {
            all_muscles(&GAIT2392, &k, Side::Right, &mut right);
            all_muscles(&GAIT2392, &k, Side::Left, &mut left);
            let _ = black_box(share(&GAIT2392, &right, &Sharing::of(&demands)));
        }
    });
    let stance = time(|| {
        let _ = black_box(one_leg_stance(black_box(&OneLegStance::default())));
    });
    let weak = time(|| {
        let input = Trendelenburg {
            strength: 0.25,
            ..Trendelenburg::default()
        };
        let _ = black_box(trendelenburg(black_box(&input)));
    });
    console_log!(
        "46 muscles with all moment arms: {:.1} us",
        1000.0 * muscles
    );
    console_log!("load sharing, 6 moments: {:.1} us", 1000.0 * sharing);
    console_log!(
        "frame, both sides and sharing: {:.3} ms, slowed {:.3} ms",
        frame,
        SLOWED * frame
    );
    console_log!("one_leg_stance: {:.1} us", 1000.0 * stance);
    console_log!(
        "trendelenburg, too weak: {:.3} ms, slowed {:.3} ms",
        weak,
        SLOWED * weak
    );
    assert!(SLOWED * frame < BUDGET, "{frame} ms");
}
