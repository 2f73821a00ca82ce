//! What a frame of a drag costs, and what waking a figure does: `cargo run -p site-tests --bin frames [figure…]`.
//!
//! Serves the site in `dist/` (or in `PRIME_MOVER_DIST`) and opens every figure, or those that are named, such as
//! `walking` or `walking/weak-medius`, in Chromium with its processor slowed four times. There the mouse drags every
//! slider and every part that can be dragged. Printed are medians: how long a frame takes to draw, which is building the
//! scene, comparing, and writing what changed into the document; and processor time of all the page's scripts in a
//! move, taking the event with it. The browser's style, layout and paint are not counted. Nothing else should run
//! meanwhile.

use std::env;

use serde_json::{Value as Json, json};
use site_tests::{
    browser::{Browser, Engine, Setup, run},
    site, slow,
};

/// Moves of a drag.
const MOVES: usize = 72;
/// How often a figure is woken; the median counts.
const WAKES: usize = 5;
/// Besides the figures themselves, the states in which a frame draws most.
const STATES: [&str; 3] = [
    "walking/weak-medius",
    "stiff-ankle/squat",
    "exercises/bridge",
];

/// Where the mouse goes in the drag with a number: its name, and the points on the way.
const WAY: &str = "
    const [nth, moves] = arguments;
    const figure = document.querySelector('figure[data-live]');
    const sliders = [...figure.querySelectorAll('input[type=range]:enabled')];
    const marked = [...figure.querySelectorAll('svg [data-handle]')];
    const parts = new Map(marked.map((part) => [part.dataset.part, part]));
    const dragged = [...sliders, ...parts.values()][nth];
    if (!dragged) return null;
    dragged.scrollIntoView({ behavior: 'instant', block: 'center' });
    const box = dragged.getBoundingClientRect();
    const back_and_forth = (at, first, last, by) =>
        Array.from({ length: moves }, () => {
            if (at + by > last || at + by < first) by = -by;
            return (at += by);
        });
    if (sliders.includes(dragged)) {
        const [low, high, step, value] = ['min', 'max', 'step', 'value'].map((name) => Number(dragged[name]));
        const thumb = 16, track = box.width - thumb;
        const [first, last] = [box.left + thumb / 2, box.right - thumb / 2];
        const from = [first + (track * (value - low)) / (high - low), box.top + box.height / 2];
        // Far enough for another value with every move.
        const by = Math.max(Math.ceil((track * step) / (high - low)), 2);
        const to = back_and_forth(from[0], first, last, by).map((x) => [x, from[1]]);
        return { name: dragged.closest('[data-key]').dataset.key, from, to };
    }
    const name = dragged.dataset.part + ' in the drawing';
    const points = Array.from({ length: 49 }, (_, n) => [
        box.left + (box.width * ((n % 7) + 0.5)) / 7, box.top + (box.height * (Math.floor(n / 7) + 0.5)) / 7,
    ]);
    const hit = ([x, y]) => document.elementFromPoint(x, y)?.closest('[data-handle]')?.dataset.part;
    const from = points.find((point) => hit(point) === dragged.dataset.part) ?? points[24];
    const [right, down] = { x: [1, 0], y: [0, 1], xy: [1, 1] }[dragged.dataset.handle];
    const to = back_and_forth(0, -40, 40, 4).map((by) => [from[0] + right * by, from[1] + down * by]);
    return { name, from, to };";

/// Notes how long each callback of a frame takes.
const FRAMES: &str = "
    window.siteTestFrames = [];
    const plain = window.requestAnimationFrame;
    window.requestAnimationFrame = (callback) => plain((now) => {
        const start = performance.now();
        callback(now);
        siteTestFrames.push(performance.now() - start);
    });";

/// Waits until the words have followed the drawing: they move what is below them.
const REST: &str = "setTimeout(arguments[arguments.length - 1], 600)";

/// Notes how long each task takes in which a figure wakes.
const WATCH: &str = "
    window.siteTestWaking = [];
    const plain = window.setTimeout;
    window.setTimeout = (callback, ...rest) => {
        const wakes = document.querySelector('[data-waking]') && new Error().stack.includes('/lab-');
        return plain(() => {
            const start = performance.now();
            callback();
            if (wakes) siteTestWaking.push(performance.now() - start);
        }, ...rest);
    };";

