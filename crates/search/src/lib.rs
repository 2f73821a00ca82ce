//! Full-text search over files that any host can serve.
//!
//! The press makes the index ([`build`], behind the feature of that name): a small [`root`], which
//! says which *shard* holds which range of words, the shards ([`shard`]), a second kind of them for
//! words with typos ([`grams`]), and *sheets* ([`sheet`]) with the texts that results show. All are
//! text files. The browser asks [`query::run`], which does no I/O: it names the files that it lacks and
//! is asked again when they are there. However large the site is, a query needs the root, a shard or
//! two for each word, and the sheets of the results that are shown.
//!
//! Nothing here fails or panics: a file that cannot be read counts as empty.

#[cfg(feature = "build")]
pub mod build;
pub mod digits;
pub mod distance;
pub mod fold;
pub mod grams;
pub mod query;
pub mod root;
pub mod shard;
pub mod sheet;
pub mod stem;

/// What can be found. The discriminants are places in tables of the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// An article.
    Topic = 0,
    /// A term of the glossary.
    Term = 1,
    /// A figure, with its states and parts.
    Figure = 2,
    /// A quiz, with its questions.
    Quiz = 3,
}

impl Kind {
    /// Every kind, in the order of the tables.
    pub const ALL: [Kind; 4] = [Kind::Topic, Kind::Term, Kind::Figure, Kind::Quiz];

    /// How many documents of this kind share a sheet: small ones as many as make it worth a request.
    pub const fn per_sheet(self) -> u32 {
        match self {
            Kind::Term => 12,
            _ => 1,
        }
    }

    /// The letter in the names of its sheets.
    pub const fn letter(self) -> char {
        match self {
            Kind::Topic => 't',
            Kind::Term => 'g',
            Kind::Figure => 'f',
            Kind::Quiz => 'q',
        }
    }
}

/// A file of the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum File {
    /// The root: what the others are.
    Root,
    /// A shard of words, by its place.
    Words(u32),
    /// A shard of grams, by its place.
    Grams(u32),
    /// A sheet of documents, by their kind and its place.
    Sheet(Kind, u32),
}

impl File {
    /// The file's name inside the folder of the index.
    pub fn name(self) -> String {
        let (letter, place) = match self {
            File::Root => return String::from("root.txt"),
            File::Words(place) => ('w', place),
            File::Grams(place) => ('n', place),
            File::Sheet(kind, place) => (kind.letter(), place),
        };
        let mut name = String::from(letter);
        digits::push_decimal(&mut name, place);
        name.push_str(".txt");
        name
    }
}
