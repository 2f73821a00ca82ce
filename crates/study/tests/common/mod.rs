//! Records made of a few changes.

use study::{Change, Decoded, Grade, Place, Record, Topic};

/// The day of the first answers; 1795000000000 falls on it.
pub(crate) const DAY: u32 = 20_775;

pub(crate) const TOPIC: Topic<'static> = Topic {
    slug: "three-glutes",
    title: "The three glutes",
    sections: 7,
};

pub(crate) fn read(section: &'static str) -> Change<'static> {
    Change::SectionRead {
        topic: TOPIC,
        section,
        title: "A heading",
    }
}

pub(crate) fn answered(item: &'static str, right: bool) -> Change<'static> {
    let chosen = if right { &["maximus"] } else { &["minimus"] };
    Change::Answered {
        item,
        rev: 1,
        topic: "three-glutes",
        chosen,
        grade: if right { Grade::Right } else { Grade::Wrong },
        certainty: None,
        day: DAY,
    }
}

pub(crate) fn place(path: &str) -> Change<'_> {
    Change::Place(Place {
        path,
        title: "The three glutes",
        section: "maximus",
        heading: "The largest one",
        offset: -4,
    })
}

pub(crate) fn record(changes: &[(Change<'_>, u64)]) -> Record {
    let mut record = Record::new();
    for (change, at) in changes {
        record.apply(change, *at);
    }
    record
}

#[track_caller]
pub(crate) fn ready(text: &str) -> (Record, usize) {
    match Record::decode(text) {
        Decoded::Ready { record, set_aside } => (record, set_aside),
        other => panic!("{text} is {other:?}"),
    }
}
