//! The moment arms of a state, from `kinetics`.

use std::cell::RefCell;

use kinetics::experiments::muscle_roles::{
    MuscleRoles, MuscleRolesResult, RoleSample, SWEEP, muscle_roles,
};
use kinetics::kinematics::Kinematics;
use kinetics::muscle::{MuscleState, muscle_state};
use kinetics::{Coordinate, GAIT2392, Motion, MuscleId, Pose, Range, Side};

use super::State;

/// Hip flexion of the curves' two ends, degrees; neighboring samples are two degrees apart.
pub(super) const SWEPT: (i32, i32) = (-20, 100);

/// How many changes of side along a curve are marked at most.
pub(super) const MARKS: usize = 2;

/// The three motions of the hip, in the order of curves, bars and rows.
pub(super) const MOTIONS: [Motion; 3] = [
    Motion::HipFlexion,
    Motion::HipAdduction,
    Motion::HipRotation,
];

/// What one muscle does in one pose and along hip flexion; meters and radians.
#[derive(Debug, Clone)]
pub struct Roles {
    /// Length and moment arms in the pose.
    pub now: MuscleState,
    /// The same along hip flexion, the other two angles as in the pose.
    pub sweep: MuscleRolesResult,
    /// Where everything is as it is drawn.
    pub(super) drawn: Option<Kinematics>,
}

/// The pose of the model.
pub(super) fn pose(state: &State) -> Pose {
    let angle = |value: i32| f64::from(value);
    Pose::NEUTRAL
        .with_degrees(Coordinate::HipFlexion(Side::Right), angle(state.flexion))
        .with_degrees(
            Coordinate::HipAdduction(Side::Right),
            angle(state.adduction),
        )
        .with_degrees(Coordinate::HipRotation(Side::Right), angle(state.rotation))
}

/// What stands in where no muscle is chosen.
const NOTHING: MuscleRolesResult = MuscleRolesResult {
    samples: [RoleSample {
        angle: 0.0,
        state: MuscleState::EMPTY,
    }; SWEEP],
    clamped: false,
};

/// A muscle along hip flexion.
fn sweep(muscle: MuscleId, pose: Pose) -> Option<MuscleRolesResult> {
    let range = Range::new(
        f64::from(SWEPT.0).to_radians(),
        f64::from(SWEPT.1).to_radians(),
    );
    let sweep = Motion::HipFlexion;
    muscle_roles(&MuscleRoles {
        muscle,
        sweep,
        range,
        pose,
    })
    .ok()
}

thread_local! {
    /// The last roles: drawing and words ask for the same.
    static LAST: RefCell<Option<(State, Roles)>> = const { RefCell::new(None) };
}

impl Roles {
    /// The roles in `state`; all arms are zero where no muscle is chosen.
    ///
    /// The model refuses numbers that are not finite; a state holds whole numbers, so the empty
    /// result that stands in for an error is never seen.
    pub(super) fn new(state: &State) -> Self {
        LAST.with_borrow_mut(|last| match last {
            Some((asked, roles)) if asked == state => roles.clone(),
            _ => last.insert((*state, Self::compute(state))).1.clone(),
        })
    }

    fn compute(state: &State) -> Self {
        let pose = pose(state);
        let kinematics = Kinematics::new(&GAIT2392, &pose).ok();
        // With the thigh up, the shank hangs: that changes no lever arm about the hip.
        let knee = -f64::from(state.flexion.max(0));
        let drawn = pose.with_degrees(Coordinate::KneeAngle(Side::Right), knee);
        let (now, sweep) = state
            .compartment()
            .and_then(|chosen| {
                let muscle = GAIT2392.muscle(chosen.id)?;
                let now = muscle_state(muscle, kinematics.as_ref()?, Side::Right);
                Some((now, sweep(chosen.id, pose)?))
            })
            .unwrap_or((MuscleState::EMPTY, NOTHING));
        Self {
            now,
            sweep,
            drawn: Kinematics::new(&GAIT2392, &drawn).ok(),
        }
    }

    /// The arm about a motion in the pose, in millimeters.
    #[must_use]
    pub fn arm(&self, motion: Motion) -> f64 {
        1000.0 * self.now.arms.motion(motion)
    }

    /// The arm about a motion at a hip flexion of an even number of degrees, in millimeters.
    pub(super) fn arm_at(&self, motion: Motion, degrees: i32) -> f64 {
        let index = ((degrees - SWEPT.0) / 2).clamp(0, SWEEP as i32 - 1) as usize;
        1000.0 * self.sweep.samples[index].state.arms.motion(motion)
    }

    /// The angles of hip flexion at which the arm about a motion changes its sign, in degrees.
    pub(super) fn changes(&self, motion: Motion) -> Vec<f64> {
        let changes = self.sweep.sign_changes(motion);
        changes.take(MARKS).map(f64::to_degrees).collect()
    }

    /// The longest arm of the three curves, in millimeters.
    pub(super) fn longest(&self) -> f64 {
        let samples = self.sweep.samples.iter();
        samples
            .flat_map(|sample| MOTIONS.map(|motion| sample.state.arms.motion(motion).abs()))
            .fold(0.0, f64::max)
            * 1000.0
    }
}
