//! Reading an article: contents, terms, sources, what was read.

use serde_json::{Value as Json, json};
use site_tests::{
    browser::{Browser, Element, Role, argument, containing, key::Key, starting},
    page::{Page, selector, words},
    wait,
};

use crate::article::Article;

// Not in Firefox: the one at hand keeps the contents folded on wide screens and gives its driver no way in.
in_engines!(contents_chromium Chromium: the_contents_lead_to_their_headings => Setup::default());
in_engines!(contents_webkit WebKit: the_contents_lead_to_their_headings => Setup::default());

in_every_engine! {
    a_term_explains_itself_to_the_keyboard => Setup::default(),
    a_source_shows_itself_to_the_keyboard => Setup::default(),
    a_section_is_marked_read_by_hand => Setup::default(),
    a_section_is_read_when_its_end_stays_on_screen => Setup::default(),
    paper_shows_the_pictures_that_nobody_scrolled_to => Setup::default(),
    a_link_leads_to_a_question_that_waits => Setup::default(),
}

/// Opens the table of contents where it is folded.
async fn contents(browser: &Browser) -> Element {
    let nav = browser.page().get(Role::Navigation, "On this page").await;
    if browser
        .inside(&nav)
        .all(Role::Link, containing(""))
        .await
        .is_empty()
    {
        // Each browser has another role for the fold's head; its middle may lie far down the page.
        let open = "arguments[0].querySelector('summary').click()";
        browser.script(open, &[argument(&nav)]).await;
    }
    nav
}

async fn the_contents_lead_to_their_headings(browser: &Browser) {
    let article = Article::first();
    browser.open(&article.route).await;
    for section in [&article.sections[2], &article.sections[1]] {
        let nav = contents(browser).await;
        browser.inside(&nav).click(Role::Link, &section.title).await;
        browser.arrives_at(&article.address_of(section)).await;
        let heading = browser
            .page()
            .get(Role::Heading, starting(&section.title))
            .await;
        wait::until("the heading near the top of the window", async || {
            let top = browser.top_of(&heading).await;
            if (-1.0..200.0).contains(&top) {
                Ok(())
            } else {
                Err(format!("at {top}"))
            }
        })
        .await;
        wait::until("the contents follow the heading in view", async || {
            let nav = contents(browser).await;
            let link = browser.inside(&nav).get(Role::Link, &section.title).await;
            match link.attr("aria-current").await {
                Ok(Some(current)) if current == "true" => Ok(()),
                other => Err(format!("aria-current of {:?}: {other:?}", section.title)),
            }
        })
        .await;
    }
}

/// A popover, read off the built page: the name it has, and its paragraphs.
fn popover(article: &Article, id: &str) -> (String, Vec<String>) {
    let page = Page::of(&article.route);
    let note = page.one(&format!("[id='{id}']"));
    let name = note.attr("aria-labelledby").expect("a popover with a name");
    let paragraphs = selector("p:not(.popover-title, .popover-foot)");
    let said = note.select(&paragraphs).map(words).collect();
    (words(page.one(&format!("[id='{name}']"))), said)
}

/// Opens a popover from its button with the keyboard, reads it, and closes it again, both ways.
async fn opens_and_closes(
    browser: &Browser,
    button: &Element,
    (title, meaning): (String, Vec<String>),
) {
    let (_, name) = browser.described(button).await;
    for leave in ["Escape", "Close"] {
        button
            .send_keys(&Key::Enter)
            .await
            .expect("Enter on the button");
        let note = browser.page().get(Role::Note, title.as_str()).await;
        let said = browser.words_of(&note).await;
        for sentence in &meaning {
            assert!(
                said.contains(sentence),
                "the popover of {name:?} says {said:?}, not {sentence:?}"
            );
        }
        if leave == "Escape" {
            browser.press(&[Key::Escape]).await;
        } else {
            let close = browser.inside(&note).get(Role::Button, "Close").await;
            close
                .send_keys(&Key::Enter)
                .await
                .expect("Enter on the button that closes");
        }
        browser.page().gone(Role::Note, title.as_str()).await;
        let focus = browser.focus().await;
        assert_eq!(
            focus.name, name,
            "after {leave} the focus is back on the button"
        );
    }
}

async fn a_term_explains_itself_to_the_keyboard(browser: &Browser) {
    let article = Article::first();
    let page = Page::of(&article.route);
    let term = page.all(".prose button.term")[0];
    let target = term.attr("popovertarget").unwrap_or_default();
    browser.open(&article.route).await;
    let button = browser.page().first(Role::Button, &words(term)).await;
    opens_and_closes(browser, &button, popover(&article, target)).await;
}

async fn a_source_shows_itself_to_the_keyboard(browser: &Browser) {
    let article = Article::first();
    browser.open(&article.route).await;
    let button = browser
        .page()
        .first(Role::Button, starting("Source 1"))
        .await;
    opens_and_closes(browser, &button, popover(&article, "source-1")).await;
}

