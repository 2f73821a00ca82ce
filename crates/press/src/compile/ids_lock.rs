//! `ids.lock`: every permanent id ever published.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::io;

use content::ids::Id;

use super::project::{Project, quiz_file, topic_file};
use crate::diagnostic::{Diagnostic, Source};

/// The file inside `content/`.
const FILE: &str = "ids.lock";

/// Every permanent id of the project, printed and sorted.
pub fn ids(project: &Project) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for topic in project.topics.values() {
        let slug = topic.slug.as_str();
        ids.insert(Id::Topic(slug).print());
        for anchor in &topic.outline.anchors {
            ids.insert(Id::Anchor(slug, &anchor.id).print());
        }
        for goal in topic.head.iter().flat_map(|head| &head.goals) {
            ids.insert(Id::Goal(slug, &goal.id).print());
        }
    }
    for quiz in project.quizzes.values().flatten() {
        let slug = quiz.slug.as_str();
        ids.insert(Id::Quiz(slug).print());
        for item in &quiz.items {
            ids.insert(Id::Question(slug, &item.id).print());
            for choice in &item.choices {
                ids.insert(Id::Choice(slug, &item.id, choice).print());
            }
        }
    }
    for term in project.shared.terms.iter().flatten() {
        ids.insert(Id::Term(&term.id).print());
    }
    for reference in project.shared.references.iter().flatten() {
        ids.insert(Id::Reference(&reference.id).print());
    }
    for track in &project.shared.tracks {
        ids.insert(Id::Track(&track.slug).print());
    }
    ids
}

/// Compares the project's ids with the file: one that disappeared is an error,
/// and so are new ones that were not written to it. What belongs to a file
/// that has `known` problems is not missed: it may be there and not readable.
pub fn check(project: &Project, known: &[Diagnostic]) -> Vec<Diagnostic> {
    let ids = ids(project);
    let broken: HashSet<&str> = known.iter().map(|problem| problem.path.as_str()).collect();
    let source = project
        .source(FILE)
        .unwrap_or_else(|_| Source::new(project.display(FILE), ""));
    let mut problems = Vec::new();
    let mut locked = BTreeSet::new();
    let mut at = 0;
    for line in source.text.split_inclusive('\n') {
        let id = line.trim();
        if !id.is_empty() && !ids.contains(id) {
            let file = Id::parse(id).map(file_of);
            let excused = file
                .as_ref()
                .is_some_and(|file| broken.contains(project.display(file).as_str()));
            if !excused {
                let (message, help) = gone(id, file.as_deref());
                problems.push(source.diagnostic(&(at..at + id.len()), message, help));
            }
        }
        locked.insert(id);
        at += line.len();
    }
    let new: Vec<&String> = ids
        .iter()
        .filter(|id| !locked.contains(id.as_str()))
        .collect();
    if let Some(first) = new.first() {
        let count = new.len();
        let end = source.text.len();
        let others = match count {
            1 => String::new(),
            _ => format!(" and {} more", count - 1),
        };
        problems.push(source.diagnostic(
            &(end..end),
            format!("`{first}`{others}: not in the list of permanent ids yet"),
            "run `cargo xtask check --write-ids` and commit content/ids.lock",
        ));
    }
    problems
}

/// The file inside `content/` that an id stands in.
fn file_of(id: Id<'_>) -> String {
    match id {
        Id::Topic(slug) | Id::Anchor(slug, _) | Id::Goal(slug, _) => topic_file(slug),
        Id::Quiz(slug) | Id::Question(slug, _) | Id::Choice(slug, _, _) => quiz_file(slug),
        Id::Term(_) => String::from("glossary.toml"),
        Id::Reference(_) => String::from("references.toml"),
        Id::Track(_) => String::from("tracks.toml"),
    }
}

fn gone(id: &str, file: Option<&str>) -> (String, String) {
    let Some(file) = file else {
        return (
            format!("`{id}` is not a permanent id"),
            String::from("remove the line; `cargo xtask check --write-ids` writes this file"),
        );
    };
    (
        format!("the permanent id `{id}` disappeared"),
        format!(
            "bring it back in content/{file}: readers' progress and links hang on it; only if \
             it was never published, remove this line by hand"
        ),
    )
}

/// Adds the new ids to the file; keeps those that disappeared, which stay
/// errors.
///
/// # Errors
/// When the file is there and cannot be read, or cannot be written; it then
/// stays as it was.
pub fn write(project: &Project) -> Result<(), Diagnostic> {
    let path = project.root.join(FILE);
    let failed = |what: &str, error: &io::Error, help: &str| {
        Diagnostic::of_file(
            &project.display(FILE),
            format!("this file cannot be {what}: {error}"),
            help,
        )
    };
    let before = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => {
            let help = "bring back the version that was committed last: it lists every id ever \
                        published";
            return Err(failed("read", &error, help));
        }
    };
    let mut all = ids(project);
    let old = before
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty());
    all.extend(old.map(str::to_owned));
    let mut text = String::new();
    for id in all {
        text.push_str(&id);
        text.push('\n');
    }
    if text == before {
        return Ok(());
    }
    // Whole or not at all: this list is the only one of what was ever published.
    let beside = path.with_extension("lock.new");
    fs::write(&beside, text)
        .and_then(|()| fs::rename(&beside, &path))
        .map_err(|error| failed("written", &error, "make the folder writable"))
}
