//! A quiz: questions about one topic.

use super::{Inline, Located, Target};

/// One quiz.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quiz {
    /// The file's name without `.toml`; the address.
    pub slug: String,
    /// Plain text.
    pub title: String,
    /// One plain sentence.
    pub summary: String,
    /// The topic it belongs to.
    pub topic: Located<String>,
    /// The questions.
    pub items: Vec<Item>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Permanent within the quiz.
    pub id: Located<String>,
    /// Raised when the question's meaning changes; from 1.
    pub rev: u32,
    /// How it is answered.
    pub kind: Kind,
    /// A goal of the topic.
    pub goal: Located<String>,
    /// The points of the course it covers.
    pub covers: Vec<Located<String>>,
    /// The question.
    pub stem: Vec<Inline>,
    /// Two to four.
    pub choices: Vec<Choice>,
}

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

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// By one choice; exactly one is correct.
    One,
    /// By every choice that fits; at least one is correct.
    Several,
}

impl Kind {
    /// The word in files and on pages.
    pub const fn word(self) -> &'static str {
        match self {
            Kind::One => "one",
            Kind::Several => "several",
        }
    }

    /// The kind whose [`word`](Self::word) this is.
    pub fn parse(word: &str) -> Option<Kind> {
        [Kind::One, Kind::Several]
            .into_iter()
            .find(|kind| kind.word() == word)
    }
}
