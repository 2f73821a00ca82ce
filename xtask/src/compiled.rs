//! What the dependencies compile to, shared by all clones of one user.
//!
//! A new clone would compile the same few hundred packages again. What they became lies beside the
//! tools, in `compiled-<kind>-<print>/` of [`tools::cache`](crate::tools::cache), laid out as Cargo lays
//! out the folder in which it builds, and large files are one file under several names (hard links).
//!
//! Packages of this repository are never in it: Cargo knows their changes by times, which say nothing
//! about another clone. Of all others it knows name, version, features and switches, so that what does
//! not fit is compiled and not used. Sharing saves time and nothing depends on it: whatever fails here is a
//! note at the terminal.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use crate::fingerprint;
use crate::process::{AtPath, Result};
use crate::steps::Step;

/// The parts of a unit of Cargo's, in the order in which they are brought: without the last one Cargo
/// takes the others for absent.
const COMPILED: &str = "deps";
const BUILT: &str = "build";
const FINGERPRINTS: &str = ".fingerprint";

/// A folder in which Cargo builds, and its counterpart for all clones.
pub(crate) struct Shared {
    cache: PathBuf,
    kind: &'static str,
    print: String,
    target: PathBuf,
    /// Folders of profiles, relative to both.
    profiles: Vec<PathBuf>,
    /// The packages of this repository.
    own: BTreeSet<String>,
}

impl Shared {
    /// What builds of this `kind` compile in `target`, for these `profiles` (folders in it), with the
    /// repository's `Cargo.lock` and whatever `extra` tells of compiler and switches.
    ///
    /// # Errors
    /// If the lock cannot be read.
    pub(crate) fn new(
        (cache, kind): (&Path, &'static str),
        (target, profiles): (PathBuf, Vec<PathBuf>),
        repository: &Path,
        extra: &str,
    ) -> Result<Self> {
        let lock = repository.join("Cargo.lock");
        let text = fs::read_to_string(&lock).at("read", &lock)?;
        Ok(Self {
            cache: cache.to_owned(),
            kind,
            print: fingerprint::fingerprint(&[], &[&text, extra].concat())?,
            target,
            profiles,
            own: own_packages(&text),
        })
    }

    /// Builds with what other clones have compiled, and leaves them what they do not have yet.
    ///
    /// # Errors
    /// Those of `build`.
    pub(crate) fn around<T>(&self, step: &Step, build: impl FnOnce() -> Result<T>) -> Result<T> {
        match self.take() {
            Ok(0) => {}
            Ok(units) => step.note(&format!("{units} compiled units come from another clone")),
            Err(failure) => step.note(&format!("nothing taken from other clones: {failure}")),
        }
        let built = build()?;
        if let Err(failure) = self.give() {
            step.note(&format!("nothing left for other clones: {failure}"));
        }
        Ok(built)
    }

    /// Brings what other clones have compiled and this one has not. Gives the number of units.
    ///
    /// # Errors
    /// If a file can neither be linked nor copied; what has been brought until then counts.
    fn take(&self) -> Result<usize> {
        self.bring(&self.folder(), &self.target)
    }

    /// Leaves for other clones what they do not have yet; what belonged to another lock or compiler goes.
    ///
    /// # Errors
    /// Those of [`Self::take`], or if an outdated folder cannot be removed.
    fn give(&self) -> Result<usize> {
        let folder = self.folder();
        if !folder.exists() {
            self.remove_outdated()?;
        }
        self.bring(&self.target, &folder)
    }

    fn folder(&self) -> PathBuf {
        self.cache
            .join(["compiled-", self.kind, "-", &self.print].concat())
    }

    fn remove_outdated(&self) -> Result<()> {
        let prefix = ["compiled-", self.kind, "-"].concat();
        for name in names(&self.cache)? {
            // `web` must not take `web-quick` for its own.
            let print = name.strip_prefix(&prefix).unwrap_or_default();
            if is_hash(print) {
                let outdated = self.cache.join(name);
                fs::remove_dir_all(&outdated).at("remove", &outdated)?;
            }
        }
        Ok(())
    }

    fn bring(&self, from: &Path, to: &Path) -> Result<usize> {
        let mut brought = 0;
        for profile in &self.profiles {
            brought += self.bring_profile(&from.join(profile), &to.join(profile))?;
        }
        Ok(brought)
    }

    fn bring_profile(&self, from: &Path, to: &Path) -> Result<usize> {
        let foreign =
            |name: &String| unit(name).is_some_and(|(package, _)| !self.own.contains(package));
        let units: Vec<_> = names(&from.join(FINGERPRINTS))?
            .into_iter()
            .filter(foreign)
            .collect();
        if units.is_empty() {
            return Ok(0);
        }
        let hashes: BTreeSet<_> = units
            .iter()
            .filter_map(|name| Some(unit(name)?.1))
            .collect();
        for folder in [COMPILED, BUILT, FINGERPRINTS].map(|part| to.join(part)) {
            fs::create_dir_all(&folder).at("create", &folder)?;
        }
        for file in names(&from.join(COMPILED))? {
            let stem = file.split('.').next().unwrap_or_default();
            if unit(stem).is_some_and(|(_, hash)| hashes.contains(hash)) {
                let [from, to] = [from, to].map(|profile| profile.join(COMPILED).join(&file));
                bring_file(&from, &to).at("share", &to)?;
            }
        }
        for folder in names(&from.join(BUILT))?.into_iter().filter(foreign) {
            let [from, to] = [from, to].map(|profile| profile.join(BUILT).join(&folder));
            bring_whole(&from, &to)?;
        }
        let mut brought = 0;
        for folder in &units {
            let [from, to] = [from, to].map(|profile| profile.join(FINGERPRINTS).join(folder));
            brought += usize::from(bring_whole(&from, &to)?);
        }
        Ok(brought)
    }
}

/// The packages of a lock that come from no registry: those of the repository.
fn own_packages(lock: &str) -> BTreeSet<String> {
    let value = |package: &str, key: &str| {
        let mut lines = package.lines();
        lines.find_map(|line| Some(line.strip_prefix(key)?.trim_matches('"').to_owned()))
    };
    lock.split("[[package]]")
        .skip(1)
        .filter(|package| value(package, "source = ").is_none())
        .filter_map(|package| value(package, "name = "))
        .collect()
}

/// Package and hash in the name of a unit of Cargo's, such as `serde-0123456789abcdef`.
fn unit(name: &str) -> Option<(&str, &str)> {
    name.rsplit_once('-').filter(|(_, hash)| is_hash(hash))
}

fn is_hash(text: &str) -> bool {
    text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The names in a folder, sorted; none if it is not there.
fn names(folder: &Path) -> Result<Vec<String>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.at("read", folder)?,
    };
    let mut names = Vec::new();
    for entry in entries {
        // Cargo's names are plain.
        names.extend(entry.at("read", folder)?.file_name().into_string());
    }
    names.sort();
    Ok(names)
}

