//! The drawing: two views of the body above, the curves below.

use super::body::{self, FLOOR};
use super::chart;
use super::cycle::{Cycle, Now};
use super::groups::STRONG;
use super::phase::{self, PHASES};
use super::rows::{ANGLES, FORCES};
use super::{State, words};
use crate::geometry::{Point, point};
use crate::lettering::labels;
use crate::number::{fixed, whole};
use crate::path::Path;
use crate::scene::{Attribute, Element, Scene, Text, Token};

const SIZE: (i32, i32) = (720, 758);

/// A line of text with a halo in the color of the page.
fn label(place: Point, words: impl Into<Text>) -> Element {
    Element::text(place, words)
        .with(Attribute::Fill, Token::Ink.css())
        .with(Attribute::Stroke, Token::Paper.css())
}

/// Sample lines of two forces, so that a width can be read.
fn key() -> Element {
    let sample = |left: f64, newtons: f64| {
        let mut path = Path::new();
        path.move_to(point(left, 355.0))
            .line_to(point(left + 34.0, 355.0));
        Element::path(path.data())
            .with(Attribute::Fill, "none")
            .with(Attribute::Stroke, Token::Muscle.css())
            .with(Attribute::StrokeWidth, fixed(body::width(newtons), 1))
            .with(Attribute::StrokeOpacity, fixed(body::opacity(newtons), 2))
    };
    Element::group(vec![sample(330.0, 100.0), sample(510.0, 1000.0)])
}

fn texts(state: &State, forces: &[f64; STRONG]) -> Vec<Element> {
    let phase = &PHASES[phase::at(state.at)];
    let mut left = vec![
        label(point(14.0, 36.0), phase.name).with(Attribute::FontWeight, "700"),
        label(
            point(14.0, 70.0),
            [&whole(state.at), "\u{a0}% of the cycle"].concat(),
        )
        .with(Attribute::FontWeight, "400"),
        label(point(14.0, 364.0), "Pull of the right leg:"),
        label(point(374.0, 364.0), "100 N"),
        label(point(554.0, 364.0), "1000 N"),
        label(point(chart::LEFT, chart::BOTTOM + 30.0), "0 %"),
    ];
    let mut right = Vec::new();
    let baseline = |row: usize| {
        let (top, bottom) = chart::band(row);
        0.5 * (top + bottom) + 9.0
    };
    for (row, angle) in ANGLES.iter().enumerate() {
        left.push(label(point(14.0, baseline(row)), angle.label));
        right.push(label(
            point(708.0, baseline(row)),
            [&fixed(angle.degrees(state.at), 0), "°"].concat(),
        ));
    }
    for (group, (_, name, _)) in FORCES.iter().enumerate() {
        left.push(label(point(14.0, baseline(3 + group)), *name));
        right.push(label(
            point(708.0, baseline(3 + group)),
            [&fixed(forces[group], 0), "\u{a0}N"].concat(),
        ));
    }
    let toe_off = chart::x(kinetics::walking::TOE_OFF);
    vec![
        labels("start", left),
        labels("end", right),
        labels(
            "middle",
            vec![
                label(point(toe_off, chart::BOTTOM + 30.0), "toe-off"),
                label(point(chart::x(100.0), chart::BOTTOM + 30.0), "100 %"),
            ],
        ),
    ]
}

/// The drawing of `state`.
pub(super) fn scene(state: &State) -> Scene {
    let now = Now::of(state);
    let cycle = Cycle::of(state);
    let description = words::sentence(state, &now, &cycle);
    let groups = now.chosen.groups();
    let mut floor = Path::new();
    floor
        .move_to(point(14.0, FLOOR))
        .line_to(point(706.0, FLOOR));
    let mut elements = vec![Element::path(floor.data()).stroke(Token::InkSoft, "3")];
    elements.extend(body::views(state.at, &now.chosen.forces));
    elements.push(key());
    elements.push(chart::phases(state.at));
    elements.extend(chart::curves(&state.strengths, &cycle));
    elements.extend(texts(state, &groups));
    elements.push(chart::key(&cycle));
    elements.push(chart::cursor(state.at, &groups));
    Scene {
        corner: (0, 0),
        size: SIZE,
        title: words::NAME.into(),
        description: description.into(),
        elements,
    }
}
