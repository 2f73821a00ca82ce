//! Atlas ink: fibers of a muscle as short strokes along its patch, seeded.

use crate::geometry::{Patch, Point};
use crate::path::{Path, View};

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
    pub fn next(&mut self) -> f64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let bits = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 40;
        bits as f64 / f64::from(1 << 24)
    }

    /// The next number in `low..high`.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.next()
    }
}

/// How the fibers of one muscle are drawn.
#[derive(Debug, Clone, Copy)]
pub struct Fibers {
    /// How many fiber strokes.
    pub strokes: usize,
    /// Muscle becomes tendon before this share of the fiber's length (0: no tendon at the origin).
    pub tendon_to: f64,
    /// Muscle becomes tendon beyond this share of the fiber's length (1: none at the insertion).
    pub tendon_from: f64,
    /// How many strokes of tendon at either end.
    pub tendon_strokes: usize,
}

impl Default for Fibers {
    fn default() -> Self {
        Self {
            strokes: 40,
            tendon_to: 0.0,
            tendon_from: 1.0,
            tendon_strokes: 14,
        }
    }
}

/// Path data of one muscle's ink, one path for each kind of line.
#[derive(Debug, Clone, Default)]
pub struct Ink {
    /// Lines in the shade.
    pub dark: String,
    /// Lines in the light.
    pub light: String,
    /// Ragged ends of tendon.
    pub tendon: String,
}

impl Fibers {
    /// The ink of `patch` on the page.
    #[must_use]
    pub fn draw(&self, patch: &Patch, view: &View, random: &mut Random) -> Ink {
        let mut dark = Path::new();
        let mut light = Path::new();
        let mut tendon = Path::new();
        let at = |u: f64, t: f64| view.at(patch.at(u, t));
        for stroke in 0..self.strokes {
            // Stratified across the fibers, so that no gap opens.
            let u = (stroke as f64 + random.next()) / self.strokes as f64;
            let length = random.between(0.22, 0.62) * (self.tendon_from - self.tendon_to);
            let start = random.between(self.tendon_to, self.tendon_from - length);
            let shade = 0.30 + (u - 0.42).abs();
            let path = if random.next() < shade {
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
        for end in [0.0, 1.0] {
            let edge = if end == 0.0 {
                self.tendon_to
            } else {
                self.tendon_from
            };
            if (edge - end).abs() < 1e-9 {
                continue;
            }
            for stroke in 0..self.tendon_strokes {
                let u =
                    (stroke as f64 + 0.5 + random.between(-0.3, 0.3)) / self.tendon_strokes as f64;
                let inner = edge + random.between(-0.06, 0.06);
                bend(
                    &mut tendon,
                    at(u, end),
                    at(u, 0.5 * (end + inner)),
                    at(u, inner),
                );
            }
        }
        Ink {
            dark: dark.data(),
            light: light.data(),
            tendon: tendon.data(),
        }
    }
}

/// A quadratic curve that passes through `middle`.
pub fn bend(path: &mut Path, from: Point, middle: Point, to: Point) {
    let control = middle.times(2.0).minus(from.toward(to, 0.5));
    path.move_to(from);
    path.bend_to(control, to);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anatomy::muscle::GLUTEUS_MEDIUS;
    use crate::geometry::point;

    #[test]
    fn the_same_seed_draws_the_same_lines() {
        let patch = Patch::new(&GLUTEUS_MEDIUS);
        let view = View {
            origin: point(0.0, 2000.0),
            scale: 20.0,
        };
        let draw = |seed| {
            Fibers::default()
                .draw(&patch, &view, &mut Random::new(seed))
                .dark
        };
        assert_eq!(draw(3), draw(3));
        assert_ne!(draw(3), draw(4));
    }

    #[test]
    fn random_numbers_fill_the_unit_interval() {
        let mut random = Random::new(1);
        let numbers: Vec<f64> = (0..1000).map(|_| random.next()).collect();
        assert!(numbers.iter().all(|number| (0.0..1.0).contains(number)));
        let mean = numbers.iter().sum::<f64>() / 1000.0;
        assert!((mean - 0.5).abs() < 0.05, "{mean}");
    }
}
