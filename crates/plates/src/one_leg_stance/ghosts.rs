//! What people may do when a posture asks more than the hip has: faint outlines around the body.
//!
//! Several at once, because bodies solve the same problem in several ways.

use crate::anatomy::{self, joint};
use crate::geometry::{Point, point, points};
use crate::path::{Path, View, outline};
use crate::scene::{Attribute, Element, Part, Token};

use super::body;
use super::hold::Hold;
use super::pose::{Arm, Pose};
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

/// The faint outlines of a state: the pose that leans and the one that holds on, where they show.
pub(super) struct Ghosts(Option<(Pose, Pose)>);

impl Ghosts {
    pub(super) fn new(state: &State, hold: &Hold) -> Self {
        if hold.enough {
            return Self(None);
        }
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
        Self(Some((
            Pose::new(&lean, &lean.balance()),
            Pose::new(&hold_on, &hold_on.balance()),
        )))
    }

    /// What stands behind the body: the leaning trunk, the arm with the cane.
    ///
    /// Only the trunk and the arms differ from the body: the hips stay where they are.
    pub(super) fn behind(&self, view: &View) -> Vec<Element> {
        let faint = |shapes: Vec<Element>| {
            Element::group(shapes)
                .fill(Token::Paper)
                .outlined(Token::InkSoft, "3")
                .with(Attribute::StrokeDasharray, "10 6")
                .with(Attribute::StrokeLinejoin, "round")
        };
        // What is not seen is not worked out.
        let limb = |limb: Option<&Arm>| {
            limb.map_or_else(|| Element::path(""), |limb| body::arm_shape(view, limb))
        };
        let (lean, hold_on) = (
            self.0.as_ref().map(|poses| &poses.0),
            self.0.as_ref().map(|poses| &poses.1),
        );
        let mut cane = Path::new();
        if let Some(pose) = hold_on {
            cane.move_to(view.at(pose.left.hand));
            cane.line_to(view.at(point(pose.cane_foot, pose.floor)));
        }
        vec![
            faint(vec![
                limb(lean.map(|pose| &pose.left)),
                limb(lean.map(|pose| &pose.right)),
                body::trunk(view, lean.map_or(0.0, |pose| pose.trunk_degrees)),
            ])
            .part(LEAN)
            .shown(lean.is_some()),
            Element::group(vec![
                faint(vec![limb(hold_on.map(|pose| &pose.left))]),
                Element::path(cane.data())
                    .stroke(Token::InkSoft, "4")
                    .with(Attribute::StrokeDasharray, "10 6"),
            ])
            .part(HOLD_ON)
            .shown(hold_on.is_some()),
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
            .shown(self.0.is_some())
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
