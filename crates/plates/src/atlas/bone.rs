//! Bones: a shaded rim with hatching, hollows, and lines on them.

use crate::geometry::{Point, point};
use crate::ink::Random;
use crate::path::{Path, View, outline};
use crate::scene::{Attribute, Element, Token};

/// Soft shade along curves: hollows and ridges of a bone.
pub(super) fn hollows(view: &View, curves: &[&[(f32, f32)]]) -> Vec<Element> {
    let mut path = Path::new();
    for curve in curves {
        path.smooth(&view.all(&crate::geometry::points(curve)), false);
    }
    let data = path.data();
    [("76", ".07"), ("48", ".09"), ("24", ".12")]
        .map(|(width, opacity)| {
            Element::path(data.clone())
                .stroke(Token::BoneShade, width)
                .with(Attribute::StrokeOpacity, opacity)
        })
        .into()
}

/// Curves drawn with one pen.
pub(super) fn lines(view: &View, curves: &[&[(f32, f32)]], pen: &'static str) -> Element {
    let mut path = Path::new();
    for curve in curves {
        path.smooth(&view.all(&crate::geometry::points(curve)), false);
    }
    Element::path(path.data()).stroke(Token::BoneLine, pen)
}

/// A bone whose rim lies in shade, with fine hatching along the rim.
pub(super) fn bone(
    id: &'static str,
    clip: &'static str,
    knots: &[Point],
    view: &View,
    seed: u64,
) -> Vec<Element> {
    let data = outline(&view.all(knots));
    let rim = |width: &'static str, opacity: &'static str| {
        Element::copy_of(id)
            .stroke(Token::BoneShade, width)
            .with(Attribute::StrokeOpacity, opacity)
    };
    vec![
        Element::clip(clip, vec![Element::path(data).with(Attribute::Id, id)]),
        Element::copy_of(id)
            .stroke(Token::BoneLine, "16")
            .with(Attribute::StrokeOpacity, ".10"),
        Element::copy_of(id)
            .fill(Token::Bone)
            .outlined(Token::BoneLine, "5"),
        Element::group(vec![
            rim("96", ".07"),
            rim("76", ".08"),
            rim("58", ".09"),
            rim("42", ".11"),
            rim("28", ".13"),
            rim("17", ".17"),
            rim("9", ".24"),
            rim_hatching(knots, view, seed),
        ])
        .with(Attribute::ClipPath, clip),
    ]
}

/// Short strokes from the rim inward, longer where the light does not reach.
fn rim_hatching(knots: &[Point], view: &View, seed: u64) -> Element {
    let mut random = Random::new(seed);
    let closed: Vec<Point> = crate::geometry::smooth(knots, 6, true);
    let mut path = Path::new();
    let count = closed.len();
    for index in 0..count {
        let (here, next) = (closed[index], closed[(index + 1) % count]);
        let along = next.minus(here);
        let steps = (along.length() / 0.16) as usize;
        for step in 0..steps {
            let foot = here.toward(next, (step as f64 + random.unit()) / steps as f64);
            let normal = along.unit().turned();
            // The light comes from above and the left; both directions are tried, the clip keeps
            // the inner one.
            for normal in [normal, normal.times(-1.0)] {
                let lit = normal.dot(point(0.6, -0.8));
                let length = random.between(0.14, 0.46) * (1.0 - 0.75 * lit.max(-0.6));
                let lean = along.unit().times(0.35 * length);
                path.move_to(view.at(foot));
                path.line_to(view.at(foot.plus(normal.times(length)).plus(lean)));
            }
        }
    }
    Element::path(path.data())
        .stroke(Token::BoneLine, "1.4")
        .with(Attribute::StrokeOpacity, ".42")
}
