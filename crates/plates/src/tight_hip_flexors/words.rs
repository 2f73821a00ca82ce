//! The words of a state: name, state sentence, data table, what a change did.

use crate::figure::{Row, Words};
use crate::number::fixed;

use super::{Split, State, Way};

fn degrees(value: f64) -> String {
    [&fixed(value, 1), "°"].concat()
}

fn whole_degrees(value: f64) -> String {
    [&fixed(value.abs(), 0), "°"].concat()
}

/// Where the hip stops.
fn stop(split: &Split) -> String {
    if split.allowed.abs() < 0.5 {
        "it comes no further than straight".to_owned()
    } else if split.allowed > 0.0 {
        ["it extends only ", &whole_degrees(split.allowed)].concat()
    } else {
        ["it stays bent ", &whole_degrees(split.allowed)].concat()
    }
}

fn state_sentences(state: &State, split: &Split) -> String {
    if state.lost == 0 {
        return "Late in the step your hip extends 10°, and nothing is lost. Take extension away \
                and see what the rest of the body does."
            .to_owned();
    }
    let first = [
        "Your hip has lost ",
        &fixed(split.lost, 0),
        "° of extension: late in the step ",
        &stop(split),
        ". Your pelvis tilts ",
        &degrees(split.tilt),
        " more and your thigh points back ",
        &degrees(split.thigh),
        " less. ",
    ]
    .concat();
    let second = match state.way {
        Way::Measured => [
            "Above the pelvis the trunk leans ",
            &degrees(split.lean),
            " forward and the low back extends only ",
            &degrees(split.back),
        ]
        .concat(),
        Way::Alike => [
            "Above the pelvis the trunk leans ",
            &degrees(split.lean),
            " forward and the low back extends ",
            &degrees(split.back),
        ]
        .concat(),
        Way::Upright => [
            "The trunk stays nearly upright, so the low back extends ",
            &degrees(split.back),
        ]
        .concat(),
    };
    let rest = [
        "; the knee bends ",
        &degrees(split.knee),
        " more and the trailing foot stays ",
        &fixed(split.step, 1),
        "\u{a0}cm nearer. ",
    ]
    .concat();
    let last = match state.way {
        Way::Measured => {
            "For every 10° lost, adults in one data set tilted the pelvis 4.2° and leaned the \
             trunk 4.0°, their knee 2.4° more bent: nothing like one for one."
        }
        Way::Alike | Way::Upright => {
            "This is another way to solve the same problem, calculated, not measured: people find \
             several."
        }
    };
    [first, second, rest, last.to_owned()].concat()
}

/// The words of `state`.
pub(super) fn words(state: &State) -> Words {
    let split = state.split();
    Words {
        name: "A body late in a step, from the right side, and where lost hip extension comes from"
            .to_owned(),
        state: state_sentences(state, &split),
        rows: rows(&split),
    }
}

fn rows(split: &Split) -> Vec<Row> {
    vec![
        Row::new("Hip extension lost", degrees(split.lost)),
        Row::new("Hip extension left", degrees(split.allowed)),
        Row::new("Pelvis tilts forward, more", degrees(split.tilt)),
        Row::new("Of that, the trunk leans forward", degrees(split.lean)),
        Row::new("Of that, the low back extends", degrees(split.back)),
        Row::new("Thigh points back, less", degrees(split.thigh)),
        Row::new("Knee bends, more", degrees(split.knee)),
        Row::new(
            "Trailing foot stays nearer",
            [&fixed(split.step, 1), "\u{a0}cm"].concat(),
        ),
    ]
}

/// One sentence on what changed from `old` to `new`.
pub(super) fn change(old: &State, new: &State) -> String {
    let (before, after) = (old.split(), new.split());
    if before == after {
        return if old.behind == new.behind {
            "The body stays the same."
        } else {
            "The ghosts change, the body stays the same."
        }
        .to_owned();
    }
    [
        "The pelvis tilts ",
        &degrees(after.tilt),
        " more than in the full step, before ",
        &degrees(before.tilt),
        "; the trunk leans ",
        &degrees(after.lean),
        ", the low back extends ",
        &degrees(after.back),
        ", the foot stays ",
        &fixed(after.step, 1),
        "\u{a0}cm nearer.",
    ]
    .concat()
}
