//! What a page costs with ten thousand items and five years of history:
//! `cargo run --release -p study --example speed`.

#[path = "../tests/common/years.rs"]
mod years;

use std::time::Instant;

use study::{Decoded, Record, due};
use years::{TODAY, five_years_as_asked, five_years_every_month};

fn main() {
    for (name, record) in [
        ("asked as due", five_years_as_asked()),
        ("asked every month", five_years_every_month()),
    ] {
        let text = record.encode();
        println!("{name}: {} bytes", text.len());
        time("read", || Record::decode(&text));
        let Decoded::Ready { record, .. } = Record::decode(&text) else {
            return;
        };
        time("count what is due", || due(&record, TODAY).items.len());
        time("sum up", || record.summary().answered);
        time("write", || record.encode());
    }
}

/// Prints the best of ten times.
fn time<T>(name: &str, run: impl Fn() -> T) {
    let best = (0..10).map(|_| {
        let start = Instant::now();
        std::hint::black_box(run());
        start.elapsed()
    });
    println!(
        "  {name}: {:.1} ms",
        best.min().unwrap_or_default().as_secs_f64() * 1000.0
    );
}
