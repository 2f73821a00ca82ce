//! One joint's passive moment.

use super::Tightness;
use crate::math::functions::exp;
use crate::model::Coordinate;

/// One end of a range: an exponential that rises toward it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct End {
    /// Size at the onset, in N m.
    pub coefficient: f64,
    /// Growth, per radian.
    pub rate: f64,
    /// Where the size is that of the coefficient, in radians.
    pub onset: f64,
    /// Growth with knee flexion, per radian.
    pub coupling: f64,
}

impl End {
    fn at(&self, q: f64, knee_flexion: f64) -> f64 {
        self.coefficient * exp(self.rate * (q - self.onset) + self.coupling * knee_flexion)
    }
}

/// A passive moment as a function of its angle, and for some joints of knee flexion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PassiveMoment {
    /// The end that resists small angles.
    pub low: End,
    /// The end that resists large angles.
    pub high: End,
    /// Constant part, in N m.
    pub constant: f64,
}

impl PassiveMoment {
    /// The moment, in N m, positive in the coordinate's positive direction.
    ///
    /// `q` and `knee_flexion` in radians. Angles beyond reason give huge moments, never a panic.
    pub fn at(&self, q: f64, knee_flexion: f64, tightness: &Tightness) -> f64 {
        tightness.low_factor * self.low.at(q - tightness.low_shift, knee_flexion)
            - tightness.high_factor * self.high.at(q + tightness.high_shift, knee_flexion)
            + self.constant
    }
}

/// The joints with a passive moment, in the order of [`PASSIVE`](super::PASSIVE).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassiveJoint {
    /// Hip flexion (Riener & Edrich), coupled to the knee.
    HipFlexion,
    /// Ankle (Riener & Edrich), coupled to the knee: the gastrocnemius.
    AnkleRiener,
    /// Hip adduction (Anderson).
    HipAdduction,
    /// Hip rotation (Anderson).
    HipRotation,
    /// Knee (Anderson).
    Knee,
    /// Ankle (Anderson).
    AnkleAnderson,
    /// Subtalar (Anderson).
    Subtalar,
    /// Lumbar extension (Anderson).
    LumbarExtension,
    /// Lumbar bending (Anderson).
    LumbarBending,
    /// Lumbar rotation (Anderson).
    LumbarRotation,
}

impl PassiveJoint {
    /// All of them, in order.
    pub const ALL: [PassiveJoint; 10] = [
        PassiveJoint::HipFlexion,
        PassiveJoint::AnkleRiener,
        PassiveJoint::HipAdduction,
        PassiveJoint::HipRotation,
        PassiveJoint::Knee,
        PassiveJoint::AnkleAnderson,
        PassiveJoint::Subtalar,
        PassiveJoint::LumbarExtension,
        PassiveJoint::LumbarBending,
        PassiveJoint::LumbarRotation,
    ];

    /// The name in `content/model/passive.toml`.
    pub const fn name(self) -> &'static str {
        match self {
            PassiveJoint::HipFlexion => "hip_flexion",
            PassiveJoint::AnkleRiener => "ankle_riener",
            PassiveJoint::HipAdduction => "hip_adduction",
            PassiveJoint::HipRotation => "hip_rotation",
            PassiveJoint::Knee => "knee",
            PassiveJoint::AnkleAnderson => "ankle_anderson",
            PassiveJoint::Subtalar => "subtalar",
            PassiveJoint::LumbarExtension => "lumbar_extension",
            PassiveJoint::LumbarBending => "lumbar_bending",
            PassiveJoint::LumbarRotation => "lumbar_rotation",
        }
    }

    /// The one used for a coordinate.
    pub const fn of(coordinate: Coordinate) -> Option<PassiveJoint> {
        Some(match coordinate {
            Coordinate::HipFlexion(_) => PassiveJoint::HipFlexion,
            Coordinate::HipAdduction(_) => PassiveJoint::HipAdduction,
            Coordinate::HipRotation(_) => PassiveJoint::HipRotation,
            Coordinate::KneeAngle(_) => PassiveJoint::Knee,
            Coordinate::AnkleAngle(_) => PassiveJoint::AnkleAnderson,
            Coordinate::SubtalarAngle(_) => PassiveJoint::Subtalar,
            Coordinate::LumbarExtension => PassiveJoint::LumbarExtension,
            Coordinate::LumbarBending => PassiveJoint::LumbarBending,
            Coordinate::LumbarRotation => PassiveJoint::LumbarRotation,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::{PASSIVE, passive_moment};
    use super::*;
    use crate::model::Side;
    use crate::pose::Pose;

    fn hip(h: f64, k: f64, tightness: &Tightness) -> f64 {
        let pose = Pose::NEUTRAL
            .with_degrees(Coordinate::HipFlexion(Side::Left), h)
            .with_degrees(Coordinate::KneeAngle(Side::Left), -k);
        passive_moment(&pose, Coordinate::HipFlexion(Side::Left), tightness).unwrap()
    }

    #[test]
    fn the_hip_has_the_reference_moments() {
        let expected = [
            (0.0, 0.0, 8.58),
            (-10.0, 0.0, 14.42),
            (-20.0, 0.0, 25.40),
            (-10.0, 90.0, 14.45),
            (30.0, 0.0, -1.01),
            (90.0, 0.0, -51.38),
        ];
        for (h, k, m) in expected {
            let got = hip(h, k, &Tightness::NORMAL);
            assert!((got - m).abs() < 0.0051, "M({h}, {k}) = {got}, not {m}");
        }
    }

    #[test]
    fn ten_degrees_tight_feels_like_ten_degrees_further_back() {
        let tight = hip(-10.0, 0.0, &Tightness::low(10_f64.to_radians(), 1.0));
        let normal = hip(-20.0, 0.0, &Tightness::NORMAL);
        // Only the low end moves; what the high end does between the two angles is a trifle.
        assert!((tight - normal).abs() < 1.0, "{tight} {normal}");
        assert!(hip(-10.0, 0.0, &Tightness::low(0.0, 2.0)) > hip(-10.0, 0.0, &Tightness::NORMAL));
    }

    #[test]
    fn every_joint_pushes_back_from_both_ends() {
        for joint in PassiveJoint::ALL {
            let m = &PASSIVE[joint as usize];
            let at = |q| m.at(q, 0.0, &Tightness::NORMAL);
            assert!(at(-2.6) > 0.0 && at(2.0) < 0.0, "{joint:?}");
        }
    }
}
