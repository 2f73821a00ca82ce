//! A case: its story, then a question for each step.

use content::model::{Case, Help};
use maud::{Markup, html};

use super::Ask;
use crate::write::plain_inlines;

/// The story and the steps of the case that `whole` asks.
pub(super) fn steps(whole: &Ask<'_>, case: &Case, link: &Markup) -> Markup {
    let last = case.steps.len();
    let nothing = Markup::default();
    html! {
        p.case-title { (plain_inlines(whole.stem)) }
        div.story {
            @for paragraph in &case.story { p { (plain_inlines(paragraph)) } }
        }
        @for (index, step) in case.steps.iter().enumerate() {
            @let (name, anchor) = ([whole.name, "/", &step.id].concat(), [whole.anchor, ".", &step.id].concat());
            @let prefix = [step.id.as_str(), "-"].concat();
            @let ask = Ask { name: &name, anchor: &anchor, prefix: &prefix, stem: &step.stem, kind: &step.kind, ..*whole };
            div.step.ask data-kind=(step.kind.word()) {
                p.step-title { "Step " (index + 1) " of " (last) ", " (step.help.title()) }
                @if let Some(shown) = &step.shown { p.shown { (plain_inlines(shown)) } }
                (ask.whole(if step.help == Help::Solo { link } else { &nothing }))
            }
        }
    }
}
