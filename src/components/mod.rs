//! Shared pieces of a page.

pub mod finder;
pub mod footer;
pub mod header;
pub mod status;
