//! The forces of the whole cycle, from `kinetics`.

use std::sync::{Arc, OnceLock};

use kinetics::kinematics::Kinematics;
use kinetics::muscle::{MuscleState, all_muscles};
use kinetics::sharing::{Demand, Sharing, Strength, share_near};
use kinetics::walking::{Channel, SUBJECT_MASS, WalkingSample, force, value};
use kinetics::{GAIT2392, Motion, MuscleId, Side};

use super::State;
use super::groups::{GROUPS, STRONG};
use crate::kept::Kept;

/// The last percentage with joint moments.
pub(super) const LAST: i32 = 79;
/// Moments smaller than this do not count as missing, in N m, as in
/// `kinetics::experiments::walking_cycle`.
const ROUNDING: f64 = 0.01;

/// How often the cycle is solved: every third percent, and at the last one with moments.
pub(super) const INSTANTS: usize = 28;

/// The percentage of an instant.
pub(super) fn percent(instant: usize) -> i32 {
    (3 * instant as i32).min(LAST)
}

/// The forces of one instant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Instant {
    /// The force of each muscle by [`MuscleId`], newtons.
    pub forces: [f64; MuscleId::COUNT],
    /// The largest moment that these strengths leave missing, newton meters.
    pub missing: f64,
}

impl Instant {
    /// What the groups with a slider pull.
    pub(super) fn groups(&self) -> [f64; STRONG] {
        [0, 1, 2, 3, 4, 5].map(|group| self.of(group))
    }

    /// The sum of the forces of a group.
    pub(super) fn of(&self, group: usize) -> f64 {
        sum(&self.forces, group)
    }
}

fn sum(forces: &[f64; MuscleId::COUNT], group: usize) -> f64 {
    GROUPS[group]
        .muscles
        .iter()
        .map(|&muscle| forces[muscle as usize])
        .sum()
}

/// What a group pulls by computed muscle control, newtons.
pub(super) fn controlled(group: usize, percent: i32) -> f64 {
    GROUPS[group]
        .muscles
        .iter()
        .map(|&muscle| force(muscle, f64::from(percent)))
        .sum()
}

/// What one more newton meter would cost, about each motion.
type Prices = [f64; Motion::COUNT];

/// The moments of an instant and how the muscles can supply them; none after the last.
struct Task {
    demands: [Demand; 6],
    muscles: [MuscleState; MuscleId::COUNT],
}

impl Task {
    fn at(percent: i32) -> Option<Self> {
        let mut demands = [
            Motion::HipFlexion,
            Motion::HipAdduction,
            Motion::HipRotation,
            Motion::KneeAngle,
            Motion::AnkleAngle,
            Motion::SubtalarAngle,
        ]
        .map(|motion| Demand::new(motion, 0.0));
        for demand in &mut demands {
            let moment = value(Channel::Moment(demand.motion), f64::from(percent))?;
            demand.moment = moment * SUBJECT_MASS;
        }
        let pose = WalkingSample::at(f64::from(percent)).pose;
        let k = Kinematics::new(&GAIT2392, &pose).ok()?;
        let mut muscles = [MuscleState::EMPTY; MuscleId::COUNT];
        all_muscles(&GAIT2392, &k, Side::Right, &mut muscles);
        Some(Self { demands, muscles })
    }

    fn solve(&self, strength: &Strength) -> Option<Instant> {
        Some(self.solve_near(strength, &Prices::default())?.0)
    }

    /// Solves with the prices of similar strengths as a guess, and says its own.
    fn solve_near(&self, strength: &Strength, prices: &Prices) -> Option<(Instant, Prices)> {
        let sharing = Sharing {
            demands: &self.demands,
            strength,
            exponent: 2.0,
        };
        let shared = share_near(&GAIT2392, &self.muscles, &sharing, prices).ok()?;
        let missing = shared.largest_missing();
        let mut forces = [0.0; MuscleId::COUNT];
        forces.copy_from_slice(&shared.force[..MuscleId::COUNT]);
        let instant = Instant {
            forces,
            missing: if missing <= ROUNDING { 0.0 } else { missing },
        };
        Some((instant, shared.price))
    }
}

/// The strengths of the groups with a slider, percent.
pub(super) type Strengths = [i32; STRONG];
const FULL: Strengths = [100; STRONG];

fn strength(strengths: &Strengths) -> Strength {
    GROUPS
        .iter()
        .zip(strengths)
        .fold(Strength::FULL, |all, (group, &percent)| {
            all.with(&GAIT2392, group.muscles, f64::from(percent) / 100.0)
        })
}

/// The forces of an instant with these strengths; none after [`LAST`].
pub(super) fn instant(percent: i32, strengths: &Strengths) -> Option<Instant> {
    Task::at(percent)?.solve(&strength(strengths))
}

