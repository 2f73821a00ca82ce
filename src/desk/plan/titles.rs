//! What the entries of a plan are called: asked of their own pages, so that no list of all pages is
//! needed. The reader is about to open them anyway.

use std::cell::RefCell;

use content::fragment;
use content::paths::FRAGMENT_FILE;
use content::plan::{Entry, State};

use crate::platform::fetch::{FetchError, Pending};

/// What is known about an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Title {
    /// The name of the page.
    pub name: String,
    /// How many sections or questions it has; 0 for a figure.
    pub parts: usize,
}

thread_local! {
    /// By the entry as it is printed.
    static KNOWN: RefCell<Vec<(String, Title)>> = const { RefCell::new(Vec::new()) };
}

/// What is known already.
pub(super) fn known(entry: &Entry) -> Option<Title> {
    let key = entry.print();
    KNOWN.with_borrow(|known| {
        let mut known = known.iter();
        known
            .find(|(it, _)| *it == key)
            .map(|(_, title)| title.clone())
    })
}

/// Notes the name of an entry that a list has.
pub(super) fn note(entry: &Entry, name: String) {
    if known(entry).is_none() {
        remember(entry, Title { name, parts: 0 });
    }
}

fn remember(entry: &Entry, title: Title) {
    let key = entry.print();
    KNOWN.with_borrow_mut(|known| {
        known.retain(|(it, _)| *it != key);
        known.push((key, title));
    });
}

/// Asks the entry's page.
///
/// # Errors
/// When there is no such page or it cannot be reached.
pub(super) async fn ask(entry: &Entry) -> Result<Title, FetchError> {
    let path = entry.path().ok_or(FetchError::Status(404))?;
    let address = super::inside(&[path.as_str(), FRAGMENT_FILE].concat(), "");
    let text = Pending::fetch(address).text().await?;
    let page = fragment::decode(&text).map_err(|_| FetchError::Unreachable)?;
    let part = match entry {
        // Questions name their section too.
        Entry::Topic(_) => "<section data-section=",
        Entry::Quiz(_) => " data-question=",
        _ => return Ok(found(entry, page.title, 0)),
    };
    Ok(found(entry, page.title, page.html.matches(part).count()))
}

fn found(entry: &Entry, title: &str, parts: usize) -> Title {
    // The site's own name ends every title; the kind is told beside it.
    let name = title.rsplit_once(" · ").map_or(title, |(name, _)| name);
    let name = name.strip_prefix("Quiz: ").unwrap_or(name);
    let name = name.strip_suffix(": live figure").unwrap_or(name);
    let title = Title {
        name: name.to_owned(),
        parts,
    };
    remember(entry, title.clone());
    title
}

/// A name for an entry whose page has not answered: its slug as words.
pub(super) fn provisional(entry: &Entry) -> String {
    match entry {
        Entry::Topic(slug) | Entry::Quiz(slug) => slug.replace('-', " "),
        Entry::Figure(name, State::Named(state)) => {
            [&state.replace('-', " "), " · ", &name.replace('-', " ")].concat()
        }
        Entry::Figure(name, _) => name.replace('-', " "),
        Entry::Unread(text) => text.clone(),
    }
}

/// What kind of page an entry is.
pub(super) fn kind(entry: &Entry) -> &'static str {
    match entry {
        Entry::Topic(_) => "Topic",
        Entry::Quiz(_) => "Quiz",
        Entry::Figure(_, State::Query(_)) => "Figure, set for you",
        Entry::Figure(..) => "Figure",
        Entry::Unread(_) => "",
    }
}
