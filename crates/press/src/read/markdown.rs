//! Markdown to typed prose. What the site does not use is reported, never
//! dropped.

use std::iter::Peekable;
use std::ops::Range;

use content::ids::is_slug;
use content::model::{Block, Inline, ListItem, Located, Strength, Table, words};
use pulldown_cmark::{BrokenLink, CowStr, Event, HeadingLevel, Options, Parser, Tag};

use super::marks::{alignment, is_block, is_reference, suggested_id};
use super::target;
use crate::diagnostic::{Log, did_you_mean, one_of};

/// How deep lists, quotes and emphasis may be nested.
const DEPTH: usize = 12;

/// A block of Markdown, or the heading that begins a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A `##` heading.
    Section {
        /// Its permanent id.
        id: Located<String>,
        /// The heading.
        title: Vec<Inline>,
    },
    /// Anything else.
    Block(Block),
}

/// Reads the Markdown in `range` of the log's file.
pub fn blocks(log: &Log<'_>, range: Range<usize>) -> Vec<Piece> {
    let text = log.source.text.get(range.clone()).unwrap_or_default();
    let offset = range.start;
    with_reader(
        log,
        text,
        |span| span.start + offset..span.end + offset,
        |reader| reader.pieces(0),
    )
}

/// Reads inline Markdown that stands in a TOML string at `span` of the log's
/// file: emphasis and strong only.
pub fn inline(log: &Log<'_>, text: &str, span: &Range<usize>) -> Vec<Inline> {
    let mut pieces = with_reader(log, text, |_| span.clone(), |reader| reader.pieces(0));
    match (pieces.pop(), pieces.is_empty()) {
        (Some(Piece::Block(Block::Paragraph { id: None, content })), true) => {
            if content.iter().any(is_reference) {
                log.error(
                    span,
                    "this text has a link, a term or a citation",
                    "only *emphasis*, **strong** and `code` work here",
                );
            }
            content
        }
        _ => {
            log.error(
                span,
                "this text is more than one paragraph of plain text",
                "write one paragraph without heading, list, table or id",
            );
            Vec::new()
        }
    }
}

/// Runs `read` over the events of `text`, whose byte ranges `place` turns into
/// ranges of the file.
fn with_reader<'t, T>(
    log: &Log<'_>,
    text: &'t str,
    place: impl Fn(Range<usize>) -> Range<usize>,
    read: impl FnOnce(&mut Reader<'_, 't>) -> T,
) -> T {
    let broken = |link: BrokenLink<'t>| -> Option<(CowStr<'t>, CowStr<'t>)> {
        log.error(
            &place(link.span),
            format!("`[{}]` is a link without an address", link.reference),
            "write `[text](topic:slug)`; a bracket that is no link is written `\\[`",
        );
        None
    };
    let options = Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES;
    let events: Vec<(Event<'t>, Range<usize>)> =
        Parser::new_with_broken_link_callback(text, options, Some(broken))
            .into_offset_iter()
            .collect();
    let mut reader = Reader {
        log,
        text,
        place: &place,
        events: events.into_iter().peekable(),
        last_text: 0..0,
    };
    read(&mut reader)
}

type Events<'t> = Peekable<std::vec::IntoIter<(Event<'t>, Range<usize>)>>;

struct Reader<'r, 't> {
    log: &'r Log<'r>,
    text: &'t str,
    place: &'r dyn Fn(Range<usize>) -> Range<usize>,
    events: Events<'t>,
    /// Where the text that was read last stands in `text`.
    last_text: Range<usize>,
}