/// What a state shows of the forces, with its strengths and at full strength.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Now {
    /// With the strengths of the state.
    pub(super) chosen: Instant,
    /// At full strength.
    pub(super) full: Instant,
    /// Whether these are shares of known moments; if not, computed muscle control.
    pub(super) shared: bool,
}

impl Now {
    /// The forces of a state.
    pub(super) fn of(state: &State) -> Self {
        static KEPT: Kept<i32, Option<Arc<(Task, Instant)>>> = Kept::new();
        let at = KEPT.of(state.at, || {
            let task = Task::at(state.at)?;
            let full = task.solve(&Strength::FULL)?;
            Some(Arc::new((task, full)))
        });
        // Drawing and words ask for the same one.
        static CHOSEN: Kept<(i32, Strengths), Option<Instant>> = Kept::new();
        let solved = at.and_then(|at| {
            let (task, full) = &*at;
            let chosen = if state.strengths == FULL {
                *full
            } else {
                CHOSEN.of((state.at, state.strengths), || {
                    task.solve(&strength(&state.strengths))
                })?
            };
            Some(Self {
                chosen,
                full: *full,
                shared: true,
            })
        });
        solved.unwrap_or_else(|| {
            let controlled = Instant {
                forces: MuscleId::ALL.map(|muscle| force(muscle, f64::from(state.at))),
                missing: 0.0,
            };
            Self {
                chosen: controlled,
                full: controlled,
                shared: false,
            }
        })
    }
}

/// What a group pulls at each instant, newtons.
pub(super) type Course = [f64; INSTANTS];

/// The whole cycle with some strengths.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cycle {
    /// The force of each of [`GROUPS`].
    pub(super) groups: Vec<Course>,
    /// The largest missing moment at each instant, newton meters.
    pub(super) missing: Course,
    /// The prices at each instant.
    prices: [Prices; INSTANTS],
}

impl Cycle {
    /// Solves the cycle; the nearer the strengths of `near`, the faster.
    fn solve(strengths: &Strengths, near: Option<&Self>) -> Self {
        static TASKS: OnceLock<Vec<Option<Task>>> = OnceLock::new();
        let tasks = TASKS.get_or_init(|| (0..INSTANTS).map(|at| Task::at(percent(at))).collect());
        let strength = strength(strengths);
        let mut cycle = Self {
            groups: vec![[0.0; INSTANTS]; GROUPS.len()],
            missing: [0.0; INSTANTS],
            prices: near.map_or([Prices::default(); INSTANTS], |near| near.prices),
        };
        for (at, task) in tasks.iter().enumerate() {
            let solve = |task: &Task| task.solve_near(&strength, &cycle.prices[at]);
            let Some((instant, prices)) = task.as_ref().and_then(solve) else {
                continue;
            };
            cycle.prices[at] = prices;
            for (group, course) in cycle.groups.iter_mut().enumerate() {
                course[at] = instant.of(group);
            }
            cycle.missing[at] = instant.missing;
        }
        cycle
    }

    /// The cycle at full strength.
    pub(super) fn full() -> &'static Self {
        static CYCLE: OnceLock<Cycle> = OnceLock::new();
        CYCLE.get_or_init(|| Self::solve(&FULL, None))
    }

    /// The cycle of a state. The last one is kept, because a reader who scrubs changes no
    /// strength; the result is the same with and without.
    pub(super) fn of(state: &State) -> Self {
        static KEPT: Kept<Strengths, Cycle> = Kept::new();
        if state.strengths == FULL {
            return Self::full().clone();
        }
        KEPT.near(state.strengths, |last| {
            Self::solve(&state.strengths, Some(last.unwrap_or(Self::full())))
        })
    }

    /// How much more each group pulls than at full strength, on average to 79 %, newtons; the
    /// largest first.
    pub(super) fn taken_over(&self) -> Vec<(usize, f64)> {
        let full = Self::full();
        let mut more: Vec<(usize, f64)> = (0..GROUPS.len())
            .map(|group| (group, mean(&self.groups[group]) - mean(&full.groups[group])))
            .collect();
        more.sort_by(|a, b| b.1.total_cmp(&a.1));
        more
    }

    /// The largest missing moment, and the first and last percentage with one.
    pub(super) fn lacking(&self) -> Option<(f64, i32, i32)> {
        let lacks = |at: &usize| self.missing[*at] > 0.0;
        let first = (0..INSTANTS).find(lacks)?;
        let last = (0..INSTANTS).rev().find(lacks)?;
        let most = self.missing.iter().fold(0.0_f64, |a, &b| a.max(b));
        Some((most, percent(first), percent(last)))
    }
}

/// The mean over time from 0 to 79 %, by the trapezoid rule.
fn mean(course: &Course) -> f64 {
    let pieces = (1..INSTANTS).map(|at| {
        let width = f64::from(percent(at) - percent(at - 1));
        0.5 * width * (course[at] + course[at - 1])
    });
    pieces.sum::<f64>() / f64::from(LAST)
}
