//! Searching in the browser: a field, what it found, and the keys to get there.
//!
//! A place to search is written by the press or the frame (`data-search`): a form with its field, a
//! status region, an empty list. There are three: the `dialog` of every page, the `page` `/search/`, whose
//! field is the `q` of its address, and the page of what is `missing`, which searches for the words of the
//! address. The results are plain links; the app follows them like any other. Titles are there as soon as it is
//! known which (where the root has them), the sentences when their files are.

mod files;
mod html;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use search::Kind;
use search::query::{Answer, Limits, Results, run};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent};

use crate::platform::{
    dom::{self, Event, Listen, Timer},
    history,
};

/// How long the address waits for the reader to rest; Safari limits how often it may change.
const ADDRESS_MS: i32 = 300;
/// How many more of a kind "Show more" shows.
const MORE: usize = 6;
/// What one or two letters show, because there is more typing to come, and the dialog, which is for the first hit and fits
/// a small screen. What is shown costs requests, and a browser may ask a host for no more than six files at a time.
const FEW: Limits = [3, 1, 1, 1];
/// What more letters show on a page.
const SOME: Limits = [6, 4, 3, 4];

/// Brings every `[data-search]` below `root` to life that is not yet alive.
pub fn wake(root: &Element) {
    for place in dom::query_all(root, "[data-search]:not([data-awake])") {
        dom::set_attr(&place, "data-awake", "");
        Finder::wake(place);
    }
}

/// A place to search.
struct Finder {
    place: Element,
    field: HtmlInputElement,
    status: Element,
    list: Element,
    /// Whether it is a page; else the dialog.
    page: bool,
    /// What is being looked for, or is shown.
    asked: RefCell<String>,
    limits: Cell<Limits>,
    /// Whether files are on their way. What is typed meanwhile is asked once they are here, so letters that come faster
    /// than files do cost nothing, and no letter waits for a timer.
    fetching: Cell<bool>,
    /// The result that gets the focus when more are shown: the button that had it is gone then.
    first_new: Cell<Option<(Kind, usize)>>,
    address: Cell<Option<Timer>>,
}

impl Finder {
    fn wake(place: Element) {
        let (Some(field), Some(status), Some(list)) = (
            dom::child(&place, "input"),
            dom::child(&place, "[role=status]"),
            dom::child(&place, ".finder-list"),
        ) else {
            return;
        };
        let kind = dom::attr(&place, "data-search");
        let finder = Rc::new(Self {
            field: field.unchecked_into(),
            status,
            list,
            page: kind != "dialog",
            asked: RefCell::default(),
            limits: Cell::new(FEW),
            fetching: Cell::new(false),
            first_new: Cell::new(None),
            address: Cell::new(None),
            place,
        });
        finder.listen();
        let words = match kind.as_str() {
            "page" => asked_by(&history::query()),
            "missing" => missing(&history::path()),
            _ => String::new(),
        };
        if finder.field.value().is_empty() && !words.is_empty() {
            finder.field.set_value(&words);
        }
        if let Some(html) = dom::root() {
            let _ = html.remove_attribute("data-asked");
        }
        // What a query needs first is on its way before the first letter.
        files::fetch_root();
        finder.changed();
    }

    fn listen(self: &Rc<Self>) {
        let how = Listen::default();
        let finder = Rc::clone(self);
        dom::listen(&self.field, "input", how, move |_| finder.changed());
        let finder = Rc::clone(self);
        dom::listen(&self.place, "submit", how, move |event| {
            finder.submitted(&event)
        });
        let finder = Rc::clone(self);
        dom::listen(&self.place, "keydown", how, move |event| finder.key(&event));
        let finder = Rc::clone(self);
        dom::listen(&self.place, "click", how, move |event| {
            finder.clicked(&event)
        });
    }

    /// The field may have other words.
    fn changed(self: &Rc<Self>) {
        if self.field.value().trim() != self.asked.borrow().as_str() {
            self.ask();
        }
    }

    /// Looks for what the field says.
    fn ask(self: &Rc<Self>) {
        let words = self.field.value().trim().to_owned();
        self.asked.replace(words.clone());
        let many = self.page && words.chars().count() > 2;
        self.limits.set(if many { SOME } else { FEW });
        self.first_new.set(None);
        dom::toggle_attr(&self.place, "data-full", !words.is_empty());
        if dom::attr(&self.place, "data-search") == "page" {
            if let Some(timer) = self.address.take() {
                timer.stop();
            }
            let (words, place) = (words.clone(), self.place.clone());
            let write = move || {
                // By then the address may be another page's.
                if place.is_connected() {
                    note(&words);
                }
            };
            self.address.set(Some(Timer::after(ADDRESS_MS, write)));
        }
        self.look();
    }

    fn look(self: &Rc<Self>) {
        if self.asked.borrow().is_empty() {
            self.list.set_inner_html("");
            self.say("");
            return;
        }
        if self.fetching.replace(true) {
            return;
        }
        let finder = Rc::clone(self);
        spawn_local(async move {
            finder.answer().await;
            finder.fetching.set(false);
        });
    }

