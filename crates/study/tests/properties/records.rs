//! Random records: of every shape that was ever stored, and of some that never were.

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use study::{Decoded, Record};

/// Any JSON that `serde_json` writes and reads back exactly (no floats: it rounds them).
pub(crate) fn any_json() -> impl Strategy<Value = Value> {
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
pub(crate) fn entry(fields: Vec<(&'static str, BoxedStrategy<Value>)>) -> BoxedStrategy<Value> {
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

pub(crate) fn group(names: &'static str, value: BoxedStrategy<Value>) -> BoxedStrategy<Value> {
    let value = prop_oneof![9 => value, 1 => any_json()];
    btree_map(names, value, 0..3)
        .prop_map(|map| Value::Object(map.into_iter().collect()))
        .boxed()
}

pub(crate) fn time() -> BoxedStrategy<Value> {
    (0..4_u64).prop_map(Value::from).boxed()
}

pub(crate) fn flag() -> BoxedStrategy<Value> {
    any::<bool>().prop_map(Value::from).boxed()
}

pub(crate) fn word() -> BoxedStrategy<Value> {
    "[ab]?".prop_map(Value::from).boxed()
}

/// The text of an item's reviews: few days and small states, so that two of them meet.
pub(crate) fn reviews() -> BoxedStrategy<Value> {
    let number = |value: u64| {
        if value == 0 {
            String::new()
        } else {
            value.to_string()
        }
    };
    let state = vec(0..4_u64, 9).prop_map(move |fields| {
        let fields: Vec<String> = fields.into_iter().map(number).collect();
        format!("({})", fields.join(".").trim_end_matches('.'))
    });
    let marks = btree_map("[A-L]", 1..3_usize, 1..3).prop_map(|marks| {
        marks
            .into_iter()
            .map(|(mark, count)| mark.repeat(count))
            .collect::<String>()
    });
    let days = vec((1..4_u64, marks), 0..12).prop_map(|days| {
        days.into_iter()
            .map(|(since, marks)| format!("{since}{marks}"))
            .collect::<String>()
    });
    let part = (proptest::option::of(state), days)
        .prop_map(|(state, days)| state.unwrap_or_default() + &days);
    let head = (0..4_u64, "[A-L.]").prop_map(move |(at, mark)| number(at) + &mark);
    (head, part.clone(), part)
        .prop_map(|(head, one, two)| {
            let two = if two.is_empty() {
                two
            } else {
                format!("2:{two}")
            };
            let between = if one.is_empty() || two.is_empty() {
                ""
            } else {
                ";"
            };
            Value::from(format!("{head}{one}{between}{two}"))
        })
        .boxed()
}

/// An answer as version 1 stored it.
pub(crate) fn old_answer() -> BoxedStrategy<Value> {
    entry(vec![
        ("at", time()),
        ("rev", time()),
        ("right", flag()),
        ("topic", word()),
        ("chosen", vec("[pq]", 0..3).prop_map(Value::from).boxed()),
        ("tries", time()),
        ("rights", time()),
    ])
}

/// A record's JSON without its version: small pools of names and times, so that two of them
/// collide, tie and disagree.
pub(crate) fn root() -> BoxedStrategy<Value> {
    let section = entry(vec![("at", time()), ("read", flag()), ("title", word())]);
    let topic = entry(vec![
        ("at", time()),
        ("title", word()),
        ("total", time()),
        ("sections", group("[st]", section)),
    ]);
    let chosen = || vec("[pq]", 0..3).prop_map(Value::from).boxed();
    let more = entry(vec![
        ("reviews", reviews()),
        ("topic", word()),
        ("chosen", chosen()),
    ]);
    let answer = prop_oneof![reviews(), more].boxed();
    let guess = entry(vec![("at", time()), ("chosen", chosen()), ("rev", time())]);
    let current = entry(vec![("at", time()), ("rev", time())]);
    let horizon = entry(vec![
        ("at", time()),
        ("need", "week|term|x".prop_map(Value::from).boxed()),
        ("day", time()),
    ]);
    let undo = entry(vec![
        ("at", time()),
        ("item", "q/[ab]".prop_map(Value::from).boxed()),
        ("rev", time()),
        ("day", time()),
        ("mark", "[A-L]".prop_map(Value::from).boxed()),
        ("last", "[A-L]".prop_map(Value::from).boxed()),
        ("chosen", chosen()),
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
        ("current", group("q/[ab]", current)),
        ("guesses", group("q/[ab]", guess)),
        ("horizon", horizon),
        ("undo", undo),
        ("place", place),
        ("erased", time()),
    ])
}

/// Anything where the list of kept things should be, most often such a list.
pub(crate) fn kept() -> impl Strategy<Value = Value> {
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
pub(crate) fn text_of(mut root: Value) -> String {
    root["version"] = json!(2);
    root.to_string()
}

pub(crate) fn decoded(text: &str) -> (Record, usize) {
    match Record::decode(text) {
        Decoded::Ready { record, set_aside } => (record, set_aside),
        other => panic!("{text} is {other:?}"),
    }
}

pub(crate) fn record() -> impl Strategy<Value = Record> {
    root().prop_map(|root| decoded(&text_of(root)).0)
}

pub(crate) fn value_of(record: &Record) -> Value {
    serde_json::from_str(&record.encode()).unwrap()
}

/// Puts everything that was set aside back to its place.
pub(crate) fn restored(record: &Record) -> Value {
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
pub(crate) fn assert_names_kept(small: &Value, large: &Value) {
    const TOGETHER: [&str; 12] = [
        "title", "total", "topic", "chosen", "rev", "section", "offset", "at", "item", "mark",
        "last", "day",
    ];
    let Value::Object(small) = small else {
        return;
    };
    for (name, value) in small {
        match large.get(name) {
            Some(other) => assert_names_kept(value, other),
            // An answer that is nothing but its reviews.
            None if name == "reviews" => assert!(large.is_string(), "{name} is lost"),
            None => assert!(TOGETHER.contains(&name.as_str()), "{name} is lost"),
        }
    }
}
