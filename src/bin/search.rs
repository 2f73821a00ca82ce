//! Entry of the search bundle: the dialog of every page, `/search/`, and the page for what is missing.

use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Brings every place to search below `root` to life that is not yet alive.
#[wasm_bindgen]
pub fn wake(root: &web_sys::Element) {
    prime_mover::finder::wake(root);
}
