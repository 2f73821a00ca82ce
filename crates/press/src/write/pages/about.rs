//! `/about/` and the page for addresses that do not exist.

use std::collections::HashMap;

use content::model::Page as Prose;
use content::paths::Route;
use maud::html;

use super::page_head;
use crate::write::context::Context;
use crate::write::document::Page;
use crate::write::json_ld;
use crate::write::prose::Writer;

/// Writes the about page.
pub fn page(context: &Context<'_>) -> Page {
    let path = Route::About.to_path();
    let nothing = Prose {
        title: String::from("About"),
        description: context.site.description.clone(),
        body: content::model::Prose::default(),
    };
    let about = context.project.shared.about.as_ref();
    let about = about.map_or(&nothing, |about| &about.page);
    let quizzes = HashMap::new();
    let mut writer = Writer::new(context, &[], &quizzes);
    let main = html! {
        article.page {
            (page_head(&about.title, None))
            div.prose {
                (writer.blocks(&about.body.intro, None))
                @for section in &about.body.sections { (writer.page_section(section)) }
            }
        }
    };
    Page {
        title: about.title.clone(),
        description: about.description.clone(),
        json_ld: json_ld::about(context, &path, &about.title),
        kind: "website",
        indexed: true,
        main: main.into_string(),
        path,
    }
}

/// Writes the page for pages that are not on the device, without a connection.
pub fn offline(context: &Context<'_>) -> Page {
    let main = html! {
        div.lost {
            h1 id="title" tabindex="-1" { "You are offline" }
            p.lede {
                "This page is not on your device yet. It will open when you are back online, \
                 unless its address has a typo. Nothing you saved is lost. What you have read before is \
                 here:"
            }
            ul.kept data-slot="kept" {
                li { a href=(context.path(Route::Home)) { "Home" } }
            }
        }
    };
    Page {
        title: String::from("You are offline"),
        description: context.site.description.clone(),
        json_ld: Vec::new(),
        kind: "website",
        indexed: false,
        main: main.into_string(),
        path: String::from(crate::write::offline::PAGE),
    }
}

/// Writes the page for addresses that do not exist.
pub fn not_found(context: &Context<'_>) -> Page {
    let places = [
        (
            Route::Home,
            "Home",
            "Start here, or continue where you were.",
        ),
        (Route::Topics, "Topics", "Every article, by part."),
        (Route::Search, "Search", "Everything from A to Z."),
        (Route::Glossary, "Glossary", "Every term in plain words."),
    ];
    let main = html! {
        div.lost {
            h1 id="title" tabindex="-1" { "This page is not here" }
            p.lede {
                "The address may have a typo, or the page has moved. Nothing you saved is lost."
            }
            (super::search::field(context, "missing"))
            ul.entries {
                @for (route, name, text) in places {
                    li.entry {
                        h2 { a href=(context.path(route)) { (name) } }
                        p { (text) }
                    }
                }
            }
        }
    };
    Page {
        title: String::from("This page is not here"),
        description: context.site.description.clone(),
        json_ld: Vec::new(),
        kind: "website",
        indexed: false,
        main: main.into_string(),
        path: Route::NotFound.to_path(),
    }
}
