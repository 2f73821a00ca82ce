//! Guess first, and what comes of it: the guess stands beside the paragraph that answers it, a missed
//! check-in returns at the next one.

use site_tests::{
    browser::{Browser, Role, containing, key::Key, starting},
    page::{Page, selector, words},
    site, wait,
};
use study::{Decoded, Record, STORAGE_KEY};

use crate::progress::carry_over;
use crate::quiz::tab_to;

in_every_engine! {
    a_guess_stands_beside_its_answer_and_can_be_taken_back => Setup::default(),
    a_missed_check_in_returns_at_the_next => Setup::default(),
}
in_engines!(chromium_only Chromium: a_guess_has_no_barrier => Setup::default());

/// What one guesses, with marks that HTML would take for its own.
const WORDS: &str = "both <b>sides</b> & more";
const NOTE: &str = "Before reading, you guessed: “both <b>sides</b> & more”.";

/// A question to guess at, read off its article.
pub(crate) struct Asked {
    /// The article's address.
    pub(crate) route: String,
    /// What is asked.
    pub(crate) ask: String,
    /// The short answer.
    then: String,
    /// `topic/paragraph`.
    item: String,
}

impl Asked {
    /// The first on the site.
    pub(crate) fn first() -> Self {
        let topics = site::routes().into_iter();
        topics
            .filter(|route| route.starts_with("/topics/") && route != "/topics/")
            .find_map(Self::of)
            .expect("an article with something to guess at")
    }

    fn of(route: String) -> Option<Self> {
        let page = Page::of(&route);
        let details = *page.all(".guesses details").first()?;
        let part = |css: &str| details.select(&selector(css)).next();
        let slug = page.one("article[data-topic]").attr("data-topic")?;
        let link = part("a")?;
        let paragraph = link.attr("href")?.strip_prefix('#')?;
        let then = words(part("p")?);
        Some(Self {
            item: format!("{slug}/{paragraph}"),
            ask: words(part("summary")?),
            then: then.strip_suffix(&words(link))?.trim().to_owned(),
            route,
        })
    }

    /// Opens the question with the keyboard, as the first thing that is done on the page.
    pub(crate) async fn reach(&self, browser: &Browser) {
        tab_to(browser, "the question to guess at", |focus| {
            focus.name == self.ask
        })
        .await;
        browser.press(&[Key::Enter]).await;
        browser
            .page()
            .first(Role::Textbox, starting("Your guess"))
            .await;
    }

    /// Types a guess into the open question.
    pub(crate) async fn say(&self, browser: &Browser, guess: &str) {
        let field = browser
            .page()
            .first(Role::Textbox, starting("Your guess"))
            .await;
        field.send_keys(guess).await.expect("keys");
        browser.press(&[Key::Enter]).await;
        browser.page().says("You guessed: “").await;
    }
}

/// The record as it is stored.
pub(crate) async fn record(browser: &Browser) -> Record {
    let Some(stored) = browser.stored(STORAGE_KEY).await else {
        return Record::new();
    };
    match Record::decode(&stored) {
        Decoded::Ready { record, .. } => record,
        other => panic!("{other:?}: {stored}"),
    }
}

/// Waits until the article says something, or no longer does.
pub(crate) async fn article_says(browser: &Browser, sentence: &str, yes: bool) {
    wait::until(&format!("{sentence:?} in the text: {yes}"), async || {
        let read = "return [...document.querySelectorAll('.prose .guess-note')].map((it) => it.textContent).join(' ')";
        let said = browser.script(read, &[]).await;
        let said = said.as_str().unwrap_or_default();
        if said.contains(sentence) == yes {
            Ok(())
        } else {
            Err(said.to_owned())
        }
    })
    .await;
}

