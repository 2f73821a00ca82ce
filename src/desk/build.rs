//! Putting elements together. Texts become text nodes, so HTML in them is text.

use crate::platform::dom::{self, Element};

/// A new element inside `parent`, at its end. A refused name cannot happen with our literals; the
/// parent then stands for the child.
pub(super) fn add(parent: &Element, name: &str, class: &str, text: &str) -> Element {
    let Ok(element) = dom::document().create_element(name) else {
        return parent.clone();
    };
    if !class.is_empty() {
        dom::set_attr(&element, "class", class);
    }
    if !text.is_empty() {
        element.set_text_content(Some(text));
    }
    let _ = parent.append_child(&element);
    element
}

/// A button that does what `data-do` says: whoever listens reads it.
pub(super) fn button(parent: &Element, class: &str, text: &str, does: &str) -> Element {
    let button = add(parent, "button", class, text);
    dom::set_attr(&button, "type", "button");
    dom::set_attr(&button, "data-do", does);
    button
}

/// A link.
pub(super) fn link(parent: &Element, class: &str, text: &str, address: &str) -> Element {
    let link = add(parent, "a", class, text);
    dom::set_attr(&link, "href", address);
    link
}

/// A status region: it is there before anything is said in it.
pub(super) fn status(parent: &Element, class: &str) -> Element {
    let status = add(parent, "p", class, "");
    dom::set_attr(&status, "role", "status");
    status
}
