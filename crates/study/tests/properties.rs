//! The laws, over random records and random text.

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use study::import::{self, Preview};
use study::{Change, Decoded, Place, Record, Topic, erase, export, follow, merge};

/// Any JSON that `serde_json` writes and reads back exactly (no floats: it rounds them).
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (0..4_u64).prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "[a-c\"\\\\<é\n]{0,3}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Value::from),
            btree_map("[xyz]|at|read|place|text|kept", inner, 0..3)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// An object with some of these fields, and perhaps some that are not known. One field in twelve
/// holds anything.
fn entry(fields: Vec<(&'static str, BoxedStrategy<Value>)>) -> BoxedStrategy<Value> {
    let known: Vec<_> = fields
        .into_iter()
        .map(|(name, value)| {
            let value = prop_oneof![
                9 => value.prop_map(Some),
                2 => Just(None),
                1 => any_json().prop_map(Some),
            ];
            value.prop_map(move |value| (name.to_owned(), value))
        })
        .collect();
    let unknown = btree_map("[xyz]", any_json(), 0..2);
    (known, unknown)
        .prop_map(|(known, unknown)| {
            let mut map: Map<String, Value> = unknown.into_iter().collect();
            for (name, value) in known {
                if let Some(value) = value {
                    map.insert(name, value);
                }
            }
            Value::Object(map)
        })
        .boxed()
}

fn group(names: &'static str, value: BoxedStrategy<Value>) -> BoxedStrategy<Value> {
    let value = prop_oneof![9 => value, 1 => any_json()];
    btree_map(names, value, 0..3)
        .prop_map(|map| Value::Object(map.into_iter().collect()))
        .boxed()
}

fn time() -> BoxedStrategy<Value> {
    (0..4_u64).prop_map(Value::from).boxed()
}

fn flag() -> BoxedStrategy<Value> {
    any::<bool>().prop_map(Value::from).boxed()
}

fn word() -> BoxedStrategy<Value> {
    "[ab]?".prop_map(Value::from).boxed()
}

/// A record's JSON without its version: small pools of names and times, so that two of them
/// collide, tie and disagree.
fn root() -> BoxedStrategy<Value> {
    let section = entry(vec![("at", time()), ("read", flag()), ("title", word())]);
    let topic = entry(vec![
        ("at", time()),
        ("title", word()),
        ("total", time()),
        ("sections", group("[st]", section)),
    ]);
    let answer = entry(vec![
        ("at", time()),
        ("rev", time()),
        ("right", flag()),
        ("topic", word()),
        ("chosen", vec("[pq]", 0..3).prop_map(Value::from).boxed()),
        ("tries", time()),
        ("rights", time()),
    ]);
    let place = entry(vec![
        ("at", time()),
        ("path", "/[ab]?".prop_map(Value::from).boxed()),
        ("title", word()),
        ("section", word()),
        ("offset", any::<i32>().prop_map(Value::from).boxed()),
    ]);
    entry(vec![
        ("read", group("[tu]", topic)),
        ("answers", group("q/[ab]", answer)),
        ("place", place),
        ("erased", time()),
    ])
}

/// Anything where the list of kept things should be, most often such a list.
fn kept() -> impl Strategy<Value = Value> {
    let item = (
        vec("[tsabq]|q/a|read|sections|answers|place|title|x", 0..5),
        root(),
    )
        .prop_map(|(place, inside)| {
            let text = place
                .iter()
                .fold(&inside, |value, name| value.get(name).unwrap_or(value));
            json!({ "place": place, "text": text.to_string() })
        });
    prop_oneof![4 => vec(item, 0..3).prop_map(Value::from), 1 => any_json()]
}

/// The text of a record of this version.
fn text_of(mut root: Value) -> String {
    root["version"] = json!(1);
    root.to_string()
}

fn decoded(text: &str) -> (Record, usize) {
    match Record::decode(text) {
        Decoded::Ready { record, set_aside } => (record, set_aside),
        other => panic!("{text} is {other:?}"),
    }
}

fn record() -> impl Strategy<Value = Record> {
    root().prop_map(|root| decoded(&text_of(root)).0)
}

fn value_of(record: &Record) -> Value {
    serde_json::from_str(&record.encode()).unwrap()
}

/// Puts everything that was set aside back to its place.
fn restored(record: &Record) -> Value {
    let mut root = value_of(record);
    root.as_object_mut().unwrap().remove("kept");
    for kept in record.kept() {
        let mut at = &mut root;
        for name in kept.place() {
            at = at
                .as_object_mut()
                .unwrap()
                .entry(name)
                .or_insert_with(|| json!({}));
        }
        *at = serde_json::from_str(&kept.text()).unwrap();
    }
    root
}

/// Whether every name in `small` stands at the same place in `large`. Of the fields that go
/// together the newer side gives all, so of these only the required ones have to be there.
#[track_caller]
fn assert_names_kept(small: &Value, large: &Value) {
    const TOGETHER: [&str; 8] = [
        "title", "total", "topic", "chosen", "rev", "section", "offset", "at",
    ];
    let (Value::Object(small), Value::Object(large)) = (small, large) else {
        return;
    };
    for (name, value) in small {
        match large.get(name) {
            Some(other) => assert_names_kept(value, other),
            None => assert!(TOGETHER.contains(&name.as_str()), "{name} is lost"),
        }
    }
}

fn change() -> impl Strategy<Value = (u8, String, String, bool, u32)> {
    (0..5_u8, "[tu]", "[ab\"]", any::<bool>(), 0..3_u32)
}

fn apply(
    record: &mut Record,
    (kind, topic, id, flag, number): &(u8, String, String, bool, u32),
    at: u64,
) -> bool {
    let topic = Topic {
        slug: topic,
        title: id,
        sections: *number,
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
        3 => Change::Answered {
            item: id,
            rev: *number,
            topic: topic.slug,
            chosen: &[id],
            right: *flag,
        },
        _ => Change::Place(Place {
            path: "/",
            title: id,
            section: id,
            heading: id,
            offset: -7,
        }),
    };
    record.apply(&change, at)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn decoding_loses_nothing(root in root()) {
        let text = text_of(root.clone());
        let (record, set_aside) = decoded(&text);
        prop_assert_eq!(set_aside, record.kept().count());
        let mut root = root;
        root["version"] = json!(1);
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
    fn merge_loses_nothing(a in record(), b in record()) {
        let both = merge(&a, &b);
        for one in [&a, &b] {
            assert_names_kept(&value_of(one), &value_of(&both));
            let all: Vec<_> = both.kept().map(|kept| (kept.place().join("/"), kept.text())).collect();
            for kept in one.kept() {
                prop_assert!(all.contains(&(kept.place().join("/"), kept.text())));
            }
            for topic in one.summary().topics {
                for answer in topic.answers {
                    let merged = both.answer(answer.item).unwrap();
                    prop_assert!(merged.at >= answer.at);
                    prop_assert!(merged.tries >= answer.tries && merged.rights >= answer.rights);
                }
            }
        }
    }

    #[test]
    fn a_change_wins_over_what_it_replaces(before in record(), change in change(), at in 0..5_u64) {
        let mut after = before.clone();
        let changed = apply(&mut after, &change, at);
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
            apply(&mut a, change, 2 * n as u64);
        }
        for (n, change) in there.iter().enumerate() {
            apply(&mut b, change, 3 * n as u64);
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
            apply(&mut now, change, at);
        }
        let back = erased.undo(&now);
        prop_assert_eq!(&back, &merge(&full, &now));
        prop_assert_eq!(follow(&now, &back), back);
    }

    #[test]
    fn no_text_panics(text in any::<String>()) {
        let _ = Record::decode(&text);
        let _ = import::decode(&text).map_err(|error| error.message());
    }

    #[test]
    fn no_json_panics(value in any_json()) {
        let text = value.to_string();
        if let Decoded::Ready { record, .. } = Record::decode(&text) {
            let _ = (record.summary(), record.continue_target());
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
