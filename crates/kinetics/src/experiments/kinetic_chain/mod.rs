//! The whole chain: one task, something stiff or weak, several ways to do it all the same.
//!
//! Four tasks are asked of the legs and trunk, each a [posture problem](crate::posture):
//!
//! ```text
//!    stand          squat           step            one leg
//!      o              o               o                o
//!      |             /               |                 |
//!      |          --o               / \                |\
//!      |             \             /   \               | \
//!     _|_            _|_         _/    _|_            _|_
//! ```
//!
//! What is *stiff* narrows the range of a joint. What is *weak* may supply no more than [`WEAK`]
//! of the moment that the plain way of this task asks of it. What is *rolled in* has its heel tipped inward on
//! the floor, and the shank turns with it. [`kinetic_chain`] solves the task once with nothing stiff or weak, the *plain* way,
//! and then with what was marked, in [several ways](crate::posture::solutions). Each is labeled with
//! what [gives](Way::gives) most against the plain way.
//!
//! # Limits
//!
//! Statics: nothing moves and nobody gets tired, and nothing here says which way a person takes. The
//! prices are choices: every joint of a leg costs the same, the low back four times as much. So are
//! the amounts of stiffness, [`STIFF_ANKLE`] and the others. The trunk is one piece with arms and
//! head. In a step statics alone does not settle how much each foot carries, and quiet standing asks next
//! to nothing: there nothing can be weak. On one leg it is the [side of the hip](Weak::SideOfHip), in
//! the squat all others. A muscle that
//! gets no signal is no different here from a weak one.

mod task;
mod way;

use crate::error::NotFinite;
use crate::kinematics::Kinematics;
use crate::model::{GAIT2392, Side};
use crate::posture::{self, MAX_SOLUTIONS, Measure, NoPosture};

pub use task::{ROLLED_IN, SQUAT_THIGH, STEP, STIFF_ANKLE, STIFF_BACK, TIGHT_HIP, WEAK};
pub use way::{Change, Feature, Way};

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Standing on both legs, trunk within 5° of upright.
    Stand,
    /// A squat on flat feet with the thighs at [`SQUAT_THIGH`].
    Squat,
    /// A step: the left foot flat in front, the ball of the right foot on the floor behind it.
    Step,
    /// Standing on the right leg.
    OneLeg,
}

impl Task {
    /// The foot that stands flat, at the ground's origin.
    pub const fn stance(self) -> Side {
        match self {
            Task::Stand | Task::Squat | Task::OneLeg => Side::Right,
            Task::Step => Side::Left,
        }
    }

    /// True when both legs do the same.
    pub const fn is_symmetric(self) -> bool {
        matches!(self, Task::Stand | Task::Squat)
    }
}

/// Muscles that may supply no more than [`WEAK`] of what the plain way asks of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weak {
    /// Those that point the foot: the calf.
    Calf,
    /// Those that straighten the knee: the front of the thigh.
    Thigh,
    /// Those that straighten the hip: gluteus maximus and hamstrings.
    BackOfHip,
    /// Those that pull the thigh outward: gluteus medius and minimus.
    SideOfHip,
}

/// The input of [`kinetic_chain`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KineticChain {
    /// What is done.
    pub task: Task,
    /// Both ankles bend no further than [`STIFF_ANKLE`].
    pub stiff_ankle: bool,
    /// Both hips stay bent by at least [`TIGHT_HIP`].
    pub tight_hip: bool,
    /// The low back moves no further than [`STIFF_BACK`].
    pub stiff_back: bool,
    /// Both feet are rolled in by [`ROLLED_IN`]; without effect in a step and on one leg.
    pub rolled_in: bool,
    /// What is weak, [where that has an effect](KineticChain::effective_weak).
    pub weak: Option<Weak>,
}

impl Default for KineticChain {
    /// Standing, nothing stiff, nothing weak.
    fn default() -> Self {
        KineticChain {
            task: Task::Stand,
            stiff_ankle: false,
            tight_hip: false,
            stiff_back: false,
            rolled_in: false,
            weak: None,
        }
    }
}

impl KineticChain {
    /// What is weak, where that has an effect on the task.
    pub fn effective_weak(&self) -> Option<Weak> {
        self.weak.filter(|&weak| match self.task {
            Task::Stand | Task::Step => false,
            Task::Squat => weak != Weak::SideOfHip,
            Task::OneLeg => weak == Weak::SideOfHip,
        })
    }

    /// The same task with nothing marked.
    fn plain(&self) -> KineticChain {
        KineticChain {
            task: self.task,
            ..KineticChain::default()
        }
    }
}

/// Why there is no way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Blocked {
    /// What cannot be had.
    pub measure: Measure,
    /// By how much the nearest pose misses it, in the measure's unit.
    pub missing: f64,
    /// The nearest pose, measured.
    pub nearest: Way,
}

/// The result of [`kinetic_chain`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KineticChainResult {
    /// The way with nothing stiff, weak or rolled in.
    pub plain: Way,
    ways: [Option<Way>; MAX_SOLUTIONS],
    /// Why there is no way, when there is none.
    pub blocked: Option<Blocked>,
}

impl KineticChainResult {
    /// The ways, in a fixed order, the cheapest first.
    pub fn ways(&self) -> impl Iterator<Item = &Way> {
        self.ways.iter().flatten()
    }
}

