//! The rows of a question: what each offers, and what the reader did with it.

use study::score::{Choice, Entry, Kind, Open, Outcome, evaluate, lies_in, measure, place};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};

use crate::platform::dom::{self, Element};

/// A choice, an entry or a field.
pub(super) struct Row {
    pub(super) element: Element,
    pub(super) id: String,
    field: Field,
}

enum Field {
    /// A radio button or a box.
    Tick(HtmlInputElement),
    /// A menu.
    Menu(HtmlSelectElement),
    /// Digits.
    Text(HtmlInputElement),
    /// A region of a figure's states: the figure's first control, and whether the state lies in it.
    Region(Element, bool),
}

impl Row {
    /// The rows of a question in the order in which they stand.
    pub(super) fn all(ask: &Element) -> Vec<Self> {
        dom::query_all(ask, "[data-choice]")
            .into_iter()
            .filter_map(|element| {
                let field = match dom::child(&element, "select") {
                    _ if element.has_attribute("data-where") => region(ask, &element)?,
                    Some(menu) => Field::Menu(menu.unchecked_into()),
                    None => {
                        let input: HtmlInputElement =
                            dom::child(&element, "input")?.dyn_into().ok()?;
                        if element.has_attribute("data-answer") {
                            Field::Text(input)
                        } else {
                            Field::Tick(input)
                        }
                    }
                };
                Some(Self {
                    id: dom::attr(&element, "data-choice"),
                    element,
                    field,
                })
            })
            .collect()
    }

    fn control(&self) -> &Element {
        match &self.field {
            Field::Tick(input) | Field::Text(input) => input,
            Field::Menu(menu) => menu,
            Field::Region(control, _) => control,
        }
    }

    fn value(&self) -> String {
        match &self.field {
            Field::Tick(_) | Field::Region(..) => String::new(),
            Field::Text(input) => input.value(),
            Field::Menu(menu) => menu.value(),
        }
    }

    fn answer(&self) -> String {
        dom::attr(&self.element, "data-answer")
    }

    /// Whether its answer stands in the page from the start.
    pub(super) fn is_given(&self) -> bool {
        self.element.has_attribute("data-given")
    }

    /// Whether the reader took it. What is placed or written always is.
    pub(super) fn is_chosen(&self) -> bool {
        match &self.field {
            Field::Tick(input) => input.checked(),
            Field::Region(_, inside) => *inside,
            Field::Menu(_) | Field::Text(_) => !self.is_given(),
        }
    }

    /// Whether it is right: a choice by itself, the others as they are filled in.
    pub(super) fn fits(&self) -> bool {
        match &self.field {
            Field::Tick(_) | Field::Region(..) => {
                dom::attr(&self.element, "data-correct") == "true"
            }
            Field::Menu(_) => self.value() == self.answer(),
            Field::Text(_) => self.measure().is_right(),
        }
    }

    fn measure(&self) -> Outcome {
        let attr = |name| dom::attr(&self.element, name);
        measure(
            &self.value(),
            &attr("data-unit"),
            &self.answer(),
            &attr("data-tolerance"),
        )
    }

    /// Takes no other answer from now on.
    pub(super) fn lock(&self) {
        // A figure goes on moving: what it shows beside the explanations is worth a look.
        if matches!(self.field, Field::Region(..)) {
            return;
        }
        let _ = self.control().remove_attribute("aria-invalid");
        dom::toggle_attr(self.control(), "disabled", true);
    }

    /// Clears it.
    pub(super) fn unlock(&self) {
        if self.is_given() {
            return;
        }
        dom::toggle_attr(self.control(), "disabled", false);
        match &self.field {
            Field::Tick(input) => input.set_checked(false),
            Field::Text(input) => input.set_value(""),
            Field::Menu(menu) => menu.set_value(""),
            Field::Region(..) => {}
        }
    }

    pub(super) fn focus(&self) {
        dom::focus(self.control());
    }

    /// Leads the reader to what lacks.
    pub(super) fn ask_again(&self) {
        if let Field::Text(input) = &self.field {
            dom::set_attr(input, "aria-invalid", "true");
        }
        self.focus();
    }
}

/// The region of a row. A figure that nobody has moved lies in none.
fn region(ask: &Element, row: &Element) -> Option<Field> {
    let figure = dom::child(ask, "[data-start]")?;
    let control = dom::child(&figure, "input")?;
    let state = dom::attr(&figure, "data-values");
    let moved = !state.is_empty() && state != dom::attr(&figure, "data-start");
    let inside = moved && lies_in(&state, &dom::attr(row, "data-where"));
    Some(Field::Region(control, inside))
}

/// What the rows are worth together.
pub(super) fn outcome(kind: Kind, rows: &[Row]) -> Outcome {
    match kind {
        Kind::One | Kind::Several | Kind::State => {
            let choices: Vec<Choice<'_>> = rows
                .iter()
                .map(|row| Choice {
                    id: &row.id,
                    correct: row.fits(),
                })
                .collect();
            let chosen: Vec<&str> = rows
                .iter()
                .filter(|row| row.is_chosen())
                .map(|row| row.id.as_str())
                .collect();
            evaluate(kind, &choices, &chosen)
        }
        Kind::Order | Kind::Match => {
            let filled: Vec<(String, String)> =
                rows.iter().map(|row| (row.answer(), row.value())).collect();
            let entries: Vec<Entry<'_>> = filled
                .iter()
                .map(|(answer, given)| Entry { answer, given })
                .collect();
            place(kind, &entries)
        }
        Kind::Number => rows
            .first()
            .map_or(Outcome::Open(Open::Nothing), Row::measure),
    }
}

/// The row at which an open answer goes on.
pub(super) fn first_open(rows: &[Row], open: Open) -> Option<&Row> {
    let value = match open {
        Open::Twice(place) => place.to_string(),
        Open::NoNumber => return rows.first(),
        Open::Nothing | Open::Missing(_) => String::new(),
    };
    // Of two in one place, the reader gave it to the first of them first, most likely.
    let mut fitting = rows
        .iter()
        .filter(|row| !row.is_given() && row.value() == value);
    match open {
        Open::Twice(_) => fitting.next_back(),
        _ => fitting.next(),
    }
}

/// What the reader did, by permanent ids: those of what was taken; in an order all, first to last;
/// otherwise each with what it was given.
pub(super) fn chosen(kind: Kind, rows: &[Row]) -> Vec<String> {
    let mut taken: Vec<&Row> = rows
        .iter()
        .filter(|row| row.is_chosen() || row.is_given())
        .collect();
    if kind == Kind::Order {
        taken.sort_by_key(|row| row.value());
    }
    let with_value = matches!(kind, Kind::Match | Kind::Number);
    taken
        .into_iter()
        .map(|row| {
            let value = row.value();
            if with_value {
                [&row.id, ":", value.trim()].concat()
            } else {
                row.id.clone()
            }
        })
        .collect()
}