/// Brings a folder that is whole or absent at its new place. Says whether it was absent.
fn bring_whole(from: &Path, to: &Path) -> Result<bool> {
    if to.exists() {
        return Ok(false);
    }
    // No unit has such a name.
    let partial = to.with_extension("partial");
    if partial.exists() {
        fs::remove_dir_all(&partial).at("remove", &partial)?;
    }
    bring_folder(from, &partial).at("share", &partial)?;
    fs::rename(&partial, to).at("rename", &partial)?;
    Ok(true)
}

fn bring_folder(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            bring_folder(&entry.path(), &to)?;
        } else {
            copy(&entry.path(), &to)?;
        }
    }
    Ok(())
}

/// What the compiler writes is replaced and never changed, so one file serves all; its list of sources
/// (`.d`) is written over.
fn bring_file(from: &Path, to: &Path) -> io::Result<()> {
    if to.exists() {
        return Ok(());
    }
    if to.extension().is_none_or(|kind| kind != "d") && fs::hard_link(from, to).is_ok() {
        return Ok(());
    }
    let partial = to.with_extension("partial");
    copy(from, &partial)?;
    fs::rename(partial, to)
}

/// A copy with the time of its original: Cargo compares times of what it has built.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let mut original = File::open(from)?;
    let described = original.metadata()?;
    let mut copy = File::create(to)?;
    io::copy(&mut original, &mut copy)?;
    copy.set_modified(described.modified()?)?;
    copy.set_permissions(described.permissions())
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use super::*;

    const LOCK: &str = "version = 4\n\n[[package]]\nname = \"ours\"\nversion = \"0.1.0\"\n\n\
        [[package]]\nname = \"theirs\"\nversion = \"1.0.0\"\nsource = \"registry\"\n";
    const PROFILE: &str = "debug";
    const OURS: &str = "ours-00000000000000aa";
    const THEIRS: &str = "theirs-00000000000000bb";

    /// A user's folders, gone after the test.
    struct Home(PathBuf);

    impl Home {
        fn new(name: &str) -> Self {
            let name = format!("xtask-compiled-{name}-{}", std::process::id());
            let home = std::env::temp_dir().join(name);
            fs::create_dir_all(&home).expect("a temporary folder");
            Self(home)
        }

        /// A clone with this lock.
        fn clone(&self, name: &str, lock: &str) -> Shared {
            let clone = self.0.join(name);
            write(&clone.join("Cargo.lock"), lock);
            Shared::new(
                (&self.cache(), "native"),
                (clone.join("target"), vec![PROFILE.into()]),
                &clone,
                "1.0",
            )
            .expect("a lock")
        }

        fn cache(&self) -> PathBuf {
            self.0.join("cache")
        }
    }

    impl Drop for Home {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn write(file: &Path, text: &str) {
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, text).expect("a file");
    }

    /// Compiles both packages, as far as anybody can see.
    fn compile(clone: &Shared) {
        let folder = clone.target.join(PROFILE);
        for unit in [OURS, THEIRS] {
            write(&folder.join(FINGERPRINTS).join(unit).join("hash"), unit);
            write(&folder.join(BUILT).join(unit).join("out/made.rs"), unit);
            write(&folder.join(COMPILED).join(format!("lib{unit}.rlib")), unit);
            write(&folder.join(COMPILED).join(format!("{unit}.d")), unit);
        }
    }

    /// The paths below a folder of this profile, with a slash between.
    fn below(folder: &Path) -> Vec<String> {
        let profile = folder.join(PROFILE);
        let files = fingerprint::files(std::slice::from_ref(&profile)).expect("readable");
        let relative = |file: &PathBuf| {
            let path = file.strip_prefix(&profile).expect("below");
            path.to_string_lossy().into_owned()
        };
        files.iter().map(relative).collect()
    }

    #[test]
    fn another_clone_finds_what_came_from_a_registry_and_nothing_else() {
        let home = Home::new("both");
        let first = home.clone("first", LOCK);
        compile(&first);
        let library = Path::new(PROFILE)
            .join(COMPILED)
            .join(format!("lib{THEIRS}.rlib"));
        let list = Path::new(PROFILE)
            .join(COMPILED)
            .join(format!("{THEIRS}.d"));
        let before = SystemTime::now() - Duration::from_secs(86_400);
        for file in [&library, &list] {
            let file = File::options().append(true).open(first.target.join(file));
            file.and_then(|file| file.set_modified(before))
                .expect("an older file");
        }
        assert_eq!(first.give().expect("given"), 1);

        let second = home.clone("second", LOCK);
        assert_eq!(second.take().expect("taken"), 1);
        let mut wanted = [
            format!("{FINGERPRINTS}/{THEIRS}/hash"),
            format!("{BUILT}/{THEIRS}/out/made.rs"),
            format!("{COMPILED}/lib{THEIRS}.rlib"),
            format!("{COMPILED}/{THEIRS}.d"),
        ];
        wanted.sort();
        assert_eq!(below(&second.target), wanted);
        for file in [&library, &list] {
            let time = fs::metadata(second.target.join(file)).and_then(|it| it.modified());
            assert_eq!(time.expect("a time"), before, "{}", file.display());
        }
        // What a compiler writes over is each clone's own.
        fs::write(second.target.join(&list), "other").expect("writable");
        let theirs = fs::read_to_string(first.target.join(&list));
        assert_eq!(theirs.expect("readable"), THEIRS);
        assert_eq!(second.take().expect("taken"), 0, "everything is there");
    }

    #[test]
    fn what_is_there_stays_and_what_is_half_there_is_brought_anew() {
        let home = Home::new("stays");
        let first = home.clone("first", LOCK);
        compile(&first);
        first.give().expect("given");
        let second = home.clone("second", LOCK);
        let profile = second.target.join(PROFILE);
        let library = profile.join(COMPILED).join(format!("lib{THEIRS}.rlib"));
        write(&library, "compiled here");
        let half = profile
            .join(FINGERPRINTS)
            .join(THEIRS)
            .with_extension("partial");
        write(&half.join("left over"), "");
        assert_eq!(second.take().expect("taken"), 1);
        assert_eq!(
            fs::read_to_string(library).expect("readable"),
            "compiled here"
        );
        assert!(!half.exists());
        let fingerprint = profile.join(FINGERPRINTS).join(THEIRS);
        assert_eq!(names(&fingerprint).expect("readable"), ["hash"]);
    }

    #[test]
    fn another_lock_shares_nothing_and_takes_the_place() {
        let home = Home::new("lock");
        let first = home.clone("first", LOCK);
        compile(&first);
        first.give().expect("given");
        write(
            &home
                .cache()
                .join("compiled-native-quick-0123456789abcdef/kept"),
            "",
        );
        let other = home.clone("other", &LOCK.replace("1.0.0", "1.0.1"));
        assert_eq!(other.take().expect("taken"), 0);
        compile(&other);
        assert_eq!(other.give().expect("given"), 1);
        let left = names(&home.cache()).expect("readable");
        assert_eq!(left.len(), 2, "{left:?}");
        assert!(left.contains(&"compiled-native-quick-0123456789abcdef".to_owned()));
        assert!(other.folder().exists() && !first.folder().exists());
    }
}
