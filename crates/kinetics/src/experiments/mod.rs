//! The named experiments: each one function from a small input to a result.
//!
//! An experiment answers one question with the model and says, in its own documentation, which
//! question, by which equations, from which sources, and where the answer stops being true. Inputs
//! are numbers a reader can set; they are clamped to a documented range, and the result says which
//! were. The only error is an input that is not a finite number.
//!
//! All of them run on the built-in model, one generic adult of 75 kg: educational, not diagnostic.

pub mod bridge;
pub mod dorsiflexion_budget;
pub mod groups;
pub mod hip_extension_sharing;
pub mod hip_flexor_in_gait;
pub mod kinetic_chain;
pub mod lunge_test;
pub mod muscle_roles;
pub mod one_leg_stance;
pub mod subtalar_hinge;
pub mod thomas_test;
pub mod trendelenburg;
pub mod walking_cycle;

mod settings;

pub use bridge::{Bridge, bridge};
pub use dorsiflexion_budget::{DorsiflexionBudget, dorsiflexion_budget};
pub use hip_extension_sharing::{HipExtensionSharing, hip_extension_sharing};
pub use hip_flexor_in_gait::{HipFlexorInGait, hip_flexor_in_gait};
pub use kinetic_chain::{KineticChain, kinetic_chain};
pub use lunge_test::{LungeTest, lunge_test};
pub use muscle_roles::{MuscleRoles, muscle_roles};
pub use one_leg_stance::{OneLegStance, one_leg_stance};
pub use subtalar_hinge::{SubtalarHinge, subtalar_hinge};
pub use thomas_test::{ThomasTest, thomas_test};
pub use trendelenburg::{Trendelenburg, trendelenburg};
pub use walking_cycle::{WalkingCycle, walking_cycle};
