//! A person in a position: pose of the model, head and hands, seen from somewhere.

use kinetics::kinematics::{Kinematics, Reference};
use kinetics::math::{Frame, Mat3, Vec3};
use kinetics::{Body, Coordinate, GAIT2392, MuscleId, Pose, Side};

use crate::geometry::{Point, point};
use crate::path::push_tenths;
use crate::scene::{Attribute, Element, Token};
use crate::skeleton::{self, Limbs, Plane, Projection};

use super::settle::settled;

/// The three lines of gluteus maximus.
const MAXIMUS: [MuscleId; 3] = [MuscleId::GlutMax1, MuscleId::GlutMax2, MuscleId::GlutMax3];

/// From where a position is seen: the place on the page of the ground's origin, drawing units in
/// a meter, and how far from above.
#[derive(Debug, Clone, Copy)]
pub(super) struct Camera {
    pub(super) plane: Plane,
    pub(super) origin: Point,
    pub(super) scale: f64,
    /// Degrees above the horizon.
    pub(super) height: f64,
    /// Degrees by which the body is turned toward the viewer, about the vertical.
    pub(super) yaw: f64,
}

impl Camera {
    fn turn(&self) -> Frame {
        let axis = match self.plane {
            Plane::Side => Vec3::X,
            Plane::Front => -Vec3::Z,
            Plane::Back => Vec3::Z,
        };
        Frame {
            rotation: Mat3::rotation(axis, self.height.to_radians()),
            origin: Vec3::ZERO,
        }
        .then(&Frame {
            rotation: Mat3::rotation(Vec3::Y, self.yaw.to_radians()),
            origin: Vec3::ZERO,
        })
    }

    fn projection(&self) -> Projection {
        Projection {
            plane: self.plane,
            origin: self.origin,
            scale: self.scale,
        }
    }

    /// Where a place of the ground is on the page.
    pub(super) fn at(&self, place: Vec3) -> Point {
        self.projection().at(self.turn().point(place))
    }

    /// A length in meters, in drawing units.
    pub(super) fn length(&self, meters: f64) -> f64 {
        self.scale * meters
    }
}

/// How hard gluteus maximus works, told by how wide its lines are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Glutes {
    Unseen,
    Resting,
    Working,
}

/// A person in a position.
pub(super) struct Person {
    pub(super) k: Kinematics,
    pub(super) limbs: Limbs,
}

impl Person {
    pub(super) fn new(pose: &Pose, limbs: impl Fn(&Kinematics) -> Limbs) -> Option<Self> {
        let k = Kinematics::new(&GAIT2392, pose).ok()?;
        let limbs = limbs(&k);
        Some(Self { k, limbs })
    }

    /// The person as drawn, the muscle on top.
    pub(super) fn drawn(&self, camera: &Camera, glutes: Glutes) -> Vec<Element> {
        let turn = camera.turn();
        let k = self
            .k
            .with_ground(&turn.then(&self.k.pelvis(Reference::Ground)));
        let turned = |reach: &skeleton::Reach| skeleton::Reach {
            wrist: turn.point(reach.wrist),
            elbow: turn.direction(reach.elbow),
            hand: turn.direction(reach.hand),
        };
        let limbs = Limbs {
            head: turn.direction(self.limbs.head),
            right: turned(&self.limbs.right),
            left: turned(&self.limbs.left),
        };
        let p = camera.projection();
        let [mut drawn, bones] = skeleton::person(&k, &p, &limbs);
        drawn.extend(bones);
        let width = match glutes {
            Glutes::Unseen => return drawn,
            Glutes::Resting => 0.012,
            Glutes::Working => 0.03,
        };
        drawn.extend(muscle(&k, &p, camera.length(width)));
        drawn
    }
}

fn muscle(k: &Kinematics, p: &Projection, width: f64) -> [Element; 2] {
    let ink = |token: Token, width: f64| {
        let lines = MAXIMUS
            .iter()
            .map(|&id| Element::path(skeleton::muscle(k, id, Side::Right, p)))
            .collect();
        let mut digits = String::new();
        push_tenths(&mut digits, width);
        Element::group(lines)
            .with(Attribute::Fill, "none")
            .with(Attribute::Stroke, token.css())
            .with(Attribute::StrokeWidth, digits)
            .with(Attribute::StrokeLinecap, "round")
            .with(Attribute::StrokeLinejoin, "round")
    };
    [
        ink(Token::MuscleDark, width + 2.0),
        ink(Token::Muscle, width),
    ]
}

/// A coordinate of a leg, and its value in degrees.
pub(super) type Angle = (fn(Side) -> Coordinate, f64);

/// `pose` with angles of both legs.
pub(super) fn both(pose: Pose, angles: &[Angle]) -> Pose {
    angles.iter().fold(pose, |pose, (coordinate, degrees)| {
        Side::BOTH.iter().fold(pose, |pose, &side| {
            pose.with_degrees(coordinate(side), *degrees)
        })
    })
}

/// How high the ankle's axis is above the floor when the foot is flat.
pub(super) const ANKLE: f64 = 0.058;

/// What keeps a foot from standing flat with its ankle at `x`, `y`, in the plane of the step.
pub(super) fn foot_misses(k: &Kinematics, side: Side, ankle: Point) -> [f64; 3] {
    let at = k.frame(Body::Talus(side), Reference::Ground).origin;
    let foot = k.frame(Body::Calcn(side), Reference::Ground);
    [
        at.x - ankle.x,
        at.y - ankle.y,
        0.3 * foot.direction(Vec3::X).y,
    ]
}

/// `pose` with the feet flat on the floor, their ankles at `x`.
pub(super) fn with_feet(pose: Pose, x: f64) -> Pose {
    Side::BOTH
        .iter()
        .fold(pose, |pose, &side| with_foot(pose, side, point(x, ANKLE)))
}

/// `pose` with one foot flat, its ankle at a place.
pub(super) fn with_foot(pose: Pose, side: Side, ankle: Point) -> Pose {
    let leg = [
        Coordinate::HipFlexion(side),
        Coordinate::KneeAngle(side),
        Coordinate::AnkleAngle(side),
    ];
    settled(pose, &leg, |k| foot_misses(k, side, ankle).to_vec())
}

/// The middle of a knee.
pub(super) fn knee(k: &Kinematics, side: Side) -> Vec3 {
    k.frame(Body::Tibia(side), Reference::Ground).origin
}

/// A place on the axis of a thigh, so many meters below the hip.
pub(super) fn thigh(k: &Kinematics, side: Side, down: f64) -> Vec3 {
    k.frame(Body::Femur(side), Reference::Ground)
        .point(Vec3::new(0.0, -down, 0.0))
}

/// Plus for the right side, minus for the left.
pub(super) const fn sign(side: Side) -> f64 {
    match side {
        Side::Right => 1.0,
        Side::Left => -1.0,
    }
}

/// From the neck up: half upright while the trunk is.
pub(super) fn upright_head(k: &Kinematics) -> Vec3 {
    let trunk = k.frame(Body::Torso, Reference::Ground).direction(Vec3::Y);
    (trunk + Vec3::Y * trunk.y.max(0.0)).unit()
}
