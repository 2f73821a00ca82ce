//! What every piece of Prime Mover agrees on about content: addresses
//! ([`paths`]), permanent ids ([`ids`]), the page fragment that the browser
//! fetches on in-site navigation ([`fragment`]), what a reader wants to practice
//! ([`practice`]), reading plans ([`plan`]) and, behind the feature
//! `model`, the typed form of everything an author writes.
//!
//! Without features the crate depends on nothing and is a few hundred bytes
//! in the browser: it ships with the app.

pub mod fragment;
pub mod ids;
#[cfg(feature = "model")]
pub mod model;
pub mod paths;
pub mod plan;
pub mod practice;
