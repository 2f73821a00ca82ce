//! Reading every file of a folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use content::ids::is_slug;
use content::model::{Located, Target, Topic, words};

use super::page::page;
use super::shared::shared;
use super::{
    Card, ItemMeta, Project, QuizMeta, TopicHead, TopicMeta, card_file, quiz_file, read_source,
    topic_file,
};
use crate::compile::outline::{self, Need, Outline, Want};
use crate::compile::{body, fairness, readability};
use crate::diagnostic::{Diagnostic, Log};
use crate::parallel;
use crate::read;

/// Reads everything in the folder `root`; diagnostics call it `name`.
pub fn load(root: &Path, name: &str) -> (Project, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let topics = list(root, name, "topics", "md", &mut problems);
    let quizzes = list(root, name, "quizzes", "toml", &mut problems);
    let (shared, mut wants) = shared(root, name, &mut problems);
    let cards = cards(root, name, &mut problems, &mut wants);
    problems.extend(body::check(root, name));
    let read_topics = parallel::map(topics.len(), |index| {
        topic(root, name, topics[index].clone())
    });
    let read_quizzes = parallel::map(quizzes.len(), |index| quiz(root, name, &quizzes[index]));
    let mut project = Project {
        root: root.to_owned(),
        name: name.to_owned(),
        shared,
        cards,
        topics: BTreeMap::new(),
        quizzes: BTreeMap::new(),
        wants,
    };
    for (meta, found) in read_topics {
        problems.extend(found);
        project.topics.insert(meta.slug.clone(), meta);
    }
    for (slug, (meta, found)) in quizzes.into_iter().zip(read_quizzes) {
        problems.extend(found);
        project.quizzes.insert(slug, meta);
    }
    (project, problems)
}

/// The slugs of the files in `folder`, sorted; reports every other file.
fn list(
    root: &Path,
    name: &str,
    folder: &str,
    extension: &str,
    problems: &mut Vec<Diagnostic>,
) -> Vec<String> {
    let mut slugs = Vec::new();
    let entries = match fs::read_dir(root.join(folder)) {
        Ok(entries) => entries,
        Err(error) => {
            problems.push(Diagnostic::of_file(
                &format!("{name}/{folder}"),
                format!("this folder cannot be read: {error}"),
                "create it; content/README.md says what belongs in it",
            ));
            return slugs;
        }
    };
    for entry in entries.flatten() {
        let file = entry.file_name().to_string_lossy().into_owned();
        if file.starts_with('.') || file.ends_with('~') {
            continue;
        }
        match file.rsplit_once('.') {
            Some((slug, found)) if found == extension && is_slug(slug) => {
                slugs.push(slug.to_owned());
            }
            _ => problems.push(Diagnostic::of_file(
                &format!("{name}/{folder}/{file}"),
                "this file would be left out",
                format!("name it `<slug>.{extension}` (lower-case words joined by hyphens), or move it away"),
            )),
        }
    }
    slugs.sort();
    slugs
}

/// Reads the cards, where there is a folder of them.
fn cards(
    root: &Path,
    name: &str,
    problems: &mut Vec<Diagnostic>,
    wants: &mut Vec<(String, Want)>,
) -> Vec<Card> {
    if !root.join("cards").exists() {
        return Vec::new();
    }
    let mut cards = Vec::new();
    for slug in list(root, name, "cards", "md", problems) {
        let file = card_file(&slug);
        let Some((page, outline, needs)) = page(root, name, &file, problems) else {
            continue;
        };
        wants.extend(needs);
        let topic = Want::new(Need::Topic(slug.clone()), 0..1);
        wants.push((file, topic));
        cards.push(Card {
            slug,
            page,
            outline,
        });
    }
    cards
}

