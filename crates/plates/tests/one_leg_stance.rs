//! The figure agrees with the model, keeps its shape in every state and says what it shows.

use std::collections::HashSet;

use plates::one_leg_stance::{self as stance, FIGURE, KEYS, State};
use plates::scene::{Content, Element, diff};
use plates::{FrameOptions, Place, frame};
use proptest::prelude::*;

fn options(place: Place) -> FrameOptions<'static> {
    FrameOptions {
        heading: 2,
        prefix: "fig-1",
        place,
        address: "/figures/one-leg-stance/",
    }
}

fn any_values() -> impl Strategy<Value = Vec<i32>> {
    let ranges: Vec<_> = KEYS.iter().map(|key| key.span().0..=key.span().1).collect();
    ranges
}

#[track_caller]
fn says(query: &str, expected: &str) {
    assert_eq!(
        stance::words(&stance::parse(query)).state,
        expected,
        "{query}"
    );
}

#[test]
fn state_sentences() {
    says(
        "",
        "You stand on your right leg, trunk upright. The muscles at the side of the hip must hold \
         61.5 N m, 0.82 per kilogram of body weight. Their lever arm is 4.3 cm, that of the weight \
         10.4 cm, so they pull with 2.0 times body weight. The hip joint is pressed by 2.6 times \
         body weight.",
    );
    says(
        "lean=5",
        "You stand on your right leg, trunk leaning to the right so that your weight moves 5 cm. \
         The muscles at the side of the hip must hold 31.8 N m, 0.42 per kilogram of body weight. \
         Their lever arm is 4.3 cm, that of the weight 5.4 cm, so they pull with 1.0 times body \
         weight. The hip joint is pressed by 1.7 times body weight.",
    );
    says(
        "cane=left&push=15&load=8&hand=right",
        "You stand on your right leg, trunk upright, a cane in your left hand carrying 15 % of \
         your body weight, a bag of 8 kg in your right hand. The muscles at the side of the hip \
         must hold 6.1 N m, 0.08 per kilogram of body weight. Their lever arm is 4.3 cm, so they \
         pull with 0.2 times body weight. The hip joint is pressed by 0.9 times body weight.",
    );
    says(
        "lean=10&load=1&hand=right",
        "You stand on your right leg, trunk leaning to the right so that your weight moves 10 cm, \
         a bag of 1 kg in your right hand. Everything now balances over the hip joint: the muscles \
         at its side have next to nothing to hold. The hip joint is pressed by 0.8 times body \
         weight.",
    );
    says(
        "lean=10&cane=left&push=20",
        "You stand on your right leg, trunk leaning to the right so that your weight moves 10 cm, \
         a cane in your left hand carrying 20 % of your body weight. The balance tips the other \
         way. The muscles of the inner thigh must hold 54.4 N m, 0.72 per kilogram of body weight. \
         Their lever arm is 5.9 cm, so they pull with 1.3 times body weight. The hip joint is \
         pressed by 1.7 times body weight.",
    );
}

#[test]
fn printed_numbers_are_those_of_the_model() {
    use kinetics::experiments::one_leg_stance::{Cane, Lean, Load, OneLegStance, one_leg_stance};
    let result = one_leg_stance(&OneLegStance {
        lean: Lean::Shift(0.03),
        cane: Cane::OppositeSide { force: 0.12 },
        load: Load::Left { mass: 6.0 },
        ..OneLegStance::default()
    })
    .expect("finite");
    let rows = stance::words(&stance::parse("lean=3&cane=left&push=12&load=6")).rows;
    let value = |label: &str| {
        let row = rows.iter().find(|row| row.label == label);
        row.unwrap_or_else(|| panic!("no row {label}"))
            .cells
            .concat()
    };
    let printed = |number: f64, decimals: usize, unit: &str| {
        format!("{number:.decimals$}{unit}").replace('-', "−")
    };
    assert_eq!(
        value("Left for the muscles to hold"),
        printed(result.required_moment, 1, " N m")
    );
    assert_eq!(value("Their pull"), printed(result.muscle_force, 0, " N"));
    assert_eq!(
        value("Their lever arm"),
        printed(100.0 * result.muscle_lever_arm, 1, " cm")
    );
    assert_eq!(
        value("Force on the hip joint"),
        printed(result.joint.magnitude, 0, " N")
    );
    assert_eq!(
        value("The same in body weights"),
        printed(result.joint.body_weights, 2, "")
    );
    assert_eq!(
        value("Turning effect of the cane"),
        printed(result.contributions[2].moment, 1, " N m")
    );
}

