//! The harness itself: what it is there to find, it finds. Each fault is planted in a small page.

use std::fs;

use serde_json::json;
use site_tests::{
    browser::{Browser, Engine, Role, Setup, run},
    site,
};
use xtask::serve::{Options, Server};

/// Serves one small page and opens it.
async fn open(browser: &Browser, name: &str, body: &str) -> Server {
    let folder = site::scratch(&format!("planted-{name}"));
    let page = format!(
        "<!doctype html><html lang=en><head><title>Planted</title><link rel=icon href='data:,'>\
         <meta name=viewport content='width=device-width'></head><body><main><h1>Planted</h1>{body}</main></body></html>"
    );
    fs::write(folder.join("index.html"), page).expect("a page in the tests' own folder");
    let server = Server::start(Options::new(folder)).expect("a server for one page");
    browser.client.goto(&server.url()).await.expect("the page");
    server
}

fn in_chromium(test: impl AsyncFn(&Browser)) {
    run(Engine::Chromium, Setup::default(), test);
}

#[test]
fn a_page_in_order_has_nothing_to_report() {
    in_chromium(async |browser| {
        let body = "<p>Text</p><p data-slot hidden>Old</p><div data-widget=x></div><a href='/' aria-current=page>Home</a>
            <script>document.querySelector('[data-slot]').textContent = 'New';
            document.querySelector('[data-slot]').hidden = false;
            document.querySelector('[data-widget]').innerHTML = '<b>mounted</b>';
            document.querySelector('a').removeAttribute('aria-current');
            document.querySelector('main').dataset.state = 'live'</script>";
        let _server = open(browser, "in-order", body).await;
        assert_eq!(browser.problems().await, Vec::<String>::new());
        assert_eq!(
            browser.changes_of_the_document().await,
            Vec::<String>::new()
        );
        assert_eq!(browser.barriers().await, Vec::<String>::new());
        assert_eq!(browser.sideways_scroll().await, Vec::<String>::new());
    });
}

#[test]
fn errors_warnings_and_failed_loads_are_found() {
    in_chromium(async |browser| {
        for (name, script, word) in [
            ("error", "console.error('planted error')", "planted error"),
            (
                "warning",
                "console.warn('planted warning')",
                "planted warning",
            ),
            (
                "exception",
                "setTimeout(() => { throw new Error('planted exception') })",
                "planted exception",
            ),
            (
                "rejection",
                "Promise.reject(new Error('planted rejection'))",
                "planted rejection",
            ),
            (
                "missing",
                "document.body.append(Object.assign(new Image(), { src: '/planted-missing.png', alt: '' }))",
                "404",
            ),
        ] {
            let _server = open(browser, name, &format!("<script>{script}</script>")).await;
            site_tests::wait::until(word, async || {
                let problems = browser.problems().await.join("\n");
                if problems.contains(word) {
                    Ok(())
                } else {
                    Err(problems)
                }
            })
            .await;
        }
    });
}

#[test]
fn a_changed_document_is_found() {
    in_chromium(async |browser| {
        for (name, script, word) in [
            (
                "text",
                "document.querySelector('p').textContent = 'other'",
                "other",
            ),
            (
                "element",
                "document.querySelector('p').after(document.createElement('hr'))",
                "<hr>",
            ),
            ("lost", "document.querySelector('p').remove()", "served"),
            (
                "attribute",
                "document.querySelector('p').className = 'new'",
                "class live new",
            ),
            (
                "comment",
                "document.querySelector('p').after(new Comment('mark'))",
                "<!--mark-->",
            ),
        ] {
            let _server = open(
                browser,
                &format!("changed-{name}"),
                &format!("<p>Text</p><script>{script}</script>"),
            )
            .await;
            let changes = browser.changes_of_the_document().await.join("\n");
            assert!(changes.contains(word), "{name}: {changes:?}");
        }
    });
}

#[test]
fn barriers_and_sideways_scroll_are_found() {
    in_chromium(async |browser| {
        let body = "<img src='data:,'><p style='color: #999; background: #aaa'>Faint</p><div id=wide style='width: 3000px'>Wide</div>";
        let _server = open(browser, "barriers", body).await;
        let barriers = browser.barriers().await.join("\n");
        for rule in ["image-alt", "color-contrast"] {
            assert!(barriers.contains(rule), "{rule} in {barriers}");
        }
        let wide = browser.sideways_scroll().await.join("\n");
        assert!(wide.contains("#wide"), "{wide}");
    });
}

#[test]
fn elements_are_located_as_assistive_technology_sees_them() {
    for engine in [Engine::Chromium, Engine::Firefox, Engine::WebKit] {
        run(engine, Setup::default(), async |browser| {
            let body = "<button>Save <span aria-hidden=true>*</span></button><button hidden>Save</button>
                <button aria-label='Save all'>Save</button><div role=button tabindex=0>Press</div>
                <label>Age <input type=range min=0 max=9></label>
                <label for=t>Theme</label><select id=t><option>One</option></select>
                <fieldset><legend>Which?</legend><label><input type=radio name=a> This</label></fieldset>
                <section aria-labelledby=s><h2 id=s>Part</h2></section>";
            let _server = open(browser, &format!("{engine:?}").to_lowercase(), body).await;
            for (role, name) in [
                (Role::Button, "Save"),
                (Role::Button, "Save all"),
                (Role::Button, "Press"),
                (Role::Slider, "Age"),
                (Role::ComboBox, "Theme"),
                (Role::Group, "Which?"),
                (Role::Radio, "This"),
                (Role::Region, "Part"),
                (Role::Heading, "Part"),
            ] {
                assert_eq!(
                    browser.page().all(role, name).await.len(),
                    1,
                    "{engine:?}: {role:?} {name:?}"
                );
            }
            assert!(
                browser.page().all(Role::Link, "Save").await.is_empty(),
                "{engine:?}"
            );
            let save = browser.page().get(Role::Button, "Save").await;
            browser
                .script(
                    "arguments[0].onclick = () => (document.title = 'clicked')",
                    &[site_tests::browser::argument(&save)],
                )
                .await;
            browser.click(&save).await;
            assert_eq!(json!(browser.title().await), json!("clicked"), "{engine:?}");
        });
    }
}
