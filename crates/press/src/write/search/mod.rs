//! The index of the search: what documents say goes into it while their pages are written.
//!
//! The root is at `search/root.txt`; the files that it leads to are in a folder at the top of the site
//! that is named by what is in them, so that they may be kept for ever.

pub mod texts;

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError, TryLockError};

use content::model::{Quiz, Target, Topic};
use search::build::Part;
use search::root::Root;
use search::{File, Kind};
use sha2::{Digest, Sha256};

use super::assets;
use super::context::Context;
use super::output::Output;
use crate::diagnostic::Diagnostic;
use texts::Text;

/// Where files are until all are there and their folder has its name.
const UNFINISHED: &str = "index-new";
/// The path of the root inside the site.
pub const ROOT: &str = "search/root.txt";

/// Takes in documents, on any thread.
#[derive(Debug)]
pub struct Collector {
    parts: Vec<Mutex<Part>>,
    /// The hashes of the sheets, in no order.
    sheets: Mutex<Vec<(File, [u8; 32])>>,
    /// What the root says of documents, as long as there are few.
    heads: Mutex<BTreeMap<(Kind, u32), String>>,
}

impl Collector {
    /// A collector for so many threads at once.
    pub fn new(threads: usize) -> Self {
        Collector {
            parts: (0..threads.max(1)).map(|_| Mutex::default()).collect(),
            sheets: Mutex::default(),
            heads: Mutex::default(),
        }
    }

    /// Takes in an article.
    ///
    /// # Errors
    /// When its sheet cannot be written.
    pub fn topic(&self, output: &Output, number: usize, topic: &Topic) -> Result<(), Diagnostic> {
        self.alone(output, Kind::Topic, number, &texts::topic(topic))
    }

    /// Takes in a quiz.
    ///
    /// # Errors
    /// When its sheet cannot be written.
    pub fn quiz(&self, output: &Output, number: usize, quiz: &Quiz) -> Result<(), Diagnostic> {
        self.alone(output, Kind::Quiz, number, &texts::quiz(quiz))
    }

    /// A document with a sheet of its own.
    fn alone(
        &self,
        output: &Output,
        kind: Kind,
        number: usize,
        text: &Text,
    ) -> Result<(), Diagnostic> {
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        self.with_part(|part| part.add(kind, number, &text.fields()));
        self.head(kind, number, text);
        let mut sheet = String::new();
        text.push_to(&mut sheet);
        self.sheet(output, File::Sheet(kind, number), &sheet)
    }

    /// Notes the head of a document, unless there are too many anyway.
    fn head(&self, kind: Kind, number: u32, text: &Text) {
        let mut heads = self.heads.lock().unwrap_or_else(PoisonError::into_inner);
        if heads.len() <= Root::MOST_HEADS {
            heads.insert((kind, number), text.head());
        }
    }

    fn sheet(&self, output: &Output, file: File, text: &str) -> Result<(), Diagnostic> {
        output.write(&unfinished(file), text.as_bytes())?;
        let hash = Sha256::digest(text.as_bytes()).into();
        let mut sheets = self.sheets.lock().unwrap_or_else(PoisonError::into_inner);
        sheets.push((file, hash));
        Ok(())
    }

    /// Gives a part that no other thread has.
    fn with_part(&self, work: impl FnOnce(&mut Part)) {
        for part in &self.parts {
            match part.try_lock() {
                Ok(mut part) => return work(&mut part),
                Err(TryLockError::Poisoned(part)) => return work(&mut part.into_inner()),
                Err(TryLockError::WouldBlock) => {}
            }
        }
        if let Some(part) = self.parts.first() {
            work(&mut part.lock().unwrap_or_else(PoisonError::into_inner));
        }
    }

