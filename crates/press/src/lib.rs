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
pub mod write;

use std::path::{Path, PathBuf};
use std::time::Duration;

use compile::project::{self, Project};
use compile::{fairness, ids_lock, lint, resolve};
pub use diagnostic::Diagnostic;
use diagnostic::{Log, Source};
pub use write::assets::Folders;
pub use write::output::Compression;

/// What to do about `ids.lock`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ids {
    /// New and disappeared ids are errors.
    Check,
    /// New ids are added once nothing else is wrong; disappeared ones are errors.
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
    problems.extend(lint::check(&project));
    problems.extend(fairness::repeats(&project));
    match ids {
        Ids::Check => {
            let found = ids_lock::check(&project, &problems);
            problems.extend(found);
        }
        Ids::Write if problems.is_empty() => match ids_lock::write(&project) {
            Ok(()) => problems.extend(ids_lock::check(&project, &[])),
            Err(problem) => problems.push(problem),
        },
        // What has mistakes may lack ids that are not meant to go, or have some that will.
        Ids::Write | Ids::Ignore => {}
    }
    if problems.is_empty() {
        return Ok(project);
    }
    problems.sort();
    problems.dedup();
    Err(problems)
}

/// Reads a text as a topic, a page, a quiz and each of the shared files, and
/// returns everything that is wrong with it as any of them. For tests: no text
/// panics.
pub fn parse_any(source: &Source) -> Vec<Diagnostic> {
    let read = read::topic::read("any", source);
    let mut problems = read.problems;
    let log = Log::new(source);
    let _ = compile::outline::of(&log, &read.body);
    let whole = read::prose::read(&log, 0..source.text.len());
    let _ = compile::outline::of(&log, &whole);
    problems.extend(log.into_problems());
    problems.extend(read::topic::read_page(source).1);
    problems.extend(read::quiz::read("any", source).1);
    problems.extend(read::lists::glossary(source).1);
    problems.extend(read::lists::references(source).1);
    problems.extend(read::synonyms::read(source).1);
    problems.extend(read::lists::parts(source).1);
    problems.extend(read::lists::tracks(source).1);
    problems.extend(read::editorial::read(source).1);
    problems.extend(read::anatomy::read(source).1);
    problems.extend(read::lists::care(source).1);
    problems.extend(read::lists::coverage(source).1);
    problems.extend(read::lists::site(source).1);
    let _ = lint::masked::Masked::markdown(&source.text);
    let _ = lint::masked::Masked::toml(&source.text);
    problems
}

/// Which pages get a preview image of their own. Like compression, drawing
/// them costs more than all the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Previews {
    /// Every figure, every state with a name, every article with a figure.
    Each,
    /// None: all share the site's.
    Shared,
}

/// What to build, and from what.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder `content/`.
    pub content: PathBuf,
    /// Where assets come from.
    pub folders: Folders,
    /// The folder that becomes the site.
    pub out: PathBuf,
    /// The folder the site is served below: begins and ends with a slash.
    pub base: String,
    /// Scheme and host without a trailing slash, instead of the site's own.
    pub origin: Option<String>,
    /// Whether files get compressed siblings.
    pub compression: Compression,
    /// Which pages get a preview image of their own.
    pub previews: Previews,
    /// What to do about `ids.lock`.
    pub ids: Ids,
    /// The folder of the release that is online, whose files with a hash stay
    /// for tabs that are open.
    pub keep_previous: Option<PathBuf>,
    /// The folder of what earlier builds compressed and painted; see [`write::shelf`].
    pub shelf: Option<PathBuf>,
}

/// What a build did.
#[derive(Clone, Copy, Debug)]
pub struct Report {
    /// Pages written.
    pub pages: usize,
    /// The bytes of their documents.
    pub bytes: usize,
    /// How long writing took, compression included.
    pub elapsed: Duration,
}

impl Report {
    /// Pages per second.
    pub fn rate(&self) -> f64 {
        self.pages as f64 / self.elapsed.as_secs_f64().max(1e-6)
    }
}

/// Compiles the content and writes the site.
///
/// # Errors
/// Everything that is wrong with the content, or what could not be written.
pub fn build(options: &Options) -> Result<Report, Vec<Diagnostic>> {
    let project = check(&options.content, options.ids)?;
    let Some(site) = &project.shared.site else {
        return Err(vec![Diagnostic::of_file(
            "content/site.toml",
            "the site has no name",
            "content/README.md says what belongs in this file",
        )]);
    };
    write::site(&project, site, options)
}
