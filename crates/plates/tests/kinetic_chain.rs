//! The figure agrees with the model, says what it shows, and never names the one way.

use std::collections::HashSet;

use kinetics::experiments::kinetic_chain::{Feature, KineticChain, Task, kinetic_chain};
use plates::kinetic_chain::{self as chain, FIGURE, LINKS};

#[track_caller]
fn says(query: &str, expected: &str) {
    assert_eq!(
        chain::words(&chain::parse(query)).state,
        expected,
        "{query}"
    );
}

#[test]
fn state_sentences() {
    says(
        "",
        "You squat on flat feet, thighs 45° from upright; nothing is stiff or weak. The \
         calculation finds 4 ways to do it. Way 1 is the plain way, in which the joints \
         move least. In the others, the low back rounds 31° more (2); the trunk leans 36° \
         more and the ankles bend 21° less (3); the trunk stays 8° more upright and the \
         ankles bend 5° more (4). Each is possible; none is the way your body must take.",
    );
    says(
        "task=step&hip=yes&way=2",
        "You are in the middle of a step, right leg behind, on the ball of its foot, with \
         hips that always stay bent by 10°. The calculation finds 5 ways to do it. Way 2: \
         compared with nothing marked, the pelvis tips forward 22° more and the low back \
         arches 14° more. In the others, the back knee bends 23° more and the back heel \
         rises 10° more (1); the pelvis tips forward 20° more and the back knee bends 15° \
         more (3); the back knee bends 38° more and the back heel rises 16° more (4); the \
         back heel rises 38° more (5). Each is possible; none is the way your body must \
         take.",
    );
    says(
        "ankle=yes",
        "You squat on flat feet, thighs 45° from upright, with ankles that bend no further \
         than 5°. The calculation finds 2 ways to do it. Way 1: compared with nothing \
         marked, the trunk leans 36° more and the knees bend 19° less. In the other, the \
         trunk leans 36° more and the knees bend 20° less (2). Each is possible; none is \
         the way your body must take.",
    );
    says(
        "ankle=yes&roll=yes",
        "You squat on flat feet, thighs 45° from upright, with ankles that bend no further \
         than 5° and feet rolled in by 8°. The calculation finds 3 ways to do it. Way 1: \
         compared with nothing marked, the trunk leans 35° more and the knees bend 17° \
         less. The shins turn in 4° with the feet. In the others, the trunk leans 36° more \
         and the knees bend 17° less (2); the trunk leans 36° more and the knees bend 20° \
         less (3). Each is possible; none is the way your body must take.",
    );
    says(
        "task=leg&weak=hip-side",
        "You stand on your right leg, trunk near upright, with weak muscles at the side of \
         the hip, which give at most 70\u{a0}% of what they would. The calculation finds 2 ways \
         to do it. Way 1: compared with nothing marked, the trunk leans 10° more to the \
         right. In the other, the trunk leans 9° more to the right and the ankle bends 5° \
         more (2). Each is possible; none is the way your body must take.",
    );
    says(
        "task=stand&weak=calf",
        "You stand on both legs, trunk upright; nothing is stiff or weak. The calculation \
         finds one way to do it. Way 1 is the plain way, in which the joints move least.",
    );
    says(
        "ankle=yes&weak=hip-back",
        "You squat on flat feet, thighs 45° from upright, with ankles that bend no further \
         than 5° and weak muscles at the back of the hips, which give at most 70\u{a0}% of what \
         they would. The calculation finds no way within these limits: the weak muscles \
         would have to hold 53\u{a0}N\u{a0}m more than they can. Something else would have to change, \
         such as less depth, a wedge under the heels or a hand on a support.",
    );
}

#[test]
fn printed_numbers_are_those_of_the_model() {
    let found = kinetic_chain(&KineticChain {
        task: Task::Step,
        tight_hip: true,
        ..KineticChain::default()
    })
    .expect("an input of the figure");
    let way = found.ways().nth(1).expect("a second way");
    let rows = chain::words(&chain::parse("task=step&hip=yes&way=2")).rows;
    let printed = |radians: f64| {
        let text = format!("{:.0}°", radians.to_degrees()).replace('-', "−");
        if text == "−0°" {
            String::from("0°")
        } else {
            text
        }
    };
    for (label, feature) in [
        ("Trunk leans forward", Feature::TrunkLean),
        ("Low back arches", Feature::Arch),
        ("Pelvis tips forward", Feature::PelvicTilt),
        ("Right knee bends", Feature::Knee),
        ("Right heel rises", Feature::Heel),
    ] {
        let row = rows.iter().find(|row| row.label == label).expect(label);
        let expected = [found.plain.feature(feature), way.feature(feature)].map(printed);
        assert_eq!(row.cells, expected, "{label}");
    }
}

#[test]
fn every_state_has_a_way_or_says_why_not() {
    for task in 0..4 {
        for marks in 0..16 {
            for weak in 0..5 {
                let mut values = vec![task, 0, 0, 0, 0, weak, 4];
                for (bit, value) in values[1..5].iter_mut().enumerate() {
                    *value = marks >> bit & 1;
                }
                let state = chain::State::from_values(&values);
                let ways = state.ways();
                let words = chain::words(&state).state;
                assert_eq!(ways.count == 0, words.contains("no way within"), "{words}");
                if ways.count == 0 {
                    assert!(words.contains("limits: "), "no reason: {words}");
                    assert!(
                        words.contains("Something else would have to change"),
                        "{words}"
                    );
                }
                assert!(ways.solid().is_some(), "{values:?}");
                assert!(!words.contains("the compensation"), "{words}");
            }
        }
    }
}

#[test]
fn a_change_names_the_way() {
    let change = |old: &str, new: &str| chain::change(&chain::parse(old), &chain::parse(new));
    assert_eq!(change("", ""), "Nothing changes.");
    assert_eq!(change("", "ankle=yes"), "Way 1 of 2: trunk leans 36° more.");
}

#[test]
fn links_lead_from_parts_of_the_drawing() {
    let parts = chain::scene(&chain::State::default()).parts();
    let ids: Vec<_> = parts.iter().map(|part| part.id).collect();
    let unique: HashSet<_> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len(), "{ids:?}");
    for link in LINKS {
        assert!(ids.contains(&link.part), "{}", link.part);
    }
    // What is not a link of the chain is drawing: the outlines and the weight.
    let others = ids
        .iter()
        .filter(|id| LINKS.iter().all(|link| link.part != **id));
    assert_eq!(others.collect::<Vec<_>>(), [&"other-ways", &"weight"]);
}

#[test]
fn the_four_stories_have_a_state_that_shows_what_gives() {
    let count = |query: &str| chain::parse(query).ways().count;
    assert_eq!(FIGURE.named.len(), 4);
    for named in FIGURE.named {
        assert!(count(named.query) >= 2, "{}", named.slug);
    }
}
