//! Where the reader is and was: address, scroll positions per history entry.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{History, Location};

use super::dom::window;

fn location() -> Location {
    window().location()
}

fn history() -> Option<History> {
    window().history().ok()
}

/// Path of the current page, such as `/topics/three-glutes/`.
pub fn path() -> String {
    location().pathname().unwrap_or_default()
}

/// Query of the current page with its `?`, or empty.
pub fn query() -> String {
    location().search().unwrap_or_default()
}

/// Fragment of the current address without `#`, percent-decoded.
pub fn hash() -> String {
    decode_hash(&location().hash().unwrap_or_default())
}

/// A fragment without `#`, percent-decoded; left as it is where the encoding is off.
pub fn decode_hash(hash: &str) -> String {
    let raw = hash.strip_prefix('#').unwrap_or(hash);
    js_sys::decode_uri_component(raw).map_or_else(|_| raw.to_owned(), String::from)
}

/// The whole address of the current page.
pub fn address() -> String {
    location().href().unwrap_or_default()
}

/// Scheme, host and port of the site.
pub fn origin() -> String {
    location().origin().unwrap_or_default()
}

/// Leaves the app: the browser loads the address itself.
pub fn load(address: &str) {
    let _ = location().assign(address);
}

/// Loads the current address again.
pub fn reload() {
    let _ = location().reload();
}

/// Adds an entry to the history and tells the router (and the live figures), which listen for
/// `popstate`.
pub fn push(address: &str) {
    let Some(history) = history() else { return };
    if history
        .push_state_with_url(&JsValue::NULL, "", Some(address))
        .is_ok()
        && let Ok(event) = web_sys::PopStateEvent::new("popstate")
    {
        let _ = window().dispatch_event(&event);
    }
}

/// Changes the address of the current entry without leaving the page; a refusal is harmless.
pub fn rewrite(address: &str) {
    let Some(history) = history() else { return };
    let state = history.state().unwrap_or_default();
    let _ = history.replace_state_with_url(&state, "", Some(address));
}

/// Vertical scroll position in CSS pixels.
pub fn scroll_y() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// Scrolls at once, whatever `scroll-behavior` says.
pub fn scroll_to(y: f64) {
    let options = js_sys::Object::new();
    let _ = Reflect::set(&options, &"top".into(), &y.into());
    let _ = Reflect::set(&options, &"behavior".into(), &"instant".into());
    if let Ok(function) = Reflect::get(&window(), &"scrollTo".into())
        && let Ok(function) = function.dyn_into::<js_sys::Function>()
    {
        let _ = function.call1(&window(), &options);
    }
}

const KEY: &str = "scroll";

/// Notes the scroll position on the current history entry. Safari refuses more than about 100 such
/// writes in ten seconds: callers debounce, and a refusal is harmless. A write costs some milliseconds of a slow phone.
pub fn remember_scroll() {
    let Some(history) = history() else { return };
    if remembered_scroll() == Some(scroll_y()) {
        return;
    }
    let state = match history.state() {
        Ok(state) if state.is_object() => state,
        _ => js_sys::Object::new().into(),
    };
    let _ = Reflect::set(&state, &KEY.into(), &scroll_y().into());
    let _ = history.replace_state(&state, "");
}

/// The position noted on the current history entry.
pub fn remembered_scroll() -> Option<f64> {
    let state = history()?.state().ok()?;
    Reflect::get(&state, &JsValue::from_str(KEY)).ok()?.as_f64()
}

/// Whether the browser itself restores scroll positions. Ours while the app runs, the browser's when
/// the page is left, so that a reload comes back to the same place.
pub fn restore_scroll_ourselves(ours: bool) {
    if let Some(history) = history() {
        let mode = if ours { "manual" } else { "auto" };
        let _ = Reflect::set(&history, &"scrollRestoration".into(), &mode.into());
    }
}
