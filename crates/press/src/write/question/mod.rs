//! A question: a form that is complete without scripts. One module for each family of kinds.
//!
//! What can be checked at once is an *ask*: a list of rows (`data-choice`), a button, a status region
//! and the key. A form is one, or, for a case, has one in each step.

mod case;
mod choices;
mod entries;
mod number;
mod parts;

pub use choices::said;
use content::model::{Inline, Item, Kind, Located, Quiz, Target};
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
    let anchor = format!("q-{}", item.id.value);
    let address = format!("{}#{anchor}", context.path(Route::Quiz(&quiz.slug)));
    let link = html! {
        a.question-link href=(address) data-action="copy-link" aria-label="Copy link to this question" {
            "#"
        }
    };
    let ask = Ask {
        context,
        name: &name,
        anchor: &anchor,
        prefix: "",
        stem: &item.stem,
        kind: &item.kind,
    };
    let class = match item.kind {
        Kind::Case(_) => "question case",
        _ => "question ask",
    };
    html! {
        form class=(class) id=(anchor) data-question=(name) data-rev=(item.rev)
            data-kind=(item.kind.word()) data-topic=(quiz.topic.as_str()) data-section=[section]
            data-confusable=[item.confusable.as_deref()] {
            @match &item.kind {
                Kind::Case(case) => (case::steps(&ask, case, &link)),
                _ => (ask.whole(&link)),
            }
        }
    }
}

/// What can be checked at once.
struct Ask<'a> {
    context: &'a Context<'a>,
    /// The name of its radio buttons.
    name: &'a str,
    /// The id that the ids of its fields begin with.
    anchor: &'a str,
    /// What the ids of its rows begin with: those of a step, with the id of the step.
    prefix: &'a str,
    stem: &'a [Inline],
    kind: &'a Kind,
}

impl Ask<'_> {
    /// Question, rows, button, status region and key; `link` stands beside the button.
    fn whole(&self, link: &Markup) -> Markup {
        html! {
            fieldset {
                legend {
                    (plain_inlines(self.stem)) " "
                    span.hint { (self.hint()) }
                }
                (self.shown())
                ul.choices hidden[matches!(self.kind, Kind::SetFigure(_))] { (self.rows()) }
            }
            @if self.prefix.is_empty() { (self.certainty()) }
            div.question-actions {
                button type="submit" data-action="check" { "Check answer" }
                (link)
            }
            p.verdict role="status" data-slot {}
            details.answer-key {
                summary { "Answer and explanations" }
                ul.explanations { (self.key()) }
            }
        }
    }

    /// How certain the reader is: optional, and only with scripts, like the button. A case has none,
    /// for its steps say more than that.
    fn certainty(&self) -> Markup {
        let name = [self.name, "?"].concat();
        html! {
            fieldset.certainty {
                legend { "How certain are you?" }
                @for level in ["Low", "Medium", "High"] {
                    label { input type="radio" name=(name) value=(level.to_lowercase()); (level) }
                }
            }
        }
    }

    /// The id of a row, permanent within the item.
    fn id(&self, row: &str) -> String {
        [self.prefix, row].concat()
    }

    fn hint(&self) -> String {
        match self.kind {
            Kind::One(_) | Kind::NamePart(_) => String::from("Choose one."),
            Kind::Several(_) => String::from("Choose all that fit."),
            Kind::TrueOrFalse(_) => String::from("True or false, and why?"),
            Kind::Order(_) => String::from("Give each its place, 1 first."),
            Kind::Match(_) => String::from("Choose what belongs to each."),
            Kind::Number(number) => number::hint(number),
            Kind::FindPart(_) => String::from("Choose in the drawing or in the list."),
            Kind::SetFigure(_) => String::from("Set the figure, then check."),
            Kind::Case(_) => String::new(),
        }
    }

    /// What the question is about, where it is something to look at.
    fn shown(&self) -> Markup {
        match self.kind {
            Kind::NamePart(marked) => parts::marked(self, marked),
            Kind::FindPart(sought) => parts::drawing(self, &sought.figure.value, None),
            Kind::SetFigure(aim) => parts::figure(self, aim),
            _ => Markup::default(),
        }
    }

    fn rows(&self) -> Markup {
        match self.kind {
            Kind::One(all) => choices::rows(self, "radio", all),
            Kind::Several(all) => choices::rows(self, "checkbox", all),
            Kind::TrueOrFalse(all) => choices::claim_rows(self, all),
            Kind::Order(all) => entries::places(self, all),
            Kind::Match(all) => entries::halves(self, all),
            Kind::Number(number) => number::row(self, number),
            Kind::NamePart(marked) => choices::rows(self, "radio", &marked.choices),
            Kind::FindPart(sought) => choices::rows(self, "radio", &sought.choices),
            Kind::SetFigure(aim) => parts::rows(&aim.regions),
            Kind::Case(_) => Markup::default(),
        }
    }

    fn key(&self) -> Markup {
        match self.kind {
            Kind::One(all) | Kind::Several(all) => choices::key(self, all),
            Kind::TrueOrFalse(all) => choices::claim_key(self, all),
            Kind::Order(all) => entries::places_key(self, all),
            Kind::Match(all) => entries::halves_key(self, all),
            Kind::Number(number) => number::key(self, number),
            Kind::NamePart(marked) => choices::key(self, &marked.choices),
            Kind::FindPart(sought) => choices::key(self, &sought.choices),
            Kind::SetFigure(aim) => parts::key(self, &aim.regions),
            Kind::Case(_) => Markup::default(),
        }
    }

    /// The explanation of the row `id`. `mark` says whether a choice is right; of what is placed or
    /// written only the reader's answer is, so it is empty until then.
    fn explained(
        &self,
        id: &str,
        mark: Option<bool>,
        what: &Markup,
        why: &[Inline],
        link: &Located<Target>,
    ) -> Markup {
        let words = match mark {
            Some(true) => "Correct",
            Some(false) => "Not correct",
            None => "",
        };
        html! {
            li data-for=(self.id(id)) data-correct=[mark] {
                p { strong.mark { (words) } " " (what) }
                p {
                    (plain_inlines(why)) " "
                    a href=(self.context.href(link)) { "Read this part" }
                }
            }
        }
    }
}
