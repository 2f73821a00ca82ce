//! Brings a prerendered fragment to life by its `data-` attributes.
//!
//! Clicks and submits are handled once for the whole document, so a new fragment needs no listeners of
//! its own; only what must be watched (section ends, the heading in view) is looked up again per page.

#[cfg(feature = "hydrate")]
pub mod actions;
#[cfg(feature = "hydrate")]
pub mod place;
#[cfg(feature = "hydrate")]
pub mod question;
#[cfg(feature = "hydrate")]
pub mod reading;
#[cfg(feature = "hydrate")]
pub mod slots;
#[cfg(feature = "hydrate")]
pub mod theme;
pub mod toast;

#[cfg(feature = "hydrate")]
use crate::{
    platform::dom::{self, Listen},
    progress,
};

/// Starts what belongs to the frame. Called once.
#[cfg(feature = "hydrate")]
pub fn frame() {
    dom::listen(
        &dom::document(),
        "submit",
        Listen::default(),
        question::on_submit,
    );
    dom::listen(
        &dom::document(),
        "change",
        Listen::default(),
        question::on_change,
    );
    theme::start();
    place::start();
}

/// Reads the record for the first time, and follows it. Called once.
#[cfg(feature = "hydrate")]
pub fn record() {
    progress::on_change(refresh);
    progress::start();
}

/// Wakes the fragment that now stands in `<main>`. Called after hydration and after each navigation;
/// [`refresh`] comes next.
#[cfg(feature = "hydrate")]
pub fn page() {
    toast::leave();
    reading::watch();
    place::page();
}

/// Writes what is known about the reader into the places the press has left for it.
#[cfg(feature = "hydrate")]
pub fn refresh() {
    let brief = progress::brief();
    slots::fill(&brief);
    reading::mark(brief.record());
}
