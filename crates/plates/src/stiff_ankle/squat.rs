//! Ways to do a squat, from `kinetics`: never one.

use std::cell::Cell;

use kinetics::experiments::dorsiflexion_budget::{
    DorsiflexionBudget, LEAN_RANGE, WEDGE_RANGE, cheapest_squat, dorsiflexion_budget,
    least_dorsiflexion,
};
use kinetics::kinematics::{Kinematics, Reference};
use kinetics::posture::{Measure, Posture};
use kinetics::{Body, Coordinate, GAIT2392, Pose, Side};

use crate::path::nearest;

use super::State;

/// The shallowest squat that is tried, degrees.
const SHALLOWEST: i32 = 10;

/// One way to do the squat; angles in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Way {
    /// The pose, its feet where the ground or the wedge has them.
    pub pose: Pose,
    /// The thigh's angle from vertical.
    pub thigh: f64,
    /// Forward lean of the trunk.
    pub lean: f64,
    /// Bend of the hips.
    pub hip: f64,
    /// How far the back bends forward against the pelvis.
    pub back: f64,
    /// Lean of the shanks.
    pub shank: f64,
    /// The wedge under the heels, 0 for heels on the floor.
    pub wedge: f64,
}

/// Ways to do the squat.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ways {
    /// Whether ankle, depth and lean of the state go together with the heels down.
    ///
    /// If so, the ways are up to three of them; if not, they are: lean more, go less deep, raise
    /// the heels.
    pub fits: bool,
    /// The ways; none where there is none.
    pub ways: [Option<Way>; 3],
    /// The wedge that makes the state's squat possible, degrees; none if it would be too high.
    pub wedge: Option<f64>,
}

impl Ways {
    /// No ways, for states that do not show the squat.
    pub(super) const NONE: Self = Self {
        fits: true,
        ways: [None; 3],
        wedge: None,
    };
}

thread_local! {
    /// The last answer: drawing and words of one state ask for it several times.
    static LAST: Cell<Option<([i32; 3], Ways)>> = const { Cell::new(None) };
}

/// The ways of `state`.
pub(super) fn ways(state: &State) -> Ways {
    let key = [state.bend, state.depth, state.lean];
    if let Some((of, ways)) = LAST.get()
        && of == key
    {
        return ways;
    }
    let ways = find(state);
    LAST.set(Some((key, ways)));
    ways
}

fn find(state: &State) -> Ways {
    let radians = |degrees: i32| f64::from(degrees).to_radians();
    let input = DorsiflexionBudget {
        limit: radians(state.bend),
        thigh: radians(state.depth),
        trunk_lean: radians(state.lean),
    };
    let budget = dorsiflexion_budget(&input).ok();
    let wedge = budget.and_then(|budget| budget.wedge_needed);
    let mut ways = [None; 3];
    if let Some(squats) = budget.and_then(|budget| budget.squats) {
        for (slot, posture) in ways.iter_mut().zip(squats.iter()) {
            *slot = way(posture, 0.0);
        }
        return Ways {
            fits: true,
            ways,
            wedge,
        };
    }
    // Where no wedge is enough, the search begins from its highest.
    let missing = wedge.unwrap_or(WEDGE_RANGE.max).to_degrees();
    let cheapest = |input: &DorsiflexionBudget, wedge: f64| {
        let posture = cheapest_squat(input).ok().flatten();
        posture.and_then(|posture| way(&posture, wedge))
    };
    ways[0] = cheapest(
        &DorsiflexionBudget {
            trunk_lean: LEAN_RANGE.max,
            ..input
        },
        0.0,
    );
    ways[1] = depth_that_fits(&input, state.depth, missing).and_then(|thigh| {
        let thigh = radians(thigh);
        cheapest(&DorsiflexionBudget { thigh, ..input }, 0.0)
    });
    ways[2] = wedge.and_then(|wedge| {
        let limit = input.limit + wedge;
        cheapest(&DorsiflexionBudget { limit, ..input }, wedge)
    });
    Ways {
        fits: false,
        ways,
        wedge,
    }
}

/// About how much dorsiflexion a degree of depth takes, to know where to begin the search.
const PER_DEGREE: f64 = 0.43;

/// The deepest squat, in steps of five degrees, for which the ankle is enough; `missing` is what
/// the squat of `depth` lacks, in degrees.
fn depth_that_fits(input: &DorsiflexionBudget, depth: i32, missing: f64) -> Option<i32> {
    let fits = |thigh: i32| {
        let thigh = f64::from(thigh).to_radians();
        let least = least_dorsiflexion(&DorsiflexionBudget { thigh, ..*input });
        least
            .ok()
            .flatten()
            .is_some_and(|least| least <= input.limit)
    };
    let guess = depth - 5 * nearest((missing / PER_DEGREE / 5.0).ceil().max(1.0));
    let mut deepest = guess.clamp(SHALLOWEST, depth - 5);
    while !fits(deepest) {
        deepest -= 5;
        if deepest < SHALLOWEST {
            return None;
        }
    }
    while deepest + 5 < depth && fits(deepest + 5) {
        deepest += 5;
    }
    Some(deepest)
}

fn way(posture: &Posture, wedge: f64) -> Option<Way> {
    let pose = on_wedge(&posture.pose, wedge)?;
    let k = Kinematics::new(&GAIT2392, &pose).ok()?;
    let measure = |measure: Measure| measure.value(&GAIT2392, &k, Side::Right, true).to_degrees();
    Some(Way {
        pose,
        thigh: measure(Measure::ThighAngle(Side::Right)),
        lean: measure(Measure::TrunkLean),
        hip: pose.degrees(Coordinate::HipFlexion(Side::Right)),
        back: -pose.degrees(Coordinate::LumbarExtension),
        shank: measure(Measure::ShankAngle(Side::Right)),
        wedge: wedge.to_degrees(),
    })
}

/// The pose with a wedge under the heels: the ankle bends by the wedge less, the toes by as much
/// more, and the balls of the feet stay where they are.
fn on_wedge(pose: &Pose, wedge: f64) -> Option<Pose> {
    if wedge <= 0.0 {
        return Some(*pose);
    }
    let ball = |pose: &Pose| {
        let k = Kinematics::new(&GAIT2392, pose).ok()?;
        Some(k.frame(Body::Toes(Side::Right), Reference::Ground).origin)
    };
    let mut raised = *pose;
    for side in Side::BOTH {
        let ankle = Coordinate::AnkleAngle(side);
        raised.set(ankle, pose.get(ankle) - wedge);
        let toes = Coordinate::MtpAngle(side);
        raised.set(toes, pose.get(toes) + wedge);
    }
    let (was, is) = (ball(pose)?, ball(&raised)?);
    for (coordinate, by) in [
        (Coordinate::PelvisTx, was.x - is.x),
        (Coordinate::PelvisTy, was.y - is.y),
    ] {
        raised.set(coordinate, raised.get(coordinate) + by);
    }
    Some(raised)
}
