//! The hip from its right side: `x` is forward, `y` is up, both in centimeters.
//!
//! The same generic adult as in [`super`]; the origin is the vertical plane through both points of
//! the pelvis at the front. Bone outlines follow the same meshes, borders are drawn by hand.

use crate::geometry::{Borders, Table};

/// Center of the right femoral head.
pub const HIP: (f64, f64) = (-5.6, 85.9);

/// The right hip bone.
#[rustfmt::skip]
pub const HIP_BONE: Table = &[
    (-13.8, 95.4), (-13.9, 96.8), (-13.1, 98.7), (-11.4, 100.6), (-9.3, 101.6), (-7.4, 101.8),
    (-5.3, 100.7), (-3.3, 98.6), (-1.6, 96.5), (-0.3, 95.0), (0.0, 93.8), (-0.5, 92.9),
    (-1.3, 92.4), (-1.3, 91.4), (-1.9, 90.2), (-2.6, 89.2), (-2.8, 88.0), (-2.2, 87.0),
    (-0.9, 86.4), (0.2, 85.6), (0.0, 84.7), (-1.4, 83.6), (-2.7, 82.8), (-4.5, 81.2),
    (-6.4, 80.3), (-8.6, 80.5), (-10.6, 81.3), (-11.4, 82.7), (-10.9, 83.9), (-10.2, 84.9),
    (-10.3, 85.8), (-11.3, 86.6), (-10.4, 87.1), (-9.4, 88.1), (-8.9, 89.5), (-9.0, 90.8),
    (-9.8, 91.6), (-11.0, 91.7), (-12.2, 91.8), (-13.0, 93.1),
];

/// The hole below the hip socket.
#[rustfmt::skip]
pub const OBTURATOR_FORAMEN: Table = &[
    (-7.6, 83.1), (-7.0, 82.2), (-5.6, 82.0), (-4.0, 82.7), (-3.2, 83.7), (-3.6, 84.6),
    (-5.0, 84.8), (-6.6, 84.3),
];

/// The sacrum with the coccyx; the coccyx is estimated.
#[rustfmt::skip]
pub const SACRUM: Table = &[
    (-12.0, 100.0), (-13.0, 99.0), (-13.3, 97.4), (-14.3, 96.2), (-14.4, 94.9), (-15.1, 94.0),
    (-15.0, 92.8), (-15.6, 91.6), (-15.2, 89.9), (-14.6, 88.6), (-13.9, 87.4), (-13.5, 86.2),
    (-13.0, 85.0), (-12.4, 84.5), (-12.2, 85.4), (-12.6, 87.0), (-12.2, 89.0), (-11.2, 91.4),
    (-9.6, 93.9), (-7.8, 96.0), (-6.5, 97.4), (-8.2, 99.5), (-10.2, 100.2),
];

/// The right femur without its head, as far as the middle of the thigh.
#[rustfmt::skip]
pub const FEMUR: Table = &[
    (-9.4, 83.2), (-9.3, 84.7), (-8.8, 85.8), (-8.0, 86.2), (-7.2, 85.9), (-6.6, 85.2),
    (-6.0, 84.3), (-5.5, 83.2), (-5.3, 81.8), (-5.0, 80.0), (-4.3, 76.4), (-3.5, 71.4),
    (-3.0, 67.0), (-2.7, 62.0), (-2.7, 60.0), (-5.1, 60.0), (-5.2, 62.0), (-5.6, 67.6),
    (-6.2, 72.2), (-7.1, 76.6), (-8.0, 78.9), (-8.7, 80.4), (-9.2, 81.8),
];

/// The trunk and thigh in profile, back first.
#[rustfmt::skip]
pub const SKIN: Table = &[
    (-14.8, 106.0), (-15.0, 103.0), (-15.8, 99.0), (-17.4, 95.0), (-19.0, 91.0), (-19.9, 87.0),
    (-19.8, 83.2), (-18.6, 79.4), (-16.6, 76.2), (-15.9, 73.4), (-15.8, 69.0), (-15.4, 64.0),
    (-15.0, 60.0),
];

