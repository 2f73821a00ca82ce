//! `/references/`: every source.

use std::collections::HashMap;

use content::paths::Route;
use maud::html;

use super::page_head;
use super::topic::doi_link;
use crate::compile::project::{TopicHead, TopicMeta};
use crate::write::context::Context;
use crate::write::document::Page;
use crate::write::json_ld;

/// How many topics a source names at most: the page must not grow with the
/// library times the sources.
const CITED_IN: usize = 6;

/// Writes the list of sources.
pub fn page(context: &Context<'_>) -> Page {
    let path = Route::References.to_path();
    let intro = context.site.intros.references.as_deref();
    let mut cited: HashMap<&str, Vec<(&TopicMeta, &TopicHead)>> = HashMap::new();
    for (topic, head) in &context.library {
        for id in &topic.outline.cited {
            let topics = cited.entry(id).or_default();
            if topics.len() < CITED_IN {
                topics.push((topic, head));
            }
        }
    }
    let main = html! {
        div.references {
            (page_head("References", intro))
            ol.reference-list {
                @for reference in context.project.shared.references.iter().flatten() {
                    li id=(format!("ref-{}", reference.id.value)) {
                        p.ref-cite { (reference.cite) }
                        p.ref-finding { (reference.finding) }
                        p.meta {
                            (reference.kind) " · " (reference.status)
                            @if let Some(doi) = &reference.doi { " · " (doi_link(doi)) }
                            @if let Some(topics) = cited.get(reference.id.as_str()) {
                                " · cited in "
                                @for (at, (topic, head)) in topics.iter().enumerate() {
                                    @if at > 0 { ", " }
                                    a href=(context.path(Route::Topic(&topic.slug))) { (head.title) }
                                }
                            }
                        }
                    }
                }
            }
        }
    };
    Page {
        title: String::from("References"),
        description: intro.unwrap_or(&context.site.description).to_owned(),
        json_ld: json_ld::collection(context, &path, "References"),
        kind: "website",
        indexed: true,
        main: main.into_string(),
        path,
    }
}
