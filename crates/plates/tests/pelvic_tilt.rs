//! The figure agrees with the model, keeps its shape in every state and says what it shows.

use kinetics::experiments::thomas_test::{ThomasTest, thomas_test};
use kinetics::kinematics::{Kinematics, Reference};
use kinetics::math::Vec3;
use kinetics::{Body, Coordinate, GAIT2392, Pose, Side};
use plates::pelvic_tilt::{self as tilt, FIGURE, Show, State};
use plates::scene::{Content, Element, diff};

#[track_caller]
fn says(query: &str, expected: &str) {
    assert_eq!(tilt::words(&tilt::parse(query)).state, expected, "{query}");
}

#[test]
fn state_sentences_standing() {
    says(
        "",
        "You stand with your pelvis tilted 15° forward. To keep the trunk upright, the low back \
         must extend 15°; if it does not, the trunk leans forward like the dashed spine. Your \
         thigh points straight down, so the hip is bent 15°; it stops at 1° of bend and has 14° to \
         spare.",
    );
    says(
        "tilt=0&tight=0",
        "You stand with your pelvis upright. The low back stays as it is and the trunk is upright. \
         Your thigh points straight down, so the hip is straight; it stops at 27° of extension and \
         has 27° to spare.",
    );
    says(
        "tilt=0&back=20",
        "You stand with your pelvis upright. The low back stays as it is and the trunk is upright. \
         Your thigh should point 20° back, but the hip stops at 1° of bend, so the thigh points 1° \
         forward. The missing 21° can come from more tilt, a leaning trunk, a bent knee or a \
         shorter step; people mix these.",
    );
    says(
        "tilt=-10&tight=10&back=5",
        "You stand with your pelvis tilted 10° backward. To keep the trunk upright, the low back \
         must flatten 10°; if it does not, the trunk leans backward like the dashed spine. Your \
         thigh points 5° back, so the hip is extended 15°; it stops at 18° of extension and has 3° \
         to spare.",
    );
}

#[test]
fn state_sentences_on_the_table() {
    says(
        "show=thomas",
        "You lie on a table, one knee at your chest, your pelvis tilted 15° forward. The free \
         thigh rests 13° below level: the test reads passes. But against the pelvis \
         the hip stays bent 2°: it is short, and the tilt hides it.",
    );
    says(
        "show=thomas&tilt=0",
        "You lie on a table, one knee at your chest, your pelvis flat. The free thigh rests 1° \
         above level: the test reads short. Against the pelvis the hip stays bent 1°: \
         it is short, as the test says.",
    );
    says(
        "show=thomas&tilt=-10&tight=20",
        "You lie on a table, one knee at your chest, your pelvis tilted 10° backward. The free \
         thigh rests 1° above level: the test reads short. But against the pelvis the \
         hip is extended 9°: it is not short, the tilt only makes it look so.",
    );
    says(
        "show=thomas&tilt=0&tight=10",
        "You lie on a table, one knee at your chest, your pelvis flat. The free thigh rests 18° \
         below level: the test reads passes. Against the pelvis the hip is extended \
         18°: it is not short, as the test says.",
    );
}

#[track_caller]
fn cell(state: &State, label: &str) -> String {
    let rows = tilt::words(state).rows;
    let row = rows.iter().find(|row| row.label == label);
    row.unwrap_or_else(|| panic!("no row {label}")).cells[0].clone()
}

fn printed(number: f64, unit: &str) -> String {
    let text = format!("{number:.1}{unit}").replace('-', "−");
    text.strip_prefix("−0.0")
        .map_or(text.clone(), |rest| ["0.0", rest].concat())
}

#[test]
fn printed_numbers_are_those_of_the_model() {
    for query in ["", "tilt=-7&tight=12", "tilt=22&tight=47", "tilt=0&tight=0"] {
        let state = tilt::parse(query);
        let run = |tilt: i32| {
            thomas_test(&ThomasTest {
                tight_shift: f64::from(state.tight).to_radians(),
                anterior_tilt: f64::from(tilt).to_radians(),
                ..ThomasTest::default()
            })
            .expect("finite")
        };
        let (test, held) = (run(state.tilt), run(0));
        for (label, number, unit) in [
            (
                "Thomas test: thigh above level",
                test.thigh_to_horizontal.to_degrees(),
                "°",
            ),
            (
                "Thomas test: the same with the pelvis held flat",
                held.thigh_to_horizontal.to_degrees(),
                "°",
            ),
            (
                "Thomas test: bend of the hip",
                test.hip_flexion.to_degrees(),
                "°",
            ),
            (
                "Thomas test: turning effect of the leg, thigh level",
                test.weight_moment,
                "\u{a0}N\u{a0}m",
            ),
            (
                "Thomas test: passive turning effect of the hip",
                test.passive_moment,
                "\u{a0}N\u{a0}m",
            ),
            (
                "Hip stops at this extension",
                -held.hip_flexion.to_degrees(),
                "°",
            ),
        ] {
            assert_eq!(
                cell(&state, label),
                printed(number, unit),
                "{query} {label}"
            );
        }
        let reading = if test.passes { "passes" } else { "short" };
        assert_eq!(cell(&state, "Thomas test: reading"), reading, "{query}");
    }
}

/// How far the downward direction of a body points back, in degrees.
fn points_back(pose: &Pose, body: Body) -> f64 {
    let state = Kinematics::new(&GAIT2392, pose).expect("finite");
    let frame = state.frame(body, Reference::Ground);
    let down = frame.direction(Vec3::new(0.0, -1.0, 0.0));
    (-down.x).atan2(-down.y).to_degrees()
}

