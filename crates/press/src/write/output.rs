//! The finished site on disk.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::shelf::{LIMIT, Shelf};
use crate::diagnostic::Diagnostic;
use crate::parallel;

/// Whether files get compressed siblings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compression {
    /// `.br` and `.gz` as small as they get.
    Best,
    /// None.
    Off,
}

/// A folder that is written anew and then takes the place of the old one.
#[derive(Debug)]
pub struct Output {
    new: PathBuf,
    old: PathBuf,
    out: PathBuf,
    compression: Compression,
    shelf: Option<Shelf>,
    written: Mutex<BTreeSet<String>>,
    /// Those of them whose compressed siblings are still missing.
    loose: Mutex<BTreeSet<String>>,
}

/// Endings of files that compress well.
const TEXT: [&str; 11] = [
    "html",
    "frag",
    "js",
    "css",
    "wasm",
    "svg",
    "xml",
    "txt",
    "json",
    "webmanifest",
    "ico",
];

impl Output {
    /// Begins to write the folder that will be `out`.
    ///
    /// # Errors
    /// When folders cannot be made.
    pub fn begin(out: &Path, compression: Compression) -> Result<Self, Diagnostic> {
        let beside = |end: &str| {
            let mut name = out.file_name().unwrap_or_default().to_owned();
            name.push(end);
            out.with_file_name(name)
        };
        let output = Output {
            new: beside(".new"),
            old: beside(".old"),
            out: out.to_owned(),
            compression,
            shelf: None,
            written: Mutex::default(),
            loose: Mutex::default(),
        };
        // A build that broke off between the two renames of its end left the site beside its place.
        if output.old.exists() && !output.out.exists() {
            fs::rename(&output.old, &output.out).map_err(|error| failed(&output.out, &error))?;
        }
        for folder in [&output.new, &output.old] {
            remove(folder).map_err(|error| failed(folder, &error))?;
        }
        fs::create_dir_all(&output.new).map_err(|error| failed(&output.new, &error))?;
        Ok(output)
    }

    /// Takes what was made before from the folder `shelf`, and leaves there what is made now.
    #[must_use]
    pub fn with_shelf(mut self, shelf: Option<&Path>) -> Self {
        self.shelf = shelf.map(Shelf::new);
        self
    }

    /// What `make` makes of `source` in the way that `by` names, unless it was made before.
    ///
    /// # Errors
    /// That of `make`.
    pub fn made<E>(
        &self,
        by: &str,
        source: &[u8],
        make: impl FnOnce() -> Result<Vec<u8>, E>,
    ) -> Result<Vec<u8>, E> {
        match &self.shelf {
            Some(shelf) => shelf.get_or(by, source, make),
            None => make(),
        }
    }

