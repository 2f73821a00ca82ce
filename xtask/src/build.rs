//! `cargo xtask build`: the press and the app side by side, then the site.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use crate::address::PublicUrl;
use crate::compiled::Shared;
use crate::fingerprint;
use crate::process::{self, AtPath, Failure, Result};
use crate::setup::{self, Purpose};
use crate::steps::Steps;
use crate::suites;
use crate::tools::{self, BINARYEN, TRUNK, WASM_BINDGEN};
use crate::web::{self, Compiler};

/// For readers, or for somebody who is changing the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Flavor {
    /// As small as possible.
    #[default]
    Release,
    /// As soon as possible.
    Quick,
}

impl Flavor {
    /// The folder that Trunk writes, in `target`.
    fn bundle(self) -> &'static str {
        match self {
            Self::Release => "trunk",
            Self::Quick => "trunk-quick",
        }
    }

    /// The folder in which Cargo builds, in `target`.
    fn target(self) -> &'static str {
        match self {
            Self::Release => "web",
            Self::Quick => "web-quick",
        }
    }

    /// The folder of the profile, in that of Cargo.
    fn profile(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Quick => "debug",
        }
    }
}

/// What can be asked of a build.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The address the site will have; the one of `content/site.toml` if absent.
    pub public_url: Option<PublicUrl>,
    /// How the app is compiled.
    pub flavor: Flavor,
    /// The folder of the release that is online, whose hashed files stay for open tabs.
    pub keep_previous: Option<PathBuf>,
}

impl Options {
    /// The folder that receives the site.
    pub fn dist(&self) -> PathBuf {
        let root = tools::repository();
        match self.flavor {
            Flavor::Release => root.join("dist"),
            Flavor::Quick => root.join("target/site-quick"),
        }
    }

    /// The path below which the site lies, with slashes at both ends.
    pub fn base(&self) -> &str {
        self.public_url
            .as_ref()
            .map_or("/", |url| url.path.as_str())
    }
}

/// Gets what is missing, and builds the site. The press needs none of the tools, so it takes what they and the
/// app leave of the processors.
///
/// # Errors
/// If a tool cannot be had, or the app, the press or the content does not build.
pub fn build(steps: &Steps, options: &Options) -> Result<()> {
    let (press, bundle) = thread::scope(|scope| {
        let press = scope.spawn(|| press(steps));
        let bundle =
            setup::set_up(steps, Purpose::Site).and_then(|()| bundle(steps, options.flavor));
        (join(press.join()), bundle)
    });
    let (press, bundle) = both(press, bundle)?;
    site(steps, &press, &bundle, options)
}

/// What the bundles are made of, relative to the repository.
const BUNDLE_INPUTS: [&str; 13] = [
    "src",
    "crates/content",
    "crates/kinetics",
    "crates/no-streams",
    "crates/plates",
    "crates/qr",
    "crates/search",
    "crates/study",
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
    "index.html",
    ".cargo/config.toml",
];

/// What the press is made of, relative to the repository.
const PRESS_INPUTS: [&str; 5] = [
    "src",
    "crates",
    "Cargo.toml",
    "Cargo.lock",
    ".cargo/config.toml",
];

/// The folder in the user's cache of what the press compressed and painted. Its number is that of the
/// form of its entries (`press::write::shelf`).
const SHELF: &str = "shelf-1";

/// The press, and whether it is the one that the sources describe.
pub(crate) struct Press(Record);

impl Press {
    /// Looks at what the press is made of, before it is built.
    ///
    /// # Errors
    /// If the sources cannot be read.
    pub(crate) fn look() -> Result<Self> {
        let compiler = process::first_line(process::rustc().arg("--version"));
        let file = tools::repository().join("target/press.fingerprint");
        let extra = compiler.unwrap_or_default();
        Record::new(file, &PRESS_INPUTS, &extra).map(Self)
    }

    /// Its program, whether built yet or not.
    pub(crate) fn program() -> PathBuf {
        tools::repository().join("target/debug/press")
    }

    /// Builds it, by whatever else builds it too, and remembers of what.
    ///
    /// # Errors
    /// Those of `build`, or if it cannot be written down.
    pub(crate) fn build<T>(&self, build: impl FnOnce() -> Result<T>) -> Result<T> {
        self.0.during(build)
    }
}

