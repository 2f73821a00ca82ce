//! `cargo xtask build`: the press and the app side by side, then the site.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use crate::fingerprint;
use crate::process::{self, AtPath, Failure, Result};
use crate::steps::Steps;
use crate::tools::{self, BINARYEN, TRUNK, WASM_BINDGEN};
use crate::web::Compiler;

/// What can be asked of a build.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The address the site will have, such as `https://host/path/`; the site's own if absent.
    pub public_url: Option<String>,
    /// Where the site is written; `dist` in the repository if absent.
    pub out: Option<PathBuf>,
}

impl Options {
    /// The folder that receives the site.
    pub fn dist(&self) -> PathBuf {
        self.out
            .clone()
            .unwrap_or_else(|| tools::repository().join("dist"))
    }
}

/// Builds the site.
///
/// # Errors
/// If a tool is missing, or the app, the press or the content does not build.
pub fn build(steps: &Steps, options: &Options) -> Result<()> {
    let (press, bundle) = thread::scope(|scope| {
        let press = scope.spawn(|| press(steps));
        let bundle = bundle(steps);
        (join(press.join()), bundle)
    });
    let (press, bundle) = (press?, bundle?);
    site(steps, &press, &bundle, options)
}

/// Builds the press and names its program.
///
/// # Errors
/// If it does not compile.
pub fn press(steps: &Steps) -> Result<PathBuf> {
    steps.take("press (native)", |step| {
        let root = tools::repository();
        step.run(
            process::cargo()
                .current_dir(root)
                .env("CARGO_TARGET_DIR", root.join("target"))
                .args(["build", "--package", "press"]),
        )?;
        Ok(press_program())
    })
}

/// Where the press is built.
pub fn press_program() -> PathBuf {
    tools::repository().join("target/debug/press")
}

/// Builds the bundles for the browser unless nothing they depend on has changed.
///
/// # Errors
/// If a tool is missing or the app does not compile.
pub fn bundle(steps: &Steps) -> Result<PathBuf> {
    let root = tools::repository();
    let bundle = root.join("target/trunk");
    let cache = tools::cache()?;
    let missing: Vec<_> = [TRUNK, WASM_BINDGEN, BINARYEN]
        .iter()
        .filter(|tool| !tool.is_installed(&cache))
        .map(|tool| format!("{} {}", tool.name, tool.version))
        .collect();
    let compiler = Compiler::find();
    let (Some(compiler), true) = (compiler, missing.is_empty()) else {
        return Err(Failure::new(format!(
            "missing: {}. `cargo xtask setup` gets it",
            if compiler.is_some() {
                missing.join(", ")
            } else {
                "the WebAssembly standard library".to_owned()
            }
        )));
    };
    let record = root.join("target/trunk.fingerprint");
    let print = bundle_fingerprint(compiler)?;
    let built = fs::read_to_string(&record).is_ok_and(|old| old == print)
        && bundle.join("index.html").is_file();
    if built {
        steps.say("keep   app (WebAssembly): unchanged");
        return Ok(bundle);
    }
    // An interrupted build must not pass for the old one.
    if record.exists() {
        fs::remove_file(&record).at("remove", &record)?;
    }
    steps.take("app (WebAssembly)", |step| {
        step.run(compiler.trunk(&cache)?.args(["build", "--release"]))
    })?;
    fs::write(&record, &print).at("write", &record)?;
    Ok(bundle)
}

fn bundle_fingerprint(compiler: Compiler) -> Result<String> {
    let root = tools::repository();
    let roots: Vec<_> = BUNDLE_INPUTS.iter().map(|input| root.join(input)).collect();
    let extra = format!(
        "{:?} {} {} {} {} {}",
        compiler,
        compiler.version(),
        compiler.flags(),
        TRUNK.version,
        WASM_BINDGEN.version,
        BINARYEN.version
    );
    fingerprint::fingerprint(&fingerprint::files(&roots)?, &extra)
}

/// What the bundles are made of, relative to the repository.
pub const BUNDLE_INPUTS: [&str; 10] = [
    "src",
    "crates/content",
    "crates/kinetics",
    "crates/plates",
    "crates/study",
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
    "index.html",
    ".cargo/config.toml",
];

/// Runs the press over the content.
///
/// # Errors
/// If the content has errors; they are printed by the press.
pub fn site(steps: &Steps, press: &Path, bundle: &Path, options: &Options) -> Result<()> {
    let dist = options.dist();
    steps.take("site (press)", |step| {
        let mut command = Command::new(press);
        command
            .current_dir(tools::repository())
            .arg("build")
            .arg("--bundle")
            .arg(bundle)
            .arg("--out")
            .arg(&dist);
        if let Some(url) = &options.public_url {
            command.arg("--public-url").arg(url);
        }
        step.run(&mut command)?;
        for line in step.output().lines() {
            steps.say(&format!("         {line}"));
        }
        Ok(())
    })
}

/// Passes a panic of a thread on as a failure.
pub fn join<T>(result: thread::Result<Result<T>>) -> Result<T> {
    result.unwrap_or_else(|_| Err(Failure::new("a step of the tool itself broke off")))
}
