//! What a body offers (ids) and needs (terms, sources, links, …): all that
//! stays in memory of an article between the two passes.

use std::collections::HashSet;
use std::ops::Range;

use content::model::{Block, FigureState, Inline, Located, Prose, Target, plain_text};

use super::readability::{self, Readability};
use crate::diagnostic::Log;

/// Something that has to exist elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Want {
    /// What.
    pub need: Need,
    /// Where it was asked for.
    pub span: Range<usize>,
}

/// What can be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Need {
    /// A glossary term.
    Term(String),
    /// A reference.
    Reference(String),
    /// What a link leads to.
    Target(Target),
    /// A question, `<quiz>/<item>`.
    Question(String),
    /// A point of the course.
    Point(String),
    /// A part of the library.
    Part(u32),
    /// A figure in a state.
    Figure(FigureState),
    /// A static drawing.
    Plate(String),
    /// A move that is drawn.
    Move(String),
    /// A topic.
    Topic(String),
    /// A goal of a topic: the topic and the goal.
    Goal(String, String),
}

impl Want {
    /// A want that was written at `span`.
    pub const fn new(need: Need, span: Range<usize>) -> Self {
        Want { need, span }
    }
}

/// An id that links can point to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The id.
    pub id: Located<String>,
    /// The section it stands in or begins, by its place in
    /// [`Outline::sections`]; `None` above the first section.
    pub section: Option<usize>,
}

/// A body, as seen from outside.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// Id and title of each section.
    pub sections: Vec<(String, String)>,
    /// Every id, in order.
    pub anchors: Vec<Anchor>,
    /// Every need, in order.
    pub wants: Vec<Want>,
    /// The references cited, each once, in order of first use.
    pub cited: Vec<String>,
    /// The questions asked, each with the section it stands in.
    pub questions: Vec<(String, Option<usize>)>,
    /// The words of each section, with tables and captions.
    pub section_words: Vec<u32>,
    /// The figures that it shows live.
    pub figures: Vec<FigureState>,
    /// The figures that it shows standing still.
    pub drawings: Vec<FigureState>,
    /// How long it is and how hard to read.
    pub readability: Readability,
}

/// Ids that the page's own parts have.
const RESERVED: [&str; 9] = [
    "main",
    "title",
    "toc-title",
    "sources",
    "goals",
    "guesses",
    "care",
    "care-title",
    "next",
];
/// How such ids begin.
const RESERVED_PREFIXES: [&str; 8] = [
    "term-", "source-", "q-", "fig-", "figure-", "callout-", "ref-", "letter-",
];

/// The outline of `prose`; reports ids used twice or reserved, and terms
/// marked twice in a section.
pub fn of(log: &Log<'_>, prose: &Prose) -> Outline {
    let mut walk = Walk {
        log,
        outline: Outline::default(),
        section: None,
        ids: HashSet::new(),
        terms: HashSet::new(),
        text: String::new(),
        beside: String::new(),
    };
    walk.blocks(&prose.intro);
    for section in &prose.sections {
        let mut title = String::new();
        plain_text(&section.title, &mut title);
        walk.section = Some(walk.outline.sections.len());
        walk.outline
            .sections
            .push((section.id.value.clone(), title));
        walk.terms.clear();
        walk.anchor(&section.id);
        let start = walk.text.len();
        walk.beside.clear();
        walk.blocks(&section.blocks);
        let words = [&walk.text[start..], &walk.beside].map(|text| readability::of(text).words);
        walk.outline.section_words.push(words.iter().sum());
    }
    walk.outline.readability = readability::of(&walk.text);
    walk.outline
}

struct Walk<'w> {
    log: &'w Log<'w>,
    outline: Outline,
    section: Option<usize>,
    ids: HashSet<String>,
    /// The terms marked in this section.
    terms: HashSet<String>,
    /// The prose as plain text, a line for each paragraph.
    text: String,
    /// What else a section has to read: table cells and captions.
    beside: String,
}

