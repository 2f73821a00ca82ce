//! The drawing: the hip, the shares as bars, the pull on the femoral head as a gauge.

use crate::geometry::{Point, point};
pub(super) use crate::lettering::{label, labels};
use crate::number::whole;
use crate::path::Path;
use crate::scene::{Attribute, Element, Part, Scene, Token};

use super::State;
use super::hip::{self, INKS};
use super::share::{GROUPS, Share};
use super::words::{self, lacks, newtons, percent, way};

const WIDTH: i32 = 720;
const HEIGHT: i32 = 704;

/// Top and bottom of the bars.
const BARS: (f64, f64) = (24.0, 520.0);
/// Left and right of the bar at full strength and of the bar now.
const FULL: (f64, f64) = (436.0, 462.0);
const NOW: (f64, f64) = (484.0, 536.0);
/// Where the names begin, and the height of one with its number.
const NAMES: (f64, f64) = (558.0, 74.0);

/// Zero, half the width, top and bottom of the gauge.
const GAUGE: (f64, f64, f64, f64) = (360.0, 300.0, 618.0, 646.0);
/// The force at the ends of the gauge in newtons: the first that holds both values.
const EDGES: [i32; 7] = [50, 100, 200, 500, 1000, 2000, 6000];

const SHARES: Part = Part {
    id: "shares",
    name: "Who extends the hip",
    description: "Two bars of the turning effect, at full strength and now, divided among gluteus \
                  maximus, hamstrings, adductors and other muscles.",
};
const GAUGE_PART: Part = Part {
    id: "gauge",
    name: "Forward or backward",
    description: "The pull on the head of the thigh bone now as a bar, at full strength as a ring.",
};

/// A rectangle: left, top, right, bottom.
pub(super) fn rectangle([left, top, right, bottom]: [f64; 4]) -> String {
    let mut path = Path::new();
    path.polyline(
        &[
            point(left, top),
            point(right, top),
            point(right, bottom),
            point(left, bottom),
        ],
        true,
    );
    path.data()
}

/// Where each part of a bar begins and the last ends; drawing units from the top.
fn heights(share: &Share) -> [f64; GROUPS + 1] {
    let mut ends = [BARS.0; GROUPS + 1];
    for group in 0..GROUPS {
        let height = share.parts[group].max(0.0) * (BARS.1 - BARS.0);
        ends[group + 1] = (ends[group] + height).min(BARS.1);
    }
    ends
}

fn bar(share: &Share, (left, right): (f64, f64)) -> Element {
    let ends = heights(share);
    let mut elements: Vec<Element> = (0..GROUPS)
        .map(|group| {
            Element::path(rectangle([left, ends[group], right, ends[group + 1]]))
                .fill(INKS[group])
                .outlined(Token::Paper, "2")
        })
        .collect();
    elements.push(Element::path(rectangle([left, BARS.0, right, BARS.1])).stroke(Token::Ink, "2"));
    Element::group(elements)
}

/// Where the names stand: as near to their part of the bar as there is room.
fn places(middles: &[f64]) -> Vec<f64> {
    let mut places = Vec::with_capacity(middles.len());
    let mut free = BARS.0 + 24.0;
    for &middle in middles {
        let place = middle.max(free);
        places.push(place);
        free = place + NAMES.1;
    }
    let mut free = BARS.1 - 40.0;
    for place in places.iter_mut().rev() {
        *place = place.min(free);
        free = *place - NAMES.1;
    }
    places
}

