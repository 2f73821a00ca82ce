//! Entry of the desk bundle: review, practice, and what the reader knows.

use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Brings every place below `root` to life that the press has left for the desk.
#[wasm_bindgen]
pub fn wake(root: &web_sys::Element) {
    prime_mover::desk::wake(root);
}
