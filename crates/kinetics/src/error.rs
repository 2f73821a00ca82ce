//! The errors the library can return.

use core::fmt;

/// An input was infinite or not a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotFinite {
    /// The name of the input.
    pub input: &'static str,
}

impl fmt::Display for NotFinite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.input)?;
        f.write_str(" must be a finite number")
    }
}

impl core::error::Error for NotFinite {}

/// Passes a finite value on.
pub(crate) fn finite(value: f64, input: &'static str) -> Result<f64, NotFinite> {
    if value.is_finite() {
        Ok(value)
    } else {
        Err(NotFinite { input })
    }
}
