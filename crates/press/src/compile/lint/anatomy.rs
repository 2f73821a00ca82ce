//! Whether texts say of muscles what the table of anatomy says.
//!
//! A sentence is held against the table when it names exactly one of its
//! muscles: it may not give it a nerve or a place of attachment that is not the
//! muscle's, nor an action that the muscle never has. Of a question, the stem
//! is read together with each correct choice; wrong ones may be wrong.

use std::collections::BTreeSet;
use std::ops::Range;

use super::masked::{Masked, Word};
use super::words::phrase_at;
use crate::diagnostic::{Diagnostic, Source};
use crate::read::anatomy::{Anatomy, Called, Muscle};

/// Verbs of where a muscle begins.
const BEGIN: [&str; 9] = [
    "begins",
    "begin",
    "starts",
    "start",
    "springs",
    "arises",
    "comes",
    "originates",
    "from",
];
/// Verbs of where it ends.
const END: [&str; 9] = [
    "ends", "end", "inserts", "insert", "attaches", "attach", "gathers", "fastens", "to",
];
/// Words that turn a sentence around, or make it about more than one thing.
const NEGATIONS: [&str; 12] = [
    "not", "never", "no", "nor", "neither", "without", "isn't", "doesn't", "don't", "can't",
    "nothing", "aren't",
];

/// What a text claims.
#[derive(Debug, Default)]
struct Claim<'a> {
    muscles: BTreeSet<usize>,
    nerves: Vec<(&'a str, Range<usize>)>,
    /// Each with whether the verb before it says that the muscle begins there.
    places: Vec<(&'a str, Range<usize>, bool)>,
    actions: Vec<(&'a str, Range<usize>)>,
    /// Whether the sentence is about an attachment at all.
    attached: bool,
    negated: bool,
}

/// Checks an article or a list: sentence by sentence.
pub fn sentences(source: &Source, masked: &Masked, anatomy: &Anatomy) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for paragraph in masked.paragraphs.iter().filter(|it| !it.story) {
        let words = &paragraph.words;
        for sentence in masked.sentences(words) {
            check(source, masked, anatomy, sentence, &mut problems);
        }
    }
    problems
}

/// Checks a quiz: the reasons sentence by sentence, and the stem with each
/// correct choice or matched pair.
pub fn quiz(source: &Source, masked: &Masked, anatomy: &Anatomy) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let mut stem: &[Word] = &[];
    let mut text: &[Word] = &[];
    for paragraph in &masked.paragraphs {
        let line = source.text[paragraph.span.clone()].trim();
        let (key, value) = line.split_once('=').unwrap_or((line, ""));
        let words = &paragraph.words;
        match key.trim() {
            "stem" => stem = words,
            "text" => text = words,
            "with" => {
                let claim = [text, words].concat();
                check(source, masked, anatomy, &claim, &mut problems);
            }
            "correct" if value.trim() == "true" => {
                let claim = [stem, text].concat();
                check(source, masked, anatomy, &claim, &mut problems);
            }
            "why" | "summary" | "shown" | "looks" => {
                for sentence in masked.sentences(words) {
                    check(source, masked, anatomy, sentence, &mut problems);
                }
            }
            _ => {}
        }
    }
    problems
}

fn check(
    source: &Source,
    masked: &Masked,
    anatomy: &Anatomy,
    words: &[Word],
    problems: &mut Vec<Diagnostic>,
) {
    let claim = Claim::of(masked, anatomy, words);
    let mut muscles = claim.muscles.iter();
    let (Some(muscle), None) = (muscles.next(), muscles.next()) else {
        return;
    };
    let (Some(muscle), false) = (anatomy.muscles.get(*muscle), claim.negated) else {
        return;
    };
    let mut report = |span: &Range<usize>, message: String, help: String| {
        problems.push(source.diagnostic(span, message, help));
    };
    for (nerve, span) in &claim.nerves {
        if !muscle.nerves.iter().any(|it| it == nerve) {
            report(
                span,
                format!("this is not the nerve of {}", name(muscle)),
                format!(
                    "content/anatomy.toml says: {}",
                    muscle.nerve.as_deref().unwrap_or("nothing on its nerve")
                ),
            );
        }
    }
    for (action, span) in &claim.actions {
        if muscle.never.iter().any(|it| it == action) {
            report(
                span,
                format!("{} never does this", name(muscle)),
                format!("content/anatomy.toml says: {}", muscle.action),
            );
        }
    }
    for (place, span, begins) in claim.places.iter().filter(|_| claim.attached) {
        let (at, words) = if *begins {
            (&muscle.begins_at, &muscle.begins)
        } else {
            (&muscle.ends_at, &muscle.ends)
        };
        if !at.is_empty() && !at.iter().any(|it| it == place) {
            report(
                span,
                format!("{} is not attached here", name(muscle)),
                format!("content/anatomy.toml says: {words}"),
            );
        }
    }
}

fn name(muscle: &Muscle) -> &str {
    muscle.names.first().map_or("it", String::as_str)
}

impl<'a> Claim<'a> {
    fn of(masked: &Masked, anatomy: &'a Anatomy, words: &[Word]) -> Claim<'a> {
        let mut claim = Claim::default();
        let mut verb: Option<(usize, bool)> = None;
        for (at, word) in words.iter().enumerate() {
            let text = masked.word(word);
            claim.negated |= NEGATIONS.contains(&text);
            for (index, muscle) in anatomy.muscles.iter().enumerate() {
                if longest(masked, words, at, word, &muscle.names).is_some() {
                    claim.muscles.insert(index);
                }
            }
            if BEGIN.contains(&text) || END.contains(&text) {
                verb = Some((at, BEGIN.contains(&text)));
                claim.attached |= !matches!(text, "from" | "to");
            }
            let find = |among: &'a [Called], found: &mut Vec<(&'a str, Range<usize>)>| {
                for called in among {
                    if let Some(span) = longest(masked, words, at, word, &called.names) {
                        found.push((called.id.as_str(), span));
                    }
                }
            };
            find(&anatomy.nerves, &mut claim.nerves);
            find(&anatomy.actions, &mut claim.actions);
            // Only places close behind the verb are where it leads.
            if let Some((_, begins)) = verb.filter(|(verb, _)| at - verb <= NEAR) {
                let mut places = Vec::new();
                find(&anatomy.places, &mut places);
                let places = places.into_iter().map(|(id, span)| (id, span, begins));
                claim.places.extend(places);
            }
        }
        claim
    }
}

/// How many words behind its verb a place may stand.
const NEAR: usize = 6;

fn longest(
    masked: &Masked,
    words: &[Word],
    at: usize,
    word: &Word,
    names: &[String],
) -> Option<Range<usize>> {
    names
        .iter()
        .filter_map(|name| phrase_at(masked, words, at, word, name))
        .max_by_key(|span| span.len())
}
