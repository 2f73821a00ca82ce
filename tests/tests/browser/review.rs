//! Review and practice: what was answered comes back on later days, and then it stops.
//!
//! A test clock cannot be put into every browser. So the days go the other way: the stored answers are
//! made older, as if they had been given so many days ago.

use std::time::{SystemTime, UNIX_EPOCH};

use site_tests::browser::{Browser, Role, containing, key::Key, starting};
use site_tests::page::Page;
use site_tests::wait;
use study::{Change, Decoded, Grade, Record};

use crate::article::{Question, questions};
use crate::progress::carry_over;
use crate::quiz::tab_to;

in_every_engine! {
    a_new_reader_is_asked_again_on_a_later_day => Setup::default(),
    an_answer_in_review_can_be_taken_back => Setup::default(),
    what_has_vanished_is_said_and_left_out => Setup::default(),
    practice_asks_what_the_address_says => Setup::default(),
    back_leads_from_one_run_to_the_one_before => Setup::default(),
    goals_are_shown_as_they_are_known => Setup::default(),
    a_topic_starts_anew_and_comes_back => Setup::default(),
    look_alikes_stand_side_by_side => Setup::default(),
    review_by_keyboard_alone => Setup::default(),
    what_could_not_be_fetched_stays_due => Setup::default(),
    who_presses_twice_goes_on_once => Setup::default(),
}

in_engines!(chromium_only Chromium: review_has_no_barrier => Setup::default());

pub(crate) const KEY: &str = study::STORAGE_KEY;
pub(crate) const DAY_MS: u64 = 86_400_000;

/// Milliseconds since 1970.
pub(crate) fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| since.as_millis() as u64)
}

/// Writes an answer into a record as if it had been given so many days ago. Browser and test run in the
/// same time zone, which the machine's is: UTC.
fn answer(record: &mut Record, item: &str, topic: &str, grade: Grade, days_ago: u64) {
    let at = now() - days_ago * DAY_MS;
    let change = Change::Answered {
        item,
        rev: 1,
        topic,
        chosen: &[],
        grade,
        certainty: None,
        day: (at / DAY_MS) as u32,
    };
    assert!(record.apply(&change, at));
}

/// A stored record as it would be had everything been answered some days earlier.
fn older(text: &str, days: u64) -> String {
    let Decoded::Ready { record, .. } = Record::decode(text) else {
        panic!("not a record: {text}");
    };
    let mut older = Record::new();
    for given in record.answers() {
        answer(&mut older, given.item, given.topic, given.grade, days);
    }
    older.encode()
}

/// Writes a right answer to a question into a record.
fn rightly(record: &mut Record, question: &Question, days_ago: u64) {
    let Question { name, topic, .. } = question;
    answer(record, name, topic, Grade::Right, days_ago);
}

/// A record of one question that was answered rightly so many days ago.
pub(crate) fn answered(question: &Question, days_ago: u64) -> Record {
    let mut record = Record::new();
    rightly(&mut record, question, days_ago);
    record
}

/// Stores a record and begins at a page.
pub(crate) async fn with_record(browser: &Browser, record: &str, path: &str) {
    browser.backstage().await;
    browser.store(KEY, record).await;
    browser.open(path).await;
}

/// A question of revision 1 with one answer.
pub(crate) fn question(index: usize) -> (String, Question) {
    questions("one").swap_remove(index)
}

/// Chooses an answer of the question that stands in the page, and checks it.
pub(crate) async fn give(browser: &Browser, question: &Question, fits: bool) {
    question.choose(browser, question.choice(fits)).await;
    browser
        .page()
        .first(Role::Button, "Check answer")
        .await
        .click()
        .await
        .expect("a button");
}