/// The same from below upward along the front.
#[rustfmt::skip]
pub const SKIN_FRONT: Table = &[
    (4.6, 60.0), (5.2, 66.0), (5.5, 73.0), (5.2, 79.0), (4.4, 84.0), (3.6, 87.2), (3.8, 90.6),
    (4.6, 95.0), (4.7, 99.6), (4.2, 103.0), (3.9, 106.0),
];

/// The course of the right sciatic nerve, out of the notch below piriformis.
#[rustfmt::skip]
pub const SCIATIC_NERVE: Table = &[
    (-11.0, 89.2), (-10.7, 87.4), (-10.5, 85.2), (-10.1, 82.4), (-9.8, 79.0), (-9.6, 74.0),
    (-9.4, 68.0), (-9.2, 60.0),
];

/// Where the short muscles are seen: below the notch and behind the femur, whose inner side
/// they reach.
#[rustfmt::skip]
pub const BEHIND_THE_FEMUR: Table = &[
    (-20.0, 98.0), (-13.9, 95.6), (-13.0, 93.1), (-12.2, 91.9), (-11.0, 91.8), (-9.8, 91.7),
    (-8.9, 90.9), (-8.4, 89.2), (-6.4, 87.4), (-7.0, 86.1), (-8.0, 86.3), (-8.9, 85.8),
    (-9.4, 84.7), (-9.5, 83.2), (-9.3, 81.8), (-8.8, 80.4), (-8.1, 78.8), (-8.0, 77.0),
    (-20.0, 77.0),
];

/// Muscles of the right side, seen from that side.
pub mod muscle {
    use super::Borders;

    /// Gluteus maximus.
    pub const GLUTEUS_MAXIMUS: Borders = Borders {
        origin: &[
            (-11.0, 100.2),
            (-12.8, 98.2),
            (-14.3, 95.8),
            (-15.6, 93.2),
            (-16.8, 90.0),
        ],
        insertion: &[
            (-7.2, 85.4),
            (-6.5, 82.0),
            (-6.2, 78.0),
            (-6.0, 74.6),
            (-6.0, 71.3),
        ],
        a: &[(-9.9, 95.4), (-8.3, 90.0)],
        b: &[(-17.5, 84.4), (-17.0, 80.8), (-14.2, 76.4), (-10.2, 73.2)],
    };

    /// Gluteus medius.
    pub const GLUTEUS_MEDIUS: Borders = Borders {
        origin: &[
            (-12.0, 93.6),
            (-12.6, 97.0),
            (-11.0, 100.0),
            (-8.4, 101.3),
            (-6.0, 100.5),
            (-3.2, 97.9),
            (-1.2, 95.6),
        ],
        insertion: &[(-9.3, 85.8), (-8.0, 84.6), (-6.7, 83.4)],
        a: &[(-11.0, 90.4), (-10.3, 88.0)],
        b: &[(-2.7, 91.2), (-5.0, 86.6)],
    };

    /// Gluteus minimus.
    pub const GLUTEUS_MINIMUS: Borders = Borders {
        origin: &[
            (-9.6, 92.4),
            (-9.4, 95.2),
            (-7.4, 97.0),
            (-4.8, 96.4),
            (-2.9, 94.4),
            (-2.2, 92.4),
        ],
        insertion: &[(-7.7, 85.4), (-6.8, 84.8), (-5.9, 84.4)],
        a: &[(-9.0, 89.2), (-8.2, 86.8)],
        b: &[(-3.4, 88.6), (-5.0, 86.0)],
    };

    /// Tensor fasciae latae.
    pub const TENSOR_FASCIAE_LATAE: Borders = Borders {
        origin: &[(-3.6, 97.9), (-1.8, 96.2), (-0.6, 94.4)],
        insertion: &[(-5.4, 77.2), (-4.2, 76.2), (-3.0, 75.6)],
        a: &[(-4.6, 91.0), (-5.3, 84.0)],
        b: &[(1.4, 88.0), (-0.4, 81.0)],
    };

