//! What is pale or yellow: bands, fascia, ligaments and nerves.

use super::engraving::{FALL, FALL_FAR, Strokes, border, shadow, strip};
use crate::geometry::{Borders, Curve, Patch, Point, point};
use crate::ink::Random;
use crate::path::{Path, View};
use crate::scene::{Attribute, Element, Token};

/// A band of fascia or a ligament: pale, with fine lines and a shaded edge.
pub(super) fn band(borders: &Borders, view: &View, count: usize, to: f64, seed: u64) -> Element {
    let patch = &Patch::new(borders);
    let random = &mut Random::new(seed);
    let edge = border(patch, view, (0.0, to));
    let mut all = vec![
        shadow(edge.clone(), "22", ".08"),
        shadow(edge.clone(), "12", ".10"),
        Element::path(edge.clone()).fill(Token::Tendon),
    ];
    for (near, far) in FALL.into_iter().zip(FALL_FAR) {
        let mut path = Path::new();
        strip(&mut path, patch, view, (0.0, near), (0.0, to));
        strip(&mut path, patch, view, (1.0 - far, 1.0), (0.0, to));
        let shade = Element::path(path.data()).fill(Token::TendonLine);
        all.push(shade.with(Attribute::FillOpacity, ".10"));
    }
    let mut lines = Strokes::default();
    for line in 0..count {
        let u = (line as f64 + random.unit()) / count as f64;
        let mut start = random.between(0.0, 0.1) * to;
        while start < 0.95 * to {
            let end = (start + random.between(0.14, 0.34) * to).min(to);
            lines.fiber(|share| view.at(patch.at(u, start + (end - start) * share)));
            start = end + random.between(0.0, 0.08);
        }
    }
    all.extend(lines.elements(Token::TendonLine, ["1.2", "2.2"], ".6"));
    all.push(Element::path(edge).stroke(Token::TendonLine, "3"));
    Element::group(all).with(Attribute::Class, "fa")
}

/// A nerve along `knots`.
pub(super) fn nerve(knots: &[Point], view: &View) -> Element {
    let mut path = Path::new();
    path.smooth(&view.all(knots), false);
    let data = path.data();
    let curve = Curve::through(knots);
    // The light runs along the upper left of the round trunk, the bundles beside it.
    let beside = |offset: f64| {
        let knots: Vec<Point> = (0..=10)
            .map(|step| {
                view.at(curve.at(f64::from(step) / 10.0))
                    .plus(point(offset, 0.0))
            })
            .collect();
        let mut path = Path::new();
        path.smooth(&knots, false);
        path.data()
    };
    Element::group(vec![
        shadow(data.clone(), "44", ".12"),
        Element::path(data.clone()).stroke(Token::NerveLine, "32"),
        Element::path(data).stroke(Token::Nerve, "26"),
        Element::path([beside(5.0), beside(9.5)].concat())
            .stroke(Token::NerveLine, "1.8")
            .with(Attribute::StrokeOpacity, ".6"),
        Element::path(beside(-1.5))
            .stroke(Token::NerveLine, "1.8")
            .with(Attribute::StrokeOpacity, ".45"),
        Element::path(beside(-7.0))
            .stroke(Token::Bone, "4.5")
            .with(Attribute::StrokeOpacity, ".7"),
    ])
}

/// A thin fascia through which what lies below shows.
pub(super) fn veil(borders: &Borders, view: &View, count: usize, seed: u64) -> Element {
    let patch = &Patch::new(borders);
    let random = &mut Random::new(seed);
    let mut all = vec![
        Element::path(border(patch, view, (0.0, 1.0)))
            .fill(Token::Tendon)
            .with(Attribute::FillOpacity, ".5"),
    ];
    let mut lines = Strokes::default();
    let mut light = Strokes::default();
    for line in 0..count {
        let u = (line as f64 + random.unit()) / count as f64;
        let mut start = random.between(0.0, 0.1);
        while start < 0.95 {
            let end = (start + random.between(0.14, 0.34)).min(1.0);
            let strokes = if random.unit() < 0.5 {
                &mut lines
            } else {
                &mut light
            };
            strokes.fiber(|share| view.at(patch.at(u, start + (end - start) * share)));
            start = end + random.between(0.02, 0.16);
        }
    }
    all.extend(light.elements(Token::Tendon, ["1.6", "2.8"], ".9"));
    all.extend(lines.elements(Token::TendonLine, ["1.1", "2"], ".5"));
    Element::group(all).with(Attribute::Class, "fa")
}