#[test]
fn a_change_is_said_in_one_sentence_each() {
    let change = |old: &str, new: &str| stance::change(&stance::parse(old), &stance::parse(new));
    assert_eq!(
        change("", "lean=5"),
        "The side of the hip holds 31.8 newton meters, down from 61.5. The hip joint carries 1.7 \
         times body weight, before 2.6."
    );
    assert_eq!(
        change("lean=5", "lean=5"),
        "The forces at the hip stay the same."
    );
}

/// Tags that are opened are closed in order; returns every id.
#[track_caller]
fn check_markup(html: &str) -> Vec<String> {
    const VOID: [&str; 1] = ["input"];
    let mut open = Vec::new();
    let mut ids = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let end = start + rest[start..].find('>').expect("tag ends");
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "closing tag in order");
            continue;
        }
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        if !tag.ends_with('/') && !VOID.contains(&name) {
            open.push(name);
        }
        if let Some(at) = tag.find(" id=\"") {
            let id = &tag[at + 5..];
            ids.push(id[..id.find('"').expect("id ends")].to_owned());
        }
    }
    assert!(open.is_empty(), "left open: {open:?}");
    ids
}

#[test]
fn the_frame_is_well_formed_and_its_ids_are_unique() {
    for place in [Place::Embedded, Place::Page] {
        let html = frame("one-leg-stance", "lean=5", &options(place)).expect("known figure");
        let ids = check_markup(&html);
        let unique: HashSet<_> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len(), "{ids:?}");
        // Only the figure's own page has an id that others link to.
        let shared: Vec<_> = ids.iter().filter(|id| !id.starts_with("fig-1-")).collect();
        assert_eq!(
            shared,
            if place == Place::Page {
                vec!["how"]
            } else {
                vec![]
            }
        );
        for reference in ["for=\"", "href=\"#", "url(#", "aria-labelledby=\""] {
            for part in html.split(reference).skip(1) {
                let id = part.split(['"', ')']).next().unwrap_or_default();
                assert!(
                    ids.iter().any(|known| known == id),
                    "{reference}{id} leads nowhere"
                );
            }
        }
        assert!(html.contains("61.5") == html.contains("trunk upright"));
        assert_eq!(
            html.contains("data-part=\"open\""),
            place == Place::Embedded
        );
        let method = match place {
            Place::Page => "<summary>How this is computed</summary><p>",
            Place::Embedded => "/#how\">How this is computed</a>",
        };
        assert!(html.contains(method), "{method}");
    }
    assert_eq!(frame("no-such-figure", "", &options(Place::Page)), None);
}

#[test]
fn parts_have_unique_permanent_ids() {
    let parts = stance::scene(&State::default()).parts();
    let ids: Vec<_> = parts.iter().map(|part| part.id).collect();
    assert_eq!(
        ids,
        [
            "body",
            "cane",
            "load",
            "hip",
            "spine",
            "femur",
            "pelvis",
            "gluteus-medius",
            "weight",
            "joint-force",
            "lever-arms",
            "muscle-force",
        ]
    );
    assert!(parts.iter().all(|part| part.description.ends_with('.')));
    let handle = FIGURE.handles.first().expect("can be dragged");
    assert!(ids.contains(&handle.part));
}

#[test]
fn a_drag_leans_the_trunk_and_stays_in_range() {
    let handle = FIGURE.handles.first().expect("can be dragged");
    let start = State::default().values();
    let far = FIGURE.clamp(&(handle.drag)(&start, 1e9, 0.0));
    assert_eq!(State::from_values(&far).lean, 10);
    let back = FIGURE.clamp(&(handle.drag)(&start, -1e9, 0.0));
    assert_eq!(State::from_values(&back).lean, -3);
}

fn numbers_are_finite(elements: &[Element]) -> bool {
    elements.iter().all(|element| {
        let fine = element
            .attributes
            .iter()
            .all(|(_, value)| !value.contains("NaN") && !value.contains("inf"));
        fine && match &element.content {
            Content::Children(children) => numbers_are_finite(children),
            Content::Text(_) => true,
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_state_has_the_same_shape(values in any_values()) {
        let default = stance::scene(&State::default());
        let scene = stance::scene(&State::from_values(&values));
        prop_assert!(diff(&default, &scene).is_some());
        prop_assert_eq!(diff(&scene, &scene), Some(Vec::new()));
        prop_assert!(numbers_are_finite(&scene.elements));
    }

    #[test]
    fn states_and_queries_are_the_same(values in any_values()) {
        let state = State::from_values(&values);
        prop_assert_eq!(&state.values(), &values);
        prop_assert_eq!(stance::parse(&stance::print(&state)), state);
    }

    #[test]
    fn any_query_makes_a_frame(query in ".*") {
        let html = frame("one-leg-stance", &query, &options(Place::Page));
        prop_assert!(html.is_some_and(|html| html.starts_with("<div class=\"figure-frame\"")));
    }
}
