//! Passing a page on.

use serde_json::json;
use site_tests::browser::{Browser, Engine, Role, starting};

use crate::article::Article;

in_every_engine! {
    sharing_copies_the_address_of_the_page => Setup::default(),
    a_heading_gives_its_own_address => Setup::default(),
}

/// Lets the test read the clipboard, where the browser can be told so.
async fn allow_reading_the_clipboard(browser: &Browser) {
    if browser.engine == Engine::Chromium {
        let permissions = json!({ "origin": browser.origin(), "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        browser
            .devtools("Browser.grantPermissions", permissions)
            .await;
    }
}

/// Checks what was copied: in Chromium by reading the clipboard; the others show it to no script, so there
/// only the confirmation tells.
async fn was_copied(browser: &Browser, path: &str) {
    browser.page().says("Link copied.").await;
    if browser.engine == Engine::Chromium {
        let read = "const done = arguments[arguments.length - 1]; navigator.clipboard.readText().then(done, (error) => done(String(error)))";
        let text = browser.script_async(read, &[]).await;
        assert_eq!(text, json!(browser.address(path)));
    }
}

async fn sharing_copies_the_address_of_the_page(browser: &Browser) {
    let article = Article::first();
    browser.open(&article.route).await;
    allow_reading_the_clipboard(browser).await;
    browser.page().click(Role::Button, "Share").await;
    was_copied(browser, &article.route).await;
}

async fn a_heading_gives_its_own_address(browser: &Browser) {
    let article = Article::first();
    let section = &article.sections[1];
    browser.open(&article.route).await;
    allow_reading_the_clipboard(browser).await;
    let heading = browser
        .page()
        .get(Role::Heading, starting(&section.title))
        .await;
    let sign = browser
        .inside(&heading)
        .get(Role::Link, &format!("Copy link to {}", section.title))
        .await;
    browser.click(&sign).await;
    was_copied(browser, &article.address_of(section)).await;
    browser.arrives_at(&article.address_of(section)).await;
}
