//! The rows of the chart: three recorded angles, then the forces of the groups with a slider.

use kinetics::walking::{Channel, value};
use kinetics::{Coordinate, Side};

use super::groups::STRONG;
use crate::scene::Part;

/// A recorded angle: part, coordinate, its sign on the page, the lowest and highest on the page,
/// degrees.
pub(super) struct Angle {
    pub(super) part: Part,
    pub(super) label: &'static str,
    coordinate: Coordinate,
    sign: f64,
    pub(super) span: (f64, f64),
}

impl Angle {
    /// The angle at a percentage, degrees.
    pub(super) fn degrees(&self, percent: i32) -> f64 {
        value(Channel::Coordinate(self.coordinate), f64::from(percent))
            .map_or(0.0, |angle| self.sign * angle.to_degrees())
    }
}

/// A part by its words.
pub(super) const fn part(id: &'static str, name: &'static str, description: &'static str) -> Part {
    Part {
        id,
        name,
        description,
    }
}

/// The three angles.
pub(super) const ANGLES: [Angle; 3] = [
    Angle {
        part: part(
            "hip-angle",
            "Hip flexion over the cycle",
            "The angle between pelvis and right thigh; below the line the hip is extended.",
        ),
        label: "Hip flexion",
        coordinate: Coordinate::HipFlexion(Side::Right),
        sign: 1.0,
        span: (-24.0, 24.0),
    },
    Angle {
        part: part(
            "knee-angle",
            "Knee flexion over the cycle",
            "The bend of the right knee.",
        ),
        label: "Knee flexion",
        coordinate: Coordinate::KneeAngle(Side::Right),
        sign: -1.0,
        span: (-4.0, 72.0),
    },
    Angle {
        part: part(
            "ankle-angle",
            "Ankle dorsiflexion over the cycle",
            "The right ankle; above the line the foot is drawn up toward the shin.",
        ),
        label: "Dorsiflexion",
        coordinate: Coordinate::AnkleAngle(Side::Right),
        sign: 1.0,
        span: (-18.0, 18.0),
    },
];

const fn force(id: &'static str, name: &'static str) -> Part {
    part(
        id,
        name,
        "The force with the chosen strengths; dashed at full strength, and dotted after 79 % by \
         another calculation. A curve that runs along the top of its row is higher than \
         the row.",
    )
}

/// The rows of forces: part, label and the force at the upper end of the row, newtons. A curve with
/// more, when other muscles are weak, is cut off there.
pub(super) const FORCES: [(Part, &str, f64); STRONG] = [
    (
        force(
            "medius-force",
            "Force of gluteus medius and minimus over the cycle",
        ),
        "Medius",
        1200.0,
    ),
    (
        force("maximus-force", "Force of gluteus maximus over the cycle"),
        "Maximus",
        600.0,
    ),
    (
        force("hamstrings-force", "Force of the hamstrings over the cycle"),
        "Hamstrings",
        800.0,
    ),
    (
        force("iliopsoas-force", "Force of iliopsoas over the cycle"),
        "Iliopsoas",
        1300.0,
    ),
    (
        force("quadriceps-force", "Force of the quadriceps over the cycle"),
        "Quadriceps",
        1300.0,
    ),
    (
        force("calf-force", "Force of the calf over the cycle"),
        "Calf",
        3100.0,
    ),
];
