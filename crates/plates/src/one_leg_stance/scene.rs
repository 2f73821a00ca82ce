//! The drawing: the whole body at the left, the hip at the right.

use crate::anatomy::joint;
use crate::geometry::{Point, point};
pub(super) use crate::lettering::{label, labels};
use crate::number::{fixed, whole};
use crate::path::{Path, View};
use crate::scene::{Attribute, Element, Part, Scene, Token};

use super::State;
use super::balance::Balance;
use super::ghosts::{self, Ghosts};
use super::hold::{self, Hold};
use super::pose::Pose;
use super::{body, hip, words};

const WIDTH: i32 = 720;
const HEIGHT: i32 = 690;
/// Drawing units for a centimeter of the whole body.
pub(super) const BODY_SCALE: f64 = 3.5;
/// Page height of the floor below the whole body.
const FLOOR: f64 = 650.0;
/// Left and right end of what stands on the floor.
const FLOOR_SPAN: (f64, f64) = (16.0, 268.0);
/// Page position of the stance foot.
const FOOT: f64 = 152.0;
/// The frame of the large drawing: left, top, right, bottom.
const PANEL: [f64; 4] = [292.0, 24.0, 712.0, 666.0];

const BODY: Part = Part {
    id: "body",
    name: "Body on one leg",
    description: "The body from behind, standing on its right leg.",
};
const CANE: Part = Part {
    id: "cane",
    name: "Cane",
    description: "A cane held in one hand.",
};
const LOAD: Part = Part {
    id: "load",
    name: "Bag",
    description: "A bag carried in one hand.",
};
const HIP: Part = Part {
    id: "hip",
    name: "Right hip, enlarged",
    description: "The right hip from behind with the forces on the pelvis.",
};

/// The name of a force and, in bold below it, its size.
fn value(place: Point, name: &'static str, size: String, token: Token) -> Vec<Element> {
    vec![
        label(place, name, token),
        label(place, size, token)
            .with(Attribute::Dy, "1.16em")
            .with(Attribute::FontWeight, "700"),
    ]
}

fn rectangle([left, top, right, bottom]: [f64; 4], radius: f64) -> String {
    let mut path = Path::new();
    path.move_to(point(left + radius, top));
    for (corner, next) in [
        (point(right, top), point(right, bottom)),
        (point(right, bottom), point(left, bottom)),
        (point(left, bottom), point(left, top)),
        (point(left, top), point(right, top)),
    ] {
        let entering = corner.minus(match corner {
            Point { x, y } if x == right && y == top => point(radius, 0.0),
            Point { x, .. } if x == right => point(0.0, radius),
            Point { y, .. } if y == bottom => point(-radius, 0.0),
            _ => point(0.0, -radius),
        });
        path.line_to(entering);
        path.bend_to(corner, corner.plus(next.minus(corner).unit().times(radius)));
    }
    path.close();
    path.data()
}

/// A silhouette without inner borders: every shape outlined first, then every shape filled.
fn ghost(id: &'static str, shapes: Vec<Element>) -> Element {
    Element::group(vec![
        Element::group(vec![Element::group(shapes).with(Attribute::Id, id)])
            .fill(Token::SkinLine)
            .outlined(Token::SkinLine, "5"),
        Element::copy_of(id).fill(Token::Skin),
    ])
}

fn whole_body(state: &State, pose: &Pose, hold: &Hold) -> Element {
    let scale = BODY_SCALE;
    let view = View::new(point(FOOT, FLOOR), scale);
    let weight_x = view.at(point(pose.weight_line, 0.0)).x;
    let mut line = Path::new();
    line.move_to(point(weight_x, 24.0));
    line.line_to(point(weight_x, view.at(point(0.0, pose.floor)).y));
    let ways = Ghosts::new(state, hold);
    let mut moving = ways.behind(&view);
    moving.extend([
        ghost("ghost", body::silhouette(&view, pose)),
        Element::group(body::skeleton(&view, pose))
            .fill(Token::Bone)
            .outlined(Token::BoneLine, "1.6")
            .with(Attribute::StrokeLinejoin, "round"),
        Element::path(line.data())
            .stroke(Token::ForceWeight, "2.5")
            .with(Attribute::StrokeDasharray, "9 8"),
        Element::group(vec![body::cane(&view, pose)]).part(CANE),
        Element::group(vec![body::load(&view, pose, f64::from(state.load))]).part(LOAD),
        Element::circle(view.at(point(joint::HIP.0, joint::HIP.1)), 7.0)
            .fill(Token::Paper)
            .outlined(Token::ForceJoint, "4"),
        ways.before(&view),
    ]);
    let mut floor = Path::new();
    floor.move_to(point(FLOOR_SPAN.0 - 8.0, FLOOR));
    floor.line_to(point(FLOOR_SPAN.1 + 8.0, FLOOR));
    // The foot and the floor stay on the page while the body moves over them, unless the cane
    // would leave it.
    let mut right = -pose.foot * scale;
    if pose.cane_shown {
        let cane = FOOT + pose.cane_foot * scale;
        right = (right + cane).clamp(FLOOR_SPAN.0, FLOOR_SPAN.1) - cane;
    }
    let mut place = String::from("translate(");
    crate::path::push_tenths(&mut place, right);
    place.push(' ');
    crate::path::push_tenths(&mut place, pose.floor * scale);
    place.push(')');
    Element::group(vec![
        Element::path(floor.data()).stroke(Token::InkSoft, "3"),
        Element::group(moving).with(Attribute::Transform, place),
        Element::group(ghosts::names()).shown(!hold.enough),
    ])
    .part(BODY)
}

