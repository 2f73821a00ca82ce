//! The textbook's version: the leg as a free body.
//!
//! Benedek and Villars (after Inman) cut the leg free. The ground pushes it up at the foot, its own
//! weight of W/7 pulls it down, the abductors pull its trochanter up at 70° to the horizontal, and
//! the pelvis presses down on its head with R:
//!
//! ```text
//!            R
//!             \    / T at 70°
//!              \  /
//!          head o--o trochanter       T sin 70° · a + W/7 · c = N · b    (moments about the head)
//!                 |                   Rx = T cos 70°
//!                 | W/7 down          Ry = T sin 70° + N - W/7
//!                 |
//!               foot, N up
//! ```
//!
//! With a cane in the opposite hand that takes W/6, the book gives T = 0.65 W and R = 1.3 W
//! (quoted from Williams & Lissner and Benedek & Villars). The lever arms behind that figure could
//! not be checked, so this module takes them as inputs and states none.

use crate::math::functions::{sin, sin_cos};

/// Weight of the leg, as a fraction of body weight.
pub const LEG_WEIGHT: f64 = 1.0 / 7.0;

/// Angle of the abductors' pull to the horizontal, in radians (70°).
pub const PULL_ANGLE: f64 = 70.0 * core::f64::consts::PI / 180.0;

/// Share of body weight a cane in the opposite hand takes in the book's second example.
pub const CANE_SHARE: f64 = 1.0 / 6.0;

/// The book's tension with that cane, in body weights.
pub const TENSION_WITH_CANE: f64 = 0.65;

/// The book's joint reaction with that cane, in body weights.
pub const REACTION_WITH_CANE: f64 = 1.3;

/// Distances from the center of the femoral head, in meters (or any one unit: only their ratios
/// matter).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Levers {
    /// To the line of the abductors' vertical pull, outward.
    pub abductors: f64,
    /// To the leg's own center of mass, inward.
    pub leg: f64,
    /// To the foot's push from the ground, inward.
    pub foot: f64,
}

/// Tension of the abductors, in body weights, when the ground pushes the foot with `ground` body
/// weights. `None` when the abductors have no lever arm.
pub fn tension(levers: &Levers, ground: f64) -> Option<f64> {
    let arm = sin(PULL_ANGLE) * levers.abductors;
    let tension = (ground * levers.foot - LEG_WEIGHT * levers.leg) / arm;
    tension.is_finite().then_some(tension)
}

/// Joint reaction in body weights, horizontal and vertical, for a tension and a push of the ground,
/// both in body weights.
pub fn reaction(tension: f64, ground: f64) -> (f64, f64) {
    let (sin, cos) = sin_cos(PULL_ANGLE);
    (tension * cos, tension * sin + ground - LEG_WEIGHT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reaction_with_a_cane_follows_from_the_tension() {
        let (x, y) = reaction(TENSION_WITH_CANE, 1.0 - CANE_SHARE);
        assert!(
            (x.hypot(y) - REACTION_WITH_CANE).abs() < 0.05,
            "{}",
            x.hypot(y)
        );
    }

    #[test]
    fn tension_balances_the_moments() {
        let levers = Levers {
            abductors: 2.0,
            leg: 1.0,
            foot: 3.0,
        };
        let t = tension(&levers, 1.0).unwrap();
        let left = t * PULL_ANGLE.sin() * levers.abductors + LEG_WEIGHT * levers.leg;
        assert!((left - levers.foot).abs() < 1e-12);
        assert_eq!(
            tension(
                &Levers {
                    abductors: 0.0,
                    ..levers
                },
                1.0
            ),
            None
        );
    }
}
