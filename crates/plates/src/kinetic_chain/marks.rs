//! The links on the body: joints as dots, muscles as lines, and what is marked on them.

use kinetics::experiments::kinetic_chain::Weak;
use kinetics::kinematics::{Kinematics, Reference};
use kinetics::math::Vec3;
use kinetics::{Body, MuscleId, Side};

use crate::geometry::Point;
use crate::path::push_tenths;
use crate::scene::{Attribute, Element, Part, Token};
use crate::skeleton::{Projection, muscle};

use super::{State, links};

/// How a joint is marked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Plain,
    Stiff,
    Rolled,
}

/// A place of a body on its right side, in meters.
struct Joint {
    part: Part,
    body: Body,
    place: Vec3,
    mark: fn(&State) -> Mark,
}

const NEAR: Side = Side::Right;

fn plain(_: &State) -> Mark {
    Mark::Plain
}

fn stiff(is: bool) -> Mark {
    if is { Mark::Stiff } else { Mark::Plain }
}

fn joints() -> [Joint; 6] {
    let joint = |part, body, place, mark| Joint {
        part,
        body,
        place,
        mark,
    };
    [
        joint(
            links::FOOT,
            Body::Calcn(NEAR),
            Vec3::new(0.17, 0.012, 0.05),
            |state| {
                if super::words::rolled(state) {
                    Mark::Rolled
                } else {
                    Mark::Plain
                }
            },
        ),
        joint(links::ANKLE, Body::Talus(NEAR), Vec3::ZERO, |state| {
            stiff(state.chain.stiff_ankle)
        }),
        joint(links::KNEE, Body::Tibia(NEAR), Vec3::ZERO, plain),
        joint(
            links::PELVIS,
            Body::Pelvis,
            Vec3::new(-0.06, 0.02, 0.06),
            plain,
        ),
        joint(
            links::LOW_BACK,
            Body::Torso,
            Vec3::new(0.0, 0.06, 0.0),
            |state| stiff(state.chain.stiff_back),
        ),
        joint(links::TRUNK, Body::Torso, Vec3::new(0.0, 0.30, 0.0), plain),
    ]
}

fn moved(place: Point) -> String {
    let mut out = String::from("translate(");
    push_tenths(&mut out, place.x);
    out.push(' ');
    push_tenths(&mut out, place.y);
    out.push(')');
    out
}

/// A square around a stiff joint.
const SQUARE: &str = "m-10-10h20v20h-20z";
/// A wedge for a foot that rolls in.
const WEDGE: &str = "m-12 7h24l-12-19z";

/// A sign of the legend or of a joint, around the origin.
fn sign(mark: Mark, shown: Mark) -> Element {
    let (data, token) = match mark {
        Mark::Plain => ("m-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0", Token::Ink),
        Mark::Stiff => (SQUARE, Token::ForceJoint),
        Mark::Rolled => (WEDGE, Token::ForceJoint),
    };
    Element::path(data)
        .fill(Token::Paper)
        .outlined(token, if mark == Mark::Plain { "3" } else { "5" })
        .shown(mark == shown)
}

fn dot(place: Point, mark: Mark) -> Element {
    Element::group(vec![
        sign(Mark::Plain, mark),
        sign(Mark::Stiff, mark),
        sign(Mark::Rolled, mark),
    ])
    .with(Attribute::Transform, moved(place))
}

/// The joints in both views; the parts are those of the side view.
pub(super) fn dots(state: &State, k: &Kinematics, views: &[Projection; 2]) -> Vec<Element> {
    let mut elements = Vec::with_capacity(12);
    for joint in joints() {
        let place = k.frame(joint.body, Reference::Ground).point(joint.place);
        let mark = (joint.mark)(state);
        elements.push(dot(views[0].at(place), mark).part(joint.part));
        elements.push(dot(views[1].at(place), mark));
    }
    elements
}

/// Width of a tight and of a weak muscle, and the dashes of a weak one.
const TIGHT: &str = "12";
const WEAK: &str = "6";
const DASHES: &str = "9 8";

/// A group of muscles, by the line of one of them.
struct Group {
    part: Part,
    muscle: MuscleId,
    weak: Option<Weak>,
}

const GROUPS: [Group; 5] = [
    Group {
        part: links::CALF,
        muscle: MuscleId::MedGas,
        weak: Some(Weak::Calf),
    },
    Group {
        part: links::THIGH,
        muscle: MuscleId::RectFem,
        weak: Some(Weak::Thigh),
    },
    Group {
        part: links::HIP_FRONT,
        muscle: MuscleId::Psoas,
        weak: None,
    },
    Group {
        part: links::HIP_BACK,
        muscle: MuscleId::GlutMax2,
        weak: Some(Weak::BackOfHip),
    },
    Group {
        part: links::HIP_SIDE,
        muscle: MuscleId::GlutMed2,
        weak: Some(Weak::SideOfHip),
    },
];

/// The muscle groups in both views; weak ones thin and broken, tight ones broad.
pub(super) fn muscles(state: &State, k: &Kinematics, views: &[Projection; 2]) -> Vec<Element> {
    let weak = state.chain.effective_weak();
    let mut elements = Vec::with_capacity(10);
    for group in &GROUPS {
        let is_weak = group.weak.is_some() && group.weak == weak;
        let is_tight = group.weak.is_none() && state.chain.tight_hip;
        let (width, dashes, token) = match (is_weak, is_tight) {
            (true, _) => (WEAK, DASHES, Token::Muscle),
            (_, true) => (TIGHT, "none", Token::ForceMuscle),
            _ => ("5", "none", Token::Muscle),
        };
        let line = |view: &Projection| {
            Element::path(muscle(k, group.muscle, NEAR, view))
                .stroke(token, width)
                .with(Attribute::StrokeDasharray, dashes)
                .with(Attribute::StrokeLinecap, "round")
                .with(Attribute::StrokeLinejoin, "round")
        };
        elements.push(line(&views[0]).part(group.part));
        elements.push(line(&views[1]));
    }
    elements
}

/// The signs of the legend, centered on `places`: stiff, tight, rolled in, weak, weight.
pub(super) fn legend(places: [Point; 5]) -> Vec<Element> {
    let at = |sign: Element, place: Point| sign.with(Attribute::Transform, moved(place));
    vec![
        at(sign(Mark::Stiff, Mark::Stiff), places[0]),
        at(
            Element::path("m-14 0h28")
                .stroke(Token::ForceMuscle, TIGHT)
                .with(Attribute::StrokeLinecap, "round"),
            places[1],
        ),
        at(sign(Mark::Rolled, Mark::Rolled), places[2]),
        at(
            Element::path("m-22 0h44")
                .stroke(Token::Muscle, WEAK)
                .with(Attribute::StrokeDasharray, DASHES)
                .with(Attribute::StrokeLinecap, "round"),
            places[3],
        ),
        Element::circle(places[4], 8.0).fill(Token::ForceWeight),
    ]
}
