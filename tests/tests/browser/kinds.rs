//! Every kind of question, answered with the keys of the keyboard alone.

use scraper::ElementRef;
use site_tests::{
    browser::{Browser, Role, key::Key, starting},
    page::{Page, selector, words},
    site, wait,
};

in_every_engine! {
    an_order_is_put_right => Setup::default(),
    a_number_is_written => Setup::default(),
    a_statement_is_judged_with_its_reason => Setup::default(),
    a_case_is_solved_step_by_step => Setup::default(),
    certainty_makes_a_surprise_and_another_try_looks_another_way => Setup::default(),
    halves_are_found => Setup::default(),
}

/// What a row takes.
#[derive(Clone, Debug, PartialEq)]
enum Field {
    /// A choice, and whether it is right.
    Choice(bool),
    /// A menu, and which of its options is right, from 1 after the one that says to choose; none where
    /// it is given.
    Menu(Option<usize>),
    /// Digits.
    Number(String),
}

/// What can be checked at once.
#[derive(Debug)]
struct Ask {
    stem: String,
    rows: Vec<(String, Field)>,
}

fn ask(element: ElementRef<'_>) -> Ask {
    let within = |root: ElementRef<'_>, css: &str| root.select(&selector(css)).next().map(words);
    let legend = within(element, "legend").unwrap_or_default();
    let hint = within(element, "legend .hint").unwrap_or_default();
    let rows = element
        .select(&selector("[data-choice]"))
        .map(|row| {
            let answer = row.attr("data-answer");
            let field = if row.select(&selector("select")).next().is_some() {
                let given = row.attr("data-given").is_some();
                let right = row
                    .select(&selector("option"))
                    .position(|option| option.attr("value") == answer);
                Field::Menu(right.filter(|_| !given))
            } else if let Some(answer) = answer {
                Field::Number(answer.to_owned())
            } else {
                Field::Choice(row.attr("data-correct") == Some("true"))
            };
            (within(row, "label").unwrap_or_default(), field)
        })
        .collect();
    Ask {
        stem: legend
            .strip_suffix(hint.as_str())
            .unwrap_or(&legend)
            .trim()
            .to_owned(),
        rows,
    }
}

/// The first question of a kind: its address, its permanent id and what can be checked in it.
fn first(kind: &str) -> (String, String, Vec<Ask>) {
    for route in site::routes() {
        if !route.starts_with("/quizzes/") || route == "/quizzes/" {
            continue;
        }
        let page = Page::of(&route);
        if let Some(form) = page
            .all(&format!("form.question[data-kind='{kind}']"))
            .first()
        {
            let mut asks: Vec<Ask> = form.select(&selector(".ask")).map(ask).collect();
            if asks.is_empty() {
                asks.push(ask(*form));
            }
            let attr = |name| form.attr(name).unwrap_or_default().to_owned();
            return (
                format!("{route}#{}", attr("id")),
                attr("data-question"),
                asks,
            );
        }
    }
    panic!("no question of kind {kind} on the site");
}

/// Fills in what is right.
async fn fill(browser: &Browser, ask: &Ask) {
    let group = browser.page().get(Role::Group, starting(&ask.stem)).await;
    for (label, field) in &ask.rows {
        let inside = browser.inside(&group);
        let (element, keys) = match field {
            // The arrow keys, which choose in every engine. Letters do not: WebKit takes a space as the key
            // that opens the menu, so they cannot tell "It now turns" from "It still turns" (seen on a
            // page with nothing but menus, too).
            Field::Menu(Some(option)) => {
                let menu = inside.get(Role::ComboBox, label.as_str()).await;
                (menu, String::from(char::from(Key::Down)).repeat(*option))
            }
            Field::Choice(true) => {
                let choices = inside.all(Role::Radio, label.as_str()).await;
                let element = match choices.into_iter().next() {
                    Some(radio) => radio,
                    None => inside.get(Role::Checkbox, label.as_str()).await,
                };
                (element, String::from(" "))
            }
            Field::Number(answer) => {
                let field = inside.get(Role::Textbox, label.as_str()).await;
                (field, format!("{answer},0"))
            }
            Field::Menu(None) | Field::Choice(false) => continue,
        };
        element.send_keys(&keys).await.expect("keys");
    }
}

/// Presses Enter on the button that checks; `nth` where there are several.
async fn check(browser: &Browser, address: &str, nth: usize) {
    let (_, id) = address.split_once('#').expect("an anchor");
    let find =
        "return [...document.getElementById(arguments[0]).querySelectorAll('[data-action=check]')]";
    let found = browser.script(find, &[id.into()]).await;
    let button = browser
        .elements(&found)
        .into_iter()
        .nth(nth)
        .expect("the button that checks");
    button.send_keys(&Key::Enter).await.expect("Enter");
    let focus = browser.focus().await;
    assert_eq!(focus.role, "button", "the focus stays: {focus:?}");
}

