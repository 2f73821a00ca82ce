//! What the site is, and its quieter pages.

use leptos::prelude::*;

#[cfg(feature = "ssr")]
const ENTRIES: [(&str, &str); 7] = [
    ("/about/", "About"),
    ("/references/", "References"),
    ("/glossary/", "Glossary"),
    ("/review/", "Review"),
    ("/progress/", "Your progress"),
    ("/plan/", "Reading plans"),
    ("/feed.xml", "Feed"),
];

/// The footer of every page. Nothing in it changes, so the browser hydrates around its content and the
/// bundle does not carry it.
#[component]
pub fn Footer() -> impl IntoView {
    view! { <footer class="site-foot" inner_html=content()></footer> }
}

#[cfg(not(feature = "ssr"))]
fn content() -> String {
    String::new()
}

#[cfg(feature = "ssr")]
fn content() -> String {
    let base = expect_context::<crate::app::Base>();
    let entries: Vec<_> = ENTRIES
        .into_iter()
        .map(|(path, name)| {
            // The feed is not a page: the browser opens it, not the router.
            let rel = path.ends_with(".xml").then_some("external");
            view! {
                <li>
                    <a href=base.href(path) rel=rel>
                        {name}
                    </a>
                </li>
            }
        })
        .collect();
    view! {
        <div class="foot-about">
            <p class="foot-name">"Prime Mover"</p>
            <p>
                "A free course and atlas of the gluteal muscles and the kinetic chain. It supports, and does not replace, your clinician."
            </p>
        </div>
        <nav class="foot-nav" aria-label="About this site">
            <ul>{entries}</ul>
        </nav>
        <p class="foot-small">
            "No ads, no account, no tracking. Your progress stays in this browser. Text and figures: CC BY 4.0."
        </p>
        <p class="foot-small">
            <span data-slot="version"></span>
            <span role="status" data-slot="offline"></span>
        </p>
        <div class="toast" role="status" data-slot="update"></div>
    }
    .to_html()
}
