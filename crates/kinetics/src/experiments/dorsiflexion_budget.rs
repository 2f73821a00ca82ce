//! A stiff ankle: what walking needs, and what a squat does instead.
//!
//! With the heel down, dorsiflexion is how far the shank can lean over the foot. In a squat the hips
//! go back and something must come forward to keep the center of mass over the foot: the knees, if
//! the ankle lets them, or the trunk.
//!
//! ```text
//!      supple ankle           stiff ankle            stiff ankle, heel raised
//!         |                        /                      |
//!         |                       / trunk leans           |
//!      ---o                   ---o                     ---o
//!         \___o knee             \___o                    \___o
//!            /                      |                        /
//!         __/_                   ___|                     __/_
//!                                                         ^ wedge
//! ```
//!
//! The squat is a [posture problem](crate::posture): both feet flat, the center of mass over them,
//! the thigh at the wanted angle, the trunk leaning no further than allowed. If there is no such
//! pose, the result says how high a wedge under the heels would make one: a wedge of an angle gives
//! the shank that angle for nothing.
//!
//! Late stance of walking asks for 11.8 to 15.7° in four sets of adults ([`GAIT_NEEDS`]); a shortfall
//! shows up there as an early heel rise, a bent knee or a rolled-in foot.
//!
//! # Limits
//!
//! Statics and prices by choice: all joints cost the same except the back, which costs four times as
//! much. The arms hang; held forward they would let the trunk stay more upright. Both feet point
//! straight ahead.

use super::settings::{Settings, degrees};
use crate::error::NotFinite;
use crate::kinematics::Kinematics;
use crate::model::{Coordinate, GAIT2392, Range, Side};
use crate::pose::Pose;
use crate::posture::{
    BASE_OF_SUPPORT, Condition, Joint, Measure, NoPosture, Posture, PostureProblem, Solutions,
    solutions, solve,
};

/// Peak dorsiflexion in stance of adults who walk freely, in degrees, with where it was read.
pub const GAIT_NEEDS: [(&str, f64); 4] = [
    ("Schwartz free speed", 11.8),
    ("CGM2.3", 13.4),
    ("one adult (OpenSim)", 14.2),
    ("PGCS", 15.7),
];

/// The most dorsiflexion the ankle allows, in radians.
pub const LIMIT_RANGE: Range = degrees(-10.0, 40.0);
/// Thigh from vertical, in radians; level at 90°.
pub const THIGH_RANGE: Range = degrees(10.0, 100.0);
/// The most the trunk may lean forward, in radians.
pub const LEAN_RANGE: Range = degrees(10.0, 80.0);
/// The highest wedge considered, in radians.
pub const WEDGE_RANGE: Range = degrees(0.0, 30.0);

/// The input of [`dorsiflexion_budget`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DorsiflexionBudget {
    /// The most dorsiflexion the ankle allows, in radians.
    pub limit: f64,
    /// Depth of the squat: the thigh's angle from vertical, in radians; level at 90°.
    pub thigh: f64,
    /// The most the trunk may lean forward, in radians.
    pub trunk_lean: f64,
}

impl Default for DorsiflexionBudget {
    /// A supple ankle, thighs at 70°, the trunk free to lean by 60°.
    fn default() -> Self {
        DorsiflexionBudget {
            limit: 30_f64.to_radians(),
            thigh: 70_f64.to_radians(),
            trunk_lean: 60_f64.to_radians(),
        }
    }
}

/// The result of [`dorsiflexion_budget`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DorsiflexionBudgetResult {
    /// What is missing for walking: smallest and largest of [`GAIT_NEEDS`] less the limit, in
    /// radians; 0 where nothing is missing.
    pub gait_shortfall: (f64, f64),
    /// The ways to do the squat, in a fixed order; empty if there is none with the heels down.
    pub squats: Option<Solutions>,
    /// Forward lean of the trunk in the first of them, in radians.
    pub trunk_lean: Option<f64>,
    /// The least wedge under the heels that makes the squat possible, in radians: 0 if none is
    /// needed, `None` if none in range is enough.
    pub wedge_needed: Option<f64>,
    /// True when an input was out of range.
    pub clamped: bool,
}

