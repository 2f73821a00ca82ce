//! What the record says, for the pages that show it.

use crate::change::Place;
use crate::entry;
use crate::json::{Json, NOTHING, Object};
use crate::mark::{Certainty, Grade};
use crate::record::{Record, entries, flag, number, text};
use crate::reviews::Reviews;

/// The answers given to one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer<'a> {
    /// The item's permanent id, `quiz/item`.
    pub item: &'a str,
    /// The latest revision of the item that was answered. If the page's differs, the item has
    /// changed since and counts as not answered.
    pub rev: u64,
    /// The slug of its topic.
    pub topic: &'a str,
    /// The choices of the last answer, by permanent id. Not stored when it was right: then they
    /// are those of the key.
    pub chosen: Vec<&'a str>,
    /// Whether the last answer was right.
    pub right: bool,
    /// How right the last answer was.
    pub grade: Grade,
    /// How certain the reader was, if they said so.
    pub certainty: Option<Certainty>,
    /// When it was last answered, in milliseconds since 1970.
    pub at: u64,
}

/// One section that the reader touched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section<'a> {
    /// Its permanent id.
    pub id: &'a str,
    /// Its heading as last seen.
    pub title: &'a str,
    /// Whether it is read.
    pub read: bool,
    /// When that was last changed, in milliseconds since 1970.
    pub at: u64,
}

/// One topic on the progress page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicSummary<'a> {
    /// Its slug.
    pub slug: &'a str,
    /// Its title as last seen; empty when only its questions were met.
    pub title: &'a str,
    /// The sections the reader touched, by id.
    pub sections: Vec<Section<'a>>,
    /// How many sections are read.
    pub read: usize,
    /// How many there are, as last seen; at least `read`.
    pub total: usize,
    /// How many of its questions have an answer.
    pub answered: usize,
    /// How many of them were right the last time.
    pub right: usize,
    /// The latest of all times in it, in milliseconds since 1970.
    pub last: u64,
}

/// Everything the progress page lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary<'a> {
    /// The topics, the one with the latest activity first, then by slug.
    pub topics: Vec<TopicSummary<'a>>,
    /// Sections read, over all topics.
    pub read: usize,
    /// Sections there are in these topics.
    pub total: usize,
    /// Questions answered.
    pub answered: usize,
    /// Questions whose last answer was right.
    pub right: usize,
    /// The latest of all times in the record, in milliseconds since 1970; 0 when there is none.
    pub last: u64,
}

/// Where "Continue" leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Continue<'a> {
    /// The place.
    pub place: Place<'a>,
    /// When the reader was there, in milliseconds since 1970.
    pub at: u64,
}

impl Continue<'_> {
    /// The path with the heading's id after `#`.
    pub fn href(&self) -> String {
        let mut out = self.place.path.to_owned();
        if !self.place.section.is_empty() {
            out.push('#');
            out.push_str(self.place.section);
        }
        out
    }

    /// "Topic › Section", or the topic alone at its top.
    pub fn label(&self) -> String {
        let mut out = self.place.title.to_owned();
        if !self.place.heading.is_empty() {
            if !out.is_empty() {
                out.push_str(" › ");
            }
            out.push_str(self.place.heading);
        }
        out
    }
}

impl Record {
    /// Whether a section is read.
    pub fn section_read(&self, topic: &str, section: &str) -> bool {
        let find = || {
            let topic = self
                .root
                .get("read")?
                .as_object()?
                .get(topic)?
                .as_object()?;
            topic
                .get("sections")?
                .as_object()?
                .get(section)?
                .as_object()
        };
        find().is_some_and(|section| flag(section, "read"))
    }

    /// The last answer to an item (`quiz/item`). `None` also after a reset.
    pub fn answer<'a>(&'a self, item: &'a str) -> Option<Answer<'a>> {
        answer(item, self.root.get("answers")?.as_object()?.get(item)?)
    }

