//! One adult's walking cycle, with the model's muscles along it.
//!
//! At any percentage: the recorded pose and ground reaction, every muscle's length and moment arms
//! computed in that pose, and, as far as joint moments were given (to 79 %), those moments shared
//! again by [least effort](crate::sharing), with strength factors by muscle group. Beside it stand the
//! forces that computed muscle control found for the same cycle.
//!
//! ```text
//! recorded angles ---> pose ---> lengths, moment arms --.
//! recorded moments ------------------------------------- share ---> forces, who is at the limit
//! strength by group -----------------------------------'
//! ```
//!
//! # Limits
//!
//! One person of 72.6 kg, not a norm, seen with the unscaled model. The walk itself does not change
//! when muscles weaken: the result says whether *this* walk could still be done, not how a weak
//! person would walk. Static sharing knows no fiber length and no speed; computed muscle control
//! does, which is one reason why the two differ.
//!
//! Source: walking subject distributed with OpenSim (Seth et al. 2018,
//! doi:10.1371/journal.pcbi.1006223). In simulations, gait is most sensitive to weakness of
//! plantarflexors, hip abductors and hip flexors, and tolerates weakness of gluteus maximus well
//! (van der Krogt et al. 2012).

use super::groups::{
    CALF, GLUTEUS_MAXIMUS, GLUTEUS_MEDIUS_AND_MINIMUS, HAMSTRINGS, ILIOPSOAS, QUADRICEPS,
};
use super::settings::Settings;
use crate::error::NotFinite;
use crate::kinematics::Kinematics;
use crate::model::{GAIT2392, Motion, MuscleId, Range, Side};
use crate::muscle::{MuscleState, all_muscles};
use crate::pose::Pose;
use crate::sharing::{Demand, Shared, Sharing, Strength, share};
use crate::walking::{Channel, SUBJECT_MASS, WalkingSample, force, value};

/// Moments smaller than this do not count as missing, in N m: what the stored moments are rounded
/// to, for this body mass.
const ROUNDING: f64 = 0.01;

/// The input of [`walking_cycle`]. Strengths are fractions of normal, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WalkingCycle {
    /// Percent of the cycle from right heel strike, 0 to 100.
    pub percent: f64,
    /// Strength of gluteus medius and minimus.
    pub abductors: f64,
    /// Strength of gluteus maximus.
    pub gluteus_maximus: f64,
    /// Strength of the hamstrings.
    pub hamstrings: f64,
    /// Strength of psoas and iliacus.
    pub iliopsoas: f64,
    /// Strength of the quadriceps.
    pub quadriceps: f64,
    /// Strength of soleus and gastrocnemius.
    pub calf: f64,
}

impl Default for WalkingCycle {
    /// Heel strike at full strength.
    fn default() -> Self {
        WalkingCycle {
            percent: 0.0,
            abductors: 1.0,
            gluteus_maximus: 1.0,
            hamstrings: 1.0,
            iliopsoas: 1.0,
            quadriceps: 1.0,
            calf: 1.0,
        }
    }
}

/// The result of [`walking_cycle`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WalkingCycleResult {
    /// The recorded pose and ground reaction.
    pub sample: WalkingSample,
    /// Length and moment arms of the right side's muscles, by [`MuscleId`].
    pub muscles: [MuscleState; MuscleId::COUNT],
    /// Length of each muscle divided by its length in the neutral pose.
    pub relative_length: [f64; MuscleId::COUNT],
    /// Forces by computed muscle control, in newtons.
    pub recorded_forces: [f64; MuscleId::COUNT],
    /// The moments shared and how; `None` after 79 %.
    pub sharing: Option<WalkingSharing>,
    /// True when an input was out of range.
    pub clamped: bool,
}

/// The shared moments of one instant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WalkingSharing {
    /// Demanded moments: hip flexion, adduction, rotation, knee, ankle and subtalar, in N m.
    pub demands: [Demand; 6],
    /// Who pulls how hard.
    pub shared: Shared,
    /// True when these strengths can supply the moments.
    pub holds: bool,
    /// The largest moment missing about any motion, in N m; 0 if it holds.
    pub missing: f64,
}

