//! Passing a page on.

use serde_json::json;
use site_tests::{
    browser::{Browser, Engine, Role, key::Key, starting},
    wait,
};

use crate::article::{Article, questions};

in_every_engine! {
    sharing_copies_the_address_of_the_page => Setup::default(),
    the_sheet_is_used_with_the_keyboard_alone => Setup::default(),
    a_result_is_passed_on_only_when_asked_for => Setup::default(),
    a_heading_gives_its_own_address => Setup::default(),
}

/// Lets the test read the clipboard, where the browser can be told so.
async fn allow_reading_the_clipboard(browser: &Browser) {
    if browser.engine == Engine::Chromium {
        let permissions = json!({ "origin": browser.origin(), "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        browser
            .devtools("Browser.grantPermissions", permissions)
            .await;
    }
}

/// Checks what was copied: in Chromium by reading the clipboard; the others show it to no script, so there
/// only the confirmation tells.
async fn was_copied(browser: &Browser, path: &str) {
    browser.page().says("Link copied.").await;
    if browser.engine == Engine::Chromium {
        let read = "const done = arguments[arguments.length - 1]; navigator.clipboard.readText().then(done, (error) => done(String(error)))";
        let text = browser.script_async(read, &[]).await;
        assert_eq!(text, json!(browser.address(path)));
    }
}

async fn sharing_copies_the_address_of_the_page(browser: &Browser) {
    let article = Article::first();
    browser.open(&article.route).await;
    allow_reading_the_clipboard(browser).await;
    browser.page().click(Role::Button, "Share").await;
    browser.page().click(Role::Button, "Copy link").await;
    was_copied(browser, &article.route).await;
}

/// Whether the focus is inside the open sheet.
async fn is_in_the_sheet(browser: &Browser) -> bool {
    let inside = "return document.querySelector('dialog.share[open]')?.contains(document.activeElement) ?? false";
    browser.script(inside, &[]).await == json!(true)
}

async fn the_sheet_is_used_with_the_keyboard_alone(browser: &Browser) {
    let article = Article::first();
    browser.open(&article.route).await;
    allow_reading_the_clipboard(browser).await;
    let share = browser.page().get(Role::Button, "Share").await;
    share.send_keys(&Key::Enter).await.expect("Enter on Share");
    browser.page().get(Role::Button, "Copy link").await;
    // Round it goes: nothing behind the sheet is reached. (The browser's own bar may be in between.)
    let mut names = Vec::new();
    for _ in 0..14 {
        browser.press(&[Key::Tab]).await;
        let focus = browser.focus().await;
        assert!(
            is_in_the_sheet(browser).await || focus.role.is_empty() || focus.name.is_empty(),
            "the focus is on {focus:?}"
        );
        names.push(focus.name);
    }
    for name in ["Close", "Copy link", "E-mail"] {
        assert!(
            names.iter().any(|it| it == name),
            "{name} is not in {names:?}"
        );
    }
    let code = "const code = document.querySelector('dialog.share svg.qr');
        return [code.getAttribute('role'), code.getAttribute('aria-label'), code.getBoundingClientRect().width > 100]";
    assert_eq!(
        browser.script(code, &[]).await,
        json!(["img", "QR code of this link", true])
    );
    let mail = "return document.querySelector('dialog.share a[href^=\"mailto:\"]').href";
    let mail = browser.script(mail, &[]).await;
    let mail = mail.as_str().unwrap_or_default();
    assert!(
        mail.contains("subject=") && mail.contains("%2Ftopics%2F") && !mail.contains(' '),
        "{mail}"
    );
    browser.press(&[Key::Escape]).await;
    browser.page().gone(Role::Button, "Copy link").await;
    wait::until("the focus back on Share", async || {
        let focus = browser.focus().await;
        if focus.name == "Share" {
            Ok(())
        } else {
            Err(format!("{focus:?}"))
        }
    })
    .await;
}

async fn a_result_is_passed_on_only_when_asked_for(browser: &Browser) {
    let (route, _) = questions("one").remove(0);
    browser.open(&route).await;
    let mail = "return decodeURIComponent(document.querySelector('dialog.share a[href^=\"mailto:\"]').href)";
    browser.page().click(Role::Button, "Share").await;
    browser.page().get(Role::Button, "Copy link").await;
    assert!(
        browser
            .page()
            .all(Role::Checkbox, starting("Add my result"))
            .await
            .is_empty(),
        "there is no result yet"
    );
    browser.press(&[Key::Escape]).await;
    // One answer, right or wrong.
    let answer = "const form = document.querySelector('form.question[data-kind=one]');
        form.querySelector('input').click();
        form.requestSubmit()";
    browser.script(answer, &[]).await;
    browser.page().first(Role::Button, "Try again").await;
    browser.page().click(Role::Button, "Share").await;
    let add = browser
        .page()
        .get(Role::Checkbox, starting("Add my result: I got "))
        .await;
    let before = browser.script(mail, &[]).await;
    assert!(!before.to_string().contains("I got"), "{before}");
    browser.click(&add).await;
    let after = browser.script(mail, &[]).await;
    assert!(after.to_string().contains("I got"), "{after}");
}

async fn a_heading_gives_its_own_address(browser: &Browser) {
    let article = Article::first();
    let section = &article.sections[1];
    browser.open(&article.route).await;
    allow_reading_the_clipboard(browser).await;
    let heading = browser
        .page()
        .get(Role::Heading, starting(&section.title))
        .await;
    let sign = browser
        .inside(&heading)
        .get(Role::Link, &format!("Copy link to {}", section.title))
        .await;
    browser.click(&sign).await;
    was_copied(browser, &article.address_of(section)).await;
    browser.arrives_at(&article.address_of(section)).await;
}
