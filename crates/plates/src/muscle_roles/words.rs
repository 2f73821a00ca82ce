//! The words of a state: name, state sentence, data table, what a change did.

use crate::figure::{Row, Words};
use crate::number::{fixed, whole};

use super::State;
use super::roles::{MOTIONS, Roles};

/// Arms shorter than this, in millimeters, are said to do nothing.
const NOTHING: f64 = 0.5;

/// What a positive and a negative arm do, for each of the three motions.
const DEEDS: [[&str; 2]; 3] = [
    ["bends the hip", "straightens the hip"],
    ["moves the thigh inward", "moves the thigh outward"],
    ["turns the thigh inward", "turns the thigh outward"],
];

/// The same beside the curves.
pub(super) const SHORT: [[&str; 2]; 3] = [
    ["bends", "straightens"],
    ["moves inward", "moves outward"],
    ["turns inward", "turns outward"],
];

/// The same as names of what is given up, in full, and of what is taken on.
const DOING: [[(&str, &str); 2]; 3] = [
    [
        ("bending the hip", "bending it"),
        ("straightening the hip", "straightening it"),
    ],
    [
        ("moving the thigh inward", "moving it inward"),
        ("moving the thigh outward", "moving it outward"),
    ],
    [
        ("turning the thigh inward", "turning it inward"),
        ("turning the thigh outward", "turning it outward"),
    ],
];

/// The index into the pairs above: 0 for a positive arm, 1 for a negative one, nothing for an arm
/// too short to matter.
pub(super) fn direction(arm: f64) -> Option<usize> {
    (arm.abs() >= NOTHING).then_some(usize::from(arm < 0.0))
}

/// A length in millimeters, without its sign.
pub(super) fn millimeters(arm: f64) -> String {
    [&fixed(arm.abs(), 0), "\u{a0}mm"].concat()
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

fn degrees(value: i32) -> String {
    [&whole(value.abs()), "°"].concat()
}

fn posture(state: &State) -> String {
    let mut text = match state.flexion {
        0 => String::from("Your hip is straight"),
        angle if angle > 0 => ["Your hip is bent ", &degrees(angle)].concat(),
        angle => ["Your hip is extended ", &degrees(angle)].concat(),
    };
    if state.adduction != 0 {
        text.push_str(", the thigh ");
        text.push_str(&degrees(state.adduction));
        text.push_str(if state.adduction > 0 {
            " toward the other leg"
        } else {
            " out to the side"
        });
    }
    if state.rotation != 0 {
        text.push_str(", turned ");
        text.push_str(&degrees(state.rotation));
        text.push_str(if state.rotation > 0 {
            " inward"
        } else {
            " outward"
        });
    }
    text.push('.');
    text
}

/// "a, b and c".
fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => [&first.join(", "), " and ", last].concat(),
    }
}

/// What the muscle does in the pose, the longest arm first.
fn deeds(roles: &Roles) -> String {
    let mut arms: Vec<(f64, usize)> = MOTIONS
        .iter()
        .enumerate()
        .map(|(index, &motion)| (roles.arm(motion), index))
        .collect();
    arms.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()));
    let said: Vec<String> = arms
        .iter()
        .filter_map(|&(arm, index)| {
            let deed = DEEDS[index][direction(arm)?];
            Some([deed, " (lever arm ", &millimeters(arm), ")"].concat())
        })
        .collect();
    if said.is_empty() {
        return String::from("has next to no lever arm");
    }
    list(&said)
}

/// Where the muscle changes sides as the hip bends.
fn changes(roles: &Roles) -> String {
    let mut said = Vec::new();
    // Rotation first: its changes are the least expected.
    for index in [2, 1, 0] {
        let angles = roles.changes(MOTIONS[index]);
        let Some(first) = angles.first() else {
            continue;
        };
        let positive = roles.arm_at(MOTIONS[index], super::roles::SWEPT.0) > 0.0;
        let [before, after] = if positive { [0, 1] } else { [1, 0] };
        let doing = DOING[index];
        let mut text = ["from ", doing[before].0, " to ", doing[after].1].concat();
        text.push_str(" at ");
        text.push_str(&angle(*first));
        if let Some(second) = angles.get(1) {
            text.push_str(" and back at ");
            text.push_str(&angle(*second));
        }
        said.push(text);
    }
    if said.is_empty() {
        return String::from(
            "It keeps all its directions from 20° of extension to 100° of bending.",
        );
    }
    [
        "As the hip bends, it changes sides: ",
        &said.join("; "),
        ".",
    ]
    .concat()
}

