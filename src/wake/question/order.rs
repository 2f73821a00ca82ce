//! Another order on another try: the nodes move, the text stays.

use study::score::{Kind, shuffle};

use crate::platform::dom::{self, Element};

/// The attempt whose order the rows stand in.
const SHOWN: &str = "data-shown";

/// Puts the rows of `ask` in the order of the next attempt.
pub(super) fn next(ask: &Element, form: &Element, kind: Kind) {
    arrange(ask, form, kind, number(ask, SHOWN).wrapping_add(1));
}

fn number(element: &Element, name: &str) -> u32 {
    dom::attr(element, name).parse().unwrap_or(0)
}

fn arrange(ask: &Element, form: &Element, kind: Kind, attempt: u32) {
    let item = dom::attr(form, "data-question");
    let shown = number(ask, SHOWN);
    dom::set_attr(ask, SHOWN, &attempt.to_string());
    let lists: &[&str] = match kind {
        // The explanations of an order stand in the right one.
        Kind::Order => &[".choices"],
        _ => &[".choices", ".explanations"],
    };
    for list in lists.iter().filter_map(|list| dom::child(ask, list)) {
        let rows = dom::query_all(&list, "li");
        let mut first = rows.clone();
        for (row, place) in rows.iter().zip(shuffle(&item, shown, rows.len())) {
            if let Some(slot) = first.get_mut(place) {
                slot.clone_from(row);
            }
        }
        for place in shuffle(&item, attempt, rows.len()) {
            if let Some(row) = first.get(place) {
                let _ = list.append_child(row);
            }
        }
    }
}
