//! What can be asked of a posture.

use crate::kinematics::{Kinematics, Reference};
use crate::math::functions::atan2;
use crate::math::{Frame, Mat3, Vec3};
use crate::model::{Body, Coordinate, Model, Range, Side};
use crate::statics::{Support, required_moment};

/// Where the center of mass may be, forward of the back of the heel, for a foot that is flat, in
/// meters: from the heel to the metatarsophalangeal axis of Gait2392. The toes bear little.
pub const BASE_OF_SUPPORT: Range = Range::new(0.0, 0.1788);

/// Where the center of mass may be with the hands on a support that stands `reach` meters forward of
/// the heel: anywhere between, as far as the hands can push. A support nearer than the toes adds
/// nothing.
pub fn base_with_hands(reach: f64) -> Range {
    Range::new(BASE_OF_SUPPORT.min, BASE_OF_SUPPORT.max.max(reach))
}

/// A quantity of a pose that can be given a range, measured in the ground.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Measure {
    /// Center of mass of the whole body forward of the stance heel, in meters.
    CenterForward,
    /// Center of mass of the whole body to the right of the stance heel, in meters.
    CenterSideways,
    /// Lean of the trunk forward from vertical, in radians.
    TrunkLean,
    /// Lean of the trunk to the right from vertical, in radians.
    TrunkSideLean,
    /// Forward (anterior) tilt of the pelvis against the ground, in radians.
    AnteriorTilt,
    /// Angle of a thigh from vertical, in radians: positive with the knee in front of the hip.
    ThighAngle(Side),
    /// Angle of a shank from vertical, in radians: positive with the knee in front of the ankle.
    ShankAngle(Side),
    /// Height of a heel above the stance heel, in meters.
    HeelHeight(Side),
    /// Forward distance of a heel from the stance heel, in meters: the step.
    Step(Side),
    /// Pitch of a foot, in radians: positive with the heel up.
    FootPitch(Side),
    /// Roll of a foot about its length, in radians: positive with the inner edge up.
    FootRoll(Side),
    /// Turn of a foot about the vertical, in radians: positive with the toes pointing outward.
    FootTurn(Side),
    /// How far outward a heel is from the middle of the ground, which in a symmetric problem is that
    /// of the body, in meters.
    HeelOutward(Side),
    /// Height of the ball of a foot, its metatarsophalangeal axis, above that of the stance foot, in
    /// meters.
    BallHeight(Side),
    /// Forward distance of the ball of a foot from the stance heel, in meters.
    BallForward(Side),
    /// How far the pelvis drops on the side away from a leg, in radians.
    PelvicDrop(Side),
    /// The moment that muscles must supply about a coordinate, in N m; half of it on each leg when
    /// both stand alike.
    Moment(Coordinate),
}

impl Measure {
    /// Its value in a pose whose pelvis stands in the ground as [`pelvis_in_ground`] puts it. `both`
    /// says that both legs stand alike and share the load.
    pub fn value(self, model: &Model<'_>, k: &Kinematics, stance: Side, both: bool) -> f64 {
        let frame = |body| k.frame(body, Reference::Ground);
        let center = || k.center_of_mass(model, &Body::ALL, Reference::Ground);
        // The pitch of a body's own upward axis, positive leaning forward.
        let lean = |body: Body| {
            let up = frame(body).rotation.columns[1];
            atan2(up.x, up.y)
        };
        // Positive outward, on either side.
        let outward = |side: Side, z: f64| match side {
            Side::Right => z,
            Side::Left => -z,
        };
        let ball = |side: Side| {
            let at = model.mtp.location;
            frame(Body::Calcn(side)).point(match side {
                Side::Right => at,
                Side::Left => at.mirrored(),
            })
        };
        match self {
            Measure::CenterForward => center().x,
            Measure::CenterSideways => center().z,
            Measure::TrunkLean => lean(Body::Torso),
            Measure::TrunkSideLean => {
                let up = frame(Body::Torso).rotation.columns[1];
                atan2(up.z, up.y)
            }
            Measure::AnteriorTilt => lean(Body::Pelvis),
            Measure::ThighAngle(side) => -lean(Body::Femur(side)),
            Measure::ShankAngle(side) => lean(Body::Tibia(side)),
            Measure::HeelHeight(side) => frame(Body::Calcn(side)).origin.y,
            Measure::Step(side) => frame(Body::Calcn(side)).origin.x,
            Measure::FootPitch(side) => lean(Body::Calcn(side)),
            Measure::FootRoll(side) => {
                let up = frame(Body::Calcn(side)).rotation.columns[1];
                atan2(outward(side, up.z), up.y)
            }
            Measure::FootTurn(side) => {
                let toes = frame(Body::Calcn(side)).rotation.columns[0];
                atan2(outward(side, toes.z), toes.x)
            }
            Measure::HeelOutward(side) => outward(side, frame(Body::Calcn(side)).origin.z),
            Measure::BallHeight(side) => ball(side).y - model.mtp.location.y,
            Measure::BallForward(side) => ball(side).x,
            Measure::PelvicDrop(side) => {
                let right = frame(Body::Pelvis).rotation.columns[2];
                let level = (right.x * right.x + right.z * right.z).sqrt();
                outward(side, atan2(right.y, level))
            }
            Measure::Moment(c) => {
                let all = required_moment(model, k, c, Support::Foot(stance), &[]);
                if both && c.side().is_some() {
                    0.5 * all
                } else {
                    all
                }
            }
        }
    }
}

/// Where the pelvis is in the ground when the stance foot is flat.
///
/// On one foot, the foot's frame is the ground's. On two that do the same, the body stays its own
/// mirror image: the pelvis only tilts, by as much as it takes to lay the feet level from heel to
/// toe. The oblique ankle axes then roll and turn both feet by a few degrees, which a person takes
/// up in hip and subtalar joints and this plane picture leaves out.
pub fn pelvis_in_ground(k: &Kinematics, stance: Side, both: bool) -> Frame {
    if !both {
        return k.pelvis(Reference::StanceFoot(stance));
    }
    let foot = k.frame(Body::Calcn(stance), Reference::Pelvis);
    let toes = foot.rotation.columns[0];
    let rotation = Mat3::rotation(Vec3::Z, -atan2(toes.y, toes.x));
    let heel = rotation * foot.origin;
    Frame {
        rotation,
        origin: Vec3::new(-heel.x, -heel.y, 0.0),
    }
}
