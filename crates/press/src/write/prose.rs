//! Typed prose to HTML.

use std::collections::HashMap;

use content::model::{
    Alignment, Block, CalloutKind, Inline, ListItem, Quiz, Section, Strength, Table,
};
use maud::{Markup, PreEscaped, html};
use plates::svg::push_escaped;

use super::care::care_card;
use super::context::Context;
use super::document::{FOLD, LATE_STYLE, UNFOLD};
use super::question::{self, Setting};
use crate::figures;

/// Writes the prose of one page.
#[derive(Debug)]
pub struct Writer<'c> {
    context: &'c Context<'c>,
    /// The references cited, in the order of their numbers.
    sources: &'c [String],
    /// The quizzes that the page's check-ins are of.
    quizzes: &'c HashMap<String, Quiz>,
    /// Whether the place of the late style was written.
    styled: bool,
    figures: usize,
    callouts: usize,
    tables: usize,
    /// Whether check-ins and the controls of figures wait until the page has settled.
    folds: bool,
    /// When still drawings load: `lazy` where they may never be seen, nothing on paper.
    pub loading: Option<&'static str>,
    /// Whether the care card was written.
    pub care_shown: bool,
    /// The terms marked, each once, in order.
    pub terms: Vec<String>,
    /// The strengths each source was cited with, by source.
    pub strengths: Vec<Vec<Strength>>,
}

impl<'c> Writer<'c> {
    /// A writer for a page that cites `sources` and asks questions of
    /// `quizzes`.
    pub fn new(
        context: &'c Context<'c>,
        sources: &'c [String],
        quizzes: &'c HashMap<String, Quiz>,
    ) -> Self {
        Writer {
            context,
            sources,
            quizzes,
            styled: false,
            figures: 0,
            callouts: 0,
            tables: 0,
            folds: false,
            loading: Some("lazy"),
            care_shown: false,
            terms: Vec::new(),
            strengths: vec![Vec::new(); sources.len()],
        }
    }

    /// A section of a topic, with its end, which the reader passes. From the second one on, what is answered
    /// or set waits, where there are scripts to bring it.
    pub fn topic_section(&mut self, section: &Section) -> Markup {
        let id = section.id.as_str();
        let written = html! {
            section data-section=(id) aria-labelledby=(id) {
                (self.heading(section))
                (self.blocks(&section.blocks, Some(id)))
                div.section-end data-section-end=(id) {
                    button type="button" data-action="toggle-read" aria-pressed="false" {
                        "Mark as read"
                    }
                }
            }
        };
        self.folds = self.context.assets.boot.is_some();
        written
    }

    /// A section of a page that is no topic.
    pub fn page_section(&mut self, section: &Section) -> Markup {
        html! {
            section aria-labelledby=(section.id.as_str()) {
                (self.heading(section))
                (self.blocks(&section.blocks, None))
            }
        }
    }

    fn heading(&mut self, section: &Section) -> Markup {
        let id = section.id.as_str();
        let title = content::model::words(&section.title);
        html! {
            h2 id=(id) tabindex="-1" {
                (self.inlines(&section.title)) " " (anchor(id, &title))
            }
        }
    }

    /// Blocks, those of a section when it is given.
    pub fn blocks(&mut self, blocks: &[Block], section: Option<&str>) -> Markup {
        html! {
            @for block in blocks { (self.block(block, section)) }
        }
    }

