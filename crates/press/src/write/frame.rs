//! The frame of a page: header, `<main>`, footer, as the app renders them.

/// The inner HTML of `<body>` for the page at `path` (inside the site) of a
/// site served below `base`.
pub(super) fn body(path: &str, base: &str, main: &str) -> String {
    prime_mover::shell::render(path, base, main.to_owned())
}
