//! A page's HTML, parsed.

use scraper::{ElementRef, Html, Selector};

/// A parsed page.
#[derive(Debug)]
pub struct Page {
    /// Its path on the site, such as `/topics/`.
    pub route: String,
    html: Html,
}

/// A selector that the tests themselves wrote.
///
/// # Panics
/// If it is not one.
pub fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|error| panic!("{css}: {error}"))
}

impl Page {
    /// Parses a document, as it is once the starter script has brought in what waits (`data-fold`), or
    /// without scripts. An end tag that is left over ends nothing.
    pub fn parse(route: &str, html: &str) -> Self {
        let html = html
            .replace("<noscript data-fold>", "")
            .replace("<template data-fold>", "");
        Self {
            route: route.to_owned(),
            html: Html::parse_document(&html),
        }
    }

    /// The page of a route, from the built site.
    pub fn of(route: &str) -> Self {
        Self::parse(route, &crate::site::text(&crate::site::file_of(route)))
    }

    /// All elements that match.
    pub fn all(&self, css: &str) -> Vec<ElementRef<'_>> {
        self.html.select(&selector(css)).collect()
    }

    /// The one element that matches.
    ///
    /// # Panics
    /// If there is none, or more than one.
    pub fn one(&self, css: &str) -> ElementRef<'_> {
        let found = self.all(css);
        assert_eq!(found.len(), 1, "{}: expected one `{css}`", self.route);
        found[0]
    }

    /// An attribute of the first element that matches.
    pub fn attr(&self, css: &str, name: &str) -> Option<String> {
        self.all(css)
            .first()
            .and_then(|element| element.attr(name))
            .map(str::to_owned)
    }

    /// Every id of the page, in order.
    pub fn ids(&self) -> Vec<&str> {
        self.all("[id]")
            .iter()
            .filter_map(|element| element.attr("id"))
            .collect()
    }

    /// Whether an id is there.
    pub fn has_id(&self, id: &str) -> bool {
        self.ids().contains(&id)
    }
}

/// The words of an element, its white space made plain.
pub fn words(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
