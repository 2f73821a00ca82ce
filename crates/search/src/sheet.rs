//! A sheet: the texts of one document, or of a few short ones, that results show.
//!
//! A document is its first line (path, title, one sentence on it) and its lines, each a link to be
//! appended to the path and a text; a line that begins with `=` is a heading. Fields are parted by tabs,
//! documents by empty lines. With an arrow for each tab:
//!
//! ```text
//! topics/three-glutes/ → The three glutes → Meet them.
//! =#maximus → The big one at the back
//! #p-largest → Gluteus maximus is the largest of the three.
//!  → It covers part of the other two.
//! ```

/// A document of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document<'s> {
    /// Its path inside the site, without the slash at the beginning.
    pub path: &'s str,
    /// Plain text.
    pub title: &'s str,
    /// One plain sentence.
    pub about: &'s str,
    /// Its headings and texts, in order.
    pub lines: Vec<Line<'s>>,
}

/// A line of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'s> {
    /// What follows the document's path in the address; empty where the line has none of its own.
    pub link: &'s str,
    /// Plain text.
    pub text: &'s str,
    /// Whether it is the heading of what follows.
    pub heading: bool,
}

/// The document at a place of a sheet.
pub fn document(sheet: &str, place: usize) -> Option<Document<'_>> {
    let mut lines = sheet.lines();
    for _ in 0..place {
        lines.find(|line| line.is_empty())?;
    }
    let mut lines = lines.take_while(|line| !line.is_empty());
    let mut first = lines.next()?.split('\t');
    let path = first.next()?;
    // A path inside the site, whatever the file says.
    if path.starts_with(['/', '\\']) || path.contains(':') {
        return None;
    }
    Some(Document {
        path,
        title: first.next()?,
        about: first.next().unwrap_or_default(),
        lines: lines
            .filter_map(|line| {
                let (link, text) = line.split_once('\t')?;
                let heading = link.strip_prefix('=');
                Some(Line {
                    link: heading.unwrap_or(link),
                    text,
                    heading: heading.is_some(),
                })
            })
            .collect(),
    })
}

/// Writes a document into a sheet.
pub fn push(sheet: &mut String, document: &Document<'_>) {
    if !sheet.is_empty() {
        sheet.push('\n');
    }
    for (at, field) in [document.path, document.title, document.about]
        .into_iter()
        .enumerate()
    {
        if at > 0 {
            sheet.push('\t');
        }
        push_text(sheet, field);
    }
    sheet.push('\n');
    for line in &document.lines {
        if line.heading {
            sheet.push('=');
        }
        push_text(sheet, line.link);
        sheet.push('\t');
        push_text(sheet, line.text);
        sheet.push('\n');
    }
}

/// Appends a text with every run of white space as one space.
fn push_text(out: &mut String, text: &str) {
    for (at, word) in text.split_whitespace().enumerate() {
        if at > 0 {
            out.push(' ');
        }
        out.push_str(word);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn glutes() -> Document<'static> {
        let line = |link, text, heading| Line {
            link,
            text,
            heading,
        };
        Document {
            path: "topics/three-glutes/",
            title: "The three glutes",
            about: "Meet them.",
            lines: vec![
                line("#maximus", "The big one", true),
                line("", "It covers part of the others.", false),
            ],
        }
    }

    #[test]
    fn documents_come_back() {
        let mut sheet = String::new();
        push(&mut sheet, &glutes());
        push(&mut sheet, &glutes());
        assert_eq!(document(&sheet, 0), Some(glutes()));
        assert_eq!(document(&sheet, 1), Some(glutes()));
        assert_eq!(document(&sheet, 2), None);
    }

    #[test]
    fn paths_stay_inside_the_site() {
        for path in ["//other.example/", "/x", "\\\\other", "javascript:x"] {
            assert_eq!(document(&[path, "\tTitle"].concat(), 0), None, "{path}");
        }
    }

    proptest! {
        #[test]
        fn any_text_can_be_read(text in any::<String>(), place in 0_usize..3) {
            document(&text, place);
        }

        #[test]
        fn any_text_can_be_written(title in any::<String>(), text in any::<String>()) {
            let mut written = glutes();
            written.title = &title;
            written.lines[1].text = &text;
            let mut sheet = String::new();
            push(&mut sheet, &written);
            let read = document(&sheet, 0).expect("a document");
            prop_assert_eq!(read.lines.len(), 2);
            let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(read.title, words(&title));
            prop_assert_eq!(read.lines[1].text, words(&text));
        }
    }
}
