//! The standard library for the browser, by rustup. Debian's packages are the other route.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use crate::process::{self, Result, STALL, Watch};
use crate::steps::Steps;
use crate::tools;
use crate::web::{Compiler, TARGET};

/// Debian's packages with a compiler for the browser.
pub(super) const PACKAGES: [&str; 5] = [
    "rustc-web",
    "cargo-web",
    "rust-web-src",
    "rust-web-llvm",
    "lld-22",
];

/// What to do by hand when every route failed.
pub(super) const ADVICE: &str = "There is no Rust standard library for the browser here. Run\n\n    \
    rustup component add rust-src && rustup target add wasm32-unknown-unknown\n\nand then this again.";

/// Tries to add the library to the user's own Rust: its source, which builds the smallest
/// site, else the finished library. What came of it is for [`Compiler::find`] to tell.
pub(super) fn by_rustup(steps: &Steps) {
    if tools::on_path("rustup").is_none() {
        return;
    }
    for arguments in [["component", "add", "rust-src"], ["target", "add", TARGET]] {
        if Compiler::find().is_some() {
            return;
        }
        let name = format!("rustup {}", arguments.join(" "));
        let attempt: Result<()> = steps.attempt(&name, |step| {
            let mut command = Command::new("rustup");
            process::native(&mut command);
            let watch = Watch {
                stall: Some(STALL),
                grows: vec![home().join("downloads"), home().join("tmp")],
                ..Watch::default()
            };
            step.run_watched(
                command.current_dir(tools::repository()).args(arguments),
                watch,
            )
        });
        if let Err(failure) = attempt {
            steps.say(&format!("         {failure}"));
            // When one part cannot be fetched, neither can the other.
            return;
        }
    }
}

fn home() -> PathBuf {
    env::var_os("RUSTUP_HOME").map_or_else(
        || PathBuf::from(env::var_os("HOME").unwrap_or_default()).join(".rustup"),
        PathBuf::from,
    )
}
