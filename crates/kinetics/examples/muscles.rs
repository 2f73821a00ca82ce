//! Lengths and moment arms of all muscles for poses on standard input, as CSV.
//!
//! ```text
//! cargo run --release -p kinetics --features parse --example muscles -- [model.toml] < poses.csv
//! ```
//!
//! The header names `pose` and coordinates with their side and unit, as in
//! `tests/data/expected_poses.csv`: `pose,hip_flexion_r_deg,knee_angle_r_deg`. Angles are in
//! degrees (`_deg`) or radians (`_rad`), pelvis positions in meters (`_m`). A coordinate that is not
//! named is 0. Lines that start with `#` are skipped.
//!
//! The output has one row per pose and muscle of the right side,
//! `pose,muscle,length_m,r_<coordinate>_m …`, with a column for every coordinate that moves a
//! muscle. The optional argument is another model file in the format of
//! `content/model/gait2392.toml`.

use kinetics::kinematics::Kinematics;
use kinetics::muscle::muscle_state;
use kinetics::{Coordinate, GAIT2392, Model, Motion, Pose, Side};
use std::io::{BufWriter, Read, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let mut input = String::new();
    std::io::stdin()
        .read_to_string(&mut input)
        .map_err(|e| format!("standard input: {e}"))?;
    let poses = read_poses(&input)?;
    let mut output = BufWriter::new(std::io::stdout().lock());
    let written = match std::env::args().nth(1) {
        None => write_muscles(&mut output, &GAIT2392, &poses),
        Some(path) => with_file(&path, |model| write_muscles(&mut output, model, &poses))?,
    };
    // A reader that has seen enough, such as `head`, is no error.
    match written.and_then(|()| output.flush()) {
        Err(e) if e.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(format!("standard output: {e}"))
        }
        _ => Ok(()),
    }
}

#[cfg(feature = "parse")]
fn with_file<R>(path: &str, f: impl FnOnce(&Model<'_>) -> R) -> Result<R, String> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{path}: {e}"))?;
    let file = kinetics::parse::ModelFile::read(&text).map_err(|errors| {
        let lines: Vec<String> = errors.iter().map(|e| format!("{path}: {e}")).collect();
        lines.join("\n")
    })?;
    Ok(file.with_model(f))
}

#[cfg(not(feature = "parse"))]
fn with_file<R>(path: &str, _: impl FnOnce(&Model<'_>) -> R) -> Result<R, String> {
    Err(format!(
        "{path}: reading a model file needs --features parse"
    ))
}

fn read_poses(input: &str) -> Result<Vec<(String, Pose)>, String> {
    let mut lines = input
        .lines()
        .enumerate()
        .filter(|(_, l)| !l.trim().is_empty() && !l.starts_with('#'))
        .map(|(i, l)| (i + 1, l.split(',').map(str::trim).collect::<Vec<_>>()));
    let (line, head) = lines
        .next()
        .ok_or("line 1: a header is missing: pose,<coordinate>_deg,…")?;
    if head[0] != "pose" {
        return Err(format!(
            "line {line}, column 1: the first column must be `pose`"
        ));
    }
    let mut columns = Vec::new();
    for (i, name) in head.iter().enumerate().skip(1) {
        columns.push(column(name).map_err(|e| format!("line {line}, column {}: {e}", i + 1))?);
    }
    let mut poses = Vec::new();
    for (line, fields) in lines {
        if fields.len() != head.len() {
            let (got, want) = (fields.len(), head.len());
            return Err(format!(
                "line {line}, column {}: {got} fields, the header has {want}",
                got.min(want) + 1
            ));
        }
        let mut pose = Pose::NEUTRAL;
        for (i, (&(coordinate, scale), field)) in columns.iter().zip(&fields[1..]).enumerate() {
            let value: f64 = field
                .parse()
                .ok()
                .filter(|v: &f64| v.is_finite())
                .ok_or_else(|| {
                    format!(
                        "line {line}, column {}: `{field}` is no finite number",
                        i + 2
                    )
                })?;
            pose.set(coordinate, value * scale);
        }
        poses.push((fields[0].to_owned(), pose));
    }
    Ok(poses)
}

/// The coordinate of a column and what to multiply its numbers with.
fn column(name: &str) -> Result<(Coordinate, f64), String> {
    let (bare, scale) = if let Some(bare) = name.strip_suffix("_deg") {
        (bare, 1_f64.to_radians())
    } else if let Some(bare) = name.strip_suffix("_rad").or(name.strip_suffix("_m")) {
        (bare, 1.0)
    } else {
        return Err(format!("`{name}` must end in _deg, _rad or _m"));
    };
    Coordinate::ALL
        .into_iter()
        .find(|&c| column_name(c) == bare && c.is_length() == name.ends_with("_m"))
        .map(|c| (c, scale))
        .ok_or_else(|| {
            let known: Vec<String> = Coordinate::ALL.into_iter().map(column_name).collect();
            format!("no coordinate `{name}`; there are {}", known.join(", "))
        })
}

/// The name with its side: `hip_flexion_r`.
fn column_name(c: Coordinate) -> String {
    match c.side() {
        None => c.name().to_owned(),
        Some(Side::Right) => format!("{}_r", c.name()),
        Some(Side::Left) => format!("{}_l", c.name()),
    }
}

fn write_muscles(
    out: &mut impl Write,
    model: &Model<'_>,
    poses: &[(String, Pose)],
) -> std::io::Result<()> {
    write!(out, "pose,muscle,length_m")?;
    for motion in Motion::ALL {
        write!(out, ",r_{}_m", column_name(motion.on(Side::Right)))?;
    }
    writeln!(out)?;
    for (name, pose) in poses {
        let k = Kinematics::new(model, pose).map_err(std::io::Error::other)?;
        for muscle in model.muscles {
            let state = muscle_state(muscle, &k, Side::Right);
            write!(out, "{name},{}_r,{:.9}", muscle.name, state.length)?;
            for arm in state.arms.values {
                // Adding zero turns -0 into 0.
                write!(out, ",{:.9}", arm + 0.0)?;
            }
            writeln!(out)?;
        }
    }
    Ok(())
}
