//! Small pieces of a page: slots, paragraphs, buttons, links.

use web_sys::Element;

use super::build;
use crate::platform::dom::{self, Event, Listen};

/// The slot of this name inside a place; the place itself where the page has none.
pub fn part(place: &Element, name: &str) -> Element {
    let selector = ["[data-slot='", name, "']"].concat();
    dom::child(place, &selector).unwrap_or_else(|| place.clone())
}

/// Empties a slot and gives it.
pub fn clear(place: &Element, name: &str) -> Element {
    let slot = part(place, name);
    slot.set_text_content(None);
    slot
}

/// Writes a sentence into a slot.
pub fn slot(place: &Element, name: &str, words: &str) {
    part(place, name).set_text_content(Some(words));
}

/// Appends an element with these words.
pub fn append(parent: &Element, name: &str, words: &str) -> Element {
    build::add(parent, name, "", words)
}

/// Appends a paragraph.
pub fn paragraph(parent: &Element, words: &str) {
    let _ = append(parent, "p", words);
}

/// Appends a button.
pub fn button(
    parent: &Element,
    words: &str,
    class: &str,
    mut work: impl FnMut() + 'static,
) -> Element {
    button_that_hears(parent, words, class, move |_| work())
}

/// Appends a button whose work depends on how it was pressed.
pub fn button_that_hears(
    parent: &Element,
    words: &str,
    class: &str,
    work: impl FnMut(Event) + 'static,
) -> Element {
    let button = build::add(parent, "button", class, words);
    dom::set_attr(&button, "type", "button");
    dom::listen(&button, "click", Listen::default(), work);
    let _ = parent.append_child(&dom::document().create_text_node(" "));
    button
}

/// Appends a link that looks like a button.
pub fn link(parent: &Element, words: &str, address: &str) {
    build::link(parent, "button", words, address);
    let _ = parent.append_child(&dom::document().create_text_node(" "));
}

/// Moves the focus to a text that has just been shown.
pub fn focus(element: &Element) {
    dom::set_attr(element, "tabindex", "-1");
    dom::focus(element);
}

/// Moves the focus to the title of the page, above everything that has changed.
pub fn focus_title() {
    if let Some(title) = dom::by_id("title") {
        dom::focus(&title);
        into_view(&title);
    }
}

/// Scrolls to an element if its beginning is out of sight.
pub fn into_view(element: &Element) {
    let top = element.get_bounding_client_rect().top();
    let height = dom::window()
        .inner_height()
        .ok()
        .and_then(|height| height.as_f64())
        .unwrap_or_default();
    if top < 0.0 || top > height {
        element.scroll_into_view();
    }
}

/// Says that something new stands in the page.
pub fn announce() {
    if let Ok(event) = web_sys::CustomEvent::new("prime-mover:page") {
        let _ = dom::window().dispatch_event(&event);
    }
}
