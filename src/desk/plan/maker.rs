//! Making a plan: choose pages, put them in order, add a note, pass on the link.
//!
//! What is made so far is in the address, so nothing is lost by a reload.

use std::cell::RefCell;

use content::plan::{ENTRIES, Entry, NOTE, Plan};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};

use super::{choices, titles};
use crate::{
    desk::{build, share},
    platform::{
        clipboard,
        dom::{self, Element, Event, Listen, Timer},
        history,
    },
};

/// How long the plan rests before it is written into the address: browsers refuse many such writes in
/// a row.
const WRITE_AFTER_MS: i32 = 300;

thread_local! {
    static PLAN: RefCell<Plan> = RefCell::new(Plan::default());
    static WRITING: RefCell<Option<Timer>> = const { RefCell::new(None) };
}

/// Shows the maker with a plan to begin from.
pub(super) fn render(place: &Element, plan: Plan) {
    PLAN.set(plan);
    let steps = build::add(place, "div", "plan-maker", "");
    let part = |title: &str, id: &str| {
        let section = build::add(&steps, "section", "", "");
        let heading = build::add(&section, "h2", "", title);
        dom::set_attr(&heading, "id", id);
        dom::set_attr(&section, "aria-labelledby", id);
        section
    };
    let choose = part("1. Choose", "plan-choose");
    for (at, (name, _)) in choices::LISTS.iter().enumerate() {
        let details = build::add(&choose, "details", "plan-choices", "");
        dom::set_attr(&details, "data-list", &at.to_string());
        build::add(&details, "summary", "", name);
        build::status(&details, "plan-loading");
    }
    let order = part("2. Put in order", "plan-order");
    build::status(&order, "plan-said");
    build::add(&order, "div", "plan-chosen", "");
    let note = part("3. Add a note", "plan-note");
    let words = [
        "For whoever gets the plan. Up to ",
        &NOTE.to_string(),
        " characters; everybody with the link can read it, so leave names out.",
    ];
    let label = build::add(&note, "label", "", &words.concat());
    dom::set_attr(&label, "for", "plan-note-text");
    let area = build::add(&note, "textarea", "", "");
    for (name, value) in [("id", "plan-note-text"), ("rows", "3")] {
        dom::set_attr(&area, name, value);
    }
    dom::set_attr(&area, "maxlength", &NOTE.to_string());
    if let Some(area) = area.dyn_ref::<HtmlTextAreaElement>() {
        area.set_value(&PLAN.with_borrow(|plan| plan.note.clone()));
    }
    let result = part("4. Pass it on", "plan-pass");
    build::add(&result, "div", "plan-result", "");
    show(place);
    for entry in PLAN.with_borrow(|plan| plan.entries.clone()) {
        if titles::known(&entry).is_none() {
            let place = place.clone();
            spawn_local(async move {
                if titles::ask(&entry).await.is_ok() && place.is_connected() {
                    show_chosen(&place);
                }
            });
        }
    }
}

/// Listens to the maker's controls in a place. Called once for each place.
pub(super) fn listen(place: &Element) {
    let on = |event: &str, capture: bool, work: fn(&Element, &Event)| {
        let how = Listen {
            capture,
            passive: false,
        };
        let within = place.clone();
        dom::listen(place, event, how, move |event| work(&within, &event));
    };
    on("click", false, click);
    on("change", false, choose);
    on("input", false, |place, event| {
        let area = event
            .target()
            .and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok());
        if let Some(area) = area.filter(|area| area.id() == "plan-note-text") {
            PLAN.with_borrow_mut(|plan| plan.note = area.value());
            show_result(place);
        }
    });
    // Opening does not bubble.
    on("toggle", true, |_, event| {
        if let Some(details) = dom::closest(event, "details[data-list][open]:not([data-filled])") {
            fill(details);
        }
    });
}

