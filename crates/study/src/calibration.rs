//! How well the reader's certainty fits their answers.

use crate::entry;
use crate::mark::{Certainty, Marks};
use crate::record::Record;
use crate::reviews::{Reviews, Sink, Start};

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
    pub(crate) tallies: [Tally; 3],
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
        // What is not understood was set aside when the record was read.
        let _ = Reviews::read(entry::reviews_text(entry), &mut calibration);
    }
    calibration
}

impl Sink for Calibration {
    fn start(&mut self, _: Start) {}

    fn day(&mut self, _: u32, marks: Marks, _: &[u8]) {
        let wrong = marks.not_right();
        for (certainty, tally) in Certainty::ALL.into_iter().zip(&mut self.tallies) {
            let marks = marks.of(certainty);
            if wrong > 0 {
                tally.all += marks.not_right();
            } else {
                tally.right += marks.right();
                tally.all += marks.right();
            }
        }
    }
}
