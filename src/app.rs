//! The frame of every page and its one route.
//!
//! All pages are documents: the press has written them, and [`Document`] shows the fragment that
//! belongs to the address. So the route table is a single wildcard; which addresses exist is known
//! to the press alone, and the bundle does not grow with the site.

use leptos::prelude::*;
use leptos_router::{
    components::{FlatRoutes, Route, Router},
    path,
};

use crate::{
    components::{footer::Footer, header::Header, status::Status},
    routes::document::Document,
};

/// The base path of the site, `/` at the root of a host, such as `/course/` below one.
#[derive(Clone, Debug)]
pub struct Base(pub String);

impl Base {
    /// The address of a page of this site, from its path at the root.
    pub fn href(&self, path: &str) -> String {
        let mut address = self.0.clone();
        address.push_str(path.trim_start_matches('/'));
        address
    }
}

/// The whole body of a page.
#[component]
pub fn App() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    provide_context(Base(crate::platform::dom::base_path()));

    view! {
        <Router>
            <a class="skip" href="#main">"Skip to content"</a>
            <Header/>
            <FlatRoutes fallback=Document>
                <Route path=path!("/*any") view=Document/>
            </FlatRoutes>
            <Footer/>
            <Status/>
        </Router>
    }
}
