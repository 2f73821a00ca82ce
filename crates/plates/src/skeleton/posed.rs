//! Where the shapes of a body lie in a pose.

use kinetics::kinematics::{Kinematics, Reference};
use kinetics::math::{Frame, Vec3};
use kinetics::model::Model;
use kinetics::muscle::MusclePath;
use kinetics::{Body, GAIT2392, MuscleId, Side};

use super::place::Placed;
use super::{Limbs, Plane, Projection, side};
use crate::geometry::{Point, point};

/// Middle of the shoulder joint in the trunk, meters (Rajagopal 2016, see `figures.md`).
const SHOULDER: Vec3 = Vec3::new(0.003, 0.372, 0.17);
/// Top of the neck in the trunk, meters.
const NECK: Vec3 = Vec3::new(-0.010, 0.518, 0.0);
/// Where the tendon of the kneecap ends on the shin, in its frame, meters.
const TUBEROSITY: Vec3 = Vec3::new(0.030, -0.062, 0.0);
pub(super) const UPPER_ARM: f64 = 0.295;
pub(super) const FOREARM: f64 = 0.25;
/// How much of the difference of both thighs the arms swing.
const SWING: f64 = 0.45;
/// The farthest swing, as the sine of its angle.
const FARTHEST: f64 = 0.55;
/// The bend of the elbow, as the sine of its angle.
const ELBOW: f64 = 0.3;

/// Everything that shapes hang on, in the ground.
pub(super) struct Posed<'a> {
    k: &'a Kinematics,
    pub(super) p: &'a Projection,
    pub(super) pelvis: Frame,
    torso: Frame,
    limbs: Option<&'a Limbs>,
}

fn scaled(placed: &Placed, factor: f64) -> Placed {
    Placed {
        across: placed.across.times(factor),
        along: placed.along.times(factor),
        at: placed.at,
    }
}

/// The middle of a shoulder joint.
pub(super) fn shoulder(torso: &Frame, side: Side) -> Vec3 {
    let sign = if side == Side::Left { -1.0 } else { 1.0 };
    torso.point(Vec3::new(SHOULDER.x, SHOULDER.y, sign * SHOULDER.z))
}

/// A short axis made at least `least` long, in drawing units, kept in its direction.
fn at_least(axis: Point, least: f64, fallback: Point) -> Point {
    let length = axis.length();
    if length >= least {
        axis
    } else if length > 1e-9 {
        axis.times(least / length)
    } else {
        fallback.times(least)
    }
}

impl<'a> Posed<'a> {
    pub(super) fn new(k: &'a Kinematics, p: &'a Projection, limbs: Option<&'a Limbs>) -> Self {
        Self {
            k,
            p,
            limbs,
            pelvis: k.pelvis(Reference::Ground),
            torso: k.frame(Body::Torso, Reference::Ground),
        }
    }

    pub(super) fn frame(&self, body: Body) -> Frame {
        self.k.frame(body, Reference::Ground)
    }

    pub(super) fn sideways(&self) -> bool {
        self.p.plane == Plane::Side
    }

    /// A bone that is round about its long axis.
    pub(super) fn long(&self, body: Body) -> Placed {
        let frame = self.frame(body);
        let left = body.side() == Some(Side::Left);
        Placed::round(self.p, frame.direction(Vec3::Y), frame.origin, left, 0.12)
    }

    /// An end of a thigh bone, which stays as large however the thigh is foreshortened.
    pub(super) fn femur_end(&self, side: Side, down: f64) -> Placed {
        let frame = self.frame(Body::Femur(side));
        let left = side == Side::Left;
        let at = frame.point(Vec3::new(0.0, -down, 0.0));
        Placed::round(self.p, frame.direction(Vec3::Y), at, left, 0.8)
    }

    /// The plane of a body as it is seen, through `anchor` in its frame, for tables that start at
    /// the body's origin.
    pub(super) fn plate(&self, frame: &Frame, anchor: Vec3, left: bool) -> Placed {
        let across = if self.sideways() {
            Vec3::X
        } else if left {
            -Vec3::Z
        } else {
            Vec3::Z
        };
        let mut placed = Placed::flat(self.p, frame, anchor, (across, Vec3::Y));
        let up = point(0.0, -1.0);
        placed.along = at_least(placed.along, 0.45 * self.p.scale, up);
        placed
    }

