//! Path data in the shortest form: relative integers, no needless separators.

use crate::geometry::{Point, point};

/// Appends `value` in decimal digits.
pub fn push_integer(out: &mut String, value: i32) {
    let mut digits = [0_u8; 10];
    let mut rest = value.unsigned_abs();
    let mut at = digits.len();
    loop {
        at -= 1;
        digits[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if value < 0 {
        out.push('-');
    }
    out.extend(digits[at..].iter().map(|&digit| digit as char));
}

/// Appends `value` in tenths, as attribute text.
pub fn push_tenths(out: &mut String, value: f64) {
    let tenths = nearest(value * 10.0);
    if tenths < 0 {
        out.push('-');
    }
    let size = tenths.unsigned_abs();
    push_integer(out, (size / 10) as i32);
    if !size.is_multiple_of(10) {
        out.push('.');
        push_integer(out, (size % 10) as i32);
    }
}

/// The integer nearest to `value`; not-a-number gives zero.
#[must_use]
pub fn nearest(value: f64) -> i32 {
    value.round() as i32
}

/// A path being written; positions are drawing units.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Path {
    data: String,
    at: (i32, i32),
    start: (i32, i32),
    command: u8,
}

impl Path {
    /// An empty path.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The path data, the value of an SVG `d` attribute.
    #[must_use]
    pub fn data(self) -> String {
        self.data
    }

    fn command(&mut self, letter: u8) {
        if self.command != letter {
            self.data.push(letter as char);
        }
        self.command = letter;
    }

    fn number(&mut self, value: i32) {
        let touches_digit = self.data.as_bytes().last().is_some_and(u8::is_ascii_digit);
        if touches_digit && value >= 0 {
            self.data.push(' ');
        }
        push_integer(&mut self.data, value);
    }

    fn offset(&mut self, to: (i32, i32)) {
        let at = self.at;
        self.number(to.0 - at.0);
        self.number(to.1 - at.1);
    }

    /// Starts a new piece at `to`.
    pub fn move_to(&mut self, to: Point) -> &mut Self {
        let to = (nearest(to.x), nearest(to.y));
        // A first `m` is absolute by definition, a repeated letter starts a piece of its own.
        self.command = 0;
        self.command(b'm');
        self.offset(to);
        // Pairs after `m` are lines.
        self.command = b'l';
        (self.at, self.start) = (to, to);
        self
    }

    /// A straight line to `to`; a line of no length is left out.
    pub fn line_to(&mut self, to: Point) -> &mut Self {
        let to = (nearest(to.x), nearest(to.y));
        if to != self.at {
            if to.1 == self.at.1 {
                self.command(b'h');
                self.number(to.0 - self.at.0);
            } else if to.0 == self.at.0 {
                self.command(b'v');
                self.number(to.1 - self.at.1);
            } else {
                self.command(b'l');
                self.offset(to);
            }
            self.at = to;
        }
        self
    }

    /// A quadratic curve to `to` that leans toward `control`.
    pub fn bend_to(&mut self, control: Point, to: Point) -> &mut Self {
        self.command(b'q');
        self.offset((nearest(control.x), nearest(control.y)));
        let to = (nearest(to.x), nearest(to.y));
        self.offset(to);
        self.at = to;
        self
    }

    /// Closes the current piece.
    pub fn close(&mut self) -> &mut Self {
        self.data.push('z');
        self.command = b'z';
        self.at = self.start;
        self
    }

    /// A smooth curve through `knots`, written with the short cubic command.
    ///
    /// Catmull-Rom tangents make each first control point the mirror image of the one before,
    /// which is what `s` supplies by itself.
    pub fn smooth(&mut self, knots: &[Point], closed: bool) -> &mut Self {
        let count = knots.len();
        if count < 3 {
            return self.polyline(knots, closed);
        }
        self.move_to(knots[0]);
        self.pieces(knots, closed);
        if closed {
            self.close();
        }
        self
    }

    /// Goes on from the last point along a smooth curve through `knots`, which start there.
    pub fn continue_smooth(&mut self, knots: &[Point]) -> &mut Self {
        if knots.len() < 3 {
            for knot in knots {
                self.line_to(*knot);
            }
        } else {
            self.pieces(knots, false);
        }
        self
    }

    fn pieces(&mut self, knots: &[Point], closed: bool) {
        let count = knots.len();
        let at = |index: isize| {
            if closed {
                knots[index.rem_euclid(count as isize) as usize]
            } else {
                knots[index.clamp(0, count as isize - 1) as usize]
            }
        };
        let segments = if closed { count } else { count - 1 } as isize;
        for segment in 0..segments {
            let (from, to) = (at(segment), at(segment + 1));
            let leaving = to.minus(at(segment - 1)).times(1.0 / 6.0);
            let arriving = at(segment + 2).minus(from).times(1.0 / 6.0);
            let end = (nearest(to.x), nearest(to.y));
            let second = to.minus(arriving);
            if segment == 0 {
                let first = from.plus(leaving);
                self.command(b'c');
                self.offset((nearest(first.x), nearest(first.y)));
            } else {
                self.command(b's');
            }
            self.offset((nearest(second.x), nearest(second.y)));
            self.offset(end);
            self.at = end;
        }
    }

    /// Straight lines through `knots`.
    pub fn polyline(&mut self, knots: &[Point], closed: bool) -> &mut Self {
        let Some((first, rest)) = knots.split_first() else {
            return self;
        };
        self.move_to(*first);
        for knot in rest {
            self.line_to(*knot);
        }
        if closed {
            self.close();
        }
        self
    }

    /// An arrow from `tail` to `tip`: a closed shape with a shaft `width` wide.
    ///
    /// The head is at most half of the arrow long, so short arrows keep their shape.
    pub fn arrow(&mut self, tail: Point, tip: Point, width: f64) -> &mut Self {
        let along = tip.minus(tail);
        let head = (3.4 * width).min(0.5 * along.length());
        let direction = along.unit();
        let side = direction.turned();
        let neck = tip.minus(direction.times(head));
        let (half, barb) = (side.times(0.5 * width), side.times(0.5 * head));
        let shape = [
            tail.plus(half),
            neck.plus(half),
            neck.plus(barb),
            tip,
            neck.minus(barb),
            neck.minus(half),
            tail.minus(half),
        ];
        self.polyline(&shape, true)
    }
}

/// The path data of one closed smooth outline.
#[must_use]
pub fn outline(knots: &[Point]) -> String {
    let mut path = Path::new();
    path.smooth(knots, true);
    path.data()
}

/// A map from the body's frame (centimeters, y up) to drawing units (y down).
#[derive(Debug, Clone, Copy)]
pub struct View {
    /// Drawing units of the body's origin.
    pub origin: Point,
    /// Drawing units in a centimeter.
    pub scale: f64,
    /// Whether the drawing is the mirror image of the table, as for the left side.
    pub mirrored: bool,
}

impl View {
    /// A view that is not mirrored.
    #[must_use]
    pub const fn new(origin: Point, scale: f64) -> Self {
        Self {
            origin,
            scale,
            mirrored: false,
        }
    }

    /// The drawing position of a body point.
    #[must_use]
    pub fn at(&self, body: Point) -> Point {
        let x = if self.mirrored { -body.x } else { body.x };
        point(
            self.origin.x + self.scale * x,
            self.origin.y - self.scale * body.y,
        )
    }

    /// The drawing positions of many body points.
    #[must_use]
    pub fn all(&self, body: &[Point]) -> Vec<Point> {
        body.iter().map(|&place| self.at(place)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::points;

    #[test]
    fn integers_print_as_the_standard_library_prints_them() {
        for value in [0, 7, -1, 10, -99, i32::MAX, i32::MIN] {
            let mut text = String::new();
            push_integer(&mut text, value);
            assert_eq!(text, value.to_string());
        }
    }

    #[test]
    fn lines_are_relative_and_tight() {
        let mut path = Path::new();
        path.polyline(
            &points(&[(10.0, 10.0), (12.0, 7.0), (12.0, 20.0), (5.0, 20.0)]),
            true,
        );
        assert_eq!(path.data(), "m10 10 2-3v13h-7z");
    }

    #[test]
    fn a_second_piece_starts_relative_to_the_last_point() {
        let mut path = Path::new();
        path.polyline(&points(&[(0.0, 0.0), (1.0, 1.0)]), true);
        path.polyline(&points(&[(5.0, 5.0), (6.0, 7.0)]), false);
        assert_eq!(path.data(), "m0 0 1 1zm5 5 1 2");
    }

    #[test]
    fn a_smooth_outline_uses_short_commands_after_the_first() {
        let data = outline(&points(&[
            (0.0, 0.0),
            (60.0, 0.0),
            (60.0, 60.0),
            (0.0, 60.0),
        ]));
        assert_eq!(data.matches('c').count(), 1);
        assert_eq!(data.matches('s').count(), 1);
        assert!(data.ends_with('z'));
    }

    #[test]
    fn an_arrow_of_no_length_is_still_a_path() {
        let mut path = Path::new();
        path.arrow(point(3.0, 3.0), point(3.0, 3.0), 4.0);
        assert_eq!(path.data(), "m3 3z");
    }
}
