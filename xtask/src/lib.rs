//! Everything around the site's own code: set-up, build, serve, test.
//!
//! The binary is what `cargo xtask` runs. The library holds what the browser tests use too:
//! the static server ([`serve`]) and where tools and browsers lie ([`tools`]).

pub mod address;
pub mod build;
mod compiled;
pub mod dev;
pub mod fingerprint;
pub mod process;
pub mod serve;
pub mod setup;
pub mod steps;
mod suites;
pub mod test;
pub mod tools;
pub mod traffic;
pub mod web;
