//! The curves over the cycle, one below the other, with a shared cursor.

use std::sync::OnceLock;

use kinetics::walking::TOE_OFF;

use super::cycle::{self, Course, Cycle, INSTANTS, LAST, Strengths};
use super::groups::STRONG;
use super::phase::{self, PHASES};
use super::rows::{ANGLES, FORCES, part};
use crate::geometry::{Point, point};
use crate::kept::Kept;
use crate::lettering::labels;
use crate::number::fixed as fixed_number;
use crate::path::Path;
use crate::scene::{Attribute, Element, Text, Token};

/// Left end of the curves.
pub(super) const LEFT: f64 = 204.0;
/// Drawing units of the whole cycle.
pub(super) const WIDTH: f64 = 396.0;
/// Page height of the upper end of the first row.
pub(super) const TOP: f64 = 384.0;
/// Height of a row of angles, and of a row of forces.
const ANGLE_ROW: f64 = 32.0;
const FORCE_ROW: f64 = 40.0;
/// How far a curve may rise above its row: less than the gap between two rows.
const HEADROOM: f64 = 3.0;
/// Where the rows end.
pub(super) const BOTTOM: f64 = TOP + 3.0 * ANGLE_ROW + STRONG as f64 * FORCE_ROW;

/// The page position of a percentage.
pub(super) fn x(percent: f64) -> f64 {
    LEFT + WIDTH * percent / 100.0
}

/// Upper and lower end of the band of a row.
pub(super) fn band(row: usize) -> (f64, f64) {
    let (top, height) = if row < 3 {
        (TOP + row as f64 * ANGLE_ROW, ANGLE_ROW)
    } else {
        (
            TOP + 3.0 * ANGLE_ROW + (row - 3) as f64 * FORCE_ROW,
            FORCE_ROW,
        )
    };
    (top + 3.0, top + height - 4.0)
}

fn angle_y(row: usize, degrees: f64) -> f64 {
    let (top, bottom) = band(row);
    let (low, high) = ANGLES[row].span;
    bottom - (bottom - top) * ((degrees - low) / (high - low)).clamp(0.0, 1.0)
}

fn force_y(group: usize, newtons: f64) -> f64 {
    let (top, bottom) = band(3 + group);
    let y = bottom - (bottom - top) * (newtons / FORCES[group].2).max(0.0);
    // In the row above it would be read as that muscle's.
    y.max(top - HEADROOM)
}

fn course(group: usize, course: &Course) -> Vec<Point> {
    (0..INSTANTS)
        .map(|at| point(x(f64::from(cycle::percent(at))), force_y(group, course[at])))
        .collect()
}

/// The highest that a curve is drawn in the row of a group.
fn ceiling(group: usize) -> f64 {
    band(3 + group).0 - HEADROOM
}

/// What of a curve lies in its row, in tenths of a drawing unit, and arrowheads where it goes on
/// above: at its border it would look as if the force stayed the same.
fn within(group: usize, course: &Course) -> (String, String) {
    let (_, bottom) = band(3 + group);
    let ceiling = ceiling(group);
    let knot = |at: usize| {
        let share = course[at] / FORCES[group].2;
        let height = (bottom - band(3 + group).0) * share.max(0.0);
        point(x(f64::from(cycle::percent(at))), bottom - height)
    };
    let (mut line, mut above) = (Path::new(), Path::new());
    let mut drawing = false;
    for at in 0..INSTANTS {
        let (now, higher) = (knot(at), knot(at).y < ceiling);
        if at > 0 {
            let before = knot(at - 1);
            if (before.y < ceiling) != higher {
                let share = (ceiling - before.y) / (now.y - before.y);
                let border = before.plus(now.minus(before).times(share)).times(10.0);
                if higher {
                    line.line_to(border);
                } else {
                    line.move_to(border);
                    drawing = true;
                }
            }
        }
        let place = now.times(10.0);
        if higher {
            drawing = false;
            let tip = point(now.x, ceiling).times(10.0);
            let barb = |side: f64| tip.plus(point(side, 50.0));
            above.polyline(&[barb(-40.0), tip, barb(40.0)], false);
        } else if drawing {
            line.line_to(place);
        } else {
            line.move_to(place);
            drawing = true;
        }
    }
    (line.data(), above.data())
}

