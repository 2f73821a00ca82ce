//! One bone: outlines and inner lines, written once.

use std::sync::OnceLock;

use super::Projection;
use super::place::Placed;
use crate::geometry::{Point, Table, point, points};
use crate::number::fixed;
use crate::path::Path;
use crate::scene::{Attribute, Element, Text, Token};

/// The unit of the written shapes, in meters: half a millimeter.
pub(super) const UNIT: f64 = 0.0005;
/// Units in a centimeter, the unit of the tables.
const PER_CENTIMETER: f64 = 20.0;

/// A line width of so many drawing units, for shapes that a transform makes smaller.
pub(super) fn width(units: f64, p: &Projection) -> Text {
    fixed(units / (p.scale * UNIT).max(1e-3), 1).into()
}

/// Where a copy of a shape stands, in centimeters.
pub(super) struct Copy {
    at: (f32, f32),
    turn: (f32, f32),
    size: f32,
}

impl Copy {
    /// A copy at a place, its upright direction turned to `up`, which need not be a unit.
    pub(super) const fn new(x: f32, y: f32, up: (f32, f32), size: f32) -> Self {
        Self {
            at: (x, y),
            turn: up,
            size,
        }
    }

    fn of(&self, knot: Point) -> Point {
        let up = point(f64::from(self.turn.0), f64::from(self.turn.1)).unit();
        let place = point(f64::from(self.at.0), f64::from(self.at.1));
        let size = f64::from(self.size);
        place
            .plus(up.times(size * knot.y))
            .plus(point(up.y, -up.x).times(size * knot.x))
    }
}

/// A shape in its own frame: centimeters, the second axis along the bone and up.
pub(super) struct Bone {
    /// Closed outlines.
    pub(super) outlines: &'static [Table],
    /// Open lines within.
    pub(super) lines: &'static [Table],
    /// Closed hollows, drawn dark.
    hollows: &'static [Table],
    /// Copies of the outlines: where, how turned and how large.
    copies: &'static [Copy],
    written: OnceLock<[String; 3]>,
}

impl Bone {
    pub(super) const fn new(outlines: &'static [Table], lines: &'static [Table]) -> Self {
        Self {
            outlines,
            lines,
            hollows: &[],
            copies: &[],
            written: OnceLock::new(),
        }
    }

    /// The bone with hollows.
    pub(super) const fn with(mut self, hollows: &'static [Table]) -> Self {
        self.hollows = hollows;
        self
    }

    /// The same outlines many times, as one shape.
    pub(super) const fn repeated(mut self, copies: &'static [Copy]) -> Self {
        self.copies = copies;
        self
    }

    fn written(&self) -> &[String; 3] {
        self.written.get_or_init(|| {
            let one = Copy::new(0.0, 0.0, (0.0, 1.0), 1.0);
            let write = |tables: &[Table], closed: bool| {
                let mut path = Path::new();
                let once = std::slice::from_ref(&one);
                let copies = if self.copies.is_empty() {
                    once
                } else {
                    self.copies
                };
                for copy in copies {
                    for table in tables {
                        let knots: Vec<_> = points(table)
                            .into_iter()
                            .map(|knot| copy.of(knot).times(PER_CENTIMETER))
                            .collect();
                        path.smooth(&knots, closed);
                    }
                }
                path.data()
            };
            [
                write(self.outlines, true),
                write(self.lines, false),
                write(self.hollows, true),
            ]
        })
    }

    /// The outline alone in a place of the page, for silhouettes.
    pub(super) fn shape(&'static self, placed: &Placed) -> Element {
        self.outline()
            .with(Attribute::Transform, placed.transform())
    }

    /// The bone in a place of the page.
    pub(super) fn element(&'static self, placed: &Placed) -> Element {
        self.drawing()
            .with(Attribute::Transform, placed.transform())
    }

    /// The outline alone, in its own frame.
    pub(super) fn outline(&'static self) -> Element {
        Element::path(self.written()[0].as_str())
    }

    /// The bone in its own frame.
    pub(super) fn drawing(&'static self) -> Element {
        let [outline, lines, hollows] = self.written();
        if lines.is_empty() && hollows.is_empty() {
            return self.outline();
        }
        let mut children = vec![Element::path(outline.as_str())];
        if !lines.is_empty() {
            children.push(
                Element::path(lines.as_str())
                    .with(Attribute::Fill, "none")
                    .with(Attribute::Stroke, Token::BoneShade.css()),
            );
        }
        if !hollows.is_empty() {
            children.push(Element::path(hollows.as_str()).fill(Token::BoneShade));
        }
        Element::group(children)
    }

    /// Ribs: the lines as wide bands with a border, in their own frame.
    pub(super) fn bands(&'static self, p: &Projection) -> Element {
        let lines = self.written()[1].as_str();
        let band = |token: Token, width: Text| {
            Element::path(lines)
                .with(Attribute::Fill, "none")
                .with(Attribute::Stroke, token.css())
                .with(Attribute::StrokeWidth, width)
        };
        let inner = 0.8 * PER_CENTIMETER;
        let border = 2.0 * 1.2 / (p.scale * UNIT).max(1e-3);
        Element::group(vec![
            band(Token::BoneLine, fixed(inner + border, 1).into()),
            band(Token::Bone, fixed(inner, 1).into()),
        ])
    }
}
