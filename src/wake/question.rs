//! A question: choose, check, see every choice explained, try again.
//!
//! The question, its choices and their explanations stand in the page; `data-correct` says which
//! choices fit. Nothing here knows any text of a question.

use study::Grade;
use study::score::{Kind, Outcome, evaluate, verdict};
use wasm_bindgen::JsCast;
use web_sys::{HtmlDetailsElement, HtmlInputElement};

use super::reading;
use crate::{
    platform::{
        dom::{self, Element, Event},
        time,
    },
    progress::{self, Change},
};

/// Checks an answer, or clears a checked one.
pub fn on_submit(event: Event) {
    let Some(form) = dom::closest(&event, "form.question") else {
        return;
    };
    event.prevent_default();
    if form.has_attribute("data-state") {
        retry(&form);
    } else {
        check(&form);
    }
}

struct Choice {
    element: Element,
    input: HtmlInputElement,
}

fn choices(form: &Element) -> Vec<Choice> {
    dom::query_all(form, "[data-choice]")
        .into_iter()
        .filter_map(|element| {
            let input = dom::child(&element, "input")?.dyn_into().ok()?;
            Some(Choice { element, input })
        })
        .collect()
}

fn check(form: &Element) {
    let Some(kind) = Kind::from_name(&dom::attr(form, "data-kind")) else {
        return;
    };
    let choices = choices(form);
    let ids: Vec<String> = choices
        .iter()
        .map(|choice| dom::attr(&choice.element, "data-choice"))
        .collect();
    let offered: Vec<study::score::Choice<'_>> = choices
        .iter()
        .zip(&ids)
        .map(|(choice, id)| study::score::Choice {
            id,
            correct: dom::attr(&choice.element, "data-correct") == "true",
        })
        .collect();
    let chosen: Vec<&str> = choices
        .iter()
        .zip(&ids)
        .filter(|(choice, _)| choice.input.checked())
        .map(|(_, id)| id.as_str())
        .collect();
    let outcome = evaluate(kind, &offered, &chosen);
    let (result, grade) = match outcome {
        Outcome::Unanswered => {
            say(form, &verdict(kind, outcome));
            if let Some(first) = choices.first() {
                dom::focus(&first.input);
            }
            return;
        }
        Outcome::Right => ("right", Grade::Right),
        Outcome::PartlyRight { .. } => ("partly", Grade::Partly),
        Outcome::Wrong { .. } => ("wrong", Grade::Wrong),
    };
    for choice in &choices {
        choice.input.set_disabled(true);
    }
    dom::set_attr(form, "data-state", "checked");
    dom::set_attr(form, "data-result", result);
    open_key(form, true);
    name_button(form, "Try again");
    say(form, &verdict(kind, outcome));
    progress::apply(&Change::Answered {
        item: &dom::attr(form, "data-question"),
        rev: dom::attr(form, "data-rev").parse().unwrap_or(1),
        topic: &dom::attr(form, "data-topic"),
        chosen: &chosen,
        grade,
        certainty: None,
        day: time::today(),
    });
    reading::answered(form);
}

fn retry(form: &Element) {
    let choices = choices(form);
    for choice in &choices {
        choice.input.set_disabled(false);
        choice.input.set_checked(false);
    }
    for name in ["data-state", "data-result"] {
        let _ = form.remove_attribute(name);
    }
    open_key(form, false);
    name_button(form, "Check answer");
    say(form, "");
    if let Some(first) = choices.first() {
        dom::focus(&first.input);
    }
}

fn open_key(form: &Element, open: bool) {
    if let Some(key) = dom::child(form, "details.answer-key") {
        key.unchecked_into::<HtmlDetailsElement>().set_open(open);
    }
}

/// The button keeps its place and its focus; only its name changes.
fn name_button(form: &Element, name: &str) {
    if let Some(button) = dom::child(form, "[data-action=check]") {
        button.set_text_content(Some(name));
    }
}

/// Writes into the question's status region, which announces it.
fn say(form: &Element, sentence: &str) {
    if let Some(verdict) = dom::child(form, ".verdict") {
        verdict.set_text_content(Some(sentence));
    }
}
