//! Test programs: compiled together, run one by one.
//!
//! `cargo test --package …` would choose other features of shared dependencies for each choice
//! of packages and compile them anew each time. So everything is compiled once, as a whole, and
//! the programs are run from here.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::process::{self, Failure, Result};
use crate::steps::{Step, seconds};
use crate::tools;

/// One test program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Suite {
    /// The package's folder.
    folder: PathBuf,
    /// The target's name in its package.
    target: String,
    program: PathBuf,
}

impl Suite {
    /// Whether this belongs to the package in `folder`, relative to the repository.
    pub(crate) fn is_of(&self, folder: &str) -> bool {
        self.folder == tools::repository().join(folder)
    }

    fn label(&self) -> String {
        let folder = self.folder.strip_prefix(tools::repository());
        let folder = folder.unwrap_or(&self.folder).display().to_string();
        if folder.is_empty() {
            self.target.clone()
        } else {
            format!("{folder}: {}", self.target)
        }
    }
}

/// Cargo, in the repository and its target folder.
pub(crate) fn cargo() -> Command {
    in_repository(process::cargo())
}

/// The same, at a lower priority where the system has `nice`: for what others should not wait for.
pub(crate) fn yielding_cargo() -> Command {
    let Some(nice) = tools::on_path("nice") else {
        return cargo();
    };
    let mut command = Command::new(nice);
    process::native(&mut command);
    command.args(["-n", "10", "cargo"]);
    in_repository(command)
}

fn in_repository(mut command: Command) -> Command {
    let root = tools::repository();
    command
        .current_dir(root)
        .env("CARGO_TARGET_DIR", root.join("target"));
    command
}

/// Compiles every target of every package, the press among them, and names the test programs.
///
/// # Errors
/// If something does not compile.
pub(crate) fn compile(step: &Step) -> Result<Vec<Suite>> {
    let arguments = ["build", "--workspace", "--all-targets"];
    step.run(cargo().args(arguments))?;
    // Everything is fresh now; this run only tells what there is.
    let mut list = cargo();
    list.args(arguments)
        .args(["--quiet", "--message-format=json"]);
    let output = list
        .output()
        .map_err(|error| Failure::new(format!("cannot start Cargo: {error}")))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let mut suites: Vec<_> = text.lines().filter_map(suite).collect();
    if suites.is_empty() {
        return Err(Failure::new(
            "Cargo names no test programs: its messages have changed, see xtask/src/suites.rs",
        ));
    }
    suites.sort_by(|a, b| (&a.folder, &a.target).cmp(&(&b.folder, &b.target)));
    Ok(suites)
}

/// Reads a line of Cargo's messages; `None` for everything but a test program.
fn suite(line: &str) -> Option<Suite> {
    if !line.contains("\"reason\":\"compiler-artifact\"") {
        return None;
    }
    let (_, profile) = line.split_once("\"profile\":{")?;
    let (profile, _) = profile.split_once('}')?;
    if !profile.contains("\"test\":true") {
        return None;
    }
    let (_, target) = line.split_once("\"target\":{")?;
    let manifest = value(line, "manifest_path")?;
    Some(Suite {
        folder: Path::new(&manifest).parent()?.to_path_buf(),
        target: value(target, "name")?,
        program: value(line, "executable")?.into(),
    })
}

/// The text behind a key. Enough JSON for names and paths.
fn value(line: &str, key: &str) -> Option<String> {
    let (_, rest) = line.split_once(&format!("\"{key}\":\""))?;
    let mut text = String::new();
    let mut letters = rest.chars();
    loop {
        match letters.next()? {
            '"' => return Some(text),
            '\\' => text.push(letters.next()?),
            letter => text.push(letter),
        }
    }
}

/// Runs test programs, with `set` telling each what it needs to know. All are run, so that one
/// failure does not hide the next.
///
/// # Errors
/// If a test fails; with the output of all programs that failed.
pub(crate) fn run<'a>(
    step: &Step,
    suites: impl Iterator<Item = &'a Suite>,
    set: impl Fn(&mut Command),
) -> Result<()> {
    let mut counts = Counts::default();
    let mut failures = Vec::new();
    for suite in suites {
        step.forget_output();
        let mut command = Command::new(&suite.program);
        command
            .current_dir(&suite.folder)
            .env("CARGO_MANIFEST_DIR", &suite.folder);
        set(&mut command);
        let started = Instant::now();
        let result = step.run(&mut command);
        let here = Counts::of(&step.output());
        counts.add(here);
        if here != Counts::default() || result.is_err() {
            let time = seconds(started.elapsed());
            step.note(&format!("{}: {} ({time})", suite.label(), here.describe()));
        }
        match result {
            Err(failure) if failure.is_stop() => return Err(failure),
            Err(failure) => failures.push(failure.to_string()),
            Ok(()) => {}
        }
    }
    step.note(&format!("in all {}", counts.describe()));
    if failures.is_empty() {
        Ok(())
    } else {
        Err(Failure::new(failures.join("\n\n")))
    }
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

    fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.ignored += other.ignored;
    }

    fn describe(self) -> String {
        format!(
            "{} passed, {} failed, {} ignored",
            self.passed, self.failed, self.ignored
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = r#"{"reason":"compiler-artifact","package_id":"path+file:///p/tests#site-tests@0.1.0","manifest_path":"/p/tests/Cargo.toml","target":{"kind":["test"],"crate_types":["bin"],"name":"browser","src_path":"/p/tests/tests/browser/main.rs","doctest":false,"test":true},"profile":{"opt_level":"1","debug_assertions":true,"test":true},"features":[],"filenames":["/p/t/browser-1"],"executable":"/p/t/browser-1","fresh":true}"#;

    #[test]
    fn test_programs_are_found_in_cargos_messages() {
        let expected = Suite {
            folder: "/p/tests".into(),
            target: "browser".into(),
            program: "/p/t/browser-1".into(),
        };
        assert_eq!(suite(LINE), Some(expected));
        let library = LINE.replace("\"debug_assertions\":true,\"test\":true", "\"test\":false");
        assert_eq!(suite(&library), None);
        let message = LINE.replace("compiler-artifact", "compiler-message");
        assert_eq!(suite(&message), None);
        let example = LINE.replace("\"executable\":\"/p/t/browser-1\"", "\"executable\":null");
        assert_eq!(suite(&example), None);
        for end in 0..LINE.len() {
            // A line cut short is no program, and no panic.
            let _ = suite(&LINE[..end]);
        }
    }

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
