//! What pages cost on a slow phone: `cargo xtask bench [--runs N] [--only home,article,figure,quiz]`.
//!
//! Serves the site in `dist/` (or in `PRIME_MOVER_DIST`) and prints medians as a table for
//! `docs/benchmarks.md`. Nothing else should run meanwhile.

use std::{collections::BTreeMap, env, process::ExitCode};

use serde_json::json;
use site_tests::{
    browser::{Browser, Engine, Setup, run},
    site,
    slow::{self, View},
};
use xtask::serve::Server;

/// The window of a phone, in CSS pixels.
const WINDOW: (u32, u32) = (412, 823);
const KINDS: [&str; 4] = ["home", "article", "figure", "quiz"];

/// From a click on the first link to another article to the frame that shows it, in milliseconds.
const FOLLOW: &str = "const done = arguments[arguments.length - 1];
    const leads = (it) => /\\/topics\\/.+/.test(it.pathname) && it.pathname !== location.pathname && it.offsetParent;
    const links = [...document.querySelectorAll('main a[rel=next], main a[href]')];
    const link = links.find((it) => it.rel === 'next' && leads(it)) ?? links.find(leads);
    if (!link) return done(NaN);
    const before = document.querySelector('h1').textContent;
    const start = performance.now();
    const look = () => {
        const heading = document.querySelector('h1')?.textContent;
        if (!heading || heading === before) return requestAnimationFrame(look);
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
    };
    link.click();
    look();";

