//! The words of a state: name, state sentence, data table, what a change did.

use crate::figure::{Row, Words};
use crate::number::{fixed, whole};

use super::balance::Balance;
use super::hold::Hold;
use super::{Cane, Hand, KEYS, State};

/// Moments below this many newton meters are called balanced.
const BALANCED: f64 = 0.5;

/// A length given in meters, in words.
pub(super) fn centimeters(meters: f64) -> String {
    [&fixed(100.0 * meters, 1), "\u{a0}cm"].concat()
}

fn newton_meters(moment: f64) -> String {
    [&fixed(moment.abs(), 1), "\u{a0}N\u{a0}m"].concat()
}

fn newtons(force: f64) -> String {
    [&fixed(force, 0), "\u{a0}N"].concat()
}

fn body_weights(force: f64, balance: &Balance) -> String {
    [
        &fixed(force / balance.body_weight.max(1.0), 1),
        " times body weight",
    ]
    .concat()
}

fn side(hand: Hand) -> &'static str {
    match hand {
        Hand::Left => "left",
        Hand::Right => "right",
    }
}

fn posture(state: &State) -> String {
    let mut text = String::from("You stand on your right leg, ");
    match state.lean {
        0 => text.push_str("trunk upright"),
        lean => {
            text.push_str("trunk leaning to the ");
            text.push_str(if lean > 0 { "right" } else { "left" });
            text.push_str(" so that your weight moves ");
            text.push_str(&whole(lean.abs()));
            text.push_str("\u{a0}cm");
        }
    }
    let cane = match state.cane {
        Cane::None => None,
        Cane::Left => Some("left"),
        Cane::Right => Some("right"),
    };
    if let Some(hand) = cane {
        text.push_str(", a cane in your ");
        text.push_str(hand);
        text.push_str(" hand carrying ");
        text.push_str(&whole(state.push));
        text.push_str("\u{a0}% of your body weight");
    }
    if state.load > 0 {
        text.push_str(", a bag of ");
        text.push_str(&whole(state.load));
        text.push_str("\u{a0}kg in your ");
        text.push_str(side(state.hand));
        text.push_str(" hand");
    }
    text.push('.');
    text
}

/// What is asked of muscles that cannot do it, and what people may do.
fn too_much(state: &State, balance: &Balance, hold: &Hold) -> String {
    let enough = |value: Option<i32>, most: i32, unit: &str| match value {
        Some(value) => [" (", &whole(value), unit, " would do)"].concat(),
        None => [" (more than ", &whole(most), unit, ")"].concat(),
    };
    let most = |key: usize| KEYS[key].span().1;
    [
        "The muscles at the side of the hip would have to hold ",
        &newton_meters(balance.moment),
        ", ",
        &fixed(balance.moment_per_kilogram.abs(), 2),
        " per kilogram of body weight. With gluteus medius and minimus at ",
        &whole(state.strength),
        "\u{a0}% of their strength, all muscles of the hip together hold ",
        &newton_meters(hold.held),
        " in this calculation. There are several ways out: lean further to the right",
        &enough(hold.lean, most(0), "\u{a0}cm"),
        ", let the left side of the pelvis drop, hold on with the left hand",
        &enough(hold.push, most(2), "\u{a0}% of body weight"),
        " or put the left foot down. Weakness alone does not tell which: when a nerve block \
         weakened these muscles in 8 men, their pelvic drop and trunk lean in walking did not \
         change.",
    ]
    .concat()
}

/// That less strength is still enough.
fn still_enough(state: &State, hold: &Hold) -> String {
    let percent = |share: f64| [&fixed(100.0 * share, 0), "\u{a0}%"].concat();
    let hardest = if hold.activation > 0.995 {
        String::from("all it has")
    } else {
        [&percent(hold.activation), " of what it has"].concat()
    };
    [
        " With gluteus medius and minimus at ",
        &whole(state.strength),
        "\u{a0}% of their strength this can still be held: they supply ",
        &percent(hold.gluteus_share),
        " of it, other muscles of the hip the rest, and the hardest-working one gives ",
        &hardest,
        ".",
    ]
    .concat()
}

fn demand(balance: &Balance) -> String {
    if balance.moment.abs() < BALANCED {
        return String::from(
            "Everything now balances over the hip joint: the muscles at its side have next to \
             nothing to hold.",
        );
    }
    // The two arms alone explain the pull only while nothing else is held.
    let alone = balance.cane_force <= 0.0 && balance.load_force <= 0.0;
    let compared = if alone {
        [
            ", that of the weight ",
            &centimeters(balance.weight_arm.abs()),
        ]
        .concat()
    } else {
        String::new()
    };
    let place = if balance.adductors {
        "The balance tips the other way. The muscles of the inner thigh"
    } else {
        "The muscles at the side of the hip"
    };
    [
        place,
        " must hold ",
        &newton_meters(balance.moment),
        ", ",
        &fixed(balance.moment_per_kilogram.abs(), 2),
        " per kilogram of body weight. Their lever arm is ",
        &centimeters(balance.muscle_arm),
        &compared,
        ", so they pull with ",
        &body_weights(balance.muscle_force, balance),
        ".",
    ]
    .concat()
}

