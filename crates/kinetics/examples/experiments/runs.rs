//! The experiments by name: their keys, and how to run them.

use crate::arguments::Arguments;
use crate::json::{degrees, muscle, pose, shared};
use kinetics::experiments as e;
use kinetics::experiments::bridge::Legs;
use kinetics::experiments::one_leg_stance::{Cane, Lean, Load};
use kinetics::{GAIT2392, Motion, MuscleId, Side};
use serde_json::{Value, json};

type Run = fn(&mut Arguments) -> Result<Value, String>;

/// Name, keys and function of every experiment.
pub(crate) const EXPERIMENTS: &[(&str, &str, Run)] = &[
    (
        "one_leg_stance",
        "stance=right|left lean_deg= shift_m= drop_deg= cane=none|same|opposite cane_force= load=none|left|right load_kg= strength=",
        one_leg_stance,
    ),
    (
        "trendelenburg",
        "strength= lean_deg= shift_m= drop_deg=",
        trendelenburg,
    ),
    (
        "thomas_test",
        "knee_deg= tilt_deg= shift_deg= factor=",
        thomas_test,
    ),
    (
        "hip_flexor_in_gait",
        "allowed_deg= back_price=",
        hip_flexor_in_gait,
    ),
    (
        "dorsiflexion_budget",
        "limit_deg= thigh_deg= lean_deg=",
        dorsiflexion_budget,
    ),
    ("lunge_test", "shank_deg= ankle_to_toe_m=", lunge_test),
    (
        "subtalar_hinge",
        "inclination_deg= deviation_deg= eversion_deg=",
        subtalar_hinge,
    ),
    (
        "hip_extension_sharing",
        "hip_deg= knee_deg= moment_nm= strength=",
        hip_extension_sharing,
    ),
    (
        "muscle_roles",
        "muscle= sweep= from_deg= to_deg=",
        muscle_roles,
    ),
    (
        "walking_cycle",
        "percent= abductors= gluteus_maximus= hamstrings= iliopsoas= quadriceps= calf=",
        walking_cycle,
    ),
    (
        "bridge",
        "legs=double|single lift= shank_deg= load_kg= band_n= strength=",
        bridge,
    ),
];

fn say(error: kinetics::NotFinite) -> String {
    error.to_string()
}

/// A lean by angle or by shift.
fn lean(a: &mut Arguments) -> Result<Lean, String> {
    let angle = a.angle("lean_deg", 0.0)?;
    let shift = a.number("shift_m", 0.0)?;
    match (angle == 0.0, shift == 0.0) {
        (_, true) => Ok(Lean::Angle(angle)),
        (true, false) => Ok(Lean::Shift(shift)),
        (false, false) => Err("give either lean_deg or shift_m".into()),
    }
}

fn one_leg_stance(a: &mut Arguments) -> Result<Value, String> {
    let stance = match a.word("stance", "right").as_str() {
        "right" => Side::Right,
        "left" => Side::Left,
        other => return Err(format!("stance: `{other}` is neither right nor left")),
    };
    let force = a.number("cane_force", 0.15)?;
    let cane = match a.word("cane", "none").as_str() {
        "none" => Cane::None,
        "same" => Cane::SameSide { force },
        "opposite" => Cane::OppositeSide { force },
        other => {
            return Err(format!(
                "cane: `{other}` is none of none, same and opposite"
            ));
        }
    };
    let mass = a.number("load_kg", 10.0)?;
    let load = match a.word("load", "none").as_str() {
        "none" => Load::None,
        "left" => Load::Left { mass },
        "right" => Load::Right { mass },
        other => return Err(format!("load: `{other}` is none of none, left and right")),
    };
    let r = e::one_leg_stance(&e::OneLegStance {
        stance,
        lean: lean(a)?,
        pelvis_drop: a.angle("drop_deg", 0.0)?,
        cane,
        load,
        abductor_strength: a.number("strength", 1.0)?,
    })
    .map_err(say)?;
    let contributions: Vec<Value> = r
        .contributions
        .iter()
        .map(|c| {
            json!({
                "of": format!("{:?}", c.kind),
                "force_n": c.force,
                "lever_arm_m": c.lever_arm,
                "moment_nm": c.moment,
            })
        })
        .collect();
    Ok(json!({
        "weight_n": r.weight,
        "lever_arm_m": r.lever_arm,
        "contributions": contributions,
        "required_moment_nm": r.required_moment,
        "required_moment_nm_per_kg": r.required_moment_per_kg,
        "group": format!("{:?}", r.group),
        "muscle_force_n": r.muscle_force,
        "muscle_lever_arm_m": r.muscle_lever_arm,
        "activation": r.activation,
        "available_moment_nm": r.available_moment,
        "shortfall_nm": r.shortfall,
        "joint": {
            "outward_n": r.joint.outward,
            "downward_n": r.joint.downward,
            "magnitude_n": r.joint.magnitude,
            "body_weights": r.joint.body_weights,
        },
        "lean_deg": degrees(r.lean),
        "clamped": r.clamped.any(),
        "pose": pose(&r.pose),
    }))
}

