//! What the press has to say about content: every problem with its place, the
//! text in question and the fix.

use std::cell::RefCell;
use std::fmt;
use std::ops::Range;

use search::distance::within;

/// A problem in the content. Sorted by file, then place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// The file, relative to the project's root.
    pub path: String,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// The line it stands on; empty when there is none.
    pub excerpt: String,
    /// What to do about it.
    pub help: String,
}

impl Diagnostic {
    /// A problem with a file as a whole.
    pub fn of_file(path: &str, message: impl Into<String>, help: impl Into<String>) -> Self {
        Diagnostic {
            path: path.to_owned(),
            line: 1,
            column: 1,
            message: message.into(),
            excerpt: String::new(),
            help: help.into(),
        }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "error: {}:{}:{}: {}",
            self.path, self.line, self.column, self.message
        )?;
        if !self.excerpt.is_empty() {
            writeln!(f, "{:>5} | {}", self.line, self.excerpt)?;
        }
        write!(f, "help: {}", self.help)
    }
}

/// A file's text, and where in it things are.
#[derive(Clone, Debug)]
pub struct Source {
    /// The file, relative to the project's root.
    pub path: String,
    /// Its whole text.
    pub text: String,
}

/// The longest excerpt, in characters.
const EXCERPT: usize = 100;

impl Source {
    /// A source from its path and text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Source {
            path: path.into(),
            text: text.into(),
        }
    }

    /// A problem at `span`, a byte range of the text.
    pub fn diagnostic(
        &self,
        span: &Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Diagnostic {
        let at = floor_char_boundary(&self.text, span.start);
        let before = &self.text[..at];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let column = before[line_start..].chars().count() + 1;
        let line_text = self.text[line_start..].lines().next().unwrap_or_default();
        Diagnostic {
            path: self.path.clone(),
            line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
            column,
            message: message.into(),
            excerpt: excerpt(line_text, column),
            help: help.into(),
        }
    }
}

/// `line`, cut around `column` when it is long.
fn excerpt(line: &str, column: usize) -> String {
    if line.chars().count() <= EXCERPT {
        return line.trim_end().to_owned();
    }
    let skip = column.saturating_sub(EXCERPT / 2);
    let middle: String = line.chars().skip(skip).take(EXCERPT).collect();
    let begin = if skip > 0 { "… " } else { "" };
    let end = if line.chars().count() > skip + EXCERPT {
        " …"
    } else {
        ""
    };
    format!("{begin}{}{end}", middle.trim())
}

/// The last character boundary of `text` at or before `at`.
fn floor_char_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Collects the problems of one file.
#[derive(Debug)]
pub struct Log<'s> {
    /// The file.
    pub source: &'s Source,
    problems: RefCell<Vec<Diagnostic>>,
}

impl<'s> Log<'s> {
    /// A log without problems yet.
    pub fn new(source: &'s Source) -> Self {
        Log {
            source,
            problems: RefCell::default(),
        }
    }

    /// Adds a problem at `span`, a byte range of the file.
    pub fn error(&self, span: &Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        let diagnostic = self.source.diagnostic(span, message, help);
        self.problems.borrow_mut().push(diagnostic);
    }

    /// The problems, in the order found.
    pub fn into_problems(self) -> Vec<Diagnostic> {
        self.problems.into_inner()
    }
}

/// `did you mean …?` when one of `candidates` is close to `word`, else
/// `otherwise`.
pub fn did_you_mean<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    otherwise: impl Into<String>,
) -> String {
    let allowed = match word.chars().count() {
        0..3 => 0,
        length => length.div_ceil(3).min(4),
    };
    candidates
        .into_iter()
        .filter_map(|candidate| Some((within(word, candidate, allowed)?, candidate)))
        .min()
        .map_or_else(
            || otherwise.into(),
            |(_, best)| format!("did you mean `{best}`?"),
        )
}

/// `a, b or c`, each in backticks.
pub fn one_of<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<String> = words.into_iter().map(|word| format!("`{word}`")).collect();
    match words.split_last() {
        None => String::from("nothing"),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_lines_and_characters() {
        let source = Source::new("a.md", "one\nzwölf drei\n");
        let diagnostic = source.diagnostic(&(11..15), "wrong", "fix it");
        assert_eq!(
            diagnostic.to_string(),
            "error: a.md:2:7: wrong\n    2 | zwölf drei\nhelp: fix it"
        );
    }

    #[test]
    fn places_outside_the_text_do_not_panic() {
        let source = Source::new("a.md", "é");
        assert_eq!(source.diagnostic(&(1..1), "", "").column, 1);
        assert_eq!(source.diagnostic(&(99..100), "", "").column, 2);
        assert_eq!(Source::new("b", "").diagnostic(&(0..0), "", "").line, 1);
    }

    #[test]
    fn long_lines_are_cut_around_the_place() {
        let source = Source::new("a.md", "x".repeat(90) + "HERE" + &"y".repeat(90));
        let diagnostic = source.diagnostic(&(90..94), "", "");
        assert!(diagnostic.excerpt.contains("HERE"));
        assert!(diagnostic.excerpt.chars().count() <= EXCERPT + 4);
    }

    #[test]
    fn suggests_the_nearest_word_only() {
        let words = ["gluteus-medius", "gluteus-minimus"];
        assert_eq!(
            did_you_mean("gluteus-medus", words, "none"),
            "did you mean `gluteus-medius`?"
        );
        assert_eq!(did_you_mean("piriformis", words, "none"), "none");
    }

    #[test]
    fn joins_alternatives() {
        assert_eq!(one_of(["a", "b", "c"]), "`a`, `b` or `c`");
        assert_eq!(one_of(["a"]), "`a`");
    }
}