/// The walking cycle at one instant. See the [module](self).
///
/// # Errors
///
/// When an input is not finite.
pub fn walking_cycle(input: &WalkingCycle) -> Result<WalkingCycleResult, NotFinite> {
    let mut set = Settings::default();
    let percent = set.read(input.percent, "percent", Range::new(0.0, 100.0))?;
    let mut strength = Strength::FULL;
    for (factor, name, muscles) in [
        (input.abductors, "abductors", GLUTEUS_MEDIUS_AND_MINIMUS),
        (input.gluteus_maximus, "gluteus_maximus", GLUTEUS_MAXIMUS),
        (input.hamstrings, "hamstrings", HAMSTRINGS),
        (input.iliopsoas, "iliopsoas", ILIOPSOAS),
        (input.quadriceps, "quadriceps", QUADRICEPS),
        (input.calf, "calf", CALF),
    ] {
        let factor = set.read(factor, name, Range::new(0.0, 1.0))?;
        strength = strength.with(&GAIT2392, muscles, factor);
    }
    let sample = WalkingSample::at(percent);
    let muscles = states(&sample.pose)?;
    let neutral = states(&Pose::NEUTRAL)?;
    let mut relative_length = [0.0; MuscleId::COUNT];
    for i in 0..MuscleId::COUNT {
        relative_length[i] = muscles[i].length / neutral[i].length;
    }
    Ok(WalkingCycleResult {
        sample,
        relative_length,
        recorded_forces: MuscleId::ALL.map(|m| force(m, percent)),
        sharing: share_moments(percent, &muscles, &strength)?,
        muscles,
        clamped: set.clamped,
    })
}

fn states(pose: &Pose) -> Result<[MuscleState; MuscleId::COUNT], NotFinite> {
    let k = Kinematics::new(&GAIT2392, pose)?;
    let mut states = [MuscleState::EMPTY; MuscleId::COUNT];
    all_muscles(&GAIT2392, &k, Side::Right, &mut states);
    Ok(states)
}

fn share_moments(
    percent: f64,
    states: &[MuscleState; MuscleId::COUNT],
    strength: &Strength,
) -> Result<Option<WalkingSharing>, NotFinite> {
    let mut demands = [
        Motion::HipFlexion,
        Motion::HipAdduction,
        Motion::HipRotation,
        Motion::KneeAngle,
        Motion::AnkleAngle,
        Motion::SubtalarAngle,
    ]
    .map(|m| Demand::new(m, 0.0));
    for demand in &mut demands {
        let Some(moment) = value(Channel::Moment(demand.motion), percent) else {
            return Ok(None);
        };
        demand.moment = moment * SUBJECT_MASS;
    }
    let sharing = Sharing {
        demands: &demands,
        strength,
        exponent: 2.0,
    };
    let shared = share(&GAIT2392, states, &sharing)?;
    let missing = shared.largest_missing();
    let holds = missing <= ROUNDING;
    let missing = if holds { 0.0 } else { missing };
    Ok(Some(WalkingSharing {
        demands,
        shared,
        holds,
        missing,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(percent: f64) -> WalkingCycleResult {
        walking_cycle(&WalkingCycle {
            percent,
            ..WalkingCycle::default()
        })
        .unwrap()
    }

    #[test]
    fn full_strength_can_do_the_whole_walk() {
        for p in 0..80 {
            let sharing = at(f64::from(p)).sharing.unwrap();
            assert!(sharing.holds, "{p} %: misses {} N m", sharing.missing);
        }
        assert!(at(80.0).sharing.is_none());
    }

    #[test]
    fn a_weak_calf_cannot_push_off_but_a_weak_gluteus_maximus_can_walk() {
        let worst = |input: WalkingCycle| {
            (0..80)
                .filter_map(|p| {
                    walking_cycle(&WalkingCycle {
                        percent: f64::from(p),
                        ..input
                    })
                    .unwrap()
                    .sharing
                })
                .fold(0.0_f64, |a, s| a.max(s.missing))
        };
        let calf = worst(WalkingCycle {
            calf: 0.3,
            ..WalkingCycle::default()
        });
        let gluteus = worst(WalkingCycle {
            gluteus_maximus: 0.0,
            ..WalkingCycle::default()
        });
        assert!(calf > 10.0, "{calf}");
        assert!(gluteus < 1.0, "{gluteus}");
    }

    #[test]
    fn hamstrings_are_longest_late_in_swing_and_psoas_late_in_stance() {
        let longest = |m: MuscleId| {
            (0..=100)
                .map(|p| (at(f64::from(p)).relative_length[m as usize], p))
                .fold((0.0, 0), |a, b| if b.0 > a.0 { b } else { a })
                .1
        };
        let (semimem, psoas) = (longest(MuscleId::Semimem), longest(MuscleId::Psoas));
        assert!((85..=100).contains(&semimem) || semimem < 5, "{semimem}");
        assert!((48..=56).contains(&psoas), "{psoas}");
    }
}
