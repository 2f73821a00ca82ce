//! The words of a state: name, state sentence, data table, what a change did.

use kinetics::experiments::subtalar_hinge::MEASURED_RATIO;

use crate::figure::{Row, Words};
use crate::number::{fixed, whole};

use super::{Show, State};

pub(super) fn degrees(value: f64, decimals: usize) -> String {
    [&fixed(value, decimals), "°"].concat()
}

/// What eight specimens showed: mean and spread.
pub(super) fn measured() -> String {
    let (mean, spread) = MEASURED_RATIO;
    [&fixed(mean, 2), " ± ", &fixed(spread, 2)].concat()
}

fn inward(roll: i32) -> &'static str {
    if roll < 0 { "out" } else { "in" }
}

fn hinge(state: &State) -> String {
    let result = state.hinge();
    let turn = result.shank_rotation.to_degrees();
    let seen = if state.roll == 0 {
        "The heel stands straight and the shank is not turned. ".to_owned()
    } else {
        [
            "The heel rolls ",
            inward(state.roll),
            " by ",
            &whole(state.roll.abs()),
            "°, so the shank turns ",
            inward(state.roll),
            " by ",
            &degrees(turn.abs(), 1),
            ". ",
        ]
        .concat()
    };
    let (mean, spread) = MEASURED_RATIO;
    let place = if (result.ratio - mean).abs() <= spread {
        "inside"
    } else if result.ratio > mean {
        "above"
    } else {
        "below"
    };
    [
        &seen,
        "A hinge that rises by ",
        &whole(state.slope),
        "° and points inward by ",
        &whole(state.inward),
        "° gives ",
        &fixed(result.ratio, 2),
        "° of turn for each degree of roll, ",
        place,
        " the ",
        &measured(),
        " measured in eight specimens. Rolling in is called pronation. It is a normal part of \
         every step.",
    ]
    .concat()
}

fn ground(state: &State) -> String {
    let side = match state.roll.signum() {
        0 => {
            return "The ground is level and so is the foot. Roll the heel to see what the hinge is \
                    good for. After the heel lands, the foot rolls in a little: it settles on the \
                    ground and softens the landing."
                .to_owned();
        }
        1 => "inner",
        _ => "outer",
    };
    [
        "The ground falls toward the ",
        side,
        " side by ",
        &whole(state.roll.abs()),
        "°. With the hinge, the heel rolls ",
        inward(state.roll),
        ", the sole lies flat and the leg stays upright. Without it, the whole leg would tip. \
         After the heel lands in each step, the foot rolls in a little: it settles on the ground \
         and softens the landing. That is useful, not a fault.",
    ]
    .concat()
}

const CHAIN: &str = "In one study, 35 healthy adults stood on wedges of 10° to 20° that rolled \
                     their feet in. Shank and hip turned in, and the pelvis tilted forward. The \
                     arrows show directions only. It tells what wedges do to people who stand \
                     still, not that rolling in causes pain.";

/// The words of `state`.
pub(super) fn words(state: &State) -> Words {
    let (name, told) = match state.show {
        Show::Hinge => (
            "A right heel and shank from behind, the hinge below the ankle from the side and from \
             above",
            hinge(state),
        ),
        Show::Ground => (
            "A right heel and shank on sloping ground from behind, with the hinge and without it",
            ground(state),
        ),
        Show::Chain => (
            "Pelvis and right leg from behind on a wedge, with the directions in which they turn",
            CHAIN.to_owned(),
        ),
    };
    Words {
        name: name.to_owned(),
        state: told,
        rows: rows(state),
    }
}

fn rows(state: &State) -> Vec<Row> {
    let result = state.hinge();
    let row = Row::new;
    vec![
        row(
            "Roll of the heel, inward",
            degrees(f64::from(state.roll), 0),
        ),
        row("Rise of the hinge", degrees(f64::from(state.slope), 0)),
        row(
            "Inward direction of the hinge",
            degrees(f64::from(state.inward), 0),
        ),
        row(
            "Turn of the shank for one degree of roll",
            fixed(result.ratio, 3),
        ),
        row("The same in eight specimens", measured()),
        row(
            "Turn of the shank, inward",
            degrees(result.shank_rotation.to_degrees(), 1),
        ),
        row(
            "Turn about the hinge itself",
            degrees(result.about_axis.to_degrees(), 1),
        ),
        row("On 10° to 20° wedges: shank", "turned in".to_owned()),
        row("On 10° to 20° wedges: hip", "turned in".to_owned()),
        row("On 10° to 20° wedges: pelvis", "tilted forward".to_owned()),
    ]
}

/// One sentence on what changed from `old` to `new`.
pub(super) fn change(old: &State, new: &State) -> String {
    if old.show != new.show {
        return match new.show {
            Show::Hinge => "The hinge is shown.",
            Show::Ground => "Sloping ground is shown.",
            Show::Chain => "Pelvis and leg of people on wedges are shown.",
        }
        .to_owned();
    }
    if new.show == Show::Ground {
        return ["The ground slopes by ", &whole(new.roll.abs()), "°."].concat();
    }
    let (was, is) = (old.hinge(), new.hinge());
    [
        "The shank turns in by ",
        &degrees(is.shank_rotation.to_degrees(), 1),
        ", before ",
        &degrees(was.shank_rotation.to_degrees(), 1),
        "; ",
        &fixed(is.ratio, 2),
        "° for each degree of roll.",
    ]
    .concat()
}