fn shares(now: &Share, full: &Share) -> Element {
    let ends = heights(now);
    let names = ["Maximus", "Hamstrings", "Adductors", "Others", "Missing"];
    let missing = lacks(now);
    let mut middles: Vec<f64> = ends.windows(2).map(|e| 0.5 * (e[0] + e[1])).collect();
    if missing {
        middles.push(0.5 * (ends[GROUPS] + BARS.1));
    }
    let places = places(&middles);
    let mut leaders = Path::new();
    let mut lines = Vec::new();
    for (slot, name) in names.into_iter().enumerate() {
        let shown = slot < GROUPS || missing;
        let part = now.parts.get(slot).copied();
        let part = part.unwrap_or_else(|| 1.0 - now.parts.iter().sum::<f64>());
        let y = places.get(slot).copied().unwrap_or(BARS.1);
        if let Some(&from) = middles.get(slot) {
            leaders.move_to(point(NOW.1, from));
            leaders.line_to(point(NAMES.0 - 6.0, y - 8.0));
        }
        lines.push(label(point(NAMES.0, y), name, Token::Ink).shown(shown));
        lines.push(
            label(point(NAMES.0, y), percent(part), Token::Ink)
                .with(Attribute::Dy, "1.16em")
                .with(Attribute::FontWeight, "700")
                .shown(shown),
        );
    }
    // A little apart, so that they do not read as one.
    let caption = |(left, right): (f64, f64), aside: f64, words: &'static str| {
        label(
            point(0.5 * (left + right) + aside, BARS.1 + 32.0),
            words,
            Token::InkSoft,
        )
    };
    Element::group(vec![
        bar(full, FULL),
        bar(now, NOW),
        Element::path(leaders.data()).stroke(Token::InkSoft, "2"),
        labels("start", lines),
        labels(
            "middle",
            vec![caption(FULL, -6.0, "full"), caption(NOW, 6.0, "now")],
        ),
    ])
    .part(SHARES)
}

/// The force at the ends of the gauge.
fn edge(now: &Share, full: &Share) -> i32 {
    let most = now.forward.abs().max(full.forward.abs());
    let fits = EDGES.into_iter().find(|&edge| f64::from(edge) >= most);
    fits.unwrap_or(EDGES[EDGES.len() - 1])
}

/// Where the force would be with the full strength of gluteus maximus.
fn ring(at: Point) -> Element {
    Element::circle(at, 10.0)
        .fill(Token::Paper)
        .outlined(Token::Ink, "4")
}

fn gauge(now: &Share, full: &Share, edge: i32) -> Element {
    let (zero, half, top, bottom) = GAUGE;
    let at = |force: f64| zero + half * (force / f64::from(edge)).clamp(-1.0, 1.0);
    let mut middle = Path::new();
    middle.move_to(point(zero, top - 8.0));
    middle.line_to(point(zero, bottom + 8.0));
    Element::group(vec![
        Element::path(rectangle([zero - half, top, zero + half, bottom]))
            .fill(Token::Paper)
            .outlined(Token::InkSoft, "2"),
        Element::path(rectangle([zero, top + 5.0, at(now.forward), bottom - 5.0]))
            .fill(Token::ForceJoint),
        Element::path(middle.data()).stroke(Token::Ink, "3"),
        ring(point(at(full.forward), 0.5 * (top + bottom))),
        ring(point(zero + half - 180.0, top - 27.0)),
        labels(
            "start",
            vec![
                label(
                    point(16.0, top - 18.0),
                    "Pull on the head of the thigh bone",
                    Token::Ink,
                ),
                label(
                    point(16.0, bottom + 36.0),
                    [&whole(edge), "\u{a0}N backward"].concat(),
                    Token::InkSoft,
                ),
            ],
        ),
        labels(
            "end",
            vec![
                // What the ring on the gauge means.
                label(
                    point(zero + half, top - 18.0),
                    "full strength",
                    Token::InkSoft,
                ),
                label(
                    point(704.0, bottom + 36.0),
                    [&whole(edge), "\u{a0}N forward"].concat(),
                    Token::InkSoft,
                ),
            ],
        ),
        labels(
            "middle",
            vec![
                label(
                    point(zero, bottom + 36.0),
                    [&newtons(now.forward), " ", way(now.forward)].concat(),
                    Token::ForceJoint,
                )
                .with(Attribute::FontWeight, "700"),
            ],
        ),
    ])
    .part(GAUGE_PART)
}

/// The drawing of `state`.
pub(super) fn scene(state: &State) -> Scene {
    let (now, full) = (state.share(), state.at_full_strength().share());
    let words = words::words(state, &now, &full);
    let edge = edge(&now, &full);
    let mut elements = hip::hip(&now, f64::from(edge));
    elements.push(shares(&now, &full));
    elements.push(gauge(&now, &full, edge));
    Scene {
        corner: (0, 0),
        size: (WIDTH, HEIGHT),
        title: words.name.into(),
        description: words.state.into(),
        elements,
    }
}
