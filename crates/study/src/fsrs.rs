//! When a memory is likely to fade: FSRS-6 with its published default weights.
//!
//! Pure functions on a [`Memory`] and the days since its last review. Two outcomes are used: a
//! miss is the algorithm's *Again* (grade 1), a recall its *Good* (grade 3). There are no learning
//! steps and no random shift of intervals.
//!
//! Source of formulas and weights: the FSRS-6 section of "The Algorithm" in the wiki of
//! `open-spaced-repetition/fsrs4anki`, as implemented by `py-fsrs` 6.3.2, against which
//! `tests/fsrs.rs` checks 10,000 histories. With the weights `w`, grade `G`, stability `S`,
//! difficulty `D` and predicted recall `R`:
//!
//! | What | Formula |
//! |---|---|
//! | first stability | `S = w[G-1]` |
//! | first difficulty | `D = D0(G) = w4 - e^(w5·(G-1)) + 1` |
//! | recall after `t` days | `R = (1 + f·t/S)^-w20`, where `f = 0.9^(-1/w20) - 1` |
//! | difficulty | `D' = w7·D0(4) + (1-w7)·(D - w6·(G-3)·(10-D)/9)`, from 1 to 10 |
//! | stability, recalled | `S·(1 + e^w8·(11-D)·S^-w9·(e^((1-R)·w10) - 1))` |
//! | stability, missed | the smaller of `w11·D^-w12·((S+1)^w13 - 1)·e^((1-R)·w14)` and `S/e^(w17·w18)` |
//! | stability, same day | `S·e^(w17·(G-3+w18))·S^-w19`; not smaller when recalled |
//! | next interval | `S` in whole days at a desired recall of 0.9, at least 1 |

use std::{f64::consts::LN_2, sync::LazyLock};

/// Stability after a first miss, `w0`, in days.
const FIRST_MISSED: f64 = 0.212;
/// Stability after a first recall, `w2`, in days.
const FIRST_RECALLED: f64 = 2.3065;
/// `D0(1)`, which is `w4`.
const DIFFICULTY_MISSED: f64 = 6.4133;
/// `D0(3)`, with `w5 = 0.8334`.
const DIFFICULTY_RECALLED: f64 = 2.118_103_970_459_016;
/// `D0(4)`, the value that difficulty drifts to; not limited to 1.
const DIFFICULTY_EASY: f64 = -4.771_630_703_161_737;
const W6: f64 = 3.0194;
const W7: f64 = 0.001;
/// `e^w8`, with `w8 = 1.8722`.
const GROWTH: f64 = 6.502_586_364_563_327;
const W9: f64 = 0.1666;
const W10: f64 = 0.796;
const W11: f64 = 1.4835;
const W12: f64 = 0.0614;
const W13: f64 = 0.2629;
const W14: f64 = 1.6483;
/// `e^(w17·w18)`, with `w17 = 0.5425` and `w18 = 0.0912`: the factor of a same-day recall.
const AGAIN_RECALLED: f64 = 1.050_720_374_623_223_4;
/// `e^(w17·(w18-2))`: the factor of a same-day miss.
const AGAIN_MISSED: f64 = 0.355_040_291_061_149_2;
const W19: f64 = 0.0658;
const W20: f64 = 0.1542;
/// `f = 0.9^(-1/w20) - 1`, so that recall is 0.9 after `S` days.
const FACTOR: f64 = 0.980_346_494_413_479_7;

/// The smallest stability, in days.
const SHORTEST: f64 = 0.001;
/// The longest interval, in days.
const LONGEST: f64 = 36_500.0;

/// What FSRS knows of one item.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Memory {
    /// Days until the predicted recall has fallen to 0.9; at least 0.001.
    pub stability: f64,
    /// From 1, easy, to 10.
    pub difficulty: f64,
}

impl Memory {
    /// After the first review.
    pub fn first(recalled: bool) -> Self {
        let (stability, difficulty) = if recalled {
            (FIRST_RECALLED, DIFFICULTY_RECALLED)
        } else {
            (FIRST_MISSED, DIFFICULTY_MISSED)
        };
        Self {
            stability,
            difficulty,
        }
    }

    /// After a further review, `elapsed` days after the last; 0 for the same day.
    pub fn next(self, elapsed: u32, recalled: bool) -> Self {
        Self {
            stability: self.next_stability(elapsed, recalled).max(SHORTEST),
            difficulty: self.next_difficulty(recalled),
        }
    }

    /// The predicted chance of recall, `elapsed` days after the last review.
    pub fn recall(self, elapsed: u32) -> f64 {
        power(1.0 + FACTOR * f64::from(elapsed) / self.stability, -W20)
    }

    /// Days from the last review to the next: those after which recall is predicted to be 0.9.
    pub fn interval(self) -> u32 {
        // Within the limits a float fits; anything else becomes one of them.
        self.stability.round_ties_even().clamp(1.0, LONGEST) as u32
    }

