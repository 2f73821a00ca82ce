//! The system's share sheet.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::dom::window;

/// What became of an attempt to share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// The sheet was shown; the reader shared or changed their mind.
    Shown,
    /// This browser has no share sheet.
    Unsupported,
}

/// Whether this browser has one.
pub fn is_there() -> bool {
    Reflect::get(&window().navigator(), &"share".into()).is_ok_and(|share| share.is_function())
}

/// Opens the share sheet with a title and an address.
pub async fn share(title: &str, address: &str) -> Shared {
    let Some(promise) = call(title, address) else {
        return Shared::Unsupported;
    };
    match JsFuture::from(promise).await {
        Ok(_) => Shared::Shown,
        // Closing the sheet is reported as an error named AbortError.
        Err(error) => {
            let name = Reflect::get(&error, &"name".into())
                .ok()
                .and_then(|name| name.as_string());
            if name.as_deref() == Some("AbortError") {
                Shared::Shown
            } else {
                Shared::Unsupported
            }
        }
    }
}

fn call(title: &str, address: &str) -> Option<Promise> {
    let navigator = window().navigator();
    let share: Function = Reflect::get(&navigator, &"share".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let data = Object::new();
    Reflect::set(&data, &"title".into(), &title.into()).ok()?;
    Reflect::set(&data, &"url".into(), &address.into()).ok()?;
    share.call1(&navigator, &data).ok()?.dyn_into().ok()
}
