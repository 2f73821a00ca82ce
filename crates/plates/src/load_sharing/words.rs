//! The words of a state: name, state sentence, data table, what a change did.

use crate::figure::{Row, Words};
use crate::number::{fixed, whole};

use super::State;
use super::share::{Share, share};

/// Hip flexion above which the model's gluteus maximus has too short a lever arm, degrees.
const DEEP: i32 = 45;
/// Moments below this many newton meters are not missing.
const MET: f64 = 0.05;
/// Forces below this many newtons press neither way.
const NEITHER: f64 = 0.5;

/// A part in percent.
pub(super) fn percent(part: f64) -> String {
    [&fixed(100.0 * part, 0), "\u{a0}%"].concat()
}

/// A force without its sign.
pub(super) fn newtons(force: f64) -> String {
    [&fixed(force.abs(), 0), "\u{a0}N"].concat()
}

/// Which way the femoral head is pulled.
pub(super) fn way(force: f64) -> &'static str {
    if force < 0.0 { "backward" } else { "forward" }
}

/// Whether something is missing.
pub(super) fn lacks(share: &Share) -> bool {
    share.missing >= MET
}

fn posture(state: &State) -> String {
    let angle = [&whole(state.flexion.abs()), "°"].concat();
    let pose = match state.flexion {
        0 => String::from("Your hip is straight"),
        flexion if flexion > 0 => ["Your hip is bent ", &angle].concat(),
        _ => ["Your hip is extended ", &angle].concat(),
    };
    [
        &pose,
        ", and its muscles turn the thigh backward with ",
        &whole(state.moment),
        "\u{a0}N\u{a0}m.",
    ]
    .concat()
}

fn shares(state: &State, now: &Share) -> String {
    [
        " Gluteus maximus, at ",
        &whole(state.strength),
        "\u{a0}% of its strength, supplies ",
        &percent(now.parts[0]),
        " of that, the hamstrings ",
        &percent(now.parts[1]),
        ", the adductors ",
        &percent(now.parts[2]),
        " and other muscles ",
        &percent(now.parts[3]),
        ".",
    ]
    .concat()
}

fn compared(state: &State, full: &Share) -> String {
    if state.strength == 100 {
        let larger = if full.parts[1] > full.parts[0] {
            " Even at full strength the hamstrings take the larger share in this calculation."
        } else {
            ""
        };
        return String::from(larger);
    }
    let even = if full.parts[1] > full.parts[0] {
        " Even at full strength it would be "
    } else {
        " At full strength it would be "
    };
    [
        even,
        &percent(full.parts[0]),
        " against ",
        &percent(full.parts[1]),
        " for the hamstrings.",
    ]
    .concat()
}

fn pressed(state: &State, now: &Share, full: &Share) -> String {
    let mut text = if now.forward.abs() < NEITHER {
        String::from(" The pull on the head of the thigh bone goes neither forward nor backward")
    } else {
        [
            " The muscles press the head of the thigh bone ",
            way(now.forward),
            " with ",
            &newtons(now.forward),
        ]
        .concat()
    };
    if state.strength < 100 {
        text.push_str(", at full strength with ");
        text.push_str(&newtons(full.forward));
        if way(now.forward) != way(full.forward) {
            text.push(' ');
            text.push_str(way(full.forward));
        }
    }
    text.push('.');
    text
}

/// The words of `state`.
pub(super) fn words(state: &State, now: &Share, full: &Share) -> Words {
    let missing = if lacks(now) {
        [
            " The muscles of this hip cannot do it all: ",
            &fixed(now.missing, 1),
            "\u{a0}N\u{a0}m are missing.",
        ]
        .concat()
    } else {
        String::new()
    };
    let deep = if state.flexion > DEEP {
        " Bent this far, the model gives gluteus maximus too short a lever arm and too small a \
         share."
    } else {
        ""
    };
    Words {
        name: "The right hip from the side, and who extends it".to_owned(),
        state: [
            &posture(state),
            &shares(state, now),
            &missing,
            &compared(state, full),
            &pressed(state, now, full),
            deep,
            " This is mechanics, not a diagnosis.",
        ]
        .concat(),
        rows: rows(now, full),
    }
}

fn rows(now: &Share, full: &Share) -> Vec<Row> {
    let row = |label: &'static str, of: &dyn Fn(&Share) -> String| Row {
        label,
        cells: vec![of(now), of(full)],
    };
    let signed = |force: f64| {
        let plus = if force >= NEITHER { "+" } else { "" };
        [plus, &fixed(force, 0), "\u{a0}N"].concat()
    };
    vec![
        row("Share of gluteus maximus", &|s| percent(s.parts[0])),
        row("Share of the hamstrings", &|s| percent(s.parts[1])),
        row("Share of the adductors", &|s| percent(s.parts[2])),
        row("Share of other muscles", &|s| percent(s.parts[3])),
        row("Turning effect that is missing", &|s| {
            if lacks(s) {
                [&fixed(s.missing, 1), "\u{a0}N\u{a0}m"].concat()
            } else {
                String::from("none")
            }
        }),
        row("Pull of gluteus maximus", &|s| newtons(s.group_force(0))),
        row("Pull of the hamstrings", &|s| newtons(s.group_force(1))),
        row(
            "Pull on the head of the thigh bone (+ forward, − backward)",
            &|s| signed(s.forward),
        ),
        row("Pull of all muscles across the hip", &|s| newtons(s.pull)),
    ]
}

/// One sentence on what changed from `old` to `new`.
pub(super) fn change(old: &State, new: &State) -> String {
    let (was, is) = (share(old), share(new));
    let told = |s: &Share| {
        [
            percent(s.parts[0]),
            percent(s.parts[1]),
            newtons(s.forward),
            way(s.forward).to_owned(),
        ]
    };
    let (before, after) = (told(&was), told(&is));
    if before == after {
        return String::from("Who extends the hip stays the same.");
    }
    [
        "Gluteus maximus ",
        &after[0],
        ", before ",
        &before[0],
        "; hamstrings ",
        &after[1],
        ", before ",
        &before[1],
        "; ",
        &after[3],
        " pull ",
        &after[2],
        ", before ",
        &before[2],
        if before[3] == after[3] {
            "."
        } else if before[3] == "forward" {
            " forward."
        } else {
            " backward."
        },
    ]
    .concat()
}