/// What a stiff ankle costs. See the [module](self).
///
/// # Errors
///
/// When an input is not finite.
pub fn dorsiflexion_budget(
    input: &DorsiflexionBudget,
) -> Result<DorsiflexionBudgetResult, NotFinite> {
    let (limit, squat, clamped) = read(input)?;
    let least = squat.least_dorsiflexion();
    // Knowing the least saves a search that has to fail before it can say so.
    let squats = if least.is_some_and(|least| limit >= least - NEAR) {
        squat.solutions(limit).ok()
    } else {
        None
    };
    let first = squats.as_ref().and_then(|s| s.iter().next().copied());
    let trunk_lean = first.and_then(|p| {
        let k = Kinematics::new(&GAIT2392, &p.pose).ok()?;
        Some(Measure::TrunkLean.value(&GAIT2392, &k, Side::Right, true))
    });
    let wedge_needed = if squats.is_some() {
        Some(0.0)
    } else {
        least
            .map(|least| tenth_up(least - limit))
            .filter(|&wedge| WEDGE_RANGE.contains(wedge))
    };
    let short = |(_, need): (&str, f64)| (need.to_radians() - limit).max(0.0);
    Ok(DorsiflexionBudgetResult {
        gait_shortfall: (short(GAIT_NEEDS[0]), short(GAIT_NEEDS[3])),
        squats,
        trunk_lean,
        wedge_needed,
        clamped,
    })
}

/// The least dorsiflexion with which the squat of `input` is possible with the heels down, in
/// radians; its limit is not read. `None` if the highest wedge would not make it possible.
///
/// # Errors
///
/// When an input is not finite.
pub fn least_dorsiflexion(input: &DorsiflexionBudget) -> Result<Option<f64>, NotFinite> {
    let (_, squat, _) = read(input)?;
    Ok(squat.least_dorsiflexion())
}

/// The first of the squats that [`dorsiflexion_budget`] finds, for a fifth of the work.
///
/// # Errors
///
/// When an input is not finite.
pub fn cheapest_squat(input: &DorsiflexionBudget) -> Result<Option<Posture>, NotFinite> {
    let (limit, squat, _) = read(input)?;
    Ok(solve(&GAIT2392, &squat.problem(&joints(limit))).ok())
}

/// Dorsiflexion nearer than this to the least counts as enough, in radians.
const NEAR: f64 = 1e-6;

fn read(input: &DorsiflexionBudget) -> Result<(f64, Squat, bool), NotFinite> {
    let mut set = Settings::default();
    let limit = set.read(input.limit, "limit", LIMIT_RANGE)?;
    let thigh = set.read(input.thigh, "thigh", THIGH_RANGE)?;
    let lean = set.read(input.trunk_lean, "trunk_lean", LEAN_RANGE)?;
    let conditions = conditions(thigh, lean);
    Ok((limit, Squat { conditions }, set.clamped))
}

struct Squat {
    conditions: [Condition; 3],
}

impl Squat {
    fn problem<'a>(&'a self, joints: &'a [Joint]) -> PostureProblem<'a> {
        PostureProblem {
            stance: Side::Right,
            symmetric: true,
            start: Pose::NEUTRAL,
            joints,
            conditions: &self.conditions,
        }
    }

    fn solutions(&self, limit: f64) -> Result<Solutions, NoPosture> {
        solutions(&GAIT2392, &self.problem(&joints(limit)))
    }

    /// The least dorsiflexion with which the squat is possible, in radians.
    ///
    /// A wedge gives the shank its own angle, so this less the limit is the wedge; one solution
    /// tells what a search over wedges would, which has to fail many times.
    fn least_dorsiflexion(&self) -> Option<f64> {
        let joints =
            joints(LIMIT_RANGE.max + WEDGE_RANGE.max).map(|joint| match joint.coordinate {
                Coordinate::AnkleAngle(_) => Joint {
                    preferred: joint.range.min,
                    ..joint
                },
                _ => Joint {
                    weight: 1e-3 * joint.weight,
                    ..joint
                },
            });
        let pose = solve(&GAIT2392, &self.problem(&joints)).ok()?.pose;
        Some(pose.get(Coordinate::AnkleAngle(Side::Right)))
    }
}

