//! `localStorage`, by way of gloo-storage, as something that may be refused.

use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::prelude::*;

use super::dom::window;

/// The one key of everything the site knows about its reader.
pub const PROGRESS_KEY: &str = study::STORAGE_KEY;
/// What follows from it, so that a page need not read all of it: may be lost at any time.
pub const BRIEF_KEY: &str = "prime-mover.brief";
/// The chosen theme; apart, because a script of a few bytes reads it before the first paint.
pub const THEME_KEY: &str = "prime-mover.theme";

/// Why nothing could be stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser offers no storage to this page.
    Blocked,
    /// There is storage, but it took no more.
    Full,
}

#[wasm_bindgen]
extern "C" {
    /// `Storage`, with texts that are not copied.
    type Texts;
    #[wasm_bindgen(method, catch, js_name = getItem)]
    fn get(this: &Texts, key: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = setItem)]
    fn set(this: &Texts, key: &str, text: &JsValue) -> Result<(), JsValue>;

    type TextEncoder;
    #[wasm_bindgen(constructor)]
    fn new() -> TextEncoder;
    #[wasm_bindgen(method)]
    fn encode(this: &TextEncoder, text: &JsValue) -> js_sys::Uint8Array;
}

/// A text that lies with the browser. Years of history are nearly a megabyte: comparing two such texts is
/// the browser's work of a moment, copying one is not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stored(JsValue);

impl Stored {
    /// Hands a text to the browser.
    pub fn new(text: &str) -> Self {
        Self(JsValue::from_str(text))
    }

    /// A copy in this bundle. What comes with `wasm-bindgen` reads a text letter by letter, in script
    /// that is not compiled yet when a page opens.
    pub fn text(&self) -> String {
        // The encoder writes nothing but UTF-8.
        String::from_utf8(TextEncoder::new().encode(&self.0).to_vec()).unwrap_or_default()
    }
}

/// Probes first: gloo-storage's `raw()` panics where storage is blocked.
fn storage() -> Result<web_sys::Storage, StorageError> {
    match window().local_storage() {
        Ok(Some(_)) => Ok(LocalStorage::raw()),
        _ => Err(StorageError::Blocked),
    }
}

/// The text stored under a key, if any.
pub fn read(key: &str) -> Result<Option<String>, StorageError> {
    storage()?.get_item(key).map_err(|_| StorageError::Blocked)
}

/// The same, without copying it.
pub fn peek(key: &str) -> Result<Option<Stored>, StorageError> {
    let storage = storage()?;
    let texts: &Texts = storage.unchecked_ref();
    let found = texts.get(key).map_err(|_| StorageError::Blocked)?;
    Ok((!found.is_null()).then_some(Stored(found)))
}

/// Stores a text under a key. What was there stays when the new text does not fit.
pub fn write(key: &str, text: &str) -> Result<(), StorageError> {
    storage()?
        .set_item(key, text)
        .map_err(|_| StorageError::Full)
}

/// The same for a text that lies with the browser.
pub fn keep(key: &str, text: &Stored) -> Result<(), StorageError> {
    let storage = storage()?;
    let texts: &Texts = storage.unchecked_ref();
    texts.set(key, &text.0).map_err(|_| StorageError::Full)
}

/// Takes away what is stored under a key, if anything.
pub fn remove(key: &str) {
    if let Ok(storage) = storage() {
        let _ = storage.remove_item(key);
    }
}
