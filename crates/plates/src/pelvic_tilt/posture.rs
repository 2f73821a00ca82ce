//! Where pelvis, spine and thigh are in a state.
//!
//! The model's spine is one joint. The drawing spreads its bend over six disks, more of it low
//! down, as lumbar spines do.

use crate::geometry::{Point, point};

use super::stage::turned;
use super::{Angles, Show};

/// The center of the disk on the sacrum at rest, in centimeters from the hip.
pub(super) const BASE: Point = point(-2.3, 12.2);

/// The centers of the vertebrae at rest, from the fifth lumbar one up to the lowest thoracic one,
/// and how each leans, clockwise.
pub(super) const REST: [(Point, f64); 6] = [
    (point(-1.57, 14.01), 20.0),
    (point(-0.66, 17.65), 8.0),
    (point(-0.5, 21.4), -3.0),
    (point(-0.95, 25.07), -11.0),
    (point(-1.79, 28.57), -16.0),
    (point(-2.82, 31.91), -18.0),
];

/// A piece of the body: where its center is, how far it is turned from its rest.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub(super) at: Point,
    pub(super) rest: Point,
    pub(super) degrees: f64,
}

impl Piece {
    /// Where a point of the piece is that rests at `place`.
    pub(super) fn carry(&self, place: Point) -> Point {
        self.at.plus(turned(
            place.minus(self.rest),
            point(0.0, 0.0),
            self.degrees,
        ))
    }
}

/// The drawn posture.
#[derive(Debug, Clone, Copy)]
pub(super) struct Posture {
    /// Forward tilt of the pelvis.
    pub(super) tilt: f64,
    /// How far back the thigh points.
    pub(super) thigh: f64,
    /// Vertebrae from the lowest up; trunk and head go with the last.
    pub(super) spine: [Piece; 6],
    /// The disk on the sacrum.
    pub(super) base: Point,
}

/// What of the low back's extension has happened at each vertebra when standing.
const EXTENDED: [f64; 6] = [0.2, 0.4, 0.58, 0.74, 0.88, 1.0];

/// How each vertebra is turned on the table, in tilts of the pelvis: the low back arches up and
/// the trunk stays on the table.
const ARCHED: [f64; 6] = [0.35, -0.35, -0.85, -0.9, -0.5, 0.0];

impl Posture {
    pub(super) fn new(show: Show, angles: &Angles) -> Self {
        let tilt = angles.tilt;
        let turns = match show {
            Show::Standing => EXTENDED.map(|share| tilt - share * angles.low_back),
            Show::Thomas => ARCHED.map(|share| tilt * share),
        };
        let thigh = match show {
            Show::Standing => angles.thigh,
            Show::Thomas => -angles.table.thigh,
        };
        let origin = point(0.0, 0.0);
        let base = turned(BASE, origin, tilt);
        let (mut at, mut rest, mut before) = (base, BASE, tilt);
        let mut spine = [Piece {
            at: base,
            rest: BASE,
            degrees: tilt,
        }; 6];
        for ((piece, &(center, _)), &degrees) in spine.iter_mut().zip(&REST).zip(&turns) {
            // Between two vertebrae the spine goes in the mean of their directions.
            let link = turned(center.minus(rest), origin, 0.5 * (before + degrees));
            at = at.plus(link);
            (rest, before) = (center, degrees);
            *piece = Piece { at, rest, degrees };
        }
        Self {
            tilt,
            thigh,
            spine,
            base,
        }
    }

    /// The pelvis.
    pub(super) fn pelvis(&self) -> Piece {
        Piece {
            at: point(0.0, 0.0),
            rest: point(0.0, 0.0),
            degrees: self.tilt,
        }
    }

    /// The thigh.
    pub(super) fn femur(&self) -> Piece {
        Piece {
            degrees: self.thigh,
            ..self.pelvis()
        }
    }

    /// The trunk above the low back, with neck and head.
    pub(super) fn trunk(&self) -> Piece {
        self.spine[5]
    }

    /// Where a point of trunk or pelvis that rests at `place` is, bending with the spine.
    pub(super) fn bend(&self, place: Point) -> Point {
        let pelvis = self.pelvis();
        if place.y <= BASE.y {
            return pelvis.carry(place);
        }
        let mut low = (BASE.y, pelvis);
        for piece in self.spine {
            if place.y < piece.rest.y {
                let share = (place.y - low.0) / (piece.rest.y - low.0);
                return low.1.carry(place).toward(piece.carry(place), share);
            }
            low = (piece.rest.y, piece);
        }
        low.1.carry(place)
    }
}
