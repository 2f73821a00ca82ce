//! The angles of a state, from `kinetics`.

use kinetics::experiments::thomas_test::{ThomasTest, ThomasTestResult, thomas_test};

use super::State;

/// The hip in the Thomas test; degrees and newton meters.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct OnTable {
    /// Bend of the hip against the pelvis; negative is extension.
    pub hip: f64,
    /// Thigh against level, positive above it: what the examiner sees.
    pub thigh: f64,
    /// Turning effect of the leg's weight on the hip with the thigh level.
    pub weight_moment: f64,
    /// Passive turning effect that holds the leg.
    pub passive_moment: f64,
    /// Whether the thigh is not above level: the reading.
    pub passes: bool,
    /// Whether the hip stays bent against the pelvis: what the test wants to know.
    pub short: bool,
}

/// The angles of a state in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Angles {
    /// Forward tilt of the pelvis.
    pub tilt: f64,
    /// How far back the thigh should point.
    pub wanted: f64,
    /// Extension at which the hip stops; negative when it stays bent.
    pub available: f64,
    /// How far back the thigh points; negative is forward.
    pub thigh: f64,
    /// Extension of the hip as it stands; negative is bend.
    pub hip: f64,
    /// How far the low back must extend beyond its rest to keep the trunk upright.
    pub low_back: f64,
    /// Extension left until the hip stops; 0 when it has stopped.
    pub spare: f64,
    /// What the thigh lacks to point where it should.
    pub missing: f64,
    /// The thigh in the Thomas test with the pelvis held flat, positive above level.
    pub held: f64,
    /// The same hip in the Thomas test, with the same tilt.
    pub table: OnTable,
}

/// The Thomas test of a hip that is `tight` degrees tight, the pelvis tilted by `tilt` degrees.
///
/// The model refuses numbers that are not finite; a state holds whole numbers, so the default that
/// stands in for an error is never seen.
fn test(tight: i32, tilt: i32) -> OnTable {
    let input = ThomasTest {
        tight_shift: f64::from(tight).to_radians(),
        anterior_tilt: f64::from(tilt).to_radians(),
        ..ThomasTest::default()
    };
    let from_model = |result: ThomasTestResult| OnTable {
        hip: result.hip_flexion.to_degrees(),
        thigh: result.thigh_to_horizontal.to_degrees(),
        weight_moment: result.weight_moment,
        passive_moment: result.passive_moment,
        passes: result.passes,
        short: result.hip_flexion > 0.0,
    };
    thomas_test(&input).map_or_else(|_| OnTable::default(), from_model)
}

/// The angles of `state`.
///
/// How far the hip extends is where a leg's own weight takes it, the pelvis held flat. Turning the
/// pelvis forward or the thigh back opens or closes the same angle, so the thigh stops at the hip's
/// extension plus the tilt.
pub(super) fn angles(state: &State) -> Angles {
    let (tilt, wanted) = (f64::from(state.tilt), f64::from(state.back));
    let held = test(state.tight, 0);
    let available = -held.hip;
    let thigh = wanted.min(available + tilt);
    Angles {
        tilt,
        wanted,
        available,
        thigh,
        hip: thigh - tilt,
        low_back: tilt,
        spare: (available + tilt - wanted).max(0.0),
        missing: (wanted - available - tilt).max(0.0),
        held: held.thigh,
        table: test(state.tight, state.tilt),
    }
}
