//! Reading an experiment's inputs.

use crate::error::{NotFinite, finite};
use crate::model::Range;

/// Clamps inputs one after another and remembers whether any was out of range.
#[derive(Default)]
pub(super) struct Settings {
    /// True once an input was out of range.
    pub(super) clamped: bool,
}

impl Settings {
    /// A finite input, clamped to its range.
    pub(super) fn read(
        &mut self,
        value: f64,
        name: &'static str,
        range: Range,
    ) -> Result<f64, NotFinite> {
        let value = finite(value, name)?;
        self.clamped |= !range.contains(value);
        Ok(range.clamp(value))
    }
}

/// A range given in degrees, in radians.
pub(super) const fn degrees(min: f64, max: f64) -> Range {
    const DEGREE: f64 = core::f64::consts::PI / 180.0;
    Range::new(min * DEGREE, max * DEGREE)
}

/// The root of a function that falls from `low` to `high`, to the rounding of its argument; the
/// nearer end if it has none there.
pub(super) fn falling_root(range: Range, f: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = (range.min, range.max);
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if f(middle) > 0.0 {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}
