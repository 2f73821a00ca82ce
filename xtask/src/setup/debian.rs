//! Debian's package manager.

use std::process::Command;

use crate::process::{self, Result, STALL};
use crate::steps::Steps;
use crate::tools;

/// Whether this system installs with APT.
pub(super) fn is_here() -> bool {
    tools::on_path("apt-get").is_some()
}

/// Whether packages can be installed without asking the user.
pub(super) fn can_install() -> bool {
    is_here() && process::first_line(Command::new("id").arg("-u")).is_some_and(|id| id == "0")
}

/// The command that the user is asked to run.
pub(super) fn advice(packages: &[&str]) -> String {
    format!(
        "Packages are missing and only the administrator can install them. Run\n\n    \
         sudo apt-get install --yes {}\n\nand then this again.",
        packages.join(" ")
    )
}

/// Installs packages, if any.
///
/// # Errors
/// If APT fails.
pub(super) fn install(steps: &Steps, packages: &[&str]) -> Result<()> {
    if packages.is_empty() {
        return Ok(());
    }
    steps.take(
        &format!("Debian packages: {}", packages.join(" ")),
        |step| {
            // Old lists name files that are gone, so they are always fetched first.
            step.run(apt().arg("update"))?;
            step.run(
                apt()
                    .args(["install", "--yes", "--no-install-recommends"])
                    .args(packages),
            )
        },
    )
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    let stall = STALL.as_secs();
    command
        .env("DEBIAN_FRONTEND", "noninteractive")
        .args(["--option", &format!("Acquire::http::Timeout={stall}")])
        .args(["--option", &format!("Acquire::https::Timeout={stall}")])
        .args(["--option", "Acquire::Retries=1"])
        .args(["--option", "DPkg::Lock::Timeout=300"]);
    command
}
