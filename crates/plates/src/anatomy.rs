//! Outlines and control points of the drawings.
//!
//! Frame: a generic adult of 1.70 m standing straight, seen from behind; centimeters; `x` to
//! the subject's right from the middle of the body, `y` up from the floor. Every table holds
//! the right side, the left is its mirror image.
//!
//! Sources: bone outlines are projections of the bone meshes of the package `myo-sim`
//! (Apache-2.0; after Rajagopal et al. 2016, doi 10.1109/TBME.2016.2586891), simplified and
//! smoothed by hand. Model muscle lines are those of Rajagopal et al. 2016 by way of the same
//! package and, where marked, of Gait2392 (Delp et al. 1990; CC BY 3.0). Muscle borders are
//! drawn by hand around these lines; no anatomist has checked them yet.

use crate::geometry::{Borders, Table};

pub mod lateral;

/// Centers of joints and other points that drawings turn or hang on.
pub mod joint {
    /// Center of the right femoral head.
    pub const HIP: (f64, f64) = (7.7, 85.9);
    /// Center of the right knee.
    pub const KNEE: (f64, f64) = (7.5, 45.1);
    /// Center of the right ankle.
    pub const ANKLE: (f64, f64) = (7.6, 5.4);
    /// Joint between the spine and the sacrum.
    pub const LUMBOSACRAL: (f64, f64) = (0.0, 101.8);
    /// Center of the right shoulder.
    pub const SHOULDER: (f64, f64) = (17.0, 139.0);
    /// Radius of the femoral head.
    pub const FEMORAL_HEAD_RADIUS: f64 = 2.3;
}

/// The right hip bone.
#[rustfmt::skip]
pub const HIP_BONE: Table = &[
    (0.2, 83.2), (0.3, 85.4), (1.6, 86.1), (3.4, 86.6), (4.4, 87.4), (5.1, 88.6), (5.8, 90.2),
    (5.5, 91.4), (4.5, 91.9), (4.0, 93.2), (3.9, 94.4), (3.2, 95.6), (3.6, 98.2), (4.7, 100.2),
    (6.5, 101.6), (9.2, 101.7), (11.4, 100.2), (12.9, 97.6), (13.2, 95.4), (12.5, 92.9),
    (11.4, 92.1), (10.6, 91.6), (10.0, 90.0), (10.1, 88.6), (9.4, 86.8), (7.6, 84.9), (6.6, 84.1),
    (6.3, 82.4), (5.6, 81.2), (4.5, 80.6), (3.2, 80.4), (1.6, 81.5),
];

/// The hole below the hip socket.
#[rustfmt::skip]
pub const OBTURATOR_FORAMEN: Table = &[
    (1.8, 83.1), (2.6, 82.3), (3.5, 82.2), (4.3, 83.4), (4.4, 84.8), (3.6, 85.2), (2.6, 84.8),
];

/// The sacrum with the coccyx; the coccyx is estimated.
#[rustfmt::skip]
pub const SACRUM: Table = &[
    (-4.6, 96.6), (-4.5, 98.6), (-3.9, 99.8), (-1.9, 100.3), (0.0, 100.1), (1.9, 100.3),
    (3.9, 99.8), (4.5, 98.6), (4.6, 96.6), (3.7, 95.0), (2.7, 92.6), (2.0, 90.4), (1.5, 88.8),
    (0.9, 87.6), (0.6, 86.2), (0.0, 84.8), (-0.6, 86.2), (-0.9, 87.6), (-1.5, 88.8), (-2.0, 90.4),
    (-2.7, 92.6), (-3.7, 95.0),
];

/// The right femur.
#[rustfmt::skip]
pub const FEMUR: Table = &[
    (4.0, 45.5), (4.4, 47.2), (6.0, 49.0), (7.0, 51.5), (8.2, 58.5), (9.2, 66.0), (9.7, 73.0),
    (9.7, 78.6), (8.9, 80.1), (8.7, 81.4), (9.0, 82.5), (8.2, 83.6), (6.9, 83.7), (5.9, 84.4),
    (5.4, 85.9), (5.9, 87.4), (7.2, 88.2), (8.6, 88.0), (9.6, 87.2), (10.4, 85.9), (11.2, 86.1),
    (12.3, 86.3), (13.3, 85.6), (13.9, 84.2), (13.8, 82.6), (13.1, 80.6), (12.6, 76.0),
    (11.7, 66.0), (10.7, 56.0), (10.2, 51.4), (10.5, 48.2), (11.4, 45.6), (11.1, 43.9),
    (10.1, 43.3), (8.9, 43.5), (7.8, 44.4), (6.8, 43.5), (5.6, 42.9), (4.5, 43.4),
];