    /// Shows what the present words find. What is typed on a slow line before their files are here gets the results of
    /// its beginning meanwhile.
    async fn answer(&self) {
        loop {
            let (words, limits) = (self.asked.borrow().clone(), self.limits.get());
            if words.is_empty() {
                return;
            }
            let fetching = match files::with(|files| run(&words, files, limits)) {
                Answer::Found(results) => return self.show(&words, &results, false),
                Answer::Lacks(lacks, meanwhile) => {
                    let fetching = files::fetch(&lacks);
                    if let Some(results) = meanwhile {
                        self.show(&words, &results, true);
                    }
                    fetching
                }
            };
            let fetched = fetching.await;
            let asked = self.asked.borrow().clone();
            if !fetched && asked == words {
                dom::toggle_attr(&self.list, "data-waiting", false);
                return self.say(
                    "The search needs a file that is not at hand. Try again when you are back online.",
                );
            }
            if asked != words
                && asked.starts_with(&words)
                && let Answer::Found(results) = files::with(|files| run(&words, files, limits))
            {
                self.show(&words, &results, false);
            }
        }
    }

    /// Shows results; those to which sentences are still to come have room for them.
    fn show(&self, words: &str, results: &Results, waiting: bool) {
        let base = dom::base_path();
        let held = held(&self.links());
        dom::toggle_attr(&self.list, "data-waiting", waiting);
        let list = html::list(
            results,
            words,
            &base,
            &dom::attr(&self.place, "data-search"),
        );
        self.list.set_inner_html(&list);
        self.say(&html::summary(results, words));
        if let Some(link) = held.and_then(|at| self.links().into_iter().nth(at)) {
            dom::focus(&link);
        }
        if let Some((kind, shown)) = self.first_new.take() {
            let selector = ["[data-kind=", html::word(kind), "] a"].concat();
            if let Some(link) = dom::query_all(&self.list, &selector).get(shown) {
                dom::focus(link);
            }
        }
    }

    fn links(&self) -> Vec<Element> {
        dom::query_all(&self.list, "a[href]")
    }

    fn say(&self, sentence: &str) {
        if dom::text(&self.status) != sentence {
            self.status.set_text_content(Some(sentence));
        }
    }

    /// Enter in the field: from the dialog to the page, on the page at once.
    fn submitted(self: &Rc<Self>, event: &Event) {
        event.prevent_default();
        if self.page {
            self.changed();
        } else if !self.field.value().trim().is_empty() {
            let link = dom::document().create_element("a");
            if let Ok(link) = link
                && let Ok(link) = link.dyn_into::<HtmlElement>()
            {
                let address = html::page_of(&dom::base_path(), self.field.value().trim());
                dom::set_attr(&link, "href", &address);
                // In the page, so that the app sees the click and follows it.
                let _ = self.list.append_child(&link);
                link.click();
                link.remove();
            }
        }
    }

    /// Up and down go through field and results.
    fn key(&self, event: &Event) {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let step = match key.key().as_str() {
            "ArrowDown" => 1,
            "ArrowUp" => -1,
            _ => return,
        };
        if key.ctrl_key() || key.meta_key() || key.alt_key() || key.shift_key() {
            return;
        }
        let links = self.links();
        let here = held(&links);
        let in_field = dom::closest(event, "input").is_some();
        let next = match here {
            Some(here) => here as i32 + step,
            None if in_field && step > 0 => 0,
            None => return,
        };
        event.prevent_default();
        match usize::try_from(next) {
            Err(_) => dom::focus(&self.field),
            Ok(next) => {
                if let Some(link) = links.get(next) {
                    // Focus does not scroll by itself here.
                    dom::focus(link);
                    html::into_view(link);
                }
            }
        }
    }

    fn clicked(self: &Rc<Self>, event: &Event) {
        if let Some(button) = dom::closest(event, "[data-more]") {
            let kind = dom::attr(&button, "data-more");
            let mut limits = self.limits.get();
            if let Some(kind) = Kind::ALL.into_iter().find(|it| html::word(*it) == kind) {
                let shown = limits[kind as usize];
                limits[kind as usize] += MORE;
                self.limits.set(limits);
                self.first_new.set(Some((kind, shown)));
                self.look();
            }
        }
    }
}

/// Which of some links has the focus.
fn held(links: &[Element]) -> Option<usize> {
    let focus = dom::document().active_element();
    links.iter().position(|link| Some(link) == focus.as_ref())
}

/// The words of a query string's `q`.
fn asked_by(query: &str) -> String {
    let query = query.strip_prefix('?').unwrap_or(query);
    let asked = query.split('&').find_map(|pair| pair.strip_prefix("q="));
    history::decode_hash(&asked.unwrap_or_default().replace('+', " "))
}

/// The words of an address that does not exist.
fn missing(path: &str) -> String {
    let base = dom::base_path();
    let path = history::decode_hash(path.strip_prefix(base.as_str()).unwrap_or(path));
    let common = [
        "topics", "figures", "quizzes", "glossary", "index", "html", "htm", "php", "404",
    ];
    let words: Vec<&str> = path
        .split(['/', '-', '_', '.', ' ', '+', '%'])
        .filter(|word| !word.is_empty() && !common.contains(word))
        .take(6)
        .collect();
    words.join(" ")
}

/// Writes the words into the address.
fn note(words: &str) {
    let address = html::page_of(&dom::base_path(), words);
    history::rewrite(&address);
}