/// The ways to do a task with something stiff or weak. See the [module](self).
///
/// # Errors
///
/// When the plain way of a task cannot be found, which no input does.
pub fn kinetic_chain(input: &KineticChain) -> Result<KineticChainResult, NotFinite> {
    const LOST: NotFinite = NotFinite { input: "task" };
    let unmarked = input.plain();
    let setup = task::setup(&unmarked);
    let symmetric = input.task.is_symmetric();
    let first = posture::solve(&GAIT2392, &setup.problem()).map_err(|_| LOST)?;
    let plain = Way::new(input.task, &first.pose)?;

    // What is marked changes a part of the plain way, which is a good place to start from.
    let mut setup = task::setup(input).from(&first.pose);
    if let Some(weak) = input.effective_weak() {
        let (coordinate, sign) = weak.moment(Side::Right);
        let measure = Measure::Moment(coordinate);
        let k = Kinematics::new(&GAIT2392, &plain.pose)?;
        let asked = measure.value(&GAIT2392, &k, input.task.stance(), symmetric);
        setup.require(measure, weak.allowed(sign * asked, sign));
    }
    let mut result = KineticChainResult {
        plain,
        ways: [None; MAX_SOLUTIONS],
        blocked: None,
    };
    match posture::solutions(&GAIT2392, &setup.problem()) {
        Ok(found) => {
            for (slot, posture) in result.ways.iter_mut().zip(found.iter()) {
                *slot = Some(Way::new(input.task, &posture.pose)?.against(&plain, input));
            }
        }
        Err(NoPosture::Impossible {
            condition,
            missing,
            nearest,
        }) => {
            let wanted = setup.problem().conditions.get(condition).ok_or(LOST)?;
            result.blocked = Some(Blocked {
                measure: wanted.measure,
                missing,
                nearest: Way::new(input.task, &nearest)?.against(&plain, input),
            });
        }
        Err(_) => return Err(LOST),
    }
    Ok(result)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(task: Task, mark: impl Fn(&mut KineticChain)) -> KineticChainResult {
        let mut input = KineticChain {
            task,
            ..KineticChain::default()
        };
        mark(&mut input);
        kinetic_chain(&input).unwrap()
    }

    fn most(result: &KineticChainResult, feature: Feature) -> f64 {
        let values = result.ways().map(|way| way.feature(feature).to_degrees());
        values.fold(f64::NEG_INFINITY, f64::max)
    }

    #[test]
    fn every_input_has_a_way_or_says_why_not() {
        let weak = [
            None,
            Some(Weak::Calf),
            Some(Weak::Thigh),
            Some(Weak::BackOfHip),
            Some(Weak::SideOfHip),
        ];
        for task in [Task::Stand, Task::Squat, Task::Step, Task::OneLeg] {
            for (marks, weak) in (0..16).flat_map(|marks| weak.map(|weak| (marks, weak))) {
                let input = KineticChain {
                    task,
                    stiff_ankle: marks & 1 > 0,
                    tight_hip: marks & 2 > 0,
                    stiff_back: marks & 4 > 0,
                    rolled_in: marks & 8 > 0,
                    weak,
                };
                let r = kinetic_chain(&input).unwrap();
                assert_eq!(r.ways().count() == 0, r.blocked.is_some(), "{input:?}");
                if let Some(blocked) = r.blocked {
                    assert!(blocked.missing.abs() > 1e-6, "{input:?}");
                }
            }
        }
    }

    #[test]
    fn a_stiff_ankle_costs_lean_in_a_squat_and_the_heel_in_a_step() {
        let supple = run(Task::Squat, |_| ());
        let stiff = run(Task::Squat, |input| input.stiff_ankle = true);
        let lean = |r: &KineticChainResult| r.ways().next().unwrap().feature(Feature::TrunkLean);
        assert!(lean(&stiff).to_degrees() > lean(&supple).to_degrees() + 20.0);
        let step = run(Task::Step, |input| input.stiff_ankle = true);
        let rise =
            step.ways().next().unwrap().feature(Feature::Heel) - step.plain.feature(Feature::Heel);
        assert!(rise.to_degrees() > 5.0, "{}", rise.to_degrees());
    }

    #[test]
    fn tight_hips_tip_the_pelvis_arch_the_back_or_bend_the_knee() {
        let r = run(Task::Step, |input| input.tight_hip = true);
        let plain = |f: Feature| r.plain.feature(f).to_degrees();
        assert!(most(&r, Feature::PelvicTilt) > plain(Feature::PelvicTilt) + 15.0);
        assert!(most(&r, Feature::Arch) > plain(Feature::Arch) + 10.0);
        assert!(most(&r, Feature::Knee) > plain(Feature::Knee) + 30.0);
        assert!(r.ways().count() >= 3);
    }

    #[test]
    fn a_weak_side_of_the_hip_leans_the_trunk_over_the_leg() {
        let r = run(Task::OneLeg, |input| input.weak = Some(Weak::SideOfHip));
        let plain = r.plain.feature(Feature::SideLean).to_degrees();
        for way in r.ways() {
            assert!(way.feature(Feature::SideLean).to_degrees() > plain + 4.0);
        }
        // On two feet it has nothing to hold.
        let two = run(Task::Squat, |input| input.weak = Some(Weak::SideOfHip));
        assert_eq!(two, run(Task::Squat, |_| ()));
    }

    #[test]
    fn a_foot_that_rolls_in_turns_the_shank_by_the_hinge() {
        let r = run(Task::Stand, |input| input.rolled_in = true);
        let way = r.ways().next().unwrap();
        let turn = way.feature(Feature::ShankTurn) - r.plain.feature(Feature::ShankTurn);
        // As `subtalar_hinge` has it for this axis.
        let each = turn.to_degrees() / ROLLED_IN;
        assert!((each - 0.768).abs() < 0.05, "{each}");
    }
}
