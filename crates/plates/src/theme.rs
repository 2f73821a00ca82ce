//! The colors of the drawings, by what they color.

/// A color of the theme; the style sheet defines each for light and dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token {
    /// Text and outlines.
    Ink,
    /// Secondary text, guide lines.
    InkSoft,
    /// The page behind the drawing.
    Paper,
    /// The body's ghost silhouette.
    Skin,
    /// The silhouette's line.
    SkinLine,
    /// Lit bone.
    Bone,
    /// Bone in shade.
    BoneShade,
    /// Bone outlines.
    BoneLine,
    /// Gluteus maximus and other superficial muscle.
    Muscle,
    /// The lit side of muscle fibers.
    MuscleLight,
    /// The shaded side of muscle fibers, muscle outlines.
    MuscleDark,
    /// Gluteus medius.
    Medius,
    /// Gluteus minimus.
    Minimus,
    /// Deep rotators.
    Deep,
    /// Tendon, fascia and ligament.
    Tendon,
    /// Lines in tendon.
    TendonLine,
    /// Nerve.
    Nerve,
    /// Outline of nerve.
    NerveLine,
    /// Arrow of a muscle's force.
    ForceMuscle,
    /// Arrow of a weight.
    ForceWeight,
    /// Arrow of a joint's force.
    ForceJoint,
    /// Things carried or held.
    Object,
    /// The ring around what is chosen.
    Focus,
    /// The second color of that ring.
    Halo,
}

impl Token {
    /// Every color.
    pub const ALL: &[Self] = &[
        Self::Ink,
        Self::InkSoft,
        Self::Paper,
        Self::Skin,
        Self::SkinLine,
        Self::Bone,
        Self::BoneShade,
        Self::BoneLine,
        Self::Muscle,
        Self::MuscleLight,
        Self::MuscleDark,
        Self::Medius,
        Self::Minimus,
        Self::Deep,
        Self::Tendon,
        Self::TendonLine,
        Self::Nerve,
        Self::NerveLine,
        Self::ForceMuscle,
        Self::ForceWeight,
        Self::ForceJoint,
        Self::Object,
        Self::Focus,
        Self::Halo,
    ];

    /// The CSS value, a custom property.
    #[must_use]
    pub const fn css(self) -> &'static str {
        match self {
            Self::Ink => "var(--ink)",
            Self::InkSoft => "var(--ink-soft)",
            Self::Paper => "var(--paper)",
            Self::Skin => "var(--skin)",
            Self::SkinLine => "var(--skin-line)",
            Self::Bone => "var(--bone)",
            Self::BoneShade => "var(--bone-shade)",
            Self::BoneLine => "var(--bone-line)",
            Self::Muscle => "var(--muscle)",
            Self::MuscleLight => "var(--muscle-light)",
            Self::MuscleDark => "var(--muscle-dark)",
            Self::Medius => "var(--medius)",
            Self::Minimus => "var(--minimus)",
            Self::Deep => "var(--deep)",
            Self::Tendon => "var(--tendon)",
            Self::TendonLine => "var(--tendon-line)",
            Self::Nerve => "var(--nerve)",
            Self::NerveLine => "var(--nerve-line)",
            Self::ForceMuscle => "var(--force-muscle)",
            Self::ForceWeight => "var(--force-weight)",
            Self::ForceJoint => "var(--force-joint)",
            Self::Object => "var(--object)",
            Self::Focus => "var(--focus)",
            Self::Halo => "var(--halo)",
        }
    }
}
