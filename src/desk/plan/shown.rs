//! A plan that somebody made: its note, its pages and how far the reader has come.

use content::plan::{ENTRIES, Entry, Plan};
use wasm_bindgen_futures::spawn_local;

use super::titles;
use crate::{
    desk::{build, share},
    platform::{
        dom::{self, Element},
        fetch::FetchError,
        history,
    },
    progress,
};

/// Shows the plan.
pub(super) fn render(place: &Element, plan: &Plan) {
    if plan.newer {
        build::add(
            place,
            "p",
            "notice",
            "A newer version of this site made this plan. What this version understands is below.",
        );
    }
    if !plan.note.is_empty() {
        let note = build::add(place, "figure", "plan-note", "");
        build::add(
            &note,
            "figcaption",
            "",
            "A note from the person who made this plan",
        );
        build::add(&note, "blockquote", "", &plan.note);
    }
    let done = build::status(place, "plan-done");
    dom::set_attr(&done, "data-slot", "plan-done");
    let list = build::add(place, "ol", "plan-list", "");
    for entry in &plan.entries {
        row(&list, entry);
    }
    if plan.left_out > 0 {
        let words = [
            "The link names ",
            &plan.left_out.to_string(),
            " more. A plan shows ",
            &ENTRIES.to_string(),
            " entries at most.",
        ]
        .concat();
        build::add(place, "p", "notice", &words);
    }
    let actions = build::add(place, "div", "actions", "");
    let share = build::button(&actions, "primary", "Share this plan", "");
    dom::set_attr(&share, "data-action", "share");
    let print = build::button(&actions, "", "Print a hand-out", "");
    dom::set_attr(&print, "data-action", "print");
    build::link(&actions, "button", "Change this plan", "#make");
    let take = build::add(place, "section", "plan-take", "");
    build::add(&take, "h2", "", "Take it with you");
    let address = super::address(plan);
    share::code(&take, &address);
    build::add(&take, "p", "plan-address", &address);
    refresh();
}

fn row(list: &Element, entry: &Entry) {
    let item = build::add(list, "li", "plan-entry", "");
    let Some(path) = entry.path() else {
        dom::set_attr(&item, "data-unread", "");
        let words = [
            "This part of the link could not be read: ",
            &titles::provisional(entry),
        ]
        .concat();
        build::add(&item, "p", "", &words);
        return;
    };
    let (kind, slug) = match entry {
        Entry::Topic(slug) => ("data-topic", slug),
        Entry::Quiz(slug) => ("data-quiz", slug),
        Entry::Figure(name, _) => ("data-shows", name),
        Entry::Unread(_) => return,
    };
    dom::set_attr(&item, kind, slug);
    let address = super::inside(&path, entry.query());
    let known = titles::known(entry);
    let name = known
        .as_ref()
        .map_or_else(|| titles::provisional(entry), |title| title.name.clone());
    let link = build::link(&item, "", &name, &address);
    let meta = build::add(&item, "p", "meta", titles::kind(entry));
    if !matches!(entry, Entry::Figure(..)) {
        let far = build::add(&item, "p", "plan-far", "");
        dom::set_attr(&far, "data-slot", "plan-far");
    }
    let short = [history::origin(), address].concat();
    let short = short
        .split_once("://")
        .map_or(short.as_str(), |(_, rest)| rest);
    build::add(&item, "p", "plan-address", short);
    let entry = entry.clone();
    spawn_local(async move {
        match titles::ask(&entry).await {
            Ok(title) => {
                link.set_text_content(Some(&title.name));
                if title.parts > 0 {
                    dom::set_attr(&item, "data-parts", &title.parts.to_string());
                }
                refresh();
            }
            Err(FetchError::Status(404 | 410)) => {
                dom::set_attr(&item, "data-unread", "");
                if let Some(far) = dom::child(&item, ".plan-far") {
                    far.remove();
                }
                refresh();
                meta.set_text_content(Some("This page is not on this site. The link may have a typo, or the page has moved."));
            }
            // The link may still work later; the slug says what it is.
            Err(_) => meta.set_text_content(Some(
                "The name of this page could not be loaded. Its link is here.",
            )),
        }
    });
}

/// Writes how far the reader has come.
pub(super) fn refresh() {
    let Some(place) = dom::query("[data-desk=plan] .plan-list") else {
        return;
    };
    let record = progress::load();
    let summary = record.summary();
    let (mut done, mut counted) = (0, 0);
    for item in dom::query_all(&place, ".plan-entry:not([data-unread])") {
        let (topic, quiz) = (
            dom::attr(&item, "data-topic"),
            dom::attr(&item, "data-quiz"),
        );
        let parts: usize = dom::attr(&item, "data-parts").parse().unwrap_or_default();
        let (far, all, words) = if !topic.is_empty() {
            let known = summary.topics.iter().find(|it| it.slug == topic);
            let read = known.map_or(0, |it| it.read);
            let all = parts.max(known.map_or(0, |it| it.total));
            (read, all, [" of ", " sections read"])
        } else if !quiz.is_empty() {
            (
                record.answers_in(&quiz).count(),
                parts,
                [" of ", " questions answered"],
            )
        } else {
            continue;
        };
        counted += 1;
        let finished = all > 0 && far >= all;
        done += usize::from(finished);
        dom::toggle_attr(&item, "data-done", finished);
        let sentence = if far == 0 || all == 0 {
            String::from("Not started")
        } else if finished {
            String::from("Done")
        } else {
            [&far.to_string(), words[0], &all.to_string(), words[1]].concat()
        };
        if let Some(slot) = dom::child(&item, "[data-slot=plan-far]") {
            write(&slot, &sentence);
        }
    }
    if let Some(slot) = dom::query("[data-slot=plan-done]") {
        let sentence = if counted == 0 {
            String::new()
        } else {
            [
                "You have done ",
                &done.to_string(),
                " of ",
                &counted.to_string(),
                " topics and quizzes. Figures are there to play with.",
            ]
            .concat()
        };
        write(&slot, &sentence);
    }
}

/// Writes only what is new, so that nothing is said twice.
fn write(slot: &Element, words: &str) {
    if dom::text(slot) != words {
        slot.set_text_content(Some(words));
    }
}
