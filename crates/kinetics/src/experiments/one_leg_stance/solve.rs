//! The balance itself.

use super::hip_group::Capacity;
use super::{
    CANE_DISTANCE, CANE_RANGE, Cane, Clamped, Contribution, ContributionKind, DROP_RANGE,
    FrontalForce, HipGroup, LEAN_RANGE, LOAD_DISTANCE, LOAD_RANGE, Lean, Load, OneLegStance,
    OneLegStanceResult,
};
use crate::GRAVITY;
use crate::error::{NotFinite, finite};
use crate::kinematics::{Kinematics, Reference};
use crate::math::Vec3;
use crate::math::functions::{asin, hypot};
use crate::model::{Body, Coordinate, GAIT2392, Model, Range, Side};
use crate::pose::Pose;

/// Balances the body over one hip. See the [module](super) for the equations, sources and limits.
///
/// # Errors
///
/// When an input is not finite. Inputs out of range are clamped and reported.
pub fn one_leg_stance(input: &OneLegStance) -> Result<OneLegStanceResult, NotFinite> {
    let model = &GAIT2392;
    let side = input.stance;
    let (set, clamped) = settings(model, input)?;
    let pose = pose(side, set.lean, set.drop);
    let k = Kinematics::new(model, &pose)?;
    let hip = k.frame(Body::Femur(side), Reference::Ground).origin;
    let held = Body::all_but_leg(side);
    let weight = model.mass(&held) * GRAVITY;
    let body_weight = model.total_mass() * GRAVITY;

    // Positions along z; toward the other leg is positive for every lever arm.
    let inward = |z: f64| (hip.z - z) * side.sign();
    let midline = k.pelvis(Reference::Ground).origin.z;
    let term = |kind, force: f64, lever_arm: f64| Contribution {
        kind,
        force,
        lever_arm,
        moment: force * lever_arm,
    };
    let center = held_center(model, &k, side);
    let body = term(ContributionKind::Body, weight, inward(center));
    let load_z = midline + set.load_side.sign() * LOAD_DISTANCE;
    let load = term(ContributionKind::Load, set.load * GRAVITY, inward(load_z));
    let cane_z = midline + set.cane_side.sign() * CANE_DISTANCE;
    let cane = term(
        ContributionKind::Cane,
        -set.cane * body_weight,
        inward(cane_z),
    );
    let contributions = [body, load, cane];
    let required = body.moment + load.moment + cane.moment;

    let group = if required < 0.0 {
        HipGroup::Adductors
    } else {
        HipGroup::Abductors
    };
    let full = Capacity::of(group, model, &k, side);
    let strength = if group == HipGroup::Abductors {
        set.strength
    } else {
        1.0
    };
    let available = full.moment * strength;
    let share = required.abs() / full.moment;
    let down = body.force + load.force + cane.force;
    Ok(OneLegStanceResult {
        pose,
        lean: set.lean,
        weight: body.force,
        lever_arm: body.lever_arm,
        contributions,
        required_moment: required,
        required_moment_per_kg: required / model.total_mass(),
        group,
        muscle_force: share * full.force,
        muscle_lever_arm: full.lever_arm(),
        activation: if required == 0.0 {
            0.0
        } else {
            share / strength
        },
        available_moment: available,
        shortfall: (required.abs() - available).max(0.0),
        joint: reaction(full.pull * share, down, side, body_weight),
        clamped,
    })
}

/// The inputs after clamping, and with the sides worked out.
struct Settings {
    lean: f64,
    drop: f64,
    cane: f64,
    cane_side: Side,
    load: f64,
    load_side: Side,
    strength: f64,
}

