//! The figure of load sharing says and draws what the model computes.

use kinetics::experiments::hip_extension_sharing::{HipExtensionSharing, hip_extension_sharing};
use plates::load_sharing::{self as sharing, State};
use plates::scene::{Content, Element};
use proptest::prelude::*;

#[track_caller]
fn says(query: &str, expected: &str) {
    assert_eq!(
        sharing::words(&sharing::parse(query)).state,
        expected,
        "{query}"
    );
}

#[test]
fn state_sentences() {
    says(
        "",
        "Your hip is extended 10°, and its muscles turn the thigh backward with 60\u{a0}N\u{a0}m. Gluteus \
         maximus, at 50\u{a0}% of its strength, supplies 8\u{a0}% of that, the hamstrings 77\u{a0}%, the \
         adductors 5\u{a0}% and other muscles 10\u{a0}%. Even at full strength it would be 13\u{a0}% against \
         72\u{a0}% for the hamstrings. The muscles press the head of the thigh bone forward with \
         285\u{a0}N, at full strength with 274\u{a0}N. This is mechanics, not a diagnosis.",
    );
    says(
        "strength=100&flexion=0",
        "Your hip is straight, and its muscles turn the thigh backward with 60\u{a0}N\u{a0}m. Gluteus \
         maximus, at 100\u{a0}% of its strength, supplies 19\u{a0}% of that, the hamstrings 68\u{a0}%, the \
         adductors 5\u{a0}% and other muscles 7\u{a0}%. Even at full strength the hamstrings take the larger \
         share in this calculation. The muscles press the head of the thigh bone forward with 8\u{a0}N. \
         This is mechanics, not a diagnosis.",
    );
    says(
        "strength=0&flexion=90&moment=150",
        "Your hip is bent 90°, and its muscles turn the thigh backward with 150\u{a0}N\u{a0}m. Gluteus \
         maximus, at 0\u{a0}% of its strength, supplies 0\u{a0}% of that, the hamstrings 61\u{a0}%, the \
         adductors 14\u{a0}% and other muscles 15\u{a0}%. The muscles of this hip cannot do it all: 15.2\u{a0}N\u{a0}m \
         are missing. Even at full strength it would be 24\u{a0}% against 61\u{a0}% for the hamstrings. The \
         muscles press the head of the thigh bone backward with 3967\u{a0}N, at full strength with \
         5321\u{a0}N. Bent this far, the model gives gluteus maximus too short a lever arm and too \
         small a share. This is mechanics, not a diagnosis.",
    );
}

/// The cells of a row.
fn row(state: &State, label: &str) -> Vec<String> {
    let rows = sharing::words(state).rows;
    let row = rows.into_iter().find(|row| row.label == label);
    row.unwrap_or_else(|| panic!("no row {label}")).cells
}

fn percent(part: f64) -> String {
    format!("{:.0}\u{a0}%", 100.0 * part).replace("-0", "0")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn rows_are_the_model_to_the_printed_digit(
        strength in 0..=100, flexion in -10..=90, moment in 10..=150,
    ) {
        let state = State { strength, flexion, moment };
        for (column, strength) in [strength, 100].into_iter().enumerate() {
            let model = hip_extension_sharing(&HipExtensionSharing {
                hip_flexion: f64::from(flexion).to_radians(),
                moment: f64::from(moment),
                gluteus_strength: f64::from(strength) / 100.0,
                ..HipExtensionSharing::default()
            })
            .expect("finite");
            let cell = |label: &str| row(&state, label)[column].clone();
            prop_assert_eq!(cell("Share of gluteus maximus"), percent(model.gluteus_share));
            prop_assert_eq!(cell("Share of the hamstrings"), percent(model.hamstring_share));
            prop_assert_eq!(cell("Share of the adductors"), percent(model.adductor_share));
            prop_assert_eq!(
                cell("Pull of all muscles across the hip"),
                format!("{:.0}\u{a0}N", model.joint_force)
            );
            prop_assert_eq!(cell("Turning effect that is missing") == "none", model.holds);
        }
    }

    #[test]
    fn the_parts_and_what_is_missing_make_the_whole(
        strength in 0..=100, flexion in -10..=90, moment in 10..=150,
    ) {
        let share = State { strength, flexion, moment }.share();
        let whole = share.parts.iter().sum::<f64>() + share.missing / f64::from(moment);
        prop_assert!((whole - 1.0).abs() < 1e-9, "{whole}");
        prop_assert!(share.parts.iter().all(|&part| part > -1e-6), "{:?}", share.parts);
    }
}