/// Builds the press, unless nothing it is made of has changed, and names its program.
///
/// # Errors
/// If it does not compile.
pub fn press(steps: &Steps) -> Result<PathBuf> {
    let press = Press::look()?;
    if !press.0.is_current(&Press::program()) {
        let shared = shared_native()?;
        steps.take("press (native)", |step| {
            shared.around(step, || {
                press.build(|| {
                    step.run(suites::yielding_cargo().args(["build", "--package", "press"]))
                })
            })
        })?;
    }
    Ok(Press::program())
}

/// What native builds share with other clones.
///
/// # Errors
/// If the lock cannot be read, or there is no place for a cache.
pub(crate) fn shared_native() -> Result<Shared> {
    let root = tools::repository();
    let compiler = process::first_line(process::rustc().arg("--version"));
    let target = (root.join("target"), vec!["debug".into()]);
    let extra = compiler.unwrap_or_default();
    Shared::new((&tools::cache()?, "native"), target, root, &extra)
}

/// Builds the bundles for the browser, unless nothing they are made of has changed, and names
/// their folder.
///
/// # Errors
/// If a tool is missing or the app does not compile.
pub fn bundle(steps: &Steps, flavor: Flavor) -> Result<PathBuf> {
    let target = tools::repository().join("target");
    let bundle = target.join(flavor.bundle());
    let cache = tools::cache()?;
    let Some(compiler) = Compiler::find() else {
        return Err(missing("the Rust standard library for the browser"));
    };
    for tool in [TRUNK, WASM_BINDGEN, BINARYEN] {
        if !tool.is_installed(&cache) {
            return Err(missing(&format!("{} {}", tool.name, tool.version)));
        }
    }
    let compiled_by = format!(
        "{compiler:?} {} {}",
        compiler.version(),
        compiler.flags(flavor).join(" "),
    );
    let record = Record::new(
        target.join(format!("{}.fingerprint", flavor.bundle())),
        &BUNDLE_INPUTS,
        &format!("{compiled_by} {TRUNK:?} {WASM_BINDGEN:?} {BINARYEN:?}"),
    )?;
    if record.is_current(&bundle.join("index.html")) {
        return Ok(bundle);
    }
    let target = target.join(flavor.target());
    let profiles = vec![
        flavor.profile().into(),
        Path::new(web::TARGET).join(flavor.profile()),
    ];
    let shared = Shared::new(
        (&cache, flavor.target()),
        (target.clone(), profiles),
        tools::repository(),
        &compiled_by,
    )?;
    steps.take("app (WebAssembly)", |step| {
        shared.around(step, || {
            record.during(|| {
                let mut command = compiler.trunk(&cache, flavor)?;
                command
                    .env("CARGO_TARGET_DIR", &target)
                    .args(["build", "--dist"])
                    .arg(&bundle);
                if flavor == Flavor::Release {
                    command.arg("--release");
                }
                step.run(&mut command)
            })
        })
    })?;
    Ok(bundle)
}

fn missing(what: &str) -> Failure {
    Failure::new(format!("missing: {what}. Run `cargo xtask setup`."))
}

/// Runs the press over the content.
///
/// # Errors
/// If the content has errors; the text is the press's.
pub fn site(steps: &Steps, press: &Path, bundle: &Path, options: &Options) -> Result<()> {
    steps.take("site (press)", |step| {
        let mut command = Command::new(press);
        command
            .current_dir(tools::repository())
            .arg("build")
            .arg("--bundle")
            .arg(bundle)
            .arg("--out")
            .arg(options.dist())
            .arg("--shelf")
            .arg(tools::cache()?.join(SHELF));
        if let Some(url) = &options.public_url {
            command.args(["--public-url", &[url.origin.as_str(), &url.path].concat()]);
        }
        if options.flavor == Flavor::Quick {
            command.arg("--no-compress");
        }
        if let Some(previous) = &options.keep_previous {
            command.arg("--keep-previous").arg(previous);
        }
        step.run(&mut command)?;
        for line in step.output().lines() {
            step.note(line);
        }
        Ok(())
    })
}

