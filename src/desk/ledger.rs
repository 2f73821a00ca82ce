//! The progress page: everything that is known about the reader, in their hands.

use study::Record;
use web_sys::Element;

use super::{copies, page, questions::address};
use crate::{platform::dom, progress};

/// Puts the panel into its place. What never changes is written once, so that the focus stays where it is.
pub fn wake(place: &Element) {
    place.set_text_content(None);
    for name in ["trouble", "ledger"] {
        let slot = page::append(place, "div", "");
        dom::set_attr(&slot, "data-slot", name);
    }
    copies::add(place);
    fill(place);
}

/// Shows what has changed, if the panel is on the page.
pub fn refresh() {
    if let Some(place) = dom::query("[data-desk=ledger][data-awake]") {
        fill(&place);
    }
}

fn fill(place: &Element) {
    let record = progress::load();
    let slot = page::clear(place, "trouble");
    if let Some(trouble) = progress::trouble() {
        let notice = page::append(&slot, "p", trouble.sentence());
        dom::set_attr(&notice, "class", "notice");
    }
    overview(&page::clear(place, "ledger"), &record);
}

/// A section with a heading that can be linked to.
pub(super) fn section(place: &Element, id: &str, title: &str) -> Element {
    let section = page::append(place, "section", "");
    dom::set_attr(&section, "aria-labelledby", id);
    let heading = page::append(&section, "h2", title);
    dom::set_attr(&heading, "id", id);
    dom::set_attr(&heading, "tabindex", "-1");
    section
}

/// The tallies and the list of topics.
fn overview(slot: &Element, record: &Record) {
    let summary = record.summary();
    if summary.topics.is_empty() {
        page::paragraph(
            slot,
            "Nothing yet. A section counts as read when its end has stayed on your screen for a few seconds, or when you answer its question.",
        );
        return;
    }
    let tallies = page::append(slot, "dl", "");
    dom::set_attr(&tallies, "class", "tallies");
    for (name, count, total) in [
        ("Sections read", summary.read, summary.total),
        ("Questions right", summary.right, summary.answered),
    ] {
        let tally = page::append(&tallies, "div", "");
        let _ = page::append(&tally, "dt", name);
        let number = page::append(&tally, "dd", &[&count.to_string(), " "].concat());
        let _ = page::append(&number, "span", &["of ", &total.to_string()].concat());
    }
    let list = page::append(&section(slot, "ledger", "Topics"), "ul", "");
    dom::set_attr(&list, "class", "ledger");
    for topic in &summary.topics {
        let entry = page::append(&list, "li", "");
        let path = address(&["/topics/", topic.slug, "/"].concat());
        let title = if topic.title.is_empty() {
            topic.slug
        } else {
            topic.title
        };
        dom::set_attr(&page::append(&entry, "a", title), "href", &path);
        let bar = page::append(&entry, "progress", "");
        dom::set_attr(&bar, "max", &topic.total.max(1).to_string());
        dom::set_attr(&bar, "value", &topic.read.to_string());
        dom::set_attr(&bar, "aria-hidden", "true");
        let mut count = of(topic.read, topic.total, " read");
        if topic.answered > 0 {
            count.push_str(" · ");
            count.push_str(&of(topic.right, topic.answered, " right"));
        }
        let count = page::append(&entry, "span", &count);
        dom::set_attr(&count, "class", "ledger-count");
        let mut read = topic
            .sections
            .iter()
            .filter(|section| section.read)
            .peekable();
        if read.peek().is_none() {
            continue;
        }
        let details = page::append(&entry, "details", "");
        let _ = page::append(&details, "summary", "Sections read");
        let sections = page::append(&details, "ul", "");
        for section in read {
            let link = page::append(&page::append(&sections, "li", ""), "a", section.title);
            dom::set_attr(&link, "href", &[&path, "#", section.id].concat());
        }
    }
}

fn of(done: usize, total: usize, word: &str) -> String {
    [&done.to_string(), " of ", &total.to_string(), word].concat()
}
