//! Saving a copy of the record, loading one, and erasing it: each can be taken back.

use std::rc::Rc;

use study::{
    export,
    import::{self, Import, Preview},
};
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

use super::{ledger::section, page};
use crate::{
    platform::{
        dom::{self, Event, Listen},
        file::{self, Picked},
        time,
    },
    progress,
    wake::toast,
};

/// Appends both sections to the panel.
pub(super) fn add(place: &Element) {
    let copy = section(place, "copy", "Keep a copy");
    page::paragraph(
        &copy,
        "Your progress lives in this browser only. Clearing the browser's data erases it, and so may a browser that has not seen this site for a while. A saved copy brings it back, here or on another device.",
    );
    let buttons = actions(&copy);
    let _ = page::button(&buttons, "Save a copy", "", save);
    let label = page::append(&buttons, "label", "Load a copy");
    dom::set_attr(&label, "class", "button file");
    let input = page::append(&label, "input", "");
    for (name, value) in [
        ("type", "file"),
        ("accept", "application/json,.json"),
        ("class", "vh"),
    ] {
        dom::set_attr(&input, name, value);
    }
    let slot = page::append(&copy, "div", "");
    let picker = input.clone();
    dom::listen(&input, "change", Listen::default(), move |event| {
        pick(&event, &slot, &picker);
    });

    let erasing = section(place, "erase", "Start again");
    page::paragraph(
        &erasing,
        "Erasing forgets every section read and every answer. You can undo it until you leave this page.",
    );
    let _ = page::button(&actions(&erasing), "Erase my progress", "danger", erase);
}

fn actions(section: &Element) -> Element {
    let actions = page::append(section, "p", "");
    dom::set_attr(&actions, "class", "actions");
    actions
}

fn save() {
    let now = time::now();
    let name = ["prime-mover-progress-", &time::iso_day(now), ".json"].concat();
    if file::save(&name, &export::encode(&progress::load(), now)) {
        toast::say("A copy of your progress was handed to your browser as a file.");
    } else {
        toast::warn("This browser did not let the site save a file.");
    }
}

fn pick(event: &Event, slot: &Element, picker: &Element) {
    let Some(picked) = Picked::from_event(event) else {
        return;
    };
    slot.set_text_content(None);
    let (slot, picker) = (slot.clone(), picker.clone());
    spawn_local(async move {
        // Read no file that cannot be one of ours.
        let text = if picked.size() > import::MAX_BYTES as f64 {
            None
        } else {
            picked.text().await
        };
        let found = match text {
            Some(text) => import::decode(&text).map_err(|error| error.message()),
            None => Err(String::from(
                "This file could not be read. Choose a file that you saved on this page.",
            )),
        };
        match found {
            Ok(file) => preview(&slot, &picker, file),
            Err(sentence) => toast::warn(&sentence),
        }
    });
}

/// What merging the picked file would change, and the choice. After it the focus is on the field that the
/// file came from.
fn preview(slot: &Element, picker: &Element, file: Import) {
    let preview = Preview::of(&progress::load(), &file.record);
    slot.set_text_content(None);
    let group = page::append(slot, "div", "");
    dom::set_attr(&group, "class", "preview");
    dom::set_attr(&group, "role", "group");
    dom::set_attr(&group, "aria-label", "Preview");
    if let Some(at) = file.exported {
        page::paragraph(&group, &["Saved on ", &time::local_day(at), "."].concat());
    }
    let list = page::append(&group, "ul", "");
    for (count, words) in [
        (preview.new_sections, "Sections that are new here: "),
        (preview.new_answers, "Answers that are new here: "),
        (
            preview.reviews,
            "Questions with reviews that are new here: ",
        ),
        (preview.new_guesses, "Guesses that are new here: "),
        (preview.newer, "Newer in the file, replacing those here: "),
        (preview.older, "Older in the file, leaving those here: "),
        (preview.same, "The same in both: "),
        (
            preview.not_understood,
            "Not understood by this version, kept as they are: ",
        ),
    ] {
        if count > 0 {
            let _ = page::append(&list, "li", &[words, &count.to_string()].concat());
        }
    }
    if list.first_child().is_none() {
        list.remove();
        page::paragraph(&group, "The file holds no progress.");
    }
    let buttons = actions(&group);
    let (place, field) = (slot.clone(), picker.clone());
    let close = move || {
        place.set_text_content(None);
        dom::focus(&field);
    };
    let cancel = close.clone();
    let _ = page::button(&buttons, "Merge", "primary", move || {
        let before = progress::load();
        let merged = Rc::new(study::merge(&before, &file.record));
        progress::replace(merged.clone());
        close();
        toast::offer(
            "The copy was merged into your progress.",
            "Undo",
            move || progress::replace(study::unmerge(&before, &merged, &progress::load()).into()),
        );
    });
    let _ = page::button(&buttons, "Cancel", "", cancel);
}

fn erase() {
    // Pressed twice, it would offer to bring back nothing.
    if progress::load().is_empty() {
        return;
    }
    let erased = progress::erase();
    toast::offer("Your progress was erased.", "Undo", move || {
        progress::replace(erased.undo(&progress::load()).into());
    });
}
