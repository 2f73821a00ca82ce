//! Review, practice, the record and what the reader knows, guesses, reading plans and the share sheet: what most
//! visits to an article do without.
//!
//! The press leaves a place (`data-desk="…"`) with a sentence for readers without scripts; waking fills
//! it from the reader's record. Questions are never written here: they are fetched with the fragments of
//! their own pages, and the app serves them like any other question.
//!
//! App and desk share no memory. What one does reaches the other by attributes in the page and by events
//! on the window: `prime-mover:progress` (the record has changed) and `prime-mover:page` (another page).

pub mod again;
pub mod certainty;
pub mod compare;
pub mod guess;
pub mod keeping;
pub mod ledger;
pub mod mastery;
pub mod page;
pub mod questions;
pub mod review;
pub mod session;

mod build;
mod copies;
mod plan;
mod share;

use std::cell::Cell;

use web_sys::Element;

use crate::{
    platform::{
        dom::{self, Listen},
        history,
    },
    progress,
};

thread_local! {
    static STARTED: Cell<bool> = const { Cell::new(false) };
}

/// Brings every `[data-desk]` below `root` to life that is not yet alive.
pub fn wake(root: &Element) {
    if !STARTED.replace(true) {
        progress::join();
        progress::on_change(ledger::refresh);
        progress::on_change(mastery::refresh);
        progress::on_change(guess::refresh);
        dom::listen(
            &dom::window(),
            "prime-mover:page",
            Listen::default(),
            |_| {
                guess::wake();
            },
        );
        again::start();
        share::start();
        plan::start();
        dom::listen(&dom::window(), "popstate", Listen::default(), |_| follow());
    }
    // Before the places: its section is one of them where the app has asked for this bundle.
    guess::wake();
    for place in dom::query_all(root, "[data-desk]:not([data-awake])") {
        dom::set_attr(&place, "data-awake", &here());
        match dom::attr(&place, "data-desk").as_str() {
            "ledger" => ledger::wake(&place),
            "review" => review::wake(&place),
            "mastery" => mastery::wake(&place),
            "plan" => plan::wake(&place),
            _ => {}
        }
    }
}

/// Path and query: what a place was woken for.
fn here() -> String {
    [history::path(), history::query()].concat()
}

/// Follows back and forward between two queries of one page, which for the app is the same page.
fn follow() {
    let here = here();
    let Some(place) = dom::query("[data-desk=review][data-awake], [data-desk=plan][data-awake]")
    else {
        return;
    };
    let before = dom::attr(&place, "data-awake");
    if before == here || before.split('?').next() != here.split('?').next() {
        return;
    }
    dom::set_attr(&place, "data-awake", &here);
    if dom::attr(&place, "data-desk") == "review" {
        review::begin(&place, false);
    } else {
        plan::render(&place);
    }
    page::focus_title();
}
