//! axe-core finds no barrier, on any route, in both themes, at rest and in use.

use site_tests::{
    browser::{Browser, Role, containing, key::Key, starting},
    site, wait,
};

use crate::article::{Article, questions};

in_engines!(chromium Chromium:
    no_barrier_on_any_route_in_light => Setup::default(),
    no_barrier_on_any_route_in_dark => Setup::default(),
    no_barrier_on_any_route_on_a_phone => Setup::default(),
    no_barrier_while_in_use => Setup::default(),
);

const THEMES: [&str; 2] = ["light", "dark"];

fn all_routes() -> Vec<String> {
    let mut routes = site::routes();
    routes.push("/404.html".to_owned());
    routes
}

async fn every_route(browser: &Browser, theme: &str, routes: &[String]) {
    browser.prefer_color_scheme(theme).await;
    let mut found = Vec::new();
    for route in routes {
        browser.open(route).await;
        found.extend(
            browser
                .barriers()
                .await
                .into_iter()
                .map(|barrier| format!("{route} {theme}: {barrier}")),
        );
    }
    println!("{} routes in {theme}", routes.len());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

async fn no_barrier_on_any_route_in_light(browser: &Browser) {
    every_route(browser, "light", &all_routes()).await;
}

async fn no_barrier_on_any_route_in_dark(browser: &Browser) {
    every_route(browser, "dark", &all_routes()).await;
}

async fn no_barrier_on_any_route_on_a_phone(browser: &Browser) {
    browser.viewport(360, 740).await;
    // The pages of a figure's named states differ from the figure's own in nothing that width changes.
    let mut routes = all_routes();
    routes.retain(|route| route.matches('/').count() < 4);
    every_route(browser, "light", &routes).await;
}

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
