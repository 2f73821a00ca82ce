//! Why a text is not a progress record, and where.

use crate::json::push_number;

/// What is wrong with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The text stops before it is complete.
    Ends,
    /// Something follows after the end.
    AfterEnd,
    /// A value was expected.
    NotAValue,
    /// A name in quotes was expected.
    NotAName,
    /// A colon was expected after a name.
    NoColon,
    /// A comma or a closing bracket was expected.
    NoComma,
    /// A number is incomplete.
    BadNumber,
    /// A backslash is not followed by a known escape.
    BadEscape,
    /// A line break or another control character stands inside quotes.
    ControlCharacter,
    /// Two entries of the group that ends here have the same name.
    Twice,
    /// More than [`crate::MAX_DEPTH`] groups lie within each other.
    TooDeep,
    /// The text is JSON, but not an object.
    NotAnObject,
    /// There is no version, or it is not a whole number from 1.
    NoVersion,
}

impl Reason {
    /// One sentence in plain words.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Ends => "The text stops before it is complete.",
            Self::AfterEnd => "Something follows after the end.",
            Self::NotAValue => "A value was expected here.",
            Self::NotAName => "A name in quotes was expected here.",
            Self::NoColon => "A colon was expected here.",
            Self::NoComma => "A comma or a closing bracket was expected here.",
            Self::BadNumber => "This number is incomplete.",
            Self::BadEscape => "This backslash does not begin a known escape.",
            Self::ControlCharacter => "A line break or control character stands inside quotes.",
            Self::Twice => "The group that ends here has two entries of the same name.",
            Self::TooDeep => "Groups are nested too deeply here.",
            Self::NotAnObject => "This is not a progress record.",
            Self::NoVersion => "The version of this progress record is missing.",
        }
    }
}

/// A reason and its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub reason: Reason,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

impl Problem {
    /// The problem at a byte offset; an offset inside a character counts as its start.
    pub(crate) fn at(text: &str, offset: usize, reason: Reason) -> Self {
        let mut problem = Self {
            reason,
            line: 1,
            column: 1,
        };
        for (at, character) in text.char_indices() {
            if at + character.len_utf8() > offset {
                break;
            }
            if character == '\n' {
                problem.line += 1;
                problem.column = 1;
            } else {
                problem.column += 1;
            }
        }
        problem
    }

    /// The sentence with its place: "Line 3, column 14: A comma … was expected here."
    pub fn message(&self) -> String {
        let mut out = String::from("Line ");
        push_number(&mut out, u64::from(self.line));
        out.push_str(", column ");
        push_number(&mut out, u64::from(self.column));
        out.push_str(": ");
        out.push_str(self.reason.sentence());
        out
    }
}
