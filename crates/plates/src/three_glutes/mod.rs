//! The plate `three-glutes`: the three gluteal muscles from behind.
//!
//! The left side shows what lies below the skin, the right side what lies deeper: gluteus
//! maximus is taken away there and gluteus medius cut, so that minimus, the deep rotators and
//! the sciatic nerve are seen.

mod bones;
mod labels;
pub mod map;

use crate::anatomy::{self, muscle};
use crate::geometry::{Borders, Patch, Point, Table, point, points};
use crate::ink::{Muscle, Random};
use crate::path::{Path, View, outline};
use crate::scene::{Attribute, Element, Part, Scene, Token};

const SCALE: f64 = 18.0;
const WIDTH: i32 = 864;
const HEIGHT: i32 = 756;
/// Body height at the top of the page, centimeters.
const TOP: f64 = 104.6;

/// Half the outline of hips and thighs.
#[rustfmt::skip]
pub(crate) const SKIN: Table = &[
    (13.6, 106.0), (14.4, 102.0), (16.0, 97.0), (17.4, 91.0), (18.0, 85.0), (17.8, 79.0),
    (16.9, 72.0), (15.8, 64.0), (15.2, 60.0),
];
pub(crate) const SKIN_INNER: Table = &[(1.4, 60.0), (1.1, 68.0), (0.7, 74.0), (0.0, 78.6)];

/// The iliotibial band, seen edge-on from behind.
pub const ILIOTIBIAL_BAND: Borders = Borders {
    origin: &[(12.9, 92.4), (14.2, 91.6)],
    insertion: &[(12.7, 58.0), (14.4, 58.0)],
    a: &[(14.0, 84.0), (13.9, 74.0)],
    b: &[(15.5, 84.0), (15.5, 74.0)],
};

/// What is left above of the cut gluteus medius.
pub const MEDIUS_FLAP: Borders = Borders {
    origin: muscle::GLUTEUS_MEDIUS_ORIGIN,
    insertion: &[
        (6.0, 91.6),
        (7.6, 94.0),
        (9.8, 95.4),
        (12.0, 95.4),
        (13.3, 94.6),
    ],
    a: &[(5.0, 92.5)],
    b: &[(13.4, 95.8)],
};

/// The ligament from the sacrum to the sitting bone.
pub const SACROTUBEROUS_LIGAMENT: Borders = Borders {
    origin: &[(3.1, 92.4), (2.0, 89.6), (1.0, 86.6)],
    insertion: &[(5.2, 83.2), (4.5, 82.4), (4.0, 81.4)],
    a: &[(3.9, 87.6)],
    b: &[(2.7, 84.8)],
};

const PENS: [&str; 3] = ["2.6", "2", "3.2"];

fn part(id: &'static str, name: &'static str, description: &'static str) -> Part {
    Part {
        id,
        name,
        description,
    }
}

/// The view of one side: the left is the mirror image of the tables.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

fn view(side: Side) -> View {
    View {
        mirrored: side == Side::Left,
        ..View::new(point(0.0, TOP * SCALE), SCALE)
    }
}

fn closed(view: &View, table: &[(f32, f32)]) -> String {
    outline(&view.all(&points(table)))
}

fn fleshy(color: Token, strokes: usize) -> Muscle {
    Muscle {
        color,
        strokes,
        part: (0.0, 1.0),
        flesh: (0.0, 1.0),
        tendon: 0,
        large: false,
        pens: PENS,
    }
}

fn draw(side: Side, borders: &Borders, ink: &Muscle, seed: u64) -> Vec<Element> {
    ink.draw(&Patch::new(borders), &view(side), &mut Random::new(seed))
}

fn skin() -> Element {
    let right = points(SKIN);
    let inner = points(SKIN_INNER);
    let mirrored = |knots: &[Point]| -> Vec<Point> {
        knots
            .iter()
            .rev()
            .map(|knot| point(-knot.x, knot.y))
            .collect()
    };
    let view = view(Side::Right);
    let crotch: Vec<Point> = [inner.clone(), mirrored(&inner[..inner.len() - 1])].concat();
    let mut path = Path::new();
    path.smooth(&view.all(&right), false);
    path.line_to(view.at(crotch[0]));
    path.continue_smooth(&view.all(&crotch));
    let left = mirrored(&right);
    path.line_to(view.at(left[0]));
    path.continue_smooth(&view.all(&left));
    path.close();
    Element::path(path.data())
        .fill(Token::Skin)
        .outlined(Token::SkinLine, "2")
}

