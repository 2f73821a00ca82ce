//! Copying text.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::dom::window;

/// Copies a text; `false` where the browser refuses (no permission, or a page not served securely).
pub async fn copy(text: &str) -> bool {
    let Some(promise) = write(text) else {
        return false;
    };
    JsFuture::from(promise).await.is_ok()
}

fn write(text: &str) -> Option<Promise> {
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).ok()?;
    if clipboard.is_undefined() {
        return None;
    }
    let write: Function = Reflect::get(&clipboard, &"writeText".into())
        .ok()?
        .dyn_into()
        .ok()?;
    write
        .call1(&clipboard, &JsValue::from_str(text))
        .ok()?
        .dyn_into()
        .ok()
}
