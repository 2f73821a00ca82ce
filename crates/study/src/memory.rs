//! What the reader knows, what is due, and what was missed.

use std::cmp::Ordering;

use crate::entry;
use crate::horizon::Horizon;
use crate::json::Json;
use crate::record::Record;
use crate::reviews::Timeline;

/// How long answering one item is taken to last, in seconds: reading it, choosing, and reading why.
pub const SECONDS_EACH: u32 = 30;

/// Below this predicted recall a memory counts as fading.
const FADES: f64 = 0.8;

/// On how many days an item has to be recalled to be solid.
const SOLID_DAYS: u64 = 3;

/// How many days have to lie between the first and the last of them.
const SOLID_SPAN: u32 = 7;

/// How well an item, or a learning goal, is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mastery {
    /// Not answered yet, or not since it changed or was reset.
    New,
    /// Answered, and not recalled since the last miss.
    Seen,
    /// Recalled. In a first session one correct recall is enough.
    Recalled,
    /// Recalled on three days without a miss between them, one of them at least seven days after
    /// another.
    Solid,
    /// Recalled or solid once, but the predicted recall has fallen below 0.8.
    Fading,
}

impl Mastery {
    /// The mastery of a goal whose items have these: new when all are, seen when any is new or
    /// seen, fading when any fades, solid when all are, else recalled. New when there are none.
    pub fn of_goal(items: impl IntoIterator<Item = Self>) -> Self {
        let mut goal = None;
        for item in items {
            goal = Some(match (goal, item) {
                (None, item) => item,
                (Some(goal), item) if goal == item => goal,
                (Some(Self::New | Self::Seen), _) | (_, Self::New | Self::Seen) => Self::Seen,
                (Some(Self::Fading), _) | (_, Self::Fading) => Self::Fading,
                _ => Self::Recalled,
            });
        }
        goal.unwrap_or(Self::New)
    }
}

/// What is known about one item on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Item<'a> {
    /// The item's permanent id, `quiz/item`.
    pub item: &'a str,
    /// The revision that was answered. If the page's is another, the item has changed and is new.
    pub rev: u64,
    /// Whether it is asked as due: not when a page has found that it changed or is gone
    /// ([`Change::Current`](crate::Change::Current)).
    pub asked: bool,
    /// The slug of its topic.
    pub topic: &'a str,
    /// How well it is known.
    pub mastery: Mastery,
    /// The predicted chance of recall on that day, from 0 to 1.
    pub recall: f64,
    /// The day of the last review.
    pub last: u32,
    /// The day on which it is due.
    pub due: u32,
    /// Whether the last answer was certain and wrong.
    pub surprise: bool,
    /// How many answers were right. Of the same answers on one day one counts.
    pub rights: u64,
    /// How many answers there were, counted in the same way.
    pub tries: u64,
}

/// What is due on a day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Due<'a> {
    /// The items, those that are most likely to be forgotten first.
    pub items: Vec<Item<'a>>,
    /// The next day on which another item comes due.
    pub next: Option<u32>,
    /// How many come due on that day.
    pub then: usize,
}

impl Due<'_> {
    /// Counts an item that comes due on a later day.
    pub(crate) fn later(&mut self, day: u32) {
        if self.next.is_none_or(|next| day < next) {
            self.next = Some(day);
            self.then = 0;
        }
        self.then += usize::from(self.next == Some(day));
    }

    /// About how many minutes they take, at [`SECONDS_EACH`]; at least 1 when there are any.
    pub fn minutes(&self) -> u32 {
        minutes(self.items.len())
    }
}

/// About how many minutes so many items take; see [`Due::minutes`].
pub fn minutes(items: usize) -> u32 {
    let seconds = u32::try_from(items)
        .unwrap_or(u32::MAX)
        .saturating_mul(SECONDS_EACH);
    (seconds / 60 + u32::from(seconds % 60 >= 30)).max(u32::from(items > 0))
}

/// What is due today: every item whose day has come, by predicted recall and then by id.
///
/// Whether an item still exists, and in which revision, only a page knows that has them all. Such a
/// page leaves out the others, and says so with [`Change::Current`](crate::Change::Current), so that
/// pages which only count leave them out too.
pub fn due(record: &Record, today: u32) -> Due<'_> {
    let mut due = Due::default();
    for item in items(record, today).filter(|item| item.asked) {
        if item.due <= today {
            due.items.push(item);
        } else {
            due.later(item.due);
        }
    }
    due.items.sort_unstable_by(by_urgency);
    due
}

