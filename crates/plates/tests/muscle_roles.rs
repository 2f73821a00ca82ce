//! The figure of muscle roles says and draws what the model computes.

use kinetics::experiments::muscle_roles::{MuscleRoles, muscle_roles};
use kinetics::{Coordinate, Motion, Pose, Range, Side};
use plates::muscle_roles::{self as roles, COMPARTMENTS, FIGURE, State};
use proptest::prelude::*;

const MOTIONS: [Motion; 3] = [
    Motion::HipFlexion,
    Motion::HipAdduction,
    Motion::HipRotation,
];

#[track_caller]
fn says(query: &str, expected: &str) {
    assert_eq!(
        roles::words(&roles::parse(query)).state,
        expected,
        "{query}"
    );
}

#[test]
fn state_sentences() {
    says(
        "",
        "Your hip is straight. From here piriformis turns the thigh outward (lever arm 29\u{a0}mm), \
         moves the thigh outward (lever arm 20\u{a0}mm) and straightens the hip (lever arm 9\u{a0}mm). As \
         the hip bends, it changes sides: from turning the thigh outward to turning it inward at \
         57°.",
    );
    says(
        "flexion=70&muscle=medius-back",
        "Your hip is bent 70°. From here the back part of gluteus medius moves the thigh outward \
         (lever arm 28\u{a0}mm), turns the thigh inward (lever arm 16\u{a0}mm) and straightens the hip \
         (lever arm 15\u{a0}mm). As the hip bends, it changes sides: from turning the thigh outward to \
         turning it inward at 41°.",
    );
    says(
        "flexion=-10&adduct=-20&rotate=15&muscle=maximus-lower",
        "Your hip is extended 10°, the thigh 20° out to the side, turned 15° inward. From here \
         the lower part of gluteus maximus moves the thigh inward (lever arm 59\u{a0}mm), straightens \
         the hip (lever arm 46\u{a0}mm) and turns the thigh outward (lever arm 26\u{a0}mm). As the hip \
         bends, it changes sides: from moving the thigh inward to moving it outward at 77°.",
    );
    says(
        "flexion=90&rotate=40&muscle=tensor",
        "Your hip is bent 90°, turned 40° inward. From here tensor fasciae latae bends the hip \
         (lever arm 94\u{a0}mm), moves the thigh outward (lever arm 44\u{a0}mm) and turns the thigh outward \
         (lever arm 2\u{a0}mm). As the hip bends, it changes sides: from turning the thigh outward to \
         turning it inward at 49° and back at 82°.",
    );
    says(
        "muscle=none",
        "Your hip is straight. Choose a muscle, in the list or in the drawing, to see which way \
         it can turn the thigh from here.",
    );
}

/// The model's answer for a state, in the figure's sweep.
fn model(state: &State, at: i32) -> [f64; 3] {
    let pose = Pose::NEUTRAL
        .with_degrees(
            Coordinate::HipAdduction(Side::Right),
            f64::from(state.adduction),
        )
        .with_degrees(
            Coordinate::HipRotation(Side::Right),
            f64::from(state.rotation),
        );
    let angle = f64::from(at).to_radians();
    let result = muscle_roles(&MuscleRoles {
        muscle: state.compartment().expect("chosen").id,
        sweep: Motion::HipFlexion,
        range: Range::new(angle, angle),
        pose,
    })
    .expect("finite");
    MOTIONS.map(|motion| 1000.0 * result.samples[0].state.arms.motion(motion))
}

fn printed(arm: f64) -> String {
    let text = format!("{arm:+.0}\u{a0}mm").replace('-', "−");
    match text.as_str() {
        "+0\u{a0}mm" | "−0\u{a0}mm" => "0\u{a0}mm".to_owned(),
        _ => text,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn rows_are_the_model_to_the_printed_digit(
        flexion in -20..=100, adduct in -40..=20, rotate in -40..=40, muscle in 1..=13,
    ) {
        let state = State::from_values(&[flexion, adduct, rotate, muscle]);
        let rows = roles::words(&state).rows;
        for (column, at) in [flexion, 0, 90].into_iter().enumerate() {
            for (row, arm) in model(&state, at).into_iter().enumerate() {
                // Exactly between two numbers, either is right.
                if (arm.abs().fract() - 0.5).abs() > 1e-6 {
                    prop_assert_eq!(&rows[row].cells[column], &printed(arm));
                }
            }
        }
    }
}

#[test]
fn the_sides_change_where_the_reference_has_it() {
    // Straight and bent to 90°: rotation arms in millimeters.
    for (muscle, straight, bent) in [
        ("medius-middle", "−7", "+38"),
        ("medius-back", "−30", "+24"),
        ("maximus-upper", "−21", "+20"),
        ("maximus-middle", "−22", "+6"),
        ("piriformis", "−29", "+15"),
    ] {
        let query = ["muscle=", muscle].concat();
        let rows = roles::words(&roles::parse(&query)).rows;
        let cells = &rows[2].cells;
        assert_eq!(cells[1], [straight, "\u{a0}mm"].concat(), "{muscle}");
        assert_eq!(cells[2], [bent, "\u{a0}mm"].concat(), "{muscle}");
        assert!(cells[3].ends_with('°'), "{muscle}: {}", cells[3]);
    }
}

#[test]
fn a_change_is_said_with_its_sides() {
    let change = |old: &str, new: &str| roles::change(&roles::parse(old), &roles::parse(new));
    assert_eq!(
        change("", "flexion=90"),
        "Piriformis now straightens 6\u{a0}mm, moves outward 21\u{a0}mm and turns inward 15\u{a0}mm: it has \
         changed sides."
    );
    assert_eq!(
        change("", "muscle=quadratus-femoris"),
        "Quadratus femoris now bends 4\u{a0}mm, moves inward 42\u{a0}mm and turns outward 40\u{a0}mm."
    );
    assert_eq!(change("", "muscle=none"), "No muscle is chosen.");
    assert_eq!(change("", ""), "Nothing changes.");
}

#[test]
fn every_muscle_can_be_chosen_and_the_cursor_dragged() {
    let key = FIGURE.part_key().expect("a muscle can be chosen");
    assert_eq!(FIGURE.keys[key].span().1 as usize, COMPARTMENTS.len());
    let handle = FIGURE.handles.first().expect("can be dragged");
    let start = FIGURE.parse("");
    let far = FIGURE.clamp(&(handle.drag)(&start, 1e6, 0.0));
    assert_eq!(State::from_values(&far).flexion, 100);
    let near = FIGURE.clamp(&(handle.drag)(&start, 31.0, 0.0));
    assert_eq!(State::from_values(&near).flexion, 10);
}
