//! Late stance of walking: what it takes, and how a heel rises when the ankle gives less.

use kinetics::GAIT2392;
use kinetics::experiments::dorsiflexion_budget::GAIT_NEEDS;

/// What walking takes from the ankle; degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Walking {
    /// The least and the most of the four sets of measurements.
    pub needs: (f64, f64),
    /// What is missing for the least and for the most; 0 where nothing is.
    pub short: (f64, f64),
    /// Rise of the heel that makes up for the most that is missing, in meters.
    pub heel_rise: f64,
}

/// The four sets of measurements from the least to the most, degrees.
pub(super) fn needs() -> [f64; 4] {
    GAIT_NEEDS.map(|(_, need)| need)
}

/// Walking with an ankle that bends by `bend` degrees.
pub(super) fn walking(bend: f64) -> Walking {
    let all = needs();
    let least = all.iter().copied().fold(f64::INFINITY, f64::min);
    let most = all.iter().copied().fold(0.0, f64::max);
    let short = |need: f64| (need - bend).max(0.0);
    Walking {
        needs: (least, most),
        short: (short(least), short(most)),
        // The foot turns about the ball of the big toe, whose distance from the heel the model has.
        heel_rise: GAIT2392.mtp.location.x * short(most).to_radians().sin(),
    }
}