/// An angle rounded up to a tenth of a degree.
fn tenth_up(radians: f64) -> f64 {
    ((10.0 * radians.to_degrees()).ceil() / 10.0).to_radians()
}

fn joints(dorsiflexion: f64) -> [Joint; 4] {
    let joint = |coordinate: Coordinate, weight: f64| Joint {
        coordinate,
        weight,
        preferred: 0.0,
        range: GAIT2392.slider(coordinate),
    };
    let mut ankle = joint(Coordinate::AnkleAngle(Side::Right), 1.0);
    ankle.range.max = dorsiflexion;
    let mut back = joint(Coordinate::LumbarExtension, 4.0);
    back.range = degrees(-40.0, 20.0);
    [
        joint(Coordinate::HipFlexion(Side::Right), 1.0),
        joint(Coordinate::KneeAngle(Side::Right), 1.0),
        ankle,
        back,
    ]
}

fn conditions(thigh: f64, lean: f64) -> [Condition; 3] {
    [
        Condition {
            measure: Measure::CenterForward,
            range: BASE_OF_SUPPORT,
        },
        Condition {
            measure: Measure::ThighAngle(Side::Right),
            range: Range::new(thigh, thigh),
        },
        Condition {
            measure: Measure::TrunkLean,
            range: Range::new(-10_f64.to_radians(), lean),
        },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(limit: f64, thigh: f64, lean: f64) -> DorsiflexionBudgetResult {
        dorsiflexion_budget(&DorsiflexionBudget {
            limit: limit.to_radians(),
            thigh: thigh.to_radians(),
            trunk_lean: lean.to_radians(),
        })
        .unwrap()
    }

    #[test]
    fn a_stiffer_ankle_costs_trunk_lean() {
        let (supple, stiff) = (run(30.0, 70.0, 80.0), run(8.0, 70.0, 80.0));
        assert!(stiff.trunk_lean.unwrap() > supple.trunk_lean.unwrap() + 0.1);
    }

    #[test]
    fn where_the_trunk_may_not_lean_a_wedge_helps() {
        let r = run(0.0, 80.0, 35.0);
        assert!(r.squats.is_none());
        let wedge = r.wedge_needed.unwrap().to_degrees();
        assert!(wedge > 3.0 && wedge < 30.0, "{wedge}");
        // As much ankle as wedge and limit together makes it possible; a degree less does not.
        assert!(run(wedge, 80.0, 35.0).squats.is_some());
        assert!(run(wedge - 1.0, 80.0, 35.0).squats.is_none());
    }

    #[test]
    fn the_wedge_is_the_least_to_a_tenth_of_a_degree() {
        for (limit, thigh, lean) in [(8.0, 80.0, 45.0), (0.0, 60.0, 40.0), (15.0, 90.0, 60.0)] {
            let wedge = run(limit, thigh, lean).wedge_needed.unwrap().to_degrees();
            assert!(wedge > 0.5, "{wedge}");
            assert!(
                run(limit + wedge, thigh, lean).squats.is_some(),
                "{limit} {wedge}"
            );
            assert!(
                run(limit + wedge - 0.11, thigh, lean).squats.is_none(),
                "{limit} {wedge}"
            );
        }
        assert_eq!(run(-10.0, 100.0, 20.0).wedge_needed, None);
    }

    #[test]
    fn the_cheapest_squat_is_the_first() {
        for (limit, thigh, lean) in [(30.0, 80.0, 60.0), (8.0, 60.0, 80.0), (8.0, 80.0, 45.0)] {
            let input = DorsiflexionBudget {
                limit: f64::to_radians(limit),
                thigh: f64::to_radians(thigh),
                trunk_lean: f64::to_radians(lean),
            };
            let all = dorsiflexion_budget(&input).unwrap().squats;
            let first = all.as_ref().and_then(|s| s.iter().next().copied());
            assert_eq!(cheapest_squat(&input).unwrap(), first);
        }
    }

    #[test]
    fn walking_is_short_by_the_difference() {
        let (low, high) = run(10.0, 40.0, 60.0).gait_shortfall;
        assert!((low.to_degrees() - 1.8).abs() < 1e-9 && (high.to_degrees() - 5.7).abs() < 1e-9);
        assert_eq!(run(20.0, 40.0, 60.0).gait_shortfall, (0.0, 0.0));
    }
}