fn settings(model: &Model<'_>, input: &OneLegStance) -> Result<(Settings, Clamped), NotFinite> {
    let mut clamped = Clamped::default();
    let angle = match input.lean {
        Lean::Angle(angle) => finite(angle, "lean")?,
        Lean::Shift(shift) => {
            let sine = finite(shift, "lean")? / shift_per_sine(model, input.stance);
            if sine.abs() > 1.0 {
                2.0_f64.copysign(sine)
            } else {
                asin(sine)
            }
        }
    };
    let (cane, cane_side) = match input.cane {
        Cane::None => (0.0, input.stance),
        Cane::SameSide { force } => (force, input.stance),
        Cane::OppositeSide { force } => (force, input.stance.other()),
    };
    let (load, load_side) = match input.load {
        Load::None => (0.0, input.stance),
        Load::Left { mass } => (mass, Side::Left),
        Load::Right { mass } => (mass, Side::Right),
    };
    let strength = finite(input.abductor_strength, "abductor_strength")?;
    let settings = Settings {
        lean: clamp(angle, LEAN_RANGE, &mut clamped.lean),
        drop: clamp(
            finite(input.pelvis_drop, "pelvis_drop")?,
            DROP_RANGE,
            &mut clamped.pelvis_drop,
        ),
        cane: clamp(finite(cane, "cane")?, CANE_RANGE, &mut clamped.cane),
        cane_side,
        load: clamp(finite(load, "load")?, LOAD_RANGE, &mut clamped.load),
        load_side,
        strength: clamp(
            strength,
            Range::new(0.0, 1.0),
            &mut clamped.abductor_strength,
        ),
    };
    Ok((settings, clamped))
}

fn clamp(value: f64, range: Range, clamped: &mut bool) -> f64 {
    *clamped = !range.contains(value);
    range.clamp(value)
}

/// Position along z of the center of mass of what the stance hip holds, in meters.
///
/// The other leg hangs relaxed, and what hangs at rest hangs with its center of mass under the
/// joint: its weight acts through its own hip, whatever the pelvis does.
fn held_center(model: &Model<'_>, k: &Kinematics, stance: Side) -> f64 {
    let other = stance.other();
    let trunk = [Body::Pelvis, Body::Torso];
    let (trunk_mass, leg_mass) = (model.mass(&trunk), model.mass(&Body::leg(other)));
    let trunk_z = k.center_of_mass(model, &trunk, Reference::Ground).z;
    let leg_z = k.frame(Body::Femur(other), Reference::Ground).origin.z;
    (trunk_mass * trunk_z + leg_mass * leg_z) / (trunk_mass + leg_mass)
}

/// How far the center of mass of everything but the stance leg moves for a trunk turned by 90°: the
/// trunk's share of the mass times the height of its center of mass above the lumbosacral joint.
fn shift_per_sine(model: &Model<'_>, stance: Side) -> f64 {
    let torso = model.body(Body::Torso);
    torso.mass * torso.center_of_mass.y / model.mass(&Body::all_but_leg(stance))
}

/// Pelvis listed by the drop, both thighs vertical, the trunk leaning from vertical.
fn pose(stance: Side, lean: f64, drop: f64) -> Pose {
    let toward = stance.sign();
    Pose::NEUTRAL
        .with(Coordinate::PelvisList, -drop * toward)
        .with(Coordinate::HipAdduction(stance), drop)
        .with(Coordinate::HipAdduction(stance.other()), -drop)
        .with(Coordinate::LumbarBending, (lean + drop) * toward)
}

