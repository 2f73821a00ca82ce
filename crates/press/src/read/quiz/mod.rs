//! A quiz's file: one module for each family of kinds.

mod case;
mod choices;
mod entries;
mod number;
mod parts;

use content::model::{Inline, Item, Kind, Located, Quiz, Target};

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
    let word = kind_word(&mut table, &Kind::WORDS);
    let goal = table.slug("goal");
    let covers = table.texts("covers");
    let confusable = table.optional_slug("confusable");
    let stem = inline(&mut table, "stem");
    let place = id.as_ref().map_or(table.span.clone(), |id| id.span.clone());
    let kind = word.and_then(|word| match word {
        "case" => case::read(&mut table, &place).map(Kind::Case),
        _ => question(&mut table, word, &place, "item"),
    });
    if let Some(kind) = &kind {
        once(&table, kind);
    }
    if word.is_some() {
        table.finish();
    }
    Some(Item {
        id: id?,
        rev: rev?.value,
        goal: goal?,
        covers: covers?.value,
        confusable,
        stem: stem?,
        kind: kind?,
    })
}

/// The word under `kind`, one of `words`.
fn kind_word(table: &mut Table<'_>, words: &[&'static str]) -> Option<&'static str> {
    table.word("kind", words, |text| {
        words.iter().copied().find(|word| *word == text)
    })
}

/// Reads what a question of the kind `word` needs, other than a case. `path` is what its tables are
/// called in: `item` or `item.step`.
fn question(table: &mut Table<'_>, word: &str, place: &Span, path: &str) -> Option<Kind> {
    match word {
        "one" | "several" => choices::read(table, word, place, path),
        "true-or-false" => choices::claims(table, place, path).map(Kind::TrueOrFalse),
        "order" => entries::order(table, place, path).map(Kind::Order),
        "match" => entries::pairs(table, place, path).map(Kind::Match),
        "name-part" => parts::marked(table, place, path).map(Kind::NamePart),
        "find-part" => parts::sought(table, place, path).map(Kind::FindPart),
        "set-figure" => parts::aim(table, place, path).map(Kind::SetFigure),
        _ => number::read(table).map(Kind::Number),
    }
}

type Span = std::ops::Range<usize>;

/// Reports ids that are used twice in an item.
fn once(table: &Table<'_>, kind: &Kind) {
    let mut known: Vec<String> = Vec::new();
    for answer in kind.answers() {
        if known.contains(&answer.id) {
            table.error(
                answer.at,
                format!("the id `{}` is used twice in this item", answer.id),
                "give each choice, entry, pair and step an id of its own",
            );
        }
        known.push(answer.id);
    }
}

/// Reports a list that is not two to four long.
fn two_to_four(table: &Table<'_>, place: &Span, count: usize, what: &str, path: &str, key: &str) {
    if !(2..=4).contains(&count) {
        table.error(
            place,
            format!("the number of {what} of this item is {count}"),
            format!("write two to four, each under `[[{path}.{key}]]`"),
        );
    }
}

/// Why an answer is right or wrong, and the paragraph that says so.
struct Reason {
    why: Vec<Inline>,
    link: Located<Target>,
}

fn reason(table: &mut Table<'_>) -> Option<Reason> {
    let why = inline(table, "why");
    let link = table.text("link");
    let link = link.and_then(|link| target::read(table.log(), &link, &link.span));
    Some(Reason {
        why: why?,
        link: link?,
    })
}

fn inline(table: &mut Table<'_>, key: &'static str) -> Option<Vec<Inline>> {
    let text = table.text(key)?;
    Some(markdown::inline(table.log(), &text, &text.span))
}

fn optional_inline(table: &mut Table<'_>, key: &'static str) -> Option<Vec<Inline>> {
    let text = table.optional_text(key)?;
    Some(markdown::inline(table.log(), &text, &text.span))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The blocks of TOML in the author's guide that stand under "A quiz".
    fn guide() -> (String, Vec<&'static str>) {
        let guide = include_str!("../../../../../content/README.md");
        let chapter = guide.split("\n## ").find(|it| it.starts_with("A quiz\n"));
        let mut blocks: Vec<&str> = chapter
            .expect("the chapter on quizzes")
            .split("```toml\n")
            .skip(1)
            .filter_map(|it| it.split("```").next())
            .collect();
        (blocks.remove(0).to_owned(), blocks)
    }

    #[test]
    fn each_kind_but_a_case_is_scored_by_its_word() {
        for word in Kind::WORDS {
            let scored = study::score::Kind::from_name(word).is_some();
            assert_eq!(scored, word != "case", "{word}");
        }
    }

    #[test]
    fn the_guide_has_an_example_of_each_kind_that_can_be_read() {
        let (head, examples) = guide();
        let mut kinds = Vec::new();
        for example in examples {
            let source = Source::new("the guide", [&head, "\n", example].concat());
            let (quiz, problems) = read("three-glutes", &source);
            assert!(problems.is_empty(), "{problems:#?}");
            let items = quiz.expect("a quiz").items;
            kinds.extend(items.iter().map(|item| item.kind.word()));
        }
        assert_eq!(kinds, Kind::WORDS);
    }

    #[test]
    fn the_examples_of_the_guide_lead_to_paragraphs_that_exist() {
        let topic = include_str!("../../../../../content/topics/three-glutes.md");
        let (_, examples) = guide();
        for link in examples.iter().flat_map(|it| it.split("link = \"").skip(1)) {
            let anchor = link.split(['#', '"']).nth(1).unwrap_or_default();
            assert!(
                topic.contains(&format!("{{#{anchor}}}")),
                "no `{anchor}` in three-glutes"
            );
        }
    }
}
