//! Shared pieces of a page.

pub mod footer;
pub mod header;
pub mod status;
