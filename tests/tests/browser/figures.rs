//! Every figure: walked by keyboard, used without dragging, legible at every width, fast enough to drag.

use fantoccini::Locator;
use serde_json::{Value as Json, json};
use site_tests::{
    browser::{Browser, key::Key},
    site, wait,
};

in_every_engine! {
    parts_are_walked_by_keyboard => Setup::default(),
    every_control_works_without_dragging => Setup::default(),
    the_chosen_colors_reach_the_muscles => Setup::default(),
}
in_engines!(chromium_only Chromium: labels_are_legible_and_apart => Setup::default());

const CONTROLS: &str = include_str!("../../src/scripts/controls.js");
const LABELS: &str = include_str!("../../src/scripts/labels.js");

/// The pages below `/figures/` with so many names in their path.
fn figure_routes(names: usize) -> Vec<String> {
    let deep = |route: &String| {
        route.starts_with("/figures/") && route.trim_matches('/').split('/').count() == names + 1
    };
    site::routes().into_iter().filter(deep).collect()
}

/// Opens a figure's page and waits until the figure is awake.
async fn open(browser: &Browser, route: &str) {
    browser.open(route).await;
    browser.figure_awake("body").await;
}

/// The name of the part that has the focus, empty if none has.
async fn focused_part(browser: &Browser) -> String {
    let find = "const here = document.activeElement;
        return here?.closest('svg.figure-svg') ? here.getAttribute('aria-label') : ''";
    let name = browser.script(find, &[]).await;
    name.as_str().unwrap_or_default().to_owned()
}

async fn parts_are_walked_by_keyboard(browser: &Browser) {
    for route in figure_routes(1) {
        open(browser, &route).await;
        let stops = "return document.querySelectorAll('svg.figure-svg [tabindex=\"0\"]').length";
        assert_eq!(
            browser.script(stops, &[]).await,
            json!(1),
            "{route}: one stop for the Tab key"
        );
        let into = "document.querySelector('svg.figure-svg [tabindex=\"0\"]').focus()";
        browser.script(into, &[]).await;
        let first = focused_part(browser).await;
        assert!(
            first.contains(". "),
            "{route}: a part has a name and a description: {first:?}"
        );
        browser.press(&[Key::End]).await;
        let last = focused_part(browser).await;
        let count = browser
            .script(
                "return document.querySelectorAll('svg.figure-svg [data-part]').length",
                &[],
            )
            .await;
        if count != json!(1) {
            assert_ne!(first, last, "{route}: End leads to the last part");
            let mut seen = vec![last];
            for key in [
                Key::Left,
                Key::Up,
                Key::Right,
                Key::Down,
                Key::Left,
                Key::Up,
            ] {
                browser.press(&[key]).await;
                let here = focused_part(browser).await;
                assert!(!here.is_empty(), "{route}: the focus stays in the drawing");
                if !seen.contains(&here) {
                    seen.push(here);
                }
            }
            assert!(
                seen.len() > 1,
                "{route}: arrow keys lead to other parts: {seen:?}"
            );
        }
        browser.press(&[Key::Home]).await;
        assert_eq!(
            focused_part(browser).await,
            first,
            "{route}: Home leads to the first part"
        );
        let caption = "return document.querySelector('[data-part=caption]').textContent";
        assert_ne!(
            browser.script(caption, &[]).await,
            json!(""),
            "{route}: the part is named to the eye"
        );
        choose_if_possible(browser, &route).await;
        browser.press(&[Key::Escape]).await;
        assert_eq!(
            focused_part(browser).await,
            "",
            "{route}: Escape leaves the drawing"
        );
    }
}