    pub(super) fn hip_bone(&self, side: Side) -> Placed {
        let left = side == Side::Left;
        let hip = GAIT2392.hip.location;
        let anchor = if self.sideways() {
            Vec3::new(0.0, 0.0, if left { -hip.z } else { hip.z })
        } else {
            Vec3::new(hip.x, 0.0, 0.0)
        };
        self.plate(&self.pelvis, anchor, left)
    }

    /// The sacrum, through the middle of the body.
    pub(super) fn sacrum(&self) -> Placed {
        let anchor = if self.sideways() {
            Vec3::ZERO
        } else {
            Vec3::new(-0.1007, 0.0, 0.0)
        };
        self.plate(&self.pelvis, anchor, false)
    }

    pub(super) fn trunk(&self) -> Placed {
        self.plate(&self.torso, Vec3::ZERO, false)
    }

    /// The kneecap, where the end of the quadriceps slides, and the tendon from there to the shin.
    ///
    /// The tendon's shape is 10 cm long and stretched to the length it has here.
    pub(super) fn kneecap(&self, side: Side) -> Option<[Placed; 2]> {
        let model: &Model<'_> = &GAIT2392;
        let path = MusclePath::new(model.muscle(MuscleId::VasInt)?, self.k, side);
        let [.., before, end] = path.nodes() else {
            return None;
        };
        let end = self.pelvis.point(end.position);
        let pull = (self.pelvis.point(before.position) - end).unit();
        let shin = self.frame(Body::Tibia(side)).point(TUBEROSITY);
        let along = end - shin;
        let axis = (pull + along.unit()).unit();
        let left = side == Side::Left;
        let mut tendon = Placed::round(self.p, along.unit(), shin, left, 0.3);
        tendon.along = tendon.along.times(along.length() / 0.1);
        let at = end + axis * 0.006;
        Some([tendon, Placed::round(self.p, axis, at, left, 0.5)])
    }

    /// The instep: a plane from the balls of the toes to the ankle.
    pub(super) fn instep(&self, side: Side) -> Placed {
        let sign = if side == Side::Left { -1.0 } else { 1.0 };
        let frame = self.frame(Body::Calcn(side));
        let toes = GAIT2392.mtp.location;
        let ankle = -GAIT2392.subtalar.location;
        let axis = (Vec3::new(ankle.x, ankle.y, 0.0) - Vec3::new(toes.x, toes.y, 0.0)).unit();
        let anchor = Vec3::new(toes.x, toes.y, sign * toes.z);
        Placed::flat(self.p, &frame, anchor, (Vec3::new(0.0, 0.0, sign), axis))
    }

    pub(super) fn toes(&self, side: Side) -> Placed {
        let frame = self.frame(Body::Toes(side));
        if self.sideways() {
            return self.sole(Placed::flat(self.p, &frame, Vec3::ZERO, (Vec3::X, Vec3::Y)));
        }
        let sign = if side == Side::Left { -1.0 } else { 1.0 };
        let across = Vec3::new(0.0, 0.0, sign);
        let mut placed = Placed::flat(self.p, &frame, Vec3::ZERO, (across, -Vec3::X));
        let up = point(0.0, -1.0);
        placed.along = at_least(placed.along, 0.12 * self.p.scale, up);
        placed
    }

    pub(super) fn ball(&self, side: Side) -> Placed {
        let at = self.frame(Body::Toes(side)).origin;
        let right = self.frame(Body::Toes(side)).direction(Vec3::Z);
        // The shape stands upright, but rolls with the foot.
        let up = Vec3::new(0.0, right.z.abs().max(0.3), -right.y * right.z.signum());
        Placed::facing(
            self.p,
            self.p.direction(up),
            self.p.at(at),
            side == Side::Left,
        )
    }

    /// Foot seen from the side: its own plane.
    pub(super) fn foot(&self, body: Body) -> Placed {
        self.sole(Placed::flat(
            self.p,
            &self.frame(body),
            Vec3::ZERO,
            (Vec3::X, Vec3::Y),
        ))
    }

    /// A foot that is about as wide as it is high: seen along its own plane it is no line.
    fn sole(&self, mut placed: Placed) -> Placed {
        if self.limbs.is_some() {
            let forward = placed.across.unit();
            let up = placed.along;
            // A quarter turn ahead of forward, where up is in the side view, on the side it is.
            let beside = forward.turned().times(up.dot(forward.turned()).signum());
            let high = up.dot(beside).max(0.75 * self.p.scale);
            placed.along = beside.times(high).plus(forward.times(up.dot(forward)));
        }
        placed
    }

