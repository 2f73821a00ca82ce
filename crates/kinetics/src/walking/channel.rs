//! What was recorded.

use crate::model::{Coordinate, Motion, Side};

/// A quantity of the walking cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// A coordinate of the pose, in radians (meters for the pelvis's position).
    Coordinate(Coordinate),
    /// Ground reaction on the right foot, forward, in body weights.
    GroundForward,
    /// Ground reaction on the right foot, upward, in body weights.
    GroundUp,
    /// Ground reaction on the right foot, to the right, in body weights.
    GroundRight,
    /// Net moment of the right leg's muscles about a motion, in N m/kg; to 79 %.
    Moment(Motion),
}

impl Channel {
    /// How many there are.
    pub const COUNT: usize = 30;

    /// All of them, as they are stored: first those of the whole cycle, then the moments.
    pub const ALL: [Channel; Self::COUNT] = {
        use Channel::{GroundForward, GroundRight, GroundUp, Moment};
        use Coordinate as C;
        use Side::{Left, Right};
        [
            Channel::Coordinate(C::PelvisTilt),
            Channel::Coordinate(C::PelvisList),
            Channel::Coordinate(C::PelvisRotation),
            Channel::Coordinate(C::HipFlexion(Right)),
            Channel::Coordinate(C::HipAdduction(Right)),
            Channel::Coordinate(C::HipRotation(Right)),
            Channel::Coordinate(C::KneeAngle(Right)),
            Channel::Coordinate(C::AnkleAngle(Right)),
            Channel::Coordinate(C::SubtalarAngle(Right)),
            Channel::Coordinate(C::MtpAngle(Right)),
            Channel::Coordinate(C::LumbarExtension),
            Channel::Coordinate(C::LumbarBending),
            Channel::Coordinate(C::LumbarRotation),
            Channel::Coordinate(C::HipFlexion(Left)),
            Channel::Coordinate(C::HipAdduction(Left)),
            Channel::Coordinate(C::HipRotation(Left)),
            Channel::Coordinate(C::KneeAngle(Left)),
            Channel::Coordinate(C::AnkleAngle(Left)),
            Channel::Coordinate(C::PelvisTx),
            Channel::Coordinate(C::PelvisTy),
            Channel::Coordinate(C::PelvisTz),
            GroundForward,
            GroundUp,
            GroundRight,
            Moment(Motion::HipFlexion),
            Moment(Motion::HipAdduction),
            Moment(Motion::HipRotation),
            Moment(Motion::KneeAngle),
            Moment(Motion::AnkleAngle),
            Moment(Motion::SubtalarAngle),
        ]
    };

    /// Place among the stored channels, or among the stored moments.
    pub(super) fn row(self) -> Option<usize> {
        let moments = Channel::ALL
            .iter()
            .position(|c| c.is_moment())
            .unwrap_or(Channel::COUNT);
        let i = Channel::ALL.iter().position(|&c| c == self)?;
        Some(if self.is_moment() { i - moments } else { i })
    }

    /// True for the joint moments.
    pub const fn is_moment(self) -> bool {
        matches!(self, Channel::Moment(_))
    }

    /// The unit of the stored whole numbers, in the unit of the file.
    pub const fn unit(self) -> f64 {
        match self {
            Channel::Coordinate(c) if c.is_length() => 1e-4,
            Channel::Coordinate(_) => 0.01,
            _ => 1e-4,
        }
    }

    /// The column of `content/model/walking_cycle_one_adult.csv`.
    pub const fn column(self) -> &'static str {
        match self {
            Channel::GroundForward => "grf_ap_BW",
            Channel::GroundUp => "grf_vert_BW",
            Channel::GroundRight => "grf_ml_BW",
            Channel::Moment(Motion::HipFlexion) => "moment_hip_flexion_r_Nm_per_kg",
            Channel::Moment(Motion::HipAdduction) => "moment_hip_adduction_r_Nm_per_kg",
            Channel::Moment(Motion::HipRotation) => "moment_hip_rotation_r_Nm_per_kg",
            Channel::Moment(Motion::KneeAngle) => "moment_knee_angle_r_Nm_per_kg",
            Channel::Moment(Motion::AnkleAngle) => "moment_ankle_angle_r_Nm_per_kg",
            Channel::Moment(Motion::SubtalarAngle) => "moment_subtalar_angle_r_Nm_per_kg",
            Channel::Moment(_) => "",
            Channel::Coordinate(c) => match c {
                Coordinate::PelvisTilt => "pelvis_tilt_deg",
                Coordinate::PelvisList => "pelvis_list_deg",
                Coordinate::PelvisRotation => "pelvis_rotation_deg",
                Coordinate::PelvisTx => "pelvis_tx_m",
                Coordinate::PelvisTy => "pelvis_ty_m",
                Coordinate::PelvisTz => "pelvis_tz_m",
                Coordinate::HipFlexion(Side::Right) => "hip_flexion_r_deg",
                Coordinate::HipAdduction(Side::Right) => "hip_adduction_r_deg",
                Coordinate::HipRotation(Side::Right) => "hip_rotation_r_deg",
                Coordinate::KneeAngle(Side::Right) => "knee_angle_r_deg",
                Coordinate::AnkleAngle(Side::Right) => "ankle_angle_r_deg",
                Coordinate::SubtalarAngle(_) => "subtalar_angle_r_deg",
                Coordinate::MtpAngle(_) => "mtp_angle_r_deg",
                Coordinate::HipFlexion(Side::Left) => "hip_flexion_l_deg",
                Coordinate::HipAdduction(Side::Left) => "hip_adduction_l_deg",
                Coordinate::HipRotation(Side::Left) => "hip_rotation_l_deg",
                Coordinate::KneeAngle(Side::Left) => "knee_angle_l_deg",
                Coordinate::AnkleAngle(Side::Left) => "ankle_angle_l_deg",
                Coordinate::LumbarExtension => "lumbar_extension_deg",
                Coordinate::LumbarBending => "lumbar_bending_deg",
                Coordinate::LumbarRotation => "lumbar_rotation_deg",
            },
        }
    }
}
