//! The three browsers: how each is started and what it can be told.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value as Json, json};
use xtask::tools::{self, browsers};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium with ChromeDriver.
    Chromium,
    /// Firefox with geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser with WebKitWebDriver, in an X server without a screen.
    WebKit,
}

/// How a browser is to be started. The profile is always a fresh one.
#[derive(Clone, Debug)]
pub struct Setup {
    /// Whether pages may run scripts.
    pub scripts: bool,
    /// Whether pages may store anything.
    pub storage: bool,
    /// Width and height of the window in CSS pixels.
    pub window: (u32, u32),
    /// The reader's text size in percent of the usual. Chromium only.
    pub text_percent: u32,
    /// Whether the pages carry the probe: needed in Firefox and WebKit to hear of problems.
    pub served: crate::site::Served,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            scripts: true,
            storage: true,
            window: (1280, 900),
            text_percent: 100,
            served: crate::site::Served::AsBuilt,
        }
    }
}

impl Setup {
    /// With scripts switched off in the browser.
    pub fn without_scripts() -> Self {
        Self {
            scripts: false,
            ..Self::default()
        }
    }

    /// With storage refused by the browser.
    pub fn without_storage() -> Self {
        Self {
            storage: false,
            ..Self::default()
        }
    }

    /// With the reader's text larger than usual. Chromium only.
    pub fn with_text_at(percent: u32) -> Self {
        Self {
            text_percent: percent,
            ..Self::default()
        }
    }

    /// With the probe in every page.
    pub fn probed() -> Self {
        Self {
            served: crate::site::Served::Probed,
            ..Self::default()
        }
    }
}

impl Engine {
    /// The driver's program.
    ///
    /// # Panics
    /// If it is not installed.
    pub(super) fn driver(self) -> PathBuf {
        let found = match self {
            Engine::Chromium => browsers::chromedriver(),
            Engine::Firefox => tools::cache()
                .ok()
                .and_then(|cache| browsers::geckodriver(&cache)),
            Engine::WebKit => browsers::webkit_driver(),
        };
        found.unwrap_or_else(|| self.missing("driver"))
    }

    /// What the driver is started with to listen on a port.
    pub(super) fn driver_arguments(self, port: u16) -> Vec<String> {
        match self {
            Engine::Chromium => vec![format!("--port={port}"), "--log-level=SEVERE".into()],
            Engine::Firefox => vec![
                "--port".into(),
                port.to_string(),
                "--log".into(),
                "error".into(),
            ],
            Engine::WebKit => vec![format!("--port={port}")],
        }
    }

    /// Whether the engine needs an X server.
    pub(super) fn needs_display(self) -> bool {
        self == Engine::WebKit
    }

    fn browser(self) -> PathBuf {
        let found = match self {
            Engine::Chromium => browsers::chromium(),
            Engine::Firefox => browsers::firefox(),
            Engine::WebKit => browsers::mini_browser(),
        };
        found.unwrap_or_else(|| self.missing("browser"))
    }

    fn missing(self, what: &str) -> ! {
        panic!(
            "the {what} of {self:?} is not installed: `cargo xtask test` installs it or says how"
        )
    }

    /// What a new session asks of the driver. `downloads` is where saved files go.
    pub(super) fn capabilities(self, setup: &Setup, downloads: &Path) -> Map<String, Json> {
        let browser = self.browser();
        let capabilities = match self {
            Engine::Chromium => chromium(&browser, setup, downloads),
            Engine::Firefox => firefox(&browser, setup, downloads),
            Engine::WebKit => webkit(&browser, setup),
        };
        match capabilities {
            Json::Object(map) => map,
            _ => Map::new(),
        }
    }
}

fn chromium(browser: &Path, setup: &Setup, downloads: &Path) -> Json {
    let (width, height) = setup.window;
    let mut settings = json!({ "cookies": if setup.storage { 1 } else { 2 } });
    if !setup.scripts {
        settings["javascript"] = json!(2);
    }
    json!({
        "browserName": "chrome",
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": {
            "binary": browser,
            "args": [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--disable-dev-shm-usage", "--force-prefers-reduced-motion", "--hide-scrollbars=false",
                format!("--window-size={width},{height}"),
            ],
            "prefs": {
                "profile.default_content_setting_values": settings,
                "download.default_directory": downloads,
                "download.prompt_for_download": false,
                "webkit.webprefs.default_font_size": 16 * setup.text_percent / 100,
            },
        },
    })
}

fn firefox(browser: &Path, setup: &Setup, downloads: &Path) -> Json {
    let (width, height) = setup.window;
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": browser,
            "args": ["-headless", "-width", width.to_string(), "-height", height.to_string()],
            "prefs": {
                "dom.storage.enabled": setup.storage,
                "javascript.enabled": setup.scripts,
                "ui.prefersReducedMotion": 1,
                "browser.download.folderList": 2,
                "browser.download.dir": downloads,
                "browser.download.useDownloadDir": true,
                "browser.download.always_ask_before_handling_new_types": false,
                "browser.helperApps.neverAsk.saveToDisk": "application/json",
            },
        },
    })
}

fn webkit(browser: &Path, setup: &Setup) -> Json {
    let (width, height) = setup.window;
    json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": {
            "binary": browser,
            "args": [
                "--automation",
                format!("--geometry={width}x{height}"),
                format!("--enable-html5-local-storage={}", setup.storage),
                format!("--enable-javascript={}", setup.scripts),
            ],
        },
    })
}
