//! The bones of the plate.

use super::{Side, closed, part, view};
use crate::anatomy;
use crate::geometry::{point, points};
use crate::path::Path;
use crate::scene::{Attribute, Element, Token};

/// A bone with a shaded rim.
fn bone(id: &'static str, clip: &'static str, data: String) -> Vec<Element> {
    vec![
        Element::clip(clip, vec![Element::path(data).with(Attribute::Id, id)]),
        Element::copy_of(id)
            .fill(Token::Bone)
            .outlined(Token::BoneLine, "4.6"),
        Element::group(vec![
            Element::copy_of(id)
                .stroke(Token::BoneShade, "28")
                .with(Attribute::StrokeOpacity, ".28"),
            Element::copy_of(id)
                .stroke(Token::BoneShade, "11")
                .with(Attribute::StrokeOpacity, ".4"),
        ])
        .with(Attribute::ClipPath, clip),
    ]
}

fn lines(curves: &[&[(f32, f32)]]) -> Element {
    let view = view(Side::Right);
    let mut path = Path::new();
    for curve in curves {
        path.smooth(&view.all(&points(curve)), false);
    }
    Element::path(path.data())
        .stroke(Token::BoneLine, "2")
        .with(Attribute::StrokeOpacity, ".7")
}

pub(super) fn femur() -> Vec<Element> {
    // The knee is far below the page.
    let thigh: Vec<(f32, f32)> = anatomy::FEMUR
        .iter()
        .copied()
        .filter(|knot| knot.1 > 55.0)
        .collect();
    let mut femur = bone("femur", "clip-femur", closed(&view(Side::Right), &thigh));
    femur.push(lines(&[
        &[(11.0, 85.6), (10.4, 83.6), (9.6, 81.4)],
        &[(12.9, 83.6), (12.4, 80.4), (12.0, 75.6)],
    ]));
    femur
}

pub(super) fn hip_bone() -> Vec<Element> {
    let view = view(Side::Right);
    let mut hip = bone("hip", "clip-hip", closed(&view, anatomy::HIP_BONE));
    hip.push(
        Element::path(closed(&view, anatomy::OBTURATOR_FORAMEN))
            .fill(Token::SkinLine)
            .outlined(Token::BoneLine, "2"),
    );
    hip.push(lines(&[
        &[(5.4, 92.4), (6.4, 94.6), (7.0, 97.4), (7.6, 99.8)],
        &[(9.6, 91.8), (10.8, 93.4), (11.6, 95.8), (11.8, 98.2)],
        &[(4.6, 81.6), (5.4, 83.0), (6.2, 83.4)],
    ]));
    hip
}

pub(super) fn sacrum() -> Element {
    let view = view(Side::Right);
    let mut sacrum = bone("sacrum", "clip-sacrum", closed(&view, anatomy::SACRUM));
    let mut holes = Path::new();
    for row in 0..4 {
        let row = f64::from(row);
        for side in [-1.0, 1.0] {
            let (x, y) = (side * (2.3 - 0.3 * row), 97.6 - 2.1 * row);
            let dimple = [(0.42, 0.0), (0.0, 0.36), (-0.42, 0.0), (0.0, -0.36)]
                .map(|(dx, dy)| point(x + dx, y + dy));
            holes.smooth(&view.all(&dimple), true);
        }
    }
    sacrum.push(Element::path(holes.data()).fill(Token::BoneShade));
    sacrum.push(lines(&[
        &[(0.0, 99.4), (0.12, 95.0), (0.0, 90.0)],
        &[(-1.2, 99.4), (-1.1, 95.0), (-0.7, 90.6)],
        &[(1.2, 99.4), (1.1, 95.0), (0.7, 90.6)],
    ]));
    Element::group(sacrum).part(part(
        "sacrum",
        "Sacrum",
        "The bone at the back of the pelvis.",
    ))
}