    pub(super) fn heel(&self, side: Side) -> Placed {
        let frame = self.frame(Body::Calcn(side));
        let sign = if side == Side::Left { -1.0 } else { 1.0 };
        let anchor = Vec3::new(0.03, 0.0, 0.0);
        let mut placed = Placed::flat(self.p, &frame, anchor, (Vec3::new(0.0, 0.0, sign), Vec3::Y));
        let up = point(0.0, -1.0);
        placed.along = at_least(placed.along, 0.5 * self.p.scale, up);
        placed
    }

    /// The head: half upright while the trunk is, never foreshortened.
    pub(super) fn head(&self) -> Placed {
        let trunk = self.torso.direction(Vec3::Y);
        let up = self.limbs.map_or_else(
            || (trunk + Vec3::Y * trunk.y.max(0.0)).unit(),
            |limbs| limbs.head,
        );
        let seen = if self.sideways() {
            self.p.direction(up)
        } else {
            // A nod does not tip the head to a side.
            self.p.direction(Vec3::new(0.0, up.y.max(0.3), up.z))
        };
        Placed::facing(self.p, seen, self.p.at(self.torso.point(NECK)), false)
    }

    /// One vertebra of the lower back, which shares the turn between pelvis and trunk.
    pub(super) fn lumbar(&self, index: usize) -> Placed {
        let (x, y) = side::LUMBAR[index];
        let share = (0.4 + index as f64) / 4.4;
        let local = Vec3::new(x / 100.0, y / 100.0, 0.0);
        let joint = GAIT2392.back.location;
        let carried = self.torso.point(local);
        let resting = self.pelvis.point(joint + local);
        let at = resting + (carried - resting) * share;
        let up =
            self.pelvis.direction(Vec3::Y) * (1.0 - share) + self.torso.direction(Vec3::Y) * share;
        // The curve of the lower back tips the vertebrae in the side view.
        let tip = [-0.30, -0.14, 0.02, 0.16, 0.26][index];
        let forward =
            self.pelvis.direction(Vec3::X) * (1.0 - share) + self.torso.direction(Vec3::X) * share;
        let axis = if self.sideways() {
            up - forward * tip
        } else {
            up
        };
        scaled(&Placed::round(self.p, axis.unit(), at, false, 0.6), 1.1)
    }

    /// Upper arm, forearm and hand of one side.
    pub(super) fn arm(&self, side: Side) -> [Placed; 3] {
        let shoulder = shoulder(&self.torso, side);
        let directions = self.limbs.map_or_else(
            || self.hanging(side),
            |limbs| limbs.arm(side).directions(shoulder),
        );
        let left = side == Side::Left;
        let round = |axis: Vec3, at: Vec3| Placed::round(self.p, -axis, at, left, 0.3);
        let elbow = shoulder + directions[0] * UPPER_ARM;
        let wrist = elbow + directions[1] * FOREARM;
        [
            round(directions[0], shoulder),
            round(directions[1], elbow),
            round(directions[2], wrist),
        ]
    }

    /// Directions of upper arm, forearm and hand of an arm that swings with the walk.
    fn hanging(&self, side: Side) -> [Vec3; 3] {
        let left = side == Side::Left;
        let sign = if left { -1.0 } else { 1.0 };
        // Sines instead of angles: the picture needs no more, and they cost nothing.
        let thigh = |side: Side| -self.frame(Body::Femur(side)).direction(Vec3::Y).x;
        let swing = (SWING * (thigh(side.other()) - thigh(side))).clamp(-FARTHEST, FARTHEST);
        // Arms hang straight down, and along the trunk of somebody who lies. They swing about the
        // shoulders' own sideways axis, a little away from the body.
        let trunk = self.torso.direction(Vec3::Y);
        let hang = (1.5 * trunk.y).clamp(0.0, 1.0);
        let down = -(Vec3::Y * hang + trunk * (1.0 - hang)).unit();
        let right = self.torso.direction(Vec3::Z);
        let forward = right.cross(down).unit();
        let toward = |sine: f64, outward: f64| {
            let rest = (1.0 - sine * sine).max(0.0).sqrt();
            (forward * sine + down * rest + right * (sign * outward)).unit()
        };
        [
            toward(swing - 0.06, 0.10),
            toward(swing + ELBOW, 0.02),
            toward(swing + ELBOW + 0.1, 0.0),
        ]
    }
}
