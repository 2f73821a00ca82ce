//! The prerendered frame, for the press.

use leptos::prelude::*;
use leptos_router::location::RequestUrl;

use crate::{
    app::{App, Base, Guest},
    routes::document::Fragment,
};

/// The inner HTML of `<body>` for a page: header, `<main>` with the fragment, footer.
///
/// `path` is the page's path at the root of the site, such as `/topics/three-glutes/`; `base` is the
/// base path of the site, `/` or such as `/course/`. Safe to call from several threads.
pub fn render(path: &str, base: &str, fragment: String) -> String {
    let base = Base(base.to_owned());
    let address = base.href(path);
    let owner = Owner::new();
    let html = owner.with(|| {
        provide_context(RequestUrl::new(&address));
        provide_context(base);
        provide_context(Guest(path.starts_with("/embed/")));
        provide_context(Fragment(fragment));
        view! { <App/> }.to_html()
    });
    owner.unset_with_forced_cleanup();
    html
}

/// What stands before and behind the fragment in the body of a page, see [`render`].
pub fn frame(path: &str, base: &str) -> [String; 2] {
    const FRAGMENT: &str = "<!--fragment-->";
    let body = render(path, base, FRAGMENT.to_owned());
    match body.split_once(FRAGMENT) {
        Some((before, behind)) => [before, behind].map(str::to_owned),
        None => [body, String::new()],
    }
}

/// What the frame of a page depends on: pages for which this is equal have the same.
pub fn kind(path: &str) -> (&str, bool) {
    let path = path.trim_start_matches('/');
    let (top, below) = path.split_once('/').unwrap_or((path, ""));
    (top, below.is_empty())
}
