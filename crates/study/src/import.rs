//! Reading an exported file, and saying what it would bring before anything is changed.

use std::cmp::Ordering;

use crate::MAX_DEPTH;
use crate::entry;
use crate::export::KIND;
use crate::json::{Json, NOTHING, Object, parse};
use crate::merge::{newer, newer_value};
use crate::problem::{Problem, Reason};
use crate::record::{Decoded, Record, entries};
use crate::reviews::Reviews;
use crate::shape::{ANSWER, GUESS, PLACE, SECTION, Shape};

/// The largest file that is read, in bytes. Five years of daily use stay under 1 MB.
pub const MAX_BYTES: usize = 8 << 20;

/// A file that was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// Its record.
    pub record: Record,
    /// When it was exported, in milliseconds since 1970, if it says so.
    pub exported: Option<u64>,
}

/// Why a file cannot be imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// Nothing but white space.
    Empty,
    /// More than [`MAX_BYTES`].
    TooLarge,
    /// Not JSON, and where.
    NotJson(Problem),
    /// JSON, but not exported by this site.
    NotProgress,
    /// Exported by a later release of the site.
    Newer {
        /// The version of its record.
        version: u64,
    },
}

impl ImportError {
    /// What is wrong, where, and what to do, in plain words.
    pub fn message(&self) -> String {
        let (what, fix) = match self {
            Self::Empty => ("This file is empty.", CHOOSE),
            Self::TooLarge => (
                "This file is larger than 8 MB, so it is not a progress file.",
                CHOOSE,
            ),
            Self::NotJson(_) => ("This file is damaged or is not a progress file.", CHOOSE),
            Self::NotProgress => ("This file holds something else than progress.", CHOOSE),
            Self::Newer { .. } => (
                "This file comes from a newer version of the site.",
                "Reload this page to get that version, then import it again.",
            ),
        };
        let mut out = String::from(what);
        if let Self::NotJson(problem) = self {
            out.push(' ');
            out.push_str(&problem.message());
        }
        out.push(' ');
        out.push_str(fix);
        out
    }
}

const CHOOSE: &str = "Choose a file that you saved on the progress page.";

/// Reads an exported file, or a bare record as the browser stores it. A byte order mark is
/// skipped.
///
/// # Errors
/// See [`ImportError`]. Entries that are not understood are no error: they are imported as they
/// are and counted in [`Preview::not_understood`].
pub fn decode(text: &str) -> Result<Import, ImportError> {
    if text.len() > MAX_BYTES {
        return Err(ImportError::TooLarge);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim_ascii().is_empty() {
        return Err(ImportError::Empty);
    }
    // An exported file is one level deeper than its record.
    let parsed = parse(text, MAX_DEPTH + 1).map_err(ImportError::NotJson)?;
    let Json::Object(mut root) = parsed.value else {
        return Err(ImportError::NotProgress);
    };
    let wrapped = root.get("kind").and_then(Json::as_text) == Some(KIND);
    let exported = if wrapped {
        root.get("exported").and_then(Json::as_number)
    } else {
        None
    };
    let inner = if wrapped {
        root.remove("record").ok_or(ImportError::NotProgress)?
    } else if parsed.depth > MAX_DEPTH {
        return Err(ImportError::NotProgress);
    } else {
        Json::Object(root)
    };
    match Record::from_json(inner) {
        Decoded::Ready { record, .. } => Ok(Import { record, exported }),
        Decoded::Newer { version } => Err(ImportError::Newer { version }),
        Decoded::Damaged(Problem {
            reason: Reason::NotAnObject | Reason::NoVersion,
            ..
        }) => Err(ImportError::NotProgress),
        Decoded::Damaged(problem) => Err(ImportError::NotJson(problem)),
    }
}

/// What merging a file into the record here would do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// Topics that are in the file only.
    pub new_topics: usize,
    /// Sections that are in the file only.
    pub new_sections: usize,
    /// Answers that are in the file only.
    pub new_answers: usize,
    /// Items answered in both places whose reviews in the file add to those here.
    pub reviews: usize,
    /// Guesses that are in the file only.
    pub new_guesses: usize,
    /// Sections, answers and guesses that are newer in the file; they replace those here.
    pub newer: usize,
    /// Sections, answers and guesses that are older in the file; those here stay.
    pub older: usize,
    /// Sections, answers and guesses that are the same.
    pub same: usize,
    /// Whether "Continue" will lead to the place in the file.
    pub place: bool,
    /// Things in the file that this release does not understand; they are kept as they are.
    pub not_understood: usize,
}

impl Preview {
    /// Compares a file with the record here.
    pub fn of(here: &Record, file: &Record) -> Self {
        let mut preview = Self {
            not_understood: file.kept().count(),
            ..Self::default()
        };
        let topics = here
            .root
            .get("read")
            .and_then(Json::as_object)
            .unwrap_or(&NOTHING);
        for (slug, topic) in file.group("read") {
            let Json::Object(topic) = topic else {
                continue;
            };
            let mine = topics.get(slug).and_then(Json::as_object);
            preview.new_topics += usize::from(mine.is_none());
            let sections = entries(topic, "sections");
            preview.new_sections +=
                preview.count(&SECTION, mine.unwrap_or(&NOTHING), "sections", sections);
        }
        preview.new_answers = preview.count(&ANSWER, &here.root, "answers", file.group("answers"));
        let answers = here.root.get("answers").and_then(Json::as_object);
        for (item, theirs) in file.group("answers") {
            let mine = answers.and_then(|answers| answers.get(item));
            preview.reviews += usize::from(mine.is_some_and(|mine| adds_reviews(mine, theirs)));
        }
        preview.new_guesses = preview.count(&GUESS, &here.root, "guesses", file.group("guesses"));
        preview.place = match (here.root.get("place"), file.root.get("place")) {
            (Some(Json::Object(here)), Some(Json::Object(file))) => {
                newer(&PLACE, file, here).is_gt()
            }
            (here, file) => here.is_none() && file.is_some(),
        };
        preview
    }

    /// Whether merging would change nothing that the reader sees.
    pub fn is_nothing(&self) -> bool {
        let new = self.new_topics + self.new_sections + self.new_answers + self.new_guesses;
        new + self.reviews + self.newer == 0 && !self.place
    }

    /// Counts newer, older and same entries; returns how many are not here at all.
    fn count(
        &mut self,
        shape: &Shape,
        here: &Object,
        group: &str,
        file: &[(String, Json)],
    ) -> usize {
        let here = here.get(group).and_then(Json::as_object);
        let mut new = 0;
        for (name, theirs) in file {
            let Some(mine) = here.and_then(|here| here.get(name)) else {
                new += 1;
                continue;
            };
            match newer_value(shape, theirs, mine) {
                Ordering::Greater => self.newer += 1,
                Ordering::Less => self.older += 1,
                Ordering::Equal => self.same += 1,
            }
        }
        new
    }
}

/// Whether an answer in the file has reviews that the one here does not.
fn adds_reviews(mine: &Json, theirs: &Json) -> bool {
    let (mine, theirs) = (entry::reviews_text(mine), entry::reviews_text(theirs));
    if mine == theirs {
        return false;
    }
    match (Reviews::parse(mine), Reviews::parse(theirs)) {
        (Some(mine), Some(theirs)) => mine.join(&theirs).parts != mine.parts,
        _ => false,
    }
}
