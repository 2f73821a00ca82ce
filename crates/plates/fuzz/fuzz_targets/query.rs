//! Any query string gives a state that prints, reads back and can be drawn.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|query: &str| {
    for figure in plates::FIGURES {
        let values = figure.parse(query);
        assert_eq!(figure.parse(&figure.print(&values)), values);
        assert_eq!(figure.clamp(&values), values);
        let scene = (figure.scene)(&values);
        let first = (figure.scene)(&figure.parse(""));
        assert!(plates::scene::diff(&first, &scene).is_some());
        assert!(!(figure.words)(&values).state.is_empty());
    }
});
