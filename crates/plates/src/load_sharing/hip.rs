//! The hip from the right, its extensors as lines as wide as their pull.

use kinetics::kinematics::{Kinematics, Reference};
use kinetics::{Body, GAIT2392, Side};

use crate::geometry::{Point, point};
use crate::number::fixed;
use crate::path::Path;
use crate::scene::{Attribute, Element, Part, Token};
use crate::skeleton::{self, Plane, Projection, Style};

use super::scene::{label, labels, rectangle};
use super::share::{GROUPS, Share, muscles};

/// The frame of the view: left, top, right, bottom.
const FRAME: [f64; 4] = [8.0, 8.0, 418.0, 560.0];
/// Where the hip is in it.
const HIP: Point = point(168.0, 178.0);
/// Drawing units in a meter.
const SCALE: f64 = 660.0;
/// Drawing units of width for a newton.
const NEWTON: f64 = 0.022;
/// Forces below this many newtons are not drawn.
const FAINT: f64 = 1.0;
/// Length of the arrow at the edge of the gauge, in drawing units.
const ARROW: f64 = 150.0;

/// The inks of the groups, in their order.
pub(super) const INKS: [Token; GROUPS] =
    [Token::Muscle, Token::Medius, Token::Minimus, Token::Deep];

const BONES: Part = Part {
    id: "bones",
    name: "Pelvis and thigh bone",
    description: "The pelvis and the right leg from the right side.",
};
const GROUP_PARTS: [Part; GROUPS] = [
    Part {
        id: "gluteus-maximus",
        name: "Gluteus maximus",
        description: "The three lines of gluteus maximus, as wide as their pull.",
    },
    Part {
        id: "hamstrings",
        name: "Hamstrings",
        description: "The three hamstrings that cross the hip, as wide as their pull.",
    },
    Part {
        id: "adductors",
        name: "Adductors",
        description: "The adductors, of which the back part of adductor magnus extends the hip.",
    },
    Part {
        id: "others",
        name: "Other muscles",
        description: "Gluteus medius and minimus and the short rotators, as wide as their pull.",
    },
];
const FORWARD: Part = Part {
    id: "forward-force",
    name: "Pull on the head of the thigh bone",
    description: "The forward or backward part of what all muscles together pull on the head of \
                  the thigh bone.",
};

const STYLE: Style = Style {
    ghost: false,
    left_leg: false,
    arms: false,
    upper_body: false,
};

/// The view of a share; `edge` is the force at the end of the gauge.
pub(super) fn hip(share: &Share, edge: f64) -> Vec<Element> {
    let Ok(k) = Kinematics::new(&GAIT2392, &share.pose) else {
        return Vec::new();
    };
    let center = k.frame(Body::Femur(Side::Right), Reference::Ground).origin;
    let plain = Projection {
        plane: Plane::Side,
        origin: point(0.0, 0.0),
        scale: SCALE,
    };
    let p = Projection {
        origin: HIP.minus(plain.at(center)),
        ..plain
    };
    let mut drawn = vec![
        Element::group(
            [
                skeleton::skin(&k, &p, &STYLE),
                skeleton::bones(&k, &p, &STYLE),
            ]
            .concat(),
        )
        .part(BONES),
    ];
    // What lies deep first, gluteus maximus last.
    for group in [3, 2, 1, 0] {
        let lines = muscles(group)
            .iter()
            .map(|&id| {
                let force = share.force(id);
                Element::path(skeleton::muscle(&k, id, Side::Right, &p))
                    .with(Attribute::StrokeWidth, fixed(3.0 + NEWTON * force, 1))
                    .shown(force >= FAINT)
            })
            .collect();
        drawn.push(
            Element::group(lines)
                .with(Attribute::Fill, "none")
                .with(Attribute::Stroke, INKS[group].css())
                .with(Attribute::StrokeLinecap, "round")
                .with(Attribute::StrokeLinejoin, "round")
                .with(Attribute::StrokeOpacity, ".88")
                .part(GROUP_PARTS[group]),
        );
    }
    let mut arrow = Path::new();
    let length = ARROW * share.forward / edge;
    arrow.arrow(HIP, HIP.plus(point(length, 0.0)), 12.0);
    drawn.push(
        Element::group(vec![
            Element::path(arrow.data())
                .fill(Token::ForceJoint)
                .outlined(Token::Paper, "4")
                .with(Attribute::StrokeLinejoin, "round")
                .with(Attribute::PaintOrder, "stroke"),
            Element::circle(HIP, 9.0)
                .fill(Token::Paper)
                .outlined(Token::ForceJoint, "5"),
        ])
        .part(FORWARD),
    );
    vec![
        Element::clip("view", vec![Element::path(rectangle(FRAME))]),
        Element::group(drawn).with(Attribute::ClipPath, "view"),
        Element::path(rectangle(FRAME)).stroke(Token::InkSoft, "2"),
        labels(
            "start",
            vec![label(
                point(FRAME[0] + 12.0, FRAME[1] + 34.0),
                "From the right",
                Token::Ink,
            )],
        ),
    ]
}