/// The one that is more likely to be forgotten first.
pub(crate) fn by_urgency(a: &Item<'_>, b: &Item<'_>) -> Ordering {
    a.recall
        .total_cmp(&b.recall)
        .then_with(|| a.item.cmp(b.item))
}

/// "Only what I missed": every item that was not recalled since its last miss, the latest first.
/// Which choice was taken says [`Record::answer`].
pub fn missed(record: &Record, today: u32) -> Vec<Item<'_>> {
    let mut missed: Vec<_> = items(record, today)
        .filter(|item| item.asked && item.mastery == Mastery::Seen)
        .collect();
    missed.sort_unstable_by(|a, b| b.last.cmp(&a.last).then_with(|| a.item.cmp(b.item)));
    missed
}

/// Every item that was answered, by id, as it stands today.
pub fn items(record: &Record, today: u32) -> impl Iterator<Item = Item<'_>> {
    let horizon = record.horizon(today);
    let answers = record.group("answers").iter();
    answers.filter_map(move |(item, entry)| look(record, item, entry, today, horizon))
}

impl Record {
    /// What is known about an item (`quiz/item`) today; `None` when it was not answered.
    pub fn item<'a>(&'a self, item: &'a str, today: u32) -> Option<Item<'a>> {
        let entry = self.root.get("answers")?.as_object()?.get(item)?;
        look(self, item, entry, today, self.horizon(today))
    }

    /// How well an item of this revision is known today.
    pub fn mastery(&self, item: &str, rev: u32, today: u32) -> Mastery {
        match self.item(item, today) {
            Some(known) if known.rev == u64::from(rev) => known.mastery,
            _ => Mastery::New,
        }
    }
}

/// What decides whether and when an item is asked.
pub(crate) struct Standing {
    rev: u64,
    /// The day of the last review, and how long it may wait from there. None for reviews that wait for
    /// their day, because a clock was wrong: ask anew rather than never.
    waits: Option<(u32, u32)>,
    surprise: bool,
    /// Whether there are reviews that are dated later than tomorrow.
    pub(crate) later: bool,
}

impl Standing {
    /// None for an item that was never answered, or not since a reset.
    pub(crate) fn of(timeline: &Timeline) -> Option<Self> {
        let track = &timeline.track;
        let waits = track.memory.map(|memory| (track.last, memory.interval()));
        (waits.is_some() || timeline.waits).then_some(Self {
            rev: timeline.rev?,
            waits,
            surprise: track.surprise,
            later: timeline.waits,
        })
    }

    /// Whether the site still has the item as it was answered.
    pub(crate) fn is_asked(&self, record: &Record, item: &str) -> bool {
        // A lower revision than the answered one is that of an outdated page.
        record
            .current_rev(item)
            .is_none_or(|current| 0 < current && current <= self.rev)
    }

    /// The day on which it is due.
    pub(crate) fn due(&self, today: u32, horizon: Horizon) -> u32 {
        let Some((last, interval)) = self.waits else {
            return today;
        };
        let wait = match horizon.longest_wait() {
            _ if self.surprise => 1,
            Some(longest) => interval.min(longest),
            None => interval,
        };
        last.saturating_add(wait)
    }
}

/// What is known about an item today.
pub(crate) fn look<'a>(
    record: &Record,
    item: &'a str,
    entry: &'a Json,
    today: u32,
    horizon: Horizon,
) -> Option<Item<'a>> {
    let timeline = Timeline::of(entry::reviews_text(entry), today)?;
    let track = &timeline.track;
    let standing = Standing::of(&timeline)?;
    let mut known = Item {
        item,
        rev: standing.rev,
        asked: standing.is_asked(record, item),
        topic: entry::topic(item, entry),
        mastery: Mastery::New,
        recall: 0.0,
        last: track.last,
        due: standing.due(today, horizon),
        surprise: track.surprise,
        rights: track.right,
        tries: track.right.saturating_add(track.not_right),
    };
    let Some(memory) = track.memory else {
        return Some(known);
    };
    known.recall = memory.recall(today.saturating_sub(track.last));
    known.mastery = if track.streak == 0 {
        Mastery::Seen
    } else if known.recall < FADES {
        Mastery::Fading
    } else if track.streak >= SOLID_DAYS && track.last.saturating_sub(track.first) >= SOLID_SPAN {
        Mastery::Solid
    } else {
        Mastery::Recalled
    };
    Some(known)
}
