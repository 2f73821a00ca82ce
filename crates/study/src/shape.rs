//! The stored form as data: which fields an entry has, their types, and how they merge.

use crate::json::Json;
use crate::reviews::Reviews;

/// What a field may hold.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// Text.
    Text,
    /// True or false.
    Flag,
    /// A whole number from 0 to 2^53 - 1.
    Number,
    /// A whole number of 32 bits with sign.
    Offset,
    /// A list of texts.
    Texts,
    /// The text of an item's [reviews](crate::reviews).
    Reviews,
    /// Named entries of another shape.
    Entries(&'static Shape),
}

impl Kind {
    pub(crate) fn fits(self, value: &Json) -> bool {
        match self {
            Self::Text => value.as_text().is_some(),
            Self::Flag => value.as_bool().is_some(),
            Self::Number => value.as_number().is_some(),
            Self::Offset => value.as_integer().is_some(),
            Self::Texts => match value.as_list() {
                Some(items) => items.iter().all(|item| item.as_text().is_some()),
                None => false,
            },
            Self::Reviews => value.as_text().is_some_and(Reviews::understands),
            Self::Entries(_) => value.as_object().is_some(),
        }
    }
}

/// How a field takes part in a merge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Merges {
    /// Goes together with all other `Latest` fields of the entry: the newest entry gives them.
    Latest,
    /// On its own, by content: the larger number, the union of entries.
    Alone,
}

/// One field of an entry.
#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) required: bool,
    pub(crate) merges: Merges,
}

/// An entry's fields. The `Latest` fields stand in the order in which they decide which of two
/// entries is newer: `at` first, the others to break a tie.
#[derive(Debug)]
pub(crate) struct Shape {
    pub(crate) fields: &'static [Field],
    /// Whether a wrong field is set aside alone (true) or with the entry it belongs to (false).
    pub(crate) apart: bool,
}

impl Shape {
    pub(crate) fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// Whether the value is an object (or, for an answer, the text of its reviews) whose known fields have their types and whose required
    /// fields are there. Fields that are not known may hold anything.
    pub(crate) fn fits(&self, value: &Json) -> bool {
        let Some(object) = value.as_object() else {
            let first = &self.fields[0];
            return matches!(first.kind, Kind::Reviews) && first.kind.fits(value);
        };
        self.apart
            || self
                .fields
                .iter()
                .all(|field| match object.get(field.name) {
                    Some(value) => field.kind.fits(value),
                    None => !field.required,
                })
    }
}

const fn latest(name: &'static str, kind: Kind) -> Field {
    Field {
        name,
        kind,
        required: false,
        merges: Merges::Latest,
    }
}

const fn needed(name: &'static str, kind: Kind) -> Field {
    Field {
        name,
        kind,
        required: true,
        merges: Merges::Latest,
    }
}

const fn alone(name: &'static str, kind: Kind) -> Field {
    Field {
        name,
        kind,
        required: false,
        merges: Merges::Alone,
    }
}

/// One section of a topic, under its permanent id. On a tie, read wins over unread.
pub(crate) static SECTION: Shape = Shape {
    fields: &[
        needed("at", Kind::Number),
        needed("read", Kind::Flag),
        latest("title", Kind::Text),
    ],
    apart: false,
};

/// One topic, under its slug; title and number of sections as last seen.
pub(crate) static TOPIC: Shape = Shape {
    fields: &[
        latest("at", Kind::Number),
        latest("total", Kind::Number),
        latest("title", Kind::Text),
        alone("sections", Kind::Entries(&SECTION)),
    ],
    apart: true,
};

/// The answers given to one quiz item, under `quiz/item`; see [`entry`](crate::entry). The choices
/// belong to the last answer and are left out when it was right, the topic when it is the quiz's
/// name.
pub(crate) static ANSWER: Shape = Shape {
    fields: &[
        Field {
            name: "reviews",
            kind: Kind::Reviews,
            required: true,
            merges: Merges::Alone,
        },
        latest("chosen", Kind::Texts),
        latest("topic", Kind::Text),
    ],
    apart: false,
};

/// An answer in version 1.
pub(crate) static ANSWER_1: Shape = Shape {
    fields: &[
        needed("at", Kind::Number),
        latest("rev", Kind::Number),
        needed("right", Kind::Flag),
        latest("chosen", Kind::Texts),
        latest("topic", Kind::Text),
        alone("tries", Kind::Number),
        alone("rights", Kind::Number),
    ],
    apart: false,
};

/// A guess made before reading, under `topic/paragraph`. Nothing chosen: it was taken back. Its time stays,
/// so that an older copy does not bring it back.
pub(crate) static GUESS: Shape = Shape {
    fields: &[
        needed("at", Kind::Number),
        latest("rev", Kind::Number),
        needed("chosen", Kind::Texts),
        latest("topic", Kind::Text),
    ],
    apart: false,
};

/// The revision that an item has on the site, under `quiz/item`: 0 when it is gone. Only for items
/// whose answers are of another one.
pub(crate) static CURRENT: Shape = Shape {
    fields: &[needed("at", Kind::Number), needed("rev", Kind::Number)],
    apart: false,
};

/// For how long the reader needs what they learn, and since which day.
pub(crate) static HORIZON: Shape = Shape {
    fields: &[
        needed("at", Kind::Number),
        needed("need", Kind::Text),
        needed("day", Kind::Number),
    ],
    apart: false,
};

/// What is needed to take the last answer back; nothing but the time when there is none.
pub(crate) static UNDO: Shape = Shape {
    fields: &[
        needed("at", Kind::Number),
        latest("item", Kind::Text),
        latest("rev", Kind::Number),
        latest("day", Kind::Number),
        latest("mark", Kind::Text),
        latest("last", Kind::Text),
        latest("chosen", Kind::Texts),
    ],
    apart: false,
};

/// Where the reader was.
pub(crate) static PLACE: Shape = Shape {
    fields: &[
        needed("at", Kind::Number),
        needed("path", Kind::Text),
        latest("title", Kind::Text),
        latest("section", Kind::Text),
        latest("heading", Kind::Text),
        latest("offset", Kind::Offset),
    ],
    apart: false,
};

/// The whole record.
pub(crate) static RECORD: Shape = Shape {
    fields: &[
        alone("read", Kind::Entries(&TOPIC)),
        alone("answers", Kind::Entries(&ANSWER)),
        alone("current", Kind::Entries(&CURRENT)),
        alone("guesses", Kind::Entries(&GUESS)),
        alone("erased", Kind::Number),
    ],
    apart: true,
};

/// The entries of the record that stand alone.
pub(crate) static SINGLE: [(&str, &Shape); 3] =
    [("place", &PLACE), ("horizon", &HORIZON), ("undo", &UNDO)];

/// The shape of an entry that stands alone.
pub(crate) fn single(name: &str) -> Option<&'static Shape> {
    let found = SINGLE.iter().find(|single| single.0 == name);
    found.map(|single| single.1)
}
