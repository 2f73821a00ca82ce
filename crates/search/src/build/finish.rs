//! From what the threads have read to the files.

use std::collections::{BTreeMap, BTreeSet};
use std::thread;

use super::part::{Part, Posting, posting};
use super::{LISTED, LISTED_BEGINNING, LONGEST_BEGINNING, SHARD};
use crate::root::{Root, push_key};
use crate::{File, Kind, digits, grams, shard};

/// The index over `counts` documents of each kind: its root, which lacks the name of the folder and the heads, and
/// its other files, without the sheets.
pub fn finish(parts: &[Part], counts: [u32; 4]) -> (Root, Vec<(File, String)>) {
    // Neither needs the other, and at ten thousand articles each takes a while.
    let ((words, mut files), (grams, more)) = thread::scope(|scope| {
        let grams = scope.spawn(|| grams_files(parts));
        let words = words_files(parts, counts);
        let grams = grams.join();
        let grams = grams.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        (words, grams)
    });
    files.extend(more);
    let root = Root {
        folder: String::new(),
        counts,
        words,
        grams,
        heads: String::new(),
    };
    (root, files)
}

/// Files, and where each but the first begins.
type Cut = (Vec<String>, Vec<(File, String)>);

fn words_files(parts: &[Part], counts: [u32; 4]) -> Cut {
    let mut stems: Vec<&str> = parts
        .iter()
        .flat_map(|part| part.stems.keys().map(String::as_str))
        .collect();
    stems.sort_unstable();
    stems.dedup();
    let mut synonyms = synonyms(parts);
    let mut keys: Vec<(String, String)> = Vec::with_capacity(stems.len());
    for stem in stems {
        let mut postings = postings(parts, stem);
        let (extra, others) = synonyms.remove(stem).unwrap_or_default();
        postings.extend(extra);
        let fields = fields(&mut postings, &others, LISTED);
        keys.push((stem.to_owned(), fields));
    }
    let mut long = Vec::new();
    beginnings(&keys, 0, counts, &mut long);
    keys.append(&mut long);
    // Phrases, and names whose words stand in no text.
    for (key, (mut postings, others)) in synonyms {
        let fields = fields(&mut postings, &others, LISTED);
        keys.push((key, fields));
    }
    keys.sort_unstable();
    let mut files = Vec::new();
    let begins = cut(
        keys.iter()
            .map(|(key, fields)| (key.as_str(), fields.as_str())),
        |key| !key.contains([' ', '*']),
        |place, text| files.push((File::Words(place), text)),
    );
    (begins, files)
}

fn grams_files(parts: &[Part]) -> Cut {
    let grams = grams(parts);
    let mut files = Vec::new();
    let begins = cut(
        grams.iter().map(|key| (key.as_str(), "")),
        |_| true,
        |place, text| files.push((File::Grams(place), text)),
    );
    (begins, files)
}

/// By key: documents, and other words.
type Synonyms = BTreeMap<String, (Vec<Posting>, BTreeSet<String>)>;

fn synonyms(parts: &[Part]) -> Synonyms {
    let mut all = Synonyms::new();
    for synonym in parts.iter().flat_map(|part| &part.synonyms) {
        let (postings, others) = all.entry(synonym.key.clone()).or_default();
        postings.push(synonym.posting);
        if !synonym.other.is_empty() && synonym.other != synonym.key {
            others.insert(synonym.other.clone());
        }
    }
    all
}

fn postings(parts: &[Part], stem: &str) -> Vec<Posting> {
    let mut all = Vec::new();
    for part in parts {
        if let Some(number) = part.stems.get(stem)
            && let Some(postings) = part.postings.get(*number as usize)
        {
            all.extend_from_slice(postings);
        }
    }
    all
}

/// The part of a posting that names the document.
const fn document(posting: Posting) -> u32 {
    posting >> 4
}

const fn impact(posting: Posting) -> u32 {
    posting & 15
}

/// What follows a key on its line. Sorts the postings, each document once.
fn fields(postings: &mut Vec<Posting>, others: &BTreeSet<String>, most: [usize; 4]) -> String {
    // The greatest impact of a document comes first and stays.
    postings.sort_unstable_by_key(|posting| (document(*posting), 15 - impact(*posting)));
    postings.dedup_by_key(|posting| document(*posting));
    let mut text = String::new();
    for kind in Kind::ALL {
        text.push('\t');
        let begin = postings.partition_point(|posting| posting >> 30 < kind as u32);
        let end = postings.partition_point(|posting| posting >> 30 <= kind as u32);
        list(&mut text, &postings[begin..end], most[kind as usize]);
    }
    text.push('\t');
    for (at, other) in others.iter().enumerate() {
        if at > 0 {
            text.push('|');
        }
        text.push_str(other);
    }
    text.truncate(text.trim_end_matches('\t').len());
    text
}

