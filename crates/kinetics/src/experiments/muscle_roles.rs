//! What a muscle does depends on the pose: moment arms along a sweep.
//!
//! Sweep one coordinate through a range, all others as in a starting pose, and follow a muscle's
//! length and its moment arms. Where an arm crosses zero, the muscle changes sides: piriformis turns
//! the straight hip outward (-29 mm) and the hip bent to a right angle inward (+15 mm).
//!
//! In Delp, Hess, Hungerford and Jones (1999, J Biomech 32:493-501), 15 of 18 compartments of four
//! cadaver hips shifted toward inward rotation with flexion; all the rotators of this model do.
//!
//! # Limits
//!
//! Straight paths between few points. Sizes of moment arms can be off by a third against cadavers,
//! signs are the safer statement; gluteus maximus loses too much of its extension arm in deep
//! flexion.

use crate::error::{NotFinite, finite};
use crate::kinematics::Kinematics;
use crate::model::{Coordinate, GAIT2392, Motion, MuscleId, Range, Side};
use crate::muscle::{MuscleState, muscle_state};
use crate::pose::Pose;

/// Samples of a sweep.
pub const SWEEP: usize = 61;

/// The input of [`muscle_roles`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MuscleRoles {
    /// The muscle, on the right side.
    pub muscle: MuscleId,
    /// The motion to sweep, on the right side.
    pub sweep: Motion,
    /// From where to where, in radians.
    pub range: Range,
    /// All other coordinates.
    pub pose: Pose,
}

impl Default for MuscleRoles {
    /// Piriformis through ninety degrees of hip flexion.
    fn default() -> Self {
        MuscleRoles {
            muscle: MuscleId::Peri,
            sweep: Motion::HipFlexion,
            range: Range::new(0.0, 90_f64.to_radians()),
            pose: Pose::NEUTRAL,
        }
    }
}

/// One point of a sweep.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RoleSample {
    /// The swept angle, in radians.
    pub angle: f64,
    /// Length and moment arms there.
    pub state: MuscleState,
}

/// The result of [`muscle_roles`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MuscleRolesResult {
    /// The samples, evenly spaced.
    pub samples: [RoleSample; SWEEP],
    /// True when the range was out of the slider's and was clamped to it.
    pub clamped: bool,
}

impl MuscleRolesResult {
    /// The angles at which the arm about a motion changes its sign, in radians, between samples in
    /// a straight line.
    pub fn sign_changes(&self, motion: Motion) -> impl Iterator<Item = f64> + '_ {
        self.samples.windows(2).filter_map(move |w| {
            let (a, b) = (
                w[0].state.arms.motion(motion),
                w[1].state.arms.motion(motion),
            );
            let part = a / (a - b);
            (a * b < 0.0).then(|| w[0].angle + part * (w[1].angle - w[0].angle))
        })
    }
}

/// Follows a muscle along a sweep. See the [module](self).
///
/// # Errors
///
/// When an input is not finite.
pub fn muscle_roles(input: &MuscleRoles) -> Result<MuscleRolesResult, NotFinite> {
    let coordinate: Coordinate = input.sweep.on(Side::Right);
    let slider = GAIT2392.slider(coordinate);
    let (min, max) = (
        finite(input.range.min, "range")?,
        finite(input.range.max, "range")?,
    );
    let range = Range::new(slider.clamp(min), slider.clamp(max));
    let empty = RoleSample {
        angle: range.min,
        state: MuscleState::EMPTY,
    };
    let mut result = MuscleRolesResult {
        samples: [empty; SWEEP],
        clamped: !slider.contains(min) || !slider.contains(max),
    };
    let muscle = &GAIT2392.muscles[input.muscle as usize];
    for (i, sample) in result.samples.iter_mut().enumerate() {
        let part = i as f64 / (SWEEP - 1) as f64;
        sample.angle = range.min + part * (range.max - range.min);
        let pose = input.pose.with(coordinate, sample.angle);
        let k = Kinematics::new(&GAIT2392, &pose)?;
        sample.state = muscle_state(muscle, &k, Side::Right);
    }
    Ok(result)
}

#[cfg(test)]
mod tests {
    use super::super::groups::HIP_ROTATORS;
    use super::*;

    fn rotation(muscle: MuscleId) -> (f64, f64, usize) {
        let r = muscle_roles(&MuscleRoles {
            muscle,
            ..MuscleRoles::default()
        })
        .unwrap();
        let arm = |i: usize| r.samples[i].state.arms.motion(Motion::HipRotation) * 1000.0;
        (
            arm(0),
            arm(SWEEP - 1),
            r.sign_changes(Motion::HipRotation).count(),
        )
    }

    #[test]
    fn every_rotator_shifts_toward_inward_rotation_with_flexion() {
        for &muscle in HIP_ROTATORS {
            let (straight, bent, _) = rotation(muscle);
            assert!(bent > straight, "{}: {straight} to {bent}", muscle.name());
        }
    }

    #[test]
    fn five_muscles_change_sides_as_in_the_reference() {
        for (muscle, straight, bent) in [
            (MuscleId::GlutMed2, -7.0, 38.0),
            (MuscleId::GlutMed3, -30.0, 24.0),
            (MuscleId::GlutMax1, -21.0, 20.0),
            (MuscleId::GlutMax2, -22.0, 6.0),
            (MuscleId::Peri, -29.0, 15.0),
        ] {
            let (a, b, changes) = rotation(muscle);
            assert!(
                (a - straight).abs() < 0.51 && (b - bent).abs() < 0.51,
                "{a} {b}"
            );
            assert_eq!(changes, 1, "{}", muscle.name());
        }
    }
}
