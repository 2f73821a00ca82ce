//! The live figure: moved by the keyboard, told in words, kept in a link.

use serde_json::{Value as Json, json};
use site_tests::{
    browser::{Browser, Role, argument, containing, key::Key},
    page::{Page, words},
    wait,
};

in_every_engine! {
    a_figure_is_moved_told_and_linked => Setup::default(),
    a_state_with_a_name_is_a_page => Setup::default(),
    what_was_moved_before_the_figure_was_awake_counts => Setup::default(),
    what_was_set_while_the_figure_woke_counts => Setup::default(),
    a_number_typed_during_a_drag_stays => Setup::default(),
}

const ROUTE: &str = "/figures/one-leg-stance/";

/// What the figure says of its state.
async fn sentence(browser: &Browser) -> String {
    // The sentence is what describes the drawing; drawings have another role in each browser.
    let find = "const drawing = document.querySelector('figure svg[aria-describedby]');
        return document.getElementById(drawing.getAttribute('aria-describedby')).textContent";
    let text = browser.script(find, &[]).await;
    text.as_str()
        .unwrap_or_default()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

async fn drawing_of(browser: &Browser) -> Json {
    let drawing = "return document.querySelector('figure svg').outerHTML";
    browser.script(drawing, &[]).await
}

/// The name of the control of a state key, as the built page has it.
fn control(key: &str) -> String {
    words(Page::of(ROUTE).one(&format!("[data-key='{key}'] label")))
}

/// Opens the figure in a state and waits until it is more than a drawing.
async fn open(browser: &Browser, address: &str) {
    browser.open(address).await;
    browser.figure_awake("body").await;
}

/// Moves the trunk by one key, and waits until the figure says so.
async fn lean(browser: &Browser, key: Key) -> String {
    let before = sentence(browser).await;
    browser.press(&[key]).await;
    wait::until("another sentence", async || {
        let now = sentence(browser).await;
        if now == before { Err(now) } else { Ok(now) }
    })
    .await
}

async fn a_figure_is_moved_told_and_linked(browser: &Browser) {
    let page = Page::of(ROUTE);
    let written = words(page.one("[data-part=state]"));
    open(browser, ROUTE).await;
    assert_eq!(
        sentence(browser).await,
        written,
        "the live figure begins as it was written"
    );
    assert_eq!(
        browser.path().await,
        ROUTE,
        "the state it begins with is no part of the address"
    );

    let slider = browser.page().get(Role::Slider, &control("lean")).await;
    browser
        .script("arguments[0].focus()", &[argument(&slider)])
        .await;
    let moved = lean(browser, Key::Right).await;
    let moved_further = lean(browser, Key::Right).await;
    assert_ne!(moved, moved_further);
    let value = browser
        .script("return arguments[0].value", &[argument(&slider)])
        .await;
    let value = value.as_str().unwrap_or_default().to_owned();
    let address = format!("{ROUTE}?lean={value}");
    browser.arrives_at(&address).await;
    let drawing = drawing_of(browser).await;

    // The same state elsewhere: another window, by the link alone.
    let other = browser
        .client
        .new_window(false)
        .await
        .expect("another window")
        .handle;
    browser
        .client
        .switch_to_window(other)
        .await
        .expect("the other window");
    open(browser, &address).await;
    wait::until("the same sentence from the link", async || {
        let now = sentence(browser).await;
        if now == moved_further {
            Ok(())
        } else {
            Err(now)
        }
    })
    .await;
    let slider = browser.page().get(Role::Slider, &control("lean")).await;
    let again = browser
        .script("return arguments[0].value", &[argument(&slider)])
        .await;
    assert_eq!(again, json!(value), "the control stands where it was put");
    let again = drawing_of(browser).await;
    assert_eq!(again, drawing, "the same drawing");

    // And back to the start: the address is plain again.
    browser.page().click(Role::Button, "Reset").await;
    browser.arrives_at(ROUTE).await;
    wait::until("the first sentence", async || {
        let now = sentence(browser).await;
        if now == written { Ok(()) } else { Err(now) }
    })
    .await;
    let main = browser.page().get(Role::Main, containing("")).await;
    assert!(browser.words_of(&main).await.contains(&written));
    assert_ne!(drawing, drawing_of(browser).await, "it was another drawing");
}

async fn what_was_moved_before_the_figure_was_awake_counts(browser: &Browser) {
    // In an article the figure sleeps until the reader moves.
    browser.open("/topics/hip-joint-and-levers/").await;
    let code = "const figure = document.querySelector('[data-figure=\"one-leg-stance\"]');
        const slider = figure.querySelector('[data-key=lean] input[type=range]');
        slider.value = Number(slider.value) + 3;
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        figure.querySelector('[data-key=lean] [data-step=\"1\"]').click();
        const asleep = !('live' in figure.dataset);
        slider.scrollIntoView();
        return asleep";
    let written = sentence(browser).await;
    let asleep = browser.script(code, &[]).await;
    assert_eq!(asleep, json!(true), "nobody has moved yet");
    let sum = wait::until("the sentence of the moved slider", async || {
        let now = sentence(browser).await;
        if now == written { Err(now) } else { Ok(now) }
    })
    .await;
    assert!(
        sum.contains(" 9 cm"),
        "the slider and then the button: {sum}"
    );
}

/// Lets something happen after every task but the last in which the figure wakes, and counts how often. Tasks of
/// others count too.
const BETWEEN: &str = "window.siteTestTasks = 0;
    const plain = window.setTimeout;
    window.setTimeout = (callback, ...rest) => plain(() => {
        callback();
        const figure = document.querySelector('[data-figure=one-leg-stance][data-waking]');
        if (!figure || window.siteTestTasks === 5) return;
        window.siteTestTasks += 1;
        SOMETHING;
    }, ...rest)";

/// Waits until the figure tells of the lean that every such task has moved on from 5 cm; gives it, and all that
/// the figure then shows.
async fn leaned(browser: &Browser) -> (u64, Json) {
    let tasks = browser.script("return window.siteTestTasks", &[]).await;
    let tasks = tasks.as_u64().unwrap_or_default();
    assert!(
        tasks >= 3,
        "a chance to move between any two tasks: {tasks}"
    );
    (5 + tasks, shown(browser, 5 + tasks).await)
}

/// Waits until the figure tells of a lean of so many centimeters; gives its words, what its controls show, and how
/// its body is drawn.
async fn shown(browser: &Browser, lean: u64) -> Json {
    wait::until("the lean that was set last", async || {
        let words = sentence(browser).await;
        let wanted = format!(" {lean} cm.");
        if words.contains(&wanted) {
            Ok(())
        } else {
            Err(words)
        }
    })
    .await;
    let find = "const figure = document.querySelector('figure[data-figure=one-leg-stance]');
        return [figure.querySelector('[data-part=state]').textContent,
            [...figure.querySelectorAll('.figure-range input')].map((input) => input.value).join(),
            [...figure.querySelectorAll('svg [data-part=body] *')].map((it) => it.getAttribute('transform')).join()]";
    browser.script(find, &[]).await
}

async fn what_was_set_while_the_figure_woke_counts(browser: &Browser) {
    // In an article the reader moves a slider on.
    browser.open("/topics/hip-joint-and-levers/").await;
    let slide = "const slider = figure.querySelector('[data-key=lean] input[type=range]');
        slider.value = Number(slider.value) + 1;
        slider.dispatchEvent(new Event('input', { bubbles: true }))";
    let watch = BETWEEN.replace("SOMETHING", slide);
    browser.script(&watch, &[]).await;
    let come = "document.querySelector('[data-figure=one-leg-stance]').scrollIntoView()";
    browser.script(come, &[]).await;
    browser.figure_awake("main").await;
    let (lean, moved) = leaned(browser).await;
    open(browser, &format!("{ROUTE}?lean={lean}")).await;
    assert_eq!(
        moved,
        shown(browser, lean).await,
        "as the page of its state"
    );

    // On its own page the address changes.
    browser.open("/figures/").await;
    let go = "history.replaceState(history.state, '', '?lean=' + (5 + window.siteTestTasks))";
    let watch = BETWEEN.replace("SOMETHING", go);
    browser.script(&watch, &[]).await;
    let follow = format!("document.querySelector('main a[href=\"{ROUTE}\"]').click()");
    browser.script(&follow, &[]).await;
    browser.figure_awake("body").await;
    let (lean, gone) = leaned(browser).await;
    assert_eq!(browser.path().await, format!("{ROUTE}?lean={lean}"));
    open(browser, &format!("{ROUTE}?lean={lean}")).await;
    assert_eq!(gone, shown(browser, lean).await, "as the page of its state");
}

async fn a_number_typed_during_a_drag_stays(browser: &Browser) {
    let dragged = format!("{ROUTE}?lean=4&cane=left&push=20");
    open(browser, &dragged).await;
    // One hand drags the body, the other types, before the next frame and after it.
    let both = "const done = arguments[arguments.length - 1];
        const figure = document.querySelector('figure[data-live]');
        const body = figure.querySelector('svg [data-handle]');
        const field = (key) => figure.querySelector(`[data-key=${key}] input[type=number]`);
        const pointer = (kind, x) => body.dispatchEvent(new PointerEvent(kind,
            { bubbles: true, button: 0, pointerId: 1, clientX: 300 + x, clientY: 300 }));
        const type = (text) => {
            field('push').value = text;
            field('push').dispatchEvent(new Event('input', { bubbles: true }));
        };
        const frame = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
        const slider = (key) => figure.querySelector(`[data-key=${key}] input[type=range]`);
        const both = () => [field('lean').value, field('push').value, slider('push').value];
        (async () => {
            const seen = [];
            pointer('pointerdown', 0);
            pointer('pointermove', 20);
            await frame();
            seen.push(both());
            type('012');
            pointer('pointermove', 40);
            await frame();
            seen.push(both());
            pointer('pointermove', 60);
            await frame();
            seen.push(both());
            pointer('pointerup', 60);
            field('push').dispatchEvent(new Event('change', { bubbles: true }));
            await frame();
            seen.push(both());
            done(seen);
        })().catch((error) => done(String(error)))";
    let seen = browser.script_async(both, &[]).await;
    let said = |step: usize, what: usize| seen[step][what].as_str().unwrap_or_default().to_owned();
    let (lean, push) = (|step| said(step, 0), |step| said(step, 1));
    let set = [0, 1, 2, 3].map(|step| said(step, 2));
    assert_eq!(
        set,
        ["20", "12", "12", "12"],
        "what was typed is set: {seen}"
    );
    assert!(
        lean(0) != lean(1) && lean(1) != lean(2),
        "the drag goes on: {seen}"
    );
    assert_eq!(push(0), "20", "{seen}");
    assert_eq!(
        [push(1), push(2)],
        ["012", "012"],
        "nobody interrupts who types: {seen}"
    );
    assert_eq!(push(3), "12", "until it is done: {seen}");
    let last = lean(3);
    browser
        .arrives_at(&format!("{ROUTE}?lean={last}&cane=left&push=12"))
        .await;
}

async fn a_state_with_a_name_is_a_page(browser: &Browser) {
    let route = format!("{ROUTE}with-a-cane/");
    let written = words(Page::of(&route).one("[data-part=state]"));
    open(browser, &route).await;
    assert_eq!(sentence(browser).await, written, "as it was written");
    assert_eq!(browser.path().await, route, "the state is in the name");
    let slider = browser.page().get(Role::Slider, &control("lean")).await;
    browser
        .script("arguments[0].focus()", &[argument(&slider)])
        .await;
    assert_ne!(lean(browser, Key::Right).await, written);
    // Another state is one of the figure, and no longer the one with the name.
    browser
        .arrives_at(&format!("{ROUTE}?lean=1&cane=left&push=15"))
        .await;
}
