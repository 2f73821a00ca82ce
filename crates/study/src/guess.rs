//! Guesses made before reading: kept to be shown beside the answer, never scored.

use crate::change::{put, stamp, texts};
use crate::entry;
use crate::json::Json;
use crate::record::{Record, number, quiz_of};

/// A guess made before reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess<'a> {
    /// What it is a guess at: `topic/paragraph`.
    pub item: &'a str,
    /// The revision of what was asked then. If the page's differs, the guess was about something else.
    pub rev: u64,
    /// The slug of the topic that it opens.
    pub topic: &'a str,
    /// The guess, in the reader's own words or by permanent ids. From an imported file, any text.
    pub chosen: Vec<&'a str>,
    /// When, in milliseconds since 1970.
    pub at: u64,
}

impl Record {
    /// The last guess at something (`topic/paragraph`). `None` also when it was taken back.
    pub fn guess<'a>(&'a self, item: &'a str) -> Option<Guess<'a>> {
        let entry = self.root.get("guesses")?.as_object()?.get(item)?;
        read(item, entry)
    }

    /// The guesses that open a topic, those taken back left out.
    pub fn guesses<'a>(&'a self, topic: &'a str) -> impl Iterator<Item = Guess<'a>> {
        let group = self.group("guesses").iter();
        let guesses = group.filter_map(|(item, entry)| read(item, entry));
        guesses.filter(move |guess| guess.topic == topic)
    }

    pub(crate) fn guessed(
        &mut self,
        item: &str,
        rev: u64,
        topic: &str,
        chosen: &[&str],
        at: u64,
    ) -> bool {
        let same = match self.guess(item) {
            Some(guess) => guess.rev == rev && guess.topic == topic && guess.chosen == chosen,
            None => chosen.is_empty(),
        };
        if same {
            return false;
        }
        let guess = self.root.child("guesses").child(item);
        stamp(guess, at);
        guess.set("chosen", texts(chosen));
        put(guess, "rev", Json::number(rev), rev == 1);
        put(guess, "topic", Json::text(topic), topic == quiz_of(item));
        true
    }

    /// Takes all guesses of a topic back; whether there was one.
    pub(crate) fn take_guesses_back(&mut self, topic: &str, at: u64) -> bool {
        let guesses = self.guesses(topic);
        let guesses: Vec<_> = guesses
            .map(|guess| (guess.item.to_owned(), guess.rev))
            .collect();
        for (item, rev) in &guesses {
            self.guessed(item, *rev, topic, &[], at);
        }
        !guesses.is_empty()
    }

    /// Brings the guesses of a topic back that stood in an earlier record, but for those made since.
    pub(crate) fn bring_guesses_back(&mut self, topic: &str, before: &Record, at: u64) -> bool {
        let mut changed = false;
        for guess in before.guesses(topic) {
            if self.guess(guess.item).is_none() {
                changed |= self.guessed(guess.item, guess.rev, topic, &guess.chosen, at);
            }
        }
        changed
    }
}

fn read<'a>(item: &'a str, entry: &'a Json) -> Option<Guess<'a>> {
    let object = entry.as_object()?;
    let chosen: Vec<&str> = entry::chosen(entry).collect();
    (!chosen.is_empty()).then(|| Guess {
        item,
        rev: object.get("rev").and_then(Json::as_number).unwrap_or(1),
        topic: entry::topic(item, entry),
        chosen,
        at: number(object, "at"),
    })
}
