//! Pages that have been fetched, or are on their way, and stand ready to be shown.
//!
//! What is fetched ahead is also parsed ahead, in a pause: a click then only has to put it in place.

use std::{cell::RefCell, collections::HashMap};

use content::{fragment, paths::FRAGMENT_FILE};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlTemplateElement};

use crate::platform::{
    dom,
    fetch::{FetchError, Pending},
};

/// Fragments kept at most. They are small; the limit only keeps a very long session small too.
const KEPT: usize = 40;

thread_local! {
    static PAGES: RefCell<HashMap<String, Pending>> = RefCell::default();
    /// The path of the page to parse ahead, and the page once that is done. One is enough: the reader
    /// goes to one page.
    static NEXT: RefCell<Option<(String, Option<Page>)>> = const { RefCell::new(None) };
}

/// A page that is not yet in the document: its images are not loaded, its ids name nothing.
pub struct Page {
    /// The document's title.
    pub title: String,
    content: HtmlTemplateElement,
}

impl Page {
    /// Parses a fragment. `None` where the text is none, or one of a newer site behind an older tab.
    fn parse(text: &str) -> Option<Self> {
        let page = fragment::decode(text).ok()?;
        let template = dom::document().create_element("template").ok()?;
        template.set_inner_html(page.html);
        Some(Self {
            title: page.title.to_owned(),
            content: template.unchecked_into(),
        })
    }

    /// Puts it in place of what `main` holds. With that goes a style sheet which the starter script has
    /// kept a copy of. All is laid out anew, so it may be with a family of the text that came meanwhile.
    pub fn show(self, main: &Element) {
        if let Some(kept) = dom::query("head > link[media=print]") {
            let _ = kept.remove_attribute("media");
        }
        if let Some(html) = dom::query("html[data-font=next]") {
            let _ = html.remove_attribute("data-font");
        }
        main.replace_children_with_node_1(&self.content.content());
    }
}

/// The text of a page, on its way or here already.
fn pending(path: &str) -> Pending {
    PAGES.with_borrow_mut(|pages| {
        if pages.len() >= KEPT && !pages.contains_key(path) {
            pages.clear();
        }
        pages
            .entry(path.to_owned())
            .or_insert_with(|| Pending::fetch([path, FRAGMENT_FILE].concat()))
            .clone()
    })
}

/// Fetches a page that the reader will perhaps want, and parses it in a pause.
pub fn prepare(path: &str) {
    if is_next(path) {
        return;
    }
    let (pending, path) = (pending(path), path.to_owned());
    NEXT.set(Some((path.clone(), None)));
    spawn_local(async move {
        if let Ok(text) = pending.text().await {
            dom::idle(move || {
                // By now the reader may have gone there, or come near another link.
                if is_next(&path) {
                    let page = Page::parse(&text);
                    NEXT.set(Some((path, page)));
                }
            });
        }
    });
}

fn is_next(path: &str) -> bool {
    NEXT.with_borrow(|next| matches!(next, Some((known, _)) if known == path))
}

/// The page, as soon as it is here.
///
/// # Errors
/// If it cannot be fetched. `Ok(None)` says that what was fetched is not a page of this release.
pub async fn page(path: &str) -> Result<Option<Page>, FetchError> {
    let ahead = NEXT.take().filter(|(known, _)| known == path);
    if let Some((_, Some(page))) = ahead {
        return Ok(Some(page));
    }
    let page = pending(path).text().await;
    if page == Err(FetchError::Offline) {
        // Another try may reach it.
        PAGES.with_borrow_mut(|pages| pages.remove(path));
    }
    Ok(Page::parse(&page?))
}
