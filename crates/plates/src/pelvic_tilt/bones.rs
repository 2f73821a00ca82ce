//! Bones as pieces drawn once, which the states move.

use crate::geometry::{Point, Table, point, points};
use crate::path::{Path, View, outline};
use crate::scene::{Attribute, Element, Part, Token};

use super::posture::{Posture, REST};
use super::stage::{Stage, UNIT, transform, turned};
use super::tables;

const PELVIS: Part = Part {
    id: "pelvis",
    name: "Pelvis",
    description: "The right hip bone from its side, the sacrum behind it; they tilt as one piece.",
};
const SPINE: Part = Part {
    id: "low-back",
    name: "Low back",
    description: "The five lumbar vertebrae on the sacrum and the lowest thoracic one above them.",
};
const FEMUR: Part = Part {
    id: "femur",
    name: "Thigh bone",
    description: "The right thigh bone, its head in the socket of the pelvis.",
};

/// The page of a piece: its center at the origin.
pub(super) const LOCAL: View = View::new(point(0.0, 0.0), UNIT);

/// A closed outline of a piece around the hip.
pub(super) fn shape(table: Table) -> String {
    outline(&LOCAL.all(&tables::from_hip(table)))
}

/// A bone with a shaded rim: one outline used three times.
fn bone(id: &'static str, clip: &'static str, data: String) -> Vec<Element> {
    vec![
        Element::clip(clip, vec![Element::path(data).with(Attribute::Id, id)]),
        Element::copy_of(id).fill(Token::Bone),
        Element::group(vec![
            Element::copy_of(id)
                .stroke(Token::BoneShade, "24")
                .with(Attribute::StrokeOpacity, ".26"),
            Element::copy_of(id)
                .stroke(Token::BoneShade, "10")
                .with(Attribute::StrokeOpacity, ".42"),
        ])
        .with(Attribute::ClipPath, clip),
        Element::copy_of(id).stroke(Token::BoneLine, "2.6"),
    ]
}

fn lines(curves: &[Table]) -> Element {
    let mut path = Path::new();
    for curve in curves {
        path.smooth(&LOCAL.all(&tables::from_hip(curve)), false);
    }
    Element::path(path.data())
        .stroke(Token::BoneLine, "2")
        .with(Attribute::StrokeOpacity, ".65")
        .with(Attribute::StrokeLinecap, "round")
}

/// The sacrum, behind the low back's muscles.
pub(super) fn sacrum(stage: &Stage, posture: &Posture) -> Element {
    let mut holes = Path::new();
    for (x, y) in [(-12.6, 96.6), (-13.2, 94.2), (-13.5, 92.0), (-13.6, 90.0)] {
        let dimple =
            [(0.4, 0.0), (0.0, 0.34), (-0.4, 0.0), (0.0, -0.34)].map(|(a, b)| (x + a, y + b));
        holes.smooth(&LOCAL.all(&tables::from_hip_points(&dimple)), true);
    }
    let mut all = bone("sacrum", "clip-sacrum", shape(tables::SACRUM));
    all.push(Element::path(holes.data()).fill(Token::BoneShade));
    Element::group(all).with(
        Attribute::Transform,
        stage.place(point(0.0, 0.0), posture.tilt),
    )
}

/// The hip bone with its socket.
pub(super) fn pelvis(stage: &Stage, posture: &Posture) -> Element {
    let mut all = bone("hipbone", "clip-hipbone", shape(tables::HIP_BONE));
    all.push(
        Element::path(shape(tables::FORAMEN))
            .fill(Token::Skin)
            .outlined(Token::BoneLine, "2.4"),
    );
    all.push(lines(tables::HIP_LINES));
    all.push(
        Element::circle(point(0.0, 0.0), 2.95 * UNIT)
            .fill(Token::BoneShade)
            .with(Attribute::FillOpacity, ".55")
            .outlined(Token::BoneLine, "2.4"),
    );
    Element::group(all)
        .with(
            Attribute::Transform,
            stage.place(point(0.0, 0.0), posture.tilt),
        )
        .part(PELVIS)
}

