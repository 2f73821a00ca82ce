//! What most pages need of a record, kept beside it so that they need not read years of answers.

mod survey;

use crate::calibration::{Calibration, Tally};
use crate::json::{Json, Object, push_number};
use crate::memory::{self, Due, by_urgency};
use crate::record::{Decoded, Record};
use survey::Survey;

/// The groups of the record that a brief has whole.
const WHOLE: [&str; 3] = ["guesses", "place", "read"];

/// Raise it when a release reads a record in another way: what an earlier one kept then fits no more.
const FORM: u64 = 2;

/// An item that is not asked on any day.
const NEVER: u32 = u32::MAX;

/// From this character on, a character stands for so many days; those below have other uses in the text.
const TODAY: u32 = '0' as u32;

/// Farther than any interval; a day that a wrong clock has made still farther counts as this one.
const FARTHEST: u32 = 40_000;

/// Stands for [`NEVER`].
const NEVER_SIGN: u32 = TODAY + FARTHEST + 1;

/// A record without its answers, and on which day each answered item is due.
///
/// Everything in it follows from the record, so it may be lost or left out at any time: it is no part
/// of the stored form, not exported, and made anew where it does not fit. Keep it only beside a text
/// that [`Record::encode`] has written: where it fits, [`Record::reread`] is enough to read that text.
///
/// ```
/// use study::{Brief, Change, Grade, Record, due};
///
/// let mut record = Record::new();
/// let answer = Change::Answered {
///     item: "three-glutes/largest", rev: 1, topic: "three-glutes",
///     chosen: &["maximus"], grade: Grade::Right, certainty: None, day: 20_775,
/// };
/// record.apply(&answer, 1_795_000_000_000);
/// let text = record.encode();
/// let stored = Brief::of(&record, 20_775).write(&text); // Store both.
///
/// let brief = Brief::read(&stored, &text, 20_777).expect("it is of this text");
/// assert_eq!(brief.due(20_777), due(&record, 20_777).items.len());
/// assert!(Brief::read(&stored, r#"{"version":2}"#, 20_777).is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    record: Record,
    /// The day on which it was made: what was due then has that day.
    made: u32,
    /// The last day on which `days` are right.
    until: u32,
    /// For each answered item, by id.
    days: Vec<u32>,
    calibration: Calibration,
}

impl Brief {
    /// What a record says today.
    pub fn of(record: &Record, today: u32) -> Self {
        let text = record.encode();
        let survey = Survey::of(&text, today, false);
        let survey = survey.unwrap_or_else(|| Survey::without_answers(record));
        Self::from(&survey, today)
    }

    /// What the text of a record says today, without reading all of the record. `None` unless it is a text
    /// that [`Record::encode`] has written, and where the name of an item has escapes.
    pub fn of_text(text: &str, today: u32) -> Option<Self> {
        let survey = Survey::of(text, today, true)?;
        survey.is_own.then(|| Self::from(&survey, today))
    }

    fn from(survey: &Survey<'_>, today: u32) -> Self {
        let record = &survey.rest;
        let (horizon, since) = record.horizon_chosen();
        let end = horizon.days().map(|days| since.saturating_add(days));
        // When its horizon ends, an item may wait longer.
        let mut until = end.filter(|end| *end >= today).unwrap_or(NEVER);
        let horizon = record.horizon(today);
        let farthest = today.saturating_add(FARTHEST);
        let mut days = Vec::with_capacity(survey.answers.len());
        for (item, standing) in &survey.answers {
            let asked = standing
                .as_ref()
                .filter(|standing| standing.is_asked(record, item));
            days.push(asked.map_or(NEVER, |standing| {
                standing.due(today, horizon).clamp(today, farthest)
            }));
            if standing.as_ref().is_some_and(|standing| standing.later) {
                // Tomorrow a review that is dated later may count.
                until = today;
            }
        }
        Self {
            record: without_answers(record),
            made: today,
            until,
            days,
            calibration: survey.calibration,
        }
    }

    /// The same when something else than the answers, the horizon and the revisions on the site has changed.
    pub fn with(&self, record: &Record) -> Self {
        Self {
            record: without_answers(record),
            ..self.clone()
        }
    }

    /// The record without its answers: what was read, the guesses, and the place.
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// What [`calibration`](crate::calibration) says of the record that it was made of.
    pub fn calibration(&self) -> Calibration {
        self.calibration
    }

    /// Whether it says what is due on this day.
    pub fn holds(&self, today: u32) -> bool {
        (self.made..=self.until).contains(&today)
    }

    /// How many items are due on a day on which it [`holds`](Self::holds).
    pub fn due(&self, today: u32) -> usize {
        self.days.iter().filter(|day| **day <= today).count()
    }

