//! Passing something on: a page, a section, a question, a state of a figure, a result, a plan.
//!
//! The sheet opens on a click on `data-action="share"` (which carries `data-needs-desk`, so that the
//! starter script loads this bundle first) and on the event `prime-mover:needs-desk` whose detail is
//! `share`, the title and the address, each on a line.

mod sheet;
mod what;

use crate::platform::dom::{self, Event, Listen};
pub(super) use sheet::code;
use what::Shared;

/// The event with which app and lab ask for the sheet.
const ASKED: &str = "prime-mover:needs-desk";

/// Listens for what opens the sheet. Called once.
pub(super) fn start() {
    let early = Listen {
        capture: true,
        passive: false,
    };
    // The window hears a click before the document, where the app listens.
    dom::listen(&dom::window(), "click", early, |event| {
        if let Some(button) = dom::closest(&event, "[data-action=share]") {
            event.prevent_default();
            // The app has a way of its own, for when this bundle cannot be had.
            event.stop_propagation();
            sheet::open(&Shared::of(&button), Some(&button));
        }
    });
    dom::listen(&dom::window(), ASKED, Listen::default(), |event| {
        if let Some(shared) = asked(event) {
            sheet::open(&shared, dom::document().active_element().as_ref());
        }
    });
}

fn asked(event: Event) -> Option<Shared> {
    use wasm_bindgen::JsCast;
    let detail = event.dyn_into::<web_sys::CustomEvent>().ok()?.detail();
    let detail = detail.as_string()?;
    let mut lines = detail.split('\n');
    if lines.next() != Some("share") {
        return None;
    }
    Some(Shared::new(lines.next()?, lines.next()?))
}
