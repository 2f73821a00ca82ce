//! The bridge: lifting the pelvis from the floor, on two legs or one.
//!
//! ```text
//!                    hip
//!               __---o---__           trunk turns about the shoulders, shank about the ankle;
//!        __---''    |      ''o knee   thigh between them
//!  shoulder o        | load  /
//!  =========|==============/o ankle
//!           ^ S           ^ N         N and S push straight up
//! ```
//!
//! Take the foot's push N as vertical under the ankle, without friction and without a moment there.
//! Then everything follows from segment weights alone: moments about the shoulders give N,
//!
//! ```text
//! N = Σ m g x / x_ankle,      M_hip = N (x_ankle - x_hip) - Σ_thigh, shank, foot m g (x - x_hip)
//! ```
//!
//! and the same cut at the knee gives its moment. In the double-leg bridge each hip has half. In the
//! single-leg bridge one hip has all, and the other leg, held in line with its fellow thigh, hangs on
//! the pelvis. A load lies on the hips. A band around the knees asks for abduction by its tension
//! times the length of the thigh.
//!
//! The hip's and the knee's moments are then shared by [least effort](crate::sharing). The farther
//! the feet, the more the push would straighten the knee; the hamstrings, which extend the hip and
//! bend the knee, then carry almost everything.
//!
//! # Limits
//!
//! Statics in the sagittal plane. Friction would let a person trade hip for knee moment by pushing
//! the feet forward or pulling them back; here they do neither. The shoulder's place is that of
//! another generic model (37 cm above the lumbosacral joint). Gluteus maximus has straight paths, and
//! the trunk is one rigid piece with the pelvis. The model's knee is known to 120° of flexion and
//! runs on in a straight line beyond, which feet close to the buttocks exceed.

mod moments;
mod shape;

use moments::Moments;
use shape::Shape;

use super::groups::{GLUTEUS_MAXIMUS, HAMSTRINGS};
use super::settings::{Settings, degrees};
use crate::error::NotFinite;
use crate::kinematics::Kinematics;
use crate::model::{GAIT2392, Motion, MuscleId, Range, Side};
use crate::muscle::{MuscleState, all_muscles};
use crate::pose::Pose;
use crate::sharing::{Demand, Shared, Sharing, Strength, share};

/// Height of the shoulder joint above the lumbosacral joint, in meters (joint centers of the
/// Rajagopal model in its neutral pose, 139.0 and 101.8 cm).
pub const SHOULDER_HEIGHT: f64 = 0.372;
/// Height of the ankle above the sole, in meters: from the ankle's axis to the heel's origin.
pub const ANKLE_HEIGHT: f64 = 0.04195;

/// How far along the lift, from 0 (pelvis on the floor) to 1 (hips straight).
pub const LIFT_RANGE: Range = Range::new(0.0, 1.0);
/// Lean of the shank at the top, in radians: positive with the feet farther away.
pub const SHANK_RANGE: Range = degrees(-10.0, 40.0);
/// Load on the hips, in kilograms.
pub const LOAD_RANGE: Range = Range::new(0.0, 200.0);
/// Tension of the band, in newtons.
pub const BAND_RANGE: Range = Range::new(0.0, 150.0);

/// The input of [`bridge`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bridge {
    /// Whether one leg lifts, or both.
    pub legs: Legs,
    /// How far along the lift, 0 to 1.
    pub lift: f64,
    /// Lean of the shank from vertical at the top of the lift, in radians; positive with the feet
    /// farther away.
    pub shank_lean: f64,
    /// Load on the hips, in kilograms.
    pub load: f64,
    /// Tension of a band around the knees that pulls them together, in newtons.
    pub band: f64,
    /// Strength of gluteus maximus as a fraction of normal, 0 to 1.
    pub gluteus_strength: f64,
}

/// How many legs lift.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Legs {
    /// Both.
    Double,
    /// The right one; the left is held in line with its thigh.
    Single,
}

impl Default for Bridge {
    /// A double-leg bridge at the top, unloaded, the knees there at about a right angle.
    fn default() -> Self {
        Bridge {
            legs: Legs::Double,
            lift: 1.0,
            shank_lean: 25_f64.to_radians(),
            load: 0.0,
            band: 0.0,
            gluteus_strength: 1.0,
        }
    }
}

