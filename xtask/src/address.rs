//! The address that a built site will have.

use crate::process::{Failure, Result};

/// Where a site will lie: what the press is told, and the path for the server here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    /// Scheme and host without a slash at the end; empty if only the path is known.
    pub origin: String,
    /// Its path with slashes at both ends.
    pub path: String,
}

impl PublicUrl {
    /// Reads `https://host/path/` or `/path/`; a missing slash at the end is added, a repeated one
    /// taken away.
    ///
    /// # Errors
    /// If the text is neither, or has a character that the press refuses.
    pub fn parse(text: &str) -> Result<Self> {
        let bad = |why: &str| {
            Err(Failure::new(format!(
                "--public-url {text}: {why}; write https://host/path/ or /path/"
            )))
        };
        let (origin, path) = match text.split_once("://") {
            Some((scheme @ ("http" | "https"), rest)) => {
                let end = rest.find('/').unwrap_or(rest.len());
                let (host, path) = rest.split_at(end);
                if host.is_empty() {
                    return bad("the host is missing");
                }
                if !host.bytes().all(|byte| fits(byte, b":")) {
                    return bad("a host has letters, digits, . - and : only");
                }
                (format!("{scheme}://{host}"), path)
            }
            Some(_) => return bad("only http and https are possible"),
            None if text.starts_with('/') => (String::new(), text),
            None => return bad("it starts with neither https:// nor /"),
        };
        if !path.bytes().all(|byte| fits(byte, b"/_")) {
            return bad("a path has letters, digits, / . - and _ only");
        }
        let names: Vec<_> = path.split('/').filter(|name| !name.is_empty()).collect();
        let path = if names.is_empty() {
            "/".to_owned()
        } else {
            format!("/{}/", names.join("/"))
        };
        Ok(Self { origin, path })
    }
}

/// Whether a host or a path may have `byte`, or one of `others` that only it has.
fn fits(byte: u8, others: &[u8]) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.') || others.contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origin_and_path_of_an_address_are_found() {
        for (text, origin, path) in [
            ("/", "", "/"),
            ("/course", "", "/course/"),
            ("/a//b", "", "/a/b/"),
            ("https://a.org", "https://a.org", "/"),
            ("https://a.org/x_1/y/", "https://a.org", "/x_1/y/"),
            ("http://a.org:81//x", "http://a.org:81", "/x/"),
        ] {
            let url = PublicUrl::parse(text).expect(text);
            assert_eq!((url.origin.as_str(), url.path.as_str()), (origin, path));
        }
    }

    #[test]
    fn other_texts_are_refused() {
        for text in [
            "",
            "a.org",
            "ftp://a.org",
            "https://",
            "/x?y",
            "/x#y",
            "/a b",
            "/a%20b",
            "/é",
            "https://a_b",
            "https://a@b",
        ] {
            assert!(PublicUrl::parse(text).is_err(), "{text}");
        }
    }
}
