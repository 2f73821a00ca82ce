//! Questions with a figure: named, found and set without a mouse, and with one.

use serde_json::{Value as Json, json};
use site_tests::{
    browser::{Browser, Role, key::Key, starting},
    page::Page,
    wait,
};

use crate::article::{Question, questions};

in_every_engine! {
    a_part_is_named_from_its_words => Setup::default(),
    a_part_is_found_in_the_list_and_shown_in_the_drawing => Setup::default(),
    a_press_beside_a_part_chooses_it_in_the_list => Setup::default(),
    a_figure_is_set_with_the_keyboard => Setup::default(),
}

/// Opens the first question of a kind.
async fn open(browser: &Browser, kind: &str) -> (String, Question) {
    let (route, question) = questions(kind).remove(0);
    browser.open(&format!("{route}#{}", question.anchor)).await;
    (route, question)
}

/// Chooses with the keyboard and checks.
async fn choose(browser: &Browser, question: &Question, right: bool) {
    let form = browser
        .page()
        .get(Role::Group, starting(&question.stem))
        .await;
    let place = question.choices.iter().position(|(_, is)| *is == right);
    let (name, _) = &question.choices[place.expect("a choice")];
    let radio = browser.inside(&form).get(Role::Radio, name.as_str()).await;
    browser
        .script(
            "arguments[0].focus()",
            &[site_tests::browser::argument(&radio)],
        )
        .await;
    browser.press(&[Key::Space]).await;
    browser.press(&[Key::Enter]).await;
}

async fn a_part_is_named_from_its_words(browser: &Browser) {
    let (_, question) = open(browser, "name-part").await;
    let marked = "return [...document.querySelectorAll('#' + arguments[0] + ' [data-marked]')]
        .filter((part) => getComputedStyle(part).fillOpacity !== '0').length";
    let count = browser.script(marked, &[json!(question.anchor)]).await;
    assert_ne!(count, json!(0), "the marked part is seen");
    choose(browser, &question, true).await;
    browser.page().says("Correct.").await;
}

async fn a_part_is_found_in_the_list_and_shown_in_the_drawing(browser: &Browser) {
    let (_, question) = open(browser, "find-part").await;
    choose(browser, &question, false).await;
    browser.page().says("Not yet.").await;
    let marks = "return [...document.querySelectorAll('#' + arguments[0] + ' svg [data-mark]')]
        .map((part) => part.getAttribute('data-mark')).sort()";
    let marks = browser.script(marks, &[json!(question.anchor)]).await;
    let marks = marks.as_array().cloned().unwrap_or_default();
    assert!(
        marks.contains(&json!("right")) && marks.contains(&json!("wrong")),
        "both the answer and what was chosen are marked: {marks:?}"
    );
}

async fn a_press_beside_a_part_chooses_it_in_the_list(browser: &Browser) {
    let (route, question) = open(browser, "find-part").await;
    let page = Page::of(&route);
    let row = page.one(&format!(
        "#{} [data-choice][data-correct=true]",
        question.anchor
    ));
    let part = row.attr("data-choice").unwrap_or_default();
    // Under the middle of the part, at its lower edge and a little below: a finger is that wide.
    let press = "const [form, id] = arguments;
        const drawing = document.querySelector('#' + form + ' .question-figure svg');
        const part = [...drawing.querySelectorAll('[data-part=' + id + ']')]
            .find((it) => it.getBoundingClientRect().width > 0);
        const box = part.getBoundingClientRect();
        part.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true,
            clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 }));
        return document.querySelector('#' + form + ' input:checked')?.value ?? ''";
    let arguments = [json!(question.anchor), json!(part)];
    wait::until("the pressed part chosen", async || {
        match browser.script(press, &arguments).await {
            Json::String(chosen) if chosen == part => Ok(()),
            chosen => Err(format!("{chosen} instead of {part}")),
        }
    })
    .await;
    let near = "const [form] = arguments;
        const drawing = document.querySelector('#' + form + ' .question-figure svg');
        const boxes = [...document.querySelectorAll('#' + form + ' [data-choice]')].map((row) => {
            const part = [...drawing.querySelectorAll('[data-part=' + row.dataset.choice + ']')]
                .find((it) => it.getBoundingClientRect().width > 0);
            return [row.dataset.choice, part.getBoundingClientRect()];
        });
        const [id, low] = boxes.sort((a, b) => b[1].bottom - a[1].bottom)[0];
        drawing.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true,
            clientX: low.x + low.width / 2, clientY: low.bottom + 15 }));
        return document.querySelector('#' + form + ' input:checked').value === id";
    assert_eq!(
        browser.script(near, &arguments[..1]).await,
        json!(true),
        "15 pixels beside the lowest part still mean it"
    );
    let chosen = "return document.querySelectorAll('#' + arguments[0] + ' [data-chosen]').length";
    assert_ne!(browser.script(chosen, &arguments[..1]).await, json!(0));
}

async fn a_figure_is_set_with_the_keyboard(browser: &Browser) {
    let (route, question) = questions("set-figure")
        .into_iter()
        .find(|(route, _)| route.contains("pelvic-tilt"))
        .expect("a question that sets the pelvis");
    browser.open(&format!("{route}#{}", question.anchor)).await;
    let form = json!(question.anchor);
    browser.figure_awake(&format!("#{}", question.anchor)).await;
    let check = "document.querySelector('#' + arguments[0] + ' [data-action=check]').focus()";
    browser.script(check, std::slice::from_ref(&form)).await;
    browser.press(&[Key::Enter]).await;
    browser.page().says("Set the figure first").await;

    // As far as the middle of the right region, by the figure's own control.
    let page = Page::of(&route);
    let rows = format!("#{} [data-correct=true][data-where]", question.anchor);
    let region = page.one(&rows).attr("data-where").unwrap_or_default();
    let (key, span) = region.split_once('=').expect("a region");
    let (least, most) = span.split_once("..").expect("a span");
    let least: i32 = least.parse().expect("an end");
    let most: i32 = most.parse().expect("an end");
    let focus = "const range = document.querySelector('#' + arguments[0]
        + ' [data-key=' + arguments[1] + '] input[type=range]'); range.focus(); return +range.value";
    let start = browser.script(focus, &[form.clone(), json!(key)]).await;
    let start = start.as_i64().expect("a value") as i32;
    for _ in start..(least + most) / 2 {
        browser.press(&[Key::Right]).await;
    }
    browser.script(check, std::slice::from_ref(&form)).await;
    browser.press(&[Key::Enter]).await;
    browser.page().says("Correct.").await;
}
