//! What people may do when a posture asks more than the hip has: faint outlines around the body.
//!
//! Several at once, because bodies solve the same problem in several ways.

use crate::anatomy::{self, joint};
use crate::geometry::{Point, point, points};
use crate::path::{Path, View, outline};
use crate::scene::{Attribute, Element, Part, Token};

use super::body;
use super::hold::Hold;
use super::pose::Pose;
use super::scene::{label, labels};
use super::{Cane, KEYS, State};

const LEAN: Part = Part {
    id: "way-lean",
    name: "One way: lean",
    description: "A faint outline of the trunk leaning toward the standing leg.",
};
const HOLD_ON: Part = Part {
    id: "way-hold-on",
    name: "Another way: hold on",
    description: "A faint outline of the left arm with a cane.",
};
const DROP: Part = Part {
    id: "way-drop",
    name: "Another way: let the pelvis drop",
    description: "A faint outline of the pelvis with its left side lower, drawn at 10°, not \
                  computed.",
};

/// How far the drawn pelvis drops, degrees.
const DROPPED: f64 = 10.0;

/// The faint outlines of a state.
pub(super) struct Ghosts {
    lean: Pose,
    hold_on: Pose,
    shown: bool,
}

impl Ghosts {
    pub(super) fn new(state: &State, hold: &Hold) -> Self {
        let lean = State {
            lean: hold.lean.unwrap_or(KEYS[0].span().1),
            ..*state
        };
        let hold_on = State {
            cane: Cane::Left,
            push: hold.push.unwrap_or(KEYS[2].span().1),
            load: 0,
            ..*state
        };
        Self {
            lean: Pose::new(&lean, &lean.balance()),
            hold_on: Pose::new(&hold_on, &hold_on.balance()),
            shown: !hold.enough,
        }
    }

    /// What stands behind the body: the leaning trunk, the arm with the cane.
    ///
    /// Only the trunk and the arm differ from the body: the hips stay where they are.
    pub(super) fn behind(&self, view: &View) -> Vec<Element> {
        let faint = |shapes: Vec<Element>| {
            Element::group(shapes)
                .fill(Token::Paper)
                .outlined(Token::InkSoft, "3")
                .with(Attribute::StrokeDasharray, "10 6")
                .with(Attribute::StrokeLinejoin, "round")
        };
        let pick = |pose: &Pose, wanted: &[usize]| -> Vec<Element> {
            let shapes = body::silhouette(view, pose);
            wanted
                .iter()
                .filter_map(|&index| shapes.get(index).cloned())
                .collect()
        };
        let hand = self.hold_on.left.hand;
        let mut cane = Path::new();
        cane.move_to(view.at(hand));
        cane.line_to(view.at(point(self.hold_on.cane_foot, self.hold_on.floor)));
        vec![
            faint(pick(&self.lean, &[4, 5, 0]))
                .part(LEAN)
                .shown(self.shown),
            Element::group(vec![
                faint(pick(&self.hold_on, &[4])),
                Element::path(cane.data())
                    .stroke(Token::InkSoft, "4")
                    .with(Attribute::StrokeDasharray, "10 6"),
            ])
            .part(HOLD_ON)
            .shown(self.shown),
        ]
    }

    /// What stands before the body: the dropped pelvis.
    pub(super) fn before(&self, view: &View) -> Element {
        let hip = view.at(point(joint::HIP.0, joint::HIP.1));
        let left: Vec<Point> = points(anatomy::HIP_BONE)
            .into_iter()
            .map(|place| point(-place.x, place.y))
            .collect();
        let shapes = [points(anatomy::HIP_BONE), left];
        let lines = shapes
            .iter()
            .map(|shape| Element::path(outline(&view.all(shape))))
            .collect();
        Element::group(lines)
            .stroke(Token::Ink, "2.4")
            .turned(-DROPPED, hip)
            .part(DROP)
            .shown(self.shown)
    }
}

/// The names of the ways.
pub(super) fn names() -> Vec<Element> {
    let mut leader = Path::new();
    leader.move_to(point(86.0, 470.0));
    leader.line_to(point(104.0, 366.0));
    vec![
        Element::path(leader.data()).stroke(Token::Ink, "2"),
        labels("end", vec![label(point(276.0, 44.0), "lean", Token::Ink)]),
        labels(
            "start",
            vec![
                label(point(8.0, 128.0), "hold on", Token::Ink),
                label(point(60.0, 496.0), "drop", Token::Ink),
            ],
        ),
    ]
}
