//! The browser app of Prime Mover.
//!
//! Every page is a finished document written by `press`. This crate gives it its frame (header,
//! `<main>`, footer) and, in the browser, its behavior. What stands inside `<main>` is a *fragment*:
//! plain HTML that hydration leaves alone and that [`wake`](crate) code brings to life by its `data-`
//! attributes, so that no article text is shipped twice and nothing in an article can break the app.
//!
//! Five builds of one crate:
//! - `ssr`: [`shell::render`] for the press, native;
//! - `hydrate`: the app in the browser (`src/main.rs`);
//! - `lab`: the live figures (`src/bin/lab.rs`), a bundle of their own;
//! - `desk`: review, practice and what the reader knows (`src/bin/desk.rs`), a bundle without Leptos;
//! - `search`: finding things (`src/bin/search.rs`), without Leptos as well.

#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod app;
#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod components;
#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod routes;

#[cfg(feature = "ssr")]
pub mod shell;

#[cfg(feature = "hydrate")]
pub mod fragments;
#[cfg(feature = "hydrate")]
pub mod navigation;
#[cfg(any(feature = "browser", feature = "lab"))]
pub mod near;
#[cfg(feature = "browser")]
pub mod platform;
#[cfg(feature = "browser")]
pub mod progress;
#[cfg(feature = "browser")]
pub mod wake;

#[cfg(feature = "desk")]
pub mod desk;
#[cfg(feature = "lab")]
pub mod figures;
#[cfg(feature = "search")]
pub mod finder;

/// Takes over the prerendered page, in tasks of its own: starting must never hold up a touch or a
/// scroll, also on a slow phone, so instantiation, hydration and waking do not run as one.
#[cfg(feature = "hydrate")]
pub fn start() {
    platform::dom::Timer::after(0, || leptos::mount::hydrate_body(app::App));
}
