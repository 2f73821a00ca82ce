//! The panels of the hinge: from behind, from the side and from above.

use crate::foot::{behind, bony, ghost, outlines, side};
use crate::geometry::{Point, Table, point};
use crate::number::{fixed, whole};
use crate::path::{Path, View};
use crate::scene::{Attribute, Element, Part, Token};

use super::State;
use super::scene::{bold, label, labels};

const HEEL: Part = Part {
    id: "heel",
    name: "Heel and Shank from Behind",
    description: "A right heel, the ankle and the shank, with the line that bends where the heel \
                  rolls.",
};
const SIDE: Part = Part {
    id: "side",
    name: "Foot from the Outer Side",
    description: "The foot with the line of the hinge that rises toward the toes.",
};
const TOP: Part = Part {
    id: "top",
    name: "Foot from Above",
    description: "The foot with the line of the hinge and, cut across, the two bones of the shank \
                  that turn.",
};

/// The sole's outline from above: forward, outward in centimeters.
#[rustfmt::skip]
const SOLE: Table = &[
    (-13.4, 0.0), (-12.7, -2.3), (-9.8, -3.1), (-5.0, -2.7), (-1.0, -2.6), (3.0, -3.8), (6.0, -4.9),
    (8.6, -4.9), (11.0, -4.6), (12.0, -3.3), (11.8, -1.6), (11.0, 0.2), (10.0, 1.9), (8.6, 3.4),
    (7.0, 4.6), (4.6, 5.1), (1.0, 4.6), (-4.0, 3.8), (-9.6, 3.3), (-12.6, 2.3),
];
#[rustfmt::skip]
const TIBIA_CUT: Table = &[
    (-4.3, -0.9), (-5.2, 0.7), (-6.9, 1.3), (-8.5, 0.7), (-8.9, -1.0), (-7.8, -2.6), (-5.8, -2.5),
];
#[rustfmt::skip]
const FIBULA_CUT: Table = &[(-7.0, 2.7), (-7.9, 3.4), (-8.9, 2.9), (-8.7, 1.9), (-7.6, 1.7)];
/// The middle of the shank, seen from above.
const SHANK: Point = point(-6.8, -0.2);

fn line(from: Point, to: Point) -> Element {
    let mut path = Path::new();
    path.move_to(from);
    path.line_to(to);
    Element::path(path.data())
}

/// A direction of reference, such as level or straight ahead.
fn guide(from: Point, to: Point) -> Element {
    line(from, to)
        .stroke(Token::Ink, "2")
        .with(Attribute::StrokeDasharray, "8 7")
}

/// The line of the hinge.
fn axis(from: Point, to: Point) -> Element {
    line(from, to)
        .stroke(Token::ForceWeight, "6")
        .with(Attribute::StrokeLinecap, "round")
}

/// A name with how far it goes in or out.
fn turned(name: &'static str, value: f64, decimals: usize) -> String {
    let way = if value < 0.0 { " out " } else { " in " };
    [name, way, &fixed(value.abs(), decimals), "°"].concat()
}

/// The heel rolls, the shank rides along.
pub(super) fn behind(state: &State) -> Element {
    let view = View::new(point(84.0, 396.0), 11.2);
    let stand = behind::Stand {
        heel: f64::from(state.roll),
        shank: 0.0,
        ground: 0.0,
    };
    Element::group(vec![
        line(point(30.0, 402.0), point(322.0, 402.0)).stroke(Token::InkSoft, "3"),
        Element::group(vec![stand.draw(&view, "skin-behind"), stand.lines(&view)]).part(HEEL),
        labels(
            "start",
            vec![label(point(20.0, 36.0), "From behind", Token::Ink)],
        ),
        labels(
            "middle",
            vec![bold(
                point(168.0, 440.0),
                turned("Heel", f64::from(state.roll), 0),
                Token::ForceJoint,
            )],
        ),
    ])
}

/// The axis on the foot seen from its outer side.
pub(super) fn side(state: &State) -> Element {
    let view = View::new(point(166.0, 616.0), 10.2);
    let joint = point(-6.4, 4.0);
    let slope = f64::from(state.slope).to_radians();
    let along = point(slope.cos(), slope.sin());
    let ahead = joint.plus(point(8.4, 0.0));
    let bones = [side::TARSUS, side::TOES]
        .concat()
        .into_iter()
        .map(|table| outlines(&view, &[table]))
        .collect();
    let skin = [side::FOOT_SKIN, side::TOE_SKIN].map(|table| outlines(&view, &[table]));
    Element::group(vec![
        ghost("skin-side", skin.to_vec()),
        bony(bones),
        guide(view.at(joint), view.at(ahead)),
        axis(
            view.at(joint.minus(along.times(5.0))),
            view.at(joint.plus(along.times(7.2))),
        ),
        labels(
            "start",
            vec![
                label(point(20.0, 494.0), "From the side", Token::Ink),
                bold(
                    point(222.0, 494.0),
                    ["Rise ", &whole(state.slope), "°"].concat(),
                    Token::ForceWeight,
                ),
            ],
        ),
    ])
    .part(SIDE)
}

/// The shank turns on the foot seen from above.
pub(super) fn above(state: &State) -> Element {
    // Outward is down the page here: the foot points right and its inner border is above.
    let view = View::new(point(524.0, 568.0), 10.2);
    let flip = |place: Point| view.at(point(place.x, -place.y));
    let shape = |table: Table| {
        let knots = crate::geometry::points(table);
        let knots: Vec<Point> = knots.into_iter().map(flip).collect();
        Element::path(crate::path::outline(&knots))
    };
    let turn = state.hinge().shank_rotation.to_degrees();
    let inward = f64::from(state.inward).to_radians();
    let along = point(inward.cos(), -inward.sin());
    let mut pointer = Path::new();
    pointer.arrow(
        flip(SHANK.plus(point(2.0, 0.0))),
        flip(SHANK.plus(point(9.4, 0.0))),
        6.0,
    );
    Element::group(vec![
        shape(SOLE)
            .fill(Token::Skin)
            .outlined(Token::SkinLine, "2.5"),
        // In two pieces, so that it does not hide where the shank points.
        axis(
            flip(SHANK.minus(along.times(5.6))),
            flip(SHANK.minus(along.times(2.0))),
        ),
        axis(
            flip(SHANK.plus(along.times(9.9))),
            flip(SHANK.plus(along.times(12.4))),
        ),
        guide(flip(SHANK), flip(SHANK.plus(point(9.4, 0.0)))),
        Element::group(vec![
            bony(vec![shape(TIBIA_CUT), shape(FIBULA_CUT)]),
            Element::path(pointer.data()).fill(Token::ForceJoint),
        ])
        .turned(-turn, flip(SHANK)),
        labels(
            "start",
            vec![
                // "From above" would touch the angle beside it.
                label(point(372.0, 494.0), "Top view", Token::Ink),
            ],
        ),
        labels(
            "end",
            vec![bold(
                point(704.0, 494.0),
                turned("Shank", turn, 1),
                Token::ForceJoint,
            )],
        ),
    ])
    .part(TOP)
}
