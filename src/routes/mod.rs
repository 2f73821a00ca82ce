//! What stands between header and footer.

pub mod document;
#[cfg(feature = "hydrate")]
pub mod progress;
