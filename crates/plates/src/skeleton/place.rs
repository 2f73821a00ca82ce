//! Where a bone's own plane lies on the page.

use kinetics::math::{Frame, Vec3};

use super::bone::UNIT;
use super::{Plane, Projection};
use crate::geometry::{Point, point};
use crate::path::{nearest, push_integer, push_tenths};
use crate::scene::Text;

/// A plane of a body on the page: where its origin is, and where a meter along its two axes
/// leads, in drawing units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Placed {
    pub(super) across: Point,
    pub(super) along: Point,
    pub(super) at: Point,
}

/// Whether the first axis of a shape runs to the page's left in this view of this side.
///
/// Shapes are those of the right side: forward in the side view, to the subject's right in the
/// others.
fn turned(plane: Plane, left: bool) -> bool {
    match plane {
        Plane::Side => false,
        Plane::Front => !left,
        Plane::Back => left,
    }
}

impl Placed {
    /// A plane seen as it is: `across` and `along` are axes of the frame.
    pub(super) fn flat(p: &Projection, frame: &Frame, anchor: Vec3, axes: (Vec3, Vec3)) -> Self {
        Self {
            across: p.direction(frame.direction(axes.0)),
            along: p.direction(frame.direction(axes.1)),
            at: p.at(frame.point(anchor)),
        }
    }

    /// A shape that keeps its width whichever way it is turned about its long axis, and that is
    /// never shorter than `least` of its length.
    pub(super) fn round(p: &Projection, axis: Vec3, at: Vec3, left: bool, least: f64) -> Self {
        let seen = p.direction(axis);
        let length = seen.length() / p.scale;
        let upright = point(0.0, -1.0);
        let direction = if length > 1e-6 { seen.unit() } else { upright };
        let sign = if turned(p.plane, left) { -1.0 } else { 1.0 };
        // Up on the page is negative, so the axis across lies a quarter turn ahead.
        let across = direction.turned().times(sign * p.scale);
        Self {
            across,
            along: direction.times(p.scale * length.max(least)),
            at: p.at(at),
        }
    }

    /// A shape turned within the page, without foreshortening: `up` is a direction of the page.
    pub(super) fn facing(p: &Projection, up: Point, at: Point, left: bool) -> Self {
        let direction = up.unit();
        let sign = if turned(p.plane, left) { -1.0 } else { 1.0 };
        Self {
            across: direction.turned().times(sign * p.scale),
            along: direction.times(p.scale),
            at,
        }
    }

    /// The place of the page of a point of the shape, in centimeters.
    #[cfg(test)]
    pub(super) fn at_point(&self, x: f64, y: f64) -> Point {
        self.at
            .plus(self.across.times(x / 100.0))
            .plus(self.along.times(y / 100.0))
    }

    /// The value of a `transform` attribute for shapes written in [`UNIT`]s.
    pub(super) fn transform(&self) -> Text {
        let mut out = String::with_capacity(48);
        out.push_str("matrix(");
        for value in [self.across.x, self.across.y, self.along.x, self.along.y] {
            push_fraction(&mut out, value * UNIT);
            out.push(' ');
        }
        push_tenths(&mut out, self.at.x);
        out.push(' ');
        push_tenths(&mut out, self.at.y);
        out.push(')');
        out.into()
    }
}

/// Four decimals: a twentieth of a drawing unit at the far end of a bone.
fn push_fraction(out: &mut String, value: f64) {
    let scaled = nearest(value * 1e4);
    if scaled < 0 {
        out.push('-');
    }
    let size = scaled.unsigned_abs();
    push_integer(out, (size / 10_000) as i32);
    let mut rest = size % 10_000;
    if rest > 0 {
        out.push('.');
        let mut unit = 1000;
        while rest > 0 {
            out.push((b'0' + (rest / unit) as u8) as char);
            rest %= unit;
            unit /= 10;
        }
    }
}
