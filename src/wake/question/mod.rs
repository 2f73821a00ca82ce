//! A question: choose, place or write, check, see everything explained, try again.
//!
//! The question, its choices and their explanations stand in the page; attributes say which are right.
//! Nothing here knows any text of a question. What can be checked at once is an [`Ask`]: the form, or
//! each step of a case. A case counts as answered when all of its steps are.

mod certainty;
mod order;
mod parts;
mod rows;

use study::{
    Certainty, Grade,
    score::{Kind, Outcome, mark, remark, verdict},
};
use wasm_bindgen::JsCast;
use web_sys::HtmlDetailsElement;

use self::rows::Row;
use super::reading;
use crate::{
    platform::{
        dom::{self, Element, Event},
        time,
    },
    progress::{self, Change},
};

/// Bubbles from the form after a check that counts; `data-result` and `data-known` are set before.
const ANSWERED: &str = "prime-mover:answered";

/// Checks an answer, or clears a checked one.
pub fn on_submit(event: Event) {
    let Some(form) = dom::closest(&event, "form.question") else {
        return;
    };
    event.prevent_default();
    let Some(ask) = Ask::asked(&form, &event) else {
        return;
    };
    if ask.is_checked() {
        ask.retry(&form);
    } else if ask.check() {
        answered(&form);
    }
}

/// Chooses what was pressed in a drawing.
pub fn on_press(event: &Event) {
    parts::on_press(event);
}

/// Keeps the drawing of a question up to date with its list.
pub fn on_change(event: Event) {
    if let Some(ask) = dom::closest(&event, ".ask") {
        parts::show(&ask);
    }
}

/// What can be checked at once: rows, a button, a status region, a key.
struct Ask {
    element: Element,
    kind: Kind,
}

impl Ask {
    fn new(element: Element) -> Option<Self> {
        let kind = Kind::from_name(&dom::attr(&element, "data-kind"))?;
        Some(Self { element, kind })
    }

    /// All of a form: itself, or its steps.
    fn all(form: &Element) -> Vec<Self> {
        match Self::new(form.clone()) {
            Some(ask) => vec![ask],
            None => dom::query_all(form, ".ask")
                .into_iter()
                .filter_map(Self::new)
                .collect(),
        }
    }

    /// The one whose button was pressed, or in which Enter was.
    fn asked(form: &Element, event: &Event) -> Option<Self> {
        // Enter in a field presses the first button of the form, of whichever step that is.
        let field = dom::document()
            .active_element()
            .filter(|field| form.contains(Some(field)));
        let submitter = || {
            js_sys::Reflect::get(event, &"submitter".into())
                .ok()?
                .dyn_into::<Element>()
                .ok()
        };
        let near = |element: Element| element.closest(".ask").ok().flatten();
        let found = field.and_then(near).or_else(|| submitter().and_then(near));
        found
            .or_else(|| form.matches(".ask").unwrap_or(false).then(|| form.clone()))
            .or_else(|| dom::child(form, ".ask"))
            .and_then(Self::new)
    }

    fn is_checked(&self) -> bool {
        self.element.has_attribute("data-state")
    }

    /// Whether the answer counts; says so either way.
    fn check(&self) -> bool {
        let rows = Row::all(&self.element);
        let outcome = rows::outcome(self.kind, &rows);
        let sentence = verdict(self.kind, outcome);
        let Some(grade) = outcome.grade() else {
            self.say(&sentence);
            if let Outcome::Open(open) = outcome
                && let Some(row) = rows::first_open(&rows, open)
            {
                row.ask_again();
            }
            return false;
        };
        // Enter in a row: once locked, it cannot keep the focus.
        let inside = dom::document().active_element();
        let inside = rows
            .iter()
            .any(|row| row.element.contains(inside.as_deref()));
        for row in &rows {
            row.lock();
            self.explain(row, true);
        }
        if inside && let Some(button) = self.button() {
            dom::focus(&button);
        }
        dom::set_attr(&self.element, "data-state", "checked");
        dom::set_attr(&self.element, "data-result", word(grade));
        certainty::lock(&self.element, true);
        match remark(grade, certainty::of(&self.element)) {
            Some(remark) => self.say(&[&sentence, " ", remark].concat()),
            None => self.say(&sentence),
        }
        dom::toggle_attr(&self.element, "data-surprise", self.is_surprise(grade));
        parts::show(&self.element);
        self.open_key(true);
        self.name_button("Try again");
        true
    }

