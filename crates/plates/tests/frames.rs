//! What a frame of a drag writes into a live drawing.

use plates::scene::{Attribute, Content, Element, Scene, diff};
use plates::schema::Kind;
use plates::{FIGURES, Figure};
use proptest::prelude::*;

/// The most attributes and texts that one step of a range may change, and their bytes. Measured,
/// with about a tenth to spare: a frame has to fit into 8 ms on a slow processor, and each change
/// takes some 10 µs there. What needs more needs another way to draw, such as one `transform` for
/// many paths.
const BUDGETS: &[(&str, usize, usize)] = &[
    ("hip-layers", 230, 2_900),
    ("muscle-roles", 85, 3_000),
    ("one-leg-stance", 50, 2_500),
    ("walking", 232, 7_700),
    ("pelvic-tilt", 55, 4_400),
    ("tight-hip-flexors", 250, 11_300),
    ("stiff-ankle", 205, 8_300),
    ("pronation", 30, 750),
    ("load-sharing", 60, 1_500),
    ("exercises", 110, 3_600),
];

/// What a live drawing of `shown` is once it shows `values`.
fn moved(figure: &Figure, shown: Scene, values: &[i32]) -> Scene {
    let mut scene = (figure.scene)(values);
    scene.keep_undrawn(shown);
    scene
}

#[test]
fn a_step_of_a_range_changes_little() {
    for figure in FIGURES {
        let (mut most, mut bytes) = (0, 0);
        let queries = figure.named.iter().map(|named| named.query);
        for query in std::iter::once("").chain(queries) {
            let start = figure.parse(query);
            for (index, key) in figure.keys.iter().enumerate() {
                let Kind::Integer { min, max, step, .. } = key.kind else {
                    continue;
                };
                let mut values = start.clone();
                values[index] = min;
                let mut shown = (figure.scene)(&values);
                while values[index] + step <= max {
                    values[index] += step;
                    let next = (figure.scene)(&values);
                    let patches = diff(&shown, &next).expect("one shape");
                    most = most.max(patches.len());
                    bytes = bytes.max(patches.iter().map(|patch| patch.value.len()).sum());
                    drop(patches);
                    shown = moved(figure, shown, &values);
                }
            }
        }
        let budget = BUDGETS.iter().find(|budget| budget.0 == figure.name);
        let (_, changes, size) = budget.copied().unwrap_or_default();
        assert!(
            most <= changes && bytes <= size,
            "{}: a step changes up to {most} attributes and {bytes} bytes",
            figure.name
        );
    }
}

fn is_hidden(element: &Element) -> bool {
    let hidden = |(attribute, value): &(Attribute, plates::scene::Text)| {
        *attribute == Attribute::Display && value == "none"
    };
    element.attributes.iter().any(hidden)
}

/// Whether two drawings look the same: equal but for what neither draws.
fn look_alike(one: &[Element], other: &[Element]) -> bool {
    one.len() == other.len()
        && one.iter().zip(other).all(|(one, other)| {
            if is_hidden(one) && is_hidden(other) {
                return true;
            }
            one.tag == other.tag
                && one.attributes == other.attributes
                && match (&one.content, &other.content) {
                    (Content::Children(one), Content::Children(other)) => look_alike(one, other),
                    (one, other) => one == other,
                }
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_live_drawing_looks_like_a_new_one(
        (figure, states) in (0..FIGURES.len()).prop_flat_map(|index| {
            let figure = &FIGURES[index];
            let spans = figure.keys.iter().map(|key| key.span().0..=key.span().1);
            let state: Vec<_> = spans.collect();
            (Just(figure), prop::collection::vec(state, 2..5))
        })
    ) {
        let mut shown = (figure.scene)(&states[0]);
        for values in &states[1..] {
            shown = moved(figure, shown, values);
            let new = (figure.scene)(values);
            prop_assert!(look_alike(&shown.elements, &new.elements), "{}", figure.name);
            // And what comes next is told from there.
            prop_assert_eq!(diff(&shown, &new), Some(Vec::new()), "{}", figure.name);
        }
    }
}