/// Enter chooses a part where the figure has a key for it, and the address says so.
async fn choose_if_possible(browser: &Browser, route: &str) {
    let find = "const part = [...document.querySelectorAll('svg.figure-svg [role=button]')]
        .find((it) => it.getAttribute('aria-pressed') === 'false' && it.getBoundingClientRect().width > 0);
        part?.focus(); return part ?? null";
    let part = browser.script(find, &[]).await;
    if part == Json::Null {
        return;
    }
    browser.press(&[Key::Enter]).await;
    wait::until("a chosen part", async || {
        let pressed = "return document.activeElement.getAttribute('aria-pressed')";
        let address = browser.path().await;
        match browser.script(pressed, &[]).await {
            Json::String(is) if is == "true" && address.contains('?') => Ok(()),
            other => Err(format!("{route}: {other} at {address}")),
        }
    })
    .await;
}

async fn every_control_works_without_dragging(browser: &Browser) {
    let mut dead = Vec::new();
    for route in figure_routes(1) {
        open(browser, &route).await;
        let found = browser.script_async(CONTROLS, &[]).await;
        let found = found.as_array().cloned().unwrap_or_default();
        dead.extend(found.iter().map(|problem| format!("{route} {problem}")));
    }
    assert!(dead.is_empty(), "{}", dead.join("\n"));
}

async fn labels_are_legible_and_apart(browser: &Browser) {
    let mut wrong = Vec::new();
    let routes = [figure_routes(1), figure_routes(2)].concat();
    assert!(!routes.is_empty());
    for route in routes {
        open(browser, &route).await;
        for width in [360, 768, 1440] {
            browser.viewport(width, 900).await;
            let found = browser.script(LABELS, &[]).await;
            let found = found.as_array().cloned().unwrap_or_default();
            wrong.extend(
                found
                    .iter()
                    .map(|problem| format!("{route} at {width} px: {problem}")),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The shares of a figure's pixels that are red, as muscles are by nature, and orange, as gluteus medius is
/// where colors tell muscles apart.
async fn red_and_orange(browser: &Browser) -> (f64, f64) {
    const COUNT: &str = "const [bytes, done] = arguments;
        createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' })).then((image) => {
            const canvas = document.createElement('canvas');
            [canvas.width, canvas.height] = [image.width, image.height];
            const context = canvas.getContext('2d');
            context.drawImage(image, 0, 0);
            const { data } = context.getImageData(0, 0, image.width, image.height);
            let [red, orange] = [0, 0];
            for (let at = 0; at < data.length; at += 4) {
                const [r, g, b] = [data[at], data[at + 1], data[at + 2]];
                if (r > 110 && g < 0.55 * r && b < 0.55 * r) red += 1;
                if (r > 200 && Math.abs(g - 0.69 * r) < 18 && b < 60) orange += 1;
            }
            done([red, orange].map((count) => (4 * count) / data.length));
        }, (error) => done(String(error)))";
    let drawing = Locator::Css("svg.figure-svg");
    let drawing = browser.client.find(drawing).await.expect("a drawing");
    let image = drawing.screenshot().await.expect("its picture");
    let shares = browser.script_async(COUNT, &[json!(image)]).await;
    let share = |index: usize| shares[index].as_f64();
    match (share(0), share(1)) {
        (Some(red), Some(orange)) => (red, orange),
        _ => panic!("no pixels: {shares}"),
    }
}

/// The muscles are image files: the fragment of their addresses chooses the colors, and each engine has its own
/// way with fragments inside images.
async fn the_chosen_colors_reach_the_muscles(browser: &Browser) {
    let seen = async |route: &str, wanted: fn(f64, f64) -> bool| {
        open(browser, route).await;
        wait::until(route, async || {
            let (red, orange) = red_and_orange(browser).await;
            if wanted(red, orange) {
                Ok(())
            } else {
                Err(format!(
                    "{red:.4} of the pixels are red, {orange:.4} orange"
                ))
            }
        })
        .await;
    };
    let hip = "/figures/hip-layers/?layer=2";
    seen(hip, |red, orange| red > 0.05 && orange < 0.005).await;
    let muscles = [hip, "&mode=muscle"].concat();
    seen(&muscles, |_, orange| orange > 0.01).await;
    let fibers = [hip, "&mode=fibers"].concat();
    seen(&fibers, |red, orange| red < 0.02 && orange < 0.005).await;
}
