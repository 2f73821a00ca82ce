//! What is remembered of guesses.

use study::Mastery::New;
use study::{Change, Decoded, Record, merge};

const DAY: u32 = 20_775;
const ITEM: &str = "three-glutes/largest";

#[test]
fn guesses_are_kept_and_never_scored() {
    let mut record = Record::new();
    let guess = |chosen| Change::Guessed {
        item: ITEM,
        rev: 2,
        topic: "overview",
        chosen,
    };
    record.apply(&guess(&["medius"]), 5);
    let old = record.clone();
    record.apply(&guess(&["maximus"]), 3);
    let found = merge(&old, &record);
    let found = found.guess(ITEM).unwrap();
    assert_eq!(
        (found.chosen, found.rev, found.topic),
        (vec!["maximus"], 2, "overview")
    );
    assert_eq!(record.answer(ITEM), None);
    assert_eq!(record.mastery(ITEM, 2, DAY), New);
    assert_eq!(record.summary().answered, 0);
}

/// The words of the guess at [`GUESSED`].
fn words(record: &Record) -> Vec<&str> {
    record
        .guess(GUESSED)
        .map_or_else(Vec::new, |guess| guess.chosen)
}

const GUESSED: &str = "three-glutes/p-largest";

/// A guess in words, or nothing to take it back.
fn guess<'a>(item: &'a str, chosen: &'a [&'a str]) -> Change<'a> {
    Change::Guessed {
        item,
        rev: 1,
        topic: "three-glutes",
        chosen,
    }
}

#[test]
fn a_guess_is_kept_in_words_and_taken_back() {
    let mut record = Record::new();
    assert!(
        !record.apply(&guess(GUESSED, &[]), 1),
        "nothing to take back"
    );
    assert!(record.apply(&guess(GUESSED, &["the big one"]), 5));
    assert!(!record.apply(&guess(GUESSED, &["the big one"]), 6));
    let entry = r#""three-glutes/p-largest":{"at":5,"chosen":["the big one"]}"#;
    assert!(record.encode().contains(entry), "{}", record.encode());
    let all = |record: &Record| record.guesses("three-glutes").count();
    assert_eq!((all(&record), record.guesses("walking").count()), (1, 0));

    let before = record.clone();
    assert!(record.apply(&guess(GUESSED, &[]), 2));
    assert_eq!((all(&record), words(&record)), (0, vec![]));
    // A file saved in between does not bring it back; another guess does.
    assert_eq!(merge(&record, &before), record);
    let read = Decoded::Ready {
        record: record.clone(),
        set_aside: 0,
    };
    assert_eq!(Record::decode(&record.encode()), read);
    record.apply(&guess(GUESSED, &["the middle one"]), 2);
    assert_eq!(words(&merge(&before, &record)), ["the middle one"]);
}

#[test]
fn guesses_go_with_their_topic_and_come_back() {
    let mut record = Record::new();
    record.apply(&guess(GUESSED, &["first"]), 1);
    record.apply(&guess("three-glutes/p-touch", &["two"]), 1);
    let elsewhere = Change::Guessed {
        item: "walking/p-calf",
        rev: 1,
        topic: "walking",
        chosen: &["calf"],
    };
    record.apply(&elsewhere, 1);
    let before = record.clone();
    let (topic, day) = ("three-glutes", DAY);
    assert!(record.apply(&Change::ResetTopic { topic, day }, 2));
    assert_eq!(record.guesses(topic).count(), 0);
    assert_eq!(record.guesses("walking").count(), 1);
    assert_eq!(merge(&record, &before), record);
    record.apply(&guess(GUESSED, &["second"]), 3);
    let before = &before;
    assert!(record.apply(&Change::RestoreTopic { topic, before, day }, 4));
    assert_eq!(words(&record), ["second"], "what was guessed since stays");
    assert_eq!(record.guesses(topic).count(), 2);
}
