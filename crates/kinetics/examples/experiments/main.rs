//! Any named experiment as JSON.
//!
//! ```text
//! cargo run -p kinetics --example experiments -- <name> [key=value …]
//! cargo run -p kinetics --example experiments              lists names and keys
//! ```
//!
//! Angles in and out are in degrees (keys that end in `_deg`), everything else in SI units; the
//! library itself works in radians. An unknown name or key is an error that lists what there is.

mod arguments;
mod json;
mod runs;

use arguments::Arguments;
use runs::EXPERIMENTS;
use std::io::Write;
use std::process::ExitCode;

/// Writes a line. Who reads may stop early, as `head` does; that is no error.
fn say(line: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some(name) = arguments.next() else {
        for (name, keys, _) in EXPERIMENTS {
            say(&format!("{name} {keys}"));
        }
        return ExitCode::SUCCESS;
    };
    let Some((_, keys, run)) = EXPERIMENTS
        .iter()
        .find(|e| e.0.replace('-', "_") == name.replace('-', "_"))
    else {
        let names: Vec<&str> = EXPERIMENTS.iter().map(|e| e.0).collect();
        eprintln!("no experiment `{name}`; there are {}", names.join(", "));
        return ExitCode::FAILURE;
    };
    let result = Arguments::read(arguments).and_then(|mut a| {
        let value = run(&mut a)?;
        a.finish(keys)?;
        Ok(value)
    });
    match result {
        Ok(value) => {
            say(&format!("{value:#}"));
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
