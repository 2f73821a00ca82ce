//! A question: a form that is complete without scripts.

use content::model::{Choice, Item, Kind, Quiz};
use content::paths::Route;
use maud::{Markup, html};

use super::context::Context;
use super::plain_inlines;

/// Where a question stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting<'a> {
    /// In a topic, in this section.
    CheckIn(Option<&'a str>),
    /// On the page of its quiz.
    Quiz,
}

/// The form of a question.
pub fn form(context: &Context<'_>, quiz: &Quiz, item: &Item, setting: Setting<'_>) -> Markup {
    let name = content::ids::question(&quiz.slug, &item.id);
    let section = match setting {
        Setting::CheckIn(section) => section,
        Setting::Quiz => context.section_of(&quiz.slug, &item.id),
    };
    let (input, hint) = match item.kind {
        Kind::One => ("radio", "Choose one."),
        Kind::Several => ("checkbox", "Choose all that fit."),
    };
    let anchor = format!("q-{}", item.id.value);
    let address = format!("{}#{anchor}", context.path(Route::Quiz(&quiz.slug)));
    html! {
        form.question id=(anchor) data-question=(name) data-rev=(item.rev)
            data-kind=(item.kind.word()) data-topic=(quiz.topic.as_str())
            data-section=[section] {
            fieldset {
                legend {
                    (plain_inlines(&item.stem)) " "
                    span.hint { (hint) }
                }
                ul.choices {
                    @for choice in &item.choices {
                        li data-choice=(choice.id.as_str()) data-correct=(choice.correct) {
                            label {
                                input type=(input) name=(name) value=(choice.id.as_str());
                                span { (plain_inlines(&choice.text)) }
                            }
                        }
                    }
                }
            }
            div.question-actions {
                button type="submit" data-action="check" { "Check answer" }
                a.question-link href=(address) data-action="copy-link"
                    aria-label="Copy link to this question" { "#" }
            }
            p.verdict role="status" data-slot {}
            details.answer-key {
                summary { "Answer and explanations" }
                ul.explanations {
                    @for choice in &item.choices { (explanation(context, choice)) }
                }
            }
        }
    }
}

fn explanation(context: &Context<'_>, choice: &Choice) -> Markup {
    let mark = if choice.correct {
        "Correct"
    } else {
        "Not correct"
    };
    html! {
        li data-for=(choice.id.as_str()) data-correct=(choice.correct) {
            p { strong.mark { (mark) } " " (plain_inlines(&choice.text)) }
            p {
                (plain_inlines(&choice.why)) " "
                a href=(context.href(&choice.link)) { "Read this part" }
            }
        }
    }
}
