//! Brand, site navigation, the way back to where the reader was, and the theme.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::app::Base;

/// Path and name of each entry of the site navigation.
const ENTRIES: [(&str, &str); 5] = [
    ("/topics/", "Topics"),
    ("/figures/", "Figures"),
    ("/quizzes/", "Quizzes"),
    ("/glossary/", "Glossary"),
    ("/progress/", "Progress"),
];

/// The header of every page.
#[component]
pub fn Header() -> impl IntoView {
    let base = expect_context::<Base>();
    let pathname = use_location().pathname;
    let entries: Vec<_> = ENTRIES
        .into_iter()
        .map(|(path, name)| {
            let href = base.href(path);
            let here = href.clone();
            let current = move || {
                let pathname = pathname.get();
                match pathname.strip_prefix(here.as_str()) {
                    Some("") => Some("page"),
                    Some(_) => Some("true"),
                    None => None,
                }
            };
            view! { <li><a href=href aria-current=current>{name}</a></li> }
        })
        .collect();
    #[cfg(feature = "hydrate")]
    crate::wake::theme::start();

    view! {
        <header class="site-head">
            <a class="brand" href=base.href("/")>
                <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
                    <path d="M16 2.5C8 4 3 10.5 3 18c0 6 3 10 7.5 11.5C12 22 12.5 12 16 2.5Z"></path>
                    <path d="M16 2.5C24 4 29 10.5 29 18c0 6-3 10-7.5 11.5C20 22 19.500 12 16 2.500Z"></path>
                </svg>
                <span>"Prime Mover"</span>
            </a>
            <nav class="site-nav" aria-label="Site">
                <ul>{entries}</ul>
            </nav>
            <div class="site-tools">
                <a class="continue-link" data-slot="header-continue" href=base.href("/") hidden>
                    <span>"Continue"</span>
                    " "
                    <span class="continue-where"></span>
                </a>
                <div class="theme">
                    <select aria-label="Theme" autocomplete="off" data-action="theme">
                        <option value="auto">"Automatic"</option>
                        <option value="light">"Light"</option>
                        <option value="dark">"Dark"</option>
                    </select>
                </div>
            </div>
        </header>
    }
}