    fn block(&mut self, block: &Block, section: Option<&str>) -> Markup {
        let styled = matches!(
            block,
            Block::Figure { .. }
                | Block::Plate { .. }
                | Block::Drawings { .. }
                | Block::Moves { .. }
                | Block::Check { .. }
                | Block::Callout { .. }
                | Block::Care
        );
        if styled && !std::mem::replace(&mut self.styled, true) {
            return html! { (PreEscaped(LATE_STYLE)) (self.block(block, section)) };
        }
        match block {
            Block::Paragraph { id, content } => html! {
                p id=[id.as_ref().map(|id| id.as_str())] { (self.inlines(content)) }
            },
            Block::Plain(content) => self.inlines(content),
            Block::Subheading { id, content } => {
                let title = content::model::words(content);
                html! {
                    h3 id=(id.as_str()) tabindex="-1" {
                        (self.inlines(content)) " " (anchor(id, &title))
                    }
                }
            }
            Block::List { start, items } => self.list(*start, items, section),
            Block::Quote(blocks) => html! {
                blockquote { (self.blocks(blocks, section)) }
            },
            Block::Table(table) => self.table(table),
            Block::Figure { state, caption } => {
                self.figures += 1;
                let prefix = format!("fig-{}", self.figures);
                html! {
                    figure.figure data-figure=(state.name) data-state=(figures::query(state))
                        aria-labelledby=(format!("{prefix}-title")) {
                        (PreEscaped(&*self.context.embedded(state, &prefix, self.folds)))
                        figcaption { (self.inlines(caption)) }
                    }
                }
            }
            Block::Plate { name, caption } => html! {
                figure.plate {
                    (self.context.plate(name))
                    figcaption { (self.inlines(caption)) }
                }
            },
            Block::Drawings { states, caption } => html! {
                figure.plate {
                    div.drawings {
                        @for state in states { (self.context.drawing(state, self.loading)) }
                    }
                    figcaption { (self.inlines(caption)) }
                }
            },
            Block::Moves { names, caption } => html! {
                figure.plate {
                    (self.context.moves(names, self.loading))
                    figcaption { (self.inlines(caption)) }
                }
            },
            Block::Check { question } => self.check(question, section),
            Block::Callout { kind, blocks } => self.callout(*kind, blocks, section),
            Block::Care => {
                self.care_shown = true;
                let care = self.context.project.shared.care.as_ref();
                html! {
                    @if let Some(care) = care { (care_card(care)) }
                }
            }
        }
    }

    fn list(&mut self, start: Option<u64>, items: &[ListItem], section: Option<&str>) -> Markup {
        let items = html! {
            @for item in items {
                li id=[item.id.as_ref().map(|id| id.as_str())] {
                    (self.blocks(&item.blocks, section))
                }
            }
        };
        match start {
            None => html! { ul { (items) } },
            Some(1) => html! { ol { (items) } },
            Some(start) => html! { ol start=(start) { (items) } },
        }
    }

