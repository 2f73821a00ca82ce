//! Everything an author writes, typed. The press reads it from `content/`,
//! checks it and writes the site from it.
//!
//! References from one piece of content to another stay names here (slugs and
//! ids); whether they exist is checked by the press. Where a name was written
//! is kept with it ([`Located`]), so that an error can point there.

mod lists;
mod prose;
mod quiz;
mod topic;

pub use lists::{
    CareCard, CareKind, CareLevel, Coverage, Home, HomePoint, Intros, Page, Part, Point, Reference,
    Site, Synonym, Term, Track,
};
pub use prose::{
    Alignment, Block, CalloutKind, Inline, ListItem, Prose, Section, Strength, Table, plain_text,
};
pub use quiz::{
    Aim, Answer, Case, Choice, Claim, Entry, Help, Item, Kind, Marked, Number, Pair, Quiz, Region,
    Sought, Step, words,
};
pub use topic::{Date, Goal, Guess, Review, Topic};

use core::ops::{Deref, Range};

/// A value together with the bytes of its file that it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Byte range in the file.
    pub span: Range<usize>,
}

impl<T> Located<T> {
    /// A value read from `span`.
    pub const fn new(value: T, span: Range<usize>) -> Self {
        Located { value, span }
    }
}

impl<T> Deref for Located<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// A figure and its state, as written: `one-leg-stance?lean=5`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FigureState {
    /// The figure's name.
    pub name: String,
    /// The state, a query string without `?`; empty for the default state.
    pub query: String,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// `topic:slug` or `topic:slug#anchor`
    Topic {
        /// The topic.
        slug: String,
        /// A heading or paragraph of it.
        anchor: Option<String>,
    },
    /// `#anchor`: a heading or paragraph of the same topic.
    Here(String),
    /// `figure:name?query`
    Figure(FigureState),
    /// `quiz:slug`, `quiz:slug#item` or `quiz:slug/item`
    Quiz {
        /// The quiz.
        slug: String,
        /// A question of it.
        item: Option<String>,
    },
    /// `glossary:term`
    Glossary(String),
    /// `page:/about/`: a path inside the site, perhaps with `#anchor`.
    Page(String),
    /// `https://…`
    External(String),
}
