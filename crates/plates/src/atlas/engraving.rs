//! Atlas ink for pages where there is room: finer and denser than [`crate::ink`].
//!
//! A muscle is its color, round shading in many thin steps, bundles of fibers with furrows between
//! them, tapered fibers, ragged tendons and a shadow on what lies below. Everything is seeded.

use crate::geometry::{Borders, Patch, Point};
use crate::ink::{Random, bend};
use crate::path::{Path, View};
use crate::scene::{Attribute, Element, Token};

/// The look of one muscle.
#[derive(Debug, Clone, Copy)]
pub(super) struct Flesh {
    /// Its color.
    pub color: Token,
    /// Its class: which color it has when colors tell muscles apart.
    pub family: &'static str,
    /// How many bundles of fibers.
    pub bundles: usize,
    /// How many fibers are drawn.
    pub fibers: usize,
    /// The part of the fibers that is flesh; outside of it is tendon.
    pub flesh: (f64, f64),
    /// The part that is drawn: a long muscle leaves the page.
    pub part: (f64, f64),
}

impl Flesh {
    pub(super) const fn new(color: Token, family: &'static str) -> Self {
        Self {
            color,
            family,
            bundles: 5,
            fibers: 60,
            flesh: (0.0, 1.0),
            part: (0.0, 1.0),
        }
    }
}

/// Half-light steps on a round muscle: how far they reach in from a border, or the span they have.
pub(super) const FALL: [f64; 5] = [0.30, 0.22, 0.15, 0.09, 0.04];
pub(super) const FALL_FAR: [f64; 5] = [0.42, 0.31, 0.22, 0.13, 0.06];
const LIGHT: [(f64, f64); 4] = [(0.16, 0.56), (0.21, 0.50), (0.26, 0.44), (0.31, 0.39)];

pub(super) fn strip(path: &mut Path, patch: &Patch, view: &View, u: (f64, f64), t: (f64, f64)) {
    let at = |u: f64| [0.0, 0.25, 0.5, 0.75, 1.0].map(|share| (u, t.0 + share * (t.1 - t.0)));
    let side = |u: f64| at(u).map(|(u, t)| view.at(patch.at(u, t)));
    let there = side(u.0);
    let mut back = side(u.1);
    back.reverse();
    path.smooth(&there, false);
    path.line_to(back[0]);
    path.continue_smooth(&back);
    path.close();
}

/// The border of the drawn part.
pub(super) fn border(patch: &Patch, view: &View, (from, to): (f64, f64)) -> String {
    const STEPS: usize = 8;
    let share = |step: usize| step as f64 / STEPS as f64;
    let along = |step: usize| from + (to - from) * share(step);
    let at = |u: f64, t: f64| view.at(patch.at(u, t));
    let sides: [Vec<Point>; 4] = [
        (0..=STEPS).map(|step| at(0.0, along(step))).collect(),
        (0..=STEPS).map(|step| at(share(step), to)).collect(),
        (0..=STEPS)
            .map(|step| at(1.0, along(STEPS - step)))
            .collect(),
        (0..=STEPS)
            .map(|step| at(1.0 - share(step), from))
            .collect(),
    ];
    let mut path = Path::new();
    path.smooth(&sides[0], false);
    for side in &sides[1..] {
        path.continue_smooth(side);
    }
    path.close();
    path.data()
}

/// Fibers as two strokes each, so that they taper: the whole thin, the middle half thicker.
#[derive(Default)]
pub(super) struct Strokes {
    thin: Path,
    thick: Path,
}

impl Strokes {
    pub(super) fn fiber(&mut self, at: impl Fn(f64) -> Point) {
        bend(&mut self.thin, at(0.0), at(0.5), at(1.0));
        bend(&mut self.thick, at(0.27), at(0.5), at(0.73));
    }

