//! The words of a state: name, state sentence, data table, what a change did.

use crate::figure::{Row, Words};
use crate::number::fixed;

use super::{Angles, Show, State};

/// Whole degrees without a sign.
pub(super) fn whole_degrees(degrees: f64) -> String {
    [&fixed(degrees.abs(), 0), "°"].concat()
}

/// Whether an angle shows as zero.
fn none(degrees: f64) -> bool {
    degrees.abs() < 0.5
}

/// The bend of a hip in words; negative is extension.
pub(super) fn bend(degrees: f64) -> String {
    if none(degrees) {
        return "straight".to_owned();
    }
    let word = if degrees > 0.0 { "bent " } else { "extended " };
    [word, &whole_degrees(degrees)].concat()
}

/// A lean or tilt in words.
pub(super) fn lean(degrees: f64) -> String {
    if none(degrees) {
        return "upright".to_owned();
    }
    let word = if degrees > 0.0 {
        " forward"
    } else {
        " backward"
    };
    [&whole_degrees(degrees), word].concat()
}

/// What the low back does, in words.
pub(super) fn low_back(degrees: f64) -> String {
    if none(degrees) {
        return "at rest".to_owned();
    }
    let word = if degrees > 0.0 {
        " extended"
    } else {
        " flattened"
    };
    [&whole_degrees(degrees), word].concat()
}

/// Where a hip stops that extends so far, in words.
fn stop(degrees: f64) -> String {
    if none(degrees) {
        return "when straight".to_owned();
    }
    let word = if degrees > 0.0 {
        " of extension"
    } else {
        " of bend"
    };
    ["at ", &whole_degrees(degrees), word].concat()
}

/// The thigh against level in words.
pub(super) fn level(degrees: f64) -> String {
    if none(degrees) {
        return "level".to_owned();
    }
    let word = if degrees > 0.0 {
        " above level"
    } else {
        " below level"
    };
    [&whole_degrees(degrees), word].concat()
}

/// What the test reads.
pub(super) const fn reading(passes: bool) -> &'static str {
    if passes { "passes" } else { "short" }
}

fn tilted(angles: &Angles) -> String {
    if none(angles.tilt) {
        return "your pelvis upright".to_owned();
    }
    ["your pelvis tilted ", &lean(angles.tilt)].concat()
}

fn standing(angles: &Angles) -> String {
    let stop = stop(angles.available);
    let thigh = if none(angles.wanted) {
        "straight down".to_owned()
    } else {
        [&whole_degrees(angles.wanted), " back"].concat()
    };
    let hip = if angles.missing >= 0.5 {
        let points = if none(angles.thigh) {
            "only straight down".to_owned()
        } else if angles.thigh > 0.0 {
            ["only ", &whole_degrees(angles.thigh), " back"].concat()
        } else {
            [&whole_degrees(angles.thigh), " forward"].concat()
        };
        [
            "Your thigh should point ",
            &thigh,
            ", but the hip stops ",
            &stop,
            ", so the thigh points ",
            &points,
            ". The missing ",
            &whole_degrees(angles.missing),
            " can come from more tilt, a leaning trunk, a bent knee or a shorter step; people mix \
             these.",
        ]
        .concat()
    } else {
        [
            "Your thigh points ",
            &thigh,
            ", so the hip is ",
            &bend(-angles.hip),
            "; it stops ",
            &stop,
            " and has ",
            &whole_degrees(angles.spare),
            " to spare.",
        ]
        .concat()
    };
    let back = if none(angles.low_back) {
        "The low back stays as it is and the trunk is upright.".to_owned()
    } else {
        let (verb, leans) = if angles.low_back > 0.0 {
            ("extend ", "forward")
        } else {
            ("flatten ", "backward")
        };
        [
            "To keep the trunk upright, the low back must ",
            verb,
            &whole_degrees(angles.low_back),
            "; if it does not, the trunk leans ",
            leans,
            " like the dashed spine.",
        ]
        .concat()
    };
    ["You stand with ", &tilted(angles), ". ", &back, " ", &hip].concat()
}

