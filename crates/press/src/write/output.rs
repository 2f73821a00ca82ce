//! The finished site on disk.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use brotli::enc::BrotliEncoderParams;
use flate2::write::GzEncoder;

use crate::diagnostic::Diagnostic;

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
    written: Mutex<BTreeSet<String>>,
}

/// The Brotli quality and window: the largest.
const BROTLI: (i32, i32) = (11, 22);
/// Sizes of a block, as powers of two, of which the smaller result is kept: the one that the encoder
/// chooses, and the smallest, which takes half a percent off a long page whose drawing and prose each
/// get a code of their own.
const BLOCKS: [i32; 2] = [0, 16];

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
            written: Mutex::default(),
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

    /// Writes a file, `path` being its path inside the site, and its compressed
    /// siblings.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Diagnostic> {
        let inside = path.trim_start_matches('/');
        let file = self.new.join(inside);
        let write = || {
            match fs::write(&file, bytes) {
                // Only the first file of a folder has to make it.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    file.parent().map_or(Ok(()), fs::create_dir_all)?;
                    fs::write(&file, bytes)?;
                }
                written => written?,
            }
            let ending = inside.rsplit_once('.').map_or("", |(_, ending)| ending);
            if self.compression == Compression::Best && TEXT.contains(&ending) {
                self.compress(inside, &file, bytes)?;
            }
            Ok(())
        };
        self.note(inside);
        write().map_err(|error| failed(&file, &error))
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

    /// How many bytes of a file are sent: of its smallest form. Nothing for a
    /// file that is not there.
    pub fn size(&self, path: &str) -> u64 {
        let file = self.new.join(path.trim_start_matches('/'));
        let size = fs::metadata(with_ending(&file, "br")).or_else(|_| fs::metadata(&file));
        size.map_or(0, |data| data.len())
    }

    /// The files of the site so far, as paths inside it, sorted; without their
    /// compressed siblings.
    pub fn written(&self) -> BTreeSet<String> {
        let written = self.written.lock();
        written.unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn note(&self, path: &str) {
        let written = self.written.lock();
        let mut written = written.unwrap_or_else(PoisonError::into_inner);
        written.insert(path.to_owned());
    }

    /// Takes a file over from the site that stands there; `false` if it has
    /// none of that name. For names that carry the hash of what the file is
    /// made of.
    pub fn keep(&self, path: &str) -> bool {
        let file = self.new.join(path);
        let folder = file.parent().map_or(Ok(()), fs::create_dir_all);
        let kept = folder.is_ok() && fs::copy(self.out.join(path), file).is_ok();
        if kept {
            self.note(path);
        }
        kept
    }

    /// Gives a folder another name, both being paths inside the site.
    ///
    /// # Errors
    /// When it cannot be renamed.
    pub fn rename(&self, from: &str, to: &str) -> Result<(), Diagnostic> {
        {
            let written = self.written.lock();
            let mut written = written.unwrap_or_else(PoisonError::into_inner);
            let renamed = written.iter().map(|path| {
                let rest = path.strip_prefix(from).filter(|rest| rest.starts_with('/'));
                rest.map_or_else(|| path.clone(), |rest| [to, rest].concat())
            });
            *written = renamed.collect();
        }
        let (from, to) = (self.new.join(from), self.new.join(to));
        fs::rename(&from, &to).map_err(|error| failed(&from, &error))
    }

    fn compress(&self, inside: &str, file: &Path, bytes: &[u8]) -> io::Result<()> {
        let before = self.out.join(inside);
        let unchanged = fs::read(&before).is_ok_and(|old| old == bytes);
        if unchanged && copied(&before, file, "br") && copied(&before, file, "gz") {
            return Ok(());
        }
        fs::write(with_ending(file, "br"), brotli(bytes)?)?;
        let mut gzip = GzEncoder::new(Vec::new(), flate2::Compression::best());
        gzip.write_all(bytes)?;
        fs::write(with_ending(file, "gz"), gzip.finish()?)
    }

    /// Puts the new folder in the place of the old one.
    ///
    /// # Errors
    /// When folders cannot be renamed; the old one then stands in its place.
    pub fn finish(&self) -> Result<(), Diagnostic> {
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

fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let (quality, lgwin) = BROTLI;
    let mut least: Option<Vec<u8>> = None;
    for lgblock in BLOCKS {
        // A file that fits into the smallest block comes out the same.
        if lgblock > 0 && bytes.len() <= 1 << lgblock {
            continue;
        }
        let params = BrotliEncoderParams {
            quality,
            lgwin,
            lgblock,
            ..BrotliEncoderParams::default()
        };
        let mut compressed = Vec::new();
        brotli::CompressorWriter::with_params(&mut compressed, 1 << 16, &params)
            .write_all(bytes)?;
        if least
            .as_ref()
            .is_none_or(|least| compressed.len() < least.len())
        {
            least = Some(compressed);
        }
    }
    Ok(least.unwrap_or_default())
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
