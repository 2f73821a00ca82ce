//! The geometry of a bridge.

use super::{ANKLE_HEIGHT, Legs, SHOULDER_HEIGHT};
use crate::math::functions::{asin, atan2, cos, hypot, sin};
use crate::model::{Coordinate, GAIT2392, Side};
use crate::pose::Pose;

/// The figure in the sagittal plane: shoulders at the origin, x toward the feet, y up.
pub(super) struct Shape {
    pub(super) thigh: f64,
    pub(super) trunk_angle: f64,
    pub(super) hip: (f64, f64),
    pub(super) knee: (f64, f64),
    pub(super) ankle: (f64, f64),
}

impl Shape {
    pub(super) fn new(lift: f64, lean: f64) -> Shape {
        let model = &GAIT2392;
        let trunk = trunk_length();
        let thigh = -model.knee.y.at(0.0).0;
        let shank = model.shank_length();
        // At the top, shoulder, hip and knee are in line and the shank leans as asked.
        let top = asin((ANKLE_HEIGHT + shank * cos(lean)) / (trunk + thigh));
        let knee_x = (trunk + thigh) * cos(top);
        let ankle = (knee_x + shank * sin(lean), ANKLE_HEIGHT);
        let trunk_angle = lift * top;
        let hip = (trunk * cos(trunk_angle), trunk * sin(trunk_angle));
        // The knee is where thigh and shank meet above the line from hip to ankle.
        let (dx, dy) = (ankle.0 - hip.0, ankle.1 - hip.1);
        let reach = hypot(dx, dy);
        let along = (thigh * thigh - shank * shank + reach * reach) / (2.0 * reach);
        let above = (thigh * thigh - along * along).max(0.0).sqrt();
        let knee = (
            hip.0 + (along * dx - above * dy) / reach,
            hip.1 + (along * dy + above * dx) / reach,
        );
        Shape {
            thigh,
            trunk_angle,
            hip,
            knee,
            ankle,
        }
    }

    pub(super) fn thigh_angle(&self) -> f64 {
        atan2(self.knee.1 - self.hip.1, self.knee.0 - self.hip.0)
    }

    pub(super) fn shank_angle(&self) -> f64 {
        atan2(self.ankle.1 - self.knee.1, self.ankle.0 - self.knee.0)
    }

    /// The hip is straight when the thigh is in line with the trunk; the knee when the shank is in
    /// line with the thigh; the foot is flat.
    pub(super) fn pose(&self, legs: Legs) -> Pose {
        let flexion = self.thigh_angle() - self.trunk_angle;
        let knee = self.shank_angle() - self.thigh_angle();
        // Lying on the back, the pelvis's up points to the head: tilted back by a right angle and
        // the slope of the trunk, less what the line from hip to shoulder leans back in the trunk.
        let tilt = core::f64::consts::FRAC_PI_2 + self.trunk_angle - trunk_offset();
        let mut pose = Pose::NEUTRAL.with(Coordinate::PelvisTilt, tilt);
        for side in Side::BOTH {
            let held = legs == Legs::Single && side == Side::Left;
            pose = pose.with(Coordinate::HipFlexion(side), flexion + trunk_offset());
            if !held {
                pose = pose.with(Coordinate::KneeAngle(side), knee).with(
                    Coordinate::AnkleAngle(side),
                    -core::f64::consts::FRAC_PI_2 - self.shank_angle(),
                );
            }
        }
        pose
    }
}

/// From shoulder to hip, in meters, seen from the side.
pub(super) fn trunk_length() -> f64 {
    let (x, y) = shoulder_from_hip();
    hypot(x, y)
}

/// Angle between the trunk's own upright and the line from hip to shoulder, in radians.
pub(super) fn trunk_offset() -> f64 {
    let (x, y) = shoulder_from_hip();
    atan2(-x, y)
}

pub(super) fn shoulder_from_hip() -> (f64, f64) {
    let (back, hip) = (GAIT2392.back.location, GAIT2392.hip.location);
    (back.x - hip.x, back.y + SHOULDER_HEIGHT - hip.y)
}
