//! Writes the constants of the built-in model from `content/model`:
//!
//! ```text
//! cargo run -p kinetics --features parse --example generate
//! ```

use kinetics::parse::{
    ModelError, ModelFile, model_source, muscle_id_source, passive_source, read_passive,
    walking_source,
};
use std::path::Path;
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
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |name: &str| {
        let path = here.join("../../content/model").join(name);
        std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))
    };
    let write = |name: &str, source: String| {
        let path = here.join("src").join(name);
        std::fs::write(&path, source).map_err(|e| format!("{}: {e}", path.display()))
    };
    let file = ModelFile::read(&read("gait2392.toml")?).map_err(|e| list("gait2392.toml", &e))?;
    write("model/gait2392.rs", model_source(&file))?;
    write("model/muscle_id.rs", muscle_id_source(&file))?;
    let passive = read_passive(&read("passive.toml")?).map_err(|e| list("passive.toml", &e))?;
    write("passive/data.rs", passive_source(&passive))?;
    let walking = walking_source(
        &read("walking_cycle_one_adult.csv")?,
        &read("walking_muscle_forces_one_adult.csv")?,
    )
    .map_err(|e| list("walking", &e.concat()))?;
    write("walking/data.rs", walking)
}

fn list(name: &str, errors: &[ModelError]) -> String {
    errors.iter().map(|e| format!("{name}: {e}\n")).collect()
}
