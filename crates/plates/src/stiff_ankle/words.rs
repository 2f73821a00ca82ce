//! The words of a state: name, state sentence, data table, what a change did.

use crate::figure::{Row, Words};
use crate::number::{fixed, whole};

use super::squat::{Way, Ways};
use super::{Show, State, crouch};

fn degrees(value: f64, decimals: usize) -> String {
    [&fixed(value, decimals), "°"].concat()
}

fn centimeters(meters: f64) -> String {
    [&fixed(100.0 * meters, 1), "\u{a0}cm"].concat()
}

fn bend(state: &State) -> String {
    [&whole(state.bend), "°"].concat()
}

fn walking(state: &State) -> String {
    let walking = state.walking();
    let takes = [
        "Late in each step, walking takes ",
        &fixed(walking.needs.0, 1),
        "° to ",
        &degrees(walking.needs.1, 1),
        " in four sets of measurements",
    ]
    .concat();
    let has = [
        "With the heel down, this ankle lets the shank lean ",
        &bend(state),
        " over the foot. ",
    ]
    .concat();
    if walking.short.1 <= 0.0 {
        return [
            &has,
            &takes,
            ". That is enough: the heel can stay down until the step is done.",
        ]
        .concat();
    }
    let short = if walking.short.0 > 0.0 {
        [
            "so ",
            &fixed(walking.short.0, 1),
            "° to ",
            &degrees(walking.short.1, 1),
            " are missing",
        ]
        .concat()
    } else {
        [
            "so for some people up to ",
            &degrees(walking.short.1, 1),
            " are missing",
        ]
        .concat()
    };
    [
        &has,
        &takes,
        ", ",
        &short,
        ". Something else may give: a shorter step, a heel that lifts early (here by ",
        &centimeters(walking.heel_rise),
        "), or a foot that turns out or rolls in. People differ in which they use.",
    ]
    .concat()
}

fn lunge(state: &State) -> String {
    let result = state.lunge();
    let place = if result.distance >= 0.0 {
        [
            "The middle of the knee comes ",
            &centimeters(result.distance),
            " past the tip of the toes: so far from the wall can the toes stand, kneecap left out. ",
        ]
        .concat()
    } else {
        [
            "The middle of the knee stays ",
            &centimeters(-result.distance),
            " behind the tip of the toes, so even with the toes at the wall it does not get there. ",
        ]
        .concat()
    };
    [
        "Heel down, knee to the wall: the shank leans ",
        &bend(state),
        ". ",
        &place,
        "Here one more centimeter means ",
        &degrees(result.angle_per_centimeter.to_degrees(), 1),
        " more. Compare yourself with yourself: the distance also depends on how long shank and \
         foot are.",
    ]
    .concat()
}

fn told(way: &Way) -> String {
    [
        "trunk leaning ",
        &degrees(way.lean, 0),
        if way.back < 0.0 {
            ", back arched "
        } else {
            ", back bent "
        },
        &degrees(way.back.abs(), 0),
    ]
    .concat()
}

fn squat(state: &State) -> String {
    let ways = state.squat();
    let [first, second, third] = ways.ways;
    let asked = [
        "A squat with the thighs ",
        &whole(state.depth),
        "° from upright, an ankle that bends ",
        &bend(state),
        " and a trunk that leans at most ",
        &whole(state.lean),
        "°",
    ]
    .concat();
    if ways.fits {
        let mut list = String::new();
        for way in [first, second, third].iter().flatten() {
            list.push_str(if list.is_empty() { "" } else { "; " });
            list.push_str(&told(way));
        }
        let several = if second.is_some() {
            " works in more than one way: "
        } else {
            " works: "
        };
        return [
            &asked,
            " with the heels down",
            several,
            &list,
            ". None of them is the right one.",
        ]
        .concat();
    }
    let mut list: Vec<String> = Vec::new();
    if let Some(way) = first {
        list.push(["lean ", &degrees(way.lean, 0)].concat());
    }
    if let Some(way) = second {
        list.push(["stop at thighs of ", &degrees(way.thigh, 0)].concat());
    }
    if let Some(way) = third {
        list.push(["raise the heels on a wedge of ", &degrees(way.wedge, 1)].concat());
    }
    let end = match list.split_last() {
        None => " In this model no wedge up to 30° is enough either.".to_owned(),
        Some((last, [])) => [" You could ", last, "."].concat(),
        Some((last, rest)) => [" You could ", &rest.join(", "), " or ", last, "."].concat(),
    };
    [
        &asked,
        " does not work with the heels down: your weight would fall behind your feet.",
        &end,
        " People choose differently, and mix.",
    ]
    .concat()
}