fn trendelenburg(a: &mut Arguments) -> Result<Value, String> {
    let r = e::trendelenburg(&e::Trendelenburg {
        strength: a.number("strength", 1.0)?,
        lean: lean(a)?,
        pelvis_drop: a.angle("drop_deg", 0.0)?,
    })
    .map_err(say)?;
    Ok(json!({
        "required_moment_nm": r.required_moment,
        "holds": r.holds,
        "missing_nm": r.missing,
        "max_activation": r.max_activation,
        "gluteus_medius_and_minimus_share": r.gluteus_share,
        "joint_body_weights": r.joint_body_weights,
        "least_strength": r.least_strength,
        "lean_needed_deg": r.lean_needed.map(f64::to_degrees),
        "clamped": r.clamped,
        "sharing": shared(&r.shared),
        "pose": pose(&r.pose),
    }))
}

fn thomas_test(a: &mut Arguments) -> Result<Value, String> {
    let d = e::ThomasTest::default();
    let r = e::thomas_test(&e::ThomasTest {
        knee_flexion: a.angle("knee_deg", d.knee_flexion)?,
        anterior_tilt: a.angle("tilt_deg", d.anterior_tilt)?,
        tight_shift: a.angle("shift_deg", d.tight_shift)?,
        tight_factor: a.number("factor", d.tight_factor)?,
    })
    .map_err(say)?;
    Ok(json!({
        "hip_flexion_deg": degrees(r.hip_flexion),
        "thigh_to_horizontal_deg": degrees(r.thigh_to_horizontal),
        "weight_moment_nm": r.weight_moment,
        "passive_moment_nm": r.passive_moment,
        "passes": r.passes,
        "clamped": r.clamped,
    }))
}

fn hip_flexor_in_gait(a: &mut Arguments) -> Result<Value, String> {
    let d = e::HipFlexorInGait::default();
    let r = e::hip_flexor_in_gait(&e::HipFlexorInGait {
        allowed_extension: a.angle("allowed_deg", d.allowed_extension)?,
        back_price: a.number("back_price", d.back_price)?,
    })
    .map_err(say)?;
    Ok(json!({
        "lost_deg": degrees(r.lost),
        "anterior_tilt_deg": degrees(r.anterior_tilt),
        "trunk_lean_deg": degrees(r.trunk_lean),
        "lumbar_extension_deg": degrees(r.lumbar_extension),
        "thigh_deg": degrees(r.thigh),
        "knee_flexion_deg": degrees(r.knee_flexion),
        "step_loss_m": r.step_loss,
        "clamped": r.clamped,
    }))
}

fn dorsiflexion_budget(a: &mut Arguments) -> Result<Value, String> {
    let d = e::DorsiflexionBudget::default();
    let r = e::dorsiflexion_budget(&e::DorsiflexionBudget {
        limit: a.angle("limit_deg", d.limit)?,
        thigh: a.angle("thigh_deg", d.thigh)?,
        trunk_lean: a.angle("lean_deg", d.trunk_lean)?,
    })
    .map_err(say)?;
    let squats: Vec<Value> = r
        .squats
        .iter()
        .flat_map(|s| s.iter())
        .map(|p| json!({ "gives": p.gives.name(), "cost": p.cost, "pose": pose(&p.pose) }))
        .collect();
    Ok(json!({
        "gait_shortfall_deg": [degrees(r.gait_shortfall.0), degrees(r.gait_shortfall.1)],
        "trunk_lean_deg": r.trunk_lean.map(f64::to_degrees),
        "wedge_needed_deg": r.wedge_needed.map(f64::to_degrees),
        "squats": squats,
        "clamped": r.clamped,
    }))
}

fn lunge_test(a: &mut Arguments) -> Result<Value, String> {
    let d = e::LungeTest::default();
    let r = e::lunge_test(&e::LungeTest {
        shank: a.angle("shank_deg", d.shank)?,
        ankle_to_toe: a.number("ankle_to_toe_m", d.ankle_to_toe)?,
    })
    .map_err(say)?;
    Ok(json!({
        "shank_length_m": r.shank_length,
        "distance_m": r.distance,
        "angle_per_centimeter_deg": degrees(r.angle_per_centimeter),
        "clamped": r.clamped,
    }))
}

fn subtalar_hinge(a: &mut Arguments) -> Result<Value, String> {
    let d = e::SubtalarHinge::default();
    let r = e::subtalar_hinge(&e::SubtalarHinge {
        inclination: a.angle("inclination_deg", d.inclination)?,
        deviation: a.angle("deviation_deg", d.deviation)?,
        eversion: a.angle("eversion_deg", d.eversion)?,
    })
    .map_err(say)?;
    Ok(json!({
        "ratio": r.ratio,
        "about_axis_deg": degrees(r.about_axis),
        "shank_rotation_deg": degrees(r.shank_rotation),
        "clamped": r.clamped,
    }))
}

