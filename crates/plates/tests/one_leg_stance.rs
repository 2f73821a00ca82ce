//! The figure agrees with the model, keeps its shape in every state and says what it shows.

use std::collections::HashSet;

use plates::one_leg_stance::{self as stance, FIGURE, KEYS, State};
use plates::scene::{Content, Element, diff};
use plates::{FrameOptions, Place, frame};
use proptest::prelude::*;

fn options(place: Place) -> FrameOptions<'static> {
    FrameOptions::new(2, "fig-1", place, "/figures/one-leg-stance/")
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
         61.5\u{a0}N\u{a0}m, 0.82 per kilogram of body weight. Their lever arm is 4.3\u{a0}cm, that of the weight \
         10.4\u{a0}cm, so they pull with 2.0 times body weight. The hip joint is pressed by 2.6 times \
         body weight.",
    );
    says(
        "lean=5",
        "You stand on your right leg, trunk leaning to the right so that your weight moves 5\u{a0}cm. \
         The muscles at the side of the hip must hold 31.8\u{a0}N\u{a0}m, 0.42 per kilogram of body weight. \
         Their lever arm is 4.3\u{a0}cm, that of the weight 5.4\u{a0}cm, so they pull with 1.0 times body \
         weight. The hip joint is pressed by 1.7 times body weight.",
    );
    says(
        "cane=left&push=15&load=8&hand=right",
        "You stand on your right leg, trunk upright, a cane in your left hand carrying 15\u{a0}% of \
         your body weight, a bag of 8\u{a0}kg in your right hand. The muscles at the side of the hip \
         must hold 6.1\u{a0}N\u{a0}m, 0.08 per kilogram of body weight. Their lever arm is 4.3\u{a0}cm, so they \
         pull with 0.2 times body weight. The hip joint is pressed by 0.9 times body weight.",
    );
    says(
        "lean=10&load=1&hand=right",
        "You stand on your right leg, trunk leaning to the right so that your weight moves 10\u{a0}cm, \
         a bag of 1\u{a0}kg in your right hand. Everything now balances over the hip joint: the muscles \
         at its side have next to nothing to hold. The hip joint is pressed by 0.8 times body \
         weight.",
    );
    says(
        "lean=10&cane=left&push=20",
        "You stand on your right leg, trunk leaning to the right so that your weight moves 10\u{a0}cm, \
         a cane in your left hand carrying 20\u{a0}% of your body weight. The balance tips the other \
         way. The muscles of the inner thigh must hold 54.4\u{a0}N\u{a0}m, 0.72 per kilogram of body weight. \
         Their lever arm is 5.9\u{a0}cm, so they pull with 1.3 times body weight. The hip joint is \
         pressed by 1.7 times body weight.",
    );
}

#[test]
fn sentences_of_weaker_muscles() {
    says(
        "strength=50",
        "You stand on your right leg, trunk upright. The muscles at the side of the hip must hold \
         61.5\u{a0}N\u{a0}m, 0.82 per kilogram of body weight. Their lever arm is 4.3\u{a0}cm, that of the weight \
         10.4\u{a0}cm, so they pull with 2.0 times body weight. The hip joint is pressed by 2.6 times \
         body weight. With gluteus medius and minimus at 50\u{a0}% of their strength this can still be \
         held: they supply 63\u{a0}% of it, other muscles of the hip the rest, and the hardest-working \
         one gives all it has.",
    );
    says(
        "strength=20",
        "You stand on your right leg, trunk upright. The muscles at the side of the hip would have \
         to hold 61.5\u{a0}N\u{a0}m, 0.82 per kilogram of body weight. With gluteus medius and minimus at \
         20\u{a0}% of their strength, all muscles of the hip together hold 42.4\u{a0}N\u{a0}m in this \
         calculation. There are several ways out: lean further to the right (4\u{a0}cm would do), let \
         the left side of the pelvis drop, hold on with the left hand (7\u{a0}% of body weight would \
         do) or put the left foot down. Weakness alone does not tell which: when a nerve block \
         weakened these muscles in 8 men, their pelvic drop and trunk lean in walking did not \
         change.",
    );
    says(
        "load=15&strength=0",
        "You stand on your right leg, trunk upright, a bag of 15\u{a0}kg in your left hand. The muscles \
         at the side of the hip would have to hold 110.6\u{a0}N\u{a0}m, 1.47 per kilogram of body weight. \
         With gluteus medius and minimus at 0\u{a0}% of their strength, all muscles of the hip together \
         hold 15.1\u{a0}N\u{a0}m in this calculation. There are several ways out: lean further to the right \
         (more than 10\u{a0}cm), let the left side of the pelvis drop, hold on with the left hand (more \
         than 20\u{a0}% of body weight) or put the left foot down. Weakness alone does not tell which: \
         when a nerve block weakened these muscles in 8 men, their pelvic drop and trunk lean in \
         walking did not change.",
    );
}

