//! From files to the typed content model, one file at a time. Nothing here
//! fails: what is wrong is reported, and the rest is read on.

pub mod anatomy;
pub mod directives;
pub mod editorial;
pub mod front_matter;
pub mod lists;
pub mod markdown;
mod marks;
pub mod prose;
pub mod quiz;
pub mod synonyms;
pub mod table;
pub mod target;
pub mod topic;
