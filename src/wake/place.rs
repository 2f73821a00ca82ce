//! Where on the page the reader is: the heading in view, for the table of contents and for coming back.

use std::cell::RefCell;

use content::paths::Route;

use super::reading::{self, Page};
use crate::{
    platform::dom::{self, Element, Listen, Timer},
    progress::{self, Change, Place},
};

/// A heading counts as reached when it is this far below the top of the window, in CSS pixels.
const REACH_PX: f64 = 160.0;
/// How long scrolling must rest before the place is stored.
const REST_MS: i32 = 500;

#[derive(Default)]
struct Headings {
    /// The page's section headings, in order.
    list: Vec<Element>,
    /// A frame has been asked for already.
    asked: bool,
    /// The place will be stored when scrolling rests.
    resting: Option<Timer>,
    /// The id that the table of contents shows as current.
    current: String,
}

thread_local! {
    static HEADINGS: RefCell<Headings> = RefCell::default();
}

/// Follows the reader. Called once.
pub fn start() {
    let window = dom::window();
    dom::listen(
        &window,
        "scroll",
        Listen {
            capture: false,
            passive: true,
        },
        |_| on_scroll(),
    );
    dom::listen(&window, "pagehide", Listen::default(), |_| store());
    dom::listen(
        &dom::document(),
        "visibilitychange",
        Listen::default(),
        |_| store(),
    );
}

/// Looks up the headings of the fragment that now stands in `<main>`.
pub fn page() {
    let list = match dom::query("article[data-topic]") {
        Some(article) => dom::query_all(&article, "section[data-section] > h2"),
        None => Vec::new(),
    };
    HEADINGS.with_borrow_mut(|headings| {
        if let Some(timer) = headings.resting.take() {
            timer.stop();
        }
        headings.list = list;
        headings.current.clear();
    });
    show_current();
}

fn on_scroll() {
    let ask = HEADINGS.with_borrow_mut(|headings| {
        if headings.list.is_empty() {
            return false;
        }
        if let Some(timer) = headings.resting.take() {
            timer.stop();
        }
        headings.resting = Some(Timer::after(REST_MS, store));
        !std::mem::replace(&mut headings.asked, true)
    });
    if ask {
        dom::next_frame(|| {
            HEADINGS.with_borrow_mut(|headings| headings.asked = false);
            show_current();
        });
    }
}

/// The last heading that was reached, and its distance above the top of the window.
fn current() -> Option<(Element, f64)> {
    HEADINGS.with_borrow(|headings| {
        headings
            .list
            .iter()
            .map(|heading| (heading, heading.get_bounding_client_rect().top()))
            .take_while(|(_, top)| *top <= REACH_PX)
            .last()
            .map(|(heading, top)| (heading.clone(), -top))
    })
}

fn show_current() {
    let id = current()
        .map(|(heading, _)| heading.id())
        .unwrap_or_default();
    let changed = HEADINGS.with_borrow_mut(|headings| {
        let changed = headings.current != id;
        headings.current.clone_from(&id);
        changed
    });
    if !changed {
        return;
    }
    let Some(contents) = dom::query(".toc") else {
        return;
    };
    for entry in dom::query_all(&contents, "a") {
        let here = !id.is_empty() && dom::attr(&entry, "href").rsplit('#').next() == Some(&id);
        if here {
            dom::set_attr(&entry, "aria-current", "true");
        } else {
            let _ = entry.remove_attribute("aria-current");
        }
    }
}

fn store() {
    let Some(page) = Page::here() else { return };
    let Some((heading, offset)) = current() else {
        return;
    };
    let section = heading.id();
    // Of the page that is shown: while another one is on its way back, the address is that one's.
    let path = Route::Topic(&page.slug).to_path();
    progress::apply(&Change::Place(Place {
        path: &path,
        title: &page.title,
        section: &section,
        heading: &reading::section_title(&section),
        offset: offset as i32,
    }));
}
