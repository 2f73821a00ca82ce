//! The reader's record in their own hands: export, import, erase.

use std::fs;

use serde_json::Value as Json;
use site_tests::{
    browser::{Browser, Engine, Role, containing, starting},
    wait,
};

use crate::article::Article;

in_every_engine! {
    a_saved_copy_brings_progress_to_another_browser => Setup::default(),
    erasing_can_be_undone => Setup::default(),
    a_file_of_something_else_is_refused => Setup::default(),
}

/// Marks the first section of an article and goes to the progress page.
async fn some_progress(browser: &Browser, article: &Article) {
    browser.open(&article.route).await;
    let region = browser
        .page()
        .get(Role::Region, starting(&article.sections[0].title))
        .await;
    browser
        .inside(&region)
        .click(Role::Button, "Mark as read")
        .await;
    browser.open("/progress/").await;
    browser.page().get(Role::Link, &article.title).await;
}

/// The text of the copy that the page hands to the browser.
pub(crate) async fn saved_copy(browser: &Browser) -> String {
    if browser.engine == Engine::WebKit {
        // WebKitGTK saves no downloads in an automated session: look at what the page hands over.
        let keep = "const original = URL.createObjectURL;
            URL.createObjectURL = (blob) => { blob.text().then((text) => (window.siteTestCopy = text)); return original.call(URL, blob); }";
        browser.script(keep, &[]).await;
    }
    browser.page().click(Role::Button, "Save a copy").await;
    browser.page().says("copy of your progress").await;
    wait::until("a saved file", async || {
        if browser.engine == Engine::WebKit {
            let text = browser
                .script("return window.siteTestCopy ?? null", &[])
                .await;
            return text
                .as_str()
                .map(str::to_owned)
                .ok_or_else(|| "none yet".to_owned());
        }
        let files = browser.saved_files();
        let Some(file) = files.first() else {
            return Err("no file yet".into());
        };
        let name = file
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if !name.starts_with("prime-mover-progress-") || !name.ends_with(".json") {
            return Err(format!("a file {name:?}"));
        }
        match fs::read_to_string(file) {
            Ok(text) if !text.is_empty() => Ok(text),
            other => Err(format!("{other:?}")),
        }
    })
    .await
}

/// Gives a file to the page as if it were picked in the dialog.
pub(crate) async fn load_copy(browser: &Browser, name: &str, text: &str) {
    // The panel comes with the desk, after the page is live.
    browser.page().get(Role::Button, "Save a copy").await;
    let file = browser.file(name, text);
    // A file input has a different role in each browser; its label is the same in all.
    let find = "return [...document.querySelectorAll('input[type=file]')].filter((input) => [...input.labels].some((label) => label.textContent.trim() === 'Load a copy'))";
    let inputs = browser.script(find, &[]).await;
    let input = browser
        .elements(&inputs)
        .into_iter()
        .next()
        .expect("an input labeled \"Load a copy\"");
    input
        .send_keys(&file.to_string_lossy())
        .await
        .expect("the input takes the file");
}

/// From the progress page to another browser: saves a copy, forgets everything, loads the copy.
pub(crate) async fn carry_over(browser: &Browser) {
    let copy = saved_copy(browser).await;
    browser.backstage().await;
    browser.script("localStorage.clear()", &[]).await;
    browser.open("/progress/").await;
    load_copy(browser, "copy.json", &copy).await;
    let preview = browser.page().get(Role::Group, "Preview").await;
    browser.inside(&preview).click(Role::Button, "Merge").await;
    browser.page().says("merged").await;
}

async fn a_saved_copy_brings_progress_to_another_browser(browser: &Browser) {
    let article = Article::first();
    some_progress(browser, &article).await;
    let copy = saved_copy(browser).await;
    let _: Json = serde_json::from_str(&copy).unwrap_or_else(|error| panic!("{error}: {copy}"));

    // The same site with an empty profile: storage emptied, everything loaded anew.
    browser.backstage().await;
    browser.script("localStorage.clear()", &[]).await;
    browser.open("/progress/").await;
    browser.page().get(Role::Button, "Save a copy").await;
    assert!(
        browser
            .page()
            .all(Role::Link, &article.title)
            .await
            .is_empty(),
        "nothing is known at first"
    );
    load_copy(browser, "copy.json", &copy).await;
    let preview = browser.page().get(Role::Group, "Preview").await;
    let said = browser.words_of(&preview).await;
    assert!(
        said.contains("Sections that are new here: 1"),
        "the preview says what is new: {said}"
    );
    assert_eq!(
        browser.stored("prime-mover.progress").await,
        None,
        "nothing changes before the reader says so"
    );
    browser.inside(&preview).click(Role::Button, "Merge").await;
    browser.page().get(Role::Link, &article.title).await;
    browser.page().says("merged").await;
    browser.page().gone(Role::Group, "Preview").await;

    browser.open(&article.route).await;
    let region = browser
        .page()
        .get(Role::Region, starting(&article.sections[0].title))
        .await;
    let button = browser
        .inside(&region)
        .get(Role::Button, containing("ead"))
        .await;
    wait::until("the section is read", async || {
        match button.attr("aria-pressed").await {
            Ok(Some(pressed)) if pressed == "true" => Ok(()),
            other => Err(format!("{other:?}")),
        }
    })
    .await;
}

async fn erasing_can_be_undone(browser: &Browser) {
    let article = Article::first();
    some_progress(browser, &article).await;
    browser
        .page()
        .click(Role::Button, "Erase my progress")
        .await;
    browser.page().says("erased").await;
    browser.page().gone(Role::Link, &article.title).await;
    // Once more erases nothing and takes nothing back from the undo.
    browser
        .page()
        .click(Role::Button, "Erase my progress")
        .await;
    browser.page().click(Role::Button, "Undo").await;
    browser.page().get(Role::Link, &article.title).await;
    let stored = browser
        .stored("prime-mover.progress")
        .await
        .unwrap_or_default();
    assert!(stored.contains(&article.sections[0].id), "{stored}");
}

async fn a_file_of_something_else_is_refused(browser: &Browser) {
    let article = Article::first();
    some_progress(browser, &article).await;
    let before = browser.stored("prime-mover.progress").await;
    for (name, text) in [
        ("shopping.json", "[\"milk\"]"),
        ("empty.json", ""),
        ("cut.json", "{\"version\":1,\"rea"),
    ] {
        load_copy(browser, name, text).await;
        browser.page().says("file").await;
        assert!(
            browser.page().all(Role::Group, "Preview").await.is_empty(),
            "{name}"
        );
        let close = browser.page().get(Role::Button, "Close").await;
        browser.click(&close).await;
        browser.page().gone(Role::Button, "Close").await;
    }
    assert_eq!(browser.stored("prime-mover.progress").await, before);
}
