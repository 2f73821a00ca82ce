//! Coordinates: the numbers that describe a pose.

use super::Side;

/// A coordinate of the pose. Angles are in radians, the three pelvis positions in meters.
///
/// Signs, as in Gait2392 and the same on both sides:
///
/// | coordinate | positive |
/// |---|---|
/// | pelvis tilt | posterior tilt: the front goes up |
/// | pelvis list | the right side goes down |
/// | pelvis rotation | the right side goes forward |
/// | hip flexion, adduction, rotation | flexion, adduction, internal rotation |
/// | knee angle | extension: **flexion is negative** |
/// | ankle angle | dorsiflexion |
/// | subtalar angle | inversion |
/// | mtp angle | toe extension |
/// | lumbar extension, bending, rotation | extension, to the right, to the left |
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Coordinate {
    /// Pelvis about the ground's `z`.
    PelvisTilt,
    /// Pelvis about its own `x` after tilting.
    PelvisList,
    /// Pelvis about its own `y` after tilting and listing.
    PelvisRotation,
    /// Pelvis position forward, in meters.
    PelvisTx,
    /// Pelvis position upward, in meters.
    PelvisTy,
    /// Pelvis position to the right, in meters.
    PelvisTz,
    /// Hip flexion.
    HipFlexion(Side),
    /// Hip adduction.
    HipAdduction(Side),
    /// Hip internal rotation.
    HipRotation(Side),
    /// Knee angle, zero when straight, negative when bent.
    KneeAngle(Side),
    /// Ankle dorsiflexion about the oblique talocrural axis.
    AnkleAngle(Side),
    /// Inversion about the oblique subtalar axis.
    SubtalarAngle(Side),
    /// Toe extension about the oblique metatarsophalangeal axis.
    MtpAngle(Side),
    /// Extension of the trunk on the pelvis.
    LumbarExtension,
    /// Bending of the trunk on the pelvis, positive to the right.
    LumbarBending,
    /// Turning of the trunk on the pelvis, positive to the left.
    LumbarRotation,
}

impl Coordinate {
    /// How many coordinates a pose has.
    pub const COUNT: usize = 23;

    /// All coordinates in the order of [`Coordinate::index`].
    pub const ALL: [Coordinate; Self::COUNT] = {
        use Coordinate::*;
        use Side::{Left, Right};
        [
            PelvisTilt,
            PelvisList,
            PelvisRotation,
            PelvisTx,
            PelvisTy,
            PelvisTz,
            HipFlexion(Right),
            HipAdduction(Right),
            HipRotation(Right),
            KneeAngle(Right),
            AnkleAngle(Right),
            SubtalarAngle(Right),
            MtpAngle(Right),
            HipFlexion(Left),
            HipAdduction(Left),
            HipRotation(Left),
            KneeAngle(Left),
            AnkleAngle(Left),
            SubtalarAngle(Left),
            MtpAngle(Left),
            LumbarExtension,
            LumbarBending,
            LumbarRotation,
        ]
    };

    /// Place of the coordinate in a pose.
    pub const fn index(self) -> usize {
        let (base, side) = match self {
            Coordinate::PelvisTilt => return 0,
            Coordinate::PelvisList => return 1,
            Coordinate::PelvisRotation => return 2,
            Coordinate::PelvisTx => return 3,
            Coordinate::PelvisTy => return 4,
            Coordinate::PelvisTz => return 5,
            Coordinate::LumbarExtension => return 20,
            Coordinate::LumbarBending => return 21,
            Coordinate::LumbarRotation => return 22,
            Coordinate::HipFlexion(s) => (6, s),
            Coordinate::HipAdduction(s) => (7, s),
            Coordinate::HipRotation(s) => (8, s),
            Coordinate::KneeAngle(s) => (9, s),
            Coordinate::AnkleAngle(s) => (10, s),
            Coordinate::SubtalarAngle(s) => (11, s),
            Coordinate::MtpAngle(s) => (12, s),
        };
        base + 7 * side.index()
    }

