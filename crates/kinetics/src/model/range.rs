//! A closed interval.

/// A closed interval, both ends included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// Smallest value.
    pub min: f64,
    /// Largest value.
    pub max: f64,
}

impl Range {
    /// An interval from its ends.
    pub const fn new(min: f64, max: f64) -> Self {
        Range { min, max }
    }

    /// The value of the interval nearest to `value`. Never panics, unlike `f64::clamp`.
    pub fn clamp(&self, value: f64) -> f64 {
        value.max(self.min).min(self.max)
    }

    /// True when `value` lies in the interval.
    pub fn contains(&self, value: f64) -> bool {
        self.min <= value && value <= self.max
    }

    /// Length of the interval.
    pub fn width(&self) -> f64 {
        self.max - self.min
    }
}
