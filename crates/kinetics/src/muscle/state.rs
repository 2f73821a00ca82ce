//! Length and moment arms of a muscle in a pose.

use super::{MomentArms, PathNode};
use crate::kinematics::Kinematics;
use crate::model::{Joint, Model, Motion, MuscleData, Segment, Side};

/// Length and moment arms of a muscle in a pose.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MuscleState {
    /// Length of the whole muscle with its tendon, in meters.
    pub length: f64,
    /// Moment arms about every motion.
    pub arms: MomentArms,
}

impl MuscleState {
    /// A muscle without length, to fill an array with.
    pub const EMPTY: MuscleState = MuscleState {
        length: 0.0,
        arms: MomentArms {
            side: Side::Right,
            values: [0.0; Motion::COUNT],
        },
    };
}

/// Length and moment arms of one muscle.
pub fn muscle_state(muscle: &MuscleData<'_>, kinematics: &Kinematics, side: Side) -> MuscleState {
    let mut state = MuscleState {
        length: 0.0,
        arms: MomentArms {
            side,
            values: [0.0; Motion::COUNT],
        },
    };
    // Point by point rather than from a whole path: a figure does this for every muscle and frame.
    let mut points = muscle
        .points
        .iter()
        .filter_map(|p| PathNode::new(p, kinematics, side));
    let Some(mut last) = points.next() else {
        return state;
    };
    for next in points {
        add_piece(&last, &next, kinematics, side, &mut state);
        last = next;
    }
    state
}

/// Length and moment arms of the model's muscles on one side, in the model's order.
///
/// Fills as much of `out` as there are muscles and allocates nothing.
pub fn all_muscles(
    model: &Model<'_>,
    kinematics: &Kinematics,
    side: Side,
    out: &mut [MuscleState],
) {
    for (state, muscle) in out.iter_mut().zip(model.muscles) {
        *state = muscle_state(muscle, kinematics, side);
    }
}

/// Adds the piece from `a` to `b`: its length, and what each coordinate between its ends changes.
fn add_piece(a: &PathNode, b: &PathNode, k: &Kinematics, side: Side, state: &mut MuscleState) {
    let across = b.position - a.position;
    let length = across.length();
    state.length += length;
    if length <= 0.0 {
        return;
    }
    let u = across * (1.0 / length);
    let arms = &mut state.arms.values;
    let (moved_a, moved_b) = (moved_by(a.segment), moved_by(b.segment));
    let mut between = moved_a ^ moved_b;
    if between != 0 {
        let moment = b.position.cross(u);
        while between != 0 {
            let i = between.trailing_zeros() as usize;
            between &= between - 1;
            let rate = k.twists(side)[i].power(u, moment);
            arms[i] += if moved_b & (1 << i) != 0 { -rate } else { rate };
        }
    }
    if let Some((motion, velocity)) = b.sliding {
        arms[motion.index()] -= u.dot(velocity);
    }
    if let Some((motion, velocity)) = a.sliding {
        arms[motion.index()] += u.dot(velocity);
    }
}

/// The motions that move a segment relative to the pelvis, as bits by [`Motion::index`].
const fn moved_by(segment: Segment) -> u16 {
    match segment {
        Segment::Pelvis => 0,
        Segment::Femur => 0b000_0000111,
        Segment::Tibia => 0b000_0001111,
        Segment::Talus => 0b000_0011111,
        Segment::Calcn => 0b000_0111111,
        Segment::Toes => 0b000_1111111,
        Segment::Torso => 0b111_0000000,
    }
}

/// True when the segment lies beyond the joint, seen from the pelvis.
pub(super) const fn is_beyond(segment: Segment, joint: Joint) -> bool {
    let motion = match joint {
        Joint::Hip => Motion::HipFlexion,
        Joint::Knee => Motion::KneeAngle,
        Joint::Ankle => Motion::AnkleAngle,
        Joint::Subtalar => Motion::SubtalarAngle,
        Joint::Mtp => Motion::MtpAngle,
        Joint::Back => Motion::LumbarExtension,
    };
    moved_by(segment) & (1 << motion.index()) != 0
}