    /// The iliotibial band.
    pub const ILIOTIBIAL_BAND: Borders = Borders {
        origin: &[(-7.2, 100.9), (-4.6, 99.6)],
        insertion: &[(-5.4, 41.4), (-4.2, 41.2)],
        a: &[
            (-8.0, 92.0),
            (-7.6, 84.0),
            (-6.8, 74.0),
            (-6.6, 60.0),
            (-6.4, 47.0),
        ],
        b: &[
            (-4.4, 92.0),
            (-3.6, 84.0),
            (-2.8, 74.0),
            (-3.6, 60.0),
            (-4.4, 47.0),
        ],
    };

    /// The fascia over gluteus medius, from the crest into the iliotibial band.
    pub const GLUTEAL_APONEUROSIS: Borders = Borders {
        origin: &[(-9.6, 101.2), (-7.4, 101.4), (-5.3, 100.3), (-3.4, 98.2)],
        insertion: &[(-7.7, 86.0), (-6.4, 85.6), (-5.2, 85.4), (-3.8, 85.6)],
        a: &[(-9.3, 96.0), (-8.2, 90.6)],
        b: &[(-4.1, 94.0), (-4.0, 89.6)],
    };

    /// Piriformis, most of it inside the pelvis and hidden by the hip bone.
    pub const PIRIFORMIS: Borders = Borders {
        origin: &[(-9.8, 93.5), (-11.0, 91.6), (-12.2, 89.4)],
        insertion: &[(-6.7, 86.4), (-6.9, 85.8), (-7.4, 85.2)],
        a: &[(-9.2, 90.9), (-8.0, 88.5)],
        b: &[(-10.8, 87.8), (-9.2, 86.4)],
    };

    /// Superior gemellus.
    pub const GEMELLUS_SUPERIOR: Borders = Borders {
        origin: &[(-11.0, 86.9), (-11.0, 86.2)],
        insertion: &[(-7.0, 86.0), (-7.0, 85.6)],
        a: &[(-9.2, 86.6)],
        b: &[(-9.2, 85.8)],
    };

    /// Obturator internus as it turns around the ischium; an estimate.
    pub const OBTURATOR_INTERNUS: Borders = Borders {
        origin: &[(-11.3, 86.3), (-11.2, 84.7)],
        insertion: &[(-6.9, 85.8), (-7.0, 85.2)],
        a: &[(-9.3, 86.1)],
        b: &[(-9.3, 84.8)],
    };

    /// Inferior gemellus.
    pub const GEMELLUS_INFERIOR: Borders = Borders {
        origin: &[(-10.8, 85.0), (-10.6, 83.8)],
        insertion: &[(-6.9, 85.5), (-7.1, 84.8)],
        a: &[(-9.0, 85.1)],
        b: &[(-9.0, 84.0)],
    };

    /// Quadratus femoris, between the sitting bone and the femur.
    pub const QUADRATUS_FEMORIS: Borders = Borders {
        origin: &[(-11.0, 83.6), (-11.2, 82.2), (-10.4, 80.7)],
        insertion: &[(-8.8, 83.8), (-9.0, 82.0), (-8.5, 79.7)],
        a: &[(-9.9, 83.9)],
        b: &[(-9.5, 79.9)],
    };

    /// Biceps femoris, long head.
    pub const BICEPS_FEMORIS: Borders = Borders {
        origin: &[(-9.9, 82.3), (-11.0, 82.2)],
        insertion: &[(-8.2, 41.2), (-9.6, 40.6)],
        a: &[(-8.2, 74.0), (-6.9, 62.0), (-7.2, 50.0)],
        b: &[(-12.6, 74.0), (-12.2, 60.0), (-10.4, 48.0)],
    };

    /// Semitendinosus, behind biceps femoris.
    pub const SEMITENDINOSUS: Borders = Borders {
        origin: &[(-10.7, 82.4), (-11.4, 82.6)],
        insertion: &[(-8.9, 41.0), (-9.8, 40.8)],
        a: &[(-11.0, 74.0), (-10.6, 60.0), (-9.6, 48.0)],
        b: &[(-14.6, 74.4), (-14.0, 60.0), (-11.2, 48.0)],
    };

