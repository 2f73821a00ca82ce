//! Finding things: the dialog of every page, the page of the search, the page of what is missing.

use serde_json::json;
use site_tests::{
    browser::{Browser, Role, containing, key::Key, starting},
    wait,
};

use crate::offline::line;

in_every_engine! {
    the_keyboard_opens_finds_and_goes => Setup::default(),
    escape_returns_to_where_the_reader_was => Setup::default(),
    the_address_of_a_search_shows_its_results => Setup::default(),
    a_missing_page_searches_for_its_words => Setup::default(),
}

in_engines!(chromium_only Chromium:
    no_barrier_while_searching => Setup::default(),
    what_is_typed_is_shown_as_text => Setup::default(),
    a_phone_has_room_for_it => Setup::default(),
    the_first_search_fetches_no_file_twice => Setup::default(),
    what_is_typed_while_files_come_is_asked_then => Setup::default(),
);

in_engines!(without_scripts Chromium:
    without_scripts_there_is_a_list_from_a_to_z => Setup::without_scripts(),
);

/// A word that one topic has in its title, and that topic's address and title.
const WORD: &str = "pronation";
const ROUTE: &str = "/topics/pronation/";
const TITLE: &str = "Pronation and overpronation";

async fn the_keyboard_opens_finds_and_goes(browser: &Browser) {
    browser.open("/about/").await;
    browser.press_with_control('k').await;
    let field = browser.page().get(Role::Textbox, "Search for").await;
    field.send_keys(WORD).await.expect("letters");
    browser.page().says("topics, ").await;
    browser.page().get(Role::Heading, "Topics").await;
    browser.press(&[Key::Down]).await;
    wait::until("the focus on the first result", async || {
        let focus = browser.focus().await;
        if focus.role == "link" && focus.name.starts_with(TITLE) {
            Ok(())
        } else {
            Err(format!("{focus:?}"))
        }
    })
    .await;
    browser.press(&[Key::Up]).await;
    assert_eq!(browser.focus().await.name, "Search for");
    browser.press(&[Key::Down, Key::Enter]).await;
    browser.arrives_at(ROUTE).await;
    browser.page().get(Role::Heading, TITLE).await;
    browser.page().gone(Role::Textbox, "Search for").await;
}

async fn escape_returns_to_where_the_reader_was(browser: &Browser) {
    browser.open("/topics/").await;
    let link = browser.page().get(Role::Link, "Search").await;
    link.send_keys(&Key::Enter)
        .await
        .expect("Enter on the link");
    let field = browser.page().get(Role::Textbox, "Search for").await;
    field.send_keys("pirifromis").await.expect("letters");
    browser.page().says("Showing “piriformis”").await;
    browser.press(&[Key::Escape]).await;
    browser.page().gone(Role::Textbox, "Search for").await;
    wait::until("the focus back on the link", async || {
        let focus = browser.focus().await;
        if (focus.role.as_str(), focus.name.as_str()) == ("link", "Search") {
            Ok(())
        } else {
            Err(format!("{focus:?}"))
        }
    })
    .await;
    assert_eq!(browser.path().await, "/topics/");
}

async fn the_address_of_a_search_shows_its_results(browser: &Browser) {
    browser.open("/search/?q=shin+splints").await;
    browser.page().says("topic").await;
    let field = browser.page().get(Role::Textbox, "Search for").await;
    let typed = "return arguments[0].value";
    let value = browser
        .script(typed, &[site_tests::browser::argument(&field)])
        .await;
    assert_eq!(value, json!("shin splints"));
    browser.page().get(Role::Link, starting(TITLE)).await;
    assert!(
        browser
            .page()
            .all(Role::Heading, "From A to Z")
            .await
            .is_empty(),
        "the results take the place of the list"
    );
    field.send_keys(" x").await.expect("letters");
    browser.arrives_at("/search/?q=shin%20splints%20x").await;

    // Who goes on before the words are in the address takes none of them along.
    let code = "const done = arguments[arguments.length - 1];
        arguments[0].value = 'hip';
        arguments[0].dispatchEvent(new Event('input', { bubbles: true }));
        document.querySelector('header a[href=\"/topics/\"]').click();
        // Whatever waits to write the address has done so by then.
        setTimeout(done, 500);";
    browser
        .script_async(code, &[site_tests::browser::argument(&field)])
        .await;
    browser.arrives_at("/topics/").await;
}

async fn a_missing_page_searches_for_its_words(browser: &Browser) {
    browser.open("/topics/gluteus-medius-muscle.html").await;
    browser
        .page()
        .get(Role::Heading, "This page is not here")
        .await;
    let link = browser
        .page()
        .first(Role::Link, starting("Gluteus medius"))
        .await;
    browser.click(&link).await;
    browser.arrives_at("/topics/gluteus-medius/").await;
}