#[test]
fn the_angles_put_the_model_where_the_words_say() {
    for query in ["", "tilt=-12&tight=0&back=9", "tilt=30&tight=10&back=30"] {
        let angles = tilt::parse(query).angles();
        let pose = Pose::NEUTRAL
            .with_degrees(Coordinate::PelvisTilt, -angles.tilt)
            .with_degrees(Coordinate::HipFlexion(Side::Right), -angles.hip)
            .with_degrees(Coordinate::LumbarExtension, angles.low_back);
        let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-6, "{query}: {a} {b}");
        near(points_back(&pose, Body::Femur(Side::Right)), angles.thigh);
        near(points_back(&pose, Body::Torso), 0.0);
        near(points_back(&pose, Body::Pelvis), angles.tilt);
    }
}

#[test]
fn what_the_thigh_lacks_and_what_is_left_never_stand_together() {
    for tight in 0..=50 {
        for (tilt, back) in [(-20, 0), (0, 30), (15, 12), (30, 30)] {
            let state = State {
                show: Show::Standing,
                tilt,
                tight,
                back,
            };
            let angles = state.angles();
            assert!(angles.spare == 0.0 || angles.missing == 0.0, "{state:?}");
            assert!((angles.thigh + angles.missing - angles.wanted).abs() < 1e-9);
            assert!(angles.hip <= angles.available + 1e-9);
        }
    }
}

#[test]
fn a_tilt_lets_a_short_hip_pass_and_a_flat_pelvis_does_not() {
    let tilted = tilt::parse("show=thomas").angles().table;
    assert!(tilted.passes && tilted.short);
    let flat = tilt::parse("show=thomas&tilt=0").angles().table;
    assert!(!flat.passes && flat.short);
}

#[test]
fn a_change_is_said() {
    let change = |old: &str, new: &str| tilt::change(&tilt::parse(old), &tilt::parse(new));
    assert_eq!(
        change("", "tilt=20"),
        "The low back extends 20°, and the hip has 19° to spare."
    );
    assert_eq!(
        change("show=thomas&tilt=0", "show=thomas"),
        "The thigh rests 13° below level, before 1° above level: the test reads passes. The hip is \
         bent 2°."
    );
    assert_eq!(change("", "show=thomas"), "You see the Thomas test.");
    assert_eq!(change("", ""), "The angles stay the same.");
}

#[test]
fn a_drag_tilts_the_pelvis_and_stays_in_range() {
    let drag = FIGURE.handles[0].drag;
    let start = State::default().values();
    for (right, down, expected) in [(1e9, 0.0, 30), (-1e9, 0.0, -20), (13.4, 0.0, 20)] {
        let values = FIGURE.clamp(&drag(&start, right, down));
        assert_eq!(State::from_values(&values).tilt, expected);
    }
    // On the table the crest goes up.
    let lying = tilt::parse("show=thomas").values();
    let values = FIGURE.clamp(&drag(&lying, 0.0, -1e9));
    assert_eq!(State::from_values(&values).tilt, 30);
}

/// The boxes of the shown lines of text, by a generous width for a letter.
fn texts(elements: &[Element], anchor: &str, size: f64, out: &mut Vec<(String, [f64; 4])>) {
    use plates::scene::{Attribute, Tag};
    for element in elements {
        let get = |wanted| {
            let mut all = element.attributes.iter();
            all.find(|(name, _)| *name == wanted)
                .map(|(_, value)| value.as_ref())
        };
        if get(Attribute::Display) == Some("none") {
            continue;
        }
        let anchor = get(Attribute::TextAnchor).unwrap_or(anchor);
        let number = |name| get(name).and_then(|text| text.parse::<f64>().ok());
        let size = number(Attribute::FontSize).unwrap_or(size);
        match &element.content {
            Content::Children(children) => texts(children, anchor, size, out),
            Content::Text(words) if element.tag == Tag::Text => {
                let (x, mut y) = (
                    number(Attribute::X).unwrap_or(0.0),
                    number(Attribute::Y).unwrap_or(0.0),
                );
                if get(Attribute::Dy).is_some() {
                    y += 1.16 * size;
                }
                let width = 0.56 * size * words.chars().count() as f64;
                let left = match anchor {
                    "end" => x - width,
                    "middle" => x - 0.5 * width,
                    _ => x,
                };
                let spot = [left, y - 0.8 * size, left + width, y + 0.24 * size];
                out.push((words.to_string(), spot));
            }
            Content::Text(_) => {}
        }
    }
}

#[test]
fn no_text_touches_another_or_the_edge_in_any_state() {
    for show in [Show::Standing, Show::Thomas] {
        for tilt in (-20..=30).step_by(5) {
            for tight in (0..=50).step_by(5) {
                for back in (0..=30).step_by(6) {
                    let state = State {
                        show,
                        tilt,
                        tight,
                        back,
                    };
                    let mut all = Vec::new();
                    texts(&tilt::scene(&state).elements, "start", 0.0, &mut all);
                    assert!(all.len() >= 8, "{state:?}");
                    for (index, (words, a)) in all.iter().enumerate() {
                        assert!(
                            a[0] > 4.0 && a[2] < 716.0 && a[3] < 716.0,
                            "{words} {a:?} {state:?}"
                        );
                        for (other, b) in &all[index + 1..] {
                            let apart = a[2] < b[0] || b[2] < a[0] || a[3] < b[1] || b[3] < a[1];
                            assert!(apart, "{words} / {other} {state:?}");
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn dragging_changes_little_of_the_drawing() {
    let old = tilt::scene(&tilt::parse(""));
    let new = tilt::scene(&tilt::parse("tilt=16"));
    let patches = diff(&old, &new).expect("same shape");
    assert!(patches.len() < 70, "{}", patches.len());
}
