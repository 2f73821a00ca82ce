//! How fast the measures of a pose change with a coordinate, from its twist.
//!
//! A coordinate moves what lies beyond its joint, seen from the pelvis. The ground, in turn, follows
//! the stance foot, as [`pelvis_in_ground`](super::pelvis_in_ground) has it:
//!
//! ```text
//! one foot:   foot still                           pelvis moves against the foot's twist
//! two feet:   the pelvis only tilts, dφ = -(t × dt)_z / |t|², and its heel stays below the body
//! ```
//!
//! with `t` the foot's forward axis in the pelvis.

use super::{Measure, PostureProblem};
use crate::kinematics::{Kinematics, Reference, Twist};
use crate::math::{Frame, Vec3};
use crate::model::{Body, Coordinate, Model, Side};
use crate::statics::is_moved;

/// How all bodies move in the ground while a coordinate changes by one radian a second.
pub(super) struct Flow<'a> {
    model: &'a Model<'a>,
    k: &'a Kinematics,
    pelvis: Frame,
    /// The coordinate, and its mirror image where both legs move.
    moving: [Option<(Coordinate, Twist)>; 2],
    /// Turning of the pelvis in the ground.
    turning: Vec3,
    /// Velocity of the pelvis's origin in the ground.
    shift: Vec3,
}

impl<'a> Flow<'a> {
    /// The flow of a coordinate in a pose that stands on its ground.
    pub(super) fn new(
        model: &'a Model<'a>,
        problem: &PostureProblem<'_>,
        k: &'a Kinematics,
        coordinate: Coordinate,
    ) -> Self {
        let twist = |c: Coordinate| {
            let side = c.side().unwrap_or(Side::Right);
            Some((c, *k.twist(c.motion()?, side)))
        };
        let mirrored = coordinate.mirrored();
        let both = problem.symmetric && mirrored != coordinate;
        let mut flow = Flow {
            model,
            k,
            pelvis: k.pelvis(Reference::Ground),
            moving: [twist(coordinate), if both { twist(mirrored) } else { None }],
            turning: Vec3::ZERO,
            shift: Vec3::ZERO,
        };
        let foot = k.frame(Body::Calcn(problem.stance), Reference::Pelvis);
        let (turning, moving) = flow.in_pelvis(Body::Calcn(problem.stance));
        if problem.symmetric {
            let toes = foot.rotation.columns[0];
            let change = turning.cross(toes);
            let level = toes.x * toes.x + toes.y * toes.y;
            let tilt = -(toes.x * change.y - toes.y * change.x) / level;
            flow.turning = Vec3::new(0.0, 0.0, tilt);
            let heel = flow.pelvis.direction(foot.origin);
            let sinks = flow.pelvis.direction(turning.cross(foot.origin) + moving);
            let back = flow.turning.cross(heel) + sinks;
            flow.shift = Vec3::new(-back.x, -back.y, 0.0);
        } else {
            flow.turning = -flow.pelvis.direction(turning);
            flow.shift = -flow.pelvis.direction(moving);
        }
        flow
    }

    /// Turning of a body in the pelvis, and velocity of the body's point at the pelvis's origin.
    fn in_pelvis(&self, body: Body) -> (Vec3, Vec3) {
        let mut sum = (Vec3::ZERO, Vec3::ZERO);
        for (c, twist) in self.moving.iter().flatten() {
            if is_moved(body, *c) {
                sum = (sum.0 + twist.turning, sum.1 + twist.moving);
            }
        }
        sum
    }

    /// Velocity in the ground of a body's point, given in the body.
    fn point(&self, body: Body, local: Vec3) -> Vec3 {
        let at = self.k.frame(body, Reference::Pelvis).point(local);
        let (turning, moving) = self.in_pelvis(body);
        self.shift
            + self.turning.cross(self.pelvis.direction(at))
            + self.pelvis.direction(turning.cross(at) + moving)
    }

    /// An axis of a body in the ground, and how fast it changes.
    fn axis(&self, body: Body, axis: usize) -> (Vec3, Vec3) {
        let now = self.k.frame(body, Reference::Ground).rotation.columns[axis];
        let turning = self.turning + self.pelvis.direction(self.in_pelvis(body).0);
        (now, turning.cross(now))
    }

    fn center(&self) -> Vec3 {
        let (mut sum, mut mass) = (Vec3::ZERO, 0.0);
        for body in Body::ALL {
            let data = self.model.body(body);
            sum += self.point(body, on_side(data.center_of_mass, body.side())) * data.mass;
            mass += data.mass;
        }
        sum * (1.0 / mass)
    }

    /// The slope of a measure, per radian; `None` for moments, which have no short form.
    pub(super) fn slope(&self, measure: Measure) -> Option<f64> {
        // The rate of atan2(sine, cosine).
        let angle = |(sine, cosine): (f64, f64), (rise, run): (f64, f64)| {
            (rise * cosine - sine * run) / (sine * sine + cosine * cosine)
        };
        let lean = |body: Body| {
            let (up, change) = self.axis(body, 1);
            angle((up.x, up.y), (change.x, change.y))
        };
        let outward = |side: Side, z: f64| match side {
            Side::Right => z,
            Side::Left => -z,
        };
        let heel = |side: Side| self.point(Body::Calcn(side), Vec3::ZERO);
        let ball = |side: Side| {
            let at = on_side(self.model.mtp.location, Some(side));
            self.point(Body::Calcn(side), at)
        };
        Some(match measure {
            Measure::CenterForward => self.center().x,
            Measure::CenterSideways => self.center().z,
            Measure::TrunkLean => lean(Body::Torso),
            Measure::TrunkSideLean => {
                let (up, change) = self.axis(Body::Torso, 1);
                angle((up.z, up.y), (change.z, change.y))
            }
            Measure::AnteriorTilt => lean(Body::Pelvis),
            Measure::ThighAngle(side) => -lean(Body::Femur(side)),
            Measure::ShankAngle(side) => lean(Body::Tibia(side)),
            Measure::HeelHeight(side) => heel(side).y,
            Measure::Step(side) => heel(side).x,
            Measure::FootPitch(side) => lean(Body::Calcn(side)),
            Measure::FootRoll(side) => {
                let (up, change) = self.axis(Body::Calcn(side), 1);
                outward(side, angle((up.z, up.y), (change.z, change.y)))
            }
            Measure::FootTurn(side) => {
                let (toes, change) = self.axis(Body::Calcn(side), 0);
                outward(side, angle((toes.z, toes.x), (change.z, change.x)))
            }
            Measure::HeelOutward(side) => outward(side, heel(side).z),
            Measure::BallHeight(side) => ball(side).y,
            Measure::BallForward(side) => ball(side).x,
            Measure::PelvicDrop(side) => {
                let (right, change) = self.axis(Body::Pelvis, 2);
                let level = (right.x * right.x + right.z * right.z).sqrt();
                outward(side, change.y / level)
            }
            Measure::Moment(_) => return None,
        })
    }
}

fn on_side(point: Vec3, side: Option<Side>) -> Vec3 {
    match side {
        Some(Side::Left) => point.mirrored(),
        _ => point,
    }
}
