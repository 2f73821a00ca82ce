//! The stored text: no input panics, and a record that was read is written back the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use study::{
    Brief, Certainty, Change, Decoded, Grade, Mastery, Record, Topic, calibration, due, erase,
    follow, items, merge, missed,
};

fuzz_target!(|text: &str| {
    // Also where each entry is believed.
    if let Some(mut record) = Record::reread(text) {
        let _ = (
            record.summary(),
            record.topics_answered(),
            calibration(&record),
        );
        let _ = (due(&record, 3), missed(&record, 3), Brief::of(&record, 3));
        record.apply(&Change::Undo, 1);
        let _ = record.encode();
    }
    // A brief is made only of a text that would be written so.
    let brief = Brief::of_text(text, 3);
    let Decoded::Ready { record, set_aside } = Record::decode(text) else {
        assert_eq!(brief, None);
        return;
    };
    if let Some(brief) = brief {
        assert_eq!((set_aside, record.encode()), (0, text.to_owned()));
        assert_eq!(Record::reread(text).as_ref(), Some(&record));
        assert_eq!(brief.due(3), due(&record, 3).items.len());
        assert_eq!(brief.due_in(&record, 3), Some(due(&record, 3)));
    }
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

    // What is remembered holds together, whatever the histories say.
    for today in [0, 3, 20_775, u32::MAX] {
        let count = due(&record, today).items.len() + missed(&record, today).len();
        assert!(count <= 2 * items(&record, today).count());
        for item in items(&record, today) {
            assert!((0.0..=1.0).contains(&item.recall));
            assert!(item.rights <= item.tries);
        }
    }
    let _ = calibration(&record);
    let answered = Change::Answered {
        item: "q/a",
        rev: u32::MAX,
        topic: "q",
        chosen: &["x"],
        grade: Grade::Right,
        certainty: Some(Certainty::High),
        day: 20_775,
    };
    let mut learned = record.clone();
    learned.apply(&answered, 1);
    assert_eq!(merge(&record, &learned), learned);
    assert!(learned.item("q/a", 20_775).is_some());
    let reset = Change::ResetTopic { topic: "q", day: 3 };
    let mut anew = learned.clone();
    anew.apply(&reset, 1);
    assert_eq!(merge(&learned, &anew), anew);
    assert_eq!(anew.mastery("q/a", u32::MAX, 20_775), Mastery::New);
    let restore = Change::RestoreTopic {
        topic: "q",
        before: &learned,
        day: 3,
    };
    anew.apply(&restore, 1);
    assert_eq!(merge(&learned, &anew), anew);
    if learned.undoable().is_some() {
        let given = learned.clone();
        assert!(learned.apply(&Change::Undo, 1));
        assert_eq!(merge(&given, &learned), learned);
    }
    let (empty, erased) = erase(&after, 1);
    assert_eq!(erased.undo(&empty), merge(&after, &empty));
});
