//! The drawing: sheets, outlines to choose, a ring, numbers and their legend.

use crate::atlas::{FRAGMENTS, SCALE, Side, TOP};
use crate::geometry::point;
use crate::kept::Kept;
use crate::path::{Path, View};
use crate::scene::{Attribute, Element, Scene, Token};

use super::place::Place;
use super::structures::{STRUCTURES, Shape};
use super::{Mode, State, Views, overlay, words};

const WIDTH: i32 = 720;
const HEIGHT: i32 = 760;
/// Where the views end and the legend begins.
const STAGE: f64 = 604.0;
/// Units in a centimeter of the outlines to hit, which need not be fine.
const COARSE: f64 = 10.0;

/// A sheet of each view and the layers in which it is seen; medius covers minimus.
const SHEETS: [(&str, &str, i32, i32); 6] = [
    ("hip-behind-skin", "hip-side-skin", 0, 5),
    ("hip-behind-bone", "hip-side-bone", 1, 5),
    ("hip-behind-deep", "hip-side-deep", 1, 4),
    ("hip-behind-minimus", "hip-side-minimus", 3, 3),
    ("hip-behind-medius", "hip-side-medius", 1, 2),
    ("hip-behind-maximus", "hip-side-maximus", 1, 1),
];

/// The sheets of a view with `layer` layers taken away.
fn sheets(side: Side, layer: i32, mode: Mode) -> Vec<Element> {
    let fragment = match mode {
        Mode::Natural => FRAGMENTS[0],
        Mode::Muscle => FRAGMENTS[1],
        Mode::Fibers => FRAGMENTS[2],
    };
    SHEETS
        .into_iter()
        .map(|(behind, beside, first, last)| {
            let name = match side {
                Side::Posterior => behind,
                Side::Lateral => beside,
            };
            let name = [name, fragment].concat();
            Element::sheet(name, side.sheet()).shown((first..=last).contains(&layer))
        })
        .collect()
}

fn shape(structure: &super::structures::Structure, side: Side) -> Shape {
    match side {
        Side::Posterior => structure.behind,
        Side::Lateral => structure.side,
    }
}

/// The outlines that can be chosen: there, but without ink.
fn targets(state: &State, side: Side) -> Element {
    static KEPT: [Kept<i32, Element>; 2] = [Kept::new(), Kept::new()];
    let kept = &KEPT[usize::from(side == Side::Lateral)];
    kept.of(state.layer, || outlines(state.layer, side))
}

fn outlines(layer: i32, side: Side) -> Element {
    let view = View::new(point(0.0, TOP * COARSE), COARSE);
    let targets = STRUCTURES
        .iter()
        .filter(|structure| shape(structure, side).is_drawn())
        .map(|structure| {
            let number = overlay::apart(layer, side, structure.part.id);
            Element::path(shape(structure, side).target(&view, number))
                .part(structure.part)
                .shown(structure.is_in(layer))
        })
        .collect();
    Element::group(targets)
        .with(Attribute::FillOpacity, "0")
        .with(Attribute::Transform, "scale(3)")
}

/// The ring around the chosen structure: two colors, so that it is seen on any ground; dashed
/// where other layers hide it.
fn ring(state: &State, side: Side) -> Element {
    let chosen = state.chosen();
    let shape = chosen.map_or(Shape::None, |chosen| shape(chosen, side));
    let data = shape.ring(&side.view());
    let seen = chosen.is_some_and(|chosen| chosen.is_in(state.layer));
    let dashes = if seen { "none" } else { "26 20" };
    Element::group(vec![
        Element::path(data.clone()).stroke(Token::Halo, "15"),
        Element::path(data).stroke(Token::Focus, "8"),
    ])
    .with(Attribute::Class, "figure-over")
    .with(Attribute::StrokeDasharray, dashes)
    .with(Attribute::StrokeLinejoin, "round")
    .shown(shape.is_drawn())
}

/// Sheets of the left side, seen when the view from behind stands alone.
fn mirrored(state: &State, sheets: Vec<Element>) -> Element {
    Element::group(sheets)
        .with(Attribute::Transform, "scale(-1 1)")
        .shown(state.views == Views::Posterior)
}

fn view(state: &State, side: Side) -> Element {
    let mut right = sheets(side, state.layer, state.mode);
    let mut all = Vec::new();
    if side == Side::Posterior {
        // One layer less deep, so that what was taken away last is seen beside the gap. Each side
        // reaches over the middle: the skin of both lies below all else, bone below the muscles.
        let mut left = sheets(side, (state.layer - 1).max(0), state.mode);
        let over = left.split_off(1);
        let muscles = right.split_off(2);
        all.push(mirrored(state, left));
        all.append(&mut right);
        all.push(mirrored(state, over));
        right = muscles;
    }
    all.extend(right);
    all.push(targets(state, side));
    all.push(ring(state, side));
    all.push(overlay::endings(state, side));
    Element::group(all)
        .with(Attribute::Transform, Place::of(state, side).transform)
        .shown(Place::is_shown(state, side))
}

fn title(words: &'static str, x: f64, anchor: &'static str, shown: bool) -> Element {
    Element::text(point(x, 36.0), words)
        .with(Attribute::TextAnchor, anchor)
        .shown(shown)
}

/// The drawing of `state`.
pub(super) fn scene(state: &State) -> Scene {
    debug_assert!((SCALE - 3.0 * COARSE).abs() < 1e-9);
    let words = words::words(state);
    let mut region = Path::new();
    region.polyline(
        &[
            point(0.0, 0.0),
            point(f64::from(WIDTH), 0.0),
            point(f64::from(WIDTH), STAGE),
            point(0.0, STAGE),
        ],
        true,
    );
    let mut elements = Element::fade("stage", "stage-fade", ".86", region.data());
    elements.push(
        Element::group(vec![
            view(state, Side::Posterior),
            view(state, Side::Lateral),
        ])
        .with(Attribute::Mask, "stage"),
    );
    let shown = |side| Place::is_shown(state, side);
    elements.push(
        Element::group(vec![
            title("From behind", 14.0, "start", shown(Side::Posterior)),
            title("From the side", 706.0, "end", shown(Side::Lateral)),
        ])
        .with(Attribute::Class, "figure-text")
        .with(Attribute::FontSize, "28")
        .with(Attribute::FontStyle, "italic")
        .fill(Token::InkSoft)
        .outlined(Token::Paper, "7")
        .with(Attribute::StrokeLinejoin, "round")
        .with(Attribute::PaintOrder, "stroke"),
    );
    elements.push(overlay::numbers_of(state, Side::Posterior));
    elements.push(overlay::numbers_of(state, Side::Lateral));
    elements.push(overlay::legend(state));
    Scene {
        corner: (0, 0),
        size: (WIDTH, HEIGHT),
        title: words.name.into(),
        description: words.state.into(),
        elements,
    }
}