impl Walk<'_> {
    fn want(&mut self, need: Need, span: &Range<usize>) {
        self.outline.wants.push(Want::new(need, span.clone()));
    }

    fn anchor(&mut self, id: &Located<String>) {
        if !self.ids.insert(id.value.clone()) {
            self.log.error(
                &id.span,
                format!("the id `{}` is used twice in this file", id.value),
                "give each heading and paragraph an id of its own",
            );
            return;
        }
        let reserved = RESERVED.contains(&id.as_str())
            || RESERVED_PREFIXES
                .iter()
                .any(|prefix| id.starts_with(prefix));
        if reserved {
            self.log.error(
                &id.span,
                format!("the id `{}` belongs to the page itself", id.value),
                format!("choose another one, such as `p-{}`", id.value),
            );
        }
        self.outline.anchors.push(Anchor {
            id: id.clone(),
            section: self.section,
        });
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph { id, content } => {
                self.text(content);
                id.iter().for_each(|id| self.anchor(id));
            }
            Block::Plain(content) => self.text(content),
            Block::Subheading { id, .. } => self.anchor(id),
            Block::List { items, .. } => {
                for item in items {
                    item.id.iter().for_each(|id| self.anchor(id));
                    self.blocks(&item.blocks);
                }
            }
            Block::Quote(blocks) => self.blocks(blocks),
            Block::Table(table) => {
                for cell in table.head.iter().chain(table.rows.iter().flatten()) {
                    self.aside(cell);
                }
            }
            Block::Figure { state, caption } => {
                self.want(Need::Figure(state.value.clone()), &state.span);
                self.outline.figures.push(state.value.clone());
                self.aside(caption);
            }
            Block::Plate { name, caption } => {
                self.want(Need::Plate(name.value.clone()), &name.span);
                self.aside(caption);
            }
            Block::Drawings { states, caption } => {
                for state in states {
                    self.want(Need::Figure(state.value.clone()), &state.span);
                    self.outline.drawings.push(state.value.clone());
                }
                self.aside(caption);
            }
            Block::Moves { names, caption } => {
                for name in names {
                    self.want(Need::Move(name.value.clone()), &name.span);
                }
                self.aside(caption);
            }
            Block::Check { question } => self.question(question),
            Block::Callout { blocks, .. } => self.blocks(blocks),
            Block::Care => {}
        }
    }

    fn question(&mut self, question: &Located<String>) {
        let item = |question: &str| question.split_once('/').map(|(_, item)| item.to_owned());
        let same_item = self
            .outline
            .questions
            .iter()
            .find(|(other, _)| item(other) == item(question));
        if let Some((other, _)) = same_item {
            self.log.error(
                &question.span,
                format!(
                    "`{}` and `{other}` have the same address on this page",
                    question.value
                ),
                "ask each question once; questions of two quizzes need different item ids",
            );
        }
        self.outline
            .questions
            .push((question.value.clone(), self.section));
        self.want(Need::Question(question.value.clone()), &question.span);
    }

    /// Running text: counted and looked through.
    fn text(&mut self, content: &[Inline]) {
        plain_text(content, &mut self.text);
        self.text.push('\n');
        self.inlines(content);
    }

    /// Text beside the running text.
    fn aside(&mut self, content: &[Inline]) {
        plain_text(content, &mut self.beside);
        self.beside.push('\n');
        self.inlines(content);
    }

    fn inlines(&mut self, content: &[Inline]) {
        for inline in content {
            match inline {
                Inline::Text(_) | Inline::Code(_) | Inline::Break => {}
                Inline::Emphasis(content) | Inline::Strong(content) => self.inlines(content),
                Inline::Term { id, content } => {
                    if !self.terms.insert(id.value.clone()) {
                        self.log.error(
                            &id.span,
                            format!("the term `{}` is marked twice in this section", id.value),
                            "mark a term at its first use in a section only",
                        );
                    }
                    self.want(Need::Term(id.value.clone()), &id.span);
                    self.inlines(content);
                }
                Inline::Cite { reference, .. } => {
                    if !self.outline.cited.contains(&reference.value) {
                        self.outline.cited.push(reference.value.clone());
                    }
                    self.want(Need::Reference(reference.value.clone()), &reference.span);
                }
                Inline::Link { target, content } => {
                    self.want(Need::Target(target.value.clone()), &target.span);
                    self.inlines(content);
                }
            }
        }
    }
}

impl Outline {
    /// The first figure that is shown.
    pub fn first_figure(&self) -> Option<&FigureState> {
        self.wants.iter().find_map(|want| match &want.need {
            Need::Figure(state) => Some(state),
            _ => None,
        })
    }

    /// Whether the body shows a figure, in whatever state.
    pub fn shows(&self, figure: &str) -> bool {
        self.wants
            .iter()
            .any(|want| matches!(&want.need, Need::Figure(state) if state.name == figure))
    }
}
