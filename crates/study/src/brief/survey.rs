//! When items are due, straight from the text of a record: no tree is built of years of answers.

use std::borrow::Cow;

use crate::calibration::Calibration;
use crate::entry;
use crate::json::{Object, Parser};
use crate::mark::Marks;
use crate::memory::Standing;
use crate::record::Record;
use crate::reviews::{Reviews, Sink, Start, Timeline};
use crate::shape::ANSWER;
use crate::{MAX_DEPTH, VERSION};

/// What a text says, in one pass.
#[derive(Default)]
pub(super) struct Survey<'a> {
    /// All but the answers.
    pub(super) rest: Record,
    /// Each answered item, and what decides when it is asked.
    pub(super) answers: Vec<(Cow<'a, str>, Option<Standing>)>,
    /// Certainty against results.
    pub(super) calibration: Calibration,
    /// Whether it is certain that [`Record::encode`] writes this very text for the record that
    /// [`Record::decode`] reads from it, leaving nothing aside.
    pub(super) is_own: bool,
    /// Of the item that is being read.
    timeline: Timeline,
}

impl<'a> Survey<'a> {
    /// `None` for what [`Record::encode`] never writes, such as white space between entries; where only an own
    /// text is wanted, for any other.
    pub(super) fn of(text: &'a str, today: u32, only_own: bool) -> Option<Self> {
        let mut survey = Self {
            is_own: true,
            ..Self::default()
        };
        let mut parser = Parser::new(text, MAX_DEPTH);
        let mut fields = Vec::new();
        let mut last = None;
        // The text before the answers and after them.
        let (mut before, mut after) = (text, "");
        parser.take(b'{').then_some(())?;
        loop {
            let start = parser.at;
            let name = name(&mut parser)?;
            if name != "version" {
                survey.is_own &= last.as_ref().is_none_or(|last| *last < name);
                last = Some(name.clone());
            }
            if name == "answers" {
                survey.answers(text, &mut parser, today, only_own)?;
                // With the comma: the version comes first.
                before = text.get(..start.checked_sub(1)?)?;
                after = text.get(parser.at..)?;
            } else {
                fields.push((name.into_owned(), parser.value(1).ok()?));
            }
            if !parser.take(b',') {
                break;
            }
        }
        if !parser.take(b'}') || parser.at < text.len() {
            return None;
        }
        let mut root = Object::from_entries(fields)?;
        (root.remove("version")?.as_number()? == VERSION).then_some(())?;
        let (rest, set_aside) = Record::normal(root);
        survey.is_own &= set_aside == 0 && rest.encode().strip_prefix(before) == Some(after);
        survey.rest = rest;
        Some(survey)
    }

    /// Of a record that has more levels than can be read again.
    pub(super) fn without_answers(record: &Record) -> Self {
        Self {
            rest: super::without_answers(record),
            ..Self::default()
        }
    }

    /// Reads the answers. An odd entry counts as if it were not there.
    fn answers(
        &mut self,
        text: &'a str,
        parser: &mut Parser<'a>,
        today: u32,
        only_own: bool,
    ) -> Option<()> {
        parser.take(b'{').then_some(())?;
        if parser.take(b'}') {
            return Some(());
        }
        loop {
            let item = name(parser)?;
            // Nothing on the site has a name that needs escapes, so whether these are the right ones is not
            // looked at.
            self.is_own &= matches!(item, Cow::Borrowed(_));
            self.is_own &= self.answers.last().is_none_or(|last| last.0 < item);
            let start = parser.at;
            let understood = if parser.peek() == Some(b'"') {
                let reviews = parser.string().ok()?;
                self.is_own &= matches!(reviews, Cow::Borrowed(_));
                self.reviews(&reviews, today)
            } else {
                let entry = parser.value(2).ok()?;
                // With nothing beside them, reviews stand alone.
                self.is_own &= ANSWER.fits(&entry) && entry::extras(&entry).len() > 1;
                self.is_own &= text.get(start..parser.at) == Some(&entry.to_text());
                self.reviews(entry::reviews_text(&entry), today)
            };
            self.is_own &= understood.is_some();
            if only_own && !self.is_own {
                return None;
            }
            let standing = understood.and_then(|()| Standing::of(&self.timeline));
            self.answers.push((item, standing));
            if !parser.take(b',') {
                return parser.take(b'}').then_some(());
            }
        }
    }
}

impl Survey<'_> {
    fn reviews(&mut self, text: &str, today: u32) -> Option<()> {
        self.timeline = Timeline::begin(today);
        Reviews::read(text, self).map(|_| ())
    }
}

impl Sink for Survey<'_> {
    fn start(&mut self, start: Start) {
        self.timeline.start(start);
    }

    fn day(&mut self, day: u32, marks: Marks, letters: &[u8]) {
        self.timeline.day(day, marks, letters);
        self.calibration.day(day, marks, letters);
    }
}

/// A name and its colon.
fn name<'a>(parser: &mut Parser<'a>) -> Option<Cow<'a, str>> {
    if parser.peek() != Some(b'"') {
        return None;
    }
    let name = parser.string().ok()?;
    parser.take(b':').then_some(name)
}
