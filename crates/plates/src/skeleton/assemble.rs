//! Which shape goes where in a pose.

use kinetics::kinematics::{Kinematics, Reference};
use kinetics::math::{Frame, Vec3};
use kinetics::model::Model;
use kinetics::muscle::MusclePath;
use kinetics::{Body, GAIT2392, MuscleId, Side};

use super::bone::Bone;
use super::place::Placed;
use super::{Plane, Projection, Style, front, shell, side};
use crate::geometry::Point;
use crate::scene::{Attribute, Element};

/// Middle of the shoulder joint in the trunk, meters (Rajagopal 2016, see `figures.md`).
const SHOULDER: Vec3 = Vec3::new(0.003, 0.372, 0.17);
/// Top of the neck in the trunk, meters.
const NECK: Vec3 = Vec3::new(-0.010, 0.518, 0.0);
const UPPER_ARM: f64 = 0.295;
const FOREARM: f64 = 0.25;
/// How much of the difference of both thighs the arms swing.
const SWING: f64 = 0.45;
/// The farthest swing, as the sine of its angle.
const FARTHEST: f64 = 0.55;
/// The bend of the elbow, as the sine of its angle.
const ELBOW: f64 = 0.3;

/// Everything that shapes hang on, in the ground.
pub(super) struct Body3<'a> {
    k: &'a Kinematics,
    p: &'a Projection,
    pelvis: Frame,
    torso: Frame,
}

