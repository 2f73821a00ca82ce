//! The entry of one answered item, in each of the forms in which it is stored.
//!
//! Most entries are one text, the [reviews](crate::reviews). An entry that has more to say is an
//! object with that text as `reviews` and the rest beside it. Version 1 had an object without it.

use std::cmp::Ordering;

use crate::json::{Json, NOTHING, Object};
use crate::mark::{Grade, Mark};
use crate::record::{flag, number, quiz_of};
use crate::reviews::{Base, Head, Reviews};
use crate::shape::ANSWER_1;

/// Milliseconds in a day.
const DAY: u64 = 86_400_000;

/// The text of the reviews.
pub(crate) fn reviews_text(entry: &Json) -> &str {
    match entry {
        Json::Text(text) => text,
        Json::Object(object) => crate::record::text(object, "reviews"),
        _ => "",
    }
}

/// What stands beside the reviews.
pub(crate) fn extras(entry: &Json) -> &Object {
    entry.as_object().unwrap_or(&NOTHING)
}

/// The reviews; none that count where the text is not understood.
pub(crate) fn reviews(entry: &Json) -> Reviews {
    Reviews::parse(reviews_text(entry)).unwrap_or(Reviews {
        head: Head { at: 0, mark: None },
        parts: Vec::new(),
    })
}

/// The last answer.
pub(crate) fn head(entry: &Json) -> Head {
    Head::of(reviews_text(entry)).unwrap_or(Head { at: 0, mark: None })
}

/// Compares the last answers of two texts.
pub(crate) fn newer(a: &Json, b: &Json) -> Ordering {
    head(a).cmp(&head(b))
}

/// The slug of the item's topic.
pub(crate) fn topic<'a>(item: &'a str, entry: &'a Json) -> &'a str {
    match crate::record::text(extras(entry), "topic") {
        "" => quiz_of(item),
        topic => topic,
    }
}

/// The choices of the last answer, where they are stored.
pub(crate) fn chosen(entry: &Json) -> impl Iterator<Item = &str> {
    let chosen = extras(entry).get("chosen").and_then(Json::as_list);
    chosen.unwrap_or(&[]).iter().filter_map(Json::as_text)
}

/// The entry as an object, to be written to.
pub(crate) fn open(entry: &Json) -> Object {
    match entry {
        Json::Object(object) => object.clone(),
        other => {
            let mut object = Object::default();
            object.set("reviews", other.clone());
            object
        }
    }
}

/// The shortest form of an entry.
pub(crate) fn close(mut object: Object) -> Json {
    if object.len() == 1
        && let Some(reviews) = object.remove("reviews")
    {
        return reviews;
    }
    Json::Object(object)
}

/// Brings an entry of an earlier version, or one that is longer than needed, into the form of
/// this one. Anything else stays as it is.
pub(crate) fn migrated(entry: &mut Json) {
    let Json::Object(object) = entry else {
        return;
    };
    if object.get("reviews").is_some() {
        if object.len() == 1 && matches!(object.get("reviews"), Some(Json::Text(_))) {
            *entry = close(std::mem::take(object));
        }
        return;
    }
    if !ANSWER_1.fits(entry) {
        return;
    }
    let Json::Object(object) = entry else {
        return;
    };
    let at = number(object, "at");
    let right = flag(object, "right");
    let rev = object.get("rev").and_then(Json::as_number).unwrap_or(1);
    let rights = number(object, "rights");
    let tries = number(object, "tries").max(rights).max(1);
    // Version 1 kept no days. The last answer was given on a day that is known but for the time
    // zone; those before it are counted and no more.
    let day = u32::try_from(at / DAY).unwrap_or(u32::MAX);
    let mark = Mark::new(if right { Grade::Right } else { Grade::Wrong }, None);
    let mut reviews = Reviews {
        head: Head {
            at,
            mark: Some(mark),
        },
        parts: Vec::new(),
    };
    let part = reviews.part(rev);
    part.turn(day, mark, true);
    let before = rights - u64::from(right).min(rights);
    if before > 0 || tries > 1 {
        part.base = Some(Base {
            day: day.saturating_sub(1),
            right: before,
            not_right: tries - 1 - before.min(tries - 1),
            ..Base::default()
        });
    }
    for name in ["at", "right", "rev", "rights", "tries"] {
        object.remove(name);
    }
    object.set("reviews", Json::Text(reviews.write()));
    *entry = close(std::mem::take(object));
}