#[test]
fn the_numbers_are_those_of_the_reference() {
    // Strength, gluteus maximus, hamstrings, forward pull at 60 N m.
    for (query, maximus, hamstrings, forward) in [
        (
            "strength=100&flexion=0",
            "19\u{a0}%",
            "68\u{a0}%",
            "+8\u{a0}N",
        ),
        (
            "strength=50&flexion=0",
            "9\u{a0}%",
            "77\u{a0}%",
            "+20\u{a0}N",
        ),
        (
            "strength=0&flexion=0",
            "0\u{a0}%",
            "84\u{a0}%",
            "+30\u{a0}N",
        ),
        (
            "strength=100&flexion=30",
            "24\u{a0}%",
            "65\u{a0}%",
            "−534\u{a0}N",
        ),
        ("strength=0", "0\u{a0}%", "83\u{a0}%", "+304\u{a0}N"),
    ] {
        let state = sharing::parse(query);
        assert_eq!(row(&state, "Share of gluteus maximus")[0], maximus);
        assert_eq!(row(&state, "Share of the hamstrings")[0], hamstrings);
        let pull = row(
            &state,
            "Pull on the head of the thigh bone (+ forward, − backward)",
        );
        assert_eq!(pull[0], forward, "{query}");
    }
}

#[test]
fn a_change_is_said_in_one_sentence() {
    let change = |old: &str, new: &str| sharing::change(&sharing::parse(old), &sharing::parse(new));
    assert_eq!(
        change("", "strength=0"),
        "Gluteus maximus 0\u{a0}%, before 8\u{a0}%; hamstrings 83\u{a0}%, before 77\u{a0}%; forward pull 304\u{a0}N, before \
         285\u{a0}N."
    );
    assert_eq!(change("", ""), "Who extends the hip stays the same.");
    assert!(change("", "flexion=60").ends_with("before 285\u{a0}N forward."));
}

/// The heights of the texts that a state shows at the right, from top to bottom.
fn names(elements: &[Element], shown: bool, out: &mut Vec<f64>) {
    use plates::scene::Attribute;
    for element in elements {
        let value = |wanted: Attribute| {
            let found = element.attributes.iter().find(|(name, _)| *name == wanted);
            found.map(|(_, value)| value.as_ref())
        };
        let shown = shown && value(Attribute::Display) != Some("none");
        match &element.content {
            Content::Children(children) => names(children, shown, out),
            Content::Text(_) => {
                let at = |name| value(name).and_then(|text| text.parse::<f64>().ok());
                // The second line of a name hangs on the first.
                let first = value(Attribute::Dy).is_none();
                if let (Some(x), Some(y)) = (at(Attribute::X), at(Attribute::Y))
                    && shown
                    && first
                    && (550.0..600.0).contains(&x)
                    && y < 550.0
                {
                    out.push(y);
                }
            }
        }
    }
}

proptest! {
    #[test]
    fn names_never_meet(strength in 0..=100, flexion in -10..=90, moment in 10..=150) {
        let mut places = Vec::new();
        let scene = sharing::scene(&State { strength, flexion, moment });
        names(&scene.elements, true, &mut places);
        prop_assert!(places.len() >= 4);
        prop_assert!(places.windows(2).all(|pair| pair[1] - pair[0] >= 72.0), "{places:?}");
        prop_assert!(places[0] >= 30.0 && places[places.len() - 1] <= 490.0, "{places:?}");
    }
}
