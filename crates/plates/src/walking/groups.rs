//! Muscles that the words speak of together.

use kinetics::MuscleId;
use kinetics::experiments::groups::{
    CALF, GLUTEUS_MAXIMUS, GLUTEUS_MEDIUS_AND_MINIMUS, HAMSTRINGS, ILIOPSOAS, QUADRICEPS,
};

/// Muscles that the words speak of together; those of a slider first.
pub(super) struct Group {
    /// What it is called in a sentence.
    pub(super) name: &'static str,
    /// Its muscles.
    pub(super) muscles: &'static [MuscleId],
}

/// How many groups have a strength of their own.
pub(super) const STRONG: usize = 6;

const fn group(name: &'static str, muscles: &'static [MuscleId]) -> Group {
    Group { name, muscles }
}

/// All muscles of the leg by group.
pub(super) const GROUPS: &[Group] = &[
    group("gluteus medius and minimus", GLUTEUS_MEDIUS_AND_MINIMUS),
    group("gluteus maximus", GLUTEUS_MAXIMUS),
    group("the hamstrings", HAMSTRINGS),
    group("iliopsoas", ILIOPSOAS),
    group("the quadriceps", QUADRICEPS),
    group("the calf", CALF),
    group(
        "the adductors",
        &[
            MuscleId::AddLong,
            MuscleId::AddBrev,
            MuscleId::AddMag1,
            MuscleId::AddMag2,
            MuscleId::AddMag3,
            MuscleId::Pect,
            MuscleId::Grac,
        ],
    ),
    group("tensor fasciae latae", &[MuscleId::Tfl]),
    group("sartorius", &[MuscleId::Sar]),
    group("the short head of biceps femoris", &[MuscleId::Bifemsh]),
    group(
        "the deep rotators",
        &[MuscleId::QuadFem, MuscleId::Gem, MuscleId::Peri],
    ),
    group(
        "the deep muscles behind the shin",
        &[MuscleId::TibPost, MuscleId::FlexDig, MuscleId::FlexHal],
    ),
    group(
        "the peroneal muscles",
        &[MuscleId::PerBrev, MuscleId::PerLong],
    ),
    group(
        "the muscles in front of the shin",
        &[
            MuscleId::TibAnt,
            MuscleId::PerTert,
            MuscleId::ExtDig,
            MuscleId::ExtHal,
        ],
    ),
];
