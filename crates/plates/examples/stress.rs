//! Many random states and query strings through every figure, where no fuzzer is at hand.
//!
//! `cargo run --profile bench -p plates --example stress [count] [seed]`
//!
//! Every query is parsed, clamped, printed and parsed again; every twentieth is drawn, told and
//! compared with the drawing before. Ends with an error at the first query that breaks a rule, and
//! names it before a panic does.

use plates::scene::diff;
use plates::{FIGURES, Figure};

/// SplitMix64 (Steele GL, Lea D, Flood CH 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }
}

/// Characters that parsers stumble over.
const STRANGE: &[&str] = &[
    "&",
    "=",
    "?",
    "-",
    "+",
    "%",
    "..",
    "é",
    "\u{202e}",
    "\0",
    " ",
    "0",
    "9",
    "1e9",
    "NaN",
    "inf",
    "v",
    "99999999999999999999",
    "-2147483648",
    "&&=",
    "%00",
    "🦵",
];

/// A query: keys of the figure with values in range, out of range, or nonsense.
fn query(figure: &Figure, random: &mut Random) -> String {
    let mut query = String::new();
    for _ in 0..random.below(8) {
        match random.below(8) {
            0 => query.push_str(STRANGE[random.below(STRANGE.len())]),
            kind => {
                let key = &figure.keys[random.below(figure.keys.len())];
                query.push_str(key.name);
                query.push('=');
                let (min, max) = key.span();
                let value = match kind {
                    1 => random.next() as i32,
                    _ => min + random.below((max - min + 1) as usize) as i32,
                };
                match (key.kind.words(), kind) {
                    (Some(words), 2..) => query.push_str(words[value as usize % words.len()]),
                    (_, 3) => query.push_str(STRANGE[random.below(STRANGE.len())]),
                    _ => query.push_str(&value.to_string()),
                }
            }
        }
        query.push('&');
    }
    query
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let mut number = |default: u64| {
        let text = arguments.next();
        text.and_then(|text| text.parse().ok()).unwrap_or(default)
    };
    let (count, seed) = (number(1_000_000), number(1));
    let mut random = Random(seed);
    let mut shown: Vec<_> = FIGURES.iter().map(|it| (it.scene)(&it.parse(""))).collect();
    let (mut states, mut drawn) = (std::collections::HashSet::new(), 0);
    for round in 0..count {
        let index = random.below(FIGURES.len());
        let figure = &FIGURES[index];
        let query = query(figure, &mut random);
        let values = figure.parse(&query);
        let fail = |what: &str| -> ! {
            eprintln!("{}?{query:?}: {what}", figure.name);
            std::process::exit(1)
        };
        if figure.clamp(&values) != values {
            fail("a value out of its range");
        }
        if figure.parse(&figure.print(&values)) != values {
            fail("printed and read back it is another state");
        }
        states.insert((index, values.clone()));
        if round % 20 > 0 {
            continue;
        }
        let named = query.clone();
        std::panic::set_hook(Box::new(move |info| eprintln!("?{named:?}: {info}")));
        let mut scene = (figure.scene)(&values);
        if diff(&shown[index], &scene).is_none() {
            fail("the tree has another shape");
        }
        let words = (figure.words)(&values);
        let text = words.rows.iter().flat_map(|row| &row.cells);
        if std::iter::once(&words.state)
            .chain(text)
            .any(|text| text.contains("NaN") || text.contains("inf "))
        {
            fail("a number that is none");
        }
        scene.keep_undrawn(std::mem::replace(&mut shown[index], scene.clone()));
        shown[index] = scene;
        drawn += 1;
    }
    println!(
        "{count} queries, {} states, {drawn} of them drawn",
        states.len()
    );
}