/// Writes a list's choices below its name.
fn fill(details: Element) {
    let at: usize = dom::attr(&details, "data-list").parse().unwrap_or_default();
    let Some((_, list)) = choices::LISTS.get(at) else {
        return;
    };
    dom::set_attr(&details, "data-filled", "");
    spawn_local(async move {
        let Ok(choices) = choices::ask(*list).await else {
            let _ = details.remove_attribute("data-filled");
            if let Some(status) = dom::child(&details, ".plan-loading") {
                status.set_text_content(Some(
                    "This list could not be loaded. Close it and open it again.",
                ));
            }
            return;
        };
        if let Some(status) = dom::child(&details, ".plan-loading") {
            status.set_text_content(None);
        }
        let items = build::add(&details, "ul", "", "");
        for (entry, name) in choices {
            let item = build::add(&items, "li", "", "");
            let label = build::add(&item, "label", "", "");
            let check = build::add(&label, "input", "", "");
            dom::set_attr(&check, "type", "checkbox");
            dom::set_attr(&check, "value", &entry.print());
            if PLAN.with_borrow(|plan| plan.entries.contains(&entry)) {
                dom::set_attr(&check, "checked", "");
            }
            build::add(&label, "span", "", &name);
        }
    });
}

/// A choice was made or taken back.
fn choose(place: &Element, event: &Event) {
    let check = event
        .target()
        .and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
    let Some(check) = check.filter(|check| check.type_() == "checkbox") else {
        return;
    };
    let Some(entry) = Entry::parse(&check.value()) else {
        return;
    };
    let name = name(&entry);
    let said = PLAN.with_borrow_mut(|plan| {
        if !check.checked() {
            plan.entries.retain(|it| *it != entry);
            [&name, " is no longer in the plan."].concat()
        } else if plan.entries.len() < ENTRIES {
            plan.entries.push(entry);
            [&name, " is in the plan."].concat()
        } else {
            check.set_checked(false);
            let most = ENTRIES.to_string();
            [
                "A plan has ",
                &most,
                " entries at most. Take one out first.",
            ]
            .concat()
        }
    });
    show(place);
    say(place, &said);
}

fn click(place: &Element, event: &Event) {
    let Some(button) = dom::closest(event, "[data-do]") else {
        return;
    };
    let does = dom::attr(&button, "data-do");
    let at: usize = dom::attr(&button, "data-at").parse().unwrap_or_default();
    match does.as_str() {
        "up" => move_entry(place, at, at.wrapping_sub(1), "up"),
        "down" => move_entry(place, at, at + 1, "down"),
        "remove" => remove(place, at),
        "copy-plan" => {
            let address = PLAN.with_borrow(super::address);
            let place = place.clone();
            spawn_local(async move {
                let said = if clipboard::copy(&address).await {
                    "Link copied."
                } else {
                    "This browser does not let the site copy. Select the link and copy it yourself."
                };
                if let Some(status) = dom::child(&place, ".plan-copied") {
                    status.set_text_content(Some(said));
                }
            });
        }
        _ => {}
    }
}

fn move_entry(place: &Element, from: usize, to: usize, does: &str) {
    let moved = PLAN.with_borrow_mut(|plan| {
        let can = from < plan.entries.len() && to < plan.entries.len();
        if can {
            plan.entries.swap(from, to);
        }
        can.then(|| (plan.entries[to].clone(), plan.entries.len()))
    });
    let Some((entry, of)) = moved else { return };
    show(place);
    // The focus stays on what was moved; at the end of the list only the way back is left.
    let button = |does: &str| {
        let selector = [
            "[data-do=",
            does,
            "][data-at='",
            &to.to_string(),
            "']:not([disabled])",
        ]
        .concat();
        dom::child(place, &selector)
    };
    if let Some(button) = button(does)
        .or_else(|| button("up"))
        .or_else(|| button("down"))
    {
        dom::focus(&button);
    }
    let place_words = [&(to + 1).to_string(), " of ", &of.to_string(), "."].concat();
    say(
        place,
        &[&name(&entry), " is now number ", &place_words].concat(),
    );
}

