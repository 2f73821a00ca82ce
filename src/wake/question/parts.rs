//! The drawing of a question: a press on a part chooses it in the list, and what is chosen, and later
//! what is right, is marked in the drawing.
//!
//! The list is the question; the drawing says the same to the eye and the finger, so it is hidden from
//! those who use neither.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use crate::{
    near::{NEAR, distance},
    platform::dom::{self, Element, Event, MouseEvent},
};

/// A choice and the parts of the drawing that stand for it: one in each view.
struct Place {
    row: Element,
    input: HtmlInputElement,
    parts: Vec<Element>,
}

impl Place {
    fn all(ask: &Element) -> Vec<Self> {
        let Some(drawing) = dom::child(ask, ".question-figure") else {
            return Vec::new();
        };
        dom::query_all(ask, "[data-choice]")
            .into_iter()
            .filter_map(|row| {
                let name = dom::attr(&row, "data-choice");
                let selector = ["[data-part='", &name, "']"].concat();
                Some(Self {
                    input: dom::child(&row, "input")?.dyn_into().ok()?,
                    parts: dom::query_all(&drawing, &selector),
                    row,
                })
            })
            .collect()
    }

    /// How far it is from a point, and how large, in CSS pixels; `None` where it is not drawn.
    fn distance(&self, x: f64, y: f64) -> Option<(f64, f64)> {
        let rects = self.parts.iter().map(Element::get_bounding_client_rect);
        let drawn = rects.filter(|rect| rect.width() > 0.0 || rect.height() > 0.0);
        drawn
            .map(|rect| (distance(&rect, x, y), rect.width() * rect.height()))
            .min_by(|one, other| one.partial_cmp(other).unwrap_or(core::cmp::Ordering::Equal))
    }
}

/// Chooses what was pressed in a drawing: the part under the pointer, else the nearest.
pub(super) fn on_press(event: &Event) {
    let asked = ".ask[data-kind='find-part']:not([data-state]) .question-figure";
    let (Some(drawing), Some(mouse)) = (dom::closest(event, asked), event.dyn_ref::<MouseEvent>())
    else {
        return;
    };
    let Some(ask) = drawing.closest(".ask").ok().flatten() else {
        return;
    };
    let places = Place::all(&ask);
    let under = dom::closest(event, "[data-part]");
    let hit = under.and_then(|part| places.iter().find(|place| place.parts.contains(&part)));
    let near = || {
        let (x, y) = (f64::from(mouse.client_x()), f64::from(mouse.client_y()));
        let all = places
            .iter()
            .filter_map(|place| Some((place, place.distance(x, y)?)));
        all.filter(|(_, (far, _))| *far <= NEAR)
            .min_by(|(_, one), (_, other)| {
                one.partial_cmp(other).unwrap_or(core::cmp::Ordering::Equal)
            })
            .map(|(place, _)| place)
    };
    if let Some(place) = hit.or_else(near) {
        place.input.set_checked(true);
        show(&ask);
    }
}

/// Marks in the drawing what the list says.
pub(super) fn show(ask: &Element) {
    for place in Place::all(ask) {
        let mark = dom::attr(&place.row, "data-mark");
        for part in &place.parts {
            dom::toggle_attr(part, "data-chosen", place.input.checked());
            if mark.is_empty() {
                let _ = part.remove_attribute("data-mark");
            } else {
                dom::set_attr(part, "data-mark", &mark);
            }
        }
    }
}
