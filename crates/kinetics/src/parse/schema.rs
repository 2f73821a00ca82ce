//! The shape of a model file.

use super::ModelError;
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// A model file as written. Read it with [`ModelFile::read`], which checks it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModelFile {
    /// Version of the format; always 1.
    pub format: u32,
    /// Short name.
    pub name: String,
    /// Name to show.
    pub title: String,
    /// License of the figures.
    pub license: String,
    /// Where the figures come from.
    pub source: String,
    /// Publications to credit.
    pub credit: Vec<String>,
    pub(super) bodies: Bodies,
    pub(super) joints: Joints,
    pub(super) coordinates: Coordinates,
    pub(super) muscles: Muscles,
}

/// Reads the text; the error carries the place toml found it at.
pub(super) fn parse(text: &str) -> Result<ModelFile, ModelError> {
    toml::from_str(text).map_err(|e| match e.span() {
        Some(span) => ModelError::at(text, span.start, e.message()),
        None => ModelError::general(e.message()),
    })
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Bodies {
    pub(super) source: String,
    pub(super) license: String,
    #[serde(flatten)]
    pub(super) by_name: BTreeMap<String, BodyEntry>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BodyEntry {
    pub(super) mass_kg: f64,
    pub(super) center_of_mass_m: [f64; 3],
    pub(super) inertia_kg_m2: [f64; 3],
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Joints {
    pub(super) source: String,
    pub(super) license: String,
    #[serde(flatten)]
    pub(super) by_name: BTreeMap<String, JointEntry>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct JointEntry {
    pub(super) parent: String,
    pub(super) child: String,
    pub(super) location_m: [f64; 3],
    pub(super) axes: Vec<AxisEntry>,
    pub(super) translation_x: Option<Table>,
    pub(super) translation_y: Option<Table>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AxisEntry {
    pub(super) coordinate: String,
    pub(super) direction: [f64; 3],
}

/// The knots of a spline.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Table {
    pub(super) at_rad: Vec<f64>,
    pub(super) value_m: Vec<f64>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Coordinates {
    pub(super) source: String,
    pub(super) license: String,
    #[serde(flatten)]
    pub(super) by_name: BTreeMap<String, CoordinateEntry>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CoordinateEntry {
    pub(super) slider_deg: Option<[f64; 2]>,
    pub(super) slider_m: Option<[f64; 2]>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Muscles {
    pub(super) source: String,
    pub(super) license: String,
    pub(super) muscle: Vec<MuscleEntry>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MuscleEntry {
    pub(super) name: Spanned<String>,
    pub(super) max_isometric_force_n: f64,
    pub(super) fiber_m: f64,
    pub(super) tendon_m: f64,
    pub(super) pennation_rad: f64,
    pub(super) points: Vec<Spanned<PointEntry>>,
    pub(super) moving_x: Option<Table>,
    pub(super) moving_y: Option<Table>,
    pub(super) moving_z: Option<Table>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PointEntry {
    pub(super) body: String,
    pub(super) at_m: Option<[f64; 3]>,
    pub(super) moving: Option<String>,
    pub(super) when: Option<WhenEntry>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WhenEntry {
    pub(super) coordinate: String,
    pub(super) range_rad: [f64; 2],
}
