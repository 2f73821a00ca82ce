//! The fragment of a page: its title and the HTML of its `<main>`.
//!
//! The press writes one beside every page; the app fetches it on in-site
//! navigation instead of the whole document.
//!
//! ```text
//! prime-mover-fragment 1
//! The three glutes at a glance
//!
//! <article …
//! ```

/// The first line up to the version number.
const HEADER: &str = "prime-mover-fragment ";
/// The version that [`encode`] writes and [`decode`] reads.
const VERSION: &str = "1";

/// A decoded fragment; borrows from the decoded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fragment<'a> {
    /// The document's title, plain text without a line break.
    pub title: &'a str,
    /// The HTML of what `<main>` contains.
    pub html: &'a str,
}

/// Why a text is not a fragment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FragmentError {
    /// The first line is not a fragment's: some other file was served, such
    /// as an error page.
    NotAFragment,
    /// The fragment is of a version this build does not read: the site was
    /// published anew since the page was loaded.
    OtherVersion,
    /// The text ends before the HTML begins: the download was cut short.
    Truncated,
}

impl FragmentError {
    /// One plain sentence for a reader or a log.
    pub const fn message(self) -> &'static str {
        match self {
            FragmentError::NotAFragment => "the answer is not a page of this site",
            FragmentError::OtherVersion => "the page was written by another version of this site",
            FragmentError::Truncated => "the page arrived incomplete",
        }
    }
}

/// Writes a fragment. Line breaks in `title` become spaces, so that
/// `decode(encode(title, html))` gives back the same title and HTML for every
/// title without line breaks.
pub fn encode(title: &str, html: &str) -> String {
    let mut text =
        String::with_capacity(HEADER.len() + VERSION.len() + title.len() + html.len() + 3);
    text.push_str(HEADER);
    text.push_str(VERSION);
    text.push('\n');
    for character in title.chars() {
        text.push(if matches!(character, '\n' | '\r') {
            ' '
        } else {
            character
        });
    }
    text.push_str("\n\n");
    text.push_str(html);
    text
}

/// Reads a fragment.
///
/// # Errors
/// Every text that [`encode`] did not write is refused with the reason; none
/// panics.
pub fn decode(text: &str) -> Result<Fragment<'_>, FragmentError> {
    let rest = text
        .strip_prefix(HEADER)
        .ok_or(FragmentError::NotAFragment)?;
    let (version, rest) = rest.split_once('\n').ok_or(FragmentError::Truncated)?;
    if version != VERSION {
        return Err(FragmentError::OtherVersion);
    }
    let (title, rest) = rest.split_once('\n').ok_or(FragmentError::Truncated)?;
    let html = rest.strip_prefix('\n').ok_or(FragmentError::Truncated)?;
    Ok(Fragment { title, html })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn encodes_as_documented() {
        assert_eq!(
            encode("Hip & knee", "<p>\n\n</p>"),
            "prime-mover-fragment 1\nHip & knee\n\n<p>\n\n</p>"
        );
    }

    #[test]
    fn line_breaks_in_a_title_become_spaces() {
        let text = encode("a\r\nb\nc", "x");
        assert_eq!(
            decode(&text),
            Ok(Fragment {
                title: "a  b c",
                html: "x"
            })
        );
    }

    #[test]
    fn refuses_what_is_no_fragment() {
        for (text, error) in [
            ("", FragmentError::NotAFragment),
            ("<!doctype html>", FragmentError::NotAFragment),
            (
                "prime-mover-fragment 2\nT\n\nx",
                FragmentError::OtherVersion,
            ),
            ("prime-mover-fragment 1", FragmentError::Truncated),
            ("prime-mover-fragment 1\nTitle", FragmentError::Truncated),
            ("prime-mover-fragment 1\nTitle\nx", FragmentError::Truncated),
        ] {
            assert_eq!(decode(text), Err(error), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn round_trips(title in "[^\r\n]*", html in any::<String>()) {
            let text = encode(&title, &html);
            prop_assert_eq!(decode(&text), Ok(Fragment { title: &title, html: &html }));
        }

        #[test]
        fn decode_is_total_and_exact(text in any::<String>()) {
            if let Ok(fragment) = decode(&text) {
                prop_assert_eq!(encode(fragment.title, fragment.html), text);
            }
        }
    }
}
