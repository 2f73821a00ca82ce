//! The tasks as posture problems.

use super::{KineticChain, Task, Weak};
use crate::experiments::settings::degrees;
use crate::model::{Coordinate, GAIT2392, Range, Side};
use crate::pose::Pose;
use crate::posture::{Condition, Joint, Measure, PostureProblem};

/// The angle of the thighs in the squat, from vertical, in degrees.
pub const SQUAT_THIGH: f64 = 45.0;
/// How far the ball of the back foot is behind the heel of the front foot, in meters.
pub const STEP: f64 = 0.45;
/// The most that ankles bend when nothing is stiff, in degrees of dorsiflexion.
const SUPPLE_ANKLE: f64 = 30.0;
/// The most that a stiff ankle bends, in degrees of dorsiflexion.
pub const STIFF_ANKLE: f64 = 5.0;
/// How bent a hip stays that is tight in front, in degrees of flexion.
pub const TIGHT_HIP: f64 = 10.0;
/// How far a stiff low back moves either way, in degrees.
pub const STIFF_BACK: f64 = 5.0;
/// How far the heels are rolled in against the floor, in degrees. In life the middle of the foot gives
/// and its front stays flat; the model's foot is one piece, and rolls as a whole.
pub const ROLLED_IN: f64 = 8.0;

/// What weak muscles may supply, as a share of what the plain way asks of them.
pub const WEAK: f64 = 0.7;
/// Where the center of mass may be on flat feet, forward of the back of the heel, in meters: from the
/// ankle to shortly behind the ball.
const BASE: Range = Range::new(0.04, 0.14);
/// The ankle of the back leg likes to be bent by this in a step, in degrees: what one adult used late
/// in stance.
const LATE_STANCE: f64 = 14.2;

/// The most joints a task frees.
const JOINTS: usize = 7;
/// The most conditions a task has.
const CONDITIONS: usize = 8;

/// A posture problem with room for its lists.
pub(super) struct Setup {
    task: Task,
    start: Pose,
    joints: [Joint; JOINTS],
    joint_count: usize,
    conditions: [Condition; CONDITIONS],
    condition_count: usize,
}

impl Setup {
    /// The same problem, started from a pose.
    pub(super) fn from(mut self, start: &Pose) -> Setup {
        self.start = *start;
        self
    }

    pub(super) fn problem(&self) -> PostureProblem<'_> {
        PostureProblem {
            stance: self.task.stance(),
            symmetric: self.task.is_symmetric(),
            start: self.start,
            joints: &self.joints[..self.joint_count],
            conditions: &self.conditions[..self.condition_count],
        }
    }

    /// Adds a condition; more than there is room for are left out.
    pub(super) fn require(&mut self, measure: Measure, range: Range) {
        if let Some(slot) = self.conditions.get_mut(self.condition_count) {
            *slot = Condition { measure, range };
            self.condition_count += 1;
        }
    }

    fn free(&mut self, coordinate: Coordinate, weight: f64, range: Range) {
        if let Some(slot) = self.joints.get_mut(self.joint_count) {
            *slot = Joint {
                coordinate,
                weight,
                preferred: 0.0,
                range,
            };
            self.joint_count += 1;
        }
    }

    /// Hip, knee and ankle of a leg in the plane, with what is stiff.
    fn free_leg(&mut self, input: &KineticChain, side: Side) {
        let slider = |c| GAIT2392.slider(c);
        let hip = Coordinate::HipFlexion(side);
        let mut range = slider(hip);
        if input.tight_hip {
            range.min = TIGHT_HIP.to_radians();
        }
        self.free(hip, 1.0, range);
        let knee = Coordinate::KneeAngle(side);
        self.free(knee, 1.0, slider(knee));
        let ankle = Coordinate::AnkleAngle(side);
        let most = if input.stiff_ankle {
            STIFF_ANKLE
        } else {
            SUPPLE_ANKLE
        };
        let range = Range::new(slider(ankle).min, most.to_radians());
        self.free(ankle, 1.0, range);
    }

    fn free_back(&mut self, input: &KineticChain) {
        let range = if input.stiff_back {
            degrees(-STIFF_BACK, STIFF_BACK)
        } else {
            degrees(-40.0, 30.0)
        };
        self.free(Coordinate::LumbarExtension, BACK, range);
    }
}

/// Price of moving the back, where a joint of a leg costs 1.
const BACK: f64 = 4.0;

