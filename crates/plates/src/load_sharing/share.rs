//! Who extends the hip, from `kinetics`.

use kinetics::experiments::groups::{GLUTEUS_MAXIMUS, HAMSTRINGS};
use kinetics::experiments::hip_extension_sharing::{HipExtensionSharing, hip_extension_sharing};
use kinetics::experiments::one_leg_stance::HipGroup;
use kinetics::{GAIT2392, MuscleId, Pose};

use super::State;

/// The four groups, in the order of bars and rows.
pub(super) const GROUPS: usize = 4;

/// The muscles of the last group that are drawn: abductors and short rotators.
const OTHERS: &[MuscleId] = &[
    MuscleId::GlutMed1,
    MuscleId::GlutMed2,
    MuscleId::GlutMed3,
    MuscleId::GlutMin1,
    MuscleId::GlutMin2,
    MuscleId::GlutMin3,
    MuscleId::Peri,
    MuscleId::QuadFem,
    MuscleId::Gem,
];

/// The muscles of a group.
pub(super) fn muscles(group: usize) -> &'static [MuscleId] {
    match group {
        0 => GLUTEUS_MAXIMUS,
        1 => HAMSTRINGS,
        2 => HipGroup::Adductors.muscles(),
        _ => OTHERS,
    }
}

/// How an extension moment is shared; newtons and newton meters.
#[derive(Debug, Clone, PartialEq)]
pub struct Share {
    /// The pose, to draw it.
    pub pose: Pose,
    /// Parts of the moment asked for: gluteus maximus, hamstrings, adductors, all others.
    pub parts: [f64; GROUPS],
    /// What cannot be supplied.
    pub missing: f64,
    /// Forward pull on the femoral head; negative backward.
    pub forward: f64,
    /// The whole pull across the hip.
    pub pull: f64,
    forces: Vec<f64>,
}

impl Share {
    /// Force of a muscle.
    pub(super) fn force(&self, muscle: MuscleId) -> f64 {
        let place = GAIT2392.position(muscle);
        place.and_then(|at| self.forces.get(at)).map_or(0.0, |f| *f)
    }

    /// Force of a group, summed over its muscles.
    pub(super) fn group_force(&self, group: usize) -> f64 {
        muscles(group).iter().map(|&id| self.force(id)).sum()
    }
}

/// How the moment of `state` is shared.
///
/// The model refuses numbers that are not finite; a state holds whole numbers, so the empty share
/// that stands in for an error is never seen.
pub(super) fn share(state: &State) -> Share {
    let moment = f64::from(state.moment);
    let input = HipExtensionSharing {
        hip_flexion: f64::from(state.flexion).to_radians(),
        moment,
        gluteus_strength: f64::from(state.strength) / 100.0,
        ..HipExtensionSharing::default()
    };
    let Ok(result) = hip_extension_sharing(&input) else {
        return Share {
            pose: Pose::NEUTRAL,
            parts: [0.0; GROUPS],
            missing: moment,
            forward: 0.0,
            pull: 0.0,
            forces: Vec::new(),
        };
    };
    let supplied = 1.0 - result.missing / moment;
    let named = [
        result.gluteus_share,
        result.hamstring_share,
        result.adductor_share,
    ];
    let others = supplied - named.iter().sum::<f64>();
    Share {
        pose: result.pose,
        parts: [named[0], named[1], named[2], others],
        missing: result.missing,
        forward: result.forward_force,
        pull: result.joint_force,
        forces: result.shared.force[..result.shared.count].to_vec(),
    }
}
