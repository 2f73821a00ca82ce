//! The string of points a muscle runs through in a pose.

use crate::kinematics::Kinematics;
use crate::math::Vec3;
use crate::model::{Joint, MAX_PATH_POINTS, Motion, MuscleData, PathPoint, Place, Segment, Side};

/// One point of a path in a pose.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PathNode {
    /// Where it is, in the pelvis frame, in meters.
    pub position: Vec3,
    /// The body it is on.
    pub segment: Segment,
    /// For a point that slides in its body: the motion it follows, and its velocity in the pelvis
    /// frame with the body held still, in m/rad.
    pub sliding: Option<(Motion, Vec3)>,
}

impl PathNode {
    /// A point in a pose, or `None` if it does not exist there.
    pub(super) fn new(point: &PathPoint<'_>, k: &Kinematics, side: Side) -> Option<PathNode> {
        if let Some(c) = &point.when
            && !c.range.contains(k.value(c.motion, side))
        {
            return None;
        }
        let frame = k.segment(point.segment, side);
        let (local, sliding) = match &point.place {
            Place::Fixed(at) => (*at, None),
            Place::Moving { motion, x, y, z } => {
                let q = k.value(*motion, side);
                let ((x, dx), (y, dy), (z, dz)) = (x.at(q), y.at(q), z.at(q));
                let rate = frame.direction(on_side(Vec3::new(dx, dy, dz), side));
                (Vec3::new(x, y, z), Some((*motion, rate)))
            }
        };
        let position = frame.point(on_side(local, side));
        Some(PathNode {
            position,
            segment: point.segment,
            sliding,
        })
    }
}

/// The points of a muscle that exist in a pose, from origin to insertion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MusclePath {
    nodes: [PathNode; MAX_PATH_POINTS],
    count: usize,
}

impl MusclePath {
    /// The path of a muscle of one side.
    pub fn new(muscle: &MuscleData<'_>, kinematics: &Kinematics, side: Side) -> MusclePath {
        let empty = PathNode {
            position: Vec3::ZERO,
            segment: Segment::Pelvis,
            sliding: None,
        };
        let mut path = MusclePath {
            nodes: [empty; MAX_PATH_POINTS],
            count: 0,
        };
        let present = muscle
            .points
            .iter()
            .filter_map(|p| PathNode::new(p, kinematics, side));
        for (slot, node) in path.nodes.iter_mut().zip(present) {
            *slot = node;
            path.count += 1;
        }
        path
    }

    /// The points, from origin to insertion.
    pub fn nodes(&self) -> &[PathNode] {
        &self.nodes[..self.count]
    }

    /// Length of the path, in meters.
    pub fn length(&self) -> f64 {
        self.nodes()
            .windows(2)
            .map(|w| (w[1].position - w[0].position).length())
            .sum()
    }

    /// Line of action at the origin: the unit direction in which the muscle pulls the body it
    /// springs from.
    ///
    /// That is along the piece that leaves the origin's body, since pieces that stay in one body
    /// pull it on itself.
    pub fn pull_at_origin(&self) -> Vec3 {
        self.leaving(
            self.nodes()
                .windows(2)
                .find(|w| w[0].segment != w[1].segment),
        )
    }

    /// Line of action at the insertion: the unit direction in which the muscle pulls the body it
    /// ends on.
    pub fn pull_at_insertion(&self) -> Vec3 {
        -self.leaving(
            self.nodes()
                .windows(2)
                .rev()
                .find(|w| w[0].segment != w[1].segment),
        )
    }

    /// Net pull across a joint on the bodies nearer the pelvis, per newton of tension; the bodies
    /// beyond the joint feel the opposite. Zero for a muscle that does not cross.
    pub fn pull_across(&self, joint: Joint) -> Vec3 {
        let mut pull = Vec3::ZERO;
        for w in self.nodes().windows(2) {
            let beyond = |i: usize| super::state::is_beyond(w[i].segment, joint);
            let u = (w[1].position - w[0].position).unit();
            match (beyond(0), beyond(1)) {
                (false, true) => pull += u,
                (true, false) => pull += -u,
                _ => {}
            }
        }
        pull
    }

    fn leaving(&self, piece: Option<&[PathNode]>) -> Vec3 {
        match piece {
            Some([a, b]) => (b.position - a.position).unit(),
            _ => Vec3::ZERO,
        }
    }
}

fn on_side(point: Vec3, side: Side) -> Vec3 {
    match side {
        Side::Right => point,
        Side::Left => point.mirrored(),
    }
}
