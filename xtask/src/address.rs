//! The address that a built site will have.

use crate::process::{Failure, Result};

/// An origin, if known, and the path below which the site lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    /// Scheme and host with a slash at the end, `https://host/`.
    pub origin: Option<String>,
    /// Path with slashes at both ends.
    pub path: String,
}

impl PublicUrl {
    /// Reads `https://host/path/` or `/path/`; a missing slash at the end is added.
    ///
    /// # Errors
    /// If the text is neither, or has a query or a fragment.
    pub fn parse(text: &str) -> Result<Self> {
        let bad = |why: &str| {
            Err(Failure::new(format!(
                "--public-url {text}: {why}; write https://host/path/ or /path/"
            )))
        };
        if text.contains(['?', '#', ' ', '"', '<', '>']) {
            return bad("an address has none of ? # \" < > or spaces here");
        }
        let (origin, path) = match text.split_once("://") {
            Some(("http" | "https", rest)) => {
                let end = rest.find('/').unwrap_or(rest.len());
                let (host, path) = rest.split_at(end);
                if host.is_empty() {
                    return bad("the host is missing");
                }
                let scheme = if text.starts_with("https") {
                    "https"
                } else {
                    "http"
                };
                (Some(format!("{scheme}://{host}/")), path)
            }
            Some(_) => return bad("only http and https are possible"),
            None if text.starts_with('/') => (None, text),
            None => return bad("it starts with neither https:// nor /"),
        };
        let names: Vec<_> = path.split('/').filter(|name| !name.is_empty()).collect();
        let path = if names.is_empty() {
            "/".to_owned()
        } else {
            format!("/{}/", names.join("/"))
        };
        Ok(Self { origin, path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_taken_apart() {
        for (text, origin, path) in [
            ("/", None, "/"),
            ("/course", None, "/course/"),
            ("https://a.org", Some("https://a.org/"), "/"),
            ("https://a.org/x/y/", Some("https://a.org/"), "/x/y/"),
            ("http://a.org:81//x", Some("http://a.org:81/"), "/x/"),
        ] {
            let url = PublicUrl::parse(text).expect(text);
            assert_eq!((url.origin.as_deref(), url.path.as_str()), (origin, path));
        }
    }

    #[test]
    fn other_texts_are_refused() {
        for text in ["", "a.org", "ftp://a.org", "https://", "/x?y", "/x#y"] {
            assert!(PublicUrl::parse(text).is_err(), "{text}");
        }
    }
}
