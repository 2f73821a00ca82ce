//! The layers from the right side.

use super::bone::{bone as bone_of, hollows, lines};
use super::engraving::{Flesh, muscle};
use super::page::Side;
use super::strand::{band, nerve, veil};
use crate::anatomy::joint::FEMORAL_HEAD_RADIUS;
use crate::anatomy::lateral::{self as anatomy, muscle as borders};
use crate::geometry::{Point, point, points};
use crate::path::{Path, View, outline};
use crate::scene::{Attribute, Element, Token};

const VIEW: View = Side::Lateral.view();

pub(super) fn skin() -> Vec<Element> {
    let back = points(anatomy::SKIN);
    let front = points(anatomy::SKIN_FRONT);
    let mut path = Path::new();
    path.smooth(&VIEW.all(&back), false);
    path.line_to(VIEW.at(front[0]));
    path.continue_smooth(&VIEW.all(&front));
    path.close();
    let fold: &[(f32, f32)] = &[(-16.8, 76.4), (-14.4, 75.8), (-11.6, 76.8)];
    let hollow: &[(f32, f32)] = &[(-8.6, 88.0), (-10.0, 84.6), (-9.2, 80.4), (-7.0, 78.6)];
    let groin: &[(f32, f32)] = &[(3.8, 86.8), (1.8, 88.6), (-0.2, 91.4), (-0.6, 93.6)];
    let folds = |curves: &[&[(f32, f32)]], pen, opacity| {
        let mut path = Path::new();
        for curve in curves {
            path.smooth(&VIEW.all(&points(curve)), false);
        }
        Element::path(path.data())
            .stroke(Token::SkinLine, pen)
            .with(Attribute::StrokeOpacity, opacity)
    };
    let rim = |width: &'static str, opacity: &'static str| {
        Element::copy_of("skin")
            .stroke(Token::SkinLine, width)
            .with(Attribute::StrokeOpacity, opacity)
    };
    vec![
        Element::clip(
            "c",
            vec![Element::path(path.data()).with(Attribute::Id, "skin")],
        ),
        Element::copy_of("skin")
            .fill(Token::Skin)
            .outlined(Token::SkinLine, "3"),
        Element::group(vec![
            rim("180", ".035"),
            rim("140", ".04"),
            rim("104", ".045"),
            rim("72", ".05"),
            rim("44", ".06"),
            rim("22", ".08"),
            folds(&[fold, hollow], "90", ".03"),
            folds(&[fold, hollow], "60", ".035"),
            folds(&[fold, hollow], "30", ".04"),
            folds(&[groin], "40", ".05"),
            folds(&[groin], "20", ".07"),
            folds(&[fold], "4", ".8"),
            folds(&[groin], "4", ".45"),
        ])
        .with(Attribute::ClipPath, "c"),
    ]
}

fn round(id: &'static str, clip: &'static str, radius: f64, seed: u64) -> Vec<Element> {
    let center = point(anatomy::HIP.0, anatomy::HIP.1);
    let ring: Vec<Point> = (0..10)
        .map(|step| {
            let angle = std::f64::consts::TAU * f64::from(step) / 10.0;
            center.plus(point(radius * angle.cos(), radius * angle.sin()))
        })
        .collect();
    bone_of(id, clip, &ring, &VIEW, seed)
}