    pub(super) fn elements(
        self,
        token: Token,
        pens: [&'static str; 2],
        opacity: &'static str,
    ) -> [Element; 2] {
        [(self.thin, pens[0]), (self.thick, pens[1])].map(|(path, pen)| {
            Element::path(path.data())
                .stroke(token, pen)
                .with(Attribute::StrokeOpacity, opacity)
        })
    }
}

/// The muscle within `borders`.
pub(super) fn muscle(borders: &Borders, view: &View, flesh: &Flesh, seed: u64) -> Element {
    let patch = &Patch::new(borders);
    let random = &mut Random::new(seed);
    let edge = border(patch, view, flesh.part);
    let mut all = vec![
        shadow(edge.clone(), "30", ".07"),
        shadow(edge.clone(), "15", ".10"),
        Element::path(edge.clone()).fill(flesh.color),
    ];
    all.extend(shades(patch, view, flesh));
    all.extend(furrows(patch, view, flesh, random));
    all.extend(fibers(patch, view, flesh, random));
    all.extend(tendons(patch, view, flesh, random));
    all.push(Element::path(edge).stroke(Token::MuscleDark, "3"));
    Element::group(all).with(Attribute::Class, flesh.family)
}

pub(super) fn shadow(edge: String, width: &'static str, opacity: &'static str) -> Element {
    Element::path(edge)
        .stroke(Token::MuscleDark, width)
        .with(Attribute::StrokeOpacity, opacity)
}

/// A cylinder lit from one side: both borders fall off, the light sits off the middle.
fn shades(patch: &Patch, view: &View, flesh: &Flesh) -> Vec<Element> {
    let part = flesh.part;
    let mut all = Vec::new();
    for (near, far) in FALL.into_iter().zip(FALL_FAR) {
        let mut path = Path::new();
        strip(&mut path, patch, view, (0.0, near), part);
        strip(&mut path, patch, view, (1.0 - far, 1.0), part);
        let shade = Element::path(path.data()).fill(Token::MuscleDark);
        all.push(shade.with(Attribute::FillOpacity, ".085"));
    }
    for span in LIGHT {
        let mut path = Path::new();
        strip(&mut path, patch, view, span, part);
        let light = Element::path(path.data()).fill(Token::MuscleLight);
        all.push(light.with(Attribute::FillOpacity, ".11"));
    }
    all
}

/// The seams between bundles, each a row of long strokes with a light edge beside it.
fn furrows(patch: &Patch, view: &View, flesh: &Flesh, random: &mut Random) -> Vec<Element> {
    let (from, to) = (
        flesh.part.0.max(flesh.flesh.0),
        flesh.part.1.min(flesh.flesh.1),
    );
    let mut dark = Strokes::default();
    let mut light = Path::new();
    for bundle in 1..flesh.bundles {
        let u = (bundle as f64 + random.between(-0.28, 0.28)) / flesh.bundles as f64;
        let drift = random.between(-0.02, 0.02);
        let mut start = from + random.between(0.0, 0.06);
        while start < to - 0.08 {
            let end = (start + random.between(0.22, 0.4)).min(to);
            let at = |share: f64| {
                let t = start + (end - start) * share;
                view.at(patch.at(u + drift * t, t))
            };
            dark.fiber(at);
            let beside = |share: f64| {
                let t = start + (end - start) * share;
                view.at(patch.at(u + drift * t + 0.012, t))
            };
            bend(&mut light, beside(0.1), beside(0.5), beside(0.9));
            start = end - random.between(0.02, 0.06);
        }
    }
    let [thin, thick] = dark.elements(Token::MuscleDark, ["2.6", "4.6"], ".42");
    vec![
        Element::path(light.data())
            .stroke(Token::MuscleLight, "2.6")
            .with(Attribute::StrokeOpacity, ".45"),
        thin,
        thick,
    ]
}

fn fibers(patch: &Patch, view: &View, flesh: &Flesh, random: &mut Random) -> Vec<Element> {
    let (low, high) = (
        flesh.flesh.0.max(flesh.part.0),
        flesh.flesh.1.min(flesh.part.1),
    );
    let mut dark = Strokes::default();
    let mut light = Strokes::default();
    for fiber in 0..flesh.fibers {
        // Stratified across the fibers, so that no gap opens.
        let u = (fiber as f64 + random.unit()) / flesh.fibers as f64;
        // Two to three strokes in a row along the whole fiber, with breaks between.
        let mut start = low + random.between(0.0, 0.22) * (high - low);
        while start < high - 0.1 * (high - low) {
            let length = random.between(0.2, 0.46) * (high - low);
            let end = (start + length).min(high);
            let shade = 0.30 + 0.95 * (u - 0.38).abs();
            let strokes = if random.unit() < shade {
                &mut dark
            } else {
                &mut light
            };
            let drift = random.between(-0.006, 0.006);
            strokes.fiber(|share| {
                let u = (u + drift * share).clamp(0.0, 1.0);
                view.at(patch.at(u, start + (end - start) * share))
            });
            start = end + random.between(0.02, 0.2) * (high - low);
        }
    }
    let dark = dark.elements(Token::MuscleDark, ["1.2", "2.1"], ".55");
    let light = light.elements(Token::MuscleLight, ["1.4", "2.6"], ".6");
    dark.into_iter().chain(light).collect()
}

/// A pale sheet at the bone whose strands reach unevenly into the flesh.
fn tendons(patch: &Patch, view: &View, flesh: &Flesh, random: &mut Random) -> Vec<Element> {
    let at = |u: f64, t: f64| view.at(patch.at(u, t));
    let mut sheets = [Path::new(), Path::new(), Path::new()];
    let mut strands = Strokes::default();
    let mut lines = Strokes::default();
    for (end, edge) in [(0.0, flesh.flesh.0), (1.0, flesh.flesh.1)] {
        let drawn = (flesh.part.0..=flesh.part.1).contains(&end);
        if (edge - end).abs() < 1e-9 || !drawn {
            continue;
        }
        let width = at(0.0, edge).minus(at(1.0, edge)).length();
        let count = ((width / 4.5) as usize).clamp(5, 130);
        let across = [0.0, 0.2, 0.4, 0.6, 0.8, 1.0];
        // The flesh thins out over the sheet instead of ending at a line.
        for (path, share) in sheets.iter_mut().zip([0.25, 0.55, 0.85]) {
            let solid = end + share * (edge - end);
            let outer = across.map(|u| at(u, end));
            let mut inner = across.map(|u| at(u, solid));
            inner.reverse();
            path.smooth(&outer, false);
            path.line_to(inner[0]);
            path.continue_smooth(&inner);
            path.close();
        }
        for strand in 0..count {
            let u = (strand as f64 + 0.5 + random.between(-0.45, 0.45)) / count as f64;
            // A few strands reach far, most do not; neighbors come in tufts.
            let tuft = 0.5 + 0.5 * (u * 47.0 + 9.0 * end).sin();
            let far = (0.55 * random.unit() + 0.45 * tuft).powi(2);
            let tip = end + (0.75 + 0.75 * far) * (edge - end);
            let root = end + random.between(-0.15, 0.25).max(0.0) * (edge - end);
            strands.fiber(|share| at(u, root + (tip - root) * share));
            if strand % 2 == 0 {
                let tip = end + random.between(0.5, 1.15) * (edge - end);
                lines.fiber(|share| at((u + 0.004).min(1.0), end + (tip - end) * share));
            }
        }
    }
    let mut all: Vec<Element> = sheets
        .into_iter()
        .map(Path::data)
        .filter(|sheet| !sheet.is_empty())
        .map(|sheet| {
            Element::path(sheet)
                .fill(Token::Tendon)
                .with(Attribute::FillOpacity, ".42")
        })
        .collect();
    if !all.is_empty() {
        all.extend(strands.elements(Token::Tendon, ["2.2", "4.4"], ".9"));
        all.extend(lines.elements(Token::TendonLine, ["1.1", "1.9"], ".6"));
    }
    all
}
