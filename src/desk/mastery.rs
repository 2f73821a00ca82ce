//! What the reader knows: fills the table of goals and the drawing from the record.

use study::{Change, Mastery};
use web_sys::Element;

use super::{certainty, keeping, page};
use crate::{
    platform::{dom, time},
    progress,
    wake::toast,
};

/// Fills the section, and again after every change.
pub fn wake(place: &Element) {
    fill(place);
    certainty::horizon(place);
    keeping::wake(place);
}

/// Fills the section of the page, if there is one. Called after every change of the record.
pub fn refresh() {
    if let Some(place) = dom::query("[data-desk=mastery][data-awake]") {
        fill(&place);
        certainty::show_horizon(&place);
    }
}

/// The word in attributes and the word on the page.
fn words(mastery: Mastery) -> (&'static str, &'static str) {
    match mastery {
        Mastery::New => ("new", "New"),
        Mastery::Seen => ("seen", "Seen"),
        Mastery::Recalled => ("recalled", "Recalled"),
        Mastery::Solid => ("solid", "Solid"),
        Mastery::Fading => ("fading", "Fading"),
    }
}

fn fill(place: &Element) {
    let record = progress::load();
    let today = time::today();
    let answered = record.topics_answered();
    let goal = |row: &Element| {
        let names = dom::attr(row, "data-names");
        let items = names.split_whitespace().map(|entry| {
            let (name, rev) = entry.split_once(':').unwrap_or((entry, "1"));
            // A question that has changed since is another one.
            record.mastery(name, rev.parse().unwrap_or(0), today)
        });
        Mastery::of_goal(items)
    };
    let mut all = [0_usize; 5];
    for part in dom::query_all(place, ".mastery-part") {
        let mut kept = 0;
        let mut goals = 0;
        for topic in dom::query_all(&part, "tbody") {
            let mut states = Vec::new();
            for row in dom::query_all(&topic, "tr[data-names]") {
                let mastery = goal(&row);
                if let Some(cell) = dom::child(&row, "td") {
                    mark(&cell, mastery);
                    cell.set_text_content(Some(words(mastery).1));
                }
                all[mastery as usize] += 1;
                kept += usize::from(matches!(mastery, Mastery::Recalled | Mastery::Solid));
                states.push(mastery);
            }
            goals += states.len();
            let slug = dom::attr(&topic, "data-topic");
            body(place, &slug, &states);
            let anything = answered.binary_search(&slug.as_str()).is_ok()
                || record.guesses(&slug).next().is_some();
            reset_button(&topic, &slug, anything);
        }
        if let Some(count) = dom::child(&part, "summary [data-slot]") {
            count.set_text_content(Some(&of(kept, goals)));
        }
    }
    page::slot(place, "mastery-sum", &sum(&all));
    certainty::table(place, &record);
}

fn mark(element: &Element, mastery: Mastery) {
    dom::set_attr(element, "data-mastery", words(mastery).0);
}

/// `3 of 12 goals`.
fn of(count: usize, total: usize) -> String {
    [&count.to_string(), " of ", &total.to_string(), " goals"].concat()
}

/// `Of 135 goals you know 4 solidly, recalled 12, …`
fn sum(all: &[usize; 5]) -> String {
    let total: usize = all.iter().sum();
    let at = |mastery: Mastery| all[mastery as usize];
    if total == at(Mastery::New) {
        return ["All ", &total.to_string(), " goals are still new to you."].concat();
    }
    let mut text = ["Of ", &total.to_string(), " goals: "].concat();
    let mut first = true;
    for mastery in [
        Mastery::Solid,
        Mastery::Recalled,
        Mastery::Fading,
        Mastery::Seen,
        Mastery::New,
    ] {
        if at(mastery) > 0 {
            if !first {
                text.push_str(", ");
            }
            first = false;
            text.push_str(&at(mastery).to_string());
            text.push(' ');
            text.push_str(words(mastery).0);
        }
    }
    text.push('.');
    text
}

/// The muscle of a topic, on the drawing and in the list beside it.
fn body(place: &Element, slug: &str, goals: &[Mastery]) {
    let mastery = Mastery::of_goal(goals.iter().copied());
    let selector = ["[data-map='", slug, "']"].concat();
    for element in dom::query_all(place, &selector) {
        mark(&element, mastery);
        if let Some(slot) = dom::child(&element, "[data-slot]") {
            let kept = goals
                .iter()
                .filter(|goal| matches!(goal, Mastery::Recalled | Mastery::Solid));
            let mut text = String::from(words(mastery).1);
            text.push_str(": ");
            text.push_str(&of(kept.count(), goals.len()));
            slot.set_text_content(Some(&text));
        }
    }
}

/// "Start this topic anew", where there is something to start anew.
fn reset_button(topic: &Element, slug: &str, answered: bool) {
    let Some(slot) = dom::child(topic, "[data-slot=reset]") else {
        return;
    };
    let shown = slot.first_element_child().is_some();
    if answered == shown {
        return;
    }
    slot.set_text_content(None);
    if !answered {
        return;
    }
    let topic = slug.to_owned();
    let link = dom::child(&slot.parent_element().unwrap_or_else(|| slot.clone()), "a");
    let title = link.as_ref().map(dom::text).unwrap_or_default();
    let work = move || {
        // The button goes with what there is to start anew.
        if let Some(link) = &link {
            dom::focus(link);
        }
        reset(&topic);
    };
    let button = page::button(&slot, "Start anew", "", work);
    dom::set_attr(&button, "aria-label", &["Start anew: ", &title].concat());
}

fn reset(topic: &str) {
    let before = progress::load();
    let day = time::today();
    progress::apply(&Change::ResetTopic { topic, day });
    let topic = topic.to_owned();
    toast::offer(
        "The questions of this topic start anew.",
        "Undo",
        move || {
            progress::apply(&Change::RestoreTopic {
                topic: &topic,
                before: &before,
                day: time::today(),
            });
        },
    );
}