/// The muscles at the back of the thigh, the same on both sides.
fn hamstrings() -> Element {
    let flesh = Muscle {
        part: (0.0, 0.56),
        flesh: (0.06, 1.0),
        tendon: 3,
        ..fleshy(Token::Muscle, 20)
    };
    let view = Side::Right;
    Element::group(
        [
            draw(
                view,
                &muscle::SEMIMEMBRANOSUS,
                &Muscle {
                    flesh: (0.12, 1.0),
                    ..flesh
                },
                11,
            ),
            draw(view, &muscle::BICEPS_FEMORIS, &flesh, 12),
            draw(view, &muscle::SEMITENDINOSUS, &flesh, 13),
        ]
        .concat(),
    )
    .part(part(
        "hamstrings",
        "Hamstrings",
        "The muscles at the back of the thigh.",
    ))
}

fn adductor() -> Vec<Element> {
    draw(
        Side::Right,
        &muscle::ADDUCTOR_MAGNUS,
        &fleshy(Token::Deep, 10),
        10,
    )
}

/// A band of tendon or ligament.
fn band(side: Side, borders: &Borders, count: usize) -> Vec<Element> {
    let patch = Patch::new(borders);
    let view = view(side);
    let mut inner = Path::new();
    for index in 1..count {
        let u = index as f64 / count as f64;
        let line: Vec<Point> = [0.0, 0.35, 0.7, 1.0]
            .map(|t| view.at(patch.at(u, t)))
            .to_vec();
        inner.smooth(&line, false);
    }
    vec![
        Element::path(outline(&view.all(&patch.outline(3))))
            .fill(Token::Tendon)
            .outlined(Token::TendonLine, "2.6"),
        Element::path(inner.data()).stroke(Token::TendonLine, "1.4"),
    ]
}

fn rotators() -> Vec<Element> {
    let flesh = Muscle {
        flesh: (0.0, 0.78),
        tendon: 4,
        ..fleshy(Token::Deep, 9)
    };
    let mut all = draw(
        Side::Right,
        &muscle::QUADRATUS_FEMORIS,
        &Muscle {
            flesh: (0.06, 0.94),
            tendon: 8,
            ..fleshy(Token::Deep, 18)
        },
        20,
    );
    for (borders, seed) in [
        (&muscle::OBTURATOR_INTERNUS, 21),
        (&muscle::GEMELLUS_SUPERIOR, 22),
        (&muscle::GEMELLUS_INFERIOR, 23),
    ] {
        all.extend(draw(Side::Right, borders, &flesh, seed));
    }
    all
}

fn nerve() -> Element {
    let view = view(Side::Right);
    let mut path = Path::new();
    path.smooth(&view.all(&points(anatomy::SCIATIC_NERVE)), false);
    let data = path.data();
    Element::group(vec![
        Element::path(data.clone()).stroke(Token::NerveLine, "18"),
        Element::path(data.clone()).stroke(Token::Nerve, "13"),
        Element::path(data)
            .stroke(Token::NerveLine, "1.4")
            .with(Attribute::StrokeOpacity, ".6"),
    ])
    .part(part(
        "sciatic-nerve",
        "Sciatic nerve",
        "The thick nerve that passes below piriformis.",
    ))
}

fn piriformis() -> Element {
    let ink = Muscle {
        flesh: (0.0, 0.84),
        tendon: 6,
        ..fleshy(Token::Deep, 26)
    };
    Element::group(draw(Side::Right, &muscle::PIRIFORMIS, &ink, 24)).part(part(
        "piriformis",
        "Piriformis",
        "A small muscle from the front of the sacrum to the top of the thigh bone.",
    ))
}

fn minimus() -> Element {
    let ink = Muscle {
        flesh: (0.0, 0.8),
        tendon: 10,
        ..fleshy(Token::Minimus, 40)
    };
    Element::group(draw(Side::Right, &muscle::GLUTEUS_MINIMUS, &ink, 25)).part(part(
        "gluteus-minimus",
        "Gluteus minimus",
        "The smallest and deepest of the three, under gluteus medius.",
    ))
}