async fn no_barrier_while_searching(browser: &Browser) {
    for theme in ["light", "dark"] {
        browser.prefer_color_scheme(theme).await;
        browser.open("/topics/pronation/").await;
        browser.press_with_control('k').await;
        let field = browser.page().get(Role::Textbox, "Search for").await;
        field.send_keys("hip").await.expect("letters");
        browser.page().says("topics").await;
        let found = browser.barriers().await;
        assert!(found.is_empty(), "{theme}: {}", found.join("\n"));
        browser.open("/search/?q=hip").await;
        browser.page().says("topics").await;
        let found = browser.barriers().await;
        assert!(found.is_empty(), "{theme}: {}", found.join("\n"));
    }
}

async fn what_is_typed_is_shown_as_text(browser: &Browser) {
    browser
        .open("/search/?q=%3Cimg%20src%3Dxqzj%20onerror%3Dqzqzx%3D%5B%5D%3E")
        .await;
    browser.page().says("<img src=xqzj onerror=qzqzx=[]>").await;
    assert_eq!(
        browser.script("return window.qzqzx ?? null", &[]).await,
        json!(null)
    );
    let images = "return document.querySelectorAll('main img').length";
    assert_eq!(browser.script(images, &[]).await, json!(0));
}

async fn a_phone_has_room_for_it(browser: &Browser) {
    browser.viewport(320, 640).await;
    browser.open("/topics/pronation/").await;
    browser.page().click(Role::Link, "Search").await;
    let field = browser.page().get(Role::Textbox, "Search for").await;
    field.send_keys("gluteus medius").await.expect("letters");
    browser.page().says("topics").await;
    let wide = browser.sideways_scroll().await;
    assert!(wide.is_empty(), "{}", wide.join("\n"));
}

/// On a line where each answer takes a second the starter has fetched the root and the shard of the word before the
/// bundle is awake, which takes them over.
async fn the_first_search_fetches_no_file_twice(browser: &Browser) {
    browser.open("/topics/pronation/").await;
    line(browser, false, 1000).await;
    browser.page().click(Role::Link, "Search").await;
    let field = browser.page().get(Role::Textbox, "Search for").await;
    field.send_keys("walking").await.expect("letters");
    let sentences =
        "return document.querySelectorAll('.finder-list:not([data-waiting]) .finder-text').length";
    wait::until("results with their sentences", async || {
        match browser.script(sentences, &[]).await.as_u64() {
            Some(0) | None => Err("none yet".to_owned()),
            Some(_) => Ok(()),
        }
    })
    .await;
    let fetched = "return performance.getEntriesByType('resource')
        .map((entry) => new URL(entry.name).pathname)
        .filter((path) => path.endsWith('root.txt') || /index-.*[a-z][0-9]+[.]txt$/.test(path))";
    let fetched = browser.script(fetched, &[]).await;
    let fetched: Vec<&str> = fetched
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|path| path.as_str())
        .collect();
    for kind in ["/root", "/w", "/t"] {
        assert!(
            fetched.iter().any(|path| path.contains(kind)),
            "{fetched:?}"
        );
    }
    let once: std::collections::BTreeSet<&str> = fetched.iter().copied().collect();
    assert_eq!(once.len(), fetched.len(), "{fetched:?}");
}

/// Letters do not wait for a timer, and those that come while files are on their way are not lost: each word here is
/// typed before the files of the one before can be there.
async fn what_is_typed_while_files_come_is_asked_then(browser: &Browser) {
    browser.open("/search/").await;
    let field = browser.page().get(Role::Textbox, "Search for").await;
    field.send_keys("st").await.expect("letters");
    browser.page().says("topics").await;
    let type_on = "const field = document.querySelector('main [data-search] input');
        for (const words of arguments) {
            field.value = words;
            field.dispatchEvent(new Event('input', { bubbles: true }));
        }";
    let words = ["pelvis", "muscle", WORD].map(|word| json!(word));
    browser.script(type_on, &words).await;
    let first = "return document.querySelector('main .finder-list a')?.pathname ?? ''";
    wait::until("the results of the last word", async || {
        let first = browser.script(first, &[]).await;
        if first == json!(ROUTE) {
            Ok(())
        } else {
            Err(first.to_string())
        }
    })
    .await;
    browser.script(type_on, &[json!("pelvis"), json!("")]).await;
    let list = "return document.querySelector('main .finder-list').childElementCount";
    wait::until("an empty list for an empty field", async || {
        let shown = browser.script(list, &[]).await;
        if shown == json!(0) {
            Ok(())
        } else {
            Err(shown.to_string())
        }
    })
    .await;
}

async fn without_scripts_there_is_a_list_from_a_to_z(browser: &Browser) {
    browser.open("/").await;
    browser.page().click(Role::Link, "Search").await;
    browser.arrives_at("/search/").await;
    browser.page().get(Role::Heading, "From A to Z").await;
    assert!(
        browser
            .page()
            .all(Role::Textbox, containing(""))
            .await
            .is_empty(),
        "the field would do nothing"
    );
    let topic = format!("{TITLE} topic");
    browser.page().click(Role::Link, &topic).await;
    browser.arrives_at(ROUTE).await;
}
