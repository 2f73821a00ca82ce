//! The line is cut, or slow. Chromium's own protocol cuts it.

use serde_json::{Value as Json, json};
use site_tests::{
    browser::{Browser, Role},
    wait,
};

use crate::article::Article;

in_engines!(chromium Chromium:
    offline_is_said_and_the_page_stays => Setup::default(),
    waiting_shows_after_a_moment => Setup::default(),
    a_slow_way_back_leads_to_where_the_reader_was => Setup::default(),
);

/// Cuts the line, or makes each answer take so long.
pub(crate) async fn line(browser: &Browser, offline: bool, latency_ms: u32) {
    let conditions = json!({ "offline": offline, "latency": latency_ms, "downloadThroughput": -1, "uploadThroughput": -1 });
    browser.devtools("Network.enable", json!({})).await;
    browser
        .devtools("Network.emulateNetworkConditions", conditions)
        .await;
}

async fn offline_is_said_and_the_page_stays(browser: &Browser) {
    let article = Article::nth(1);
    browser.open("/topics/").await;
    line(browser, true, 0).await;
    browser.page().click(Role::Link, &article.title).await;
    browser.page().says("You are offline").await;
    assert_eq!(
        browser.path().await,
        "/topics/",
        "the reader is still where they were"
    );
    browser.page().get(Role::Heading, "Topics").await;

    line(browser, false, 0).await;
    browser.page().click(Role::Link, &article.title).await;
    browser.arrives_at(&article.route).await;
    browser.page().get(Role::Heading, &article.title).await;
}

async fn a_slow_way_back_leads_to_where_the_reader_was(browser: &Browser) {
    const Y: f64 = 300.0;
    let article = Article::nth(1);
    browser.open("/topics/").await;
    browser.scroll_to(Y).await;
    let noted = "return Object.values(history.state ?? {}).includes(300)";
    wait::until("the place on the history entry", async || {
        match browser.script(noted, &[]).await {
            Json::Bool(true) => Ok(()),
            other => Err(other.to_string()),
        }
    })
    .await;
    let go = "document.querySelector(`main a[href=\"${arguments[0]}\"]`).click()";
    browser.script(go, &[json!(article.route)]).await;
    browser.arrives_at(&article.route).await;
    line(browser, false, 2_000).await;
    // The article is still there when the address has changed; how far it is scrolled then is not the
    // list's place.
    let back =
        "addEventListener('popstate', () => scrollTo(0, 900), { once: true }); history.back()";
    browser.script(back, &[]).await;
    browser.arrives_at("/topics/").await;
    browser.page().get(Role::Heading, "Topics").await;
    wait::until("the place in the list", async || {
        let now = browser.scroll().await;
        if (now - Y).abs() <= 2.0 {
            Ok(())
        } else {
            Err(now.to_string())
        }
    })
    .await;
}

async fn waiting_shows_after_a_moment(browser: &Browser) {
    let article = Article::nth(1);
    browser.open("/topics/").await;
    line(browser, false, 2_000).await;
    browser.page().click(Role::Link, &article.title).await;
    wait::until("a sign of waiting", async || {
        // Hidden from assistive technology, so it has no role to be found by.
        let state = browser
            .script(
                "return document.querySelector('.page-progress').dataset.state",
                &[],
            )
            .await;
        if state == json!("loading") {
            Ok(())
        } else {
            Err(state.to_string())
        }
    })
    .await;
    browser.arrives_at(&article.route).await;
    wait::until("no sign of waiting", async || {
        let state = browser
            .script(
                "return document.querySelector('.page-progress').dataset.state",
                &[],
            )
            .await;
        if state == json!("loading") {
            Err(state.to_string())
        } else {
            Ok(())
        }
    })
    .await;
}
