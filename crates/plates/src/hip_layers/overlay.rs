//! Numbers, their legend, and where maximus ends.

use crate::atlas::Side;
use crate::geometry::{Patch, Point, point, points};
use crate::kept::Kept;
use crate::path::{Path, View};
use crate::scene::{Attribute, Element, Text, Token};

use super::labels::{LABELS, Label, MOST};
use super::place::Place;
use super::structures::{self, STRUCTURES};
use super::{Evidence, State};

/// The radius of a number's circle, drawing units.
pub(super) const RADIUS: f64 = 17.0;
/// The layer that shows maximus.
const MAXIMUS: i32 = 1;
/// Rows of the legend; the last of the eight fields is for a chosen structure without a number.
const ROWS: usize = 4;

fn labels(layer: i32) -> &'static [Label] {
    usize::try_from(layer)
        .ok()
        .and_then(|layer| LABELS.get(layer).copied())
        .unwrap_or_default()
}

fn anchor(label: &Label, side: Side) -> Option<[f32; 4]> {
    match side {
        Side::Posterior => label.behind,
        Side::Lateral => label.side,
    }
}

/// Whether a number stands in a view that is shown.
fn is_shown(state: &State, label: &Label) -> bool {
    [Side::Posterior, Side::Lateral]
        .into_iter()
        .any(|side| Place::is_shown(state, side) && anchor(label, side).is_some())
}

/// Where the number of a structure stands when that is not on the structure itself: part of what
/// can be hit, centimeters.
pub(super) fn apart(layer: i32, side: Side, id: &str) -> Option<(f32, f32)> {
    let label = labels(layer).iter().find(|label| label.id == id)?;
    let [x, y, at_x, at_y] = anchor(label, side)?;
    ((x, y) != (at_x, at_y)).then_some((at_x, at_y))
}

/// Where the numbers stand and what they point at.
pub(super) fn numbers(state: &State) -> Vec<(Point, Point)> {
    [Side::Posterior, Side::Lateral]
        .into_iter()
        .filter(|&side| Place::is_shown(state, side))
        .flat_map(|side| {
            let place = Place::of(state, side);
            labels(state.layer).iter().filter_map(move |label| {
                let [x, y, at_x, at_y] = anchor(label, side)?;
                Some((place.at(at_x, at_y), place.at(x, y)))
            })
        })
        .collect()
}

fn digit(number: usize) -> &'static str {
    ["1", "2", "3", "4", "5", "6", "7"]
        .get(number)
        .copied()
        .unwrap_or_default()
}

/// The words of a label: shorter than the name where that is long.
fn short(index: usize) -> &'static str {
    match STRUCTURES[index].part.id {
        "psis" => "PSIS, back point",
        "asis" => "ASIS, front point",
        "aiis" => "AIIS",
        "sacrotuberous-ligament" => "Sacrotuberous lig.",
        "intertrochanteric-crest" => "Trochanteric crest",
        "posterior-gluteal-line" => "Rear gluteal line",
        "anterior-gluteal-line" => "Front gluteal line",
        "greater-sciatic-notch" => "Sciatic notch",
        _ => STRUCTURES[index].part.name,
    }
}

/// A number in its circle; inverted for the chosen structure.
fn number(center: Point, radius: f64, number: usize, chosen: bool) -> [Element; 2] {
    let (ground, ink) = if chosen {
        (Token::Ink, Token::Paper)
    } else {
        (Token::Paper, Token::Ink)
    };
    [
        Element::circle(center, radius)
            .fill(ground)
            .outlined(Token::Ink, "2.5"),
        Element::text(center, digit(number))
            .with(Attribute::Dy, ".35em")
            .fill(ink),
    ]
}

/// The numbers of one view.
pub(super) fn numbers_of(state: &State, side: Side) -> Element {
    let place = Place::of(state, side);
    let chosen = state.chosen().map(|chosen| chosen.part.id);
    let mut all = Vec::with_capacity(MOST);
    for slot in 0..MOST {
        let label = labels(state.layer).get(slot);
        let anchor = label.and_then(|label| anchor(label, side));
        let [x, y, at_x, at_y] = anchor.unwrap_or_default();
        let (target, center) = (place.at(x, y), place.at(at_x, at_y));
        let points = target.minus(center).length() > 1.0;
        let mut path = Path::new();
        path.move_to(center);
        path.line_to(target);
        let leader = path.data();
        let is_chosen = label.is_some_and(|label| Some(label.id) == chosen);
        let mut badge = vec![
            Element::path(leader.clone()).stroke(Token::Paper, "6"),
            Element::path(leader).stroke(Token::Ink, "2.5"),
            Element::circle(target, if points { 5.0 } else { 0.0 })
                .fill(Token::Ink)
                .outlined(Token::Paper, "2"),
        ];
        badge.extend(number(center, RADIUS, slot, is_chosen));
        all.push(Element::group(badge).shown(anchor.is_some()));
    }
    Element::group(all)
        .with(Attribute::Class, "figure-text figure-over")
        .with(Attribute::FontSize, "28")
        .with(Attribute::FontWeight, "600")
        .with(Attribute::TextAnchor, "middle")
        .shown(Place::is_shown(state, side))
}

/// The place of a field of the legend: the middle of its number.
fn field(slot: usize) -> Point {
    let (column, row) = (slot / ROWS, slot % ROWS);
    point(
        if column == 0 { 26.0 } else { 372.0 },
        626.0 + 37.0 * row as f64,
    )
}

