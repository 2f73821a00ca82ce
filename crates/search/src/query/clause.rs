//! What was typed, as clauses: for each word or phrase, everything it may stand for.

use super::Index;
use crate::fold::{self, tokens};
use crate::shard::{self, Entry};
use crate::{File, distance, grams, root, stem};

/// Words that are looked up; more would take more shards, and five say what is meant.
const WORDS: usize = 6;
/// Words that begin with what was typed, at most.
const BEGINNING: usize = 12;
/// Words that one with a typo is taken for, at most.
const MEANT: usize = 3;
/// Shards in which one beginning is looked up, at most.
const SHARDS: u32 = 3;
/// What a word that is being typed may end in.
const ENDINGS: [&str; 9] = ["g", "ng", "ing", "d", "ed", "s", "es", "e", "ness"];

/// One word or phrase of the query.
#[derive(Debug, Default)]
pub(super) struct Clause<'f> {
    /// What it may stand for.
    pub alternatives: Vec<Alternative<'f>>,
    /// What of a text it matches.
    pub marks: Vec<Mark>,
    /// How much it counts in a sentence.
    pub rarity: f32,
}

/// Words that are all meant.
#[derive(Debug)]
pub(super) struct Alternative<'f> {
    /// The words, each with its rarity.
    pub entries: Vec<(Entry<'f>, f32)>,
    /// From 0 to 1: how near it is to what was typed.
    pub weight: f32,
}

/// Which words of a text match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Those with this stem.
    Stem(String),
    /// Those that begin like this.
    Beginning(String),
}

/// A query that was read.
#[derive(Debug, Default)]
pub(super) struct Read<'f> {
    /// Its words and phrases.
    pub clauses: Vec<Clause<'f>>,
    /// Words that were not found, and those they were taken for.
    pub corrected: Vec<(String, String)>,
}

/// A word as it was typed.
struct Typed {
    word: String,
    stem: String,
    /// Whether the reader may go on typing it.
    open: bool,
}

/// Reads a query. What it needs and is not there is noted in `index`.
pub(super) fn read<'f>(query: &str, index: &mut Index<'f>) -> Read<'f> {
    let mut typed = Vec::new();
    tokens(query, |token| {
        typed.push(Typed {
            word: token.word.to_owned(),
            stem: stem::stem(token.word),
            open: token.end == query.len(),
        });
    });
    // Somebody who typed only "th" has not got further yet.
    let only_small = typed.iter().all(|typed| fold::is_stop_word(&typed.word));
    let counts = |typed: &Typed| !fold::is_stop_word(&typed.word) || (only_small && typed.open);
    let mut read = Read::default();
    let mut at = 0;
    while at < typed.len() && read.clauses.len() < WORDS {
        let phrase = [3, 2].into_iter().find_map(|length| {
            let words = typed.get(at..at + length)?;
            Some((length, phrase(words, index)?))
        });
        if let Some((length, clause)) = phrase {
            read.clauses.push(clause);
            at += length;
            continue;
        }
        if counts(&typed[at]) {
            let mut clause = word(&typed[at], index, &mut read.corrected);
            for pair in [at.checked_sub(1), Some(at)].into_iter().flatten() {
                if let (Some(one), Some(other)) = (typed.get(pair), typed.get(pair + 1)) {
                    let joined = stem::stem(&[one.word.as_str(), &other.word].concat());
                    if let Some(entry) = index.glance(&joined) {
                        clause.push(Mark::Stem(joined), entry, 0.9, index);
                    }
                }
            }
            read.clauses.push(clause);
        }
        at += 1;
    }
    read
}

impl<'f> Clause<'f> {
    fn push(&mut self, mark: Mark, entry: Entry<'f>, weight: f32, index: &Index<'_>) {
        let rarity = index.rarity(&entry);
        self.rarity = self.rarity.max(rarity);
        self.mark(mark);
        self.alternatives.push(Alternative {
            entries: vec![(entry, rarity)],
            weight,
        });
    }

    fn mark(&mut self, mark: Mark) {
        if !self.marks.contains(&mark) {
            self.marks.push(mark);
        }
    }

    /// Adds other words for the same thing.
    fn others(&mut self, entry: &Entry<'_>, weight: f32, index: &mut Index<'f>) {
        for other in &entry.others {
            let stems: Vec<&str> = other.split(' ').collect();
            self.all_of(&stems, weight, index);
        }
    }

    fn all_of(&mut self, stems: &[&str], weight: f32, index: &mut Index<'f>) {
        let mut entries = Vec::new();
        for stem in stems {
            if let Some(entry) = index.find(stem) {
                let rarity = index.rarity(&entry);
                self.mark(Mark::Stem((*stem).to_owned()));
                self.rarity = self.rarity.max(rarity);
                entries.push((entry, rarity));
            }
        }
        if entries.len() == stems.len() {
            self.alternatives.push(Alternative { entries, weight });
        }
    }
}

