//! A case: its story and `[[item.step]]`.

use content::model::{Case, Help, Kind, Step};

use super::{Span, Table, inline, kind_word, markdown, optional_inline, question};

/// The kinds a step may have: those without a figure, and no case.
const KINDS: [&str; 6] = {
    let [one, several, true_or_false, order, pairs, number, ..] = Kind::WORDS;
    [one, several, true_or_false, order, pairs, number]
};

/// Reads what `kind = "case"` needs.
pub(super) fn read(table: &mut Table<'_>, place: &Span) -> Option<Case> {
    let story = table.texts("story");
    let tables = table.tables("step", "the step");
    if tables.len() != Help::ALL.len() {
        table.error(
            place,
            format!("the number of steps of this case is {}", tables.len()),
            "write three, each under `[[item.step]]`: worked out, partly worked out, on your own",
        );
    }
    let mut steps = Vec::new();
    for (help, table) in Help::ALL.into_iter().zip(tables) {
        steps.extend(step(table, help));
    }
    let story = story?.value;
    if story.is_empty() {
        table.error(
            place,
            "the story of this case is empty",
            "tell it first: `story = [\"…\", \"…\"]`, a text for each paragraph",
        );
    }
    Some(Case {
        story: story
            .iter()
            .map(|text| markdown::inline(table.log(), text, &text.span))
            .collect(),
        steps,
    })
}

fn step(mut table: Table<'_>, help: Help) -> Option<Step> {
    let id = table.slug("id");
    let shown = match help {
        Help::Worked | Help::Partly => inline(&mut table, "shown").map(Some),
        Help::Solo => {
            let shown = optional_inline(&mut table, "shown");
            if shown.is_some() {
                table.error(
                    &table.span.clone(),
                    "the last step of a case shows something",
                    "remove `shown`: the reader is on their own here",
                );
            }
            Some(None)
        }
    };
    let stem = inline(&mut table, "stem");
    let place = id.as_ref().map_or(table.span.clone(), |id| id.span.clone());
    let word = kind_word(&mut table, &KINDS);
    let kind = word.and_then(|word| question(&mut table, word, &place, "item.step"));
    if word.is_some() {
        table.finish();
    }
    Some(Step {
        id: id?,
        help,
        shown: shown?,
        stem: stem?,
        kind: kind?,
    })
}
