//! What an editor would send back: words that alarm, terms without their
//! button, texts too long or too hard, and muscles that do what they never do.
//! The rules are in `content/editorial.toml` and `content/anatomy.toml`; without
//! a file there are none of its rules.

pub mod anatomy;
pub mod limits;
pub mod masked;
pub mod terms;
pub mod words;

use std::collections::HashSet;
use std::fs;

use super::project::{Project, card_file, quiz_file, topic_file};
use crate::diagnostic::Diagnostic;
use crate::parallel;
use crate::read::editorial::Editorial;
use masked::Masked;

/// The other files with text that readers see.
const SHARED: [&str; 6] = [
    "glossary.toml",
    "references.toml",
    "care.toml",
    "parts.toml",
    "tracks.toml",
    "site.toml",
];

/// Checks every text of the project against its editorial rules.
pub fn check(project: &Project) -> Vec<Diagnostic> {
    let shared = &project.shared;
    if shared.editorial.is_none() && shared.anatomy.is_none() {
        return Vec::new();
    }
    let none = Editorial::default();
    let editorial = shared.editorial.as_ref().unwrap_or(&none);
    let mut files: Vec<String> = project.topics.keys().map(|slug| topic_file(slug)).collect();
    files.extend(project.quizzes.keys().map(|slug| quiz_file(slug)));
    files.extend(project.cards.iter().map(|card| card_file(&card.slug)));
    files.extend(
        SHARED
            .iter()
            .filter(|file| fs::exists(project.root.join(file)).unwrap_or(false))
            .map(|file| (*file).to_owned()),
    );
    let terms = terms::Index::new(project, editorial);
    let mut problems = terms.unknown_everyday(project, editorial);
    let mut used: HashSet<usize> = HashSet::new();
    for (found, allowances) in parallel::map(files.len(), |at| {
        file(project, editorial, &terms, &files[at])
    }) {
        problems.extend(found);
        used.extend(allowances);
    }
    problems.extend(words::unused(project, editorial, &used));
    problems.extend(limits::check(project, &editorial.limits));
    problems
}

/// The problems of one file, and which allowances it used.
fn file(
    project: &Project,
    editorial: &Editorial,
    terms: &terms::Index,
    name: &str,
) -> (Vec<Diagnostic>, Vec<usize>) {
    let Ok(source) = project.source(name) else {
        // A file that cannot be read was reported.
        return (Vec::new(), Vec::new());
    };
    let article = name.starts_with("topics/");
    let masked = if name.ends_with(".md") {
        Masked::markdown(&source.text)
    } else {
        Masked::toml(&source.text)
    };
    let (mut problems, used) = words::check(name, &source, &masked, editorial);
    if let Some(anatomy) = &project.shared.anatomy {
        problems.extend(if name.starts_with("quizzes/") {
            anatomy::quiz(&source, &masked, anatomy)
        } else {
            anatomy::sentences(&source, &masked, anatomy)
        });
    }
    if article && project.shared.editorial.is_some() {
        problems.extend(terms.check(&source, &masked));
        problems.extend(words::second_hand(project, &source, &masked, editorial));
        problems.extend(limits::sentences(&source, &masked, &editorial.limits));
    }
    (problems, used)
}