/// Whether the section says that it is read.
async fn is_read(browser: &Browser, title: &str) -> Result<bool, String> {
    let section = browser.page().get(Role::Region, starting(title)).await;
    let button = browser
        .inside(&section)
        .get(Role::Button, containing("ead"))
        .await;
    button
        .attr("aria-pressed")
        .await
        .map(|pressed| pressed.as_deref() == Some("true"))
        .map_err(|error| error.to_string())
}

async fn a_section_is_marked_read_by_hand(browser: &Browser) {
    let article = Article::first();
    let section = &article.sections[1];
    browser.open(&article.route).await;
    let region = browser
        .page()
        .get(Role::Region, starting(&section.title))
        .await;
    browser
        .inside(&region)
        .click(Role::Button, "Mark as read")
        .await;
    wait::until("the section is marked", async || {
        match is_read(browser, &section.title).await? {
            true => Ok(()),
            false => Err("not pressed".into()),
        }
    })
    .await;
    browser.reload().await;
    wait::until(
        "the section is still marked after loading anew",
        async || match is_read(browser, &section.title).await? {
            true => Ok(()),
            false => Err("not pressed".into()),
        },
    )
    .await;

    // The progress page lists it, with a link to it.
    let site_nav = browser.page().get(Role::Navigation, "Site").await;
    browser
        .inside(&site_nav)
        .click(Role::Link, "Progress")
        .await;
    browser.arrives_at("/progress/").await;
    browser.page().get(Role::Link, &article.title).await;
    let main = browser.page().get(Role::Main, containing("")).await;
    wait::until("the count of sections read", async || {
        let said = browser.words_of(&main).await;
        let count = format!("1 of {} read", article.sections.len());
        if said.contains(&count) {
            Ok(())
        } else {
            Err(said)
        }
    })
    .await;

    // And by hand it is taken back.
    browser.client.back().await.expect("back");
    browser.arrives_at(&article.route).await;
    let region = browser
        .page()
        .get(Role::Region, starting(&section.title))
        .await;
    let button = browser
        .inside(&region)
        .get(Role::Button, containing("ead"))
        .await;
    browser.click(&button).await;
    wait::until("the section is unmarked", async || {
        match is_read(browser, &section.title).await? {
            false => Ok(()),
            true => Err("still pressed".into()),
        }
    })
    .await;
}

async fn a_section_is_read_when_its_end_stays_on_screen(browser: &Browser) {
    let article = Article::first();
    let section = &article.sections[0];
    browser.open(&article.route).await;
    assert_eq!(
        is_read(browser, &section.title).await,
        Ok(false),
        "nothing is read at first"
    );
    let region = browser
        .page()
        .get(Role::Region, starting(&section.title))
        .await;
    let end = browser
        .inside(&region)
        .get(Role::Button, "Mark as read")
        .await;
    let top = browser.top_of(&end).await + browser.scroll().await;
    browser.scroll_to(top - 500.0).await;
    wait::until("the section counts as read", async || {
        match is_read(browser, &section.title).await? {
            true => Ok(()),
            false => Err("not pressed".into()),
        }
    })
    .await;
    let last = article.sections.last().expect("a last section");
    assert_eq!(
        is_read(browser, &last.title).await,
        Ok(false),
        "a section far below stays unread"
    );
}

async fn paper_shows_the_pictures_that_nobody_scrolled_to(browser: &Browser) {
    browser.open("/topics/bridges-and-beyond/").await;
    let missing = "return [...document.images]
        .filter((image) => !image.complete || !image.naturalWidth).length";
    let count = async || browser.script(missing, &[]).await.as_u64();
    assert!(count().await > Some(3), "the article has drawings far down");
    browser
        .script("dispatchEvent(new Event('beforeprint'))", &[])
        .await;
    wait::until("every picture", async || match count().await {
        Some(0) => Ok(()),
        missing => Err(format!("{missing:?} are missing")),
    })
    .await;
}

async fn a_link_leads_to_a_question_that_waits(browser: &Browser) {
    let article = Article::first();
    let page = Page::of(&article.route);
    let forms = page.all("section[data-section] form.question");
    let last = forms.last().and_then(|form| form.attr("id"));
    let id = last.expect("a question in the article");
    let in_view = || async {
        wait::until("the question in view", async || {
            let code = "const place = document.getElementById(arguments[0])?.getBoundingClientRect();
                return Boolean(place) && place.height > 0 && place.top >= -1 && place.top < innerHeight / 2";
            match browser.script(code, &[json!(id)]).await {
                Json::Bool(true) => Ok(()),
                other => Err(format!("{other} at {}", browser.scroll().await)),
            }
        })
        .await;
    };
    // By a link that somebody sent.
    browser.load("/about/").await;
    browser.load(&format!("{}#{id}", article.route)).await;
    browser.ready().await;
    in_view().await;
    // By a link inside the site.
    browser.open("/quizzes/").await;
    let code = "const link = document.createElement('a');
        link.href = arguments[0];
        link.textContent = 'That question';
        document.querySelector('main h1').after(link)";
    let address = format!("{}#{id}", article.route);
    browser.script(code, &[json!(address)]).await;
    browser.page().click(Role::Link, "That question").await;
    browser.arrives_at(&address).await;
    in_view().await;
}
