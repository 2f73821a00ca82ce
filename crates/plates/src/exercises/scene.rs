//! The sheet: the chart or the bridge on it, the other one unseen.

use crate::geometry::Point;
use crate::scene::{Attribute, Element, Scene, Text, Token};

use super::{State, bridge, chart, words};

/// The size of the drawing.
const SIZE: (i32, i32) = (720, 724);

/// A line of text with a halo in the color of the page.
pub(super) fn label(place: Point, words: impl Into<Text>, token: Token) -> Element {
    Element::text(place, words)
        .with(Attribute::Fill, token.css())
        .with(Attribute::Stroke, Token::Paper.css())
}

/// Texts anchored at their start, middle or end.
pub(super) fn labels(anchor: &'static str, children: Vec<Element>) -> Element {
    Element::group(children)
        .with(Attribute::Class, "figure-text")
        .with(Attribute::FontSize, "28")
        .with(Attribute::StrokeWidth, "7")
        .with(Attribute::StrokeLinejoin, "round")
        .with(Attribute::PaintOrder, "stroke")
        .with(Attribute::TextAnchor, anchor)
}

/// The drawing of `state`.
pub(super) fn scene(state: &State) -> Scene {
    Scene {
        corner: (0, 0),
        size: SIZE,
        title: words::name(state).into(),
        description: words::sentence(state).into(),
        elements: vec![chart::chart(state), bridge::drawing(state)],
    }
}
