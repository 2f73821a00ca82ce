//! Where the limbs of the drawn body are in a state.
//!
//! The drawing shows the computed state; it computes no forces. The pelvis stays level and
//! where it is; trunk, arms, stance leg and floor move about it.

use crate::anatomy::joint;
use crate::geometry::{Point, point};

use super::balance::Balance;
use super::{Cane, Hand, State};

/// One arm in the body's frame, centimeters.
#[derive(Debug, Clone, Copy)]
pub(super) struct Arm {
    pub(super) shoulder: Point,
    pub(super) elbow: Point,
    pub(super) hand: Point,
}

/// The drawn pose; centimeters in the body's frame, degrees clockwise on the page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pose {
    pub(super) trunk_degrees: f64,
    pub(super) leg_degrees: f64,
    /// Middle of the stance foot.
    pub(super) foot: f64,
    /// Height of the floor, which sinks or rises as the stance leg turns.
    pub(super) floor: f64,
    /// Where the line of the weight above the hip passes.
    pub(super) weight_line: f64,
    pub(super) left: Arm,
    pub(super) right: Arm,
    pub(super) cane_shown: bool,
    pub(super) cane_foot: f64,
    cane: Cane,
    pub(super) load_shown: bool,
    load: Hand,
}

impl Pose {
    pub(super) fn new(state: &State, balance: &Balance) -> Self {
        let trunk = balance.lean;
        // The foot stands below everything it carries: the floor's force and the moment that
        // the side of the hip holds balance each other about the hip.
        let carried = balance.body_weight + balance.load_force - balance.cane_force;
        let foot = joint::HIP.0 - 100.0 * balance.moment / carried.max(1.0);
        let length = joint::HIP.1 - joint::ANKLE.1;
        let leg = ((joint::ANKLE.0 - foot) / length).clamp(-0.5, 0.5).asin();
        let floor = joint::HIP.1 - (joint::HIP.1 + 0.2) * leg.cos();

        let cane_foot = joint::HIP.0 - 100.0 * balance.cane_arm;
        let base = point(joint::LUMBOSACRAL.0, joint::LUMBOSACRAL.1);
        let arm = |side: f64, held: bool, loaded: bool| {
            let shoulder = point(side * joint::SHOULDER.0, joint::SHOULDER.1).rotated(base, -trunk);
            let free = point(shoulder.x + side * 4.0, shoulder.y - 57.8);
            let hand = if held {
                point(cane_foot - side * 1.0, floor + 82.0)
            } else if loaded {
                point(joint::HIP.0 - 100.0 * balance.load_arm, shoulder.y - 57.0)
            } else {
                free
            };
            reach(shoulder, hand, side)
        };
        Self {
            trunk_degrees: trunk.to_degrees(),
            leg_degrees: leg.to_degrees(),
            foot,
            floor,
            weight_line: joint::HIP.0 - 100.0 * balance.weight_arm,
            left: arm(
                -1.0,
                state.cane == Cane::Left,
                state.load > 0 && state.hand == Hand::Left,
            ),
            right: arm(
                1.0,
                state.cane == Cane::Right,
                state.load > 0 && state.hand == Hand::Right,
            ),
            cane_shown: state.cane != Cane::None,
            cane_foot,
            cane: state.cane,
            load_shown: state.load > 0,
            load: state.hand,
        }
    }

    pub(super) fn cane_hand(&self) -> Point {
        if self.cane == Cane::Right {
            self.right.hand
        } else {
            self.left.hand
        }
    }

    pub(super) fn load_hand(&self) -> Point {
        if self.load == Hand::Right {
            self.right.hand
        } else {
            self.left.hand
        }
    }
}

/// An arm of fixed lengths from `shoulder` toward `hand`, the elbow on the outside.
fn reach(shoulder: Point, hand: Point, side: f64) -> Arm {
    const UPPER: f64 = 30.0;
    const LOWER: f64 = 28.5;
    let line = hand.minus(shoulder);
    let distance = line.length().clamp(12.0, UPPER + LOWER - 0.2);
    let hand = shoulder.plus(line.unit().times(distance));
    let along = (UPPER * UPPER - LOWER * LOWER + distance * distance) / (2.0 * distance);
    let out = (UPPER * UPPER - along * along).max(0.0).sqrt();
    let direction = line.unit();
    let elbow = shoulder
        .plus(direction.times(along))
        .plus(direction.turned().times(out * side));
    Arm {
        shoulder,
        elbow,
        hand,
    }
}
