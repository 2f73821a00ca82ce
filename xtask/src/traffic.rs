//! `cargo xtask traffic`: what a million page views cost, from the real sizes of the built files.

use std::fs;
use std::path::Path;

use crate::process::{AtPath, Failure, Result};

/// Views that the table is about.
const VIEWS: f64 = 1e6;

/// Bytes of one view of each kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Views {
    /// A reader who has never been here opens an article: document, starter, app, style, font.
    pub first: f64,
    /// A reader who has been here opens an article by its address: the document.
    pub again: f64,
    /// A reader goes on to another article: its fragment.
    pub onward: f64,
    /// A page that has not changed is asked for again: an answer without a body.
    pub unchanged: f64,
}

/// Bytes of an answer's headers and of the frames around it, roughly.
const HEADERS: f64 = 600.0;

/// Measures the built site in `dist`; articles count with their mean.
///
/// # Errors
/// If there is no built site.
pub fn views(dist: &Path) -> Result<Views> {
    let mut articles = Vec::new();
    let topics = dist.join("topics");
    for entry in fs::read_dir(&topics).at("read", &topics)?.flatten() {
        if entry.path().is_dir() {
            let sent = |name: &str| sent(&entry.path().join(name));
            articles.push((sent("index.html")?, sent("page.frag")?));
        }
    }
    if articles.is_empty() {
        return Err(Failure::new("the built site has no article"));
    }
    let count = articles.len() as f64;
    let document = articles.iter().map(|it| it.0).sum::<f64>() / count;
    let fragment = articles.iter().map(|it| it.1).sum::<f64>() / count;
    let mut shared = 0.0;
    for (folder, starts, ends) in [
        ("", "boot-", ".js"),
        ("", "app-", ".js"),
        ("", "app-", ".wasm"),
        ("style", "later-", ".css"),
        ("fonts", "literata-", ".woff2"),
    ] {
        shared += file(&dist.join(folder), starts, ends)?;
    }
    Ok(Views {
        first: document + shared + 6.0 * HEADERS,
        again: document + HEADERS,
        onward: fragment + HEADERS,
        unchanged: HEADERS,
    })
}

/// The size of the first file with such a name, as sent.
fn file(folder: &Path, starts: &str, ends: &str) -> Result<f64> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .at("read", folder)?
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with(starts) && name.ends_with(ends))
        .collect();
    names.sort();
    match names.first() {
        Some(name) => sent(&folder.join(name)),
        None => Err(Failure::new(format!(
            "{} has no {starts}…{ends}; run `cargo xtask build`",
            folder.display()
        ))),
    }
}

/// The size of a file as it is sent: in Brotli where it is prepared.
fn sent(file: &Path) -> Result<f64> {
    let mut brotli = file.as_os_str().to_owned();
    brotli.push(".br");
    let size = fs::metadata(&brotli).or_else(|_| fs::metadata(file));
    Ok(size.at("measure", file)?.len() as f64)
}

/// The table, with `price` for each gigabyte (10⁹ bytes).
pub fn table(views: Views, price: f64) -> String {
    let mut text = format!(
        "A million views of an article, from the files in dist/ (Brotli, {HEADERS} bytes of \
         headers an answer), at {price} a gigabyte:\n\n\
         {:<58} {:>9} {:>9} {:>9}\n",
        "", "kB each", "GB", "price"
    );
    for (what, bytes) in [
        ("first visit: document, app, style, font", views.first),
        ("a later visit by address: document", views.again),
        ("going on inside the site: fragment", views.onward),
        ("asked for again, unchanged: 304", views.unchanged),
    ] {
        let gigabytes = bytes * VIEWS / 1e9;
        text.push_str(&format!(
            "{what:<58} {:>9.1} {gigabytes:>9.1} {:>9.2}\n",
            bytes / 1e3,
            gigabytes * price
        ));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn views_are_sums_of_what_is_sent() {
        let dist = std::env::temp_dir().join(format!("xtask-traffic-{}", std::process::id()));
        let write = |name: &str, bytes: usize| {
            let path = dist.join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, vec![b'x'; bytes]).expect("a file");
        };
        for (name, bytes) in [
            ("topics/a/index.html", 9_999),
            ("topics/a/index.html.br", 1_000),
            ("topics/a/page.frag", 500),
            ("topics/b/index.html", 3_000),
            ("topics/b/page.frag", 700),
            ("boot-1.js", 10),
            ("app-1.js", 20),
            ("app-1.wasm", 9_999),
            ("app-1.wasm.br", 30),
            ("style/later-1.css", 40),
            ("fonts/literata-1.woff2", 50),
        ] {
            write(name, bytes);
        }
        let found = views(&dist).expect("a site");
        let _ = fs::remove_dir_all(&dist);
        let expected = Views {
            first: 2_000.0 + 150.0 + 6.0 * HEADERS,
            again: 2_000.0 + HEADERS,
            onward: 600.0 + HEADERS,
            unchanged: HEADERS,
        };
        assert_eq!(found, expected);
        // 2,750 bytes a view are 2.75 GB a million.
        let text = table(
            Views {
                first: 2_750.0,
                ..found
            },
            2.0,
        );
        assert!(text.contains("2.8 "), "{text}");
        assert!(text.contains("5.50"), "{text}");
        assert!(views(&dist).is_err());
    }
}
