//! Making an index: [`Part`]s take in documents, on as many threads as there are; [`finish`] makes
//! the files of them.
//!
//! How much a word says about a document, its impact, is the part of BM25F that does not depend on the
//! other documents (S. Robertson and H. Zaragoza 2009, DOI 10.1561/1500000019): occurrences weighted by
//! where they stand, saturated, in 15 steps. How rare the word is enters in the query.

mod finish;
mod part;

pub use finish::finish;
pub use part::{Field, Part};

/// The size of a shard, in bytes before compression, that makes the next one begin.
const SHARD: usize = 5_000;

/// How many documents of each kind a word lists: those it says most about. What a common word costs
/// is bounded by this.
const LISTED: [usize; 4] = [1500, 300, 300, 400];
/// The same for the beginning of many words.
const LISTED_BEGINNING: usize = 30;
/// The longest beginning that gets documents of its own, in letters.
const LONGEST_BEGINNING: usize = 8;
