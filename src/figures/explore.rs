//! Walking through the parts of a drawing and choosing one, by keyboard and by pointer.

use std::rc::Rc;

use plates::schema::Kind;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent};

use super::live::{Live, Step};
use super::parts::Toward;

impl Live {
    /// The key that chooses a part, and the ids that it knows.
    fn part_key(&self) -> Option<(usize, &'static [&'static str])> {
        let index = self.figure.part_key()?;
        match self.figure.keys[index].kind {
            Kind::Part { ids, .. } => Some((index, ids)),
            _ => None,
        }
    }

    /// A key was pressed while a part has the focus.
    pub(super) fn key(self: &Rc<Self>, event: &Event) {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let target = event.target().and_then(|at| at.dyn_into::<Element>().ok());
        let here = target.and_then(|element| self.view.borrow().parts.of(&element));
        let Some(here) = here.filter(|_| !(key.ctrl_key() || key.meta_key() || key.alt_key()))
        else {
            return;
        };
        let view = self.view.borrow();
        let to = match key.key().as_str() {
            "ArrowLeft" => view.parts.next(here, Toward::Left),
            "ArrowRight" => view.parts.next(here, Toward::Right),
            "ArrowUp" => view.parts.next(here, Toward::Up),
            "ArrowDown" => view.parts.next(here, Toward::Down),
            "Home" => view.parts.end(false),
            "End" => view.parts.end(true),
            "Enter" | " " => {
                event.prevent_default();
                drop(view);
                self.choose(here);
                return;
            }
            "Escape" => {
                if let Some(leaf) = view.leaf() {
                    let _ = leaf.unchecked_ref::<HtmlElement>().focus();
                }
                return;
            }
            letter @ ("[" | "]") => {
                drop(view);
                event.prevent_default();
                self.step_first(if letter == "]" { 1 } else { -1 });
                return;
            }
            _ => return,
        };
        // Where no part lies in that direction the page must not scroll either.
        event.prevent_default();
        if let Some(to) = to {
            view.parts.focus(to);
        }
    }

    /// The first control by one step, without leaving the drawing.
    fn step_first(self: &Rc<Self>, by: i32) {
        if let Some(key) = self.figure.keys.first() {
            let by = match key.kind {
                Kind::Integer { step, .. } => by * step,
                _ => by,
            };
            let value = self.values.borrow()[0];
            self.set(0, value.saturating_add(by), Step::Gradual);
        }
    }

    /// The focus came to something in the figure.
    pub(super) fn focus_in(self: &Rc<Self>, event: &Event) {
        let target = event.target().and_then(|at| at.dyn_into::<Element>().ok());
        let view = self.view.borrow();
        match target.and_then(|element| view.parts.of(&element)) {
            Some(here) => view.caption(view.parts.words(here).0),
            None => view.caption(""),
        }
    }

    /// The focus left something in the figure.
    pub(super) fn focus_out(self: &Rc<Self>, _: &Event) {
        self.view.borrow().caption("");
    }

    /// A click on the drawing chooses what it means.
    pub(super) fn click_part(self: &Rc<Self>, event: &Event) {
        let (Some((_, ids)), Some(mouse)) = (self.part_key(), event.dyn_ref::<MouseEvent>()) else {
            return;
        };
        let meant = self.view.borrow().parts.meant(mouse, ids);
        if let Some(part) = meant {
            self.choose(part);
        }
    }

    /// Chooses a part, or lets it go if it is chosen; where nothing is chosen its description is told.
    fn choose(self: &Rc<Self>, part: usize) {
        let (id, (name, description)) = {
            let view = self.view.borrow();
            (view.parts.id(part), view.parts.words(part))
        };
        let chosen = self.part_key().and_then(|(key, ids)| {
            let index = ids.iter().position(|known| *known == id)?;
            Some((key, index as i32))
        });
        match chosen {
            Some((key, index)) => {
                let now = self.values.borrow()[key];
                self.set(key, if now == index { 0 } else { index }, Step::Discrete);
            }
            None => {
                let view = self.view.borrow();
                view.announce(&[name, ". ", description].concat());
                view.caption(description);
            }
        }
    }
}
