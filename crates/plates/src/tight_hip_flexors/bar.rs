//! The lost degrees as a bar, from the top down.

use crate::geometry::{Point, point};
use crate::path::Path;
use crate::scene::{Attribute, Element, Part, Token};

use super::Split;

const BAR: Part = Part {
    id: "split",
    name: "Where the lost degrees come from",
    description: "A bar as long as the lost extension: lean of the trunk and extension of the low \
                  back, together the tilt of the pelvis, and below what the thigh points back \
                  less.",
};

/// Left, top and right of the bar in drawing units.
const LEFT: f64 = 392.0;
pub(super) const TOP: f64 = 128.0;
const RIGHT: f64 = 426.0;
/// Drawing units of a degree.
const DEGREE: f64 = 9.8;
/// The longest bar.
const MOST: f64 = 50.0;
/// Where the words begin.
pub(super) const WORDS: f64 = 456.0;
/// Page heights that the leaders lead to.
pub(super) const PELVIS_AT: f64 = 222.0;
pub(super) const TRUNK_AT: f64 = 300.0;
pub(super) const BACK_AT: f64 = 340.0;
pub(super) const THIGH_AT: f64 = 430.0;

fn rectangle([left, top, right, bottom]: [f64; 4]) -> String {
    let mut path = Path::new();
    path.polyline(
        &[
            point(left, top),
            point(right, top),
            point(right, bottom),
            point(left, bottom),
        ],
        true,
    );
    path.data()
}

/// A filled piece with its pattern.
fn piece(shape: [f64; 4], token: Token, pattern: &'static str) -> [Element; 2] {
    let data = rectangle(shape);
    [
        Element::path(data.clone()).fill(token),
        Element::path(data).with(Attribute::FillFrom, pattern),
    ]
}

fn line(points: &[Point], token: Token, width: &'static str) -> Element {
    let mut path = Path::new();
    path.polyline(points, false);
    Element::path(path.data())
        .stroke(token, width)
        .with(Attribute::StrokeLinejoin, "round")
}

/// A bracket beside the bar with a leader to its words.
fn bracket(top: f64, bottom: f64, to: f64, token: Token) -> Element {
    let (near, far, end) = (RIGHT + 5.0, RIGHT + 12.0, WORDS - 8.0);
    let middle = 0.5 * (top + bottom);
    let mut path = Path::new();
    path.polyline(
        &[
            point(near, top + 1.0),
            point(far, top + 1.0),
            point(far, bottom - 1.0),
            point(near, bottom - 1.0),
        ],
        false,
    );
    path.move_to(point(far, middle));
    path.line_to(point(end, to));
    Element::path(path.data())
        .stroke(token, "3")
        .with(Attribute::StrokeLinejoin, "round")
}

/// The patterns that tell the pieces apart without color.
pub(super) fn patterns() -> Vec<Element> {
    let mut stripe = Path::new();
    stripe.move_to(point(0.0, 12.0));
    stripe.line_to(point(12.0, 0.0));
    let stripe = Element::path(stripe.data())
        .stroke(Token::Paper, "2.5")
        .with(Attribute::StrokeOpacity, ".8");
    let dot = Element::circle(point(4.0, 4.0), 2.0)
        .fill(Token::Paper)
        .with(Attribute::FillOpacity, ".9");
    vec![
        Element::pattern("stripes", 12.0, vec![stripe]),
        Element::pattern("dots", 8.0, vec![dot]),
        Element::pattern("plain", 8.0, Vec::new()),
    ]
}

/// The bar of a split with its key.
pub(super) fn bar(split: &Split) -> Element {
    let at = |degrees: f64| TOP + DEGREE * degrees;
    let (trunk, pelvis, all) = (at(split.lean), at(split.tilt), at(split.lost));
    let mut ticks = Path::new();
    for row in 0..=5 {
        let y = at(10.0 * f64::from(row));
        ticks.move_to(point(LEFT - 12.0, y));
        ticks.line_to(point(LEFT, y));
    }
    let swatch = |y: f64| [WORDS, y - 19.0, WORDS + 20.0, y + 1.0];
    let mut all_pieces = vec![
        Element::path(rectangle([LEFT, TOP, RIGHT, at(MOST)])).stroke(Token::InkSoft, "1.5"),
        Element::path(ticks.data()).stroke(Token::InkSoft, "2"),
    ];
    all_pieces.extend(piece(
        [LEFT, TOP, RIGHT, trunk],
        Token::ForceWeight,
        "stripes",
    ));
    all_pieces.extend(piece([LEFT, trunk, RIGHT, pelvis], Token::Object, "dots"));
    all_pieces.extend(piece(
        [LEFT, pelvis, RIGHT, all],
        Token::ForceMuscle,
        "plain",
    ));
    let shown = split.lost > 0.0;
    all_pieces.push(
        line(
            &[point(LEFT, pelvis), point(RIGHT, pelvis)],
            Token::Paper,
            "3",
        )
        .shown(shown),
    );
    all_pieces.extend(piece(swatch(TRUNK_AT), Token::ForceWeight, "stripes"));
    all_pieces.extend(piece(swatch(BACK_AT), Token::Object, "dots"));
    all_pieces.push(bracket(TOP, pelvis, PELVIS_AT, Token::ForceJoint).shown(shown));
    all_pieces.push(bracket(pelvis, all, THIGH_AT, Token::ForceMuscle).shown(shown));
    Element::group(all_pieces).part(BAR)
}
