//! A figure or a quiz inside another page.

use serde_json::json;
use site_tests::{
    browser::{Browser, Role, containing},
    wait,
};

use crate::article::questions;

in_every_engine! {
    a_frame_gets_the_height_that_it_asks_for => Setup::default(),
    a_quiz_in_a_frame_is_answered => Setup::default(),
}
in_engines!(chromium_only Chromium: what_stands_in_a_frame_has_no_barrier => Setup::default());

/// Puts a page into a frame of the page that is shown, with the lines that the share sheet gives.
/// The outer page stands in for another site; only its listener knows of the frame.
const FRAME: &str = r#"
    const frame = document.createElement("iframe");
    frame.src = arguments[0];
    frame.width = "100%";
    frame.height = "100";
    addEventListener("message", ({ origin, source, data }) => {
      const frame = [...document.querySelectorAll("iframe")].find((it) => it.contentWindow === source);
      if (origin === location.origin && frame && data.primeMoverHeight > 0) frame.height = data.primeMoverHeight;
    });
    document.body.replaceChildren(frame);
"#;

/// The frame's height, and what its page needs.
const HEIGHTS: &str = r#"
    const frame = document.querySelector("iframe");
    const inside = frame.contentDocument;
    return [Number(frame.height), Math.ceil(inside?.body?.getBoundingClientRect().height ?? 0)];
"#;

async fn fits(browser: &Browser) -> f64 {
    wait::until("the height of the frame", async || {
        let heights = browser.script(HEIGHTS, &[]).await;
        let height = |at: usize| heights[at].as_f64().unwrap_or_default();
        if height(0) > 300.0 && height(0) == height(1) {
            Ok(height(0))
        } else {
            Err(heights.to_string())
        }
    })
    .await
}

async fn a_frame_gets_the_height_that_it_asks_for(browser: &Browser) {
    // A file without scripts and policy of its own, as another site's page.
    browser.backstage().await;
    let address = browser.address("/embed/figures/one-leg-stance/?lean=5&theme=dark");
    browser.script(FRAME, &[json!(address)]).await;
    let before = fits(browser).await;
    let state = r#"return document.querySelector("iframe").contentDocument.querySelector("a[data-part=open]").getAttribute("href")"#;
    wait::until("the state of the address", async || {
        let state = browser.script(state, &[]).await;
        if state == json!("/figures/one-leg-stance/?lean=5") {
            Ok(())
        } else {
            Err(state.to_string())
        }
    })
    .await;
    let theme =
        r#"return document.querySelector("iframe").contentDocument.documentElement.dataset.theme"#;
    assert_eq!(browser.script(theme, &[]).await, json!("dark"));
    let open = r#"document.querySelector("iframe").contentDocument.querySelector("details.figure-table summary").click()"#;
    browser.script(open, &[]).await;
    wait::until("a higher frame", async || {
        let after = fits(browser).await;
        if after > before {
            Ok(())
        } else {
            Err(format!("{before} and {after}"))
        }
    })
    .await;
}

async fn a_quiz_in_a_frame_is_answered(browser: &Browser) {
    let (route, _) = questions("one").remove(0);
    browser.open(&format!("/embed{route}")).await;
    let answer = "const form = document.querySelector('form.question[data-kind=one]');
        form.querySelector('input').click();
        form.requestSubmit()";
    browser.script(answer, &[]).await;
    browser.page().first(Role::Button, "Try again").await;
    let credit = browser.page().get(Role::Link, "Prime Mover").await;
    assert_eq!(
        credit
            .attr("target")
            .await
            .expect("an attribute")
            .as_deref(),
        Some("_blank")
    );
    assert!(
        browser
            .page()
            .all(Role::Navigation, containing(""))
            .await
            .is_empty(),
        "the frame has no way through the site"
    );
}

async fn what_stands_in_a_frame_has_no_barrier(browser: &Browser) {
    let (route, _) = questions("one").remove(0);
    for path in [
        format!("/embed{route}"),
        "/embed/figures/one-leg-stance/".to_owned(),
    ] {
        for theme in ["light", "dark"] {
            browser.prefer_color_scheme(theme).await;
            browser.open(&path).await;
            let found = browser.barriers().await;
            assert!(found.is_empty(), "{path} {theme}:\n{}", found.join("\n"));
        }
    }
}
