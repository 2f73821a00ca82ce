//! Scoring an answer, and the sentences that announce it.
//!
//! Every kind comes down to rows: a choice that is taken or not, an entry with the place or the half it
//! was given, a number. One module for each family of kinds scores its rows; [`verdict`] says it.

mod choices;
mod entries;
mod number;
mod region;
mod shuffle;
mod words;

pub use choices::{Choice, evaluate};
pub use entries::{Entry, place};
pub use number::{PLACES, WHOLE, measure};
pub use region::lies_in;
pub use shuffle::shuffle;
pub use words::{mark, remark, verdict};

use crate::Grade;

/// How an item, or a step of a case, is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One choice: also a verdict on a statement together with its reason.
    One,
    /// All choices that fit.
    Several,
    /// A place for each entry.
    Order,
    /// The other half of each entry.
    Match,
    /// A number.
    Number,
    /// A state of a figure: the region that it lies in is the choice.
    State,
}

impl Kind {
    /// The kind of this name in the content. A case has none: its steps have.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "one" | "true-or-false" | "name-part" | "find-part" => Some(Self::One),
            "several" => Some(Self::Several),
            "order" => Some(Self::Order),
            "match" => Some(Self::Match),
            "number" => Some(Self::Number),
            "set-figure" => Some(Self::State),
            _ => None,
        }
    }
}

/// What an answer is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Not an answer yet: no try, nothing is stored.
    Open(Open),
    /// All that fits, and nothing else.
    Right,
    /// Some of what fits.
    PartlyRight {
        /// How many that fit were found, at least 1.
        found: usize,
        /// How many were missed.
        missed: usize,
        /// How many were chosen that do not fit.
        extra: usize,
    },
    /// Nothing that fits.
    Wrong {
        /// How many that fit there are.
        missed: usize,
        /// How many were chosen that do not fit.
        extra: usize,
    },
}

/// What an answer lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// Nothing was chosen, placed or written.
    Nothing,
    /// This many are without a place or a half.
    Missing(usize),
    /// Two have this place, counted from 1.
    Twice(usize),
    /// It is not a number.
    NoNumber,
}

impl Outcome {
    /// How right an answer that counts is; `None` for one that is open.
    pub fn grade(self) -> Option<Grade> {
        match self {
            Self::Open(_) => None,
            Self::Right => Some(Grade::Right),
            Self::PartlyRight { .. } => Some(Grade::Partly),
            Self::Wrong { .. } => Some(Grade::Wrong),
        }
    }

    /// Whether the answer counts as right.
    pub fn is_right(self) -> bool {
        matches!(self, Self::Right)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_kinds() {
        for (name, kind) in [
            ("one", Some(Kind::One)),
            ("true-or-false", Some(Kind::One)),
            ("several", Some(Kind::Several)),
            ("order", Some(Kind::Order)),
            ("match", Some(Kind::Match)),
            ("number", Some(Kind::Number)),
            ("name-part", Some(Kind::One)),
            ("find-part", Some(Kind::One)),
            ("set-figure", Some(Kind::State)),
            ("case", None),
            ("", None),
        ] {
            assert_eq!(Kind::from_name(name), kind, "{name}");
        }
    }
}
