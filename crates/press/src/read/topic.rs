//! A topic's file: front matter and body.

use content::model::{Block, CalloutKind, Goal, Guess, Located, Page, Prose, Review, Topic};

use super::table::{self, Table};
use super::target::figure_state;
use super::{front_matter, prose};
use crate::diagnostic::{Diagnostic, Log, Source};

/// What a topic says about itself until a clinician has read it.
pub const NOT_REVIEWED: &str = "not yet reviewed by a clinician";
/// What it says afterwards.
const REVIEWED: &str = "reviewed by a clinician";

/// A topic as far as it could be read.
#[derive(Debug)]
pub struct Read {
    /// The topic; `None` when its front matter has errors.
    pub topic: Option<Topic>,
    /// The body in that case.
    pub body: Prose,
    /// What is wrong.
    pub problems: Vec<Diagnostic>,
}

/// Reads a topic's file.
pub fn read(slug: &str, source: &Source) -> Read {
    let log = Log::new(source);
    let Some(parts) = split(&log) else {
        return Read {
            topic: None,
            body: Prose::default(),
            problems: log.into_problems(),
        };
    };
    let body = prose::read(&log, parts.body);
    require(&log, &body);
    let toml = table::parse(
        &log,
        &source.text[parts.front_matter.clone()],
        parts.front_matter.start,
    );
    let front = Table::new(&log, parts.front_matter.start, "the front matter", &toml);
    let topic = topic(slug, front, &body);
    Read {
        topic,
        body,
        problems: log.into_problems(),
    }
}

fn split(log: &Log<'_>) -> Option<front_matter::Parts> {
    let parts = front_matter::split(&log.source.text);
    if parts.is_none() {
        log.error(
            &(0..0),
            "this file has no front matter",
            "begin it with a line `+++`, the keys, and another line `+++`",
        );
    }
    parts
}

/// Reports the parts that every topic has and this one lacks.
fn require(log: &Log<'_>, body: &Prose) {
    let end = log.source.text.trim_end().len();
    let place = end..end;
    if !body
        .sections
        .iter()
        .any(|section| *section.id == *"unknown")
    {
        log.error(
            &place,
            "the topic has no section on what is not known",
            "add a heading `## What we don't know {#unknown}` and what belongs below it",
        );
    }
    let today = |block: &Block| {
        matches!(
            block,
            Block::Callout {
                kind: CalloutKind::Today,
                ..
            }
        )
    };
    let mut blocks = body
        .sections
        .iter()
        .flat_map(|section| &section.blocks)
        .chain(&body.intro);
    if !blocks.any(today) {
        log.error(
            &place,
            "the topic has nothing to do today",
            "add a `:::callout today` with one thing to do",
        );
    }
}

fn topic(slug: &str, mut front: Table<'_>, body: &Prose) -> Option<Topic> {
    let title = front.text("title");
    let summary = front.text("summary");
    let description = front.text("description");
    let part = front.number("part");
    let order = front.number("order");
    let author = front.text("author");
    let review = review(&mut front);
    let written = front.date("written");
    let conflicts = front.text("conflicts");
    let pain = front.flag("pain");
    let covers = front.texts("covers");
    let sources = front.texts("sources");
    let next = front.texts("next");
    let figure = front.optional_text("figure");
    let guesses = guesses(&mut front);
    let goals = goals(&mut front);
    front.finish();
    Some(Topic {
        slug: slug.to_owned(),
        title: title?.value,
        summary: lines(&summary?),
        description: description?.value,
        part: part?,
        order: order?,
        author: author?.value,
        review: review?,
        written: written?.value,
        conflicts: conflicts?.value,
        pain: pain?,
        covers: covers?.value,
        sources: sources?,
        next: next?.value,
        figure: figure.map(|text| Located::new(figure_state(&text), text.span.clone())),
        guesses,
        goals: goals?,
        body: body.clone(),
    })
}

/// One entry for each line; text on one line is split at its sentences.
fn lines(summary: &str) -> Vec<String> {
    let lines: Vec<String> = summary
        .lines()
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect();
    if lines.len() > 1 {
        return lines;
    }
    let mut sentences = Vec::new();
    let mut rest = summary.trim();
    while let Some(at) = rest.find(". ") {
        sentences.push(rest[..=at].to_owned());
        rest = rest[at + 1..].trim_start();
    }
    sentences.push(rest.to_owned());
    sentences
}

