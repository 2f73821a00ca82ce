//! Where lost hip extension comes from, by `kinetics`.

use kinetics::experiments::hip_flexor_in_gait::{
    FITTED_BACK_PRICE, FULL_EXTENSION, HipFlexorInGait, HipFlexorInGaitResult, hip_flexor_in_gait,
};

use super::Way;

/// Changes against the full step, in degrees and centimeters.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Split {
    /// Hip extension lost.
    pub lost: f64,
    /// The most the hip still extends; negative when it stays bent.
    pub allowed: f64,
    /// More forward tilt of the pelvis.
    pub tilt: f64,
    /// More forward lean of the trunk.
    pub lean: f64,
    /// More extension of the low back.
    pub back: f64,
    /// How much less the thigh points back.
    pub thigh: f64,
    /// More bend of the knee.
    pub knee: f64,
    /// How much nearer the trailing foot stays.
    pub step: f64,
}

/// What extending the low back costs, when leaning the trunk costs 1.
const fn price(way: Way) -> f64 {
    match way {
        Way::Measured => FITTED_BACK_PRICE,
        Way::Alike => 1.0,
        Way::Upright => 0.01,
    }
}

/// The split of a loss of `lost` degrees.
///
/// The model refuses numbers that are not finite; a state holds whole numbers, so the default that
/// stands in for an error is never seen.
pub(super) fn split(lost: i32, way: Way) -> Split {
    let input = HipFlexorInGait {
        allowed_extension: FULL_EXTENSION - f64::from(lost).to_radians(),
        back_price: price(way),
    };
    let from_model = |result: HipFlexorInGaitResult| Split {
        lost: result.lost.to_degrees(),
        allowed: (FULL_EXTENSION - result.lost).to_degrees(),
        tilt: result.anterior_tilt.to_degrees(),
        lean: result.trunk_lean.to_degrees(),
        back: result.lumbar_extension.to_degrees(),
        thigh: result.thigh.to_degrees(),
        knee: result.knee_flexion.to_degrees(),
        step: 100.0 * result.step_loss,
    };
    hip_flexor_in_gait(&input).map_or_else(|_| Split::default(), from_model)
}
