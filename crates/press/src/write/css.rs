//! The style of every page: the files of `style/` in their order, without
//! comments and indentation.

use std::fs;
use std::path::Path;

use crate::diagnostic::{Diagnostic, Source};

/// The style in parts, of which a document has those inline that it needs to
/// paint; it fetches the others as one file.
#[derive(Clone, Debug, Default)]
pub struct Style {
    /// What every page needs.
    pub first: String,
    /// What stands in and behind running text: callouts, definitions, the care card, sources.
    pub article: String,
    /// Figures and plates.
    pub figure: String,
    /// Questions.
    pub question: String,
    /// Lists, the home page, print.
    pub rest: String,
}

impl Style {
    /// All parts, in the order in which they are read.
    pub const fn parts(&self) -> [&String; 5] {
        [
            &self.first,
            &self.article,
            &self.figure,
            &self.question,
            &self.rest,
        ]
    }

    /// Everything but [`Style::first`], as one file.
    pub fn later(&self) -> String {
        [
            self.article.as_str(),
            &self.figure,
            &self.question,
            &self.rest,
        ]
        .concat()
    }
}

/// Joins the files that `style/order.txt` lists; a line `--- figure` begins
/// the part with that name.
///
/// # Errors
/// When a file is missing, a rule is not closed in its file, or a part has another name.
pub fn join(style: &Path) -> Result<Style, Vec<Diagnostic>> {
    let mut problems = Vec::new();
    let mut joined = Style::default();
    let order = match fs::read_to_string(style.join("order.txt")) {
        Ok(order) => order,
        Err(error) => return Err(vec![unreadable("order.txt", &error)]),
    };
    let mut part = &mut joined.first;
    for name in order.lines().map(str::trim).filter(|it| !it.is_empty()) {
        if let Some(named) = name.strip_prefix("--- ") {
            part = match named {
                "article" => &mut joined.article,
                "figure" => &mut joined.figure,
                "question" => &mut joined.question,
                "rest" => &mut joined.rest,
                _ => {
                    problems.push(Diagnostic::of_file(
                        "style/order.txt",
                        format!("there is no part `{named}` of the style"),
                        "parts are `article`, `figure`, `question` and `rest`",
                    ));
                    continue;
                }
            };
            continue;
        }
        match fs::read_to_string(style.join(name)) {
            Ok(text) => {
                part.push_str(&shorten(&text));
                let source = Source::new(format!("style/{name}"), text);
                if let Some(at) = unpaired(&source.text) {
                    // A browser would nest all later rules in an open one, and say nothing.
                    problems.push(source.diagnostic(
                        &(at..at + 1),
                        "this brace has no other half in this file",
                        "close each rule in the file that opens it",
                    ));
                }
            }
            Err(error) => problems.push(unreadable(name, &error)),
        }
    }
    if joined.first.contains("</") || joined.later().contains("</") {
        problems.push(Diagnostic::of_file(
            "style",
            "the style has `</` in it, which would end its element",
            "write `%3C/` in data addresses",
        ));
    }
    if problems.is_empty() {
        Ok(joined)
    } else {
        Err(problems)
    }
}

fn unreadable(name: &str, error: &std::io::Error) -> Diagnostic {
    Diagnostic::of_file(
        &format!("style/{name}"),
        format!("this file cannot be read: {error}"),
        "style/order.txt lists the files of the style, one a line",
    )
}

/// `css` without comments and without the space that only people need. Strings
/// stay as they are.
fn shorten(css: &str) -> String {
    let mut short = String::with_capacity(css.len());
    let mut rest = css;
    let mut quote = None;
    let mut space = false;
    while let Some(character) = rest.chars().next() {
        if quote.is_none() && rest.starts_with("/*") {
            rest = rest.find("*/").map_or("", |end| &rest[end + 2..]);
            space = true;
            continue;
        }
        rest = &rest[character.len_utf8()..];
        if quote.is_none() && character.is_whitespace() {
            space = true;
            continue;
        }
        if space && needs_space(short.chars().next_back(), character) {
            short.push(' ');
        }
        space = false;
        match quote {
            None if matches!(character, '"' | '\'') => quote = Some(character),
            Some(open) if open == character => quote = None,
            _ => {}
        }
        if character == '}' && short.ends_with(';') {
            short.pop();
        }
        short.push(character);
    }
    short
}

/// Where the innermost brace without its other half stands, in bytes.
fn unpaired(css: &str) -> Option<usize> {
    let mut open = Vec::new();
    let mut quote = None;
    let mut letters = css.char_indices();
    while let Some((at, letter)) = letters.next() {
        match (quote, letter) {
            (None, '/') if css[at..].starts_with("/*") => {
                let end = css[at..]
                    .find("*/")
                    .map_or(css.len(), |length| at + length + 1);
                while letters.next().is_some_and(|(passed, _)| passed < end) {}
            }
            (None, '"' | '\'') => quote = Some(letter),
            (None, '{') => open.push(at),
            (None, '}') if open.pop().is_none() => return Some(at),
            (Some(mark), _) if mark == letter => quote = None,
            _ => {}
        }
    }
    open.pop()
}

/// Whether a space between two characters means something: between words and
/// before a colon, where it is a selector's descendant sign.
fn needs_space(before: Option<char>, after: char) -> bool {
    let gone_after = matches!(before, None | Some('{' | '}' | ';' | ',' | ':' | '>'));
    let gone_before = matches!(after, '{' | '}' | ';' | ',' | '>');
    !gone_after && !gone_before
}

#[cfg(test)]
mod tests {
    use super::{shorten, unpaired};

    #[test]
    fn finds_the_brace_without_its_other_half() {
        for (css, at) in [
            ("p{}", None),
            ("@media (a) { p { } }", None),
            ("/* { */ p{content:\"}\"} /**/", None),
            ("p{ a:b\nq{}", Some(1)),
            ("p{}}", Some(3)),
            ("/* open p{", None),
        ] {
            assert_eq!(unpaired(css), at, "{css}");
        }
    }

    #[test]
    fn drops_comments_and_needless_space() {
        assert_eq!(
            shorten("/* a */\n  p , a > b {\n    margin: 0 auto; /* c */\n  }\n\n"),
            "p,a>b{margin:0 auto}"
        );
        assert_eq!(shorten("p{} /* open"), "p{}");
    }

    #[test]
    fn keeps_the_space_that_means_something() {
        for css in [
            "a :hover{}",
            "@media (a) and (b){}",
            "p{content:\"; /* x */ }\"}",
            "p{width:calc(1px + 2px)}",
            "p{--x:a b}",
            ".a .b{}",
            "p{font:1em/1 \"A B\", serif}",
        ] {
            let expected = css.replace(", ", ",");
            assert_eq!(shorten(css), expected);
        }
    }
}
