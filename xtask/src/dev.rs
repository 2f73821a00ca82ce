//! `cargo xtask dev`: builds again on every save and reloads the open pages.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use crate::build::{self, Flavor, Options};
use crate::fingerprint;
use crate::process::Result;
use crate::serve::{self, Reload, Server};
use crate::steps::Steps;
use crate::tools;

/// How often the files are looked at.
const POLL: Duration = Duration::from_millis(250);

/// What only the press reads when it runs.
const CONTENT: [&str; 3] = ["content", "style", "public"];
/// What programs are built from.
const CODE: [&str; 7] = [
    "src",
    "crates",
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
    "index.html",
    ".cargo",
];

/// What a save asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Change {
    Content,
    Code,
}

/// Builds, serves, and goes on until the process ends.
///
/// # Errors
/// If the port is taken or the files cannot be looked at. A build that fails is shown and
/// waits for the next save.
pub fn dev(logs: &Path, port: u16) -> Result<()> {
    let options = Options {
        flavor: Flavor::Quick,
        ..Options::default()
    };
    let mut seen = Snapshot::take()?;
    let mut built = attempt(logs, &options, Change::Code);
    let reload = Reload::default();
    let mut server: Option<Server> = None;
    loop {
        if built && server.is_none() {
            let started = serve::start(serve::Options {
                port,
                reload: Some(reload.clone()),
                ..serve::Options::new(options.dist())
            })?;
            println!("\n    {}\n", started.url());
            println!("Saves are built and shown at once. Ctrl-C stops.");
            server = Some(started);
        }
        let (now, change) = seen.wait_for_change()?;
        seen = now;
        built = attempt(logs, &options, change);
        if built {
            reload.tell();
        }
    }
}

/// Builds what a change asks for; whether it went well.
fn attempt(logs: &Path, options: &Options, change: Change) -> bool {
    let result = Steps::new(logs.to_path_buf()).and_then(|steps| match change {
        Change::Code => build::build(&steps, options),
        Change::Content => {
            // Both are up to date and only named here, unless the last build failed.
            let press = build::press(&steps)?;
            let bundle = build::bundle(&steps, options.flavor)?;
            build::site(&steps, &press, &bundle, options)
        }
    });
    if let Err(failure) = &result {
        eprintln!("{failure}");
    }
    result.is_ok()
}

/// When each file was last written.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Snapshot(BTreeMap<PathBuf, (SystemTime, u64)>);

impl Snapshot {
    fn take() -> Result<Self> {
        let root = tools::repository();
        let roots: Vec<_> = CONTENT
            .iter()
            .chain(&CODE)
            .map(|name| root.join(name))
            .collect();
        Self::of(&roots)
    }

    fn of(roots: &[PathBuf]) -> Result<Self> {
        let mut times = BTreeMap::new();
        for file in fingerprint::files(roots)? {
            // A file that vanished meanwhile is a change that shows by its absence.
            if let Ok(data) = file.metadata() {
                let time = data.modified().unwrap_or(SystemTime::UNIX_EPOCH);
                times.insert(file, (time, data.len()));
            }
        }
        Ok(Self(times))
    }

    /// Waits until something differs and then until it stays the same: editors and version
    /// control write many files one after another.
    fn wait_for_change(&self) -> Result<(Self, Change)> {
        loop {
            thread::sleep(POLL);
            let mut now = Self::take()?;
            if now == *self {
                continue;
            }
            loop {
                thread::sleep(POLL / 2);
                let later = Self::take()?;
                if later == now {
                    break;
                }
                now = later;
            }
            if let Some(change) = self.kind(&now, tools::repository()) {
                return Ok((now, change));
            }
        }
    }

    /// The larger of the changes between two looks.
    fn kind(&self, now: &Self, root: &Path) -> Option<Change> {
        let gone = self.0.keys().filter(|file| !now.0.contains_key(*file));
        let new = now
            .0
            .iter()
            .filter(|(file, time)| self.0.get(*file) != Some(time))
            .map(|(file, _)| file);
        gone.chain(new)
            .map(|file| {
                let content = CONTENT.iter().any(|name| file.starts_with(root.join(name)));
                if content {
                    Change::Content
                } else {
                    Change::Code
                }
            })
            .max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_change_asks_for_no_more_than_it_needs() {
        let root = std::env::temp_dir().join(format!("xtask-dev-{}", std::process::id()));
        for folder in ["content", "src"] {
            fs::create_dir_all(root.join(folder)).expect("a folder");
            fs::write(root.join(folder).join("a"), "one").expect("a file");
        }
        let look = || Snapshot::of(&[root.join("content"), root.join("src")]).expect("readable");
        let first = look();
        assert_eq!(first.kind(&first, &root), None);
        fs::write(root.join("content/a"), "longer").expect("a file");
        let second = look();
        assert_eq!(first.kind(&second, &root), Some(Change::Content));
        fs::remove_file(root.join("src/a")).expect("a file");
        assert_eq!(first.kind(&look(), &root), Some(Change::Code));
        fs::remove_dir_all(&root).expect("the temporary folder goes away");
    }
}
