//! Choices: radio buttons or boxes.

use content::model::{Choice, Claim};
use maud::{Markup, html};

use super::Ask;
use crate::write::plain_inlines;

pub(super) fn rows(ask: &Ask<'_>, input: &str, choices: &[Choice]) -> Markup {
    html! {
        @for choice in choices { (row(ask, input, choice, &plain_inlines(&choice.text))) }
    }
}

pub(super) fn claim_rows(ask: &Ask<'_>, claims: &[Claim]) -> Markup {
    html! {
        @for claim in claims { (row(ask, "radio", &claim.choice, &said(claim))) }
    }
}

fn row(ask: &Ask<'_>, input: &str, choice: &Choice, text: &Markup) -> Markup {
    html! {
        li data-choice=(ask.id(&choice.id)) data-correct=(choice.correct) {
            label {
                input type=(input) name=(ask.name) value=(ask.id(&choice.id));
                span { (text) }
            }
        }
    }
}

pub(super) fn key(ask: &Ask<'_>, choices: &[Choice]) -> Markup {
    html! {
        @for choice in choices { (explained(ask, choice, &plain_inlines(&choice.text))) }
    }
}

pub(super) fn claim_key(ask: &Ask<'_>, claims: &[Claim]) -> Markup {
    html! {
        @for claim in claims { (explained(ask, &claim.choice, &said(claim))) }
    }
}

fn explained(ask: &Ask<'_>, choice: &Choice, text: &Markup) -> Markup {
    ask.explained(
        &choice.id,
        Some(choice.correct),
        text,
        &choice.why,
        &choice.link,
    )
}

/// A claim in words.
pub fn said(claim: &Claim) -> Markup {
    let verdict = if claim.says { "True" } else { "False" };
    html! { (verdict) ", because " (plain_inlines(&claim.choice.text)) }
}