fn topic(root: &Path, name: &str, slug: String) -> (TopicMeta, Vec<Diagnostic>) {
    let source = match read_source(root, name, &topic_file(&slug)) {
        Ok(source) => source,
        Err(problem) => {
            let meta = TopicMeta {
                slug,
                head: None,
                outline: Outline::default(),
            };
            return (meta, vec![problem]);
        }
    };
    let read = read::topic::read(&slug, &source);
    let mut problems = read.problems;
    let log = Log::new(&source);
    let mut outline = outline::of(&log, &read.body);
    let first = outline.first_figure().cloned();
    if let Some(topic) = &read.topic {
        front_matter_wants(&log, topic, &mut outline);
    }
    problems.extend(log.into_problems());
    let head = read.topic.map(|topic| TopicHead {
        summary: readability::of(&topic.summary.join("\n")),
        changed: topic.changed(),
        title: topic.title,
        description: topic.description,
        part: topic.part,
        order: topic.order,
        written: topic.written,
        goals: topic.goals,
        figure: topic.figure.map(|figure| figure.value).or(first),
    });
    let meta = TopicMeta {
        slug,
        head,
        outline,
    };
    (meta, problems)
}

/// Adds what the front matter needs; reports sources that the text does not
/// cite and citations that `sources` does not list.
fn front_matter_wants(log: &Log<'_>, topic: &Topic, outline: &mut Outline) {
    let listed = &topic.sources;
    for source in listed.iter() {
        if !outline.cited.contains(&source.value) {
            log.error(
                &source.span,
                format!("the text does not cite `{}`", source.value),
                format!(
                    "cite it, such as `[limited](cite:{0})`, or take it out of `sources`",
                    source.value
                ),
            );
        }
    }
    for cited in &outline.cited {
        if !listed.iter().any(|source| source.value == *cited) {
            log.error(
                &listed.span,
                format!("`sources` lacks `{cited}`, which the text cites"),
                format!("add `\"{cited}\"`"),
            );
        }
    }
    let mut want = |need, span: &std::ops::Range<usize>| {
        outline.wants.push(Want::new(need, span.clone()));
    };
    want(Need::Part(topic.part.value), &topic.part.span);
    for point in &topic.covers {
        want(Need::Point(point.value.clone()), &point.span);
    }
    for next in &topic.next {
        want(Need::Topic(next.value.clone()), &next.span);
    }
    for guess in &topic.guesses {
        let target = Target::Here(guess.at.value.clone());
        want(Need::Target(target), &guess.at.span);
    }
    if let Some(figure) = &topic.figure {
        want(Need::Figure(figure.value.clone()), &figure.span);
    }
}

fn quiz(root: &Path, name: &str, slug: &str) -> (Option<QuizMeta>, Vec<Diagnostic>) {
    let source = match read_source(root, name, &quiz_file(slug)) {
        Ok(source) => source,
        Err(problem) => return (None, vec![problem]),
    };
    let (quiz, mut problems) = read::quiz::read(slug, &source);
    let Some(quiz) = quiz else {
        return (None, problems);
    };
    let log = Log::new(&source);
    fairness::check(&log, &quiz);
    problems.extend(log.into_problems());
    let mut wants = vec![Want::new(
        Need::Topic(quiz.topic.value.clone()),
        quiz.topic.span.clone(),
    )];
    let mut items = Vec::new();
    for item in quiz.items {
        wants.push(Want::new(
            Need::Goal(quiz.topic.value.clone(), item.goal.value.clone()),
            item.goal.span,
        ));
        for point in item.covers {
            wants.push(Want::new(Need::Point(point.value), point.span));
        }
        let answers = item.kind.answers();
        let answered_at = answers
            .iter()
            .filter(|answer| answer.correct)
            .find_map(|answer| match &answer.link.value {
                Target::Topic {
                    slug,
                    anchor: Some(anchor),
                } if *slug == quiz.topic.value => Some(anchor.clone()),
                _ => None,
            });
        let mut choices = Vec::new();
        for answer in answers {
            let link = answer.link.clone();
            wants.push(Want::new(Need::Target(link.value), link.span));
            choices.push(Located::new(answer.id, answer.at.clone()));
        }
        items.push(ItemMeta {
            id: item.id,
            asks: fairness::normal(&words(&item.stem)),
            choices,
            rev: item.rev,
            goal: item.goal.value,
            confusable: item.confusable.map(|group| group.value),
            answered_at,
        });
    }
    let meta = QuizMeta {
        slug: quiz.slug,
        title: quiz.title,
        summary: quiz.summary,
        topic: quiz.topic,
        items,
        wants,
    };
    (Some(meta), problems)
}
