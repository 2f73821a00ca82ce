//! What can be chosen for a plan: the lists that the site's own pages hold, fetched when one is opened.

use content::paths::{Route, strip_base};
use content::plan::Entry;
use wasm_bindgen::JsCast;
use web_sys::HtmlAnchorElement;

use super::super::questions::Page;
use super::titles;
use crate::platform::{dom, fetch::FetchError};

/// Name and page of each list.
pub(super) const LISTS: [(&str, Route<'static>); 3] = [
    ("Topics", Route::Topics),
    ("Figures", Route::Figures),
    ("Quizzes", Route::Quizzes),
];

/// The entries of a list and what they are called, in its order.
///
/// # Errors
/// When the list cannot be reached.
pub(super) async fn ask(list: Route<'static>) -> Result<Vec<(Entry, String)>, FetchError> {
    let links = Page::fetch(list).await?.all("a[href]");
    let base = dom::base_path();
    let mut choices: Vec<(Entry, String)> = Vec::new();
    for link in links {
        let entry = link.dyn_ref::<HtmlAnchorElement>().and_then(|anchor| {
            let address = anchor.get_attribute("href")?;
            let path = strip_base(&base, &address)?;
            let (path, query) = path.split_once('?').unwrap_or((path, ""));
            Entry::of_page(path, query)
        });
        if let Some(entry) = entry.filter(|entry| choices.iter().all(|(it, _)| it != entry)) {
            let name = dom::text(&link);
            titles::note(&entry, name.clone());
            choices.push((entry, name));
        }
    }
    Ok(choices)
}
