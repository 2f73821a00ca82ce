//! Tools from the npm registry.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::process::{AtPath, Result, STALL, Watch};
use crate::steps::Steps;
use crate::tools::Tool;

use super::place::place;

/// Installs a tool. None of its scripts is run.
///
/// # Errors
/// If it cannot be fetched.
pub(super) fn install(steps: &Steps, tool: &Tool, cache: &Path) -> Result<()> {
    steps.take(&format!("{} {}", tool.name, tool.version), |step| {
        place(tool, cache, step, |folder| {
            let downloads = folder.join("downloads");
            let mut command = Command::new("npm");
            command
                .arg("install")
                .args(["--no-audit", "--no-fund", "--ignore-scripts"])
                .args(["--fetch-retries", "1"])
                .args(["--fetch-timeout", &STALL.as_millis().to_string()])
                .arg("--cache")
                .arg(&downloads)
                .arg("--prefix")
                .arg(folder)
                .arg(format!("{}@{}", tool.name, tool.version));
            let watch = Watch {
                stall: Some(STALL),
                grows: vec![folder.to_path_buf()],
                ..Watch::default()
            };
            step.run_watched(&mut command, watch)?;
            fs::remove_dir_all(&downloads).at("remove", &downloads)
        })
    })
}
