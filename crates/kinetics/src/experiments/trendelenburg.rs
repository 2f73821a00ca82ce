//! Weak abductors: what a one-legged stance asks, and when it can no longer be had.
//!
//! The moment of [`one_leg_stance`](mod@super::one_leg_stance) is shared among all muscles of the hip by
//! [least effort](crate::sharing), with no flexion and no rotation left over, while gluteus medius
//! and minimus lose strength:
//!
//! | strength | largest activation | joint | held by gluteus medius and minimus |
//! |---|---|---|---|
//! | 100 % | 0.65 | 3.2 BW | 81 % |
//! | 75 % | 0.86 | 3.2 BW | 74 % |
//! | 50 % | 1.00 | 3.1 BW | 63 % |
//! | 34.1 % | the limit | | |
//! | 25 % | cannot: the pelvis must drop or the trunk lean | | |
//!
//! Leaning 5 cm toward the stance leg halves the demand (compensated Trendelenburg).
//!
//! # Limits
//!
//! Isometric, by maximum force alone: it overestimates the joint's force, 3.2 body weights where
//! instrumented hips carry 2.3 to 2.4 (Bergmann et al. 2001, doi:10.1016/S0021-9290(01)00040-9).
//! In life a nerve block that cut abductor strength did not change pelvic drop or trunk lean in
//! walking (Pohl 2015, n = 8 men, PMC4560003): weak is not the same as dropping.

use super::groups::GLUTEUS_MEDIUS_AND_MINIMUS;
use super::one_leg_stance::{LEAN_RANGE, Lean, OneLegStance, one_leg_stance};
use super::settings::Settings;
use crate::GRAVITY;
use crate::error::NotFinite;
use crate::kinematics::Kinematics;
use crate::math::Vec3;
use crate::math::functions::{asin, sin};
use crate::model::{GAIT2392, Joint, Motion, MuscleId, Range, Side};
use crate::muscle::{MuscleState, all_muscles};
use crate::pose::Pose;
use crate::sharing::{Demand, Shared, Sharing, Strength, share};

/// The input of [`trendelenburg`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trendelenburg {
    /// Strength of gluteus medius and minimus as a fraction of normal, 0 to 1.
    pub strength: f64,
    /// Lean of the trunk toward the stance leg (the right).
    pub lean: Lean,
    /// How far the other side of the pelvis has dropped, in radians.
    pub pelvis_drop: f64,
}

impl Default for Trendelenburg {
    /// Strong, upright and level.
    fn default() -> Self {
        Trendelenburg {
            strength: 1.0,
            lean: Lean::Angle(0.0),
            pelvis_drop: 0.0,
        }
    }
}

/// The result of [`trendelenburg`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrendelenburgResult {
    /// The pose, to draw it.
    pub pose: Pose,
    /// The moment demanded of the abductors, in N m.
    pub required_moment: f64,
    /// True when the muscles can supply it.
    pub holds: bool,
    /// What is missing of the abduction moment in the nearest they can do, in N m; 0 if it holds.
    pub missing: f64,
    /// Who pulls how hard.
    pub shared: Shared,
    /// The largest activation.
    pub max_activation: f64,
    /// Share of the supplied moment that comes from gluteus medius and minimus, 0 to 1.
    pub gluteus_share: f64,
    /// Size of the joint's force, in body weights.
    pub joint_body_weights: f64,
    /// The least strength that holds this posture; `None` if even full strength does not.
    pub least_strength: Option<f64>,
    /// The least lean of the trunk that lets this strength hold, in radians: 0 if it already does
    /// upright, `None` if no lean in range helps.
    pub lean_needed: Option<f64>,
    /// True when an input was out of range.
    pub clamped: bool,
}