/// What a row of the table says of one view.
type Row = (&'static str, fn(&Measured) -> f64);

/// Bytes in thousands, then counts, then times.
const ROWS: [Row; 15] = [
    ("Page with its style, kB", |it| kilobytes(it, &[".html"])),
    ("Scripts, kB", |it| kilobytes(it, &[".js"])),
    ("WebAssembly, kB", |it| kilobytes(it, &[".wasm"])),
    ("Style in files, kB", |it| kilobytes(it, &[".css"])),
    ("Fonts, kB", |it| kilobytes(it, &[".woff2"])),
    ("Images, kB", |it| kilobytes(it, &[".svg", ".png", ".ico"])),
    ("All, kB", |it| it.view.bytes() / 1e3),
    ("Requests", |it| it.view.served.len() as f64),
    ("First paint, ms", |it| it.view.first_paint),
    ("Largest paint, ms", |it| it.view.largest_paint),
    ("Layout shift", |it| it.view.layout_shift),
    ("Blocking time, ms", |it| it.view.blocking),
    ("Questions usable, ms", |it| it.view.ready),
    ("Next article, clicked at once, ms", |it| it.navigation),
    ("JavaScript heap, MB", |it| it.heap / 1e6),
];

/// One view, and what came after.
struct Measured {
    view: View,
    navigation: f64,
    heap: f64,
}

/// Thousands of bytes of the files with one of these endings. An address of a folder is its page.
fn kilobytes(measured: &Measured, endings: &[&str]) -> f64 {
    let bytes = measured.view.bytes_where(|path| {
        let file = site::file_of(path);
        endings.iter().any(|ending| file.ends_with(ending))
    });
    bytes / 1e3
}

/// What the words after the command ask for.
struct Asked {
    runs: usize,
    kinds: Vec<String>,
}

impl Asked {
    fn read(words: &[String]) -> Result<Self, String> {
        let mut asked = Self {
            runs: 5,
            kinds: KINDS.map(str::to_owned).to_vec(),
        };
        for pair in words.chunks(2) {
            let [name, value] = pair else {
                return Err(format!("{} needs a value", pair.concat()));
            };
            match name.as_str() {
                "--runs" => {
                    let runs = value.parse().ok().filter(|runs| *runs > 0);
                    asked.runs = runs.ok_or_else(|| format!("--runs {value}: not a number"))?;
                }
                "--only" => {
                    asked.kinds = value.split(',').map(str::to_owned).collect();
                    let unknown = asked.kinds.iter().find(|it| !KINDS.contains(&it.as_str()));
                    if let Some(unknown) = unknown {
                        return Err(format!("{unknown:?} is none of {}", KINDS.join(", ")));
                    }
                }
                other => return Err(format!("what is {other:?}?")),
            }
        }
        Ok(asked)
    }
}

/// The page that is measured: the first of its kind, as in the tests of the budget.
fn route(kind: &str) -> String {
    let folder = match kind {
        "article" => "/topics/",
        "figure" => "/figures/",
        "quiz" => "/quizzes/",
        _ => return "/".to_owned(),
    };
    let inside = |route: &String| route.starts_with(folder) && route != folder;
    let found = site::routes().into_iter().find(inside);
    found.unwrap_or_else(|| panic!("no page below {folder}"))
}

async fn measure(browser: &Browser, server: &Server, route: &str) -> Measured {
    let view = slow::first_view(browser, server, route).await;
    let nothing = json!({});
    browser
        .devtools("HeapProfiler.collectGarbage", nothing.clone())
        .await;
    browser
        .devtools("Performance.enable", nothing.clone())
        .await;
    let metrics = browser.devtools("Performance.getMetrics", nothing).await;
    let metrics = metrics["metrics"].as_array().cloned().unwrap_or_default();
    let heap = metrics.iter().find(|it| it["name"] == "JSHeapUsedSize");
    let heap = heap.and_then(|it| it["value"].as_f64());
    let navigation = browser.script_async(FOLLOW, &[]).await;
    Measured {
        view,
        navigation: navigation.as_f64().unwrap_or(f64::NAN),
        heap: heap.unwrap_or(f64::NAN),
    }
}

/// The middle one, without those that are not known.
fn median(mut values: Vec<f64>) -> f64 {
    values.retain(|value| value.is_finite());
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// As many digits as mean something.
fn shown(value: f64) -> String {
    if !value.is_finite() {
        "–".to_owned()
    } else if value == 0.0 {
        // Without the sign that an empty sum may have.
        "0".to_owned()
    } else if value >= 1e3 {
        format!("{value:.0}")
    } else if value < 0.1 {
        format!("{value:.3}")
    } else if value.fract() == 0.0 || value >= 300.0 {
        format!("{value:.0}")
    } else {
        format!("{value:.1}")
    }
}

fn table(asked: &Asked, all: &BTreeMap<String, Vec<Measured>>) -> String {
    let mut lines = vec![
        format!(
            "| {} runs, medians | {} |",
            asked.runs,
            asked.kinds.join(" | ")
        ),
        format!("|---|{}", "---|".repeat(asked.kinds.len())),
    ];
    for (name, value) in ROWS {
        let cells = asked.kinds.iter().map(|kind| {
            let values = all.get(kind).into_iter().flatten().map(value).collect();
            shown(median(values))
        });
        lines.push(format!(
            "| {name} | {} |",
            cells.collect::<Vec<_>>().join(" | ")
        ));
    }
    lines.join("\n")
}

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let asked = match Asked::read(&words) {
        Ok(asked) => asked,
        Err(error) => {
            eprintln!(
                "{error}\ncargo xtask bench [--runs N] [--only {}]",
                KINDS.join(",")
            );
            return ExitCode::FAILURE;
        }
    };
    run(Engine::Chromium, Setup::default(), async |browser| {
        browser.viewport(WINDOW.0, WINDOW.1).await;
        slow::observe(browser).await;
        let mut all: BTreeMap<String, Vec<Measured>> = BTreeMap::new();
        // In turns, so that a busy minute does not fall on one kind alone.
        for number in 1..=asked.runs {
            for kind in &asked.kinds {
                // A server of its own: nothing of the other pages is in the browser's cache.
                let server = site::recorder();
                let measured = measure(browser, &server, &route(kind)).await;
                eprintln!(
                    "{number} {kind}: painted {:.0}, usable {:.0}, blocked {:.0}, next article {:.0} ms",
                    measured.view.first_paint,
                    measured.view.ready,
                    measured.view.blocking,
                    measured.navigation
                );
                all.entry(kind.clone()).or_default().push(measured);
            }
        }
        println!("{}", table(&asked, &all));
    });
    ExitCode::SUCCESS
}
