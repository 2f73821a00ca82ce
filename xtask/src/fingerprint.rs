//! Whether a build's inputs changed: one number over names and contents.

use std::fs;
use std::path::{Path, PathBuf};

use crate::process::{AtPath, Result};

/// The files below the given files and folders, sorted. What is missing is left out.
///
/// # Errors
/// If a folder cannot be read.
pub fn files(roots: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for root in roots {
        if root.is_dir() {
            walk(root, &mut found)?;
        } else if root.is_file() {
            found.push(root.clone());
        }
    }
    found.sort();
    found.dedup();
    Ok(found)
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).at("read", folder)? {
        let entry = entry.at("read", folder)?;
        let path = entry.path();
        let kind = entry.file_type().at("read", &path)?;
        if kind.is_dir() {
            walk(&path, found)?;
        } else if !is_scratch(&path) {
            found.push(path);
        }
    }
    Ok(())
}

/// Files that editors leave behind while they save.
fn is_scratch(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy());
    name.is_some_and(|name| name.starts_with(".#") || name.ends_with('~') || name.ends_with(".swp"))
}

/// A number that differs when a name or a content differs, with `extra` mixed in.
///
/// # Errors
/// If a file cannot be read.
pub fn fingerprint(files: &[PathBuf], extra: &str) -> Result<String> {
    let mut hash = Fnv::default();
    hash.add(extra.as_bytes());
    for file in files {
        let bytes = match fs::read(file) {
            Ok(bytes) => bytes,
            // Deleted between listing and reading: the same as not listed.
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
            Err(error) => return Err(error).at("read", file),
        };
        hash.add(file.as_os_str().as_encoded_bytes());
        hash.add(&bytes);
    }
    Ok(format!("{:016x}", hash.0))
}

/// FNV-1a, 64 bits: stable across compilers, and nobody attacks a build's cache.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    /// Mixes in a length and the bytes, so that neighbours cannot trade bytes unnoticed.
    fn add(&mut self, bytes: &[u8]) {
        for byte in (bytes.len() as u64).to_le_bytes().iter().chain(bytes) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_change_shows() {
        let folder = std::env::temp_dir().join(format!("xtask-print-{}", std::process::id()));
        fs::create_dir_all(folder.join("sub")).expect("a temporary folder");
        let print = |extra: &str| {
            let files = files(std::slice::from_ref(&folder)).expect("readable");
            fingerprint(&files, extra).expect("readable")
        };
        fs::write(folder.join("sub/a"), "one").expect("writable");
        let first = print("");
        assert_eq!(first, print(""));
        assert_ne!(first, print("flags"));
        fs::write(folder.join("sub/a"), "two").expect("writable");
        let second = print("");
        assert_ne!(first, second);
        fs::rename(folder.join("sub/a"), folder.join("sub/b")).expect("writable");
        assert_ne!(second, print(""));
        fs::write(folder.join("sub/b~"), "scratch").expect("writable");
        let with_scratch = print("");
        fs::remove_file(folder.join("sub/b~")).expect("writable");
        assert_eq!(with_scratch, print(""));
        fs::remove_dir_all(&folder).expect("the temporary folder goes away");
    }
}
