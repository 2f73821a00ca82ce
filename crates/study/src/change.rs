//! What a reader does, written into the record.

use std::cmp::Ordering;

use crate::horizon::Horizon;
use crate::json::{Json, LARGEST, NOTHING, Object};
use crate::mark::{Certainty, Grade, Mark};
use crate::record::{Record, flag, number, text};
use crate::shape::SINGLE;

/// A topic as the page in front of the reader shows it. Stored so that progress can say
/// "3 of 7" without downloading anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Topic<'a> {
    /// Its permanent slug.
    pub slug: &'a str,
    /// Its title, plain text.
    pub title: &'a str,
    /// How many sections it has.
    pub sections: u32,
}

/// A place in the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// The page's path, from the site's base: `/topics/three-glutes/`.
    pub path: &'a str,
    /// The page's title, plain text.
    pub title: &'a str,
    /// The permanent id of the heading above; empty at the top of the page.
    pub section: &'a str,
    /// That heading, plain text; empty at the top of the page.
    pub heading: &'a str,
    /// Distance in CSS pixels from that heading (or the page's top) to the top of the screen;
    /// positive when the heading has been scrolled past.
    pub offset: i32,
}

/// One thing that happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change<'a> {
    /// A topic was opened: remembers its title and number of sections.
    TopicSeen(Topic<'a>),
    /// A section was read, or marked so.
    SectionRead {
        /// The topic it belongs to.
        topic: Topic<'a>,
        /// The section's permanent id.
        section: &'a str,
        /// Its heading, plain text.
        title: &'a str,
    },
    /// A section was marked as not read.
    SectionUnread {
        /// The topic it belongs to.
        topic: Topic<'a>,
        /// The section's permanent id.
        section: &'a str,
        /// Its heading, plain text.
        title: &'a str,
    },
    /// A quiz item was answered and checked.
    Answered {
        /// The item's permanent id, `quiz/item`.
        item: &'a str,
        /// The item's revision.
        rev: u32,
        /// The slug of the topic it belongs to.
        topic: &'a str,
        /// The permanent ids of the chosen choices.
        chosen: &'a [&'a str],
        /// How right it was.
        grade: Grade,
        /// How certain the reader was, if they said so before the answer was shown.
        certainty: Option<Certainty>,
        /// The day where the reader is, in days since 1 January 1970 of their calendar.
        day: u32,
    },
    /// The last answer is taken back, as far as [`Record::undoable`] says that there is one.
    Undo,
    /// A guess was made before reading, or taken back. It is kept and never scored.
    Guessed {
        /// What it is a guess at: `topic/paragraph`, the permanent ids of the topic that it opens and of
        /// the paragraph there that answers it.
        item: &'a str,
        /// The revision of what was asked.
        rev: u32,
        /// The slug of the topic it opens.
        topic: &'a str,
        /// The guess, in the reader's own words or by permanent ids; nothing takes it back.
        chosen: &'a [&'a str],
    },
    /// A page that knows all items found that some answered ones have changed or are gone: their
    /// ids, and their revisions now, 0 for none. They are not asked until that revision is answered,
    /// or until such a page finds them again.
    Current(&'a [(&'a str, u32)]),
    /// The reader said for how long they need what they learn.
    Horizon {
        /// How long.
        horizon: Horizon,
        /// The day where the reader is.
        day: u32,
    },
    /// The questions of a topic start anew: their answers and reviews no longer count, and its guesses
    /// are taken back.
    ResetTopic {
        /// The topic's slug.
        topic: &'a str,
        /// The day where the reader is.
        day: u32,
    },
    /// A reset is taken back.
    RestoreTopic {
        /// The topic's slug.
        topic: &'a str,
        /// The record as it was before the reset.
        before: &'a Record,
        /// The day where the reader is.
        day: u32,
    },
    /// The reader is here now.
    Place(Place<'a>),
}

impl Change<'_> {
    /// Whether it leaves as it is which items are due, and when.
    pub fn keeps_due(&self) -> bool {
        match self {
            Self::TopicSeen(_)
            | Self::SectionRead { .. }
            | Self::SectionUnread { .. }
            | Self::Guessed { .. }
            | Self::Place(_) => true,
            Self::Answered { .. }
            | Self::Undo
            | Self::Current(_)
            | Self::Horizon { .. }
            | Self::ResetTopic { .. }
            | Self::RestoreTopic { .. } => false,
        }
    }
}

