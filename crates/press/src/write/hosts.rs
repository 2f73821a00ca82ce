//! What hosts read from the site's folder: the headers of its answers.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use content::paths;

use super::context::Context;
use super::output::Output;
use crate::diagnostic::Diagnostic;

/// The headers of every answer.
const ALWAYS: [(&str, &str); 4] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    (
        "Permissions-Policy",
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), \
         magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
    ),
    ("Cross-Origin-Opener-Policy", "same-origin"),
];

/// Pages below this folder are made to be shown inside other sites.
const EMBEDDED: &str = "embed/";

/// The file `_headers`, as Netlify and Cloudflare Pages read it.
///
/// Hosts join the headers of all rules that fit, and two policies are both
/// enforced, so no address may fall under two rules with the same header:
/// pages are listed by their folder, and files with a hash by folder or name.
pub fn headers(context: &Context<'_>, files: &BTreeSet<String>) -> String {
    let mut text = String::new();
    let address = |inside: &str| paths::join(&context.base, &format!("/{inside}"));
    let mut rule = |inside: &str, headers: &[(&str, &str)]| {
        // Writing to a string does not fail.
        let _ = writeln!(text, "{}", address(inside));
        for (name, value) in headers {
            let _ = writeln!(text, "  {name}: {value}");
        }
    };
    rule("*", &ALWAYS);
    for pages in pages(files) {
        let ancestors = if pages.starts_with(EMBEDDED) {
            "*"
        } else {
            "'none'"
        };
        let policy = format!("{}; frame-ancestors {ancestors}", context.assets.policy);
        rule(&pages, &[("Content-Security-Policy", &policy)]);
    }
    let forever = [("Cache-Control", "public, max-age=31536000, immutable")];
    for place in unchanging(files) {
        rule(&place, &forever);
    }
    text
}

fn folder(file: &str) -> Option<&str> {
    file.split_once('/').map(|(folder, _)| folder)
}

/// Where pages are: folders at the top of the site, and those beside the home
/// page by the address they are asked for.
fn pages(files: &BTreeSet<String>) -> BTreeSet<String> {
    let pages = files.iter().filter(|file| file.ends_with(".html"));
    pages
        .map(|file| match folder(file) {
            Some(folder) => [folder, "/*"].concat(),
            None if file == "index.html" => String::new(),
            None => file.clone(),
        })
        .collect()
}

/// Files that never change: folders that hold no others or have a hash in
/// their own name, the rest by name.
fn unchanging(files: &BTreeSet<String>) -> BTreeSet<String> {
    let (hashed, others): (Vec<_>, Vec<_>) = files.iter().partition(|file| is_hashed(file));
    let mixed: BTreeSet<_> = others.iter().filter_map(|file| folder(file)).collect();
    hashed
        .into_iter()
        .map(|file| match (folder(file), file.rsplit_once('/')) {
            (Some(folder), _) if !mixed.contains(folder) => [folder, "/*"].concat(),
            (_, Some((folder, _))) if is_hashed(folder) => [folder, "/*"].concat(),
            _ => file.clone(),
        })
        .collect()
}

/// The file that lists what a release brought along under names with a hash.
pub const FILES: &str = "files.txt";

/// [`FILES`]: a path inside the site on each line.
pub fn list(files: &BTreeSet<String>) -> String {
    let hashed = files.iter().filter(|file| is_hashed(file));
    hashed.map(|file| format!("{file}\n")).collect()
}

/// Takes over what the release in the folder `previous` brought along, and
/// nothing that it had itself only taken over.
///
/// # Errors
/// When that folder holds no release, or a file of it cannot be read.
pub fn keep(previous: &Path, output: &Output) -> Result<(), Diagnostic> {
    let unreadable = |path: &Path, error: &std::io::Error| {
        Diagnostic::of_file(
            &path.display().to_string(),
            format!("this file of the release before cannot be read: {error}"),
            "give `--keep-previous` the folder of the release that is online, as it was built",
        )
    };
    let list = previous.join(FILES);
    let list = fs::read_to_string(&list).map_err(|error| unreadable(&list, &error))?;
    let written = output.written();
    let inside = |file: &&str| is_hashed(file) && !file.split('/').any(|name| name == "..");
    for file in list.lines().filter(inside) {
        if written.contains(file) {
            continue;
        }
        let path = previous.join(file);
        let bytes = fs::read(&path).map_err(|error| unreadable(&path, &error))?;
        output.write(file, &bytes)?;
    }
    Ok(())
}

/// Whether a name in a path ends in a hash, as [`super::assets::hashed`] puts
/// it there, or is one, as those of preview images.
pub fn is_hashed(path: &str) -> bool {
    path.split('/').any(|name| {
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let hash = stem.rsplit_once('-').map_or(stem, |(_, hash)| hash);
        hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_file_falls_under_two_rules_with_the_same_header() {
        let files = [
            "index.html",
            "404.html",
            "topics/index.html",
            "topics/a/index.html",
            "boot-0123456789abcdef.js",
            "fonts/OFL.txt",
            "fonts/a-0123456789abcdef.woff2",
            "plates/a-0123456789abcdef.svg",
            "plates/b-0123456789abcdef.svg",
            "search/root.txt",
            "search/1-0123456789abcdef/a.txt",
            "search/1-0123456789abcdef/b.txt",
        ];
        let files: BTreeSet<String> = files.map(String::from).into();
        assert_eq!(Vec::from_iter(pages(&files)), ["", "404.html", "topics/*"]);
        assert_eq!(
            Vec::from_iter(unchanging(&files)),
            [
                "boot-0123456789abcdef.js",
                "fonts/a-0123456789abcdef.woff2",
                "plates/*",
                "search/1-0123456789abcdef/*"
            ]
        );
    }

    #[test]
    fn a_hash_is_sixteen_digits_at_the_end() {
        assert!(is_hashed("style/later-0123456789abcdef.css"));
        assert!(is_hashed("previews/0123456789abcdef.png"));
        assert!(!is_hashed("icons/icon-192.png"));
        assert!(!is_hashed("plates/a-0123456789abcdeg.svg"));
    }
}
