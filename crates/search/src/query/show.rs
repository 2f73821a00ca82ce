//! What a result says: title, part of the page, the sentence that fits, what in them matches.

use super::clause::{Clause, Mark};
use super::rank::Ranked;
use super::{Found, Group, Index, Limits, Piece};
use crate::fold::tokens;
use crate::sheet::{self, Document, Line};
use crate::{File, Kind, stem};

/// The longest sentence that is shown whole, in bytes.
const LONG: usize = 220;
/// How much of a longer one stands before the first match.
const BEFORE: usize = 60;

/// The groups of results; the sheets that they need and that are not there are noted in `index`, and
/// the heads of their documents, if the root has them, stand for them.
pub(super) fn groups(
    ranked: &[(Vec<Ranked>, bool); 4],
    clauses: &[Clause<'_>],
    limits: Limits,
    index: &mut Index<'_>,
) -> Vec<Group> {
    let mut groups = Vec::new();
    for kind in Kind::ALL {
        let (ranked, cut) = &ranked[kind as usize];
        let mut found: Vec<(f32, Found)> = Vec::new();
        for Ranked { number, score } in ranked.iter().take(limits[kind as usize]) {
            let place = number / kind.per_sheet();
            let document = match index.text(File::Sheet(kind, place)) {
                Some(text) => sheet::document(text, (number % kind.per_sheet()) as usize),
                None => index
                    .root
                    .head(kind, *number)
                    .and_then(|head| sheet::document(head, 0)),
            };
            if let Some(document) = document {
                // Not what stands in the sheet: the order is the same before it is there.
                let fits = 1.0 + 0.5 * named(document.title, clauses);
                found.push((score * fits, show(kind, &document, clauses)));
            }
        }
        best_first(&mut found, |(score, _)| *score);
        if let Some((score, _)) = found.first() {
            groups.push(Group {
                kind,
                all: ranked.len(),
                cut: *cut,
                score: *score,
                found: found.into_iter().map(|(_, found)| found).collect(),
            });
        }
    }
    best_first(&mut groups, |group| group.score);
    groups
}

/// Sorts a handful, of which equal ones stay as they are. The library's sort is a kilobyte for each type.
fn best_first<T>(list: &mut [T], score: impl Fn(&T) -> f32) {
    for end in 1..list.len() {
        for at in (1..=end).rev() {
            if score(&list[at]) <= score(&list[at - 1]) {
                break;
            }
            list.swap(at, at - 1);
        }
    }
}

/// Which clause a word matches, as a place in `clauses`.
fn matching(word: &str, clauses: &[Clause<'_>]) -> Option<usize> {
    let stem = stem::stem(word);
    clauses.iter().position(|clause| {
        clause.marks.iter().any(|mark| match mark {
            Mark::Stem(wanted) => *wanted == stem,
            Mark::Beginning(begin) => word.starts_with(begin.as_str()),
        })
    })
}

/// The share of a title's words that were searched for.
fn named(title: &str, clauses: &[Clause<'_>]) -> f32 {
    let (mut all, mut matched) = (0_u16, 0_u16);
    tokens(title, |token| {
        let matches = matching(token.word, clauses).is_some();
        if matches || !crate::fold::is_stop_word(token.word) {
            all += 1;
            matched += u16::from(matches);
        }
    });
    f32::from(matched) / f32::from(all.max(1))
}

/// How much of the query stands in a text.
fn weight(text: &str, clauses: &[Clause<'_>]) -> f32 {
    let mut seen = 0_u32;
    let mut sum = 0.0;
    tokens(text, |token| {
        if let Some(at) = matching(token.word, clauses)
            && seen & (1 << at) == 0
        {
            seen |= 1 << at;
            sum += clauses[at].rarity;
        }
    });
    sum
}

/// What the result says.
fn show(kind: Kind, document: &Document<'_>, clauses: &[Clause<'_>]) -> Found {
    let all: f32 = clauses.iter().map(|clause| clause.rarity).sum();
    let in_title = weight(document.title, clauses);
    let mut best = Best {
        weight: 0.4 * weight(document.about, clauses) + 0.3,
        line: None,
        heading: None,
        sentence: document.about,
    };
    let mut heading: Option<Line<'_>> = None;
    let mut in_heading = 0.0;
    for line in &document.lines {
        if line.heading {
            heading = Some(*line);
            in_heading = weight(line.text, clauses);
        }
        for sentence in sentences(line.text) {
            let weight = weight(sentence, clauses);
            // A heading alone says where, a sentence below it says more.
            let weight = if line.heading {
                0.9 * weight
            } else {
                weight + 0.5 * in_heading
            };
            if weight > best.weight {
                best = Best {
                    weight,
                    line: Some(*line),
                    heading,
                    sentence,
                };
            }
        }
    }
    let path = |link: &str| [document.path, link].concat();
    let mut found = Found {
        page: document.path.to_owned(),
        path: path(""),
        title: pieces(document.title, clauses),
        place: String::new(),
        text: pieces(cut(best.sentence, clauses), clauses),
    };
    let Some(line) = best.line else {
        return found;
    };
    match kind {
        // A question is itself what was found; its quiz says where.
        Kind::Quiz => {
            found.title = found.text;
            found.text = Vec::new();
            found.place = document.title.to_owned();
            found.path = path(line.link);
        }
        // Whoever typed the title wants the page.
        Kind::Topic if in_title > 0.0 && in_title + 0.01 >= best.weight.min(all) => {}
        Kind::Topic => {
            let heading = best.heading;
            let link = if line.link.is_empty() {
                heading.map_or("", |it| it.link)
            } else {
                line.link
            };
            found.place = heading.map_or_else(String::new, |it| it.text.to_owned());
            found.path = path(link);
            if line.heading {
                found.text = pieces(cut(document.about, clauses), clauses);
            }
        }
        Kind::Figure => {
            // Searching for a text rather than for bytes would take a kilobyte of code.
            let end = line.text.as_bytes().windows(2).position(|it| it == b": ");
            let label = end.map_or(line.text, |end| &line.text[..end]);
            if weight(label, clauses) > in_title || weight(label, clauses) + 0.01 >= best.weight {
                found.place = label.to_owned();
                found.path = path(line.link);
                let rest = line.text.get(label.len() + 2..).unwrap_or(document.about);
                found.text = pieces(cut(rest, clauses), clauses);
            }
        }
        Kind::Term => {}
    }
    found
}

/// The best part of a document so far.
struct Best<'s> {
    weight: f32,
    line: Option<Line<'s>>,
    heading: Option<Line<'s>>,
    sentence: &'s str,
}

/// The sentences of a text.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    core::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = end_of_sentence(rest);
        let (sentence, after) = rest.split_at(end);
        rest = after.trim_start();
        Some(sentence.trim_end())
    })
}

