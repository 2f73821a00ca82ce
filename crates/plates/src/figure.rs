//! What every figure provides: keys, a drawing and words, all functions of the same values.

use crate::scene::Scene;
use crate::schema::{self, Key, Kind};

/// One row of a figure's data table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What is measured.
    pub label: &'static str,
    /// The values with their units, one for each of [`Figure::columns`].
    pub cells: Vec<String>,
}

impl Row {
    /// A row with one value.
    #[must_use]
    pub fn new(label: &'static str, value: String) -> Self {
        Self {
            label,
            cells: vec![value],
        }
    }
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

/// The directions in which a part can be dragged; in the others a finger scrolls the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Along {
    /// Left and right.
    Horizontal,
    /// Up and down.
    Vertical,
    /// Anywhere.
    Both,
}

/// A part of the drawing that can be dragged, an extra to the control of a key.
#[derive(Debug, Clone, Copy)]
pub struct Handle {
    /// The id of the part.
    pub part: &'static str,
    /// Where it can go.
    pub along: Along,
    /// The values after a drag of `right`, `down` drawing units that began at `values`.
    ///
    /// What it returns is clamped by [`Figure::clamp`].
    pub drag: fn(values: &[i32], right: f64, down: f64) -> Vec<i32>,
}

/// A part of a drawing and the topic that explains it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// The id of the part.
    pub part: &'static str,
    /// The slug of the topic.
    pub topic: &'static str,
    /// What the part is called.
    pub title: &'static str,
}

/// A state with a name and a page of its own, and a link to it among the controls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// The permanent last part of its address.
    pub slug: &'static str,
    /// What it shows, in a few words without a full stop, such as `With a cane`.
    pub label: &'static str,
    /// One sentence for search engines and for those who get the link.
    pub description: &'static str,
    /// The state as a query, without defaults.
    pub query: &'static str,
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
    /// The version of the keys, 1 at first. Adding a key does not change it; a key that comes to
    /// mean something else does, and then [`Figure::parse`] has to translate the older links.
    pub version: i32,
    /// The state.
    pub keys: &'static [Key],
    /// The drawing of a state.
    pub scene: fn(values: &[i32]) -> Scene,
    /// The heads of the data table's columns after the first; most often one, `Value`.
    pub columns: &'static [&'static str],
    /// The states that have a page of their own.
    pub named: &'static [Named],
    /// The words of a state.
    pub words: fn(values: &[i32]) -> Words,
    /// One sentence on what a change did, for those who do not see it.
    pub change: fn(old: &[i32], new: &[i32]) -> String,
    /// Whether a key's control has an effect, in the order of `keys`.
    pub enabled: fn(values: &[i32]) -> Vec<bool>,
    /// The parts of the drawing that can be dragged.
    pub handles: &'static [Handle],
}

impl Figure {
    /// The place among `keys` of the one that chooses a part of the drawing.
    #[must_use]
    pub fn part_key(&self) -> Option<usize> {
        let is_part = |key: &Key| matches!(key.kind, Kind::Part { .. });
        self.keys.iter().position(is_part)
    }

    /// The values that a query gives; never fails.
    ///
    /// A version (`v`) that this release does not know is read as the present one: what it has in
    /// common with it is kept.
    #[must_use]
    pub fn parse(&self, query: &str) -> Vec<i32> {
        schema::parse(self.keys, query)
    }

    /// Each value as near as its key allows; missing ones are defaults.
    #[must_use]
    pub fn clamp(&self, values: &[i32]) -> Vec<i32> {
        (0..self.keys.len())
            .map(|index| schema::value(self.keys, values, index))
            .collect()
    }

    /// All of `values`, defaults too, as `key=value` joined by `&`: what a question compares with its
    /// regions.
    #[must_use]
    pub fn spell(&self, values: &[i32]) -> String {
        let mut out = String::new();
        for (index, key) in self.keys.iter().enumerate() {
            if index > 0 {
                out.push('&');
            }
            out.push_str(key.name);
            out.push('=');
            schema::push_value(&mut out, key, schema::value(self.keys, values, index));
        }
        out
    }

    /// The query of `values`, without `?` and without defaults.
    #[must_use]
    pub fn print(&self, values: &[i32]) -> String {
        let query = schema::print(self.keys, values);
        if self.version == 1 || query.is_empty() {
            return query;
        }
        let mut versioned = String::from("v=");
        crate::path::push_integer(&mut versioned, self.version);
        versioned.push('&');
        versioned.push_str(&query);
        versioned
    }
}