/// Gluteus medius of the right side, its middle taken out.
fn medius_cut() -> Element {
    let view = view(Side::Right);
    let upper = Patch::new(&MEDIUS_FLAP);
    let lower = Patch::new(&muscle::GLUTEUS_MEDIUS);
    let flap = Muscle {
        large: true,
        ..fleshy(Token::Medius, 48)
    };
    let stump = Muscle {
        part: (0.84, 1.0),
        flesh: (0.0, 0.9),
        tendon: 10,
        ..fleshy(Token::Medius, 8)
    };
    let mut random = Random::new(26);
    let mut all = stump.draw(&lower, &view, &mut random);
    all.extend(stump.cut(&lower, &view, 0.84, -0.05, &mut random));
    all.extend(flap.draw(&upper, &view, &mut random));
    all.extend(flap.cut(&upper, &view, 0.98, 0.13, &mut random));
    Element::group(all).part(part(
        "gluteus-medius-cut",
        "Gluteus medius, cut",
        "The muscle at the side of the hip, cut so that gluteus minimus is seen under it.",
    ))
}

fn medius() -> Element {
    let ink = Muscle {
        flesh: (0.0, 0.88),
        large: true,
        ..fleshy(Token::Medius, 48)
    };
    Element::group(draw(Side::Left, &muscle::GLUTEUS_MEDIUS, &ink, 31)).part(part(
        "gluteus-medius",
        "Gluteus medius",
        "The muscle at the side of the hip; gluteus maximus covers its back part.",
    ))
}

fn maximus() -> Element {
    let ink = Muscle {
        flesh: (0.05, 0.86),
        large: true,
        tendon: 26,
        strokes: 98,
        ..fleshy(Token::Muscle, 0)
    };
    Element::group(draw(Side::Left, &muscle::GLUTEUS_MAXIMUS, &ink, 32)).part(part(
        "gluteus-maximus",
        "Gluteus maximus",
        "The largest of the three, from the back of the pelvis down and outward to the thigh.",
    ))
}

/// The plate without its labels.
#[must_use]
pub fn scene() -> Scene {
    let left_of = |id: &'static str| Element::copy_of(id).mirrored(0.0);
    let mut region = Path::new();
    let (w, h) = (f64::from(WIDTH), f64::from(HEIGHT));
    region.polyline(
        &[
            point(-0.5 * w, 0.0),
            point(0.5 * w, 0.0),
            point(0.5 * w, h),
            point(-0.5 * w, h),
        ],
        true,
    );
    let mut elements = Element::fade("fade", "ramp", ".82", region.data());
    let thigh = Element::group([bones::femur(), adductor()].concat()).with(Attribute::Id, "thigh");
    let hip = Element::group(bones::hip_bone()).with(Attribute::Id, "hipbone");
    let strings = Element::group(vec![hamstrings()]).with(Attribute::Id, "strings");
    let right = vec![
        thigh,
        hip,
        Element::group(rotators()).part(part(
            "deep-rotators",
            "Deep rotators",
            "Short muscles below piriformis: the gemelli, obturator internus, quadratus femoris.",
        )),
        nerve(),
        piriformis(),
        minimus(),
        medius_cut(),
    ];
    let body = [
        vec![skin()],
        right,
        vec![left_of("thigh"), left_of("hipbone"), bones::sacrum()],
        vec![Element::group(band(
            Side::Right,
            &SACROTUBEROUS_LIGAMENT,
            5,
        ))],
        vec![strings, left_of("strings")],
        vec![
            Element::group(band(Side::Left, &ILIOTIBIAL_BAND, 4)).part(part(
                "iliotibial-band",
                "Iliotibial band",
                "The strong band along the outside of the thigh.",
            )),
            medius(),
            maximus(),
        ],
    ]
    .concat();
    elements.push(
        Element::group(body)
            .with(Attribute::Mask, "fade")
            .with(Attribute::StrokeLinecap, "round")
            .with(Attribute::StrokeLinejoin, "round"),
    );
    sheet(elements)
}

/// The labels of the plate, on a sheet of the same size.
#[must_use]
pub fn labels() -> Scene {
    sheet(labels::labels())
}

fn sheet(elements: Vec<Element>) -> Scene {
    Scene {
        corner: (-WIDTH / 2, 0),
        size: (WIDTH, HEIGHT),
        title: "The three gluteal muscles from behind".into(),
        description: "The left side shows the muscles below the skin: gluteus maximus covers most \
                      of the buttock, gluteus medius shows above it, the iliotibial band runs down \
                      the outside of the thigh. On the right side gluteus maximus is taken away \
                      and gluteus medius cut: gluteus minimus lies under it, piriformis and the \
                      short rotators below, and the sciatic nerve runs down between them."
            .into(),
        elements,
    }
}