    /// Writes a file, `path` being its path inside the site. Its compressed
    /// siblings are written by [`Output::compress`] or at the end.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Diagnostic> {
        let inside = path.trim_start_matches('/');
        let file = self.new.join(inside);
        let written = match fs::write(&file, bytes) {
            // Only the first file of a folder has to make it.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let folder = file.parent().map_or(Ok(()), fs::create_dir_all);
                folder.and_then(|()| fs::write(&file, bytes))
            }
            written => written,
        };
        lock(&self.written).insert(inside.to_owned());
        let ending = inside.rsplit_once('.').map_or("", |(_, ending)| ending);
        if self.compression == Compression::Best && TEXT.contains(&ending) {
            lock(&self.loose).insert(inside.to_owned());
        }
        written.map_err(|error| failed(&file, &error))
    }

    /// Writes the compressed siblings of what was written so far, the largest first: whatever comes
    /// last keeps one core busy and the others waiting.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn compress(&self) -> Result<(), Diagnostic> {
        let loose = std::mem::take(&mut *lock(&self.loose)).into_iter();
        let mut files: Vec<(u64, String)> = loose
            .map(|path| {
                let data = fs::metadata(self.new.join(&path));
                (data.map_or(0, |data| data.len()), path)
            })
            .collect();
        files.sort_unstable_by(|one, other| other.cmp(one));
        let done = parallel::map(files.len(), |at| {
            let (_, path) = &files[at];
            let compressed = self.compress_file(path);
            compressed.map_err(|error| failed(&self.new.join(path), &error))
        });
        done.into_iter().collect()
    }

    /// What a file of the site holds.
    ///
    /// # Errors
    /// When it is not there.
    pub fn read(&self, path: &str) -> Result<Vec<u8>, Diagnostic> {
        let file = self.new.join(path.trim_start_matches('/'));
        fs::read(&file).map_err(|error| {
            Diagnostic::of_file(
                &file.display().to_string(),
                format!("this cannot be read: {error}"),
                "build again; if it stays, something else removes files of the folder",
            )
        })
    }

    /// How many bytes of a file are sent: of its smallest form, once it is compressed. Nothing for
    /// a file that is not there.
    pub fn size(&self, path: &str) -> u64 {
        let file = self.new.join(path.trim_start_matches('/'));
        let size = fs::metadata(with_ending(&file, "br")).or_else(|_| fs::metadata(&file));
        size.map_or(0, |data| data.len())
    }

    /// The files of the site so far, as paths inside it, sorted; without their
    /// compressed siblings.
    pub fn written(&self) -> BTreeSet<String> {
        lock(&self.written).clone()
    }

    /// Takes a file over from the site that stands there; `false` if it has
    /// none of that name. For names that carry the hash of what the file is
    /// made of.
    pub fn keep(&self, path: &str) -> bool {
        let file = self.new.join(path);
        let folder = file.parent().map_or(Ok(()), fs::create_dir_all);
        let kept = folder.is_ok() && fs::copy(self.out.join(path), file).is_ok();
        if kept {
            lock(&self.written).insert(path.to_owned());
        }
        kept
    }

    /// Gives a folder another name, both being paths inside the site.
    ///
    /// # Errors
    /// When it cannot be renamed.
    pub fn rename(&self, from: &str, to: &str) -> Result<(), Diagnostic> {
        for paths in [&self.written, &self.loose] {
            let mut paths = lock(paths);
            let renamed = paths.iter().map(|path| {
                let rest = path.strip_prefix(from).filter(|rest| rest.starts_with('/'));
                rest.map_or_else(|| path.clone(), |rest| [to, rest].concat())
            });
            *paths = renamed.collect();
        }
        let (from, to) = (self.new.join(from), self.new.join(to));
        fs::rename(&from, &to).map_err(|error| failed(&from, &error))
    }

    fn compress_file(&self, path: &str) -> io::Result<()> {
        let file = self.new.join(path);
        let bytes = fs::read(&file)?;
        let before = self.out.join(path);
        let unchanged = fs::read(&before).is_ok_and(|old| old == bytes);
        if unchanged && copied(&before, &file, "br") && copied(&before, &file, "gz") {
            return Ok(());
        }
        // Gzip takes no longer than finding what it made before.
        let brotli = self.made(squeeze::BROTLI, &bytes, || squeeze::brotli(&bytes))?;
        fs::write(with_ending(&file, "br"), brotli)?;
        fs::write(with_ending(&file, "gz"), squeeze::gzip(&bytes)?)
    }

    /// Compresses what is left and puts the new folder in the place of the old one.
    ///
    /// # Errors
    /// When files cannot be written or folders not be renamed; the old one then stands in its place.
    pub fn finish(&self) -> Result<(), Diagnostic> {
        self.compress()?;
        if let Some(shelf) = &self.shelf {
            shelf.tidy(LIMIT);
        }
        let swap = || {
            if self.out.exists() {
                fs::rename(&self.out, &self.old)?;
            }
            if let Err(error) = fs::rename(&self.new, &self.out) {
                // What went wrong first is told; the next build tries this again.
                let _ = fs::rename(&self.old, &self.out);
                return Err(error);
            }
            remove(&self.old)
        };
        swap().map_err(|error| failed(&self.out, &error))
    }
}

/// A site that was not finished is not left behind.
impl Drop for Output {
    fn drop(&mut self) {
        // The next build removes it otherwise.
        let _ = remove(&self.new);
    }
}

fn lock(paths: &Mutex<BTreeSet<String>>) -> MutexGuard<'_, BTreeSet<String>> {
    paths.lock().unwrap_or_else(PoisonError::into_inner)
}

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

fn copied(from: &Path, to: &Path, ending: &str) -> bool {
    fs::copy(with_ending(from, ending), with_ending(to, ending)).is_ok()
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn failed(path: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::of_file(
        &path.display().to_string(),
        format!("this cannot be written: {error}"),
        "make room on the disk and the folder writable",
    )
}
