//! First views as a new reader with a slow phone on a slow line gets them. Chromium only.

use serde_json::{Value as Json, json};
use xtask::serve::{Served, Server};

use crate::browser::Browser;

/// Bytes per second of 1.6 Mbit/s.
const THROUGHPUT: u32 = 200_000;
const DELAY_MS: u32 = 150;
/// How many times slower the processor is made.
pub const SLOWER: u32 = 4;
/// What records painting, shifting and long tasks from the very start of a page.
const OBSERVE: &str = include_str!("scripts/observe.js");

/// One first view, in milliseconds and bytes. What the browser did not tell is `NaN`.
#[derive(Clone, Debug)]
pub struct View {
    /// First contentful paint.
    pub first_paint: f64,
    /// Largest contentful paint.
    pub largest_paint: f64,
    /// The sum of all layout shifts.
    pub layout_shift: f64,
    /// What tasks took beyond 50 ms each, summed.
    pub blocking: f64,
    /// When the app was live, so that questions are checked.
    pub ready: f64,
    /// When the first WebAssembly was asked for.
    pub wasm_asked: f64,
    /// When the app's glue was asked for.
    pub app_asked: f64,
    /// Begin and length of the tasks longer than 50 ms.
    pub tasks: String,
    /// Every answer of the server.
    pub served: Vec<Served>,
}

impl View {
    /// All bytes of all answers' bodies.
    pub fn bytes(&self) -> f64 {
        self.bytes_where(|_| true)
    }

    /// The bytes of the answers whose path, without its query, fits.
    pub fn bytes_where(&self, fits: impl Fn(&str) -> bool) -> f64 {
        let path = |it: &Served| it.target.split('?').next().unwrap_or_default().to_owned();
        let fitting = self.served.iter().filter(|answer| fits(&path(answer)));
        fitting.map(|answer| answer.bytes as f64).sum()
    }
}

/// Slows the line and the processor.
///
/// # Panics
/// If the browser refuses.
pub async fn slow_down(browser: &Browser) {
    browser.devtools("Network.enable", json!({})).await;
    let line = json!({
        "offline": false, "latency": DELAY_MS, "downloadThroughput": THROUGHPUT, "uploadThroughput": THROUGHPUT,
    });
    browser
        .devtools("Network.emulateNetworkConditions", line)
        .await;
    set_pace(browser, SLOWER).await;
}

/// Makes the processor so many times slower; 1 is its own pace.
///
/// # Panics
/// If the browser refuses.
pub async fn set_pace(browser: &Browser, slower: u32) {
    let rate = json!({ "rate": slower });
    browser
        .devtools("Emulation.setCPUThrottlingRate", rate)
        .await;
}

/// Lets every page that is loaded from now on be observed; gives what [`forget`] needs.
///
/// # Panics
/// If the browser refuses.
pub async fn observe(browser: &Browser) -> Json {
    let script = json!({ "source": OBSERVE });
    let observer = browser
        .devtools("Page.addScriptToEvaluateOnNewDocument", script)
        .await;
    observer["identifier"].clone()
}

/// Ends what [`observe`] began.
///
/// # Panics
/// If the browser refuses.
pub async fn forget(browser: &Browser, observer: Json) {
    let observer = json!({ "identifier": observer });
    browser
        .devtools("Page.removeScriptToEvaluateOnNewDocument", observer)
        .await;
}

/// Loads a page as a reader with a slow phone on a slow line does who has never been here.
///
/// # Panics
/// As [`new_view`].
pub async fn first_view(browser: &Browser, server: &Server, route: &str) -> View {
    slow_down(browser).await;
    new_view(browser, server, route).await
}

/// Loads a page as a reader does who has never been here, and waits until nothing more is asked for.
///
/// # Panics
/// If the page does not come to life, the server has no record, or nobody [`observe`]s.
pub async fn new_view(browser: &Browser, server: &Server, route: &str) -> View {
    let origin = server.url().trim_end_matches('/').to_owned();
    let blank = browser.client.goto("about:blank").await;
    blank.expect("an empty page");
    browser.devtools("Network.enable", json!({})).await;
    browser
        .devtools("Network.clearBrowserCache", json!({}))
        .await;
    let _ = server.served();
    let opened = browser.client.goto(&format!("{origin}{route}")).await;
    opened.unwrap_or_else(|error| panic!("{route}: {error}"));
    browser.ready().await;
    browser.settled().await;
    let seen = browser.script("return siteTestObserved()", &[]).await;
    let number = |name: &str| seen[name].as_f64().unwrap_or(f64::NAN);
    View {
        first_paint: number("firstPaint"),
        largest_paint: number("largestPaint"),
        layout_shift: number("layoutShift"),
        blocking: number("blocking"),
        ready: number("ready"),
        wasm_asked: number("wasmAsked"),
        app_asked: number("appAsked"),
        tasks: seen["tasks"].to_string(),
        served: server.served(),
    }
}
