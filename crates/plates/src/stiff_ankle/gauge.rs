//! The scale at the left: what the ankle gives beside what walking takes.

use crate::geometry::{Point, point};
use crate::number::whole;
use crate::path::Path;
use crate::scene::{Attribute, Element, Part, Token};

use super::State;
use super::scene::{label, labels};
use super::walking::needs;

/// Page height of zero degrees, and drawing units for a degree.
const ZERO: f64 = 560.0;
const DEGREE: f64 = 11.0;
/// Left and right edge of the ankle's column.
const COLUMN: (f64, f64) = (58.0, 94.0);
/// Where the measured needs stand.
const NEEDS: f64 = 124.0;

const GAUGE: Part = Part {
    id: "scale",
    name: "What You Have and What Walking Takes",
    description: "A scale of degrees with a column for your ankle and four dots for four sets of \
                  measurements in walking.",
};

fn height(degrees: f64) -> f64 {
    ZERO - DEGREE * degrees
}

fn bar(left: f64, right: f64, from: f64, to: f64) -> String {
    let mut path = Path::new();
    let corners = [
        point(left, from),
        point(left, to),
        point(right, to),
        point(right, from),
    ];
    path.polyline(&corners, true);
    path.data()
}

/// The scale of `state`.
pub(super) fn gauge(state: &State, shown: bool) -> Element {
    let mut ticks = Path::new();
    ticks.move_to(point(50.0, height(40.0)));
    ticks.line_to(point(50.0, ZERO));
    for ten in 0..=4 {
        ticks.move_to(point(42.0, height(f64::from(10 * ten))));
        ticks.line_to(point(50.0, height(f64::from(10 * ten))));
    }
    let all = needs();
    let (least, most) = state.walking().needs;
    let mut children = vec![
        Element::path(bar(
            COLUMN.0 - 4.0,
            NEEDS + 12.0,
            height(least),
            height(most),
        ))
        .fill(Token::ForceWeight)
        .with(Attribute::FillOpacity, ".2"),
        Element::path(bar(
            COLUMN.0,
            COLUMN.1,
            ZERO,
            height(f64::from(state.bend)).min(ZERO - 2.0),
        ))
        .fill(Token::ForceMuscle)
        .with(Attribute::FillOpacity, ".85"),
        Element::path(ticks.data()).stroke(Token::InkSoft, "2.5"),
    ];
    for need in all {
        children.push(
            Element::circle(point(NEEDS, height(need)), 6.0)
                .fill(Token::Paper)
                .outlined(Token::ForceWeight, "4"),
        );
    }
    let tick = |ten: i32| {
        let place = point(40.0, height(f64::from(ten)) + 9.0);
        label(place, [&whole(ten), "°"].concat(), Token::InkSoft)
    };
    children.push(labels(
        "end",
        vec![tick(0), tick(10), tick(20), tick(30), tick(40)],
    ));
    let at = |x: f64, y: f64| -> Point { point(x, y) };
    children.push(labels(
        "start",
        vec![
            label(
                at(104.0, height(most) - 20.0),
                "Walking",
                Token::ForceWeight,
            ),
            label(
                at(104.0, height(least) + 38.0),
                [
                    &crate::number::fixed(least, 1),
                    "–",
                    &crate::number::fixed(most, 1),
                    "°",
                ]
                .concat(),
                Token::ForceWeight,
            )
            .with(Attribute::FontWeight, "700"),
            label(at(58.0, ZERO + 36.0), "Your ankle", Token::ForceMuscle),
            label(
                at(58.0, ZERO + 70.0),
                [&whole(state.bend), "°"].concat(),
                Token::ForceMuscle,
            )
            .with(Attribute::FontWeight, "700"),
        ],
    ));
    Element::group(children).part(GAUGE).shown(shown)
}
