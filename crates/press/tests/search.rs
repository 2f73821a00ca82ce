//! The search over the real content: what people type finds what they mean, for few bytes.

#[allow(dead_code, reason = "each test file uses its own part")]
mod common;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use press::{Compression, Ids, Options};
use search::query::{Answer, Files, Found, Limits, Results, run};
use search::root::Root;
use search::{File, Kind};

/// As the dialog shows them.
const LIMITS: Limits = [5, 3, 3, 3];

/// The site of the real content, built once, without assets.
fn site() -> &'static PathBuf {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| {
        let out = common::folder("search").join("dist");
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let options = Options {
            content: root.join("content"),
            ids: Ids::Ignore,
            compression: Compression::Off,
            ..common::options(&out)
        };
        press::build(&options).expect("the site builds");
        out
    })
}

/// Files that are read when asked for, as a browser fetches them.
#[derive(Default)]
struct Fetched(RefCell<BTreeMap<File, String>>);

struct Here<'f>(&'f BTreeMap<File, String>);

impl Files for Here<'_> {
    fn text(&self, file: File) -> Option<&str> {
        self.0.get(&file).map(String::as_str)
    }
}

impl Fetched {
    fn search(&self, query: &str) -> Results {
        for _ in 0..12 {
            let lacks = match run(query, &Here(&self.0.borrow()), LIMITS) {
                Answer::Found(results) => return results,
                Answer::Lacks(lacks, _) => lacks,
            };
            assert!(!lacks.is_empty());
            for file in lacks {
                let text = fs::read_to_string(self.path(file)).unwrap_or_default();
                assert!(!text.is_empty(), "{query:?} asks for {file:?}");
                self.0.borrow_mut().insert(file, text);
            }
        }
        panic!("{query:?} goes on asking for files");
    }

    fn path(&self, file: File) -> PathBuf {
        match self.0.borrow().get(&File::Root) {
            None => site().join("search").join(file.name()),
            Some(root) => {
                let root = Root::decode(root).expect("a root");
                site().join(root.folder).join(file.name())
            }
        }
    }
}

fn search(query: &str) -> Results {
    Fetched::default().search(query)
}

/// The results in the order in which they are shown.
fn in_order(results: &Results) -> Vec<&Found> {
    results
        .groups
        .iter()
        .flat_map(|group| &group.found)
        .collect()
}

fn text(pieces: &[search::query::Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

#[test]
fn what_people_type_finds_what_they_mean() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/search-queries.toml");
    let file = fs::read_to_string(file).expect("the queries");
    let parsed: toml::Table = file.parse().expect("TOML");
    let queries: Vec<(&String, &str)> = parsed
        .values()
        .filter_map(toml::Value::as_table)
        .flatten()
        .filter_map(|(query, page)| Some((query, page.as_str()?)))
        .collect();
    assert!(queries.len() >= 60, "{} queries", queries.len());
    let mut sum = 0.0;
    let mut late = Vec::new();
    for (query, page) in &queries {
        let results = search(query);
        let found = in_order(&results);
        let wanted = |found: &&Found| found.path == *page || found.page == *page;
        let rank = found.iter().position(wanted);
        sum += rank.map_or(0.0, |rank| 1.0 / (rank + 1) as f64);
        if rank != Some(0) {
            let first: Vec<&str> = found.iter().take(4).map(|it| it.path.as_str()).collect();
            late.push(format!("{query:?}: {page} is {rank:?}, first {first:?}"));
        }
    }
    let mean = sum / queries.len() as f64;
    println!("{} queries, mean reciprocal rank {mean:.3}", queries.len());
    println!("not first:\n{}", late.join("\n"));
    assert!(
        mean >= 0.9,
        "mean reciprocal rank {mean:.3}\n{}",
        late.join("\n")
    );
}

#[test]
fn a_result_has_its_sentence_and_its_place() {
    let results = search("hold the pelvis level");
    let found = in_order(&results);
    let level = found
        .iter()
        .find(|found| found.path.ends_with("three-glutes/#p-level"));
    let level = level.unwrap_or_else(|| panic!("{found:#?}"));
    assert_eq!(level.page, "topics/three-glutes/");
    assert_eq!(level.place, "The two on the side");
    assert_eq!(
        text(&level.text),
        "The same pull now holds the pelvis level instead."
    );
    let marked: Vec<&str> = level
        .text
        .iter()
        .filter(|piece| piece.marked)
        .map(|piece| piece.text.as_str())
        .collect();
    assert_eq!(marked, ["holds", "pelvis", "level"]);
}

#[test]
fn a_typo_is_told() {
    let results = search("pirifromis");
    assert_eq!(
        results.corrected,
        [("pirifromis".to_owned(), "piriformis".to_owned())]
    );
    assert!(search("piriformis").corrected.is_empty());
}

#[test]
fn every_kind_is_found() {
    for (query, kind) in [
        ("gluteus medius", Kind::Topic),
        ("acetabulum", Kind::Term),
        ("peel the hip", Kind::Figure),
        ("which of these put your glutes to work", Kind::Quiz),
    ] {
        let results = search(query);
        assert!(
            results.groups.iter().any(|group| group.kind == kind),
            "{query}: {kind:?}"
        );
    }
    let results = search("which of these put your glutes to work");
    let quiz = in_order(&results)
        .into_iter()
        .find(|found| found.path == "quizzes/three-glutes/#q-everyday")
        .unwrap_or_else(|| panic!("{results:#?}"));
    assert_eq!(text(&quiz.title), "Which of these put your glutes to work?");
}

#[test]
fn what_results_lead_to_is_there() {
    for query in [
        "hip",
        "foot",
        "pain",
        "gluteus",
        "knee to wall",
        "moment",
        "s",
        "what",
    ] {
        for found in in_order(&search(query)) {
            let (page, anchor) = found.path.split_once('#').unwrap_or((&found.path, ""));
            let page = page.split('?').next().unwrap_or_default();
            let file = site().join(page).join("index.html");
            let html = fs::read_to_string(&file)
                .unwrap_or_else(|error| panic!("{query}: {}: {error}", found.path));
            assert!(
                anchor.is_empty() || html.contains(&format!("id=\"{anchor}\"")),
                "{query}: {} has its anchor",
                found.path
            );
        }
    }
}

#[test]
fn any_query_is_answered() {
    for query in [
        "",
        " ",
        "the",
        "a",
        "\u{0}",
        "....",
        "zzzzzzzzzzzz",
        "ａ",
        "é",
        &"hip ".repeat(200),
        "<b>x</b>",
        "μυς",
    ] {
        search(query);
    }
    assert!(search("").groups.is_empty());
    assert!(search("xqzjvwk").groups.is_empty());
    assert!(!search("h").groups.is_empty(), "one letter is enough");
}