fn scaled(placed: &Placed, factor: f64) -> Placed {
    Placed {
        across: placed.across.times(factor),
        along: placed.along.times(factor),
        at: placed.at,
    }
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

impl<'a> Body3<'a> {
    pub(super) fn new(k: &'a Kinematics, p: &'a Projection) -> Self {
        Self {
            k,
            p,
            pelvis: k.pelvis(Reference::Ground),
            torso: k.frame(Body::Torso, Reference::Ground),
        }
    }

    fn frame(&self, body: Body) -> Frame {
        self.k.frame(body, Reference::Ground)
    }

    fn sideways(&self) -> bool {
        self.p.plane == Plane::Side
    }

    /// A bone that is round about its long axis.
    pub(super) fn long(&self, body: Body) -> Placed {
        let frame = self.frame(body);
        let left = body.side() == Some(Side::Left);
        Placed::round(self.p, frame.direction(Vec3::Y), frame.origin, left, 0.12)
    }

    /// An end of a thigh bone, which stays as large however the thigh is foreshortened.
    fn femur_end(&self, side: Side, down: f64) -> Placed {
        let frame = self.frame(Body::Femur(side));
        let left = side == Side::Left;
        let at = frame.point(Vec3::new(0.0, -down, 0.0));
        Placed::round(self.p, frame.direction(Vec3::Y), at, left, 0.8)
    }

    /// The plane of a body as it is seen, through `anchor` in its frame, for tables that start at
    /// the body's origin.
    fn plate(&self, frame: &Frame, anchor: Vec3, left: bool) -> Placed {
        let across = if self.sideways() {
            Vec3::X
        } else if left {
            -Vec3::Z
        } else {
            Vec3::Z
        };
        let mut placed = Placed::flat(self.p, frame, anchor, (across, Vec3::Y));
        let up = crate::geometry::point(0.0, -1.0);
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
    fn sacrum(&self) -> Placed {
        let anchor = if self.sideways() {
            Vec3::ZERO
        } else {
            Vec3::new(-0.1007, 0.0, 0.0)
        };
        self.plate(&self.pelvis, anchor, false)
    }

    fn trunk(&self) -> Placed {
        self.plate(&self.torso, Vec3::ZERO, false)
    }

    /// The kneecap where the end of the quadriceps slides.
    fn patella(&self, side: Side) -> Option<Placed> {
        let model: &Model<'_> = &GAIT2392;
        let path = MusclePath::new(model.muscle(MuscleId::VasInt)?, self.k, side);
        let [.., before, end] = path.nodes() else {
            return None;
        };
        let end = self.pelvis.point(end.position);
        let pull = (self.pelvis.point(before.position) - end).unit();
        // The line to the front of the shank, where the tendon of the kneecap ends.
        let tendon = (end
            - self
                .frame(Body::Tibia(side))
                .point(Vec3::new(0.032, -0.064, 0.0)))
        .unit();
        let axis = (pull + tendon).unit();
        let at = end + axis * 0.006;
        Some(Placed::round(self.p, axis, at, side == Side::Left, 0.5))
    }

    /// The instep: a plane from the balls of the toes to the ankle.
    fn instep(&self, side: Side) -> Placed {
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
            return Placed::flat(self.p, &frame, Vec3::ZERO, (Vec3::X, Vec3::Y));
        }
        let sign = if side == Side::Left { -1.0 } else { 1.0 };
        let across = Vec3::new(0.0, 0.0, sign);
        let mut placed = Placed::flat(self.p, &frame, Vec3::ZERO, (across, -Vec3::X));
        let up = crate::geometry::point(0.0, -1.0);
        placed.along = at_least(placed.along, 0.12 * self.p.scale, up);
        placed
    }

    fn ball(&self, side: Side) -> Placed {
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
        Placed::flat(self.p, &self.frame(body), Vec3::ZERO, (Vec3::X, Vec3::Y))
    }

    fn heel(&self, side: Side) -> Placed {
        let frame = self.frame(Body::Calcn(side));
        let sign = if side == Side::Left { -1.0 } else { 1.0 };
        let anchor = Vec3::new(0.03, 0.0, 0.0);
        let mut placed = Placed::flat(self.p, &frame, anchor, (Vec3::new(0.0, 0.0, sign), Vec3::Y));
        let up = crate::geometry::point(0.0, -1.0);
        placed.along = at_least(placed.along, 0.5 * self.p.scale, up);
        placed
    }

    /// The head: half upright, never foreshortened.
    fn head(&self) -> Placed {
        let up = (self.torso.direction(Vec3::Y) + Vec3::Y).unit();
        let seen = if self.sideways() {
            self.p.direction(up)
        } else {
            // A nod does not tip the head to a side.
            self.p.direction(Vec3::new(0.0, up.y.max(0.3), up.z))
        };
        Placed::facing(self.p, seen, self.p.at(self.torso.point(NECK)), false)
    }

    /// One vertebra of the lower back, which shares the turn between pelvis and trunk.
    fn lumbar(&self, index: usize) -> Placed {
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
    fn arm(&self, side: Side) -> [Placed; 3] {
        let left = side == Side::Left;
        let sign = if left { -1.0 } else { 1.0 };
        // Sines instead of angles: the picture needs no more, and they cost nothing.
        let thigh = |side: Side| -self.frame(Body::Femur(side)).direction(Vec3::Y).x;
        let swing = (SWING * (thigh(side.other()) - thigh(side))).clamp(-FARTHEST, FARTHEST);
        // Arms swing about the shoulders' own sideways axis, and hang a little away from the body.
        let right = self.torso.direction(Vec3::Z);
        let forward = Vec3::new(right.z, 0.0, -right.x).unit();
        let toward = |sine: f64, outward: f64| {
            let down = (1.0 - sine * sine).max(0.0).sqrt();
            (forward * sine + -Vec3::Y * down + right * (sign * outward)).unit()
        };
        let (upper, lower) = (toward(swing - 0.06, 0.10), toward(swing + ELBOW, 0.02));
        let shoulder = self
            .torso
            .point(Vec3::new(SHOULDER.x, SHOULDER.y, sign * SHOULDER.z));
        let elbow = shoulder + upper * UPPER_ARM;
        let wrist = elbow + lower * FOREARM;
        let round = |axis: Vec3, at: Vec3| Placed::round(self.p, -axis, at, left, 0.3);
        [
            round(upper, shoulder),
            round(lower, elbow),
            round(toward(swing + ELBOW + 0.1, 0.0), wrist),
        ]
    }
}

/// The soft shapes without paint.
pub(super) fn silhouette(k: &Kinematics, p: &Projection, style: &Style) -> Vec<Element> {
    let body = Body3::new(k, p);
    let mut shapes = Vec::with_capacity(24);
    let legs: &[Side] = if style.left_leg {
        &[Side::Left, Side::Right]
    } else {
        &[Side::Right]
    };
    for &leg in legs {
        let (thigh, shank) = (body.long(Body::Femur(leg)), body.long(Body::Tibia(leg)));
        if body.sideways() {
            shapes.push(shell::side::THIGH.shape(&thigh));
            shapes.push(shell::side::SHANK.shape(&shank));
            shapes.push(shell::side::FOOT.shape(&body.foot(Body::Calcn(leg))));
            shapes.push(shell::side::TOES.shape(&body.foot(Body::Toes(leg))));
        } else {
            shapes.push(shell::front::THIGH.shape(&thigh));
            shapes.push(shell::front::SHANK.shape(&shank));
            shapes.push(shell::front::HEEL.shape(&body.heel(leg)));
            shapes.push(shell::front::INSTEP.shape(&body.instep(leg)));
            shapes.push(shell::front::BALL.shape(&body.ball(leg)));
            shapes.push(shell::front::TOES.shape(&body.toes(leg)));
        }
    }
    let trunk = body.trunk();
    if body.sideways() {
        shapes.push(shell::side::HIPS.shape(&body.sacrum()));
    } else {
        shapes.push(shell::front::HIPS.shape(&body.plate(
            &body.pelvis,
            Vec3::new(GAIT2392.hip.location.x, 0.0, 0.0),
            false,
        )));
    }
    if style.upper_body {
        let (chest, head) = if body.sideways() {
            (&shell::side::TRUNK, &shell::side::HEAD)
        } else {
            (&shell::front::TRUNK, &shell::front::HEAD)
        };
        shapes.push(chest.shape(&trunk));
        shapes.push(head.shape(&body.head()));
    }
    if style.arms {
        for side in Side::BOTH {
            let [upper, lower, hand] = body.arm(side);
            shapes.push(shell::side::UPPER_ARM.shape(&upper));
            shapes.push(shell::side::FOREARM.shape(&lower));
            shapes.push(shell::side::HAND.shape(&hand));
        }
    }
    shapes
}

fn far(element: Element) -> Element {
    element.with(Attribute::Opacity, ".5")
}

/// The bones in paint order.
pub(super) fn skeleton(k: &Kinematics, p: &Projection, style: &Style) -> Vec<Element> {
    let body = Body3::new(k, p);
    if body.sideways() {
        from_side(&body, style)
    } else {
        from_front(&body, style, p.plane == Plane::Back)
    }
}

fn one(bone: &'static Bone, placed: &Placed) -> Element {
    bone.element(placed)
}

fn side_leg(body: &Body3<'_>, leg: Side) -> Vec<Element> {
    let shank = body.long(Body::Tibia(leg));
    let mut bones = vec![
        one(&side::TIBIA, &shank),
        one(&side::TALUS, &body.foot(Body::Talus(leg))),
        one(&side::TOES, &body.toes(leg)),
        one(&side::FOOT, &body.foot(Body::Calcn(leg))),
        one(&side::FIBULA, &shank),
        one(&side::FEMUR, &body.long(Body::Femur(leg))),
    ];
    bones.extend(body.patella(leg).map(|at| one(&side::PATELLA, &at)));
    bones
}

fn arm(body: &Body3<'_>, side: Side) -> Vec<Element> {
    let [upper, lower, hand] = body.arm(side);
    vec![
        one(&side::FOREARM, &lower),
        one(&side::HAND, &hand),
        one(&side::HUMERUS, &upper),
    ]
}

fn from_side(body: &Body3<'_>, style: &Style) -> Vec<Element> {
    let trunk = body.trunk();
    let mut bones = Vec::with_capacity(10);
    if style.arms {
        bones.push(far(Element::group(arm(body, Side::Left))));
    }
    if style.left_leg {
        bones.push(far(Element::group(side_leg(body, Side::Left))));
    }
    bones.push(far(one(&side::HIP_BONE, &body.hip_bone(Side::Left))));
    if style.upper_body {
        let mut spine = vec![one(&side::UPPER_SPINE, &trunk)];
        spine.extend(
            (0..5)
                .rev()
                .map(|index| one(&side::VERTEBRA, &body.lumbar(index))),
        );
        bones.push(Element::group(spine));
        bones.push(one(&side::SKULL, &body.head()));
        bones.push(Element::group(vec![
            side::RIBS.bands(&trunk, body.p),
            side::RIBS.shape(&trunk),
            one(&side::SCAPULA, &trunk),
        ]));
    }
    // The near arm would hide the hip, so it hangs behind it.
    if style.arms {
        bones.push(Element::group(arm(body, Side::Right)));
    }
    bones.push(one(&side::SACRUM, &body.sacrum()));
    bones.push(one(&side::HIP_BONE, &body.hip_bone(Side::Right)));
    bones.push(Element::group(side_leg(body, Side::Right)));
    bones
}

fn front_leg(body: &Body3<'_>, leg: Side, behind: bool) -> Vec<Element> {
    let shank = body.long(Body::Tibia(leg));
    let thigh = Element::group(vec![
        one(&front::FEMUR, &body.long(Body::Femur(leg))),
        one(&front::FEMUR_TOP, &body.femur_end(leg, 0.0)),
        one(&front::FEMUR_END, &body.femur_end(leg, 0.396)),
    ]);
    let tibia = one(&front::TIBIA, &shank);
    let fibula = one(&front::FIBULA, &shank);
    let heel = one(&front::HEEL, &body.heel(leg));
    let instep = one(&front::INSTEP, &body.instep(leg));
    let toes = one(&front::TOES, &body.toes(leg));
    let patella = body.patella(leg).map(|at| one(&front::PATELLA, &at));
    let mut bones = Vec::with_capacity(8);
    if behind {
        bones.extend(patella);
        bones.extend([toes, instep, heel, fibula, tibia, thigh]);
    } else {
        bones.extend([heel, fibula, tibia, instep, toes, thigh]);
        bones.extend(patella);
    }
    bones
}

fn from_front(body: &Body3<'_>, style: &Style, behind: bool) -> Vec<Element> {
    let trunk = body.trunk();
    let mut bones = Vec::with_capacity(12);
    let spine = || {
        let mut spine = vec![one(&front::UPPER_SPINE, &trunk)];
        spine.extend((0..5).map(|index| one(&front::VERTEBRA, &body.lumbar(index))));
        Element::group(spine)
    };
    let shoulders = || one(&front::SHOULDERS, &trunk);
    if style.upper_body && !behind {
        bones.push(far(shoulders()));
        bones.push(far(front::RIBS_BACK.bands(&trunk, body.p)));
        bones.push(spine());
        bones.push(front::RIBS_FRONT.bands(&trunk, body.p));
        bones.push(front::RIBS_FRONT.shape(&trunk));
        bones.push(one(&front::COLLAR_BONES, &trunk));
        bones.push(one(&front::SKULL, &body.head()));
    }
    let pelvis = |side: Side| one(&front::HIP_BONE, &body.hip_bone(side));
    let sacrum = one(&front::SACRUM, &body.sacrum());
    if behind {
        let legs = if style.left_leg { 2 } else { 1 };
        for leg in [Side::Right, Side::Left].into_iter().take(legs) {
            bones.push(Element::group(front_leg(body, leg, true)));
        }
        bones.extend([pelvis(Side::Left), pelvis(Side::Right), sacrum]);
    } else {
        bones.extend([sacrum, pelvis(Side::Left), pelvis(Side::Right)]);
        let legs = if style.left_leg { 2 } else { 1 };
        for leg in [Side::Right, Side::Left].into_iter().take(legs) {
            bones.push(Element::group(front_leg(body, leg, false)));
        }
    }
    if style.upper_body && behind {
        bones.push(far(one(&front::COLLAR_BONES, &trunk)));
        bones.push(one(&front::SKULL_BACK, &body.head()));
        bones.push(front::RIBS_BACK.bands(&trunk, body.p));
        bones.push(spine());
        bones.push(shoulders());
    }
    if style.arms {
        for side in Side::BOTH {
            bones.push(Element::group(arm(body, side)));
        }
    }
    bones
}
