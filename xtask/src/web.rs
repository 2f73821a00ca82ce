//! The compiler for the browser: which one, with which switches.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::build::Flavor;
use crate::process::{self, Failure, Result};
use crate::tools::{self, BINARYEN, TRUNK, WASM_BINDGEN};

/// The target's name.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// The first Rust with `panic = "immediate-abort"`.
const IMMEDIATE_ABORT_SINCE: u32 = 92;

/// The markers in prerendered HTML depend on this one, so it is set for the press too.
const SHARED: &str = "--cfg erase_components";

/// What makes the WebAssembly small: no unwinding, no texts about panics that nobody reads, and
/// nothing behind `{:?}`, which therefore must not be used for anything that a reader sees.
const SMALL: &str = "-Zunstable-options -Cpanic=immediate-abort \
    -Zlocation-detail=none -Zfmt-debug=none";

/// Where the standard library for the browser comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compiler {
    /// Debian's packages, which bring the library's source.
    Debian,
    /// The user's own Rust with the component `rust-src`.
    Source,
    /// The user's own Rust with the finished library: works, but the site's WebAssembly
    /// is larger than its budget.
    Prebuilt,
}

impl Compiler {
    /// The best one on this machine.
    pub fn find() -> Option<Self> {
        if debian() {
            return Some(Self::Debian);
        }
        if own_source() {
            return Some(Self::Source);
        }
        own_prebuilt().then_some(Self::Prebuilt)
    }

    /// What it is, for the terminal.
    pub fn describe(self) -> &'static str {
        match self {
            Self::Debian => "Debian's Rust, standard library built from source",
            Self::Source => "Rust, standard library built from source",
            Self::Prebuilt => "Rust with its finished standard library (larger WebAssembly)",
        }
    }

    /// The switches of the compiler.
    pub fn flags(self, flavor: Flavor) -> Vec<String> {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect();
        let mut flags: Vec<String> = words(SHARED);
        match (self, flavor) {
            // No place in a source stands in these bundles at all.
            (Self::Debian | Self::Source, Flavor::Release) => {
                flags.extend(words(SMALL));
            }
            // The finished library's panics name their places: not where they lay on this machine.
            (Self::Prebuilt, Flavor::Release) => flags.extend(renamed()),
            // Somebody who changes the app wants to read why it panicked.
            (_, Flavor::Quick) => {}
        }
        flags
    }

    /// Trunk with everything it needs in its environment.
    ///
    /// # Errors
    /// If the folder of tools cannot be named.
    pub fn trunk(self, cache: &Path, flavor: Flavor) -> Result<Command> {
        let mut command = Command::new(TRUNK.path(cache));
        process::native(&mut command);
        command
            .current_dir(tools::repository())
            .env("PATH", self.path(cache)?)
            // Encoded, because a folder's name may have a space.
            .env("CARGO_ENCODED_RUSTFLAGS", self.flags(flavor).join("\u{1f}"))
            .env_remove("RUSTFLAGS")
            .env("TRUNK_SKIP_VERSION_CHECK", "true")
            // Its own backtraces bury the compiler errors that matter.
            .env("RUST_BACKTRACE", "0")
            // Cargo sets this for the tool that runs here; Debian's compiler has its own.
            .env_remove("LD_LIBRARY_PATH")
            // Trunk wants `true` or `false` here and fails on the customary `1`.
            .env_remove("NO_COLOR");
        match self {
            Self::Debian => {
                command.env("RUSTC", "/usr/bin/rustc");
                build_std(&mut command);
            }
            Self::Source => build_std(&mut command),
            Self::Prebuilt => {}
        }
        Ok(command)
    }

    fn path(self, cache: &Path) -> Result<OsString> {
        let mut folders: Vec<PathBuf> = [TRUNK, WASM_BINDGEN, BINARYEN]
            .iter()
            .map(|tool| tool.bin(cache))
            .collect();
        if self == Self::Debian {
            folders.push("/usr/bin".into());
        }
        let path = env::var_os("PATH").unwrap_or_default();
        folders.extend(env::split_paths(&path));
        env::join_paths(folders)
            .map_err(|error| Failure::new(format!("a folder of tools has a bad name: {error}")))
    }

    /// The compiler's name and version, for the fingerprint.
    pub fn version(self) -> String {
        let program = match self {
            Self::Debian => "/usr/bin/rustc",
            Self::Source | Self::Prebuilt => "rustc",
        };
        rustc(program, &["--version"]).unwrap_or_default()
    }
}

