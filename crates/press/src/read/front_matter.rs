//! Splits a Markdown file into front matter and body.

use std::ops::Range;

/// Where the two parts of a file are, as byte ranges.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The TOML between the `+++` lines.
    pub front_matter: Range<usize>,
    /// Everything after them.
    pub body: Range<usize>,
}

/// The parts of `text`; `None` when it does not begin with a `+++` line or
/// lacks the closing one.
pub fn split(text: &str) -> Option<Parts> {
    let mut at = 0;
    let mut begin = None;
    for line in text.split_inclusive('\n') {
        let fence = line.trim_end() == "+++";
        match begin {
            None if fence => begin = Some(at + line.len()),
            None => return None,
            Some(begin) if fence => {
                return Some(Parts {
                    front_matter: begin..at,
                    body: at + line.len()..text.len(),
                });
            }
            Some(_) => {}
        }
        at += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, &str)>) {
        let parts = split(text).map(|parts| (&text[parts.front_matter], &text[parts.body]));
        assert_eq!(parts, expected);
    }

    #[test]
    fn splits_at_the_fences() {
        check("+++\na = 1\n+++\nbody\n", Some(("a = 1\n", "body\n")));
        check("+++\r\na = 1\r\n+++\r\nbody", Some(("a = 1\r\n", "body")));
        check("+++\n+++", Some(("", "")));
    }

    #[test]
    fn refuses_a_missing_fence() {
        check("", None);
        check("a = 1\n+++\n", None);
        check("+++\na = 1\n", None);
    }
}
