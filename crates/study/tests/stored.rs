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
fn every_stored_form_decodes_in_full_and_writes_back_the_same() {
    let files = stored();
    assert!(files.len() >= 4, "the fixtures are there");
    for (file, text) in files {
        match Record::decode(&text) {
            Decoded::Ready { record, set_aside } => {
                assert_eq!(set_aside, 0, "{}", file.display());
                assert_eq!(record.encode(), compact(&text), "{}", file.display());
                assert_eq!(import::decode(&text).unwrap().record, record);
            }
            other => panic!("{}: {other:?}", file.display()),
        }
    }
}

#[test]
fn the_full_form_means_what_it_meant() {
    let text = include_str!("stored/v1-full.json");
    let Decoded::Ready { record, .. } = Record::decode(text) else {
        panic!("the full form decodes");
    };
    assert!(record.section_read("three-glutes", "maximus"));
    assert!(!record.section_read("three-glutes", "medius"));
    let answer = record.answer("three-glutes/largest").unwrap();
    assert_eq!(
        (answer.rev, answer.topic, answer.tries, answer.rights),
        (1, "three-glutes", 2, 1)
    );
    let answer = record.answer("mixed/look-alikes").unwrap();
    assert_eq!(
        (answer.rev, answer.topic, answer.tries, answer.rights),
        (2, "gluteus-medius", 1, 0)
    );
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