async fn a_new_reader_is_asked_again_on_a_later_day(browser: &Browser) {
    browser.open("/review/").await;
    browser
        .page()
        .says("You have not answered a question yet.")
        .await;
    let (route, question) = question(0);
    browser.open(&format!("{route}#{}", question.anchor)).await;
    question.choose(browser, question.choice(false)).await;
    tab_to(browser, "the button that checks", |focus| {
        focus.name == "Check answer"
    })
    .await;
    browser.press(&[Key::Enter]).await;
    browser.page().says("Not yet.").await;

    // Nothing more today.
    browser.open("/review/").await;
    browser.page().says("Nothing is due now.").await;
    let stored = browser.stored(KEY).await.expect("a record");

    // A week later.
    with_record(browser, &older(&stored, 7), "/").await;
    browser
        .page()
        .click(Role::Link, "1 due, about 1 minute")
        .await;
    browser.page().says("Question 1 of 1.").await;

    // On another device, with a copy.
    browser.open("/progress/").await;
    carry_over(browser).await;

    browser.open("/review/").await;
    browser.page().says("Question 1 of 1.").await;
    give(browser, &question, true).await;
    browser.page().says("Correct.").await;
    browser.page().click(Role::Button, "Finish").await;
    browser
        .page()
        .says("You answered 1 question, and it was right. That is all for now.")
        .await;
    browser.focus_on("title").await;
    browser.open("/").await;
    assert!(
        browser
            .page()
            .all(Role::Link, containing(" due"))
            .await
            .is_empty(),
        "nothing is due any more"
    );
}

async fn an_answer_in_review_can_be_taken_back(browser: &Browser) {
    let (_, question) = question(0);
    let record = answered(&question, 30);
    with_record(browser, &record.encode(), "/review/").await;
    give(browser, &question, false).await;
    browser.page().says("Not yet.").await;
    browser.page().click(Role::Button, "Undo my answer").await;
    // Asked again, and as if it had not been answered.
    browser.page().get(Role::Button, "Skip").await;
    browser.page().says("Question 1 of 1.").await;
    let stored = browser.stored(KEY).await.unwrap_or_default();
    let Decoded::Ready { record, .. } = Record::decode(&stored) else {
        panic!("not a record: {stored}");
    };
    let given = record.answer(&question.name).expect("the answer before");
    assert_eq!(given.grade, Grade::Right, "{stored}");
    browser.page().click(Role::Button, "Stop here").await;
    browser.page().says("You answered none this time.").await;
}

async fn what_has_vanished_is_said_and_left_out(browser: &Browser) {
    let (_, question) = question(0);
    let quiz = question.name.split('/').next().unwrap_or_default();
    let mut record = answered(&question, 30);
    for gone in ["no-such-quiz/item", &format!("{quiz}/no-such-item")] {
        answer(&mut record, gone, &question.topic, Grade::Wrong, 30);
    }
    with_record(browser, &record.encode(), "/review/").await;
    give(browser, &question, true).await;
    browser.page().click(Role::Button, "Finish").await;
    browser.page().says("That is all for now.").await;
    let main = browser.page().get(Role::Main, containing("")).await;
    let said = browser.words_of(&main).await;
    assert!(
        said.contains("2 questions you answered once no longer in the course"),
        "{said}"
    );
    // They stay in the record, and nobody is told that they are due.
    let stored = browser.stored(KEY).await.unwrap_or_default();
    assert!(stored.contains("no-such-quiz/item"), "{stored}");
    browser.open("/").await;
    assert!(
        browser
            .page()
            .all(Role::Link, containing(" due"))
            .await
            .is_empty()
    );
}

async fn review_by_keyboard_alone(browser: &Browser) {
    let two = [question(0).1, question(1).1];
    let mut record = Record::new();
    for question in &two {
        rightly(&mut record, question, 60);
    }
    with_record(browser, &record.encode(), "/review/").await;
    for place in ["Question 1 of 2.", "Question 2 of 2."] {
        browser.page().says(place).await;
        tab_to(browser, "a choice", |focus| focus.role == "radio").await;
        // The arrow keys choose.
        browser.press(&[Key::Space]).await;
        browser.press(&[Key::Down]).await;
        tab_to(browser, "the button that checks", |focus| {
            focus.name == "Check answer"
        })
        .await;
        browser.press(&[Key::Enter]).await;
        browser.page().get(Role::Button, "Undo my answer").await;
        let onward = if place.contains("2 of") {
            "Finish"
        } else {
            "Next question"
        };
        tab_to(browser, "the way on", |focus| focus.name == onward).await;
        browser.press(&[Key::Enter]).await;
        if onward == "Next question" {
            // The focus goes with the reader: the next choice is one Tab away.
            browser.page().says("Question 2 of 2.").await;
            wait::until("the focus on the question", async || {
                let legend = "return document.activeElement.tagName";
                let focused = browser.script(legend, &[]).await;
                if focused == "LEGEND" {
                    Ok(())
                } else {
                    Err(focused.to_string())
                }
            })
            .await;
        }
    }
    browser.page().says("You answered 2 questions").await;
}