/// Waits until the question counts as answered, rightly, and is stored so.
async fn is_right(browser: &Browser, address: &str, name: &str) {
    let (_, id) = address.split_once('#').expect("an anchor");
    wait::until("the result of the question", async || {
        let read = "const form = document.getElementById(arguments[0]); return `${form.dataset.result} ${form.dataset.known}`";
        let result = browser.script(read, &[id.into()]).await;
        if result == "right true" {
            Ok(())
        } else {
            Err(result.to_string())
        }
    })
    .await;
    let stored = browser
        .stored("prime-mover.progress")
        .await
        .unwrap_or_default();
    assert!(stored.contains(&format!("\"{name}\"")), "{stored}");
}

async fn answers_rightly(browser: &Browser, kind: &str) {
    let (address, name, asks) = first(kind);
    browser.open(&address.replace('#', "?again#")).await;
    fill(browser, &asks[0]).await;
    check(browser, &address, 0).await;
    browser.page().says("Correct.").await;
    is_right(browser, &address, &name).await;
}

async fn an_order_is_put_right(browser: &Browser) {
    let (address, _, asks) = first("order");
    browser.open(&address).await;
    check_says(browser, &address, "Give each one a place first.").await;
    let group = browser
        .page()
        .get(Role::Group, starting(&asks[0].stem))
        .await;
    let menus = browser
        .inside(&group)
        .all(Role::ComboBox, starting(""))
        .await;
    for menu in &menus {
        menu.send_keys("1").await.expect("a key");
    }
    check_says(browser, &address, "Two have place 1.").await;
    answers_rightly(browser, "order").await;
}

/// Checks what cannot be checked yet: the sentence says why.
async fn check_says(browser: &Browser, address: &str, sentence: &str) {
    let (_, id) = address.split_once('#').expect("an anchor");
    let find = "return [...document.getElementById(arguments[0]).querySelectorAll('[data-action=check]')].slice(0, 1)";
    let found = browser.script(find, &[id.into()]).await;
    for button in browser.elements(&found) {
        button.send_keys(&Key::Enter).await.expect("Enter");
    }
    browser.page().says(sentence).await;
}

async fn halves_are_found(browser: &Browser) {
    answers_rightly(browser, "match").await;
}

async fn a_number_is_written(browser: &Browser) {
    let (address, name, asks) = first("number");
    browser.open(&address).await;
    let field = browser.page().first(Role::Textbox, "Your answer").await;
    field.send_keys("some").await.expect("keys");
    browser.press(&[Key::Enter]).await;
    browser.page().says("That is not a number yet.").await;
    let focus = browser.focus().await;
    assert_eq!(focus.name, "Your answer", "the focus goes to the field");
    for _ in 0..4 {
        browser.press(&[Key::Backspace]).await;
    }
    fill(browser, &asks[0]).await;
    browser.press(&[Key::Enter]).await;
    browser.page().says("Correct.").await;
    is_right(browser, &address, &name).await;
}

async fn a_statement_is_judged_with_its_reason(browser: &Browser) {
    answers_rightly(browser, "true-or-false").await;
}

async fn a_case_is_solved_step_by_step(browser: &Browser) {
    let (address, name, asks) = first("case");
    browser.open(&address).await;
    assert_eq!(asks.len(), 3, "{asks:?}");
    for (step, ask) in asks.iter().enumerate() {
        let stored = browser.stored("prime-mover.progress").await;
        assert!(
            !stored.unwrap_or_default().contains(&name),
            "a case is answered with its last step"
        );
        fill(browser, ask).await;
        check(browser, &address, step).await;
    }
    is_right(browser, &address, &name).await;
    assert!(browser.barriers().await.is_empty(), "a solved case");
}

async fn certainty_makes_a_surprise_and_another_try_looks_another_way(browser: &Browser) {
    let (address, _, asks) = first("one");
    browser.open(&address).await;
    let group = browser
        .page()
        .get(Role::Group, starting(&asks[0].stem))
        .await;
    let names = async || {
        let rows = "return [...arguments[0].querySelectorAll('[data-choice]')].map((it) => it.dataset.choice).join(' ')";
        let read = browser
            .script(rows, &[site_tests::browser::argument(&group)])
            .await;
        read.as_str().unwrap_or_default().to_owned()
    };
    let before = names().await;
    let (wrong, _) = asks[0]
        .rows
        .iter()
        .find(|(_, field)| *field == Field::Choice(false))
        .expect("a wrong choice");
    browser
        .inside(&group)
        .click(Role::Radio, wrong.as_str())
        .await;
    let high = browser.page().first(Role::Radio, "High").await;
    high.send_keys(" ").await.expect("a key");
    check(browser, &address, 0).await;
    browser.page().says("It comes back tomorrow.").await;
    assert!(browser.barriers().await.is_empty(), "a surprise");
    assert_eq!(names().await, before, "a checked question stays as it is");
    browser.press(&[Key::Enter]).await;
    wait::until("another order", async || {
        let now = names().await;
        if now != before { Ok(()) } else { Err(now) }
    })
    .await;
}
