//! The content compiler and prerenderer: `content/` to a finished static site.
//!
//! Two passes over the files. The first ([`compile`]) reads and checks
//! everything and keeps only what other files need to know: titles, ids, needs.
//! The second ([`write`]) reads each file again, writes its page to disk and
//! forgets it. Memory and time are linear in the number of topics, with small
//! factors.

pub mod compile;
pub mod diagnostic;
pub mod figures;
mod parallel;
pub mod read;

use std::path::Path;

use compile::project::{self, Project};
use compile::{ids_lock, resolve};
pub use diagnostic::Diagnostic;

/// What to do about `ids.lock`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ids {
    /// New and disappeared ids are errors.
    Check,
    /// New ids are added; disappeared ones are errors.
    Write,
    /// The file is not looked at: for generated content.
    Ignore,
}

/// Compiles the folder `content` and reports everything that is wrong with it,
/// sorted by file and line. Diagnostics call the folder `content`.
///
/// # Errors
/// The diagnostics, at least one.
pub fn check(content: &Path, ids: Ids) -> Result<Project, Vec<Diagnostic>> {
    let (project, mut problems) = project::load(content, "content");
    problems.extend(resolve::resolve(&project));
    match ids {
        Ids::Check => problems.extend(ids_lock::check(&project)),
        Ids::Write => {
            if let Err(problem) = ids_lock::write(&project) {
                problems.push(problem);
            }
            problems.extend(ids_lock::check(&project));
        }
        Ids::Ignore => {}
    }
    if problems.is_empty() {
        return Ok(project);
    }
    problems.sort();
    problems.dedup();
    Err(problems)
}
