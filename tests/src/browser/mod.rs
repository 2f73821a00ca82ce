//! A browser under control.
//!
//! [`run`] gives a test a browser with a fresh profile, and ends it whatever becomes of the test.

mod audit;
mod command;
mod driver;
mod engine;
mod locate;
mod run;
mod scope;
mod state;

use std::{fs, path::PathBuf};

use base64::Engine as _;
use driver::Driver;
use fantoccini::{
    Client, ClientBuilder,
    actions::{InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction},
    key::Key,
};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value as Json, json};

use crate::{site, wait};

pub use engine::{Engine, Setup};
pub use fantoccini::{elements::Element, key, wd::WindowHandle};
pub use locate::{Name, Role, containing, starting};
pub use run::run;
pub use scope::Scope;
pub use state::{Focus, argument};

/// Where to click an element.
const TARGET: &str = include_str!("../scripts/target.js");

/// A running browser on the site.
#[derive(Debug)]
pub struct Browser {
    /// Which one it is.
    pub engine: Engine,
    /// How it was started.
    pub setup: Setup,
    /// The WebDriver session, for what the harness has no name for.
    pub client: Client,
    origin: String,
    driver: Driver,
}

impl Browser {
    /// Starts a browser with a fresh profile.
    ///
    /// # Panics
    /// If the browser or its driver does not start.
    pub async fn start(engine: Engine, setup: Setup) -> Self {
        let (driver, client) = Self::session(engine, &setup).await;
        let origin = site::serve(setup.served);
        let browser = Self {
            engine,
            setup,
            client,
            origin,
            driver,
        };
        if engine == Engine::WebKit {
            let (width, height) = browser.setup.window;
            browser
                .client
                .set_window_size(width, height)
                .await
                .expect("a window of the asked size");
        }
        browser
    }

    /// A driver and its session. That a browser does not start says nothing about the site, so it is tried
    /// three times.
    async fn session(engine: Engine, setup: &Setup) -> (Driver, Client) {
        let mut failures = Vec::new();
        for _ in 0..3 {
            let driver = Driver::start(engine);
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(engine.capabilities(setup, &driver.downloads()));
            match builder.connect(&driver.address()).await {
                Ok(client) => return (driver, client),
                Err(error) => failures.push(error.to_string()),
            }
        }
        panic!("{engine:?} does not start: {}", failures.join("\n"));
    }

    /// Ends the browser and all its processes.
    pub async fn stop(self) {
        // A browser that hangs is ended with its driver.
        let _ = tokio::time::timeout(
            std::time::Duration::from_secs(10),
            self.client.clone().close(),
        )
        .await;
    }

    /// The address of the served site, such as `http://127.0.0.1:4321`, without a slash at the end.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The full address of a path on the site.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// Loads a page and, where scripts run, waits until the app is live.
    ///
    /// # Panics
    /// If the app does not become live.
    pub async fn open(&self, path: &str) {
        self.load(path).await;
        if self.setup.scripts {
            self.ready().await;
        }
    }

    /// Loads a page and does not wait for the app.
    ///
    /// # Panics
    /// If the browser cannot load it.
    pub async fn load(&self, path: &str) {
        self.client
            .goto(&self.address(path))
            .await
            .unwrap_or_else(|error| panic!("cannot open {path}: {error}"));
    }

    /// Loads the page anew and waits until the app is live.
    ///
    /// # Panics
    /// If it does not become live.
    pub async fn reload(&self) {
        self.client.refresh().await.expect("the page loads anew");
        self.ready().await;
    }

    /// Waits until the app says that it is live, and until what waited for the page to settle has come.
    ///
    /// # Panics
    /// If it does not.
    pub async fn ready(&self) {
        wait::until("<html data-app=\"ready\"> and nothing folded", async || {
            let state = self
                .script(
                    "const folded = document.querySelectorAll('[data-fold]').length;
                     return [document.documentElement.dataset.app ?? null, folded, location.href]",
                    &[],
                )
                .await;
            match (state[0].as_str(), state[1].as_u64()) {
                (Some("ready"), Some(0)) => Ok(()),
                (app, folded) => Err(format!("{app:?}, {folded:?} folded at {}", state[2])),
            }
        })
        .await;
    }

    /// Runs a script in the page and gives what it returns.
    ///
    /// # Panics
    /// If it throws.
    pub async fn script(&self, code: &str, arguments: &[Json]) -> Json {
        self.try_script(code, arguments)
            .await
            .unwrap_or_else(|error| panic!("script failed: {error}\n{code}"))
    }

    /// As [`Browser::script`], for pages that may be on their way out.
    ///
    /// # Errors
    /// If it throws, or the page is being left.
    pub async fn try_script(
        &self,
        code: &str,
        arguments: &[Json],
    ) -> Result<Json, fantoccini::error::CmdError> {
        self.client.execute(code, arguments.to_vec()).await
    }

    /// Runs a script that ends by calling its last argument, and gives what it calls it with.
    ///
    /// # Panics
    /// If it throws.
    pub async fn script_async(&self, code: &str, arguments: &[Json]) -> Json {
        let value = self.client.execute_async(code, arguments.to_vec()).await;
        value.unwrap_or_else(|error| panic!("script failed: {error}\n{code}"))
    }

