//! Prints a page with one figure in one state, to look at while drawing:
//!
//! ```text
//! cargo run -p plates --example draw -- one-leg-stance 'lean=5&cane=left' > figure.html
//! ```
//!
//! The page takes its style from `style/`, so run it from the root of the repository.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program that prints"
)]

use std::{env, fs, process::ExitCode};

use plates::{FrameOptions, Place, frame};

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let name = arguments.next().unwrap_or_default();
    let query = arguments.next().unwrap_or_default();
    let options = FrameOptions::new(1, "figure", Place::Page, "/figures/");
    let Some(figure) = frame(&name, &query, &options) else {
        let names: Vec<_> = plates::FIGURES.iter().map(|figure| figure.name).collect();
        eprintln!("no figure `{name}`; figures are {}", names.join(", "));
        return ExitCode::FAILURE;
    };
    // The files of the atlas are not there: draw them in place.
    let figure = plates::atlas::inlined(&figure);
    let style: String = ["tokens.css", "base.css", "controls.css", "figure.css"]
        .iter()
        .map(|file| fs::read_to_string(format!("style/{file}")).unwrap_or_default())
        .collect();
    println!(
        "<!doctype html><meta charset=utf-8><meta name=viewport content='width=device-width'>\
         <title>{name}</title><style>{style}</style><body style='padding:8px'>\
         <div class=figure-page><figure class=figure>{figure}</figure></div>"
    );
    ExitCode::SUCCESS
}
