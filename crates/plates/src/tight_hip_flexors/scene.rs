//! The drawing: the walker with ghosts at the left, the split at the right.

use kinetics::kinematics::{Kinematics, Reference};
use kinetics::{Body, GAIT2392, MuscleId, Side};

use crate::geometry::{Point, point};
use crate::path::Path;
use crate::pelvic_tilt::arcs::{line, sector};
use crate::pelvic_tilt::stage::Stage;
use crate::scene::{Attribute, Element, Part, Scene, Token};
use crate::skeleton::{self, Plane, Projection, Style};

use super::split::split;
use super::walker::{self, THIGH, TILT};
use super::{Behind, Split, State, Way, bar, labels, words};

const WIDTH: i32 = 720;
const HEIGHT: i32 = 720;
/// The floor below the hip, and the scale of the body.
const VIEW: Projection = Projection {
    plane: Plane::Side,
    origin: point(182.0, 640.0),
    scale: 342.0,
};

const BODY: Part = Part {
    id: "body",
    name: "Walker",
    description: "A body late in a step, from its right side: the right leg behind, the left heel \
                  just down.",
};
const GHOSTS: Part = Part {
    id: "ghosts",
    name: "Ghosts",
    description: "The step with full hip extension, or other ways to walk with the same hip.",
};
const FLEXORS: Part = Part {
    id: "hip-flexors",
    name: "Psoas and iliacus",
    description: "The lines along which the two deep hip flexors pull.",
};
const TRUNK: Part = Part {
    id: "trunk-angle",
    name: "Lean of the trunk",
    description: "From upright to where the trunk leans.",
};
const PELVIS: Part = Part {
    id: "pelvis-angle",
    name: "More tilt of the pelvis",
    description: "From the tilt in the full step to the tilt now.",
};
const LEG: Part = Part {
    id: "thigh-angle",
    name: "Thigh points back less",
    description: "From where the thigh points in the full step to where it points now.",
};
const STEP: Part = Part {
    id: "step",
    name: "Shorter step",
    description: "How much nearer the trailing foot stays.",
};

fn ghost(split: &Split, shown: bool) -> Element {
    let style = Style {
        ghost: true,
        ..Style::WHOLE
    };
    let body = walker::stand(&walker::pose(split)).map_or_else(Vec::new, |k| {
        let mut all = skeleton::skin(&k, &VIEW, &style);
        all.extend(skeleton::bones(&k, &VIEW, &style));
        all
    });
    Element::group(body).shown(shown)
}

/// Two ghosts: the full step and one hidden, or the ways that are not chosen.
fn ghosts(state: &State) -> Element {
    let others = |index: usize| {
        let mut ways = Way::ALL.into_iter().filter(|way| *way != state.way);
        ways.nth(index).unwrap_or(state.way)
    };
    let (first, second) = match state.behind {
        Behind::Ways => (split(state.lost, others(0)), split(state.lost, others(1))),
        Behind::Full | Behind::Nothing => {
            let full = split(0, Way::Measured);
            (full, full)
        }
    };
    Element::group(vec![
        ghost(&second, state.behind == Behind::Ways),
        ghost(&first, state.behind != Behind::Nothing),
    ])
    .part(GHOSTS)
}

/// The joint of the low back on the page.
fn low_back(k: &Kinematics) -> Point {
    VIEW.at(k.pelvis(Reference::Ground).point(GAIT2392.back.location))
}

fn hip(k: &Kinematics) -> Point {
    VIEW.at(k.frame(Body::Femur(Side::Right), Reference::Ground).origin)
}

/// A change of direction at a joint: where it was, dashed, where it is, the sector between.
fn turn(center: Point, (from, to): (f64, f64), radius: f64, token: Token) -> Vec<Element> {
    let stage = Stage {
        hip: center,
        scale: 1.0,
        degrees: 0.0,
    };
    let mut all = sector(&stage, center, (from, to), 0.86 * radius, token, "4");
    all.push(line(
        center,
        stage.ray(center, from, radius),
        Token::InkSoft,
        true,
    ));
    all.push(line(center, stage.ray(center, to, radius), token, false));
    all
}

fn angles(k: &Kinematics, split: &Split) -> Vec<Element> {
    let (hip, back) = (hip(k), low_back(k));
    vec![
        Element::group(turn(
            back,
            (180.0, 180.0 + split.lean),
            152.0,
            Token::ForceWeight,
        ))
        .part(TRUNK),
        Element::group(turn(
            hip,
            (180.0 + TILT, 180.0 + TILT + split.tilt),
            104.0,
            Token::ForceJoint,
        ))
        .part(PELVIS),
        Element::group(turn(
            hip,
            (THIGH, THIGH - split.thigh),
            146.0,
            Token::ForceMuscle,
        ))
        .part(LEG),
        Element::circle(hip, 6.0)
            .fill(Token::Paper)
            .outlined(Token::ForceMuscle, "3"),
    ]
}

fn flexors(k: &Kinematics) -> Element {
    let line =
        |id| Element::path(skeleton::muscle(k, id, Side::Right, &VIEW)).stroke(Token::Muscle, "7");
    Element::group(vec![line(MuscleId::Psoas), line(MuscleId::Iliacus)])
        .with(Attribute::StrokeLinecap, "round")
        .with(Attribute::StrokeLinejoin, "round")
        .with(Attribute::Opacity, ".85")
        .part(FLEXORS)
}

/// The loss of the step as a length on the floor, from where the full step's foot is.
fn step(split: &Split) -> Element {
    let full = walker::stand(&walker::pose(&super::split::split(0, Way::Measured)));
    let from = full.map_or(0.0, |k| {
        let toes = k.frame(Body::Toes(Side::Right), Reference::Ground).origin;
        VIEW.at(toes).x
    });
    let to = from + 0.01 * VIEW.scale * split.step;
    let y = VIEW.origin.y + 22.0;
    let mut mark = Path::new();
    for x in [from, to] {
        mark.move_to(point(x, y - 9.0));
        mark.line_to(point(x, y + 9.0));
    }
    mark.move_to(point(from, y));
    mark.line_to(point(to, y));
    let mut floor = Path::new();
    floor.move_to(point(8.0, VIEW.origin.y + 3.0));
    floor.line_to(point(372.0, VIEW.origin.y + 3.0));
    Element::group(vec![
        Element::path(floor.data()).stroke(Token::InkSoft, "3"),
        Element::path(mark.data()).stroke(Token::Ink, "4"),
    ])
    .part(STEP)
}

/// The drawing of `state`.
pub(super) fn scene(state: &State) -> Scene {
    let split = state.split();
    let words = words::words(state);
    let mut elements = bar::patterns();
    elements.push(ghosts(state));
    if let Some(k) = walker::stand(&walker::pose(&split)) {
        let mut body = skeleton::skin(&k, &VIEW, &Style::WHOLE);
        body.extend(skeleton::bones(&k, &VIEW, &Style::WHOLE));
        elements.push(Element::group(body).part(BODY));
        elements.push(flexors(&k));
        elements.extend(angles(&k, &split));
    }
    elements.push(step(&split));
    elements.push(bar::bar(&split));
    elements.extend(labels::labels(&split, state.behind));
    Scene {
        corner: (0, 0),
        size: (WIDTH, HEIGHT),
        title: words.name.into(),
        description: words.state.into(),
        elements,
    }
}