    /// The name without a side, as in the model file: `hip_flexion`.
    pub const fn name(self) -> &'static str {
        match self {
            Coordinate::PelvisTilt => "pelvis_tilt",
            Coordinate::PelvisList => "pelvis_list",
            Coordinate::PelvisRotation => "pelvis_rotation",
            Coordinate::PelvisTx => "pelvis_tx",
            Coordinate::PelvisTy => "pelvis_ty",
            Coordinate::PelvisTz => "pelvis_tz",
            Coordinate::HipFlexion(_) => "hip_flexion",
            Coordinate::HipAdduction(_) => "hip_adduction",
            Coordinate::HipRotation(_) => "hip_rotation",
            Coordinate::KneeAngle(_) => "knee_angle",
            Coordinate::AnkleAngle(_) => "ankle_angle",
            Coordinate::SubtalarAngle(_) => "subtalar_angle",
            Coordinate::MtpAngle(_) => "mtp_angle",
            Coordinate::LumbarExtension => "lumbar_extension",
            Coordinate::LumbarBending => "lumbar_bending",
            Coordinate::LumbarRotation => "lumbar_rotation",
        }
    }

    /// The side, for a coordinate that has one.
    pub const fn side(self) -> Option<Side> {
        match self {
            Coordinate::HipFlexion(s)
            | Coordinate::HipAdduction(s)
            | Coordinate::HipRotation(s)
            | Coordinate::KneeAngle(s)
            | Coordinate::AnkleAngle(s)
            | Coordinate::SubtalarAngle(s)
            | Coordinate::MtpAngle(s) => Some(s),
            _ => None,
        }
    }

    /// True for the three positions of the pelvis, which are lengths and not angles.
    pub const fn is_length(self) -> bool {
        matches!(
            self,
            Coordinate::PelvisTx | Coordinate::PelvisTy | Coordinate::PelvisTz
        )
    }

    /// The motion of the joints this coordinate is, or `None` for the pelvis in the ground.
    pub const fn motion(self) -> Option<Motion> {
        Some(match self {
            Coordinate::HipFlexion(_) => Motion::HipFlexion,
            Coordinate::HipAdduction(_) => Motion::HipAdduction,
            Coordinate::HipRotation(_) => Motion::HipRotation,
            Coordinate::KneeAngle(_) => Motion::KneeAngle,
            Coordinate::AnkleAngle(_) => Motion::AnkleAngle,
            Coordinate::SubtalarAngle(_) => Motion::SubtalarAngle,
            Coordinate::MtpAngle(_) => Motion::MtpAngle,
            Coordinate::LumbarExtension => Motion::LumbarExtension,
            Coordinate::LumbarBending => Motion::LumbarBending,
            Coordinate::LumbarRotation => Motion::LumbarRotation,
            _ => return None,
        })
    }

    /// The same coordinate on the other side; those of the midline stay.
    pub const fn mirrored(self) -> Coordinate {
        match (self.side(), self.motion()) {
            (Some(side), Some(motion)) => motion.on(side.other()),
            _ => self,
        }
    }

    /// The sign a value takes when the pose is seen in a mirror: `-1` for what leans or turns.
    pub const fn mirror_sign(self) -> f64 {
        match self {
            Coordinate::PelvisList
            | Coordinate::PelvisRotation
            | Coordinate::PelvisTz
            | Coordinate::LumbarBending
            | Coordinate::LumbarRotation => -1.0,
            _ => 1.0,
        }
    }
}

/// A motion between two bodies: a coordinate without its side.
///
/// A muscle of one side sees exactly these ten; they index its moment arms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Motion {
    /// Hip flexion.
    HipFlexion,
    /// Hip adduction.
    HipAdduction,
    /// Hip internal rotation.
    HipRotation,
    /// Knee angle (extension positive).
    KneeAngle,
    /// Ankle dorsiflexion.
    AnkleAngle,
    /// Subtalar inversion.
    SubtalarAngle,
    /// Toe extension.
    MtpAngle,
    /// Trunk extension.
    LumbarExtension,
    /// Trunk bending (to the right).
    LumbarBending,
    /// Trunk rotation (to the left).
    LumbarRotation,
}

impl Motion {
    /// How many motions a muscle sees.
    pub const COUNT: usize = 10;

    /// All motions in the order of [`Motion::index`].
    pub const ALL: [Motion; Self::COUNT] = [
        Motion::HipFlexion,
        Motion::HipAdduction,
        Motion::HipRotation,
        Motion::KneeAngle,
        Motion::AnkleAngle,
        Motion::SubtalarAngle,
        Motion::MtpAngle,
        Motion::LumbarExtension,
        Motion::LumbarBending,
        Motion::LumbarRotation,
    ];

    /// Place of the motion among a muscle's moment arms.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The coordinate of this motion on a side; the trunk has one whichever side is asked for.
    pub const fn on(self, side: Side) -> Coordinate {
        match self {
            Motion::HipFlexion => Coordinate::HipFlexion(side),
            Motion::HipAdduction => Coordinate::HipAdduction(side),
            Motion::HipRotation => Coordinate::HipRotation(side),
            Motion::KneeAngle => Coordinate::KneeAngle(side),
            Motion::AnkleAngle => Coordinate::AnkleAngle(side),
            Motion::SubtalarAngle => Coordinate::SubtalarAngle(side),
            Motion::MtpAngle => Coordinate::MtpAngle(side),
            Motion::LumbarExtension => Coordinate::LumbarExtension,
            Motion::LumbarBending => Coordinate::LumbarBending,
            Motion::LumbarRotation => Coordinate::LumbarRotation,
        }
    }

    /// The name in the model file: `hip_flexion`.
    pub const fn name(self) -> &'static str {
        self.on(Side::Right).name()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_coordinate_sits_at_its_index() {
        for (i, c) in Coordinate::ALL.iter().enumerate() {
            assert_eq!(c.index(), i, "{c:?}");
        }
        for (i, m) in Motion::ALL.iter().enumerate() {
            assert_eq!(m.index(), i, "{m:?}");
        }
    }

    #[test]
    fn mirroring_twice_changes_nothing() {
        for c in Coordinate::ALL {
            assert_eq!(c.mirrored().mirrored(), c);
            assert_eq!(c.mirror_sign(), c.mirrored().mirror_sign());
        }
    }
}
