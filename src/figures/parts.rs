//! The parts of a drawing by keyboard and pointer: one stop for the Tab key, arrow keys to the nearest
//! part, Home and End, Enter chooses, Escape leaves.
//!
//! The drawing is an image until it is awake; then each part is an element with a name and a role: a
//! button where the figure has a key for the chosen part, else an image. Roles, names and the tab stop
//! are attributes that no state of the figure writes, so drawing a state leaves them as they are.

use std::cell::{Cell, RefCell};

use plates::scene::{Part, Scene};
use web_sys::{DomRect, Element, MouseEvent};

use super::dom;
use crate::near::{NEAR, distance};

/// A direction on the screen.
#[derive(Clone, Copy)]
pub(super) enum Toward {
    Left,
    Right,
    Up,
    Down,
}

/// A part on the page.
struct Item {
    part: Part,
    element: Element,
    /// Whether it can be chosen.
    button: bool,
    /// The lines of text in a button: who speaks to the machine says what stands there.
    texts: Vec<Element>,
    /// What it is called, with its description.
    name: RefCell<String>,
}

/// The parts of one drawing, in document order.
pub(super) struct Parts {
    drawing: Element,
    items: Vec<Item>,
    current: Cell<usize>,
}

fn center(rect: &DomRect) -> (f64, f64) {
    (
        rect.left() + 0.5 * rect.width(),
        rect.top() + 0.5 * rect.height(),
    )
}

/// Whether an element is drawn, by its attributes: asking where it is would lay out the page.
fn is_drawn(element: &Element) -> bool {
    let hidden = element.closest("[display=\"none\"]");
    hidden.is_ok_and(|around| around.is_none())
}

impl Item {
    fn show_name(&self, name: &str) {
        let name = [name, ". ", self.part.description].concat();
        if *self.name.borrow() != name {
            dom::set(&self.element, "aria-label", &name);
            self.name.replace(name);
        }
    }

    /// A button with text in it is called what the text says in this state.
    fn show_text_as_name(&self) {
        let mut name = String::new();
        for text in self.texts.iter().filter(|text| is_drawn(text)) {
            let words = text.text_content().unwrap_or_default();
            if !name.is_empty() && !words.is_empty() {
                name.push(' ');
            }
            name.push_str(&words);
        }
        if !name.is_empty() {
            self.show_name(&name);
        }
    }
}

impl Parts {
    /// The parts of `scene` as `drawing` shows it; `chosen` names those that can be chosen.
    pub(super) fn new(drawing: &Element, scene: &Scene, chosen: &[&str]) -> Self {
        let elements = dom::all(drawing, "[data-part]");
        let items: Vec<_> = scene
            .parts()
            .into_iter()
            .zip(elements)
            .map(|(part, element)| {
                let button = chosen.contains(&part.id);
                let texts = if button {
                    dom::all(&element, "text")
                } else {
                    Vec::new()
                };
                Item {
                    part,
                    element,
                    button,
                    texts,
                    name: RefCell::default(),
                }
            })
            .collect();
        dom::set(drawing, "role", "group");
        for item in &items {
            let role = if item.button { "button" } else { "img" };
            dom::set(&item.element, "role", role);
            item.show_name(item.part.name);
            dom::set(&item.element, "tabindex", "-1");
        }
        let parts = Self {
            drawing: drawing.clone(),
            items,
            current: Cell::new(0),
        };
        parts.stop_at(0);
        parts
    }

    /// Makes one part the stop of the Tab key.
    fn stop_at(&self, index: usize) {
        if let Some(last) = self.items.get(self.current.replace(index)) {
            dom::set(&last.element, "tabindex", "-1");
        }
        if let Some(item) = self.items.get(index) {
            dom::set(&item.element, "tabindex", "0");
        }
    }

    /// The tab stop stays on a part that is drawn.
    pub(super) fn keep_stop(&self) {
        let is_drawn = |index: usize| {
            let item = self.items.get(index);
            item.is_some_and(|item| is_drawn(&item.element))
        };
        if !is_drawn(self.current.get())
            && let Some(first) = (0..self.items.len()).find(|&index| is_drawn(index))
        {
            self.stop_at(first);
        }
    }

