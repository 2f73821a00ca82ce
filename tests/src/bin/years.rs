//! What a record of ten thousand questions with five years of history costs when a page opens:
//! `cargo run -p site-tests --bin years`.
//!
//! Serves the site in `dist/` (or in `PRIME_MOVER_DIST`), opens each page in Chromium with an empty record and
//! with the full one in turns, and prints the medians of what the page's main thread did, and their difference:
//! the record's share. All work is the browser's own count; scripts, WebAssembly with them, are the samples of
//! its profiler. The full one with the brief that the site has left beside it, without, as after a release that
//! makes another one, and in a form that this release does not write. Nothing else should run meanwhile.

#[path = "../../../crates/study/tests/common/years.rs"]
mod years;

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
};

use serde_json::{Value as Json, json};
use site_tests::{
    browser::{Browser, Engine, Setup, run},
    page::Page,
    site,
};
use study::{Brief, Decoded, Record, STORAGE_KEY, due};

const RUNS: usize = 7;
/// Where the app keeps the brief.
const BRIEF_KEY: &str = "prime-mover.brief";
/// What is printed of each page.
const COUNTED: [&str; 2] = ["all work", "scripts"];
/// Microseconds between two samples of the profiler.
const SAMPLES: u64 = 200;

fn main() {
    let runs = env::args().nth(1).and_then(|it| it.parse().ok());
    run(Engine::Chromium, Setup::default(), async |browser| {
        measure(browser, runs.unwrap_or(RUNS)).await;
    });
}

/// The questions of the site that have not been changed yet, and an article.
fn questions() -> (Vec<String>, String) {
    let routes = site::routes();
    let quizzes = routes.iter().filter(|it| it.starts_with("/quizzes/"));
    let names = quizzes.flat_map(|route| {
        let page = Page::of(route);
        let forms = page.all("form.question[data-rev='1']").into_iter();
        let names = forms.filter_map(|form| form.attr("data-question"));
        names.map(str::to_owned).collect::<Vec<_>>()
    });
    let mut articles = routes.iter().filter(|it| it.starts_with("/topics/"));
    let article = articles.nth(1).expect("an article").clone();
    (names.collect(), article)
}

/// How the record is found.
#[derive(Clone, Copy)]
enum Found {
    WithBrief,
    WithoutBrief,
    Foreign,
}

impl Found {
    fn words(self) -> &'static str {
        match self {
            Self::WithBrief => "with its brief",
            Self::WithoutBrief => "without its brief",
            Self::Foreign => "in another form",
        }
    }
}

/// A record whose most urgent questions are those of the site, so that review can ask them.
fn on_this_site(record: &Record, names: &[String], today: u32) -> Record {
    let mut text = record.encode();
    let due = due(record, today);
    println!("{} bytes, {} due", text.len(), due.items.len());
    for (item, name) in due.items.iter().zip(names) {
        text = text.replace(&format!("\"{}\":", item.item), &format!("\"{name}\":"));
    }
    match Record::decode(&text) {
        Decoded::Ready { record, .. } => record,
        other => panic!("{other:?}"),
    }
}

async fn measure(browser: &Browser, runs: usize) {
    let (names, article) = questions();
    let day = browser
        .script("return Math.floor(Date.now() / 864e5)", &[])
        .await;
    let today = day.as_u64().map_or(years::TODAY, |day| day as u32);
    // Processor time of the thread: what others do on the machine counts less.
    let own_time = json!({ "timeDomain": "threadTicks" });
    browser.devtools("Performance.enable", own_time).await;
    browser.devtools("Profiler.enable", json!({})).await;
    let often = json!({ "interval": SAMPLES });
    browser
        .devtools("Profiler.setSamplingInterval", often)
        .await;
    for (kind, record) in [
        ("asked as due", years::five_years_as_asked()),
        ("asked every month", years::five_years_every_month()),
    ] {
        print!("{kind}: ");
        let record = on_this_site(&record, &names, today);
        let full = record.encode();
        let brief = Brief::of(&record, today).write(&full);
        // The spaces come last, so that most of it is read before they are found.
        let foreign = full.strip_suffix('}').map(|text| [text, "  }"].concat());
        let foreign = foreign.expect("an object");
        let pages = [article.as_str(), "/", "/review/", "/progress/"];
        let ways = [Found::WithBrief, Found::WithoutBrief, Found::Foreign];
        for (route, way) in pages.iter().flat_map(|it| ways.map(|way| (*it, way))) {
            let mut found: BTreeMap<(&str, bool), Vec<f64>> = BTreeMap::new();
            for run in 0..runs * 2 {
                let is_full = run % 2 == 1;
                browser.backstage().await;
                browser.script("localStorage.clear()", &[]).await;
                if is_full {
                    let is_foreign = matches!(way, Found::Foreign);
                    let text = if is_foreign { &foreign } else { &full };
                    browser.store(STORAGE_KEY, text).await;
                    if matches!(way, Found::WithBrief) {
                        browser.store(BRIEF_KEY, &brief).await;
                    }
                }
                browser.devtools("Profiler.start", json!({})).await;
                let before = worked(browser).await;
                browser.open(route).await;
                browser.settled().await;
                let now = worked(browser).await;
                // A new process of the browser counts from nothing.
                let all = if now < before { now } else { now - before };
                let profile = browser.devtools("Profiler.stop", json!({})).await;
                for (name, spent) in COUNTED.iter().zip([all, in_scripts(&profile["profile"])]) {
                    found.entry((name, is_full)).or_default().push(spent * 1e3);
                }
            }
            for name in COUNTED {
                let [empty, full] = [false, true]
                    .map(|which| median(found.remove(&(name, which)).unwrap_or_default()));
                let way = way.words();
                println!(
                    "  {route}, {way}, {name}: {empty:.0} ms with an empty record, {full:.0} ms with the full one, difference {:.0} ms",
                    full - empty
                );
            }
        }
    }
}

/// How long the main thread has worked so far, in seconds.
async fn worked(browser: &Browser) -> f64 {
    let answer = browser.devtools("Performance.getMetrics", json!({})).await;
    let metrics = answer["metrics"].as_array().cloned().unwrap_or_default();
    let found = metrics.iter().find(|it| it["name"] == "TaskDuration");
    found.map_or(f64::NAN, |it| it["value"].as_f64().unwrap_or(f64::NAN))
}

/// How long a profile was in functions of the page, in seconds.
fn in_scripts(profile: &Json) -> f64 {
    let list = |value: &Json| value.as_array().cloned().unwrap_or_default();
    let functions: BTreeSet<u64> = list(&profile["nodes"])
        .iter()
        // What the browser does itself has no address: idle, its own program, and the root.
        .filter(|node| node["callFrame"]["url"] != "")
        .filter_map(|node| node["id"].as_u64())
        .collect();
    let samples = list(&profile["samples"]);
    let deltas = list(&profile["timeDeltas"]);
    let spent = samples.iter().zip(&deltas).filter_map(|(node, delta)| {
        let is_ours = functions.contains(&node.as_u64()?);
        delta.as_f64().filter(|_| is_ours)
    });
    spent.sum::<f64>() / 1e6
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