async fn what_could_not_be_fetched_stays_due(browser: &Browser) {
    let (_, question) = question(0);
    let record = answered(&question, 30);
    // From another page, whose way to the network can be spoiled before review asks for anything.
    with_record(browser, &record.encode(), "/").await;
    let spoil = "window.siteTestFetch = window.fetch;
        window.fetch = (address, ...more) => String(address).includes('/quizzes/') ? window.siteTestAnswer() : siteTestFetch(address, ...more);
        window.siteTestAnswer = () => Promise.resolve(new Response('later', { status: 503 }))";
    browser.script(spoil, &[]).await;
    browser
        .page()
        .click(Role::Link, "1 due, about 1 minute")
        .await;
    let said = "The questions could not be fetched just now. What is due stays due.";
    browser.page().says(said).await;
    assert_eq!(
        browser.stored(KEY).await.as_deref(),
        Some(record.encode().as_str()),
        "nobody has said that the question is gone"
    );
    // A line that is cut says the same, until it works again.
    let cut = "window.siteTestAnswer = () => Promise.reject(new TypeError('cut'))";
    browser.script(cut, &[]).await;
    browser.page().click(Role::Button, "Try again").await;
    browser.page().says(said).await;
    browser
        .script("window.fetch = window.siteTestFetch", &[])
        .await;
    browser.page().click(Role::Button, "Try again").await;
    browser.page().says("Question 1 of 1.").await;
    give(browser, &question, true).await;
    browser.page().says("Correct.").await;
}

async fn practice_asks_what_the_address_says(browser: &Browser) {
    browser.open("/quizzes/").await;
    browser
        .page()
        .click(Role::Link, "Quiz me on everything in part 1")
        .await;
    browser.arrives_at("/review/?mode=everything&part=1").await;
    browser
        .page()
        .says("Practice, part 1. Question 1 of ")
        .await;
    browser.page().click(Role::Button, "Skip").await;
    browser.page().says("Question 2 of ").await;

    // Only what was missed, and only there.
    let (route, missed) = question(0);
    let (_, known) = question(1);
    let mut record = Record::new();
    answer(&mut record, &missed.name, &missed.topic, Grade::Wrong, 0);
    rightly(&mut record, &known, 0);
    with_record(browser, &record.encode(), &route).await;
    browser.page().click(Role::Link, "Only what I missed").await;
    browser
        .page()
        .says("What you missed. Question 1 of 1.")
        .await;
    browser
        .page()
        .get(Role::Group, starting(&missed.stem))
        .await;
}

async fn back_leads_from_one_run_to_the_one_before(browser: &Browser) {
    let nothing = "You have not answered a question yet.";
    browser.open("/review/").await;
    browser.page().says(nothing).await;
    browser.page().click(Role::Link, "Mixed practice").await;
    browser.arrives_at("/review/?mode=mixed").await;
    browser.page().says("Mixed practice. Question 1 of").await;
    browser.client.back().await.expect("back");
    browser.arrives_at("/review/").await;
    browser.page().says(nothing).await;
    browser.client.forward().await.expect("forward");
    browser.page().says("Mixed practice. Question 1 of").await;
}

async fn goals_are_shown_as_they_are_known(browser: &Browser) {
    let (_, question) = question(0);
    browser.open("/progress/").await;
    browser.page().says("goals are still new to you.").await;
    let record = answered(&question, 0);
    with_record(browser, &record.encode(), "/progress/").await;
    let said = browser.page().says(" new.").await;
    assert!(
        said.contains("1 recalled") || said.contains("1 seen"),
        "{said}"
    );
    // For how long it is needed, kept in the record.
    browser.page().click(Role::Radio, "A week").await;
    let stored = browser.stored(KEY).await.unwrap_or_default();
    assert!(stored.contains("\"week\""), "{stored}");
}

async fn a_topic_starts_anew_and_comes_back(browser: &Browser) {
    let (_, question) = question(0);
    let record = answered(&question, 0);
    with_record(browser, &record.encode(), "/progress/").await;
    let known = browser.page().says(" new.").await;
    let open =
        "document.querySelectorAll('.mastery details').forEach((part) => (part.open = true))";
    browser.script(open, &[]).await;
    browser
        .page()
        .click(Role::Button, starting("Start anew: "))
        .await;
    browser.page().says("goals are still new to you.").await;
    // The button is gone; the focus is beside where it was.
    assert_eq!(browser.focus().await.role, "link");
    browser.page().click(Role::Button, "Undo").await;
    browser.page().says(&known).await;
}

