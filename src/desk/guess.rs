//! Guess first: the questions at the top of a topic take a guess in the reader's own words, and what was
//! guessed stands beside the paragraph that answers it.
//!
//! In the page each is a `<details>` with its short answer; a click on its summary waits for this bundle
//! (`data-needs-desk`), which puts a field before the answer. Where something was guessed on an earlier
//! visit the app names the section to the starter script (`src/wake/reading.rs`). A guess is never scored.

use study::{Change, Record};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::{build, page};
use crate::{
    platform::dom::{self, Listen},
    progress,
};

/// The section with the guesses of a topic that is alive.
const AWAKE: &str = ".guesses[data-awake]";
/// What a reader says in a few words, in letters.
const LONGEST: usize = 80;

/// Brings the guesses of the page to life, if there are any that are not.
pub fn wake() {
    let Some(section) = dom::query(".guesses:not([data-awake])") else {
        return;
    };
    dom::set_attr(&section, "data-awake", "");
    for guess in Guess::all(&section) {
        guess.build();
    }
    refresh();
}

/// Shows what the record says. Called after every change of it.
pub fn refresh() {
    let Some(section) = dom::query(AWAKE) else {
        return;
    };
    let record = progress::load();
    for guess in Guess::all(&section) {
        guess.show(&record);
    }
}

/// One question to guess at.
#[derive(Clone)]
struct Guess {
    details: Element,
    /// The short answer.
    answer: Element,
    topic: String,
    /// The id of the paragraph that answers it.
    paragraph: String,
}

impl Guess {
    fn all(section: &Element) -> Vec<Self> {
        let article = section.closest("[data-topic]").ok().flatten();
        let topic = article.map(|article| dom::attr(&article, "data-topic"));
        let all = dom::query_all(section, "details").into_iter();
        let all = all.filter_map(|details| {
            let link = dom::child(&details, "a[href^='#']")?;
            Some(Self {
                answer: link.parent_element()?,
                paragraph: dom::attr(&link, "href").get(1..)?.to_owned(),
                topic: topic.clone()?,
                details,
            })
        });
        all.collect()
    }

    fn item(&self) -> String {
        [&self.topic, "/", &self.paragraph].concat()
    }

    /// Puts the field before the answer, and hides that.
    fn build(&self) {
        let form = build::add(&self.details, "form", "guess", "");
        dom::set_attr(&form, "novalidate", "");
        let label = build::add(&form, "label", "", "Your guess");
        let field = build::add(&label, "input", "", "");
        for (name, value) in [
            ("type", "text"),
            ("autocomplete", "off"),
            ("maxlength", &LONGEST.to_string()),
        ] {
            dom::set_attr(&field, name, value);
        }
        let buttons = build::add(&form, "p", "actions", "");
        let keep = build::button(&buttons, "", "Keep my guess", "keep");
        dom::set_attr(&keep, "type", "submit");
        let back = build::button(&buttons, "", "Take it back", "back");
        dom::toggle_attr(&back, "hidden", true);
        let answer = build::button(&buttons, "quiet", "Show the answer", "answer");
        let _ = build::status(&form, "guess-kept");
        let _ = self.details.append_child(&self.answer);
        dom::toggle_attr(&self.answer, "hidden", true);

        let guess = self.clone();
        dom::listen(&form, "submit", Listen::default(), move |event| {
            event.prevent_default();
            guess.keep();
        });
        let guess = self.clone();
        dom::listen(&back, "click", Listen::default(), move |_| {
            guess.take_back()
        });
        let guess = self.clone();
        dom::listen(&answer, "click", Listen::default(), move |_| {
            guess.reveal();
            // The button is gone; what it has shown is next.
            page::focus(&guess.answer);
        });
    }

    fn part(&self, selector: &str) -> Option<Element> {
        dom::child(&self.details, selector)
    }

    fn field(&self) -> Option<HtmlInputElement> {
        self.part("input")?.dyn_into().ok()
    }

    fn say(&self, words: &str) {
        if let Some(status) = self.part(".guess-kept") {
            status.set_text_content(Some(words));
        }
    }

    fn reveal(&self) {
        dom::toggle_attr(&self.answer, "hidden", false);
        if let Some(button) = self.part("[data-do=answer]") {
            dom::toggle_attr(&button, "hidden", true);
        }
    }

    fn keep(&self) {
        let Some(field) = self.field() else { return };
        let words: String = field.value().trim().chars().take(LONGEST).collect();
        if words.is_empty() {
            self.say("Write a word or two first. Any guess will do.");
            dom::focus(&field);
            return;
        }
        self.store(&[&words]);
        self.reveal();
        self.say(&[&said("You guessed", &words), " Here is the short answer."].concat());
    }

    fn take_back(&self) {
        self.store(&[]);
        self.say("Your guess is taken back.");
        if let Some(field) = self.field() {
            field.set_value("");
            dom::focus(&field);
        }
    }

    fn store(&self, chosen: &[&str]) {
        progress::apply(&Change::Guessed {
            item: &self.item(),
            rev: 1,
            topic: &self.topic,
            chosen,
        });
    }

    /// Shows the guess in its field and beside the paragraph that answers it.
    fn show(&self, record: &Record) {
        let item = self.item();
        let words = record.guess(&item).map(|guess| guess.chosen.join(", "));
        if let Some(button) = self.part("[data-do=back]") {
            dom::toggle_attr(&button, "hidden", words.is_none());
        }
        if let Some(words) = &words {
            self.reveal();
            if let Some(field) = self.field()
                && field.value().is_empty()
            {
                field.set_value(words);
            }
        }
        self.note(words.as_deref());
    }

    fn note(&self, words: Option<&str>) {
        let Some(paragraph) = dom::by_id(&self.paragraph) else {
            return;
        };
        let inside = paragraph.tag_name() == "LI";
        let note = if inside {
            dom::child(&paragraph, ".guess-note")
        } else {
            paragraph
                .next_element_sibling()
                .filter(|next| next.class_list().contains("guess-note"))
        };
        let Some(words) = words else {
            if let Some(note) = note {
                note.remove();
            }
            return;
        };
        let words = said("Before reading, you guessed", words);
        match note {
            Some(note) => note.set_text_content(Some(&words)),
            None => {
                let note = build::add(&paragraph, "p", "guess-note", &words);
                if !inside && let Some(around) = paragraph.parent_node() {
                    let _ = around.insert_before(&note, paragraph.next_sibling().as_ref());
                }
            }
        }
    }
}

/// `You guessed: “the big one”.`
fn said(who: &str, words: &str) -> String {
    [who, ": “", words, "”."].concat()
}
