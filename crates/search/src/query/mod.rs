//! From what somebody typed to results.

mod clause;
mod rank;
mod show;

use crate::root::{self, Root};
use crate::shard::{self, Entry};
use crate::{File, Kind};

/// The files that are there already.
pub trait Files {
    /// The text of a file; `None` while it is not there. A file that cannot be had is empty text.
    fn text(&self, file: File) -> Option<&str>;
}

/// What is known after looking at the files that are there.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// These files are needed to know more. Never empty. Meanwhile there may be results that lack their
    /// sentences and the part of the page.
    Lacks(Vec<File>, Option<Results>),
    /// The results.
    Found(Results),
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// One group for each kind of which something was found, the best first.
    pub groups: Vec<Group>,
    /// Words that were not found, and those they were taken for.
    pub corrected: Vec<(String, String)>,
}

/// Results of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Which.
    pub kind: Kind,
    /// How many were found.
    pub all: usize,
    /// Whether there may be more: a common word finds only the documents it says most about.
    pub cut: bool,
    /// Those to be shown, the best first.
    pub found: Vec<Found>,
    score: f32,
}

/// A result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The path of the page inside the site, without the slash at the beginning.
    pub page: String,
    /// The same with the part of the page that fits.
    pub path: String,
    /// The title of what was found.
    pub title: Vec<Piece>,
    /// The heading of the part, or the quiz of the question; may be empty.
    pub place: String,
    /// The sentence that fits best; may be empty.
    pub text: Vec<Piece>,
}

/// A piece of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Whether it is what was searched for.
    pub marked: bool,
}

/// How many results of each kind are to be shown, in the order of [`Kind::ALL`].
pub type Limits = [usize; 4];

/// Searches.
pub fn run(query: &str, files: &dyn Files, limits: Limits) -> Answer {
    let Some(text) = files.text(File::Root) else {
        return Answer::Lacks(vec![File::Root], None);
    };
    let Some(root) = Root::decode(text) else {
        return Answer::Found(Results::default());
    };
    let mut index = Index {
        files,
        root,
        lacking: Vec::new(),
    };
    let read = clause::read(query, &mut index);
    if !index.lacking.is_empty() {
        return Answer::Lacks(index.lacking, None);
    }
    let ranked = rank::rank(&read.clauses);
    let groups = show::groups(&ranked, &read.clauses, limits, &mut index);
    let results = Results {
        groups,
        corrected: read.corrected,
    };
    if index.lacking.is_empty() {
        Answer::Found(results)
    } else {
        let meanwhile = (!index.root.heads.is_empty()).then_some(results);
        Answer::Lacks(index.lacking, meanwhile)
    }
}

/// The files, and which of them are lacking.
struct Index<'f> {
    files: &'f dyn Files,
    root: Root,
    lacking: Vec<File>,
}

impl<'f> Index<'f> {
    fn text(&mut self, file: File) -> Option<&'f str> {
        let text = self.files.text(file);
        if text.is_none() && !self.lacking.contains(&file) {
            self.lacking.push(file);
        }
        text
    }

    /// The entry of a word.
    fn find(&mut self, key: &str) -> Option<Entry<'f>> {
        let place = root::place(&self.root.words, key);
        shard::find(self.text(File::Words(place))?, key)
    }

    /// The entry of a word if its shard is there.
    fn glance(&self, key: &str) -> Option<Entry<'f>> {
        let place = root::place(&self.root.words, key);
        shard::find(self.files.text(File::Words(place))?, key)
    }

    /// How much the rarity of a word counts, from its share of all documents.
    fn rarity(&self, entry: &Entry<'_>) -> f32 {
        let all: u32 = self
            .root
            .counts
            .iter()
            .fold(0, |sum, count| sum.saturating_add(*count));
        let with = Kind::ALL
            .iter()
            .fold(0_u32, |sum, kind| sum.saturating_add(entry.list(*kind).all));
        0.4 + log2(1.0 + all as f32 / (with.max(1) as f32))
    }
}

/// The binary logarithm of a number from 1, to within a tenth; the exact one takes more code.
fn log2(number: f32) -> f32 {
    let bits = number.to_bits();
    let exponent = (bits >> 23) as i32 - 127;
    let mantissa = f32::from_bits((bits & 0x7f_ffff) | 0x3f80_0000);
    exponent as f32 + mantissa - 1.0
}
