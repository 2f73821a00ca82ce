//! axe-core finds no barrier while a page is in use, in both themes.

use site_tests::{
    browser::{Browser, Role, containing, key::Key, starting},
    wait,
};

use crate::article::{Article, questions};

in_engines!(chromium Chromium:
    no_barrier_while_in_use => Setup::default(),
);

const THEMES: [&str; 2] = ["light", "dark"];

async fn no_barrier_while_in_use(browser: &Browser) {
    let article = Article::first();
    let (route, question) = questions("one").remove(0);
    for theme in THEMES {
        browser.prefer_color_scheme(theme).await;
        let none = async |state: &str| {
            let found = browser.barriers().await;
            assert!(found.is_empty(), "{state}, {theme}:\n{}", found.join("\n"));
        };

        browser.open(&article.route).await;
        let source = browser
            .page()
            .first(Role::Button, starting("Source 1"))
            .await;
        source
            .send_keys(&Key::Enter)
            .await
            .expect("Enter on the button");
        browser.page().get(Role::Note, starting("Source 1")).await;
        none("a popover open").await;
        browser.press(&[Key::Escape]).await;
        browser.page().gone(Role::Note, starting("Source 1")).await;
        browser.page().click(Role::Button, "Share").await;
        browser.page().get(Role::Button, "Copy link").await;
        none("the sheet open").await;

        browser.open(&route).await;
        let form = browser
            .page()
            .get(Role::Group, starting(&question.stem))
            .await;
        for (name, right) in [(true, true), (false, false)].map(|(first, _)| {
            let index = question
                .choices
                .iter()
                .position(|(_, correct)| *correct == first)
                .unwrap_or_default();
            (question.choices[index].0.clone(), first)
        }) {
            browser.inside(&form).click(Role::Radio, &name).await;
            browser.press(&[Key::Enter]).await;
            browser
                .page()
                .says(if right { "Correct." } else { "Not yet." })
                .await;
            none("a checked question").await;
            let again = browser.page().first(Role::Button, "Try again").await;
            browser.click(&again).await;
            wait::until("the question open again", async || {
                match browser.page().all(Role::Link, "Read this part").await.len() {
                    0 => Ok(()),
                    count => Err(format!("{count} explanations")),
                }
            })
            .await;
        }

        browser.open(&article.route).await;
        let region = browser
            .page()
            .get(Role::Region, starting(&article.sections[0].title))
            .await;
        let button = browser
            .inside(&region)
            .get(Role::Button, containing("ead"))
            .await;
        browser.click(&button).await;
        browser.open("/progress/").await;
        browser.page().get(Role::Link, &article.title).await;
        none("the progress page with progress").await;
        browser.open("/").await;
        browser.page().first(Role::Link, starting("Continue")).await;
        none("the home page with a place to continue").await;
    }
}
