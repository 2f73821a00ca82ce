//! The weight-bearing lunge: knee to the wall, heel down.
//!
//! ```text
//!      wall |  knee
//!           |o
//!           | \  L         d = L sin θ - (ankle to toe tip)
//!           |  \
//!           |   o ankle    θ: shank from vertical
//!           |<d>~~~~~ foot
//! ```
//!
//! The farther the toes stand from the wall with the heel still down, the more the ankle bends. The
//! distance depends on the length of shank and foot as well, so it compares a person with
//! themselves, not with a shorter or taller one.
//!
//! The identity is exact for a point of a knee above a point of an ankle; kneecap and soft tissue
//! are left out. L is the shank of Gait2392. A podiatry site gives 30-38° as usual; symmetry must
//! not be assumed (Rabin et al. 2015, 64 men, doi:10.4085/1062-6050-49.3.40), and the range falls
//! with age.

use super::settings::{Settings, degrees};
use crate::error::NotFinite;
use crate::kinematics::{Kinematics, Reference};
use crate::math::functions::{cos, sin};
use crate::model::{Body, GAIT2392, Place, Range, Segment, Side};
use crate::pose::Pose;

/// Angle of the shank from vertical, in radians.
pub const SHANK_RANGE: Range = degrees(0.0, 60.0);
/// Horizontal distance from ankle to toe tip, in meters.
pub const FOOT_RANGE: Range = Range::new(0.10, 0.30);

/// The input of [`lunge_test`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LungeTest {
    /// Angle of the shank from vertical, in radians.
    pub shank: f64,
    /// Horizontal distance from ankle to toe tip, in meters.
    pub ankle_to_toe: f64,
}

impl Default for LungeTest {
    /// A shank at 35°, and a foot as far forward as the model has points: the toe tip itself is not
    /// in its tables, so this is the most distal attachment on the toes.
    fn default() -> Self {
        LungeTest {
            shank: 35_f64.to_radians(),
            ankle_to_toe: model_ankle_to_toe(),
        }
    }
}

/// The result of [`lunge_test`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LungeTestResult {
    /// Length of the shank used, in meters.
    pub shank_length: f64,
    /// Distance from toe tip to wall, in meters. Negative when the knee does not reach over the toes.
    pub distance: f64,
    /// How much shank angle a centimeter of distance is worth here, in radians.
    pub angle_per_centimeter: f64,
    /// True when an input was out of range.
    pub clamped: bool,
}

/// The distance to the wall for an angle of the shank. See the [module](self).
///
/// # Errors
///
/// When an input is not finite.
pub fn lunge_test(input: &LungeTest) -> Result<LungeTestResult, NotFinite> {
    let mut set = Settings::default();
    let shank = set.read(input.shank, "shank", SHANK_RANGE)?;
    let foot = set.read(input.ankle_to_toe, "ankle_to_toe", FOOT_RANGE)?;
    let length = GAIT2392.shank_length();
    Ok(LungeTestResult {
        shank_length: length,
        distance: length * sin(shank) - foot,
        angle_per_centimeter: 0.01 / (length * cos(shank)),
        clamped: set.clamped,
    })
}

/// How far forward of the ankle the model has a point on the toes, in meters.
fn model_ankle_to_toe() -> f64 {
    let model = &GAIT2392;
    let Ok(k) = Kinematics::new(model, &Pose::NEUTRAL) else {
        return FOOT_RANGE.min;
    };
    let at = |body| k.frame(body, Reference::Pelvis);
    let (ankle, toes) = (
        at(Body::Talus(Side::Right)).origin,
        at(Body::Toes(Side::Right)),
    );
    let mut far = 0.0_f64;
    for point in model.muscles.iter().flat_map(|m| m.points) {
        if let (Segment::Toes, Place::Fixed(p)) = (point.segment, &point.place) {
            far = far.max(toes.point(*p).x - ankle.x);
        }
    }
    far
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_distance_follows_the_identity() {
        let input = LungeTest {
            shank: 30_f64.to_radians(),
            ankle_to_toe: 0.15,
        };
        let r = lunge_test(&input).unwrap();
        assert!((r.distance - (0.43 * 0.5 - 0.15)).abs() < 1e-12);
        let more = LungeTest {
            shank: input.shank + r.angle_per_centimeter,
            ..input
        };
        let farther = lunge_test(&more).unwrap().distance - r.distance;
        assert!((farther - 0.01).abs() < 1e-4, "{farther}");
    }

    #[test]
    fn the_model_foot_ends_at_its_most_distal_toe_point() {
        // Subtalar and metatarsophalangeal offsets and the end of extensor hallucis longus.
        assert!((model_ankle_to_toe() - (-0.04877 + 0.1788 + 0.0563)).abs() < 1e-12);
    }
}