    fn next_stability(self, elapsed: u32, recalled: bool) -> f64 {
        let s = self.stability;
        if elapsed == 0 {
            let factor = power(s, -W19);
            return s * if recalled {
                (AGAIN_RECALLED * factor).max(1.0)
            } else {
                AGAIN_MISSED * factor
            };
        }
        let forgotten = 1.0 - self.recall(elapsed);
        let weight = if recalled { W10 } else { W14 };
        let surprise = exp(forgotten * weight);
        if recalled {
            let room = 11.0 - self.difficulty;
            s * (1.0 + GROWTH * room * power(s, -W9) * (surprise - 1.0))
        } else {
            let growth = power(s + 1.0, W13) - 1.0;
            let long = W11 * power(self.difficulty, -W12) * growth * surprise;
            long.min(s / AGAIN_RECALLED)
        }
    }

    fn next_difficulty(self, recalled: bool) -> f64 {
        let d = self.difficulty;
        let moved = if recalled {
            d
        } else {
            d + (10.0 - d) * (2.0 * W6) / 9.0
        };
        (W7 * DIFFICULTY_EASY + (1.0 - W7) * moved).clamp(1.0, 10.0)
    }
}

/// `x^y` for a positive `x`. Reading the reviews of ten thousand items needs it a hundred thousand
/// times, on a page that opens in code that the browser has hardly compiled; so most of it is looked up.
/// Where `y·ln(x)` is from -8 to 8, as it is here, the error is below 1e-12 of the value.
fn power(x: f64, y: f64) -> f64 {
    exp(y * ln(x))
}

/// Values of `e^x` and `ln(x)` so near to each other that a few terms of a series lead from one to any
/// between them. Made at the first use: in the bundle they would be 5 kB.
struct Tables {
    /// `e^(n/32)`, from -8 on.
    exp: [f64; 513],
    /// `1 / (1 + n/64)`, and `ln(1 + n/64)`.
    ln: [(f64, f64); 65],
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut tables = Tables {
        exp: [1.0; 513],
        ln: [(1.0, 0.0); 65],
    };
    for n in 0..256 {
        tables.exp[257 + n] = tables.exp[256 + n] * STEP;
        tables.exp[255 - n] = tables.exp[256 - n] / STEP;
    }
    let mut sum = 0.0;
    for (n, (inverse, ln)) in (64_u8..).zip(&mut tables.ln) {
        let value = f64::from(n);
        (*inverse, *ln) = (64.0 / value, sum);
        // From here to the next: 2·artanh(1/(2n+1)).
        let z = 1.0 / (2.0 * value + 1.0);
        let square = z * z;
        sum += 2.0 * z * (1.0 + square * (1.0 / 3.0 + square * (0.2 + square / 7.0)));
    }
    tables
});

/// `e^(1/32)`.
const STEP: f64 = 1.031_743_407_499_102_7;

fn exp(x: f64) -> f64 {
    // Rounds, for the sum is not negative.
    let at = (x * 32.0 + 256.5) as usize;
    match TABLES.exp.get(at) {
        Some(near) if at > 0 => {
            let x = x - (at as f64 - 256.0) / 32.0;
            let square = x * x;
            let low = 1.0 + x + square * (0.5 + x * (1.0 / 6.0));
            near * (low + square * square * (1.0 / 24.0 + x * (1.0 / 120.0)))
        }
        // For histories that nobody has.
        _ if x > 0.0 => 3000.0,
        _ => 0.0003,
    }
}

/// The natural logarithm of a positive number.
fn ln(x: f64) -> f64 {
    let bits = x.to_bits();
    // Eleven bits of exponent, of which 1023 stands for 0; the sign is not set.
    let exponent = f64::from((bits >> 52) as u16) - 1023.0;
    let fraction = bits & ((1 << 52) - 1);
    // To the nearest of 64; at most 64.
    let at = ((fraction >> 45) as usize).div_ceil(2);
    let (inverse, near) = TABLES.ln.get(at).copied().unwrap_or_default();
    let z = f64::from_bits(fraction | 1023 << 52) * inverse - 1.0;
    let square = z * z;
    let rest = z - square * 0.5 + square * z * (1.0 / 3.0 - z * 0.25 + square * 0.2);
    exponent * LN_2 + near + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_are_those_of_the_standard_library() {
        for x in [
            0.001, 0.212, 0.5, 1.0, 1.1, 1.415, 2.3065, 100.0, 36_500.0, 4e7,
        ] {
            for y in [-W20, -W19, -W9, W13, -W12] {
                let (ours, theirs) = (power(x, y), f64::powf(x, y));
                assert!(
                    (ours / theirs - 1.0).abs() < 1e-12,
                    "{x}^{y}: {ours}, not {theirs}"
                );
            }
        }
        for n in -798..=800 {
            let x = f64::from(n) * 0.01;
            assert!((exp(x) / f64::exp(x) - 1.0).abs() < 2e-13, "{x}");
            let x = f64::exp(x);
            assert!((ln(x) - f64::ln(x)).abs() < 1e-13, "ln {x}");
        }
        // Beyond, which is for histories that nobody has, it stays within bounds.
        for x in [-1e9, 1e9, f64::MIN, f64::MAX] {
            assert!(exp(x) > 0.0 && exp(x) <= 3000.0);
        }
    }
}
