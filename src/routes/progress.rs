//! The progress page: everything that is known about the reader, in their hands.

use std::cell::RefCell;

use leptos::{mount::mount_to, prelude::*, task::spawn_local};
use study::{
    export,
    import::{self, Import, Preview},
};
use wasm_bindgen::JsCast;

use crate::{
    app::Base,
    platform::{
        dom::{self, Event},
        file::{self, Picked},
        time,
    },
    progress::{self, Record},
    wake::toast,
};

thread_local! {
    /// Shows the record anew; present while the panel is on the page.
    static SHOWN: RefCell<Option<RwSignal<u32>>> = const { RefCell::new(None) };
    /// Keeps the mounted panel alive; replacing it takes the old one down.
    static PANEL: RefCell<Option<Box<dyn std::any::Any>>> = const { RefCell::new(None) };
}

/// Puts the panel where the page has room for it.
pub fn mount() {
    SHOWN.set(None);
    PANEL.set(None);
    let Some(place) = dom::query("[data-widget=progress]") else {
        return;
    };
    place.set_inner_html("");
    let handle = mount_to(place.unchecked_into(), Panel);
    PANEL.set(Some(Box::new(handle)));
}

/// Shows what has changed, if the panel is on the page.
pub fn refresh() {
    if let Some(changes) = SHOWN.with_borrow(|shown| *shown) {
        changes.update(|count| *count += 1);
    }
}

/// What a picked file would bring, waiting for the reader's word.
#[derive(Clone)]
struct Offer {
    file: Import,
    preview: Preview,
}

/// Everything on the progress page below its head.
#[component]
fn Panel() -> impl IntoView {
    let changes = RwSignal::new(0_u32);
    SHOWN.set(Some(changes));
    let offer = RwSignal::new(None::<Offer>);
    let record = move || {
        changes.track();
        progress::load()
    };

    view! {
        {move || {
            changes.track();
            progress::trouble().map(|trouble| view! { <p class="notice">{trouble.sentence()}</p> })
        }}
        {move || overview(&record())}
        <section aria-labelledby="copy">
            <h2 id="copy" tabindex="-1">"Keep a copy"</h2>
            <p>
                "Your progress lives in this browser only. Clearing the browser's data erases it, and so may a browser that has not seen this site for a while. A saved copy brings it back, here or on another device."
            </p>
            <p class="actions">
                <button type="button" on:click=|_| save()>"Save a copy"</button>
                <label class="button file">
                    "Load a copy"
                    <input
                        type="file"
                        accept="application/json,.json"
                        class="vh"
                        on:change=move |event| pick(&event, offer)
                    />
                </label>
            </p>
            {move || offer.get().map(|found| preview(found, offer))}
        </section>
        <section aria-labelledby="erase">
            <h2 id="erase" tabindex="-1">"Start again"</h2>
            <p>"Erasing forgets every section read and every answer. You can undo it until you leave this page."</p>
            <p class="actions">
                <button type="button" class="danger" on:click=|_| erase()>"Erase my progress"</button>
            </p>
        </section>
    }
}