    /// Whether the reader was certain, and wrong.
    fn is_surprise(&self, grade: Grade) -> bool {
        grade == Grade::Wrong && certainty::of(&self.element) == Some(Certainty::High)
    }

    /// Opens the question again, looking another way.
    fn retry(&self, form: &Element) {
        for element in [&self.element, form] {
            for name in ["data-state", "data-result", "data-known", "data-surprise"] {
                let _ = element.remove_attribute(name);
            }
        }
        for row in Row::all(&self.element) {
            row.unlock();
            self.explain(&row, false);
        }
        certainty::lock(&self.element, false);
        parts::show(&self.element);
        self.open_key(false);
        self.name_button("Check answer");
        self.say("");
        order::next(&self.element, form, self.kind);
        if let Some(first) = Row::all(&self.element).iter().find(|row| !row.is_given()) {
            first.focus();
        }
    }

    /// Says beside a row, and beside its explanation, whose answer it was and whether it is right.
    fn explain(&self, row: &Row, checked: bool) {
        let (fits, chosen) = (row.fits(), checked && row.is_chosen());
        let words = mark(fits, chosen);
        let entry = matches!(self.kind, Kind::Order | Kind::Match | Kind::Number);
        if checked && (fits || chosen) {
            dom::set_attr(
                &row.element,
                "data-mark",
                if fits { "right" } else { "wrong" },
            );
            dom::set_attr(&row.element, "data-says", words);
        } else {
            let _ = row.element.remove_attribute("data-mark");
            let _ = row.element.remove_attribute("data-says");
        }
        let selector = ["[data-for='", &row.id, "']"].concat();
        let Some(item) = dom::child(&self.element, &selector) else {
            return;
        };
        if let Some(slot) = dom::child(&item, ".mark") {
            slot.set_text_content(Some(if entry && !checked { "" } else { words }));
        }
        if entry {
            dom::set_attr(&item, "data-correct", if fits { "true" } else { "false" });
        }
    }

    fn open_key(&self, open: bool) {
        if let Some(key) = dom::child(&self.element, "details.answer-key") {
            key.unchecked_into::<HtmlDetailsElement>().set_open(open);
        }
    }

    /// The button keeps its place and its focus; only its name changes.
    fn name_button(&self, name: &str) {
        if let Some(button) = self.button() {
            button.set_text_content(Some(name));
        }
    }

    fn button(&self) -> Option<Element> {
        dom::child(&self.element, "[data-action=check]")
    }

    /// Writes into the status region, which announces it.
    fn say(&self, sentence: &str) {
        if let Some(verdict) = dom::child(&self.element, ".verdict") {
            verdict.set_text_content(Some(sentence));
        }
    }

    /// What was chosen, by permanent ids.
    fn chosen(&self) -> Vec<String> {
        rows::chosen(self.kind, &Row::all(&self.element))
    }
}

/// Stores the answer once nothing of the form is open, and tells the page.
fn answered(form: &Element) {
    let asks = Ask::all(form);
    if !asks.iter().all(Ask::is_checked) {
        return;
    }
    let all = |grade: Grade| {
        asks.iter()
            .all(|ask| dom::attr(&ask.element, "data-result") == word(grade))
    };
    let grade = [Grade::Right, Grade::Wrong]
        .into_iter()
        .find(|grade| all(*grade))
        .unwrap_or(Grade::Partly);
    let certainty = certainty::of(form);
    let known = grade == Grade::Right && certainty != Some(Certainty::Low);
    let chosen: Vec<String> = asks.iter().flat_map(Ask::chosen).collect();
    let chosen: Vec<&str> = chosen.iter().map(String::as_str).collect();
    dom::set_attr(form, "data-state", "checked");
    dom::set_attr(form, "data-result", word(grade));
    dom::set_attr(form, "data-known", if known { "true" } else { "false" });
    progress::apply(&Change::Answered {
        item: &dom::attr(form, "data-question"),
        rev: dom::attr(form, "data-rev").parse().unwrap_or(1),
        topic: &dom::attr(form, "data-topic"),
        chosen: &chosen,
        grade,
        certainty,
        day: time::today(),
    });
    reading::answered(form);
    if let Ok(event) = dom::document().create_event("CustomEvent") {
        event.init_event_with_bubbles(ANSWERED, true);
        let _ = form.dispatch_event(&event);
    }
}

/// The word on pages for a grade.
fn word(grade: Grade) -> &'static str {
    match grade {
        Grade::Right => "right",
        Grade::Partly => "partly",
        Grade::Wrong => "wrong",
    }
}
