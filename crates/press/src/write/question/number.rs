//! A number: a field of text with the keyboard for digits, because a field of numbers drops what it
//! cannot read, a decimal comma among others, without a word.

use content::model::Number;
use maud::{Markup, html};

use super::Ask;

pub(super) fn hint(number: &Number) -> String {
    if number.tolerance.bytes().all(|byte| b"0.".contains(&byte)) {
        return String::from("Write a number.");
    }
    let about = number.with_unit(&number.tolerance);
    format!("Write a number; {about} more or less is fine.")
}

pub(super) fn row(ask: &Ask<'_>, number: &Number) -> Markup {
    let id = [ask.anchor, ".", Number::ID].concat();
    let unit = [&id, ".unit"].concat();
    let described = (!number.unit.is_empty()).then_some(&unit);
    html! {
        li data-choice=(ask.id(Number::ID)) data-answer=(number.answer.as_str())
            data-tolerance=(number.tolerance) data-unit=(number.unit) {
            label for=(id) { "Your answer" }
            span.written {
                input type="text" inputmode="decimal" autocomplete="off" id=(id) size="8"
                    aria-describedby=[described];
                @if described.is_some() { " " span id=(unit) { (number.unit) } }
            }
        }
    }
}

pub(super) fn key(ask: &Ask<'_>, number: &Number) -> Markup {
    let what = html! { strong { (number.with_unit(&number.answer)) } };
    ask.explained(Number::ID, None, &what, &number.why, &number.link)
}
