//! Pages that are neither topic nor quiz: a card, and the one about the site.

use std::path::Path;

use content::model::Page;

use super::read_source;
use crate::compile::outline::{self, Need, Outline, Want};
use crate::diagnostic::{Diagnostic, Log};
use crate::read;

/// A page with what it offers, and what it needs.
pub(super) type Read = (Page, Outline, Vec<(String, Want)>);

/// Reads the page in `file`; reports what only a topic can have. `None` when
/// it cannot be read or its front matter has errors.
pub(super) fn page(
    root: &Path,
    name: &str,
    file: &str,
    problems: &mut Vec<Diagnostic>,
) -> Option<Read> {
    let source = match read_source(root, name, file) {
        Ok(source) => source,
        Err(problem) => {
            problems.push(problem);
            return None;
        }
    };
    let (page, found) = read::topic::read_page(&source);
    problems.extend(found);
    let page = page?;
    let log = Log::new(&source);
    let mut outline = outline::of(&log, &page.body);
    let mut wants = Vec::new();
    for want in outline.wants.drain(..) {
        let Some((what, help)) = of_topics_alone(&want.need) else {
            wants.push((file.to_owned(), want));
            continue;
        };
        log.error(
            &want.span,
            format!("{what} stands on a page that is no topic"),
            help,
        );
    }
    problems.extend(log.into_problems());
    Some((page, outline, wants))
}

/// What only a topic has the place for, and what to write instead.
fn of_topics_alone(need: &Need) -> Option<(&'static str, &'static str)> {
    match need {
        Need::Term(_) => Some((
            "a term",
            "explain the word here, or link to its entry: `glossary:id`",
        )),
        Need::Reference(_) => Some((
            "a citation",
            "cite it in a topic, and link to the paragraph: `topic:slug#id`",
        )),
        Need::Question(_) => Some(("a question", "link to it: `quiz:slug#item`")),
        _ => None,
    }
}
