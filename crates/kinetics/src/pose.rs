//! Poses: a value for every coordinate.

use crate::error::NotFinite;
use crate::model::Coordinate;

/// A pose: every coordinate's value, in radians (meters for the three pelvis positions).
///
/// The neutral pose is upright standing with every coordinate at zero.
///
/// ```
/// use kinetics::{Coordinate, Pose, Side};
///
/// let pose = Pose::NEUTRAL.with_degrees(Coordinate::HipFlexion(Side::Right), 30.0);
/// assert!((pose.degrees(Coordinate::HipFlexion(Side::Right)) - 30.0).abs() < 1e-12);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pose {
    values: [f64; Coordinate::COUNT],
}

impl Pose {
    /// Every coordinate zero.
    pub const NEUTRAL: Pose = Pose {
        values: [0.0; Coordinate::COUNT],
    };

    /// The value of a coordinate, in radians or meters.
    pub fn get(&self, coordinate: Coordinate) -> f64 {
        self.values[coordinate.index()]
    }

    /// The value of an angle, in degrees.
    pub fn degrees(&self, coordinate: Coordinate) -> f64 {
        self.get(coordinate).to_degrees()
    }

    /// Sets a coordinate, in radians or meters.
    pub fn set(&mut self, coordinate: Coordinate, value: f64) {
        self.values[coordinate.index()] = value;
    }

    /// The pose with one coordinate changed, in radians or meters.
    #[must_use]
    pub fn with(mut self, coordinate: Coordinate, value: f64) -> Pose {
        self.set(coordinate, value);
        self
    }

    /// The pose with one angle changed, in degrees.
    #[must_use]
    pub fn with_degrees(self, coordinate: Coordinate, degrees: f64) -> Pose {
        self.with(coordinate, degrees.to_radians())
    }

    /// The same pose with left and right exchanged.
    #[must_use]
    pub fn mirrored(&self) -> Pose {
        let mut out = Pose::NEUTRAL;
        for c in Coordinate::ALL {
            out.set(c.mirrored(), c.mirror_sign() * self.get(c));
        }
        out
    }

    /// Checks that every value is finite.
    ///
    /// # Errors
    ///
    /// Names the first coordinate that is not.
    pub fn check(&self) -> Result<(), NotFinite> {
        for c in Coordinate::ALL {
            if !self.get(c).is_finite() {
                return Err(NotFinite { input: c.name() });
            }
        }
        Ok(())
    }
}

impl Default for Pose {
    fn default() -> Self {
        Pose::NEUTRAL
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Side;

    #[test]
    fn a_mirrored_pose_swaps_legs_and_leans_the_other_way() {
        let pose = Pose::NEUTRAL
            .with(Coordinate::HipAdduction(Side::Right), 0.2)
            .with(Coordinate::LumbarBending, 0.1);
        let seen = pose.mirrored();
        assert_eq!(seen.get(Coordinate::HipAdduction(Side::Left)), 0.2);
        assert_eq!(seen.get(Coordinate::HipAdduction(Side::Right)), 0.0);
        assert_eq!(seen.get(Coordinate::LumbarBending), -0.1);
        assert_eq!(seen.mirrored(), pose);
    }

    #[test]
    fn a_value_that_is_not_a_number_is_named() {
        let pose = Pose::NEUTRAL.with(Coordinate::LumbarBending, f64::NAN);
        assert_eq!(
            pose.check(),
            Err(NotFinite {
                input: "lumbar_bending"
            })
        );
    }
}
