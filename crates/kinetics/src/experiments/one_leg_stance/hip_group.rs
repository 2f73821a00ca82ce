//! A group of hip muscles that pull together.

use crate::kinematics::{Kinematics, Reference};
use crate::math::Vec3;
use crate::model::{Joint, Model, Motion, MuscleId, Side};
use crate::muscle::{MusclePath, muscle_state};

/// The muscles that hold the pelvis level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HipGroup {
    /// Gluteus medius and minimus and tensor fasciae latae.
    Abductors,
    /// The three adductors, pectineus and gracilis.
    Adductors,
}

impl HipGroup {
    /// The muscles of the group.
    pub const fn muscles(self) -> &'static [MuscleId] {
        match self {
            HipGroup::Abductors => &[
                MuscleId::GlutMed1,
                MuscleId::GlutMed2,
                MuscleId::GlutMed3,
                MuscleId::GlutMin1,
                MuscleId::GlutMin2,
                MuscleId::GlutMin3,
                MuscleId::Tfl,
            ],
            HipGroup::Adductors => &[
                MuscleId::AddLong,
                MuscleId::AddBrev,
                MuscleId::AddMag1,
                MuscleId::AddMag2,
                MuscleId::AddMag3,
                MuscleId::Pect,
                MuscleId::Grac,
            ],
        }
    }

    /// The direction of the group's moment: `1` for adduction, `-1` for abduction.
    const fn sign(self) -> f64 {
        match self {
            HipGroup::Abductors => -1.0,
            HipGroup::Adductors => 1.0,
        }
    }
}

/// What a group can do at full activation.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Capacity {
    /// Sum of the maximum forces, in newtons.
    pub(super) force: f64,
    /// Sum of their moments in the group's own direction, in N m.
    pub(super) moment: f64,
    /// Their pull on the pelvis as a vector in the ground, in newtons.
    pub(super) pull: Vec3,
}

impl Capacity {
    /// Adds up a group of one side.
    pub(super) fn of(group: HipGroup, model: &Model<'_>, k: &Kinematics, side: Side) -> Capacity {
        let pelvis = k.pelvis(Reference::Ground);
        let mut sum = Capacity::default();
        for muscle in group.muscles().iter().filter_map(|&id| model.muscle(id)) {
            let force = muscle.max_isometric_force;
            let arm = muscle_state(muscle, k, side)
                .arms
                .motion(Motion::HipAdduction);
            let pull = MusclePath::new(muscle, k, side).pull_across(Joint::Hip);
            sum.force += force;
            sum.moment += force * arm * group.sign();
            sum.pull += pelvis.direction(pull) * force;
        }
        sum
    }

    /// The lever arm weighted by maximum force, in meters.
    pub(super) fn lever_arm(&self) -> f64 {
        if self.force > 0.0 {
            self.moment / self.force
        } else {
            0.0
        }
    }
}
