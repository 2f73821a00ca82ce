//! Sloping ground: with the hinge the sole lies flat and the leg stays upright.

use crate::foot::behind::{CONTACT, Stand};
use crate::geometry::point;
use crate::number::whole;
use crate::path::{Path, View};
use crate::scene::{Attribute, Element, Part, Text, Token};

use super::State;
use super::scene::{bold, label, labels};

const WITH: Part = Part {
    id: "with-hinge",
    name: "With the Hinge",
    description: "On sloping ground the heel rolls below an upright leg.",
};
const WITHOUT: Part = Part {
    id: "without-hinge",
    name: "Without the Hinge",
    description: "The same ground below a foot that could not roll: the whole leg tips.",
};
/// Page height of the ground below the heel, and drawing units in a centimeter.
const GROUND: f64 = 580.0;
const SCALE: f64 = 14.4;

fn one(roll: f64, middle: f64, stand: Stand, id: &'static str, part: Part) -> Element {
    let view = View::new(
        point(middle - CONTACT.0 * SCALE, GROUND - 0.5 * SCALE),
        SCALE,
    );
    let mut slab = Path::new();
    slab.polyline(
        &[
            point(middle - 152.0, GROUND),
            point(middle + 152.0, GROUND),
            point(middle + 152.0, GROUND + 22.0),
            point(middle - 152.0, GROUND + 22.0),
        ],
        true,
    );
    let mut plumb = Path::new();
    plumb.move_to(point(middle, 96.0));
    plumb.line_to(point(middle, GROUND));
    Element::group(vec![
        Element::path(slab.data())
            .fill(Token::InkSoft)
            .with(Attribute::FillOpacity, ".45")
            .turned(-roll, point(middle, GROUND)),
        stand.draw(&view, id),
        Element::path(plumb.data())
            .stroke(Token::Ink, "2")
            .with(Attribute::StrokeDasharray, "8 7"),
        stand.lines(&view),
    ])
    .part(part)
}

/// Both legs on the ground of `state`.
pub(super) fn ground(state: &State, shown: bool) -> Element {
    let roll = f64::from(state.roll);
    let with = Stand {
        heel: roll,
        shank: 0.0,
        ground: roll,
    };
    let without = Stand {
        shank: roll,
        ..with
    };
    let tips: Text = if state.roll == 0 {
        "Leg upright".into()
    } else {
        ["Leg tips ", &whole(state.roll.abs()), "°"].concat().into()
    };
    Element::group(vec![
        one(roll, 180.0, with, "skin-with", WITH),
        one(roll, 540.0, without, "skin-without", WITHOUT),
        labels(
            "middle",
            vec![
                label(point(180.0, 56.0), "With the hinge", Token::Ink),
                label(point(540.0, 56.0), "Without it", Token::Ink),
                bold(point(180.0, 712.0), "Leg upright", Token::ForceJoint),
                bold(point(540.0, 712.0), tips, Token::ForceJoint),
            ],
        ),
    ])
    .shown(shown)
}
