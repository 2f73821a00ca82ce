//! The sheet: a dialog with everything that can be done with a link.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlDialogElement, HtmlInputElement, HtmlTextAreaElement};

use super::Shared;
use crate::{
    desk::build,
    platform::{
        clipboard,
        dom::{self, Element, Listen},
        share::{self, Shared as Shown},
    },
};

/// Opens the sheet; when it closes, the focus goes back to `from`.
pub(super) fn open(shared: &Shared, from: Option<&Element>) {
    if let Some(open) = dom::query("dialog.share") {
        open.remove();
    }
    let (Some(body), Ok(dialog)) = (
        dom::document().body(),
        dom::document().create_element("dialog"),
    ) else {
        return;
    };
    fill(&dialog, shared);
    let _ = body.append_child(&dialog);
    let Ok(dialog) = dialog.dyn_into::<HtmlDialogElement>() else {
        return;
    };
    if dialog.show_modal().is_err() {
        dialog.remove();
        return;
    }
    listen(&dialog, shared.clone(), from.cloned());
}

fn fill(dialog: &Element, shared: &Shared) {
    dom::set_attr(dialog, "class", "share");
    dom::set_attr(dialog, "aria-labelledby", "share-title");
    let head = build::add(dialog, "header", "share-head", "");
    let title = build::add(&head, "h2", "", "Share");
    dom::set_attr(&title, "id", "share-title");
    build::button(&head, "quiet", "Close", "close");
    build::add(dialog, "p", "share-what", &shared.title);

    let label = build::add(dialog, "label", "share-link", "Link");
    let input = build::add(&label, "input", "", "");
    dom::set_attr(&input, "readonly", "");
    dom::set_attr(&input, "value", &shared.address);
    if let Some(result) = &shared.result {
        let label = build::add(dialog, "label", "share-result", "");
        let check = build::add(&label, "input", "", "");
        dom::set_attr(&check, "type", "checkbox");
        build::add(&label, "span", "", &["Add my result: ", result].concat());
    }
    let actions = build::add(dialog, "div", "actions", "");
    build::button(&actions, "primary", "Copy link", "copy");
    if share::is_there() {
        build::button(&actions, "", "Send with an app", "system");
    }
    build::link(&actions, "button share-mail", "E-mail", &shared.mail(false));
    if let Some(plan) = shared.plan() {
        let link = build::link(&actions, "button", "Begin a reading plan", &plan);
        dom::set_attr(&link, "data-do", "close");
    }
    build::status(dialog, "share-status");
    code(dialog, &shared.address);
    if let Some(snippet) = shared.embed() {
        let details = build::add(dialog, "details", "share-embed", "");
        build::add(&details, "summary", "", "Show it inside another page");
        let id = "share-snippet";
        let label = build::add(
            &details,
            "label",
            "",
            "Paste this HTML where it should stand:",
        );
        dom::set_attr(&label, "for", id);
        let area = build::add(&details, "textarea", "", &snippet);
        for (name, value) in [
            ("id", id),
            ("readonly", ""),
            ("rows", "5"),
            ("spellcheck", "false"),
        ] {
            dom::set_attr(&area, name, value);
        }
        build::button(&details, "", "Copy this HTML", "copy-embed");
    }
}

/// The code of an address, or why there is none.
pub(crate) fn code(parent: &Element, address: &str) {
    let place = build::add(parent, "div", "share-code", "");
    match qr::Code::new(address) {
        Some(code) => {
            place.set_inner_html(&code.svg("QR code of this link"));
            build::add(
                &place,
                "p",
                "",
                "Point the camera of a phone at it to open the link there.",
            );
        }
        None => {
            build::add(
                &place,
                "p",
                "",
                "This link is too long for a QR code. Copy it instead.",
            );
        }
    }
}

fn listen(dialog: &HtmlDialogElement, shared: Shared, from: Option<Element>) {
    let shared = Rc::new(shared);
    let (sheet, what) = (dialog.clone(), shared.clone());
    dom::listen(dialog, "click", Listen::default(), move |event| {
        // Beside the sheet is the backdrop, which counts as the dialog itself.
        if event.target().as_ref() == Some(sheet.as_ref()) {
            sheet.close();
        } else if let Some(button) = dom::closest(&event, "[data-do]") {
            act(&sheet, &what, &dom::attr(&button, "data-do"));
        }
    });
    let sheet = dialog.clone();
    dom::listen(dialog, "change", Listen::default(), move |_| {
        if let Some(mail) = dom::child(&sheet, ".share-mail") {
            dom::set_attr(&mail, "href", &shared.mail(with_result(&sheet)));
        }
    });
    let sheet = dialog.clone();
    dom::listen(dialog, "close", Listen::default(), move |_| {
        sheet.remove();
        let from = from.clone().filter(|from| from.is_connected());
        if let Some(from) = from.or_else(|| dom::by_id("title")) {
            dom::focus(&from);
        }
    });
}

fn act(sheet: &HtmlDialogElement, shared: &Rc<Shared>, what: &str) {
    let with_result = with_result(sheet);
    match what {
        "close" => sheet.close(),
        "copy" if with_result => {
            let text = [&shared.words(true), "\n", &shared.address].concat();
            copy(sheet, text, "Result and link copied.", "input");
        }
        "copy" => copy(sheet, shared.address.clone(), "Link copied.", "input"),
        "copy-embed" => {
            let snippet = shared.embed().unwrap_or_default();
            copy(sheet, snippet, "HTML copied.", "textarea");
        }
        "system" => {
            let (words, address) = (shared.words(with_result), shared.address.clone());
            let sheet = sheet.clone();
            spawn_local(async move {
                if share::share(&words, &address).await == Shown::Unsupported {
                    say(
                        &sheet,
                        "This browser did not open its own sharing. Copy the link instead.",
                    );
                }
            });
        }
        _ => {}
    }
}

/// Whether the reader wants to pass on the result.
fn with_result(sheet: &Element) -> bool {
    dom::child(sheet, ".share-result :checked").is_some()
}

/// Copies a text and says so; where the browser refuses, selects it in its `field`.
fn copy(sheet: &HtmlDialogElement, text: String, done: &'static str, field: &'static str) {
    let sheet = sheet.clone();
    spawn_local(async move {
        if clipboard::copy(&text).await {
            say(&sheet, done);
            return;
        }
        if let Some(field) = dom::child(&sheet, field) {
            dom::focus(&field);
            // Both kinds of field can be selected, each by a method of its own class.
            if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
                input.select();
            } else if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
                area.select();
            }
        }
        say(
            &sheet,
            "This browser does not let the site copy. It is selected: copy it yourself.",
        );
    });
}

/// Says something in the sheet's status region; the same words twice are two messages.
fn say(sheet: &Element, words: &str) {
    if let Some(status) = dom::child(sheet, ".share-status") {
        status.set_text_content(None);
        dom::next_frame({
            let words = words.to_owned();
            move || status.set_text_content(Some(&words))
        });
    }
}
