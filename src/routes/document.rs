//! A prerendered page.

use leptos::prelude::*;

/// The fragment of the page being prerendered; absent in the browser, where it stands in the page
/// already.
#[derive(Clone, Debug)]
pub struct Fragment(pub String);

/// `<main>` with the fragment of the current address. Under hydration `inner_html` leaves the DOM as
/// it is, so the browser passes an empty text; later pages are put in place by `navigation`.
#[component]
pub fn Document() -> impl IntoView {
    let html = use_context::<Fragment>()
        .map(|fragment| fragment.0)
        .unwrap_or_default();
    #[cfg(feature = "hydrate")]
    crate::navigation::start();
    view! { <main id="main" tabindex="-1" inner_html=html></main> }
}
