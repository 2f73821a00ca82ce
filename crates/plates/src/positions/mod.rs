//! Start and end of the moves that articles and cards teach, drawn from poses of the model.
//!
//! Each pose is a set of the model's coordinates that [`settle`] brings to its contacts: feet flat,
//! shoulders where they lay, an ankle on the other knee. Arms and head have no coordinates in the
//! model; the arms reach for a place. What the glutes do is told by how wide their lines are.
//!
//! The drawings are files of their own, which the press writes; no bundle has them.

mod ball;
mod band;
mod body;
mod floor;
mod moves;
mod props;
mod settle;
mod standing;
mod stretch;
#[cfg(test)]
mod tests;

use crate::element::Element;
use crate::scene::Scene;
use crate::svg;

pub use moves::MOVES;

/// One drawing of a move.
#[derive(Debug, Clone, Copy)]
pub struct Position {
    /// What is shown, in a word or two: `Start`.
    pub label: &'static str,
    /// What is seen and what has moved, in full sentences.
    pub description: &'static str,
    /// Width and height in drawing units.
    pub size: (i32, i32),
    elements: fn() -> Vec<Element>,
}

/// A move: its positions from start to end.
#[derive(Debug, Clone, Copy)]
pub struct Move {
    /// The permanent name.
    pub name: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// Its drawings, in their order.
    pub positions: &'static [Position],
}

/// The move with a permanent name.
///
/// `None` when there is no such move.
#[must_use]
pub fn named(name: &str) -> Option<&'static Move> {
    MOVES.iter().find(|one| one.name == name)
}

impl Position {
    /// The drawing as an image file of its own; `colors` as for [`crate::Plate::image`].
    ///
    /// Without a name inside: the page that shows it says it in its own words.
    #[must_use]
    pub fn image(&self, colors: &str) -> String {
        let mut out = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"");
        svg::push_box(&mut out, (0, 0), self.size);
        out.push_str("\"><style>");
        out.push_str(colors);
        out.push_str("</style>");
        out.push_str(&svg::inner(&self.scene(), "move"));
        out.push_str("</svg>");
        out
    }

    fn scene(&self) -> Scene {
        Scene {
            corner: (0, 0),
            size: self.size,
            title: self.label.into(),
            description: self.description.into(),
            elements: (self.elements)(),
        }
    }
}
