//! The tools beside Cargo: which versions, where they lie, how they are found.
//!
//! All clones of one user share a folder, one subfolder per tool and version:
//! `$XDG_CACHE_HOME/prime-mover/<name>-<version>/`, or the same below `~/.cache`.
//! `PRIME_MOVER_TOOLS` names another folder.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::{self, Failure, Result};

/// A tool of one version in the shared folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tool {
    /// Its package in the registry, and the name of its folder.
    pub name: &'static str,
    /// The one version that the build is known to work with.
    pub version: &'static str,
    /// What proves that it is there, relative to its folder.
    pub file: &'static str,
    /// What `--version` must print somewhere in its first line; `None` for what does not run.
    pub says: Option<&'static str>,
}

/// Turns Cargo's WebAssembly into a module with JavaScript glue. The version is the one
/// that `Cargo.toml` pins.
pub const WASM_BINDGEN: Tool = Tool {
    name: "wasm-bindgen",
    version: "0.2.130",
    file: "bin/wasm-bindgen",
    says: Some("0.2.130"),
};

/// Builds the bundles of the site.
pub const TRUNK: Tool = Tool {
    name: "trunk",
    version: "0.21.14",
    file: "bin/trunk",
    says: Some("0.21.14"),
};

/// Holds `wasm-opt`. Debian's version 108 corrupts the module.
pub const BINARYEN: Tool = Tool {
    name: "binaryen",
    version: "132.0.0",
    file: "node_modules/.bin/wasm-opt",
    says: Some("version 132"),
};

/// Drives Firefox in the browser tests.
pub const GECKODRIVER: Tool = Tool {
    name: "geckodriver",
    version: "0.37.1",
    file: "bin/geckodriver",
    says: Some("0.37.1"),
};

/// Looks for barriers in the built pages. A script that the tests inject.
pub const AXE_CORE: Tool = Tool {
    name: "axe-core",
    version: "4.14.1",
    file: "node_modules/axe-core/axe.min.js",
    says: None,
};

impl Tool {
    /// The tool's folder.
    pub fn folder(&self, cache: &Path) -> PathBuf {
        cache.join(format!("{}-{}", self.name, self.version))
    }

    /// The tool's program or file.
    pub fn path(&self, cache: &Path) -> PathBuf {
        self.folder(cache).join(self.file)
    }

    /// The folder to put on the `PATH`.
    pub fn bin(&self, cache: &Path) -> PathBuf {
        let path = self.path(cache);
        path.parent().map_or(path.clone(), Path::to_path_buf)
    }

    /// Whether the tool is there. Installing renames the folder into place only after
    /// the tool has run, so its file is proof enough.
    pub fn is_installed(&self, cache: &Path) -> bool {
        self.path(cache).is_file()
    }

    /// Whether the tool below `folder` runs and is of the right version.
    pub fn works_in(&self, folder: &Path) -> bool {
        let file = folder.join(self.file);
        match self.says {
            Some(version) => process::first_line(Command::new(&file).arg("--version"))
                .is_some_and(|line| line.contains(version)),
            None => file.is_file(),
        }
    }
}

/// The shared folder of tools. It need not exist yet.
///
/// # Errors
/// If the environment names neither a cache nor a home folder.
pub fn cache() -> Result<PathBuf> {
    cache_from(|name| env::var_os(name).filter(|value| !value.is_empty()))
}

fn cache_from(variable: impl Fn(&str) -> Option<OsString>) -> Result<PathBuf> {
    if let Some(folder) = variable("PRIME_MOVER_TOOLS") {
        return Ok(folder.into());
    }
    if let Some(folder) = variable("XDG_CACHE_HOME") {
        return Ok(Path::new(&folder).join("prime-mover"));
    }
    if let Some(folder) = variable("HOME") {
        return Ok(Path::new(&folder).join(".cache/prime-mover"));
    }
    Err(Failure::new(
        "no place for tools: set HOME, XDG_CACHE_HOME or PRIME_MOVER_TOOLS to a folder",
    ))
}

/// The folder of this clone.
pub fn repository() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// A program on the `PATH`.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}

