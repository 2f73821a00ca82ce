//! The words of a state: name, state sentence, data table, what a change did.

use crate::figure::{Row, Words};
use crate::number::{fixed, whole};

use super::balance::Balance;
use super::{Cane, Hand, State};

/// Moments below this many newton meters are called balanced.
const BALANCED: f64 = 0.5;

/// A length given in meters, in words.
pub(super) fn centimeters(meters: f64) -> String {
    [&fixed(100.0 * meters, 1), " cm"].concat()
}

fn newton_meters(moment: f64) -> String {
    [&fixed(moment.abs(), 1), " N m"].concat()
}

fn newtons(force: f64) -> String {
    [&fixed(force, 0), " N"].concat()
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
            text.push_str(" cm");
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
        text.push_str(" % of your body weight");
    }
    if state.load > 0 {
        text.push_str(", a bag of ");
        text.push_str(&whole(state.load));
        text.push_str(" kg in your ");
        text.push_str(side(state.hand));
        text.push_str(" hand");
    }
    text.push('.');
    text
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
pub(super) fn words(state: &State) -> Words {
    let balance = state.balance();
    let joint = [
        "The hip joint is pressed by ",
        &body_weights(balance.joint_force, &balance),
        ".",
    ]
    .concat();
    Words {
        name: "Forces about the right hip when you stand on your right leg, from behind".to_owned(),
        state: [&posture(state), " ", &demand(&balance), " ", &joint].concat(),
        rows: rows(&balance),
    }
}

fn rows(balance: &Balance) -> Vec<Row> {
    let none_or = |shown: bool, value: String| if shown { value } else { "none".to_owned() };
    let moment = |value: f64| [&fixed(value, 1), " N m"].concat();
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
            [&fixed(100.0 * balance.activation, 0), " %"].concat(),
        ),
        row("Force on the hip joint", newtons(balance.joint_force)),
        row(
            "The same in body weights",
            fixed(balance.joint_body_weights, 2),
        ),
    ]
}

/// One sentence on what changed from `old` to `new`.
pub(super) fn change(old: &State, new: &State) -> String {
    let (before, after) = (old.balance(), new.balance());
    let compared = |was: f64, is: f64, decimals: usize| {
        let (was, is) = (fixed(was, decimals), fixed(is, decimals));
        if was == is { None } else { Some((was, is)) }
    };
    let moments = compared(before.moment.abs(), after.moment.abs(), 1);
    let Some((was, is)) = moments else {
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
    ]
    .concat()
}
