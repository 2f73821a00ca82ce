//! What must hold on every page: no problem in the console, an unchanged document, no barrier, no sideways scroll.

use std::{fs, sync::LazyLock};

use serde_json::{Value as Json, json};
use xtask::tools;

use super::{Browser, Engine, command};
use crate::{site::Served, wait};

const COMPARE: &str = include_str!("../scripts/compare.js");
const OVERFLOW: &str = include_str!("../scripts/overflow.js");

/// axe-core, as the set-up has installed it.
static AXE: LazyLock<String> = LazyLock::new(|| {
    let cache = tools::cache().unwrap_or_else(|error| panic!("{error}"));
    let file = tools::AXE_CORE.path(&cache);
    fs::read_to_string(&file).unwrap_or_else(|error| {
        panic!(
            "{}: {error}; `cargo xtask test` installs it",
            file.display()
        )
    })
});

impl Browser {
    /// Errors, warnings and policy violations of the page: in Chromium from the browser's own log since the
    /// last call, elsewhere from the probe since the page was loaded (see [`Served::Probed`]).
    pub async fn problems(&self) -> Vec<String> {
        let mut problems = Vec::new();
        if self.setup.served == Served::Probed {
            let noted = self
                .try_script("return window.siteTestProblems ?? null", &[])
                .await
                .unwrap_or(Json::Null);
            match noted.as_array() {
                Some(list) => problems.extend(
                    list.iter()
                        .map(|entry| entry.as_str().unwrap_or_default().to_owned()),
                ),
                None => problems.push("the probe is not on the page".to_owned()),
            }
        }
        if self.engine == Engine::Chromium {
            let log = command::browser_log(&self.client)
                .await
                .unwrap_or(Json::Null);
            let entries = log.as_array().map(Vec::as_slice).unwrap_or_default();
            problems.extend(
                entries
                    .iter()
                    .filter(|entry| matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING")))
                    .map(|entry| {
                        format!(
                            "{}: {}",
                            entry["level"].as_str().unwrap_or_default(),
                            entry["message"]
                        )
                    }),
            );
        }
        problems
    }

    /// Waits until nothing more is being loaded and no figure is half awake and nothing folded: twelve looks in a row at an
    /// unchanged list of what was loaded, after two frames, for it is a frame that tells the page what is in view.
    ///
    /// # Panics
    /// If it goes on loading or waking.
    pub async fn settled(&self) {
        let frames = "const done = arguments[0];
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))";
        self.script_async(frames, &[]).await;
        let (mut last, mut same) = (-1.0, 0);
        wait::until("an end of loading", async || {
            let count = self
                .number_of(
                    "const waiting = document.querySelector('[data-waking], [data-fold]') !== null;
                     return waiting ? -2 : performance.getEntriesByType('resource').length",
                    &[],
                )
                .await;
            same = if count == last && count >= 0.0 {
                same + 1
            } else {
                0
            };
            last = count;
            if same >= 12 {
                Ok(())
            } else if count < 0.0 {
                Err("a figure that goes on waking, or something that stays folded".to_owned())
            } else {
                Err(format!("{count} resources and counting"))
            }
        })
        .await;
    }

    /// Where the live body differs from the one that was served, beyond what the app may change.
    pub async fn changes_of_the_document(&self) -> Vec<String> {
        let differences = self.script_async(COMPARE, &[]).await;
        let list = differences
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default();
        list.iter()
            .map(|entry| entry.as_str().unwrap_or_default().to_owned())
            .collect()
    }

    /// Puts axe-core into the page, if it is not there.
    pub(super) async fn bring_axe(&self) {
        let there = self
            .script("return typeof window.axe === 'object'", &[])
            .await;
        if there != Json::Bool(true) {
            self.script(&AXE, &[]).await;
        }
    }

    /// The violations that axe-core finds on the page as it is now.
    ///
    /// # Panics
    /// If axe-core is not installed or does not run.
    pub async fn barriers(&self) -> Vec<String> {
        self.barriers_of(&[]).await
    }

    /// The violations of these rules that axe-core finds; of all that it has, if none is named.
    ///
    /// # Panics
    /// If axe-core is not installed or does not run, or has no such rule.
    pub async fn barriers_of(&self, rules: &[&str]) -> Vec<String> {
        self.bring_axe().await;
        let run = "const [rules, done] = arguments;
            axe.run(document, { resultTypes: ['violations'], ...(rules.length && { runOnly: rules }) })
               .then((found) => done(found.violations.map((rule) => ({ id: rule.id, help: rule.help,
                   nodes: rule.nodes.map((node) => node.target.join(' ') + '  ' + node.failureSummary.replace(/\\s+/g, ' ')) }))))
               .catch((error) => done(String(error)));";
        let found = self.script_async(run, &[json!(rules)]).await;
        let list = found
            .as_array()
            .unwrap_or_else(|| panic!("axe-core: {found}"));
        list.iter()
            .map(|rule| {
                let nodes: Vec<&str> = rule["nodes"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(Json::as_str)
                    .collect();
                format!(
                    "{}: {}\n      {}",
                    rule["id"],
                    rule["help"],
                    nodes.join("\n      ")
                )
            })
            .collect()
    }

    /// The elements that make the page wider than the window, if it is.
    pub async fn sideways_scroll(&self) -> Vec<String> {
        let found = self.script(OVERFLOW, &[]).await;
        found
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Json::as_str)
            .map(str::to_owned)
            .collect()
    }

    /// Chooses what the system says about light and dark. Chromium only.
    pub async fn prefer_color_scheme(&self, scheme: &str) {
        let features = json!({ "features": [
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ] });
        self.devtools("Emulation.setEmulatedMedia", features).await;
    }
}