/// The words of `state`.
pub(super) fn words(state: &State) -> Words {
    let (name, told) = match state.show {
        Show::Walking => (
            "A leg late in a step, from the side: what the ankle gives and what walking takes",
            walking(state),
        ),
        Show::Lunge => (
            "A leg with its knee toward a wall, from the side, with a ruler",
            lunge(state),
        ),
        Show::Squat => ("Three ways to squat, from the side", squat(state)),
    };
    Words {
        name: name.to_owned(),
        state: told,
        rows: rows(state),
    }
}

fn rows(state: &State) -> Vec<Row> {
    let walking = state.walking();
    let lunge = state.lunge();
    let row = Row::new;
    let span = |(low, high): (f64, f64)| [&fixed(low, 1), "° to ", &degrees(high, 1)].concat();
    let squat = state.show == Show::Squat;
    let ways = if squat { state.squat() } else { Ways::NONE };
    let way = |index: usize| {
        if !squat {
            return "choose Squat".to_owned();
        }
        ways.ways[index].map_or_else(
            || "none".to_owned(),
            |way| {
                let heels = if way.wedge > 0.0 {
                    [", heels up ", &degrees(way.wedge, 1)].concat()
                } else {
                    String::new()
                };
                [
                    crouch::names(&ways)[index],
                    ": thighs ",
                    &degrees(way.thigh, 0),
                    ", ",
                    &told(&way),
                    &heels,
                ]
                .concat()
            },
        )
    };
    vec![
        row("Your ankle bends, heel down", bend(state)),
        row(
            "Walking takes (four sets of measurements)",
            span(walking.needs),
        ),
        row("Missing for walking", span(walking.short)),
        row(
            "Rise of the heel for the most that is missing",
            centimeters(walking.heel_rise),
        ),
        row(
            "Lunge: toe tip to the point below the knee",
            centimeters(lunge.distance),
        ),
        row(
            "Lunge: ankle bend for one centimeter",
            degrees(lunge.angle_per_centimeter.to_degrees(), 2),
        ),
        row(
            "Lunge: length of the shank",
            centimeters(lunge.shank_length),
        ),
        row("Squat, first way", way(0)),
        row("Squat, second way", way(1)),
        row("Squat, third way", way(2)),
        row(
            "Squat: wedge that makes it possible",
            if squat {
                ways.wedge.map_or_else(
                    || "none up to 30°".to_owned(),
                    |wedge| degrees(wedge.to_degrees(), 1),
                )
            } else {
                "choose Squat".to_owned()
            },
        ),
    ]
}

/// One sentence on what changed from `old` to `new`.
pub(super) fn change(old: &State, new: &State) -> String {
    if old == new {
        return "Nothing changes.".to_owned();
    }
    match new.show {
        Show::Walking => {
            let short = new.walking().short.1;
            if short > 0.0 {
                [
                    "Walking lacks up to ",
                    &degrees(short, 1),
                    ", before ",
                    &degrees(old.walking().short.1, 1),
                    ".",
                ]
                .concat()
            } else {
                "Walking has all the ankle bend it takes.".to_owned()
            }
        }
        Show::Lunge => [
            "The knee is ",
            &centimeters(new.lunge().distance),
            " past the toes, before ",
            &centimeters(old.lunge().distance),
            ".",
        ]
        .concat(),
        Show::Squat => {
            let ways = new.squat();
            if ways.fits {
                "The squat works with the heels down.".to_owned()
            } else {
                ways.wedge.map_or_else(
                    || "The squat does not work with the heels down.".to_owned(),
                    |wedge| {
                        [
                            "With the heels down the squat does not work; a wedge of ",
                            &degrees(wedge.to_degrees(), 1),
                            " makes it possible.",
                        ]
                        .concat()
                    },
                )
            }
        }
    }
}
