//! Passing something on: a page, a section, a question, a state of a figure, a result, a plan.
//!
//! The sheet opens on a click on `data-action="share"`, which carries `data-needs-desk`, so that the
//! starter script loads this bundle first. It is about the page, or about what `data-title` and
//! `data-address` name.

mod sheet;
mod what;

use crate::platform::dom::{self, Listen};
pub(super) use sheet::code;
use what::Shared;

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
}
