//! What the memory is for: a new reader guesses, reads, answers, sees why and leaves; on later days they
//! are asked the right things; they move to another device with a file and lose nothing.
//!
//! Days pass by a test clock: Chromium runs a script before each page that moves its clock ahead.

use std::cell::RefCell;

use serde_json::json;
use site_tests::browser::{Browser, Role, containing, starting};
use study::{Record, due};

use crate::article::{Article, Question};
use crate::guess::{Asked, article_says, record};
use crate::progress::carry_over;
use crate::review::{DAY_MS, give, now, question};

in_engines!(chromium Chromium: days_of_a_reader => Setup::default());

/// A clock that can be moved ahead.
struct Clock<'a> {
    browser: &'a Browser,
    /// What moves it now, by the name that the browser has given it.
    moves: RefCell<Option<String>>,
}

impl Clock<'_> {
    /// From the next page on it is so many days after the test began.
    async fn ahead(&self, days: u32) {
        if let Some(before) = self.moves.take() {
            let remove = json!({ "identifier": before });
            self.browser
                .devtools("Page.removeScriptToEvaluateOnNewDocument", remove)
                .await;
        }
        let source = format!(
            "{{ const Real = Date, ahead = {};
               Date = class extends Real {{
                 constructor(...given) {{ if (given.length) super(...given); else super(Real.now() + ahead); }}
                 static now() {{ return Real.now() + ahead; }}
               }}; }}",
            u64::from(days) * DAY_MS
        );
        let added = self
            .browser
            .devtools(
                "Page.addScriptToEvaluateOnNewDocument",
                json!({ "source": source }),
            )
            .await;
        let name = added["identifier"].as_str().map(str::to_owned);
        assert!(name.is_some(), "{added}");
        self.moves.replace(name);
    }
}

/// Answers everything that is due, in the order that the record gives, and stops by itself.
async fn reviews(browser: &Browser, all: &[&Question], today: u32) {
    let before = record(browser).await;
    let asked: Vec<String> = due(&before, today)
        .items
        .iter()
        .map(|item| item.item.to_owned())
        .collect();
    assert!(!asked.is_empty(), "something is due");
    browser.open("/").await;
    let count = format!("{} due", asked.len());
    browser
        .page()
        .first(Role::Link, starting(&count))
        .await
        .click()
        .await
        .expect("a link");
    for (number, name) in asked.iter().enumerate() {
        let place = format!("Question {} of {}.", number + 1, asked.len());
        browser.page().says(&place).await;
        let question = all.iter().find(|question| question.name == *name);
        let question = question.expect("one of those that were answered");
        give(browser, question, true).await;
        browser.page().says("Correct.").await;
        let onward = if number + 1 == asked.len() {
            "Finish"
        } else {
            "Next question"
        };
        browser.page().click(Role::Button, onward).await;
    }
    browser.page().says("That is all for now.").await;
    nothing_is_due(browser).await;
}

async fn nothing_is_due(browser: &Browser) {
    browser.open("/review/").await;
    browser.page().says("Nothing is due now.").await;
    let links = browser.page().all(Role::Link, containing(" due")).await;
    assert!(links.is_empty(), "nobody is told that something is due");
}

async fn days_of_a_reader(browser: &Browser) {
    let clock = Clock {
        browser,
        moves: RefCell::default(),
    };
    let first_day = (now() / DAY_MS) as u32;
    browser.open("/review/").await;
    browser
        .page()
        .says("You have not answered a question yet.")
        .await;

    // Guesses.
    let asked = Asked::first();
    browser.open(&asked.route).await;
    asked.reach(browser).await;
    asked.say(browser, "my own words").await;

    // Reads.
    let article = Article::of(&asked.route);
    let title = &article.sections[0].title;
    let region = browser.page().get(Role::Region, starting(title)).await;
    browser
        .inside(&region)
        .click(Role::Button, "Mark as read")
        .await;

    // Answers: one certain and wrong, one right. Sees why.
    let (route, surprised) = question(0);
    let (other, known) = question(1);
    browser.open(&format!("{route}#{}", surprised.anchor)).await;
    let form = starting(&surprised.stem);
    let form = browser.page().get(Role::Group, form).await;
    let wrong = surprised.choice(false);
    browser.inside(&form).click(Role::Radio, wrong).await;
    let high = browser.page().first(Role::Radio, "High").await;
    browser.click(&high).await;
    let check = browser.page().first(Role::Button, "Check answer").await;
    browser.click(&check).await;
    browser.page().says("It comes back tomorrow.").await;
    let why = browser.page().all(Role::Link, "Read this part").await;
    assert_eq!(
        why.len(),
        surprised.choices.len(),
        "each choice has its why"
    );
    browser
        .open(&format!("{other}?again#{}", known.anchor))
        .await;
    answer_on_its_page(browser, &known).await;

    // Leaves. Later that day there is nothing to do.
    nothing_is_due(browser).await;
    // The next day what surprised comes back, and only that.
    clock.ahead(1).await;
    let today = first_day + 1;
    let items: Vec<String> = due(&record(browser).await, today)
        .items
        .iter()
        .map(|item| item.item.to_owned())
        .collect();
    assert_eq!(items, [surprised.name.as_str()]);
    let both = [&surprised, &known];
    reviews(browser, &both, today).await;
    browser.open(&asked.route).await;
    article_says(browser, "“my own words”", true).await;

    // And again whenever the record says so, for as long as it takes until each is solid.
    let mut today = today;
    for _ in 0..6 {
        let next = due(&record(browser).await, today).next.expect("a next day");
        assert!(next > today, "{next} after {today}");
        clock.ahead(next - first_day).await;
        today = next;
        reviews(browser, &both, today).await;
    }
    let before = record(browser).await;
    for question in both {
        let mastery = before.mastery(&question.name, 1, today);
        assert_eq!(mastery, study::Mastery::Solid, "{}", question.name);
    }

    // On another device, with a file.
    browser.open("/progress/").await;
    let before = record(browser).await;
    carry_over(browser).await;
    let after = record(browser).await;
    assert_eq!(after, before, "nothing is lost");
    same_due(&before, &after, today + 200);
    browser.open(&asked.route).await;
    article_says(browser, "“my own words”", true).await;
}

/// Both devices ask the same on a later day.
fn same_due(one: &Record, other: &Record, day: u32) {
    let names = |record: &Record| -> Vec<String> {
        let items = due(record, day).items;
        items.iter().map(|item| item.item.to_owned()).collect()
    };
    assert!(!names(one).is_empty());
    assert_eq!(names(one), names(other));
}

/// Answers a question of a quiz rightly, where there are others.
async fn answer_on_its_page(browser: &Browser, question: &Question) {
    question.choose(browser, question.choice(true)).await;
    let find =
        "return [document.getElementById(arguments[0]).querySelector('[data-action=check]')]";
    let found = browser
        .script(find, &[question.anchor.as_str().into()])
        .await;
    for button in browser.elements(&found) {
        browser.click(&button).await;
    }
    browser.page().says("Correct.").await;
}