#[test]
fn weaker_muscles_hold_what_the_model_lets_them() {
    use kinetics::experiments::trendelenburg::{Trendelenburg, trendelenburg};
    for strength in [100, 75, 50, 35, 34, 20] {
        let model = trendelenburg(&Trendelenburg {
            strength: f64::from(strength) / 100.0,
            ..Trendelenburg::default()
        })
        .expect("finite");
        let query = ["strength=", &strength.to_string()].concat();
        let state = stance::parse(&query);
        let hold = state.hold();
        assert_eq!(hold.enough, model.holds, "{strength}");
        let rows = stance::words(&state).rows;
        let row = |label: &str| {
            let row = rows.iter().find(|row| row.label == label);
            row.map(|row| row.cells.concat())
        };
        assert_eq!(
            row("Strength of gluteus medius and minimus"),
            Some(format!("{strength}\u{a0}%"))
        );
        if model.holds {
            assert_eq!(
                row("Their share when all muscles of the hip help"),
                Some(format!("{:.0}\u{a0}%", 100.0 * model.gluteus_share))
            );
            assert_eq!(
                row("Hardest-working muscle"),
                Some(format!("{:.0}\u{a0}%", 100.0 * model.max_activation))
            );
        }
    }
}

#[test]
fn what_is_said_to_be_enough_is_enough_and_one_less_is_not() {
    let mut seen = 0;
    for strength in [0, 10, 20, 30, 33] {
        for load in [0, 6] {
            let weak = State {
                strength,
                load,
                ..State::default()
            };
            let hold = weak.hold();
            assert!(!hold.enough);
            if let Some(lean) = hold.lean {
                assert!(State { lean, ..weak }.hold().enough);
                assert!(
                    !State {
                        lean: lean - 1,
                        ..weak
                    }
                    .hold()
                    .enough
                );
                seen += 1;
            }
            if let Some(push) = hold.push {
                let cane = stance::Cane::Left;
                assert!(State { cane, push, ..weak }.hold().enough);
                let push = push - 1;
                assert!(!State { cane, push, ..weak }.hold().enough);
                seen += 1;
            }
        }
    }
    assert!(seen > 12, "{seen}");
}

#[test]
fn old_links_show_what_they_showed() {
    let state = stance::parse("lean=3&cane=left&push=12&load=6&hand=right");
    assert_eq!(state.strength, 100);
    assert_eq!(
        stance::print(&state),
        "lean=3&cane=left&push=12&load=6&hand=right"
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
        printed(result.required_moment, 1, "\u{a0}N\u{a0}m")
    );
    assert_eq!(
        value("Their pull"),
        printed(result.muscle_force, 0, "\u{a0}N")
    );
    assert_eq!(
        value("Their lever arm"),
        printed(100.0 * result.muscle_lever_arm, 1, "\u{a0}cm")
    );
    assert_eq!(
        value("Force on the hip joint"),
        printed(result.joint.magnitude, 0, "\u{a0}N")
    );
    assert_eq!(
        value("The same in body weights"),
        printed(result.joint.body_weights, 2, "")
    );
    assert_eq!(
        value("Turning effect of the cane"),
        printed(result.contributions[2].moment, 1, "\u{a0}N\u{a0}m")
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
    assert_eq!(
        change("", "strength=75"),
        "At 75\u{a0}% strength, gluteus medius and minimus supply 74\u{a0}% of what is held."
    );
    assert_eq!(
        change("strength=50", "strength=20"),
        "At 20\u{a0}% strength, the muscles of the hip hold 42.4 newton meters, 19.2 too little."
    );
    assert_eq!(
        change("strength=20", "lean=5&strength=20"),
        "The side of the hip holds 31.8 newton meters, down from 61.5. The hip joint carries 1.7 \
         times body weight, before 2.6. The muscles of the hip can hold that again."
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
    for place in [Place::Embedded, Place::Page, Place::Guest] {
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
        assert_eq!(html.contains("data-part=\"open\""), place != Place::Page);
        let method = match place {
            Place::Page => "<summary>How this is computed</summary><p>",
            Place::Embedded | Place::Guest => "/#how\">How this is computed</a>",
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
            "way-lean",
            "way-hold-on",
            "cane",
            "load",
            "way-drop",
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
