//! Choices: `[[item.choice]]`.

use content::model::{Choice, Claim, Kind};

use super::{Span, Table, inline, reason, two_to_four};

/// Reads the choices of `kind = "one"` and `kind = "several"`.
pub(super) fn read(table: &mut Table<'_>, word: &str, place: &Span, path: &str) -> Option<Kind> {
    let (all, choices) = list(table, place, path, |table| choice(table));
    let correct = choices.iter().filter(|choice| choice.correct).count();
    let wrong = match word {
        "one" => correct != 1,
        _ => correct == 0,
    };
    if all && wrong {
        miscounted(table, place, correct);
    }
    Some(match word {
        "one" => Kind::One(choices),
        _ => Kind::Several(choices),
    })
}

/// Reads the claims of `kind = "true-or-false"`: choices that also say `true` or `false`.
pub(super) fn claims(table: &mut Table<'_>, place: &Span, path: &str) -> Option<Vec<Claim>> {
    let (all, claims) = list(table, place, path, |table| {
        let says = table.flag("says");
        let choice = choice(table);
        Some(Claim {
            says: says?,
            choice: choice?,
        })
    });
    let correct = claims.iter().filter(|claim| claim.choice.correct).count();
    if all && correct != 1 {
        miscounted(table, place, correct);
    }
    let says = |what| claims.iter().any(|claim| claim.says == what);
    if all && !(says(true) && says(false)) {
        table.error(
            place,
            "every choice of this item says the same of the statement",
            "write at least one with `says = true` and one with `says = false`",
        );
    }
    Some(claims)
}

/// The choices that can be read, and whether those are all.
fn list<'d, T>(
    table: &mut Table<'d>,
    place: &Span,
    path: &str,
    read: impl Fn(&mut Table<'d>) -> Option<T>,
) -> (bool, Vec<T>) {
    let tables = table.tables("choice", "the choice");
    let count = tables.len();
    two_to_four(table, place, count, "choices", path, "choice");
    let mut choices = Vec::new();
    for mut table in tables {
        choices.extend(read(&mut table));
        table.finish();
    }
    (count > 0 && choices.len() == count, choices)
}

/// Reads one choice.
pub(super) fn choice(table: &mut Table<'_>) -> Option<Choice> {
    let id = table.slug("id");
    let text = inline(table, "text");
    let correct = table.optional_flag("correct").unwrap_or(false);
    let reason = reason(table);
    let (id, text, reason) = (id?, text?, reason?);
    Some(Choice {
        id,
        text,
        correct,
        why: reason.why,
        link: reason.link,
    })
}

fn miscounted(table: &Table<'_>, place: &Span, correct: usize) {
    table.error(
        place,
        format!("the number of correct choices of this item is {correct}"),
        "`kind = \"one\"` and `kind = \"true-or-false\"` have exactly one choice with \
         `correct = true`, `kind = \"several\"` at least one",
    );
}
