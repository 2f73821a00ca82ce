//! Choices: one answer, several answers, true or false with a reason.

use super::{Answer, words};
use crate::model::{Inline, Located, Target};

/// One choice of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Permanent within the item.
    pub id: Located<String>,
    /// What the reader picks.
    pub text: Vec<Inline>,
    /// Whether picking it is right.
    pub correct: bool,
    /// Why it is right or wrong.
    pub why: Vec<Inline>,
    /// The paragraph that answers it.
    pub link: Located<Target>,
}

impl Choice {
    /// It as an answer of its question.
    pub fn answer(&self) -> Answer<'_> {
        Answer {
            id: self.id.value.clone(),
            at: &self.id.span,
            text: words(&self.text),
            correct: self.correct,
            why: &self.why,
            link: &self.link,
        }
    }
}

/// A verdict on a statement together with a reason for it: "True, because …".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Whether it calls the statement true.
    pub says: bool,
    /// The reason, which follows "because", and whether verdict and reason are both right.
    pub choice: Choice,
}
