//! The text of an item's reviews, short because ten thousand of them have to fit.
//!
//! ```text
//! mwm0nzmoAg10I3A
//! ```
//! says: answered last at `mwm0nzmo`, right (`A`); wrong (`I`) on day `g10`, right 3 days later.
//!
//! Numbers are in base 36 (`0-9a-z`), marks are letters `A` to `L`, so nothing needs a separator.
//! - *text* = time of the last answer, its mark (`.` for none), then parts joined by `;`
//! - *part* = revision and `:` unless it is 1; base; days
//! - *base* = `(` fields joined by `.` `)`, an empty field is 0, empty ones at the end are left out:
//!   day, stability, difficulty (thousandths), streak, days since its first, answers that were
//!   right, that were not, edition, days since the last review
//! - *day* = days since the day before it in the list (the first: since 1970), then its marks
//!
//! There is one text for each history: [`Reviews::parse`] takes no other.

use super::{Part, Reviews};
use crate::mark::Mark;

impl Reviews {
    /// The text to store.
    pub(crate) fn write(&self) -> String {
        let mut out = String::with_capacity(64);
        push(&mut out, self.head.at);
        out.push(self.head.mark.map_or('.', |mark| char::from(mark.letter())));
        let start = out.len();
        for part in &self.parts {
            if part.base.is_none() && part.days.is_empty() {
                continue;
            }
            if out.len() > start {
                out.push(';');
            }
            part.write(&mut out);
        }
        out
    }
}

impl Part {
    fn write(&self, out: &mut String) {
        if self.rev != 1 {
            push(out, self.rev);
            out.push(':');
        }
        if let Some(base) = &self.base {
            let fields = [
                u64::from(base.day),
                base.stability,
                base.difficulty,
                base.streak,
                base.first,
                base.right,
                base.not_right,
                base.edition,
                base.since,
            ];
            out.push('(');
            let mut skipped = 0;
            for (at, field) in fields.into_iter().enumerate() {
                if field == 0 {
                    skipped += usize::from(at > 0);
                    continue;
                }
                if at > 0 {
                    skipped += 1;
                }
                for _ in 0..std::mem::take(&mut skipped) {
                    out.push('.');
                }
                push(out, field);
            }
            out.push(')');
        }
        let mut last = 0;
        for day in &self.days {
            push(out, u64::from(day.day - last));
            last = day.day;
            for mark in Mark::all() {
                for _ in 0..day.marks[mark.index()] {
                    out.push(char::from(mark.letter()));
                }
            }
        }
    }
}

/// Appends a number in base 36; nothing for 0.
fn push(out: &mut String, value: u64) {
    if value > 0 {
        push(out, value / 36);
        // A remainder below 36 fits a byte.
        let digit = (value % 36) as u8;
        out.push(char::from(if digit < 10 {
            b'0' + digit
        } else {
            b'a' - 10 + digit
        }));
    }
}