async fn look_alikes_stand_side_by_side(browser: &Browser) {
    let list = Page::of("/quizzes/");
    let known = questions("one");
    // A group with a question that has one answer.
    let row = list
        .all("[data-group]")
        .into_iter()
        .find(|row| {
            let names = row.attr("data-names").unwrap_or_default();
            known
                .iter()
                .any(|(_, question)| names.split(' ').any(|name| name == question.name))
        })
        .expect("a group");
    let group = row.attr("data-group").unwrap_or_default();
    browser
        .open(&format!("/review/?mode=mixed&group={group}"))
        .await;
    browser.page().says("Mixed practice. Question 1 of ").await;
    let total = row.attr("data-names").unwrap_or_default();
    for number in 1..=total.split(' ').count() {
        browser.page().says(&format!("Question {number} of ")).await;
        let shown = "return document.querySelector('.review form.question').dataset.question";
        let name = browser.script(shown, &[]).await;
        let asked = known
            .iter()
            .find(|(_, question)| name == question.name.as_str());
        if let Some((_, question)) = asked {
            give(browser, question, false).await;
            browser.page().get(Role::Heading, "Side by side").await;
            browser.page().get(Role::Heading, "You chose").await;
            browser.page().get(Role::Heading, "The answer").await;
            return;
        }
        browser.page().click(Role::Button, "Skip").await;
    }
    panic!("no question with one answer in the group {group}");
}

async fn review_has_no_barrier(browser: &Browser) {
    let (_, question) = question(0);
    let record = answered(&question, 30);
    for theme in ["light", "dark"] {
        browser.prefer_color_scheme(theme).await;
        with_record(browser, &record.encode(), "/review/").await;
        browser.page().says("Question 1 of 1.").await;
        let mut found = browser.barriers().await;
        give(browser, &question, false).await;
        browser.page().says("Not yet.").await;
        found.extend(browser.barriers().await);
        browser.page().click(Role::Button, "Finish").await;
        browser.page().says("That is all for now.").await;
        found.extend(browser.barriers().await);
        assert!(found.is_empty(), "{theme}: {}", found.join("\n"));
    }
}

async fn who_presses_twice_goes_on_once(browser: &Browser) {
    let mut record = Record::new();
    let all: Vec<Question> = (0..3).map(|index| question(index).1).collect();
    for (index, question) in all.iter().enumerate() {
        // The one that was answered the longest ago comes first.
        let days_ago = 60 - 10 * index as u64;
        rightly(&mut record, question, days_ago);
    }
    with_record(browser, &record.encode(), "/review/").await;
    browser.page().says("Question 1 of 3.").await;
    give(browser, &all[0], true).await;
    browser.page().get(Role::Button, "Next question").await;
    // Faster than any hand: both presses before anything has changed. Where the next question is there at once
    // (WebKit), nobody can press what has gone.
    let twice = "const next = [...document.querySelectorAll('.review button')].find((it) => it.textContent == arguments[0]);
        next.click(); if (next.isConnected) next.click();";
    browser.script(twice, &["Next question".into()]).await;
    browser.page().says("Question 2 of 3.").await;
    browser
        .page()
        .get(Role::Group, starting(&all[1].stem))
        .await;
    // The second press of a double click that meets the button which stands there now.
    let second = "const skip = [...document.querySelectorAll('.review button')].find((it) => it.textContent == 'Skip');
        skip.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));";
    browser.script(second, &[]).await;
    browser
        .page()
        .get(Role::Group, starting(&all[1].stem))
        .await;
    browser.page().click(Role::Button, "Skip").await;
    browser.page().says("Question 3 of 3.").await;
    browser.script(twice, &["Skip".into()]).await;
    browser.page().says("You answered 1 question").await;
    let words = "return document.querySelector('.review').textContent";
    let words = browser.script(words, &[]).await;
    let waiting = "2 questions still waiting. They stay due.";
    assert!(
        words.as_str().is_some_and(|it| it.contains(waiting)),
        "{words}"
    );
}