/// The result of [`bridge`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BridgeResult {
    /// The pose, to draw it: pelvis tilted back by the trunk's angle, both legs set.
    pub pose: Pose,
    /// Angle of the line from shoulder to hip above the floor, in radians.
    pub trunk_angle: f64,
    /// Height of the hip above the shoulders' contact, in meters.
    pub hip_height: f64,
    /// Push of the ground on one working foot, in newtons.
    pub foot_force: f64,
    /// Hip-extension moment of one working hip, in N m.
    pub hip_moment: f64,
    /// Knee moment of one working leg, in N m; positive for the extensors.
    pub knee_moment: f64,
    /// Abduction moment against the band, in N m.
    pub abduction_moment: f64,
    /// Who pulls how hard in one working leg.
    pub shared: Shared,
    /// True when the muscles can supply the moments.
    pub holds: bool,
    /// The largest moment missing, in N m; 0 if it holds.
    pub missing: f64,
    /// Part of the hip-extension moment by gluteus maximus; above 1 when others pull against it.
    pub gluteus_share: f64,
    /// Part of the hip-extension moment by the hamstrings.
    pub hamstring_share: f64,
    /// Activation of gluteus maximus, mean of its three parts weighted by force.
    pub gluteus_activation: f64,
    /// True when an input was out of range.
    pub clamped: bool,
}

/// The hip-extension moment of one working hip, in N m, without asking who holds it: a small part
/// of the work of [`bridge`].
///
/// # Errors
///
/// When an input is not finite.
pub fn hip_moment(input: &Bridge) -> Result<f64, NotFinite> {
    let mut set = Settings::default();
    let lift = set.read(input.lift, "lift", LIFT_RANGE)?;
    let lean = set.read(input.shank_lean, "shank_lean", SHANK_RANGE)?;
    let load = set.read(input.load, "load", LOAD_RANGE)?;
    Ok(Moments::new(&Shape::new(lift, lean), input.legs, load).hip)
}

