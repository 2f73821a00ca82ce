//! The cubic spline of Forsythe, Malcolm and Moler.
//!
//! Between two knots the curve is a cubic in the distance from the left one,
//!
//! ```text
//! y(x) = y_i + h (b_i + h (c_i + h d_i)),   h = x - x_i
//! ```
//!
//! with continuous slope and curvature. What sets this spline apart from a *natural* one is its
//! ends: the third derivative there is that of the cubic through the four outermost knots, not a
//! curvature of zero. Beyond the ends it runs on as a straight line. Gait2392 was built with it, so
//! a natural spline would put the knee and the patellar tendon in visibly different places.
//!
//! Source: Forsythe GE, Malcolm MA, Moler CB (1977) *Computer Methods for Mathematical
//! Computations*, Prentice-Hall (subroutine SPLINE), as described for OpenSim's SimmSpline.

/// One knot with the cubic that starts at it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Knot {
    /// Argument; for every spline of the model an angle in radians.
    pub x: f64,
    /// Value at the knot, in meters.
    pub y: f64,
    /// Slope at the knot.
    pub b: f64,
    /// Half the curvature at the knot.
    pub c: f64,
    /// A sixth of the third derivative to the right of the knot.
    pub d: f64,
}

/// A spline: a borrowed run of knots with rising `x`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spline<'a> {
    knots: &'a [Knot],
}

/// Why a set of knots is not a spline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SplineError {
    /// Fewer than two knots.
    TooFew,
    /// `x` and `y` differ in number.
    Unequal,
    /// A value is infinite or not a number.
    NotFinite,
    /// `x` does not rise from each knot to the next; the index is that of the later one.
    NotRising(usize),
}

impl<'a> Spline<'a> {
    /// A spline over knots whose coefficients are known, as made by [`Spline::fit`].
    pub const fn new(knots: &'a [Knot]) -> Self {
        Spline { knots }
    }

    /// The knots.
    pub fn knots(&self) -> &'a [Knot] {
        self.knots
    }

    /// Value and slope at `x`. A spline without knots is zero everywhere.
    pub fn at(&self, x: f64) -> (f64, f64) {
        let (Some(first), Some(last)) = (self.knots.first(), self.knots.last()) else {
            return (0.0, 0.0);
        };
        if x <= first.x {
            return (first.y + (x - first.x) * first.b, first.b);
        }
        if x >= last.x {
            return (last.y + (x - last.x) * last.b, last.b);
        }
        let right = self.knots.partition_point(|k| k.x <= x);
        let k = &self.knots[right.saturating_sub(1)];
        let h = x - k.x;
        (
            k.y + h * (k.b + h * (k.c + h * k.d)),
            k.b + h * (2.0 * k.c + 3.0 * h * k.d),
        )
    }

    /// Fits the coefficients to points `(x, y)`.
    ///
    /// # Errors
    ///
    /// When there are fewer than two points, the numbers differ, or `x` does not rise.
    pub fn fit(x: &[f64], y: &[f64]) -> Result<Vec<Knot>, SplineError> {
        let n = x.len();
        if n < 2 {
            return Err(SplineError::TooFew);
        }
        if y.len() != n {
            return Err(SplineError::Unequal);
        }
        if x.iter().chain(y).any(|v| !v.is_finite()) {
            return Err(SplineError::NotFinite);
        }
        if let Some(i) = (1..n).find(|&i| x[i] <= x[i - 1]) {
            return Err(SplineError::NotRising(i));
        }
        let mut knots: Vec<Knot> = x
            .iter()
            .zip(y)
            .map(|(&x, &y)| Knot {
                x,
                y,
                ..Knot::default()
            })
            .collect();
        if n == 2 {
            let slope = (y[1] - y[0]) / (x[1] - x[0]);
            knots[0].b = slope;
            knots[1].b = slope;
            return Ok(knots);
        }
        solve(x, y, &mut knots);
        Ok(knots)
    }
}

/// The tridiagonal system for the third derivatives, then the coefficients from them.
fn solve(x: &[f64], y: &[f64], knots: &mut [Knot]) {
    let n = x.len();
    let last = n - 1;
    let step: Vec<f64> = x.windows(2).map(|w| w[1] - w[0]).collect();
    let rise: Vec<f64> = (0..last).map(|i| (y[i + 1] - y[i]) / step[i]).collect();
    let mut diagonal = vec![0.0; n];
    let mut s = vec![0.0; n];
    for i in 1..last {
        diagonal[i] = 2.0 * (step[i - 1] + step[i]);
        s[i] = rise[i] - rise[i - 1];
    }
    diagonal[0] = -step[0];
    diagonal[last] = -step[last - 1];
    if n > 3 {
        let head = s[2] / (x[3] - x[1]) - s[1] / (x[2] - x[0]);
        let tail =
            s[last - 1] / (x[last] - x[last - 2]) - s[last - 2] / (x[last - 1] - x[last - 3]);
        s[0] = head * step[0] * step[0] / (x[3] - x[0]);
        s[last] = -tail * step[last - 1] * step[last - 1] / (x[last] - x[last - 3]);
    }
    for i in 1..n {
        let t = step[i - 1] / diagonal[i - 1];
        diagonal[i] -= t * step[i - 1];
        s[i] -= t * s[i - 1];
    }
    s[last] /= diagonal[last];
    for i in (0..last).rev() {
        s[i] = (s[i] - step[i] * s[i + 1]) / diagonal[i];
    }
    for i in 0..last {
        knots[i].b = rise[i] - step[i] * (s[i + 1] + 2.0 * s[i]);
        knots[i].c = 3.0 * s[i];
        knots[i].d = (s[i + 1] - s[i]) / step[i];
    }
    knots[last].b = rise[last - 1] + step[last - 1] * (s[last - 1] + 2.0 * s[last]);
    knots[last].c = 3.0 * s[last];
    knots[last].d = knots[last - 1].d;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cubic_is_reproduced_exactly_which_a_natural_spline_would_not() {
        let f = |x: f64| 1.0 - 2.0 * x + 0.5 * x * x + 3.0 * x * x * x;
        let slope = |x: f64| -2.0 + x + 9.0 * x * x;
        let x = [-1.0, -0.4, 0.1, 0.5, 1.3];
        let knots = Spline::fit(&x, &x.map(f)).unwrap();
        let spline = Spline::new(&knots);
        for i in 0..=23 {
            let at = -1.0 + 0.1 * f64::from(i);
            let (value, rate) = spline.at(at);
            assert!((value - f(at)).abs() < 1e-12, "value at {at}");
            assert!((rate - slope(at)).abs() < 1e-11, "slope at {at}");
        }
    }

    #[test]
    fn beyond_the_ends_it_is_a_straight_line() {
        let knots = Spline::fit(&[0.0, 1.0, 2.0, 3.0], &[0.0, 1.0, 8.0, 27.0]).unwrap();
        let spline = Spline::new(&knots);
        assert!((spline.at(4.0).0 - (27.0 + 27.0)).abs() < 1e-12);
        assert!((spline.at(-1.0).0).abs() < 1e-12);
    }

    #[test]
    fn unusable_knots_are_refused_with_the_reason() {
        assert_eq!(Spline::fit(&[0.0], &[0.0]), Err(SplineError::TooFew));
        assert_eq!(Spline::fit(&[0.0, 1.0], &[0.0]), Err(SplineError::Unequal));
        assert_eq!(
            Spline::fit(&[0.0, 1.0, 1.0], &[0.0; 3]),
            Err(SplineError::NotRising(2))
        );
    }
}
