//! Taking progress to another device in a file.

mod common;

use common::{answered, place, read, ready, record};
use study::import::{self, ImportError, Preview};
use study::{Change, Decoded, Record, Topic, export, merge};

#[test]
fn export_and_import_lose_nothing() {
    let full = record(&[
        (read("maximus"), 10),
        (answered("three-glutes/largest", true), 20),
        (place("/"), 9),
    ]);
    let file = export::encode(&full, 1_795_000_000_000);
    assert!(file.starts_with(
        r#"{"kind":"prime-mover-progress","exported":1795000000000,"record":{"version":2,"#
    ));
    let import = import::decode(&file).unwrap();
    assert_eq!(
        (import.record, import.exported),
        (full.clone(), Some(1_795_000_000_000))
    );
    let bare = import::decode(&format!("\u{feff}{}\r\n", full.encode())).unwrap();
    assert_eq!((bare.record, bare.exported), (full, None));
}

#[test]
fn html_in_an_imported_file_stays_text() {
    let html = r#"<img src=x onerror="alert(1)"></script>&amp;"#;
    let topic = Topic {
        slug: html,
        title: html,
        sections: 1,
    };
    let full = record(&[(
        Change::SectionRead {
            topic,
            section: html,
            title: html,
        },
        1,
    )]);
    let import = import::decode(&export::encode(&full, 1)).unwrap();
    let summary = import.record.summary();
    assert_eq!(
        (summary.topics[0].title, summary.topics[0].sections[0].id),
        (html, html)
    );
}

#[test]
fn a_preview_counts_what_an_import_would_do() {
    let here = record(&[
        (read("same"), 10),
        (read("older"), 20),
        (answered("three-glutes/newer", false), 10),
        (place("/"), 50),
    ]);
    let file = record(&[
        (read("same"), 10),
        (read("older"), 10),
        (read("new"), 10),
        (answered("three-glutes/newer", true), 20),
        (answered("three-glutes/new", true), 20),
        (place("/"), 60),
        (
            Change::TopicSeen(Topic {
                slug: "x",
                title: "X",
                sections: 2,
            }),
            1,
        ),
    ]);
    let preview = Preview::of(&here, &file);
    let expected = Preview {
        new_topics: 1,
        new_sections: 1,
        new_answers: 1,
        reviews: 1,
        new_guesses: 0,
        newer: 1,
        older: 1,
        same: 1,
        place: true,
        not_understood: 0,
    };
    assert_eq!(preview, expected);
    assert!(!preview.is_nothing());
    let after = merge(&here, &file);
    assert!(Preview::of(&after, &file).is_nothing());
    let odd = import::decode(r#"{"version":1,"answers":{"a/b":5}}"#)
        .unwrap()
        .record;
    assert_eq!(
        Preview::of(&here, &odd),
        Preview {
            not_understood: 1,
            ..Preview::default()
        }
    );
}

#[test]
fn import_errors_name_the_place_and_the_fix() {
    #[track_caller]
    fn check(text: &str, message: &str) {
        assert_eq!(import::decode(text).unwrap_err().message(), message);
    }
    const FIX: &str = "Choose a file that you saved on the progress page.";
    check(" \n", &format!("This file is empty. {FIX}"));
    check(
        "{\n  \"kind\": \"prime-mover-progress\",\n  \"record\": {oops}\n}",
        &format!(
            "This file is damaged or is not a progress file. Line 3, column 14: A name in quotes was expected here. {FIX}"
        ),
    );
    for other in [
        "[1]",
        "{}",
        r#"{"kind":"prime-mover-progress"}"#,
        r#"{"kind":"other","record":{"version":1}}"#,
    ] {
        check(
            other,
            &format!("This file holds something else than progress. {FIX}"),
        );
    }
    check(
        r#"{"kind":"prime-mover-progress","record":{"version":3}}"#,
        "This file comes from a newer version of the site. Reload this page to get that version, then import it again.",
    );
    let large = " ".repeat(import::MAX_BYTES + 1);
    check(
        &large,
        &format!("This file is larger than 8 MB, so it is not a progress file. {FIX}"),
    );
}

#[test]
fn depth_is_limited_the_same_way_for_every_door() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    // The record's own object is the first level.
    let deepest = format!(
        r#"{{"version":1,"place":{}}}"#,
        nested(study::MAX_DEPTH - 1)
    );
    let (record, set_aside) = ready(&deepest);
    assert_eq!(set_aside, 1);
    assert_eq!(
        ready(&record.encode()),
        (record.clone(), 0),
        "setting aside makes nothing deeper"
    );
    let deepest = format!(r#"{{"version":1,"x":{}}}"#, nested(study::MAX_DEPTH - 1));
    let (record, _) = ready(&deepest);
    assert_eq!(
        import::decode(&export::encode(&record, 1)).unwrap().record,
        record
    );
    let too_deep = format!(r#"{{"version":1,"x":{}}}"#, nested(study::MAX_DEPTH));
    assert!(matches!(Record::decode(&too_deep), Decoded::Damaged(_)));
    assert_eq!(import::decode(&too_deep), Err(ImportError::NotProgress));
    assert!(matches!(
        import::decode(&nested(1_000_000)),
        Err(ImportError::NotJson(_))
    ));
}
