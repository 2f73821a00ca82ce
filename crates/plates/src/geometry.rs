//! Plane geometry of the drawings: points, curves and Coons patches.
//!
//! Lengths are centimeters in the body's frame unless a name says otherwise.

/// A point or vector of the drawing plane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// To the viewer's right.
    pub x: f64,
    /// Up in the body's frame, down on the page.
    pub y: f64,
}

/// Shorthand for [`Point`].
#[must_use]
pub const fn point(x: f64, y: f64) -> Point {
    Point { x, y }
}

impl Point {
    /// The sum of two vectors.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        point(self.x + other.x, self.y + other.y)
    }

    /// The vector from `other` to this point.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        point(self.x - other.x, self.y - other.y)
    }

    /// The vector made `factor` times as long.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        point(self.x * factor, self.y * factor)
    }

    /// The vector turned a quarter turn counterclockwise where y points up.
    #[must_use]
    pub fn turned(self) -> Self {
        point(-self.y, self.x)
    }

    /// The length of the vector.
    #[must_use]
    pub fn length(self) -> f64 {
        (self.x * self.x + self.y * self.y).sqrt()
    }

    /// The vector made one unit long; a zero vector stays zero.
    #[must_use]
    pub fn unit(self) -> Self {
        let length = self.length();
        if length > 0.0 {
            self.times(1.0 / length)
        } else {
            self
        }
    }

    /// The scalar product.
    #[must_use]
    pub fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y
    }

    /// The z component of the vector product.
    #[must_use]
    pub fn cross(self, other: Self) -> f64 {
        self.x * other.y - self.y * other.x
    }

    /// The point `share` of the way to `other`.
    #[must_use]
    pub fn toward(self, other: Self, share: f64) -> Self {
        self.plus(other.minus(self).times(share))
    }

    /// The point rotated about `center`, counterclockwise where y points up.
    #[must_use]
    pub fn rotated(self, center: Self, radians: f64) -> Self {
        let (sine, cosine) = radians.sin_cos();
        let arm = self.minus(center);
        center.plus(point(
            arm.x * cosine - arm.y * sine,
            arm.x * sine + arm.y * cosine,
        ))
    }
}

/// A constant table of coordinates in centimeters.
///
/// Single precision holds a tenth of a millimeter many times over and halves the bytes that a
/// reader downloads.
pub type Table = &'static [(f32, f32)];

/// Points of a constant table.
#[must_use]
pub fn points(table: &[(f32, f32)]) -> Vec<Point> {
    table
        .iter()
        .map(|&(x, y)| point(f64::from(x), f64::from(y)))
        .collect()
}

/// A Catmull-Rom curve through `knots`, sampled `steps` times between two knots.
///
/// An open curve starts and ends at its first and last knot.
#[must_use]
pub fn smooth(knots: &[Point], steps: usize, closed: bool) -> Vec<Point> {
    let count = knots.len();
    if count < 3 {
        return knots.to_vec();
    }
    let at = |index: isize| {
        let last = count as isize;
        if closed {
            knots[index.rem_euclid(last) as usize]
        } else {
            knots[index.clamp(0, last - 1) as usize]
        }
    };
    let segments = if closed { count } else { count - 1 };
    let mut curve = Vec::with_capacity(segments * steps + 1);
    for segment in 0..segments as isize {
        let (p0, p1, p2, p3) = (
            at(segment - 1),
            at(segment),
            at(segment + 1),
            at(segment + 2),
        );
        for step in 0..steps {
            let t = step as f64 / steps as f64;
            let blend = |a: f64, b: f64, c: f64, d: f64| {
                0.5 * (2.0 * b
                    + (c - a) * t
                    + (2.0 * a - 5.0 * b + 4.0 * c - d) * t * t
                    + (3.0 * b - 3.0 * c + d - a) * t * t * t)
            };
            curve.push(point(
                blend(p0.x, p1.x, p2.x, p3.x),
                blend(p0.y, p1.y, p2.y, p3.y),
            ));
        }
    }
    if !closed {
        curve.push(knots[count - 1]);
    }
    curve
}

/// A polyline that can be read at any share of its length.
#[derive(Debug, Clone)]
pub struct Curve {
    points: Vec<Point>,
    lengths: Vec<f64>,
}

impl Curve {
    /// A smooth curve through `knots`; at least one knot is needed to read it.
    #[must_use]
    pub fn through(knots: &[Point]) -> Self {
        let points = smooth(knots, 12, false);
        let mut lengths = Vec::with_capacity(points.len());
        let mut total = 0.0;
        for (index, here) in points.iter().enumerate() {
            if index > 0 {
                total += here.minus(points[index - 1]).length();
            }
            lengths.push(total);
        }
        Self { points, lengths }
    }

    /// The point at `share` (0..=1, clamped) of the curve's length.
    #[must_use]
    pub fn at(&self, share: f64) -> Point {
        let Some(&total) = self.lengths.last() else {
            return point(0.0, 0.0);
        };
        let wanted = share.clamp(0.0, 1.0) * total;
        let after = self.lengths.partition_point(|&length| length < wanted);
        if after == 0 {
            return self.points[0];
        }
        let (from, to) = (self.lengths[after - 1], self.lengths[after]);
        let part = if to > from {
            (wanted - from) / (to - from)
        } else {
            0.0
        };
        self.points[after - 1].toward(self.points[after], part)
    }
}