    fn table(&mut self, table: &Table) -> Markup {
        self.tables += 1;
        let align = |column: usize| match table.alignments.get(column) {
            Some(Alignment::Center) => Some("center"),
            Some(Alignment::End) => Some("end"),
            _ => None,
        };
        html! {
            div.table role="region" aria-label=(format!("Table {}", self.tables)) tabindex="0" {
                table {
                    thead {
                        tr {
                            @for (column, cell) in table.head.iter().enumerate() {
                                th scope="col" data-align=[align(column)] { (self.inlines(cell)) }
                            }
                        }
                    }
                    tbody {
                        @for row in &table.rows {
                            tr {
                                @for (column, cell) in row.iter().enumerate() {
                                    td data-align=[align(column)] { (self.inlines(cell)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    fn callout(&mut self, kind: CalloutKind, blocks: &[Block], section: Option<&str>) -> Markup {
        self.callouts += 1;
        let id = format!("callout-{}", self.callouts);
        html! {
            div class=(format!("callout callout-{}", kind.word())) role="note" aria-labelledby=(id) {
                p.callout-title id=(id) { (kind.title()) }
                (self.blocks(blocks, section))
            }
        }
    }

    fn check(&self, question: &str, section: Option<&str>) -> Markup {
        let found = question.split_once('/').and_then(|(quiz, item)| {
            let quiz = self.quizzes.get(quiz)?;
            let item = quiz.items.iter().find(|it| it.id.value == item)?;
            Some((quiz, item))
        });
        html! {
            @if let Some((quiz, item)) = found {
                @if self.folds { (PreEscaped(FOLD)) }
                div.check {
                    p.check-title { "Check yourself" }
                    (question::form(self.context, quiz, item, Setting::CheckIn(section)))
                }
                @if self.folds { (PreEscaped(UNFOLD)) }
            }
        }
    }

    /// Running text.
    pub fn inlines(&mut self, content: &[Inline]) -> Markup {
        let mut out = String::new();
        let mut taken = 0;
        for (at, inline) in content.iter().enumerate() {
            let markup = match inline {
                Inline::Text(text) => {
                    let rest = text.get(std::mem::take(&mut taken)..);
                    push_escaped(&mut out, rest.unwrap_or_default());
                    continue;
                }
                Inline::Term { .. } => {
                    let mark = mark_after(content.get(at + 1));
                    taken = mark.len();
                    let word = self.inline(inline);
                    // A button is a box, and a line may end with a box even before a comma.
                    html! { @if mark.is_empty() { (word) } @else { span.keep { (word) (mark) } } }
                }
                _ => self.inline(inline),
            };
            out.push_str(&markup.into_string());
        }
        PreEscaped(out)
    }

    fn inline(&mut self, inline: &Inline) -> Markup {
        match inline {
            Inline::Text(text) => html! { (text) },
            Inline::Code(text) => html! { code { (text) } },
            Inline::Emphasis(content) => html! { em { (self.inlines(content)) } },
            Inline::Strong(content) => html! { strong { (self.inlines(content)) } },
            Inline::Break => html! { br; },
            Inline::Term { id, content } => {
                if !self.terms.contains(&id.value) {
                    self.terms.push(id.value.clone());
                }
                html! {
                    button.term type="button" popovertarget=(format!("term-{}", id.value)) {
                        (self.inlines(content))
                    }
                }
            }
            Inline::Cite {
                reference,
                strength,
            } => self.cite(reference, *strength),
            Inline::Link { target, content } => html! {
                a href=(self.context.href(target)) { (self.inlines(content)) }
            },
        }
    }

    fn cite(&mut self, reference: &str, strength: Strength) -> Markup {
        let Some(at) = self.sources.iter().position(|source| source == reference) else {
            return Markup::default();
        };
        if let Some(strengths) = self.strengths.get_mut(at)
            && !strengths.contains(&strength)
        {
            strengths.push(strength);
        }
        let number = at + 1;
        html! {
            // The name is what is seen, with the rest of the sentence hidden from the eye alone.
            button.cite type="button" popovertarget=(format!("source-{number}")) {
                span.vh { "Source " } (number) span.vh { ", " }
                span class=(format!("strength strength-{}", strength.word())) { (strength.word()) }
                span.vh { (strength_noun(strength)) }
            }
        }
    }
}

/// The punctuation right after a term, up to the next space or letter.
fn mark_after(next: Option<&Inline>) -> &str {
    let Some(Inline::Text(text)) = next else {
        return "";
    };
    let end = text
        .find(|it: char| it.is_whitespace() || it.is_alphanumeric())
        .unwrap_or(text.len());
    &text[..end]
}

/// What follows a strength's word in its name: "limited evidence", "opinion".
fn strength_noun(strength: Strength) -> &'static str {
    match strength {
        Strength::Strong | Strength::Limited => " evidence",
        Strength::Opinion => " of experts",
    }
}

/// The strength as it stands in a sentence.
pub fn evidence(strength: Strength) -> &'static str {
    match strength {
        Strength::Strong => "strong evidence",
        Strength::Limited => "limited evidence",
        Strength::Opinion => "expert opinion",
    }
}

/// The link at a heading's end that names the heading's own address.
fn anchor(id: &str, title: &str) -> Markup {
    html! {
        a.anchor href=(format!("#{id}")) data-action="copy-link"
            aria-label=(format!("Copy link to {title}")) { "#" }
    }
}

#[cfg(test)]
mod tests {
    use content::model::Inline;

    use super::{mark_after, push_escaped};

    #[test]
    fn text_is_escaped_as_elsewhere() {
        for text in ["", "plain – text", "<", "a <b> & \"c\" \u{2013}>", "&&é<"] {
            let mut out = String::from("<p>");
            push_escaped(&mut out, text);
            let expected = maud::html! { (text) }.into_string();
            assert_eq!(out, ["<p>", &expected].concat());
        }
    }

    #[test]
    fn a_term_keeps_the_punctuation_after_it() {
        for (text, mark) in [
            (", the knob", ","),
            (".” So", ".”"),
            (" and", ""),
            ("s", ""),
        ] {
            assert_eq!(mark_after(Some(&Inline::Text(text.to_owned()))), mark);
        }
        assert_eq!(mark_after(None), "");
    }
}
