//! Certainty against results, and for how long the reader needs what they learn.

use std::rc::Rc;

use study::{Certainty, Change, Horizon, Record};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::page;
use crate::{
    platform::{
        dom::{self, Listen},
        time,
    },
    progress,
};

/// How often the reader was right when they said that they were low, medium or high in certainty.
pub fn table(place: &Element, record: &Rc<Record>) {
    let slot = page::clear(place, "calibration");
    let _ = page::append(&slot, "h3", "How certain, how right");
    let calibration = progress::calibration(record);
    if calibration.is_empty() {
        page::paragraph(
            &slot,
            "Before you check an answer you may say how certain you are. What comes of it is listed here.",
        );
        return;
    }
    page::paragraph(
        &slot,
        "The more certain you were, the more often you should be right. Where that is not so, look again.",
    );
    let table = page::append(&slot, "table", "");
    let head = page::append(&page::append(&table, "thead", ""), "tr", "");
    for name in ["You said", "Answers", "Right"] {
        let cell = page::append(&head, "th", name);
        dom::set_attr(&cell, "scope", "col");
    }
    let body = page::append(&table, "tbody", "");
    for (certainty, name) in Certainty::ALL.into_iter().zip(["Low", "Medium", "High"]) {
        let tally = calibration.of(certainty);
        let row = page::append(&body, "tr", "");
        let cell = page::append(&row, "th", name);
        dom::set_attr(&cell, "scope", "row");
        let _ = page::append(&row, "td", &tally.all.to_string());
        let mut right = tally.right.to_string();
        if tally.all > 0 {
            let percent = (f64::from(tally.right) * 100.0 / f64::from(tally.all) + 0.5) as u32;
            right = [&right, " (", &percent.to_string(), " %)"].concat();
        }
        let _ = page::append(&row, "td", &right);
    }
}

const HORIZONS: [(Horizon, &str); 3] = [
    (Horizon::Week, "A week"),
    (Horizon::Term, "A term (13 weeks)"),
    (Horizon::Always, "Always"),
];

/// The choice "I need this for: a week, a term, always".
pub fn horizon(place: &Element) {
    let slot = page::clear(place, "horizon");
    let _ = page::append(&slot, "h3", "How long you need it");
    page::paragraph(
        &slot,
        "A test in a week wants shorter pauses between questions than a lifetime. When the week or the term is over, it is always again.",
    );
    let set = page::append(&slot, "fieldset", "");
    let _ = page::append(&set, "legend", "I need this for");
    for (horizon, name) in HORIZONS {
        let label = page::append(&set, "label", "");
        let input = page::append(&label, "input", "");
        dom::set_attr(&input, "type", "radio");
        dom::set_attr(&input, "name", "horizon");
        dom::set_attr(&input, "value", horizon.name());
        let _ = page::append(&label, "span", name);
        dom::listen(&input, "change", Listen::default(), move |_| {
            let day = time::today();
            progress::apply(&Change::Horizon { horizon, day });
        });
    }
    show_horizon(place);
}

/// Shows which one holds today.
pub fn show_horizon(place: &Element) {
    let holds = progress::load().horizon(time::today());
    for input in dom::query_all(place, "input[name=horizon]") {
        let is_it = dom::attr(&input, "value") == holds.name();
        if let Some(input) = input.dyn_ref::<HtmlInputElement>() {
            input.set_checked(is_it);
        }
    }
}