    /// Takes in what is not read file by file, and writes the index.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn finish(self, context: &Context<'_>, output: &Output) -> Result<(), Diagnostic> {
        let shared = &context.project.shared;
        let terms = shared.terms.as_deref().unwrap_or_default();
        self.shared_sheets(output, Kind::Term, terms.iter().map(texts::term))?;
        self.shared_sheets(
            output,
            Kind::Figure,
            plates::FIGURES.iter().map(texts::figure),
        )?;
        // Tracks and cards are pages about topics; they are counted behind the articles.
        let tracks = shared.tracks.iter().map(texts::track);
        let cards = context.project.cards.iter().map(texts::card);
        let mut pages = context.library.len();
        for text in tracks.chain(cards) {
            self.alone(output, Kind::Topic, pages, &text)?;
            pages += 1;
        }
        self.with_part(|part| synonyms(context, part));
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let counts = [
            count(pages),
            count(terms.len()),
            count(plates::FIGURES.len()),
            count(context.quizzes.len()),
        ];
        let parts = self.parts.into_iter();
        let parts: Vec<Part> = parts
            .map(|part| part.into_inner().unwrap_or_else(PoisonError::into_inner))
            .collect();
        let (mut root, files) = search::build::finish(&parts, counts);
        let mut hashes = self
            .sheets
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        let written = crate::parallel::map(files.len(), |at| {
            let (file, text) = &files[at];
            output.write(&unfinished(*file), text.as_bytes())?;
            Ok((*file, Sha256::digest(text.as_bytes()).into()))
        });
        for result in written {
            hashes.push(result?);
        }
        hashes.sort_unstable();
        let mut all = Sha256::new();
        for (_, hash) in &hashes {
            all.update(hash);
        }
        root.folder = folder(&all.finalize());
        let heads = self.heads.into_inner();
        let heads = heads.unwrap_or_else(PoisonError::into_inner);
        if heads.len() <= Root::MOST_HEADS {
            root.heads = heads.into_values().collect();
        }
        output.rename(UNFINISHED, &root.folder)?;
        output.write(ROOT, root.encode().as_bytes())
    }

    /// Documents that share sheets, as many as their kind says.
    fn shared_sheets(
        &self,
        output: &Output,
        kind: Kind,
        texts: impl Iterator<Item = Text>,
    ) -> Result<(), Diagnostic> {
        let texts: Vec<Text> = texts.collect();
        let mut number = 0;
        for (place, texts) in (0..).zip(texts.chunks(kind.per_sheet() as usize)) {
            let mut sheet = String::new();
            for text in texts {
                self.with_part(|part| part.add(kind, number, &text.fields()));
                self.head(kind, number, text);
                text.push_to(&mut sheet);
                number += 1;
            }
            self.sheet(output, File::Sheet(kind, place), &sheet)?;
        }
        Ok(())
    }
}

fn unfinished(file: File) -> String {
    [UNFINISHED, "/", &file.name()].concat()
}

/// The name of the folder: what the browser may keep it by.
fn folder(hash: &[u8]) -> String {
    [Root::FOLDER, &assets::short_hash(hash)].concat()
}

/// Other names: those of the glossary and those of `synonyms.toml`.
fn synonyms(context: &Context<'_>, part: &mut Part) {
    let shared = &context.project.shared;
    let terms = shared.terms.as_deref().unwrap_or_default();
    for (number, term) in (0..).zip(terms) {
        for name in &term.also {
            part.synonym(name, &term.name, Kind::Term, number);
        }
    }
    for synonym in &shared.synonyms {
        for target in &synonym.see {
            let (kind, number, name) = match &target.value {
                Target::Topic { slug, .. } => (Kind::Topic, context.place(slug), ""),
                Target::Quiz { slug, .. } => (Kind::Quiz, context.quiz_place(slug), ""),
                Target::Glossary(id) => {
                    let place = terms.iter().position(|term| term.id.value == *id);
                    let name = place
                        .and_then(|at| terms.get(at))
                        .map(|term| term.name.as_str());
                    (Kind::Term, place, name.unwrap_or_default())
                }
                Target::Figure(state) => {
                    let place = plates::FIGURES.iter().position(|it| it.name == state.name);
                    (Kind::Figure, place, "")
                }
                Target::Here(_) | Target::Page(_) | Target::External(_) => continue,
            };
            let Some(number) = number.and_then(|number| u32::try_from(number).ok()) else {
                continue;
            };
            for said in &synonym.say {
                part.synonym(said, name, kind, number);
            }
        }
    }
}
