//! The hinge as carpentry: two boards cut at an angle and joined by a pin.
//!
//! An upright board stands for the shank, a level one for the foot. Turn the upright one, and the
//! level one rolls.

use crate::geometry::{Point, point};
use crate::path::Path;
use crate::scene::{Attribute, Element, Part, Token};

use super::State;
use super::scene::{label, labels};

const CARVED: Part = Part {
    id: "carved",
    name: "Wooden Hinge",
    description: "An upright board and a level board, cut at an angle and joined by a pin: when one \
                  turns, the other rolls.",
};
/// Where the cut is on the page, and drawing units for half a board's thickness.
const PLACE: Point = point(456.0, 318.0);
const UNIT: f64 = 32.0;
/// Length of the boards and their half width, in half thicknesses.
const HEIGHT: f64 = 7.4;
const LENGTH: f64 = 6.6;
const HALF: f64 = 1.0;

/// Forward, up and outward.
type Place = [f64; 3];

/// The page position of a place, seen from the outer side, somewhat from in front and above.
fn page([x, y, z]: Place) -> Point {
    let (around, above) = (28_f64.to_radians(), 20_f64.to_radians());
    let right = x * around.cos() - z * around.sin();
    let up = y * above.cos() - (x * around.sin() + z * around.cos()) * above.sin();
    PLACE.plus(point(UNIT * right, -UNIT * up))
}

/// Turns about the vertical; positive brings the front toward the midline.
fn turn([x, y, z]: Place, angle: f64) -> Place {
    let (sine, cosine) = angle.sin_cos();
    [x * cosine + z * sine, y, z * cosine - x * sine]
}

/// Rolls about the length of the foot; positive brings the top toward the midline.
fn roll([x, y, z]: Place, angle: f64) -> Place {
    let (sine, cosine) = angle.sin_cos();
    [x, y * cosine + z * sine, z * cosine - y * sine]
}

/// A board: a four-sided outline seen from the side, and how it is turned.
struct Board {
    outline: [(f64, f64); 4],
    turn: fn(Place, f64) -> Place,
    angle: f64,
}

impl Board {
    fn at(&self, corner: usize, z: f64) -> Point {
        let (x, y) = self.outline[corner % 4];
        page((self.turn)([x, y, z], self.angle))
    }

    /// The faces; those turned away from the viewer are there but not shown.
    fn draw(&self) -> Element {
        let narrow = |corner: usize| {
            [
                self.at(corner + 1, HALF),
                self.at(corner, HALF),
                self.at(corner, -HALF),
                self.at(corner + 1, -HALF),
            ]
        };
        let faces = [
            [0, 1, 2, 3].map(|corner| self.at(corner, HALF)),
            [3, 2, 1, 0].map(|corner| self.at(corner, -HALF)),
            narrow(0),
            narrow(1),
            narrow(2),
            narrow(3),
        ];
        let drawn = faces.into_iter().enumerate().map(|(index, face)| {
            let area: f64 = (0..4)
                .map(|corner| face[corner].cross(face[(corner + 1) % 4]))
                .sum();
            let mut path = Path::new();
            path.polyline(&face, true);
            // The broad side and the top are lit, the end lies in shade.
            let shade = index == 3;
            Element::path(path.data())
                .fill(if shade { Token::BoneShade } else { Token::Bone })
                .shown(area < 0.0)
        });
        Element::group(drawn.collect())
            .with(Attribute::Stroke, Token::BoneLine.css())
            .with(Attribute::StrokeWidth, "2.5")
            .with(Attribute::StrokeLinejoin, "round")
    }
}

fn line((from, to): (Place, Place)) -> String {
    let mut path = Path::new();
    path.move_to(page(from));
    path.line_to(page(to));
    path.data()
}

fn rounded(ends: (Place, Place), token: Token, width: &'static str) -> Element {
    Element::path(line(ends))
        .stroke(token, width)
        .with(Attribute::StrokeLinecap, "round")
}

/// The wooden hinge of `state`.
pub(super) fn carved(state: &State) -> Element {
    let rolled = f64::from(state.roll).to_radians();
    let turned = state.hinge().shank_rotation;
    let slope = f64::from(state.slope).to_radians();
    let inward = f64::from(state.inward).to_radians();
    let steep = slope.tan();
    let flat = 1.0 / steep;
    let shank = Board {
        outline: [(-1.0, -steep), (1.0, steep), (1.0, HEIGHT), (-1.0, HEIGHT)],
        turn,
        angle: turned,
    };
    let foot = Board {
        outline: [(-flat, -1.0), (LENGTH, -1.0), (LENGTH, 1.0), (flat, 1.0)],
        turn: roll,
        angle: rolled,
    };
    let axis = [
        slope.cos() * inward.cos(),
        slope.sin(),
        -slope.cos() * inward.sin(),
    ];
    let along = |reach: f64| axis.map(|part| part * reach);
    let pin = (along(-2.8), along(3.2));
    let pointer = |angle: f64| {
        (
            turn([0.0, HEIGHT, 0.0], angle),
            turn([3.6, HEIGHT, 0.0], angle),
        )
    };
    let upright = |angle: f64| {
        (
            roll([LENGTH, -1.9, 0.0], angle),
            roll([LENGTH, 1.9, 0.0], angle),
        )
    };
    let mut arrow = Path::new();
    let (from, to) = pointer(turned);
    arrow.arrow(page(from), page(to), 7.0);
    let dashed = |ends: (Place, Place)| {
        Element::path(line(ends))
            .stroke(Token::Ink, "2")
            .with(Attribute::StrokeDasharray, "8 7")
    };
    Element::group(vec![
        shank.draw(),
        foot.draw(),
        rounded(pin, Token::Paper, "13"),
        rounded(pin, Token::ForceWeight, "8"),
        dashed(pointer(0.0)),
        Element::path(arrow.data()).fill(Token::ForceJoint),
        dashed(upright(0.0)),
        rounded(upright(rolled), Token::ForceJoint, "6"),
        labels(
            "start",
            vec![
                label(point(372.0, 36.0), "As a wooden hinge", Token::Ink),
                label(point(506.0, 176.0), "Shank", Token::InkSoft),
            ],
        ),
        labels(
            "middle",
            vec![label(point(530.0, 440.0), "Foot", Token::InkSoft)],
        ),
    ])
    .part(CARVED)
}
