//! Words by their pieces, to find what a word with typos was meant to be.
//!
//! Two typos cannot spoil three pieces of a word that do not touch: its first two letters, three in
//! its middle, its last two. So every word that is near stands in the list of at least one of these pieces,
//! and a query reads three short ranges instead of all words. A shard is a sorted list of keys, one a line:
//! the piece (`^gl`, `ute`, `us$`), a letter for the word's length, the word.

use crate::distance;
use crate::root::next_key;

/// The shortest word that one with a typo can be taken for.
pub const SHORTEST: usize = 4;
/// The shortest word whose inner pieces are listed.
const INNER: usize = 6;

/// The letter of a length.
fn length_letter(length: usize) -> char {
    char::from(b'A' + length.min(25) as u8)
}

/// Calls `each` with every key of a word that can be found by its pieces.
pub fn keys(word: &str, mut each: impl FnMut(String)) {
    let length = word.len();
    if length < SHORTEST || !word.is_ascii() {
        return;
    }
    let mut key = |before: &str, piece: &str, after: &str| {
        let mut key = [before, piece, after].concat();
        key.push(length_letter(length));
        key.push_str(word);
        each(key);
    };
    key("^", &word[..2], "");
    key("", &word[length - 2..], "$");
    if length >= INNER {
        for start in 0..length - 2 {
            key("", &word[start..start + 3], "");
        }
    }
}

/// The ranges of keys, first to last, in which words near `word` stand.
pub fn ranges(word: &str) -> Vec<(String, String)> {
    let length = word.len();
    let typos = distance::allowed(length);
    if typos == 0 || !word.is_ascii() {
        return Vec::new();
    }
    let mut pieces = vec![
        ["^", &word[..2]].concat(),
        [&word[length - 2..], "$"].concat(),
    ];
    if typos > 1 {
        let start = (length - 3) / 2;
        pieces.push(word[start..start + 3].to_owned());
    }
    let bound = |piece: &str, length: usize, end: &str| {
        let mut bound = String::from(piece);
        bound.push(length_letter(length));
        bound.push_str(end);
        bound
    };
    pieces
        .iter()
        .map(|piece| {
            (
                bound(piece, length - typos, ""),
                bound(piece, length + typos, "~"),
            )
        })
        .collect()
}

/// Calls `each` with every word of a shard whose key is in a range.
pub fn scan(shard: &str, range: &(String, String), mut each: impl FnMut(&str)) {
    let mut key = String::new();
    for line in shard.lines() {
        if !next_key(&mut key, line) || key > range.1 {
            return;
        }
        if key >= range.0
            && let Some(word) = key.get(4..)
        {
            each(word);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn meets(word: &str, typed: &str) -> bool {
        let mut listed = Vec::new();
        keys(word, |key| listed.push(key));
        let ranges = ranges(typed);
        listed
            .iter()
            .any(|key| ranges.iter().any(|(from, to)| from <= key && key <= to))
    }

    #[test]
    fn a_word_and_its_typo_share_a_piece() {
        for (word, typed) in [
            ("gluteus", "gluetus"),
            ("piriformis", "pirifromus"),
            ("hamstrings", "hamsrtings"),
            ("sacroiliac", "sacrolliac"),
        ] {
            assert!(meets(word, typed), "{word} {typed}");
        }
        assert!(ranges("hip").is_empty());
    }

    /// One letter added, taken away or replaced.
    fn edit(word: &str, kind: u8, at: usize, letter: char) -> String {
        let mut letters: Vec<char> = word.chars().collect();
        let at = at % letters.len();
        match kind % 3 {
            0 => letters.insert(at, letter),
            1 => {
                letters.remove(at);
            }
            _ => letters[at] = letter,
        }
        letters.into_iter().collect()
    }

    proptest! {
        #[test]
        fn every_word_within_reach_is_met(
            word in "[a-z]{4,14}",
            edits in proptest::collection::vec((any::<u8>(), any::<usize>(), proptest::char::range('a', 'z')), 1..3),
        ) {
            let typed = edits.iter().fold(word.clone(), |word, (kind, at, letter)| edit(&word, *kind, *at, *letter));
            let reach = distance::allowed(typed.len());
            if distance::within(&word, &typed, reach).is_some() && edits.len() <= reach {
                prop_assert!(meets(&word, &typed), "{} {}", word, typed);
            }
        }

        #[test]
        fn any_text_can_be_read(text in any::<String>(), typed in any::<String>()) {
            for range in ranges(&typed) {
                scan(&text, &range, |_| {});
            }
            keys(&typed, |_| {});
        }
    }
}