fn list(out: &mut String, postings: &[Posting], most: usize) {
    if postings.is_empty() {
        return;
    }
    let mut listed = postings.to_vec();
    if listed.len() > most {
        listed.sort_unstable_by_key(|posting| (15 - impact(*posting), document(*posting)));
        listed.truncate(most);
        listed.sort_unstable();
    }
    digits::push(out, postings.len() as u32);
    digits::push(out, listed.len() as u32);
    let mut before = 0;
    for posting in &listed {
        let number = document(*posting) & 0x3ff_ffff;
        digits::push(out, number - before);
        before = number;
    }
    for posting in &listed {
        digits::push(out, impact(*posting));
    }
}

/// Adds the beginnings, longer than the `letters` that all of `keys` share, that have too many words
/// for a query to read them all: each with the documents that are most about any of them.
fn beginnings(
    keys: &[(String, String)],
    letters: usize,
    counts: [u32; 4],
    out: &mut Vec<(String, String)>,
) {
    if letters == LONGEST_BEGINNING {
        return;
    }
    for group in keys.chunk_by(|(one, _), (other, _)| {
        one.chars()
            .take(letters + 1)
            .eq(other.chars().take(letters + 1))
    }) {
        let bytes: usize = group
            .iter()
            .map(|(key, fields)| key.len() + fields.len())
            .sum();
        let text: String = group
            .first()
            .map(|(key, _)| key.chars().take(letters + 1).collect())
            .unwrap_or_default();
        if bytes <= SHARD / 2 || text.chars().count() <= letters {
            continue;
        }
        let mut best = counts.map(|count| vec![0_u8; count as usize]);
        for (key, fields) in group {
            let line = ["0", key, fields].concat();
            let Some(entry) = shard::find(&line, key) else {
                continue;
            };
            for kind in Kind::ALL {
                for (number, impact) in entry.list(kind).listed {
                    if let Some(best) = best[kind as usize].get_mut(number as usize) {
                        *best = (*best).max(impact);
                    }
                }
            }
        }
        let mut postings = Vec::new();
        for kind in Kind::ALL {
            let impacts = best[kind as usize].iter().enumerate();
            postings.extend(
                impacts
                    .filter(|(_, impact)| **impact > 0)
                    .map(|(number, impact)| posting(kind, number as u32, u32::from(*impact))),
            );
        }
        let fields = fields(&mut postings, &BTreeSet::new(), [LISTED_BEGINNING; 4]);
        out.push(([&text, "*"].concat(), fields));
        beginnings(group, letters + 1, counts, out);
    }
}

fn grams(parts: &[Part]) -> Vec<String> {
    let mut words: Vec<&str> = parts
        .iter()
        .flat_map(|part| part.words.keys().map(String::as_str))
        .collect();
    words.sort_unstable();
    words.dedup();
    let mut keys = Vec::new();
    for word in words {
        grams::keys(word, |key| keys.push(key));
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Cuts sorted lines into shards and returns where each but the first begins.
fn cut<'k>(
    lines: impl Iterator<Item = (&'k str, &'k str)>,
    may_begin: impl Fn(&str) -> bool,
    mut write: impl FnMut(u32, String),
) -> Vec<String> {
    let mut begins = Vec::new();
    let mut text = String::new();
    let mut before = "";
    for (key, fields) in lines {
        if text.len() >= SHARD && may_begin(key) {
            write(begins.len() as u32, std::mem::take(&mut text));
            begins.push(between(before, key).to_owned());
            before = "";
        }
        push_key(&mut text, before, key);
        text.push_str(fields);
        text.push('\n');
        before = key;
    }
    write(begins.len() as u32, text);
    begins
}

/// The shortest beginning of `key` that is behind `before`.
fn between<'k>(before: &str, key: &'k str) -> &'k str {
    let ends = key
        .char_indices()
        .map(|(at, letter)| at + letter.len_utf8());
    ends.map(|end| &key[..end])
        .find(|begin| *begin > before)
        .unwrap_or(key)
}
