//! Other words for what the site calls by its own name.

use content::model::{Synonym, Target};

use super::table::{self, Table};
use super::target;
use crate::diagnostic::{Diagnostic, Log, Source};

/// Reads `synonyms.toml`.
pub fn read(source: &Source) -> (Vec<Synonym>, Vec<Diagnostic>) {
    let log = Log::new(source);
    let toml = table::parse(&log, &source.text, 0);
    let mut table = Table::new(&log, 0, "the file", &toml);
    let mut seen: Vec<String> = Vec::new();
    let mut all = Vec::new();
    for mut inner in table.tables("synonym", "the synonym") {
        let say = inner.texts("say");
        let see = inner.texts("see");
        inner.finish();
        let (Some(say), Some(see)) = (say, see) else {
            continue;
        };
        for list in [&say, &see] {
            if list.is_empty() {
                log.error(
                    &list.span,
                    "this list is empty",
                    "name at least one, or take the synonym out",
                );
            }
        }
        for said in say.iter() {
            let words = search::fold::words(said);
            if words.iter().all(|word| search::fold::is_stop_word(word)) || words.len() > 3 {
                log.error(
                    &said.span,
                    format!("nobody can search for `{}`", said.value),
                    "write one to three words, at least one of them with a meaning of its own",
                );
            }
            let words = words.join(" ");
            if seen.contains(&words) {
                log.error(
                    &said.span,
                    format!("`{}` is there twice", said.value),
                    "put all that it means into one `see`",
                );
            }
            seen.push(words);
        }
        let mut targets = Vec::new();
        for link in see.iter() {
            let Some(target) = target::read(&log, link, &link.span) else {
                continue;
            };
            match target.value {
                Target::Topic { anchor: None, .. }
                | Target::Quiz { item: None, .. }
                | Target::Glossary(_)
                | Target::Figure(_) => targets.push(target),
                _ => log.error(
                    &link.span,
                    format!("`{}` is nothing that the search finds", link.value),
                    "write `glossary:id`, `topic:slug`, `figure:name` or `quiz:slug`",
                ),
            }
        }
        all.push(Synonym {
            say: say.value,
            see: targets,
        });
    }
    table.finish();
    (all, log.into_problems())
}