/// The web server whose configuration in `deploy/` the tests run. Debian installs it where only the
/// administrator's `PATH` leads.
pub fn nginx() -> Option<PathBuf> {
    on_path("nginx").or_else(|| Some(PathBuf::from("/usr/sbin/nginx")).filter(|it| it.is_file()))
}

/// The browsers and drivers of the browser tests.
pub mod browsers {
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::{GECKODRIVER, on_path};

    /// Chromium, by any of its usual names.
    pub fn chromium() -> Option<PathBuf> {
        ["chromium", "chromium-browser", "google-chrome"]
            .iter()
            .find_map(|name| on_path(name))
    }

    /// Chromium's driver.
    pub fn chromedriver() -> Option<PathBuf> {
        on_path("chromedriver")
    }

    /// Firefox; Debian's is the extended support release.
    pub fn firefox() -> Option<PathBuf> {
        ["firefox", "firefox-esr"]
            .iter()
            .find_map(|name| on_path(name))
    }

    /// Firefox's driver: the shared one, else one on the `PATH`.
    pub fn geckodriver(cache: &Path) -> Option<PathBuf> {
        Some(GECKODRIVER.path(cache))
            .filter(|file| file.is_file())
            .or_else(|| on_path("geckodriver"))
    }

    /// WebKitGTK's driver.
    pub fn webkit_driver() -> Option<PathBuf> {
        on_path("WebKitWebDriver")
    }

    /// WebKitGTK's test browser, which lies beside its library.
    pub fn mini_browser() -> Option<PathBuf> {
        let mut found = Vec::new();
        for base in ["/usr/lib", "/usr/libexec"] {
            find_mini_browser(Path::new(base), 2, &mut found);
        }
        // Several versions of the library can be there; the last name is the newest.
        found.sort();
        found.pop()
    }

    fn find_mini_browser(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) {
        let Ok(entries) = fs::read_dir(folder) else {
            return;
        };
        for entry in entries.flatten() {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if name.starts_with("webkit") {
                let file = entry.path().join("MiniBrowser");
                if file.is_file() {
                    found.push(file);
                }
            } else if depth > 1 && name.contains("linux-gnu") {
                find_mini_browser(&entry.path(), depth - 1, found);
            }
        }
    }

    /// The X server without a screen.
    pub fn xvfb() -> Option<PathBuf> {
        on_path("Xvfb")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cache_with(pairs: &[(&str, &str)]) -> Option<PathBuf> {
        cache_from(|name| {
            pairs
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| (*value).into())
        })
        .ok()
    }

    #[test]
    fn the_nearest_setting_names_the_cache() {
        let home = ("HOME", "/home/x");
        let xdg = ("XDG_CACHE_HOME", "/cache");
        let own = ("PRIME_MOVER_TOOLS", "/own");
        assert_eq!(
            cache_with(&[home]),
            Some("/home/x/.cache/prime-mover".into())
        );
        assert_eq!(cache_with(&[home, xdg]), Some("/cache/prime-mover".into()));
        assert_eq!(cache_with(&[home, xdg, own]), Some("/own".into()));
        assert_eq!(cache_with(&[]), None);
    }

    #[test]
    fn wasm_bindgen_is_the_version_that_cargo_pins() {
        let manifest = std::fs::read_to_string(repository().join("Cargo.toml"));
        let manifest = manifest.expect("the workspace manifest");
        let line = manifest
            .lines()
            .find(|line| line.starts_with("wasm-bindgen = "))
            .expect("wasm-bindgen in Cargo.toml");
        let pin = format!("\"={}\"", WASM_BINDGEN.version);
        assert!(line.contains(&pin), "{line}");
    }

    #[test]
    fn trunk_is_told_the_same_versions() {
        let text = std::fs::read_to_string(repository().join("Trunk.toml"));
        let text = text.expect("Trunk.toml");
        assert!(text.contains(&format!("wasm_bindgen = \"{}\"", WASM_BINDGEN.version)));
        assert!(text.contains("wasm_opt = \"version_132\""));
    }

    #[test]
    fn a_program_is_found_on_the_path() {
        assert!(on_path("sh").is_some());
        assert!(on_path("no-such-program-here").is_none());
    }
}
