//! Atlas ink: a muscle as base color, cylinder shading, fibers and ragged tendons, seeded.

use crate::geometry::{Patch, Point};
use crate::path::{Path, View};
use crate::scene::{Attribute, Element, Token};

/// A small generator of pseudo-random numbers: the same seed gives the same drawing anywhere.
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// A generator with a seed of its own.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// The next number in `0.0..1.0` (xorshift64*, Vigna 2016).
    pub fn unit(&mut self) -> f64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let bits = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 40;
        bits as f64 / f64::from(1 << 24)
    }

    /// The next number in `low..high`.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }
}

/// The look of one muscle.
#[derive(Debug, Clone, Copy)]
pub struct Muscle {
    /// Its color.
    pub color: Token,
    /// How many fiber strokes.
    pub strokes: usize,
    /// The part of the fibers that is there: a cut muscle starts or ends between 0 and 1.
    pub part: (f64, f64),
    /// The part of the fibers that is flesh; outside of it is tendon.
    pub flesh: (f64, f64),
    /// How many strokes of tendon at either end.
    pub tendon: usize,
    /// Whether light and shade fall off in two steps, as for a large muscle, or in one.
    pub large: bool,
    /// Widths in drawing units: outline, fiber, tendon.
    pub pens: [&'static str; 3],
}

fn strip(path: &mut Path, patch: &Patch, view: &View, u: (f64, f64), t: (f64, f64)) {
    let steps = [0.02, 0.35, 0.67, 0.98].map(|share: f64| t.0 + share * (t.1 - t.0));
    let there = steps.map(|t| view.at(patch.at(u.0, t)));
    let mut back = steps.map(|t| view.at(patch.at(u.1, t)));
    back.reverse();
    path.smooth(&there, false);
    path.line_to(back[0]);
    path.continue_smooth(&back);
    path.close();
}

/// The border of a part of a muscle, its corners rounded.
fn border(patch: &Patch, view: &View, (from, to): (f64, f64)) -> String {
    const NEAR: [f64; 4] = [0.05, 0.35, 0.65, 0.95];
    let along = |share: f64| from + (to - from) * share;
    let at = |u: f64, t: f64| view.at(patch.at(u, t));
    let sides = [
        (NEAR.map(|share| at(0.0, along(share))), at(0.0, to)),
        (NEAR.map(|share| at(share, to)), at(1.0, to)),
        (NEAR.map(|share| at(1.0, along(1.0 - share))), at(1.0, from)),
        (NEAR.map(|share| at(1.0 - share, from)), at(0.0, from)),
    ];
    let mut path = Path::new();
    path.smooth(&sides[0].0, false);
    for (index, (_, corner)) in sides.iter().enumerate() {
        let next = &sides[(index + 1) % sides.len()].0;
        path.bend_to(*corner, next[0]);
        if index + 1 < sides.len() {
            path.continue_smooth(next);
        }
    }
    path.close();
    path.data()
}

/// A curve that passes through `middle`; a line where the bend would not be seen.
pub fn bend(path: &mut Path, from: Point, middle: Point, to: Point) {
    let sag = middle.minus(from.toward(to, 0.5));
    path.move_to(from);
    if sag.length() < 1.3 {
        path.line_to(to);
    } else {
        path.bend_to(middle.plus(sag), to);
    }
}

impl Muscle {
    /// The muscle on the page, in the shades of the theme; `x` keeps the light on the same side
    /// in mirrored drawings when the patch is already mirrored.
    #[must_use]
    pub fn draw(&self, patch: &Patch, view: &View, random: &mut Random) -> Vec<Element> {
        let (from, to) = self.part;
        let at = |u: f64, t: f64| view.at(patch.at(u, t));
        let mut shades = [Path::new(), Path::new(), Path::new(), Path::new()];
        // A cylinder lit from one side: both borders fall off, the light sits off the middle.
        for (path, strips) in shades.iter_mut().zip([
            [Some((0.0, 0.14)), Some((0.75, 1.0))],
            [Some((0.0, 0.07)), Some((0.88, 1.0))].map(|strip| strip.filter(|_| self.large)),
            [Some((0.2, 0.54)), None],
            [Some((0.28, 0.44)), None].map(|strip| strip.filter(|_| self.large)),
        ]) {
            for u in strips.into_iter().flatten() {
                strip(path, patch, view, u, self.part);
            }
        }
        let [fall, deep, lit, glow] = shades.map(Path::data);

        let mut dark = Path::new();
        let mut light = Path::new();
        let (low, high) = (self.flesh.0.max(from), self.flesh.1.min(to));
        for stroke in 0..self.strokes {
            // Stratified across the fibers, so that no gap opens.
            let u = (stroke as f64 + random.unit()) / self.strokes as f64;
            let length = random.between(0.24, 0.66) * (high - low);
            let start = random.between(low, high - length);
            let shade = 0.34 + 0.9 * (u - 0.38).abs();
            let path = if random.unit() < shade {
                &mut dark
            } else {
                &mut light
            };
            bend(
                path,
                at(u, start),
                at(u, start + 0.5 * length),
                at(u, start + length),
            );
        }

        let mut tendon = Path::new();
        let mut sheet = Path::new();
        for (end, edge) in [(0.0, self.flesh.0), (1.0, self.flesh.1)] {
            if (edge - end).abs() < 1e-9 || !(from..=to).contains(&end) {
                continue;
            }
            // A pale sheet at the bone, strokes of uneven length from it into the flesh.
            let solid = edge + 0.55 * (end - edge);
            let across = [0.0, 0.33, 0.67, 1.0];
            let outer = across.map(|u| at(u, end));
            let mut inner = across.map(|u| at(u, solid));
            inner.reverse();
            sheet.smooth(&outer, false);
            sheet.line_to(inner[0]);
            sheet.continue_smooth(&inner);
            sheet.close();
            for stroke in 0..self.tendon {
                let jitter = random.between(-0.35, 0.35);
                let u = (stroke as f64 + 0.5 + jitter) / self.tendon as f64;
                let outer = solid + random.between(-0.1, 0.3) * (end - edge);
                let inner = edge + random.between(-0.07, 0.07);
                bend(
                    &mut tendon,
                    at(u, outer),
                    at(u, 0.5 * (outer + inner)),
                    at(u, inner),
                );
            }
        }

        let outline = border(patch, view, self.part);

        let [line, fiber, sinew] = self.pens;
        let mut layers = vec![Element::path(outline.clone()).fill(self.color)];
        // One step has to do the work of two, but on a sparsely drawn muscle its edge would show.
        let first = match (self.large, self.strokes) {
            (true, _) => ".18",
            (false, ..=12) => ".16",
            (false, _) => ".28",
        };
        for (data, token, opacity) in [
            (fall, Token::MuscleDark, first),
            (deep, Token::MuscleDark, ".2"),
            (lit, Token::MuscleLight, first),
            (glow, Token::MuscleLight, ".22"),
        ] {
            if !data.is_empty() {
                let shade = Element::path(data).fill(token);
                layers.push(shade.with(Attribute::FillOpacity, opacity));
            }
        }
        layers.push(
            Element::path(dark.data())
                .stroke(Token::MuscleDark, fiber)
                .with(Attribute::StrokeOpacity, ".62"),
        );
        layers.push(
            Element::path(light.data())
                .stroke(Token::MuscleLight, fiber)
                .with(Attribute::StrokeOpacity, ".6"),
        );
        let tendon = tendon.data();
        if !tendon.is_empty() {
            let sheet = Element::path(sheet.data()).fill(Token::Tendon);
            layers.push(sheet.with(Attribute::FillOpacity, ".85"));
            layers.push(Element::path(tendon).stroke(Token::Tendon, sinew));
        }
        layers.push(Element::path(outline).stroke(Token::MuscleDark, line));
        layers
    }