/// Whether a curve goes on above its row.
fn is_cut(cycle: &Cycle) -> bool {
    (0..STRONG).any(|group| {
        let course = &cycle.groups[group];
        (0..INSTANTS).any(|at| force_y(group, course[at]) <= ceiling(group))
    })
}

/// What the arrowheads mean, where there are some.
pub(super) fn key(cycle: &Cycle) -> Element {
    let tip = point(22.0, BOTTOM + 19.0);
    let mut head = Path::new();
    let barb = |side: f64| tip.plus(point(side, 8.0));
    head.polyline(&[barb(-6.0), tip, barb(6.0)], false);
    let words = Element::text(point(36.0, BOTTOM + 30.0), "goes on above")
        .with(Attribute::Fill, Token::Ink.css())
        .with(Attribute::Stroke, Token::Paper.css());
    Element::group(vec![
        Element::path(head.data()).stroke(Token::ForceMuscle, "3"),
        labels("start", vec![words]),
    ])
    .shown(is_cut(cycle))
}

fn open(knots: &[Point]) -> String {
    let mut path = Path::new();
    path.polyline(knots, false);
    path.data()
}

/// A curve in tenths of a drawing unit: in whole units a flat one has steps.
fn fine(knots: &[Point]) -> String {
    let knots: Vec<Point> = knots.iter().map(|knot| knot.times(10.0)).collect();
    open(&knots)
}

/// Shows what is written in tenths.
fn tenth(element: Element) -> Element {
    element.with(Attribute::Transform, "scale(.1)")
}

/// What never changes: angle, full strength and computed muscle control, as path data.
struct Fixed {
    angles: [String; 3],
    full: [String; STRONG],
    controlled: [String; STRONG],
    frame: String,
    zeros: String,
}

fn fixed() -> &'static Fixed {
    static FIXED: OnceLock<Fixed> = OnceLock::new();
    FIXED.get_or_init(|| {
        let full = Cycle::full();
        let mut frame = Path::new();
        let mut zeros = Path::new();
        for (row, angle) in ANGLES.iter().enumerate() {
            if angle.span.0 < -10.0 {
                let y = angle_y(row, 0.0);
                zeros.polyline(&[point(x(0.0), y), point(x(100.0), y)], false);
            }
        }
        for row in 0..3 + STRONG {
            let y = band(row).1;
            frame.polyline(&[point(x(0.0), y), point(x(100.0), y)], false);
        }
        Fixed {
            angles: [0, 1, 2].map(|row| {
                let at = |step: i32| {
                    let y = angle_y(row, ANGLES[row].degrees(2 * step));
                    point(x(f64::from(2 * step)), y)
                };
                fine(&(0..=50).map(at).collect::<Vec<_>>())
            }),
            full: [0, 1, 2, 3, 4, 5].map(|group| fine(&course(group, &full.groups[group]))),
            controlled: [0, 1, 2, 3, 4, 5].map(|group| {
                let at = |percent: i32| {
                    let y = force_y(group, cycle::controlled(group, percent));
                    point(x(f64::from(percent)), y)
                };
                fine(&(LAST + 1..=100).map(at).collect::<Vec<_>>())
            }),
            frame: frame.data(),
            zeros: zeros.data(),
        }
    })
}

fn rectangle(left: f64, top: f64, right: f64, bottom: f64) -> Text {
    let mut path = Path::new();
    let corners = [
        point(left, top),
        point(right, top),
        point(right, bottom),
        point(left, bottom),
    ];
    path.polyline(&corners, true);
    path.data().into()
}

/// The phases as bands behind the rows, the present one marked.
pub(super) fn phases(percent: i32) -> Element {
    static KEPT: Kept<usize, Element> = Kept::new();
    let now = phase::at(percent);
    KEPT.of(now, || bands(now))
}

