//! Whether the record is kept: the browser's promise, Safari's rule, and the room that is left.

use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Element;

use super::page;
use crate::{
    platform::{dom, storage},
    progress,
};

/// Set once the browser has been asked to keep what is stored.
const ASKED: &str = "prime-mover.persist-asked";
/// A record longer than this, in UTF-16 units, is nearly at what browsers give a site: about 5 million.
const NEARLY_FULL: usize = 4_000_000;

/// Says how the record is kept.
pub fn wake(place: &Element) {
    let place = place.clone();
    spawn_local(async move {
        let kept = is_kept().await;
        let slot = page::clear(&place, "keeping");
        let _ = page::append(&slot, "h3", "Whether it is kept");
        let words = match kept {
            Some(true) => {
                "This browser has promised to keep your progress until you erase it yourself."
            }
            _ if is_safari() => {
                "Safari erases what a site has stored after seven days of use without a visit to that site, unless you add the site to your home screen or Dock. Come by within the week, or save a copy above."
            }
            _ => {
                "This browser may erase what sites have stored when it runs out of room. A saved copy brings it back."
            }
        };
        page::paragraph(&slot, words);
        if nearly_full() {
            page::paragraph(
                &slot,
                "Your record is nearly as large as this browser allows. Save a copy above before it is full.",
            );
        }
    });
}

/// Asks the browser, once, to keep what is stored, now that there is something to keep.
pub fn ask() {
    let there = |key| storage::read(key).ok().flatten().is_some();
    if there(ASKED) || !there(storage::PROGRESS_KEY) || storage::write(ASKED, "1").is_err() {
        return;
    }
    if let Some(answer) = call("persist") {
        spawn_local(async move {
            // The browser decides; what it says is shown on the progress page.
            let _ = JsFuture::from(answer).await;
        });
    }
}

/// Whether the record is close to what the browser takes.
pub fn nearly_full() -> bool {
    progress::load().encode().len() > NEARLY_FULL
}

async fn is_kept() -> Option<bool> {
    JsFuture::from(call("persisted")?).await.ok()?.as_bool()
}

/// Calls a method of `navigator.storage`; not every browser has it.
fn call(method: &str) -> Option<Promise> {
    let manager = Reflect::get(&dom::window().navigator(), &"storage".into()).ok()?;
    let function = Reflect::get(&manager, &JsValue::from_str(method)).ok()?;
    let function: js_sys::Function = function.dyn_into().ok()?;
    function.call0(&manager).ok()?.dyn_into().ok()
}

/// Safari, or any browser on iOS, not installed as an app: WebKit erases there what scripts have stored
/// after seven days of use without a visit.
fn is_safari() -> bool {
    let navigator = dom::window().navigator();
    let agent = navigator.user_agent().unwrap_or_default();
    let apple = agent.contains("AppleWebKit/")
        && (agent.contains("Macintosh") || agent.contains("iPhone") || agent.contains("iPad"))
        && !agent.contains("Chrome/")
        && !agent.contains("Chromium/");
    let installed = Reflect::get(&navigator, &"standalone".into())
        .is_ok_and(|installed| installed.is_truthy())
        || dom::window()
            .match_media("(display-mode: standalone)")
            .ok()
            .flatten()
            .is_some_and(|list| list.matches());
    apple && !installed
}
