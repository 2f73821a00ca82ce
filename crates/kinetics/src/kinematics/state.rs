//! The frames and twists of a pose.

use super::{Reference, Twist};
use crate::error::NotFinite;
use crate::math::{Frame, Mat3, Vec3};
use crate::model::{Body, Coordinate, Hinge, Model, Motion, Segment, Side, ThreeAxis};
use crate::pose::Pose;

/// A pose worked out: where every body is, and the twist of every coordinate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kinematics {
    /// Frames in the pelvis, by side and segment.
    frames: [[Frame; 7]; 2],
    /// Twists in the pelvis, by side and motion.
    twists: [[Twist; Motion::COUNT]; 2],
    /// Values of the motions, by side.
    values: [[f64; Motion::COUNT]; 2],
    /// The pelvis in the ground.
    pelvis: Frame,
}

impl Kinematics {
    /// Works out a pose.
    ///
    /// # Errors
    ///
    /// When a coordinate of the pose is not finite.
    pub fn new(model: &Model<'_>, pose: &Pose) -> Result<Kinematics, NotFinite> {
        pose.check()?;
        let mut k = Kinematics {
            frames: [[Frame::IDENTITY; 7]; 2],
            twists: [[Twist::default(); Motion::COUNT]; 2],
            values: [[0.0; Motion::COUNT]; 2],
            pelvis: pelvis_in_ground(pose),
        };
        for side in Side::BOTH {
            let i = side.index();
            k.values[i] = Motion::ALL.map(|m| pose.get(m.on(side)));
            place_leg(
                model,
                side,
                &k.values[i],
                &mut k.frames[i],
                &mut k.twists[i],
            );
        }
        // The back is one joint, so the torso is the same seen from either side.
        let q = &k.values[0];
        let (torso, twists) = three_axes(
            &model.back,
            Side::Right,
            &Frame::IDENTITY,
            [q[7], q[8], q[9]],
        );
        for i in 0..2 {
            k.frames[i][Segment::Torso.index()] = torso;
            k.twists[i][7..].copy_from_slice(&twists);
        }
        Ok(k)
    }

    /// Where a body is.
    pub fn frame(&self, body: Body, reference: Reference) -> Frame {
        let in_pelvis = self.in_pelvis(body);
        match reference {
            Reference::Pelvis => in_pelvis,
            Reference::Ground => self.pelvis.then(&in_pelvis),
            Reference::StanceFoot(side) => {
                self.in_pelvis(Body::Calcn(side)).inverse().then(&in_pelvis)
            }
        }
    }

    /// Where the pelvis is: the frame that takes pelvis points to the reference.
    pub fn pelvis(&self, reference: Reference) -> Frame {
        self.frame(Body::Pelvis, reference)
    }

    /// Center of mass of a set of bodies, in meters. No bodies have it at the origin.
    pub fn center_of_mass(&self, model: &Model<'_>, bodies: &[Body], reference: Reference) -> Vec3 {
        let (mut sum, mut mass) = (Vec3::ZERO, 0.0);
        for &body in bodies {
            let data = model.body(body);
            sum += self
                .in_pelvis(body)
                .point(local_center(data.center_of_mass, body))
                * data.mass;
            mass += data.mass;
        }
        let mean = if mass > 0.0 {
            sum * (1.0 / mass)
        } else {
            Vec3::ZERO
        };
        self.pelvis(reference).point(mean)
    }

    /// The same pose with the pelvis elsewhere in the ground.
    #[must_use]
    pub fn with_ground(mut self, pelvis: &Frame) -> Kinematics {
        self.pelvis = *pelvis;
        self
    }

    /// The twist of a motion of one side, in the pelvis frame.
    pub fn twist(&self, motion: Motion, side: Side) -> &Twist {
        &self.twists[side.index()][motion.index()]
    }

    /// The twists of one side by [`Motion::index`].
    pub(crate) fn twists(&self, side: Side) -> &[Twist; Motion::COUNT] {
        &self.twists[side.index()]
    }

    /// The value of a motion of one side, in radians.
    pub(crate) fn value(&self, motion: Motion, side: Side) -> f64 {
        self.values[side.index()][motion.index()]
    }