    /// Says which part is chosen.
    pub(super) fn show_chosen(&self, id: &str) {
        for item in &self.items {
            if item.button {
                let pressed = if item.part.id == id { "true" } else { "false" };
                dom::set(&item.element, "aria-pressed", pressed);
                item.show_text_as_name();
            }
        }
    }

    /// Where a part is on the screen; `None` while it is not drawn.
    fn rect(&self, index: usize) -> Option<DomRect> {
        let rect = self.items.get(index)?.element.get_bounding_client_rect();
        (rect.width() > 0.0 || rect.height() > 0.0).then_some(rect)
    }

    /// The part that an element belongs to.
    pub(super) fn of(&self, element: &Element) -> Option<usize> {
        let around = element.closest("[data-part]").ok()??;
        self.items.iter().position(|item| item.element == around)
    }

    /// The part that a pointer means: the one under it, else the nearest within a finger's width, of
    /// those that can be chosen.
    pub(super) fn meant(&self, event: &MouseEvent, chosen: &[&str]) -> Option<usize> {
        use wasm_bindgen::JsCast;
        let target: Element = event.target()?.dyn_into().ok()?;
        if !self.drawing.contains(Some(&target)) {
            return None;
        }
        let fits = |index: &usize| chosen.contains(&self.items[*index].part.id);
        if let Some(under) = self.of(&target).filter(fits) {
            return Some(under);
        }
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        let near = (0..self.items.len()).filter(fits).filter_map(|index| {
            let rect = self.rect(index)?;
            let far = distance(&rect, x, y);
            // Of two that are equally near, the smaller one is meant.
            (far <= NEAR).then_some((index, far, rect.width() * rect.height()))
        });
        let nearest = near.min_by(|one, other| {
            (one.1, one.2)
                .partial_cmp(&(other.1, other.2))
                .unwrap_or(std::cmp::Ordering::Equal)
        });
        nearest.map(|found| found.0)
    }

    /// The id of a part.
    pub(super) fn id(&self, index: usize) -> &'static str {
        self.items.get(index).map_or("", |item| item.part.id)
    }

    /// Name and description of a part.
    pub(super) fn words(&self, index: usize) -> (&'static str, &'static str) {
        let item = self.items.get(index);
        item.map_or(("", ""), |item| (item.part.name, item.part.description))
    }

    /// Moves the focus to a part and the tab stop with it.
    pub(super) fn focus(&self, index: usize) {
        use wasm_bindgen::JsCast;
        self.stop_at(index);
        if let Some(item) = self.items.get(index) {
            let _ = item.element.unchecked_ref::<web_sys::SvgElement>().focus();
        }
    }

    /// The part nearest to `from` in a direction.
    pub(super) fn next(&self, from: usize, toward: Toward) -> Option<usize> {
        let here = center(&self.rect(from)?);
        let mut best: Option<(usize, f64)> = None;
        for index in 0..self.items.len() {
            let Some(rect) = self.rect(index).filter(|_| index != from) else {
                continue;
            };
            let there = center(&rect);
            let (right, down) = (there.0 - here.0, there.1 - here.1);
            let (along, across) = match toward {
                Toward::Left => (-right, down),
                Toward::Right => (right, down),
                Toward::Up => (-down, right),
                Toward::Down => (down, right),
            };
            // Straight ahead counts more than near: twice as far ahead equals as far aside.
            let cost = along + 2.0 * across.abs();
            if along > 0.5 && best.is_none_or(|(_, least)| cost < least) {
                best = Some((index, cost));
            }
        }
        best.map(|found| found.0)
    }

    /// The first or the last part that is drawn.
    pub(super) fn end(&self, last: bool) -> Option<usize> {
        let mut drawn = (0..self.items.len()).filter(|&index| self.rect(index).is_some());
        if last {
            drawn.next_back()
        } else {
            drawn.next()
        }
    }
}
