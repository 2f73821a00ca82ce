//! What a button or link with `data-action` does.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlAnchorElement;

use super::{question, reading, toast};
use crate::platform::{
    clipboard,
    dom::{self, Element, Event},
    history,
    share::{self, Shared},
};

/// Does what the element that was clicked stands for, if anything.
pub fn act(event: &Event) {
    question::on_press(event);
    let Some(actor) = dom::closest(event, "[data-action]") else {
        return;
    };
    match dom::attr(&actor, "data-action").as_str() {
        "share" => share(&actor),
        "print" => {
            let _ = dom::window().print();
        }
        "copy-link" => copy_link(&actor, event),
        "toggle-read" => reading::toggle(&actor),
        _ => {}
    }
}

/// Shares what the element names; the page, where it names nothing.
fn share(actor: &Element) {
    let mut title = dom::attr(actor, "data-title");
    let mut address = dom::attr(actor, "data-address");
    if address.is_empty() {
        title = dom::document().title();
        address = history::address();
    }
    spawn_local(async move {
        if share::share(&title, &address).await == Shared::Unsupported {
            copy(&title, &address).await;
        }
    });
}

/// Copies where a link leads. A link within the page also moves there, as links do; a link to
/// another page (a question's own page) does not take the reader away from this one.
fn copy_link(link: &Element, event: &Event) {
    let Some(anchor) = link.dyn_ref::<HtmlAnchorElement>() else {
        return;
    };
    let address = anchor.href();
    if anchor.pathname() != history::path() {
        event.prevent_default();
    }
    let label = dom::attr(link, "aria-label");
    let place = label.strip_prefix("Copy link to ").unwrap_or_default();
    let page = dom::query("main h1").map_or_else(String::new, |title| dom::text(&title));
    let title = [page.as_str(), " › ", place].concat();
    spawn_local(async move { copy(&title, &address).await });
}

async fn copy(title: &str, address: &str) {
    if clipboard::copy(address).await {
        toast::copied(title, address);
    } else {
        let mut sentence = String::from("This browser does not let the site copy. The link is: ");
        sentence.push_str(address);
        toast::warn(&sentence);
    }
}