    /// The cut surface of a muscle at `t`, bulging along the fibers by `bulge`.
    #[must_use]
    pub fn cut(
        &self,
        patch: &Patch,
        view: &View,
        t: f64,
        bulge: f64,
        random: &mut Random,
    ) -> Vec<Element> {
        let steps = 8;
        let share = |step: usize| step as f64 / steps as f64;
        let edge = |lift: f64| -> Vec<Point> {
            (0..=steps)
                .map(|step| {
                    let u = share(step);
                    let wave = 0.8 + 0.2 * (9.0 * u).sin();
                    let round = 4.0 * u * (1.0 - u);
                    view.at(patch.at(u, t + lift * bulge * round * wave))
                })
                .collect()
        };
        let mut shape = Path::new();
        shape.smooth(&edge(-0.35), false);
        let mut back = edge(1.0);
        back.reverse();
        shape.continue_smooth(&back);
        shape.close();
        let mut bundles = Path::new();
        for _ in 0..if bulge > 0.0 { 14 } else { 0 } {
            let u = random.between(0.12, 0.88);
            let lift = random.between(-0.1, 0.8) * 4.0 * u * (1.0 - u);
            let here = view.at(patch.at(u, t + lift * bulge));
            bundles.move_to(here);
            bundles.line_to(here.plus(crate::geometry::point(random.between(3.0, 7.0), 1.0)));
        }
        let [line, _, sinew] = self.pens;
        vec![
            Element::path(shape.data())
                .fill(Token::MuscleLight)
                .outlined(Token::MuscleDark, line),
            Element::path(bundles.data())
                .stroke(self.color, sinew)
                .with(Attribute::StrokeOpacity, ".8"),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anatomy::muscle::GLUTEUS_MEDIUS;
    use crate::geometry::point;

    #[test]
    fn the_same_seed_draws_the_same_lines() {
        let patch = Patch::new(&GLUTEUS_MEDIUS);
        let view = View::new(point(0.0, 2000.0), 20.0);
        let muscle = Muscle {
            color: Token::Medius,
            strokes: 20,
            part: (0.0, 1.0),
            flesh: (0.0, 0.9),
            tendon: 5,
            large: true,
            pens: ["3", "2", "4"],
        };
        let draw = |seed| muscle.draw(&patch, &view, &mut Random::new(seed));
        assert_eq!(draw(3), draw(3));
        assert_ne!(draw(3), draw(4));
    }

    #[test]
    fn random_numbers_fill_the_unit_interval() {
        let mut random = Random::new(1);
        let numbers: Vec<f64> = (0..1000).map(|_| random.unit()).collect();
        assert!(numbers.iter().all(|number| (0.0..1.0).contains(number)));
        let mean = numbers.iter().sum::<f64>() / 1000.0;
        assert!((mean - 0.5).abs() < 0.05, "{mean}");
    }
}