    /// Clicks an element with the mouse, in a place that nothing else covers.
    ///
    /// Not by the drivers' own command: each has other ideas of what can be clicked, and ChromeDriver holds
    /// all that is in a folded `<details>` for hidden, even where the style shows it.
    ///
    /// # Panics
    /// If it stays covered; the message says by what.
    pub async fn click(&self, element: &Element) {
        let click = self
            .pointer_to(element)
            .await
            .then(PointerAction::Down {
                button: MOUSE_BUTTON_LEFT,
            })
            .then(PointerAction::Up {
                button: MOUSE_BUTTON_LEFT,
            });
        let done = self.client.perform_actions(click).await;
        done.unwrap_or_else(|error| panic!("cannot click: {error}"));
    }

    /// Moves the mouse over an element.
    ///
    /// # Panics
    /// If it stays covered; the message says by what.
    pub async fn hover(&self, element: &Element) {
        let there = self.pointer_to(element).await;
        let done = self.client.perform_actions(there).await;
        done.unwrap_or_else(|error| panic!("cannot point: {error}"));
    }

    /// The way of the mouse to an element, in a place that nothing else covers. Nobody clicks what moves: three
    /// looks in a row find it there, for what comes into view may bring in more, or grow.
    async fn pointer_to(&self, element: &Element) -> MouseActions {
        let (mut last, mut same) = (None, 0);
        let (x, y) = wait::until("an element that can be clicked", async || {
            let found = self.try_script(TARGET, &[argument(element)]).await;
            let found = found.map_err(|error| error.to_string())?;
            let (Some(x), Some(y)) = (found["x"].as_f64(), found["y"].as_f64()) else {
                (last, same) = (None, 0);
                return Err(format!("covered by {}", found["blocker"]));
            };
            same = if last == Some((x, y)) { same + 1 } else { 1 };
            last = Some((x, y));
            if same >= 3 {
                Ok((x, y))
            } else {
                Err(format!("at {x}, {y}, and perhaps moving"))
            }
        })
        .await;
        MouseActions::new("mouse".into()).then(PointerAction::MoveTo {
            duration: None,
            x,
            y,
        })
    }

    /// Presses and releases keys one after another, wherever the focus is.
    ///
    /// # Panics
    /// If the driver refuses.
    pub async fn press(&self, keys: &[Key]) {
        for key in keys {
            let value = char::from(*key);
            let stroke = KeyActions::new("keyboard".into())
                .then(KeyAction::Down { value })
                .then(KeyAction::Up { value });
            self.client
                .perform_actions(stroke)
                .await
                .unwrap_or_else(|error| panic!("{key:?}: {error}"));
        }
    }

    /// Presses a letter while Control is held.
    ///
    /// # Panics
    /// If the driver refuses.
    pub async fn press_with_control(&self, letter: char) {
        let control = char::from(Key::Control);
        let stroke = KeyActions::new("keyboard".into())
            .then(KeyAction::Down { value: control })
            .then(KeyAction::Down { value: letter })
            .then(KeyAction::Up { value: letter })
            .then(KeyAction::Up { value: control });
        self.client
            .perform_actions(stroke)
            .await
            .unwrap_or_else(|error| panic!("Control and {letter:?}: {error}"));
    }

    /// A command of Chromium's own protocol.
    ///
    /// # Panics
    /// If the browser refuses it.
    pub async fn devtools(&self, name: &str, parameters: Json) -> Json {
        command::devtools(&self.client, name, parameters)
            .await
            .unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Gives the viewport an exact size in CSS pixels. Chromium only.
    ///
    /// # Panics
    /// If the browser refuses.
    pub async fn viewport(&self, width: u32, height: u32) {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size)
            .await;
    }

    /// A picture of the whole page, as PNG. Chromium only.
    ///
    /// # Panics
    /// If the browser refuses.
    pub async fn full_page(&self) -> Vec<u8> {
        // Lazy things come when they near the viewport, and fonts when their text is laid out.
        self.script_async(
            "document.fonts.ready.then(arguments[arguments.length - 1])",
            &[],
        )
        .await;
        let metrics = self.devtools("Page.getLayoutMetrics", json!({})).await;
        let size = &metrics["cssContentSize"];
        let clip =
            json!({ "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1 });
        let options = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        let picture = self.devtools("Page.captureScreenshot", options).await;
        let text = picture["data"].as_str().unwrap_or_default();
        base64::engine::general_purpose::STANDARD
            .decode(text)
            .expect("a picture in Base64")
    }

    /// The files that the browser has saved so far.
    ///
    /// # Panics
    /// If their folder cannot be read.
    pub fn saved_files(&self) -> Vec<PathBuf> {
        let folder = self.driver.downloads();
        let entries =
            fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let unfinished = ["crdownload", "part", "wkdownload"];
        entries
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| {
                !unfinished
                    .iter()
                    .any(|end| path.extension().is_some_and(|found| found == *end))
            })
            .collect()
    }

    /// A file with this text, for the browser to load. It goes with the browser.
    ///
    /// # Panics
    /// If it cannot be written.
    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.driver.folder().join(name);
        fs::write(&path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        path
    }
}
