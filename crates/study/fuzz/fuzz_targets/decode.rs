//! The stored text: no input panics, and a record that was read is written back the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use study::{Change, Decoded, Record, Topic, erase, follow, merge};

fuzz_target!(|text: &str| {
    let Decoded::Ready { record, .. } = Record::decode(text) else {
        return;
    };
    let again = Record::decode(&record.encode());
    assert_eq!(
        again,
        Decoded::Ready {
            record: record.clone(),
            set_aside: 0
        }
    );
    assert_eq!(merge(&record, &record), record);
    let _ = (record.summary(), record.continue_target());
    for kept in record.kept() {
        let _ = (kept.place(), kept.text());
    }

    let topic = Topic {
        slug: "t",
        title: "T",
        sections: 1,
    };
    let mut after = record.clone();
    let read = Change::SectionRead {
        topic,
        section: "s",
        title: "S",
    };
    after.apply(&read, 1);
    assert!(after.section_read("t", "s"));
    assert_eq!(follow(&record, &after), follow(&after, &record));
    let (empty, erased) = erase(&after, 1);
    assert_eq!(erased.undo(&empty), merge(&after, &empty));
});
