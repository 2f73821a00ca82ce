//! The figure `stiff-ankle` against `kinetics`, and its sentences.

use kinetics::experiments::dorsiflexion_budget::{
    DorsiflexionBudget, GAIT_NEEDS, dorsiflexion_budget,
};
use kinetics::experiments::lunge_test::{LungeTest, lunge_test};
use kinetics::kinematics::{Kinematics, Reference};
use kinetics::{Body, Coordinate, GAIT2392, Side};
use plates::number::fixed;
use plates::scene::{Attribute, Content, Element};
use plates::stiff_ankle::{FIGURE, parse, scene, words};

fn budget(limit: f64, thigh: f64, lean: f64) -> DorsiflexionBudget {
    DorsiflexionBudget {
        limit: limit.to_radians(),
        thigh: thigh.to_radians(),
        trunk_lean: lean.to_radians(),
    }
}

fn row(query: &str, label: &str) -> String {
    let rows = words(&parse(query)).rows;
    let found = rows.into_iter().find(|row| row.label == label);
    found.expect("a row").cells[0].clone()
}

#[test]
fn what_walking_lacks_is_what_the_model_says() {
    for bend in [0, 8, 13, 20] {
        let state = parse(&format!("bend={bend}"));
        let walking = state.walking();
        let model = dorsiflexion_budget(&budget(f64::from(bend), 40.0, 60.0)).unwrap();
        let (low, high) = model.gait_shortfall;
        assert!((walking.short.0 - low.to_degrees()).abs() < 1e-9, "{bend}");
        assert!((walking.short.1 - high.to_degrees()).abs() < 1e-9, "{bend}");
        assert_eq!(
            row(&format!("bend={bend}"), "Missing for walking"),
            format!(
                "{}° to {}°",
                fixed(low.to_degrees(), 1),
                fixed(high.to_degrees(), 1)
            )
        );
    }
    let needs = parse("").walking().needs;
    assert_eq!(needs, (GAIT_NEEDS[0].1, GAIT_NEEDS[3].1));
}

#[test]
fn the_lunge_is_that_of_the_model() {
    for bend in [0, 20, 35] {
        let input = LungeTest {
            shank: f64::from(bend).to_radians(),
            ..LungeTest::default()
        };
        let distance = lunge_test(&input).unwrap().distance;
        assert_eq!(
            row(
                &format!("bend={bend}&show=lunge"),
                "Lunge: toe tip to the point below the knee"
            ),
            format!("{}\u{a0}cm", fixed(100.0 * distance, 1))
        );
    }
}

#[test]
fn a_squat_that_fits_shows_the_models_solutions_and_one_that_does_not_three_ways_out() {
    let state = parse("bend=30&show=squat&depth=80&lean=60");
    let ways = state.squat();
    assert!(ways.fits);
    let squats = dorsiflexion_budget(&budget(30.0, 80.0, 60.0))
        .unwrap()
        .squats
        .unwrap();
    for (way, posture) in ways.ways.iter().zip(squats.iter()) {
        assert_eq!(way.unwrap().pose, posture.pose);
    }
    assert!(ways.ways[1].is_some(), "never one");

    let ways = parse("show=squat").squat();
    assert!(!ways.fits);
    let [lean, depth, heels] = ways.ways.map(|way| way.unwrap());
    assert!(lean.lean > 45.5 && (lean.thigh - 70.0).abs() < 0.01 && lean.wedge == 0.0);
    assert!(depth.lean < 45.01 && depth.thigh < 69.0 && depth.wedge == 0.0);
    assert!(heels.lean < 45.01 && (heels.thigh - 70.0).abs() < 0.01 && heels.wedge > 0.5);
    let wedge = dorsiflexion_budget(&budget(8.0, 70.0, 45.0))
        .unwrap()
        .wedge_needed;
    assert_eq!(ways.wedge, wedge);
    // The depth is the deepest on its grid.
    let deeper = budget(8.0, depth.thigh + 5.0, 45.0);
    assert!(dorsiflexion_budget(&deeper).unwrap().squats.is_none());
}

