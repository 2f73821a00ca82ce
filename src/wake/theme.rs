//! Light, dark or automatic.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;

use crate::platform::{
    dom::{self, Listen},
    storage,
};

/// Shows the chosen theme in the control and follows it from now on. The choice itself is applied
/// before the first paint by `src/boot/theme.js`.
pub fn start() {
    let Some(select) = dom::query("select[data-action=theme]") else {
        return;
    };
    let select: HtmlSelectElement = select.unchecked_into();
    let stored = storage::read(storage::THEME_KEY).ok().flatten();
    select.set_value(match stored.as_deref() {
        Some(theme @ ("light" | "dark")) => theme,
        _ => "auto",
    });
    let chosen = select.clone();
    dom::listen(&select, "change", Listen::default(), move |_| {
        choose(&chosen.value())
    });
}

fn choose(theme: &str) {
    if let Some(html) = dom::root() {
        dom::set_attr(&html, "data-theme", theme);
    }
    // A theme that cannot be stored still holds for this visit.
    let _ = storage::write(storage::THEME_KEY, theme);
}
