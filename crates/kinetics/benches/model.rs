//! What a figure's frame costs.
//!
//! ```text
//! cargo bench -p kinetics --bench model
//! ```
#![allow(
    missing_docs,
    reason = "criterion's macros make public functions without docs"
)]

use criterion::{Criterion, criterion_group, criterion_main};
use kinetics::experiments::{OneLegStance, Trendelenburg, one_leg_stance, trendelenburg};
use kinetics::kinematics::Kinematics;
use kinetics::muscle::{MuscleState, all_muscles};
use kinetics::sharing::{Demand, Sharing, share};
use kinetics::{Coordinate, GAIT2392, Motion, MuscleId, Pose, Side};
use std::hint::black_box;

fn pose() -> Pose {
    Pose::NEUTRAL
        .with_degrees(Coordinate::HipFlexion(Side::Right), 35.0)
        .with_degrees(Coordinate::HipAdduction(Side::Right), -8.0)
        .with_degrees(Coordinate::HipRotation(Side::Right), 12.0)
        .with_degrees(Coordinate::KneeAngle(Side::Right), -50.0)
        .with_degrees(Coordinate::AnkleAngle(Side::Right), 10.0)
        .with_degrees(Coordinate::SubtalarAngle(Side::Right), -5.0)
}

fn demands() -> [Demand; 6] {
    [
        Demand::new(Motion::HipFlexion, -40.0),
        Demand::new(Motion::HipAdduction, -50.0),
        Demand::new(Motion::HipRotation, 5.0),
        Demand::new(Motion::KneeAngle, 45.0),
        Demand::new(Motion::AnkleAngle, -60.0),
        Demand::new(Motion::SubtalarAngle, 3.0),
    ]
}

fn model(c: &mut Criterion) {
    let pose = pose();
    c.bench_function("kinematics of one pose, both sides", |b| {
        b.iter(|| Kinematics::new(&GAIT2392, black_box(&pose)));
    });
    c.bench_function("46 muscles with all moment arms, one pose", |b| {
        let mut states = [MuscleState::EMPTY; MuscleId::COUNT];
        b.iter(|| {
            let k = Kinematics::new(&GAIT2392, black_box(&pose));
            if let Ok(k) = &k {
                all_muscles(&GAIT2392, k, Side::Right, &mut states);
            }
            black_box(&states)[7].length
        });
    });
    let mut states = [MuscleState::EMPTY; MuscleId::COUNT];
    if let Ok(k) = Kinematics::new(&GAIT2392, &pose) {
        all_muscles(&GAIT2392, &k, Side::Right, &mut states);
    }
    let leg = demands();
    c.bench_function("load sharing, hip only, 3 moments", |b| {
        b.iter(|| share(&GAIT2392, &states, &Sharing::of(black_box(&leg[..3]))));
    });
    c.bench_function("load sharing, whole leg, 6 moments", |b| {
        b.iter(|| share(&GAIT2392, &states, &Sharing::of(black_box(&leg))));
    });
    let impossible = leg.map(|d| Demand::new(d.motion, 10.0 * d.moment));
    c.bench_function("load sharing, impossible demand", |b| {
        b.iter(|| share(&GAIT2392, &states, &Sharing::of(black_box(&impossible))));
    });
    c.bench_function("frame: pose, muscles of both sides, sharing", |b| {
        let (mut right, mut left) = (states, states);
        b.iter(|| {
            let k = Kinematics::new(&GAIT2392, black_box(&pose)).ok()?;
            all_muscles(&GAIT2392, &k, Side::Right, &mut right);
            all_muscles(&GAIT2392, &k, Side::Left, &mut left);
            share(&GAIT2392, &right, &Sharing::of(&leg)).ok()
        });
    });
    c.bench_function("experiment: one_leg_stance", |b| {
        b.iter(|| one_leg_stance(black_box(&OneLegStance::default())));
    });
    c.bench_function("experiment: trendelenburg, too weak", |b| {
        let input = Trendelenburg {
            strength: 0.25,
            ..Trendelenburg::default()
        };
        b.iter(|| trendelenburg(black_box(&input)));
    });
}

criterion_group!(benches, model);
criterion_main!(benches);
