//! Records made of a few changes.

use study::{Change, Decoded, Place, Record, Topic};

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
        right,
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
