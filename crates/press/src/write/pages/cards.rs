//! `/cards/<slug>/`: a topic on one page to print.

use std::collections::HashMap;

use content::paths::Route;
use maud::{Markup, html};

use super::page_head;
use crate::compile::project::Card;
use crate::write::context::Context;
use crate::write::document::Page;
use crate::write::json_ld;
use crate::write::prose::Writer;

/// Writes a card.
pub fn page(context: &Context<'_>, card: &Card) -> Page {
    let path = Route::Card(&card.slug).to_path();
    let topic_path = Route::Topic(&card.slug);
    let topic = context.topic(&card.slug).map(|(_, head)| &head.title);
    let quizzes = HashMap::new();
    let mut writer = Writer::new(context, &[], &quizzes);
    // Who prints at once has not scrolled.
    writer.loading = None;
    let body = &card.page.body;
    let main = html! {
        article.page.sheet {
            p.crumbs {
                a href=(context.path(Route::Topics)) { "Topics" }
                @if let Some(title) = topic {
                    " " a href=(context.path(topic_path)) { (title) }
                }
            }
            (page_head(&card.page.title, Some(&card.page.description)))
            div.actions { button type="button" data-action="print" { "Print" } }
            div.prose {
                (writer.blocks(&body.intro, None))
                @for section in &body.sections { (writer.page_section(section)) }
            }
            p.meta.sheet-foot {
                (context.site.name) ": " (context.canonical(&topic_path.to_path()))
                " · It supports, and does not replace, your clinician."
            }
        }
    };
    Page {
        title: card.page.title.clone(),
        description: card.page.description.clone(),
        json_ld: json_ld::card(context, card, &path, topic.map_or("", String::as_str)),
        kind: "article",
        indexed: true,
        main: main.into_string(),
        path,
    }
}

/// The link from a topic to its card, if it has one.
pub fn link(context: &Context<'_>, slug: &str) -> Markup {
    let mut cards = context.project.cards.iter();
    let Some(card) = cards.find(|card| card.slug == slug) else {
        return Markup::default();
    };
    html! {
        p.card-link {
            "To print: " a href=(context.path(Route::Card(slug))) { (card.page.title) }
        }
    }
}
