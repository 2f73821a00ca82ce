//! Splits a body at its directives: `:::name argument` … `:::`.

use std::ops::Range;

use crate::diagnostic::Log;

/// A stretch of a body. All ranges are byte ranges of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// Markdown.
    Markdown(Range<usize>),
    /// A directive.
    Directive(Directive),
}

/// A directive as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// The word after `:::`.
    pub name: Range<usize>,
    /// The rest of its first line, without space around it.
    pub argument: Range<usize>,
    /// The lines up to the closing `:::`.
    pub body: Range<usize>,
}

/// Splits the `body` of the log's file; reports directives that are not
/// closed, not open, nested or indented.
pub fn split(log: &Log<'_>, body: Range<usize>) -> Vec<Stretch> {
    let text = log.source.text.get(body.clone()).unwrap_or_default();
    let mut stretches = Vec::new();
    let mut open: Option<Directive> = None;
    let mut markdown = body.start;
    let mut at = body.start;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(rest) = line[indent..].strip_prefix(":::") {
            let fence = at + indent..at + indent + 3;
            if indent > 0 {
                log.error(
                    &fence,
                    "a directive does not stand at the beginning of its line",
                    "directives are blocks of their own, outside lists and quotes: take the \
                     spaces away",
                );
            }
            match (open.take(), rest.trim().is_empty()) {
                (None, true) => {
                    push_markdown(&mut stretches, markdown..at);
                    log.error(
                        &fence,
                        "this `:::` closes nothing",
                        "remove it, or begin the directive above: `:::figure`, `:::plate`, \
                         `:::drawings`, `:::moves`, `:::check`, `:::callout` or `:::care`",
                    );
                    markdown = at + line.len();
                }
                (None, false) => {
                    push_markdown(&mut stretches, markdown..at);
                    open = Some(opened(line, at, fence.end));
                    markdown = at + line.len();
                }
                (Some(mut directive), true) => {
                    directive.body.end = at;
                    stretches.push(Stretch::Directive(directive));
                    markdown = at + line.len();
                }
                (Some(mut directive), false) => {
                    log.error(
                        &fence,
                        "a directive begins inside another one",
                        "close the one above with a line `:::` first; directives are not nested",
                    );
                    directive.body.end = at;
                    stretches.push(Stretch::Directive(directive));
                    open = Some(opened(line, at, fence.end));
                }
            }
        }
        at += line.len();
    }
    match open {
        Some(mut directive) => {
            log.error(
                &(directive.name.start.saturating_sub(3)..directive.name.end),
                format!(
                    "the directive `{}` is not closed",
                    &log.source.text[directive.name.clone()]
                ),
                "add a line `:::` after it",
            );
            directive.body.end = body.end;
            stretches.push(Stretch::Directive(directive));
        }
        None => push_markdown(&mut stretches, markdown..body.end),
    }
    stretches
}

fn push_markdown(stretches: &mut Vec<Stretch>, range: Range<usize>) {
    if !range.is_empty() {
        stretches.push(Stretch::Markdown(range));
    }
}

/// The directive that begins in `line`, which starts at `at`; its name starts
/// at `name` or, after space, later.
fn opened(line: &str, at: usize, name: usize) -> Directive {
    let rest = &line[name - at..];
    let name = name + rest.len() - rest.trim_start().len();
    let rest = rest.trim();
    let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
    let argument = rest[word..].trim();
    let end = name + rest.len();
    Directive {
        name: name..name + word,
        argument: end - argument.len()..end,
        body: at + line.len()..at + line.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Source;

    /// The stretches as text, and the messages.
    fn read(text: &str) -> (Vec<String>, Vec<String>) {
        let source = Source::new("a.md", text);
        let log = Log::new(&source);
        let stretches = split(&log, 0..text.len())
            .into_iter()
            .map(|stretch| match stretch {
                Stretch::Markdown(range) => text[range].trim().to_owned(),
                Stretch::Directive(it) => format!(
                    "<{}|{}|{}>",
                    &text[it.name],
                    &text[it.argument],
                    text[it.body].trim()
                ),
            })
            .collect();
        let messages = log
            .into_problems()
            .into_iter()
            .map(|problem| format!("{}: {}", problem.line, problem.message))
            .collect();
        (stretches, messages)
    }

    #[test]
    fn splits_markdown_and_directives() {
        let (stretches, messages) =
            read("one\n\n:::figure a?b=c  \nCaption.\n:::\n\ntwo\n:::care\n:::\n");
        assert_eq!(
            stretches,
            ["one", "<figure|a?b=c|Caption.>", "two", "<care||>"]
        );
        assert_eq!(messages, [""; 0]);
    }

    #[test]
    fn reports_what_is_not_balanced() {
        assert_eq!(read(":::\n").1, ["1: this `:::` closes nothing"]);
        assert_eq!(
            read(":::care\n").1,
            ["1: the directive `care` is not closed"]
        );
        assert_eq!(
            read(":::callout today\n:::care\n:::\n").1,
            ["2: a directive begins inside another one"]
        );
        assert_eq!(
            read("- x\n  :::care\n  :::\n").1.len(),
            2,
            "both lines are indented"
        );
    }

    #[test]
    fn survives_odd_ends() {
        for text in [
            ":::",
            ":::é",
            "::: x  y ",
            ":::\u{a0}x",
            "\t:::a\r\n:::\r\n",
        ] {
            let _ = read(text);
        }
    }
}
