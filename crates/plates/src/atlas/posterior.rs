//! The layers from behind.

use super::bone::{bone as bone_of, hollows, lines};
use super::engraving::{Flesh, muscle};
use super::page::Side;
use super::strand::{band, nerve};
use crate::anatomy::{self, muscle as borders};
use crate::geometry::{Point, point, points};
use crate::path::{Path, View, outline};
use crate::scene::{Attribute, Element, Token};
use crate::three_glutes;

const VIEW: View = Side::Posterior.view();

/// The outline of hips and thighs, both sides.
pub(super) fn skin() -> Vec<Element> {
    let right = points(three_glutes::SKIN);
    let inner = points(three_glutes::SKIN_INNER);
    let mirrored = |knots: &[Point]| -> Vec<Point> {
        let mirror = |knot: &Point| point(-knot.x, knot.y);
        knots.iter().rev().map(mirror).collect()
    };
    let crotch: Vec<Point> = [inner.clone(), mirrored(&inner[..inner.len() - 1])].concat();
    let left = mirrored(&right);
    let mut path = Path::new();
    path.smooth(&VIEW.all(&right), false);
    path.line_to(VIEW.at(crotch[0]));
    path.continue_smooth(&VIEW.all(&crotch));
    path.line_to(VIEW.at(left[0]));
    path.continue_smooth(&VIEW.all(&left));
    path.close();
    let data = path.data();
    let folds = |curves: &[&[(f32, f32)]], pen, opacity| {
        let mut path = Path::new();
        for curve in curves {
            path.smooth(&VIEW.all(&points(curve)), false);
        }
        Element::path(path.data())
            .stroke(Token::SkinLine, pen)
            .with(Attribute::StrokeOpacity, opacity)
    };
    // The cleft, the fold below the buttock, the dimple at the back point of the pelvis.
    let cleft: &[(f32, f32)] = &[(0.0, 88.6), (0.25, 86.0), (0.3, 82.4), (0.0, 78.7)];
    let fold: &[(f32, f32)] = &[(0.6, 77.6), (3.0, 75.6), (6.4, 75.2), (9.6, 76.6)];
    let dimple: &[(f32, f32)] = &[(3.4, 96.0), (4.0, 95.1), (4.9, 95.4)];
    let rim = |width: &'static str, opacity: &'static str| {
        Element::copy_of("skin")
            .stroke(Token::SkinLine, width)
            .with(Attribute::StrokeOpacity, opacity)
    };
    vec![
        Element::clip("c", vec![Element::path(data).with(Attribute::Id, "skin")]),
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
            folds(&[cleft, fold, dimple], "60", ".05"),
            folds(&[cleft, fold, dimple], "42", ".07"),
            folds(&[cleft, fold, dimple], "24", ".09"),
            folds(&[cleft, fold], "4", ".8"),
            folds(&[dimple], "4", ".5"),
        ])
        .with(Attribute::ClipPath, "c"),
    ]
}

fn sacrum() -> Vec<Element> {
    let mut all = bone_of("sacrum", "cs", &points(anatomy::SACRUM), &VIEW, 51);
    let mut holes = Path::new();
    let mut rims = Path::new();
    for row in 0..4 {
        let row = f64::from(row);
        for side in [-1.0, 1.0] {
            let (x, y) = (side * (2.3 - 0.3 * row), 97.4 - 2.1 * row);
            let ring = |a: f64, b: f64| {
                [(a, 0.0), (0.0, b), (-a, 0.0), (0.0, -b)]
                    .map(|(dx, dy)| VIEW.at(point(x + dx, y + dy)))
            };
            holes.smooth(&ring(0.36, 0.30), true);
            rims.smooth(&ring(0.62, 0.54), true);
        }
    }
    let mut crest = Path::new();
    for row in 0..4 {
        let y = 98.4 - 2.1 * f64::from(row);
        let knob = [(0.0, 0.9), (0.42, 0.0), (0.0, -0.7), (-0.42, 0.0)]
            .map(|(dx, dy)| VIEW.at(point(dx, y + dy)));
        crest.smooth(&knob, true);
    }
    all.push(
        Element::path(rims.data())
            .fill(Token::BoneShade)
            .with(Attribute::FillOpacity, ".35"),
    );
    all.push(Element::path(holes.data()).fill(Token::BoneLine));
    all.push(
        Element::path(crest.data())
            .fill(Token::Bone)
            .outlined(Token::BoneLine, "2.4"),
    );
    all.push(lines(
        &VIEW,
        &[
            &[(-1.1, 99.4), (-1.0, 95.0), (-0.7, 90.6)],
            &[(1.1, 99.4), (1.0, 95.0), (0.7, 90.6)],
            &[(-3.3, 98.6), (-2.9, 95.4), (-1.9, 91.6)],
            &[(3.3, 98.6), (2.9, 95.4), (1.9, 91.6)],
            &[(-0.9, 88.6), (0.0, 88.3), (0.9, 88.6)],
            &[(-0.7, 87.4), (0.0, 87.1), (0.7, 87.4)],
            &[(-0.5, 86.2), (0.0, 86.0), (0.5, 86.2)],
        ],
        "2.4",
    ));
    all
}

