//! Parts of results as JSON.

use kinetics::muscle::MuscleState;
use kinetics::sharing::Shared;
use kinetics::{Coordinate, GAIT2392, Motion, Pose, Side};
use serde_json::{Map, Value, json};

/// An angle in degrees.
pub(crate) fn degrees(radians: f64) -> Value {
    json!(radians.to_degrees())
}

/// The coordinates of a pose that are not zero; angles in degrees, positions in meters.
pub(crate) fn pose(pose: &Pose) -> Value {
    let mut out = Map::new();
    for c in Coordinate::ALL {
        let side = match c.side() {
            None => "",
            Some(Side::Right) => "_r",
            Some(Side::Left) => "_l",
        };
        let value = pose.get(c);
        if value != 0.0 {
            let (unit, value) = if c.is_length() {
                ("m", value)
            } else {
                ("deg", value.to_degrees())
            };
            out.insert(format!("{}{side}_{unit}", c.name()), json!(value));
        }
    }
    Value::Object(out)
}

/// Activations and forces of the muscles that pull, and what is missing.
pub(crate) fn shared(s: &Shared) -> Value {
    let mut muscles = Map::new();
    for i in (0..s.count).filter(|&i| s.force[i] > 0.0) {
        let value = json!({ "activation": s.activation[i], "force_n": s.force[i] });
        muscles.insert(GAIT2392.muscles[i].name.to_owned(), value);
    }
    let mut missing = Map::new();
    for motion in Motion::ALL {
        if s.missing[motion.index()].abs() > 1e-6 {
            missing.insert(motion.name().to_owned(), json!(s.missing[motion.index()]));
        }
    }
    let limit: Vec<&str> = s.at_limit().map(|i| GAIT2392.muscles[i].name).collect();
    json!({ "met": s.met, "missing_nm": missing, "at_limit": limit, "muscles": muscles })
}

/// Length and the moment arms that are not zero.
pub(crate) fn muscle(state: &MuscleState) -> Value {
    let mut arms = Map::new();
    for motion in Motion::ALL {
        let arm = state.arms.motion(motion);
        if arm != 0.0 {
            arms.insert(motion.name().to_owned(), json!(arm));
        }
    }
    json!({ "length_m": state.length, "moment_arms_m": arms })
}
