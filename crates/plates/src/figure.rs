//! What every figure provides: keys, a drawing and words, all functions of the same values.

use crate::scene::Scene;
use crate::schema::{self, Key};

/// One row of a figure's data table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What is measured.
    pub label: &'static str,
    /// The value with its unit.
    pub value: String,
}

/// The words of one state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The accessible name of the drawing: a few words, no full stop.
    pub name: String,
    /// What is seen and what follows from it, as full sentences.
    pub state: String,
    /// The data table; the same labels in every state.
    pub rows: Vec<Row>,
}

/// A piece of the text under "How this is computed".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// A paragraph of plain text.
    Paragraph(&'static str),
    /// An equation on a line of its own, as plain text.
    Equation(&'static str),
    /// A list of plain sentences: definitions of symbols or limits.
    List(&'static [&'static str]),
    /// A list of sources.
    Sources(&'static [Source]),
}

/// A source as printed below a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// Author, year and place of publication.
    pub cite: &'static str,
    /// The digital object identifier, where checked.
    pub doi: Option<&'static str>,
}

/// A part of the drawing that can be dragged, an extra to the control of a key.
#[derive(Debug, Clone, Copy)]
pub struct Handle {
    /// The id of the part.
    pub part: &'static str,
    /// The values after a drag of `right`, `down` drawing units that began at `values`.
    ///
    /// What it returns is clamped by [`Figure::clamp`].
    pub drag: fn(values: &[i32], right: f64, down: f64) -> Vec<i32>,
}

/// A figure; `values` are those of `keys`, in their order.
#[derive(Debug, Clone, Copy)]
pub struct Figure {
    /// The permanent name in addresses.
    pub name: &'static str,
    /// The title shown above the drawing.
    pub title: &'static str,
    /// One sentence for the gallery and for search engines.
    pub description: &'static str,
    /// The state.
    pub keys: &'static [Key],
    /// The drawing of a state.
    pub scene: fn(values: &[i32]) -> Scene,
    /// The words of a state.
    pub words: fn(values: &[i32]) -> Words,
    /// One sentence on what a change did, for those who do not see it.
    pub change: fn(old: &[i32], new: &[i32]) -> String,
    /// Whether a key's control has an effect, in the order of `keys`.
    pub enabled: fn(values: &[i32]) -> Vec<bool>,
    /// The part of the drawing that can be dragged, if any.
    pub handle: Option<Handle>,
}

impl Figure {
    /// The values that a query gives; never fails.
    #[must_use]
    pub fn parse(&self, query: &str) -> Vec<i32> {
        schema::parse(self.keys, query)
    }

    /// Each value as near as its key allows; missing ones are defaults.
    #[must_use]
    pub fn clamp(&self, values: &[i32]) -> Vec<i32> {
        let value = |index: usize| values.get(index).copied();
        self.keys
            .iter()
            .enumerate()
            .map(|(index, key)| key.clamp(value(index).unwrap_or(key.default)))
            .collect()
    }

    /// The query of `values`, without `?` and without defaults.
    #[must_use]
    pub fn print(&self, values: &[i32]) -> String {
        schema::print(self.keys, values)
    }
}
