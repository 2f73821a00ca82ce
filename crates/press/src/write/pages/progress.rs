//! `/progress/`: a shell that the desk fills from the reader's own record.

use content::paths::Route;
use maud::html;

use super::{mastery, page_head};
use crate::write::context::Context;
use crate::write::document::Page;
use crate::write::json_ld;

/// Writes the shell.
pub fn page(context: &Context<'_>) -> Page {
    let path = Route::Progress.to_path();
    let intro = context.site.intros.progress.as_deref();
    let main = html! {
        div.progress-page {
            (page_head("Your progress", intro))
            // First what has its size before anything is known of the reader: nothing below it moves it.
            (mastery::section(context))
            div data-desk="ledger" data-widget {
                p.notice {
                    "Your progress is kept in this browser, and JavaScript shows it. With \
                     JavaScript off, every article, figure and quiz works; nothing is recorded."
                }
            }
        }
    };
    Page {
        title: String::from("Your progress"),
        description: intro.unwrap_or(&context.site.description).to_owned(),
        json_ld: json_ld::collection(context, &path, "Your progress"),
        kind: "website",
        indexed: true,
        main: main.into_string(),
        path,
    }
}
