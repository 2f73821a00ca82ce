//! The words of a state: name, state sentence, data table, what a change did.

use super::State;
use super::chart::ANGLES;
use super::cycle::{self, Cycle, GROUPS, LAST, STRONG};
use super::phase::{self, PHASES};
use super::scene::forces;
use crate::figure::{Row, Words};
use crate::number::{fixed, whole};

/// Additional forces below this many newtons are not worth a word.
const WORTH: f64 = 10.0;

fn newtons(force: f64) -> String {
    [&fixed(force, 0), " N"].concat()
}

/// Words joined with commas and a last "and".
fn joined(words: &[String]) -> String {
    let Some((last, first)) = words.split_last() else {
        return String::new();
    };
    if first.is_empty() {
        return last.clone();
    }
    [&first.join(", "), " and ", last].concat()
}

/// A sentence's first letter as a capital.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

fn strongest(state: &State) -> String {
    let (_, groups) = forces(state);
    let mut order: Vec<usize> = (0..STRONG).collect();
    order.sort_by(|&a, &b| groups[b].total_cmp(&groups[a]));
    let named = |group: usize| [GROUPS[group].name, " (", &newtons(groups[group]), ")"].concat();
    [
        &capital(&named(order[0])),
        " and ",
        &named(order[1]),
        " pull hardest of the six groups.",
    ]
    .concat()
}

/// Which groups are weaker, as in `gluteus maximus at 0 %`.
fn weakened(state: &State) -> Option<String> {
    let parts: Vec<String> = GROUPS
        .iter()
        .zip(&state.strengths)
        .filter(|(_, strength)| **strength < 100)
        .map(|(group, strength)| [group.name, " at ", &whole(*strength), " %"].concat())
        .collect();
    (!parts.is_empty()).then(|| joined(&parts))
}

/// What takes over with reduced strengths, and whether that is enough.
fn takes_over(weakened: &str, cycle: &Cycle) -> String {
    let more: Vec<String> = cycle
        .taken_over()
        .into_iter()
        .filter(|(_, more)| *more >= WORTH)
        .take(3)
        .map(|(group, more)| [GROUPS[group].name, " (+", &newtons(more), ")"].concat())
        .collect();
    let others = if more.is_empty() {
        String::from("needs hardly more from any other group.")
    } else {
        ["needs more, on average, from ", &joined(&more), "."].concat()
    };
    [
        "With ",
        weakened,
        " of full strength, the same walk ",
        &others,
        &lacking(cycle),
    ]
    .concat()
}

fn lacking(cycle: &Cycle) -> String {
    let Some((most, first, last)) = cycle.lacking() else {
        return String::new();
    };
    let span = if first == last {
        [" At ", &whole(first), " % of the cycle"].concat()
    } else {
        [" Between ", &whole(first), " and ", &whole(last), " %"].concat()
    };
    [
        &span,
        " that is not enough: up to ",
        &fixed(most, 0),
        " N m are missing, and a person would walk in another way.",
    ]
    .concat()
}

/// The words of `state`.
pub(super) fn words(state: &State) -> Words {
    let cycle = Cycle::of(state);
    let phase = &PHASES[phase::at(state.at)];
    let place = [
        whole(state.at).as_str(),
        " % of the cycle, ",
        &phase.name.to_lowercase(),
        ": ",
        phase.happens,
        " ",
    ]
    .concat();
    let strength = weakened(state).map_or_else(
        || String::from(" Every muscle has its full strength."),
        |weakened| [" ", &takes_over(&weakened, &cycle)].concat(),
    );
    let source = if state.at > LAST {
        " The joint moments are known up to 79 %: here the forces come from another calculation, \
         at full strength."
    } else {
        ""
    };
    Words {
        name: "One adult walking, from the right side and from the front, with the forces of the \
               right leg's muscles over the cycle"
            .to_owned(),
        state: [
            place.as_str(),
            &strongest(state),
            source,
            &strength,
            " One adult, and a calculation.",
        ]
        .concat(),
        rows: rows(state),
    }
}

const GROUP_ROWS: [&str; STRONG] = [
    "Force of gluteus medius and minimus",
    "Force of gluteus maximus",
    "Force of the hamstrings",
    "Force of iliopsoas",
    "Force of the quadriceps",
    "Force of the calf",
];

const ANGLE_ROWS: [&str; 3] = ["Hip flexion", "Knee flexion", "Ankle dorsiflexion"];

fn rows(state: &State) -> Vec<Row> {
    let (all, groups) = forces(state);
    let full = State {
        at: state.at,
        strengths: [100; STRONG],
    };
    let (full_all, full_groups) = forces(&full);
    let row = |label, cells| Row { label, cells };
    let same = |text: String| vec![text.clone(), text];
    let phase = &PHASES[phase::at(state.at)];
    let mut rows = vec![
        row("Phase", same(phase.name.to_owned())),
        row(
            "Percent of the cycle",
            same([&whole(state.at), " %"].concat()),
        ),
        row(
            "Method of the forces",
            same(
                if state.at > LAST {
                    "computed muscle control"
                } else {
                    "least effort"
                }
                .to_owned(),
            ),
        ),
    ];
    for (label, angle) in ANGLE_ROWS.into_iter().zip(&ANGLES) {
        let degrees = [&fixed(angle.degrees(state.at), 0), "°"].concat();
        rows.push(row(label, same(degrees)));
    }
    for (group, label) in GROUP_ROWS.into_iter().enumerate() {
        rows.push(row(
            label,
            vec![newtons(groups[group]), newtons(full_groups[group])],
        ));
    }
    let total = |forces: &[f64]| newtons(forces.iter().sum());
    rows.push(row(
        "Force of all 46 muscles",
        vec![total(&all), total(&full_all)],
    ));
    let missing = |state: &State| {
        state.instant().map_or_else(
            || "not known".to_owned(),
            |instant| [&fixed(instant.missing, 0), " N m"].concat(),
        )
    };
    rows.push(row(
        "Largest missing joint moment",
        vec![missing(state), missing(&full)],
    ));
    rows
}

/// One sentence on what changed from `old` to `new`.
pub(super) fn change(old: &State, new: &State) -> String {
    if old.strengths != new.strengths {
        return weakened(new).map_or_else(
            || "Every muscle has its full strength again.".to_owned(),
            |weakened| takes_over(&weakened, &Cycle::of(new)),
        );
    }
    if old.at == new.at {
        return "Nothing changes.".to_owned();
    }
    let phase = &PHASES[phase::at(new.at)];
    [
        &whole(new.at),
        " %, ",
        &phase.name.to_lowercase(),
        ". ",
        &strongest(new),
    ]
    .concat()
}

/// Whether the words and the drawing still speak of the last percent with moments.
const _: () = assert!(cycle::LAST == 79);