/// What something was last built from.
struct Record {
    file: PathBuf,
    print: String,
}

impl Record {
    fn new(file: PathBuf, inputs: &[&str], extra: &str) -> Result<Self> {
        let root = tools::repository();
        let roots: Vec<_> = inputs.iter().map(|input| root.join(input)).collect();
        let print = fingerprint::fingerprint(&fingerprint::files(&roots)?, extra)?;
        Ok(Self { file, print })
    }

    /// Whether `product` is there and was built from the same.
    fn is_current(&self, product: &Path) -> bool {
        product.is_file() && fs::read_to_string(&self.file).is_ok_and(|old| old == self.print)
    }

    /// Forgets the last build before this one, because an interrupted one must not pass for it, and
    /// remembers this one when it is through.
    fn during<T>(&self, build: impl FnOnce() -> Result<T>) -> Result<T> {
        self.forget()?;
        let built = build()?;
        self.keep()?;
        Ok(built)
    }

    fn forget(&self) -> Result<()> {
        match fs::remove_file(&self.file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(error).at("remove", &self.file)
            }
            _ => Ok(()),
        }
    }

    fn keep(&self) -> Result<()> {
        fs::write(&self.file, &self.print).at("write", &self.file)
    }
}

/// Passes a panic of a thread on as a failure.
pub(crate) fn join<T>(result: thread::Result<Result<T>>) -> Result<T> {
    result.unwrap_or_else(|_| Err(Failure::new("a step of the tool itself broke off")))
}

/// Both results, or the failure that came first: one that was only stopped because of the
/// other's failure explains nothing.
pub(crate) fn both<A, B>(a: Result<A>, b: Result<B>) -> Result<(A, B)> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (Err(a), Err(b)) => Err(if a.is_stop() { b } else { a }),
        (Err(failure), Ok(_)) | (Ok(_), Err(failure)) => Err(failure),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The names under `[dependencies]` of a manifest that are packages of this workspace.
    fn dependencies(manifest: &Path, packages: &[(String, String)]) -> BTreeSet<String> {
        let text = fs::read_to_string(manifest).expect("a manifest");
        text.lines()
            .skip_while(|line| *line != "[dependencies]")
            .skip(1)
            .take_while(|line| !line.starts_with('['))
            .filter_map(|line| line.split(['.', ' ']).next())
            .filter_map(|name| packages.iter().find(|(package, _)| package == name))
            .map(|(_, path)| path.clone())
            .collect()
    }

    #[test]
    fn a_build_that_failed_is_not_taken_for_the_one_before() {
        let folder =
            std::env::temp_dir().join(format!("prime-mover-record-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let product = folder.join("product");
        fs::write(&product, "").expect("a file");
        let record = Record {
            file: folder.join("fingerprint"),
            print: String::from("print"),
        };
        assert!(!record.is_current(&product));
        assert!(record.during(|| Ok(())).is_ok());
        assert!(record.is_current(&product));
        let failed: Result<()> = record.during(|| Err(Failure::new("broken".to_owned())));
        assert!(failed.is_err() && !record.is_current(&product));
        fs::remove_dir_all(&folder).expect("cleaned up");
    }

    #[test]
    fn whatever_the_bundles_are_compiled_from_is_an_input() {
        let root = tools::repository();
        let manifest = root.join("Cargo.toml");
        let text = fs::read_to_string(&manifest).expect("a manifest");
        let packages: Vec<_> = text
            .lines()
            .filter_map(|line| line.split_once(" = { path = \""))
            .filter_map(|(name, rest)| Some((name.to_owned(), rest.split('"').next()?.to_owned())))
            .collect();
        let mut wanted = dependencies(&manifest, &packages);
        assert!(wanted.contains("crates/content"), "{wanted:?}");
        loop {
            let further: BTreeSet<_> = wanted
                .iter()
                .flat_map(|path| dependencies(&root.join(path).join("Cargo.toml"), &packages))
                .collect();
            if further.is_subset(&wanted) {
                break;
            }
            wanted.extend(further);
        }
        for path in wanted {
            assert!(BUNDLE_INPUTS.contains(&path.as_str()), "{path}");
        }
    }
}
