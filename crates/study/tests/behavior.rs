//! What the record does, seen from outside.

mod common;

use common::{DAY, TOPIC, answered, place, read, ready, record};
use study::{Change, Decoded, Grade, Record, Topic, erase, follow, merge, unmerge};

fn unread(section: &'static str) -> Change<'static> {
    Change::SectionUnread {
        topic: TOPIC,
        section,
        title: "A heading",
    }
}

#[test]
fn a_new_record_is_small_and_empty() {
    assert_eq!(Record::new().encode(), r#"{"version":2}"#);
    assert!(Record::new().is_empty());
    assert_eq!(Record::new().summary().topics, []);
    assert_eq!(Record::new().continue_target(), None);
    assert_eq!(ready(" {\n\"version\": 1 } ").0, Record::new());
}

#[test]
fn changes_are_stored_by_permanent_id() {
    let record = record(&[
        (read("maximus"), 10),
        (answered("three-glutes/largest", false), 20),
        (answered("three-glutes/largest", true), 30),
        (place("/topics/three-glutes/"), 40),
    ]);
    assert_eq!(
        record.encode(),
        concat!(
            r#"{"version":2,"answers":{"three-glutes/largest":"uAg13AI"},"#,
            r#""place":{"at":40,"heading":"The largest one","offset":-4,"#,
            r#""path":"/topics/three-glutes/","section":"maximus","title":"The three glutes"},"#,
            r#""read":{"three-glutes":{"at":10,"sections":{"maximus":{"at":10,"read":true,"#,
            r#""title":"A heading"}},"title":"The three glutes","total":7}},"#,
            r#""undo":{"at":30,"chosen":["minimus"],"day":20775,"item":"three-glutes/largest","#,
            r#""last":"I","mark":"A","rev":1}}"#,
        )
    );
    assert!(record.section_read("three-glutes", "maximus"));
    assert!(!record.section_read("three-glutes", "medius"));
    assert_eq!(ready(&record.encode()), (record, 0));
}

#[test]
fn a_change_that_changes_nothing_needs_no_write() {
    let mut record = record(&[(read("maximus"), 10)]);
    assert!(!record.apply(&read("maximus"), 20));
    assert!(!record.apply(&Change::TopicSeen(TOPIC), 20));
    assert!(record.apply(
        &Change::TopicSeen(Topic {
            sections: 8,
            ..TOPIC
        }),
        20
    ));
    assert!(record.apply(&unread("maximus"), 30));
    assert!(record.apply(&place("/"), 30) && record.apply(&place("/"), 40));
}

#[test]
fn the_same_answer_to_an_outdated_question_needs_no_write() {
    let mut record = Record::new();
    let answer = |rev| Change::Answered {
        item: "q/a",
        rev,
        topic: "q",
        chosen: &[],
        grade: Grade::Right,
        certainty: None,
        day: 8,
    };
    for rev in [1, 2] {
        assert!(record.apply(&answer(rev), 0));
    }
    assert!(!record.apply(&answer(1), 1));
}

#[test]
fn what_the_reader_does_last_wins_though_the_clock_was_set_back() {
    let before = record(&[(read("maximus"), 5_000_000)]);
    let mut after = before.clone();
    after.apply(&unread("maximus"), 100);
    assert!(!merge(&before, &after).section_read("three-glutes", "maximus"));
    let mut latest = record(&[(read("maximus"), u64::MAX)]);
    latest.apply(&unread("maximus"), u64::MAX);
    assert_eq!(ready(&latest.encode()), (latest, 0));
}

#[test]
fn counts_tries_and_leaves_out_what_follows() {
    let other = Change::Answered {
        item: "mix/a",
        rev: 3,
        topic: "medius",
        chosen: &["x", "y"],
        grade: Grade::Wrong,
        certainty: None,
        day: DAY,
    };
    let record = record(&[(other, 5), (answered("three-glutes/largest", true), 6)]);
    let answer = record.answer("mix/a").unwrap();
    assert_eq!((answer.rev, answer.topic), (3, "medius"));
    assert_eq!(answer.chosen, ["x", "y"]);
    let item = record.item("mix/a", DAY).unwrap();
    assert_eq!(
        (item.rev, item.topic, item.tries, item.rights),
        (3, "medius", 1, 0)
    );
    let answer = record.answer("three-glutes/largest").unwrap();
    assert_eq!((answer.rev, answer.topic), (1, "three-glutes"));
    assert_eq!(record.answer("three-glutes/none"), None);
    let wrong_later = record_with(&record, answered("three-glutes/largest", false), 7);
    assert!(!wrong_later.answer("three-glutes/largest").unwrap().right);
    let item = wrong_later.item("three-glutes/largest", DAY).unwrap();
    assert_eq!((item.tries, item.rights), (2, 1));
    assert_eq!(merge(&wrong_later, &record), wrong_later);
}

fn record_with(record: &Record, change: Change<'_>, at: u64) -> Record {
    let mut record = record.clone();
    record.apply(&change, at);
    record
}

#[test]
fn summary_lists_every_topic_with_the_latest_first() {
    let unseen = Change::Answered {
        item: "unseen/first",
        rev: 1,
        topic: "unseen",
        chosen: &["x"],
        grade: Grade::Right,
        certainty: None,
        day: DAY,
    };
    let medius = Topic {
        slug: "gluteus-medius",
        title: "Gluteus medius",
        sections: 5,
    };
    let record = record(&[
        (
            Change::SectionRead {
                topic: medius,
                section: "fan",
                title: "A fan",
            },
            50,
        ),
        (read("maximus"), 10),
        (unread("medius"), 12),
        (answered("three-glutes/largest", true), 20),
        (answered("three-glutes/side", false), 21),
        (unseen, 30),
        (
            Change::Answered {
                item: "unseen/other",
                rev: 1,
                topic: "gluteus-medius",
                chosen: &[],
                grade: Grade::Wrong,
                certainty: None,
                day: DAY,
            },
            8,
        ),
        (place("/"), 60),
    ]);
    let summary = record.summary();
    let short: Vec<_> = summary
        .topics
        .iter()
        .map(|t| {
            (
                t.slug, t.title, t.read, t.total, t.answered, t.right, t.last,
            )
        })
        .collect();
    assert_eq!(
        short,
        [
            ("gluteus-medius", "Gluteus medius", 1, 5, 1, 0, 50),
            ("unseen", "", 0, 0, 1, 1, 30),
            ("three-glutes", "The three glutes", 1, 7, 2, 1, 21),
        ]
    );
    assert_eq!(
        (
            summary.read,
            summary.total,
            summary.answered,
            summary.right,
            summary.last
        ),
        (2, 12, 4, 2, 60)
    );
    let sections: Vec<_> = summary.topics[2]
        .sections
        .iter()
        .map(|s| (s.id, s.read, s.at))
        .collect();
    assert_eq!(sections, [("maximus", true, 10), ("medius", false, 12)]);
}

#[test]
fn continue_names_the_topic_and_section() {
    let record = record(&[(place("/topics/three-glutes/"), 40)]);
    let target = record.continue_target().unwrap();
    assert_eq!(target.label(), "The three glutes › The largest one");
    assert_eq!(target.href(), "/topics/three-glutes/#maximus");
    assert_eq!((target.place.offset, target.at), (-4, 40));
}

#[test]
fn a_place_outside_the_site_is_never_offered() {
    for path in [
        "https://x.example/",
        "//x.example/",
        "/\\x.example/",
        "javascript:alert(1)",
        "/\t/x",
        "",
        "x",
    ] {
        let record = record(&[(place(path), 1)]);
        assert_eq!(record.continue_target(), None, "{path:?}");
        assert_eq!(ready(&record.encode()), (record, 0));
    }
}

#[test]
fn tells_newer_and_damaged_from_its_own() {
    let newer = |text, version| assert_eq!(Record::decode(text), Decoded::Newer { version });
    newer(r#"{"version":3,"read":[]}"#, 3);
    newer(r#"{"version":99999999999999999999999}"#, u64::MAX);
    let damaged = |text: &str, message: &str| match Record::decode(text) {
        Decoded::Damaged(problem) => assert_eq!(problem.message(), message),
        other => panic!("{other:?}"),
    };
    damaged(
        "{\"version\":1,\n\"read\":{\"a\" 1}}",
        "Line 2, column 13: A colon was expected here.",
    );
    damaged(
        "",
        "Line 1, column 1: The text stops before it is complete.",
    );
    damaged("[]", "Line 1, column 1: This is not a progress record.");
    for text in [
        "{}",
        r#"{"version":"1"}"#,
        r#"{"version":0}"#,
        r#"{"version":2.5}"#,
        r#"{"version":-1}"#,
    ] {
        damaged(
            text,
            "Line 1, column 1: The version of this progress record is missing.",
        );
    }
}

#[test]
fn keeps_unknown_fields_at_every_level_as_they_were_written() {
    let text = concat!(
        r#"{"version":2,"answers":{"q/a":{"reviews":"1A1A","stability":12.340,"x":1e400}},"mastery":{"goals":[1.0,null]},"#,
        r#""place":{"at":1,"path":"/","zoom":2},"read":{"t":{"note":"kept","sections":{"s":{"at":1,"pinned":false,"read":true}}}}}"#,
    );
    let (mut record, set_aside) = ready(text);
    assert_eq!((set_aside, record.encode().as_str()), (0, text));
    record.apply(
        &Change::Answered {
            item: "q/a",
            rev: 1,
            topic: "q",
            chosen: &[],
            grade: Grade::Right,
            certainty: None,
            day: DAY,
        },
        5,
    );
    assert!(
        record
            .encode()
            .contains(r#""reviews":"5A1Ag12A","stability":12.340,"x":1e400"#)
    );
}

#[test]
fn sets_aside_what_it_does_not_understand_and_says_so_once() {
    let text = r#"{"version":2,"answers":{"q/a":[1,2.50],"q/b":"1A1A","q/c":{"at":"x","right":true},"q/d":"1A01A"},
        "erased":"no","place":7,"read":{"t":5,"u":{"sections":{"s":{"at":1}},"title":["T"],"total":3}}}"#;
    let (record, set_aside) = ready(text);
    assert_eq!(set_aside, 8);
    let kept: Vec<_> = record
        .kept()
        .map(|kept| (kept.place().join(" / "), kept.text()))
        .collect();
    let expected = [
        ("answers / q/a", "[1,2.50]"),
        ("answers / q/c", r#"{"at":"x","right":true}"#),
        ("answers / q/d", r#""1A01A""#),
        ("erased", r#""no""#),
        ("place", "7"),
        ("read / t", "5"),
        ("read / u / sections / s", r#"{"at":1}"#),
        ("read / u / title", r#"["T"]"#),
    ];
    assert_eq!(
        kept,
        expected.map(|(place, text)| (place.to_owned(), text.to_owned()))
    );
    assert!(record.answer("q/b").is_some());
    assert_eq!(record.summary().total, 3);
    assert_eq!(ready(&record.encode()), (record, 0));
}

#[test]
fn what_was_set_aside_returns_once_it_is_understood() {
    let text = concat!(
        r#"{"version":2,"kept":[7,{"place":["answers","q/a"],"text":"{\"at\":9,\"right\":true}"},"#,
        r#"{"place":["read","t","sections","s"],"text":"{\"at\":9,\"read\":true}"},"#,
        r#"{"place":["version"],"text":"2"},{"place":["kept"],"text":"[]"},{"place":["read"],"text":"["}]}"#,
    );
    let (record, set_aside) = ready(text);
    assert_eq!(set_aside, 0);
    assert!(record.answer("q/a").is_some_and(|answer| answer.right));
    assert!(record.section_read("t", "s"));
    let kept: Vec<String> = record.kept().map(|kept| kept.text()).collect();
    assert_eq!(kept, ["7", "[]", "[", "2"]);
    // A field comes back to an entry that has a time of its own.
    let text = concat!(
        r#"{"version":2,"kept":[{"place":["read","t","title"],"text":"\"T\""}],"#,
        r#""read":{"t":{"at":5,"total":3}}}"#,
    );
    let back = ready(text).0;
    assert_eq!(
        (back.summary().topics[0].title, back.kept().count()),
        ("T", 0)
    );
    // An older thing that comes back does not replace what was done since.
    let text = r#"{"version":2,"answers":{"q/a":{"at":10,"right":false}},"kept":[{"place":["answers","q/a"],"text":"{\"at\":9,\"right\":true}"}]}"#;
    assert!(!ready(text).0.answer("q/a").unwrap().right);
}

#[test]
fn an_erased_record_comes_back_whole_and_follows_to_other_tabs() {
    let full = record(&[
        (read("maximus"), 10),
        (answered("three-glutes/largest", true), 20),
    ]);
    let (empty, erased) = erase(&full, 15);
    assert!(empty.is_empty() && !full.is_empty());
    assert_eq!(empty.encode(), r#"{"version":2,"erased":15}"#);
    // Another tab that still holds everything, and this one before it has written.
    assert_eq!(follow(&full, &empty), empty);
    assert_eq!(follow(&empty, &full), empty);
    // Something is read before the reader wants everything back.
    let later = record_with(&empty, read("medius"), 30);
    let back = erased.undo(&later);
    assert!(
        back.section_read("three-glutes", "maximus") && back.section_read("three-glutes", "medius")
    );
    assert_eq!(follow(&later, &back), back);
    // Erased twice within a millisecond: still after the first time.
    assert_eq!(erase(&empty, 15).0.erased_at(), 16);
}

#[test]
fn a_history_made_over_more_often_than_can_be_counted_is_set_aside() {
    let stored =
        |edition: &str| format!(r#"{{"version":2,"answers":{{"q/a":"1.(g10.......{edition})"}}}}"#);
    // 2^64 - 1, and the largest number that a record holds.
    assert_eq!(ready(&stored("3w5e11264sgsf")).1, 1);
    let (mut record, set_aside) = ready(&stored("2gosa7pa2gv"));
    assert_eq!(set_aside, 0);
    let reset = Change::ResetTopic {
        topic: "q",
        day: 20_772,
    };
    record.apply(&reset, 5);
    assert_eq!(ready(&record.encode()), (record, 0));
}

#[test]
fn things_set_aside_return_together_only_where_that_is_little_work() {
    let kept = |many: usize, long: usize| {
        let items: Vec<String> = (0..many)
            .map(|at| {
                let text = format!(r#"{{\"q/{at:0long$}\":\"1.g10A\"}}"#);
                format!(r#"{{"place":["answers"],"text":"{text}"}}"#)
            })
            .collect();
        let text = format!(r#"{{"version":2,"kept":[{}]}}"#, items.join(","));
        let (record, _) = ready(&text);
        assert_eq!(ready(&record.encode()), (record.clone(), 0));
        record.kept().count()
    };
    assert_eq!(kept(300, 4), 0);
    assert_eq!(kept(2_000, 400), 2_000);
}

#[test]
fn where_the_reader_is_makes_no_news() {
    let before = record(&[(read("maximus"), 10), (place("/topics/a/"), 20)]);
    let scrolled = record_with(&before, place("/topics/b/"), 30);
    assert!(before != scrolled && scrolled.same_but_place(&before));
    assert!(Record::new().same_but_place(&record(&[(place("/topics/a/"), 20)])));
    let read_on = record_with(&scrolled, read("medius"), 40);
    assert!(!read_on.same_but_place(&scrolled));
}

#[test]
fn a_merge_taken_back_keeps_what_came_since() {
    let before = record(&[
        (read("maximus"), 10),
        (answered("three-glutes/largest", true), 20),
    ]);
    let file = record(&[
        (answered("three-glutes/largest", false), 5),
        (answered("three-glutes/deepest", true), 6),
        (answered("three-glutes/odd", true), 7),
    ]);
    let merged = merge(&before, &file);
    assert_eq!(unmerge(&before, &merged, &merged), before);
    // Another tab answers one that came with the file, and one that is new to both.
    let later = record_with(&merged, answered("three-glutes/odd", false), 30);
    let later = record_with(&later, answered("three-glutes/new", true), 40);
    let back = unmerge(&before, &merged, &later);
    assert_eq!(
        back.answer("three-glutes/largest"),
        before.answer("three-glutes/largest")
    );
    assert!(back.answer("three-glutes/deepest").is_none());
    for name in ["three-glutes/odd", "three-glutes/new"] {
        assert_eq!(back.answer(name), later.answer(name), "{name}");
        assert!(back.answer(name).is_some(), "{name}");
    }
    assert_eq!(ready(&back.encode()), (back, 0));
    // Nor does it bring back what was erased since.
    let (empty, _) = erase(&later, 50);
    assert_eq!(unmerge(&before, &merged, &empty), empty);
}
