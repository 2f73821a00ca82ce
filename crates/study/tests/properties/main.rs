//! The laws, over random records and random text.

mod records;

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};
use study::import::{self, Preview};
use study::{
    Brief, Certainty, Change, Decoded, Grade, Horizon, Place, Record, Topic, due, erase, export,
    follow, items, merge,
};

use records::{
    any_json, assert_names_kept, decoded, kept, old_answer, record, restored, root, text_of,
    value_of,
};

const GRADES: [Grade; 3] = [Grade::Right, Grade::Partly, Grade::Wrong];
const CERTAINTIES: [Option<Certainty>; 4] = [
    None,
    Some(Certainty::Low),
    Some(Certainty::Medium),
    Some(Certainty::High),
];

/// One thing that happened: its kind, two names, a flag, two small numbers and a place in `CERTAINTIES`.
type Happened = (u8, String, String, bool, u32, u32, usize);

fn change() -> impl Strategy<Value = Happened> {
    (
        0..11_u8,
        "[tuq]",
        "[ab\"]|q/[ab]",
        any::<bool>(),
        0..3_u32,
        0..12_u32,
        0..CERTAINTIES.len(),
    )
}

fn apply(
    record: &mut Record,
    (kind, topic, id, flag, number, day, certainty): &Happened,
    at: u64,
    before: &Record,
) -> bool {
    let (number, day) = (*number, *day);
    let slug = topic;
    let topic = Topic {
        slug,
        title: id,
        sections: number,
    };
    let change = match kind {
        0 => Change::TopicSeen(topic),
        1 => Change::SectionRead {
            topic,
            section: id,
            title: id,
        },
        2 => Change::SectionUnread {
            topic,
            section: id,
            title: id,
        },
        3 => Change::Undo,
        4 => Change::Guessed {
            item: id,
            rev: number,
            topic: slug,
            chosen: if *flag { &[] } else { &[id] },
        },
        5 => Change::Horizon {
            horizon: if *flag { Horizon::Week } else { Horizon::Term },
            day,
        },
        6 => Change::ResetTopic { topic: slug, day },
        7 => Change::RestoreTopic {
            topic: slug,
            before,
            day,
        },
        8 => Change::Answered {
            item: id,
            rev: number,
            topic: slug,
            chosen: &[id],
            grade: GRADES[number as usize],
            certainty: CERTAINTIES[*certainty],
            day,
        },
        9 => {
            let current = [(id.as_str(), number)];
            return then(record, &Change::Current(&current), at);
        }
        _ => Change::Place(Place {
            path: "/",
            title: id,
            section: id,
            heading: id,
            offset: -7,
        }),
    };
    then(record, &change, at)
}

/// Applies a change, and sees that a brief of the record follows.
fn then(record: &mut Record, change: &Change<'_>, at: u64) -> bool {
    let brief = Brief::of(record, 6);
    let changed = record.apply(change, at);
    if change.keeps_due() {
        assert_eq!(brief.with(record), Brief::of(record, 6));
    }
    changed
}

