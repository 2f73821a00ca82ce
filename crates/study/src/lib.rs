//! The learner: what was read and answered, what is remembered and due, where the reader was, and
//! how an answer is scored.
//!
//! Pure: no clock, storage, page or randomness. Times are arguments: `at` in milliseconds since
//! 1970, and days, of the reader's own calendar, in days since 1 January 1970.
//!
//! # Use
//! ```
//! use study::{Change, Decoded, Record, Topic};
//!
//! let stored = r#"{"version":1}"#;
//! let mut record = match Record::decode(stored) {
//!     Decoded::Ready { record, .. } => record,
//!     Decoded::Newer { .. } => return, // Read on, but never write.
//!     Decoded::Damaged(_) => Record::new(), // First copy the text to another key.
//! };
//! let topic = Topic { slug: "three-glutes", title: "The three glutes", sections: 7 };
//! let read = Change::SectionRead { topic, section: "maximus", title: "The largest one" };
//! if record.apply(&read, 1_795_000_000_000) {
//!     let text = record.encode(); // Store it.
//!     # assert!(text.contains("maximus"));
//! }
//! assert_eq!(record.summary().topics[0].read, 1);
//! ```
//! The app reads and writes the text itself under [`STORAGE_KEY`]. Read it anew before each change,
//! for another tab may have written since; a tab that holds a record of its own in memory goes on
//! with [`follow`]`(&mine, &stored)`.
//!
//! # Memory
//! ```
//! use study::{Certainty, Change, Grade, Horizon, Mastery, Record, due, missed};
//!
//! let mut record = Record::new();
//! let today = 20_775; // Days since 1 January 1970, where the reader is.
//! let answered = |item, grade, certainty, day| Change::Answered {
//!     item, rev: 1, topic: "three-glutes", chosen: &["maximus"], grade, certainty, day,
//! };
//! let right = answered("three-glutes/largest", Grade::Right, None, today);
//! record.apply(&right, 1_795_000_000_000);
//! let wrong = answered("three-glutes/side", Grade::Wrong, Some(Certainty::High), today);
//! record.apply(&wrong, 1_795_000_030_000);
//!
//! assert!(due(&record, today).items.is_empty());
//! let tomorrow = due(&record, today + 1);
//! assert_eq!((tomorrow.items.len(), tomorrow.minutes()), (1, 1)); // "1 due, about 1 minute"
//! assert!(tomorrow.items[0].surprise); // certain and wrong
//! assert_eq!(tomorrow.next, Some(today + 2));
//! assert_eq!(missed(&record, today)[0].item, "three-glutes/side");
//! assert_eq!(record.mastery("three-glutes/largest", 1, today), Mastery::Recalled);
//! let goal = ["largest", "side"].map(|item| {
//!     record.mastery(&["three-glutes/", item].concat(), 1, today)
//! });
//! assert_eq!(Mastery::of_goal(goal), Mastery::Seen);
//!
//! assert_eq!(record.undoable(), Some("three-glutes/side"));
//! record.apply(&Change::Undo, 1_795_000_040_000);
//! assert_eq!(record.answer("three-glutes/side"), None);
//! record.apply(&Change::Horizon { horizon: Horizon::Week, day: today }, 1_795_000_050_000);
//! assert_eq!(record.horizon(today + 8), Horizon::Always); // The week is over.
//!
//! let before = record.clone(); // Kept for as long as the reset can be taken back.
//! record.apply(&Change::ResetTopic { topic: "three-glutes", day: today }, 1_795_000_060_000);
//! assert_eq!(record.mastery("three-glutes/largest", 1, today), Mastery::New);
//! let restore = Change::RestoreTopic { topic: "three-glutes", before: &before, day: today };
//! record.apply(&restore, 1_795_000_070_000);
//! assert_eq!(record.mastery("three-glutes/largest", 1, today), Mastery::Recalled);
//! ```
//! - **Outcome.** Right counts as recalled; right with low certainty, partly right and wrong count
//!   as missed. Wrong with high certainty is a surprise and is due the next day.
//! - **Schedule.** [`Memory`] is FSRS-6. A day's answers count as a set: first a miss, if there was
//!   one, then a recall. So in a first session one correct recall is enough, and repeating an answer
//!   on the same day changes nothing.
//! - **Mastery.** See [`Mastery`]. Recalls are counted from the last miss on.
//! - **Horizon.** See [`Horizon`]: until it ends, no item waits longer than the gap that serves it.
//! - **Days.** What is dated later than tomorrow (a clock was wrong) is kept and waits for its day;
//!   an item that has nothing else is due at once, for it is better asked than forgotten. What is
//!   dated earlier (the clock was set back) takes its place in the order of days.
//! - **Items that changed or vanished.** Each revision has a history of its own, and the latest one
//!   counts: [`Item::rev`] says which. What changed or is gone stays in the record; a page that knows
//!   all items leaves it out and notes it ([`Change::Current`]), so that it is not counted as due
//!   anywhere.
//!
//! # The stored form
//! One JSON object. Version 2, which every later release decodes:
//! ```json
//! {
//!   "version": 2,
//!   "answers": {
//!     "three-glutes/largest": "mwm0nzmoAg10I3A",
//!     "three-glutes/side": {"chosen": ["medius"], "reviews": "mwm0nzmoLg13L", "topic": "overview"}
//!   },
//!   "current": {"three-glutes/side": {"at": 1795000000000, "rev": 2}},
//!   "erased": 1794000000000,
//!   "guesses": {"three-glutes/p-largest": {"at": 1795000000000, "chosen": ["the big one"]}},
//!   "horizon": {"at": 1795000000000, "day": 20775, "need": "term"},
//!   "kept": [{"place": ["answers", "three-glutes/odd"], "text": "[1,2.50]"}],
//!   "place": {
//!     "at": 1795000030000, "path": "/topics/three-glutes/", "title": "The three glutes",
//!     "section": "maximus", "heading": "The largest one", "offset": 120
//!   },
//!   "read": {
//!     "three-glutes": {
//!       "at": 1795000000000, "title": "The three glutes", "total": 7,
//!       "sections": {"maximus": {"at": 1795000010000, "read": true, "title": "The largest one"}}
//!     }
//!   },
//!   "undo": {"at": 1795000020000, "item": "three-glutes/side", "rev": 1, "day": 20775, "mark": "L"}
//! }
//! ```
//! - Every group may be missing. `at` is a time; `place.offset` is in CSS pixels; `total` is the
//!   number of sections of the topic as last seen; `erased` is when the reader last erased
//!   everything. `chosen` is a list of texts whose meaning and order belong to the kind of item.
//! - An answer is the text of its reviews, or an object with that text as `reviews` and with what
//!   does not follow from it: `chosen` unless the answer was right, `topic` unless it is the
//!   quiz's name. A guess stands under its topic and the paragraph that answers it; it leaves out
//!   `rev` when it is 1 and `topic` when it begins its name, and `chosen` is empty once it was taken back.
//! - The text of reviews has numbers in base 36 and answers as letters, `A` right, `E` partly right,
//!   `I` wrong, each followed by three with low, medium and high certainty. It begins with the time
//!   and letter of the last answer (`.` for none). Then, for each revision that was answered,
//!   separated by `;`: the revision and `:` unless it is 1; what is folded, in parentheses; and up to
//!   eight days, oldest first, each as the number of days since the one before and its letters. A
//!   letter that stands there twice was taken back.
//! - Folded are the days before the last eight, as fields with dots between them, 0 and the end
//!   left out: the last folded day, stability and difficulty in thousandths, days recalled since
//!   the last miss, how many days ago the first of them was, answers that were right, that were not,
//!   the edition (which counts resets on one day), days since the last review.
//! - `current` says which revision an item has on the site, 0 for none, where it is not the answered
//!   one; `undo` is what is needed to take the last answer back.
//! - A field that this release does not know is kept at every level, with its numbers as written,
//!   and written back.
//! - A known field of the wrong type, or an entry without what it needs (`at` and `read` of a
//!   section; `reviews` of an answer; `at` and `chosen` of a guess; `at` and `path` of the place),
//!   is not understood: it moves to `kept` with its place and its text, is reported, and returns to
//!   its place as soon as a release understands it (if there are at most 20,000 such things).
//! - A version above 2 is [`Decoded::Newer`]: never overwritten. A text that is not a record is
//!   [`Decoded::Damaged`], with the reason and where.
//!
//! Version 1 had an object for each answer: `at`, `right`, `chosen`, and where they did not follow
//! from the rest `rev`, `topic`, `tries` and `rights`. It becomes one review on the day of `at`
//! (UTC); earlier tries are folded as counts. The same entry always becomes the same review, so a
//! file exported in version 1 still merges with what became of it here.
//!
//! # Merging
//! [`merge`] joins two records, for two tabs, an imported file, and undo. It is commutative,
//! associative and idempotent, so the order of merges and their number do not matter.
//! 1. What is in one record only is in the result: topics, sections, answers, guesses, unknown
//!    fields, and what is not understood.
//! 2. Of a section, the last answer to an item, a guess, an item's revision on the site, the place, the
//!    horizon, what undo needs, and a topic's title and total, the one with the later `at` wins, as a whole. At the same
//!    `at`, content decides, the same on every device.
//! 3. Reviews of one revision of an item join day by day and letter by letter; of a letter that one
//!    side has taken back and the other has not, the side that has turned it more often wins. So
//!    reviews from two devices add up, the same answer on one day counts once, and an answer that
//!    was taken back stays so. Revisions join each by itself.
//! 4. Of two folded states the one that reaches further wins (then the later edition, then any, the
//!    same on every device), and days of the other side up to where it reaches count as folded in
//!    it. This is the one place where something can go uncounted: reviews that another device made
//!    before the last eight days of an item here, and never brought together since.
//! 5. A reset folds everything into an empty state, so an old copy does not undo it; taking it back
//!    folds the state from before, in a later edition.
//! 6. Unknown fields are joined by content, whatever their age: objects name by name; of two
//!    other values the greater one (larger number, later text; objects over lists over texts over
//!    numbers over true over false over null).
//! 7. `erased` is the later of both and removes nothing, so that an old file or an undo brings
//!    everything back. Between tabs that hold records in memory, the one with the later erasure
//!    stands alone ([`follow`]): a tab that still holds what was erased does not bring it back.
//!
//! A change always gets a time after the entry it replaces, so what the reader does last wins even
//! when the clock was set back ([`Record::apply`]).
//!
//! # Text stays text
//! Titles and ids are stored and exported as they are; nothing is escaped for HTML. An imported
//! file may hold anything in them: show them as text, never as markup. The one address in the
//! record, `place.path`, is handed out only when it can lead nowhere but into this site
//! ([`Record::continue_target`]).

mod brief;
mod calibration;
mod change;
mod entry;
pub mod export;
mod fsrs;
mod guess;
mod horizon;
pub mod import;
mod json;
mod learn;
mod mark;
mod memory;
mod merge;
pub mod practice;
mod problem;
mod record;
mod reviews;
pub mod score;
mod shape;
mod summary;

pub use brief::Brief;
pub use calibration::{Calibration, Tally, calibration};
pub use change::{Change, Erased, Place, Topic, erase, follow, merge, unmerge};
pub use fsrs::Memory;
pub use guess::Guess;
pub use horizon::Horizon;
pub use mark::{Certainty, Grade};
pub use memory::{Due, Item, Mastery, SECONDS_EACH, due, items, minutes, missed};
pub use problem::{Problem, Reason};
pub use record::{Decoded, Kept, Record};
pub use summary::{Answer, Continue, Section, Summary, TopicSummary};

/// The key of the record in the browser's storage.
pub const STORAGE_KEY: &str = "prime-mover.progress";

/// The version of the stored form that this release writes.
pub const VERSION: u64 = 2;

/// How many lists and objects may lie within each other in a stored record.
pub const MAX_DEPTH: usize = 128;
