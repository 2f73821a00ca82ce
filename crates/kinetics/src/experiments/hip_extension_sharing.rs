//! Who extends the hip, and what that does to the joint.
//!
//! A hip-extension moment is shared among all hip muscles by [least effort](crate::sharing), with no
//! adduction and no rotation left over, while gluteus maximus loses strength. For 60 N m:
//!
//! | hip flexion | gluteus maximus | its share | hamstrings | forward force on the femur |
//! |---|---|---|---|---|
//! | 0° | 100 % | 19.2 % | 68.2 % | 8.5 N |
//! | 0° | 50 % | 9.2 % | 76.6 % | 20.1 N |
//! | 0° | 0 % | 0 | 83.8 % | 29.7 N |
//! | 30° | 100 % | 23.7 % | 65.2 % | -534 N |
//! | -10° | 100 % | 13.0 % | 72.5 % | 274 N |
//! | -10° | 0 % | 0 | 83.4 % | 304 N |
//!
//! Less gluteal force presses the femoral head further forward, most of all in extension: the same
//! direction as Lewis et al. (PMC2580726). It is mechanics, not proof of a "dominance syndrome", and
//! hamstrings take the larger share even in a healthy model.
//!
//! # Limits
//!
//! Straight muscle paths give gluteus maximus a moment arm that is too small in deep flexion, so the
//! share above 45° is an underestimate. Statics, one leg, no inertia.

use super::groups::{GLUTEUS_MAXIMUS, HAMSTRINGS};
use super::one_leg_stance::HipGroup;
use super::settings::{Settings, degrees};
use crate::error::NotFinite;
use crate::kinematics::Kinematics;
use crate::model::{Coordinate, GAIT2392, Joint, Motion, MuscleId, Range, Side};
use crate::muscle::{MuscleState, all_muscles};
use crate::pose::Pose;
use crate::sharing::{Demand, Shared, Sharing, Strength, share};

/// Hip flexion, in radians.
pub const FLEXION_RANGE: Range = degrees(-20.0, 90.0);
/// Knee flexion, in radians.
pub const KNEE_RANGE: Range = degrees(0.0, 120.0);
/// Hip-extension moment, in N m.
pub const MOMENT_RANGE: Range = Range::new(0.0, 300.0);

/// The input of [`hip_extension_sharing`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HipExtensionSharing {
    /// Hip flexion, in radians.
    pub hip_flexion: f64,
    /// Knee flexion, in radians.
    pub knee_flexion: f64,
    /// The hip-extension moment to share, in N m.
    pub moment: f64,
    /// Strength of gluteus maximus as a fraction of normal, 0 to 1.
    pub gluteus_strength: f64,
}

impl Default for HipExtensionSharing {
    /// 60 N m with a straight hip and knee at full strength.
    fn default() -> Self {
        HipExtensionSharing {
            hip_flexion: 0.0,
            knee_flexion: 0.0,
            moment: 60.0,
            gluteus_strength: 1.0,
        }
    }
}

/// The result of [`hip_extension_sharing`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HipExtensionSharingResult {
    /// The pose (right leg), to draw it.
    pub pose: Pose,
    /// Who pulls how hard.
    pub shared: Shared,
    /// True when the muscles can supply the moment.
    pub holds: bool,
    /// What is missing of the extension moment, in N m; 0 if it holds.
    pub missing: f64,
    /// Share of the demanded moment by gluteus maximus, 0 to 1.
    pub gluteus_share: f64,
    /// Share of the demanded moment by the hamstrings, 0 to 1.
    pub hamstring_share: f64,
    /// Share of the demanded moment by the adductors, with pectineus and gracilis.
    pub adductor_share: f64,
    /// Forward component of the muscles' pull on the femur, in newtons, in the pelvis frame: what
    /// presses the femoral head against the front of the joint.
    pub forward_force: f64,
    /// Size of the muscles' pull across the hip, in newtons.
    pub joint_force: f64,
    /// True when an input was out of range.
    pub clamped: bool,
}

