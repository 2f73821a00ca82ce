//! `cargo +nightly fuzz run plan`: any query gives a plan that prints, reads back and leads nowhere but
//! to pages of the site.

#![no_main]

use content::paths::Route;
use content::plan::{ENTRIES, NOTE, Plan};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|query: &str| {
    let mut plan = Plan::parse(query);
    assert!(plan.entries.len() <= ENTRIES && plan.note.chars().count() <= NOTE);
    for path in plan.entries.iter().filter_map(|entry| entry.path()) {
        assert!(Route::parse(&path).is_some());
    }
    plan.left_out = 0;
    assert_eq!(Plan::parse(&plan.print()), plan);
});
