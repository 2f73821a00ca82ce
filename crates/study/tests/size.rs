//! Ten thousand items with five years of history: they fit a browser, and nothing is lost on the
//! way there that the schedule needs. `examples/speed.rs` prints how long a page takes with them.

#[path = "common/years.rs"]
mod years;

use study::{Decoded, Record, due};
use years::{TODAY, five_years_as_asked, five_years_every_month};

#[track_caller]
fn fits(record: &Record) {
    let text = record.encode();
    assert!(text.len() < 1_000_000, "{} bytes", text.len());
    match Record::decode(&text) {
        Decoded::Ready { record: again, .. } => assert_eq!(&again, record),
        other => panic!("{other:?}"),
    }
}

#[test]
fn ten_thousand_items_asked_as_they_came_due_fit() {
    let record = five_years_as_asked();
    fits(&record);
    let reviews: u64 = study::items(&record, TODAY).map(|item| item.tries).sum();
    assert!(reviews > 60_000, "{reviews} answers");
    assert!(due(&record, TODAY).next.is_some());
}

#[test]
fn ten_thousand_items_asked_every_month_fit() {
    let record = five_years_every_month();
    fits(&record);
    let reviews: u64 = study::items(&record, TODAY).map(|item| item.tries).sum();
    assert!(reviews > 500_000, "{reviews} answers");
}
