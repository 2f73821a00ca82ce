//! Gets what is missing: a compiler for the browser, the tools, and for the tests the browsers.
//!
//! What can go on side by side does. Nothing is installed that is there already, and a route
//! that does not answer is left for the next one.

mod cargo;
mod compiler;
mod debian;
mod npm;
mod place;

use std::path::Path;
use std::thread;

use crate::build::{both, join};
use crate::process::{Failure, Result};
use crate::steps::Steps;
use crate::tools::{self, AXE_CORE, BINARYEN, GECKODRIVER, TRUNK, WASM_BINDGEN, browsers};
use crate::web::Compiler;

/// Debian's fonts that browsers fall back to; layouts are compared with these.
const FONTS: &str = "/usr/share/fonts/truetype/liberation";

/// What the set-up is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Building and serving the site.
    Site,
    /// Running all tests, in browsers too.
    Tests,
}

/// Gets everything that `purpose` needs.
///
/// # Errors
/// If something cannot be had; the text names the one command to run.
pub fn set_up(steps: &Steps, purpose: Purpose) -> Result<()> {
    let cache = tools::cache()?;
    let by_cargo: &[_] = match purpose {
        Purpose::Site => &[TRUNK, WASM_BINDGEN],
        Purpose::Tests => &[TRUNK, WASM_BINDGEN, GECKODRIVER],
    };
    let by_npm: &[_] = match purpose {
        Purpose::Site => &[BINARYEN],
        Purpose::Tests => &[BINARYEN, AXE_CORE],
    };
    let by_cargo: Vec<_> = by_cargo
        .iter()
        .filter(|tool| !tool.is_installed(&cache))
        .collect();
    let by_npm: Vec<_> = by_npm
        .iter()
        .filter(|tool| !tool.is_installed(&cache))
        .collect();
    let mut packages = missing_packages(purpose, !by_npm.is_empty());
    let mut needs_compiler = Compiler::find().is_none();
    if by_cargo.is_empty() && by_npm.is_empty() && packages.is_empty() && !needs_compiler {
        return Ok(());
    }
    if !debian::can_install() {
        // Only the user can install here: find out what is missing before the long steps.
        if needs_compiler {
            compiler::by_rustup(steps);
            needs_compiler = Compiler::find().is_none();
        }
        ask_for(&packages, needs_compiler)?;
    }
    thread::scope(|scope| {
        let system = scope.spawn(|| {
            if needs_compiler {
                compiler::by_rustup(steps);
                if Compiler::find().is_none() {
                    packages.extend(compiler::PACKAGES);
                }
            }
            debian::install(steps, &packages)?;
            if Compiler::find().is_none() {
                return Err(Failure::new(compiler::ADVICE));
            }
            for tool in &by_npm {
                npm::install(steps, tool, &cache)?;
            }
            Ok(())
        });
        let installs: Vec<_> = by_cargo
            .iter()
            .map(|tool| scope.spawn(|| cargo::install(steps, tool, &cache)))
            .collect();
        let system = join(system.join());
        installs.into_iter().fold(system, |result, install| {
            both(result, join(install.join())).map(|_| ())
        })
    })
}

/// Debian's packages for what is not on this machine.
fn missing_packages(purpose: Purpose, uses_npm: bool) -> Vec<&'static str> {
    let mut packages = Vec::new();
    let mut need = |there: bool, names: &[&'static str]| {
        if !there {
            packages.extend_from_slice(names);
        }
    };
    // wasm-opt runs in Node.
    need(tools::on_path("node").is_some(), &["nodejs"]);
    need(!uses_npm || tools::on_path("npm").is_some(), &["npm"]);
    if purpose == Purpose::Tests {
        need(browsers::chromium().is_some(), &["chromium"]);
        need(browsers::chromedriver().is_some(), &["chromium-driver"]);
        need(browsers::firefox().is_some(), &["firefox-esr"]);
        need(
            browsers::webkit_driver().is_some() && browsers::mini_browser().is_some(),
            &["webkit2gtk-driver"],
        );
        need(browsers::xvfb().is_some(), &["xvfb"]);
        need(
            tools::nginx().is_some(),
            &["nginx-light", "libnginx-mod-http-brotli-static"],
        );
        need(
            !debian::is_here() || Path::new(FONTS).exists(),
            &["fonts-liberation"],
        );
    }
    packages
}

/// Stops with the one command that installs what only the user can install.
fn ask_for(packages: &[&'static str], needs_compiler: bool) -> Result<()> {
    if packages.is_empty() && !needs_compiler {
        return Ok(());
    }
    let mut packages = packages.to_vec();
    if debian::is_here() {
        if needs_compiler {
            packages.extend(compiler::PACKAGES);
        }
        return Err(Failure::new(debian::advice(&packages)));
    }
    let mut text = String::new();
    if needs_compiler {
        text.push_str(compiler::ADVICE);
        text.push('\n');
    }
    if !packages.is_empty() {
        text.push_str(&format!(
            "Missing on this machine, by their Debian names: {}. Install them with the \
             system's package manager, then run this again.",
            packages.join(" ")
        ));
    }
    Err(Failure::new(text.trim_end()))
}
