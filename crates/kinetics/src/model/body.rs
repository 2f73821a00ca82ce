//! Bodies: the rigid pieces of the skeleton.

use super::Side;
use crate::math::Vec3;

/// A kind of body, without its side. The data of both sides are the same up to mirroring.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Segment {
    /// Pelvis; origin midway between the anterior superior iliac spines.
    Pelvis,
    /// Thigh; origin at the hip's center.
    Femur,
    /// Shank; origin at the knee's (moving) center.
    Tibia,
    /// Talus; origin at the ankle's axis.
    Talus,
    /// Hindfoot and midfoot; origin at the back of the heel.
    Calcn,
    /// Toes; origin at the metatarsophalangeal axis.
    Toes,
    /// Trunk, head and arms; origin at the lumbosacral joint.
    Torso,
}

impl Segment {
    /// All segments, in the order of [`super::Model::bodies`].
    pub const ALL: [Segment; 7] = [
        Segment::Pelvis,
        Segment::Femur,
        Segment::Tibia,
        Segment::Talus,
        Segment::Calcn,
        Segment::Toes,
        Segment::Torso,
    ];

    /// The name used in the model file.
    pub const fn name(self) -> &'static str {
        match self {
            Segment::Pelvis => "pelvis",
            Segment::Femur => "femur",
            Segment::Tibia => "tibia",
            Segment::Talus => "talus",
            Segment::Calcn => "calcn",
            Segment::Toes => "toes",
            Segment::Torso => "torso",
        }
    }

    /// The segment on a side; pelvis and torso have only one body, whichever side is asked for.
    pub const fn on(self, side: Side) -> Body {
        match self {
            Segment::Pelvis => Body::Pelvis,
            Segment::Femur => Body::Femur(side),
            Segment::Tibia => Body::Tibia(side),
            Segment::Talus => Body::Talus(side),
            Segment::Calcn => Body::Calcn(side),
            Segment::Toes => Body::Toes(side),
            Segment::Torso => Body::Torso,
        }
    }

    pub(crate) const fn index(self) -> usize {
        self as usize
    }
}

/// One of the twelve bodies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Body {
    /// Pelvis.
    Pelvis,
    /// Trunk, head and arms.
    Torso,
    /// Thigh.
    Femur(Side),
    /// Shank.
    Tibia(Side),
    /// Talus.
    Talus(Side),
    /// Hindfoot and midfoot.
    Calcn(Side),
    /// Toes.
    Toes(Side),
}

impl Body {
    /// All twelve bodies.
    pub const ALL: [Body; 12] = [
        Body::Pelvis,
        Body::Torso,
        Body::Femur(Side::Right),
        Body::Tibia(Side::Right),
        Body::Talus(Side::Right),
        Body::Calcn(Side::Right),
        Body::Toes(Side::Right),
        Body::Femur(Side::Left),
        Body::Tibia(Side::Left),
        Body::Talus(Side::Left),
        Body::Calcn(Side::Left),
        Body::Toes(Side::Left),
    ];

    /// The five bodies of a leg, from the thigh down.
    pub const fn leg(side: Side) -> [Body; 5] {
        [
            Body::Femur(side),
            Body::Tibia(side),
            Body::Talus(side),
            Body::Calcn(side),
            Body::Toes(side),
        ]
    }

    /// Everything a one-legged stance holds up: trunk, pelvis and the other leg.
    pub const fn all_but_leg(side: Side) -> [Body; 7] {
        let [a, b, c, d, e] = Body::leg(side.other());
        [Body::Pelvis, Body::Torso, a, b, c, d, e]
    }

    /// The kind of body.
    pub const fn segment(self) -> Segment {
        match self {
            Body::Pelvis => Segment::Pelvis,
            Body::Torso => Segment::Torso,
            Body::Femur(_) => Segment::Femur,
            Body::Tibia(_) => Segment::Tibia,
            Body::Talus(_) => Segment::Talus,
            Body::Calcn(_) => Segment::Calcn,
            Body::Toes(_) => Segment::Toes,
        }
    }

    /// The side, for a body that has one.
    pub const fn side(self) -> Option<Side> {
        match self {
            Body::Pelvis | Body::Torso => None,
            Body::Femur(s) | Body::Tibia(s) | Body::Talus(s) | Body::Calcn(s) | Body::Toes(s) => {
                Some(s)
            }
        }
    }
}

/// Mass and its distribution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BodyData {
    /// Mass, in kilograms.
    pub mass: f64,
    /// Center of mass in the body's frame (right side), in meters.
    pub center_of_mass: Vec3,
    /// Principal moments of inertia about the center of mass, in kg m².
    pub inertia: Vec3,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indices_follow_the_list_of_segments() {
        for (i, s) in Segment::ALL.iter().enumerate() {
            assert_eq!(s.index(), i);
        }
    }

    #[test]
    fn a_body_is_its_segment_on_its_side() {
        for body in Body::ALL {
            assert_eq!(body.segment().on(body.side().unwrap_or(Side::Left)), body);
        }
    }
}
