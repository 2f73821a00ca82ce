//! Reading the text of an item's reviews; see [`text`](super::text) for its form.

use super::{Base, Day, Head, Part, Reviews};
use crate::json::LARGEST;
use crate::mark::{Mark, Marks};

/// Reads a text from left to right and takes no other form than [`Reviews::write`] has: numbers
/// without leading zeros, marks in order, nothing that is empty.
struct Reader<'a> {
    text: &'a [u8],
    at: usize,
}

/// What stands in front of the days of a part.
pub(crate) struct Start {
    pub(crate) rev: u64,
    pub(crate) base: Option<Base>,
}

/// What takes in a text as it is read.
pub(crate) trait Sink {
    /// A part begins; those before it are of earlier revisions.
    fn start(&mut self, start: Start);
    /// A day of the part that has begun, the marks that stand, and the letters that say so: those
    /// that were taken back stand there too.
    fn day(&mut self, day: u32, marks: Marks, letters: &[u8]);
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text: text.as_bytes(),
            at: 0,
        }
    }

    /// The next byte; 0, which no text has, at the end.
    fn peek(&self) -> u8 {
        self.text.get(self.at).copied().unwrap_or(0)
    }

    /// Takes this byte, if it is next.
    fn take(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == byte;
        self.at += usize::from(is_next);
        is_next
    }

    /// A number; 0 where there is no digit. Ten thousand histories have half a million digits, so nothing
    /// is written to memory for each.
    fn number(&mut self) -> Option<u64> {
        let mut value = 0_u64;
        let mut count = 0;
        for byte in self.text.get(self.at..)? {
            let digit = match byte {
                b'0'..=b'9' => byte - b'0',
                b'a'..=b'z' => byte - b'a' + 10,
                _ => break,
            };
            // A product of 64 bits is slow to check in WebAssembly.
            value = if value >> 56 == 0 {
                value * 36 + u64::from(digit)
            } else {
                value.checked_mul(36)?.checked_add(u64::from(digit))?
            };
            if value == 0 {
                return None;
            }
            count += 1;
        }
        self.at += count;
        Some(value)
    }

    fn mark(&mut self) -> Option<Mark> {
        let mark = Mark::from_letter(self.peek())?;
        self.at += 1;
        Some(mark)
    }

    fn head(&mut self) -> Option<Head> {
        let at = self.number()?;
        let mark = self.mark();
        if mark.is_none() && !self.take(b'.') {
            return None;
        }
        (at <= LARGEST).then_some(Head { at, mark })
    }

    /// Reads the whole text; what the sink has got when the answer is `None` is worth nothing.
    fn all(&mut self, sink: &mut dyn Sink) -> Option<Head> {
        let head = self.head()?;
        let mut before = None;
        while self.at < self.text.len() {
            if before.is_some() && !self.take(b';') {
                return None;
            }
            let rev = self.part(sink)?;
            if before.is_some_and(|before| before >= rev) {
                return None;
            }
            before = Some(rev);
        }
        Some(head)
    }

    /// Reads a part; gives its revision.
    fn part(&mut self, sink: &mut dyn Sink) -> Option<u64> {
        let mut rev = 1;
        let mut number = self.number()?;
        if self.take(b':') {
            rev = number;
            number = self.number()?;
            if rev == 1 {
                return None;
            }
        }
        let mut base = None;
        if number == 0 && self.take(b'(') {
            base = Some(self.base()?);
            number = self.number()?;
        }
        let mut empty = base.is_none();
        sink.start(Start { rev, base });
        let mut day = 0_u32;
        let mut first = true;
        loop {
            let start = self.at;
            let mut marks = Marks::default();
            let mut least = 0;
            while let Some(mark) = self.mark() {
                if mark.index() < least {
                    return None;
                }
                least = mark.index();
                marks.turn(mark);
            }
            let letters = &self.text[start..self.at];
            if letters.is_empty() {
                break;
            }
            if number == 0 && !first || !countable(letters) {
                return None;
            }
            day = day.checked_add(u32::try_from(number).ok()?)?;
            sink.day(day, marks, letters);
            (first, empty) = (false, false);
            number = self.number()?;
        }
        (number == 0 && !empty).then_some(rev)
    }

    fn base(&mut self) -> Option<Base> {
        let mut fields = [0; 9];
        let mut last = 0;
        for (at, field) in fields.iter_mut().enumerate() {
            *field = self.number()?;
            last = at;
            if !self.take(b'.') {
                break;
            }
        }
        // Empty fields at the end are left out. No count of anybody's days is larger.
        if last > 0 && fields[last] == 0 || fields.iter().any(|field| *field > LARGEST) {
            return None;
        }
        let [
            day,
            stability,
            difficulty,
            streak,
            first,
            right,
            not_right,
            edition,
            since,
        ] = fields;
        self.take(b')').then_some(Base {
            day: u32::try_from(day).ok()?,
            edition,
            since,
            stability,
            difficulty,
            streak,
            first,
            right,
            not_right,
        })
    }
}

/// Whether no letter stands more often than is counted.
fn countable(letters: &[u8]) -> bool {
    letters.len() <= usize::from(u8::MAX)
        || letters
            .chunk_by(|one, other| one == other)
            .all(|alike| alike.len() <= usize::from(u8::MAX))
}

/// Checks the text and throws it away.
struct Nothing;

impl Sink for Nothing {
    fn start(&mut self, _: Start) {}
    fn day(&mut self, _: u32, _: Marks, _: &[u8]) {}
}

impl Sink for Vec<Part> {
    fn start(&mut self, start: Start) {
        self.push(Part {
            rev: start.rev,
            base: start.base,
            days: Vec::new(),
        });
    }

    fn day(&mut self, day: u32, _: Marks, letters: &[u8]) {
        let Some(part) = self.last_mut() else { return };
        let mut day = Day {
            day,
            ..Day::default()
        };
        for mark in letters
            .iter()
            .filter_map(|letter| Mark::from_letter(*letter))
        {
            day.marks[mark.index()] += 1;
        }
        part.days.push(day);
    }
}

impl Reviews {
    /// Reads a stored text; `None` unless [`Reviews::write`] would write the same.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut parts = Vec::new();
        let head = Reader::new(text).all(&mut parts)?;
        Some(Self { head, parts })
    }

    /// Whether [`Reviews::parse`] understands a text.
    pub(crate) fn understands(text: &str) -> bool {
        Self::read(text, &mut Nothing).is_some()
    }

    /// Reads a text without keeping it.
    pub(crate) fn read(text: &str, sink: &mut dyn Sink) -> Option<Head> {
        Reader::new(text).all(sink)
    }

    /// The latest revision in a stored text.
    pub(crate) fn latest_rev(text: &str) -> u64 {
        let mut reader = Reader::new(text);
        match reader.text.iter().rposition(|byte| *byte == b';') {
            Some(at) => reader.at = at + 1,
            None => {
                let _ = reader.head();
            }
        }
        match reader.number() {
            Some(rev) if reader.take(b':') => rev,
            _ => 1,
        }
    }
}

impl Head {
    /// The last answer of a stored text.
    pub(crate) fn of(text: &str) -> Option<Self> {
        Reader::new(text).head()
    }
}
