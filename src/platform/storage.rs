//! `localStorage`, by way of gloo-storage, as something that may be refused.

use gloo_storage::{LocalStorage, Storage as _};

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

/// Stores a text under a key. What was there stays when the new text does not fit.
pub fn write(key: &str, text: &str) -> Result<(), StorageError> {
    storage()?
        .set_item(key, text)
        .map_err(|_| StorageError::Full)
}

/// Takes away what is stored under a key, if anything.
pub fn remove(key: &str) {
    if let Ok(storage) = storage() {
        let _ = storage.remove_item(key);
    }
}
