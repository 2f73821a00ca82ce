//! A question on paper or on a card: what is asked, and its key. Plain HTML without classes, because it
//! is read outside the site too.

use content::model::{Answer, Case, Entry, Inline, Item, Kind, Pair, words};
use maud::{Markup, html};

use super::plain_inlines;
use super::question::said;

/// What is asked, with what there is to choose from.
pub fn front(item: &Item) -> Markup {
    html! {
        p { (plain_inlines(&item.stem)) }
        (offered(&item.kind))
    }
}

/// Whether somebody who sees the front alone can answer: not where a figure has to be set.
pub fn answerable(kind: &Kind) -> bool {
    match kind {
        Kind::SetFigure(_) => false,
        Kind::Case(case) => case.steps.iter().all(|step| answerable(&step.kind)),
        _ => true,
    }
}

fn offered(kind: &Kind) -> Markup {
    match kind {
        Kind::One(choices) | Kind::Several(choices) => {
            let each = choices.iter().map(|choice| plain_inlines(&choice.text));
            html! {
                @if matches!(kind, Kind::Several(_)) { p { em { "Choose all that fit." } } }
                (list(each))
            }
        }
        Kind::TrueOrFalse(claims) => list(claims.iter().map(said)),
        Kind::Order(entries) => html! {
            p { em { "Put in order:" } }
            (list(sorted(entries.iter().map(|entry| entry.text.as_slice()))))
        },
        Kind::Match(pairs) => html! {
            p { em { "What belongs together?" } }
            (list(sorted(pairs.iter().map(|pair| pair.entry.text.as_slice()))))
            (list(sorted(pairs.iter().map(|pair| pair.with.as_slice()))))
        },
        Kind::NamePart(marked) => html! {
            p { (plain_inlines(&marked.looks)) }
            (list(marked.choices.iter().map(|choice| plain_inlines(&choice.text))))
        },
        Kind::FindPart(sought) => list(
            sought
                .choices
                .iter()
                .map(|choice| plain_inlines(&choice.text)),
        ),
        Kind::Case(case) => story(case),
        Kind::Number(_) | Kind::SetFigure(_) => Markup::default(),
    }
}

fn story(case: &Case) -> Markup {
    html! {
        @for paragraph in &case.story { p { (plain_inlines(paragraph)) } }
        @for (number, step) in (1..).zip(&case.steps) {
            @if let Some(shown) = &step.shown { p { (plain_inlines(shown)) } }
            p { (number) ". " (plain_inlines(&step.stem)) }
            (offered(&step.kind))
        }
    }
}

/// The answer and why, then why each of the others is none.
pub fn back(item: &Item) -> Markup {
    key(&item.kind)
}

fn key(kind: &Kind) -> Markup {
    match kind {
        Kind::Order(entries) => html! {
            ol { @for Entry { text, why, .. } in entries { (reason(text, why)) } }
        },
        Kind::Match(pairs) => html! {
            ul {
                @for Pair { entry, with } in pairs {
                    li {
                        strong { (plain_inlines(&entry.text)) ": " (plain_inlines(with)) } " – "
                        (plain_inlines(&entry.why))
                    }
                }
            }
        },
        Kind::Case(case) => html! {
            @for (number, step) in (1..).zip(&case.steps) {
                p { strong { "Step " (number) } }
                (key(&step.kind))
            }
        },
        kind => html! {
            ul {
                @for answer in kind.answers().iter().filter(|answer| answer.correct) {
                    li {
                        strong { (verdict(kind, answer)) (answer.text.trim_end_matches('.')) }
                        " – " (plain_inlines(answer.why))
                    }
                }
                @for answer in kind.answers().iter().filter(|answer| !answer.correct) {
                    li {
                        "Not: " (verdict(kind, answer)) (answer.text) (stop(&answer.text)) " "
                        (plain_inlines(answer.why))
                    }
                }
            }
        },
    }
}

/// What a claim says before its reason; nothing before other answers.
fn verdict(kind: &Kind, answer: &Answer) -> &'static str {
    let Kind::TrueOrFalse(claims) = kind else {
        return "";
    };
    match claims.iter().find(|it| it.choice.answer().id == answer.id) {
        Some(claim) if claim.says => "True, because ",
        Some(_) => "False, because ",
        None => "",
    }
}

/// The period that a choice lacks, unless it ends with a mark of its own.
fn stop(text: &str) -> &'static str {
    if text
        .trim_end_matches(['”', '’', ')'])
        .ends_with(['.', '?', '!', '…'])
    {
        ""
    } else {
        "."
    }
}

fn reason(what: &[Inline], why: &[Inline]) -> Markup {
    html! { li { strong { (plain_inlines(what)) } " – " (plain_inlines(why)) } }
}

fn list(each: impl IntoIterator<Item = Markup>) -> Markup {
    html! { ul { @for one in each { li { (one) } } } }
}

/// By the letters, so that the order gives nothing away, and each once.
fn sorted<'a>(each: impl Iterator<Item = &'a [Inline]>) -> Vec<Markup> {
    let mut each: Vec<&[Inline]> = each.collect();
    each.sort_by_key(|content| words(content));
    each.dedup();
    each.into_iter().map(plain_inlines).collect()
}

#[cfg(test)]
mod tests {
    use super::stop;

    #[test]
    fn a_choice_ends_with_one_mark() {
        for (text, mark) in [("Walking", "."), ("it rests.", ""), ("“Which shoe?”", "")] {
            assert_eq!(stop(text), mark, "{text}");
        }
    }
}