/// The tallies and the list of topics.
fn overview(record: &Record) -> AnyView {
    let summary = record.summary();
    if summary.topics.is_empty() {
        return view! {
            <p>
                "Nothing yet. A section counts as read when its end has stayed on your screen for a few seconds, or when you answer its question."
            </p>
        }
        .into_any();
    }
    let base = Base(dom::base_path());
    let tally = |name: &'static str, count: usize, total: usize| {
        view! {
            <div>
                <dt>{name}</dt>
                <dd>{count.to_string()} <span>{pair(" of ", total)}</span></dd>
            </div>
        }
    };
    let topics: Vec<_> = summary
        .topics
        .iter()
        .map(|topic| {
            let mut path = String::from("/topics/");
            path.push_str(topic.slug);
            path.push('/');
            let title = if topic.title.is_empty() { topic.slug } else { topic.title };
            let mut count = numbers(topic.read, " of ", topic.total, " read");
            if !topic.answers.is_empty() {
                count.push_str(" · ");
                count.push_str(&numbers(topic.right, " of ", topic.answers.len(), " right"));
            }
            let sections: Vec<_> = topic
                .sections
                .iter()
                .filter(|section| section.read)
                .map(|section| {
                    let mut address = base.href(&path);
                    address.push('#');
                    address.push_str(section.id);
                    view! { <li><a href=address>{section.title.to_owned()}</a></li> }
                })
                .collect();
            let list = (!sections.is_empty())
                .then(|| view! { <details><summary>"Sections read"</summary><ul>{sections}</ul></details> });
            view! {
                <li>
                    <a href=base.href(&path)>{title.to_owned()}</a>
                    <progress max=topic.total.max(1).to_string() value=topic.read.to_string() aria-hidden="true"></progress>
                    <span class="ledger-count">{count}</span>
                    {list}
                </li>
            }
        })
        .collect();
    view! {
        <dl class="tallies">
            {tally("Sections read", summary.read, summary.total)}
            {tally("Questions right", summary.right, summary.answered)}
        </dl>
        <section aria-labelledby="ledger">
            <h2 id="ledger" tabindex="-1">"Topics"</h2>
            <ul class="ledger">{topics}</ul>
        </section>
    }
    .into_any()
}

fn pair(word: &str, number: usize) -> String {
    let mut text = String::from(word);
    text.push_str(&number.to_string());
    text
}

fn numbers(done: usize, of: &str, total: usize, word: &str) -> String {
    let mut text = pair("", done);
    text.push_str(&pair(of, total));
    text.push_str(word);
    text
}

fn save() {
    let now = time::now();
    let mut name = String::from("prime-mover-progress-");
    name.push_str(&time::iso_day(now));
    name.push_str(".json");
    if file::save(&name, &export::encode(&progress::load(), now)) {
        toast::say("A copy of your progress was handed to your browser as a file.");
    } else {
        toast::warn("This browser did not let the site save a file.");
    }
}

fn pick(event: &Event, offer: RwSignal<Option<Offer>>) {
    let Some(picked) = Picked::from_event(event) else {
        return;
    };
    offer.set(None);
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
            Ok(file) => {
                let preview = Preview::of(&progress::load(), &file.record);
                offer.set(Some(Offer { file, preview }));
            }
            Err(sentence) => toast::warn(&sentence),
        }
    });
}

/// What merging the picked file would change, and the choice.
fn preview(found: Offer, offer: RwSignal<Option<Offer>>) -> AnyView {
    let Offer { file, preview } = found;
    let saved = file.exported.map(|at| {
        let mut text = String::from("Saved on ");
        text.push_str(&time::local_day(at));
        text.push('.');
        view! { <p>{text}</p> }
    });
    let rows: Vec<_> = [
        (preview.new_sections, "sections that are new here"),
        (preview.new_answers, "answers that are new here"),
        (preview.reviews, "questions with reviews that are new here"),
        (preview.new_guesses, "guesses that are new here"),
        (
            preview.newer,
            "entries newer in the file; they replace those here",
        ),
        (preview.older, "entries older in the file; those here stay"),
        (preview.same, "entries that are the same"),
        (
            preview.not_understood,
            "entries this version does not understand; they are kept as they are",
        ),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, words)| view! { <li>{pair("", count)} " " {words}</li> })
    .collect();
    let rows = if rows.is_empty() {
        view! { <p>"The file holds no progress."</p> }.into_any()
    } else {
        view! { <ul>{rows}</ul> }.into_any()
    };
    let merge = move |_| {
        let before = progress::load();
        progress::replace(study::merge(&before, &file.record));
        offer.set(None);
        toast::offer(
            "The copy was merged into your progress.",
            "Undo",
            move || progress::replace(before),
        );
    };
    view! {
        <div class="preview" role="group" aria-label="Preview">
            {saved}
            {rows}
            <p class="actions">
                <button type="button" class="primary" on:click=merge>"Merge"</button>
                <button type="button" on:click=move |_| offer.set(None)>"Cancel"</button>
            </p>
        </div>
    }
    .into_any()
}

fn erase() {
    let erased = progress::erase();
    toast::offer("Your progress was erased.", "Undo", move || {
        progress::replace(erased.undo(&progress::load()));
    });
}
