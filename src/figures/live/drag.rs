//! Dragging parts of the drawing: an extra on the same state that the controls set.

use std::rc::Rc;

use plates::{Along, Handle};
use wasm_bindgen::JsCast;
use web_sys::{Event, PointerEvent};

use super::{Live, Step};
use crate::figures::dom;

/// A drag in progress: where the pointer went down and the values then.
pub(super) struct Drag {
    handle: &'static Handle,
    pointer: i32,
    from: (f64, f64),
    values: Vec<i32>,
    /// Where it came since, and what it made of the values there.
    last: ((f64, f64), Vec<i32>),
}

impl Live {
    /// Lets the style sheet show what can be dragged, and where a finger still scrolls.
    pub(super) fn mark_handles(&self) {
        for handle in self.figure.handles {
            let along = match handle.along {
                Along::Horizontal => "x",
                Along::Vertical => "y",
                Along::Both => "xy",
            };
            let selector = ["svg [data-part=\"", handle.part, "\"]"].concat();
            for element in dom::all(&self.root, &selector) {
                dom::set(&element, "data-handle", along);
            }
        }
    }

    /// The handle that an event happened on.
    fn handle_of(&self, event: &Event) -> Option<&'static Handle> {
        self.figure.handles.iter().find(|handle| {
            let selector = ["svg [data-part=\"", handle.part, "\"]"].concat();
            dom::closest(event, &selector).is_some()
        })
    }

    pub(super) fn pointer_down(self: &Rc<Self>, event: &Event) {
        let Some(pointer) = event.dyn_ref::<PointerEvent>() else {
            return;
        };
        let Some(handle) = self.handle_of(event).filter(|_| pointer.button() == 0) else {
            return;
        };
        // The drag goes on when the pointer leaves the figure.
        let _ = self.root.set_pointer_capture(pointer.pointer_id());
        let (from, values) = (place(pointer), self.values.borrow().clone());
        self.drag.replace(Some(Drag {
            handle,
            pointer: pointer.pointer_id(),
            from,
            values: values.clone(),
            last: (from, values),
        }));
    }

    pub(super) fn pointer_move(self: &Rc<Self>, event: &Event) {
        let Some(pointer) = event.dyn_ref::<PointerEvent>() else {
            return;
        };
        let values = {
            let mut drag = self.drag.borrow_mut();
            let Some(drag) = drag.as_mut() else {
                return;
            };
            if drag.pointer != pointer.pointer_id() {
                return;
            }
            let now = self.values.borrow();
            if *now != drag.last.1 {
                // Something else was set meanwhile, by the other hand: the drag goes on from there.
                (drag.from, drag.values) = (drag.last.0, now.clone());
            }
            let (here, unit) = (place(pointer), self.view.borrow().unit().max(0.01));
            let right = (here.0 - drag.from.0) / unit;
            let down = (here.1 - drag.from.1) / unit;
            let dragged = (drag.handle.drag)(&drag.values, right, down);
            let values = self.figure.clamp(&dragged);
            drag.last = (here, values.clone());
            values
        };
        self.change(values, Step::Gradual);
    }

    pub(super) fn pointer_up(self: &Rc<Self>, _: &Event) {
        self.drag.replace(None);
    }
}

/// Where a pointer is in the window.
fn place(pointer: &PointerEvent) -> (f64, f64) {
    (f64::from(pointer.client_x()), f64::from(pointer.client_y()))
}
