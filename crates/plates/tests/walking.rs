//! The figure `walking` agrees with `kinetics` and says what it shows.

use kinetics::MuscleId;
use kinetics::experiments::groups::{CALF, GLUTEUS_MEDIUS_AND_MINIMUS};
use kinetics::experiments::{WalkingCycle, walking_cycle};
use plates::scene::{Attribute, diff};
use plates::walking::{FIGURE, State, change, scene, words};

fn state(query: &str) -> State {
    State::from_values(&FIGURE.parse(query))
}

fn cell(query: &str, label: &str) -> Vec<String> {
    let rows = words(&state(query)).rows;
    rows.into_iter()
        .find(|row| row.label == label)
        .map(|row| row.cells)
        .unwrap_or_default()
}

fn model(query: &str) -> WalkingCycle {
    let state = state(query);
    let [
        abductors,
        gluteus_maximus,
        hamstrings,
        iliopsoas,
        quadriceps,
        calf,
    ] = state.strengths.map(|percent| f64::from(percent) / 100.0);
    WalkingCycle {
        percent: f64::from(state.at),
        abductors,
        gluteus_maximus,
        hamstrings,
        iliopsoas,
        quadriceps,
        calf,
    }
}

const STATES: &[&str] = &[
    "",
    "at=0",
    "at=8&maximus=0",
    "at=46&medius=50",
    "at=53&calf=20&iliops=60",
    "at=79&quads=0&hams=30",
];

#[test]
fn the_forces_are_those_of_the_experiment_to_the_last_bit() {
    for query in STATES {
        let ours = state(query).instant().expect("known to 79\u{a0}%");
        let theirs = walking_cycle(&model(query)).expect("finite");
        let sharing = theirs.sharing.expect("known to 79\u{a0}%");
        assert_eq!(
            ours.forces[..],
            sharing.shared.force[..MuscleId::COUNT],
            "{query}"
        );
        assert_eq!(ours.missing, sharing.missing, "{query}");
    }
    assert!(state("at=80").instant().is_none());
}

#[test]
fn the_rows_print_the_sums_of_the_experiment() {
    for query in STATES {
        let shared = walking_cycle(&model(query))
            .expect("finite")
            .sharing
            .expect("known")
            .shared;
        for (label, group) in [
            (
                "Force of gluteus medius and minimus",
                GLUTEUS_MEDIUS_AND_MINIMUS,
            ),
            ("Force of the calf", CALF),
        ] {
            let sum: f64 = group
                .iter()
                .map(|&muscle| shared.force[muscle as usize])
                .sum();
            assert_eq!(cell(query, label)[0], format!("{sum:.0}\u{a0}N"), "{query}");
        }
    }
}

#[test]
fn after_the_last_moment_strength_changes_nothing_and_the_words_say_so() {
    let weak = state("at=90&medius=0");
    let rows = cell("at=90&medius=0", "Force of gluteus medius and minimus");
    assert_eq!(rows[0], rows[1]);
    assert!(words(&weak).state.contains("known up to 79\u{a0}%"));
    assert_eq!(
        cell("at=90", "Largest missing joint moment")[0],
        "not known"
    );
}

#[test]
fn golden_sentences() {
    for (query, sentence) in GOLDEN {
        assert_eq!(words(&state(query)).state, *sentence, "{query}");
    }
}

