//! Frames of reference.

use crate::model::Side;

/// What positions are measured from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reference {
    /// The pelvis.
    Pelvis,
    /// The ground, with the pelvis where its six coordinates put it.
    Ground,
    /// A foot that stands still: the calcaneus of this side, its origin at the back of the heel.
    /// In the neutral pose its axes are those of the ground, so this is the ground of somebody whose
    /// foot is flat.
    StanceFoot(Side),
}
