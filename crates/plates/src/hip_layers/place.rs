//! Where each view stands on the drawing.

use crate::atlas::{SCALE, Side, TOP};
use crate::geometry::{Point, point};

use super::{State, Views};

/// A view on the drawing.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// From the units of a sheet to those of the drawing.
    pub transform: &'static str,
    origin: (f64, f64),
    per_centimeter: f64,
}

impl Place {
    /// The place of a view in a state; it is there even while the view is hidden.
    pub(super) fn of(state: &State, side: Side) -> Self {
        match (state.views, side) {
            (Views::Both, Side::Posterior) => Self {
                transform: "translate(91 26) scale(.464)",
                origin: (91.0, 26.0),
                per_centimeter: 0.464 * SCALE,
            },
            (Views::Both, Side::Lateral) => Self {
                transform: "translate(631 26) scale(.464)",
                origin: (631.0, 26.0),
                per_centimeter: 0.464 * SCALE,
            },
            (_, Side::Posterior) => Self {
                transform: "translate(360 12) scale(.54)",
                origin: (360.0, 12.0),
                per_centimeter: 0.54 * SCALE,
            },
            (_, Side::Lateral) => Self {
                transform: "translate(477 12) scale(.54)",
                origin: (477.0, 12.0),
                per_centimeter: 0.54 * SCALE,
            },
        }
    }

    /// Whether a view is shown.
    pub(super) const fn is_shown(state: &State, side: Side) -> bool {
        matches!(
            (state.views, side),
            (Views::Both, _)
                | (Views::Posterior, Side::Posterior)
                | (Views::Lateral, Side::Lateral)
        )
    }

    /// The place of a point of the body.
    pub(super) fn at(&self, x: f32, y: f32) -> Point {
        point(
            self.origin.0 + self.per_centimeter * f64::from(x),
            self.origin.1 + self.per_centimeter * (TOP - f64::from(y)),
        )
    }
}
