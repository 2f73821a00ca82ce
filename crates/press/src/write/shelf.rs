//! What earlier builds compressed and painted, by what it was made of: for the next build, and for
//! other clones of the project.
//!
//! An entry is a file named by the hash of how and of what it was made; it begins with the hash of its
//! name and the rest. What was damaged, or belongs to another name, is as good as absent. Entries appear
//! whole, by renaming. Nothing that goes wrong here fails a build: it takes longer.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::SystemTime;

use sha2::{Digest, Sha256};

/// How many bytes stay after a build: some thirty sites, if nothing in them is the same.
pub const LIMIT: u64 = 300_000_000;

/// A folder of entries.
#[derive(Debug)]
pub struct Shelf {
    folder: PathBuf,
    /// How many entries this process has begun to write.
    begun: AtomicUsize,
}

/// Names an entry.
type Key = [u8; 32];

impl Shelf {
    /// The entries in `folder`, which need not exist yet.
    pub fn new(folder: &Path) -> Self {
        Shelf {
            folder: folder.to_owned(),
            begun: AtomicUsize::new(0),
        }
    }

    /// What `make` makes of `source`, or made of the same before. `by` says how: it changes whenever
    /// something else would be made.
    ///
    /// # Errors
    /// That of `make`.
    pub fn get_or<E>(
        &self,
        by: &str,
        source: &[u8],
        make: impl FnOnce() -> Result<Vec<u8>, E>,
    ) -> Result<Vec<u8>, E> {
        let key = key(by, source);
        if let Some(made) = self.get(&key) {
            return Ok(made);
        }
        let made = make()?;
        self.put(&key, &made);
        Ok(made)
    }

    fn get(&self, key: &Key) -> Option<Vec<u8>> {
        let file = self.file(key);
        let mut entry = fs::read(&file).ok()?;
        let (check, made) = entry.split_first_chunk::<32>()?;
        if *check != sum(key, made) {
            return None;
        }
        // It was used now, so it stays longest.
        let _ = File::open(&file).and_then(|file| file.set_modified(SystemTime::now()));
        entry.drain(..32);
        Some(entry)
    }

    fn put(&self, key: &Key, made: &[u8]) {
        let begun = self.begun.fetch_add(1, Ordering::Relaxed);
        let new = format!("new-{}-{begun}", std::process::id());
        let new = self.folder.join(new);
        let write = || {
            fs::create_dir_all(&self.folder)?;
            fs::write(&new, [&sum(key, made)[..], made].concat())?;
            fs::rename(&new, self.file(key))
        };
        if write().is_err() {
            // What is left of it is in the way of nobody, and goes in time.
            let _ = fs::remove_file(&new);
        }
    }

    /// Takes away what was not used for longest, until no more than `limit` bytes are left.
    pub fn tidy(&self, limit: u64) {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let mut files: Vec<(SystemTime, u64, PathBuf)> = entries
            .filter_map(|entry| {
                let data = entry.metadata().ok()?;
                Some((data.modified().ok()?, data.len(), entry.path()))
            })
            .collect();
        files.sort_unstable();
        let mut left: u64 = files.iter().map(|(_, size, _)| size).sum();
        for (_, size, file) in files {
            if left <= limit {
                break;
            }
            if fs::remove_file(file).is_ok() {
                left -= size;
            }
        }
    }

    fn file(&self, key: &Key) -> PathBuf {
        let name: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
        self.folder.join(name)
    }
}

fn key(by: &str, source: &[u8]) -> Key {
    let mut hash = Sha256::new();
    hash.update(by);
    hash.update([0]);
    hash.update(source);
    hash.finalize().into()
}

/// What an entry begins with.
fn sum(key: &Key, made: &[u8]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(key);
    hash.update(made);
    hash.finalize().into()
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::time::Duration;

    use super::*;

    fn folder(name: &str) -> PathBuf {
        let name = format!("prime-mover-shelf-{name}-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        let _ = fs::remove_dir_all(&folder);
        folder
    }

    fn ask(shelf: &Shelf, by: &str, source: &str, otherwise: &str) -> String {
        let make = || Ok::<_, Infallible>(otherwise.as_bytes().to_vec());
        let Ok(made) = shelf.get_or(by, source.as_bytes(), make);
        String::from_utf8(made).expect("text")
    }

    fn entries(folder: &Path) -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).expect("a folder");
        entries.map(|entry| entry.expect("a file").path()).collect()
    }

    #[test]
    fn what_was_made_is_not_made_again() {
        let folder = folder("again");
        let shelf = Shelf::new(&folder);
        assert_eq!(ask(&shelf, "a", "source", "first"), "first");
        assert_eq!(ask(&shelf, "a", "source", "second"), "first");
        assert_eq!(ask(&Shelf::new(&folder), "a", "source", "third"), "first");
        assert_eq!(ask(&shelf, "b", "source", "other way"), "other way");
        assert_eq!(ask(&shelf, "a", "sources", "other source"), "other source");
        assert_eq!(entries(&folder).len(), 3, "nothing half-made stays");
        fs::remove_dir_all(&folder).expect("cleaned up");
    }

    #[test]
    fn what_was_damaged_is_made_again() {
        let folder = folder("damage");
        let shelf = Shelf::new(&folder);
        ask(&shelf, "a", "source", "right");
        let file = entries(&folder).remove(0);
        let whole = fs::read(&file).expect("an entry");
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 1;
            fs::write(&file, damaged).expect("written");
            assert_eq!(ask(&shelf, "a", "source", "again"), "again", "bit of {at}");
            fs::write(&file, &whole[..at]).expect("written");
            assert_eq!(ask(&shelf, "a", "source", "again"), "again", "half at {at}");
        }
        // An entry that got another's name.
        ask(&shelf, "a", "another source", "another");
        let other = entries(&folder).into_iter().find(|it| *it != file);
        fs::copy(other.expect("a second entry"), &file).expect("copied");
        assert_eq!(ask(&shelf, "a", "source", "again"), "again");
        fs::remove_dir_all(&folder).expect("cleaned up");
    }

    #[test]
    fn what_was_not_used_for_longest_goes_first() {
        let folder = folder("bound");
        let shelf = Shelf::new(&folder);
        let long_ago = SystemTime::now() - Duration::from_secs(1000);
        for source in ["used", "unused"] {
            ask(&shelf, "a", source, "1234");
        }
        for file in entries(&folder) {
            let file = File::open(file).expect("an entry");
            file.set_modified(long_ago).expect("set");
        }
        ask(&shelf, "a", "used", "");
        shelf.tidy(2 * 36);
        assert_eq!(entries(&folder).len(), 2);
        shelf.tidy(2 * 36 - 1);
        assert_eq!(entries(&folder).len(), 1);
        assert_eq!(ask(&shelf, "a", "used", "new"), "1234");
        fs::remove_dir_all(&folder).expect("cleaned up");
    }

    #[test]
    fn a_folder_that_cannot_be_written_costs_time_only() {
        let folder = folder("blocked");
        fs::write(&folder, "a file").expect("written");
        let shelf = Shelf::new(&folder);
        assert_eq!(ask(&shelf, "a", "source", "first"), "first");
        assert_eq!(ask(&shelf, "a", "source", "second"), "second");
        shelf.tidy(0);
        fs::remove_file(&folder).expect("cleaned up");
    }
}
