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
/// Every missing column and every field that is not a number: those of the cycle, then those of the
/// forces.
pub fn walking_source(cycle: &str, forces: &str) -> Result<String, [Vec<ModelError>; 2]> {
    let mut errors = [Vec::new(), Vec::new()];
    let [cycle_errors, force_errors] = &mut errors;
    let cycle = table(cycle);
    let forces = table(forces);
    let mut out = format!(
        "{HEADER}\n//! One adult's walking cycle; source in `content/model/walking_cycle_one_adult.csv`.\n\n"
    );
    let channels: Vec<Channel> = Channel::ALL.to_vec();
    let (with_moments, always): (Vec<Channel>, Vec<Channel>) =
        channels.into_iter().partition(|c| c.is_moment());
    let mut block = |name: &str,
                     doc: &str,
                     samples: usize,
                     columns: Vec<(String, f64)>,
                     from: &Table<'_>,
                     errors: &mut Vec<ModelError>| {
        let _ = writeln!(
            out,
            "/// {doc}\npub(super) static {name}: [[i16; {samples}]; {}] = [",
            columns.len()
        );
        for (column, unit) in columns {
            let values = column_of(from, &column, samples, unit, errors);
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
        cycle_errors,
    );
    block(
        "MOMENTS",
        "Joint moments, to 79 %.",
        SAMPLES_WITH_MOMENTS,
        named(with_moments),
        &cycle,
        cycle_errors,
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
        force_errors,
    );
    if errors.iter().all(Vec::is_empty) {
        Ok(format!("{}\n", out.trim_end()))
    } else {
        Err(errors)
    }
}

struct Table<'a> {
    head: Vec<&'a str>,
    /// Each with its line, and its text.
    rows: Vec<(usize, &'a str)>,
}

fn table(text: &str) -> Table<'_> {
    let mut rows = text
        .lines()
        .enumerate()
        .filter(|(_, l)| !l.starts_with('#') && !l.trim().is_empty())
        .map(|(i, l)| (i + 1, l));
    let head = rows.next().map(|r| r.1.split(',').map(str::trim).collect());
    let head = head.unwrap_or_default();
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
        let field = row.split(',').nth(i).unwrap_or_default();
        // In characters, as everywhere; where a field is missing, where the line ends.
        let before: usize = row.split(',').take(i).map(|f| f.chars().count() + 1).sum();
        let column = before.min(row.chars().count()) + 1;
        let field = field.trim();
        let scaled = field.parse::<f64>().map(|v| (v / unit).round());
        match scaled {
            Ok(v) if v.abs() <= f64::from(i16::MAX) => out.push(v as i16),
            _ => errors.push(ModelError {
                line: Some(*line),
                column: Some(column),
                message: format!("`{field}` in column `{name}` is no number, or is out of range"),
            }),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const CYCLE: &str = include_str!("../../../../content/model/walking_cycle_one_adult.csv");
    const FORCES: &str =
        include_str!("../../../../content/model/walking_muscle_forces_one_adult.csv");

    #[test]
    fn a_mistake_is_placed_in_its_table_by_line_and_character() {
        let mut lines: Vec<String> = FORCES.lines().map(str::to_owned).collect();
        let line = lines.iter().position(|l| l.starts_with("0,")).unwrap_or(1);
        let muscle = format!("{}_r_N", MuscleId::ALL[0].name());
        let head = lines[line - 1].clone();
        let column = head.split(',').position(|name| name == muscle).unwrap();
        let mut fields: Vec<&str> = lines[line].split(',').collect();
        fields[column] = "x";
        let start = fields[..column].join(",").chars().count() + 2;
        let broken = fields.join(",");
        lines[line] = broken;
        let [cycle, forces] = walking_source(CYCLE, &lines.join("\n")).unwrap_err();
        assert_eq!(cycle, []);
        assert_eq!(forces.len(), 1, "{forces:?}");
        assert_eq!(
            (forces[0].line, forces[0].column),
            (Some(line + 1), Some(start))
        );
        assert!(forces[0].message.contains(&muscle), "{forces:?}");
    }
}
