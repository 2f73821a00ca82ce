//! The moments demanded of the muscles.

use super::Load;
use crate::GRAVITY;
use crate::kinematics::{Kinematics, Reference};
use crate::math::Vec3;
use crate::model::{Body, Coordinate, Model, Motion, Segment, Side};
use crate::sharing::Demand;

/// What is held still.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Support {
    /// The pelvis: limbs and trunk hang from it. The ground's push on a foot is then a [`Load`].
    Pelvis,
    /// A foot, its calcaneus on the ground: everything but its own toes stands on it.
    Foot(Side),
}

/// The moment that muscles must supply about a coordinate to hold a pose, in N m.
///
/// Positive in the coordinate's positive direction. Zero for the pelvis in the ground, about which
/// no muscle pulls.
pub fn required_moment(
    model: &Model<'_>,
    k: &Kinematics,
    coordinate: Coordinate,
    support: Support,
    loads: &[Load],
) -> f64 {
    let Some(motion) = coordinate.motion() else {
        return 0.0;
    };
    let side = coordinate.side().unwrap_or(Side::Right);
    let twist = k.twist(motion, side);
    let pelvis = k.pelvis(Reference::Ground).rotation.transposed();
    // Standing on this leg, the coordinate moves what is on the pelvis's side of the joint, the
    // other way around. Only the toes lie beyond the calcaneus that is held.
    let standing = match (support, coordinate.side()) {
        (Support::Foot(foot), Some(side)) => foot == side && motion != Motion::MtpAngle,
        _ => false,
    };
    let work = |body: Body, point: Vec3, force: Vec3| {
        let moved = is_moved(body, coordinate);
        let velocity = twist.at(k.frame(body, Reference::Pelvis).point(point));
        let force = pelvis * force;
        match (moved, standing) {
            (true, false) => force.dot(velocity),
            (false, true) => -force.dot(velocity),
            _ => 0.0,
        }
    };
    let mut total = 0.0;
    for body in Body::ALL {
        let data = model.body(body);
        let center = match body.side() {
            Some(Side::Left) => data.center_of_mass.mirrored(),
            _ => data.center_of_mass,
        };
        total += work(body, center, Vec3::new(0.0, -data.mass * GRAVITY, 0.0));
    }
    for load in loads {
        total += work(load.body, load.point, load.force);
    }
    -total
}

/// The three demands of a hip.
pub fn hip_demands(
    model: &Model<'_>,
    k: &Kinematics,
    side: Side,
    support: Support,
    loads: &[Load],
) -> [Demand; 3] {
    [
        Motion::HipFlexion,
        Motion::HipAdduction,
        Motion::HipRotation,
    ]
    .map(|m| Demand::new(m, required_moment(model, k, m.on(side), support, loads)))
}

/// True when a body lies beyond the coordinate's joint, seen from the pelvis.
pub(crate) fn is_moved(body: Body, coordinate: Coordinate) -> bool {
    let depth = match coordinate {
        Coordinate::LumbarExtension | Coordinate::LumbarBending | Coordinate::LumbarRotation => {
            return body == Body::Torso;
        }
        Coordinate::HipFlexion(_) | Coordinate::HipAdduction(_) | Coordinate::HipRotation(_) => 1,
        Coordinate::KneeAngle(_) => 2,
        Coordinate::AnkleAngle(_) => 3,
        Coordinate::SubtalarAngle(_) => 4,
        Coordinate::MtpAngle(_) => 5,
        _ => return false,
    };
    let segment = match body.segment() {
        Segment::Pelvis | Segment::Torso => 0,
        Segment::Femur => 1,
        Segment::Tibia => 2,
        Segment::Talus => 3,
        Segment::Calcn => 4,
        Segment::Toes => 5,
    };
    body.side() == coordinate.side() && segment >= depth
}
