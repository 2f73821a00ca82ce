//! Going through the site: links, back and forward, deep links.

use serde_json::json;
use site_tests::{
    browser::{Browser, Role, argument, key::Key, starting},
    page::{Page, words},
    wait,
};

use crate::{article::Article, offline::line};

in_every_engine! {
    back_and_forward_restore_place_and_title => Setup::default(),
    a_deep_link_leads_to_its_heading => Setup::default(),
    the_first_key_skips_to_the_content => Setup::default(),
    a_first_visit_has_the_family_of_the_text => Setup::default(),
}
in_engines!(chromium_only Chromium:
    on_a_slow_line_it_comes_with_the_next_page => Setup::default(),
);

/// Waits until the document has this title.
async fn titled(browser: &Browser, title: &str) {
    wait::until(&format!("the title {title:?}"), async || {
        let now = browser.title().await;
        if now == title { Ok(()) } else { Err(now) }
    })
    .await;
}

/// Waits until the page is scrolled to a place.
async fn scrolled(browser: &Browser, y: f64) {
    wait::until(&format!("scrolled to {y}"), async || {
        let now = browser.scroll().await;
        if (now - y).abs() <= 2.0 {
            Ok(())
        } else {
            Err(format!("{now}"))
        }
    })
    .await;
}

async fn back_and_forward_restore_place_and_title(browser: &Browser) {
    let article = Article::nth(1);
    let list = words(Page::of("/topics/").one("head > title"));
    browser.open("/topics/").await;
    browser.script("window.siteTestSamePage = true", &[]).await;
    let link = browser.page().get(Role::Link, &article.title).await;
    // A click brings its target to the middle of the window; be there before.
    let y = browser.top_of(&link).await + browser.scroll().await;
    browser.scroll_to(y - 300.0).await;
    browser
        .script(
            "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })",
            &[argument(&link)],
        )
        .await;
    let y = browser.scroll().await;
    // The place is noted when scrolling rests; a reader takes longer than that to find a link and click it.
    wait::until("the place is noted on the history entry", async || {
        let state = browser
            .script("return JSON.stringify(history.state)", &[])
            .await;
        let noted = state.as_str().unwrap_or_default().to_owned();
        if y == 0.0 || noted.contains(&format!("{}", y.round() as i64)) {
            Ok(())
        } else {
            Err(noted)
        }
    })
    .await;
    browser.click(&link).await;

    browser.arrives_at(&article.route).await;
    titled(browser, &article.document_title).await;
    browser.focus_on("title").await;
    scrolled(browser, 0.0).await;
    browser.scroll_to(777.0).await;
    browser.client.back().await.expect("back");

    browser.arrives_at("/topics/").await;
    titled(browser, &list).await;
    scrolled(browser, y).await;
    browser.page().get(Role::Link, &article.title).await;
    browser.client.forward().await.expect("forward");

    browser.arrives_at(&article.route).await;
    titled(browser, &article.document_title).await;
    browser.page().get(Role::Heading, &article.title).await;
    let same = browser
        .script("return window.siteTestSamePage === true", &[])
        .await;
    assert_eq!(
        same,
        json!(true),
        "the frame of the page was never loaded again"
    );
    assert!(
        browser.problems().await.is_empty()
            || browser.engine != site_tests::browser::Engine::Chromium
    );
}

async fn a_deep_link_leads_to_its_heading(browser: &Browser) {
    let article = Article::first();
    let section = &article.sections[article.sections.len() - 2];
    browser.open(&article.address_of(section)).await;
    let heading = browser
        .page()
        .get(Role::Heading, starting(&section.title))
        .await;
    wait::until("the heading near the top of the window", async || {
        let top = browser.top_of(&heading).await;
        if (-1.0..200.0).contains(&top) {
            Ok(())
        } else {
            Err(format!("at {top}"))
        }
    })
    .await;
    assert_eq!(browser.path().await, article.address_of(section));
    assert_eq!(browser.title().await, article.document_title);
}

async fn the_first_key_skips_to_the_content(browser: &Browser) {
    browser.open("/topics/").await;
    browser.press(&[Key::Tab]).await;
    let focus = browser.focus().await;
    assert_eq!(
        (focus.role.as_str(), focus.name.as_str()),
        ("link", "Skip to content")
    );
    browser.press(&[Key::Enter]).await;
    browser.focus_on("main").await;
    browser.press(&[Key::Tab]).await;
    let inside = browser
        .script(
            "return document.activeElement.closest('main') !== null",
            &[],
        )
        .await;
    assert_eq!(inside, json!(true), "the next stop is inside the content");
}

/// The first family of the text that the style asks for.
async fn family(browser: &Browser) -> String {
    let family = "return getComputedStyle(document.body).fontFamily.split(',')[0]";
    let family = browser.script(family, &[]).await;
    family.as_str().unwrap_or_default().to_owned()
}

async fn a_first_visit_has_the_family_of_the_text(browser: &Browser) {
    // A machine with other work may be slow once.
    wait::until("the family from the first paint on", async || {
        browser.backstage().await;
        browser.script("localStorage.clear()", &[]).await;
        browser.open("/topics/").await;
        match family(browser).await {
            family if family == "Literata" => Ok(()),
            other => Err(other),
        }
    })
    .await;
}

async fn on_a_slow_line_it_comes_with_the_next_page(browser: &Browser) {
    line(browser, false, 300).await;
    let article = Article::nth(1);
    browser.open("/topics/").await;
    let first = family(browser).await;
    assert_eq!(first, "Literata-Georgia", "nothing is laid out twice");
    // It is fetched when the reader has moved and rests.
    browser.scroll_to(40.0).await;
    wait::until("the family is here", async || {
        let here = "return document.documentElement.dataset.font ?? ''";
        match browser.script(here, &[]).await {
            found if found == json!("next") => Ok(()),
            found => Err(found.to_string()),
        }
    })
    .await;
    assert_eq!(family(browser).await, first, "lines stay where they are");
    browser.page().click(Role::Link, &article.title).await;
    browser.arrives_at(&article.route).await;
    assert_eq!(family(browser).await, "Literata");
    // And from then on from the first paint.
    browser.reload().await;
    assert_eq!(family(browser).await, "Literata");
}
