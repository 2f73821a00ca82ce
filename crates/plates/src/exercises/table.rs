//! The data table: the numbers of the bridge, then every value with its source.

use crate::figure::Row;
use crate::number::fixed;

use super::State;
use super::bridge::Lifted;
use super::data::{EXERCISES, FINDINGS, Seen};
use super::words::{moment, muscle, number, percent, seen};

/// The rows of a state; those of the studies are the same in each.
pub(super) fn rows(state: &State) -> Vec<Row> {
    let lifted = Lifted::new(state, state.legs());
    let computed = |label, value: String| Row {
        label,
        cells: vec![String::new(), value, String::new(), "calculated".to_owned()],
    };
    let mut rows = Vec::with_capacity(FINDINGS.len() + 8);
    rows.push(computed("Bridge: hip moment", moment(lifted.moment)));
    rows.push(computed("Bridge: knee moment", moment(lifted.knee)));
    rows.push(computed(
        "Bridge: push on one foot",
        [&fixed(lifted.foot, 0), "\u{a0}N"].concat(),
    ));
    rows.push(computed(
        "Bridge: share of gluteus maximus",
        percent(lifted.maximus),
    ));
    rows.push(computed(
        "Bridge: share of the hamstrings",
        percent(lifted.hamstrings),
    ));
    rows.push(computed(
        "Bridge: activation of gluteus maximus",
        percent(lifted.activation),
    ));
    rows.push(computed(
        "Bridge: missing at the hip",
        moment(lifted.missing[0]),
    ));
    rows.push(computed(
        "Bridge: missing at the knee",
        moment(lifted.missing[1]),
    ));
    for finding in &FINDINGS {
        let Some(exercise) = EXERCISES
            .iter()
            .find(|exercise| exercise.part.id == finding.exercise)
        else {
            continue;
        };
        let mut value = [&seen(finding.seen, 1), "\u{a0}%"].concat();
        if let Seen::Range(_, _, Some((mean, deviation))) = finding.seen {
            for piece in [
                "; pooled ",
                &number(mean, 1),
                " ± ",
                &number(deviation, 1),
                "\u{a0}%",
            ] {
                value.push_str(piece);
            }
        }
        if !finding.note.is_empty() {
            value.push_str("; ");
            value.push_str(finding.note);
        }
        rows.push(Row {
            label: exercise.part.name,
            cells: vec![
                muscle(finding.muscle).to_owned(),
                value,
                finding.people.to_owned(),
                finding.origin.name().to_owned(),
            ],
        });
    }
    rows
}
