//! The headers that the site itself asks for: its file `_headers`, as Netlify and Cloudflare Pages
//! read it. What is tested here is then what such a host sends.

use super::response::Response;

/// The name of the file.
pub(super) const FILE: &str = "_headers";

/// Every answer says this, whatever the file says: a wrong media type should show here, not only at
/// a stricter host.
const OURS: &str = "X-Content-Type-Options";

/// `response` with the headers that `rules` give to `path`, beyond those it has.
pub(super) fn add(rules: &str, path: &str, mut response: Response) -> Response {
    let mut fits = false;
    for line in rules.lines() {
        match line.strip_prefix(char::is_whitespace) {
            None => fits = matches(line.trim_end(), path),
            Some(header) if fits => {
                if let Some((name, value)) = header.trim().split_once(": ")
                    && !name.eq_ignore_ascii_case(OURS)
                    && !response.has(name)
                {
                    response = response.with(name.to_owned(), value);
                }
            }
            Some(_) => {}
        }
    }
    response
}

fn matches(pattern: &str, path: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(start) => path.starts_with(start),
        None => path == pattern,
    }
}
