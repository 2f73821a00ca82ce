//! How well the reader's certainty fits their answers.

use crate::entry;
use crate::mark::{Certainty, Grade};
use crate::record::Record;

/// Answers of one certainty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many were right.
    pub right: u32,
    /// How many there are.
    pub all: u32,
}

/// Certainty against results, over the days that the histories still list one by one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Calibration {
    tallies: [Tally; 3],
}

impl Calibration {
    /// The answers given with this certainty.
    pub fn of(&self, certainty: Certainty) -> Tally {
        self.tallies[certainty as usize]
    }

    /// Whether no answer had a certainty.
    pub fn is_empty(&self) -> bool {
        self.tallies.iter().all(|tally| tally.all == 0)
    }
}

/// Certainty against results. Of a day that brought an item wrong and right answers only the wrong
/// ones count: after the explanation nobody guesses.
pub fn calibration(record: &Record) -> Calibration {
    let mut calibration = Calibration::default();
    for (_, entry) in record.group("answers") {
        for part in entry::reviews(entry).parts {
            for day in part.days {
                let wrong = day.standing().any(|mark| mark.grade() != Grade::Right);
                for mark in day.standing() {
                    let right = mark.grade() == Grade::Right;
                    if let Some(certainty) = mark.certainty()
                        && right != wrong
                    {
                        let tally = &mut calibration.tallies[certainty as usize];
                        tally.right += u32::from(right);
                        tally.all += 1;
                    }
                }
            }
        }
    }
    calibration
}
