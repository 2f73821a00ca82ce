//! What is kept beside the record, so that pages need not read years of answers.

use site_tests::browser::{Browser, Role, containing};
use site_tests::wait;
use study::{Brief, Certainty, Change, Decoded, Grade, Record};

use crate::review::{DAY_MS, KEY, answered, give, now, question, with_record};

in_every_engine! {
    what_is_kept_beside_the_record_follows_it => Setup::default(),
    a_page_says_the_same_without_its_brief => Setup::default(),
}

const BRIEF_KEY: &str = "prime-mover.brief";
/// Gives the words in all places that the press has left for what is known about the reader, but for whether the
/// browser keeps it: that comes when the browser has answered.
const FILLED: &str = "return [...document.querySelectorAll('[data-slot]:not([data-slot=keeping], :has([data-slot]))')]
    .map((place) => place.dataset.slot + ': ' + place.textContent).join('\\n')";

/// Whether the app has kept what most pages need of the stored record, and it is right.
async fn has_its_brief(browser: &Browser) -> bool {
    let today = (now() / DAY_MS) as u32;
    let text = browser.stored(KEY).await.unwrap_or_default();
    let stored = browser.stored(BRIEF_KEY).await.unwrap_or_default();
    let Decoded::Ready { record, .. } = Record::decode(&text) else {
        return false;
    };
    Brief::read(&stored, &text, today) == Some(Brief::of(&record, today))
}

async fn what_is_kept_beside_the_record_follows_it(browser: &Browser) {
    let (route, question) = question(0);
    let today = (now() / DAY_MS) as u32;
    let text = answered(&question, 30).encode();
    // For this very record, and it says that nothing is due: only so can one see that it is used.
    let wrong = Brief::of(&Record::new(), today).write(&text);
    browser.backstage().await;
    browser.store(BRIEF_KEY, &wrong).await;
    with_record(browser, &text, "/").await;
    let due = browser.page().all(Role::Link, containing(" due")).await;
    assert!(due.is_empty(), "the record was not read for the home page");

    // For any other text it is made anew.
    with_record(browser, &answered(&question, 31).encode(), "/").await;
    browser
        .page()
        .get(Role::Link, "1 due, about 1 minute")
        .await;
    assert!(has_its_brief(browser).await, "of the record that was found");
    browser.open("/review/").await;
    browser.page().says("Question 1 of 1.").await;
    give(browser, &question, true).await;
    browser.page().says("Correct.").await;
    assert!(
        has_its_brief(browser).await,
        "of the record with the answer"
    );
    browser.open(&format!("{route}#{}", question.anchor)).await;
    let due = browser.page().all(Role::Link, containing(" due")).await;
    assert!(due.is_empty(), "it was answered");
    browser.store(BRIEF_KEY, "no brief at all").await;
    browser.reload().await;
    assert!(has_its_brief(browser).await, "once more");

    // It stands for entries that need not be looked at again, so what this release would have written in
    // another way goes without.
    let text = answered(&question, 30).encode();
    with_record(browser, &text.replacen(':', ": ", 1), "/").await;
    browser
        .page()
        .get(Role::Link, "1 due, about 1 minute")
        .await;
    assert!(!has_its_brief(browser).await, "of a foreign text");
}

async fn a_page_says_the_same_without_its_brief(browser: &Browser) {
    let (route, question) = question(0);
    let today = (now() / DAY_MS) as u32;
    let mut record = Record::new();
    for (day, certainty) in [(40, Certainty::Low), (30, Certainty::High)] {
        let answer = Change::Answered {
            item: &question.name,
            rev: 1,
            topic: &question.topic,
            chosen: &[],
            grade: Grade::Right,
            certainty: Some(certainty),
            day: today - day,
        };
        assert!(record.apply(&answer, now() - u64::from(day) * DAY_MS));
    }
    let text = record.encode();
    let brief = Brief::of(&record, today).write(&text);
    for (route, words) in [
        (route.as_str(), "1 due"),
        ("/review/", "Question 1 of 1."),
        ("/progress/", "1 (100 %)"),
    ] {
        let mut said = Vec::new();
        for stored in [None, Some(&brief)] {
            browser.backstage().await;
            browser.script("localStorage.clear()", &[]).await;
            if let Some(stored) = stored {
                browser.store(BRIEF_KEY, stored).await;
            }
            with_record(browser, &text, route).await;
            let expected = format!("{words:?} on {route}");
            let all = wait::until(&expected, async || {
                let all = browser.script(FILLED, &[]).await;
                let all = all.as_str().unwrap_or_default().to_owned();
                if all.contains(words) {
                    Ok(all)
                } else {
                    Err(all)
                }
            })
            .await;
            said.push(all);
            assert!(has_its_brief(browser).await, "{route}: beside the record");
        }
        assert_eq!(said[0], said[1], "{route}");
    }
}
