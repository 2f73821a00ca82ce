//! An answer in digits.

use super::Answer;
use crate::model::{Inline, Located, Target};

/// The number that a question asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// The right number in decimal digits, in `unit`.
    pub answer: Located<String>,
    /// How far off, in `unit`, still counts as right; decimal digits, zero or more.
    pub tolerance: String,
    /// The unit's sign, such as `°` or `kg`; empty for a bare number.
    pub unit: String,
    /// Why it is this number.
    pub why: Vec<Inline>,
    /// The paragraph that answers it.
    pub link: Located<Target>,
}

impl Number {
    /// The id of the one thing that is answered.
    pub const ID: &'static str = "answer";

    /// It as an answer of its question.
    pub fn answer(&self) -> Answer<'_> {
        Answer {
            id: Self::ID.to_owned(),
            at: &self.answer.span,
            text: self.with_unit(&self.answer),
            correct: true,
            why: &self.why,
            link: &self.link,
        }
    }

    /// `text` with the unit: `60 kg`, `5°`, `40%`.
    pub fn with_unit(&self, text: &str) -> String {
        let close = self.unit.is_empty() || ["°", "%"].contains(&self.unit.as_str());
        [text, if close { "" } else { "\u{a0}" }, &self.unit].concat()
    }
}
