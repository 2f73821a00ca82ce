//! What searching costs a reader: the files that a query fetches, compressed as they are sent.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use search::File;
use search::query::{Answer, Files, Limits, run};
use search::root::Root;

/// As the dialog and short words show them, and as the page does (`src/finder/mod.rs`).
const FEW: Limits = [3, 1, 1, 1];
const SOME: Limits = [6, 4, 3, 4];

/// What has been fetched from a built site.
struct Fetched {
    site: PathBuf,
    texts: BTreeMap<File, String>,
}

impl Files for Fetched {
    fn text(&self, file: File) -> Option<&str> {
        self.texts.get(&file).map(String::as_str)
    }
}

impl Fetched {
    fn path(&self, file: File) -> PathBuf {
        match self
            .texts
            .get(&File::Root)
            .and_then(|root| Root::decode(root))
        {
            None => self.site.join("search").join(file.name()),
            Some(root) => self.site.join(root.folder).join(file.name()),
        }
    }
}

/// The bytes and the number of files that a first query fetches, and how many rounds of requests.
fn cost(site: &Path, query: &str, limits: Limits) -> (usize, usize, usize) {
    let mut fetched = Fetched {
        site: site.to_owned(),
        texts: BTreeMap::new(),
    };
    let mut bytes = 0;
    for round in 0..9 {
        let Answer::Lacks(lacks, _) = run(query, &fetched, limits) else {
            return (bytes, fetched.texts.len(), round);
        };
        for file in lacks {
            let text = fs::read_to_string(fetched.path(file)).unwrap_or_default();
            bytes += sent(text.as_bytes());
            fetched.texts.insert(file, text);
        }
    }
    (bytes, fetched.texts.len(), 9)
}

/// The size in Brotli.
fn sent(bytes: &[u8]) -> usize {
    squeeze::brotli(bytes).map_or(bytes.len(), |sent| sent.len())
}

/// A line for each query: the first letters alone, then `queries`.
pub(crate) fn report(site: &Path, queries: &[String]) -> String {
    let text = RefCell::new(String::new());
    let line = |name: &str, query: &str, limits| {
        let (bytes, files, rounds) = cost(site, query, limits);
        // Writing to a string does not fail.
        let _ = writeln!(
            text.borrow_mut(),
            "{name:<17} {bytes} bytes in {files} files, {rounds} rounds: {query}"
        );
        bytes
    };
    let letters = ["h", "s", "b", "m", "st"];
    let first = letters
        .iter()
        .map(|letter| line("first letters", letter, FEW))
        .max();
    let query = queries.iter().map(|query| line("query", query, SOME)).max();
    let mut text = text.into_inner();
    let _ = writeln!(
        text,
        "search            at most {} bytes for the first letters, {} for a query",
        first.unwrap_or_default(),
        query.unwrap_or_default()
    );
    text
}
