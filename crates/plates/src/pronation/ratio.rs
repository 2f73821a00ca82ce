//! The scale of the ratio: what the hinge gives beside what was measured.

use kinetics::experiments::subtalar_hinge::MEASURED_RATIO;

use crate::geometry::point;
use crate::number::fixed;
use crate::path::Path;
use crate::scene::{Attribute, Element, Part, Token};

use super::State;
use super::scene::{bold, label, labels};
use super::words;

const RATIO: Part = Part {
    id: "ratio",
    name: "Turn for Each Degree of Roll",
    description: "A scale with what the hinge gives and the band measured in eight specimens.",
};
/// Page position of a ratio of zero, and drawing units for one.
const LEFT: f64 = 36.0;
const UNIT: f64 = 320.0;
/// Page height of the scale's line.
const LINE: f64 = 728.0;

fn at(ratio: f64) -> f64 {
    LEFT + UNIT * ratio
}

fn bar(from: f64, to: f64) -> Element {
    let mut path = Path::new();
    let corners = [
        point(from, LINE - 22.0),
        point(to, LINE - 22.0),
        point(to, LINE),
        point(from, LINE),
    ];
    path.polyline(&corners, true);
    Element::path(path.data()).fill(Token::ForceWeight)
}

/// The scale of `state`.
pub(super) fn ratio(state: &State) -> Element {
    let (mean, spread) = MEASURED_RATIO;
    let ratio = state.hinge().ratio;
    let mut scale = Path::new();
    scale.move_to(point(at(0.0), LINE));
    scale.line_to(point(at(2.05), LINE));
    for half in 0..=4 {
        let x = at(0.5 * f64::from(half));
        scale.move_to(point(x, LINE));
        scale.line_to(point(x, LINE + 8.0));
    }
    let mut marker = Path::new();
    let tip = point(at(ratio), LINE);
    let corners = [point(-12.0, -26.0), point(12.0, -26.0)].map(|corner| tip.plus(corner));
    marker.polyline(&[tip, corners[0], corners[1]], true);
    let ticks = [("0", 0.0), ("1", 1.0), ("2", 2.0)]
        .map(|(name, value)| label(point(at(value), LINE + 34.0), name, Token::InkSoft));
    Element::group(vec![
        bar(at(mean - spread), at(mean + spread)).with(Attribute::FillOpacity, ".28"),
        bar(at(mean) - 1.5, at(mean) + 1.5),
        Element::path(scale.data()).stroke(Token::InkSoft, "2.5"),
        Element::path(marker.data())
            .fill(Token::ForceJoint)
            .outlined(Token::Paper, "2"),
        labels(
            "start",
            vec![
                label(
                    point(20.0, 656.0),
                    "Shank turn for 1° of heel roll",
                    Token::Ink,
                ),
                label(
                    point(20.0, 691.0),
                    "Band: measured in eight specimens",
                    Token::Ink,
                ),
            ],
        ),
        labels(
            "end",
            vec![
                bold(
                    point(700.0, 656.0),
                    [&fixed(ratio, 2), "°"].concat(),
                    Token::ForceJoint,
                ),
                bold(
                    point(700.0, 691.0),
                    [&words::measured(), "°"].concat(),
                    Token::ForceWeight,
                ),
            ],
        ),
        labels("middle", ticks.to_vec()),
    ])
    .part(RATIO)
}
