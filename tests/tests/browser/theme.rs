//! Light, dark, automatic.

use serde_json::json;
use site_tests::{
    browser::{Browser, Role},
    wait,
};

in_every_engine! {
    a_chosen_theme_stays_and_never_flashes => Setup::probed(),
}

async fn background(browser: &Browser) -> String {
    let color = browser
        .script(
            "return getComputedStyle(document.documentElement).backgroundColor",
            &[],
        )
        .await;
    color.as_str().unwrap_or_default().to_owned()
}

/// Chooses a theme by its name in the control.
async fn choose(browser: &Browser, name: &str) {
    let control = browser.page().get(Role::ComboBox, "Theme").await;
    control
        .select_by_label(name)
        .await
        .unwrap_or_else(|error| panic!("{name}: {error}"));
}

async fn shows(browser: &Browser, theme: &str) {
    wait::until(&format!("the theme {theme}"), async || {
        let now = browser.root_attribute("data-theme").await;
        if now.as_deref() == Some(theme) {
            Ok(())
        } else {
            Err(format!("{now:?}"))
        }
    })
    .await;
}

async fn a_chosen_theme_stays_and_never_flashes(browser: &Browser) {
    browser.open("/").await;
    choose(browser, "Light").await;
    shows(browser, "light").await;
    let light = background(browser).await;
    choose(browser, "Dark").await;
    shows(browser, "dark").await;
    let dark = background(browser).await;
    assert_ne!(light, dark, "the themes look different");

    for path in ["/", "/topics/"] {
        browser.open(path).await;
        // What the probe saw at the first frame that had a body: nothing is painted before that.
        let first = browser
            .script("return window.siteTestFirstFrame", &[])
            .await;
        assert_eq!(
            first,
            json!({ "theme": "dark", "background": dark }),
            "{path}: the first frame has the chosen theme"
        );
        let control = browser.page().get(Role::ComboBox, "Theme").await;
        let shown = browser
            .script(
                "return arguments[0].selectedOptions[0].textContent",
                &[site_tests::browser::argument(&control)],
            )
            .await;
        assert_eq!(shown, json!("Dark"), "{path}: the control shows it");
    }

    choose(browser, "Automatic").await;
    wait::until("the theme of the system", async || {
        let now = background(browser).await;
        if now == light { Ok(()) } else { Err(now) }
    })
    .await;
}
