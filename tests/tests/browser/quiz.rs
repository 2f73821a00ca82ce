//! Answering questions.

use site_tests::{
    browser::{Browser, Focus, Role, containing, key::Key, starting},
    wait,
};

use crate::article::{Question, questions};

in_every_engine! {
    a_quiz_is_answered_with_the_keyboard_alone => Setup::default(),
    several_answers_are_scored_together => Setup::default(),
    enter_in_a_choice_checks_and_keeps_the_focus => Setup::default(),
    an_answer_in_an_article_marks_its_section_read => Setup::default(),
}

/// Presses Tab until the focus is where it should be.
pub(crate) async fn tab_to(browser: &Browser, what: &str, fits: impl Fn(&Focus) -> bool) {
    let mut passed = Vec::new();
    for _ in 0..60 {
        browser.press(&[Key::Tab]).await;
        let focus = browser.focus().await;
        if fits(&focus) {
            return;
        }
        passed.push(format!("{} {:?}", focus.role, focus.name));
    }
    panic!(
        "Tab does not come to {what}; it passes {}",
        passed.join(", ")
    );
}

/// Waits for the verdict of a question, and that every choice is explained.
async fn is_explained(browser: &Browser, question: &Question, verdict: &str) {
    let form = browser
        .page()
        .get(Role::Group, starting(&question.stem))
        .await;
    browser.page().says(verdict).await;
    wait::until("every choice explained", async || {
        let links = browser.page().all(Role::Link, "Read this part").await;
        if links.len() == question.choices.len() {
            Ok(())
        } else {
            Err(format!("{} links", links.len()))
        }
    })
    .await;
    for role in [Role::Radio, Role::Checkbox] {
        for input in browser.inside(&form).all(role, containing("")).await {
            assert!(
                !input.is_enabled().await.expect("an input"),
                "an answered question takes no other answer"
            );
        }
    }
}

async fn a_quiz_is_answered_with_the_keyboard_alone(browser: &Browser) {
    let (route, question) = questions("one").remove(0);
    browser.open(&format!("{route}#{}", question.anchor)).await;
    tab_to(browser, "the question's choices", |focus| {
        focus.role == "radio"
    })
    .await;
    // A wrong answer first: the arrow keys choose.
    let wrong = question
        .choices
        .iter()
        .position(|(_, correct)| !correct)
        .expect("a wrong choice");
    browser.press(&[Key::Space]).await;
    for _ in 0..wrong {
        browser.press(&[Key::Down]).await;
    }
    let chosen = browser.focus().await;
    assert_eq!(
        chosen.name, question.choices[wrong].0,
        "the arrow keys go through the choices"
    );
    tab_to(browser, "the button that checks", |focus| {
        focus.name == "Check answer"
    })
    .await;
    browser.press(&[Key::Enter]).await;
    is_explained(browser, &question, "Not yet.").await;
    let focus = browser.focus().await;
    assert_eq!(
        focus.role, "button",
        "the focus stays on the button: {focus:?}"
    );

    // The way to the paragraph, and with it the focus.
    tab_to(browser, "the way to the paragraph", |focus| {
        focus.name == "Read this part"
    })
    .await;
    browser.press(&[Key::Enter]).await;
    browser.arrives_at(&question.links[0]).await;
    let (_, anchor) = question.links[0].split_once('#').expect("an anchor");
    browser.focus_on(anchor).await;

    // Back, and again with the right answer.
    browser.client.back().await.expect("back");
    browser
        .arrives_at(&format!("{route}#{}", question.anchor))
        .await;
    browser
        .open(&format!("{route}?again#{}", question.anchor))
        .await;
    let right = question
        .choices
        .iter()
        .position(|(_, correct)| *correct)
        .expect("a right choice");
    tab_to(browser, "the question's choices", |focus| {
        focus.role == "radio"
    })
    .await;
    browser.press(&[Key::Space]).await;
    for _ in 0..right {
        browser.press(&[Key::Down]).await;
    }
    tab_to(browser, "the button that checks", |focus| {
        focus.name == "Check answer"
    })
    .await;
    browser.press(&[Key::Space]).await;
    is_explained(browser, &question, "Correct.").await;

    // And once more from the start.
    let focus = browser.focus().await;
    assert_eq!(focus.name, "Try again", "the same button lets try again");
    browser.press(&[Key::Enter]).await;
    wait::until("the choices are open again", async || {
        let focus = browser.focus().await;
        if focus.role == "radio" {
            Ok(())
        } else {
            Err(format!("{focus:?}"))
        }
    })
    .await;
    browser.page().gone(Role::Link, "Read this part").await;
}

async fn enter_in_a_choice_checks_and_keeps_the_focus(browser: &Browser) {
    let (route, question) = questions("one").remove(0);
    browser.open(&format!("{route}#{}", question.anchor)).await;
    question.choose(browser, &question.choices[0].0).await;
    browser.press(&[Key::Enter]).await;
    browser.page().get(Role::Button, "Try again").await;
    // The choice is locked and cannot keep it.
    assert_eq!(browser.focus().await.name, "Try again");
}

async fn several_answers_are_scored_together(browser: &Browser) {
    let (route, question) = questions("several").remove(0);
    browser.open(&format!("{route}#{}", question.anchor)).await;
    let form = browser
        .page()
        .get(Role::Group, starting(&question.stem))
        .await;
    for (name, correct) in &question.choices {
        if *correct {
            browser.inside(&form).click(Role::Checkbox, name).await;
        }
    }
    tab_to(browser, "the button that checks", |focus| {
        focus.name == "Check answer"
    })
    .await;
    browser.press(&[Key::Enter]).await;
    is_explained(browser, &question, "Correct.").await;
}

async fn an_answer_in_an_article_marks_its_section_read(browser: &Browser) {
    let (route, section, stem, choice) = check_in();
    browser.open(&route).await;
    let form = browser.page().get(Role::Group, starting(&stem)).await;
    browser.inside(&form).click(Role::Radio, &choice).await;
    tab_to(browser, "the button that checks", |focus| {
        focus.name == "Check answer"
    })
    .await;
    browser.press(&[Key::Enter]).await;
    wait::until("the section counts as read", async || {
        let region = browser.page().get(Role::Region, starting(&section)).await;
        let button = browser
            .inside(&region)
            .get(Role::Button, containing("ead"))
            .await;
        match button.attr("aria-pressed").await {
            Ok(Some(pressed)) if pressed == "true" => Ok(()),
            other => Err(format!("{other:?}")),
        }
    })
    .await;

    // Answers are kept by their permanent ids.
    let stored = browser
        .stored("prime-mover.progress")
        .await
        .unwrap_or_default();
    assert!(stored.contains("\"answers\""), "{stored}");
}

/// The first check-in with one answer in an article: route, title of its section, stem, a choice.
fn check_in() -> (String, String, String, String) {
    use site_tests::page::{Page, selector, words};
    let article = crate::article::Article::first();
    let page = Page::of(&article.route);
    let form = page.all("section[data-section] form.question[data-kind=one]")[0];
    let section = form.attr("data-section").unwrap_or_default();
    let title = article
        .sections
        .iter()
        .find(|it| it.id == section)
        .map(|it| it.title.clone())
        .unwrap_or_default();
    let text = |css: &str| {
        form.select(&selector(css))
            .next()
            .map(words)
            .unwrap_or_default()
    };
    let stem = text("legend")
        .strip_suffix(text("legend .hint").as_str())
        .unwrap_or_default()
        .trim()
        .to_owned();
    let choice = text("[data-choice]");
    (article.route, title, stem, choice)
}
