//! Prose: what Markdown and directives become.

use super::{FigureState, Located, Target};

/// The body of a topic or page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// What stands above the first heading.
    pub intro: Vec<Block>,
    /// From one `##` heading to the next.
    pub sections: Vec<Section>,
}

/// A section: a `##` heading and what follows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading's permanent id.
    pub id: Located<String>,
    /// The heading.
    pub title: Vec<Inline>,
    /// What follows.
    pub blocks: Vec<Block>,
}

/// A block of prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph, perhaps with a permanent id.
    Paragraph {
        /// What links point to.
        id: Option<Located<String>>,
        /// The text.
        content: Vec<Inline>,
    },
    /// Text without a paragraph of its own: an item of a tight list.
    Plain(Vec<Inline>),
    /// A `###` heading.
    Subheading {
        /// The permanent id.
        id: Located<String>,
        /// The heading.
        content: Vec<Inline>,
    },
    /// A list.
    List {
        /// The first number of an ordered list.
        start: Option<u64>,
        /// The items.
        items: Vec<ListItem>,
    },
    /// A block quote.
    Quote(Vec<Block>),
    /// A table.
    Table(Table),
    /// `:::figure`
    Figure {
        /// Which figure, in which state.
        state: Located<FigureState>,
        /// One paragraph.
        caption: Vec<Inline>,
    },
    /// `:::plate`
    Plate {
        /// The drawing's name.
        name: Located<String>,
        /// One paragraph.
        caption: Vec<Inline>,
    },
    /// `:::drawings`: figures that stand still, side by side.
    Drawings {
        /// Which figures, in which states.
        states: Vec<Located<FigureState>>,
        /// One paragraph.
        caption: Vec<Inline>,
    },
    /// `:::moves`: start and end of moves, drawn from poses.
    Moves {
        /// The moves' names.
        names: Vec<Located<String>>,
        /// One paragraph.
        caption: Vec<Inline>,
    },
    /// `:::check`
    Check {
        /// The question's full id, `<quiz>/<item>`.
        question: Located<String>,
    },
    /// `:::callout`
    Callout {
        /// Which of them.
        kind: CalloutKind,
        /// What it says.
        blocks: Vec<Block>,
    },
    /// `:::care`: the care card stands here.
    Care,
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListItem {
    /// What links point to.
    pub id: Option<Located<String>>,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A table: one head row, then rows of as many cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// One for each column.
    pub alignments: Vec<Alignment>,
    /// The head's cells.
    pub head: Vec<Vec<Inline>>,
    /// The cells of each row.
    pub rows: Vec<Vec<Vec<Inline>>>,
}

/// How a table's column is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    /// As the text runs.
    Start,
    /// Centered.
    Center,
    /// Towards the end of the line: numbers.
    End,
}

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// `` `code` ``
    Code(String),
    /// `*emphasis*`
    Emphasis(Vec<Inline>),
    /// `**strong**`
    Strong(Vec<Inline>),
    /// A line break that the author forced.
    Break,
    /// `[text](term:id)`
    Term {
        /// The glossary term.
        id: Located<String>,
        /// The text shown.
        content: Vec<Inline>,
    },
    /// `[strength](cite:id)`
    Cite {
        /// The reference.
        reference: Located<String>,
        /// How strong the evidence is.
        strength: Strength,
    },
    /// A link.
    Link {
        /// Where to.
        target: Located<Target>,
        /// The text shown.
        content: Vec<Inline>,
    },
}

/// How strong the evidence behind a claim is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// Several good studies agree.
    Strong,
    /// Few, small or indirect studies.
    Limited,
    /// What experts think.
    Opinion,
}

impl Strength {
    /// Every strength.
    pub const ALL: [Strength; 3] = [Strength::Strong, Strength::Limited, Strength::Opinion];

    /// The word that authors write and readers see.
    pub const fn word(self) -> &'static str {
        match self {
            Strength::Strong => "strong",
            Strength::Limited => "limited",
            Strength::Opinion => "opinion",
        }
    }

    /// The strength whose [`word`](Self::word) this is.
    pub fn parse(word: &str) -> Option<Strength> {
        Strength::ALL
            .into_iter()
            .find(|strength| strength.word() == word)
    }
}

/// The kinds of callout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalloutKind {
    /// One thing to do today.
    Today,
    /// What is not known.
    Unknown,
    /// What people say.
    Story,
    /// What was found.
    Found,
    /// Anything else worth a box.
    Note,
}

impl CalloutKind {
    /// Every kind.
    pub const ALL: [CalloutKind; 5] = [
        CalloutKind::Today,
        CalloutKind::Unknown,
        CalloutKind::Story,
        CalloutKind::Found,
        CalloutKind::Note,
    ];

    /// The word after `:::callout`.
    pub const fn word(self) -> &'static str {
        match self {
            CalloutKind::Today => "today",
            CalloutKind::Unknown => "unknown",
            CalloutKind::Story => "story",
            CalloutKind::Found => "found",
            CalloutKind::Note => "note",
        }
    }

    /// The title that readers see.
    pub const fn title(self) -> &'static str {
        match self {
            CalloutKind::Today => "One thing to do today",
            CalloutKind::Unknown => "What we don’t know",
            CalloutKind::Story => "What people say",
            CalloutKind::Found => "What was found",
            CalloutKind::Note => "Good to know",
        }
    }

    /// The kind whose [`word`](Self::word) this is.
    pub fn parse(word: &str) -> Option<CalloutKind> {
        CalloutKind::ALL
            .into_iter()
            .find(|kind| kind.word() == word)
    }
}

/// The text of `content` without its marks: terms and links give their text,
/// citations give nothing.
pub fn plain_text(content: &[Inline], out: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Break => out.push(' '),
            Inline::Cite { .. } => {}
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Term { content, .. }
            | Inline::Link { content, .. } => plain_text(content, out),
        }
    }
}
