//! The harness of the tests of the built site: without a browser, and in three of them.
//!
//! The tests themselves are in `tests/`; `cargo test -p site-tests` runs them against the site in
//! `dist/` ([`site::dist`] tells how to name another folder).
//!
//! - site: the built files, the sitemap, a server for them.
//! - page: a page's HTML, parsed.
//! - http: what a server answers, byte by byte.
//! - budget: `tests/budget.toml`.
//! - slow: first views on a slow phone and line, for the budget and for `cargo xtask bench`.
//! - browser: Chromium, Firefox and WebKitGTK over WebDriver.
//!
//! One engine: `cargo test -p site-tests --test browser firefox::`. Pictures of all pages:
//! `cargo run -p site-tests --bin screenshots -- <folder>`. What a failed test saw lies in
//! `target/site-tests/failures/`.
//!
//! Rules that the harness keeps for all tests: elements of a reader's journey are located by role and
//! accessible name, as assistive technology sees them; nothing sleeps for a fixed time, everything is
//! polled until a deadline, and a missed deadline says what was expected and what was there; every test
//! has a browser with a fresh profile, which ends with the test.

pub mod browser;
pub mod budget;
pub mod http;
pub mod page;
pub mod site;
pub mod slow;
pub mod wait;
