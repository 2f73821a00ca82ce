//! What the site may cost: `tests/budget.toml`.

use std::{collections::BTreeMap, fs};

use serde::Deserialize;
use xtask::tools;

/// One line of the budget.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// The most that is allowed.
    pub at_most: f64,
    /// `bytes`, `ms`, or empty for a bare number.
    pub unit: String,
    /// Why this much and not less.
    pub reason: String,
}

/// The budget by name.
#[derive(Clone, Debug)]
pub struct Budget(BTreeMap<String, Line>);

impl Budget {
    /// Reads the budget file.
    ///
    /// # Panics
    /// If it is not there, not well-formed, or a line gives no reason.
    pub fn read() -> Self {
        let path = tools::repository().join("tests/budget.toml");
        let text =
            fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let lines: BTreeMap<String, Line> =
            toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        for (name, line) in &lines {
            assert!(
                !line.reason.trim().is_empty(),
                "budget.toml: {name} gives no reason"
            );
        }
        Self(lines)
    }

    /// The most that is allowed.
    ///
    /// # Panics
    /// If the budget has no such line.
    pub fn at_most(&self, name: &str) -> f64 {
        self.line(name).at_most
    }

    fn line(&self, name: &str) -> &Line {
        self.0
            .get(name)
            .unwrap_or_else(|| panic!("budget.toml: no line `{name}`"))
    }

    /// Prints what was measured beside what is allowed, and says whether it fits.
    ///
    /// # Panics
    /// If the budget has no such line.
    pub fn fits(&self, name: &str, measured: f64) -> bool {
        let line = self.line(name);
        let fits = measured <= line.at_most;
        let sign = if fits { "ok  " } else { "OVER" };
        println!(
            "{sign} {name}: {measured:.0} of at most {:.0} {}",
            line.at_most, line.unit
        );
        fits
    }

    /// Holds several measured values against the budget.
    ///
    /// # Panics
    /// After all have been printed, if one does not fit.
    pub fn hold(&self, measured: &[(&str, f64)]) {
        let over: Vec<&str> = measured
            .iter()
            .filter(|(name, value)| !self.fits(name, *value))
            .map(|(name, _)| *name)
            .collect();
        assert!(over.is_empty(), "over budget: {}", over.join(", "));
    }
}