fn hip_extension_sharing(a: &mut Arguments) -> Result<Value, String> {
    let d = e::HipExtensionSharing::default();
    let r = e::hip_extension_sharing(&e::HipExtensionSharing {
        hip_flexion: a.angle("hip_deg", d.hip_flexion)?,
        knee_flexion: a.angle("knee_deg", d.knee_flexion)?,
        moment: a.number("moment_nm", d.moment)?,
        gluteus_strength: a.number("strength", d.gluteus_strength)?,
    })
    .map_err(say)?;
    Ok(json!({
        "holds": r.holds,
        "missing_nm": r.missing,
        "gluteus_maximus_share": r.gluteus_share,
        "hamstring_share": r.hamstring_share,
        "forward_force_n": r.forward_force,
        "joint_force_n": r.joint_force,
        "clamped": r.clamped,
        "sharing": shared(&r.shared),
    }))
}

fn muscle_roles(a: &mut Arguments) -> Result<Value, String> {
    let d = e::MuscleRoles::default();
    let name = a.word("muscle", d.muscle.name());
    let id = MuscleId::ALL
        .into_iter()
        .find(|m| m.name() == name)
        .ok_or_else(|| {
            let names: Vec<&str> = MuscleId::ALL.iter().map(|m| m.name()).collect();
            format!("no muscle `{name}`; there are {}", names.join(", "))
        })?;
    let name = a.word("sweep", d.sweep.name());
    let sweep = Motion::ALL
        .into_iter()
        .find(|m| m.name() == name)
        .ok_or_else(|| format!("no coordinate `{name}`"))?;
    let range = kinetics::Range::new(
        a.angle("from_deg", d.range.min)?,
        a.angle("to_deg", d.range.max)?,
    );
    let r = e::muscle_roles(&e::MuscleRoles {
        muscle: id,
        sweep,
        range,
        pose: d.pose,
    })
    .map_err(say)?;
    let samples: Vec<Value> = r
        .samples
        .iter()
        .map(|s| json!({ "angle_deg": degrees(s.angle), "muscle": muscle(&s.state) }))
        .collect();
    Ok(json!({ "samples": samples, "clamped": r.clamped }))
}

fn walking_cycle(a: &mut Arguments) -> Result<Value, String> {
    let d = e::WalkingCycle::default();
    let r = e::walking_cycle(&e::WalkingCycle {
        percent: a.number("percent", d.percent)?,
        abductors: a.number("abductors", d.abductors)?,
        gluteus_maximus: a.number("gluteus_maximus", d.gluteus_maximus)?,
        hamstrings: a.number("hamstrings", d.hamstrings)?,
        iliopsoas: a.number("iliopsoas", d.iliopsoas)?,
        quadriceps: a.number("quadriceps", d.quadriceps)?,
        calf: a.number("calf", d.calf)?,
    })
    .map_err(say)?;
    let muscles: serde_json::Map<String, Value> = GAIT2392
        .muscles
        .iter()
        .enumerate()
        .map(|(i, m)| {
            let mut value = muscle(&r.muscles[i]);
            value["relative_length"] = json!(r.relative_length[i]);
            value["recorded_force_n"] = json!(r.recorded_forces[i]);
            (m.name.to_owned(), value)
        })
        .collect();
    let sharing = r.sharing.map(|s| {
        let demands: serde_json::Map<String, Value> = s
            .demands
            .iter()
            .map(|d| (d.motion.name().to_owned(), json!(d.moment)))
            .collect();
        json!({
            "demands_nm": demands,
            "holds": s.holds,
            "missing_nm": s.missing,
            "sharing": shared(&s.shared),
        })
    });
    Ok(json!({
        "percent": r.sample.percent,
        "ground_reaction_body_weights": r.sample.ground,
        "pose": pose(&r.sample.pose),
        "shared_moments": sharing,
        "muscles": muscles,
        "clamped": r.clamped,
    }))
}

fn bridge(a: &mut Arguments) -> Result<Value, String> {
    let d = e::Bridge::default();
    let legs = match a.word("legs", "double").as_str() {
        "double" => Legs::Double,
        "single" => Legs::Single,
        other => return Err(format!("legs: `{other}` is neither double nor single")),
    };
    let r = e::bridge(&e::Bridge {
        legs,
        lift: a.number("lift", d.lift)?,
        shank_lean: a.angle("shank_deg", d.shank_lean)?,
        load: a.number("load_kg", d.load)?,
        band: a.number("band_n", d.band)?,
        gluteus_strength: a.number("strength", d.gluteus_strength)?,
    })
    .map_err(say)?;
    Ok(json!({
        "trunk_angle_deg": degrees(r.trunk_angle),
        "hip_height_m": r.hip_height,
        "foot_force_n": r.foot_force,
        "hip_moment_nm": r.hip_moment,
        "knee_moment_nm": r.knee_moment,
        "abduction_moment_nm": r.abduction_moment,
        "holds": r.holds,
        "missing_nm": r.missing,
        "gluteus_maximus_share": r.gluteus_share,
        "hamstring_share": r.hamstring_share,
        "gluteus_maximus_activation": r.gluteus_activation,
        "clamped": r.clamped,
        "sharing": shared(&r.shared),
        "pose": pose(&r.pose),
    }))
}