/// Words that stand for something together.
fn phrase<'f>(words: &[Typed], index: &mut Index<'f>) -> Option<Clause<'f>> {
    let folded: Vec<String> = words.iter().map(|typed| typed.word.clone()).collect();
    let entry = index.find(&stem::phrase_key(&folded)?)?;
    let mut clause = Clause::default();
    clause.others(&entry, 0.8, index);
    let stems: Vec<&str> = words
        .iter()
        .filter(|typed| !fold::is_stop_word(&typed.word))
        .map(|typed| typed.stem.as_str())
        .collect();
    clause.all_of(&stems, 0.9, index);
    let rarity = index.rarity(&entry);
    clause.rarity = clause.rarity.max(rarity);
    clause.alternatives.push(Alternative {
        entries: vec![(entry, rarity)],
        weight: 1.0,
    });
    Some(clause)
}

fn word<'f>(
    typed: &Typed,
    index: &mut Index<'f>,
    corrected: &mut Vec<(String, String)>,
) -> Clause<'f> {
    let mut clause = Clause::default();
    let known = index.lacking.len();
    if let Some(entry) = index.find(&typed.stem) {
        clause.others(&entry, 0.8, index);
        clause.push(Mark::Stem(typed.stem.clone()), entry, 1.0, index);
    }
    let exact = !clause.alternatives.is_empty();
    if typed.open || !exact {
        beginning(&mut clause, typed, if exact { 0.5 } else { 0.8 }, index);
    }
    if clause.alternatives.is_empty() && index.lacking.len() == known {
        for ending in ENDINGS {
            let whole = stem::stem(&[typed.word.as_str(), ending].concat());
            if whole.len() < typed.word.len()
                && let Some(entry) = index.find(&whole)
            {
                clause.push(Mark::Stem(whole), entry, 0.8, index);
                break;
            }
        }
    }
    if clause.alternatives.is_empty() && index.lacking.len() == known {
        meant(&mut clause, typed, index, corrected);
    }
    clause
}

/// Adds the words that begin with what was typed.
fn beginning<'f>(clause: &mut Clause<'f>, typed: &Typed, weight: f32, index: &mut Index<'f>) {
    let begin = typed.word.as_str();
    let mark = Mark::Beginning(begin.to_owned());
    if let Some(entry) = index.find(&[begin, "*"].concat()) {
        clause.push(mark, entry, weight, index);
        return;
    }
    let first = root::place(&index.root.words, begin);
    let last = root::place(&index.root.words, &[begin, "\u{10ffff}"].concat());
    let mut found = Vec::new();
    for place in first..=last.min(first.saturating_add(SHARDS - 1)) {
        let Some(text) = index.text(File::Words(place)) else {
            continue;
        };
        shard::scan(text, |key, entry| {
            if key.starts_with(begin) && key != typed.stem && !key.contains([' ', '*']) {
                found.push((key.len(), entry()));
            }
            found.len() < 4 * BEGINNING && (key < begin || key.starts_with(begin))
        });
    }
    // The shorter the word, the more of it was typed.
    found.sort_by_key(|(length, _)| *length);
    for (_, entry) in found.into_iter().take(BEGINNING) {
        clause.push(mark.clone(), entry, weight, index);
    }
}

/// Adds the words that somebody may have meant who typed one with typos.
fn meant<'f>(
    clause: &mut Clause<'f>,
    typed: &Typed,
    index: &mut Index<'f>,
    corrected: &mut Vec<(String, String)>,
) {
    let word = typed.word.as_str();
    let mut near: Vec<(usize, usize, String)> = Vec::new();
    for range in grams::ranges(word) {
        let first = root::place(&index.root.grams, &range.0);
        let last = root::place(&index.root.grams, &range.1);
        for place in first..=last {
            let Some(text) = index.text(File::Grams(place)) else {
                continue;
            };
            grams::scan(text, &range, |other| {
                if let Some(distance) = distance::within(word, other, distance::allowed(word.len()))
                {
                    let shared = word
                        .bytes()
                        .zip(other.bytes())
                        .take_while(|(one, other)| one == other);
                    near.push((distance, usize::MAX - shared.count(), other.to_owned()));
                }
            });
        }
    }
    near.sort_unstable();
    near.dedup();
    let mut stems: Vec<String> = Vec::new();
    let nearest = near.first().map_or(0, |(distance, ..)| *distance);
    for (distance, _, other) in near {
        let stem = stem::stem(&other);
        if distance > nearest || stems.contains(&stem) || stems.len() == MEANT {
            continue;
        }
        if let Some(entry) = index.find(&stem) {
            if stems.is_empty() {
                corrected.push((word.to_owned(), other));
            }
            let weight = if distance == 1 { 0.8 } else { 0.6 };
            clause.others(&entry, 0.7 * weight, index);
            clause.push(Mark::Stem(stem.clone()), entry, weight, index);
        }
        stems.push(stem);
    }
}