fn enlarged(state: &State, pose: &Pose, balance: &Balance, hold: &Hold) -> Element {
    let [left, top, right, bottom] = PANEL;
    let scale = 12.2;
    let view = View::new(point(left + 212.0, bottom + 66.5 * scale), scale);
    let inside = vec![
        ghost("ghost-hip", hip::silhouette(&view, pose)),
        Element::group(hip::anatomy(&view, pose, state.strength)),
        Element::group(hip::forces(&view, pose, balance, (top, bottom))),
    ];
    let (weight_arm, muscle_arm) = hip::lever_labels(&view, pose);
    let weight_at = view.at(point(pose.weight_line, hip::WEIGHT_AT));
    let times = |force: f64| fixed(force / balance.body_weight.max(1.0), 1);
    let muscles = if balance.adductors {
        "Inner thigh"
    } else {
        "Side muscles"
    };
    Element::group(vec![
        Element::clip("panel", vec![Element::path(rectangle(PANEL, 22.0))]),
        // A body that leans far goes behind it.
        Element::path(rectangle(PANEL, 22.0)).fill(Token::Paper),
        Element::group(inside).with(Attribute::ClipPath, "panel"),
        Element::path(rectangle(PANEL, 22.0)).stroke(Token::InkSoft, "2"),
        labels(
            "start",
            vec![
                label(point(left + 16.0, top + 40.0), "Forces,", Token::Ink),
                // Beside the spine, not over it.
                label(point(left + 16.0, top + 70.0), "× body weight", Token::Ink),
                label(
                    point(left + 16.0, top + 112.0),
                    ["Strength ", &whole(state.strength), "\u{a0}%"].concat(),
                    Token::Ink,
                )
                .shown(state.strength < 100),
                label(
                    point(left + 16.0, top + 146.0),
                    if hold.enough {
                        "is enough"
                    } else {
                        "is too little"
                    },
                    Token::Ink,
                )
                .with(Attribute::FontWeight, "700")
                .shown(state.strength < 100 || !hold.enough),
            ],
        ),
        labels(
            "end",
            [
                value(
                    weight_at.plus(point(-22.0, 22.0)),
                    "Weight",
                    times(balance.weight),
                    Token::ForceWeight,
                ),
                value(
                    point(right - 16.0, top + 122.0),
                    muscles,
                    times(balance.muscle_force),
                    Token::ForceMuscle,
                ),
                value(
                    hip::joint_label(&view, balance, point(right - 16.0, bottom - 56.0)),
                    "Hip joint",
                    times(balance.joint_force),
                    Token::ForceJoint,
                ),
                vec![label(
                    muscle_arm,
                    words::centimeters(balance.muscle_arm),
                    Token::Ink,
                )],
            ]
            .concat(),
        ),
        labels(
            "middle",
            vec![label(
                weight_arm,
                words::centimeters(balance.weight_arm.abs()),
                Token::Ink,
            )],
        ),
    ])
    .part(HIP)
}

/// The drawing of `state`.
pub(super) fn scene(state: &State) -> Scene {
    let balance = state.balance();
    let pose = Pose::new(state, &balance);
    let hold = hold::hold(state, &balance);
    let words = words::words(state, &balance, &hold);
    Scene {
        corner: (0, 0),
        size: (WIDTH, HEIGHT),
        title: words.name.into(),
        description: words.state.into(),
        elements: vec![
            whole_body(state, &pose, &hold),
            enlarged(state, &pose, &balance, &hold),
        ],
    }
}
