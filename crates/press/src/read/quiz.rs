//! A quiz's file.

use content::model::{Choice, Inline, Item, Kind, Quiz};

use super::table::{self, Table};
use super::{markdown, target};
use crate::diagnostic::{Diagnostic, Log, Source};

/// Reads a quiz's file. Items with errors are left out and reported.
pub fn read(slug: &str, source: &Source) -> (Option<Quiz>, Vec<Diagnostic>) {
    let log = Log::new(source);
    let toml = table::parse(&log, &source.text, 0);
    let mut table = Table::new(&log, 0, "the quiz", &toml);
    let title = table.text("title");
    let summary = table.text("summary");
    let topic = table.slug("topic");
    let mut items: Vec<Item> = Vec::new();
    let tables = table.tables("item", "the item");
    if tables.is_empty() {
        log.error(
            &table.span,
            "the quiz has no items",
            "add `[[item]]` with `id`, `rev`, `kind`, `goal`, `covers`, `stem` and its choices",
        );
    }
    for table in tables {
        let Some(item) = item(table) else { continue };
        if items.iter().any(|other| other.id.value == item.id.value) {
            log.error(
                &item.id.span,
                format!("the item id `{}` is used twice", item.id.value),
                "give each item an id of its own",
            );
        }
        items.push(item);
    }
    table.finish();
    let quiz = || {
        Some(Quiz {
            slug: slug.to_owned(),
            title: title?.value,
            summary: summary?.value,
            topic: topic?,
            items,
        })
    };
    (quiz(), log.into_problems())
}

fn item(mut table: Table<'_>) -> Option<Item> {
    let id = table.slug("id");
    let rev = table.number("rev");
    let kind = table.word("kind", &["one", "several"], Kind::parse);
    let goal = table.slug("goal");
    let covers = table.texts("covers");
    let stem = inline(&mut table, "stem");
    let tables = table.tables("choice", "the choice");
    let count = tables.len();
    let mut choices: Vec<Choice> = Vec::new();
    for choice_table in tables {
        let Some(choice) = choice(choice_table) else {
            continue;
        };
        if choices
            .iter()
            .any(|other| other.id.value == choice.id.value)
        {
            table.error(
                &choice.id.span,
                format!(
                    "the choice id `{}` is used twice in this item",
                    choice.id.value
                ),
                "give each choice an id of its own",
            );
        }
        choices.push(choice);
    }
    let place = id.as_ref().map_or(table.span.clone(), |id| id.span.clone());
    if !(2..=4).contains(&count) {
        table.error(
            &place,
            format!("the number of choices of this item is {count}"),
            "write two to four, each under `[[item.choice]]`",
        );
    }
    let correct = choices.iter().filter(|choice| choice.correct).count();
    if choices.len() == count && count > 0 {
        let wrong = match kind {
            Some(Kind::One) => correct != 1,
            Some(Kind::Several) => correct == 0,
            None => false,
        };
        if wrong {
            table.error(
                &place,
                format!("the number of correct choices of this item is {correct}"),
                "`kind = \"one\"` has exactly one choice with `correct = true`, \
                 `kind = \"several\"` at least one",
            );
        }
    }
    table.finish();
    Some(Item {
        id: id?,
        rev: rev?.value,
        kind: kind?,
        goal: goal?,
        covers: covers?.value,
        stem: stem?,
        choices,
    })
}

fn choice(mut table: Table<'_>) -> Option<Choice> {
    let id = table.slug("id");
    let text = inline(&mut table, "text");
    let correct = table.optional_flag("correct").unwrap_or(false);
    let why = inline(&mut table, "why");
    let link = table.text("link");
    let link = link.and_then(|link| target::read(table.log(), &link, &link.span));
    table.finish();
    Some(Choice {
        id: id?,
        text: text?,
        correct,
        why: why?,
        link: link?,
    })
}

fn inline(table: &mut Table<'_>, key: &'static str) -> Option<Vec<Inline>> {
    let text = table.text(key)?;
    Some(markdown::inline(table.log(), &text, &text.span))
}
