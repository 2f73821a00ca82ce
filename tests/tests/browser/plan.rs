//! Making a reading plan for somebody, and following one.

use serde_json::{Value as Json, json};
use site_tests::{
    browser::{Browser, Role, containing, starting},
    wait,
};

use crate::article::Article;

in_every_engine! {
    a_plan_is_made_passed_on_and_followed => Setup::default(),
    what_cannot_be_read_is_told_and_the_rest_is_shown => Setup::default(),
}
in_engines!(chromium_only Chromium: a_plan_has_no_barrier => Setup::default());

fn slug(article: &Article) -> &str {
    article
        .route
        .trim_start_matches("/topics/")
        .trim_end_matches('/')
}

/// The value of a script, once it is what it should be.
async fn becomes(browser: &Browser, what: &str, script: &str, expected: Json) {
    wait::until(what, async || {
        let found = browser.script(script, &[]).await;
        if found == expected {
            Ok(())
        } else {
            Err(found.to_string())
        }
    })
    .await;
}

const LINK: &str = "return document.querySelector('.plan-result input')?.value ?? ''";
const ENTRIES: &str = "return [...document.querySelectorAll('.plan-list .plan-entry > a')].map((it) => it.textContent)";

async fn a_plan_is_made_passed_on_and_followed(browser: &Browser) {
    let (first, second) = (Article::first(), Article::nth(1));
    browser.open("/plan/").await;
    browser.page().get(Role::Heading, "1. Choose").await;
    let open = "document.querySelector('details[data-list=\"0\"] summary').click()";
    browser.script(open, &[]).await;
    for article in [&second, &first] {
        browser
            .page()
            .click(Role::Checkbox, article.title.as_str())
            .await;
        browser
            .page()
            .says(&format!("{} is in the plan.", article.title))
            .await;
    }
    // The second one comes first, without a drag; the focus stays with it.
    let up = format!("Up: {}", first.title);
    browser.page().click(Role::Button, up.as_str()).await;
    browser
        .page()
        .says(&format!("{} is now number 1 of 2.", first.title))
        .await;
    let focus = browser.focus().await;
    assert_eq!(focus.name, format!("Down: {}", first.title));
    let note = "const note = document.querySelector('#plan-note-text');
        note.value = '<b>For</b> Tuesday & later';
        note.dispatchEvent(new Event('input', { bubbles: true }))";
    browser.script(note, &[]).await;
    let path = format!(
        "/plan/?t={},{}&n=%3Cb%3EFor%3C%2Fb%3E+Tuesday+%26+later",
        slug(&first),
        slug(&second)
    );
    becomes(browser, "the link", LINK, json!(browser.address(&path))).await;
    browser.page().click(Role::Button, "Copy link").await;
    browser.page().says("Link copied.").await;
    // Nothing is lost by a reload: the plan is in the address.
    browser.arrives_at(&format!("{path}#make")).await;
    browser.reload().await;
    becomes(
        browser,
        "the link after a reload",
        LINK,
        json!(browser.address(&path)),
    )
    .await;

    browser.open(&path).await;
    becomes(
        browser,
        "the titles",
        ENTRIES,
        json!([first.title, second.title]),
    )
    .await;
    let note = "return [document.querySelector('.plan-note blockquote').textContent, document.querySelector('.plan-note b')]";
    assert_eq!(
        browser.script(note, &[]).await,
        json!(["<b>For</b> Tuesday & later", null]),
        "HTML in a note is text"
    );
    browser.page().says("You have done 0 of 2").await;
    browser.page().click(Role::Link, first.title.as_str()).await;
    browser.arrives_at(&first.route).await;
    let mark = "document.querySelectorAll('[data-action=toggle-read]').forEach((it) => it.click())";
    browser.script(mark, &[]).await;
    browser.page().first(Role::Button, containing("ead")).await;
    browser.open(&path).await;
    browser.page().says("You have done 1 of 2").await;
    let far = "return [...document.querySelectorAll('.plan-far')].map((it) => it.textContent)";
    becomes(browser, "how far", far, json!(["Done", "Not started"])).await;
}

async fn what_cannot_be_read_is_told_and_the_rest_is_shown(browser: &Browser) {
    let article = Article::first();
    let path = format!(
        "/plan/?v=9&t=%3Cimg%20src=x%20onerror=document.title='no'%3E,{},no-such-topic,f:one-leg-stance;lean=5&n=%00&x=1",
        slug(&article)
    );
    browser.open(&path).await;
    browser.page().get(Role::Link, article.title.as_str()).await;
    let words = "return document.querySelector('[data-desk=plan]').textContent";
    wait::until("every entry", async || {
        let words = browser.script(words, &[]).await;
        let words = words.as_str().unwrap_or_default();
        let parts = [
            "A newer version of this site made this plan",
            "This part of the link could not be read: <img src=x onerror",
            "This page is not on this site",
        ];
        match parts.iter().find(|part| !words.contains(**part)) {
            None => Ok(()),
            Some(part) => Err(format!("{part:?} is missing in {words:?}")),
        }
    })
    .await;
    assert_eq!(
        browser
            .script("return document.querySelectorAll('main img').length", &[])
            .await,
        json!(0)
    );
    browser
        .page()
        .click(Role::Link, starting("Standing on one leg"))
        .await;
    browser.arrives_at("/figures/one-leg-stance/?lean=5").await;
}

async fn a_plan_has_no_barrier(browser: &Browser) {
    let article = Article::first();
    let path = format!("/plan/?t={},f:one-leg-stance,x:y&n=A+note", slug(&article));
    for theme in ["light", "dark"] {
        browser.prefer_color_scheme(theme).await;
        for end in ["", "#make"] {
            browser.backstage().await;
            browser.open(&[&path, end].concat()).await;
            browser
                .page()
                .first(
                    Role::Heading,
                    starting(if end.is_empty() { "Take" } else { "1." }),
                )
                .await;
            let found = browser.barriers().await;
            assert!(found.is_empty(), "{end} {theme}:\n{}", found.join("\n"));
        }
        browser.page().click(Role::Button, "Share").await;
        browser.page().get(Role::Heading, "Share").await;
        let found = browser.barriers().await;
        assert!(found.is_empty(), "sheet {theme}:\n{}", found.join("\n"));
    }
}
