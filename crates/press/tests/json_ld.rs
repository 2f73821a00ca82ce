//! What the pages of the mini-site say about themselves to search engines: every entry has the
//! properties that its type needs, every address is whole, every date is a date, and nobody is said to
//! have reviewed what nobody reviewed.

#[allow(dead_code, reason = "each test file uses its own part")]
mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use scraper::{Html, Selector};
use serde_json::Value;

const ORIGIN: &str = "https://mini.example";

/// What every page's own entry has.
const PAGE: &[&str] = &[
    "@id",
    "name",
    "description",
    "url",
    "inLanguage",
    "isAccessibleForFree",
    "license",
    "publisher",
    "publisher/name",
    "publisher/url",
    "image/url",
    "image/width",
    "image/height",
];
/// By type, what an entry has besides: what schema.org's consumers need, and what they recommend.
const NEEDED: &[(&str, &[&str])] = &[
    ("WebSite", &["alternateName"]),
    (
        "MedicalWebPage",
        &[
            "about/name",
            "audience/audienceType",
            "author/name",
            "datePublished",
            "dateModified",
            "isPartOf/url",
        ],
    ),
    (
        "LearningResource",
        &[
            "learningResourceType",
            "educationalLevel",
            "about/name",
            "isPartOf/url",
        ],
    ),
    (
        "Quiz",
        &["about/name", "assesses", "interactivityType", "hasPart"],
    ),
    ("CollectionPage", &["isPartOf/url"]),
    ("AboutPage", &["isPartOf/url"]),
    ("DefinedTermSet", &["isPartOf/url"]),
    ("BreadcrumbList", &["itemListElement"]),
    ("ListItem", &["position", "name", "item"]),
    ("Question", &["name", "url"]),
    ("Organization", &["name"]),
    ("Person", &["name"]),
];

fn site() -> &'static PathBuf {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| {
        let out = common::folder("json-ld").join("dist");
        press::build(&common::options(&out)).expect("the valid mini-site builds");
        out
    })
}

/// The documents of the mini-site, and where they are.
fn pages() -> Vec<(String, Html)> {
    let files = common::files(site()).into_iter();
    files
        .filter(|file| file.ends_with(".html") && !file.starts_with("embed/"))
        .map(|file| {
            let text = fs::read_to_string(site().join(&file)).expect("a page");
            let path = format!("/{}", file.trim_end_matches("index.html"));
            (path, Html::parse_document(&text))
        })
        .collect()
}

fn graph(html: &Html) -> Vec<Value> {
    let selector = Selector::parse("script[type='application/ld+json']").expect("a selector");
    let Some(script) = html.select(&selector).next() else {
        return Vec::new();
    };
    let data: Value = serde_json::from_str(&script.text().collect::<String>()).expect("JSON");
    assert_eq!(data["@context"], "https://schema.org");
    data["@graph"].as_array().cloned().unwrap_or_default()
}

fn of(path: &str) -> Vec<Value> {
    let (_, html) = pages()
        .into_iter()
        .find(|(known, _)| known == path)
        .unwrap_or_else(|| panic!("there is no {path}"));
    graph(&html)
}

fn types(entry: &Value) -> Vec<&str> {
    match &entry["@type"] {
        Value::String(one) => vec![one],
        Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

#[track_caller]
fn has(path: &str, entry: &Value, property: &str) {
    let value = property.split('/').fold(entry, |at, key| &at[key]);
    let empty = match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(several) => several.is_empty(),
        _ => false,
    };
    assert!(
        !empty,
        "{path}: {:?} has no `{property}`: {entry}",
        types(entry)
    );
}

/// Calls `look` with every object of an entry, and every key and text in it.
fn walk(value: &Value, key: &str, look: &mut impl FnMut(&str, &Value)) {
    look(key, value);
    match value {
        Value::Object(object) => object
            .iter()
            .for_each(|(key, value)| walk(value, key, look)),
        Value::Array(several) => several.iter().for_each(|value| walk(value, key, look)),
        _ => {}
    }
}

fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    matches!(parts.as_slice(), [year, month, day]
        if year.len() == 4
            && month.len() == 2
            && day.len() == 2
            && year.parse::<u16>().is_ok()
            && month.parse().is_ok_and(|month: u8| (1..=12).contains(&month))
            && day.parse().is_ok_and(|day: u8| (1..=31).contains(&day)))
}

#[test]
fn each_entry_has_what_its_type_needs() {
    let mut seen = BTreeSet::new();
    for (path, html) in pages() {
        let graph = graph(&html);
        if matches!(path.as_str(), "/404.html" | "/offline.html") {
            assert!(
                graph.is_empty(),
                "a page that is not there describes nothing"
            );
            continue;
        }
        let page = graph.first().unwrap_or_else(|| panic!("{path}: no data"));
        for property in PAGE {
            has(&path, page, property);
        }
        assert_eq!(page["url"], format!("{ORIGIN}{path}"), "{path}");
        for entry in &graph {
            walk(entry, "", &mut |_, value| {
                for kind in types(value) {
                    seen.insert(kind.to_owned());
                    let needed = NEEDED.iter().find(|(known, _)| *known == kind);
                    // Other pages are named in passing, by type, name and address.
                    let in_passing = PAGES.contains(&kind) && value != page;
                    if let Some((_, needed)) = needed.filter(|_| !in_passing) {
                        for property in *needed {
                            has(&path, value, property);
                        }
                    }
                }
            });
        }
    }
    for (kind, _) in NEEDED {
        assert!(seen.contains(*kind), "no page has a {kind}");
    }
}

