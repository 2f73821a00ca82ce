//! The subtalar joint as a mitred hinge.
//!
//! The axis rises from the heel toward the big toe. Turning about it is part roll of the heel and
//! part turn of the shank, in a fixed proportion:
//!
//! ```text
//!         shank                 axis u = (cos i cos d, sin i, -cos i sin d)
//!           |      __--> u      eversion of the heel    phi ux
//!           | __--   i          turn of the shank       phi uy
//!    heel --o------------ toes
//!                               ratio = uy / ux = tan i / cos d
//! ```
//!
//! With the foot on the ground, a heel that rolls in by one degree turns the shank in by the ratio:
//! 0.768 for the axis of Gait2392 (37.2° up, 8.7° medial), 1 for an axis at 45° and straight ahead.
//! Eight specimens measured 0.68 ± 0.15 (PMC5987802). A hinge is an approximation: the real axis
//! wanders as the joint turns, and differs from foot to foot.

use super::settings::{Settings, degrees};
use crate::error::NotFinite;
use crate::math::functions::{atan2, cos, hypot, tan};
use crate::model::{GAIT2392, Range};

/// Turn of the tibia per degree of eversion in eight specimens: mean and standard deviation
/// (PMC5987802).
pub const MEASURED_RATIO: (f64, f64) = (0.68, 0.15);

/// Inclination of the axis above the ground, in radians.
pub const INCLINATION_RANGE: Range = degrees(15.0, 70.0);
/// Deviation of the axis toward the midline, in radians.
pub const DEVIATION_RANGE: Range = degrees(-10.0, 50.0);
/// Roll of the heel, in radians.
pub const EVERSION_RANGE: Range = degrees(-20.0, 20.0);

/// The input of [`subtalar_hinge`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SubtalarHinge {
    /// Inclination of the axis above the ground, in radians.
    pub inclination: f64,
    /// Deviation of the axis toward the midline, in radians.
    pub deviation: f64,
    /// Roll of the heel with the foot on the ground, in radians; eversion positive.
    pub eversion: f64,
}

impl Default for SubtalarHinge {
    /// The axis of Gait2392, everted by ten degrees.
    fn default() -> Self {
        let u = GAIT2392.subtalar.axis;
        SubtalarHinge {
            inclination: atan2(u.y, hypot(u.x, u.z)),
            deviation: atan2(-u.z, u.x),
            eversion: 10_f64.to_radians(),
        }
    }
}

/// The result of [`subtalar_hinge`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SubtalarHingeResult {
    /// Turn of the shank per unit of eversion.
    pub ratio: f64,
    /// Rotation about the axis, in radians; eversion positive.
    pub about_axis: f64,
    /// Inward turn of the shank, in radians.
    pub shank_rotation: f64,
    /// True when an input was out of range.
    pub clamped: bool,
}

/// How far the shank turns when the heel rolls. See the [module](self).
///
/// # Errors
///
/// When an input is not finite.
pub fn subtalar_hinge(input: &SubtalarHinge) -> Result<SubtalarHingeResult, NotFinite> {
    let mut set = Settings::default();
    let inclination = set.read(input.inclination, "inclination", INCLINATION_RANGE)?;
    let deviation = set.read(input.deviation, "deviation", DEVIATION_RANGE)?;
    let eversion = set.read(input.eversion, "eversion", EVERSION_RANGE)?;
    let ratio = tan(inclination) / cos(deviation);
    Ok(SubtalarHingeResult {
        ratio,
        about_axis: eversion / (cos(inclination) * cos(deviation)),
        shank_rotation: eversion * ratio,
        clamped: set.clamped,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ratios_are_those_of_the_reference() {
        let ratio = |i: f64, d: f64| {
            let input = SubtalarHinge {
                inclination: i.to_radians(),
                deviation: d.to_radians(),
                ..SubtalarHinge::default()
            };
            subtalar_hinge(&input).unwrap().ratio
        };
        assert!((subtalar_hinge(&SubtalarHinge::default()).unwrap().ratio - 0.768).abs() < 5e-4);
        for (i, d, expected) in [(45.0, 0.0, 1.0), (30.0, 16.0, 0.601), (55.0, 16.0, 1.486)] {
            assert!((ratio(i, d) - expected).abs() < 5e-4, "{i} {d}");
        }
    }

    #[test]
    fn the_model_axis_is_37_degrees_up_and_9_medial() {
        let axis = SubtalarHinge::default();
        assert!((axis.inclination.to_degrees() - 37.2).abs() < 0.05);
        assert!((axis.deviation.to_degrees() - 8.7).abs() < 0.05);
    }
}