impl Record {
    /// Writes a change that happened at `at` (milliseconds since 1970). Returns whether the record
    /// differs from before, that is, whether it needs to be stored.
    ///
    /// A change made here wins over what it replaces even when the clock was set back: its time is
    /// at least one millisecond after that of the entry it replaces.
    pub fn apply(&mut self, change: &Change<'_>, at: u64) -> bool {
        match *change {
            Change::TopicSeen(topic) => self.see(topic, at),
            Change::SectionRead {
                topic,
                section,
                title,
            } => self.section(topic, section, title, true, at),
            Change::SectionUnread {
                topic,
                section,
                title,
            } => self.section(topic, section, title, false, at),
            Change::Answered {
                item,
                rev,
                topic,
                chosen,
                grade,
                certainty,
                day,
            } => {
                let mark = Mark::new(grade, certainty);
                self.answered(item, u64::from(rev), topic, chosen, mark, day, at)
            }
            Change::Undo => self.undo(at),
            Change::Guessed {
                item,
                rev,
                topic,
                chosen,
            } => self.guessed(item, u64::from(rev), topic, chosen, at),
            Change::Current(items) => {
                let mut changed = false;
                for (item, rev) in items {
                    changed |= self.current(item, u64::from(*rev), at);
                }
                changed
            }
            Change::Horizon { horizon, day } => {
                let entry = self.root.child("horizon");
                stamp(entry, at);
                entry.set("need", Json::text(horizon.name()));
                entry.set("day", Json::number(u64::from(day)));
                true
            }
            Change::ResetTopic { topic, day } => self.reset(topic, day, at),
            Change::RestoreTopic { topic, before, day } => self.restore(topic, before, day, at),
            Change::Place(place) => {
                let entry = self.root.child("place");
                stamp(entry, at);
                entry.set("path", Json::text(place.path));
                entry.set("title", Json::text(place.title));
                entry.set("section", Json::text(place.section));
                entry.set("heading", Json::text(place.heading));
                entry.set("offset", Json::integer(place.offset));
                true
            }
        }
    }

    fn see(&mut self, topic: Topic<'_>, at: u64) -> bool {
        let entry = self.root.child("read").child(topic.slug);
        let total = u64::from(topic.sections);
        if entry.get("at").is_some()
            && text(entry, "title") == topic.title
            && number(entry, "total") == total
        {
            return false;
        }
        stamp(entry, at);
        entry.set("title", Json::text(topic.title));
        entry.set("total", Json::number(total));
        true
    }

    fn section(&mut self, topic: Topic<'_>, id: &str, title: &str, read: bool, at: u64) -> bool {
        let seen = self.see(topic, at);
        let topic = self.root.child("read").child(topic.slug);
        let section = topic.child("sections").child(id);
        if section.get("at").is_some()
            && flag(section, "read") == read
            && text(section, "title") == title
        {
            return seen;
        }
        stamp(section, at);
        section.set("title", Json::text(title));
        section.set("read", Json::Bool(read));
        true
    }
}

/// Writes a field, or leaves it out where it says what its absence says.
pub(crate) fn put(entry: &mut Object, name: &str, value: Json, absent: bool) {
    if absent {
        entry.remove(name);
    } else {
        entry.set(name, value);
    }
}

/// A list of texts.
pub(crate) fn texts(texts: &[&str]) -> Json {
    Json::List(texts.iter().map(|text| Json::text(text)).collect())
}

/// Writes the time of a change: `at`, but after the time that stands there.
pub(crate) fn stamp(entry: &mut Object, at: u64) {
    let after = match entry.get("at").and_then(Json::as_number) {
        Some(before) => before + 1,
        None => 0,
    };
    entry.set("at", Json::number(at.max(after).min(LARGEST)));
}

/// An erased record, for as long as it can be had back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erased {
    before: Record,
}

impl Erased {
    /// The record with everything that was erased back in it, merged with what came since.
    pub fn undo(&self, now: &Record) -> Record {
        merge(&self.before, now)
    }
}

/// Forgets everything, at `at` (milliseconds since 1970). Returns the empty record to store and
/// what is needed to undo.
///
/// The empty record remembers when it was erased, so that other tabs can [`follow`].
pub fn erase(record: &Record, at: u64) -> (Record, Erased) {
    let mut empty = Record::new();
    let at = at.max(record.erased_at() + 1).min(LARGEST);
    empty.root.set("erased", Json::number(at));
    (
        empty,
        Erased {
            before: record.clone(),
        },
    )
}

/// Joins two records; the rules are in the [crate documentation](crate#merging).
pub fn merge(a: &Record, b: &Record) -> Record {
    Record {
        root: crate::merge::roots(&a.root, &b.root),
    }
}

/// Takes a merge back: `before` as it was, with every entry that has changed since `merged` as it is `now`.
pub fn unmerge(before: &Record, merged: &Record, now: &Record) -> Record {
    // Whoever has erased everything since does not want it back.
    if now.erased_at() > merged.erased_at() {
        return now.clone();
    }
    Record {
        root: unmerged(&before.root, &merged.root, &now.root, true),
    }
}

/// One level of [`unmerge`]: the groups of a record, then the entries of a group.
fn unmerged(before: &Object, merged: &Object, now: &Object, groups: bool) -> Object {
    let mut back = before.clone();
    for (name, _) in merged.entries() {
        if now.get(name).is_none() {
            back.remove(name);
        }
    }
    for (name, value) in now.entries() {
        let was = merged.get(name);
        if was == Some(value) {
            continue;
        }
        let is_group = groups && SINGLE.iter().all(|(single, _)| single != name);
        let value = match value.as_object() {
            Some(now) if is_group => {
                let before = before.get(name).and_then(Json::as_object);
                let before = before.unwrap_or(&NOTHING);
                let merged = was.and_then(Json::as_object).unwrap_or(&NOTHING);
                Json::Object(unmerged(before, merged, now, false))
            }
            _ => value.clone(),
        };
        back.set(name, value);
    }
    back
}

/// What a tab that holds `mine` goes on with when it finds `stored` in the browser's storage:
/// both merged, or, when one of them has been erased since the other was read, that one alone.
pub fn follow(mine: &Record, stored: &Record) -> Record {
    match mine.erased_at().cmp(&stored.erased_at()) {
        Ordering::Less => stored.clone(),
        Ordering::Equal => merge(mine, stored),
        Ordering::Greater => mine.clone(),
    }
}
