//! Markup where none belongs: in addresses, in the stored record, in a file. It is shown as text.

use serde_json::json;
use site_tests::{
    browser::{Browser, Role, starting},
    site, wait,
};

use crate::article::Article;
use crate::progress::load_copy;

in_engines!(chromium Chromium:
    markup_in_an_address_stays_text => Setup::default(),
    markup_in_records_and_files_stays_text => Setup::default(),
);

const MARKUP: &str = "<img src=x onerror=\"window.siteTestHit=1\">";

/// Nothing of the markup has become an element, and nothing of it ran.
async fn is_harmless(browser: &Browser, what: &str) {
    browser.settled().await;
    let found = browser
        .script(
            "return [window.siteTestHit ?? null, document.querySelectorAll('[onerror], img[src=\"x\"]').length]",
            &[],
        )
        .await;
    assert_eq!(found, json!([null, 0]), "{what}");
}

async fn markup_in_an_address_stays_text(browser: &Browser) {
    let encoded = "%3Cimg%20src%3Dx%20onerror%3D%22window.siteTestHit%3D1%22%3E";
    let mut routes: Vec<String> = site::routes();
    // One page of each kind.
    routes.sort_by_key(|route| route.split('/').take(2).collect::<String>());
    routes.dedup_by_key(|route| {
        let deep = route.trim_matches('/').contains('/');
        (route.split('/').nth(1).map(str::to_owned), deep)
    });
    assert!(routes.len() > 8, "{routes:?}");
    for route in routes {
        for rest in [
            format!("?q={encoded}&t={encoded}&n={encoded}&side={encoded}&{encoded}={encoded}"),
            format!("#{encoded}"),
        ] {
            let address = format!("{route}{rest}");
            browser.open(&address).await;
            is_harmless(browser, &address).await;
        }
    }
}

async fn markup_in_records_and_files_stays_text(browser: &Browser) {
    let article = Article::first();
    let section = &article.sections[0].title;
    browser.open(&article.route).await;
    let region = browser.page().get(Role::Region, starting(section)).await;
    browser
        .inside(&region)
        .click(Role::Button, "Mark as read")
        .await;
    let stored = wait::until("a stored record", async || {
        let stored = browser.stored("prime-mover.progress").await;
        stored
            .filter(|text| text.contains(section.as_str()))
            .ok_or_else(|| "none with the section's title".to_owned())
    })
    .await;
    let markup = json!(MARKUP).to_string();
    let quoted = |title: &str| json!(title).to_string();
    let hostile = stored
        .replace(&quoted(&article.title), &markup)
        .replace(&quoted(section), &markup);
    assert!(hostile.contains(&markup), "{stored}");

    // As stored by another program.
    browser.backstage().await;
    browser.store("prime-mover.progress", &hostile).await;
    for route in ["/progress/", "/", &article.route] {
        browser.open(route).await;
        is_harmless(browser, route).await;
    }
    // As a file that somebody sent.
    browser.backstage().await;
    browser.script("localStorage.clear()", &[]).await;
    browser.open("/progress/").await;
    load_copy(browser, "copy.json", &hostile).await;
    let preview = browser.page().get(Role::Group, "Preview").await;
    is_harmless(browser, "the preview").await;
    browser.inside(&preview).click(Role::Button, "Merge").await;
    browser.page().says("merged").await;
    is_harmless(browser, "the merged record").await;
    wait::until("the markup as text", async || {
        let text = browser.script("return document.body.innerText", &[]).await;
        let text = text.as_str().unwrap_or_default().to_owned();
        if text.contains("<img src=x") {
            Ok(())
        } else {
            Err(text)
        }
    })
    .await;
}
