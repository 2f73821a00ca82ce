//! The places that the press has left for what only the reader's browser knows.

use crate::{
    app::Base,
    platform::{
        dom::{self, Element},
        history, time,
    },
    progress::{self, Brief, Record},
};

/// Fills every slot of the frame and of the page.
pub fn fill(brief: &Brief) {
    continue_links(brief.record());
    due(brief.due(time::today()));
    counts(brief.record());
}

/// "4 due, about 2 minutes", in the header and on the home page.
fn due(due: usize) {
    let count = [&due.to_string(), " due"].concat();
    let minutes = study::minutes(due);
    let unit = if minutes == 1 { " minute" } else { " minutes" };
    let about = [", about ", &minutes.to_string(), unit].concat();
    if let Some(link) = dom::query("[data-slot=header-due]") {
        for (part, words) in [(":first-child", &count), (":last-child", &about)] {
            if let Some(part) = dom::child(&link, part) {
                part.set_text_content(Some(words));
            }
        }
        dom::toggle_attr(&link, "hidden", due == 0);
    }
    // On the home page it takes the place of what a returning reader knows.
    if let Some(link) = dom::query("[data-slot=due]") {
        link.set_text_content(Some(&[count, about].concat()));
        dom::toggle_attr(&link, "hidden", due == 0);
        if let Some(note) = link.previous_element_sibling() {
            dom::toggle_attr(&note, "hidden", due > 0);
        }
    }
}

fn continue_links(record: &Record) {
    let header = dom::query("[data-slot=header-continue]");
    let target = record.continue_target();
    if let Some(link) = &header {
        // On the page itself there is nothing to continue to.
        let elsewhere = target.is_some_and(|target| {
            Base(dom::base_path()).href(target.place.path) != history::path()
        });
        dom::toggle_attr(link, "hidden", !elsewhere);
    }
    let Some(target) = target else { return };
    let address = Base(dom::base_path()).href(&target.href());
    let label = target.label();
    let point = |link: &Element| {
        dom::set_attr(link, "href", &address);
        dom::set_attr(link, "data-offset", &target.place.offset.to_string());
    };
    if let Some(link) = header {
        point(&link);
        if let Some(place) = dom::child(&link, ".continue-where") {
            place.set_text_content(Some(&label));
        }
    }
    if let Some(link) = dom::query("[data-slot=continue]") {
        point(&link);
        let mut words = String::from("Continue: ");
        words.push_str(&label);
        link.set_text_content(Some(&words));
    }
}

/// "3 of 5 read" beside each topic, "4 of 6 right" beside each quiz.
fn counts(record: &Record) {
    let Some(main) = dom::by_id("main") else {
        return;
    };
    let slots = dom::query_all(&main, "[data-slot=read-count]");
    if slots.is_empty() {
        return;
    }
    let summary = record.summary();
    // Only what is said of quizzes needs the answers.
    let mut full = None;
    for slot in slots {
        let Ok(Some(entry)) = slot.closest("[data-topic], [data-quiz]") else {
            continue;
        };
        let quiz = dom::attr(&entry, "data-quiz");
        let words = if quiz.is_empty() {
            let slug = dom::attr(&entry, "data-topic");
            let topic = summary.topics.iter().find(|topic| topic.slug == slug);
            topic.map(|topic| count(topic.read, topic.total, " read"))
        } else {
            let record = full.get_or_insert_with(progress::load);
            let right = record.right_in(&quiz);
            Some(count(
                right,
                dom::attr(&entry, "data-items").parse().unwrap_or(0),
                " right",
            ))
        };
        slot.set_text_content(words.as_deref());
    }
}

fn count(done: usize, total: usize, word: &str) -> String {
    if done == 0 {
        return String::new();
    }
    let mut text = done.to_string();
    if total > 0 {
        text.push_str(" of ");
        text.push_str(&total.to_string());
    }
    text.push_str(word);
    text
}