fn on_table(angles: &Angles) -> String {
    let table = &angles.table;
    let pelvis = if none(angles.tilt) {
        "flat".to_owned()
    } else {
        ["tilted ", &lean(angles.tilt)].concat()
    };
    let seen = [
        "The free thigh rests ",
        if none(table.thigh) {
            "level".to_owned()
        } else {
            level(table.thigh)
        }
        .as_str(),
        ": the test reads ",
        reading(table.passes),
        ".",
    ]
    .concat();
    let hip = bend(table.hip);
    let truth = match (table.passes, table.short) {
        (true, true) => [
            "But against the pelvis the hip stays ",
            &hip,
            ": it is short, and the tilt hides it.",
        ],
        (false, false) => [
            "But against the pelvis the hip is ",
            &hip,
            ": it is not short, the tilt only makes it look so.",
        ],
        (true, false) => [
            "Against the pelvis the hip is ",
            &hip,
            ": it is not short, as the test says.",
        ],
        (false, true) => [
            "Against the pelvis the hip stays ",
            &hip,
            ": it is short, as the test says.",
        ],
    }
    .concat();
    [
        "You lie on a table, one knee at your chest, your pelvis ",
        &pelvis,
        ". ",
        &seen,
        " ",
        &truth,
    ]
    .concat()
}

/// The words of `state`.
pub(super) fn words(state: &State) -> Words {
    let angles = state.angles();
    let (name, text) = match state.show {
        Show::Standing => (
            "Pelvis, low back and thigh from the right side, standing",
            standing(&angles),
        ),
        Show::Thomas => (
            "Thomas test from the right side: lying at the end of a table, one leg hanging",
            on_table(&angles),
        ),
    };
    Words {
        name: name.to_owned(),
        state: text,
        rows: rows(&angles),
    }
}

fn rows(angles: &Angles) -> Vec<Row> {
    let tenths = |degrees: f64| [&fixed(degrees, 1), "°"].concat();
    let moment = |value: f64| [&fixed(value, 1), "\u{a0}N\u{a0}m"].concat();
    let table = &angles.table;
    let short = if table.short { "short" } else { "not short" };
    vec![
        Row::new("Pelvic tilt, forward", tenths(angles.tilt)),
        Row::new("Hip stops at this extension", tenths(angles.available)),
        Row::new("Standing: thigh points back", tenths(angles.thigh)),
        Row::new("Standing: extension of the hip", tenths(angles.hip)),
        Row::new("Standing: extension to spare", tenths(angles.spare)),
        Row::new("Standing: extension missing", tenths(angles.missing)),
        Row::new(
            "Standing: extension of the low back for an upright trunk",
            tenths(angles.low_back),
        ),
        Row::new("Thomas test: thigh above level", tenths(table.thigh)),
        Row::new(
            "Thomas test: the same with the pelvis held flat",
            tenths(angles.held),
        ),
        Row::new("Thomas test: bend of the hip", tenths(table.hip)),
        Row::new(
            "Thomas test: turning effect of the leg, thigh level",
            moment(table.weight_moment),
        ),
        Row::new(
            "Thomas test: passive turning effect of the hip",
            moment(table.passive_moment),
        ),
        Row::new("Thomas test: reading", reading(table.passes).to_owned()),
        Row::new("Thomas test: the hip itself", short.to_owned()),
    ]
}

/// One sentence on what changed from `old` to `new`.
pub(super) fn change(old: &State, new: &State) -> String {
    let (before, after) = (old.angles(), new.angles());
    match (old.show == new.show, new.show) {
        (false, Show::Standing) => "You see the standing body.".to_owned(),
        (false, Show::Thomas) => "You see the Thomas test.".to_owned(),
        (true, Show::Standing) => {
            let now = [&before, &after].map(|angles| {
                if angles.missing >= 0.5 {
                    ["the thigh lacks ", &whole_degrees(angles.missing)].concat()
                } else {
                    ["the hip has ", &whole_degrees(angles.spare), " to spare"].concat()
                }
            });
            if now[0] == now[1] && old.tilt == new.tilt {
                return "The angles stay the same.".to_owned();
            }
            let back = if none(after.low_back) {
                "stays as it is".to_owned()
            } else if after.low_back > 0.0 {
                ["extends ", &whole_degrees(after.low_back)].concat()
            } else {
                ["flattens ", &whole_degrees(after.low_back)].concat()
            };
            ["The low back ", &back, ", and ", &now[1], "."].concat()
        }
        (true, Show::Thomas) => {
            if (old.tilt, old.tight) == (new.tilt, new.tight) {
                return "The angles stay the same.".to_owned();
            }
            [
                "The thigh rests ",
                &level(after.table.thigh),
                ", before ",
                &level(before.table.thigh),
                ": the test reads ",
                reading(after.table.passes),
                ". The hip is ",
                &bend(after.table.hip),
                ".",
            ]
            .concat()
        }
    }
}
