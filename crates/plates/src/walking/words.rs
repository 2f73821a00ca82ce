//! The words of a state: name, state sentence, data table, what a change did.

use super::State;
use super::cycle::{Cycle, Instant, Now};
use super::groups::{GROUPS, STRONG};
use super::phase::{self, PHASES};
use super::rows::ANGLES;
use crate::figure::{Row, Words};
use crate::number::{fixed, whole};

/// Additional forces below this many newtons are not worth a word.
const WORTH: f64 = 10.0;

fn newtons(force: f64) -> String {
    [&fixed(force, 0), "\u{a0}N"].concat()
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
        std::iter::once(first.to_ascii_uppercase())
            .chain(letters)
            .collect()
    })
}

fn strongest(now: &Now) -> String {
    let groups = now.chosen.groups();
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
        .map(|(group, strength)| [group.name, " at ", &whole(*strength), "\u{a0}%"].concat())
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
        [" At ", &whole(first), "\u{a0}% of the cycle"].concat()
    } else {
        [" Between ", &whole(first), " and ", &whole(last), "\u{a0}%"].concat()
    };
    [
        &span,
        " that is not enough: up to ",
        &fixed(most, 0),
        "\u{a0}N\u{a0}m are missing, and a person would walk in another way.",
    ]
    .concat()
}

/// The accessible name of the drawing.
pub(super) const NAME: &str = "One adult walking, from the right side and from the front, with \
                               the forces of the right leg's muscles over the cycle";

/// The state sentence.
pub(super) fn sentence(state: &State, now: &Now, cycle: &Cycle) -> String {
    let phase = &PHASES[phase::at(state.at)];
    let strength = weakened(state).map_or_else(
        || String::from(" Every muscle has its full strength."),
        |weakened| [" ", &takes_over(&weakened, cycle)].concat(),
    );
    let source = if now.shared {
        ""
    } else {
        " The joint moments are known up to 79\u{a0}%: here the forces come from another calculation, \
         at full strength."
    };
    [
        whole(state.at).as_str(),
        "\u{a0}% of the cycle, ",
        &phase.name.to_ascii_lowercase(),
        ": ",
        phase.happens,
        " ",
        &strongest(now),
        source,
        &strength,
        " One adult, and a calculation.",
    ]
    .concat()
}

/// The words of `state`.
pub(super) fn words(state: &State) -> Words {
    let now = Now::of(state);
    Words {
        name: NAME.to_owned(),
        state: sentence(state, &now, &Cycle::of(state)),
        rows: rows(state, &now),
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

fn rows(state: &State, now: &Now) -> Vec<Row> {
    let (groups, full_groups) = (now.chosen.groups(), now.full.groups());
    let row = |label, cells| Row { label, cells };
    let same = |text: String| vec![text.clone(), text];
    let phase = &PHASES[phase::at(state.at)];
    let mut rows = vec![
        row("Phase", same(phase.name.to_owned())),
        row(
            "Percent of the cycle",
            same([&whole(state.at), "\u{a0}%"].concat()),
        ),
        row(
            "Method of the forces",
            same(
                if now.shared {
                    "least effort"
                } else {
                    "computed muscle control"
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
    let both = |value: fn(&Instant) -> String| vec![value(&now.chosen), value(&now.full)];
    rows.push(row(
        "Force of all 46 muscles",
        both(|instant| newtons(instant.forces.iter().sum())),
    ));
    rows.push(row(
        "Largest missing joint moment",
        if now.shared {
            both(|instant| [&fixed(instant.missing, 0), "\u{a0}N\u{a0}m"].concat())
        } else {
            same("not known".to_owned())
        },
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
        "\u{a0}%, ",
        &phase.name.to_ascii_lowercase(),
        ". ",
        &strongest(&Now::of(new)),
    ]
    .concat()
}
