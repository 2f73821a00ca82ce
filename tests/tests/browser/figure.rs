//! The live figure: moved by the keyboard, told in words, kept in a link.

use serde_json::json;
use site_tests::{
    browser::{Browser, Role, argument, containing, key::Key},
    page::{Page, words},
    wait,
};

in_every_engine! {
    a_figure_is_moved_told_and_linked => Setup::default(),
}

const ROUTE: &str = "/figures/one-leg-stance/";

/// What the figure says of its state.
async fn sentence(browser: &Browser) -> String {
    // The sentence is what describes the drawing; drawings have another role in each browser.
    let find = "const drawing = document.querySelector('figure svg[aria-describedby]');
        return document.getElementById(drawing.getAttribute('aria-describedby')).textContent";
    let text = browser.script(find, &[]).await;
    text.as_str()
        .unwrap_or_default()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// The name of the control of a state key, as the built page has it.
fn control(key: &str) -> String {
    words(Page::of(ROUTE).one(&format!("[data-key='{key}'] label")))
}

/// The live figure answers; until then it is a drawing.
async fn moves(browser: &Browser, key: Key) -> String {
    let slider = browser.page().get(Role::Slider, &control("lean")).await;
    let before = sentence(browser).await;
    wait::until("the figure answers to the key", async || {
        slider
            .send_keys(&key)
            .await
            .map_err(|error| error.to_string())?;
        let now = sentence(browser).await;
        if now == before { Err(now) } else { Ok(now) }
    })
    .await
}

async fn a_figure_is_moved_told_and_linked(browser: &Browser) {
    let page = Page::of(ROUTE);
    let written = words(page.one("[data-part=state]"));
    browser.open(ROUTE).await;
    assert_eq!(
        sentence(browser).await,
        written,
        "the live figure begins as it was written"
    );
    assert_eq!(
        browser.path().await,
        ROUTE,
        "the state it begins with is no part of the address"
    );

    let moved = moves(browser, Key::Right).await;
    let moved_further = moves(browser, Key::Right).await;
    assert_ne!(moved, moved_further);
    let address = wait::until("the state in the address", async || {
        let path = browser.path().await;
        if path.starts_with(&format!("{ROUTE}?")) && path.contains("lean=") {
            Ok(path)
        } else {
            Err(path)
        }
    })
    .await;
    let drawing = browser
        .script("return document.querySelector('figure svg').outerHTML", &[])
        .await;

    // The same state elsewhere: another tab, by the link alone.
    let other = browser
        .client
        .new_window(true)
        .await
        .expect("another tab")
        .handle;
    browser
        .client
        .switch_to_window(other)
        .await
        .expect("the other tab");
    browser.open(&address).await;
    wait::until("the same sentence from the link", async || {
        let now = sentence(browser).await;
        if now == moved_further {
            Ok(())
        } else {
            Err(now)
        }
    })
    .await;
    let slider = browser.page().get(Role::Slider, &control("lean")).await;
    let value = browser
        .script("return arguments[0].value", &[argument(&slider)])
        .await;
    assert!(
        address.contains(&format!("lean={}", value.as_str().unwrap_or_default())),
        "{value} in {address}"
    );
    let again = browser
        .script("return document.querySelector('figure svg').outerHTML", &[])
        .await;
    assert_eq!(again, drawing, "the same drawing");

    // And back to the start: the address is plain again.
    browser.page().click(Role::Button, "Reset").await;
    browser.arrives_at(ROUTE).await;
    wait::until("the first sentence", async || {
        let now = sentence(browser).await;
        if now == written { Ok(()) } else { Err(now) }
    })
    .await;
    let main = browser.page().get(Role::Main, containing("")).await;
    assert!(browser.words_of(&main).await.contains(&written));
    assert_ne!(drawing, json!(""), "there is a drawing");
}
