//! Every stored form ever released decodes in full and is written back without loss.
//!
//! A file in `tests/stored/` is never changed or removed once a release has written its form.

use std::fs;
use std::path::{Path, PathBuf};

use study::{Decoded, Record, import};

fn stored() -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stored");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
        .into_iter()
        .map(|file| (file.clone(), fs::read_to_string(file).unwrap()))
        .collect()
}

/// The text without white space outside strings.
fn compact(text: &str) -> String {
    let (mut out, mut quoted, mut escaped) = (String::new(), false, false);
    for character in text.chars() {
        if quoted || !character.is_whitespace() {
            out.push(character);
        }
        if !escaped && character == '"' {
            quoted = !quoted;
        }
        escaped = quoted && !escaped && character == '\\';
    }
    out
}

#[test]
fn every_stored_form_decodes_in_full_and_is_written_back_without_loss() {
    let files = stored();
    assert!(files.len() >= 7, "the fixtures are there");
    for (file, text) in files {
        match Record::decode(&text) {
            Decoded::Ready { record, set_aside } => {
                assert_eq!(set_aside, 0, "{}", file.display());
                if file.to_string_lossy().contains("v2-") {
                    assert_eq!(record.encode(), compact(&text), "{}", file.display());
                } else {
                    assert_eq!(but_answers(&record.encode()), but_answers(&text));
                }
                assert_eq!(import::decode(&text).unwrap().record, record);
                assert_eq!(
                    Record::decode(&record.encode()),
                    Decoded::Ready { record, set_aside }
                );
            }
            other => panic!("{}: {other:?}", file.display()),
        }
    }
}

/// A record without the answers, which have another form in each version.
fn but_answers(text: &str) -> serde_json::Value {
    let mut record: serde_json::Value = serde_json::from_str(text).unwrap();
    for name in ["version", "answers"] {
        record.as_object_mut().unwrap().remove(name);
    }
    record
}

#[test]
fn answers_of_version_1_become_reviews() {
    let full = Record::decode(include_str!("stored/v1-full.json"));
    let Decoded::Ready { record, .. } = full else {
        panic!("the full form decodes");
    };
    let text = record.encode();
    for answer in [
        r#""mixed/look-alikes":{"chosen":["medius","minimus"],"reviews":"mwm0o3hkI2:g13I","topic":"gluteus-medius"}"#,
        r#""three-glutes/largest":{"chosen":["maximus"],"reviews":"mwm0nzmoA(g12......1)g13A"}"#,
        r#""three-glutes/side":{"chosen":["medius"],"reviews":"mwm0o0egAg13A"}"#,
    ] {
        assert!(text.contains(answer), "{answer}\n{text}");
    }
    let text = include_str!("stored/v1-later-fields.json");
    let Decoded::Ready { record, .. } = Record::decode(text) else {
        panic!("later fields decode");
    };
    assert!(record.encode().contains(concat!(
        r#""three-glutes/largest":{"chosen":["maximus"],"due":20799,"log":"3.1a.7f","#,
        r#""reviews":"mwm0nzmoAg13A","stability":12.3456789012345678}"#,
    )));
}

#[test]
fn the_full_form_means_what_it_meant() {
    let text = include_str!("stored/v1-full.json");
    let Decoded::Ready { record, .. } = Record::decode(text) else {
        panic!("the full form decodes");
    };
    assert!(record.section_read("three-glutes", "maximus"));
    assert!(!record.section_read("three-glutes", "medius"));
    let item = record.item("three-glutes/largest", 20_775).unwrap();
    assert_eq!(
        (item.rev, item.topic, item.tries, item.rights),
        (1, "three-glutes", 2, 1)
    );
    let item = record.item("mixed/look-alikes", 20_775).unwrap();
    assert_eq!(
        (item.rev, item.topic, item.tries, item.rights),
        (2, "gluteus-medius", 1, 0)
    );
    let answer = record.answer("mixed/look-alikes").unwrap();
    assert_eq!((answer.rev, answer.right), (2, false));
    assert_eq!(answer.chosen, ["medius", "minimus"]);
    let target = record.continue_target().unwrap();
    assert_eq!(
        target.label(),
        "The three glutes at a glance › The side of the hip"
    );
    assert_eq!(target.place.offset, -12);
    let summary = record.summary();
    assert_eq!(
        (summary.read, summary.total, summary.answered, summary.right),
        (1, 12, 3, 2)
    );
    assert_eq!(summary.last, 1_795_000_030_000);
    assert_eq!(record.erased_at(), 1_794_000_000_000);
}
