//! `cargo xtask test`: everything that has to hold.

use std::process::Command;
use std::thread;

use crate::build::{self, Options, both, join};
use crate::process::{self, Result};
use crate::setup::{self, Purpose};
use crate::steps::{Step, Steps};
use crate::tools;

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
    let (press, bundle) = both(native, bundle)?;
    build::site(steps, &press, &bundle, &options)?;
    steps.take("tests of the built site and in browsers", |step| {
        step.run(
            cargo()
                .args(["test", "--package", "site-tests"])
                .env("PRIME_MOVER_DIST", options.dist())
                .env("PRIME_MOVER_TOOLS", tools::cache()?),
        )?;
        say_tests(step);
        Ok(())
    })
}

/// Lints and tests everything that runs without a built site; ends with the press.
fn native(steps: &Steps) -> Result<std::path::PathBuf> {
    steps.take("clippy", |step| {
        step.run(
            cargo()
                .args(["clippy", "--workspace", "--all-targets"])
                .args(["--", "--deny", "warnings"]),
        )?;
        // The code for the browser, which the workspace's own features leave out.
        step.run(
            cargo()
                .args(["clippy", "--package", "prime-mover"])
                .args(["--features", "hydrate,lab", "--lib", "--bins", "--no-deps"])
                .args(["--", "--deny", "warnings"]),
        )
    })?;
    steps.take("unit and property tests", |step| {
        step.run(cargo().args(["test", "--workspace", "--exclude", "site-tests"]))?;
        say_tests(step);
        Ok(())
    })?;
    build::press(steps)
}

fn cargo() -> Command {
    let root = tools::repository();
    let mut command = process::cargo();
    command
        .current_dir(root)
        .env("CARGO_TARGET_DIR", root.join("target"));
    command
}

/// Prints the closing line of a test run.
fn say_tests(step: &Step) {
    let counts = Counts::of(&step.output());
    step.note(&format!(
        "{} passed, {} failed, {} ignored",
        counts.passed, counts.failed, counts.ignored
    ));
}

/// Sums over the closing lines of test programs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counts {
    passed: u64,
    failed: u64,
    ignored: u64,
}

impl Counts {
    fn of(output: &str) -> Self {
        let mut counts = Self::default();
        let lines = output.lines();
        for line in lines.filter_map(|line| line.strip_prefix("test result: ")) {
            for part in line.split(['.', ';']) {
                if let Some((number, word)) = part.trim().split_once(' ') {
                    let number = number.parse().unwrap_or(0);
                    match word {
                        "passed" => counts.passed += number,
                        "failed" => counts.failed += number,
                        "ignored" => counts.ignored += number,
                        _ => {}
                    }
                }
            }
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_are_summed() {
        let output = "running 2 tests\n\
            test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out\n\
            test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured\n";
        let expected = Counts {
            passed: 15,
            failed: 2,
            ignored: 1,
        };
        assert_eq!(Counts::of(output), expected);
    }
}
