//! The site below a path, as on a host that has others: `--public-url /course/`.

use std::{fs, path::PathBuf, process::Command};

use serde_json::{Value as Json, json};
use site_tests::{
    browser::{Browser, Role, key::Key},
    site, wait,
};
use xtask::{
    serve::{Options, Server},
    tools,
};

use crate::article::{Article, questions};

in_engines!(chromium Chromium:
    everything_works_below_a_path => Setup::default(),
);

const BASE: &str = "/course/";

/// The site from the same bundles, with the addresses of another place.
fn built() -> PathBuf {
    let root = tools::repository();
    let press = root.join("target/debug/press");
    let bundle = root.join("target/trunk");
    assert!(
        press.is_file() && bundle.is_dir(),
        "no press or no bundles: run `cargo xtask build` first"
    );
    let out = site::scratch("below").join("dist");
    // Pictures are named by what they show, so the press takes over those that are there.
    let previews = out.join("previews");
    fs::create_dir_all(&previews).unwrap_or_else(|error| panic!("{}: {error}", out.display()));
    for file in site::files() {
        if let Some(name) = file.strip_prefix("previews/") {
            let copied = fs::copy(site::dist().join(&file), previews.join(name));
            copied.unwrap_or_else(|error| panic!("{file}: {error}"));
        }
    }
    let done = Command::new(&press)
        .current_dir(root)
        .args(["build", "--no-compress", "--public-url", BASE, "--bundle"])
        .arg(&bundle)
        .arg("--out")
        .arg(&out)
        .output()
        .unwrap_or_else(|error| panic!("{}: {error}", press.display()));
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{said}");
    out
}

/// The address below the base of a route of the site in `dist/`.
fn below(route: &str) -> String {
    [BASE, route.trim_start_matches('/')].concat()
}

async fn everything_works_below_a_path(browser: &Browser) {
    let server = Server::start(Options {
        base: BASE.to_owned(),
        record: true,
        ..Options::new(built())
    })
    .expect("a server below a path");
    let origin = server.url().trim_end_matches(BASE).to_owned();
    let open = async |path: &str| {
        let opened = browser.client.goto(&format!("{origin}{path}")).await;
        opened.unwrap_or_else(|error| panic!("{path}: {error}"));
        browser.ready().await;
    };

    // From the home page on, by links inside the site.
    let article = Article::nth(0);
    open(BASE).await;
    browser.page().click(Role::Link, "Topics").await;
    browser.arrives_at(&below("/topics/")).await;
    browser.page().click(Role::Link, &article.title).await;
    browser.arrives_at(&below(&article.route)).await;
    browser.page().get(Role::Heading, &article.title).await;

    // A question is checked and explained.
    let (quiz, question) = questions("one").remove(0);
    open(&below(&quiz)).await;
    question.choose(browser, question.choice(true)).await;
    browser.press(&[Key::Enter]).await;
    browser.page().says("Correct.").await;

    // What is found leads to where it is.
    browser.press_with_control('k').await;
    let field = browser.page().get(Role::Textbox, "Search for").await;
    field.send_keys(&article.title).await.expect("letters");
    browser.page().says("topic").await;
    browser.press(&[Key::Down, Key::Enter]).await;
    browser.arrives_at(&below(&article.route)).await;

    // The worker keeps to its place, and so does what it keeps.
    browser.scroll_to(40.0).await;
    let code = "const done = arguments[arguments.length - 1];
        navigator.serviceWorker.ready.then(async ({ scope }) => done([new URL(scope).pathname, await caches.keys()]))";
    let seen = browser.script_async(code, &[]).await;
    assert_eq!(seen[0], json!(BASE));
    let names = seen[1].as_array().cloned().unwrap_or_default();
    assert!(!names.is_empty(), "nothing is kept");
    for name in &names {
        let name = name.as_str().unwrap_or_default();
        assert!(name.starts_with("prime-mover /course/ "), "{name}");
    }
    wait::until("the page on the device", async || {
        let code = "const done = arguments[arguments.length - 1];
            caches.match(arguments[0]).then((found) => done(Boolean(found)))";
        let path = below(&article.route) + "page.frag";
        match browser.script_async(code, &[json!(path)]).await {
            Json::Bool(true) => Ok(()),
            other => Err(other.to_string()),
        }
    })
    .await;

    // Nothing was asked for that lies beside the site, and nothing was missing.
    for answer in server.served() {
        let inside = answer.target.starts_with(BASE) && answer.status < 400;
        assert!(inside || answer.target == "/favicon.ico", "{answer:?}");
    }
}