fn word(slot: usize, words: impl Into<Text>, weight: &'static str) -> Element {
    Element::text(field(slot).plus(point(28.0, 0.0)), words)
        .with(Attribute::Dy, ".35em")
        .with(Attribute::FontWeight, weight)
}

/// What the numbers mean.
pub(super) fn legend(state: &State) -> Element {
    let chosen = state.chosen().map(|chosen| chosen.part.id);
    let labels = labels(state.layer);
    let mut all = Vec::new();
    let mut numbers = Vec::new();
    for slot in 0..MOST {
        let label = labels.get(slot).filter(|label| is_shown(state, label));
        let is_chosen = label.is_some_and(|label| Some(label.id) == chosen);
        let name = label
            .and_then(|label| structures::index(label.id))
            .map_or("", |index| if state.quiz { "…" } else { short(index) });
        let weight = if is_chosen { "700" } else { "400" };
        all.push(word(slot, name, weight));
        numbers.push(
            Element::group(number(field(slot), RADIUS - 2.0, slot, is_chosen).into())
                .shown(label.is_some()),
        );
    }
    // A chosen structure without a number here.
    let extra = state.chosen().filter(|chosen| {
        let mut labels = labels.iter();
        labels.all(|label| label.id != chosen.part.id || !is_shown(state, label))
    });
    let name = match extra {
        Some(_) if state.quiz => "…",
        Some(extra) => structures::index(extra.part.id).map_or("", short),
        None => "",
    };
    let last = 2 * ROWS - 1;
    all.push(word(last, name, "700"));
    let ring = Element::circle(field(last), 11.0)
        .stroke(Token::Focus, "5")
        .shown(extra.is_some());
    let ends = match state.evidence {
        Evidence::Textbooks => ["Three quarters: band", "Lower quarter: bone"],
        Evidence::Dissections => ["Partly to the band", "Three quarters: bone"],
    };
    let shown = state.layer == MAXIMUS;
    for (slot, words) in [5, 6].into_iter().zip(ends) {
        all.push(word(slot, words, "400").shown(shown));
    }
    let samples = [5, 6].map(|slot| {
        let middle = field(slot);
        let mut path = Path::new();
        path.move_to(middle.minus(point(18.0, 0.0)));
        path.line_to(middle.plus(point(18.0, 0.0)));
        let dashes = match (slot, state.evidence) {
            (6, _) => BONE,
            (_, Evidence::Textbooks) => BAND,
            (_, Evidence::Dissections) => "1 17",
        };
        pen(path.data(), dashes, ["10", "6"]).shown(shown)
    });
    Element::group(vec![
        Element::group(samples.into()).with(Attribute::StrokeLinecap, "round"),
        ring,
        Element::group(numbers)
            .with(Attribute::TextAnchor, "middle")
            .with(Attribute::FontWeight, "600"),
        Element::group(all).fill(Token::Ink),
    ])
    .with(Attribute::Class, "figure-text")
    .with(Attribute::FontSize, "28")
}

/// The dashes of the line for an end in the band, for one on the bone, for one partly in the band.
const BAND: &str = "none";
const BONE: &str = "9 20";
const PARTLY: &str = "1 34";

/// A line in two colors, so that it is seen on any ground.
fn pen(data: String, dashes: &'static str, widths: [&'static str; 2]) -> Element {
    Element::group(vec![
        Element::path(data.clone()).stroke(Token::Halo, widths[0]),
        Element::path(data).stroke(Token::Focus, widths[1]),
    ])
    .with(Attribute::StrokeDasharray, dashes)
}

/// Where maximus ends, in the units of the sheet.
pub(super) fn endings(state: &State, side: Side) -> Element {
    static KEPT: [Kept<(Evidence, bool), Element>; 2] = [Kept::new(), Kept::new()];
    let (evidence, shown) = (state.evidence, state.layer == MAXIMUS);
    let kept = &KEPT[usize::from(side == Side::Lateral)];
    kept.of((evidence, shown), || lines(evidence, side).shown(shown))
}

fn lines(evidence: Evidence, side: Side) -> Element {
    let view: View = side.view();
    let (borders, bone) = match side {
        Side::Posterior => (
            &crate::anatomy::muscle::GLUTEUS_MAXIMUS,
            points(&[
                (13.3, 82.2),
                (12.7, 79.0),
                (12.2, 76.4),
                (11.7, 74.2),
                (11.2, 72.2),
            ]),
        ),
        Side::Lateral => (
            &crate::anatomy::lateral::muscle::GLUTEUS_MAXIMUS,
            points(&[
                (-8.6, 80.8),
                (-8.0, 78.4),
                (-7.4, 76.2),
                (-6.9, 74.2),
                (-6.4, 72.2),
            ]),
        ),
    };
    let patch = Patch::new(borders);
    let band: Vec<Point> = [0.02, 0.14, 0.26, 0.38, 0.5, 0.62, 0.74]
        .map(|u| view.at(patch.at(u, 0.95)))
        .into();
    let bone = view.all(&bone);
    let (band_end, bone_part) = match evidence {
        Evidence::Textbooks => (BAND, &bone[2..]),
        // Three quarters end on the bone; to the band they are only partly grown.
        Evidence::Dissections => (PARTLY, &bone[..4]),
    };
    let line = |knots: &[Point]| {
        let mut path = Path::new();
        path.smooth(knots, false);
        path.data()
    };
    let (band, bone) = (line(&band), line(bone_part));
    Element::group(vec![
        pen(band, band_end, ["22", "12"]),
        pen(bone, BONE, ["22", "12"]),
    ])
    .with(Attribute::Class, "figure-over")
    .with(Attribute::StrokeLinecap, "round")
}