/// The right tibia.
#[rustfmt::skip]
pub const TIBIA: Table = &[
    (4.5, 42.4), (5.6, 42.9), (7.2, 42.9), (8.2, 43.4), (9.4, 42.9), (10.6, 43.0), (11.3, 42.2),
    (10.7, 40.8), (9.9, 39.2), (9.2, 34.0), (9.0, 25.0), (8.8, 14.0), (9.0, 10.4), (9.8, 8.2),
    (9.4, 7.1), (8.0, 6.9), (6.5, 7.0), (5.8, 6.0), (5.0, 6.4), (5.0, 7.8), (6.2, 10.4),
    (6.9, 14.4), (7.2, 25.3), (6.8, 36.0), (6.1, 39.2), (5.0, 40.9),
];

/// The right fibula.
#[rustfmt::skip]
pub const FIBULA: Table = &[
    (8.6, 7.2), (9.1, 9.0), (9.4, 13.0), (9.3, 25.0), (9.3, 35.0), (9.1, 38.6), (9.4, 40.3),
    (10.5, 41.0), (11.4, 39.9), (10.9, 37.0), (10.4, 32.8), (10.2, 22.0), (10.2, 12.0),
    (10.5, 8.8), (11.0, 7.0), (10.6, 5.4), (9.8, 4.8), (9.0, 5.6),
];

/// The right foot from behind: heel bone with the forefoot beyond it.
#[rustfmt::skip]
pub const FOOT: Table = &[
    (4.9, 2.6), (4.9, 4.2), (5.7, 5.6), (7.4, 6.6), (9.2, 6.4), (10.2, 4.6), (11.6, 3.4),
    (12.4, 2.2), (12.8, 1.0), (11.6, 0.4), (9.4, 0.4), (7.2, 0.2), (5.4, 0.6),
];

/// Half the outline of one lumbar vertebra with its processes, its middle at the origin.
#[rustfmt::skip]
pub const VERTEBRA: Table = &[
    (0.0, 1.2), (1.0, 1.5), (2.1, 1.25), (2.3, 0.5), (4.0, 0.75), (4.1, 0.2), (2.3, -0.35),
    (2.1, -1.2), (1.0, -1.5), (0.5, -1.5), (0.0, -2.1),
];

/// Muscles of the right side.
pub mod muscle {
    use super::{Borders, Table};

    /// Gluteus maximus.
    pub const GLUTEUS_MAXIMUS: Borders = Borders {
        origin: &[
            (5.6, 99.8),
            (4.5, 97.4),
            (3.4, 95.2),
            (2.3, 92.6),
            (1.3, 90.0),
            (0.8, 88.0),
            (0.75, 86.6),
            (1.6, 84.6),
        ],
        insertion: &[
            (14.2, 85.0),
            (14.7, 81.8),
            (14.4, 78.2),
            (13.2, 74.8),
            (11.9, 71.4),
        ],
        a: &[(9.6, 97.2), (13.0, 91.6)],
        b: &[(3.6, 80.8), (6.4, 76.4), (9.2, 73.0)],
    };

    /// Where gluteus medius starts: below the crest of the hip bone.
    pub const GLUTEUS_MEDIUS_ORIGIN: Table = &[
        (4.1, 93.2),
        (4.2, 96.2),
        (5.0, 98.9),
        (6.7, 100.8),
        (9.2, 101.2),
        (11.4, 99.8),
        (13.1, 97.0),
    ];

    /// Gluteus medius.
    pub const GLUTEUS_MEDIUS: Borders = Borders {
        origin: GLUTEUS_MEDIUS_ORIGIN,
        insertion: &[(12.3, 86.0), (13.2, 85.0), (13.9, 83.6)],
        a: &[(7.2, 90.6), (10.2, 87.9)],
        b: &[(14.5, 92.8), (14.7, 88.0)],
    };

    /// Gluteus minimus.
    pub const GLUTEUS_MINIMUS: Borders = Borders {
        origin: &[
            (6.0, 92.4),
            (7.2, 94.6),
            (9.2, 95.6),
            (11.2, 95.0),
            (12.2, 93.4),
        ],
        insertion: &[(12.5, 84.7), (13.2, 85.1), (13.8, 84.9)],
        a: &[(8.2, 89.4), (10.6, 86.8)],
        b: &[(13.4, 90.5), (13.9, 87.5)],
    };

    /// Piriformis, the pear-shaped muscle.
    pub const PIRIFORMIS: Borders = Borders {
        origin: &[(1.2, 94.4), (1.2, 92.7), (1.5, 90.9)],
        insertion: &[(11.7, 86.5), (12.2, 86.0), (12.0, 85.2)],
        a: &[(5.6, 92.4), (8.8, 89.0)],
        b: &[(5.0, 89.4), (8.8, 86.7)],
    };

    /// Superior gemellus.
    pub const GEMELLUS_SUPERIOR: Borders = Borders {
        origin: &[(5.4, 87.5), (5.6, 86.7)],
        insertion: &[(11.9, 85.7), (12.0, 85.3)],
        a: &[(8.6, 87.0)],
        b: &[(8.7, 86.0)],
    };

