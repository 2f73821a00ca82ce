//! The three curves of moment arms over hip flexion, with a cursor at the pose.

use crate::geometry::{Point, point};
pub(super) use crate::lettering::{label, labels};
use crate::number::{fixed, whole};
use crate::path::Path;
use crate::scene::{Attribute, Element, Part, Text, Token};

use super::State;
use super::roles::{MARKS, MOTIONS, Roles, SWEPT};
use super::words::{SHORT, direction, millimeters};

/// Left and right end of the curves.
const SPAN: (f64, f64) = (332.0, 702.0);
/// Drawing units for a degree of hip flexion.
pub(super) const DEGREE: f64 = (SPAN.1 - SPAN.0) / (SWEPT.1 - SWEPT.0) as f64;
/// Top of the first row.
const TOP: f64 = 388.0;
/// Height of a row and the gap below it.
const ROW: (f64, f64) = (102.0, 10.0);
/// The arm at the upper edge of a row, in millimeters: the first that all three curves keep to.
const SCALES: [i32; 4] = [40, 60, 80, 100];

const CURVES: Part = Part {
    id: "curves",
    name: "Lever arms as the hip bends",
    description: "Three curves: bending or straightening, moving inward or outward, turning inward \
                  or outward. The upright bar stands at the pose.",
};
const ROW_PARTS: [Part; 3] = [
    Part {
        id: "arm-bend",
        name: "Bending or straightening",
        description: "The lever arm for bending the hip (up) or straightening it (down).",
    },
    Part {
        id: "arm-side",
        name: "Moving inward or outward",
        description: "The lever arm for moving the thigh toward the other leg (up) or out to the \
                      side (down).",
    },
    Part {
        id: "arm-turn",
        name: "Turning inward or outward",
        description: "The lever arm for turning the thigh inward (up) or outward (down).",
    },
];

fn across(degrees: f64) -> f64 {
    SPAN.0 + (degrees - f64::from(SWEPT.0)) * DEGREE
}

/// What the muscle does there, with its size where it does it.
fn side(index: usize, way: usize, arm: f64, place: Point) -> Element {
    let active = direction(arm) == Some(way);
    let words: Text = if active {
        [SHORT[index][way], " ", &millimeters(arm)].concat().into()
    } else {
        SHORT[index][way].into()
    };
    let (token, weight) = if active {
        (Token::Ink, "700")
    } else {
        (Token::InkSoft, "400")
    };
    label(place, words, token).with(Attribute::FontWeight, weight)
}

