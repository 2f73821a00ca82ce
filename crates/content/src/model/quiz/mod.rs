//! A quiz: questions about one topic.
//!
//! How a question is answered is its [`Kind`]: an enum that carries what that kind needs, one module
//! for each family of kinds. A new kind has five places, each a module of its own: its data here,
//! `press::read::quiz` (TOML), `press::write::question` (HTML), `study::score` (what an answer is
//! worth) and `src/wake/question` (what the reader did).

mod case;
mod choices;
mod entries;
mod number;
mod parts;

pub use case::{Case, Help, Step};
pub use choices::{Choice, Claim};
pub use entries::{Entry, Pair};
pub use number::Number;
pub use parts::{Aim, Marked, Region, Sought};

use super::{Inline, Located, Target, plain_text};

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
    /// A goal of the topic.
    pub goal: Located<String>,
    /// The points of the course it covers.
    pub covers: Vec<Located<String>>,
    /// The group of look-alikes it belongs to, for mixed practice.
    pub confusable: Option<Located<String>>,
    /// The question.
    pub stem: Vec<Inline>,
    /// How it is answered.
    pub kind: Kind,
}

/// How a question is answered, with what is to choose, to place or to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// By one choice; exactly one is correct.
    One(Vec<Choice>),
    /// By every choice that fits; at least one is correct.
    Several(Vec<Choice>),
    /// By saying whether the stem is true, and for which reason; exactly one is correct.
    TrueOrFalse(Vec<Claim>),
    /// By giving each entry its place. The entries stand in the right order.
    Order(Vec<Entry>),
    /// By finding the other half of each entry.
    Match(Vec<Pair>),
    /// By a number.
    Number(Number),
    /// By naming the part that is marked in a drawing; exactly one choice is correct.
    NamePart(Marked),
    /// By finding a part in a drawing; exactly one choice is correct.
    FindPart(Sought),
    /// By setting a figure; exactly one region of its states is correct.
    SetFigure(Aim),
    /// Step by step.
    Case(Case),
}

/// Something the reader chooses, places or writes, whatever the kind, and why it is right or wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer<'a> {
    /// Permanent within the item.
    pub id: String,
    /// Where the id was written; of a number, where its answer was.
    pub at: &'a core::ops::Range<usize>,
    /// What it says, plain text.
    pub text: String,
    /// Whether it stands for the right answer. Entries and pairs all do.
    pub correct: bool,
    /// Why it is right or wrong.
    pub why: &'a [Inline],
    /// The paragraph that answers it.
    pub link: &'a Located<Target>,
}

impl Kind {
    /// The words in files and on pages, in the order of the author's guide.
    pub const WORDS: [&str; 10] = [
        "one",
        "several",
        "true-or-false",
        "order",
        "match",
        "number",
        "name-part",
        "find-part",
        "set-figure",
        "case",
    ];

    /// The word in files and on pages.
    pub const fn word(&self) -> &'static str {
        let [
            one,
            several,
            true_or_false,
            order,
            pairs,
            number,
            name_part,
            find_part,
            set_figure,
            case,
        ] = Self::WORDS;
        match self {
            Kind::One(_) => one,
            Kind::Several(_) => several,
            Kind::TrueOrFalse(_) => true_or_false,
            Kind::Order(_) => order,
            Kind::Match(_) => pairs,
            Kind::Number(_) => number,
            Kind::NamePart(_) => name_part,
            Kind::FindPart(_) => find_part,
            Kind::SetFigure(_) => set_figure,
            Kind::Case(_) => case,
        }
    }

    /// Everything that has an explanation, in the order of the file. The ids of a case's answers begin
    /// with the id of their step.
    pub fn answers(&self) -> Vec<Answer<'_>> {
        match self {
            Kind::One(choices) | Kind::Several(choices) => {
                choices.iter().map(Choice::answer).collect()
            }
            Kind::TrueOrFalse(claims) => claims.iter().map(|claim| claim.choice.answer()).collect(),
            Kind::Order(entries) => entries.iter().map(Entry::answer).collect(),
            Kind::Match(pairs) => pairs.iter().map(|pair| pair.entry.answer()).collect(),
            Kind::Number(number) => vec![number.answer()],
            Kind::NamePart(Marked { choices, .. }) | Kind::FindPart(Sought { choices, .. }) => {
                choices.iter().map(Choice::answer).collect()
            }
            Kind::SetFigure(aim) => aim.regions.iter().map(Region::answer).collect(),
            Kind::Case(case) => case.answers(),
        }
    }
}

/// Running text as plain text.
pub fn words(content: &[Inline]) -> String {
    let mut text = String::new();
    plain_text(content, &mut text);
    text
}
