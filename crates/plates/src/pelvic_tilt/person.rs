//! What only the test shows: the table, the other leg held to the chest, the arm that holds it.

use crate::geometry::point;
use crate::path::Path;
use crate::scene::{Attribute, Element, Part, Token};

use super::skin::{ghost, limb};
use super::stage::Stage;

const TABLE: Part = Part {
    id: "table",
    name: "Table",
    description: "The table of the test; the pelvis lies at its end.",
};
const HELD: Part = Part {
    id: "held-leg",
    name: "Held leg",
    description: "The other leg, its knee held to the chest to keep the pelvis flat.",
};

/// How far behind the hip the back rests, in centimeters.
const BACK: f64 = 14.9;

/// The table with its legs, from the left edge to just beyond the hip.
pub(super) fn table(stage: &Stage, floor: f64) -> Element {
    let top = stage.hip.y + BACK * stage.scale;
    let (left, right) = (14.0, stage.hip.x + 3.2 * stage.scale);
    let box_of = |left: f64, top: f64, right: f64, bottom: f64| {
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
    };
    let mut ground = Path::new();
    ground.move_to(point(14.0, floor));
    ground.line_to(point(706.0, floor));
    let part = |data: String| Element::path(data).fill(Token::Object);
    Element::group(vec![
        part(box_of(left + 14.0, top + 14.0, left + 26.0, floor)).with(Attribute::Opacity, ".7"),
        part(box_of(right - 34.0, top + 14.0, right - 22.0, floor)).with(Attribute::Opacity, ".7"),
        part(box_of(left, top, right, top + 15.0)),
        Element::path(ground.data()).stroke(Token::InkSoft, "3"),
    ])
    .part(TABLE)
}

/// The other leg and the arm.
pub(super) fn held_leg(stage: &Stage) -> Element {
    let leg = [
        (point(-2.0, 4.0), 8.6),
        (point(6.0, 7.0), 8.8),
        (point(18.0, 11.4), 7.6),
        (point(29.0, 15.6), 6.4),
        (point(36.2, 19.6), 5.0),
    ];
    let shank = [
        (point(36.6, 22.2), 3.6),
        (point(36.0, 16.0), 5.8),
        (point(35.0, 6.0), 5.9),
        (point(33.2, -8.0), 4.2),
        (point(31.8, -18.4), 3.4),
        (point(31.4, -22.0), 3.2),
    ];
    let foot = [
        (point(27.2, -21.6), 2.4),
        (point(29.6, -23.0), 3.4),
        (point(35.0, -24.6), 3.0),
        (point(41.0, -28.0), 2.0),
        (point(44.6, -30.4), 1.2),
    ];
    let arm = [
        (point(-5.0, 55.4), 4.4),
        (point(-1.0, 49.0), 5.0),
        (point(10.6, 34.0), 3.8),
        (point(22.0, 22.0), 3.2),
        (point(34.0, 10.0), 2.2),
        (point(39.6, 6.6), 2.6),
        (point(41.6, 3.4), 1.6),
    ];
    ghost(
        "held",
        vec![
            limb(stage, &leg),
            limb(stage, &shank),
            limb(stage, &foot),
            limb(stage, &arm),
        ],
    )
    .part(HELD)
}
