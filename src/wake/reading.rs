//! Which sections count as read, and which one is in view.

use std::{cell::RefCell, collections::HashMap};

use crate::{
    platform::dom::{self, Element, Timer, Watcher},
    progress::{self, Change, Record, Topic},
};

/// How long the end of a section must stay on screen.
const READ_MS: i32 = 3_000;

thread_local! {
    static ENDS: RefCell<Option<Watcher>> = const { RefCell::new(None) };
    static WAITING: RefCell<HashMap<String, Timer>> = RefCell::default();
}

/// A topic page, as the record names it.
pub struct Page {
    /// The topic's name in addresses.
    pub slug: String,
    /// The topic's title.
    pub title: String,
    sections: u32,
}

impl Page {
    /// The topic that stands in `<main>`, if it is one.
    pub fn here() -> Option<Self> {
        let article = dom::query("article[data-topic]")?;
        let title = dom::child(&article, "h1").map(|heading| dom::text(&heading))?;
        let sections = dom::query_all(&article, "[data-section-end]").len();
        Some(Self {
            slug: dom::attr(&article, "data-topic"),
            title,
            sections: sections as u32,
        })
    }

    fn topic(&self) -> Topic<'_> {
        Topic {
            slug: &self.slug,
            title: &self.title,
            sections: self.sections,
        }
    }

    fn store(&self, section: &str, read: bool) {
        let title = section_title(section);
        let (topic, title) = (self.topic(), title.as_str());
        progress::apply(&if read {
            Change::SectionRead {
                topic,
                section,
                title,
            }
        } else {
            Change::SectionUnread {
                topic,
                section,
                title,
            }
        });
    }
}

/// The name of a section without its copy-link sign.
pub fn section_title(id: &str) -> String {
    dom::by_id(id)
        .and_then(|heading| heading.first_child())
        .and_then(|words| words.text_content())
        .unwrap_or_default()
        .trim()
        .to_owned()
}

/// Watches the ends of the sections of the page.
pub fn watch() {
    for (_, timer) in WAITING.take() {
        timer.stop();
    }
    ENDS.with_borrow_mut(|ends| {
        if ends.is_none() {
            *ends = Watcher::new(seen);
        }
        let Some(watcher) = ends else { return };
        watcher.clear();
        if let Some(main) = dom::by_id("main") {
            for end in dom::query_all(&main, "[data-section-end]") {
                watcher.watch(&end);
            }
        }
    });
}

fn seen(end: Element, visible: bool) {
    let section = dom::attr(&end, "data-section-end");
    WAITING.with_borrow_mut(|waiting| {
        if let Some(timer) = waiting.remove(&section) {
            timer.stop();
        }
        if visible {
            let id = section.clone();
            waiting.insert(section, Timer::after(READ_MS, move || stayed(&id)));
        }
    });
}

fn stayed(section: &str) {
    // A hidden tab is not being read.
    if dom::document().visibility_state() != web_sys::VisibilityState::Visible {
        return;
    }
    let Some(page) = Page::here() else { return };
    let brief = progress::brief();
    let summary = brief.record().summary();
    let touched = summary
        .topics
        .iter()
        .filter(|topic| topic.slug == page.slug)
        .any(|topic| topic.sections.iter().any(|known| known.id == section));
    // What the reader has marked unread by hand stays so.
    if !touched {
        page.store(section, true);
    }
}

/// An answered check-in shows that its section was read.
pub fn answered(form: &Element) {
    let section = dom::attr(form, "data-section");
    if let Some(page) = Page::here()
        && !section.is_empty()
    {
        page.store(&section, true);
    }
}

/// The reader says by hand whether a section is read.
pub fn toggle(button: &Element) {
    let read = dom::attr(button, "aria-pressed") != "true";
    if let Ok(Some(end)) = button.closest("[data-section-end]")
        && let Some(page) = Page::here()
    {
        page.store(&dom::attr(&end, "data-section-end"), read);
    }
}

/// Shows which sections of this page are read, and asks for the desk where the reader has made a guess.
pub fn mark(record: &Record) {
    let (Some(main), Some(page)) = (dom::by_id("main"), Page::here()) else {
        return;
    };
    if record.guesses(&page.slug).next().is_some()
        && let Some(guesses) = dom::child(&main, ".guesses")
    {
        dom::keep_attr(&guesses, "data-desk", "");
    }
    for end in dom::query_all(&main, "[data-section-end]") {
        let section = dom::attr(&end, "data-section-end");
        let read = if record.section_read(&page.slug, &section) {
            "true"
        } else {
            "false"
        };
        if let Some(button) = dom::child(&end, "button") {
            dom::keep_attr(&button, "aria-pressed", read);
        }
        let mut selector = String::from(".toc a[href$='#");
        selector.push_str(&section);
        selector.push_str("']");
        // Nothing is styled anew for what looks as before.
        if let Some(entry) = dom::child(&main, &selector)
            && (read == "true" || entry.has_attribute("data-read"))
        {
            dom::keep_attr(&entry, "data-read", read);
        }
    }
}