fn exactly(value: f64) -> Range {
    Range::new(value, value)
}

/// The problem of an input, without the condition for what is weak.
pub(super) fn setup(input: &KineticChain) -> Setup {
    let near = Side::Right;
    let unused = Joint {
        coordinate: Coordinate::LumbarExtension,
        weight: 1.0,
        preferred: 0.0,
        range: exactly(0.0),
    };
    let rolled = if input.rolled_in {
        -ROLLED_IN.to_radians()
    } else {
        0.0
    };
    let mut s = Setup {
        task: input.task,
        start: Pose::NEUTRAL,
        joints: [unused; JOINTS],
        joint_count: 0,
        conditions: [Condition {
            measure: Measure::TrunkLean,
            range: exactly(0.0),
        }; CONDITIONS],
        condition_count: 0,
    };
    match input.task {
        Task::Stand | Task::Squat => {
            s.free_leg(input, near);
            s.free_back(input);
            // The feet stay below the hips and point straight ahead, flat or with the heel rolled in.
            let foot = [
                Coordinate::HipAdduction(near),
                Coordinate::HipRotation(near),
                Coordinate::SubtalarAngle(near),
            ];
            for c in foot {
                s.free(c, 1.0, GAIT2392.slider(c));
            }
            s.require(Measure::CenterForward, BASE);
            s.require(Measure::HeelOutward(near), exactly(GAIT2392.hip.location.z));
            s.require(Measure::FootRoll(near), exactly(rolled));
            s.require(Measure::FootTurn(near), exactly(0.0));
            if input.task == Task::Squat {
                s.require(Measure::ThighAngle(near), exactly(SQUAT_THIGH.to_radians()));
                s.require(Measure::TrunkLean, degrees(-10.0, 60.0));
            } else {
                s.require(Measure::TrunkLean, degrees(-2.0, 2.0));
            }
        }
        Task::Step => {
            let front = near.other();
            s.free_leg(input, front);
            s.free_leg(input, near);
            s.free_back(input);
            s.require(Measure::BallForward(near), exactly(-STEP));
            s.require(Measure::BallHeight(near), exactly(0.0));
            s.require(Measure::FootPitch(near), degrees(0.0, 60.0));
            s.require(Measure::CenterForward, Range::new(-0.5 * STEP, 0.0));
            s.require(Measure::TrunkLean, degrees(-5.0, 10.0));
            s.joints[5].preferred = LATE_STANCE.to_radians();
            s.joints[5].weight = 4.0;
        }
        Task::OneLeg => {
            let other = near.other();
            s.start = s
                .start
                .with_degrees(Coordinate::HipFlexion(other), 25.0)
                .with_degrees(Coordinate::KneeAngle(other), -50.0);
            s.free_leg(input, near);
            s.free_back(input);
            let hip = Coordinate::HipAdduction(near);
            s.free(hip, 1.0, GAIT2392.slider(hip));
            s.free(Coordinate::LumbarBending, BACK, degrees(-30.0, 30.0));
            let foot = Coordinate::SubtalarAngle(near);
            s.free(foot, 1.0, GAIT2392.slider(foot));
            s.require(Measure::CenterForward, BASE);
            s.require(Measure::CenterSideways, Range::new(-0.02, 0.02));
            s.require(Measure::TrunkLean, degrees(-5.0, 5.0));
            s.require(Measure::TrunkSideLean, degrees(-20.0, 20.0));
            s.require(Measure::PelvicDrop(near), degrees(0.0, 10.0));
        }
    }
    s
}

impl Weak {
    /// The coordinate whose moment the weak muscles supply, and the sign of their moment.
    pub(super) fn moment(self, side: Side) -> (Coordinate, f64) {
        match self {
            Weak::Calf => (Coordinate::AnkleAngle(side), -1.0),
            Weak::Thigh => (Coordinate::KneeAngle(side), 1.0),
            Weak::BackOfHip => (Coordinate::HipFlexion(side), -1.0),
            Weak::SideOfHip => (Coordinate::HipAdduction(side), -1.0),
        }
    }

    /// What it may supply where `asked`, in its own direction, is asked in the plain way.
    pub(super) fn allowed(self, asked: f64, sign: f64) -> Range {
        let most = WEAK * asked.max(0.0);
        let against = 1000.0;
        if sign > 0.0 {
            Range::new(-against, most)
        } else {
            Range::new(-most, against)
        }
    }
}