fn row(index: usize, state: &State, roles: &Roles, scale: f64) -> Element {
    let motion = MOTIONS[index];
    let top = TOP + index as f64 * (ROW.0 + ROW.1);
    let (zero, bottom) = (top + 0.5 * ROW.0, top + ROW.0);
    let up = |arm: f64| zero - 0.5 * ROW.0 * arm / scale;
    let cursor = across(f64::from(state.flexion));
    let arm = roles.arm(motion);
    let chosen = state.muscle.is_some();

    let mut frame = Path::new();
    frame.polyline(
        &[
            point(SPAN.0, top),
            point(SPAN.1, top),
            point(SPAN.1, bottom),
            point(SPAN.0, bottom),
        ],
        true,
    );
    let mut grid = Path::new();
    for degrees in [0.0, 30.0, 60.0, 90.0] {
        grid.move_to(point(across(degrees), top));
        grid.line_to(point(across(degrees), bottom));
    }
    let mut line = Path::new();
    line.move_to(point(SPAN.0, zero));
    line.line_to(point(SPAN.1, zero));
    // A few knots draw the same curve, without the small steps of rounding.
    let knots: Vec<Point> = roles
        .sweep
        .samples
        .iter()
        .step_by(6)
        .map(|sample| {
            let degrees = sample.angle.to_degrees();
            point(
                across(degrees),
                up(1000.0 * sample.state.arms.motion(motion)),
            )
        })
        .collect();
    let mut curve = Path::new();
    curve.smooth(&knots, false);
    let mut bar = Path::new();
    bar.polyline(
        &[
            point(cursor - 6.0, zero),
            point(cursor + 6.0, zero),
            point(cursor + 6.0, up(arm)),
            point(cursor - 6.0, up(arm)),
        ],
        true,
    );
    let mut stem = Path::new();
    stem.move_to(point(cursor, top));
    stem.line_to(point(cursor, bottom));

    let mut elements = vec![
        Element::path(frame.data())
            .fill(Token::Paper)
            .outlined(Token::InkSoft, "1.6"),
        Element::path(grid.data())
            .stroke(Token::InkSoft, "1.4")
            .with(Attribute::StrokeOpacity, ".35"),
        Element::path(line.data()).stroke(Token::InkSoft, "2"),
        Element::path(stem.data())
            .stroke(Token::Ink, "2")
            .with(Attribute::StrokeDasharray, "4 6"),
        Element::path(bar.data())
            .fill(Token::ForceMuscle)
            .outlined(Token::Paper, "2")
            .shown(chosen),
        Element::path(curve.data())
            .stroke(Token::ForceMuscle, "4.5")
            .with(Attribute::StrokeLinejoin, "round")
            .shown(chosen),
        Element::circle(point(cursor, up(arm)), 8.0)
            .fill(Token::ForceMuscle)
            .outlined(Token::Paper, "3")
            .shown(chosen),
    ];
    let changes = roles.changes(motion);
    for mark in 0..MARKS {
        let angle = changes.get(mark).copied();
        let at = point(across(angle.unwrap_or(0.0)), zero);
        elements.push(
            Element::circle(at, 8.0)
                .fill(Token::Paper)
                .outlined(Token::Ink, "4")
                .shown(angle.is_some()),
        );
    }
    let places = (0..MARKS).map(|mark| {
        let angle = changes.get(mark).copied();
        let degrees = angle.unwrap_or(0.0);
        // On the side where the curve is not: it rises or falls through the mark.
        let rising = roles.arm_at(motion, SWEPT.0) < 0.0;
        let right = across(degrees) < SPAN.1 - 60.0;
        let below = (rising == (mark == 0)) == right;
        let place = point(
            across(degrees) + if right { 14.0 } else { -54.0 },
            zero + if below { 34.0 } else { -14.0 },
        );
        label(place, [&fixed(degrees, 0), "°"].concat(), Token::Ink).shown(angle.is_some())
    });
    elements.push(labels("start", places.collect()));
    elements.push(labels(
        "end",
        vec![
            side(index, 0, arm, point(SPAN.0 - 12.0, top + 25.0)),
            side(index, 1, arm, point(SPAN.0 - 12.0, bottom - 6.0)),
        ],
    ));
    Element::group(elements).part(ROW_PARTS[index])
}

/// The curves of `state`.
pub(super) fn chart(state: &State, roles: &Roles) -> Element {
    let longest = roles.longest();
    let scale = SCALES
        .into_iter()
        .find(|&scale| f64::from(scale) >= longest);
    let scale = scale.unwrap_or(SCALES[SCALES.len() - 1]);
    let mut elements: Vec<Element> = (0..MOTIONS.len())
        .map(|index| row(index, state, roles, f64::from(scale)))
        .collect();
    let below = TOP + 3.0 * ROW.0 + 2.0 * ROW.1 + 30.0;
    let ticks = [0, 30, 60, 90].map(|degrees| {
        label(
            point(across(f64::from(degrees)), below),
            [&whole(degrees), "°"].concat(),
            Token::InkSoft,
        )
    });
    elements.push(labels("middle", ticks.to_vec()));
    elements.push(labels(
        "end",
        vec![label(
            point(SPAN.1, TOP - 12.0),
            ["lever arms, edges at ", &whole(scale), "\u{a0}mm"].concat(),
            Token::InkSoft,
        )],
    ));
    elements.push(labels(
        "end",
        vec![label(
            point(SPAN.0 - 12.0, below),
            "hip bent by",
            Token::InkSoft,
        )],
    ));
    Element::group(elements).part(CURVES)
}
