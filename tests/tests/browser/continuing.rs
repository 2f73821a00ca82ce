//! Coming back to where one was.

use site_tests::{
    browser::{Browser, Role, starting},
    wait,
};

use crate::article::Article;

in_every_engine! {
    a_reader_comes_back_to_heading_and_offset => Setup::default(),
}

async fn a_reader_comes_back_to_heading_and_offset(browser: &Browser) {
    const BELOW: f64 = 120.0;
    let article = Article::first();
    let section = &article.sections[2];
    browser.open(&article.route).await;
    let heading = browser
        .page()
        .get(Role::Heading, starting(&section.title))
        .await;
    let y = browser.top_of(&heading).await + browser.scroll().await + BELOW;
    browser.scroll_to(y).await;
    wait::until("the place is stored", async || {
        let stored = browser
            .stored("prime-mover.progress")
            .await
            .unwrap_or_default();
        if stored.contains(&format!("\"section\":\"{}\"", section.id)) {
            Ok(())
        } else {
            Err(stored)
        }
    })
    .await;

    // The page is closed; another day, another window.
    let reading = browser.client.window().await.expect("a window");
    let later = browser
        .client
        .new_window(false)
        .await
        .expect("another window")
        .handle;
    browser
        .client
        .switch_to_window(reading)
        .await
        .expect("the first window");
    browser
        .client
        .close_window()
        .await
        .expect("the first window closes");
    browser
        .client
        .switch_to_window(later)
        .await
        .expect("the other window");
    browser.open("/").await;
    let place = format!("{} › {}", article.title, section.title);
    let main = browser
        .page()
        .get(Role::Main, site_tests::browser::containing(""))
        .await;
    browser
        .inside(&main)
        .get(Role::Link, &format!("Continue: {place}"))
        .await;
    browser
        .page()
        .click(Role::Link, &format!("Continue {place}"))
        .await;

    browser.arrives_at(&article.address_of(section)).await;
    let heading = browser
        .page()
        .get(Role::Heading, starting(&section.title))
        .await;
    wait::until(
        &format!("the heading {BELOW} px above the top of the window"),
        async || {
            let top = browser.top_of(&heading).await;
            if (top + BELOW).abs() < 4.0 {
                Ok(())
            } else {
                Err(format!("{top}"))
            }
        },
    )
    .await;
    assert_eq!(browser.title().await, article.document_title);
}
