//! Nothing runs unchecked.

use serde_json::json;
use site_tests::{browser::Browser, site, wait};

in_every_engine!(
    a_module_that_was_tampered_with_does_not_run => Setup::default(),
);

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
