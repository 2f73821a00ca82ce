//! A body: Markdown and directives, put together as typed prose.

use std::ops::Range;

use content::ids::split_question;
use content::model::{Block, CalloutKind, Inline, Located, Prose, Section};

use super::directives::{self, Directive, Stretch};
use super::markdown::{self, Piece};
use super::target::figure_state;
use crate::diagnostic::{Log, did_you_mean, one_of};

/// The names of the directives.
const NAMES: [&str; 7] = [
    "figure", "plate", "drawings", "moves", "check", "callout", "care",
];

/// Reads the body in `range` of the log's file.
pub fn read(log: &Log<'_>, range: Range<usize>) -> Prose {
    let mut prose = Prose::default();
    for stretch in directives::split(log, range) {
        match stretch {
            Stretch::Markdown(range) => {
                for piece in markdown::blocks(log, range) {
                    add(&mut prose, piece);
                }
            }
            Stretch::Directive(directive) => {
                if let Some(block) = block(log, &directive) {
                    add(&mut prose, Piece::Block(block));
                }
            }
        }
    }
    prose
}

fn add(prose: &mut Prose, piece: Piece) {
    match piece {
        Piece::Section { id, title } => prose.sections.push(Section {
            id,
            title,
            blocks: Vec::new(),
        }),
        Piece::Block(block) => match prose.sections.last_mut() {
            Some(section) => section.blocks.push(block),
            None => prose.intro.push(block),
        },
    }
}

/// The words in `range` of `text`, and where each is.
fn words<'t>(text: &'t str, range: &Range<usize>) -> impl Iterator<Item = (&'t str, Range<usize>)> {
    let mut at = range.start;
    text[range.clone()].split_whitespace().map(move |word| {
        at += text[at..].find(word).unwrap_or(0);
        let place = at..at + word.len();
        at = place.end;
        (word, place)
    })
}

fn block(log: &Log<'_>, directive: &Directive) -> Option<Block> {
    let text = &log.source.text;
    let name = &text[directive.name.clone()];
    let argument = &text[directive.argument.clone()];
    let place = if argument.is_empty() {
        directive.name.clone()
    } else {
        directive.argument.clone()
    };
    match name {
        "figure" => {
            let caption = caption(log, directive)?;
            require(log, argument, &place, "figure one-leg-stance?lean=5")?;
            Some(Block::Figure {
                state: Located::new(figure_state(argument), place),
                caption,
            })
        }
        "plate" => {
            let caption = caption(log, directive)?;
            require(log, argument, &place, "plate three-glutes")?;
            Some(Block::Plate {
                name: Located::new(argument.to_owned(), place),
                caption,
            })
        }
        "drawings" => {
            let caption = caption(log, directive)?;
            require(
                log,
                argument,
                &place,
                "drawings one-leg-stance one-leg-stance?lean=5",
            )?;
            let states = words(text, &place)
                .map(|(word, at)| Located::new(figure_state(word), at))
                .collect();
            Some(Block::Drawings { states, caption })
        }
        "moves" => {
            let caption = caption(log, directive)?;
            require(log, argument, &place, "moves bridge")?;
            let names = words(text, &place)
                .map(|(word, at)| Located::new(word.to_owned(), at))
                .collect();
            Some(Block::Moves { names, caption })
        }
        "check" => {
            expect_empty(log, directive);
            if split_question(argument).is_none() {
                log.error(
                    &place,
                    format!("`{argument}` is not a question"),
                    "write `:::check quiz-slug/item-id`",
                );
                return None;
            }
            Some(Block::Check {
                question: Located::new(argument.to_owned(), place),
            })
        }
        "callout" => {
            let Some(kind) = CalloutKind::parse(argument) else {
                let words = CalloutKind::ALL.map(CalloutKind::word);
                log.error(
                    &place,
                    format!("`{argument}` is not a kind of callout"),
                    did_you_mean(argument, words, format!("write {}", one_of(words))),
                );
                return None;
            };
            let mut blocks = Vec::new();
            for piece in markdown::blocks(log, directive.body.clone()) {
                match piece {
                    Piece::Section { id, .. } => log.error(
                        &id.span,
                        "a section begins inside a callout",
                        "close the callout with `:::` first",
                    ),
                    Piece::Block(block) => blocks.push(block),
                }
            }
            if blocks.is_empty() {
                log.error(
                    &place,
                    "this callout says nothing",
                    "write it, or remove it",
                );
            }
            Some(Block::Callout { kind, blocks })
        }
        "care" => {
            expect_empty(log, directive);
            Some(Block::Care)
        }
        _ => {
            log.error(
                &directive.name,
                format!("there is no directive `{name}`"),
                did_you_mean(name, NAMES, format!("write {}", one_of(NAMES))),
            );
            None
        }
    }
}

fn require(log: &Log<'_>, argument: &str, place: &Range<usize>, example: &str) -> Option<()> {
    if argument.is_empty() {
        log.error(
            place,
            "this directive does not say which",
            format!("write `:::{example}`"),
        );
        return None;
    }
    Some(())
}

/// The one paragraph in a directive's body.
fn caption(log: &Log<'_>, directive: &Directive) -> Option<Vec<Inline>> {
    let mut pieces = markdown::blocks(log, directive.body.clone());
    match (pieces.pop(), pieces.is_empty()) {
        (Some(Piece::Block(Block::Paragraph { id: None, content })), true) => Some(content),
        _ => {
            log.error(
                &directive.name,
                "a figure or plate has exactly one paragraph of caption, without an id",
                "write the caption between this line and the `:::` that closes it",
            );
            None
        }
    }
}

fn expect_empty(log: &Log<'_>, directive: &Directive) {
    let body = &log.source.text[directive.body.clone()];
    if !body.trim().is_empty() {
        let skipped = body.len() - body.trim_start().len();
        log.error(
            &(directive.body.start + skipped..directive.body.end),
            "this directive contains nothing",
            "move the text below its closing `:::`",
        );
    }
}
