//! The words of a state: name, state sentence, data table, what a change did.

use crate::figure::Words;
use crate::number::{fixed, whole};

use super::bridge::Lifted;
use super::data::{EXERCISES, Exercise, Finding, Muscle, Seen, findings};
use super::{Filter, Show, State, table};
use kinetics::experiments::bridge::Legs;

pub(super) const fn muscle(muscle: Muscle) -> &'static str {
    match muscle {
        Muscle::Medius => "Gluteus medius",
        Muscle::Maximus => "Gluteus maximus",
    }
}

const fn gear(filter: Filter) -> &'static str {
    match filter {
        Filter::None => " without equipment",
        Filter::Step => " with a step",
        Filter::Weights => " with weights",
    }
}

/// The accessible name of the drawing.
pub(super) fn name(state: &State) -> String {
    match state.show {
        Show::Chart => [
            muscle(state.muscle),
            " in exercises",
            gear(state.gear),
            ", study by study, in % MVIC",
        ]
        .concat(),
        Show::Bridge(Legs::Double) => "A bridge on two legs, from the side".to_owned(),
        Show::Bridge(Legs::Single) => "A bridge on one leg, from the side".to_owned(),
    }
}

/// A value as printed: a whole number, or one decimal.
pub(super) fn number(value: f32, decimals: usize) -> String {
    let text = fixed(f64::from(value), decimals);
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// What a source reports, without its unit.
pub(super) fn seen(seen: Seen, decimals: usize) -> String {
    let number = |value| number(value, decimals);
    match seen {
        Seen::Mean(mean, 0.0) => number(mean),
        Seen::Mean(mean, deviation) => [&number(mean), " ± ", &number(deviation)].concat(),
        Seen::Range(low, high, _) => [&number(low), " to ", &number(high)].concat(),
        Seen::Above(low) => ["above ", &number(low)].concat(),
    }
}

fn push_finding(text: &mut String, finding: &Finding) {
    text.push_str(&seen(finding.seen, 0));
    text.push_str("\u{a0}%");
    if !finding.note.is_empty() {
        text.push_str(", ");
        text.push_str(finding.note);
    }
    text.push_str(" (");
    text.push_str(finding.origin.name());
    if !finding.people.is_empty() {
        text.push_str("; ");
        text.push_str(finding.people);
    }
    text.push(')');
}

/// What is known of the chosen exercise.
fn chosen(exercise: &Exercise, of: Muscle) -> String {
    let mut text = String::from(exercise.part.name);
    text.push_str(": ");
    let mut any = false;
    for finding in findings(exercise, of) {
        if any {
            text.push_str("; ");
        }
        push_finding(&mut text, finding);
        any = true;
    }
    if !any {
        text.push_str("no value for this muscle");
    }
    text.push('.');
    text
}

fn chart(state: &State) -> String {
    let rows = state.rows();
    let mut low: Option<(f32, usize)> = None;
    let mut high: Option<(f32, usize)> = None;
    for &row in &rows {
        for finding in findings(&EXERCISES[row], state.muscle) {
            let (bottom, top) = (finding.seen.bottom(), finding.seen.top());
            if low.is_none_or(|(least, _)| bottom < least) {
                low = Some((bottom, row));
            }
            if high.is_none_or(|(most, _)| top > most) {
                high = Some((top, row));
            }
        }
    }
    let mut text = [
        muscle(state.muscle),
        " in ",
        &whole(rows.len() as i32),
        " exercises",
        gear(state.gear),
    ]
    .concat();
    if let (Some((least, from)), Some((most, to))) = (low, high) {
        for piece in [
            ": from ",
            &number(least, 0),
            "\u{a0}% (",
            EXERCISES[from].part.name,
            ") to ",
            &number(most, 0),
            "\u{a0}% (",
            EXERCISES[to].part.name,
            ") of the strongest still effort (%\u{a0}MVIC).",
        ] {
            text.push_str(piece);
        }
    }
    text.push_str(
        " The spread between people can be as large as the mean, so do not rank neighbors. \
         Activity is not force and not growth.",
    );
    if state.muscle == Muscle::Maximus && state.gear != Filter::None {
        text.push_str(" The 125\u{a0}% for loaded step-ups is one study of 15 people.");
    }
    if let Some(exercise) = state.chosen() {
        text.push(' ');
        text.push_str(&chosen(exercise, state.muscle));
    }
    text
}

pub(super) fn moment(value: f64) -> String {
    [&fixed(value, 0), "\u{a0}N\u{a0}m"].concat()
}

pub(super) fn percent(share: f64) -> String {
    [&fixed(100.0 * share, 0), "\u{a0}%"].concat()
}

fn bridge(state: &State, legs: Legs) -> String {
    let lifted = Lifted::new(state, legs);
    let (on, hip, other, others) = match legs {
        Legs::Double => (
            "both legs",
            ". Each hip",
            Legs::Single,
            "; on one leg it would be ",
        ),
        Legs::Single => (
            "one leg",
            ". The working hip",
            Legs::Double,
            "; on two legs each hip would hold ",
        ),
    };
    let place = match state.lift {
        0 => "your hips just leave the floor".to_owned(),
        100 => "your hips are straight".to_owned(),
        lift => ["your hips are ", &whole(lift), "\u{a0}% of the way up"].concat(),
    };
    let load = if state.load > 0 {
        [", ", &whole(state.load), "\u{a0}kg on them"].concat()
    } else {
        String::new()
    };
    let [hip_missing, knee_missing] = lifted.missing;
    let held = if lifted.holds {
        [
            " The hamstrings carry ",
            &percent(lifted.hamstrings),
            " of the hip's moment, gluteus maximus ",
            &percent(lifted.maximus),
            ": the floor's push would also straighten the knee, with ",
            &moment(-lifted.knee),
            ", and the hamstrings can do both.",
        ]
        .concat()
    } else {
        let (missing, joint) = if knee_missing < hip_missing {
            (hip_missing, "hip")
        } else {
            (knee_missing, "knee")
        };
        [
            " The muscles of the model cannot hold it all here: ",
            &moment(missing),
            " are missing at the ",
            joint,
            ". Real feet also grip the floor, which the model leaves out.",
        ]
        .concat()
    };
    [
        "You lift a bridge on ",
        on,
        ": ",
        &place,
        &load,
        hip,
        " must hold ",
        &moment(lifted.moment),
        others,
        &moment(super::bridge::moment(state, other)),
        ".",
        &held,
        " A calculation for one adult of 75\u{a0}kg.",
    ]
    .concat()
}

/// The state sentence.
pub(super) fn sentence(state: &State) -> String {
    match state.show {
        Show::Chart => chart(state),
        Show::Bridge(legs) => bridge(state, legs),
    }
}

/// The words of `state`.
pub(super) fn words(state: &State) -> Words {
    Words {
        name: name(state),
        state: sentence(state),
        rows: table::rows(state),
    }
}

/// One sentence on what changed from `old` to `new`.
pub(super) fn change(old: &State, new: &State) -> String {
    match new.show {
        Show::Chart => match new.chosen() {
            Some(exercise) if old.row != new.row || old.muscle != new.muscle => {
                chosen(exercise, new.muscle)
            }
            _ => [
                muscle(new.muscle),
                ", ",
                &whole(new.rows().len() as i32),
                " exercises",
                gear(new.gear),
                ", sorted by ",
                if new.by_value {
                    "largest value."
                } else {
                    "family."
                },
            ]
            .concat(),
        },
        Show::Bridge(legs) => {
            let lifted = Lifted::new(new, legs);
            [
                "Each working hip holds ",
                &moment(lifted.moment),
                ", before ",
                &moment(super::bridge::moment(old, old.legs())),
                ". Gluteus maximus carries ",
                &percent(lifted.maximus),
                " and the hamstrings ",
                &percent(lifted.hamstrings),
                ".",
            ]
            .concat()
        }
    }
}
