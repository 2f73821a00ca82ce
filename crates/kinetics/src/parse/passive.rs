//! The file of passive moments, and the constants made from it.

use super::ModelError;
use super::generate::HEADER;
use crate::math::functions::exp;
use crate::passive::{End, PassiveJoint, PassiveMoment};
use serde::Deserialize;
use std::fmt::Write as _;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: u32,
    moment: Vec<Moment>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Moment {
    name: String,
    coordinate: String,
    unit: String,
    coupled: Option<String>,
    low: EndEntry,
    high: EndEntry,
    constant: f64,
    source: String,
    license: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EndEntry {
    coefficient: Option<f64>,
    exponent: Option<f64>,
    rate: f64,
    onset: f64,
    #[serde(default)]
    coupling: f64,
}

/// Reads `content/model/passive.toml`: one moment for each of [`PassiveJoint::ALL`], in order.
///
/// # Errors
///
/// Every problem found.
pub fn read_passive(text: &str) -> Result<Vec<PassiveMoment>, Vec<ModelError>> {
    let file: File = toml::from_str(text).map_err(|e| {
        let offset = e.span().map_or(0, |s| s.start);
        vec![ModelError::at(text, offset, e.message())]
    })?;
    let mut errors = Vec::new();
    if file.format != 1 {
        errors.push(ModelError::general("this program reads format = 1"));
    }
    let mut out = Vec::new();
    for joint in PassiveJoint::ALL {
        let name = joint.name();
        match file.moment.iter().find(|m| m.name == name) {
            None => errors.push(ModelError::general(format!(
                "the moment `{name}` is missing"
            ))),
            Some(m) => match moment(joint, m) {
                Ok(moment) => out.push(moment),
                Err(problem) => errors.push(ModelError::general(format!("`{name}`: {problem}"))),
            },
        }
    }
    for m in &file.moment {
        if !PassiveJoint::ALL.iter().any(|j| j.name() == m.name) {
            errors.push(ModelError::general(format!(
                "no moment is called `{}`",
                m.name
            )));
        }
    }
    if errors.is_empty() {
        Ok(out)
    } else {
        Err(errors)
    }
}

fn moment(joint: PassiveJoint, m: &Moment) -> Result<PassiveMoment, &'static str> {
    if m.source.trim().is_empty() || m.license.trim().is_empty() {
        return Err("write down the source and the license");
    }
    let expected = match joint {
        PassiveJoint::AnkleRiener | PassiveJoint::AnkleAnderson => "ankle_angle",
        PassiveJoint::Knee => "knee_angle",
        PassiveJoint::Subtalar => "subtalar_angle",
        other => other.name(),
    };
    if m.coordinate != expected {
        return Err("is about another coordinate");
    }
    let coupled = match m.coupled.as_deref() {
        None => false,
        Some("knee_flexion") => true,
        Some(_) => return Err("can be coupled to knee_flexion only"),
    };
    let per_radian = match m.unit.as_str() {
        "rad" => 1.0,
        "deg" => 1.0_f64.to_degrees(),
        _ => return Err("unit must be \"deg\" or \"rad\""),
    };
    let end = |e: &EndEntry| {
        let coefficient = match (e.coefficient, e.exponent) {
            (Some(c), None) => c,
            (None, Some(x)) => exp(x),
            _ => return Err("each end needs either coefficient or exponent"),
        };
        if !coupled && e.coupling != 0.0 {
            return Err("a coupling needs `coupled`");
        }
        Ok(End {
            coefficient,
            rate: e.rate * per_radian,
            onset: e.onset / per_radian,
            coupling: e.coupling * per_radian,
        })
    };
    let (low, high) = (end(&m.low)?, end(&m.high)?);
    if low.rate >= 0.0 || high.rate <= 0.0 {
        return Err("the low end must fall with the angle and the high end rise");
    }
    Ok(PassiveMoment {
        low,
        high,
        constant: m.constant,
    })
}

/// The source of `kinetics::passive::data`.
pub fn passive_source(moments: &[PassiveMoment]) -> String {
    let mut out = format!(
        "{HEADER}\n//! The figures of the passive moments; sources in `content/model/passive.toml`.\n\nuse super::{{End, PassiveMoment}};\n\n/// Passive moments by `PassiveJoint`.\npub static PASSIVE: [PassiveMoment; {}] = [\n",
        moments.len()
    );
    let end = |e: &End| {
        format!(
            "End {{ coefficient: {:?}, rate: {:?}, onset: {:?}, coupling: {:?} }}",
            e.coefficient, e.rate, e.onset, e.coupling
        )
    };
    for m in moments {
        let _ = writeln!(
            out,
            "    PassiveMoment {{\n        low: {},\n        high: {},\n        constant: {:?},\n    }},",
            end(&m.low),
            end(&m.high),
            m.constant
        );
    }
    out.push_str("];\n");
    out
}
