//! The built mini-site: what is on its pages, and that nothing is left to a
//! browser's imagination.

#[allow(dead_code, reason = "each test file uses its own part")]
#[path = "../common/mod.rs"]
mod common;

mod addresses;
mod output;
mod parsing;
mod questions;
mod topics;

use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;

use scraper::{ElementRef, Html, Selector};

/// The mini-site, built once.
fn site() -> &'static PathBuf {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| {
        let out = common::folder("site").join("dist");
        press::build(&common::options(&out)).expect("the valid mini-site builds");
        out
    })
}

fn page(path: &str) -> String {
    let file = site().join(path.trim_start_matches('/'));
    let file = if path.ends_with('/') {
        file.join("index.html")
    } else {
        file
    };
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn pages() -> Vec<String> {
    let all = common::files(site());
    all.into_iter()
        .filter(|file| file.ends_with(".html"))
        .map(|file| match file.strip_suffix("index.html") {
            Some(folder) => format!("/{folder}"),
            None => format!("/{file}"),
        })
        .collect()
}

fn all<'d>(html: &'d Html, selector: &str) -> Vec<ElementRef<'d>> {
    let selector = Selector::parse(selector).expect("a selector");
    html.select(&selector).collect()
}

#[track_caller]
fn one<'d>(html: &'d Html, selector: &str) -> ElementRef<'d> {
    let mut found = all(html, selector);
    assert_eq!(found.len(), 1, "`{selector}` stands once");
    found.remove(0)
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<String>()
}
