//! What a file's name says: its media type.

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
}
