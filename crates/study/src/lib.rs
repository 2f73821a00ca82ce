//! The learner: what was read and answered, where the reader was, and how an answer is scored.
//!
//! Pure: no clock, storage, page or randomness. The time of a change is an argument, in
//! milliseconds since 1970.
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
//! # The stored form
//! One JSON object. Version 1, which every later release decodes:
//! ```json
//! {
//!   "version": 1,
//!   "answers": {
//!     "three-glutes/largest": {
//!       "at": 1795000020000, "rev": 2, "topic": "glutes-overview",
//!       "chosen": ["maximus"], "right": true, "tries": 2, "rights": 1
//!     }
//!   },
//!   "erased": 1794000000000,
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
//!   }
//! }
//! ```
//! - Every group may be missing. `at` is a time; `place.offset` is in CSS pixels; `total` is the
//!   number of sections of the topic as last seen; `erased` is when the reader last erased
//!   everything. `chosen` is a list of texts whose meaning and order belong to the kind of item.
//!   An answer leaves out `rev` when it is 1, `topic` when it is the quiz's name, `tries` when it
//!   is 1 and `rights` when it is 0.
//! - A field that this release does not know is kept at every level, with its numbers as written,
//!   and written back. A later history of answers can be a new field of an answer.
//! - A known field of the wrong type, or an entry without what it needs (`at` and `read` of a
//!   section; `at` and `right` of an answer; `at` and `path` of the place), is not
//!   understood: it moves to `kept` with its place and its text, is reported, and returns to its
//!   place as soon as a release understands it (if there are at most 20,000 such things).
//! - A version above 1 is [`Decoded::Newer`]: never overwritten. A text that is not a record is
//!   [`Decoded::Damaged`], with the reason and where.
//!
//! # Merging
//! [`merge`] joins two records, for two tabs, an imported file, and undo. It is commutative,
//! associative and idempotent, so the order of merges and their number do not matter.
//! 1. What is in one record only is in the result: topics, sections, answers, unknown fields, and
//!    what is not understood.
//! 2. Of a section, an answer, the place, and a topic's title and total, the one with the later
//!    `at` wins, as a whole. At the same `at`, content decides, the same on every device: read
//!    before unread, the higher revision, right before wrong.
//! 3. `tries` and `rights` are the larger of both. Tries made in two places between merges may so
//!    be counted once, never twice.
//! 4. Unknown fields are joined by content, whatever their age: objects name by name; of two
//!    other values the greater one (larger number, later text; objects over lists over texts over
//!    numbers over true over false over null).
//! 5. `erased` is the later of both and removes nothing, so that an old file or an undo brings
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

mod change;
pub mod export;
pub mod import;
mod json;
mod merge;
mod problem;
mod record;
pub mod score;
mod shape;
mod summary;

pub use change::{Change, Erased, Place, Topic, erase, follow, merge};
pub use problem::{Problem, Reason};
pub use record::{Decoded, Kept, Record};
pub use summary::{Answer, Continue, Section, Summary, TopicSummary};

/// The key of the record in the browser's storage.
pub const STORAGE_KEY: &str = "prime-mover.progress";

/// The version of the stored form that this release writes.
pub const VERSION: u64 = 1;

/// How many lists and objects may lie within each other in a stored record.
pub const MAX_DEPTH: usize = 128;