/// The thigh bone with the kneecap.
pub(super) fn femur(stage: &Stage, posture: &Posture) -> Element {
    let mut all = bone("femur-shape", "clip-femur", shape(tables::FEMUR));
    all.push(lines(tables::FEMUR_LINES));
    all.push(
        Element::path(shape(tables::PATELLA))
            .fill(Token::Bone)
            .outlined(Token::BoneLine, "2.6"),
    );
    Element::group(all)
        .with(
            Attribute::Transform,
            stage.place(point(0.0, 0.0), posture.thigh),
        )
        .part(FEMUR)
}

/// How large a vertebra is drawn, the lowest first.
fn size(index: usize) -> f64 {
    1.06 - 0.035 * index as f64
}

/// The outline of a vertebra where it rests, in centimeters from the hip.
fn vertebra(index: usize) -> Vec<Point> {
    let (center, lean) = REST[index];
    let origin = point(0.0, 0.0);
    points(tables::VERTEBRA)
        .into_iter()
        .map(|knot| center.plus(turned(knot.times(size(index)), origin, lean)))
        .collect()
}

/// The disks as one path on the page.
fn disks(stage: &Stage, posture: &Posture) -> String {
    let edge = |index: usize, end: f64| {
        let piece = posture.spine[index];
        let (center, lean) = REST[index];
        [1.62, -1.5].map(|x| {
            let knot = point(x, end).times(size(index));
            piece.carry(center.plus(turned(knot, point(0.0, 0.0), lean)))
        })
    };
    let pelvis = posture.pelvis();
    let mut below = [(-6.4, 97.3), (-9.2, 99.0)]
        .map(|place| pelvis.carry(tables::from_hip_points(&[place])[0]));
    let mut path = Path::new();
    for index in 0..REST.len() {
        let above = edge(index, -1.3);
        // A disk bulges a little at the front.
        let front = below[0].toward(above[0], 0.5);
        let bulge = front.plus(
            front
                .minus(below[1].toward(above[1], 0.5))
                .unit()
                .times(0.35),
        );
        path.polyline(
            &stage.all(&[below[1], below[0], bulge, above[0], above[1]]),
            true,
        );
        below = edge(index, 1.3);
    }
    path.data()
}

/// The low back: disks and vertebrae.
pub(super) fn spine(stage: &Stage, posture: &Posture) -> Element {
    let mut all = vec![
        Element::path(disks(stage, posture))
            .fill(Token::Tendon)
            .outlined(Token::TendonLine, "1.6")
            .with(Attribute::StrokeLinejoin, "round"),
    ];
    for (index, piece) in posture.spine.iter().enumerate() {
        let knots: Vec<Point> = vertebra(index)
            .into_iter()
            .map(|knot| knot.minus(REST[index].0))
            .collect();
        all.push(
            Element::path(outline(&LOCAL.all(&knots)))
                .fill(Token::Bone)
                .outlined(Token::BoneLine, "2.6")
                .with(Attribute::StrokeLinejoin, "round")
                .with(Attribute::Transform, stage.place(piece.at, piece.degrees)),
        );
    }
    Element::group(all).part(SPINE)
}

/// The spine as it would go if the low back did not bend: it follows the pelvis.
pub(super) fn stiff_spine(stage: &Stage, posture: &Posture) -> Element {
    let mut path = Path::new();
    for index in 0..REST.len() {
        path.smooth(&LOCAL.all(&vertebra(index)), true);
    }
    Element::path(path.data())
        .stroke(Token::InkSoft, "2.4")
        .with(Attribute::StrokeDasharray, "7 6")
        .with(
            Attribute::Transform,
            stage.place(point(0.0, 0.0), posture.tilt),
        )
}

