//! A figure in a question: name the marked part, find a part, set the figure.

use super::{Answer, Choice};
use crate::model::{FigureState, Inline, Located};

/// A drawing with a marked part that has to be named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// What is drawn.
    pub figure: Located<FigureState>,
    /// The id of the marked part.
    pub part: Located<String>,
    /// What can be seen of it, for those who do not see it: where it lies, not what it is called.
    pub looks: Vec<Inline>,
    /// The names to choose from.
    pub choices: Vec<Choice>,
}

/// A drawing in which a part has to be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sought {
    /// What is drawn.
    pub figure: Located<FigureState>,
    /// The parts to choose from: the id of each is that of its part, the text says where it lies.
    pub choices: Vec<Choice>,
}

/// A figure that has to be set to a state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aim {
    /// The figure and the state that it begins in.
    pub figure: Located<FigureState>,
    /// Regions of its states: every state that the reader can set lies in exactly one.
    pub regions: Vec<Region>,
}

/// A region of a figure's states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Which states: `tilt=8..12`, joined by `&`.
    pub place: Located<String>,
    /// What it is in words, and whether it answers the question.
    pub choice: Choice,
}

impl Region {
    /// It as an answer of its question.
    pub fn answer(&self) -> Answer<'_> {
        self.choice.answer()
    }
}
