//! The figure `pronation` against `kinetics`, and its sentences.

use kinetics::experiments::subtalar_hinge::{SubtalarHinge, subtalar_hinge};
use plates::number::fixed;
use plates::pronation::{FIGURE, parse, scene, words};
use plates::scene::{Attribute, Content, Element, diff};

fn row(query: &str, label: &str) -> String {
    let rows = words(&parse(query)).rows;
    let found = rows.into_iter().find(|row| row.label == label);
    found.expect("a row").cells[0].clone()
}

#[test]
fn the_numbers_are_those_of_the_model() {
    for (query, slope, inward, roll) in [
        ("", 37.0, 9.0, 10.0),
        ("roll=-6&slope=55&inward=16", 55.0, 16.0, -6.0),
        ("roll=15&slope=60&inward=30", 60.0, 30.0, 15.0),
    ] {
        let model = subtalar_hinge(&SubtalarHinge {
            inclination: f64::to_radians(slope),
            deviation: f64::to_radians(inward),
            eversion: f64::to_radians(roll),
        })
        .unwrap();
        assert!(!model.clamped);
        assert_eq!(
            row(query, "Turn of the shank for one degree of roll"),
            fixed(model.ratio, 3)
        );
        assert_eq!(
            row(query, "Turn of the shank, inward"),
            format!("{}°", fixed(model.shank_rotation.to_degrees(), 1))
        );
    }
    assert_eq!(row("", "The same in eight specimens"), "0.68 ± 0.15");
}

#[test]
fn the_default_hinge_is_that_of_the_model_to_a_degree() {
    let axis = SubtalarHinge::default();
    let state = parse("");
    assert_eq!(
        f64::from(state.slope),
        axis.inclination.to_degrees().round()
    );
    assert_eq!(f64::from(state.inward), axis.deviation.to_degrees().round());
}

#[test]
fn every_hinge_of_the_sliders_is_on_the_scale() {
    for (slope, inward) in [(20, 0), (60, 0), (60, 30)] {
        let ratio = parse(&format!("slope={slope}&inward={inward}"))
            .hinge()
            .ratio;
        assert!(ratio > 0.0 && ratio <= 2.01, "{ratio}");
    }
}

/// Every text of the drawing that is shown.
fn texts(query: &str) -> Vec<String> {
    fn walk(elements: &[Element], found: &mut Vec<String>) {
        for element in elements {
            let hidden = (Attribute::Display, "none".into());
            if element.attributes.contains(&hidden) {
                continue;
            }
            match &element.content {
                Content::Text(text) => found.push(text.to_string()),
                Content::Children(children) => walk(children, found),
            }
        }
    }
    let mut found = Vec::new();
    walk(&scene(&parse(query)).elements, &mut found);
    found
}

#[test]
fn the_drawing_prints_the_numbers_of_the_words() {
    for (query, expected) in [
        (
            "",
            &[
                "Heel in 10°",
                "Rise 37°",
                "Shank in 7.6°",
                "0.76°",
                "0.68 ± 0.15°",
            ][..],
        ),
        (
            "roll=-6&slope=55&inward=16",
            &["Heel out 6°", "Shank out 8.9°", "1.49°"],
        ),
        ("roll=7&show=ground", &["Leg upright", "Leg tips 7°"]),
        (
            "show=chain",
            &["Shank and hip turn in", "Pelvis tilts forward"],
        ),
    ] {
        let found = texts(query);
        for text in expected {
            assert!(
                found.iter().any(|words| words == text),
                "{query}: {text} in {found:?}"
            );
        }
    }
}

#[test]
fn sentences() {
    for (query, expected) in [
        (
            "",
            "The heel rolls in by 10°, so the shank turns in by 7.6°. A hinge that rises by 37° and \
             points inward by 9° gives 0.76° of turn for each degree of roll, inside the \
             0.68 ± 0.15 measured in eight specimens. Rolling in is called pronation. It is a \
             normal part of every step.",
        ),
        (
            "slope=55&inward=16&roll=-4",
            "The heel rolls out by 4°, so the shank turns out by 5.9°. A hinge that rises by 55° \
             and points inward by 16° gives 1.49° of turn for each degree of roll, above the \
             0.68 ± 0.15 measured in eight specimens. Rolling in is called pronation. It is a \
             normal part of every step.",
        ),
        (
            "show=ground&roll=-5",
            "The ground falls toward the outer side by 5°. With the hinge, the heel rolls out, the \
             sole lies flat and the leg stays upright. Without it, the whole leg would tip. After \
             the heel lands in each step, the foot rolls in a little: it settles on the ground and \
             softens the landing. That is useful, not a fault.",
        ),
        (
            "show=chain",
            "In one study, 35 healthy adults stood on wedges of 10° to 20° that rolled their feet \
             in. Shank and hip turned in, and the pelvis tilted forward. The arrows show \
             directions only. It tells what wedges do to people who stand still, not that rolling \
             in causes pain.",
        ),
    ] {
        assert_eq!(words(&parse(query)).state, expected, "{query}");
    }
    assert!(
        words(&parse("roll=0"))
            .state
            .starts_with("The heel stands straight")
    );
    assert!(
        words(&parse("roll=0&show=ground"))
            .state
            .starts_with("The ground is level")
    );
    assert!(words(&parse("slope=25")).state.contains("below the 0.68"));
}

#[test]
fn a_drag_changes_few_elements() {
    for (from, to, most) in [
        ("roll=8", "roll=9", 46),
        ("slope=40", "slope=41", 36),
        ("show=ground&roll=4", "show=ground&roll=5", 40),
    ] {
        let patches = diff(&scene(&parse(from)), &scene(&parse(to)))
            .expect("one shape")
            .len();
        assert!(patches <= most, "{from}: {patches}");
    }
}

#[test]
fn a_drag_of_the_shank_toward_the_midline_rolls_the_heel_in() {
    let drag = FIGURE.handles[0].drag;
    let values = FIGURE.parse("roll=2");
    assert!(drag(&values, -12.0, 0.0)[0] > 2);
    assert!(drag(&values, 12.0, 0.0)[0] < 2);
}
