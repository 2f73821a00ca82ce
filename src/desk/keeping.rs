//! Whether the record is kept: the browser's promise (the starter script asks for it once there is
//! something to keep) and Safari's rule.

use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Element;

use super::page;
use crate::platform::dom;

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
                "Safari erases what a site has stored after seven days of use without a visit to that site, unless you add the site to your home screen or Dock. Come by within the week, or save a copy below."
            }
            _ => {
                "This browser may erase what sites have stored when it runs out of room. A saved copy brings it back."
            }
        };
        page::paragraph(&slot, words);
    });
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
