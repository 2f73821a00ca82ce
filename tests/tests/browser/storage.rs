//! Storage that is refused, full, unreadable, newer, or shared with another tab: reading goes on, nothing is
//! lost, and the reader is told in one sentence.

use serde_json::{Value as Json, json};
use site_tests::{
    browser::{Browser, Role, containing, starting},
    wait,
};

use crate::article::Article;

in_every_engine! {
    without_storage_reading_goes_on => Setup::without_storage(),
    full_storage_is_told_and_nothing_is_lost => Setup::default(),
    an_unreadable_record_is_set_aside => Setup::default(),
    a_newer_record_is_never_overwritten => Setup::default(),
    two_tabs_add_to_each_other => Setup::default(),
}

const KEY: &str = "prime-mover.progress";

/// Marks a section of the article on the page, and waits until it shows.
async fn mark(browser: &Browser, article: &Article, index: usize) {
    let title = &article.sections[index].title;
    let region = browser.page().get(Role::Region, starting(title)).await;
    browser
        .inside(&region)
        .click(Role::Button, "Mark as read")
        .await;
    shows_read(browser, article, index).await;
}

async fn shows_read(browser: &Browser, article: &Article, index: usize) {
    let title = &article.sections[index].title;
    wait::until(&format!("{title:?} is read"), async || {
        let region = browser.page().get(Role::Region, starting(title)).await;
        let button = browser
            .inside(&region)
            .get(Role::Button, containing("ead"))
            .await;
        match button.attr("aria-pressed").await {
            Ok(Some(pressed)) if pressed == "true" => Ok(()),
            other => Err(format!("{other:?}")),
        }
    })
    .await;
}

/// The progress page, reached from inside the site, says this count.
async fn counts(browser: &Browser, article: &Article, count: usize) {
    let nav = browser.page().get(Role::Navigation, "Site").await;
    browser.inside(&nav).click(Role::Link, "Progress").await;
    browser.arrives_at("/progress/").await;
    let main = browser.page().get(Role::Main, containing("")).await;
    wait::until("the count of sections read", async || {
        let said = browser.words_of(&main).await;
        let words = format!("{count} of {} read", article.sections.len());
        if said.contains(&words) {
            Ok(())
        } else {
            Err(said)
        }
    })
    .await;
}

async fn without_storage_reading_goes_on(browser: &Browser) {
    let article = Article::first();
    browser.open(&article.route).await;
    let blocked = browser
        .script(
            "try { return window.localStorage === null } catch (error) { return true }",
            &[],
        )
        .await;
    assert_eq!(
        blocked,
        json!(true),
        "this browser was told to refuse storage"
    );
    browser
        .page()
        .says("does not let the site save anything")
        .await;
    mark(browser, &article, 0).await;
    counts(browser, &article, 1).await;
    let main = browser.page().get(Role::Main, containing("")).await;
    let said = browser.words_of(&main).await;
    assert!(
        said.contains("does not let the site save anything"),
        "the progress page says so too: {said}"
    );
}

async fn full_storage_is_told_and_nothing_is_lost(browser: &Browser) {
    let article = Article::first();
    browser.open(&article.route).await;
    mark(browser, &article, 0).await;
    // Another part of the site's address has used up all the room, also that of what can be made anew.
    // Until then the place on the page may still be noted.
    let before = browser
        .text_of(
            "localStorage.removeItem('prime-mover.brief');
             let piece = 'x'.repeat(1 << 20), count = 0;
             while (piece.length) {
               try { localStorage.setItem(`filler-${count}`, piece); count += 1; } catch { piece = piece.slice(1 + piece.length / 2); }
             }
             return localStorage.getItem('prime-mover.progress')",
        )
        .await;
    mark(browser, &article, 1).await;
    browser.page().says("storage is full").await;
    // What the sentence interrupted has the focus again.
    browser.page().click(Role::Button, "Close").await;
    let focus = browser.focus().await;
    assert!(focus.name.contains("ead"), "{focus:?}");
    assert_eq!(
        browser.stored(KEY).await.as_ref(),
        Some(&before),
        "what was stored is still there"
    );
    counts(browser, &article, 2).await;
}

async fn an_unreadable_record_is_set_aside(browser: &Browser) {
    const GARBAGE: &str = "{\"version\":1,\"read\":{oops";
    let article = Article::first();
    browser.backstage().await;
    browser.store(KEY, GARBAGE).await;
    browser.open(&article.route).await;
    browser.page().says("could not be read").await;
    mark(browser, &article, 0).await;

    let all = browser
        .script("return Object.entries(localStorage)", &[])
        .await;
    let entries: Vec<(String, String)> = serde_json::from_value(all).expect("pairs of texts");
    let aside = entries
        .iter()
        .find(|(key, _)| key.starts_with(&format!("{KEY}.unreadable")));
    assert_eq!(
        aside.map(|(_, text)| text.as_str()),
        Some(GARBAGE),
        "kept as it was: {entries:?}"
    );
    let record: Json =
        serde_json::from_str(&browser.stored(KEY).await.expect("a new record")).expect("readable");
    assert_eq!(record["version"], 2);
    browser.reload().await;
    shows_read(browser, &article, 0).await;
}

async fn a_newer_record_is_never_overwritten(browser: &Browser) {
    const NEWER: &str = "{\"version\": 4711, \"of\": [\"another\", \"time\"]}";
    let article = Article::first();
    browser.backstage().await;
    browser.store(KEY, NEWER).await;
    browser.open(&article.route).await;
    browser.page().says("newer version").await;
    mark(browser, &article, 0).await;
    counts(browser, &article, 1).await;
    assert_eq!(browser.stored(KEY).await.as_deref(), Some(NEWER));
    browser.reload().await;
    browser.page().says("newer version").await;
    assert_eq!(browser.stored(KEY).await.as_deref(), Some(NEWER));
}

async fn two_tabs_add_to_each_other(browser: &Browser) {
    let article = Article::first();
    browser.open(&article.route).await;
    let first = browser.client.window().await.expect("a window");
    let second = browser
        .client
        .new_window(false)
        .await
        .expect("another tab")
        .handle;
    browser
        .client
        .switch_to_window(second.clone())
        .await
        .expect("the second tab");
    browser.open(&article.route).await;
    mark(browser, &article, 1).await;

    browser
        .client
        .switch_to_window(first.clone())
        .await
        .expect("the first tab");
    shows_read(browser, &article, 1).await;
    browser.page().says("updated in another tab").await;
    mark(browser, &article, 0).await;

    browser
        .client
        .switch_to_window(second)
        .await
        .expect("the second tab");
    shows_read(browser, &article, 0).await;
    browser.reload().await;
    shows_read(browser, &article, 0).await;
    shows_read(browser, &article, 1).await;
}
