//! The dialog of the search.

use leptos::prelude::*;

/// The dialog, closed. The browser hydrates around its content; the starter script opens it, and the
/// search bundle fills it. It is a popover and no modal dialog: making all else inert has a browser style the
/// whole page anew, which took a slow phone 150 to 200 ms. What leaves it closes it.
#[component]
pub fn Finder() -> impl IntoView {
    view! {
        <dialog class="finder finder-dialog" id="finder" popover="auto" data-search="dialog" aria-label="Search" inner_html=content()></dialog>
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
        r#"<div class="finder-close"><button type="button" class="quiet" popovertarget="finder" "#,
        r#"popovertargetaction="hide">Close</button></div>"#,
        r#"<form role="search" class="finder-form" action=""#,
        &base.href("/search/"),
        r#""><input name="q" aria-label="Search for" placeholder="Muscle, ache, exercise …""#,
        r#" autocomplete="off" spellcheck="false" autofocus></form>"#,
        r#"<p class="finder-status" role="status" data-slot></p><div class="finder-list" data-slot></div>"#,
    ]
    .concat()
}