fn remove(place: &Element, at: usize) {
    let removed =
        PLAN.with_borrow_mut(|plan| (at < plan.entries.len()).then(|| plan.entries.remove(at)));
    let Some(entry) = removed else { return };
    for check in dom::query_all(place, ".plan-choices input:checked") {
        if let Some(check) = check.dyn_ref::<HtmlInputElement>()
            && check.value() == entry.print()
        {
            check.set_checked(false);
        }
    }
    show(place);
    let next = [
        "[data-do=remove][data-at='",
        &at.saturating_sub(1).to_string(),
        "']",
    ]
    .concat();
    let next = dom::child(place, &next).or_else(|| dom::child(place, ".plan-choices summary"));
    if let Some(next) = next {
        dom::focus(&next);
    }
    say(
        place,
        &[&name(&entry), " is no longer in the plan."].concat(),
    );
}

fn name(entry: &Entry) -> String {
    titles::known(entry).map_or_else(|| titles::provisional(entry), |title| title.name)
}

fn say(place: &Element, words: &str) {
    if let Some(status) = dom::child(place, ".plan-said") {
        status.set_text_content(Some(words));
    }
}

fn show(place: &Element) {
    show_chosen(place);
    show_result(place);
}

fn show_chosen(place: &Element) {
    let Some(chosen) = dom::child(place, ".plan-chosen") else {
        return;
    };
    let entries = PLAN.with_borrow(|plan| plan.entries.clone());
    chosen.set_inner_html("");
    if entries.is_empty() {
        build::add(
            &chosen,
            "p",
            "meta",
            "Nothing is chosen yet. Open a list above.",
        );
        return;
    }
    let list = build::add(&chosen, "ol", "plan-list", "");
    for (at, entry) in entries.iter().enumerate() {
        let item = build::add(&list, "li", "plan-entry", "");
        let name = name(entry);
        build::add(&item, "p", "plan-name", &name);
        build::add(&item, "p", "meta", titles::kind(entry));
        let actions = build::add(&item, "div", "actions", "");
        for (does, word, off) in [
            ("up", "Up", at == 0),
            ("down", "Down", at + 1 == entries.len()),
            ("remove", "Remove", false),
        ] {
            let button = build::button(&actions, "", word, does);
            dom::set_attr(&button, "data-at", &at.to_string());
            dom::set_attr(&button, "aria-label", &[word, ": ", &name].concat());
            dom::toggle_attr(&button, "disabled", off);
        }
    }
}

/// The link of what is made so far, and everything that can be done with it.
fn show_result(place: &Element) {
    let Some(result) = dom::child(place, ".plan-result") else {
        return;
    };
    let address = PLAN.with_borrow(super::address);
    write_address(&address);
    result.set_inner_html("");
    if PLAN.with_borrow(|plan| plan.entries.is_empty()) {
        build::add(
            &result,
            "p",
            "meta",
            "The link comes here as soon as something is chosen.",
        );
        return;
    }
    let label = build::add(&result, "label", "share-link", "The link of this plan");
    let input = build::add(&label, "input", "", "");
    dom::set_attr(&input, "readonly", "");
    dom::set_attr(&input, "value", &address);
    let actions = build::add(&result, "div", "actions", "");
    build::button(&actions, "primary", "Copy link", "copy-plan");
    let share = build::button(&actions, "", "Share", "");
    dom::set_attr(&share, "data-action", "share");
    dom::set_attr(&share, "data-address", &address);
    build::link(&actions, "button", "See it and print it", &address);
    build::status(&result, "plan-copied");
    share::code(&result, &address);
}

/// Writes the plan into the address of the page once it rests.
fn write_address(address: &str) {
    if let Some(timer) = WRITING.take() {
        timer.stop();
    }
    let address = [address, "#", super::MAKE].concat();
    // Before the first change there is nothing to write.
    if address == history::address() || (!address.contains('?') && history::query().is_empty()) {
        return;
    }
    let path = history::path();
    WRITING.set(Some(Timer::after(WRITE_AFTER_MS, move || {
        if history::path() == path {
            history::rewrite(&address);
        }
    })));
}
