//! On every route: no request to elsewhere, no violation of the policy, nothing that runs unchecked.

use serde_json::json;
use site_tests::{browser::Browser, site, wait};

in_engines!(chromium Chromium:
    every_route_keeps_to_itself => Setup::default(),
    a_module_that_was_tampered_with_does_not_run => Setup::default(),
);
in_engines!(firefox Firefox: a_module_that_was_tampered_with_does_not_run => Setup::default());
in_engines!(webkit WebKit: a_module_that_was_tampered_with_does_not_run => Setup::default());

/// What the page asked for, and what its policies refused, from its very start.
const RECORDER: &str = "(() => {
    window.siteTestRefused = [];
    addEventListener('securitypolicyviolation', (event) =>
        window.siteTestRefused.push(`${event.violatedDirective} ${event.blockedURI} ${event.disposition}`));
})()";
const REPORT: &str = "return {
    refused: window.siteTestRefused,
    asked: performance.getEntriesByType('resource').map((entry) => entry.name),
    cookie: document.cookie,
}";

async fn every_route_keeps_to_itself(browser: &Browser) {
    let script = json!({ "source": RECORDER });
    browser
        .devtools("Page.addScriptToEvaluateOnNewDocument", script)
        .await;
    let mut routes = site::routes();
    routes.push("/404.html".to_owned());
    let mut wrong = Vec::new();
    let mut asked = 0;
    for route in &routes {
        browser.open(route).await;
        // To the end and back, so that everything that wakes near the viewport wakes.
        browser.scroll_to(1e6).await;
        browser.settled().await;
        browser.scroll_to(0.0).await;
        let report = browser.script(REPORT, &[]).await;
        for refused in report["refused"].as_array().into_iter().flatten() {
            wrong.push(format!("{route}: refused {refused}"));
        }
        let own = format!("{}/", browser.origin());
        for address in report["asked"].as_array().into_iter().flatten() {
            let address = address.as_str().unwrap_or_default();
            asked += 1;
            if !address.starts_with(&own) && !address.starts_with("data:") {
                wrong.push(format!("{route}: asked for {address}"));
            }
        }
        if report["cookie"] != json!("") {
            wrong.push(format!("{route}: cookie {}", report["cookie"]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    println!("{asked} requests on {} routes", routes.len());
    assert!(asked > routes.len(), "requests were recorded");
}

/// A copy of the site in which one file has another text but its old name.
async fn a_module_that_was_tampered_with_does_not_run(browser: &Browser) {
    for ending in [".js", ".wasm"] {
        let copy = site::copy(&format!("tampered{}", ending.replace('.', "-")));
        let files = copy.files();
        let module = files
            .iter()
            .find(|file| file.starts_with("app-") && file.ends_with(ending))
            .expect("the app");
        let mut bytes = copy.bytes(module);
        bytes.extend(match ending {
            ".js" => b"\nwindow.siteTestTampered = true;\n".as_slice(),
            // An empty section with a name: still WebAssembly.
            _ => b"\x00\x02\x01a".as_slice(),
        });
        copy.write(module, &bytes);
        let server = copy.serve();
        let address = format!("{}topics/", server.url());
        browser.client.goto(&address).await.expect("the page");
        wait::until("the app refused", async || {
            match browser.root_attribute("data-app").await.as_deref() {
                Some("failed") => Ok(()),
                other => Err(format!("data-app is {other:?}")),
            }
        })
        .await;
        let ran = browser
            .script("return window.siteTestTampered ?? false", &[])
            .await;
        assert_eq!(ran, json!(false), "{module}");
        // Whoever reads loses nothing.
        let heading = browser
            .script("return document.querySelector('h1').textContent", &[])
            .await;
        assert_eq!(heading, json!("Topics"));
    }
}
