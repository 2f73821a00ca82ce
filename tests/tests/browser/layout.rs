//! No page scrolls sideways, from the smallest phone to a desktop, at normal and at double text size.

use site_tests::{browser::Browser, site};

in_engines!(chromium Chromium:
    no_route_scrolls_sideways => Setup::default(),
    no_route_scrolls_sideways_at_double_text => Setup::with_text_at(200),
);

/// 320 px is a 1280 px window at 400 % zoom.
const WIDTHS: [u32; 4] = [320, 360, 768, 1440];

async fn no_route_scrolls_sideways(browser: &Browser) {
    every_width(browser, &WIDTHS).await;
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
    every_width(browser, &WIDTHS[1..]).await;
}

async fn every_width(browser: &Browser, widths: &[u32]) {
    let mut wrong = Vec::new();
    let mut routes = site::routes();
    routes.push("/404.html".to_owned());
    for route in &routes {
        browser.open(route).await;
        for width in widths {
            browser.viewport(*width, 800).await;
            let wide = browser.sideways_scroll().await;
            if !wide.is_empty() {
                wrong.push(format!("{route} at {width} px: {}", wide.join("; ")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
