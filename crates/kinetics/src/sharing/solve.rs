//! Solving a sharing.

use super::{EXPONENT_RANGE, MAX_MUSCLES, Sharing};
use crate::error::{NotFinite, finite};
use crate::kinematics::{Kinematics, Reference};
use crate::math::Vec3;
use crate::model::{Joint, Model, Motion, MuscleId, Side};
use crate::muscle::{MusclePath, MuscleState};
use crate::optimize::{BoxProblem, Cost, MAX_ROWS};

/// Moments closer than this count as met, in N m.
const MET: f64 = 1e-6;
/// Moment arms below this are rounding, in meters.
const NO_ARM: f64 = 1e-9;

/// How a demand is shared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shared {
    /// Activation of each muscle in the model's order, 0 to 1.
    pub activation: [f64; MAX_MUSCLES],
    /// Force of each muscle, in newtons.
    pub force: [f64; MAX_MUSCLES],
    /// How many of the two lists above are muscles.
    pub count: usize,
    /// What is missing of each demanded moment, demanded minus supplied, by [`Motion::index`], in
    /// N m. Zero for motions that were not demanded.
    pub missing: [f64; Motion::COUNT],
    /// True when every demand is met to 1e-6 N m.
    pub met: bool,
    /// How much the cost would rise per newton meter of each demanded moment, by
    /// [`Motion::index`]: a guess for a similar sharing, see [`share_near`].
    pub price: [f64; Motion::COUNT],
}

impl Shared {
    /// The largest activation.
    pub fn max_activation(&self) -> f64 {
        self.activation[..self.count]
            .iter()
            .fold(0.0, |a, &b| a.max(b))
    }

    /// Places in the model's list of the muscles that give all they have.
    pub fn at_limit(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.count).filter(|&i| self.activation[i] >= 1.0 - 1e-9 && self.force[i] > 0.0)
    }

    /// The largest moment missing about any motion, as a size, in N m.
    pub fn largest_missing(&self) -> f64 {
        self.missing.iter().fold(0.0, |a, b| a.max(b.abs()))
    }

    /// The moment some muscles supply about a motion, in N m.
    pub fn moment_of(
        &self,
        model: &Model<'_>,
        states: &[MuscleState],
        muscles: &[MuscleId],
        motion: Motion,
    ) -> f64 {
        let places = muscles.iter().filter_map(|&id| model.position(id));
        places
            .filter_map(|i| Some(self.force.get(i)? * states.get(i)?.arms.motion(motion)))
            .sum()
    }

    /// The sum of all muscles' pulls across a joint on the bodies nearer the pelvis, as a vector in
    /// the pelvis frame, in newtons. The bodies beyond the joint feel the opposite.
    pub fn pull_across(&self, model: &Model<'_>, k: &Kinematics, side: Side, joint: Joint) -> Vec3 {
        let mut sum = Vec3::ZERO;
        for (muscle, &force) in model.muscles.iter().zip(&self.force[..self.count]) {
            if force > 0.0 {
                sum += MusclePath::new(muscle, k, side).pull_across(joint) * force;
            }
        }
        sum
    }

    /// The force that the bodies nearer the pelvis press with on those beyond a joint: all muscles'
    /// pull and an outer `load` on the near side (its weight, for a stance leg), in newtons in the
    /// ground.
    pub fn joint_force(
        &self,
        model: &Model<'_>,
        k: &Kinematics,
        side: Side,
        joint: Joint,
        load: Vec3,
    ) -> Vec3 {
        let pull = self.pull_across(model, k, side, joint);
        k.pelvis(Reference::Ground).direction(pull) + load
    }
}

/// Shares the demanded moments among the model's muscles of one side by least effort.
///
/// `states` are the muscles' states in the pose, from [`all_muscles`](crate::muscle::all_muscles).
/// Allocates nothing. See the [module](super) for the rule and its limits.
///
/// # Errors
///
/// When a demanded moment, a moment arm or the exponent is not finite.
pub fn share(
    model: &Model<'_>,
    states: &[MuscleState],
    input: &Sharing<'_>,
) -> Result<Shared, NotFinite> {
    share_near(model, states, input, &[0.0; Motion::COUNT])
}

/// [`share`], looking first near the [`Shared::price`] of a similar sharing: the same answer to the
/// solver's tolerance in fewer steps.
///
/// # Errors
///
/// As [`share`].
pub fn share_near(
    model: &Model<'_>,
    states: &[MuscleState],
    input: &Sharing<'_>,
    price: &[f64; Motion::COUNT],
) -> Result<Shared, NotFinite> {
    let exponent = EXPONENT_RANGE.clamp(finite(input.exponent, "exponent")?);
    let mut wanted = [None; Motion::COUNT];
    for d in input.demands {
        wanted[d.motion.index()] = Some(finite(d.moment, d.motion.name())?);
    }
    let mut problem = BoxProblem::new();
    let mut rows = [0; Motion::COUNT];
    for (row, target) in rows.iter_mut().zip(wanted) {
        *row = target.and_then(|t| problem.row(t)).unwrap_or(usize::MAX);
    }
    let count = model.muscles.len().min(states.len()).min(MAX_MUSCLES);
    let mut columns = [usize::MAX; MAX_MUSCLES];
    for i in 0..count {
        let most = model.muscles[i].max_isometric_force * input.strength.factor(i);
        let arms = &states[i].arms.values;
        let helps = (0..Motion::COUNT).any(|m| wanted[m].is_some() && arms[m].abs() > NO_ARM);
        if most <= 0.0 || !helps {
            continue;
        }
        let Some(j) = problem.column(Cost::Power { exponent }, 0.0, 1.0) else {
            break;
        };
        columns[i] = j;
        for m in 0..Motion::COUNT {
            if wanted[m].is_some() {
                problem.set(rows[m], j, most * finite(arms[m], "moment arm")?);
            }
        }
    }
    let mut guess = [0.0; MAX_ROWS];
    for m in 0..Motion::COUNT {
        if let (Some(_), Some(guess)) = (wanted[m], guess.get_mut(rows[m])) {
            *guess = price[m];
        }
    }
    let solution = problem.solve_near(&guess);
    let mut shared = Shared {
        activation: [0.0; MAX_MUSCLES],
        force: [0.0; MAX_MUSCLES],
        count,
        missing: [0.0; Motion::COUNT],
        met: true,
        price: [0.0; Motion::COUNT],
    };
    for i in 0..count {
        if let Some(&a) = solution.x.get(columns[i]) {
            shared.activation[i] = a;
            shared.force[i] = a * model.muscles[i].max_isometric_force * input.strength.factor(i);
        }
    }
    for m in 0..Motion::COUNT {
        if let (Some(_), Some(&missing)) = (wanted[m], solution.missing.get(rows[m])) {
            shared.missing[m] = missing;
            shared.price[m] = solution.price[rows[m]];
            shared.met &= missing.abs() <= MET;
        }
    }
    Ok(shared)
}
