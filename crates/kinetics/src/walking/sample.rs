//! The cycle at a moment.

use super::data::{CHANNELS, FORCES, MOMENTS};
use super::{Channel, SAMPLES};
use crate::model::{Coordinate, MuscleId, Range};
use crate::pose::Pose;

/// The cycle at one moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WalkingSample {
    /// Percent of the cycle, 0 to 100.
    pub percent: f64,
    /// The pose. The left foot's subtalar and toe angles were not recorded and are zero.
    pub pose: Pose,
    /// Ground reaction on the right foot: forward, upward and to the right, in body weights.
    pub ground: [f64; 3],
}

impl WalkingSample {
    /// The cycle at a percentage, clamped to 0..=100 and read between samples in a straight line.
    pub fn at(percent: f64) -> WalkingSample {
        let mut pose = Pose::NEUTRAL;
        for channel in Channel::ALL {
            if let (Channel::Coordinate(c), Some(v)) = (channel, value(channel, percent)) {
                pose.set(c, v);
            }
        }
        let ground = [
            Channel::GroundForward,
            Channel::GroundUp,
            Channel::GroundRight,
        ]
        .map(|c| value(c, percent).unwrap_or(0.0));
        WalkingSample {
            percent: clamp(percent),
            pose,
            ground,
        }
    }
}

/// A quantity at a percentage of the cycle: radians, meters, body weights or N m/kg.
///
/// `None` for what was not recorded: moments after 79 %, and other moments and coordinates than
/// those of [`Channel::ALL`].
pub fn value(channel: Channel, percent: f64) -> Option<f64> {
    let row = channel.row()?;
    let stored = if channel.is_moment() {
        between(MOMENTS.get(row)?, percent)?
    } else {
        between(CHANNELS.get(row)?, percent)?
    };
    let v = stored * channel.unit();
    Some(match channel {
        Channel::Coordinate(c) if !Coordinate::is_length(c) => v.to_radians(),
        _ => v,
    })
}

/// The force of a muscle of the right leg at a percentage of the cycle, in newtons: computed muscle
/// control, not a measurement.
pub fn force(muscle: MuscleId, percent: f64) -> f64 {
    FORCES
        .get(muscle as usize)
        .and_then(|row| between(row, percent))
        .unwrap_or(0.0)
        * 0.1
}

fn clamp(percent: f64) -> f64 {
    Range::new(0.0, (SAMPLES - 1) as f64).clamp(percent)
}

/// The stored value between two samples; `None` beyond the last.
fn between(row: &[i16], percent: f64) -> Option<f64> {
    let at = clamp(percent);
    let i = at as usize;
    let part = at - i as f64;
    let left = f64::from(*row.get(i)?);
    if part == 0.0 {
        return Some(left);
    }
    let right = f64::from(*row.get(i + 1)?);
    Some(left + part * (right - left))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Motion, Side};

    fn extreme(channel: Channel, sign: f64) -> (f64, usize) {
        (0..SAMPLES)
            .map(|p| {
                (
                    value(channel, p as f64).unwrap_or(f64::NEG_INFINITY * sign) * sign,
                    p,
                )
            })
            .fold((f64::NEG_INFINITY, 0), |a, b| if b.0 > a.0 { b } else { a })
    }

    fn angle(c: Coordinate, sign: f64) -> (f64, usize) {
        let (v, p) = extreme(Channel::Coordinate(c), sign);
        (v.to_degrees() * sign, p)
    }

    #[test]
    fn the_landmarks_are_where_the_reference_has_them() {
        let near = |(v, p): (f64, usize), value: f64, percent: usize| {
            assert!(
                (v - value).abs() < 0.06 && p == percent,
                "{v} at {p} %, not {value} at {percent} %"
            );
        };
        near(angle(Coordinate::HipFlexion(Side::Right), -1.0), -21.6, 52);
        near(angle(Coordinate::KneeAngle(Side::Right), -1.0), -69.7, 74);
        near(angle(Coordinate::AnkleAngle(Side::Right), 1.0), 14.2, 53);
        near(angle(Coordinate::AnkleAngle(Side::Right), -1.0), -8.9, 67);
        near(angle(Coordinate::HipAdduction(Side::Right), 1.0), 5.6, 45);
        assert!((extreme(Channel::GroundUp, 1.0).0 - 1.08).abs() < 0.006);
    }

    #[test]
    fn the_muscles_peak_as_the_reference_says() {
        let peak = |m: MuscleId| {
            (0..SAMPLES)
                .map(|p| force(m, p as f64))
                .fold(0.0_f64, f64::max)
                .round()
        };
        assert_eq!(peak(MuscleId::GlutMed1), 479.0);
        assert_eq!(peak(MuscleId::Psoas), 601.0);
        assert_eq!(peak(MuscleId::Iliacus), 571.0);
        assert_eq!(peak(MuscleId::Soleus), 1601.0);
        assert_eq!(peak(MuscleId::GlutMax2), 226.0);
    }

    #[test]
    fn moments_end_at_seventy_nine_percent() {
        let hip = Channel::Moment(Motion::HipFlexion);
        assert!(value(hip, 79.0).is_some());
        assert!(value(hip, 79.5).is_none());
        assert!(value(Channel::Moment(Motion::MtpAngle), 10.0).is_none());
    }

    #[test]
    fn between_samples_it_is_a_straight_line() {
        let c = Channel::GroundUp;
        let (a, b) = (value(c, 10.0).unwrap(), value(c, 11.0).unwrap());
        assert!((value(c, 10.25).unwrap() - (0.75 * a + 0.25 * b)).abs() < 1e-12);
        assert_eq!(WalkingSample::at(1e300).percent, 100.0);
    }
}
