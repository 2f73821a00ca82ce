//! The figure agrees with the model, its parts add up, and it says what it shows.

use kinetics::experiments::hip_flexor_in_gait::{
    FITTED_BACK_PRICE, HipFlexorInGait, hip_flexor_in_gait,
};
use kinetics::kinematics::{Kinematics, Reference};
use kinetics::math::Vec3;
use kinetics::{Body, GAIT2392, Side};
use plates::scene::{Content, Element, diff};
use plates::tight_hip_flexors::{self as tight, Behind, FIGURE, State, Way};

const BEHIND: [Behind; 3] = [Behind::Full, Behind::Ways, Behind::Nothing];

#[track_caller]
fn says(query: &str, expected: &str) {
    assert_eq!(
        tight::words(&tight::parse(query)).state,
        expected,
        "{query}"
    );
}

#[test]
fn state_sentences() {
    let measured = "For every 10° lost, adults in one data set tilted the pelvis 4.2° and leaned \
                    the trunk 4.0°, their knee 2.4° more bent: nothing like one for one.";
    let other = "This is another way to solve the same problem, calculated, not measured: people \
                 find several.";
    says(
        "lost=0",
        "Late in the step your hip extends 10°, and nothing is lost. Take extension away and see \
         what the rest of the body does.",
    );
    says(
        "lost=10",
        &[
            "Your hip has lost 10° of extension: late in the step it comes no further than \
             straight. Your pelvis tilts 4.2° more and your thigh points back 5.8° less. Above the \
             pelvis the trunk leans 4.0° forward and the low back extends only 0.2°; the knee \
             bends 2.4° more and the trailing foot stays 6.6\u{a0}cm nearer. ",
            measured,
        ]
        .concat(),
    );
    says(
        "",
        &[
            "Your hip has lost 20° of extension: late in the step it stays bent 10°. Your pelvis \
             tilts 8.4° more and your thigh points back 11.6° less. Above the pelvis the trunk \
             leans 8.0° forward and the low back extends only 0.4°; the knee bends 4.8° more and \
             the trailing foot stays 13.1\u{a0}cm nearer. ",
            measured,
        ]
        .concat(),
    );
    says(
        "way=upright&lost=5",
        &[
            "Your hip has lost 5° of extension: late in the step it extends only 5°. Your pelvis \
             tilts 4.9° more and your thigh points back 0.1° less. The trunk stays nearly upright, \
             so the low back extends 4.9°; the knee bends 0.0° more and the trailing foot stays \
             0.1\u{a0}cm nearer. ",
            other,
        ]
        .concat(),
    );
    says(
        "way=alike&lost=50",
        &[
            "Your hip has lost 50° of extension: late in the step it stays bent 40°. Your pelvis \
             tilts 29.0° more and your thigh points back 21.0° less. Above the pelvis the trunk \
             leans 14.5° forward and the low back extends 14.5°; the knee bends 8.7° more and the \
             trailing foot stays 23.8\u{a0}cm nearer. ",
            other,
        ]
        .concat(),
    );
}

fn states() -> impl Iterator<Item = State> {
    Way::ALL.into_iter().flat_map(|way| {
        (0..=50).map(move |lost| State {
            lost,
            way,
            behind: BEHIND[lost as usize % 3],
        })
    })
}

#[track_caller]
fn cell(state: &State, label: &str) -> String {
    let rows = tight::words(state).rows;
    let row = rows.iter().find(|row| row.label == label);
    row.unwrap_or_else(|| panic!("no row {label}")).cells[0].clone()
}

fn tenths(state: &State, label: &str) -> i32 {
    let text: String = cell(state, label)
        .replace('−', "-")
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '-')
        .collect();
    text.parse().expect("a number with one decimal")
}

#[test]
fn printed_numbers_are_those_of_the_model() {
    for (query, price) in [
        ("", FITTED_BACK_PRICE),
        ("way=alike", 1.0),
        ("way=upright", 0.01),
    ] {
        let state = tight::parse(query);
        let result = hip_flexor_in_gait(&HipFlexorInGait {
            allowed_extension: (-10_f64).to_radians(),
            back_price: price,
        })
        .expect("finite");
        for (label, number, unit) in [
            (
                "Pelvis tilts forward, more",
                result.anterior_tilt.to_degrees(),
                "°",
            ),
            (
                "Of that, the trunk leans forward",
                result.trunk_lean.to_degrees(),
                "°",
            ),
            (
                "Of that, the low back extends",
                result.lumbar_extension.to_degrees(),
                "°",
            ),
            ("Thigh points back, less", result.thigh.to_degrees(), "°"),
            ("Knee bends, more", result.knee_flexion.to_degrees(), "°"),
            (
                "Trailing foot stays nearer",
                100.0 * result.step_loss,
                "\u{a0}cm",
            ),
        ] {
            assert_eq!(
                cell(&state, label),
                format!("{number:.1}{unit}"),
                "{query} {label}"
            );
        }
    }
}

