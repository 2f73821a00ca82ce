//! The dialog of the search.

use leptos::prelude::*;

/// The dialog, closed. The browser hydrates around its content; the starter script opens it, and the
/// search bundle fills it.
#[component]
pub fn Finder() -> impl IntoView {
    view! {
        <dialog class="finder finder-dialog" data-search="dialog" aria-label="Search" inner_html=content()></dialog>
    }
}

#[cfg(not(feature = "ssr"))]
fn content() -> String {
    String::new()
}

#[cfg(feature = "ssr")]
fn content() -> String {
    let base = expect_context::<crate::app::Base>();
    [
        r#"<form method="dialog" class="finder-close"><button class="quiet">Close</button></form>"#,
        r#"<form role="search" class="finder-form" action=""#,
        &base.href("/search/"),
        r#""><input name="q" aria-label="Search for" placeholder="Muscle, ache, exercise …""#,
        r#" autocomplete="off" spellcheck="false" autofocus></form>"#,
        r#"<p class="finder-status" role="status" data-slot></p><div class="finder-list" data-slot></div>"#,
    ]
    .concat()
}
