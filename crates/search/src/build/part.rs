//! What one thread has read.

use rustc_hash::FxHashMap;

use crate::Kind;
use crate::fold::{self, tokens};
use crate::shard::MOST;
use crate::stem;

/// Where in a document a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Its title.
    Title,
    /// Another name of it.
    Name,
    /// A heading, the label of a part.
    Heading,
    /// What it is, in a sentence or two.
    About,
    /// Anything else.
    Text,
}

impl Field {
    const fn weight(self) -> f32 {
        match self {
            Field::Title => 30.0,
            Field::Name => 24.0,
            Field::Heading => 8.0,
            Field::About => 4.0,
            Field::Text => 1.0,
        }
    }
}

/// The weight at which a word has half of its full impact.
const HALF: f32 = 10.0;
/// How many words an ordinary document has; in longer ones each says less.
const ORDINARY: f32 = 1000.0;

/// A document and the impact of a word on it: kind, number, impact in 2, 26 and 4 bits.
pub(super) type Posting = u32;

pub(super) const fn posting(kind: Kind, number: u32, impact: u32) -> Posting {
    ((kind as u32) << 30) | ((number & 0x3ff_ffff) << 4) | impact
}

/// Words and their numbers. Each word of the site is looked up here: the standard hasher, which keeps
/// strangers from choosing keys that collide, takes as long as all the rest.
pub(super) type Words = FxHashMap<String, u32>;

/// Stands for words that are not indexed.
const STOPPED: u32 = u32::MAX;

/// The documents that one thread has read.
#[derive(Debug, Default)]
pub struct Part {
    /// The number of each stem.
    pub(super) stems: Words,
    /// Each word as it stands in texts, and the number of its stem.
    pub(super) words: Words,
    /// The documents of each stem.
    pub(super) postings: Vec<Vec<Posting>>,
    /// Phrases for the same thing.
    pub(super) synonyms: Vec<Synonym>,
    /// The weight of each stem in the document that is being read.
    weights: Vec<f32>,
    /// The stems that it has.
    met: Vec<u32>,
}

/// A phrase for something that is called otherwise.
#[derive(Debug)]
pub(super) struct Synonym {
    /// The key of the phrase in its shard.
    pub key: String,
    /// The stems of the usual name.
    pub other: String,
    /// The document that is about it.
    pub posting: Posting,
}

/// The impact of another name on the document that it stands for.
const SYNONYM: u32 = 14;

impl Part {
    /// Takes in a document.
    pub fn add(&mut self, kind: Kind, number: u32, texts: &[(Field, &str)]) {
        let mut count = 0_u32;
        for (field, text) in texts {
            let weight = field.weight();
            let mut before = String::new();
            tokens(text, |token| {
                count += 1;
                self.meet(token.word, weight);
                if token.joined {
                    before.push_str(token.word);
                    self.meet(&before, weight);
                }
                before.clear();
                before.push_str(token.word);
            });
        }
        let long = 0.7 + 0.3 * count as f32 / ORDINARY;
        for at in self.met.drain(..) {
            let (Some(weight), Some(postings)) = (
                self.weights.get_mut(at as usize),
                self.postings.get_mut(at as usize),
            ) else {
                continue;
            };
            let weight = std::mem::take(weight);
            let impact = MOST as f32 * weight / (weight + HALF * long);
            postings.push(posting(
                kind,
                number,
                (impact.round() as u32).clamp(1, MOST),
            ));
        }
    }

    /// Lets `phrase` find a document, and the words of `name` in all others.
    pub fn synonym(&mut self, phrase: &str, name: &str, kind: Kind, number: u32) {
        let Some(key) = stem::phrase_key(&fold::words(phrase)) else {
            return;
        };
        let other: Vec<String> = fold::words(name)
            .iter()
            .filter(|word| !fold::is_stop_word(word))
            .map(|word| stem::stem(word))
            .collect();
        for word in fold::words(phrase) {
            self.number_of(&word);
        }
        self.synonyms.push(Synonym {
            other: other.join(" "),
            posting: posting(kind, number, SYNONYM),
            key,
        });
    }

    fn meet(&mut self, word: &str, weight: f32) {
        let at = self.number_of(word);
        if let Some(sum) = self.weights.get_mut(at as usize) {
            if *sum == 0.0 {
                self.met.push(at);
            }
            *sum += weight;
        }
    }

    /// The number of a word's stem.
    fn number_of(&mut self, word: &str) -> u32 {
        if let Some(number) = self.words.get(word) {
            return *number;
        }
        let number = if fold::is_stop_word(word) {
            STOPPED
        } else {
            let next = self.stems.len() as u32;
            let number = *self.stems.entry(stem::stem(word)).or_insert(next);
            if number == next {
                self.postings.push(Vec::new());
                self.weights.push(0.0);
            }
            number
        };
        self.words.insert(word.to_owned(), number);
        number
    }
}
