//! Entries that get a place or another half.

use super::{Answer, words};
use crate::model::{Inline, Located, Target};

/// One entry of a list to be put in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Permanent within the item.
    pub id: Located<String>,
    /// What it says.
    pub text: Vec<Inline>,
    /// Whether its answer is given: the reader fills in the others.
    pub given: bool,
    /// Why it belongs where it does.
    pub why: Vec<Inline>,
    /// The paragraph that answers it.
    pub link: Located<Target>,
}

impl Entry {
    /// It as an answer of its question.
    pub fn answer(&self) -> Answer<'_> {
        Answer {
            id: self.id.value.clone(),
            at: &self.id.span,
            text: words(&self.text),
            correct: true,
            why: &self.why,
            link: &self.link,
        }
    }
}

/// An entry and its other half. Several entries may share one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The half that stands in the page.
    pub entry: Entry,
    /// The half that the reader finds.
    pub with: Vec<Inline>,
}