fn review(front: &mut Table<'_>) -> Option<Review> {
    let state = front.text("review");
    let reviewer = front.optional_text("reviewer");
    let on = front.optional_date("reviewed");
    let state = state?;
    match state.as_str() {
        NOT_REVIEWED => {
            for span in [reviewer.map(|it| it.span), on.map(|it| it.span)]
                .into_iter()
                .flatten()
            {
                front.error(
                    &span,
                    format!("the topic has a reviewer but says it is {NOT_REVIEWED}"),
                    format!("write `review = \"{REVIEWED}\"`, or remove `reviewer` and `reviewed`"),
                );
            }
            Some(Review::NotYet)
        }
        REVIEWED => match (reviewer, on) {
            (Some(reviewer), Some(on)) => Some(Review::Reviewed {
                reviewer: reviewer.value,
                on: on.value,
            }),
            _ => {
                front.error(
                    &state.span,
                    "a review needs a reviewer and a date",
                    format!(
                        "add `reviewer = \"name, profession\"` and `reviewed = 2026-11-20`, or \
                         write `review = \"{NOT_REVIEWED}\"`"
                    ),
                );
                None
            }
        },
        other => {
            front.error(
                &state.span,
                format!("`{other}` is not a review state"),
                format!(
                    "write `review = \"{NOT_REVIEWED}\"`, or `\"{REVIEWED}\"` with `reviewer` \
                     and `reviewed`"
                ),
            );
            None
        }
    }
}

fn guesses(front: &mut Table<'_>) -> Vec<Guess> {
    let mut guesses = Vec::new();
    for mut table in front.tables("guess", "the guess") {
        let ask = table.text("ask");
        let then = table.text("then");
        let at = table.slug("at");
        table.finish();
        if let (Some(ask), Some(then), Some(at)) = (ask, then, at) {
            let mut before = guesses.iter().map(|guess: &Guess| &guess.at.value);
            if before.any(|paragraph| *paragraph == at.value) {
                front.log().error(
                    &at.span,
                    format!("two guesses lead to `{}`", at.value),
                    "give each a paragraph of its own: a guess is kept and shown again under its paragraph",
                );
            }
            guesses.push(Guess {
                ask: ask.value,
                then: then.value,
                at,
            });
        }
    }
    guesses
}

fn goals(front: &mut Table<'_>) -> Option<Vec<Goal>> {
    let tables = front.tables("goals", "the goal");
    if tables.is_empty() {
        front.error(
            &front.span.clone(),
            "the front matter lacks `goals`",
            "add `[[goals]]` with `id` and `text` at its end",
        );
        return None;
    }
    let mut goals: Vec<Goal> = Vec::new();
    for mut table in tables {
        let id = table.slug("id");
        let text = table.text("text");
        if let (Some(id), Some(text)) = (id, text) {
            if goals.iter().any(|goal| goal.id.value == id.value) {
                table.error(
                    &id.span,
                    format!("the goal id `{}` is used twice", id.value),
                    "give each goal an id of its own",
                );
            }
            goals.push(Goal {
                id,
                text: text.value,
            });
        }
        table.finish();
    }
    Some(goals)
}

/// Reads a page's file, such as the about page.
pub fn read_page(source: &Source) -> (Option<Page>, Vec<Diagnostic>) {
    let log = Log::new(source);
    let page = split(&log).and_then(|parts| {
        let body = prose::read(&log, parts.body);
        let toml = table::parse(
            &log,
            &source.text[parts.front_matter.clone()],
            parts.front_matter.start,
        );
        let mut front = Table::new(&log, parts.front_matter.start, "the front matter", &toml);
        let title = front.text("title");
        let description = front.text("description");
        front.finish();
        Some(Page {
            title: title?.value,
            description: description?.value,
            body,
        })
    });
    (page, log.into_problems())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of a topic in the author's guide.
    fn example() -> &'static str {
        let guide = include_str!("../../../../content/README.md");
        // The example has headings of its own.
        let chapter = guide.split("\n## A topic\n").nth(1);
        let block = chapter.and_then(|it| it.split("```markdown\n").nth(1));
        let block = block.and_then(|it| it.split("```").next());
        block.expect("an example of a topic")
    }

    #[test]
    fn the_guide_has_an_example_of_a_topic_with_a_guess_that_can_be_read() {
        let read = read(
            "three-glutes",
            &Source::new("the guide", example().to_owned()),
        );
        assert!(read.problems.is_empty(), "{:#?}", read.problems);
        let topic = read.topic.expect("a topic");
        let [guess] = &topic.guesses[..] else {
            panic!("one guess: {:?}", topic.guesses);
        };
        assert_eq!(
            guess.ask,
            "Which of the three would a level walk miss least?"
        );
        assert!(
            example().contains(&format!("{{#{}}}", guess.at.value)),
            "it leads to a paragraph of the example"
        );
    }

    #[test]
    fn two_guesses_at_one_paragraph_are_refused() {
        let again = "[[guess]]\nask = \"And?\"\nthen = \"Yes.\"\nat = \"p-largest\"\n\n[[goals]]";
        let text = example().replacen("[[goals]]", again, 1);
        let read = read("three-glutes", &Source::new("the guide", text));
        let [problem] = &read.problems[..] else {
            panic!("one problem: {:#?}", read.problems);
        };
        let said = problem.to_string();
        assert!(said.contains("two guesses lead to `p-largest`"), "{said}");
    }
}