#[test]
fn what_is_printed_adds_up() {
    for state in states() {
        let of = |label| tenths(&state, label);
        let (tilt, thigh) = (
            of("Pelvis tilts forward, more"),
            of("Thigh points back, less"),
        );
        assert_eq!(tilt + thigh, 10 * state.lost, "{state:?}");
        let parts = of("Of that, the trunk leans forward") + of("Of that, the low back extends");
        // Three rounded numbers can be a tenth apart.
        assert!((tilt - parts).abs() <= 1, "{state:?}: {tilt} {parts}");
        let split = state.split();
        assert!((split.tilt - split.lean - split.back).abs() < 1e-9);
    }
}

/// How far a body's axis is turned forward of upright, in degrees.
fn forward(k: &Kinematics, body: Body) -> f64 {
    let up = k.frame(body, Reference::Ground).direction(Vec3::Y);
    up.x.atan2(up.y).to_degrees()
}

#[test]
fn the_drawn_body_has_the_calculated_angles() {
    let drawn = |lost: i32, way: Way| {
        let state = State {
            lost,
            way,
            behind: Behind::Full,
        };
        let k = Kinematics::new(&GAIT2392, &tight::pose(&state)).expect("finite");
        (k, state.split())
    };
    let (full, _) = drawn(0, Way::Measured);
    for (lost, way) in [(20, Way::Measured), (50, Way::Alike), (35, Way::Upright)] {
        let (k, split) = drawn(lost, way);
        let change = |body| forward(&k, body) - forward(&full, body);
        let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-6, "{lost} {way:?}: {a} {b}");
        near(change(Body::Pelvis), split.tilt);
        near(change(Body::Torso), split.lean);
        near(change(Body::Femur(Side::Right)), -split.thigh);
    }
}

#[test]
fn both_feet_reach_the_floor() {
    for state in states() {
        let k = Kinematics::new(&GAIT2392, &tight::pose(&state)).expect("finite");
        let y = |body| k.frame(body, Reference::Ground).origin.y;
        let trailing = y(Body::Toes(Side::Right)).min(y(Body::Calcn(Side::Right)));
        let leading = y(Body::Calcn(Side::Left));
        assert!(
            (trailing - leading).abs() < 0.012,
            "{state:?}: {trailing} {leading}"
        );
        // The leading foot is in front.
        let x = |body| k.frame(body, Reference::Ground).origin.x;
        assert!(
            x(Body::Calcn(Side::Left)) > x(Body::Calcn(Side::Right)),
            "{state:?}"
        );
    }
}

#[test]
fn a_change_is_said() {
    let change = |old: &str, new: &str| tight::change(&tight::parse(old), &tight::parse(new));
    assert_eq!(
        change("", "lost=10"),
        "The pelvis tilts 4.2° more than in the full step, before 8.4°; the trunk leans 4.0°, the \
         low back extends 0.2°, the foot stays 6.6\u{a0}cm nearer."
    );
    assert_eq!(
        change("", "ghost=none"),
        "The ghosts change, the body stays the same."
    );
    assert_eq!(change("", ""), "The body stays the same.");
}

#[test]
fn a_drag_takes_extension_and_stays_in_range() {
    let drag = FIGURE.handles[0].drag;
    let start = State::default().values();
    for (right, expected) in [(1e9, 50), (-1e9, 0), (26.0, 30)] {
        let values = FIGURE.clamp(&drag(&start, right, 0.0));
        assert_eq!(State::from_values(&values).lost, expected);
    }
}

fn count(elements: &[Element], lines: &mut Vec<String>) {
    for element in elements {
        match &element.content {
            Content::Children(children) => count(children, lines),
            Content::Text(words) => lines.push(words.to_string()),
        }
    }
}

#[test]
fn the_drawing_prints_the_numbers_of_the_table() {
    for state in states().step_by(7) {
        let mut lines = Vec::new();
        count(&tight::scene(&state).elements, &mut lines);
        let split = [
            "Pelvis tilts forward, more",
            "Of that, the trunk leans forward",
            "Of that, the low back extends",
            "Thigh points back, less",
            "Knee bends, more",
            "Trailing foot stays nearer",
        ];
        for label in split {
            let value = cell(&state, label);
            assert!(
                lines.iter().any(|line| line.contains(&value)),
                "{label} {value} {state:?}"
            );
        }
    }
}

#[test]
fn dragging_changes_little_of_the_drawing() {
    let old = tight::scene(&tight::parse(""));
    let new = tight::scene(&tight::parse("lost=21"));
    let patches = diff(&old, &new).expect("same shape");
    assert!(patches.len() < 220, "{}", patches.len());
}