fn bands(now: usize) -> Element {
    let mut even = Path::new();
    for phase in PHASES.iter().step_by(2) {
        let (left, right) = (x(f64::from(phase.start)), x(f64::from(phase.end)));
        let corners = [
            point(left, TOP),
            point(right, TOP),
            point(right, BOTTOM),
            point(left, BOTTOM),
        ];
        even.polyline(&corners, true);
    }
    let now = &PHASES[now];
    let (left, right) = (x(f64::from(now.start)), x(f64::from(now.end)));
    let toe_off = x(TOE_OFF);
    Element::group(vec![
        Element::path(even.data()).fill(Token::Skin),
        Element::path(rectangle(left, TOP - 6.0, right, TOP)).fill(Token::Ink),
        Element::path(open(&[point(toe_off, TOP), point(toe_off, BOTTOM + 6.0)]))
            .stroke(Token::InkSoft, "2")
            .with(Attribute::StrokeDasharray, "3 6"),
    ])
    .part(part(
        "phases",
        "Phases of the cycle",
        "Eight bands, the present one marked above; the dotted line is where the foot leaves the \
         floor.",
    ))
}

/// The curves of the cycle with some strengths.
pub(super) fn curves(strengths: &Strengths, cycle: &Cycle) -> Vec<Element> {
    // Whoever walks through the cycle changes no strength.
    static KEPT: Kept<Strengths, Vec<Element>> = Kept::new();
    KEPT.of(*strengths, || drawn(cycle))
}

fn drawn(cycle: &Cycle) -> Vec<Element> {
    let fixed = fixed();
    let mut rows = vec![
        Element::path(fixed.frame.as_str()).stroke(Token::SkinLine, "1.5"),
        Element::path(fixed.zeros.as_str())
            .stroke(Token::InkSoft, "1.5")
            .with(Attribute::StrokeDasharray, "2 5"),
    ];
    for (angle, data) in ANGLES.iter().zip(&fixed.angles) {
        let curve = tenth(Element::path(data.as_str()).stroke(Token::Ink, "30"));
        rows.push(Element::group(vec![curve]).part(angle.part));
    }
    for (group, (part, _, _)) in FORCES.iter().enumerate() {
        let knots = course(group, &cycle.groups[group]);
        let bottom = band(3 + group).1;
        let mut around = vec![point(x(0.0), bottom)];
        around.extend(&knots);
        around.push(point(x(f64::from(LAST)), bottom));
        let (line, above) = within(group, &cycle.groups[group]);
        // Below the present curve, so that the dashes show only where the two differ.
        rows.push(
            Element::group(vec![tenth(Element::group(vec![
                Element::path(fine(&around))
                    .fill(Token::Muscle)
                    .with(Attribute::FillOpacity, ".25"),
                Element::path(fixed.full[group].as_str())
                    .stroke(Token::Ink, "25")
                    .with(Attribute::StrokeDasharray, "60 50"),
                Element::path(line).stroke(Token::ForceMuscle, "30"),
                Element::path(above).stroke(Token::ForceMuscle, "25"),
                Element::path(fixed.controlled[group].as_str())
                    .stroke(Token::InkSoft, "25")
                    .with(Attribute::StrokeDasharray, "20 40"),
            ]))])
            .part(*part),
        );
    }
    rows
}

/// The cursor through all rows, with a dot on each curve.
pub(super) fn cursor(percent: i32, forces: &[f64; STRONG]) -> Element {
    let line = || open(&[point(0.0, TOP - 6.0), point(0.0, BOTTOM)]);
    let mut children = vec![
        // Wide enough for a finger, and unseen.
        Element::path(line())
            .stroke(Token::Ink, "48")
            .with(Attribute::StrokeOpacity, "0"),
        Element::path(line()).stroke(Token::Ink, "2.5"),
    ];
    let dot = |y: f64| {
        Element::circle(point(0.0, y), 5.0)
            .fill(Token::Paper)
            .outlined(Token::Ink, "3")
    };
    for (row, angle) in ANGLES.iter().enumerate() {
        children.push(dot(angle_y(row, angle.degrees(percent))));
    }
    for (group, &newtons) in forces.iter().enumerate() {
        children.push(dot(force_y(group, newtons)));
    }
    let at = fixed_number(x(f64::from(percent)), 1);
    let place = ["translate(", &at, " 0)"].concat();
    let cursor = Element::group(children).with(Attribute::Transform, place);
    cursor.part(part(
        "cursor",
        "Place in the cycle",
        "A line through all curves; drag it to move through the cycle.",
    ))
}
