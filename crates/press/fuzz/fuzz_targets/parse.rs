//! `cargo +nightly fuzz run parse`: no input makes the parsers panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use press::diagnostic::Source;

fuzz_target!(|text: &str| {
    let source = Source::new("a", text);
    let _ = press::parse_any(&source);
});
