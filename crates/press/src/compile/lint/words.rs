//! Words that alarm a reader who hurts, and sources read second-hand.

use std::collections::HashSet;
use std::ops::Range;

use super::masked::{Masked, Paragraph, Word};
use crate::compile::project::Project;
use crate::diagnostic::{Diagnostic, Source};
use crate::read::editorial::{Alarm, Editorial};

/// The file inside `content/`.
const RULES: &str = "editorial.toml";

/// Finds words that alarm. They may stand where people are quoted: between
/// quotation marks and in callouts of what people say; some also in paragraphs
/// with a source; all in sentences that the rules allow. Returns the places in
/// [`Editorial::allowed`] of the allowances that were needed.
pub fn check(
    file: &str,
    source: &Source,
    masked: &Masked,
    editorial: &Editorial,
) -> (Vec<Diagnostic>, Vec<usize>) {
    let mut problems = Vec::new();
    let mut used = Vec::new();
    for paragraph in &masked.paragraphs {
        if paragraph.story {
            continue;
        }
        let words = &paragraph.words;
        for (alarm, span) in found(masked, words, &editorial.alarms) {
            if quoted(source, paragraph, &span) {
                continue;
            }
            // Lists and front matter have no place for a source; each choice of
            // a question links to the paragraph that has one.
            if alarm.with_source && (!paragraph.prose || cites(source, paragraph)) {
                continue;
            }
            if let Some(allowance) = allowance(file, source, editorial, &span) {
                used.push(allowance);
                continue;
            }
            let more = if alarm.with_source {
                ", cite the source in the same paragraph"
            } else {
                ""
            };
            let found: Vec<&str> = source.text[span.clone()].split_whitespace().collect();
            problems.push(source.diagnostic(
                &span,
                format!("`{}` alarms a reader who hurts", found.join(" ")),
                format!(
                    "{}{more}, quote who says it (“…” or `:::callout story`), or allow the \
                     sentence in content/{RULES}",
                    alarm.instead
                ),
            ));
        }
    }
    (problems, used)
}

/// Reports allowances that no text needs any more.
pub fn unused(project: &Project, editorial: &Editorial, used: &HashSet<usize>) -> Vec<Diagnostic> {
    let Ok(source) = project.source(RULES) else {
        return Vec::new();
    };
    let allowed = editorial.allowed.iter().enumerate();
    allowed
        .filter(|(at, _)| !used.contains(at))
        .map(|(_, allowed)| {
            source.diagnostic(
                &allowed.text.span,
                format!("no text of content/{} needs this allowance", allowed.file),
                "remove it, or copy the sentence as it stands there now",
            )
        })
        .collect()
}

/// Reports paragraphs that cite what was read second-hand and do not say so.
pub fn second_hand(
    project: &Project,
    source: &Source,
    masked: &Masked,
    editorial: &Editorial,
) -> Vec<Diagnostic> {
    if editorial.second_hand.is_empty() {
        return Vec::new();
    }
    let references = project.shared.references.iter().flatten();
    let marks: Vec<String> = references
        .filter(|reference| reference.status == "second-hand")
        .map(|reference| format!("](cite:{})", reference.id.value))
        .collect();
    let mut problems = Vec::new();
    for paragraph in &masked.paragraphs {
        let text = &source.text[paragraph.span.clone()];
        let Some(at) = marks.iter().find_map(|mark| text.find(mark.as_str())) else {
            continue;
        };
        let plain = text.to_lowercase();
        if !editorial
            .second_hand
            .iter()
            .any(|words| plain.contains(words.as_str()))
        {
            let at = paragraph.span.start + at;
            problems.push(source.diagnostic(
                &(at..at + 1),
                "the paragraph does not say that this source was read second-hand",
                format!("say it: “{}”", editorial.second_hand.join("”, “")),
            ));
        }
    }
    problems
}

/// The alarms among `words` and where they stand.
fn found<'e>(
    masked: &Masked,
    words: &[Word],
    alarms: &'e [Alarm],
) -> Vec<(&'e Alarm, Range<usize>)> {
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        for alarm in alarms {
            for phrase in &alarm.words {
                if let Some(span) = phrase_at(masked, words, at, word, phrase) {
                    found.push((alarm, span));
                }
            }
        }
    }
    found
}

/// Where `phrase` stands when it begins with the word at `at`.
pub(super) fn phrase_at(
    masked: &Masked,
    words: &[Word],
    at: usize,
    first: &Word,
    phrase: &str,
) -> Option<Range<usize>> {
    let mut parts = phrase.split(' ');
    if parts.next()? != masked.word(first) {
        return None;
    }
    let mut last = first;
    for (part, word) in parts.zip(words.get(at + 1..)?.iter().map(Some).chain([None])) {
        let word = word.filter(|word| masked.word(word) == part && masked.joined(last, word))?;
        last = word;
    }
    Some(first.span.start..last.span.end)
}

fn quoted(source: &Source, paragraph: &Paragraph, span: &Range<usize>) -> bool {
    let before = &source.text[paragraph.span.start..span.start];
    let opened = before.matches('“').count();
    opened > before.matches('”').count()
}

fn cites(source: &Source, paragraph: &Paragraph) -> bool {
    source.text[paragraph.span.clone()].contains("](cite:")
}

fn allowance(
    file: &str,
    source: &Source,
    editorial: &Editorial,
    span: &Range<usize>,
) -> Option<usize> {
    editorial.allowed.iter().position(|allowed| {
        allowed.file == file
            && source
                .text
                .match_indices(allowed.text.as_str())
                .any(|(at, text)| at <= span.start && span.end <= at + text.len())
    })
}
