//! The muscles a reader can choose, one for each line of the model.

use kinetics::MuscleId;

use crate::scene::Token;

/// One muscle or part of a muscle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Compartment {
    /// Its line in the model.
    pub id: MuscleId,
    /// What it is called inside a sentence.
    pub name: &'static str,
    /// Its ink.
    pub(super) token: Token,
}

const fn compartment(id: MuscleId, name: &'static str, token: Token) -> Compartment {
    Compartment { id, name, token }
}

/// Every compartment, in the order of [`IDS`] and [`LABELS`] after the first.
#[rustfmt::skip]
pub const COMPARTMENTS: [Compartment; 13] = [
    compartment(MuscleId::GlutMax1, "the upper part of gluteus maximus", Token::Muscle),
    compartment(MuscleId::GlutMax2, "the middle part of gluteus maximus", Token::Muscle),
    compartment(MuscleId::GlutMax3, "the lower part of gluteus maximus", Token::Muscle),
    compartment(MuscleId::GlutMed1, "the front part of gluteus medius", Token::Medius),
    compartment(MuscleId::GlutMed2, "the middle part of gluteus medius", Token::Medius),
    compartment(MuscleId::GlutMed3, "the back part of gluteus medius", Token::Medius),
    compartment(MuscleId::GlutMin1, "the front part of gluteus minimus", Token::Minimus),
    compartment(MuscleId::GlutMin2, "the middle part of gluteus minimus", Token::Minimus),
    compartment(MuscleId::GlutMin3, "the back part of gluteus minimus", Token::Minimus),
    compartment(MuscleId::Peri, "piriformis", Token::Deep),
    compartment(MuscleId::Gem, "the pair of gemelli", Token::Deep),
    compartment(MuscleId::QuadFem, "quadratus femoris", Token::Deep),
    compartment(MuscleId::Tfl, "tensor fasciae latae", Token::Muscle),
];

/// None, then the ids of the compartments in the drawing and in an address; permanent.
pub(super) const IDS: &[&str] = &[
    "none",
    "maximus-upper",
    "maximus-middle",
    "maximus-lower",
    "medius-front",
    "medius-middle",
    "medius-back",
    "minimus-front",
    "minimus-middle",
    "minimus-back",
    "piriformis",
    "gemelli",
    "quadratus-femoris",
    "tensor",
];

/// What they are called in the list.
pub(super) const LABELS: &[&str] = &[
    "None",
    "Gluteus maximus, upper",
    "Gluteus maximus, middle",
    "Gluteus maximus, lower",
    "Gluteus medius, front",
    "Gluteus medius, middle",
    "Gluteus medius, back",
    "Gluteus minimus, front",
    "Gluteus minimus, middle",
    "Gluteus minimus, back",
    "Piriformis",
    "Gemelli",
    "Quadratus femoris",
    "Tensor fasciae latae",
];
