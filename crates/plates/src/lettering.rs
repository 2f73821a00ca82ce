//! Text in drawings: lines with a halo, in groups that the style sheet sets in size.

use crate::geometry::Point;
use crate::scene::{Attribute, Element, Text, Token};

/// A line of text with a halo in the color of the page.
pub(crate) fn label(place: Point, words: impl Into<Text>, token: Token) -> Element {
    Element::text(place, words)
        .with(Attribute::Fill, token.css())
        .with(Attribute::Stroke, Token::Paper.css())
}

/// The name of a quantity and, in bold below it, its size.
pub(crate) fn value(place: Point, name: &'static str, size: String, token: Token) -> [Element; 2] {
    [
        label(place, name, token),
        label(place, size, token)
            .with(Attribute::Dy, "1.16em")
            .with(Attribute::FontWeight, "700"),
    ]
}

/// A group of labels.
pub(crate) fn lettered(children: Vec<Element>) -> Element {
    Element::group(children)
        .with(Attribute::Class, "figure-text")
        .with(Attribute::FontSize, "28")
        .with(Attribute::StrokeWidth, "7")
        .with(Attribute::StrokeLinejoin, "round")
        .with(Attribute::PaintOrder, "stroke")
}

/// A group of labels anchored at their `start`, `middle` or `end`.
pub(crate) fn labels(anchor: &'static str, children: Vec<Element>) -> Element {
    lettered(children).with(Attribute::TextAnchor, anchor)
}
