//! Brand, site navigation, the way back to where the reader was, and the theme.

use leptos::prelude::*;

/// The header of every page. The press writes what is in it and the browser hydrates around it, so the
/// bundle does not carry it; [`point`] is all that changes there with the page.
#[component]
pub fn Header() -> impl IntoView {
    view! { <header class="site-head" inner_html=content()></header> }
}

/// Whether the page at `path` is the one a link of the navigation leads to, or lies below it.
fn current(path: &str, link: &str) -> Option<&'static str> {
    match path.strip_prefix(link) {
        Some("") => Some("page"),
        Some(_) => Some("true"),
        None => None,
    }
}

/// Marks in the navigation where the page at `path` belongs.
#[cfg(feature = "hydrate")]
pub fn point(path: &str) {
    use crate::platform::dom;

    let Some(navigation) = dom::query(".site-nav") else {
        return;
    };
    for link in dom::query_all(&navigation, "a") {
        match current(path, &dom::attr(&link, "href")) {
            Some(word) => dom::keep_attr(&link, "aria-current", word),
            None => {
                let _ = link.remove_attribute("aria-current");
            }
        }
    }
}

#[cfg(not(feature = "ssr"))]
fn content() -> String {
    String::new()
}

#[cfg(feature = "ssr")]
fn content() -> String {
    ssr::content()
}

#[cfg(feature = "ssr")]
mod ssr {
    use leptos::prelude::*;
    use leptos_router::hooks::use_location;

    use super::current;
    use crate::app::Base;

    /// Path and name of each entry of the site navigation.
    const ENTRIES: [(&str, &str); 5] = [
        ("/topics/", "Topics"),
        ("/figures/", "Figures"),
        ("/quizzes/", "Quizzes"),
        ("/glossary/", "Glossary"),
        ("/progress/", "Progress"),
    ];

    const MARK: &str = concat!(
        r#"<svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">"#,
        r#"<path d="M17 4.5C22.5 2.5 28 6 29.5 12.5 30.7 18 29.5 25 26.5 29.5 21.5 28.5 18 24 17 18Z"#,
        r#"M15 4.5C9.5 2.5 4 6 2.5 12.5 1.3 18 2.5 25 5.5 29.5 10.5 28.5 14 24 15 18Z"></path>"#,
        r#"<path class="fibers" d="M19.5 7.5C23 11 26 17 26.7 26M22.5 6C25.8 9.5 27.8 15 28 22"#,
        r#"M18.6 13C20.5 17 23.5 21.5 25 26.5M12.5 7.5C9 11 6 17 5.3 26M9.5 6C6.2 9.5 4.2 15 4 22"#,
        r#"M13.4 13C11.5 17 8.5 21.5 7 26.5"></path></svg><span>Prime Mover</span>"#,
    );

    pub(super) fn content() -> String {
        let base = expect_context::<Base>();
        let here = use_location().pathname.get_untracked();
        let entries: Vec<_> = ENTRIES
            .into_iter()
            .map(|(path, name)| {
                let href = base.href(path);
                let current = current(&here, &href);
                view! { <li><a href=href aria-current=current>{name}</a></li> }
            })
            .collect();
        view! {
            <a class="brand" href=base.href("/") inner_html=MARK></a>
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
        }
        .to_html()
    }
}
