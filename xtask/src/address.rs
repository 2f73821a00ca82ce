//! The address that a built site will have.

use crate::process::{Failure, Result};

/// Where a site will lie: what the press is told, and the path for the server here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    /// The address as given.
    pub text: String,
    /// Its path with slashes at both ends.
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
        let path = match text.split_once("://") {
            Some(("http" | "https", rest)) => {
                let end = rest.find('/').unwrap_or(rest.len());
                let (host, path) = rest.split_at(end);
                if host.is_empty() {
                    return bad("the host is missing");
                }
                path
            }
            Some(_) => return bad("only http and https are possible"),
            None if text.starts_with('/') => text,
            None => return bad("it starts with neither https:// nor /"),
        };
        let names: Vec<_> = path.split('/').filter(|name| !name.is_empty()).collect();
        let path = if names.is_empty() {
            "/".to_owned()
        } else {
            format!("/{}/", names.join("/"))
        };
        Ok(Self {
            text: text.to_owned(),
            path,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_of_an_address_is_found() {
        for (text, path) in [
            ("/", "/"),
            ("/course", "/course/"),
            ("https://a.org", "/"),
            ("https://a.org/x/y/", "/x/y/"),
            ("http://a.org:81//x", "/x/"),
        ] {
            assert_eq!(PublicUrl::parse(text).expect(text).path, path);
        }
    }

    #[test]
    fn other_texts_are_refused() {
        for text in ["", "a.org", "ftp://a.org", "https://", "/x?y", "/x#y"] {
            assert!(PublicUrl::parse(text).is_err(), "{text}");
        }
    }
}
