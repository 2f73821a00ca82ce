//! A check-in that was missed is asked once more at the next one of its article.
//!
//! The copy comes fresh from the page of its quiz, as in review, so nothing shows what was answered; the
//! app serves it like any other question. Without it (no connection) the check-in simply does not return:
//! review asks it anyway.

use content::paths::Route;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

use super::{
    build,
    questions::{Page, quiz_of},
};
use crate::platform::dom::{self, Listen};

/// Check-ins of an article that were answered, and not rightly. The starter script loads this bundle at
/// the first of them.
const MISSED: &str = "article .check form.question[data-result]:not([data-result=right])";
/// Set on a check-in once its return is arranged.
const RETURNS: &str = "data-returns";

/// Listens for misses, and serves the one that loaded this bundle. Called once.
pub fn start() {
    dom::listen(
        &dom::window(),
        "prime-mover:answered",
        Listen::default(),
        |_| arrange(),
    );
    arrange();
}

/// Has every check-in return that was missed since.
fn arrange() {
    let Some(main) = dom::by_id("main") else {
        return;
    };
    for form in dom::query_all(&main, MISSED) {
        if !form.has_attribute(RETURNS) {
            dom::set_attr(&form, RETURNS, "");
            spawn_local(bring_back(form));
        }
    }
}

async fn bring_back(missed: Element) {
    let name = dom::attr(&missed, "data-question");
    let Some(place) = next(&missed) else { return };
    let Ok(page) = Page::fetch(Route::Quiz(quiz_of(&name))).await else {
        return;
    };
    let Some(form) = page.question(&name) else {
        return;
    };
    // A drawing brings names of its own, which the page has already.
    if !place.is_connected() || dom::child(&form, "svg").is_some() {
        return;
    }
    dom::set_attr(&form, "id", &[&missed.id(), "-again"].concat());
    dom::set_attr(&form, "data-section", &dom::attr(&missed, "data-section"));
    let _ = build::add(&place, "p", "check-title", "Once more, from above");
    let _ = place.append_child(&form);
}

/// The check-in after this one that is not answered yet.
fn next(missed: &Element) -> Option<Element> {
    let article = missed.closest("article").ok()??;
    let here = missed.closest(".check").ok()??;
    let checks = dom::query_all(&article, ".check").into_iter();
    checks
        .skip_while(|check| *check != here)
        .skip(1)
        .find(|check| dom::child(check, "form.question:not([data-state])").is_some())
}
