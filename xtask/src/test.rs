//! `cargo xtask test`: everything that has to hold.
//!
//! The tests of the built site get two variables: `PRIME_MOVER_DIST`, the folder with the site,
//! and `PRIME_MOVER_TOOLS`, the folder that holds geckodriver and axe-core.

use std::path::PathBuf;
use std::thread;

use crate::build::{self, Options, Press, both, join};
use crate::process::Result;
use crate::setup::{self, Purpose};
use crate::steps::{Step, Steps};
use crate::suites::{self, Suite, cargo};
use crate::tools;

/// The folder of the package that tests the built site.
const SITE_TESTS: &str = "tests";

/// Sets up, checks, builds and tests. The steps' durations are printed in any case.
///
/// # Errors
/// The first failure.
pub fn test(steps: &Steps) -> Result<()> {
    let result = everything(steps);
    println!("\n{}\n", steps.summary());
    result
}

fn everything(steps: &Steps) -> Result<()> {
    setup::set_up(steps, Purpose::Tests)?;
    steps.take("rustfmt", |step| {
        step.run(cargo().args(["fmt", "--all", "--check"]))
    })?;
    let options = Options::default();
    // Both keep two cores busy, but each has stretches in which one of them idles.
    let (native, bundle) = thread::scope(|scope| {
        let native = scope.spawn(|| native(steps));
        let bundle = build::bundle(steps, options.flavor);
        (join(native.join()), bundle)
    });
    let ((suites, press), bundle) = both(native, bundle)?;
    build::site(steps, &press, &bundle, &options)?;
    let cache = tools::cache()?;
    steps.take("tests of the built site and in browsers", |step| {
        let of_site = suites.iter().filter(|suite| suite.is_of(SITE_TESTS));
        suites::run(step, of_site, |command| {
            command
                .env("PRIME_MOVER_DIST", options.dist())
                .env("PRIME_MOVER_TOOLS", &cache);
        })
    })
}

/// Lints and compiles everything native and runs the tests that need no built site. Gives all
/// test programs, and the press.
fn native(steps: &Steps) -> Result<(Vec<Suite>, PathBuf)> {
    let shared = build::shared_native()?;
    steps.take("clippy", |step| shared.around(step, || clippy(step)))?;
    let press = Press::look()?;
    let suites = steps.take("press and tests (native)", |step| {
        shared.around(step, || press.build(|| suites::compile(step)))
    })?;
    steps.take("unit and property tests", |step| {
        let own = suites.iter().filter(|suite| !suite.is_of(SITE_TESTS));
        suites::run(step, own, |_| {})?;
        step.run(cargo().args(["test", "--workspace", "--doc"]))
    })?;
    Ok((suites, Press::program()))
}

fn clippy(step: &Step) -> Result<()> {
    step.run(
        cargo()
            .args(["clippy", "--workspace", "--all-targets"])
            .args(["--", "--deny", "warnings"]),
    )?;
    // The code for the browser, which the workspace's own features leave out.
    step.run(
        cargo()
            .args(["clippy", "--package", "prime-mover"])
            .args([
                "--features",
                "hydrate,lab,desk,search",
                "--lib",
                "--bins",
                "--no-deps",
            ])
            .args(["--", "--deny", "warnings"]),
    )
}