fn main() {
    let (mut slower, mut named) = (slow::SLOWER, Vec::new());
    for argument in env::args().skip(1) {
        match argument.parse() {
            Ok(times) => slower = times,
            Err(_) => named.push(argument),
        }
    }
    if named.is_empty() {
        named = figures();
    }
    run(Engine::Chromium, Setup::default(), async |browser| {
        browser.viewport(800, 1600).await;
        let own_time = json!({ "timeDomain": "threadTicks" });
        browser.devtools("Performance.enable", own_time).await;
        for figure in &named {
            let route = ["/figures/", figure, "/"].concat();
            let tasks = waking(browser, &route, slower).await;
            println!("{figure}: its tasks of waking take {tasks:.0?} ms");
            frames(browser, &route, slower).await;
        }
    });
}

/// Every figure of the site, and the states.
fn figures() -> Vec<String> {
    let routes = site::routes().into_iter();
    let names = routes.filter_map(|route| {
        let name = route.strip_prefix("/figures/")?.strip_suffix('/')?;
        (!name.is_empty() && !name.contains('/')).then(|| name.to_owned())
    });
    names.chain(STATES.map(str::to_owned)).collect()
}

/// Drags all that can be dragged, and prints median and longest frame of each drag.
async fn frames(browser: &Browser, route: &str, slower: u32) {
    browser.open(route).await;
    browser.figure_awake("body").await;
    browser.script(FRAMES, &[]).await;
    slow::set_pace(browser, slower).await;
    for nth in 0.. {
        browser.script_async(REST, &[]).await;
        let way = browser.script(WAY, &[json!(nth), json!(MOVES)]).await;
        if way.is_null() {
            break;
        }
        mouse(browser, "mouseMoved", &way["from"]).await;
        mouse(browser, "mousePressed", &way["from"]).await;
        browser.script("siteTestFrames.length = 0", &[]).await;
        let mut taken = Vec::new();
        let mut before = in_scripts(browser).await;
        for point in way["to"].as_array().into_iter().flatten() {
            // The browser answers after the frame that it hands the event to the page in.
            mouse(browser, "mouseMoved", point).await;
            let now = in_scripts(browser).await;
            taken.push(now - before);
            before = now;
        }
        mouse(browser, "mouseReleased", &way["from"]).await;
        let drawn = browser.script("return siteTestFrames", &[]).await;
        let drawn = drawn.as_array().into_iter().flatten();
        let mut drawn: Vec<f64> = drawn.filter_map(Json::as_f64).collect();
        let frames = drawn.len();
        if frames == 0 {
            println!("  {}: moves nothing here", way["name"]);
            continue;
        }
        println!(
            "  {}: {:.1} ms to draw, at most {:.1}; with all that a move runs {:.1} ms ({frames} frames, {MOVES} moves)",
            way["name"],
            median(&mut drawn),
            drawn.last().copied().unwrap_or(f64::NAN),
            median(&mut taken),
        );
    }
    slow::set_pace(browser, 1).await;
}

/// How long the page's scripts have run so far, in milliseconds.
async fn in_scripts(browser: &Browser) -> f64 {
    let answer = browser.devtools("Performance.getMetrics", json!({})).await;
    let metrics = answer["metrics"].as_array().into_iter().flatten();
    let mut found = metrics.filter(|it| it["name"] == "ScriptDuration");
    let seconds = found.next().and_then(|it| it["value"].as_f64());
    seconds.unwrap_or(f64::NAN) * 1e3
}

async fn mouse(browser: &Browser, kind: &str, point: &Json) {
    let event = json!({
        "type": kind, "x": point[0], "y": point[1], "button": "left", "buttons": 1, "clickCount": 1,
    });
    browser.devtools("Input.dispatchMouseEvent", event).await;
}

/// What each task takes in which a figure wakes: words, drawing, elements, listeners. In milliseconds on the
/// clock; medians of some pages, each with code that has never run.
async fn waking(browser: &Browser, route: &str, slower: u32) -> Vec<f64> {
    let watch = browser
        .devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": WATCH }),
        )
        .await;
    let mut tasks = Vec::new();
    browser.devtools("Network.enable", json!({})).await;
    let past = json!({ "bypass": true });
    browser
        .devtools("Network.setBypassServiceWorker", past)
        .await;
    for _ in 0..WAKES {
        browser.load("/about/").await;
        browser
            .devtools("Network.clearBrowserCache", json!({}))
            .await;
        slow::set_pace(browser, slower).await;
        browser.open(route).await;
        browser.figure_awake("body").await;
        let taken = browser.script("return siteTestWaking", &[]).await;
        slow::set_pace(browser, 1).await;
        for (at, task) in taken.as_array().into_iter().flatten().enumerate() {
            if tasks.len() == at {
                tasks.push(Vec::new());
            }
            tasks[at].extend(task.as_f64());
        }
    }
    slow::forget(browser, watch["identifier"].clone()).await;
    tasks.iter_mut().map(|all| median(all)).collect()
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
