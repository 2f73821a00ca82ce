//! Questions where they stand: on the pages of their quizzes, fetched as fragments.

use std::{cell::RefCell, collections::HashMap};

use content::{fragment, paths::Route};
use wasm_bindgen::JsCast;
use web_sys::{DocumentFragment, Element, HtmlTemplateElement, Node};

use crate::platform::{
    dom,
    fetch::{FetchError, Pending},
};

/// Pages kept at most.
const KEPT: usize = 40;

thread_local! {
    static PAGES: RefCell<HashMap<String, Pending>> = RefCell::default();
}

/// The address of a path inside the site.
pub fn address(path: &str) -> String {
    content::paths::join(&dom::base_path(), path)
}

/// A page of the site as something to take elements from. It is not part of the document: its images
/// are not loaded, its ids name nothing.
pub struct Page(DocumentFragment);

impl Page {
    /// Fetches a page, or takes the one that is here already.
    pub async fn fetch(route: Route<'_>) -> Result<Self, FetchError> {
        let path = route.fragment_path();
        let pending = PAGES.with_borrow_mut(|pages| {
            if pages.len() >= KEPT {
                pages.clear();
            }
            let pending = pages.entry(path.clone());
            pending
                .or_insert_with(|| Pending::fetch(address(&path)))
                .clone()
        });
        let read = || async {
            let text = pending.text().await?;
            let page = fragment::decode(&text).map_err(|_| FetchError::Unreachable)?;
            let template = dom::document()
                .create_element("template")
                .map_err(|_| FetchError::Unreachable)?;
            template.set_inner_html(page.html);
            Ok(Self(
                template.unchecked_into::<HtmlTemplateElement>().content(),
            ))
        };
        let page = read().await;
        if page.is_err() {
            // Another try may reach it.
            PAGES.with_borrow_mut(|pages| pages.remove(&path));
        }
        page
    }

    /// Every element of the page that matches a selector.
    pub fn all(&self, selector: &str) -> Vec<Element> {
        let Ok(list) = self.0.query_selector_all(selector) else {
            return Vec::new();
        };
        (0..list.length())
            .filter_map(|i| list.item(i)?.dyn_into().ok())
            .collect()
    }

    /// The names (`quiz/item`) of the page's questions, in order.
    pub fn questions(&self) -> Vec<String> {
        let forms = self.all("form.question");
        forms
            .iter()
            .map(|form| dom::attr(form, "data-question"))
            .collect()
    }

    /// A copy of a question for this document.
    pub fn question(&self, name: &str) -> Option<Element> {
        let mut forms = self.all("form.question").into_iter();
        let form = forms.find(|form| dom::attr(form, "data-question") == name)?;
        let copy: Node = dom::document().import_node_with_deep(&form, true).ok()?;
        copy.dyn_into().ok()
    }
}

/// The quiz of an item's name (`quiz/item`).
pub fn quiz_of(name: &str) -> &str {
    name.split_once('/').map_or(name, |(quiz, _)| quiz)
}

/// What the list of quizzes says about one.
pub struct Listed {
    /// Its slug.
    pub quiz: String,
    /// The number of its topic's part.
    pub part: u32,
    /// How many questions it has.
    pub items: usize,
}

/// The quizzes in reading order.
pub fn listed(list: &Page) -> Vec<Listed> {
    let entries = list.all("[data-quiz]");
    let number = |entry, name| dom::attr(entry, name).parse().unwrap_or(0);
    entries
        .iter()
        .map(|entry| Listed {
            quiz: dom::attr(entry, "data-quiz"),
            part: number(entry, "data-part"),
            items: number(entry, "data-items") as usize,
        })
        .collect()
}

/// The groups of look-alikes with the names of their questions.
pub fn groups(list: &Page) -> Vec<(String, Vec<String>)> {
    let entries = list.all("[data-group]");
    entries
        .iter()
        .map(|entry| {
            let names = dom::attr(entry, "data-names");
            let names = names.split_whitespace().map(str::to_owned).collect();
            (dom::attr(entry, "data-group"), names)
        })
        .collect()
}
