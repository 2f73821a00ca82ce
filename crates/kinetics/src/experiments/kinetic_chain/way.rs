//! One way to do a task, measured.

use super::{KineticChain, Task};
use crate::error::NotFinite;
use crate::kinematics::{Kinematics, Reference};
use crate::math::functions::atan2;
use crate::model::{Body, Coordinate, GAIT2392, Side};
use crate::pose::Pose;
use crate::posture::{Measure, pelvis_in_ground};

/// Changes smaller than this are nothing to speak of, in radians (two degrees).
const WORTH_SAYING: f64 = 0.035;

/// Something to see in a pose. The near leg is the right one: the back leg of a step, and the one
/// that is stood on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feature {
    /// Lean of the trunk forward from vertical.
    TrunkLean,
    /// Lean of the trunk to the right from vertical.
    SideLean,
    /// Arch of the low back: extension of the trunk on the pelvis.
    Arch,
    /// Forward tilt of the pelvis against the ground.
    PelvicTilt,
    /// Drop of the pelvis on the left.
    PelvicDrop,
    /// Flexion of the near hip.
    Hip,
    /// Flexion of the near knee.
    Knee,
    /// Flexion of the other knee.
    OtherKnee,
    /// Dorsiflexion of the near ankle.
    Ankle,
    /// Rise of the near heel: the pitch of the foot.
    Heel,
    /// Inward turn of the near shank from straight ahead.
    ShankTurn,
}

impl Feature {
    /// How many there are.
    pub const COUNT: usize = 11;

    /// All of them, in order.
    pub const ALL: [Feature; Self::COUNT] = [
        Feature::TrunkLean,
        Feature::SideLean,
        Feature::Arch,
        Feature::PelvicTilt,
        Feature::PelvicDrop,
        Feature::Hip,
        Feature::Knee,
        Feature::OtherKnee,
        Feature::Ankle,
        Feature::Heel,
        Feature::ShankTurn,
    ];
}

/// A feature and how much more of it a way has than the plain way, in radians.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// What differs.
    pub feature: Feature,
    /// By how much, in radians.
    pub by: f64,
}

/// A way to do a task.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Way {
    /// The pose. [`pelvis_in_ground`] puts the flat foot's heel at the ground's origin.
    pub pose: Pose,
    /// Center of mass forward of the flat foot's heel, in meters.
    pub center_forward: f64,
    /// Center of mass to the right of the flat foot's heel; of the middle between both heels where
    /// both stand alike. In meters.
    pub center_sideways: f64,
    features: [f64; Feature::COUNT],
    /// What differs most from the plain way and what second most; nothing below two degrees.
    pub gives: [Option<Change>; 2],
}

impl Way {
    /// A feature, in radians.
    pub fn feature(&self, feature: Feature) -> f64 {
        self.features[feature as usize]
    }

    /// Measures a pose of a task.
    pub(super) fn new(task: Task, pose: &Pose) -> Result<Way, NotFinite> {
        let near = Side::Right;
        let (stance, both) = (task.stance(), task.is_symmetric());
        let k = Kinematics::new(&GAIT2392, pose)?;
        let k = k.with_ground(&pelvis_in_ground(&k, stance, both));
        let value = |m: Measure| m.value(&GAIT2392, &k, stance, both);
        let shank = k
            .frame(Body::Tibia(near), Reference::Ground)
            .rotation
            .columns[0];
        let features = Feature::ALL.map(|feature| match feature {
            Feature::TrunkLean => value(Measure::TrunkLean),
            Feature::SideLean => value(Measure::TrunkSideLean),
            Feature::Arch => pose.get(Coordinate::LumbarExtension),
            Feature::PelvicTilt => value(Measure::AnteriorTilt),
            Feature::PelvicDrop => value(Measure::PelvicDrop(near)),
            Feature::Hip => pose.get(Coordinate::HipFlexion(near)),
            Feature::Knee => -pose.get(Coordinate::KneeAngle(near)),
            Feature::OtherKnee => -pose.get(Coordinate::KneeAngle(near.other())),
            Feature::Ankle => pose.get(Coordinate::AnkleAngle(near)),
            Feature::Heel => value(Measure::FootPitch(near)),
            Feature::ShankTurn => -atan2(shank.z, shank.x),
        });
        // Only the ball of the back foot stands on the floor, and its toes lie flat: they turn about
        // an oblique axis, of which this much lies across.
        let across = GAIT2392.mtp.axis.z;
        let heel = features[Feature::Heel as usize];
        let toes = Coordinate::MtpAngle(near);
        Ok(Way {
            pose: pose.with(toes, GAIT2392.slider(toes).clamp(heel / across)),
            center_forward: value(Measure::CenterForward),
            center_sideways: value(Measure::CenterSideways),
            features,
            gives: [None; 2],
        })
    }

    /// The way with its label: what differs from the plain way.
    ///
    /// Not everything is named: the hip follows from pelvis and thigh, the pelvis goes along with a
    /// trunk that leans, where both legs stand alike one knee speaks for both, and of a stiff ankle it
    /// is known already.
    pub(super) fn against(mut self, plain: &Way, input: &KineticChain) -> Way {
        let here = self.features;
        let differs = |feature: Feature| here[feature as usize] - plain.feature(feature);
        let lean = differs(Feature::TrunkLean);
        for feature in Feature::ALL {
            let by = differs(feature);
            let silent = match feature {
                Feature::Hip => true,
                Feature::OtherKnee => input.task.is_symmetric(),
                Feature::Ankle => input.stiff_ankle,
                Feature::PelvicTilt => lean * by > 0.0 && lean.abs() > 0.5 * by.abs(),
                _ => false,
            };
            if silent || by.abs() < WORTH_SAYING {
                continue;
            }
            let more = |than: Option<Change>| than.is_none_or(|c| by.abs() > c.by.abs());
            let change = Some(Change { feature, by });
            if more(self.gives[0]) {
                self.gives = [change, self.gives[0]];
            } else if more(self.gives[1]) {
                self.gives[1] = change;
            }
        }
        self
    }
}