/// Types of whole pages, which others name in passing.
const PAGES: &[&str] = &[
    "WebSite",
    "LearningResource",
    "CollectionPage",
    "AboutPage",
    "DefinedTermSet",
];

#[test]
fn addresses_are_whole_and_dates_are_dates() {
    for (path, html) in pages() {
        for entry in graph(&html) {
            walk(&entry, "", &mut |key, value| {
                let Some(text) = value.as_str() else {
                    return;
                };
                match key {
                    "@id" | "url" | "item" => {
                        assert!(text.starts_with(ORIGIN), "{path}: {key} is {text}");
                    }
                    "license" => assert!(text.starts_with("https://"), "{path}: {text}"),
                    "datePublished" | "dateModified" | "lastReviewed" => {
                        assert!(is_date(text), "{path}: {key} is {text}");
                    }
                    _ => {}
                }
            });
        }
    }
}

#[test]
fn the_way_to_a_page_begins_at_home_and_ends_there() {
    for (path, html) in pages() {
        let graph = graph(&html);
        let trails: Vec<&Value> = graph
            .iter()
            .filter(|entry| types(entry) == ["BreadcrumbList"])
            .collect();
        if matches!(path.as_str(), "/" | "/404.html" | "/offline.html") {
            assert!(trails.is_empty(), "{path}");
            continue;
        }
        assert_eq!(trails.len(), 1, "{path}");
        let steps = trails[0]["itemListElement"].as_array().expect("steps");
        for (at, step) in steps.iter().enumerate() {
            assert_eq!(step["position"], at + 1, "{path}");
        }
        let item = |step: Option<&Value>| step.map(|step| step["item"].clone());
        assert_eq!(item(steps.first()), Some(format!("{ORIGIN}/").into()));
        assert_eq!(item(steps.last()), Some(format!("{ORIGIN}{path}").into()));
    }
}

#[test]
fn only_who_reviewed_is_said_to_have_reviewed() {
    let first = &of("/topics/first/")[0];
    assert!(first["reviewedBy"].is_null() && first["lastReviewed"].is_null());
    assert_eq!(first["dateModified"], "2026-01-02");
    assert_eq!(first["citation"].as_array().map(Vec::len), Some(2));
    let second = &of("/topics/second/")[0];
    assert_eq!(
        second["reviewedBy"]["name"],
        "A. Clinician, physiotherapist"
    );
    assert_eq!(second["lastReviewed"], "2026-03-04");
    assert_eq!(second["dateModified"], "2026-03-04");
    assert!(second["citation"].is_null(), "it cites nothing");
}

#[test]
fn a_quiz_names_each_of_its_questions_by_its_link() {
    for (path, html) in pages() {
        let Some(quiz) = graph(&html)
            .into_iter()
            .find(|it| types(it).contains(&"Quiz"))
        else {
            continue;
        };
        let forms = Selector::parse("form.question[id]").expect("a selector");
        let asked: Vec<String> = html
            .select(&forms)
            .filter_map(|form| Some(format!("{ORIGIN}{path}#{}", form.attr("id")?)))
            .collect();
        let named: Vec<&str> = quiz["hasPart"]
            .as_array()
            .expect("questions")
            .iter()
            .filter_map(|question| question["url"].as_str())
            .collect();
        assert_eq!(named, asked, "{path}");
    }
}

#[test]
fn every_page_has_a_description_and_a_preview_image_that_is_there() {
    for (path, html) in pages() {
        let content = |css: &str| {
            let selector = Selector::parse(css).expect("a selector");
            let element = html.select(&selector).next();
            element
                .and_then(|element| element.attr("content"))
                .unwrap_or_default()
                .to_owned()
        };
        assert!(
            !content("meta[name=description]").trim().is_empty(),
            "{path}"
        );
        let image = content("meta[property='og:image']");
        let file = image
            .strip_prefix(ORIGIN)
            .unwrap_or_else(|| panic!("{path}: the image is {image:?}"));
        let size = png_size(&site().join(file.trim_start_matches('/')));
        assert_eq!(size, (1200, 630), "{path}: {file}");
        assert_eq!(content("meta[property='og:image:width']"), "1200", "{path}");
        assert_eq!(content("meta[property='og:image:height']"), "630", "{path}");
    }
}

/// Width and height as the head of a PNG file gives them.
fn png_size(file: &Path) -> (u32, u32) {
    let bytes = fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n", "{}", file.display());
    let number = |at: usize| {
        let four = bytes[at..at + 4].try_into().expect("four bytes");
        u32::from_be_bytes(four)
    };
    (number(16), number(20))
}
