//! What follows from a history, one day after the other.

use super::reader::{Sink, Start};
use super::{Base, Reviews};
use crate::fsrs::Memory;
use crate::mark::Marks;

/// Thousandths, as a base stores them.
const FINE: f64 = 1000.0;

/// Where a history leads.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Track {
    /// What FSRS knows; nothing before the first review.
    pub(crate) memory: Option<Memory>,
    /// The day of the last review.
    pub(crate) last: u32,
    /// Days with a recall since the last miss.
    pub(crate) streak: u64,
    /// The first of these days.
    pub(crate) first: u32,
    /// How many answers were right.
    pub(crate) right: u64,
    /// How many were not.
    pub(crate) not_right: u64,
    /// Whether the last day brought a certain and wrong answer.
    pub(crate) surprise: bool,
}

/// What an item's text says on a day: follows the latest revision while the text is read.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Timeline {
    today: u32,
    /// The latest revision; nothing when there is none.
    pub(crate) rev: Option<u64>,
    /// Where it leads.
    pub(crate) track: Track,
    /// Whether days wait that are dated later than tomorrow.
    pub(crate) waits: bool,
}

impl Timeline {
    /// Follows a text up to the day after `today`: a reader who traveled may have reviews of
    /// tomorrow. What is dated later waits for its day. `None` when the text is not understood.
    pub(crate) fn of(text: &str, today: u32) -> Option<Self> {
        let mut timeline = Self::begin(today);
        Reviews::read(text, &mut timeline)?;
        Some(timeline)
    }

    /// One that has not read anything yet.
    pub(crate) fn begin(today: u32) -> Self {
        Self {
            today,
            ..Self::default()
        }
    }
}

impl Sink for Timeline {
    fn start(&mut self, start: Start) {
        self.rev = Some(start.rev);
        self.track = Track::from(start.base.as_ref());
        self.waits = false;
    }

    fn day(&mut self, day: u32, marks: Marks, _: &[u8]) {
        if day <= self.today.saturating_add(1) {
            self.track.step(day, marks);
        } else {
            self.waits |= !marks.is_empty();
        }
    }
}

impl Track {
    pub(crate) fn from(base: Option<&Base>) -> Self {
        let Some(base) = base else {
            return Self::default();
        };
        let back = |days: u64| {
            let days = u32::try_from(days).unwrap_or(u32::MAX);
            base.day.saturating_sub(days)
        };
        let memory = (base.stability > 0).then(|| Memory {
            stability: base.stability as f64 / FINE,
            difficulty: (base.difficulty as f64 / FINE).clamp(1.0, 10.0),
        });
        Self {
            memory,
            last: memory.map_or(0, |_| back(base.since)),
            streak: base.streak,
            first: back(base.first),
            right: base.right,
            not_right: base.not_right,
            surprise: false,
        }
    }

    /// This state as a base that reaches up to `day`. Stability and difficulty keep three decimals.
    pub(crate) fn base(&self, day: u32, edition: u64) -> Base {
        // Both are positive and far below 2^53.
        let fine = |value: f64| (value * FINE).round_ties_even().max(1.0) as u64;
        Base {
            day,
            edition,
            since: u64::from(self.memory.map_or(0, |_| day.saturating_sub(self.last))),
            stability: self.memory.map_or(0, |memory| fine(memory.stability)),
            difficulty: self.memory.map_or(0, |memory| fine(memory.difficulty)),
            streak: self.streak,
            first: match self.streak {
                0 => 0,
                _ => u64::from(day.saturating_sub(self.first)),
            },
            right: self.right,
            not_right: self.not_right,
        }
    }

    /// One day's answers: a miss first, then a recall, whatever their order was. Repeating an
    /// answer on the same day changes nothing.
    pub(crate) fn step(&mut self, day: u32, marks: Marks) {
        if marks.is_empty() {
            return;
        }
        self.right = self.right.saturating_add(u64::from(marks.right()));
        self.not_right = self.not_right.saturating_add(u64::from(marks.not_right()));
        if marks.missed() {
            self.review(day, false);
            self.streak = 0;
        }
        if marks.recalled() {
            self.review(day, true);
            if self.streak == 0 {
                self.first = day;
            }
            self.streak = self.streak.saturating_add(1);
        }
        self.surprise = marks.surprise();
    }

    fn review(&mut self, day: u32, recalled: bool) {
        let elapsed = day.saturating_sub(self.last);
        self.memory = Some(match self.memory {
            None => Memory::first(recalled),
            Some(memory) => memory.next(elapsed, recalled),
        });
        self.last = self.last.max(day);
    }
}