pub(super) fn bone() -> Vec<Element> {
    let mut all = bone_of("sacrum", "cs", &points(anatomy::SACRUM), &VIEW, 31);
    all.push(lines(
        &VIEW,
        &[
            &[(-13.9, 97.6), (-12.6, 95.6), (-12.4, 93.4), (-13.2, 90.6)],
            &[(-14.9, 92.8), (-13.6, 92.6), (-12.6, 92.4)],
            &[(-14.9, 89.6), (-13.8, 89.8), (-12.6, 90.2)],
            &[(-13.8, 87.2), (-13.2, 87.4), (-12.7, 87.6)],
        ],
        "2.4",
    ));
    all.push(spinous_ligament());
    all.extend(bone_of("hip", "ch", &points(anatomy::HIP_BONE), &VIEW, 32));
    all.push(
        Element::group(hollows(
            &VIEW,
            &[
                &[(-11.4, 92.6), (-11.4, 96.0), (-10.6, 99.6)],
                &[(-9.4, 92.4), (-8.8, 95.6), (-6.2, 97.0), (-3.2, 95.8)],
                &[(-8.4, 90.0), (-6.6, 90.4), (-3.6, 90.0)],
                &[(-10.2, 86.4), (-9.6, 84.6), (-9.0, 83.2)],
                &[(-2.2, 86.2), (-1.2, 84.9)],
            ],
        ))
        .with(Attribute::ClipPath, "ch"),
    );
    all.push(
        Element::path(outline(&VIEW.all(&points(anatomy::OBTURATOR_FORAMEN))))
            .fill(Token::SkinLine)
            .outlined(Token::BoneLine, "5"),
    );
    all.push(lines(
        &VIEW,
        &[
            // The three gluteal lines and the lips of the crest.
            &[(-11.2, 91.9), (-11.6, 94.6), (-11.4, 97.4), (-10.2, 100.6)],
            &[
                (-9.2, 91.4),
                (-9.6, 94.6),
                (-8.0, 97.4),
                (-5.0, 97.4),
                (-2.2, 95.6),
            ],
            &[
                (-8.8, 90.2),
                (-7.4, 91.0),
                (-5.2, 91.0),
                (-2.8, 90.6),
                (-1.6, 91.2),
            ],
            &[
                (-13.0, 97.6),
                (-11.2, 99.8),
                (-9.2, 100.8),
                (-7.3, 101.0),
                (-5.2, 99.8),
                (-2.4, 96.4),
            ],
            &[(-4.6, 99.2), (-3.4, 97.6), (-2.8, 96.4)],
            // The groove where obturator internus turns, the sitting bone.
            &[(-10.4, 81.9), (-10.2, 83.0), (-9.4, 84.0)],
            &[(-9.6, 84.8), (-9.0, 84.4), (-8.4, 84.4)],
        ],
        "2.4",
    ));
    all.extend(round("socket", "ck", 2.95, 33));
    all.extend(round("head", "cd", FEMORAL_HEAD_RADIUS, 34));
    all.extend(bone_of("femur", "cf", &points(anatomy::FEMUR), &VIEW, 35));
    all.push(lines(
        &VIEW,
        &[
            // The ridge of gluteus medius, the root of the trochanter, the gluteal tuberosity.
            &[(-9.0, 85.4), (-8.0, 84.5), (-6.9, 83.6)],
            &[(-8.9, 84.9), (-7.9, 84.0), (-6.8, 83.1)],
            &[(-9.0, 81.8), (-7.4, 80.8), (-5.6, 81.0)],
            &[(-8.4, 79.8), (-7.7, 77.8), (-7.0, 75.2), (-6.3, 72.2)],
            &[(-8.0, 79.8), (-7.4, 77.8), (-6.7, 75.2), (-6.0, 72.2)],
            &[(-4.4, 78.0), (-3.9, 73.0), (-3.5, 68.0), (-3.2, 62.0)],
        ],
        "2.4",
    ));
    all.push(band(&borders::SACROTUBEROUS_LIGAMENT, &VIEW, 12, 1.0, 36));
    all
}

fn spinous_ligament() -> Element {
    let spinous = crate::geometry::Borders {
        origin: &[(-13.2, 90.0), (-13.2, 87.4), (-12.8, 85.6)],
        insertion: &[(-11.1, 86.8), (-11.2, 86.6), (-11.1, 86.3)],
        a: &[(-12.2, 88.2)],
        b: &[(-12.0, 86.1)],
    };
    band(&spinous, &VIEW, 8, 1.0, 37)
}