/// The folders of this machine by names that are the same on every one.
fn renamed() -> Vec<String> {
    let home = env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
    let cargo = env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
    // The last that fits counts.
    [(cargo, "/cargo"), (tools::repository().to_owned(), "/site")]
        .map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()))
        .to_vec()
}

fn build_std(command: &mut Command) {
    command
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
}

fn debian() -> bool {
    [
        "/usr/bin/rustc",
        "/usr/bin/cargo",
        "/usr/lib/rustlib/src/rust/library/std",
        "/usr/bin/wasm-ld-22",
    ]
    .iter()
    .all(|path| Path::new(path).exists())
        && minor_version("/usr/bin/rustc").is_some_and(|minor| minor >= IMMEDIATE_ABORT_SINCE)
}

fn own_source() -> bool {
    let source = rustc("rustc", &["--print", "sysroot"]).is_some_and(|root| {
        Path::new(&root)
            .join("lib/rustlib/src/rust/library/std")
            .is_dir()
    });
    source && minor_version("rustc").is_some_and(|minor| minor >= IMMEDIATE_ABORT_SINCE)
}

fn own_prebuilt() -> bool {
    rustc("rustc", &["--print", "target-libdir", "--target", TARGET])
        .is_some_and(|folder| Path::new(&folder).is_dir())
}

fn rustc(program: &str, arguments: &[&str]) -> Option<String> {
    let mut command = Command::new(program);
    process::native(&mut command);
    command.env_remove("LD_LIBRARY_PATH").args(arguments);
    process::first_line(&mut command)
}

fn minor_version(program: &str) -> Option<u32> {
    minor(&rustc(program, &["--version"])?)
}

/// The 96 of `rustc 1.96.0 (…)`.
fn minor(version: &str) -> Option<u32> {
    version.split('.').nth(1)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read() {
        assert_eq!(minor("rustc 1.96.0 (ac68faa20 2026-05-25)"), Some(96));
        assert_eq!(minor("rustc"), None);
    }

    #[test]
    fn press_and_browser_share_the_switch_that_changes_markers() {
        let path = tools::repository().join(".cargo/config.toml");
        let config = std::fs::read_to_string(path).expect(".cargo/config.toml");
        assert!(config.contains(r#"rustflags = ["--cfg", "erase_components"]"#));
        for flavor in [Flavor::Release, Flavor::Quick] {
            for compiler in [Compiler::Prebuilt, Compiler::Source] {
                assert!(compiler.flags(flavor).join(" ").contains(SHARED));
            }
        }
    }

    #[test]
    fn a_release_names_no_folder_of_the_machine_that_built_it() {
        let flags = Compiler::Prebuilt.flags(Flavor::Release);
        let repository = tools::repository().display();
        assert!(flags.contains(&format!("--remap-path-prefix={repository}=/site")));
        let flags = Compiler::Source.flags(Flavor::Release);
        assert!(flags.contains(&"-Zlocation-detail=none".to_owned()));
    }

    #[test]
    fn the_browser_build_does_not_leak_into_native_ones() {
        let command = process::cargo();
        let dropped: Vec<_> = command
            .get_envs()
            .filter(|(_, value)| value.is_none())
            .map(|(name, _)| name.to_string_lossy().into_owned())
            .collect();
        for name in ["RUSTC", "RUSTC_BOOTSTRAP", "CARGO_UNSTABLE_BUILD_STD"] {
            assert!(dropped.iter().any(|d| d == name), "{name} stays set");
        }
    }
}