    /// What is due in the record that it was made of, as [`due`](crate::due) says it, but looking only at
    /// those items. `None` when it does not hold, or is of another record.
    pub fn due_in<'a>(&self, record: &'a Record, today: u32) -> Option<Due<'a>> {
        let answers = record.group("answers");
        if answers.len() != self.days.len() || !self.holds(today) {
            return None;
        }
        let horizon = record.horizon(today);
        let mut due = Due::default();
        for ((item, entry), day) in answers.iter().zip(&self.days) {
            if *day <= today {
                let known = memory::look(record, item, entry, today, horizon);
                due.items.extend(known);
            } else if *day < NEVER {
                due.later(*day);
            }
        }
        due.items.sort_unstable_by(by_urgency);
        Some(due)
    }

    /// The text to store beside `text`, which is the record's.
    pub fn write(&self, text: &str) -> String {
        let mut out = String::new();
        push_number(&mut out, fingerprint(text));
        let tallies = self.calibration.tallies.iter();
        let tallies = tallies.flat_map(|tally| [tally.right, tally.all]);
        for number in [self.made, self.until].into_iter().chain(tallies) {
            out.push('\n');
            push_number(&mut out, u64::from(number));
        }
        out.push('\n');
        for day in &self.days {
            let sign = match day {
                &NEVER => NEVER_SIGN,
                day => TODAY + (day - self.made),
            };
            out.extend(char::from_u32(sign));
        }
        out.push('\n');
        self.record.write(&mut out);
        out
    }

    /// Reads what [`Brief::write`] has written. `None` unless it was for this text of a record, and holds
    /// today.
    pub fn read(stored: &str, text: &str, today: u32) -> Option<Self> {
        let mut lines = stored.splitn(11, '\n');
        let mut number = || Json::Number(lines.next()?.to_owned()).as_number();
        let of = number()?;
        let mut number = || number().and_then(|number| u32::try_from(number).ok());
        let (made, until) = (number()?, number()?);
        let mut calibration = Calibration::default();
        for tally in &mut calibration.tallies {
            *tally = Tally {
                right: number()?,
                all: number()?,
            };
        }
        if !(made..=until).contains(&today) || of != fingerprint(text) {
            return None;
        }
        let days = lines.next()?.chars().map(|sign| match u32::from(sign) {
            NEVER_SIGN => NEVER,
            sign => made.saturating_add(sign.saturating_sub(TODAY)),
        });
        let days = days.collect();
        let Decoded::Ready { record, .. } = Record::decode(lines.next()?) else {
            return None;
        };
        Some(Self {
            record,
            made,
            until,
            days,
            calibration,
        })
    }
}

fn without_answers(record: &Record) -> Record {
    let mut root = Object::default();
    for name in WHOLE {
        if let Some(group) = record.root.get(name) {
            root.set(name, group.clone());
        }
    }
    Record { root }
}

/// A number that tells texts apart, not above 2^53.
fn fingerprint(text: &str) -> u64 {
    // The golden ratio: odd, and its bits look like chance.
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut sum = text.len() as u64 ^ FORM << 48;
    let mut add = |word: u64| {
        sum = (sum.rotate_left(25) ^ word).wrapping_mul(FACTOR);
    };
    let (words, rest) = text.as_bytes().as_chunks::<8>();
    for word in words {
        add(u64::from_le_bytes(*word));
    }
    for byte in rest {
        add(u64::from(*byte));
    }
    sum >> 11
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_made_only_of_what_would_be_written_so() {
        const REVIEWS: &str = "mwm0nzmoAg10I3A";
        let whole = |answers: &str, rest: &str| {
            let answers = answers.replace('~', REVIEWS);
            ["{\"version\":2,\"answers\":{", &answers, "}", rest, "}"].concat()
        };
        let own = [
            whole("", ""),
            whole(r#""q/a":"~","q/b":"~""#, r#","erased":1"#),
            whole(r#""q/a":{"chosen":["x"],"reviews":"~"}"#, ""),
            whole(
                r#""q/a":{"later":[1.50],"reviews":"~"}"#,
                r#","unknown":{}"#,
            ),
            r#"{"version":2}"#.to_owned(),
        ];
        let foreign = [
            // Shorter, in another order, twice, or elsewhere.
            whole(r#""q/a":{"reviews":"~"}"#, ""),
            whole(r#""q/b":"~","q/a":"~""#, ""),
            whole(r#""q/a":"~","q/a":"~""#, ""),
            whole(r#""q/a":"~""#, r#","answers":{}"#),
            whole(r#""q/a":"~""#, r#","a":{}"#),
            whole(r#""q/a":"~""#, "").replacen(r#","answers""#, r#","read":{},"answers""#, 1),
            whole(r#""q/a":{"reviews":"~","chosen":["x"]}"#, ""),
            whole(r#""q/a":{"chosen": ["x"],"reviews":"~"}"#, ""),
            whole(r#""q/a":"~""#, r#","undo":{"at":1},"erased":1"#),
            // Not understood, or of another version.
            whole(r#""q/a":{"chosen":[1],"reviews":"~"}"#, ""),
            whole(r#""q/a":{"at":1,"right":true}"#, ""),
            whole(r#""q/a":"~z""#, ""),
            whole(r#""q/a":7"#, ""),
            whole(r#""q/a":"~""#, r#","erased":"never""#),
            whole(r#""q/a":"~""#, "").replacen('2', "1", 1),
            // Kept once, and understood by now.
            whole(
                "",
                r#","kept":[{"place":["answers","q/a"],"text":"\"~\""}]"#,
            )
            .replace('~', REVIEWS),
        ];
        for (text, is_own) in own
            .iter()
            .map(|text| (text, true))
            .chain(foreign.iter().map(|text| (text, false)))
        {
            let brief = Brief::of_text(text, 20_777);
            assert_eq!(brief.is_some(), is_own, "{text}");
            let again = match Record::decode(text) {
                Decoded::Ready { record, .. } => record.encode() == *text,
                _ => false,
            };
            assert_eq!(again, is_own, "{text}");
        }
    }

    #[test]
    fn tells_texts_apart() {
        let texts = [
            "",
            "a",
            "b",
            "ab",
            "ba",
            "12345678",
            "12345679",
            "123456789",
        ];
        for (at, one) in texts.iter().enumerate() {
            for other in &texts[at + 1..] {
                assert_ne!(fingerprint(one), fingerprint(other), "{one} {other}");
            }
        }
    }
}
