//! The chart: one row for each exercise, one mark for each source.

use crate::geometry::{Point, point};
use crate::number::whole;
use crate::path::{Path, nearest, push_tenths};
use crate::scene::{Attribute, Element, Token};

use super::data::{EXERCISES, Exercise, Muscle, Seen, findings};
use super::scene::{label, labels};
use super::{Show, State};

/// Page position of 0 and of 100 % MVIC.
const ZERO: f64 = 304.0;
const HUNDRED: f64 = 495.0;
/// Top and bottom of the rows.
const TOP: f64 = 90.0;
const BOTTOM: f64 = 584.0;
/// Left and right end of a row.
const ENDS: (f64, f64) = (6.0, 714.0);

fn across(percent: f64) -> f64 {
    ZERO + (HUNDRED - ZERO) * percent / 100.0
}

/// The largest value of an exercise, without spread.
fn largest(exercise: &Exercise, muscle: Muscle) -> f32 {
    let values = findings(exercise, muscle).map(|finding| finding.seen.top());
    values.fold(0.0, f32::max)
}

/// The exercises that are shown, from top to bottom.
///
/// Values are sorted in steps of ten percent, since the studies do not tell more apart.
pub(super) fn rows(state: &State) -> Vec<usize> {
    let shown = |index: &usize| {
        let exercise = &EXERCISES[*index];
        state.gear.takes(exercise.gear) && findings(exercise, state.muscle).next().is_some()
    };
    let mut rows: Vec<usize> = (0..EXERCISES.len()).filter(shown).collect();
    if state.by_value {
        let step = |at: usize| nearest(f64::from(largest(&EXERCISES[at], state.muscle)) / 10.0);
        // A sort of a few rows; the standard library's would weigh more than the figure.
        for end in 1..rows.len() {
            let mut at = end;
            while at > 0 && step(rows[at - 1]) < step(rows[at]) {
                rows.swap(at - 1, at);
                at -= 1;
            }
        }
    }
    rows
}

/// A dot: a short stroke with round ends, since paths hold whole numbers only.
fn dot(path: &mut Path, center: Point) {
    path.move_to(center).line_to(center.plus(point(1.0, 0.0)));
}

fn bar(path: &mut Path, [left, top, right, bottom]: [f64; 4]) {
    let corners = [
        point(left, top),
        point(right, top),
        point(right, bottom),
        point(left, bottom),
    ];
    path.polyline(&corners, true);
}

/// The marks of one row, as paths: spreads, ranges, ranges at second hand,
/// arrows, dots, rings.
#[derive(Default)]
struct Marks {
    spreads: Path,
    ranges: Path,
    doubtful: Path,
    heads: Path,
    dots: Path,
    rings: Path,
}

impl Marks {
    fn add(&mut self, seen: Seen, checked: bool, y: f64) {
        let (dots, ranges) = if checked {
            (&mut self.dots, &mut self.ranges)
        } else {
            (&mut self.rings, &mut self.doubtful)
        };
        match seen {
            Seen::Mean(mean, deviation) => {
                let (mean, deviation) = (f64::from(mean), f64::from(deviation));
                if deviation > 0.0 {
                    let low = across((mean - deviation).max(0.0));
                    let high = across(mean + deviation);
                    self.spreads.move_to(point(low, y)).line_to(point(high, y));
                }
                dot(dots, point(across(mean) - 0.5, y));
            }
            Seen::Range(low, high, _) => {
                let (left, right) = (across(f64::from(low)), across(f64::from(high)));
                // Two equal values are still seen.
                let short = (8.0 - (right - left)).max(0.0) / 2.0;
                bar(ranges, [left - short, y - 6.0, right + short, y + 6.0]);
            }
            Seen::Above(low) => self.above(point(across(f64::from(low)), y)),
        }
    }

    /// An arrow that starts at a bar.
    fn above(&mut self, from: Point) {
        let Point { x, y } = from;
        self.spreads.move_to(from).line_to(point(x + 34.0, y));
        let head = [
            point(x + 32.0, y - 8.0),
            point(x + 46.0, y),
            point(x + 32.0, y + 8.0),
        ];
        self.heads.polyline(&head, true);
        bar(&mut self.heads, [x - 2.0, y - 9.0, x + 2.0, y + 9.0]);
    }

    fn elements(self) -> Vec<Element> {
        let color = Token::ForceMuscle;
        let dots = |data: String, token: Token, size: &'static str| {
            Element::path(data)
                .stroke(token, size)
                .with(Attribute::StrokeLinecap, "round")
        };
        let rings = self.rings.data();
        vec![
            Element::path(self.ranges.data())
                .fill(color)
                .with(Attribute::FillOpacity, ".38")
                .outlined(color, "2"),
            Element::path(self.doubtful.data())
                .fill(Token::Paper)
                .outlined(color, "2.5"),
            Element::path(self.spreads.data()).stroke(color, "3"),
            Element::path(self.heads.data()).fill(color),
            dots(self.dots.data(), color, "16"),
            dots(rings.clone(), color, "17"),
            dots(rings, Token::Paper, "10.5"),
        ]
    }
}

/// With few rows there is room to name the source below each mark.
const FEW: usize = 3;
/// How many marks a row with names has at most.
const NAMES: usize = 2;

