//! `/topics/`: all topics by part.

use content::paths::Route;
use maud::html;

use super::page_head;
use crate::write::context::{Context, count};
use crate::write::document::Page;
use crate::write::json_ld;

/// Writes the list of topics.
pub fn page(context: &Context<'_>) -> Page {
    let path = Route::Topics.to_path();
    let intro = context.site.intros.topics.as_deref();
    let main = html! {
        div.index {
            (page_head("Topics", intro))
            @for part in context.project.shared.parts.iter().flatten() {
                @let number = part.number.value;
                @let topics = context.library.iter().filter(|(_, head)| head.part.value == number);
                @let heading = format!("part-{number}");
                @if topics.clone().next().is_some() {
                    section.part aria-labelledby=(heading) {
                        header.part-head {
                            p.part-number { "Part " (number) }
                            h2 id=(heading) tabindex="-1" { (part.title) }
                            p { (part.summary) }
                        }
                        ol.entries {
                            @for (meta, head) in topics {
                                @let minutes = meta.outline.readability.minutes();
                                li.entry data-topic=(meta.slug) {
                                    h3 {
                                        a href=(context.path(Route::Topic(&meta.slug))) { (head.title) }
                                    }
                                    p { (head.description) }
                                    p.meta {
                                        (count(minutes as usize, "minute")) " · "
                                        (count(meta.outline.sections.len(), "section"))
                                    }
                                    p.read-count data-slot="read-count" {}
                                }
                            }
                        }
                    }
                }
            }
        }
    };
    Page {
        title: String::from("Topics"),
        description: intro.unwrap_or(&context.site.description).to_owned(),
        json_ld: json_ld::collection(context, &path, "Topics"),
        kind: "website",
        indexed: true,
        main: main.into_string(),
        path,
    }
}
