//! A figure in a question: a drawing to look at, or a live figure to set.

use content::model::{Aim, FigureState, Marked, Region};
use content::paths::Route;
use maud::{Markup, PreEscaped, html};
use plates::{FrameOptions, Place};

use super::Ask;
use crate::figures;
use crate::write::plain_inlines;

/// The drawing with its marked part, and what can be seen of it in words.
pub(super) fn marked(ask: &Ask<'_>, marked: &Marked) -> Markup {
    html! {
        (drawing(ask, &marked.figure.value, Some(&marked.part.value)))
        p.question-looks { (plain_inlines(&marked.looks)) }
    }
}

/// The drawing of a state. Hidden from those who do not see it: its names would be the answer, and
/// the words beside it say what it shows.
pub(super) fn drawing(ask: &Ask<'_>, state: &FigureState, part: Option<&str>) -> Markup {
    let prefix = prefix(ask);
    html! {
        div.question-figure aria-hidden="true" {
            (PreEscaped(figures::drawing(state, &prefix, part)))
        }
    }
}

/// The live figure, with the state that it begins in spelled out.
pub(super) fn figure(ask: &Ask<'_>, aim: &Aim) -> Markup {
    let state = &aim.figure.value;
    let prefix = prefix(ask);
    let address = ask.context.path(Route::Figure(&state.name));
    html! {
        figure.figure data-figure=(state.name) data-state=(figures::query(state))
            data-start=(figures::spelled(state)) aria-labelledby=(format!("{prefix}-title")) {
            @let options = FrameOptions::new(2, &prefix, Place::Embedded, &address);
            (PreEscaped(figures::frame(state, &options)))
        }
    }
}

/// Local ids of a drawing may hold no full stop, which the ids of a case's steps have.
fn prefix(ask: &Ask<'_>) -> String {
    ask.anchor.replace('.', "-")
}

/// The regions: nothing to see, but what an answer is checked against.
pub(super) fn rows(regions: &[Region]) -> Markup {
    html! {
        @for region in regions {
            li hidden data-choice=(region.choice.id.as_str()) data-correct=(region.choice.correct)
                data-where=(region.place.as_str()) {}
        }
    }
}

pub(super) fn key(ask: &Ask<'_>, regions: &[Region]) -> Markup {
    html! {
        @for Region { choice, .. } in regions {
            (ask.explained(
                &choice.id,
                Some(choice.correct),
                &plain_inlines(&choice.text),
                &choice.why,
                &choice.link,
            ))
        }
    }
}
