//! Entries that get a place or another half: a menu for each, so that nothing is dragged.

use content::model::{Entry, Pair, words};
use maud::{Markup, html};

use super::Ask;
use crate::write::plain_inlines;

/// The entries of an order by their words, so that the first look does not give the answer away.
pub(super) fn places(ask: &Ask<'_>, entries: &[Entry]) -> Markup {
    let options: Vec<(String, String)> = (1..=entries.len())
        .map(|place| (place.to_string(), place.to_string()))
        .collect();
    let mut shown: Vec<(usize, &Entry)> = entries.iter().enumerate().collect();
    shown.sort_by_cached_key(|(_, entry)| words(&entry.text));
    if shown.is_sorted_by_key(|(place, _)| place) {
        shown.reverse();
    }
    html! {
        @for (place, entry) in shown {
            (row(ask, entry, &(place + 1).to_string(), "Place", &options))
        }
    }
}

pub(super) fn places_key(ask: &Ask<'_>, entries: &[Entry]) -> Markup {
    html! {
        @for (place, entry) in entries.iter().enumerate() {
            (explained(ask, entry, &html! {
                strong { (place + 1) "." } " " (plain_inlines(&entry.text))
            }))
        }
    }
}

/// The pairs in the order of the file; the other halves in the order of the alphabet.
pub(super) fn halves(ask: &Ask<'_>, pairs: &[Pair]) -> Markup {
    let mut options: Vec<(String, String)> = Vec::new();
    for pair in pairs {
        let text = words(&pair.with);
        if options.iter().all(|(_, known)| *known != text) {
            options.push((pair.entry.id.value.clone(), text));
        }
    }
    options.sort_by(|(_, a), (_, b)| a.cmp(b));
    html! {
        @for pair in pairs {
            @let with = words(&pair.with);
            @if let Some((answer, _)) = options.iter().find(|(_, text)| *text == with) {
                (row(ask, &pair.entry, answer, "Choose", &options))
            }
        }
    }
}

pub(super) fn halves_key(ask: &Ask<'_>, pairs: &[Pair]) -> Markup {
    html! {
        @for pair in pairs {
            (explained(ask, &pair.entry, &html! {
                (plain_inlines(&pair.entry.text)) ": " strong { (plain_inlines(&pair.with)) }
            }))
        }
    }
}

fn row(
    ask: &Ask<'_>,
    entry: &Entry,
    answer: &str,
    empty: &str,
    options: &[(String, String)],
) -> Markup {
    let field = [ask.anchor, ".", &entry.id].concat();
    html! {
        li data-choice=(ask.id(&entry.id)) data-answer=(answer) data-given[entry.given] {
            label for=(field) { (plain_inlines(&entry.text)) }
            select id=(field) disabled[entry.given] {
                @if !entry.given { option value="" { (empty) } }
                @for (value, text) in options {
                    @if !entry.given || value == answer { option value=(value) { (text) } }
                }
            }
        }
    }
}

fn explained(ask: &Ask<'_>, entry: &Entry, what: &Markup) -> Markup {
    ask.explained(&entry.id, None, what, &entry.why, &entry.link)
}
