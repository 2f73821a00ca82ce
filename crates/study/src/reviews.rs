//! The reviews of one item: a small set of days that merges, with the oldest folded into a state.
//!
//! What is stored is one short text; see [`text`]. How two of them join is in the
//! [crate documentation](crate#merging).

mod reader;
mod text;
mod track;

use crate::json::LARGEST;
use crate::mark::{MARKS, Mark, Marks};
pub(crate) use reader::{Sink, Start};
pub(crate) use track::{Timeline, Track};

/// How many days stand in a history before the oldest is folded into the state.
pub(crate) const MOST_DAYS: usize = 8;

/// The last answer: when, and how it went. None after a reset, or when the only answer was undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Head {
    /// In milliseconds since 1970.
    pub(crate) at: u64,
    pub(crate) mark: Option<Mark>,
}

/// Everything that is stored about the reviews of one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reviews {
    pub(crate) head: Head,
    /// One for each revision of the item, the latest last. Only that one counts.
    pub(crate) parts: Vec<Part>,
}

/// The reviews of one revision of an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) rev: u64,
    pub(crate) base: Option<Base>,
    /// By day, each once.
    pub(crate) days: Vec<Day>,
}

/// What came before the days that are listed. The order of the fields decides which of two bases
/// stands: the one that reaches further, then the later edition, then any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Base {
    /// Everything up to this day is in here.
    pub(crate) day: u32,
    /// Counts the bases made on the same day.
    pub(crate) edition: u64,
    /// How many days before `day` the last review was.
    pub(crate) since: u64,
    /// Stability in thousandths of a day; 0 when nothing is known.
    pub(crate) stability: u64,
    /// Difficulty in thousandths.
    pub(crate) difficulty: u64,
    /// Days with a recall since the last miss.
    pub(crate) streak: u64,
    /// How many days before `day` the first of these was.
    pub(crate) first: u64,
    /// How many answers were right.
    pub(crate) right: u64,
    /// How many were not.
    pub(crate) not_right: u64,
}

/// One day's answers: for each mark how often it was set and taken back, so an odd count stands
/// and an even one does not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Day {
    pub(crate) day: u32,
    pub(crate) marks: [u8; MARKS],
}

impl Base {
    /// The edition of a base that stands over this one; no larger than what is read again.
    fn next_edition(&self) -> u64 {
        (self.edition + 1).min(LARGEST)
    }
}

impl Day {
    /// The marks that stand.
    fn standing(&self) -> Marks {
        let mut standing = Marks::default();
        for mark in Mark::all().filter(|mark| self.marks[mark.index()] % 2 == 1) {
            standing.turn(mark);
        }
        standing
    }
}

impl Reviews {
    /// The part that counts: that of the latest revision.
    pub(crate) fn current(&self) -> Option<&Part> {
        self.parts.last()
    }

    /// The part of a revision, made where there is none.
    pub(crate) fn part(&mut self, rev: u64) -> &mut Part {
        let at = match self.parts.binary_search_by(|part| part.rev.cmp(&rev)) {
            Ok(at) => at,
            Err(at) => {
                let part = Part {
                    rev,
                    ..Part::default()
                };
                self.parts.insert(at, part);
                at
            }
        };
        &mut self.parts[at]
    }

    /// Both together. Commutative, associative, idempotent.
    pub(crate) fn join(&self, other: &Self) -> Self {
        let mut joined = Self {
            head: self.head.max(other.head),
            parts: self.parts.clone(),
        };
        for part in &other.parts {
            joined.part(part.rev).join(part);
        }
        joined
    }
}

impl Part {
    /// Sets a mark on a day, or takes it back; returns whether that changed anything.
    pub(crate) fn turn(&mut self, day: u32, mark: Mark, on: bool) -> bool {
        let at = match self.days.binary_search_by(|entry| entry.day.cmp(&day)) {
            Ok(at) => at,
            Err(_) if !on => return false,
            Err(at) => {
                let entry = Day {
                    day,
                    ..Day::default()
                };
                self.days.insert(at, entry);
                at
            }
        };
        let count = &mut self.days[at].marks[mark.index()];
        let turned = (*count % 2 == 1) != on && *count < u8::MAX;
        *count += u8::from(turned);
        turned
    }

    fn join(&mut self, other: &Self) {
        let order = self.base.cmp(&other.base);
        if order.is_lt() {
            self.base = other.base;
        }
        // What one has folded is in its base: there the other's days count as included.
        let reach = self.base.map(|base| base.day);
        let open = |day: &Day| reach.is_none_or(|reach| day.day > reach);
        if order.is_lt() {
            self.days.retain(open);
        }
        self.add(&other.days, |day| order.is_le() || open(day));
    }

    /// Folds the oldest days into the base until there is room for `day`, which is not folded
    /// before the next one comes, so that it can be taken back.
    pub(crate) fn make_room(&mut self, day: u32) {
        let listed = self.days.iter().any(|listed| listed.day == day);
        while self.days.len() + usize::from(!listed) > MOST_DAYS {
            if self.days[0].day == day {
                return;
            }
            let day = self.days.remove(0);
            let mut track = Track::from(self.base.as_ref());
            track.step(day.day, day.standing());
            let edition = match self.base {
                Some(base) if base.day >= day.day => base.next_edition(),
                _ => 0,
            };
            let reach = self.base.map_or(0, |base| base.day).max(day.day);
            self.base = Some(track.base(reach, edition));
        }
    }

    /// Forgets everything. What comes on the same day counts again.
    pub(crate) fn clear(&mut self, day: u32) {
        self.cut(day, &Track::default());
        self.days.clear();
    }

    /// Takes a [`Part::clear`] back: `before` counts again, and what came since too.
    pub(crate) fn bring_back(&mut self, before: &Self, day: u32) {
        let now = std::mem::take(&mut self.days);
        self.base = self.base.max(before.base);
        self.days.clone_from(&before.days);
        self.add(&now, |_| true);
        self.cut(day, &Track::from(before.base.as_ref()));
    }

    /// Puts a base here that stands over the present one and reaches over all listed days.
    fn cut(&mut self, day: u32, track: &Track) {
        let before = self.base.map_or(0, |base| base.day);
        let last = self.days.last().map_or(0, |day| day.day);
        let day = day.max(last).max(before);
        let edition = match self.base {
            Some(base) if base.day == day => base.next_edition(),
            _ => 0,
        };
        self.base = Some(track.base(day, edition));
    }

    /// Adds these days to those that are here.
    fn add(&mut self, days: &[Day], wanted: impl Fn(&Day) -> bool) {
        for day in days {
            if !wanted(day) {
                continue;
            }
            match self.days.binary_search_by(|entry| entry.day.cmp(&day.day)) {
                Ok(at) => {
                    for (count, other) in self.days[at].marks.iter_mut().zip(day.marks) {
                        *count = (*count).max(other);
                    }
                }
                Err(at) => self.days.insert(at, *day),
            }
        }
    }
}