fn row(index: usize, state: &State, place: Option<f64>, few: bool) -> Element {
    let exercise = &EXERCISES[index];
    let y = place.unwrap_or(0.0);
    let mut marks = Marks::default();
    let mut names = [(0.0, ""); NAMES];
    if place.is_some() {
        let last = findings(exercise, state.muscle).count().saturating_sub(1) as f64;
        for (at, finding) in findings(exercise, state.muscle).enumerate() {
            let offset = (at as f64 - last / 2.0) * if few { 76.0 } else { 24.0 / last.max(2.4) };
            let offset = if few { offset - 16.0 } else { offset };
            if let Some(name) = names.get_mut(at).filter(|_| few) {
                *name = (offset, finding.origin.name());
            }
            marks.add(finding.seen, finding.origin.checked(), offset);
        }
    }
    let chosen = state.row == index + 1;
    let mut band = Path::new();
    let half = if few { 74.0 } else { 19.0 };
    bar(&mut band, [ENDS.0, -half, ENDS.1, half]);
    let mut guide = Path::new();
    guide.move_to(point(ZERO, 0.0)).line_to(point(ENDS.1, 0.0));
    let mut shift = String::from("translate(0 ");
    push_tenths(&mut shift, y);
    shift.push(')');
    let mut children = vec![
        Element::path(band.data())
            .fill(Token::Skin)
            .outlined(Token::Ink, "2")
            .shown(chosen),
        Element::path(guide.data())
            .stroke(Token::InkSoft, "1")
            .with(Attribute::StrokeOpacity, ".4"),
    ];
    children.extend(marks.elements());
    let mut texts = vec![Element::text(point(14.0, 9.0), exercise.short).fill(Token::Ink)];
    for (offset, name) in names {
        // On the band of a chosen row the halo has the band's color.
        let halo = if chosen { Token::Skin } else { Token::Paper };
        let name = Element::text(point(ZERO + 14.0, offset + 37.0), name).fill(Token::Ink);
        texts.push(name.with(Attribute::Stroke, halo.css()).shown(few));
    }
    children.push(labels("start", texts));
    Element::group(children)
        .part(exercise.part)
        .with(Attribute::Transform, shift)
        .shown(place.is_some())
}

/// What the marks mean.
fn legend() -> Vec<Element> {
    let mut marks = Marks::default();
    let (left, right) = (30.0, 400.0);
    let [first, second, third] = [40.0, 76.0, 112.0].map(|down| BOTTOM + down);
    marks.spreads.move_to(point(left - 20.0, first));
    marks.spreads.line_to(point(left + 20.0, first));
    dot(&mut marks.dots, point(left, first));
    bar(
        &mut marks.ranges,
        [right - 18.0, first - 6.0, right + 18.0, first + 6.0],
    );
    dot(&mut marks.rings, point(left, second));
    marks.above(point(right - 22.0, second));
    let mut dashes = Path::new();
    dashes.move_to(point(left, third - 16.0));
    dashes.line_to(point(left, third + 12.0));
    let mut elements = marks.elements();
    elements.push(
        Element::path(dashes.data())
            .stroke(Token::Ink, "2.5")
            .with(Attribute::StrokeDasharray, "8 6"),
    );
    let at =
        |x: f64, y: f64, words: &'static str| label(point(x + 30.0, y + 9.0), words, Token::Ink);
    elements.push(labels(
        "start",
        vec![
            at(left, first, "one study, ± SD"),
            at(right, first, "range of studies"),
            at(left, second, "second-hand"),
            at(right, second, "more than this"),
            at(left, third, "100 %: the strongest effort without moving"),
        ],
    ));
    elements
}

fn axis() -> Vec<Element> {
    let mut lines = Path::new();
    let mut full = Path::new();
    let mut numbers = Vec::new();
    for percent in [0, 50, 100, 150, 200] {
        let x = across(f64::from(percent));
        let path = if percent == 100 {
            &mut full
        } else {
            &mut lines
        };
        path.move_to(point(x, TOP - 8.0)).line_to(point(x, BOTTOM));
        numbers.push(label(point(x, TOP - 18.0), whole(percent), Token::Ink));
    }
    vec![
        Element::path(lines.data())
            .stroke(Token::InkSoft, "1.5")
            .with(Attribute::StrokeOpacity, ".5"),
        Element::path(full.data())
            .stroke(Token::Ink, "2.5")
            .with(Attribute::StrokeDasharray, "8 6"),
        labels("middle", numbers),
    ]
}

/// The chart of a state.
pub(super) fn chart(state: &State) -> Element {
    let rows = rows(state);
    let few = rows.len() <= FEW;
    let pitch = ((BOTTOM - TOP) / rows.len().max(1) as f64).min(160.0);
    // The rows stand in the middle where they do not fill the height.
    let top = 0.5 * (TOP + BOTTOM - pitch * rows.len() as f64);
    let place = |index: usize| {
        let at = rows.iter().position(|&row| row == index)?;
        Some(top + (at as f64 + 0.5) * pitch)
    };
    let muscle = match state.muscle {
        Muscle::Medius => "Gluteus medius, % MVIC",
        Muscle::Maximus => "Gluteus maximus, % MVIC",
    };
    let mut children = vec![labels(
        "start",
        vec![label(point(14.0, 34.0), muscle, Token::Ink).with(Attribute::FontWeight, "700")],
    )];
    children.extend(axis());
    for index in 0..EXERCISES.len() {
        children.push(row(index, state, place(index), few));
    }
    children.extend(legend());
    Element::group(children).shown(state.show == Show::Chart)
}
