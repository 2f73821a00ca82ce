//! The two views of the atlas: what a page of each shows and how large it is.

use crate::geometry::point;
use crate::path::View;

/// Drawing units in a centimeter of every sheet.
pub const SCALE: f64 = 30.0;
/// Body height at the top of every sheet, centimeters.
pub const TOP: f64 = 104.6;

/// One of the two directions from which the hip is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// From behind: the right half of the body with the middle of the sacrum.
    Posterior,
    /// From the right side, the front of the body to the right.
    Lateral,
}

impl Side {
    /// The view box of its sheets: left, top, width, height.
    #[must_use]
    pub const fn sheet(self) -> [i32; 4] {
        match self {
            // From 6 cm left of the middle to 19 cm right of it.
            Self::Posterior => [-180, 0, 750, 1230],
            // From 21 cm behind the front of the pelvis to 7 cm before it.
            Self::Lateral => [-630, 0, 840, 1230],
        }
    }

    /// From the body to the sheet.
    #[must_use]
    pub const fn view(self) -> View {
        View::new(point(0.0, TOP * SCALE), SCALE)
    }
}