/// Shares the demand of a one-legged stance among weak abductors and the rest of the hip. See the
/// [module](self).
///
/// # Errors
///
/// When an input is not finite.
pub fn trendelenburg(input: &Trendelenburg) -> Result<TrendelenburgResult, NotFinite> {
    let mut set = Settings::default();
    let strength = set.read(input.strength, "strength", Range::new(0.0, 1.0))?;
    let stance = |lean| {
        let base = OneLegStance::default();
        one_leg_stance(&OneLegStance {
            lean,
            pelvis_drop: input.pelvis_drop,
            ..base
        })
    };
    let asked = stance(input.lean)?;
    let hip = Hip::new(&asked.pose)?;
    let shared = hip.share(asked.required_moment, strength)?;
    let missing = shared.missing[Motion::HipAdduction.index()].abs();
    let supplied = -asked.required_moment - shared.missing[Motion::HipAdduction.index()];
    let by_gluteus = hip.moment(&shared, GLUTEUS_MEDIUS_AND_MINIMUS);

    let holds = |moment: f64, strength: f64| hip.share(moment, strength).is_ok_and(|r| r.met);
    let least_strength = least(1.0, |s| holds(asked.required_moment, s));
    // Leaning turns the trunk and leaves the hip as it is, and the moment falls in a straight line
    // with the sine of the lean: two stances give them all. Where it reaches zero the search ends,
    // because beyond that the adductors would be asked.
    let upright = stance(Lean::Angle(0.0))?.required_moment;
    let fall =
        (upright - stance(Lean::Angle(LEAN_RANGE.max))?.required_moment) / sin(LEAN_RANGE.max);
    let balanced = Range::new(0.0, sin(LEAN_RANGE.max)).clamp(upright / fall);
    let lean_needed = least(balanced, |sine| holds(upright - fall * sine, strength)).map(asin);
    Ok(TrendelenburgResult {
        pose: asked.pose,
        required_moment: asked.required_moment,
        holds: shared.met,
        missing,
        max_activation: shared.max_activation(),
        gluteus_share: if supplied == 0.0 {
            0.0
        } else {
            by_gluteus / supplied
        },
        joint_body_weights: hip.joint(&shared, asked.weight),
        least_strength,
        lean_needed,
        shared,
        clamped: set.clamped || asked.clamped.any(),
    })
}

/// What the muscles of the hip make of an abduction moment, with the pelvis level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hold {
    /// True when they can supply it.
    pub holds: bool,
    /// The part of it that they can supply, in N m: all of it if it holds.
    pub held: f64,
    /// The largest activation.
    pub max_activation: f64,
    /// Share of the supplied moment that comes from gluteus medius and minimus.
    pub gluteus_share: f64,
}

/// Asks whether weak abductors and the rest of the hip can hold a moment, whatever asks for it:
/// body, cane and load of [`one_leg_stance`](mod@super::one_leg_stance) together.
///
/// `moment` is in N m, positive for abduction; `strength` is that of gluteus medius and minimus as
/// a fraction of normal, clamped to 0 to 1.
///
/// # Errors
///
/// When an input is not finite.
pub fn hold(moment: f64, strength: f64) -> Result<Hold, NotFinite> {
    let mut set = Settings::default();
    let strength = set.read(strength, "strength", Range::new(0.0, 1.0))?;
    let hip = Hip::new(&one_leg_stance(&OneLegStance::default())?.pose)?;
    let mut shared = hip.share(moment, strength)?;
    let holds = shared.met;
    let mut held = moment;
    if !holds {
        // No moment asks for nothing, so a part of every moment holds.
        let lost = |part: f64| {
            hip.share(moment * (1.0 - part), strength)
                .is_ok_and(|r| r.met)
        };
        held = moment * (1.0 - least(1.0, lost).unwrap_or(1.0));
        shared = hip.share(held, strength)?;
    }
    Ok(Hold {
        holds,
        held,
        max_activation: shared.max_activation(),
        gluteus_share: if held == 0.0 {
            0.0
        } else {
            -hip.moment(&shared, GLUTEUS_MEDIUS_AND_MINIMUS) / held
        },
    })
}

