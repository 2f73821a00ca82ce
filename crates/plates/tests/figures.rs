//! What holds for every figure, in every state.

use std::collections::HashSet;

use plates::scene::{Attribute, Content, Element, diff};
use plates::schema::Kind;
use plates::{FIGURES, Figure, FrameOptions, Place, frame};
use proptest::prelude::*;

/// A figure and values of its keys.
fn any_state() -> impl Strategy<Value = (&'static Figure, Vec<i32>)> {
    (0..FIGURES.len()).prop_flat_map(|index| {
        let figure = &FIGURES[index];
        let values: Vec<_> = figure
            .keys
            .iter()
            .map(|key| key.span().0..=key.span().1)
            .collect();
        (Just(figure), values)
    })
}

fn options(place: Place) -> FrameOptions<'static> {
    FrameOptions::new(2, "fig-1", place, "/figures/some/")
}

fn is_drawable(elements: &[Element]) -> bool {
    elements.iter().all(|element| {
        let readable = |value: &str| !value.contains("NaN") && !value.contains("inf");
        element.attributes.iter().all(|(attribute, value)| {
            // The name of a part may well be inferior.
            *attribute == Attribute::Part || readable(value)
        }) && match &element.content {
            Content::Children(children) => is_drawable(children),
            Content::Text(_) => true,
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_state_prints_and_reads_back((figure, values) in any_state()) {
        prop_assert_eq!(figure.parse(&figure.print(&values)), values);
    }

    #[test]
    fn the_tree_keeps_its_shape_and_the_words_their_rows((figure, values) in any_state()) {
        let first = figure.parse("");
        let scene = (figure.scene)(&values);
        prop_assert!(diff(&(figure.scene)(&first), &scene).is_some(), "{}", figure.name);
        prop_assert!(is_drawable(&scene.elements), "{}", figure.name);
        let labels = |values: &[i32]| -> Vec<_> {
            let rows = (figure.words)(values).rows;
            rows.iter().map(|row| (row.label, row.cells.len())).collect()
        };
        let rows = labels(&values);
        prop_assert_eq!(&rows, &labels(&first), "{}", figure.name);
        prop_assert!(rows.iter().all(|row| row.1 == figure.columns.len()), "{}", figure.name);
        prop_assert_eq!((figure.enabled)(&values).len(), figure.keys.len());
    }

    #[test]
    fn a_state_is_told_in_sentences((figure, values) in any_state()) {
        let words = (figure.words)(&values);
        prop_assert!(words.state.ends_with('.') && !words.state.contains("  "), "{}", words.state);
        prop_assert!(!words.name.is_empty() && !words.name.ends_with('.'), "{}", words.name);
        let change = (figure.change)(&figure.parse(""), &values);
        prop_assert!(change.ends_with('.'), "{}: {change}", figure.name);
    }

    #[test]
    fn no_query_panics(index in 0..FIGURES.len(), query in "\\PC{0,80}") {
        let figure = &FIGURES[index];
        let values = figure.parse(&query);
        prop_assert_eq!(&figure.clamp(&values), &values);
        let _ = frame(figure.name, &query, &options(Place::Page));
    }
}

#[test]
fn keys_are_short_unique_and_their_defaults_allowed() {
    for figure in FIGURES {
        let names: HashSet<_> = figure.keys.iter().map(|key| key.name).collect();
        assert_eq!(names.len(), figure.keys.len(), "{}", figure.name);
        for key in figure.keys {
            let at = format!("{} {}", figure.name, key.name);
            assert!(key.name.len() <= 8 && key.name != "v", "{at}");
            assert_eq!(key.clamp(key.default), key.default, "{at}");
            if let Kind::Choice { words, labels } | Kind::Part { ids: words, labels } = key.kind {
                assert_eq!(words.len(), labels.len(), "{at}");
                let unique: HashSet<_> = words.iter().collect();
                assert_eq!(unique.len(), words.len(), "{at}");
            }
        }
        let parts = figure
            .keys
            .iter()
            .filter(|key| matches!(key.kind, Kind::Part { .. }));
        assert!(parts.count() <= 1, "{}", figure.name);
    }
}

#[test]
fn named_states_are_canonical_and_have_words() {
    for figure in FIGURES {
        let slugs: HashSet<_> = figure.named.iter().map(|named| named.slug).collect();
        assert_eq!(slugs.len(), figure.named.len(), "{}", figure.name);
        for named in figure.named {
            let at = format!("{} {}", figure.name, named.slug);
            assert_eq!(
                figure.print(&figure.parse(named.query)),
                named.query,
                "{at}"
            );
            assert!(
                !named.label.ends_with('.') && named.description.ends_with('.'),
                "{at}"
            );
            let plain =
                |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
            assert!(named.slug.bytes().all(plain), "{at}");
        }
    }
}

#[test]
fn parts_are_named_and_what_can_be_chosen_or_dragged_is_drawn() {
    for figure in FIGURES {
        let parts = (figure.scene)(&figure.parse("")).parts();
        let ids: HashSet<_> = parts.iter().map(|part| part.id).collect();
        assert!(!ids.is_empty(), "{}", figure.name);
        for part in &parts {
            let at = format!("{} {}", figure.name, part.id);
            assert!(
                part.description.ends_with('.') && !part.name.ends_with('.'),
                "{at}"
            );
        }
        for handle in figure.handles {
            assert!(ids.contains(handle.part), "{} {}", figure.name, handle.part);
        }
        if let Some(Kind::Part { ids: known, .. }) =
            figure.part_key().map(|at| figure.keys[at].kind)
        {
            for id in &known[1..] {
                assert!(ids.contains(id), "{} {id}", figure.name);
            }
        }
    }
}
