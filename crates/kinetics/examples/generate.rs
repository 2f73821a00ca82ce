//! Writes the constants of the built-in model from `content/model`:
//!
//! ```text
//! cargo run -p kinetics --features parse --example generate
//! ```

use kinetics::parse::{ModelFile, model_source, muscle_id_source};
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
    let path = here.join("../../content/model/gait2392.toml");
    let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let file = ModelFile::read(&text).map_err(|errors| {
        errors
            .iter()
            .map(|e| format!("gait2392.toml: {e}\n"))
            .collect::<String>()
    })?;
    let write = |name: &str, source: String| {
        let path = here.join("src/model").join(name);
        std::fs::write(&path, source).map_err(|e| format!("{}: {e}", path.display()))
    };
    write("gait2392.rs", model_source(&file))?;
    write("muscle_id.rs", muscle_id_source(&file))
}
