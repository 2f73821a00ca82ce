//! The modified Thomas test: how far does a hanging thigh fall?
//!
//! Lying on the back at the table's end, one leg hangs. Its weight extends the hip until the passive
//! structures hold it:
//!
//! ```text
//!   trunk       hip      thigh
//!  =============o----___            M_passive(H, K) = g (m_thigh c + m_below L) cos(thigh)
//!  table             ---o knee
//!                       |           thigh to horizontal = H + pelvic tilt
//!                       | shank
//! ```
//!
//! H is hip flexion *relative to the pelvis* and K knee flexion. The examiner sees the thigh against
//! the table, not H. If the pelvis tilts forward, the thigh drops by as much, and a stiff hip
//! "passes": in Vigotsky et al. (2016, PeerJ 4:e2325) the test had a sensitivity of 31.82 % and a
//! specificity of 57.14 %, but correlated with hip extension at r = 0.98 once pelvic tilt was
//! included.
//!
//! Passive moment: Riener & Edrich (1999), average of a few adults; masses: Gait2392. The shank is
//! taken to hang straight down, its weight at the knee. A thigh above horizontal (0°) is the usual
//! sign of short hip flexors (cut-offs in BMC 10.1186/s13102-021-00242-y, table 4).

use super::settings::{Settings, degrees, falling_root};
use crate::GRAVITY;
use crate::error::NotFinite;
use crate::math::functions::cos;
use crate::model::{Body, GAIT2392, Range, Side};
use crate::passive::{PASSIVE, PassiveJoint, Tightness};

/// Knee flexion of the hanging leg, in radians.
pub const KNEE_RANGE: Range = degrees(0.0, 120.0);
/// Forward tilt of the pelvis on the table, in radians.
pub const TILT_RANGE: Range = degrees(-20.0, 30.0);
/// How much earlier the hip flexors are felt, in radians.
pub const SHIFT_RANGE: Range = degrees(-20.0, 50.0);
/// How much stronger they pull back.
pub const FACTOR_RANGE: Range = Range::new(0.5, 4.0);

/// The input of [`thomas_test`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ThomasTest {
    /// Knee flexion of the hanging leg, in radians.
    pub knee_flexion: f64,
    /// Forward (anterior) tilt of the pelvis from flat on the table, in radians.
    pub anterior_tilt: f64,
    /// How much earlier than average the hip flexors are felt, in radians.
    pub tight_shift: f64,
    /// How many times stronger than average they pull back.
    pub tight_factor: f64,
}

impl Default for ThomasTest {
    /// Average hip flexors, knee hanging at 80°, pelvis held flat.
    fn default() -> Self {
        ThomasTest {
            knee_flexion: 80_f64.to_radians(),
            anterior_tilt: 0.0,
            tight_shift: 0.0,
            tight_factor: 1.0,
        }
    }
}

/// The result of [`thomas_test`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ThomasTestResult {
    /// Hip flexion relative to the pelvis, in radians: what the test wants to know. Negative is
    /// extension.
    pub hip_flexion: f64,
    /// Thigh against horizontal, in radians, positive above it: what the examiner sees.
    pub thigh_to_horizontal: f64,
    /// The moment of the leg's weight with the thigh horizontal, in N m.
    pub weight_moment: f64,
    /// The passive moment that holds the leg, in N m.
    pub passive_moment: f64,
    /// True when the thigh is not above horizontal: the test reads "not short".
    pub passes: bool,
    /// True when an input was out of range.
    pub clamped: bool,
}

/// Where a hanging thigh comes to rest. See the [module](self).
///
/// # Errors
///
/// When an input is not finite.
pub fn thomas_test(input: &ThomasTest) -> Result<ThomasTestResult, NotFinite> {
    let mut set = Settings::default();
    let knee = set.read(input.knee_flexion, "knee_flexion", KNEE_RANGE)?;
    let tilt = set.read(input.anterior_tilt, "anterior_tilt", TILT_RANGE)?;
    let shift = set.read(input.tight_shift, "tight_shift", SHIFT_RANGE)?;
    let factor = set.read(input.tight_factor, "tight_factor", FACTOR_RANGE)?;
    let tight = Tightness::low(shift, factor);
    let passive = |h: f64| PASSIVE[PassiveJoint::HipFlexion as usize].at(h, knee, &tight);
    let weight = hanging_moment();
    let hip = falling_root(degrees(-100.0, 90.0), |h| {
        passive(h) - weight * cos(h - tilt)
    });
    let thigh = hip - tilt;
    Ok(ThomasTestResult {
        hip_flexion: hip,
        thigh_to_horizontal: thigh,
        weight_moment: weight,
        passive_moment: passive(hip),
        passes: thigh <= 0.0,
        clamped: set.clamped,
    })
}

/// The moment of a leg about its hip, thigh horizontal and shank hanging, in N m.
fn hanging_moment() -> f64 {
    let model = &GAIT2392;
    let [thigh, below @ ..] = Body::leg(Side::Right);
    let data = model.body(thigh);
    let (_, knee) = (model.knee.x.at(0.0), model.knee.y.at(0.0));
    GRAVITY * (data.mass * -data.center_of_mass.y + model.mass(&below) * -knee.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(change: impl FnOnce(&mut ThomasTest)) -> ThomasTestResult {
        let mut input = ThomasTest::default();
        change(&mut input);
        thomas_test(&input).unwrap()
    }

    #[test]
    fn an_average_hip_comes_to_rest_at_the_reference_angle() {
        let r = run(|_| ());
        assert!((r.weight_moment - 36.0).abs() < 0.05, "{}", r.weight_moment);
        assert!(
            (r.hip_flexion.to_degrees() + 26.7).abs() < 0.05,
            "{}",
            r.hip_flexion.to_degrees()
        );
        assert!(r.passes);
    }

    #[test]
    fn a_tilting_pelvis_lets_a_stiff_hip_pass() {
        let stiff = run(|i| i.tight_shift = 35_f64.to_radians());
        assert!(!stiff.passes, "{}", stiff.thigh_to_horizontal.to_degrees());
        let tilted = run(|i| {
            i.tight_shift = 35_f64.to_radians();
            i.anterior_tilt = 15_f64.to_radians();
        });
        assert!(tilted.passes);
        assert!((tilted.hip_flexion - stiff.hip_flexion).abs() < 3_f64.to_radians());
    }

    #[test]
    fn the_moments_balance() {
        let r = run(|i| i.anterior_tilt = 0.2);
        let weight = r.weight_moment * r.thigh_to_horizontal.cos();
        assert!((weight - r.passive_moment).abs() < 1e-9);
    }
}