/// The short rotators, the nerve and the muscles of the thigh.
pub(super) fn deep() -> Vec<Element> {
    let rotator = Flesh {
        fibers: 22,
        bundles: 3,
        flesh: (0.0, 0.8),
        ..Flesh::new(Token::Deep, "ro")
    };
    let thigh = Flesh {
        fibers: 70,
        bundles: 7,
        flesh: (0.06, 1.0),
        part: (0.0, 0.68),
        ..Flesh::new(Token::Muscle, "ha")
    };
    let quadriceps = Flesh {
        family: "qu",
        ..thigh
    };
    let region = outline_of(anatomy::BEHIND_THE_FEMUR);
    let rotators = vec![
        muscle(
            &borders::QUADRATUS_FEMORIS,
            &VIEW,
            &Flesh {
                flesh: (0.1, 0.9),
                fibers: 26,
                ..rotator
            },
            41,
        ),
        muscle(
            &borders::OBTURATOR_INTERNUS,
            &VIEW,
            &Flesh {
                flesh: (0.0, 0.5),
                ..rotator
            },
            42,
        ),
        muscle(
            &borders::GEMELLUS_SUPERIOR,
            &VIEW,
            &Flesh {
                fibers: 10,
                bundles: 1,
                ..rotator
            },
            43,
        ),
        muscle(
            &borders::GEMELLUS_INFERIOR,
            &VIEW,
            &Flesh {
                fibers: 12,
                bundles: 1,
                ..rotator
            },
            44,
        ),
        nerve(&points(&anatomy::SCIATIC_NERVE[1..]), &VIEW),
        muscle(
            &borders::PIRIFORMIS,
            &VIEW,
            &Flesh {
                fibers: 40,
                bundles: 4,
                ..rotator
            },
            45,
        ),
    ];
    vec![
        muscle(
            &borders::SARTORIUS,
            &VIEW,
            &Flesh {
                fibers: 24,
                bundles: 3,
                part: (0.0, 1.0),
                flesh: (0.04, 1.0),
                ..quadriceps
            },
            46,
        ),
        Element::clip("cr", vec![Element::path(region)]),
        Element::group(rotators).with(Attribute::ClipPath, "cr"),
        band(&borders::SACROTUBEROUS_LIGAMENT, &VIEW, 12, 1.0, 36),
        muscle(&borders::SEMITENDINOSUS, &VIEW, &thigh, 47),
        muscle(&borders::BICEPS_FEMORIS, &VIEW, &thigh, 48),
        muscle(
            &borders::RECTUS_FEMORIS,
            &VIEW,
            &Flesh {
                flesh: (0.13, 1.0),
                part: (0.0, 0.72),
                ..quadriceps
            },
            49,
        ),
        muscle(
            &borders::VASTUS_LATERALIS,
            &VIEW,
            &Flesh {
                fibers: 110,
                bundles: 10,
                flesh: (0.04, 1.0),
                part: (0.0, 0.7),
                ..quadriceps
            },
            50,
        ),
    ]
}

fn outline_of(table: &[(f32, f32)]) -> String {
    let mut path = Path::new();
    path.polyline(&VIEW.all(&points(table)), true);
    path.data()
}

pub(super) fn minimus() -> Vec<Element> {
    let flesh = Flesh {
        fibers: 130,
        bundles: 10,
        flesh: (0.02, 0.78),
        ..Flesh::new(Token::Minimus, "mn")
    };
    vec![muscle(&borders::GLUTEUS_MINIMUS, &VIEW, &flesh, 86)]
}

pub(super) fn medius() -> Vec<Element> {
    let flesh = Flesh {
        fibers: 190,
        bundles: 14,
        flesh: (0.015, 0.85),
        ..Flesh::new(Token::Medius, "md")
    };
    vec![muscle(&borders::GLUTEUS_MEDIUS, &VIEW, &flesh, 87)]
}

pub(super) fn maximus() -> Vec<Element> {
    let tensor = Flesh {
        fibers: 70,
        bundles: 6,
        flesh: (0.04, 0.84),
        ..Flesh::new(Token::Medius, "tf")
    };
    let maximus = Flesh {
        fibers: 220,
        bundles: 16,
        flesh: (0.05, 0.87),
        ..Flesh::new(Token::Muscle, "mx")
    };
    vec![
        veil(&borders::GLUTEAL_APONEUROSIS, &VIEW, 44, 91),
        band(&borders::ILIOTIBIAL_BAND, &VIEW, 34, 0.68, 88),
        muscle(&borders::TENSOR_FASCIAE_LATAE, &VIEW, &tensor, 89),
        muscle(&borders::GLUTEUS_MAXIMUS, &VIEW, &maximus, 90),
    ]
}
