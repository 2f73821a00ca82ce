//! Tight tissue.

/// How tight the tissue at each end of a joint's range is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tightness {
    /// How much earlier the low end is felt, in radians.
    pub low_shift: f64,
    /// How much stronger the low end pushes back; 1 is normal.
    pub low_factor: f64,
    /// How much earlier the high end is felt, in radians.
    pub high_shift: f64,
    /// How much stronger the high end pushes back; 1 is normal.
    pub high_factor: f64,
}

impl Tightness {
    /// As in the source's average subject.
    pub const NORMAL: Tightness = Tightness {
        low_shift: 0.0,
        low_factor: 1.0,
        high_shift: 0.0,
        high_factor: 1.0,
    };

    /// Tight at the low end: short hip flexors, for the hip's flexion.
    pub const fn low(shift: f64, factor: f64) -> Self {
        Tightness {
            low_shift: shift,
            low_factor: factor,
            ..Tightness::NORMAL
        }
    }

    /// Tight at the high end: a short calf, for the ankle.
    pub const fn high(shift: f64, factor: f64) -> Self {
        Tightness {
            high_shift: shift,
            high_factor: factor,
            ..Tightness::NORMAL
        }
    }
}
