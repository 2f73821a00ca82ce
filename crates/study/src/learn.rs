//! Answers, and taking them back, written into the record.

use crate::change::{put, stamp, texts};
use crate::entry;
use crate::json::{Json, LARGEST, Object};
use crate::mark::{Grade, Mark};
use crate::record::{Record, number, quiz_of, text};
use crate::reviews::{Head, Reviews};

impl Record {
    #[allow(
        clippy::too_many_arguments,
        reason = "the fields of one change, in its order"
    )]
    pub(crate) fn answered(
        &mut self,
        item: &str,
        rev: u64,
        topic: &str,
        chosen: &[&str],
        mark: Mark,
        day: u32,
        at: u64,
    ) -> bool {
        let (mut reviews, mut extras) = self.opened(item);
        let opened = reviews.clone();
        let part = reviews.part(rev);
        part.make_room(day);
        let turned = part.turn(day, mark, true);
        if opened.current().is_some_and(|part| part.rev > rev) {
            // A page from before the item changed: its old history grows, and that is all.
            let grown = reviews != opened;
            self.close(item, &reviews, extras);
            return grown;
        }
        if self.current_rev(item).is_some_and(|current| current < rev) {
            // A page shows it, so it is there.
            self.current(item, rev, at);
        }
        let before = reviews.head;
        reviews.head = after(before, at, Some(mark));

        let undo = self.root.child("undo");
        stamp(undo, reviews.head.at);
        undo.set("item", Json::text(item));
        undo.set("rev", Json::number(rev));
        undo.set("day", Json::number(u64::from(day)));
        put(undo, "mark", letter(Some(mark)), !turned);
        put(undo, "last", letter(before.mark), before.mark.is_none());
        replace(undo, "chosen", extras.remove("chosen"));

        let right = mark.grade() == Grade::Right;
        // What follows from the rest is left out: ten thousand answers have to fit.
        put(
            &mut extras,
            "chosen",
            texts(chosen),
            right || chosen.is_empty(),
        );
        put(
            &mut extras,
            "topic",
            Json::text(topic),
            topic == quiz_of(item),
        );
        self.close(item, &reviews, extras);
        true
    }

    /// The item whose last answer [`Change::Undo`](crate::Change::Undo) takes back.
    pub fn undoable(&self) -> Option<&str> {
        let undo = self.root.get("undo")?.as_object()?;
        let item = undo.get("item")?.as_text()?;
        let head = entry::head(self.root.get("answers")?.as_object()?.get(item)?);
        // An answer that came later, from another device, is not meant.
        (head.mark.is_some() && head.at <= number(undo, "at")).then_some(item)
    }

    pub(crate) fn undo(&mut self, at: u64) -> bool {
        let Some(item) = self.undoable().map(str::to_owned) else {
            return false;
        };
        let undo = self.root.child("undo");
        let mark = mark_of(undo, "mark");
        let last = mark_of(undo, "last");
        let rev = number(undo, "rev");
        let day = u32::try_from(number(undo, "day")).unwrap_or(0);
        let chosen = undo.remove("chosen");
        forget_undo(undo, at);

        let (mut reviews, mut extras) = self.opened(&item);
        if let Some(mark) = mark {
            reviews.part(rev).turn(day, mark, false);
        }
        reviews.head = after(reviews.head, at, last);
        replace(&mut extras, "chosen", chosen);
        self.close(&item, &reviews, extras);
        true
    }

    pub(crate) fn reset(&mut self, topic: &str, day: u32, at: u64) -> bool {
        let items = self.items_of(topic);
        for item in &items {
            let (mut reviews, mut extras) = self.opened(item);
            if let Some(part) = reviews.parts.last_mut() {
                part.clear(day);
            }
            reviews.head = after(reviews.head, at, None);
            extras.remove("chosen");
            self.close(item, &reviews, extras);
        }
        if !items.is_empty() {
            forget_undo(self.root.child("undo"), at);
        }
        let guesses = self.take_guesses_back(topic, at);
        guesses || !items.is_empty()
    }

    pub(crate) fn restore(&mut self, topic: &str, before: &Record, day: u32, at: u64) -> bool {
        let items = before.items_of(topic);
        for item in &items {
            let (old, old_extras) = before.opened(item);
            let (mut reviews, mut extras) = self.opened(item);
            if let Some(part) = old.current() {
                reviews.part(part.rev).bring_back(part, day);
            }
            if reviews.head.mark.is_none() {
                reviews.head = after(reviews.head, at, old.head.mark);
                replace(&mut extras, "chosen", old_extras.get("chosen").cloned());
            }
            self.close(item, &reviews, extras);
        }
        let guesses = self.bring_guesses_back(topic, before, at);
        guesses || !items.is_empty()
    }

    /// Notes the revision of an item on the site, if that says anything new.
    pub(crate) fn current(&mut self, item: &str, rev: u64, at: u64) -> bool {
        let answered = match self.answer_entry(item) {
            Json::Null => return false,
            entry => Reviews::latest_rev(entry::reviews_text(entry)),
        };
        if self.current_rev(item).unwrap_or(answered) == rev {
            return false;
        }
        let entry = self.root.child("current").child(item);
        stamp(entry, at);
        entry.set("rev", Json::number(rev));
        true
    }

    /// The revision of an item on the site, as far as a page has said that it differs.
    pub(crate) fn current_rev(&self, item: &str) -> Option<u64> {
        let current = self.root.get("current")?.as_object()?;
        current.get(item)?.as_object()?.get("rev")?.as_number()
    }

    /// The stored answer to an item.
    fn answer_entry(&self, item: &str) -> &Json {
        let answers = self.root.get("answers").and_then(Json::as_object);
        let entry = answers.and_then(|answers| answers.get(item));
        entry.unwrap_or(&Json::Null)
    }

    /// The items of a topic that were answered.
    fn items_of(&self, topic: &str) -> Vec<String> {
        let mut items = Vec::new();
        for (item, entry) in self.group("answers") {
            if entry::topic(item, entry) == topic && entry::head(entry).mark.is_some() {
                items.push(item.clone());
            }
        }
        items
    }

    /// The reviews of an item, and what stands beside them.
    fn opened(&self, item: &str) -> (Reviews, Object) {
        let entry = self.answer_entry(item);
        (entry::reviews(entry), entry::extras(entry).clone())
    }

    fn close(&mut self, item: &str, reviews: &Reviews, mut extras: Object) {
        extras.set("reviews", Json::Text(reviews.write()));
        self.root.child("answers").set(item, entry::close(extras));
    }
}

/// The last answer now: later than the one before, whatever the clock says.
fn after(before: Head, at: u64, mark: Option<Mark>) -> Head {
    let at = match before {
        // A new item.
        Head { at: 0, mark: None } => at,
        Head { at: before, .. } => at.max(before + 1),
    };
    Head {
        at: at.min(LARGEST),
        mark,
    }
}

fn forget_undo(undo: &mut Object, at: u64) {
    stamp(undo, at);
    for name in ["item", "rev", "day", "mark", "last", "chosen"] {
        undo.remove(name);
    }
}

/// Writes a field, or takes it out.
fn replace(entry: &mut Object, name: &str, value: Option<Json>) {
    match value {
        Some(value) => entry.set(name, value),
        None => {
            entry.remove(name);
        }
    }
}

fn letter(mark: Option<Mark>) -> Json {
    let mut text = String::new();
    if let Some(mark) = mark {
        text.push(char::from(mark.letter()));
    }
    Json::Text(text)
}

fn mark_of(undo: &Object, name: &str) -> Option<Mark> {
    Mark::from_letter(*text(undo, name).as_bytes().first()?)
}