/// What is known about every item on some day, without ids.
fn known(record: &Record) -> Vec<String> {
    items(record, 40).map(|item| format!("{item:?}")).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn decoding_loses_nothing(root in root()) {
        let text = text_of(root.clone());
        let (record, set_aside) = decoded(&text);
        prop_assert_eq!(set_aside, record.kept().count());
        let mut root = root;
        root["version"] = json!(2);
        // An answer that is nothing but its reviews is stored as their text.
        if let Some(answers) = root.get_mut("answers").and_then(Value::as_object_mut) {
            for answer in answers.values_mut() {
                let alone = answer.as_object().is_some_and(|answer| answer.len() == 1);
                if let Some(reviews) = answer.get("reviews").filter(|text| alone && text.is_string()) {
                    *answer = reviews.clone();
                }
            }
        }
        prop_assert_eq!(restored(&record), root);
    }

    #[test]
    fn encoding_and_decoding_give_the_same_record(record in record()) {
        let text = record.encode();
        prop_assert_eq!(decoded(&text), (record.clone(), 0));
        let file = export::encode(&record, 7);
        prop_assert_eq!(import::decode(&file).unwrap().record, record);
    }

    #[test]
    fn anything_in_the_list_of_kept_things_stays_or_returns(kept in kept(), root in root()) {
        let mut root = root;
        root["kept"] = kept;
        let (record, _) = decoded(&text_of(root));
        prop_assert_eq!(decoded(&record.encode()), (record, 0));
    }

    #[test]
    fn merge_is_commutative(a in record(), b in record()) {
        prop_assert_eq!(merge(&a, &b), merge(&b, &a));
    }

    #[test]
    fn merge_is_associative(a in record(), b in record(), c in record()) {
        prop_assert_eq!(merge(&merge(&a, &b), &c), merge(&a, &merge(&b, &c)));
    }

    #[test]
    fn merge_is_idempotent_and_nothing_is_neutral(a in record(), b in record()) {
        prop_assert_eq!(merge(&a, &a), a.clone());
        prop_assert_eq!(merge(&a, &Record::new()), a.clone());
        let both = merge(&a, &b);
        prop_assert_eq!(merge(&both, &b), both.clone());
        prop_assert_eq!(decoded(&both.encode()), (both.clone(), 0));
        prop_assert!(Preview::of(&both, &b).is_nothing());
    }

    #[test]
    fn a_guess_that_was_taken_back_stays_so(a in record(), b in record(), at in 0_u64..40, reset: bool) {
        let (item, topic) = ("q/a", "t");
        let guess = |chosen| Change::Guessed { item, rev: 1, topic, chosen };
        let mut record = merge(&a, &b);
        record.apply(&guess(&["words"]), at);
        let copy = record.clone();
        prop_assert_eq!(record.guess(item).map(|guess| guess.chosen), Some(vec!["words"]));
        let back = if reset { Change::ResetTopic { topic, day: 7 } } else { guess(&[]) };
        prop_assert!(record.apply(&back, at));
        for other in [&copy, &a, &b] {
            prop_assert!(merge(&record, other).guess(item).is_none());
            prop_assert!(merge(other, &record).guess(item).is_none());
        }
        prop_assert_eq!(decoded(&record.encode()), (record, 0));
    }

    #[test]
    fn merge_loses_nothing(a in record(), b in record()) {
        let both = merge(&a, &b);
        for one in [&a, &b] {
            assert_names_kept(&value_of(one), &value_of(&both));
            let all: Vec<_> = both.kept().map(|kept| (kept.place().join("/"), kept.text())).collect();
            for kept in one.kept() {
                prop_assert!(all.contains(&(kept.place().join("/"), kept.text())));
            }
            for answer in one.answers() {
                // A reset that came later leaves no last answer.
                let Some(merged) = both.answer(answer.item) else { continue };
                prop_assert!(merged.at >= answer.at);
            }
        }
    }

    #[test]
    fn a_change_wins_over_what_it_replaces(
        before in record(), other in record(), change in change(), at in 0..5_u64,
    ) {
        let mut after = before.clone();
        let changed = apply(&mut after, &change, at, &other);
        prop_assert_eq!(changed, after != before);
        prop_assert_eq!(merge(&before, &after), after.clone());
        prop_assert_eq!(decoded(&after.encode()), (after, 0));
    }

    #[test]
    fn changes_in_two_tabs_and_on_two_devices_meet(
        start in record(),
        here in vec(change(), 0..6),
        there in vec(change(), 0..6),
    ) {
        let (mut a, mut b) = (start.clone(), start);
        for (n, change) in here.iter().enumerate() {
            let before = b.clone();
            apply(&mut a, change, 2 * n as u64, &before);
        }
        for (n, change) in there.iter().enumerate() {
            let before = a.clone();
            apply(&mut b, change, 3 * n as u64, &before);
        }
        prop_assert_eq!(follow(&a, &b), follow(&b, &a));
        assert_names_kept(&value_of(&a), &value_of(&merge(&a, &b)));
    }

    #[test]
    fn erasing_empties_and_undo_restores(full in record(), since in vec(change(), 0..4), at in 0..5_u64) {
        let (mut now, erased) = erase(&full, at);
        prop_assert!(now.is_empty());
        prop_assert!(now.erased_at() > full.erased_at());
        prop_assert_eq!(follow(&full, &now), now.clone());
        for change in &since {
            apply(&mut now, change, at, &full);
        }
        let back = erased.undo(&now);
        prop_assert_eq!(&back, &merge(&full, &now));
        prop_assert_eq!(follow(&now, &back), back);
    }

    #[test]
    fn an_answer_of_version_1_loses_nothing(answer in old_answer()) {
        let (record, set_aside) = decoded(&json!({ "version": 1, "answers": { "q/a": answer } }).to_string());
        if set_aside == 0 {
            let number = |name: &str| answer.get(name).and_then(Value::as_u64);
            let rights = number("rights").unwrap_or(0);
            let right = answer["right"] == json!(true);
            let now = record.answer("q/a").unwrap();
            prop_assert_eq!((Some(now.at), now.right), (number("at"), right));
            prop_assert_eq!(now.rev, number("rev").unwrap_or(1));
            prop_assert_eq!(json!(now.chosen), answer.get("chosen").cloned().unwrap_or(json!([])));
            let item = record.item("q/a", 0).unwrap();
            prop_assert_eq!(item.rights, rights.max(u64::from(right)));
            prop_assert!(item.tries >= number("tries").unwrap_or(1).max(item.rights));
            let value = value_of(&record);
            for name in ["x", "y", "z"] {
                prop_assert_eq!(answer.get(name), value["answers"]["q/a"].get(name));
            }
        }
    }

    #[test]
    fn an_answer_taken_back_is_as_if_it_had_not_been_given(
        before in record(), mut change in change(), at in 0..5_u64,
    ) {
        change.0 = 8;
        // A page from before the item changed is not what undo is for.
        change.4 = 2;
        let mut after = before.clone();
        apply(&mut after, &change, at, &before);
        let between = after.clone();
        prop_assert_eq!(after.undoable(), Some(change.2.as_str()));
        prop_assert!(after.apply(&Change::Undo, at));
        prop_assert_eq!(after.undoable(), None);
        prop_assert!(!after.apply(&Change::Undo, at));
        let id = change.2.as_str();
        let answer = |record: &Record| record.answer(id).map(|answer| (answer.grade, answer.certainty));
        prop_assert_eq!(answer(&after), answer(&before));
        if before.item(id, 40).is_some_and(|item| item.rev == 2) {
            // What was folded by the answer keeps three decimals.
            let (a, b) = (after.item(id, 40).unwrap(), before.item(id, 40).unwrap());
            prop_assert_eq!((a.tries, a.rights, a.last), (b.tries, b.rights, b.last));
            prop_assert!((a.recall - b.recall).abs() < 0.02, "{} {}", a.recall, b.recall);
        }
        // A copy from in between does not bring it back.
        prop_assert_eq!(merge(&between, &after), after);
    }

    #[test]
    fn a_topic_starts_anew_and_comes_back(
        before in record(), since in vec(change(), 0..3), day in 0..12_u32, at in 0..5_u64,
    ) {
        let mut now = before.clone();
        now.apply(&Change::ResetTopic { topic: "q", day }, at);
        prop_assert!(now.summary().topics.iter().all(|topic| topic.slug != "q" || topic.answered == 0));
        prop_assert_eq!(merge(&before, &now), now.clone());
        let mut back = now.clone();
        back.apply(&Change::RestoreTopic { topic: "q", before: &before, day }, at);
        prop_assert_eq!(known(&back), known(&before));
        prop_assert_eq!(merge(&merge(&before, &back), &now), back.clone());
        // What is answered in between is there afterwards, too.
        for change in &since {
            apply(&mut now, change, at, &before);
        }
        now.apply(&Change::RestoreTopic { topic: "q", before: &before, day }, at);
        for item in items(&before, 40) {
            prop_assert!(now.item(item.item, 40).is_some());
        }
    }

    #[test]
    fn reviews_from_two_devices_add_up(
        here in vec(change(), 0..9), there in vec(change(), 0..9),
    ) {
        let (mut a, mut b) = (Record::new(), Record::new());
        let mut all = std::collections::BTreeSet::new();
        for (record, changes) in [(&mut a, &here), (&mut b, &there)] {
            for change in changes {
                let mut change = change.clone();
                (change.0, change.5) = (8, change.5 % 8);
                apply(record, &change, 1, &Record::new());
                // The highest revision counts, and the same answer on one day counts once.
                all.insert((change.2, change.4, change.5, change.6));
            }
        }
        let both = merge(&a, &b);
        for item in items(&both, 40) {
            let latest = all.iter().filter(|one| one.0 == item.item).map(|one| one.1).max();
            prop_assert_eq!(Some(item.rev), latest.map(u64::from));
            let tries = all.iter().filter(|one| one.0 == item.item && Some(one.1) == latest);
            prop_assert_eq!(item.tries, tries.count() as u64);
        }
    }

    #[test]
    fn a_brief_says_what_its_record_says(record in record(), made in 0..40_u32, later in 0..120_u32) {
        let text = record.encode();
        prop_assert_eq!(Record::reread(&text), Some(record.clone()));
        let brief = Brief::of(&record, made);
        prop_assert_eq!(Brief::of_text(&text, made), Some(brief.clone()));
        prop_assert!(brief.holds(made));
        let today = made + later;
        let stored = Brief::read(&brief.write(&text), &text, today);
        prop_assert_eq!(&stored, &brief.holds(today).then_some(brief.clone()));
        prop_assert_eq!(brief.calibration(), study::calibration(&record));
        if let Some(brief) = stored {
            let due = due(&record, today);
            prop_assert_eq!(brief.due(today), due.items.len());
            prop_assert_eq!(brief.due_in(&record, today), Some(due));
            let known = brief.record();
            prop_assert_eq!(known.continue_target(), record.continue_target());
            let read = |record: &Record| record.summary().read;
            prop_assert_eq!(read(known), read(&record));
            for topic in ["q", "t", "u"] {
                prop_assert!(known.guesses(topic).eq(record.guesses(topic)));
            }
        }
    }

    #[test]
    fn a_brief_is_made_only_of_a_text_that_would_be_written_so(
        record in record(),
        at in any::<prop::sample::Index>(),
        gone in 0..3_usize,
        new in "[\"\\\\,:{}\\[\\] 0-2a-cA-M/]{0,3}",
        place in prop_oneof![Just("answers"), Just("read"), Just("current"), Just("guesses"), Just("undo"), Just("kept")],
        value in any_json(),
    ) {
        let mut edited: Vec<char> = record.encode().chars().collect();
        let at = at.index(edited.len());
        edited.splice(at..edited.len().min(at + gone), new.chars());
        let edited = String::from_iter(edited);
        let odd = json!({ "version": 2, place: { "q/a": value } }).to_string();
        let odd = odd.replacen(",\"version\":2", "", 1).replacen('{', "{\"version\":2,", 1);
        for text in [edited, odd] {
            let brief = Brief::of_text(&text, 6);
            let own = match Record::decode(&text) {
                Decoded::Ready { record, set_aside: 0 } if record.encode() == text => Some(record),
                _ => None,
            };
            if brief.is_some() {
                prop_assert!(own.is_some(), "{}", text);
                prop_assert_eq!(Record::reread(&text), own.clone());
            }
            if brief.is_some() || !text.contains('\\') {
                prop_assert_eq!(brief, own.map(|record| Brief::of(&record, 6)), "{}", text);
            }
        }
    }

    #[test]
    fn no_text_of_a_brief_panics(days in any::<String>(), made in any::<u32>(), until in any::<u32>(), today in any::<u32>()) {
        let record = Record::new();
        let text = record.encode();
        let brief = Brief::of(&record, 0).write(&text);
        let of = brief.split('\n').next().unwrap_or_default();
        let stored = format!("{of}\n{made}\n{until}\n1\n2\n3\n4\n5\n6\n{days}\n{text}");
        if let Some(brief) = Brief::read(&stored, &text, today) {
            let _ = (brief.due(today), brief.due_in(&record, today), brief.write(&text));
        }
        let _ = Brief::read(&days, &text, today);
    }

    #[test]
    fn no_text_of_reviews_panics(text in "[0-9a-zA-M.;:()]{0,24}") {
        let text = json!({ "version": 2, "answers": { "q/a": text } }).to_string();
        let (mut record, _) = decoded(&text);
        let _ = (record.summary(), due(&record, 3), study::missed(&record, 3), study::calibration(&record));
        record.apply(&Change::ResetTopic { topic: "q", day: 3 }, 1);
        prop_assert_eq!(decoded(&record.encode()), (record, 0));
    }

    #[test]
    fn no_text_panics(text in any::<String>()) {
        let _ = Record::decode(&text);
        let _ = import::decode(&text).map_err(|error| error.message());
    }

    #[test]
    fn what_is_read_again_unseen_does_not_panic(
        name in prop_oneof![Just("answers"), Just("read"), Just("current"), Just("guesses"), Just("undo"), Just("kept"), Just("place"), Just("horizon")],
        value in any_json(),
    ) {
        for entry in [value.clone(), json!({ "q/a": value }), json!([value])] {
            let text = json!({ "version": 2, name: entry }).to_string();
            let mut record = Record::reread(&text).expect("a record");
            let _ = (record.summary(), record.topics_answered(), record.continue_target(), record.undoable());
            let _ = (due(&record, 3), study::missed(&record, 3), study::calibration(&record));
            let _ = (Brief::of(&record, 3), record.kept().count(), merge(&record, &Record::new()));
            record.apply(&Change::ResetTopic { topic: "q", day: 3 }, 1);
            record.apply(&Change::Undo, 1);
            let _ = record.encode();
        }
    }

    #[test]
    fn no_json_panics(value in any_json()) {
        let text = value.to_string();
        if let Decoded::Ready { record, .. } = Record::decode(&text) {
            let _ = (record.summary(), record.continue_target(), due(&record, 3), record.undoable());
        }
        let _ = import::decode(&text).map_err(|error| error.message());
    }

    #[test]
    fn accepts_exactly_what_json_is(text in r#"[\[\]{}:,"\\/ \n0-9eE.+\-a-cflnrstu]{0,16}|"([\\"/bu0dD89a-f]|\\u[dD][89cCd][0-9]{2})*"|-?[0-9]{1,3}(\.[0-9]+)?([eE][+-]?[0-9])?"#) {
        let theirs = serde_json::from_str::<Value>(&text).is_ok();
        let document = format!(r#"{{"version":1,"x":{text}}}"#);
        match Record::decode(&document) {
            // A comma or brace in the text may continue the document around it.
            Decoded::Ready { record, .. } => if !theirs {
                prop_assert_eq!(&value_of(&record), &serde_json::from_str::<Value>(&document).unwrap());
            },
            Decoded::Damaged(problem) => {
                prop_assert!(!theirs || problem.reason == study::Reason::Twice, "{}", problem.message());
            }
            Decoded::Newer { .. } => prop_assert!(!theirs),
        }
    }
}
