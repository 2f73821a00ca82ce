//! Short hip flexors in walking: where does the lost extension go?
//!
//! Late in stance the thigh points back. If the hip does not extend, the angle it lacks must come
//! from somewhere:
//!
//! ```text
//! lost extension = pelvis tilts forward + thigh points back less
//! pelvis tilt    = trunk leans forward  + low back extends
//! shorter thigh  : step shortens, unless the knee bends and takes the shank further back
//! ```
//!
//! These are identities; how the loss is divided is not. Here every part has a price and the cheapest
//! sum wins (least squares). The prices reproduce what adults did who walked with an emulated psoas
//! contracture on both sides (PGCS): per 10° lost, the pelvis tilted 4.2° and the trunk leaned 4.0°,
//! and the knee stayed 2.4° more bent. Nothing like one for one: "tight hip flexors tilt the pelvis"
//! is less than half the story, and the low back hardly made up for it.
//!
//! Change the price of the low back to see a body that keeps its trunk upright: then the low back
//! extends by what the pelvis tilts, `Δ lumbar extension = -Δ pelvic tilt` in the model's signs.
//!
//! # Limits
//!
//! Small angles, one instant of the stride, prices fitted to three numbers of one study whose data
//! are not ours to reprint. A description, not a prediction for a person.

use super::settings::{Settings, degrees};
use crate::error::NotFinite;
use crate::model::{GAIT2392, Range};
use crate::optimize::{BoxProblem, Cost};

/// The extension at which nothing is lost, in radians: what unrestricted walking allowed for.
pub const FULL_EXTENSION: f64 = 10.0 * core::f64::consts::PI / 180.0;
/// The most extension the hip allows, in radians; negative when it stays flexed.
pub const ALLOWED_RANGE: Range = degrees(-40.0, 10.0);
/// Price of extending the low back against that of leaning the trunk.
pub const BACK_PRICE_RANGE: Range = Range::new(0.01, 100.0);

/// The default price of the low back: fitted, see the module.
pub const FITTED_BACK_PRICE: f64 = 20.0;
/// Price of bending the knee, per square radian; leaning the trunk costs 1. Fitted.
const KNEE_PRICE: f64 = 0.8675;
/// Price of shortening the step, per square meter. Fitted.
const STEP_PRICE: f64 = 1.289;

/// The input of [`hip_flexor_in_gait`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HipFlexorInGait {
    /// The most extension the hip allows, in radians; negative when it stays flexed.
    pub allowed_extension: f64,
    /// Price of extending the low back, when leaning the trunk costs 1.
    pub back_price: f64,
}

impl Default for HipFlexorInGait {
    /// Ten degrees lost, prices as fitted.
    fn default() -> Self {
        HipFlexorInGait {
            allowed_extension: 0.0,
            back_price: FITTED_BACK_PRICE,
        }
    }
}

/// The result of [`hip_flexor_in_gait`]: changes against unrestricted walking.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HipFlexorInGaitResult {
    /// Hip extension lost, in radians.
    pub lost: f64,
    /// More forward tilt of the pelvis, in radians.
    pub anterior_tilt: f64,
    /// More forward lean of the trunk, in radians.
    pub trunk_lean: f64,
    /// More extension of the low back, in radians.
    pub lumbar_extension: f64,
    /// How much less the thigh points back, in radians.
    pub thigh: f64,
    /// More bend of the knee, in radians.
    pub knee_flexion: f64,
    /// How much nearer the trailing foot stays, in meters.
    pub step_loss: f64,
    /// True when an input was out of range.
    pub clamped: bool,
}

/// Divides a loss of hip extension. See the [module](self).
///
/// # Errors
///
/// When an input is not finite.
pub fn hip_flexor_in_gait(input: &HipFlexorInGait) -> Result<HipFlexorInGaitResult, NotFinite> {
    let mut set = Settings::default();
    let allowed = set.read(input.allowed_extension, "allowed_extension", ALLOWED_RANGE)?;
    let back_price = set.read(input.back_price, "back_price", BACK_PRICE_RANGE)?;
    let lost = FULL_EXTENSION - allowed;
    let shank = GAIT2392.shank_length();
    let leg = shank - GAIT2392.knee.y.at(0.0).0;

    // One condition remains when the thigh is what trunk and back leave of the loss:
    // step = L_leg (lost - trunk - back) - L_shank knee.
    let mut problem = BoxProblem::new();
    let row = problem.row(leg * lost).unwrap_or(0);
    for (weight, coefficient) in [
        (1.0, leg),
        (back_price, leg),
        (KNEE_PRICE, shank),
        (STEP_PRICE, 1.0),
    ] {
        if let Some(column) = problem.column(
            Cost::Parabola {
                weight,
                target: 0.0,
            },
            -2.0,
            2.0,
        ) {
            problem.set(row, column, coefficient);
        }
    }
    let [trunk, back, knee, step, ..] = problem.solve().x;
    Ok(HipFlexorInGaitResult {
        lost,
        anterior_tilt: trunk + back,
        trunk_lean: trunk,
        lumbar_extension: back,
        thigh: lost - trunk - back,
        knee_flexion: knee,
        step_loss: step,
        clamped: set.clamped,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_degrees_divide_as_in_the_study() {
        let r = hip_flexor_in_gait(&HipFlexorInGait::default()).unwrap();
        let near =
            |a: f64, b: f64| assert!((a.to_degrees() - b).abs() < 0.05, "{} {b}", a.to_degrees());
        near(r.lost, 10.0);
        near(r.anterior_tilt, 4.2);
        near(r.trunk_lean, 4.0);
        near(r.knee_flexion, 2.4);
        near(r.anterior_tilt + r.thigh, 10.0);
    }

    #[test]
    fn a_supple_back_keeps_the_trunk_upright() {
        let input = HipFlexorInGait {
            back_price: 0.01,
            ..HipFlexorInGait::default()
        };
        let r = hip_flexor_in_gait(&input).unwrap();
        assert!(r.trunk_lean < 0.02 * r.anterior_tilt);
        assert!((r.lumbar_extension - r.anterior_tilt).abs() < 0.02 * r.anterior_tilt);
    }

    #[test]
    fn nothing_lost_changes_nothing() {
        let input = HipFlexorInGait {
            allowed_extension: FULL_EXTENSION,
            ..Default::default()
        };
        let r = hip_flexor_in_gait(&input).unwrap();
        assert!(r.anterior_tilt.abs() < 1e-12 && r.step_loss.abs() < 1e-12);
    }
}
