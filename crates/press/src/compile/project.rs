//! The first pass: reads every file, keeps what others need to know of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use content::model::{
    CareCard, Coverage, Date, FigureState, Goal, Located, Page, Part, Reference, Site, Synonym,
    Term, Topic, Track,
};

use super::outline::{Outline, Want};
use super::readability::Readability;
use crate::diagnostic::{Diagnostic, Source};
use crate::read;
use crate::read::anatomy::Anatomy;
use crate::read::editorial::Editorial;

mod load;
mod page;
mod shared;

pub use load::load;

/// The files that are read whole and kept.
#[derive(Debug, Default)]
pub struct Shared {
    /// `glossary.toml`; `None` where the file is missing.
    pub terms: Option<Vec<Term>>,
    /// `synonyms.toml`; none without that file.
    pub synonyms: Vec<Synonym>,
    /// `references.toml`
    pub references: Option<Vec<Reference>>,
    /// `parts.toml`
    pub parts: Option<Vec<Part>>,
    /// `tracks.toml`; empty where the file is missing: no site needs tracks.
    pub tracks: Vec<Track>,
    /// `editorial.toml`; `None` where the file is missing: nothing is held to rules then.
    pub editorial: Option<Editorial>,
    /// `anatomy.toml`; `None` where the file is missing.
    pub anatomy: Option<Anatomy>,
    /// `coverage.toml`
    pub coverage: Option<Coverage>,
    /// `care.toml`
    pub care: Option<CareCard>,
    /// `site.toml`
    pub site: Option<Site>,
    /// The about page.
    pub about: Option<About>,
}

/// What the site says about itself.
#[derive(Debug)]
pub struct About {
    /// What it says.
    pub page: Page,
    /// What it offers; its needs are those of the project.
    pub outline: Outline,
}

/// What is kept of a topic: everything but its text.
#[derive(Debug)]
pub struct TopicMeta {
    /// The address.
    pub slug: String,
    /// What the front matter says; `None` when it has errors.
    pub head: Option<TopicHead>,
    /// What the body offers and needs.
    pub outline: Outline,
}

/// What is kept of a topic's front matter.
#[derive(Debug)]
pub struct TopicHead {
    /// Plain text.
    pub title: String,
    /// One plain sentence.
    pub description: String,
    /// The part's number.
    pub part: Located<u32>,
    /// The place in the part.
    pub order: Located<u32>,
    /// When it was written.
    pub written: Date,
    /// When it was written or reviewed last.
    pub changed: Date,
    /// How hard its summary is to read.
    pub summary: Readability,
    /// What a reader can do afterwards.
    pub goals: Vec<Goal>,
    /// The figure of its preview image: the one it names, else the first it
    /// shows.
    pub figure: Option<FigureState>,
}

/// A card: the essence of a topic on one page to print.
#[derive(Debug)]
pub struct Card {
    /// The topic it belongs to.
    pub slug: String,
    /// What it says.
    pub page: Page,
    /// What it offers; its needs are those of the project.
    pub outline: Outline,
}

/// What is kept of a quiz: everything but its text.
#[derive(Debug)]
pub struct QuizMeta {
    /// The address.
    pub slug: String,
    /// Plain text.
    pub title: String,
    /// One plain sentence.
    pub summary: String,
    /// The topic it belongs to.
    pub topic: Located<String>,
    /// The questions.
    pub items: Vec<ItemMeta>,
    /// What the quiz needs.
    pub wants: Vec<Want>,
}

/// What is kept of a question.
#[derive(Debug)]
pub struct ItemMeta {
    /// Permanent within the quiz.
    pub id: Located<String>,
    /// Its stem as [`fairness::normal`] makes it.
    pub asks: String,
    /// The ids of what is chosen, placed or written.
    pub choices: Vec<Located<String>>,
    /// Raised when its meaning changes.
    pub rev: u32,
    /// The goal of the topic that it asks about.
    pub goal: String,
    /// The group of look-alikes that it belongs to.
    pub confusable: Option<String>,
    /// The paragraph of the topic that answers it.
    pub answered_at: Option<String>,
}

/// The whole of `content/`, as far as it is kept in memory.
#[derive(Debug)]
pub struct Project {
    /// The folder `content/`.
    pub root: PathBuf,
    /// How the folder is named in diagnostics.
    pub name: String,
    /// The files that the whole site shares.
    pub shared: Shared,
    /// By slug; a topic whose file has errors is there, too.
    pub topics: BTreeMap<String, TopicMeta>,
    /// By slug of their topics.
    pub cards: Vec<Card>,
    /// By slug; `None` for a quiz whose file has errors.
    pub quizzes: BTreeMap<String, Option<QuizMeta>>,
    /// What the site's texts and coverage need, with the file that asks.
    pub wants: Vec<(String, Want)>,
}

impl Project {
    /// A file of the folder by its name, as diagnostics write it.
    pub fn display(&self, file: &str) -> String {
        format!("{}/{file}", self.name)
    }

    /// Reads a file of the folder.
    ///
    /// # Errors
    /// One that says why it cannot be read.
    pub fn source(&self, file: &str) -> Result<Source, Diagnostic> {
        read_source(&self.root, &self.name, file)
    }

    /// Reads a topic again, whole. It was read without errors before.
    ///
    /// # Errors
    /// Those of a file that changed in between.
    pub fn topic(&self, slug: &str) -> Result<Topic, Vec<Diagnostic>> {
        let source = self
            .source(&topic_file(slug))
            .map_err(|problem| vec![problem])?;
        let read = read::topic::read(slug, &source);
        read.topic.ok_or(read.problems)
    }

    /// Reads a quiz again, whole.
    ///
    /// # Errors
    /// Those of a file that changed in between.
    pub fn quiz(&self, slug: &str) -> Result<content::model::Quiz, Vec<Diagnostic>> {
        let source = self
            .source(&quiz_file(slug))
            .map_err(|problem| vec![problem])?;
        let (quiz, problems) = read::quiz::read(slug, &source);
        quiz.ok_or(problems)
    }
}

/// A topic's file inside `content/`.
pub fn topic_file(slug: &str) -> String {
    format!("topics/{slug}.md")
}

/// A card's file inside `content/`.
pub fn card_file(slug: &str) -> String {
    format!("cards/{slug}.md")
}

/// A quiz's file inside `content/`.
pub fn quiz_file(slug: &str) -> String {
    format!("quizzes/{slug}.toml")
}

fn read_source(root: &Path, name: &str, file: &str) -> Result<Source, Diagnostic> {
    let shown = format!("{name}/{file}");
    match fs::read(root.join(file)) {
        Ok(bytes) => match String::from_utf8(bytes) {
            Ok(text) => Ok(Source::new(shown, text)),
            Err(_) => Err(Diagnostic::of_file(
                &shown,
                "this file is not UTF-8 text",
                "save it as UTF-8",
            )),
        },
        Err(error) => Err(Diagnostic::of_file(
            &shown,
            format!("this file cannot be read: {error}"),
            "content/README.md says what belongs in it",
        )),
    }
}
