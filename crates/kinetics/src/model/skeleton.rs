//! A whole model: skeleton, slider ranges and muscles.

use super::{
    Body, BodyData, Coordinate, Hinge, Knee, MuscleData, MuscleId, Range, Segment, ThreeAxis,
};

/// The numbers of a skeleton and its muscles. Borrowed, so that the built-in model is a constant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Model<'a> {
    /// What the model is called.
    pub title: &'a str,
    /// Bodies, in the order of [`Segment::ALL`].
    pub bodies: [BodyData; 7],
    /// Hip.
    pub hip: ThreeAxis,
    /// Knee.
    pub knee: Knee<'a>,
    /// Ankle (talocrural).
    pub ankle: Hinge,
    /// Subtalar.
    pub subtalar: Hinge,
    /// Metatarsophalangeal.
    pub mtp: Hinge,
    /// Back (lumbosacral).
    pub back: ThreeAxis,
    /// Ranges for sliders in the order of [`Coordinate::index`] with the left leg left out; see
    /// [`Model::slider`].
    pub sliders: [Range; 16],
    /// Muscles of one side, with those of the trunk.
    pub muscles: &'a [MuscleData<'a>],
}

impl<'a> Model<'a> {
    /// Mass and its distribution for a body.
    pub fn body(&self, body: Body) -> &BodyData {
        &self.bodies[body.segment().index()]
    }

    /// Total mass of a set of bodies, in kilograms.
    pub fn mass(&self, bodies: &[Body]) -> f64 {
        bodies.iter().map(|&b| self.body(b).mass).sum()
    }

    /// Mass of the whole body, in kilograms.
    pub fn total_mass(&self) -> f64 {
        self.mass(&Body::ALL)
    }

    /// The clamped range a slider offers for a coordinate: radians, or meters for the pelvis
    /// positions.
    pub fn slider(&self, coordinate: Coordinate) -> Range {
        let right = match coordinate.side() {
            Some(super::Side::Left) => coordinate.mirrored(),
            _ => coordinate,
        };
        let i = right.index();
        // The left leg's seven coordinates are left out, so those of the trunk move up.
        self.sliders[if i < 13 { i } else { (i - 7).min(15) }]
    }

    /// Place of a muscle of the built-in set in this model, found by name for any other.
    pub fn position(&self, id: MuscleId) -> Option<usize> {
        let i = id as usize;
        match self.muscles.get(i) {
            Some(m) if m.name == id.name() => Some(i),
            _ => self.muscles.iter().position(|m| m.name == id.name()),
        }
    }

    /// A muscle of the built-in set, if this model has it.
    pub fn muscle(&self, id: MuscleId) -> Option<&'a MuscleData<'a>> {
        self.position(id).map(|i| &self.muscles[i])
    }

    /// Length of the shank from knee to ankle, in meters.
    pub fn shank_length(&self) -> f64 {
        -self.ankle.location.y
    }
}

const _: () = assert!(Segment::ALL.len() == 7);
