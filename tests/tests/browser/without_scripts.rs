//! JavaScript off: every article, drawing and quiz is readable and links work.

use site_tests::{
    browser::{Browser, Role, containing, key::Key, starting},
    page::{Page, words},
};

use crate::article::{Article, questions};

in_engines!(chromium Chromium:
    an_article_is_readable => Setup::without_scripts(),
    a_quiz_has_its_answer_key => Setup::without_scripts(),
    links_lead_through_the_site => Setup::without_scripts(),
);
in_engines!(firefox Firefox:
    an_article_is_readable => Setup::without_scripts(),
    a_quiz_has_its_answer_key => Setup::without_scripts(),
    links_lead_through_the_site => Setup::without_scripts(),
);
// Without scripts WebKit's driver now and then never answers after a click that leaves the page, so
// there the links are followed with scripts only.
in_engines!(webkit WebKit:
    an_article_is_readable => Setup::without_scripts(),
    a_quiz_has_its_answer_key => Setup::without_scripts(),
);

async fn an_article_is_readable(browser: &Browser) {
    let article = Article::first();
    browser.open(&article.route).await;
    assert_eq!(
        browser.root_attribute("data-app").await,
        None,
        "no script has run"
    );
    browser.page().get(Role::Heading, &article.title).await;
    let main = browser.page().get(Role::Main, containing("")).await;
    let said = browser.words_of(&main).await;
    for section in &article.sections {
        assert!(
            said.contains(&section.title),
            "{:?} can be read",
            section.title
        );
    }
    assert!(said.split(' ').count() > 500, "the text can be read");
    for stem in Page::of(&article.route).all("form.question fieldset:not(.certainty) > legend") {
        let stem = words(stem);
        assert!(said.contains(&stem), "{stem:?} can be read");
    }
    for useless in ["Share", "Mark as read", "Check answer"] {
        assert!(
            browser.page().all(Role::Button, useless).await.is_empty(),
            "{useless:?} would do nothing"
        );
    }
    assert!(
        browser.page().all(Role::ComboBox, "Theme").await.is_empty(),
        "the theme control would do nothing"
    );
    // Terms and sources open by themselves.
    let button = browser
        .page()
        .first(Role::Button, starting("Source 1"))
        .await;
    button
        .send_keys(&Key::Enter)
        .await
        .expect("Enter on the button");
    browser.page().get(Role::Note, starting("Source 1")).await;
}

async fn a_quiz_has_its_answer_key(browser: &Browser) {
    let (route, question) = questions("one").remove(0);
    browser.open(&route).await;
    let form = browser
        .page()
        .get(Role::Group, starting(&question.stem))
        .await;
    assert_eq!(
        browser
            .inside(&form)
            .all(Role::Radio, containing(""))
            .await
            .len(),
        question.choices.len()
    );
    assert!(
        browser
            .page()
            .all(Role::Link, "Read this part")
            .await
            .is_empty(),
        "the key is folded at first"
    );
    // A `summary` has another role in each browser; its words are the same in all.
    let find = "return [...document.querySelectorAll('summary')].filter((it) => it.textContent === 'Answer and explanations').slice(0, 1)";
    let found = browser.script(find, &[]).await;
    let key = browser
        .elements(&found)
        .into_iter()
        .next()
        .expect("\"Answer and explanations\"");
    assert!(
        key.is_displayed().await.expect("a summary"),
        "the answer key is offered"
    );
    browser.click(&key).await;
    let links = browser.page().all(Role::Link, "Read this part").await;
    assert_eq!(
        links.len(),
        question.choices.len(),
        "every choice is explained"
    );
    browser.click(&links[0]).await;
    browser.arrives_at(&question.links[0]).await;
}

async fn links_lead_through_the_site(browser: &Browser) {
    let article = Article::nth(2);
    browser.open("/").await;
    for (name, path) in [
        ("Topics", "/topics/"),
        ("Figures", "/figures/"),
        ("Quizzes", "/quizzes/"),
        ("Glossary", "/glossary/"),
        ("Progress", "/progress/"),
        ("Topics", "/topics/"),
    ] {
        let nav = browser.page().get(Role::Navigation, "Site").await;
        browser.inside(&nav).click(Role::Link, name).await;
        browser.arrives_at(path).await;
    }
    browser.page().click(Role::Link, &article.title).await;
    browser.arrives_at(&article.route).await;
    browser.page().get(Role::Heading, &article.title).await;
    browser.open("/figures/one-leg-stance/").await;
    let main = browser.page().get(Role::Main, containing("")).await;
    assert!(
        browser.words_of(&main).await.contains("hip"),
        "the figure says its state"
    );
}