impl<'t> Reader<'_, 't> {
    fn error(&self, span: &Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        self.log.error(&(self.place)(span.clone()), message, help);
    }

    /// The pieces up to the end of the element that is open.
    fn pieces(&mut self, depth: usize) -> Vec<Piece> {
        let mut pieces = Vec::new();
        while let Some((event, span)) = self.events.next() {
            match event {
                Event::End(_) => break,
                Event::Start(tag) if is_block(&tag) => self.block(tag, &span, depth, &mut pieces),
                Event::Rule => self.unused(&span, "a rule", "sections begin with `##` headings"),
                Event::Html(_) => self.unused(&span, "raw HTML", "write Markdown"),
                event => {
                    let mut content = Vec::new();
                    self.inline(event, span, depth, &mut content);
                    self.inlines(depth, &mut content);
                    pieces.push(Piece::Block(Block::Plain(content)));
                }
            }
        }
        pieces
    }

    /// The blocks up to the end of the element that is open.
    fn inner_blocks(&mut self, depth: usize) -> Vec<Block> {
        let pieces = self.pieces(depth);
        let mut blocks = Vec::new();
        for piece in pieces {
            match piece {
                Piece::Block(block) => blocks.push(block),
                Piece::Section { id, .. } => self.log.error(
                    &id.span,
                    "a section begins inside a list or quote",
                    "put the heading at the beginning of its line",
                ),
            }
        }
        blocks
    }

    fn unused(&self, span: &Range<usize>, what: &str, help: &str) {
        self.error(span, format!("{what} is not used on this site"), help);
    }

    /// Goes past the end of the element that is open.
    fn skip(&mut self) {
        let mut depth = 1;
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
    }

    fn block(&mut self, tag: Tag<'t>, span: &Range<usize>, depth: usize, pieces: &mut Vec<Piece>) {
        if depth > DEPTH {
            self.error(span, "this is nested too deeply", "make it flat");
            self.skip();
            return;
        }
        let block = match tag {
            Tag::Paragraph => {
                let mut content = Vec::new();
                self.inlines(depth, &mut content);
                self.expect_end();
                let id = self.take_id(&mut content, &self.last_text);
                Block::Paragraph { id, content }
            }
            Tag::Heading {
                level,
                id,
                classes,
                attrs,
            } => {
                if !classes.is_empty() || !attrs.is_empty() {
                    self.error(
                        span,
                        "this heading has more than an id between its braces",
                        "write `{#id}` alone; the look of the site is not an author's work",
                    );
                }
                let id = id.map(|id| id.to_string());
                if let Some(piece) = self.heading(level, id, span, depth) {
                    pieces.push(piece);
                }
                return;
            }
            Tag::List(start) => Block::List {
                start,
                items: self.items(depth),
            },
            Tag::BlockQuote(_) => Block::Quote(self.inner_blocks(depth + 1)),
            Tag::Table(alignments) => Block::Table(self.table(&alignments, depth)),
            other => {
                let (what, help) = match other {
                    Tag::CodeBlock(_) => (
                        "a code block",
                        "take the spaces at the beginning of the line away",
                    ),
                    Tag::HtmlBlock => ("raw HTML", "write Markdown and the directives"),
                    _ => ("this kind of block", "write paragraphs, lists and tables"),
                };
                self.unused(span, what, help);
                self.skip();
                return;
            }
        };
        pieces.push(Piece::Block(block));
    }

    fn heading(
        &mut self,
        level: HeadingLevel,
        id: Option<String>,
        span: &Range<usize>,
        depth: usize,
    ) -> Option<Piece> {
        let mut content = Vec::new();
        self.inlines(depth, &mut content);
        self.expect_end();
        if !matches!(level, HeadingLevel::H2 | HeadingLevel::H3) {
            self.error(
                span,
                "only `##` and `###` headings are used",
                "the title in the front matter is the only first-level heading",
            );
            return None;
        }
        if content.iter().any(is_reference) {
            self.error(
                span,
                "a heading has a link, a term or a citation",
                "headings are plain: they are themselves links; cite in the paragraph below",
            );
        }
        let Some(id) = id else {
            let title = words(&content);
            self.error(
                span,
                "this heading has no permanent id",
                format!("add one: `{{#{}}}`", suggested_id(&title)),
            );
            return None;
        };
        let source = &self.text[span.clone()];
        let start = span.start + source.rfind(&format!("#{id}")).map_or(0, |at| at + 1);
        let id = self.slug(id.clone(), start..start + id.len())?;
        Some(match level {
            HeadingLevel::H2 => Piece::Section { id, title: content },
            _ => Piece::Block(Block::Subheading { id, content }),
        })
    }

    fn slug(&self, id: String, span: Range<usize>) -> Option<Located<String>> {
        if is_slug(&id) {
            return Some(Located::new(id, (self.place)(span)));
        }
        self.error(
            &span,
            format!("`{id}` is not an id"),
            "ids are lower-case words and digits joined by hyphens, such as `three-glutes`",
        );
        None
    }

    fn items(&mut self, depth: usize) -> Vec<ListItem> {
        let mut items = Vec::new();
        while let Some((Event::Start(_), span)) = self.events.next() {
            let mut blocks = self.inner_blocks(depth + 1);
            let id = match blocks.as_mut_slice() {
                [Block::Plain(content), ..] => self.take_id(content, &span),
                [Block::Paragraph { id, .. }] => id.take(),
                _ => None,
            };
            items.push(ListItem { id, blocks });
        }
        items
    }

    fn table(&mut self, alignments: &[pulldown_cmark::Alignment], depth: usize) -> Table {
        let mut table = Table {
            alignments: alignments.iter().map(alignment).collect(),
            head: Vec::new(),
            rows: Vec::new(),
        };
        while let Some((Event::Start(tag), _)) = self.events.next() {
            let mut cells = Vec::new();
            while let Some((Event::Start(_), _)) = self.events.next() {
                let mut content = Vec::new();
                self.inlines(depth, &mut content);
                self.expect_end();
                cells.push(content);
            }
            match tag {
                Tag::TableHead => table.head = cells,
                _ => table.rows.push(cells),
            }
        }
        table
    }

    /// Reads inline events into `out` up to a block or the end of the element
    /// that is open, which is left for the caller.
    fn inlines(&mut self, depth: usize, out: &mut Vec<Inline>) {
        while let Some((event, _)) = self.events.peek() {
            match event {
                Event::End(_) => break,
                Event::Start(tag) if is_block(tag) => break,
                _ => {}
            }
            if let Some((event, span)) = self.events.next() {
                self.inline(event, span, depth, out);
            }
        }
    }

    fn expect_end(&mut self) {
        self.events
            .next_if(|(event, _)| matches!(event, Event::End(_)));
    }

    fn nested(&mut self, span: &Range<usize>, depth: usize) -> Vec<Inline> {
        let mut content = Vec::new();
        if depth > DEPTH {
            self.error(span, "this is nested too deeply", "make it flat");
            self.skip();
        } else {
            self.inlines(depth + 1, &mut content);
            self.expect_end();
        }
        content
    }

    fn inline(
        &mut self,
        event: Event<'t>,
        span: Range<usize>,
        depth: usize,
        out: &mut Vec<Inline>,
    ) {
        match event {
            Event::Text(text) => {
                if text.contains(":::") {
                    self.error(
                        &span,
                        "`:::` stands inside a paragraph",
                        "a directive is a block of its own, at the beginning of its line",
                    );
                }
                self.text(&text, span, out);
            }
            Event::SoftBreak => self.text(" ", span, out),
            Event::HardBreak => out.push(Inline::Break),
            Event::Code(text) => out.push(Inline::Code(text.to_string())),
            Event::Start(Tag::Emphasis) => out.push(Inline::Emphasis(self.nested(&span, depth))),
            Event::Start(Tag::Strong) => out.push(Inline::Strong(self.nested(&span, depth))),
            Event::Start(Tag::Link {
                dest_url, title, ..
            }) => {
                let content = self.nested(&span, depth);
                if !title.is_empty() {
                    self.error(
                        &span,
                        "this link has a title, which readers would not see",
                        "remove it",
                    );
                }
                self.link(&dest_url, content, &span, out);
            }
            Event::Start(Tag::Image { .. }) => {
                self.unused(
                    &span,
                    "an image",
                    "use `:::figure` for a live figure or `:::plate` for a drawing",
                );
                self.skip();
            }
            Event::Start(_) => {
                self.unused(&span, "this kind of text", "write plain text");
                self.skip();
            }
            _ => self.unused(&span, "raw HTML", "write Markdown; a `<` is written `\\<`"),
        }
    }

    /// Adds text, joining it to text before it.
    fn text(&mut self, text: &str, span: Range<usize>, out: &mut Vec<Inline>) {
        if let Some(Inline::Text(before)) = out.last_mut() {
            before.push_str(text);
            self.last_text.end = span.end;
        } else {
            out.push(Inline::Text(text.to_owned()));
            self.last_text = span;
        }
    }

    fn link(
        &mut self,
        address: &str,
        content: Vec<Inline>,
        span: &Range<usize>,
        out: &mut Vec<Inline>,
    ) {
        let at = self.text[span.clone()].rfind(address).unwrap_or(0);
        let place = (self.place)(span.start + at..span.start + at + address.len());
        let words = words(&content);
        if words.trim().is_empty() {
            self.error(span, "this link has no text", "write `[text](address)`");
        }
        match address.split_once(':') {
            Some(("term", id)) => {
                if content.iter().any(is_reference) {
                    self.error(span, "a link inside a link", "write one of them");
                }
                let id = Located::new(id.to_owned(), place);
                out.push(Inline::Term { id, content });
            }
            Some(("cite", id)) => match Strength::parse(&words) {
                Some(strength) => out.push(Inline::Cite {
                    reference: Located::new(id.to_owned(), place),
                    strength,
                }),
                None => {
                    let all = Strength::ALL.map(Strength::word);
                    self.error(
                        span,
                        format!("`{words}` is not a strength of evidence"),
                        did_you_mean(&words, all, format!("write {}", one_of(all))),
                    );
                }
            },
            _ => {
                if let Some(target) = target::read(self.log, address, &place) {
                    out.push(Inline::Link { target, content });
                }
            }
        }
    }

    /// Takes the `{#id}` off the end of `content`, which stands first in
    /// `within`; reports one elsewhere.
    fn take_id(&self, content: &mut [Inline], within: &Range<usize>) -> Option<Located<String>> {
        let mut found = None;
        if let Some(Inline::Text(text)) = content.last_mut()
            && text.trim_end().ends_with('}')
            && let Some(at) = text.rfind("{#")
        {
            let id = text[at + 2..].trim_end().trim_end_matches('}').to_owned();
            text.truncate(at);
            text.truncate(text.trim_end().len());
            let source = self.text.get(within.clone()).unwrap_or_default();
            let mark = ["{#", &id].concat();
            let start = within.start + source.find(&mark).map_or(0, |at| at + 2);
            found = self.slug(id.clone(), start..start + id.len());
        }
        let stray = |inline: &Inline| matches!(inline, Inline::Text(text) if text.contains("{#"));
        if content.iter().any(stray) {
            self.error(
                within,
                "a `{#id}` stands in the middle of a paragraph or list item",
                "an id is the very last thing in its paragraph, after the citations",
            );
        }
        found
    }
}
