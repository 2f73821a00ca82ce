//! Groups of muscles that the experiments speak of.

use crate::model::MuscleId;

/// Gluteus medius and minimus.
pub const GLUTEUS_MEDIUS_AND_MINIMUS: &[MuscleId] = &[
    MuscleId::GlutMed1,
    MuscleId::GlutMed2,
    MuscleId::GlutMed3,
    MuscleId::GlutMin1,
    MuscleId::GlutMin2,
    MuscleId::GlutMin3,
];

/// Gluteus maximus.
pub const GLUTEUS_MAXIMUS: &[MuscleId] =
    &[MuscleId::GlutMax1, MuscleId::GlutMax2, MuscleId::GlutMax3];

/// The hamstrings that cross the hip.
pub const HAMSTRINGS: &[MuscleId] = &[MuscleId::Semimem, MuscleId::Semiten, MuscleId::Bifemlh];

/// Psoas and iliacus.
pub const ILIOPSOAS: &[MuscleId] = &[MuscleId::Iliacus, MuscleId::Psoas];

/// Soleus and gastrocnemius.
pub const CALF: &[MuscleId] = &[MuscleId::Soleus, MuscleId::MedGas, MuscleId::LatGas];

/// Rectus femoris and the vasti.
pub const QUADRICEPS: &[MuscleId] = &[
    MuscleId::RectFem,
    MuscleId::VasMed,
    MuscleId::VasInt,
    MuscleId::VasLat,
];

/// Short external rotators and gluteal parts that turn the straight hip outward or inward: the
/// compartments whose rotation arm is worth following through flexion.
pub const HIP_ROTATORS: &[MuscleId] = &[
    MuscleId::GlutMax1,
    MuscleId::GlutMax2,
    MuscleId::GlutMax3,
    MuscleId::GlutMed1,
    MuscleId::GlutMed2,
    MuscleId::GlutMed3,
    MuscleId::GlutMin1,
    MuscleId::GlutMin2,
    MuscleId::GlutMin3,
    MuscleId::Peri,
    MuscleId::QuadFem,
    MuscleId::Gem,
];