/// The least value from 0 to `most` at which something holds, to a four-thousandth of the range;
/// `None` if it does not even hold at `most`.
fn least(most: f64, holds: impl Fn(f64) -> bool) -> Option<f64> {
    if holds(0.0) {
        return Some(0.0);
    }
    if !holds(most) {
        return None;
    }
    let (mut low, mut high) = (0.0, most);
    for _ in 0..12 {
        let middle = 0.5 * (low + high);
        if holds(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    Some(high)
}

/// The right hip in a pose, ready to share moments.
struct Hip {
    kinematics: Kinematics,
    states: [MuscleState; MuscleId::COUNT],
}

impl Hip {
    fn new(pose: &Pose) -> Result<Hip, NotFinite> {
        let kinematics = Kinematics::new(&GAIT2392, pose)?;
        let mut states = [MuscleState::EMPTY; MuscleId::COUNT];
        all_muscles(&GAIT2392, &kinematics, Side::Right, &mut states);
        Ok(Hip { kinematics, states })
    }

    fn share(&self, abduction: f64, strength: f64) -> Result<Shared, NotFinite> {
        let strength = Strength::FULL.with(&GAIT2392, GLUTEUS_MEDIUS_AND_MINIMUS, strength);
        let demands = [
            Demand::new(Motion::HipFlexion, 0.0),
            Demand::new(Motion::HipAdduction, -abduction),
            Demand::new(Motion::HipRotation, 0.0),
        ];
        let sharing = Sharing {
            demands: &demands,
            strength: &strength,
            exponent: 2.0,
        };
        share(&GAIT2392, &self.states, &sharing)
    }

    fn moment(&self, shared: &Shared, muscles: &[MuscleId]) -> f64 {
        shared.moment_of(&GAIT2392, &self.states, muscles, Motion::HipAdduction)
    }

    fn joint(&self, shared: &Shared, weight: f64) -> f64 {
        let load = Vec3::new(0.0, -weight, 0.0);
        let force = shared.joint_force(&GAIT2392, &self.kinematics, Side::Right, Joint::Hip, load);
        force.length() / (GAIT2392.total_mass() * GRAVITY)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(strength: f64, shift: f64) -> TrendelenburgResult {
        let input = Trendelenburg {
            strength,
            lean: Lean::Shift(shift),
            pelvis_drop: 0.0,
        };
        trendelenburg(&input).unwrap()
    }

    #[test]
    fn weakness_has_the_reference_table() {
        for (strength, activation, joint, part) in [
            (1.0, 0.654, 316.0, 0.81),
            (0.75, 0.856, 316.0, 0.74),
            (0.5, 1.0, 314.0, 0.63),
        ] {
            let r = run(strength, 0.0);
            assert!(r.holds, "{strength}");
            assert!(
                (r.max_activation - activation).abs() < 5e-4,
                "{}",
                r.max_activation
            );
            assert!(
                (100.0 * r.joint_body_weights - joint).abs() < 0.5,
                "{}",
                r.joint_body_weights
            );
            assert!((r.gluteus_share - part).abs() < 5e-3, "{}", r.gluteus_share);
        }
    }

    #[test]
    fn a_third_of_the_strength_is_the_limit() {
        let r = run(1.0, 0.0);
        assert!(
            (r.least_strength.unwrap() - 0.341).abs() < 5e-4,
            "{:?}",
            r.least_strength
        );
        assert!(run(0.342, 0.0).holds);
        let weak = run(0.25, 0.0);
        assert!(!weak.holds && weak.missing > 1.0);
        assert!(weak.shared.at_limit().count() > 5);
    }

    #[test]
    fn a_moment_is_held_as_in_the_stance_that_asks_it() {
        for strength in [1.0, 0.6, 0.25] {
            let stance = run(strength, 0.0);
            let asked = hold(stance.required_moment, strength).unwrap();
            assert_eq!(asked.holds, stance.holds, "{strength}");
            if asked.holds {
                assert_eq!(asked.max_activation, stance.max_activation);
                assert!((asked.gluteus_share - stance.gluteus_share).abs() < 1e-9);
            }
            // What is left for them after the least lean is what they hold.
            let sine = sin(stance.lean_needed.unwrap());
            let leaning = run(strength, 0.0).required_moment
                - sine * (stance.required_moment - run(strength, 0.05).required_moment)
                    / sin(one_leg_stance(&OneLegStance {
                        lean: Lean::Shift(0.05),
                        ..OneLegStance::default()
                    })
                    .unwrap()
                    .lean);
            assert!(
                (asked.held - leaning).abs() < 0.05,
                "{strength}: {}",
                asked.held
            );
        }
        assert_eq!(hold(0.0, 0.0).unwrap().held, 0.0);
        assert!(hold(f64::NAN, 0.5).is_err());
    }

    #[test]
    fn leaning_saves_weak_abductors() {
        let leaning = run(1.0, 0.05);
        assert!(
            (leaning.max_activation - 0.34).abs() < 5e-3,
            "{}",
            leaning.max_activation
        );
        assert!(
            (leaning.joint_body_weights - 2.02).abs() < 0.01,
            "{}",
            leaning.joint_body_weights
        );
        let lean = run(0.25, 0.0).lean_needed.unwrap();
        assert!(lean > 0.0);
        let input = Trendelenburg {
            strength: 0.25,
            lean: Lean::Angle(lean),
            pelvis_drop: 0.0,
        };
        assert!(trendelenburg(&input).unwrap().holds);
        assert_eq!(run(1.0, 0.0).lean_needed, Some(0.0));
    }
}
