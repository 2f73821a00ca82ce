//! The skin: one outline of trunk and thigh that bends with them, and the pieces that do not bend.

use crate::geometry::{Point, point};
use crate::path::outline;
use crate::scene::{Attribute, Element, Token};

use super::bones::shape;
use super::posture::Posture;
use super::stage::{Stage, UNIT, transform, turned};
use super::{bones, tables};

/// Width of the skin's line, in drawing units on either side.
const OUTLINE: f64 = 4.0;

/// How much a place goes with the thigh: below the groin and the fold of the buttock.
fn share_of_thigh(place: Point) -> f64 {
    let front = ((place.x + 6.0) / 12.0).clamp(0.0, 1.0);
    // From 12 cm (back) or 6 cm (front) below where it starts, all of it.
    let (start, end) = (-1.0 + 4.0 * front, -11.0 + 5.0 * front);
    let share = ((start - place.y) / (start - end)).clamp(0.0, 1.0);
    share * share * (3.0 - 2.0 * share)
}

/// The outline of trunk and thigh on the page.
fn bent(stage: &Stage, posture: &Posture) -> String {
    let knots: Vec<Point> = tables::from_hip(tables::SKIN)
        .into_iter()
        .map(|place| {
            let share = share_of_thigh(place);
            let moved = if share > 0.0 {
                let degrees = posture.tilt + share * (posture.thigh - posture.tilt);
                turned(place, point(0.0, 0.0), degrees)
            } else {
                posture.bend(place)
            };
            stage.at(moved)
        })
        .collect();
    outline(&knots)
}

/// A limb from one place to the next, as wide as given at each, in centimeters from the hip.
pub(super) fn limb(stage: &Stage, places: &[(Point, f64)]) -> Element {
    let middle: Vec<Point> = places.iter().map(|place| place.0).collect();
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for (index, &(at, half)) in places.iter().enumerate() {
        let before = middle[index.saturating_sub(1)];
        let after = middle[(index + 1).min(middle.len() - 1)];
        let side = after.minus(before).unit().turned().times(half);
        left.push(at.plus(side));
        right.push(at.minus(side));
    }
    left.extend(right.into_iter().rev());
    Element::path(outline(&stage.all(&left)))
}

/// A silhouette without inner borders: every shape outlined first, then every shape filled.
pub(super) fn ghost(id: &'static str, shapes: Vec<Element>) -> Element {
    Element::group(vec![
        Element::group(vec![Element::group(shapes).with(Attribute::Id, id)])
            .fill(Token::SkinLine)
            .outlined(Token::SkinLine, "4"),
        Element::copy_of(id).fill(Token::Skin),
    ])
}

/// The body's silhouette.
pub(super) fn body(stage: &Stage, posture: &Posture) -> Element {
    let piece = posture.trunk();
    let shift = piece
        .at
        .minus(turned(piece.rest, point(0.0, 0.0), piece.degrees));
    let knee = posture.femur().carry(tables::knee());
    let shank: Vec<Point> = tables::from_hip(tables::SHANK)
        .into_iter()
        .map(|place| place.minus(tables::knee()))
        .collect();
    ghost(
        "skin",
        vec![
            Element::path(shape(tables::HEAD))
                .with(Attribute::StrokeWidth, stage.width(OUTLINE))
                .with(Attribute::Transform, stage.place(shift, piece.degrees)),
            Element::path(outline(&bones::LOCAL.all(&shank)))
                .with(Attribute::StrokeWidth, stage.width(OUTLINE))
                .with(
                    Attribute::Transform,
                    transform(
                        stage.at(knee),
                        // It hangs, or it goes on where the thigh points.
                        if stage.degrees == 0.0 {
                            posture.thigh
                        } else {
                            0.0
                        },
                        stage.scale / UNIT,
                    ),
                ),
            Element::path(bent(stage, posture)),
        ],
    )
}
