//! Reading `key=value` arguments.

use std::collections::BTreeMap;

/// The arguments not read yet.
pub(crate) struct Arguments {
    left: BTreeMap<String, String>,
}

impl Arguments {
    /// Reads `key=value` pairs.
    pub(crate) fn read(arguments: impl Iterator<Item = String>) -> Result<Arguments, String> {
        let mut left = BTreeMap::new();
        for argument in arguments {
            let (key, value) = argument
                .split_once('=')
                .ok_or_else(|| format!("`{argument}`: write key=value"))?;
            if left.insert(key.to_owned(), value.to_owned()).is_some() {
                return Err(format!("`{key}` is given twice"));
            }
        }
        Ok(Arguments { left })
    }

    /// A number, or its default.
    pub(crate) fn number(&mut self, key: &str, default: f64) -> Result<f64, String> {
        match self.left.remove(key) {
            None => Ok(default),
            Some(text) => text
                .parse()
                .map_err(|_| format!("{key}: `{text}` is no number")),
        }
    }

    /// An angle in degrees, as radians; the default is in radians.
    pub(crate) fn angle(&mut self, key: &str, default: f64) -> Result<f64, String> {
        Ok(self.number(key, default.to_degrees())?.to_radians())
    }

    /// A word, or its default.
    pub(crate) fn word(&mut self, key: &str, default: &str) -> String {
        self.left.remove(key).unwrap_or_else(|| default.to_owned())
    }

    /// An error if anything was not read.
    pub(crate) fn finish(&self, keys: &str) -> Result<(), String> {
        match self.left.keys().next() {
            None => Ok(()),
            Some(key) => Err(format!("no key `{key}`; there are {keys}")),
        }
    }
}
