//! The labels of the plate.

use super::{Side, view};
use crate::geometry::{Point, point};
use crate::path::Path;
use crate::scene::{Attribute, Element, Token};

/// A label of one or two lines, underlined, with a leader to the part.
fn label(
    lines: &[&'static str],
    base: Point,
    width: f64,
    to: (f64, f64),
) -> (Vec<Element>, Element) {
    let right = to.0 > 0.0;
    let target = view(Side::Right).at(point(to.0, to.1));
    let texts = lines
        .iter()
        .enumerate()
        .map(|(index, line)| {
            let text = Element::text(base, *line);
            let text = text.with(Attribute::TextAnchor, if right { "end" } else { "start" });
            // The lines keep their distance when the style sheet changes the size of the text.
            if index + 1 < lines.len() {
                text.with(Attribute::Dy, "-1.16em")
            } else {
                text
            }
        })
        .collect();
    let under = base.plus(point(0.0, 9.0));
    let mut path = Path::new();
    path.move_to(under);
    path.line_to(under.plus(point(if right { -width } else { width }, 0.0)));
    path.line_to(target);
    let path = path.data();
    let leader = Element::group(vec![
        Element::path(path.clone())
            .outlined(Token::Paper, "5")
            .with(Attribute::Fill, "none"),
        Element::path(path).with(Attribute::Fill, "none"),
        Element::circle(target, 5.0)
            .fill(Token::Ink)
            .outlined(Token::Paper, "2.5"),
    ]);
    (texts, leader)
}

/// Words and leaders.
pub(super) fn labels() -> Vec<Element> {
    let (left, right) = (-428.0, 428.0);
    let mut texts = Vec::new();
    let mut leaders = Vec::new();
    for (words, x, y, width, to) in [
        (&["Gluteus", "medius"][..], left, 86.0, 116.0, (-11.2, 98.2)),
        (&["Gluteus", "maximus"], left, 280.0, 126.0, (-10.6, 87.6)),
        (&["Iliotibial", "band"], left, 470.0, 116.0, (-14.6, 76.0)),
        (&["Hamstrings"], left, 650.0, 170.0, (-8.4, 66.4)),
        (
            &["Gluteus", "medius, cut"],
            right,
            86.0,
            168.0,
            (10.8, 98.2),
        ),
        (&["Gluteus", "minimus"], right, 226.0, 118.0, (11.6, 91.0)),
        (&["Piriformis"], right, 372.0, 150.0, (8.4, 88.9)),
        (&["Sciatic", "nerve"], right, 530.0, 96.0, (7.9, 78.6)),
    ] {
        let (words, leader) = label(words, point(x, y), width, to);
        texts.extend(words);
        leaders.push(leader);
    }
    vec![
        Element::group(leaders)
            .with(Attribute::Stroke, Token::Ink.css())
            .with(Attribute::StrokeWidth, "2"),
        Element::group(texts)
            .with(Attribute::Class, "figure-text")
            .with(Attribute::FontSize, "33")
            .fill(Token::Ink)
            .outlined(Token::Paper, "8")
            .with(Attribute::StrokeLinejoin, "round")
            .with(Attribute::PaintOrder, "stroke"),
    ]
}
