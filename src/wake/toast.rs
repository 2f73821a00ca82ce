//! One spoken sentence at the foot of the page.

use std::cell::RefCell;

use wasm_bindgen::JsCast;

use crate::platform::dom::{self, Element, HtmlElement, Listen, Timer};

/// How long a confirmation stays. Nothing depends on reading it.
const STAY_MS: i32 = 6_000;

thread_local! {
    static UNDO: RefCell<Option<Box<dyn FnOnce()>>> = const { RefCell::new(None) };
    /// What had the focus before: it gets it back from a button that goes.
    static BEFORE: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// Confirms something; goes away by itself.
pub fn say(sentence: &str) {
    if let Some(toast) = show(sentence, "note") {
        go_away(&toast);
    }
}

/// As [`say`], of what the reader has not done here: a sentence with a button, such as a way back, stays.
pub fn mention(sentence: &str) {
    if dom::query("[data-slot=toast] button").is_none() {
        say(sentence);
    }
}

/// Confirms that a link was copied, and offers the share sheet for it; goes away by itself.
pub fn copied(title: &str, address: &str) {
    let Some(toast) = show("Link copied.", "note") else {
        return;
    };
    if let Some(button) = new_button("More ways to share") {
        // The desk does the rest (src/desk/share).
        for (name, value) in [
            ("data-action", "share"),
            ("data-needs-desk", ""),
            ("data-title", title),
            ("data-address", address),
        ] {
            dom::set_attr(&button, name, value);
        }
        let _ = toast.append_child(&button);
    }
    go_away(&toast);
}

/// Takes the present sentence away after a while, unless another has taken its place: the other bundle
/// speaks in the same place. A button that has the focus stays.
fn go_away(toast: &Element) {
    let text = toast.first_element_child();
    Timer::after(STAY_MS, move || {
        if text.is_some_and(|text| text.is_connected())
            && dom::query("[data-slot=toast]:focus-within").is_none()
        {
            clear();
        }
    });
}

/// Warns about something; stays until closed.
pub fn warn(sentence: &str) {
    if let Some(toast) = show(sentence, "warning") {
        button(&toast, "Close", || {});
    }
}

/// Confirms something and offers a way back; stays until used or closed.
pub fn offer(sentence: &str, action: &str, work: impl FnOnce() + 'static) {
    if let Some(toast) = show(sentence, "note") {
        button(&toast, action, work);
        button_plain(&toast, "Close", clear);
    }
}

/// Takes a confirmation away when the reader goes to another page; a warning stays.
pub fn leave() {
    if dom::query("[data-slot=toast][data-kind=note]").is_some() {
        clear();
    }
}

fn show(sentence: &str, kind: &str) -> Option<Element> {
    let toast = dom::query("[data-slot=toast]")?;
    toast.set_inner_html("");
    dom::set_attr(&toast, "data-kind", kind);
    BEFORE.set(dom::document().active_element());
    let text = dom::document().create_element("p").ok()?;
    text.set_text_content(Some(sentence));
    let _ = toast.append_child(&text);
    Some(toast)
}

fn button(toast: &Element, name: &str, work: impl FnOnce() + 'static) {
    UNDO.set(Some(Box::new(work)));
    button_plain(toast, name, || {
        clear();
        if let Some(work) = UNDO.take() {
            work();
        }
    });
}

fn button_plain(toast: &Element, name: &str, work: fn()) {
    let Some(element) = new_button(name) else {
        return;
    };
    dom::listen(&element, "click", Listen::default(), move |_| {
        work();
        if let Some(before) = BEFORE.take() {
            dom::focus(&before);
        }
    });
    let _ = toast.append_child(&element);
}

fn new_button(name: &str) -> Option<HtmlElement> {
    let element = dom::document().create_element("button").ok()?;
    let element: HtmlElement = element.unchecked_into();
    dom::set_attr(&element, "type", "button");
    element.set_text_content(Some(name));
    Some(element)
}

/// Takes the sentence away.
fn clear() {
    if let Some(toast) = dom::query("[data-slot=toast]") {
        toast.set_inner_html("");
    }
}
