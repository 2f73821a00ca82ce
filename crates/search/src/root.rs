//! The root of an index: how much there is, and which shard holds which words.
//!
//! ```text
//! prime-mover-search 1 index-0123456789abcdef
//! 27 93 11 27
//! 0bone 0calf 2ncer …
//! 0$bA …
//! topics/three-glutes/ → The three glutes
//! …
//! ```
//!
//! The first line names the folder of the other files, which changes with what is in them. The second
//! line counts the documents of each [`Kind`]. The third and the fourth say where each
//! shard of words and of grams but the first begins: a text that is not before its first key, and behind
//! the last key before it. Each is written as the letters it shares with the one before, and the rest.
//!
//! Where there are few documents ([`Root::MOST_HEADS`]), their *heads* follow, by kind and number: path and
//! title, parted by a tab, as a sheet begins. So the first results need not wait for the sheets.

use crate::Kind;
use crate::digits;

const HEADER: &str = "prime-mover-search 1 ";

/// A decoded root.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Root {
    /// The folder of the other files, inside the site.
    pub folder: String,
    /// How many documents there are of each kind.
    pub counts: [u32; 4],
    /// Where each shard of words but the first begins, sorted.
    pub words: Vec<String>,
    /// Where each shard of grams but the first begins, sorted.
    pub grams: Vec<String>,
    /// The heads of all documents, a line each, or nothing.
    pub heads: String,
}

impl Root {
    /// How the names of folders begin.
    pub const FOLDER: &str = "index-";
    /// How many documents may have their heads in the root: it is fetched with every first search.
    pub const MOST_HEADS: usize = 256;

    /// Reads what [`Root::encode`] wrote; `None` for anything else.
    pub fn decode(text: &str) -> Option<Root> {
        let mut lines = text.splitn(5, '\n');
        let folder = lines.next()?.strip_prefix(HEADER)?;
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        if !folder.bytes().all(fits) {
            return None;
        }
        let mut counts = [0; 4];
        let mut numbers = lines.next()?.split(' ');
        for count in &mut counts {
            *count = numbers.next()?.parse().ok()?;
        }
        Some(Root {
            folder: folder.to_owned(),
            counts,
            words: decode_keys(lines.next()?),
            grams: decode_keys(lines.next()?),
            heads: lines.next().unwrap_or_default().to_owned(),
        })
    }

    /// The head of a document.
    pub fn head(&self, kind: Kind, number: u32) -> Option<&str> {
        let before: u32 = self.counts[..kind as usize]
            .iter()
            .fold(0, |sum, count| sum.saturating_add(*count));
        let fits = number < self.count(kind);
        let mut lines = self.heads.lines();
        fits.then(|| lines.nth(before.saturating_add(number) as usize))?
    }

    /// The text of the file.
    pub fn encode(&self) -> String {
        let mut text = [HEADER, &self.folder].concat();
        for (at, count) in self.counts.iter().enumerate() {
            text.push(if at == 0 { '\n' } else { ' ' });
            digits::push_decimal(&mut text, *count);
        }
        for keys in [&self.words, &self.grams] {
            text.push('\n');
            let mut before = "";
            for (at, key) in keys.iter().enumerate() {
                if at > 0 {
                    text.push(' ');
                }
                push_key(&mut text, before, key);
                before = key;
            }
        }
        text.push('\n');
        text.push_str(&self.heads);
        text
    }

    /// How many documents there are of a kind.
    pub const fn count(&self, kind: Kind) -> u32 {
        self.counts[kind as usize]
    }
}

/// The shard that a key belongs to, by where the shards begin.
pub fn place(begins: &[String], key: &str) -> u32 {
    begins.partition_point(|begin| begin.as_str() <= key) as u32
}

/// The longest beginning that is written as shared.
const SHARED: usize = 31;

/// Appends a key: how many of its bytes are those of the one before, and the rest.
pub(crate) fn push_key(out: &mut String, before: &str, key: &str) {
    let mut shared = before
        .bytes()
        .zip(key.bytes())
        .take_while(|(one, other)| one == other)
        .count()
        .min(SHARED);
    while !key.is_char_boundary(shared) {
        shared -= 1;
    }
    digits::push(out, shared as u32);
    out.push_str(&key[shared..]);
}

/// Makes `key`, the key before, the one that `written` stands for; `false` when it stands for none.
pub(crate) fn next_key(key: &mut String, written: &str) -> bool {
    let Some(first) = written.get(..1) else {
        return false;
    };
    let shared = digits::Reader::new(first).number().unwrap_or(u32::MAX) as usize;
    if shared > key.len() || !key.is_char_boundary(shared) {
        return false;
    }
    key.truncate(shared);
    key.push_str(&written[1..]);
    true
}

fn decode_keys(line: &str) -> Vec<String> {
    let mut key = String::new();
    let mut keys = Vec::new();
    for written in line.split(' ').filter(|written| !written.is_empty()) {
        if !next_key(&mut key, written) {
            break;
        }
        keys.push(key.clone());
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_key_is_in_the_shard_that_begins_before_it() {
        let begins = ["c".to_owned(), "hip".to_owned()];
        for (key, expected) in [("a", 0), ("c", 1), ("hint", 1), ("hip", 2), ("z", 2)] {
            assert_eq!(place(&begins, key), expected, "{key}");
        }
        assert_eq!(place(&[], "a"), 0);
    }

    #[test]
    fn a_head_is_found_by_kind_and_number() {
        let root = Root {
            counts: [2, 0, 1, 1],
            heads: String::from("a/\tA\nb/\tB\nf/\tF\nq/\tQ\n"),
            ..Root::default()
        };
        assert_eq!(root.head(Kind::Topic, 1), Some("b/\tB"));
        assert_eq!(root.head(Kind::Topic, 2), None);
        assert_eq!(root.head(Kind::Term, 0), None);
        assert_eq!(root.head(Kind::Figure, 0), Some("f/\tF"));
        assert_eq!(root.head(Kind::Quiz, 0), Some("q/\tQ"));
        let none = Root {
            heads: String::new(),
            ..root
        };
        assert_eq!(none.head(Kind::Topic, 0), None);
    }

    proptest! {
        #[test]
        fn roots_come_back(
            counts in any::<[u32; 4]>(),
            words in proptest::collection::btree_set("[a-zé]{1,40}", 0..20),
            grams in proptest::collection::btree_set("[a-z^$]{3}[A-Z]", 0..20),
            heads in proptest::collection::vec("[a-z/]{1,9}\t[a-z é]{1,9}\n", 0..9),
        ) {
            let root = Root {
                folder: "index-0".to_owned(),
                counts,
                words: words.into_iter().collect(),
                grams: grams.into_iter().collect(),
                heads: heads.concat(),
            };
            prop_assert_eq!(Root::decode(&root.encode()), Some(root));
        }

        #[test]
        fn any_text_can_be_read(text in any::<String>()) {
            Root::decode(&text);
            Root::decode(&[HEADER, "index-0\n1 1 1 1\n", &text, "\n"].concat());
        }
    }
}