async fn a_guess_stands_beside_its_answer_and_can_be_taken_back(browser: &Browser) {
    let asked = Asked::first();
    browser.open(&asked.route).await;
    asked.reach(browser).await;
    let main = browser.page().get(Role::Main, containing("")).await;
    let shown = browser.words_of(&main).await;
    assert!(!shown.contains(&asked.then), "first the guess: {shown}");
    // Without a word nothing is kept.
    tab_to(browser, "the field", |focus| {
        focus.name.starts_with("Your guess")
    })
    .await;
    browser.press(&[Key::Enter]).await;
    browser.page().says("Write a word or two first.").await;
    assert_eq!(record(browser).await.guess(&asked.item), None);

    asked.say(browser, WORDS).await;
    let shown = browser.words_of(&main).await;
    assert!(shown.contains(&asked.then), "then the answer: {shown}");
    article_says(browser, NOTE, true).await;
    let kept = record(browser).await;
    let guess = kept.guess(&asked.item).expect("a guess in the record");
    assert_eq!(guess.chosen, [WORDS]);
    assert_eq!(kept.summary().answered, 0, "a guess is never scored");

    // On a later visit, and in another browser with a copy.
    browser.open("/progress/").await;
    carry_over(browser).await;
    browser.open(&asked.route).await;
    article_says(browser, NOTE, true).await;

    asked.reach(browser).await;
    browser.page().click(Role::Button, "Take it back").await;
    browser.page().says("Your guess is taken back.").await;
    article_says(browser, "you guessed", false).await;
    let focus = browser.focus().await;
    // WebKit counts what is typed into the name of a field that stands in its label.
    assert!(
        focus.name.starts_with("Your guess"),
        "the focus goes to the field: {focus:?}"
    );
    assert_eq!(record(browser).await.guess(&asked.item), None);
    browser.reload().await;
    article_says(browser, "you guessed", false).await;
}

/// An article's check-ins: its address, the ids of their forms, and their first wrong choices.
fn check_ins() -> (String, Vec<(String, String)>) {
    let topics = site::routes().into_iter();
    let found = topics
        .filter(|route| route.starts_with("/topics/") && route != "/topics/")
        .find_map(|route| {
            let page = Page::of(&route);
            let forms = page.all(".check form.question[data-kind=one]");
            let all = forms.iter().map(|form| {
                let wrong = form
                    .select(&selector("[data-correct=false] input"))
                    .next()?;
                Some((form.attr("id")?.to_owned(), wrong.attr("value")?.to_owned()))
            });
            let all: Option<Vec<_>> = all.collect();
            all.filter(|all| all.len() > 2).map(|all| (route, all))
        });
    found.expect("an article with three check-ins of one answer")
}

async fn a_missed_check_in_returns_at_the_next(browser: &Browser) {
    let (route, checks) = check_ins();
    browser.open(&route).await;
    // What stands where: a form is found by its permanent id, its copy by that of its own.
    let answer = async |id: &str, value: &str| {
        let find = "const form = document.getElementById(arguments[0]); return [form.querySelector(`input[value='${arguments[1]}']`), form.querySelector('[data-action=check]')]";
        let found = browser.script(find, &[id.into(), value.into()]).await;
        for element in browser.elements(&found) {
            browser.click(&element).await;
        }
    };
    let stands = async |id: &str, after: &str| {
        wait::until(&format!("#{id} after #{after}"), async || {
            let read = "return document.getElementById(arguments[0])?.parentElement.querySelector('form').id ?? 'nowhere'";
            let first = browser.script(read, &[id.into()]).await;
            if first == after {
                Ok(())
            } else {
                Err(first.to_string())
            }
        })
        .await;
    };
    let (first, wrong) = &checks[0];
    answer(first, wrong).await;
    browser.page().says("Not yet.").await;
    let again = format!("{first}-again");
    stands(&again, &checks[1].0).await;
    let focus = browser.focus().await;
    assert_eq!(focus.name, "Try again", "the reader stays where they are");
    assert!(browser.barriers().await.is_empty());

    // It is a question like any other: missed once more, it returns once more.
    answer(&checks[1].0, &checks[1].1).await;
    answer(&again, wrong).await;
    stands(&format!("{again}-again"), &checks[2].0).await;
    let item = browser
        .script(
            "return document.getElementById(arguments[0]).dataset.question",
            &[again.as_str().into()],
        )
        .await;
    let kept = record(browser).await;
    let answer = kept.answer(item.as_str().unwrap_or_default());
    assert!(answer.is_some_and(|answer| !answer.right));
}

async fn a_guess_has_no_barrier(browser: &Browser) {
    let asked = Asked::first();
    for theme in ["light", "dark"] {
        browser.prefer_color_scheme(theme).await;
        browser.backstage().await;
        browser.script("localStorage.clear()", &[]).await;
        browser.open(&asked.route).await;
        asked.reach(browser).await;
        let mut found = browser.barriers().await;
        asked.say(browser, WORDS).await;
        article_says(browser, NOTE, true).await;
        found.extend(browser.barriers().await);
        assert!(found.is_empty(), "{theme}: {}", found.join("\n"));
        let small = "return [...document.querySelectorAll('.guesses :is(button, input, summary)')].filter((it) => it.checkVisibility()).map((it) => it.getBoundingClientRect()).filter((it) => it.height < 44).length";
        assert_eq!(browser.script(small, &[]).await, 0, "targets of 44 px");
    }
}
