//! The forces of a state, from `kinetics`.

use kinetics::experiments::one_leg_stance::{
    Cane as ModelCane, HipGroup, Lean, Load, OneLegStance, OneLegStanceResult, one_leg_stance,
};

use super::{Cane, Hand, State};

/// The balance of forces about the right hip in the frontal plane; newtons and meters.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Balance {
    /// Weight of the whole body.
    pub body_weight: f64,
    /// Weight of everything the stance hip carries, without a carried load.
    pub weight: f64,
    /// How far the line of that weight passes from the hip; positive toward the swing leg.
    pub weight_arm: f64,
    /// Lean of the trunk from upright toward the stance leg, radians.
    pub lean: f64,
    /// Turning effect that the muscles must hold, in newton meters; negative asks for adductors.
    pub moment: f64,
    /// The same per kilogram of body mass.
    pub moment_per_kilogram: f64,
    /// Whether the muscles of the inner thigh hold instead of those at the side of the hip.
    pub adductors: bool,
    /// Lever arm of the muscles that hold.
    pub muscle_arm: f64,
    /// Pull of those muscles, summed over the group.
    pub muscle_force: f64,
    /// Pull of those muscles on the pelvis within the drawing plane: outward, downward.
    pub muscle_pull: (f64, f64),
    /// Share of their full strength.
    pub activation: f64,
    /// Size of the force on the femoral head.
    pub joint_force: f64,
    /// The same, in body weights.
    pub joint_body_weights: f64,
    /// The force on the femoral head: outward, downward.
    pub joint: (f64, f64),
    /// Push of the cane on the hand, zero without a cane.
    pub cane_force: f64,
    /// Horizontal distance of the cane from the hip; positive toward the swing leg.
    pub cane_arm: f64,
    /// Turning effect of the cane, negative when it helps.
    pub cane_moment: f64,
    /// Weight of the carried load.
    pub load_force: f64,
    /// Horizontal distance of the load from the hip; positive toward the swing leg.
    pub load_arm: f64,
    /// Turning effect of the load, negative when it helps.
    pub load_moment: f64,
}

/// The forces of `state`.
///
/// The model refuses numbers that are not finite; a state holds whole numbers, so the default
/// that stands in for an error is never seen.
pub(super) fn balance(state: &State) -> Balance {
    let push = f64::from(state.push) / 100.0;
    let mass = f64::from(state.load);
    let input = OneLegStance {
        lean: Lean::Shift(f64::from(state.lean) / 100.0),
        cane: match state.cane {
            Cane::None => ModelCane::None,
            Cane::Left => ModelCane::OppositeSide { force: push },
            Cane::Right => ModelCane::SameSide { force: push },
        },
        load: match state.hand {
            Hand::Left => Load::Left { mass },
            Hand::Right => Load::Right { mass },
        },
        ..OneLegStance::default()
    };
    one_leg_stance(&input).map_or_else(|_| Balance::default(), |result| from_model(&result))
}

fn from_model(result: &OneLegStanceResult) -> Balance {
    let [body, load, cane] = result.contributions;
    let down = body.force + load.force + cane.force;
    let body_weights = result.joint.body_weights;
    Balance {
        body_weight: if body_weights > 0.0 {
            result.joint.magnitude / body_weights
        } else {
            0.0
        },
        weight: result.weight,
        weight_arm: result.lever_arm,
        lean: result.lean,
        moment: result.required_moment,
        moment_per_kilogram: result.required_moment_per_kg,
        adductors: result.group == HipGroup::Adductors,
        muscle_arm: result.muscle_lever_arm,
        muscle_force: result.muscle_force,
        muscle_pull: (result.joint.outward, result.joint.downward - down),
        activation: result.activation,
        joint_force: result.joint.magnitude,
        joint_body_weights: body_weights,
        joint: (result.joint.outward, result.joint.downward),
        cane_force: -cane.force,
        cane_arm: cane.lever_arm,
        cane_moment: cane.moment,
        load_force: load.force,
        load_arm: load.lever_arm,
        load_moment: load.moment,
    }
}