    /// The last answer to every item that has one, by id.
    pub fn answers(&self) -> impl Iterator<Item = Answer<'_>> {
        let answers = self.group("answers").iter();
        answers.filter_map(|(item, entry)| answer(item, entry))
    }

    /// The last answers to the questions of a quiz, by id.
    pub fn answers_in(&self, quiz: &str) -> impl Iterator<Item = Answer<'_>> {
        let entries = self.entries_in(quiz);
        entries.filter_map(|(item, entry)| answer(item, entry))
    }

    /// How many questions of a quiz were right the last time.
    pub fn right_in(&self, quiz: &str) -> usize {
        let is_right = |entry| {
            let mark = entry::head(entry).mark;
            mark.is_some_and(|mark| mark.grade() == Grade::Right)
        };
        let entries = self.entries_in(quiz);
        entries.filter(|(_, entry)| is_right(entry)).count()
    }

    fn entries_in(&self, quiz: &str) -> impl Iterator<Item = &(String, Json)> {
        let answers = self.group("answers");
        let first = answers.partition_point(|(item, _)| item.as_str() < quiz);
        let is_of = move |item: &str| {
            let rest = item.strip_prefix(quiz);
            rest.is_some_and(|rest| rest.starts_with('/'))
        };
        // Between a quiz and its questions there may be others: "a-b/c" comes before "a/c".
        let begins = answers[first..]
            .iter()
            .take_while(move |(item, _)| item.starts_with(quiz));
        begins.filter(move |(item, _)| is_of(item))
    }

    /// The topics that have answers, each once, by name.
    pub fn topics_answered(&self) -> Vec<&str> {
        let mut topics = Vec::new();
        for (item, entry) in self.group("answers") {
            let topic = entry::topic(item, entry);
            // The answers of a topic mostly stand together: there are few to sort.
            if topics.last() != Some(&topic) && entry::head(entry).mark.is_some() {
                topics.push(topic);
            }
        }
        topics.sort_unstable();
        topics.dedup();
        topics
    }

    /// Where the reader was last. `None` also when the stored path could lead out of the site, as
    /// one in an imported file might: it has to begin with a single slash and to be free of
    /// backslashes, spaces and control characters.
    pub fn continue_target(&self) -> Option<Continue<'_>> {
        let entry = self.root.get("place")?.as_object()?;
        let path = text(entry, "path");
        let foreign = path.bytes().any(|byte| byte <= b' ' || byte == b'\\');
        if foreign || !path.starts_with('/') || path.starts_with("//") {
            return None;
        }
        let offset = entry.get("offset").and_then(Json::as_integer).unwrap_or(0);
        let place = Place {
            path,
            title: text(entry, "title"),
            section: text(entry, "section"),
            heading: text(entry, "heading"),
            offset,
        };
        Some(Continue {
            place,
            at: number(entry, "at"),
        })
    }

    /// Everything the progress page lists. One pass over the record.
    pub fn summary(&self) -> Summary<'_> {
        let mut topics: Vec<TopicSummary<'_>> = Vec::new();
        for (slug, entry) in self.group("read") {
            if let Json::Object(entry) = entry {
                topics.push(topic(slug, entry));
            }
        }
        // Both groups are sorted, but answers by item; so find each answer's topic by bisection.
        let mut at = 0;
        for (item, entry) in self.group("answers") {
            let head = entry::head(entry);
            let Some(mark) = head.mark else { continue };
            let slug = entry::topic(item, entry);
            // Mostly that of the answer before.
            if topics.get(at).is_none_or(|topic| topic.slug != slug) {
                let found = topics.binary_search_by(|topic| topic.slug.cmp(slug));
                at = found.unwrap_or_else(|at| {
                    topics.insert(at, topic(slug, &NOTHING));
                    at
                });
            }
            let topic = &mut topics[at];
            topic.answered += 1;
            topic.right += usize::from(mark.grade() == Grade::Right);
            topic.last = topic.last.max(head.at);
        }
        let last = self.continue_target().map_or(0, |target| target.at);
        let mut summary = Summary {
            topics,
            read: 0,
            total: 0,
            answered: 0,
            right: 0,
            last,
        };
        for topic in &summary.topics {
            summary.read += topic.read;
            summary.total += topic.total;
            summary.answered += topic.answered;
            summary.right += topic.right;
            summary.last = summary.last.max(topic.last);
        }
        summary
            .topics
            .sort_unstable_by(|a, b| b.last.cmp(&a.last).then_with(|| a.slug.cmp(b.slug)));
        summary
    }
}

fn topic<'a>(slug: &'a str, entry: &'a Object) -> TopicSummary<'a> {
    let mut sections = Vec::new();
    let mut read = 0;
    let mut last = number(entry, "at");
    for (id, section) in entries(entry, "sections") {
        if let Json::Object(section) = section {
            let section = Section {
                id,
                title: text(section, "title"),
                read: flag(section, "read"),
                at: number(section, "at"),
            };
            read += usize::from(section.read);
            last = last.max(section.at);
            sections.push(section);
        }
    }
    let total = usize::try_from(number(entry, "total"))
        .unwrap_or(usize::MAX)
        .max(read);
    let title = text(entry, "title");
    TopicSummary {
        slug,
        title,
        sections,
        read,
        total,
        answered: 0,
        right: 0,
        last,
    }
}

fn answer<'a>(item: &'a str, entry: &'a Json) -> Option<Answer<'a>> {
    let head = entry::head(entry);
    let mark = head.mark?;
    Some(Answer {
        item,
        rev: Reviews::latest_rev(entry::reviews_text(entry)),
        topic: entry::topic(item, entry),
        chosen: entry::chosen(entry).collect(),
        right: mark.grade() == Grade::Right,
        grade: mark.grade(),
        certainty: mark.certainty(),
        at: head.at,
    })
}
