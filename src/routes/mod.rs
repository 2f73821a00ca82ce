//! What stands between header and footer.

pub mod document;
