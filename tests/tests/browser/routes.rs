//! Every route loads and hydrates: no console error or warning, no policy violation, an unchanged document.

use site_tests::{browser::Browser, site};

in_engines!(chromium Chromium: every_route_comes_alive_in_peace => Setup::default());
in_engines!(firefox Firefox: every_route_comes_alive_in_peace => Setup::probed());
in_engines!(webkit WebKit: every_route_comes_alive_in_peace => Setup::probed());

async fn every_route_comes_alive_in_peace(browser: &Browser) {
    let mut wrong = Vec::new();
    let mut routes = site::routes();
    routes.push("/404.html".to_owned());
    for route in &routes {
        browser.open(route).await;
        // To the end and back, so that everything that wakes near the viewport wakes.
        browser.scroll_to(1e6).await;
        browser.settled().await;
        browser.scroll_to(0.0).await;
        wrong.extend(
            browser
                .problems()
                .await
                .into_iter()
                .map(|problem| format!("{route}: {problem}")),
        );
        wrong.extend(
            browser
                .changes_of_the_document()
                .await
                .into_iter()
                .map(|change| format!("{route}: {change}")),
        );
    }
    println!("{} routes in {:?}", routes.len(), browser.engine);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