    /// Frame of a segment in the pelvis.
    pub(crate) fn segment(&self, segment: Segment, side: Side) -> &Frame {
        &self.frames[side.index()][segment.index()]
    }

    fn in_pelvis(&self, body: Body) -> Frame {
        *self.segment(body.segment(), body.side().unwrap_or(Side::Right))
    }
}

/// The data are those of the right side.
fn local_center(center: Vec3, body: Body) -> Vec3 {
    match body.side() {
        Some(Side::Left) => center.mirrored(),
        _ => center,
    }
}

fn pelvis_in_ground(pose: &Pose) -> Frame {
    let q = |c| pose.get(c);
    Frame {
        rotation: Mat3::rotation(Vec3::Z, q(Coordinate::PelvisTilt))
            * Mat3::rotation(Vec3::X, q(Coordinate::PelvisList))
            * Mat3::rotation(Vec3::Y, q(Coordinate::PelvisRotation)),
        origin: Vec3::new(
            q(Coordinate::PelvisTx),
            q(Coordinate::PelvisTy),
            q(Coordinate::PelvisTz),
        ),
    }
}

fn place_leg(
    model: &Model<'_>,
    side: Side,
    q: &[f64; Motion::COUNT],
    frames: &mut [Frame; 7],
    twists: &mut [Twist; Motion::COUNT],
) {
    let (femur, hip) = three_axes(&model.hip, side, &Frame::IDENTITY, [q[0], q[1], q[2]]);
    twists[..3].copy_from_slice(&hip);
    let (tibia, knee) = place_knee(model, side, &femur, q[3]);
    let (talus, ankle) = place_hinge(&model.ankle, side, &tibia, q[4]);
    let (calcn, subtalar) = place_hinge(&model.subtalar, side, &talus, q[5]);
    let (toes, mtp) = place_hinge(&model.mtp, side, &calcn, q[6]);
    twists[3..7].copy_from_slice(&[knee, ankle, subtalar, mtp]);
    frames[1..6].copy_from_slice(&[femur, tibia, talus, calcn, toes]);
}

fn three_axes(joint: &ThreeAxis, side: Side, parent: &Frame, q: [f64; 3]) -> (Frame, [Twist; 3]) {
    let origin = parent.point(point_on(joint.location, side));
    let mut rotation = parent.rotation;
    let mut twists = [Twist::default(); 3];
    for i in 0..3 {
        let axis = axis_on(joint.axes[i], side);
        twists[i] = Twist::about(rotation * axis, origin);
        rotation = rotation * Mat3::rotation(axis, q[i]);
    }
    (Frame { rotation, origin }, twists)
}

fn place_hinge(joint: &Hinge, side: Side, parent: &Frame, q: f64) -> (Frame, Twist) {
    let origin = parent.point(point_on(joint.location, side));
    let axis = axis_on(joint.axis, side);
    let twist = Twist::about(parent.rotation * axis, origin);
    (
        Frame {
            rotation: parent.rotation * Mat3::rotation(axis, q),
            origin,
        },
        twist,
    )
}

fn place_knee(model: &Model<'_>, side: Side, femur: &Frame, q: f64) -> (Frame, Twist) {
    let knee = &model.knee;
    let ((x, x_rate), (y, y_rate)) = (knee.x.at(q), knee.y.at(q));
    let local = point_on(knee.location, side) + Vec3::new(x, y, 0.0);
    let hinge = Hinge {
        location: local,
        axis: axis_on(knee.axis, side),
    };
    let (tibia, mut twist) = place_hinge(&hinge, Side::Right, femur, q);
    twist.moving += femur.direction(Vec3::new(x_rate, y_rate, 0.0));
    (tibia, twist)
}

fn point_on(point: Vec3, side: Side) -> Vec3 {
    match side {
        Side::Right => point,
        Side::Left => point.mirrored(),
    }
}

fn axis_on(axis: Vec3, side: Side) -> Vec3 {
    match side {
        Side::Right => axis,
        Side::Left => axis.mirrored_axis(),
    }
}
