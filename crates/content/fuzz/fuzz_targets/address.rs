//! `cargo +nightly fuzz run address`: any path is an address of the site that prints as itself, or none;
//! any text that came for a page is a fragment that was written, or refused.

#![no_main]

use content::fragment;
use content::paths::Route;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Some(route) = Route::parse(text) {
        assert_eq!(Route::parse(&route.to_path()), Some(route));
    }
    if let Ok(page) = fragment::decode(text) {
        let again = fragment::encode(page.title, page.html);
        assert_eq!(fragment::decode(&again).map(|page| page.html), Ok(page.html));
    }
});