pub(super) fn bone() -> Vec<Element> {
    let hip = points(anatomy::HIP_BONE);
    let femur: Vec<Point> = points(anatomy::FEMUR)
        .into_iter()
        .filter(|knot| knot.y > 55.0)
        .collect();
    let mut all = bone_of("femur", "cf", &femur, &VIEW, 52);
    all.push(lines(
        &VIEW,
        &[
            // The crest between the trochanters, the tuberosity of gluteus maximus, the rough line.
            &[(12.1, 85.4), (11.0, 84.0), (10.0, 82.4), (9.4, 81.0)],
            &[(12.4, 85.2), (11.4, 83.6), (10.5, 82.0), (9.9, 80.6)],
            &[(12.7, 81.0), (12.2, 78.6), (11.8, 75.8), (11.3, 72.6)],
            &[(12.2, 80.6), (11.8, 78.2), (11.4, 75.6), (11.0, 72.8)],
            &[(11.1, 72.6), (10.8, 68.0), (10.4, 62.0), (10.0, 58.0)],
            &[(10.0, 78.4), (10.5, 74.8), (10.6, 71.6), (10.4, 68.0)],
            &[(8.2, 87.9), (8.8, 86.4), (8.6, 84.6), (8.0, 83.7)],
        ],
        "2.4",
    ));
    all.extend(hollows(
        &VIEW,
        &[
            &[
                (12.6, 83.4),
                (12.0, 79.6),
                (11.2, 74.0),
                (10.4, 66.0),
                (10.0, 60.0),
            ],
            &[(9.6, 86.2), (9.8, 84.6), (9.4, 83.0)],
        ],
    ));
    all.extend(bone_of("hip", "ch", &hip, &VIEW, 53));
    all.push(
        Element::group(hollows(
            &VIEW,
            &[
                &[(5.4, 93.2), (6.4, 95.6), (6.8, 99.4)],
                &[(8.6, 91.6), (10.4, 94.0), (11.8, 97.4)],
                &[(7.2, 89.6), (8.6, 88.4), (9.0, 87.0)],
                &[(4.6, 84.6), (5.2, 83.0), (5.0, 81.6)],
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
            // The gluteal lines, the lip of the crest, the rim of the socket, the sitting bone.
            &[(5.2, 92.6), (6.0, 94.6), (6.4, 97.4), (6.6, 100.4)],
            &[(8.0, 91.2), (9.6, 93.2), (11.0, 96.2), (12.4, 98.0)],
            &[
                (4.4, 99.0),
                (6.4, 100.9),
                (9.1, 101.0),
                (11.2, 99.6),
                (12.5, 97.2),
            ],
            &[(9.6, 90.0), (9.3, 88.2), (8.4, 86.4)],
            &[(4.3, 81.5), (5.0, 82.9), (5.8, 83.9), (6.2, 83.0)],
            &[(5.6, 87.8), (6.6, 88.2), (7.6, 87.4)],
        ],
        "2.4",
    ));
    all.extend(sacrum());
    all.push(ligaments());
    all
}

/// The two ligaments that hold the sacrum to the ischium.
fn ligaments() -> Element {
    let spinous = crate::geometry::Borders {
        origin: &[(1.6, 89.6), (1.1, 88.0), (0.7, 86.6)],
        insertion: &[(4.9, 87.6), (5.0, 87.3), (4.9, 87.0)],
        a: &[(3.4, 88.4)],
        b: &[(2.9, 86.9)],
    };
    Element::group(vec![
        band(&spinous, &VIEW, 9, 1.0, 61),
        band(&three_glutes::SACROTUBEROUS_LIGAMENT, &VIEW, 13, 1.0, 62),
    ])
}

/// Vastus lateralis, what is seen of it from behind.
pub(crate) const VASTUS_LATERALIS: crate::geometry::Borders = crate::geometry::Borders {
    origin: &[(12.0, 79.4), (12.8, 80.4), (13.5, 80.8)],
    insertion: &[(10.4, 46.0), (11.0, 46.0), (11.6, 46.0)],
    a: &[(11.2, 72.0), (10.6, 62.0), (10.2, 52.0)],
    b: &[(14.7, 73.0), (14.3, 62.0), (12.6, 52.0)],
};

/// Where piriformis is seen: it starts on the front of the sacrum.
fn beside_the_sacrum() -> String {
    let region: crate::geometry::Table = &[
        (4.5, 98.0),
        (4.6, 96.6),
        (3.7, 95.0),
        (2.7, 92.6),
        (2.0, 90.4),
        (1.5, 88.8),
        (1.2, 86.0),
        (16.0, 82.0),
        (16.0, 98.0),
    ];
    let mut path = Path::new();
    path.polyline(&VIEW.all(&points(region)), true);
    path.data()
}

/// The deep rotators, the nerve and the muscles of the thigh.
pub(super) fn deep() -> Vec<Element> {
    let rotator = Flesh {
        fibers: 26,
        bundles: 3,
        flesh: (0.0, 0.76),
        ..Flesh::new(Token::Deep, "ro")
    };
    let thigh = Flesh {
        fibers: 60,
        bundles: 6,
        flesh: (0.07, 1.0),
        part: (0.0, 0.62),
        ..Flesh::new(Token::Muscle, "ha")
    };
    let adductor = Flesh {
        fibers: 70,
        bundles: 7,
        flesh: (0.03, 0.95),
        ..Flesh::new(Token::Deep, "ad")
    };
    let vastus = Flesh {
        family: "qu",
        fibers: 30,
        bundles: 3,
        ..thigh
    };
    vec![
        muscle(&borders::ADDUCTOR_MAGNUS, &VIEW, &adductor, 71),
        muscle(&VASTUS_LATERALIS, &VIEW, &vastus, 72),
        muscle(
            &borders::QUADRATUS_FEMORIS,
            &VIEW,
            &Flesh {
                fibers: 40,
                bundles: 5,
                flesh: (0.07, 0.92),
                ..rotator
            },
            73,
        ),
        muscle(
            &borders::OBTURATOR_INTERNUS,
            &VIEW,
            &Flesh {
                flesh: (0.0, 0.55),
                ..rotator
            },
            74,
        ),
        muscle(
            &borders::GEMELLUS_SUPERIOR,
            &VIEW,
            &Flesh {
                fibers: 14,
                bundles: 1,
                ..rotator
            },
            75,
        ),
        muscle(
            &borders::GEMELLUS_INFERIOR,
            &VIEW,
            &Flesh {
                fibers: 16,
                bundles: 1,
                ..rotator
            },
            76,
        ),
        nerve(&points(anatomy::SCIATIC_NERVE), &VIEW),
        Element::clip("cp", vec![Element::path(beside_the_sacrum())]),
        Element::group(vec![muscle(
            &borders::PIRIFORMIS,
            &VIEW,
            &Flesh {
                fibers: 54,
                bundles: 5,
                flesh: (0.0, 0.8),
                ..rotator
            },
            77,
        )])
        .with(Attribute::ClipPath, "cp"),
        ligaments(),
        muscle(
            &borders::SEMIMEMBRANOSUS,
            &VIEW,
            &Flesh {
                flesh: (0.3, 1.0),
                fibers: 40,
                ..thigh
            },
            78,
        ),
        muscle(&borders::BICEPS_FEMORIS, &VIEW, &thigh, 79),
        muscle(&borders::SEMITENDINOSUS, &VIEW, &thigh, 80),
    ]
}

pub(super) fn minimus() -> Vec<Element> {
    let flesh = Flesh {
        fibers: 120,
        bundles: 9,
        flesh: (0.02, 0.78),
        ..Flesh::new(Token::Minimus, "mn")
    };
    vec![muscle(&borders::GLUTEUS_MINIMUS, &VIEW, &flesh, 81)]
}

pub(super) fn medius() -> Vec<Element> {
    let flesh = Flesh {
        fibers: 170,
        bundles: 12,
        flesh: (0.015, 0.86),
        ..Flesh::new(Token::Medius, "md")
    };
    vec![muscle(&borders::GLUTEUS_MEDIUS, &VIEW, &flesh, 82)]
}

pub(super) fn maximus() -> Vec<Element> {
    let flesh = Flesh {
        fibers: 230,
        bundles: 17,
        flesh: (0.05, 0.87),
        ..Flesh::new(Token::Muscle, "mx")
    };
    vec![
        band(&three_glutes::ILIOTIBIAL_BAND, &VIEW, 16, 1.0, 83),
        muscle(&borders::GLUTEUS_MAXIMUS, &VIEW, &flesh, 84),
    ]
}
