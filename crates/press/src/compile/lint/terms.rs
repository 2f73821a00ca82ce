//! Whether the terms of the glossary are buttons where a section uses them.

use std::collections::{HashMap, HashSet};

use super::masked::{Masked, Word};
use super::words::phrase_at;
use crate::compile::project::Project;
use crate::diagnostic::{Diagnostic, Source};
use crate::read::editorial::Editorial;

/// The names of the glossary by their first word, the longest first.
#[derive(Debug, Default)]
pub struct Index {
    names: HashMap<String, Vec<Name>>,
}

#[derive(Debug)]
struct Name {
    /// Lower-case.
    words: String,
    term: String,
    /// Whether it is a word of everyday language as well.
    everyday: bool,
}

impl Index {
    /// The index of a project's glossary.
    pub fn new(project: &Project, editorial: &Editorial) -> Index {
        let mut index = Index::default();
        for term in project.shared.terms.iter().flatten() {
            let everyday = editorial
                .everyday
                .iter()
                .any(|it| it.value == term.id.value);
            for name in [&term.name].into_iter().chain(&term.also) {
                let words = name.to_lowercase().replace('’', "'");
                let Some(first) = words.split(' ').next().map(str::to_owned) else {
                    continue;
                };
                index.names.entry(first).or_default().push(Name {
                    words,
                    term: term.id.value.clone(),
                    everyday,
                });
            }
        }
        for names in index.names.values_mut() {
            names.sort_by_key(|name| std::cmp::Reverse(name.words.len()));
        }
        index
    }

    /// Reports everyday terms that the glossary does not have.
    pub fn unknown_everyday(&self, project: &Project, editorial: &Editorial) -> Vec<Diagnostic> {
        let known: HashSet<&str> = self
            .names
            .values()
            .flatten()
            .map(|it| it.term.as_str())
            .collect();
        let Ok(source) = project.source("editorial.toml") else {
            return Vec::new();
        };
        let everyday = editorial.everyday.iter();
        everyday
            .filter(|id| !known.contains(id.as_str()))
            .map(|id| {
                source.diagnostic(
                    &id.span,
                    format!("the glossary has no term `{}`", id.value),
                    "write the id of a term of content/glossary.toml, or remove it",
                )
            })
            .collect()
    }

    /// Reports terms that a section of an article uses in its text without
    /// marking them once.
    pub fn check(&self, source: &Source, masked: &Masked) -> Vec<Diagnostic> {
        let mut problems = Vec::new();
        let mut section = 0;
        let mut done = HashSet::new();
        for paragraph in masked.paragraphs.iter().filter(|it| it.prose) {
            if paragraph.section != section || done.is_empty() {
                section = paragraph.section;
                done = marked(source, masked, section);
                // Never empty, so that a section is looked up once.
                done.insert(String::new());
            }
            let words = &paragraph.words;
            let mut at = 0;
            while let Some(word) = words.get(at) {
                let Some((name, length)) = self.at(masked, words, at, word) else {
                    at += 1;
                    continue;
                };
                if !name.everyday && !in_button(source, word) && done.insert(name.term.clone()) {
                    problems.push(source.diagnostic(
                        &word.span,
                        format!(
                            "the section uses the term `{}` without its button",
                            name.term
                        ),
                        format!(
                            "mark its first use: `[{}](term:{})`; a term with an everyday sense \
                             may be listed as `everyday` in content/editorial.toml",
                            name.words, name.term
                        ),
                    ));
                }
                at += length;
            }
        }
        problems
    }

    /// The longest name that begins with the word at `at`, and its words.
    fn at(
        &self,
        masked: &Masked,
        words: &[Word],
        at: usize,
        word: &Word,
    ) -> Option<(&Name, usize)> {
        self.names.get(masked.word(word))?.iter().find_map(|name| {
            phrase_at(masked, words, at, word, &name.words)?;
            Some((name, name.words.split(' ').count()))
        })
    }
}

/// The terms that a section marks.
fn marked(source: &Source, masked: &Masked, section: usize) -> HashSet<String> {
    let mut terms = HashSet::new();
    for paragraph in masked.paragraphs.iter().filter(|it| it.section == section) {
        for piece in source.text[paragraph.span.clone()].split("](term:").skip(1) {
            terms.extend(piece.split(')').next().map(str::to_owned));
        }
    }
    terms
}

/// Whether a word stands in the text of a button or link, which has a meaning
/// of its own.
fn in_button(source: &Source, word: &Word) -> bool {
    let before = &source.text[..word.span.start];
    let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
    let opened = line
        .rfind('[')
        .map_or(-1, |at| i64::try_from(at).unwrap_or(-1));
    let closed = line
        .rfind(']')
        .map_or(-1, |at| i64::try_from(at).unwrap_or(-1));
    opened > closed
}
