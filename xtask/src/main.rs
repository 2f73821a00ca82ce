//! `cargo xtask <command>`: set up, build, serve, check and test the site.

use std::process::ExitCode;

use xtask::build;
use xtask::process::{Failure, Result};
use xtask::steps::Steps;
use xtask::tools;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let steps = Steps::new(tools::repository().join("target/xtask-logs"))?;
    match arguments.first().map(String::as_str) {
        Some("build") => build::build(&steps, &build::Options::default()),
        _ => Err(Failure::new("usage: cargo xtask build")),
    }
}