fn angle(degrees: f64) -> String {
    [&fixed(degrees, 0), "°"].concat()
}

/// The words of `state`.
pub(super) fn words(state: &State, roles: &Roles) -> Words {
    let Some(chosen) = state.compartment() else {
        return Words {
            name: String::from("The right hip from the side and from behind"),
            state: [
                &posture(state),
                " Choose a muscle, in the list or in the drawing, to see which way it can turn the \
                 thigh from here.",
            ]
            .concat(),
            rows: rows(roles),
        };
    };
    let name = chosen.name;
    Words {
        name: [
            "The right hip from the side and from behind, and the lever arms of ",
            name,
        ]
        .concat(),
        state: [
            &posture(state),
            " From here ",
            name,
            " ",
            &deeds(roles),
            ". ",
            &changes(roles),
        ]
        .concat(),
        rows: rows(roles),
    }
}

const ROWS: [&str; 3] = [
    "Hip flexion (+ bends, − straightens)",
    "Adduction (+ inward, − outward)",
    "Rotation (+ inward, − outward)",
];

fn rows(roles: &Roles) -> Vec<Row> {
    let signed = |arm: f64| {
        let text = fixed(arm, 0);
        let plus = if arm >= NOTHING { "+" } else { "" };
        [plus, &text, "\u{a0}mm"].concat()
    };
    let mut rows: Vec<Row> = MOTIONS
        .iter()
        .zip(ROWS)
        .map(|(&motion, label)| {
            let angles: Vec<String> = roles.changes(motion).into_iter().map(angle).collect();
            let none = || String::from("nowhere");
            Row {
                label,
                cells: vec![
                    signed(roles.arm(motion)),
                    signed(roles.arm_at(motion, 0)),
                    signed(roles.arm_at(motion, 90)),
                    if angles.is_empty() {
                        none()
                    } else {
                        list(&angles)
                    },
                ],
            }
        })
        .collect();
    let length = |meters: f64| [&fixed(1000.0 * meters, 0), "\u{a0}mm"].concat();
    let sample = |degrees: i32| {
        let index = (degrees - super::roles::SWEPT.0) / 2;
        let samples = &roles.sweep.samples;
        samples.get(index as usize).map_or(0.0, |s| s.state.length)
    };
    rows.push(Row {
        label: "Length from bone to bone",
        cells: vec![
            length(roles.now.length),
            length(sample(0)),
            length(sample(90)),
            String::from("–"),
        ],
    });
    rows
}

/// One sentence on what changed from `old` to `new`.
pub(super) fn change(old: &State, new: &State) -> String {
    if old == new {
        return String::from("Nothing changes.");
    }
    let (before, after) = (Roles::new(old), Roles::new(new));
    let Some(chosen) = new.compartment() else {
        return String::from("No muscle is chosen.");
    };
    let name = capital(chosen.name);
    let mut now: Vec<String> = Vec::new();
    let mut swapped = false;
    for (index, &motion) in MOTIONS.iter().enumerate() {
        let (was, is) = (direction(before.arm(motion)), direction(after.arm(motion)));
        swapped |= old.muscle == new.muscle && was.is_some() && is.is_some() && was != is;
        if let Some(is) = is {
            let arm = millimeters(after.arm(motion));
            now.push([SHORT[index][is], " ", &arm].concat());
        }
    }
    if now.is_empty() {
        return [&name, " has next to no lever arm here."].concat();
    }
    let sides = if swapped {
        ": it has changed sides."
    } else {
        "."
    };
    [&name, " now ", &list(&now), sides].concat()
}