/// The four borders of a muscle as constant tables of knots.
#[derive(Debug, Clone, Copy)]
pub struct Borders {
    /// Where the fibers start, from border fiber `a` to border fiber `b`.
    pub origin: Table,
    /// Where the fibers end, from border fiber `a` to border fiber `b`.
    pub insertion: Table,
    /// Inner knots of the border fiber at the start of both tables.
    pub a: Table,
    /// Inner knots of the border fiber at the end of both tables.
    pub b: Table,
}

/// A bilinearly blended Coons patch: every fiber of a flat muscle.
///
/// `u` runs across the fibers from border `a` (0) to border `b` (1), `t` along them from
/// origin (0) to insertion (1).
#[derive(Debug, Clone)]
pub struct Patch {
    origin: Curve,
    insertion: Curve,
    a: Curve,
    b: Curve,
}

impl Patch {
    /// The patch spanned by `borders`.
    #[must_use]
    pub fn new(borders: &Borders) -> Self {
        let origin = points(borders.origin);
        let insertion = points(borders.insertion);
        let side = |first: Option<&Point>, inner: Table, last: Option<&Point>| {
            let knots: Vec<Point> = first
                .into_iter()
                .copied()
                .chain(points(inner))
                .chain(last.copied())
                .collect();
            Curve::through(&knots)
        };
        Self {
            a: side(origin.first(), borders.a, insertion.first()),
            b: side(origin.last(), borders.b, insertion.last()),
            origin: Curve::through(&origin),
            insertion: Curve::through(&insertion),
        }
    }

    /// The point of fiber `u` at `t`.
    #[must_use]
    pub fn at(&self, u: f64, t: f64) -> Point {
        let across = self.origin.at(u).toward(self.insertion.at(u), t);
        let along = self.a.at(t).toward(self.b.at(t), u);
        let corners = self
            .origin
            .at(0.0)
            .toward(self.origin.at(1.0), u)
            .toward(self.insertion.at(0.0).toward(self.insertion.at(1.0), u), t);
        across.plus(along).minus(corners)
    }

    /// The border of the patch as a closed polygon of `4 * steps` points.
    #[must_use]
    pub fn outline(&self, steps: usize) -> Vec<Point> {
        let share = |step: usize| step as f64 / steps as f64;
        let mut polygon = Vec::with_capacity(4 * steps);
        polygon.extend((0..steps).map(|step| self.at(0.0, share(step))));
        polygon.extend((0..steps).map(|step| self.at(share(step), 1.0)));
        polygon.extend((0..steps).map(|step| self.at(1.0, 1.0 - share(step))));
        polygon.extend((0..steps).map(|step| self.at(1.0 - share(step), 0.0)));
        polygon
    }

    /// The share of a `steps` by `steps` grid on which the patch is folded over.
    #[must_use]
    pub fn folded(&self, steps: usize) -> f64 {
        let step = 1.0 / steps as f64;
        let mut signs = Vec::with_capacity(steps * steps);
        for row in 0..steps {
            for column in 0..steps {
                let (u, t) = (row as f64 * step, column as f64 * step);
                let here = self.at(u, t);
                let across = self.at(u + step, t).minus(here);
                let along = self.at(u, t + step).minus(here);
                signs.push(across.cross(along));
            }
        }
        let positive = signs.iter().filter(|&&sign| sign > 0.0).count();
        positive.min(signs.len() - positive) as f64 / signs.len().max(1) as f64
    }
}

/// Whether `inside` lies within the closed polygon (even-odd rule).
#[must_use]
pub fn contains(polygon: &[Point], inside: Point) -> bool {
    let mut result = false;
    for (index, here) in polygon.iter().enumerate() {
        let there = polygon[(index + 1) % polygon.len()];
        if (here.y > inside.y) != (there.y > inside.y) {
            let crossing = here.x + (inside.y - here.y) / (there.y - here.y) * (there.x - here.x);
            if inside.x < crossing {
                result = !result;
            }
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn smooth_passes_through_its_knots() {
        let knots = points(&[(0.0, 0.0), (2.0, 1.0), (3.0, 4.0), (1.0, 5.0)]);
        let curve = smooth(&knots, 4, false);
        for (index, knot) in knots.iter().enumerate() {
            assert!(curve[index * 4].minus(*knot).length() < 1e-12);
        }
        assert_eq!(smooth(&knots, 4, true).len(), 16);
    }

    #[test]
    fn curve_is_read_by_length() {
        let curve = Curve::through(&points(&[(0.0, 0.0), (10.0, 0.0)]));
        assert!((curve.at(0.25).x - 2.5).abs() < 1e-12);
        assert_eq!(curve.at(-1.0).x, 0.0);
        assert_eq!(curve.at(2.0).x, 10.0);
    }

    #[test]
    fn patch_meets_its_borders_and_a_crossed_one_is_folded() {
        let straight = Borders {
            origin: &[(0.0, 0.0), (4.0, 0.0)],
            insertion: &[(0.0, 8.0), (4.0, 8.0)],
            a: &[(-1.0, 4.0)],
            b: &[(5.0, 4.0)],
        };
        let patch = Patch::new(&straight);
        assert!(patch.at(0.0, 0.5).minus(point(-1.0, 4.0)).length() < 0.1);
        assert_eq!(patch.folded(10), 0.0);
        let crossed = Borders {
            insertion: &[(4.0, 8.0), (0.0, 8.0)],
            ..straight
        };
        assert!(Patch::new(&crossed).folded(10) > 0.05);
    }

    #[test]
    fn a_square_contains_its_middle_only() {
        let square = points(&[(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)]);
        assert!(contains(&square, point(1.0, 1.0)));
        assert!(!contains(&square, point(3.0, 1.0)));
    }
}
