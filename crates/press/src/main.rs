//! The command `press`: `check`, `build`, `bench-content`.

mod bench;
mod bench_search;
mod command;

use std::env;
use std::process::ExitCode;

use mimalloc::MiMalloc;

/// A build makes and drops small strings all the time, on every core: with the system's
/// allocator an eighth more of the processor's time goes there.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match command::run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
