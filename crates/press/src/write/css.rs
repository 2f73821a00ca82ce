//! The style of every page: the files of `style/` in their order, without
//! comments and indentation.

use std::fs;
use std::path::Path;

use crate::diagnostic::Diagnostic;

/// Joins the files that `style/order.txt` lists.
///
/// # Errors
/// When a file is missing.
pub fn join(style: &Path) -> Result<String, Vec<Diagnostic>> {
    let mut problems = Vec::new();
    let mut css = String::new();
    let order = match fs::read_to_string(style.join("order.txt")) {
        Ok(order) => order,
        Err(error) => return Err(vec![unreadable("order.txt", &error)]),
    };
    for name in order.lines().map(str::trim).filter(|it| !it.is_empty()) {
        match fs::read_to_string(style.join(name)) {
            Ok(text) => css.push_str(&shorten(&text)),
            Err(error) => problems.push(unreadable(name, &error)),
        }
    }
    if css.contains("</") {
        problems.push(Diagnostic::of_file(
            "style",
            "the style has `</` in it, which would end its element",
            "write `%3C/` in data addresses",
        ));
    }
    if problems.is_empty() {
        Ok(css)
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

/// `css` without comments, indentation and empty lines. Strings stay as they
/// are.
fn shorten(css: &str) -> String {
    let mut plain = String::with_capacity(css.len());
    let mut rest = css;
    let mut quote = None;
    while let Some(character) = rest.chars().next() {
        match quote {
            None if rest.starts_with("/*") => {
                rest = rest.find("*/").map_or("", |end| &rest[end + 2..]);
                continue;
            }
            None if matches!(character, '"' | '\'') => quote = Some(character),
            Some(open) if open == character => quote = None,
            _ => {}
        }
        plain.push(character);
        rest = &rest[character.len_utf8()..];
    }
    let mut short = String::with_capacity(plain.len());
    for line in plain.lines().map(str::trim).filter(|it| !it.is_empty()) {
        short.push_str(line);
        short.push('\n');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::shorten;

    #[test]
    fn drops_comments_and_indentation_but_not_strings() {
        assert_eq!(
            shorten("/* a */\n  p {\n    content: \"/* b */\"; /* c */\n  }\n\n"),
            "p {\ncontent: \"/* b */\";\n}\n"
        );
        assert_eq!(shorten("p{} /* open"), "p{}\n");
    }
}
