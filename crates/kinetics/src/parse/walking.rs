//! The walking cycle of one adult, and the constants made from it.

use super::ModelError;
use super::generate::HEADER;
use crate::model::MuscleId;
use crate::walking::{Channel, SAMPLES, SAMPLES_WITH_MOMENTS};
use std::fmt::Write as _;

/// The source of `kinetics::walking::data` from the two files of `content/model`.
///
/// Values are stored as whole numbers of a small unit, two bytes each, because the browser downloads
/// them: hundredths of a degree, tenths of a millimeter, ten-thousandths of a body weight or of a
/// N m/kg, tenths of a newton.
///
/// # Errors
///
/// Every missing column and every field that is not a number.
pub fn walking_source(cycle: &str, forces: &str) -> Result<String, Vec<ModelError>> {
    let mut errors = Vec::new();
    let cycle = table(cycle);
    let forces = table(forces);
    let mut out = format!(
        "{HEADER}\n//! One adult's walking cycle; source in `content/model/walking_cycle_one_adult.csv`.\n\n"
    );
    let channels: Vec<Channel> = Channel::ALL.to_vec();
    let (with_moments, always): (Vec<Channel>, Vec<Channel>) =
        channels.into_iter().partition(|c| c.is_moment());
    let mut block =
        |name: &str, doc: &str, samples: usize, columns: Vec<(String, f64)>, from: &Table<'_>| {
            let _ = writeln!(
                out,
                "/// {doc}\npub(super) static {name}: [[i16; {samples}]; {}] = [",
                columns.len()
            );
            for (column, unit) in columns {
                let values = column_of(from, &column, samples, unit, &mut errors);
                let _ = writeln!(out, "    // {column}\n    {values:?},");
            }
            out.push_str("];\n\n");
        };
    let named = |list: Vec<Channel>| {
        list.into_iter()
            .map(|c| (c.column().to_owned(), c.unit()))
            .collect()
    };
    block(
        "CHANNELS",
        "Angles, positions and ground reaction.",
        SAMPLES,
        named(always),
        &cycle,
    );
    block(
        "MOMENTS",
        "Joint moments, to 79 %.",
        SAMPLES_WITH_MOMENTS,
        named(with_moments),
        &cycle,
    );
    let muscles = MuscleId::ALL
        .iter()
        .map(|m| (format!("{}_r_N", m.name()), 0.1))
        .collect();
    block(
        "FORCES",
        "Muscle forces, in tenths of a newton.",
        SAMPLES,
        muscles,
        &forces,
    );
    if errors.is_empty() {
        Ok(format!("{}\n", out.trim_end()))
    } else {
        Err(errors)
    }
}

struct Table<'a> {
    head: Vec<&'a str>,
    rows: Vec<(usize, Vec<&'a str>)>,
}

fn table(text: &str) -> Table<'_> {
    let mut rows = text
        .lines()
        .enumerate()
        .filter(|(_, l)| !l.starts_with('#') && !l.trim().is_empty())
        .map(|(i, l)| (i + 1, l.split(',').map(str::trim).collect::<Vec<_>>()));
    let head = rows.next().map(|r| r.1).unwrap_or_default();
    Table {
        head,
        rows: rows.collect(),
    }
}

fn column_of(
    t: &Table<'_>,
    name: &str,
    samples: usize,
    unit: f64,
    errors: &mut Vec<ModelError>,
) -> Vec<i16> {
    let Some(i) = t.head.iter().position(|h| *h == name) else {
        errors.push(ModelError::general(format!(
            "the column `{name}` is missing"
        )));
        return Vec::new();
    };
    if t.rows.len() != SAMPLES {
        errors.push(ModelError::general(format!(
            "{SAMPLES} rows are needed, {} are there",
            t.rows.len()
        )));
    }
    let mut out = Vec::new();
    for (line, row) in t.rows.iter().take(samples) {
        let field = row.get(i).copied().unwrap_or_default();
        let scaled = field.parse::<f64>().map(|v| (v / unit).round());
        match scaled {
            Ok(v) if v.abs() <= f64::from(i16::MAX) => out.push(v as i16),
            _ => errors.push(ModelError {
                line: Some(*line),
                column: Some(i + 1),
                message: format!("`{field}` in column `{name}` is no number, or is out of range"),
            }),
        }
    }
    out
}
