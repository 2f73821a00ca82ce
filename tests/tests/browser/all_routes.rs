//! Every route, each loaded once: it comes alive in peace, keeps to itself, has no barrier in light, in dark and on
//! a phone, and never scrolls sideways.

use serde_json::json;
use site_tests::{browser::Browser, site};

in_engines!(chromium Chromium:
    one_half_of_the_routes_is_sound => Setup::default(),
    the_other_half_of_the_routes_is_sound => Setup::default(),
    no_route_scrolls_sideways_at_double_text => Setup::with_text_at(200),
);
in_engines!(firefox Firefox: every_route_comes_alive_in_peace => Setup::probed());
in_engines!(webkit WebKit: every_route_comes_alive_in_peace => Setup::probed());

/// 320 px is a 1280 px window at 400 % zoom.
const WIDTHS: [u32; 4] = [320, 768, 1440, 360];
/// What a theme can break: every other rule of axe-core says the same in both.
const RULES_OF_COLOR: [&str; 2] = ["color-contrast", "link-in-text-block"];

/// What the page's policies refused, from its very start.
const RECORDER: &str = "(() => {
    window.siteTestRefused = [];
    addEventListener('securitypolicyviolation', (event) =>
        window.siteTestRefused.push(`${event.violatedDirective} ${event.blockedURI} ${event.disposition}`));
})()";
const REPORT: &str = "return {
    refused: window.siteTestRefused,
    asked: performance.getEntriesByType('resource').map((entry) => entry.name),
    cookie: document.cookie,
}";

fn all_routes() -> Vec<String> {
    let mut routes = site::routes();
    routes.push("/404.html".to_owned());
    routes
}

async fn one_half_of_the_routes_is_sound(browser: &Browser) {
    are_sound(browser, all_routes().into_iter().step_by(2)).await;
}

async fn the_other_half_of_the_routes_is_sound(browser: &Browser) {
    are_sound(browser, all_routes().into_iter().skip(1).step_by(2)).await;
}

async fn are_sound(browser: &Browser, routes: impl Iterator<Item = String>) {
    let script = json!({ "source": RECORDER });
    browser
        .devtools("Page.addScriptToEvaluateOnNewDocument", script)
        .await;
    let mut wrong = Vec::new();
    let (mut visited, mut asked) = (0, 0);
    for route in routes {
        let mut tell = |when: &str, found: Vec<String>| {
            wrong.extend(found.into_iter().map(|it| format!("{route}{when}: {it}")));
        };
        browser.viewport(1280, 800).await;
        browser.prefer_color_scheme("light").await;
        browser.open(&route).await;
        tell("", troubles(browser).await);
        let (count, foreign) = foreign(browser).await;
        asked += count;
        tell("", foreign);
        tell(" in light", browser.barriers().await);
        browser.prefer_color_scheme("dark").await;
        tell(" in dark", browser.barriers_of(&RULES_OF_COLOR).await);
        browser.prefer_color_scheme("light").await;
        for width in WIDTHS {
            browser.viewport(width, 800).await;
            tell(&format!(" at {width} px"), browser.sideways_scroll().await);
        }
        // The last width is a phone's.
        tell(" on a phone", browser.barriers().await);
        visited += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    println!("{asked} requests on {visited} routes");
    assert!(asked > visited, "requests were recorded");
}

/// Problems in the console and changes of the document, after everything near the viewport has woken.
async fn troubles(browser: &Browser) -> Vec<String> {
    browser.scroll_to(1e6).await;
    browser.settled().await;
    browser.scroll_to(0.0).await;
    let mut found = browser.problems().await;
    found.extend(browser.changes_of_the_document().await);
    found
}

/// How much the page asked for, and what of it no page may do: ask elsewhere, be refused by its policy, set a cookie.
async fn foreign(browser: &Browser) -> (usize, Vec<String>) {
    let report = browser.script(REPORT, &[]).await;
    let list = |name: &str| report[name].as_array().cloned().unwrap_or_default();
    let own = format!("{}/", browser.origin());
    let mut found: Vec<String> = list("refused")
        .into_iter()
        .map(|refused| format!("refused {refused}"))
        .collect();
    let asked = list("asked");
    found.extend(
        asked
            .iter()
            .filter_map(|address| address.as_str())
            .filter(|address| !address.starts_with(&own) && !address.starts_with("data:"))
            .map(|address| format!("asked for {address}")),
    );
    if report["cookie"] != json!("") {
        found.push(format!("cookie {}", report["cookie"]));
    }
    (asked.len(), found)
}

async fn every_route_comes_alive_in_peace(browser: &Browser) {
    let mut wrong = Vec::new();
    for route in all_routes() {
        browser.open(&route).await;
        let found = troubles(browser).await;
        wrong.extend(found.into_iter().map(|it| format!("{route}: {it}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

async fn no_route_scrolls_sideways_at_double_text(browser: &Browser) {
    let size = browser
        .script(
            "return parseFloat(getComputedStyle(document.documentElement).fontSize)",
            &[],
        )
        .await;
    assert!(
        size.as_f64().is_some_and(|size| size >= 32.0),
        "the browser was told to double its text: {size}"
    );
    let mut wrong = Vec::new();
    // The pages of a figure's named states differ from the figure's own in nothing that width changes.
    let own = |route: &String| !(route.starts_with("/figures/") && route.matches('/').count() > 3);
    for route in all_routes().into_iter().filter(own) {
        browser.open(&route).await;
        for width in [360, 768, 1440] {
            browser.viewport(width, 800).await;
            let wide = browser.sideways_scroll().await;
            wrong.extend(
                wide.into_iter()
                    .map(|it| format!("{route} at {width} px: {it}")),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
