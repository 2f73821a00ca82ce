//! How an answer went: its grade, how certain the reader was, and what both together mean for the
//! schedule.

/// How right an answer was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// All that fits, and nothing else.
    Right,
    /// Some of what fits.
    Partly,
    /// Nothing that fits.
    Wrong,
}

/// How certain the reader said they were, before the answer was shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// Low.
    Low,
    /// Medium.
    Medium,
    /// High.
    High,
}

impl Certainty {
    /// All three, from low to high.
    pub const ALL: [Self; 3] = [Self::Low, Self::Medium, Self::High];

    /// The certainty of this name in the page (`low`, `medium`, `high`).
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "low" => Some(Self::Low),
            "medium" => Some(Self::Medium),
            "high" => Some(Self::High),
            _ => None,
        }
    }
}

/// How many marks there are.
pub(crate) const MARKS: usize = 12;

/// Grade and certainty in one: a number below [`MARKS`], four certainties (none, low, medium,
/// high) for each grade. Stored as the letters `A` to `L`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Mark(u8);

impl Mark {
    pub(crate) fn new(grade: Grade, certainty: Option<Certainty>) -> Self {
        let certainty = certainty.map_or(0, |certainty| certainty as u8 + 1);
        Self(grade as u8 * 4 + certainty)
    }

    pub(crate) fn all() -> impl Iterator<Item = Self> {
        (0..MARKS as u8).map(Self)
    }

    pub(crate) fn from_letter(letter: u8) -> Option<Self> {
        letter.is_ascii_uppercase().then_some(())?;
        let index = letter - b'A';
        (usize::from(index) < MARKS).then_some(Self(index))
    }

    pub(crate) fn letter(self) -> u8 {
        b'A' + self.0
    }

    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }

    pub(crate) fn grade(self) -> Grade {
        match self.0 / 4 {
            0 => Grade::Right,
            1 => Grade::Partly,
            _ => Grade::Wrong,
        }
    }

    pub(crate) fn certainty(self) -> Option<Certainty> {
        match self.0 % 4 {
            0 => None,
            1 => Some(Certainty::Low),
            2 => Some(Certainty::Medium),
            _ => Some(Certainty::High),
        }
    }
}

/// A set of marks: those that stand on a day. In one number, because five years of ten thousand items have
/// nearly a hundred thousand days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks(u16);

impl Marks {
    /// Those of [`Grade::Right`].
    const RIGHT: u16 = 0b1111;
    /// Those that count as recalled: right, but for low certainty.
    const RECALLED: u16 = 0b1101;

    /// Puts a mark in, or takes it out if it is in.
    pub(crate) fn turn(&mut self, mark: Mark) {
        self.0 ^= 1 << mark.0;
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether the schedule counts one as not recalled.
    pub(crate) fn missed(self) -> bool {
        self.0 & !Self::RECALLED != 0
    }

    /// Whether the schedule counts one as recalled: right, unless the reader was guessing.
    pub(crate) fn recalled(self) -> bool {
        self.0 & Self::RECALLED != 0
    }

    /// Whether with one the reader was certain and wrong.
    pub(crate) fn surprise(self) -> bool {
        self.0 >> 11 != 0
    }

    /// How many are right.
    pub(crate) fn right(self) -> u32 {
        (self.0 & Self::RIGHT).count_ones()
    }

    /// How many are not.
    pub(crate) fn not_right(self) -> u32 {
        (self.0 & !Self::RIGHT).count_ones()
    }

    /// Those of this certainty.
    pub(crate) fn of(self, certainty: Certainty) -> Self {
        Self(self.0 & 0b0001_0001_0001 << (certainty as u8 + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grade_and_certainty_come_back() {
        let certainties = [
            None,
            Some(Certainty::Low),
            Some(Certainty::Medium),
            Some(Certainty::High),
        ];
        for grade in [Grade::Right, Grade::Partly, Grade::Wrong] {
            for certainty in certainties {
                let mark = Mark::new(grade, certainty);
                assert_eq!((mark.grade(), mark.certainty()), (grade, certainty));
                assert_eq!(Mark::from_letter(mark.letter()), Some(mark));
                let mut alone = Marks::default();
                alone.turn(mark);
                let recalled = grade == Grade::Right && certainty != Some(Certainty::Low);
                assert_eq!((alone.recalled(), alone.missed()), (recalled, !recalled));
                let surprise = grade == Grade::Wrong && certainty == Some(Certainty::High);
                assert_eq!(alone.surprise(), surprise);
            }
        }
        assert_eq!(Mark::all().count(), MARKS);
        for mark in Mark::all() {
            let mut alone = Marks::default();
            alone.turn(mark);
            let right = mark.grade() == Grade::Right;
            assert_eq!(
                (alone.right() == 1, alone.not_right() == 1),
                (right, !right)
            );
            for certainty in Certainty::ALL {
                let is_of = mark.certainty() == Some(certainty);
                assert_eq!(!alone.of(certainty).is_empty(), is_of);
            }
            alone.turn(mark);
            assert!(alone.is_empty());
        }
        for other in *b"M@a.0" {
            assert_eq!(Mark::from_letter(other), None);
        }
    }
}