/// The thigh bone as it would be otherwise.
pub(super) fn other_femur(stage: &Stage, degrees: f64) -> Element {
    let dash = stage.width(6.0);
    Element::copy_of("femur-shape")
        .with(Attribute::Fill, "none")
        .with(Attribute::Stroke, Token::InkSoft.css())
        .with(Attribute::StrokeWidth, stage.width(2.2))
        .with(Attribute::StrokeDasharray, [&dash, " ", &dash].concat())
        .with(Attribute::Transform, stage.place(point(0.0, 0.0), degrees))
}

/// Shin bones and foot of the leg that hangs straight down from the knee.
pub(super) fn shin(stage: &Stage, posture: &Posture) -> Element {
    let knee = posture.femur().carry(tables::knee());
    let shapes = tables::SHIN
        .iter()
        .map(|table| {
            let knots: Vec<Point> = tables::from_hip(table)
                .into_iter()
                .map(|place| place.minus(tables::knee()))
                .collect();
            Element::path(outline(&LOCAL.all(&knots)))
        })
        .collect();
    Element::group(shapes)
        .fill(Token::Bone)
        .outlined(Token::BoneLine, "2.6")
        .with(
            Attribute::Transform,
            transform(stage.at(knee), 0.0, stage.scale / UNIT),
        )
}

/// Ribs, upper spine and skull, which go with the last vertebra.
pub(super) fn trunk(stage: &Stage, posture: &Posture) -> Element {
    let piece = posture.trunk();
    let mut ribs = Path::new();
    for row in 0..10 {
        let share = f64::from(row) / 9.0;
        // From the spine back and down, then forward; the lowest end short of the front.
        let y = 139.0 - 21.0 * share;
        let back = -15.0 - 2.0 * (std::f64::consts::PI * (0.2 + 0.75 * share)).sin();
        let front = -3.6 + 4.0 * (1.0 - (1.0 - share).powi(2)) - 9.0 * (share - 0.6).max(0.0);
        let knots = [
            (-12.6, y + 1.2),
            (back, y - 0.6),
            (back + 1.4, y - 3.4),
            (0.5 * (back + front), y - 6.6),
            (front, y - 7.4),
        ];
        ribs.smooth(&LOCAL.all(&tables::from_hip_points(&knots)), false);
    }
    let mut column = Path::new();
    column.smooth(
        &LOCAL.all(&tables::from_hip_points(&[
            (-9.4, 119.8),
            (-11.6, 125.0),
            (-13.0, 131.0),
            (-13.0, 137.0),
            (-11.8, 142.0),
            (-10.6, 147.0),
            (-10.6, 152.6),
        ])),
        false,
    );
    let column = column.data();
    let all = vec![
        Element::path(shape(tables::RIBS))
            .fill(Token::Bone)
            .with(Attribute::FillOpacity, ".55")
            .outlined(Token::BoneLine, "2.4"),
        Element::path(column.clone()).stroke(Token::BoneLine, "40"),
        Element::path(column.clone()).stroke(Token::Bone, "35"),
        Element::path(column)
            .stroke(Token::BoneLine, "35")
            .with(Attribute::StrokeDasharray, "3 27"),
        Element::path(ribs.data())
            .stroke(Token::BoneLine, "3")
            .with(Attribute::StrokeLinecap, "round"),
        Element::path(shape(tables::SKULL))
            .fill(Token::Bone)
            .outlined(Token::BoneLine, "2.6"),
        Element::path(shape(tables::ORBIT))
            .fill(Token::BoneShade)
            .outlined(Token::BoneLine, "2.4"),
        lines(tables::SKULL_LINES),
    ];
    let shift = piece
        .at
        .minus(turned(piece.rest, point(0.0, 0.0), piece.degrees));
    Element::group(all).with(Attribute::Transform, stage.place(shift, piece.degrees))
}