/// The words of `state`.
pub(super) fn words(state: &State, balance: &Balance, hold: &Hold) -> Words {
    let joint = [
        " The hip joint is pressed by ",
        &body_weights(balance.joint_force, balance),
        ".",
    ]
    .concat();
    let rest = if !hold.enough {
        too_much(state, balance, hold)
    } else if state.strength < 100 && balance.moment >= BALANCED {
        [demand(balance), joint, still_enough(state, hold)].concat()
    } else {
        [demand(balance), joint].concat()
    };
    Words {
        name: "Forces about the right hip when you stand on your right leg, from behind".to_owned(),
        state: [&posture(state), " ", &rest].concat(),
        rows: rows(state, balance, hold),
    }
}

fn rows(state: &State, balance: &Balance, hold: &Hold) -> Vec<Row> {
    let none_or = |shown: bool, value: String| if shown { value } else { "none".to_owned() };
    let moment = |value: f64| [&fixed(value, 1), "\u{a0}N\u{a0}m"].concat();
    let percent = |share: f64| [&fixed(100.0 * share, 0), "\u{a0}%"].concat();
    let none = || "none".to_owned();
    let cane = balance.cane_force > 0.0;
    let load = balance.load_force > 0.0;
    let row = Row::new;
    vec![
        row("Body weight", newtons(balance.body_weight)),
        row(
            "Lean of the trunk to the right",
            [&fixed(balance.lean.to_degrees(), 0), "°"].concat(),
        ),
        row(
            "Weight above the hip (all but the standing leg)",
            newtons(balance.weight),
        ),
        row(
            "Its lever arm, toward the lifted leg",
            centimeters(balance.weight_arm),
        ),
        row(
            "Its turning effect",
            moment(balance.weight * balance.weight_arm),
        ),
        row(
            "Push of the cane",
            none_or(cane, newtons(balance.cane_force)),
        ),
        row(
            "Turning effect of the cane",
            none_or(cane, moment(balance.cane_moment)),
        ),
        row(
            "Weight of the bag",
            none_or(load, newtons(balance.load_force)),
        ),
        row(
            "Turning effect of the bag",
            none_or(load, moment(balance.load_moment)),
        ),
        row("Left for the muscles to hold", moment(balance.moment)),
        row(
            "Muscles that hold",
            if balance.adductors {
                "inner thigh"
            } else {
                "side of the hip"
            }
            .to_owned(),
        ),
        row("Their lever arm", centimeters(balance.muscle_arm)),
        row("Their pull", newtons(balance.muscle_force)),
        row(
            "Share of their full strength",
            [&fixed(100.0 * balance.activation, 0), "\u{a0}%"].concat(),
        ),
        row("Force on the hip joint", newtons(balance.joint_force)),
        row(
            "The same in body weights",
            fixed(balance.joint_body_weights, 2),
        ),
        row(
            "Strength of gluteus medius and minimus",
            [&whole(state.strength), "\u{a0}%"].concat(),
        ),
        row(
            "Their share when all muscles of the hip help",
            percent(hold.gluteus_share),
        ),
        row("Hardest-working muscle", percent(hold.activation)),
        row(
            "Turning effect that cannot be held",
            none_or(!hold.enough, moment(hold.missing)),
        ),
        row(
            "Lean that would be enough",
            hold.lean
                .map_or_else(none, |lean| [&whole(lean), "\u{a0}cm"].concat()),
        ),
        row(
            "Push on a cane on the left that would be enough",
            hold.push
                .map_or_else(none, |push| [&whole(push), "\u{a0}%"].concat()),
        ),
    ]
}

/// What another strength of gluteus medius and minimus changes.
fn strength_changed(new: &State, hold: &Hold) -> String {
    let share = [&fixed(100.0 * hold.gluteus_share, 0), "\u{a0}%"].concat();
    let does = if hold.enough {
        [
            "gluteus medius and minimus supply ",
            &share,
            " of what is held.",
        ]
        .concat()
    } else {
        [
            "the muscles of the hip hold ",
            &fixed(hold.held, 1),
            " newton meters, ",
            &fixed(hold.missing, 1),
            " too little.",
        ]
        .concat()
    };
    ["At ", &whole(new.strength), "\u{a0}% strength, ", &does].concat()
}

/// One sentence on what changed from `old` to `new`.
pub(super) fn change(old: &State, new: &State) -> String {
    let (before, after) = (old.balance(), new.balance());
    let (held, hold) = (
        super::hold::hold(old, &before),
        super::hold::hold(new, &after),
    );
    let verdict = match (held.enough, hold.enough) {
        (true, false) => " That is more than the muscles of the hip can hold.",
        (false, true) => " The muscles of the hip can hold that again.",
        _ => "",
    };
    let compared = |was: f64, is: f64, decimals: usize| {
        let (was, is) = (fixed(was, decimals), fixed(is, decimals));
        if was == is { None } else { Some((was, is)) }
    };
    let moments = compared(before.moment.abs(), after.moment.abs(), 1);
    let Some((was, is)) = moments else {
        if old.strength != new.strength {
            return strength_changed(new, &hold);
        }
        return "The forces at the hip stay the same.".to_owned();
    };
    let direction = if after.moment.abs() > before.moment.abs() {
        "up"
    } else {
        "down"
    };
    let place = if after.adductors {
        "The inner thigh"
    } else {
        "The side of the hip"
    };
    [
        place,
        " holds ",
        &is,
        " newton meters, ",
        direction,
        " from ",
        &was,
        ". The hip joint carries ",
        &fixed(after.joint_body_weights, 1),
        " times body weight, before ",
        &fixed(before.joint_body_weights, 1),
        ".",
        verdict,
    ]
    .concat()
}
