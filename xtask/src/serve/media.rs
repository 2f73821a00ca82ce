//! What a file's name says: its media type and how long it may be kept.

use std::path::Path;

/// The media type of a file. Text is UTF-8 everywhere.
pub(super) fn media_type(path: &Path) -> &'static str {
    let extension = path.extension().and_then(|extension| extension.to_str());
    match extension.unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml; charset=utf-8",
        "txt" | "frag" | "md" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

/// The value of `Cache-Control`: a name with a content hash never changes its content,
/// everything else is asked for anew (and mostly answered with 304).
pub(super) fn caching(path: &Path) -> &'static str {
    if has_hash(path) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    }
}

/// Whether a file's name holds a content hash: a part of eight or more hexadecimal digits,
/// among them a decimal one, as in `boot-1f2e3d4c.js` or `app-646dd3725a42c272_bg.wasm`.
fn has_hash(path: &Path) -> bool {
    // The folder of the search's index is named by what is in it.
    let folder = path
        .parent()
        .and_then(Path::file_name)
        .and_then(|name| name.to_str());
    if folder
        .and_then(|name| name.strip_prefix("index-"))
        .is_some_and(|hash| hash.len() == 16)
    {
        return true;
    }
    let name = path.file_name().and_then(|name| name.to_str());
    let name = name.unwrap_or_default();
    let Some((stem, extension)) = name.rsplit_once('.') else {
        return false;
    };
    if matches!(extension, "html" | "frag" | "txt" | "xml") {
        return false;
    }
    stem.split(['-', '_', '.']).skip(1).any(|part| {
        part.len() >= 8
            && part.bytes().all(|byte| byte.is_ascii_hexdigit())
            && part.bytes().any(|byte| byte.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_file_of_the_site_has_its_type() {
        for (name, expected) in [
            ("index.html", "text/html; charset=utf-8"),
            ("page.frag", "text/plain; charset=utf-8"),
            ("app_bg.wasm", "application/wasm"),
            ("boot.js", "text/javascript; charset=utf-8"),
            ("text.woff2", "font/woff2"),
            ("site.webmanifest", "application/manifest+json"),
            ("sitemap.xml", "application/xml; charset=utf-8"),
            ("icon.svg", "image/svg+xml"),
            ("unknown", "application/octet-stream"),
        ] {
            assert_eq!(media_type(Path::new(name)), expected, "{name}");
        }
    }

    #[test]
    fn only_hashed_names_are_kept() {
        for name in [
            "app-646dd3725a42c272.js",
            "app-646dd3725a42c272_bg.wasm",
            "text-0a1b2c3d.woff2",
        ] {
            assert!(has_hash(Path::new(name)), "{name}");
        }
        for name in [
            "index.html",
            "lab_bg.wasm",
            "one-leg-stance.svg",
            "a-defaced.png",
            "notes-20261120.html",
            "646dd3725a42c272",
        ] {
            assert!(!has_hash(Path::new(name)), "{name}");
        }
    }
}