/// The moments of a bridge and who carries them. See the [module](self).
///
/// # Errors
///
/// When an input is not finite.
pub fn bridge(input: &Bridge) -> Result<BridgeResult, NotFinite> {
    let mut set = Settings::default();
    let lift = set.read(input.lift, "lift", LIFT_RANGE)?;
    let lean = set.read(input.shank_lean, "shank_lean", SHANK_RANGE)?;
    let load = set.read(input.load, "load", LOAD_RANGE)?;
    let band = set.read(input.band, "band", BAND_RANGE)?;
    let strength = set.read(
        input.gluteus_strength,
        "gluteus_strength",
        Range::new(0.0, 1.0),
    )?;
    let shape = Shape::new(lift, lean);
    let moments = Moments::new(&shape, input.legs, load);
    let abduction = band * shape.thigh;

    let pose = shape.pose(input.legs);
    let k = Kinematics::new(&GAIT2392, &pose)?;
    let mut states = [MuscleState::EMPTY; MuscleId::COUNT];
    all_muscles(&GAIT2392, &k, Side::Right, &mut states);
    let demands = [
        Demand::new(Motion::HipFlexion, -moments.hip),
        Demand::new(Motion::HipAdduction, -abduction),
        Demand::new(Motion::HipRotation, 0.0),
        Demand::new(Motion::KneeAngle, moments.knee),
    ];
    let strength = Strength::FULL.with(&GAIT2392, GLUTEUS_MAXIMUS, strength);
    let sharing = Sharing {
        demands: &demands,
        strength: &strength,
        exponent: 2.0,
    };
    let shared = share(&GAIT2392, &states, &sharing)?;
    let part = |muscles: &[MuscleId]| {
        let m = -shared.moment_of(&GAIT2392, &states, muscles, Motion::HipFlexion);
        if moments.hip == 0.0 {
            0.0
        } else {
            m / moments.hip
        }
    };
    let (mut force, mut most) = (0.0, 0.0);
    for muscle in GLUTEUS_MAXIMUS
        .iter()
        .filter_map(|&id| GAIT2392.position(id))
    {
        force += shared.activation[muscle] * GAIT2392.muscles[muscle].max_isometric_force;
        most += GAIT2392.muscles[muscle].max_isometric_force;
    }
    Ok(BridgeResult {
        pose,
        trunk_angle: shape.trunk_angle,
        hip_height: shape.hip.1,
        foot_force: moments.foot,
        hip_moment: moments.hip,
        knee_moment: moments.knee,
        abduction_moment: abduction,
        holds: shared.met,
        missing: if shared.met {
            0.0
        } else {
            shared.largest_missing()
        },
        gluteus_share: part(GLUTEUS_MAXIMUS),
        hamstring_share: part(HAMSTRINGS),
        gluteus_activation: force / most,
        shared,
        clamped: set.clamped,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::GRAVITY;
    use crate::model::Body;

    fn run(change: impl FnOnce(&mut Bridge)) -> BridgeResult {
        let mut input = Bridge::default();
        change(&mut input);
        bridge(&input).unwrap()
    }

    #[test]
    fn the_linkage_closes() {
        for lift in [0.0, 0.3, 0.7, 1.0] {
            let s = Shape::new(lift, 0.1);
            let thigh = (s.knee.0 - s.hip.0).hypot(s.knee.1 - s.hip.1);
            let shank = (s.knee.0 - s.ankle.0).hypot(s.knee.1 - s.ankle.1);
            assert!(
                (thigh - s.thigh).abs() < 1e-12 && (shank - 0.43).abs() < 1e-12,
                "{lift}"
            );
        }
        let top = Shape::new(1.0, 0.0);
        assert!((top.thigh_angle() - top.trunk_angle).abs() < 1e-7);
    }

    #[test]
    fn feet_and_shoulders_carry_the_weight() {
        let r = run(|_| ());
        let weight = GAIT2392.total_mass() * GRAVITY;
        assert!(2.0 * r.foot_force < weight && 2.0 * r.foot_force > 0.3 * weight);
        let single = run(|i| i.legs = Legs::Single);
        assert!(single.foot_force > 1.9 * r.foot_force);
    }

    #[test]
    fn one_leg_asks_more_than_twice_the_moment_of_two() {
        let (double, single) = (run(|_| ()), run(|i| i.legs = Legs::Single));
        assert!(
            single.hip_moment > 2.0 * double.hip_moment,
            "{} {}",
            single.hip_moment,
            double.hip_moment
        );
        assert!(double.holds && double.hip_moment > 5.0);
    }

    #[test]
    fn the_moment_alone_is_that_of_the_whole_experiment() {
        for (lift, legs) in [
            (0.0, Legs::Double),
            (0.4, Legs::Single),
            (1.0, Legs::Single),
        ] {
            let input = Bridge {
                lift,
                legs,
                load: 30.0,
                ..Bridge::default()
            };
            assert_eq!(
                hip_moment(&input).unwrap(),
                bridge(&input).unwrap().hip_moment
            );
        }
    }

    #[test]
    fn a_load_and_a_band_add_what_they_should() {
        let (none, loaded) = (run(|_| ()), run(|i| i.load = 40.0));
        assert!(loaded.hip_moment > none.hip_moment);
        let band = run(|i| i.band = 50.0);
        assert!((band.abduction_moment - 50.0 * 0.3958).abs() < 0.02);
        assert_eq!(band.hip_moment, none.hip_moment);
    }

    #[test]
    fn feet_farther_away_shift_work_to_the_hamstrings() {
        let (near, far) = (run(|i| i.shank_lean = 0.0), run(|i| i.shank_lean = 0.6));
        assert!(
            far.hamstring_share > near.hamstring_share,
            "{} {}",
            far.hamstring_share,
            near.hamstring_share
        );
        assert!(near.gluteus_share > far.gluteus_share);
    }

    #[test]
    fn the_drawn_pose_has_the_feet_flat_and_the_hip_in_place() {
        use crate::kinematics::Reference;
        let r = run(|i| i.lift = 0.6);
        let k = Kinematics::new(&GAIT2392, &r.pose).unwrap();
        let hip = k.frame(Body::Femur(Side::Right), Reference::Ground);
        let ankle = k.frame(Body::Talus(Side::Right), Reference::Ground);
        let s = Shape::new(0.6, 25_f64.to_radians());
        let (dx, dy) = (ankle.origin.x - hip.origin.x, ankle.origin.y - hip.origin.y);
        // Lying down the head is behind, so forward in the figure is forward in the ground. The
        // knee's moving center makes the model's bent leg up to two centimeters longer.
        assert!(
            (dx - (s.ankle.0 - s.hip.0)).abs() < 0.02,
            "{dx} {}",
            s.ankle.0 - s.hip.0
        );
        assert!(
            (dy - (s.ankle.1 - s.hip.1)).abs() < 0.02,
            "{dy} {}",
            s.ankle.1 - s.hip.1
        );
    }
}
