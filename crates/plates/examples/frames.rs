//! What a frame of a drag costs: for every key with a range, how many attributes and bytes change
//! from one value to the next, and the processor time of scene, words and comparing.
//!
//! `cargo run --profile bench -p plates --example frames [figure]`
//!
//! Processor time, not time on the clock: other work on the machine hardly changes it (Linux only).

use plates::scene::diff;
use plates::schema::Kind;

/// Frames of a drag.
const FRAMES: i32 = 24;
/// How often the drag is repeated: the system counts in steps of a few milliseconds.
const ROUNDS: u64 = 10;

/// Processor time of this thread so far, nanoseconds; 0 where the system does not tell.
fn spent() -> u64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let first = text
        .split(' ')
        .next()
        .and_then(|digits| digits.parse().ok());
    first.unwrap_or_default()
}

/// The mean processor time of `work` over a drag through `states`, microseconds.
fn time(states: &[Vec<i32>], work: impl Fn(&[i32]) -> usize) -> u64 {
    let begin = spent();
    for _ in 0..ROUNDS {
        for values in states {
            std::hint::black_box(work(values));
        }
    }
    (spent() - begin) / 1000 / (ROUNDS * states.len() as u64)
}

fn main() {
    let only = std::env::args().nth(1);
    println!("figure state key: most changes, bytes; mean µs of scene, words, comparing; elements");
    let chosen = |figure: &&plates::Figure| only.as_ref().is_none_or(|name| figure.name == name);
    for figure in plates::FIGURES.iter().filter(chosen) {
        let named = figure.named.iter().map(|named| (named.slug, named.query));
        for (slug, query) in std::iter::once(("", "")).chain(named) {
            let start = figure.parse(query);
            for (index, key) in figure.keys.iter().enumerate() {
                let Kind::Integer { max, step, .. } = key.kind else {
                    continue;
                };
                if !(figure.enabled)(&start)[index] {
                    continue;
                }
                let (mut values, mut shown) = (start.clone(), (figure.scene)(&start));
                let (mut most, mut bytes) = (0, 0);
                let mut states = Vec::new();
                for _ in 0..FRAMES {
                    values[index] += step;
                    if values[index] > max {
                        values[index] = key.span().0;
                    }
                    states.push(values.clone());
                    let mut next = (figure.scene)(&values);
                    let patches = diff(&shown, &next).unwrap_or_default();
                    if values[index] != key.span().0 {
                        most = most.max(patches.len());
                        bytes = bytes.max(patches.iter().map(|patch| patch.value.len()).sum());
                    }
                    drop(patches);
                    next.keep_undrawn(shown);
                    shown = next;
                }
                let mean = [
                    time(&states, |values| (figure.scene)(values).elements.len()),
                    time(&states, |values| (figure.words)(values).rows.len()),
                    time(&states, |_| {
                        diff(&shown, &shown).map_or(0, |patches| patches.len())
                    }),
                ];
                println!(
                    "{:18} {:22} {:10} {most:5} {bytes:7}   {:6} {:6} {:6}   {}",
                    figure.name,
                    slug,
                    key.name,
                    mean[0],
                    mean[1],
                    mean[2],
                    shown.count()
                );
            }
        }
    }
}