#[test]
fn a_wedge_lifts_the_heel_and_leaves_the_ball_of_the_foot_and_the_ankle_within_its_limit() {
    let way = parse("show=squat").squat().ways[2].unwrap();
    assert!(way.pose.degrees(Coordinate::AnkleAngle(Side::Right)) < 8.01);
    let k = Kinematics::new(&GAIT2392, &way.pose).unwrap();
    let at = |body| k.frame(body, Reference::Ground).origin;
    let (heel, ball) = (at(Body::Calcn(Side::Right)), at(Body::Toes(Side::Right)));
    assert!(ball.y.abs() < 0.01, "{}", ball.y);
    let rise = 0.1788 * way.wedge.to_radians().sin();
    assert!((heel.y - rise).abs() < 0.004, "{} {rise}", heel.y);
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
        ("", &["8°", "11.8–15.7°", "Shank 8°", "By 2.4\u{a0}cm"][..]),
        ("bend=35&show=lunge", &["35°", "6.0\u{a0}cm"]),
        (
            "bend=0&show=lunge",
            &["18.6\u{a0}cm", "Knee stays behind the toes"],
        ),
        (
            "show=squat",
            &["Trunk leans 75°", "Thighs at 55°", "Heels up 6.9°"],
        ),
        (
            "bend=30&show=squat&depth=80&lean=60",
            &["Shared out", "More back", "More hip"],
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
            "With the heel down, this ankle lets the shank lean 8° over the foot. Late in each \
             step, walking takes 11.8° to 15.7° in four sets of measurements, so 3.8° to 7.7° are \
             missing. Something else may give: a shorter step, a heel that lifts early (here by \
             2.4\u{a0}cm), or a foot that turns out or rolls in. People differ in which they use.",
        ),
        (
            "bend=20",
            "With the heel down, this ankle lets the shank lean 20° over the foot. Late in each \
             step, walking takes 11.8° to 15.7° in four sets of measurements. That is enough: the \
             heel can stay down until the step is done.",
        ),
        (
            "bend=35&show=lunge",
            "Heel down, knee to the wall: the shank leans 35°. The middle of the knee comes 6.0\u{a0}cm \
             past the tip of the toes: so far from the wall can the toes stand, kneecap left out. \
             Here one more centimeter means 1.6° more. Compare yourself with yourself: the \
             distance also depends on how long shank and foot are.",
        ),
        (
            "show=squat",
            "A squat with the thighs 70° from upright, an ankle that bends 8° and a trunk that \
             leans at most 45° does not work with the heels down: your weight would fall behind \
             your feet. You could lean 75°, stop at thighs of 55° or raise the heels on a wedge of \
             6.9°. People choose differently, and mix.",
        ),
    ] {
        assert_eq!(words(&parse(query)).state, expected, "{query}");
    }
    // Where nothing is missing for some, the sentence says so.
    assert!(
        words(&parse("bend=13"))
            .state
            .contains("for some people up to 2.7°")
    );
}

#[test]
fn a_drag_changes_few_elements() {
    for (from, to, most) in [
        ("bend=8", "bend=9", 20),
        ("bend=30&show=lunge", "bend=31&show=lunge", 24),
    ] {
        let (old, new) = (scene(&parse(from)), scene(&parse(to)));
        let patches = plates::scene::diff(&old, &new).expect("one shape");
        assert!(patches.len() <= most, "{from}: {}", patches.len());
    }
}

#[test]
fn a_drag_of_the_leg_bends_the_ankle() {
    let drag = FIGURE.handles[0].drag;
    let values = FIGURE.parse("");
    assert!(drag(&values, 40.0, 0.0)[0] > values[0]);
    assert!(drag(&values, -40.0, 0.0)[0] < values[0]);
}
