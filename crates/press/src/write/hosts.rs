//! What hosts read from the site's folder: the headers of its answers.

use std::collections::BTreeSet;
use std::fmt::Write;

use content::paths;

use super::context::Context;

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

/// Files that never change: folders that hold no others, the rest by name.
fn unchanging(files: &BTreeSet<String>) -> BTreeSet<String> {
    let (hashed, others): (Vec<_>, Vec<_>) = files.iter().partition(|file| is_hashed(file));
    let mixed: BTreeSet<_> = others.iter().filter_map(|file| folder(file)).collect();
    hashed
        .into_iter()
        .map(|file| match folder(file) {
            Some(folder) if !mixed.contains(folder) => [folder, "/*"].concat(),
            _ => file.clone(),
        })
        .collect()
}

/// Whether a file's name ends in a hash, as [`super::assets::hashed`] puts it
/// there, or is one, as those of preview images.
pub fn is_hashed(file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let hash = stem.rsplit_once('-').map_or(stem, |(_, hash)| hash);
    hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
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
        ];
        let files: BTreeSet<String> = files.map(String::from).into();
        assert_eq!(Vec::from_iter(pages(&files)), ["", "404.html", "topics/*"]);
        assert_eq!(
            Vec::from_iter(unchanging(&files)),
            [
                "boot-0123456789abcdef.js",
                "fonts/a-0123456789abcdef.woff2",
                "plates/*"
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