/// The force on the femoral head: the muscles' pull on the pelvis and the net weight upon it.
fn reaction(pull: Vec3, down: f64, side: Side, body_weight: f64) -> FrontalForce {
    let outward = pull.z * side.sign();
    let downward = down - pull.y;
    let magnitude = hypot(outward, downward);
    FrontalForce {
        outward,
        downward,
        magnitude,
        body_weights: magnitude / body_weight,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(change: impl FnOnce(&mut OneLegStance)) -> OneLegStanceResult {
        let mut input = OneLegStance::default();
        change(&mut input);
        one_leg_stance(&input).unwrap()
    }

    #[track_caller]
    fn close(a: f64, b: f64, tolerance: f64) {
        assert!((a - b).abs() <= tolerance, "{a} is not {b} ± {tolerance}");
    }

    #[test]
    fn upright_stance_has_the_reference_moment() {
        let r = run(|_| ());
        close(r.weight / GRAVITY, 60.59, 0.01);
        close(r.lever_arm, 0.1036, 5e-5);
        close(r.required_moment, 61.55, 0.01);
        close(r.required_moment_per_kg, 0.819, 5e-4);
        assert_eq!(r.group, HipGroup::Abductors);
        assert_eq!(r.shortfall, 0.0);
    }

    #[test]
    fn the_abductor_lever_arm_is_the_force_weighted_mean() {
        // By hand from the table of expected moment arms and the maximum forces.
        let arms = [
            (819.0, 0.04777),
            (573.0, 0.044109),
            (653.0, 0.035407),
            (270.0, 0.042197),
            (285.0, 0.042376),
            (323.0, 0.038342),
            (233.0, 0.049208),
        ];
        let moment: f64 = arms.iter().map(|(f, r)| f * r).sum();
        let force: f64 = arms.iter().map(|(f, _)| f).sum();
        let r = run(|_| ());
        close(r.muscle_lever_arm, moment / force, 1e-6);
        close(r.muscle_force * r.muscle_lever_arm, r.required_moment, 1e-9);
    }

    #[test]
    fn leaning_five_centimeters_halves_the_moment_and_ten_remove_it() {
        close(
            run(|i| i.lean = Lean::Shift(0.05)).required_moment,
            31.8,
            0.05,
        );
        close(
            run(|i| i.lean = Lean::Shift(0.1036)).required_moment,
            0.0,
            0.05,
        );
        assert_eq!(
            run(|i| i.lean = Lean::Shift(0.11)).group,
            HipGroup::Adductors
        );
    }

    #[test]
    fn a_cane_helps_in_the_opposite_hand_only() {
        let without = run(|_| ());
        let opposite = run(|i| i.cane = Cane::OppositeSide { force: 0.15 });
        let same = run(|i| i.cane = Cane::SameSide { force: 0.15 });
        assert!(opposite.joint.magnitude < 0.6 * without.joint.magnitude);
        assert!(same.required_moment > without.required_moment);
    }

    #[test]
    fn a_load_is_lighter_for_the_hip_on_its_own_side() {
        let none = run(|_| ());
        let same = run(|i| i.load = Load::Right { mass: 10.0 });
        let other = run(|i| i.load = Load::Left { mass: 10.0 });
        assert!(same.required_moment < none.required_moment);
        assert!(other.required_moment > none.required_moment);
    }

    #[test]
    fn the_reaction_balances_every_force() {
        let r = run(|i| i.load = Load::Left { mass: 10.0 });
        let down: f64 = r.contributions.iter().map(|c| c.force).sum();
        // The muscles pull the pelvis down and outward to the trochanter, so the head is pressed
        // by more than the weight and by less than weight and tension in one line.
        assert!(r.joint.magnitude > down);
        assert!(r.joint.magnitude < down + r.muscle_force);
        assert!(r.joint.outward > 0.0);
    }

    #[test]
    fn weak_abductors_fall_short_by_the_difference() {
        let r = run(|i| i.abductor_strength = 0.2);
        close(r.shortfall, r.required_moment - r.available_moment, 1e-12);
        assert!(r.activation > 1.0);
        assert!(run(|i| i.abductor_strength = 0.0).activation.is_infinite());
    }

    #[test]
    fn the_left_leg_gives_the_same_numbers() {
        let right = run(|i| {
            i.pelvis_drop = 0.1;
            i.cane = Cane::OppositeSide { force: 0.1 };
            i.load = Load::Right { mass: 5.0 };
        });
        let left = run(|i| {
            i.stance = Side::Left;
            i.pelvis_drop = 0.1;
            i.cane = Cane::OppositeSide { force: 0.1 };
            i.load = Load::Left { mass: 5.0 };
        });
        close(left.required_moment, right.required_moment, 1e-12);
        close(left.joint.outward, right.joint.outward, 1e-9);
        close(left.joint.downward, right.joint.downward, 1e-9);
        assert_eq!(left.pose, right.pose.mirrored());
    }

    #[test]
    fn what_is_out_of_range_is_clamped_and_said() {
        let r = run(|i| {
            i.lean = Lean::Shift(5.0);
            i.cane = Cane::SameSide { force: 2.0 };
        });
        close(r.lean, LEAN_RANGE.max, 0.0);
        assert!(r.clamped.lean && r.clamped.cane && !r.clamped.load);
    }

    #[test]
    fn what_is_not_a_number_is_named() {
        let mut input = OneLegStance {
            pelvis_drop: f64::NAN,
            ..OneLegStance::default()
        };
        assert_eq!(
            one_leg_stance(&input),
            Err(NotFinite {
                input: "pelvis_drop"
            })
        );
        input = OneLegStance {
            lean: Lean::Shift(f64::INFINITY),
            ..OneLegStance::default()
        };
        assert_eq!(one_leg_stance(&input), Err(NotFinite { input: "lean" }));
    }
}