/// Shares a hip-extension moment. See the [module](self).
///
/// # Errors
///
/// When an input is not finite.
pub fn hip_extension_sharing(
    input: &HipExtensionSharing,
) -> Result<HipExtensionSharingResult, NotFinite> {
    let mut set = Settings::default();
    let flexion = set.read(input.hip_flexion, "hip_flexion", FLEXION_RANGE)?;
    let knee = set.read(input.knee_flexion, "knee_flexion", KNEE_RANGE)?;
    let moment = set.read(input.moment, "moment", MOMENT_RANGE)?;
    let strength = set.read(
        input.gluteus_strength,
        "gluteus_strength",
        Range::new(0.0, 1.0),
    )?;
    let model = &GAIT2392;
    let pose = Pose::NEUTRAL
        .with(Coordinate::HipFlexion(Side::Right), flexion)
        .with(Coordinate::KneeAngle(Side::Right), -knee);
    let k = Kinematics::new(model, &pose)?;
    let mut states = [MuscleState::EMPTY; MuscleId::COUNT];
    all_muscles(model, &k, Side::Right, &mut states);
    let demands = [
        Demand::new(Motion::HipFlexion, -moment),
        Demand::new(Motion::HipAdduction, 0.0),
        Demand::new(Motion::HipRotation, 0.0),
    ];
    let strength = Strength::FULL.with(model, GLUTEUS_MAXIMUS, strength);
    let sharing = Sharing {
        demands: &demands,
        strength: &strength,
        exponent: 2.0,
    };
    let shared = share(model, &states, &sharing)?;
    let part = |muscles: &[MuscleId]| {
        let m = -shared.moment_of(model, &states, muscles, Motion::HipFlexion);
        if moment > 0.0 { m / moment } else { 0.0 }
    };
    let pull = shared.pull_across(model, &k, Side::Right, Joint::Hip);
    Ok(HipExtensionSharingResult {
        pose,
        holds: shared.met,
        missing: shared.missing[Motion::HipFlexion.index()].abs(),
        gluteus_share: part(GLUTEUS_MAXIMUS),
        hamstring_share: part(HAMSTRINGS),
        adductor_share: part(HipGroup::Adductors.muscles()),
        forward_force: -pull.x,
        joint_force: pull.length(),
        shared,
        clamped: set.clamped,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_and_forward_force_have_the_reference_table() {
        for (flexion, strength, gluteus, hamstrings, forward) in [
            (0.0, 1.0, 0.192, 0.682, 8.5),
            (0.0, 0.5, 0.092, 0.766, 20.1),
            (0.0, 0.0, 0.0, 0.838, 29.7),
            (30.0, 1.0, 0.237, 0.652, -534.0),
            (-10.0, 1.0, 0.130, 0.725, 274.0),
            (-10.0, 0.0, 0.0, 0.834, 304.0),
        ] {
            let input = HipExtensionSharing {
                hip_flexion: f64::to_radians(flexion),
                gluteus_strength: strength,
                ..HipExtensionSharing::default()
            };
            let r = hip_extension_sharing(&input).unwrap();
            assert!(
                (r.gluteus_share - gluteus).abs() < 5.1e-4,
                "{}",
                r.gluteus_share
            );
            assert!(
                (r.hamstring_share - hamstrings).abs() < 6e-4,
                "{}",
                r.hamstring_share
            );
            assert!(
                (r.forward_force - forward).abs() < 0.51,
                "{}",
                r.forward_force
            );
        }
    }

    #[test]
    fn adductors_help_a_little() {
        // By hand from the forces of the first row: two parts of adductor magnus, 3.2 of 60 N m.
        let r = hip_extension_sharing(&HipExtensionSharing::default()).unwrap();
        assert!(
            (r.adductor_share - 0.053).abs() < 1e-3,
            "{}",
            r.adductor_share
        );
        assert!(r.gluteus_share + r.hamstring_share + r.adductor_share < 1.0);
    }

    #[test]
    fn more_than_the_hip_has_is_said() {
        let input = HipExtensionSharing {
            moment: 300.0,
            gluteus_strength: 0.0,
            ..Default::default()
        };
        let r = hip_extension_sharing(&input).unwrap();
        assert!(!r.holds && r.missing > 10.0 && r.shared.at_limit().count() > 0);
    }
}
