//! Tools from the Rust registry.

use std::path::Path;

use crate::process::{self, Result};
use crate::steps::{Step, Steps};
use crate::tools::{TRUNK, Tool, WASM_BINDGEN};

use super::place::place;

/// Builds and installs a tool.
///
/// # Errors
/// If it cannot be fetched or built, with its own lock file and without.
pub(super) fn install(steps: &Steps, tool: &Tool, cache: &Path) -> Result<()> {
    steps.take(&format!("{} {}", tool.name, tool.version), |step| {
        place(tool, cache, step, |folder| {
            // A registry can lag behind a tool's lock file; then newer dependencies must do.
            build(step, tool, folder, true).or_else(|_| build(step, tool, folder, false))
        })
    })
}

fn build(step: &Step, tool: &Tool, folder: &Path, locked: bool) -> Result<()> {
    let mut command = process::cargo();
    // The tools run for seconds and wait for others, so they are built fast and not to run fast.
    command
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
        .env("CARGO_PROFILE_RELEASE_PANIC", "abort")
        .env_remove("CARGO_TARGET_DIR")
        .env_remove("RUSTFLAGS")
        .arg("install")
        .args(["--version", tool.version, "--root"])
        .arg(folder);
    if locked {
        command.arg("--locked");
    }
    // Nothing is downloaded with these, so they need no encryption and no check for updates.
    if *tool == TRUNK {
        command.arg("--no-default-features");
    } else if *tool == WASM_BINDGEN {
        command.args(["--no-default-features", "--bin", "wasm-bindgen"]);
        // It has the whole app to read and write, in these.
        for part in [
            "walrus",
            "wasmparser",
            "wasm-encoder",
            "wasm-bindgen-cli-support",
        ] {
            command.args([
                "--config",
                &format!("profile.release.package.{part}.opt-level=1"),
            ]);
        }
    }
    step.run(command.arg(package(tool)))
}

fn package(tool: &Tool) -> &'static str {
    if *tool == WASM_BINDGEN {
        "wasm-bindgen-cli"
    } else {
        tool.name
    }
}
