//! Where on the page the body is, and how it lies.
//!
//! The body's frame here: centimeters from the hip's center, x forward, y toward the head. Angles
//! are degrees, clockwise on the page when the body stands facing right.

use crate::geometry::{Point, point};
use crate::path::push_tenths;

/// Drawing units in a centimeter of what is drawn once and then moved.
pub(crate) const UNIT: f64 = 12.0;

/// A view of the body.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stage {
    /// The hip's center on the page.
    pub(crate) hip: Point,
    /// Drawing units in a centimeter.
    pub(crate) scale: f64,
    /// How the whole body is turned: 0 stands facing right, -90 lies with the head at the left.
    pub(crate) degrees: f64,
}

/// `place` turned clockwise by `degrees` about `center`, in the body's frame.
pub(crate) fn turned(place: Point, center: Point, degrees: f64) -> Point {
    place.rotated(center, -degrees.to_radians())
}

impl Stage {
    /// The place of a point of the body.
    pub(crate) fn at(&self, body: Point) -> Point {
        // Up on the page is down in numbers, so the same formula turns clockwise there.
        let page = point(body.x, -body.y).times(self.scale);
        self.hip
            .plus(page.rotated(point(0.0, 0.0), self.degrees.to_radians()))
    }

    /// The place of many points.
    pub(crate) fn all(&self, body: &[Point]) -> Vec<Point> {
        body.iter().map(|&place| self.at(place)).collect()
    }

    /// The point `length` units from `from` in the body's downward direction turned by `degrees`.
    pub(crate) fn ray(&self, from: Point, degrees: f64, length: f64) -> Point {
        let angle = (self.degrees + degrees).to_radians();
        from.plus(point(-angle.sin(), angle.cos()).times(length))
    }

    /// A line width of so many units on the page, for a piece drawn about the origin.
    pub(crate) fn width(&self, units: f64) -> String {
        crate::number::fixed(units * UNIT / self.scale.max(1.0), 1)
    }

    /// What moves a piece drawn about the origin, [`UNIT`] to the centimeter, to `body`.
    pub(crate) fn place(&self, body: Point, degrees: f64) -> String {
        transform(self.at(body), self.degrees + degrees, self.scale / UNIT)
    }
}

/// A move, a turn and a change of size.
pub(crate) fn transform(to: Point, degrees: f64, size: f64) -> String {
    let mut value = String::with_capacity(48);
    value.push_str("translate(");
    push_tenths(&mut value, to.x);
    value.push(' ');
    push_tenths(&mut value, to.y);
    value.push_str(") rotate(");
    push_tenths(&mut value, degrees);
    value.push_str(") scale(");
    value.push_str(&crate::number::fixed(size, 3));
    value.push(')');
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lying_body_has_its_head_at_the_left_and_its_front_up() {
        let stage = Stage {
            hip: point(100.0, 100.0),
            scale: 2.0,
            degrees: -90.0,
        };
        let near = |a: Point, b: Point| assert!(a.minus(b).length() < 1e-9, "{a:?} {b:?}");
        near(stage.at(point(0.0, 10.0)), point(80.0, 100.0));
        near(stage.at(point(10.0, 0.0)), point(100.0, 80.0));
        near(stage.ray(stage.hip, 0.0, 5.0), point(105.0, 100.0));
        // A thigh that points back hangs.
        near(stage.ray(stage.hip, 90.0, 5.0), point(100.0, 105.0));
    }
}
