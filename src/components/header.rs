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
            <a class="brand" href=base.href("/") inner_html=brand()></a>
            <nav class="site-nav" aria-label="Site">
                <ul>{entries}</ul>
            </nav>
            <a class="search-link" href=base.href("/search/") data-search-open="" aria-keyshortcuts="Control+K Meta+K">
                <span>"Search"</span>
            </a>
            <div class="site-tools">
                <a class="continue-link" data-slot="header-continue" href=base.href("/") hidden>
                    <span>"Continue"</span>
                    " "
                    <span class="continue-where"></span>
                </a>
                <a class="due-link" data-slot="header-due" href=base.href("/review/") hidden>
                    <span></span>
                    <span class="vh"></span>
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

/// Mark and name. The browser hydrates around them, so the drawing is not shipped in the bundle.
fn brand() -> String {
    #[cfg(feature = "ssr")]
    let html = concat!(
        r#"<svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">"#,
        r#"<path d="M17 4.5C22.5 2.5 28 6 29.5 12.5 30.7 18 29.5 25 26.5 29.5 21.5 28.5 18 24 17 18Z"#,
        r#"M15 4.5C9.5 2.5 4 6 2.5 12.5 1.3 18 2.5 25 5.5 29.5 10.5 28.5 14 24 15 18Z"></path>"#,
        r#"<path class="fibers" d="M19.5 7.5C23 11 26 17 26.7 26M22.5 6C25.8 9.5 27.8 15 28 22"#,
        r#"M18.6 13C20.5 17 23.5 21.5 25 26.5M12.5 7.5C9 11 6 17 5.3 26M9.5 6C6.2 9.5 4.2 15 4 22"#,
        r#"M13.4 13C11.5 17 8.5 21.5 7 26.5"></path></svg><span>Prime Mover</span>"#,
    );
    #[cfg(not(feature = "ssr"))]
    let html = "";
    html.to_owned()
}