const GOLDEN: &[(&str, &str)] = &[
    (
        "",
        "16\u{a0}% of the cycle, mid stance: your right leg stands alone and the left leg swings past it. The quadriceps (986\u{a0}N) and gluteus medius and minimus (689\u{a0}N) pull hardest of the six groups. Every muscle has its full strength. One adult, and a calculation.",
    ),
    (
        "at=0",
        "0\u{a0}% of the cycle, initial contact: your right heel meets the floor. Gluteus medius and minimus (259\u{a0}N) and iliopsoas (179\u{a0}N) pull hardest of the six groups. Every muscle has its full strength. One adult, and a calculation.",
    ),
    (
        "at=46&medius=50",
        "46\u{a0}% of the cycle, terminal stance: your body moves ahead of the right foot, and its heel rises. The calf (2774\u{a0}N) and iliopsoas (773\u{a0}N) pull hardest of the six groups. With gluteus medius and minimus at 50\u{a0}% of full strength, the same walk needs more, on average, from gluteus maximus (+72\u{a0}N), tensor fasciae latae (+36\u{a0}N) and the short head of biceps femoris (+20\u{a0}N). One adult, and a calculation.",
    ),
    (
        "at=10&maximus=0",
        "10\u{a0}% of the cycle, loading response: your right leg takes over your weight while the left foot still pushes. The quadriceps (1125\u{a0}N) and the hamstrings (621\u{a0}N) pull hardest of the six groups. With gluteus maximus at 0\u{a0}% of full strength, the same walk needs more, on average, from the hamstrings (+43\u{a0}N), gluteus medius and minimus (+42\u{a0}N) and the quadriceps (+31\u{a0}N). One adult, and a calculation.",
    ),
    (
        "at=53&calf=20&iliops=60",
        "53\u{a0}% of the cycle, pre-swing: your left foot has landed, and the right leg pushes off. The calf (1158\u{a0}N) and iliopsoas (1098\u{a0}N) pull hardest of the six groups. With iliopsoas at 60\u{a0}% and the calf at 20\u{a0}% of full strength, the same walk needs more, on average, from the deep muscles behind the shin (+810\u{a0}N), the peroneal muscles (+472\u{a0}N) and the short head of biceps femoris (+161\u{a0}N). Between 36 and 57\u{a0}% that is not enough: up to 50\u{a0}N\u{a0}m are missing, and a person would walk in another way. One adult, and a calculation.",
    ),
    (
        "at=95&hams=50",
        "95\u{a0}% of the cycle, terminal swing: your right knee straightens and the leg slows down for the next step. The hamstrings (348\u{a0}N) and the calf (279\u{a0}N) pull hardest of the six groups. The joint moments are known up to 79\u{a0}%: here the forces come from another calculation, at full strength. With the hamstrings at 50\u{a0}% of full strength, the same walk needs more, on average, from gluteus maximus (+24\u{a0}N), the short head of biceps femoris (+15\u{a0}N) and the adductors (+12\u{a0}N). One adult, and a calculation.",
    ),
];

#[test]
fn a_change_is_told() {
    assert_eq!(
        change(&state(""), &state("at=40")),
        "40\u{a0}%, terminal stance. The calf (2229\u{a0}N) and gluteus medius and minimus (920\u{a0}N) pull \
         hardest of the six groups."
    );
    assert_eq!(
        change(&state("medius=50"), &state("")),
        "Every muscle has its full strength again."
    );
}

#[test]
fn every_phase_has_a_page_within_its_borders() {
    let borders = [0, 2, 12, 31, 50, 62, 75, 87, 101];
    for (named, pair) in FIGURE.named.iter().zip(borders.windows(2)) {
        let state = state(named.query);
        assert!((pair[0]..pair[1]).contains(&state.at), "{}", named.slug);
        let phase = named.label.to_lowercase();
        assert!(words(&state).state.contains(&phase), "{}", named.slug);
    }
}

#[test]
fn scrubbing_leaves_the_curves_alone() {
    let (old, new) = (scene(&state("medius=50")), scene(&state("at=17&medius=50")));
    let patches = diff(&old, &new).expect("the same shape");
    let paths = patches
        .iter()
        .filter(|patch| patch.attribute == Some(Attribute::Data));
    // The lines of the muscles twice, the cursor and the mark of the phase.
    assert!(paths.count() <= 2 * MuscleId::COUNT + 3);
    assert!(patches.len() < 500, "{}", patches.len());
}

#[test]
fn a_weak_group_changes_its_curve_and_those_of_others() {
    let (old, new) = (scene(&state("")), scene(&state("medius=50")));
    let patches = diff(&old, &new).expect("the same shape");
    assert!(patches.len() > 20);
}

#[test]
fn a_curve_that_leaves_its_row_says_so() {
    let figure = plates::figure("walking").expect("known");
    let drawn = |query: &str| {
        let scene = (figure.scene)(&figure.parse(query)).drawn();
        plates::svg::inner(&scene, "w")
    };
    // With neither medius nor maximus the hamstrings pull 1288 N; their row ends at 800 N.
    assert!(drawn("at=30&medius=0&maximus=0").contains("goes on above"));
    assert!(!drawn("at=30").contains("goes on above"));
    assert!(!drawn("at=30&medius=50").contains("goes on above"));
}
