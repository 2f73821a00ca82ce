//! A shard of words: for each, which documents have it and how much it says about them.
//!
//! One line a word, sorted: the word as in the [`root`](crate::root), then a field for each
//! [`Kind`] with the documents, then other words for the same thing; fields are parted by tabs, empty ones
//! at the end are left out. Three kinds of keys share the order:
//!
//! - a stem, `hip`;
//! - the beginning of many words, `hi*`, with the documents that are most about any of them: what it
//!   would take too many shards to find out;
//! - a phrase below its first word that is no stop word, `band it band`.
//!
//! Documents are written as numbers in [`digits`](crate::digits): how many have the word, how many
//! are listed (those it says most about), their distances, their impacts of 1 to 15.

use crate::Kind;
use crate::digits::Reader;
use crate::root::next_key;

/// The greatest impact of a word on a document.
pub const MOST: u32 = 15;

/// A word of a shard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'s> {
    lists: [&'s str; 4],
    /// Other words for it: phrases of stems.
    pub others: Vec<&'s str>,
}

/// The documents of one kind that have a word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// How many there are in all.
    pub all: u32,
    /// Number and impact of those that are listed, sorted by number.
    pub listed: Vec<(u32, u8)>,
}

impl Entry<'_> {
    /// The documents of a kind.
    pub fn list(&self, kind: Kind) -> List {
        let mut reader = Reader::new(self.lists[kind as usize]);
        let (Some(all), Some(count)) = (reader.number(), reader.number()) else {
            return List::default();
        };
        let mut listed = Vec::new();
        let mut number = 0_u32;
        for _ in 0..count {
            let Some(distance) = reader.number() else {
                break;
            };
            number = number.wrapping_add(distance);
            listed.push((number, 1));
        }
        for (_, impact) in &mut listed {
            *impact = reader.number().unwrap_or(1).clamp(1, MOST) as u8;
        }
        List { all, listed }
    }
}

/// Calls `each` with every key of a shard and its entry, in order, until it returns `false`.
pub fn scan<'s>(shard: &'s str, mut each: impl FnMut(&str, &dyn Fn() -> Entry<'s>) -> bool) {
    let mut key = String::new();
    for line in shard.lines() {
        let (written, fields) = line.split_once('\t').unwrap_or((line, ""));
        if !next_key(&mut key, written) || !each(&key, &|| entry(fields)) {
            return;
        }
    }
}

fn entry(fields: &str) -> Entry<'_> {
    let mut fields = fields.split('\t');
    let lists = [(); 4].map(|()| fields.next().unwrap_or_default());
    let others = fields.next().unwrap_or_default();
    Entry {
        lists,
        others: others
            .split('|')
            .filter(|other| !other.is_empty())
            .collect(),
    }
}

/// The entry of a key.
pub fn find<'s>(shard: &'s str, wanted: &str) -> Option<Entry<'s>> {
    let mut found = None;
    scan(shard, |key, entry| {
        if key == wanted {
            found = Some(entry());
        }
        key < wanted
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_what_is_documented() {
        let shard = "0hip\t3235AF\t\t\t\tpelvi|joint\n3ster\n0knee\t\t1101\n";
        let hip = find(shard, "hip").expect("an entry");
        let expected = List {
            all: 3,
            listed: vec![(3, 10), (8, 15)],
        };
        assert_eq!(hip.list(Kind::Topic), expected);
        assert_eq!(hip.list(Kind::Term), List::default());
        assert_eq!(hip.others, ["pelvi", "joint"]);
        assert!(find(shard, "hipster").is_some());
        assert!(find(shard, "hi").is_none());
        let knee = find(shard, "knee").expect("an entry");
        assert_eq!(knee.list(Kind::Term).listed, [(0, 1)]);
    }

    proptest! {
        #[test]
        fn any_text_can_be_read(text in any::<String>(), key in "[a-z]{0,3}") {
            scan(&text, |_, entry| {
                for kind in Kind::ALL {
                    entry().list(kind);
                }
                true
            });
            find(&text, &key);
        }

        #[test]
        fn lines_like_ours_can_be_read(text in "([0-9a-z]{1,4}(\t[0-9a-zA-Z_-]{0,9}){0,5}\n){0,6}") {
            scan(&text, |_, entry| {
                for kind in Kind::ALL {
                    entry().list(kind);
                }
                true
            });
        }
    }
}
