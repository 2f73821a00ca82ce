//! What there is to be found in a page: plain texts, and the links to where they stand.

use content::model::{Block, Inline, Kind, Quiz, Term, Topic, Track, plain_text, words};
use content::paths::Route;
use plates::Figure;
use plates::schema::Kind as KeyKind;
use search::build::Field;
use search::sheet::{self, Document, Line};

use crate::compile::project::Card;

/// A document as it goes into the index.
#[derive(Clone, Debug, Default)]
pub struct Text {
    /// Its path inside the site, without the slash at the beginning.
    path: String,
    title: String,
    about: String,
    /// What finds it and is not shown.
    names: Vec<String>,
    lines: Vec<Owned>,
}

#[derive(Clone, Debug)]
struct Owned {
    link: String,
    text: String,
    field: Field,
}

impl Text {
    fn new(route: Route<'_>, title: &str, about: &str) -> Self {
        Text {
            path: route.to_path().trim_start_matches('/').to_owned(),
            title: title.to_owned(),
            about: about.to_owned(),
            names: Vec::new(),
            lines: Vec::new(),
        }
    }

    fn push(&mut self, link: String, text: String, field: Field) {
        if !text.trim().is_empty() {
            self.lines.push(Owned { link, text, field });
        }
    }

    fn inlines(&mut self, id: Option<&str>, content: &[Inline], field: Field) {
        let text = words(content);
        let link = id.map_or_else(String::new, |id| ["#", id].concat());
        self.push(link, text, field);
    }

    /// What the index takes in.
    pub fn fields(&self) -> Vec<(Field, &str)> {
        let mut fields = vec![
            (Field::Title, self.title.as_str()),
            (Field::About, self.about.as_str()),
        ];
        fields.extend(self.names.iter().map(|name| (Field::Name, name.as_str())));
        fields.extend(
            self.lines
                .iter()
                .map(|line| (line.field, line.text.as_str())),
        );
        fields
    }

    /// What the root says of it: how its sheet begins, without the sentence.
    pub fn head(&self) -> String {
        let mut head = String::new();
        let document = Document {
            path: &self.path,
            title: &self.title,
            ..Document::default()
        };
        sheet::push(&mut head, &document);
        head
    }

    /// Writes what results show.
    pub fn push_to(&self, sheet: &mut String) {
        let lines = self.lines.iter().map(|line| Line {
            link: &line.link,
            text: &line.text,
            heading: line.field == Field::Heading,
        });
        let document = Document {
            path: &self.path,
            title: &self.title,
            about: &self.about,
            lines: lines.collect(),
        };
        sheet::push(sheet, &document);
    }

    fn blocks(&mut self, blocks: &[Block], id: Option<&str>) {
        for block in blocks {
            match block {
                Block::Paragraph { id: own, content } => {
                    let id = own.as_ref().map(|own| own.value.as_str()).or(id);
                    self.inlines(id, content, Field::Text);
                }
                Block::Plain(content) => self.inlines(id, content, Field::Text),
                Block::Subheading { id, content } => {
                    self.inlines(Some(&id.value), content, Field::Heading);
                }
                Block::List { items, .. } => {
                    for item in items {
                        let own = item.id.as_ref().map(|own| own.value.as_str());
                        self.blocks(&item.blocks, own.or(id));
                    }
                }
                Block::Quote(blocks) | Block::Callout { blocks, .. } => self.blocks(blocks, id),
                Block::Table(table) => {
                    for row in &table.rows {
                        let mut text = String::new();
                        for cell in row {
                            plain_text(cell, &mut text);
                            text.push_str("; ");
                        }
                        self.push(
                            String::new(),
                            text.trim_end_matches("; ").into(),
                            Field::Text,
                        );
                    }
                }
                Block::Figure { caption, .. }
                | Block::Plate { caption, .. }
                | Block::Drawings { caption, .. }
                | Block::Moves { caption, .. } => {
                    self.inlines(None, caption, Field::Text);
                }
                Block::Check { .. } | Block::Care => {}
            }
        }
    }
}

/// An article.
pub fn topic(topic: &Topic) -> Text {
    let mut text = Text::new(Route::Topic(&topic.slug), &topic.title, &topic.description);
    for line in &topic.summary {
        text.push(String::new(), line.clone(), Field::About);
    }
    text.blocks(&topic.body.intro, None);
    for section in &topic.body.sections {
        text.inlines(Some(&section.id.value), &section.title, Field::Heading);
        text.blocks(&section.blocks, None);
    }
    text
}

/// A quiz.
pub fn quiz(quiz: &Quiz) -> Text {
    let mut text = Text::new(Route::Quiz(&quiz.slug), &quiz.title, &quiz.summary);
    for item in &quiz.items {
        let id = ["q-", &item.id.value].concat();
        text.inlines(Some(&id), &item.stem, Field::About);
        if let Kind::Case(case) = &item.kind {
            for paragraph in &case.story {
                text.inlines(Some(&id), paragraph, Field::Text);
            }
            for step in &case.steps {
                text.inlines(Some(&id), &step.stem, Field::Text);
            }
        }
    }
    text
}

/// A way through the library.
pub fn track(track: &Track) -> Text {
    let steps = track.steps.len();
    let about = format!("A track of {steps} pages. {}", track.summary);
    Text::new(Route::Track(&track.slug), &track.title, &about)
}

/// A topic on one page to print.
pub fn card(card: &Card) -> Text {
    let page = &card.page;
    let about = ["A card to print. ", &page.description].concat();
    let mut text = Text::new(Route::Card(&card.slug), &page.title, &about);
    text.blocks(&page.body.intro, None);
    for section in &page.body.sections {
        text.inlines(Some(&section.id.value), &section.title, Field::Heading);
        text.blocks(&section.blocks, None);
    }
    text
}

/// A term of the glossary.
pub fn term(term: &Term) -> Text {
    let mut text = Text::new(Route::Glossary, &term.name, &term.meaning);
    text.path.push('#');
    text.path.push_str(&term.id);
    text.names.extend(term.also.iter().cloned());
    text.push(
        String::new(),
        term.more.clone().unwrap_or_default(),
        Field::Text,
    );
    if !term.also.is_empty() {
        text.push(
            String::new(),
            format!("Also: {}.", term.also.join(", ")),
            Field::Text,
        );
    }
    text
}

/// A figure, with its named states and its parts.
pub fn figure(figure: &Figure) -> Text {
    let mut text = Text::new(Route::Figure(figure.name), figure.title, figure.description);
    for named in figure.named {
        let link = [named.slug, "/"].concat();
        text.push(
            link,
            [named.label, ": ", named.description].concat(),
            Field::About,
        );
    }
    for key in figure.keys {
        if let KeyKind::Part { ids, labels } = key.kind {
            // The first stands for no part.
            for (id, label) in ids.iter().zip(labels).skip(1) {
                let link = ["?", key.name, "=", id].concat();
                text.push(link, (*label).to_owned(), Field::About);
            }
        }
    }
    text
}