    /// Obturator internus, as it leaves the lesser sciatic notch; an estimate.
    pub const OBTURATOR_INTERNUS: Borders = Borders {
        origin: &[(4.6, 86.7), (4.9, 85.0)],
        insertion: &[(12.0, 85.4), (12.1, 84.9)],
        a: &[(7.2, 86.5), (9.8, 85.9)],
        b: &[(7.2, 84.8), (9.8, 84.8)],
    };

    /// Inferior gemellus.
    pub const GEMELLUS_INFERIOR: Borders = Borders {
        origin: &[(5.8, 84.9), (5.9, 83.6)],
        insertion: &[(12.0, 85.2), (12.2, 84.5)],
        a: &[(8.8, 85.1)],
        b: &[(8.8, 83.9)],
    };

    /// Quadratus femoris.
    pub const QUADRATUS_FEMORIS: Borders = Borders {
        origin: &[(5.2, 83.6), (4.8, 82.2), (4.4, 80.7)],
        insertion: &[(11.5, 83.9), (12.0, 81.9), (11.8, 79.5)],
        a: &[(8.4, 83.8)],
        b: &[(8.2, 79.8)],
    };

    /// Adductor magnus.
    pub const ADDUCTOR_MAGNUS: Borders = Borders {
        origin: &[(4.9, 80.8), (4.2, 80.5), (3.0, 80.8)],
        insertion: &[(10.6, 76.0), (9.9, 65.0), (6.2, 52.0), (4.4, 47.2)],
        a: &[(7.6, 79.0)],
        b: &[(2.0, 68.0), (3.0, 54.0)],
    };

    /// Semimembranosus.
    pub const SEMIMEMBRANOSUS: Borders = Borders {
        origin: &[(5.6, 82.0), (6.0, 81.3)],
        insertion: &[(5.0, 41.8), (5.9, 41.3)],
        a: &[(4.2, 70.0), (3.0, 58.0), (3.4, 48.0)],
        b: &[(6.4, 70.0), (6.3, 58.0), (6.4, 48.0)],
    };

    /// Semitendinosus.
    pub const SEMITENDINOSUS: Borders = Borders {
        origin: &[(4.5, 81.5), (5.5, 80.9)],
        insertion: &[(4.9, 40.6), (5.4, 40.2)],
        a: &[(4.5, 72.0), (3.9, 60.0), (3.9, 49.0)],
        b: &[(7.0, 72.0), (6.6, 60.0), (5.0, 49.0)],
    };

    /// Biceps femoris, long head.
    pub const BICEPS_FEMORIS: Borders = Borders {
        origin: &[(5.3, 81.5), (6.3, 81.0)],
        insertion: &[(10.4, 41.6), (10.9, 41.2)],
        a: &[(6.3, 72.0), (7.4, 60.0), (9.4, 49.0)],
        b: &[(9.2, 72.0), (10.6, 60.0), (11.0, 49.0)],
    };
}

/// Lines of pull in the musculoskeletal models, which the drawn outlines must contain.
pub mod model_line {
    use super::Table;

    /// Gluteus maximus, three parts (Rajagopal 2016).
    pub const GLUTEUS_MAXIMUS: &[Table] = &[
        &[(5.6, 97.2), (7.8, 91.3), (10.7, 82.6), (12.4, 80.2)],
        &[(4.6, 94.6), (8.1, 87.6), (10.2, 80.0), (11.9, 75.7)],
        &[(0.9, 88.4), (4.4, 81.1), (8.7, 74.6), (11.8, 71.7)],
    ];
    /// Gluteus medius, three parts (Rajagopal 2016).
    pub const GLUTEUS_MEDIUS: &[Table] = &[
        &[(11.7, 96.2), (13.3, 84.7)],
        &[(6.8, 96.9), (13.0, 85.3)],
        &[(5.3, 93.0), (12.9, 85.4)],
    ];
    /// Gluteus minimus, three parts (Rajagopal 2016).
    pub const GLUTEUS_MINIMUS: &[Table] = &[
        &[(10.4, 92.2), (13.3, 84.8)],
        &[(9.7, 92.3), (13.3, 84.8)],
        &[(8.0, 92.2), (13.2, 85.0)],
    ];
    /// Piriformis (Rajagopal 2016).
    pub const PIRIFORMIS: &[Table] = &[&[(1.4, 93.0), (6.1, 90.6), (12.1, 85.5)]];
    /// Both gemelli as one line (Gait2392, moved onto the hip center).
    pub const GEMELLI: &[Table] = &[&[(6.5, 84.3), (12.2, 85.5)]];
    /// Quadratus femoris (Gait2392, moved onto the hip center).
    pub const QUADRATUS_FEMORIS: &[Table] = &[&[(4.6, 81.0), (11.4, 82.3)]];
}

/// The course of the right sciatic nerve.
#[rustfmt::skip]
pub const SCIATIC_NERVE: Table = &[
    (4.9, 89.9), (6.4, 87.6), (7.5, 84.6), (7.9, 80.0), (7.8, 74.0), (7.6, 66.0), (7.7, 56.0),
];