fn end_of_sentence(text: &str) -> usize {
    let mut ended = false;
    for (at, character) in text.char_indices() {
        match character {
            '.' | '?' | '!' => ended = true,
            // The quote belongs to the sentence that it ends.
            '”' | '’' | ')' | '"' => {}
            ' ' if ended => return at,
            _ => ended = false,
        }
    }
    text.len()
}

/// A long sentence around its first match.
fn cut<'s>(sentence: &'s str, clauses: &[Clause<'_>]) -> &'s str {
    if sentence.len() <= LONG {
        return sentence;
    }
    let mut first = None;
    tokens(sentence, |token| {
        if first.is_none() && matching(token.word, clauses).is_some() {
            first = Some(token.start);
        }
    });
    let near = first.unwrap_or_default().saturating_sub(BEFORE);
    let space = |from: usize| {
        let found = sentence.get(from..).and_then(|rest| rest.find(' '));
        found.map_or(sentence.len(), |at| from + at)
    };
    let boundary = |mut at: usize| {
        while !sentence.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = if near == 0 { 0 } else { space(boundary(near)) };
    let end = space(boundary((start + LONG).min(sentence.len())));
    sentence.get(start..end).unwrap_or(sentence).trim()
}

/// A text in pieces: what matches, and what stands between.
fn pieces(text: &str, clauses: &[Clause<'_>]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut done = 0;
    let mut push = |text: &str, marked| {
        if !text.is_empty() {
            pieces.push(Piece {
                text: text.to_owned(),
                marked,
            });
        }
    };
    tokens(text, |token| {
        if matching(token.word, clauses).is_some() {
            push(&text[done..token.start], false);
            push(&text[token.range()], true);
            done = token.end;
        }
    });
    push(&text[done..], false);
    pieces
}
