//! How certain the reader is, if they say so before the answer is shown.

use study::Certainty;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use crate::platform::dom::{self, Element};

/// What the reader said.
pub(super) fn of(ask: &Element) -> Option<Certainty> {
    let input = dom::child(ask, ".certainty :checked")?;
    Certainty::from_name(&dom::attr(&input, "value"))
}

/// Takes no other answer, or forgets the one it has.
pub(super) fn lock(ask: &Element, locked: bool) {
    for input in dom::query_all(ask, ".certainty input") {
        dom::toggle_attr(&input, "disabled", locked);
        if !locked {
            input
                .unchecked_into::<HtmlInputElement>()
                .set_checked(false);
        }
    }
}