    /// Vastus lateralis.
    pub const VASTUS_LATERALIS: Borders = Borders {
        origin: &[(-5.4, 83.0), (-7.0, 81.8), (-8.6, 80.2)],
        insertion: &[(-1.8, 48.2), (-3.0, 47.2), (-4.8, 47.0)],
        a: &[(-2.4, 76.0), (-0.6, 66.0), (-0.6, 56.0)],
        b: &[(-8.6, 75.0), (-7.6, 66.0), (-6.4, 55.0)],
    };

    /// Rectus femoris.
    pub const RECTUS_FEMORIS: Borders = Borders {
        origin: &[(-2.7, 90.7), (-1.6, 90.6)],
        insertion: &[(-2.4, 49.0), (-0.8, 49.0)],
        a: &[(-3.2, 82.0), (-2.8, 72.0), (-2.2, 60.0)],
        b: &[(1.2, 83.0), (3.4, 72.0), (3.0, 60.0)],
    };

    /// Sartorius, from the front of the pelvis around the thigh.
    pub const SARTORIUS: Borders = Borders {
        origin: &[(-0.7, 93.8), (0.3, 93.6)],
        insertion: &[(3.2, 62.0), (4.3, 62.0)],
        a: &[(0.3, 88.0), (2.0, 80.0), (3.0, 72.0)],
        b: &[(2.0, 88.6), (4.0, 80.0), (4.7, 72.0)],
    };

    /// The ligament from the sacrum to the sitting bone.
    pub const SACROTUBEROUS_LIGAMENT: Borders = Borders {
        origin: &[(-12.4, 91.6), (-13.5, 89.4), (-13.4, 86.6)],
        insertion: &[(-10.5, 83.9), (-11.0, 83.3), (-11.3, 82.4)],
        a: &[(-11.9, 87.4)],
        b: &[(-12.0, 84.9)],
    };
}

/// Lines of pull in the musculoskeletal models, which the drawn outlines must contain.
pub mod model_line {
    use super::Table;

    /// Gluteus maximus, three parts (Rajagopal 2016).
    pub const GLUTEUS_MAXIMUS: &[Table] = &[
        &[(-12.3, 97.2), (-12.6, 91.3), (-10.1, 82.6), (-8.4, 80.2)],
        &[(-13.2, 94.6), (-13.4, 87.6), (-10.1, 80.0), (-7.2, 75.7)],
        &[(-13.0, 88.4), (-12.7, 81.1), (-8.4, 74.6), (-6.2, 71.7)],
    ];
    /// Gluteus medius, three parts (Rajagopal 2016).
    pub const GLUTEUS_MEDIUS: &[Table] = &[
        &[(-4.4, 96.2), (-7.8, 84.7)],
        &[(-8.5, 96.9), (-8.2, 85.3)],
        &[(-11.5, 93.0), (-8.7, 85.4)],
    ];
    /// Gluteus minimus, three parts (Rajagopal 2016).
    pub const GLUTEUS_MINIMUS: &[Table] = &[
        &[(-4.6, 92.2), (-6.3, 84.8)],
        &[(-6.2, 92.3), (-6.6, 84.8)],
        &[(-7.9, 92.2), (-7.0, 85.0)],
    ];
    /// Piriformis (Rajagopal 2016).
    pub const PIRIFORMIS: &[Table] = &[&[(-10.2, 93.0), (-10.2, 90.6), (-7.1, 85.5)]];
    /// Both gemelli as one line (Gait2392, moved onto the hip center).
    pub const GEMELLI: &[Table] = &[&[(-9.9, 84.3), (-7.0, 85.5)]];
    /// Quadratus femoris (Gait2392, moved onto the hip center).
    pub const QUADRATUS_FEMORIS: &[Table] = &[&[(-10.0, 81.0), (-9.4, 82.3)]];
    /// Tensor fasciae latae and the band it pulls on (Rajagopal 2016).
    pub const TENSOR_AND_BAND: &[Table] =
        &[&[(-3.1, 95.8), (-2.7, 75.9), (-4.6, 45.4), (-4.5, 41.3)]];
    /// Biceps femoris, long head (Rajagopal 2016).
    pub const BICEPS_FEMORIS: &[Table] = &[&[(-10.4, 81.8), (-8.5, 40.9)]];
}
