//! The skeleton and its muscles as data.
//!
//! ```text
//!            torso
//!              |  back: extension, bending, rotation
//!            pelvis ---------------------- (the ground, by six coordinates)
//!           /      \  hip: flexion, adduction, rotation
//!       femur      femur
//!         |          |   knee: one angle, a moving center
//!       tibia      tibia
//!         |          |   ankle: one oblique axis
//!       talus      talus
//!         |          |   subtalar: one oblique axis
//!       calcn      calcn
//!         |          |   mtp: one oblique axis
//!        toes       toes
//! ```
//!
//! The shape of this tree is fixed in the types; every number in it comes from
//! `content/model/gait2392.toml`, compiled into the constant [`GAIT2392`]. Only the right side is
//! stored. The left is its mirror image: points change the sign of `z`, and axes of turning the
//! signs of `x` and `y`, so that positive adduction and inversion mean the same on both sides.
//!
//! Source: Gait2392 (OpenSim models; Delp et al. 1990, IEEE Trans Biomed Eng 37:757-767), CC BY 3.0.

mod body;
mod coordinate;
mod gait2392;
mod joint;
mod muscle_data;
mod muscle_id;
mod range;
mod side;
mod skeleton;

pub use body::{Body, BodyData, Segment};
pub use coordinate::{Coordinate, Motion};
pub use gait2392::GAIT2392;
pub use joint::{Hinge, Joint, Knee, ThreeAxis};
pub use muscle_data::{Condition, MAX_PATH_POINTS, MuscleData, PathPoint, Place};
pub use muscle_id::MuscleId;
pub use range::Range;
pub use side::Side;
pub use skeleton::Model;
