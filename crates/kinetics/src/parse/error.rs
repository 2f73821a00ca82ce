//! What is wrong with a model file, and where.

use core::fmt;

/// One problem in a model file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModelError {
    /// Line, counted from 1; `None` when the problem is something that is missing.
    pub line: Option<usize>,
    /// Column, counted from 1.
    pub column: Option<usize>,
    /// What is wrong and what would be right.
    pub message: String,
}

impl ModelError {
    /// A problem at a byte offset of the text.
    pub(super) fn at(text: &str, offset: usize, message: impl Into<String>) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|&c| c != '\n').count() + 1;
        ModelError {
            line: Some(line),
            column: Some(column),
            message: message.into(),
        }
    }

    /// A problem without a place.
    pub(super) fn general(message: impl Into<String>) -> Self {
        ModelError {
            line: None,
            column: None,
            message: message.into(),
        }
    }
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let (Some(line), Some(column)) = (self.line, self.column) {
            write!(f, "line {line}, column {column}: ")?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for ModelError {}
