//! Entry of the lab bundle: wakes the figures of a page.

use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Brings every figure below `root` to life that is not yet alive.
#[wasm_bindgen]
pub fn wake(root: &web_sys::Element) {
    prime_mover::figures::wake(root);
}
