//! The frame of every page.
//!
//! All pages are documents: the press has written them, and [`Document`] shows the fragment that
//! belongs to the address. Which addresses exist is known to the press alone, so the bundle does not
//! grow with the site, and there is no route table: the router gives the address as signals, and its
//! `<Routes>` would cost 16 kB (Brotli) to choose between one view and itself.

use leptos::prelude::*;
use leptos_router::components::Router;

use crate::{
    components::{finder::Finder, footer::Footer, header::Header, status::Status},
    routes::document::Document,
};

/// The base path of the site, `/` at the root of a host, such as `/course/` below one.
#[derive(Clone, Debug)]
pub struct Base(pub String);

impl Base {
    /// The address of a page of this site, from its path at the root.
    pub fn href(&self, path: &str) -> String {
        content::paths::join(&self.0, path)
    }
}

/// Whether the page stands in a frame inside another site, where only what it is about is shown.
#[derive(Clone, Copy, Debug)]
pub struct Guest(pub bool);

/// The whole body of a page.
#[component]
pub fn App() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    {
        provide_context(Base(crate::platform::dom::base_path()));
        provide_context(Guest(crate::platform::dom::is_embedded()));
    }
    // The same in the press and in the browser, so the browser finds what the press has written.
    let alone = use_context::<Guest>().is_some_and(|guest| guest.0);

    view! {
        <Router>
            {(!alone).then(|| view! { <a class="skip" href="#main">"Skip to content"</a><Header/> })}
            <Document/>
            {(!alone).then(|| view! { <Footer/> })}
            <Status/>
            {(!alone).then(|| view! { <Finder/> })}
        </Router>
    }
}
