//! `/plan/`: a place for a reading plan, which is in the address alone; the desk shows it.

use content::paths::Route;
use maud::html;

use super::page_head;
use crate::write::context::Context;
use crate::write::document::Page;
use crate::write::json_ld;

/// What the page is for.
const INTRO: &str = "Topics, figures and quizzes in an order that somebody chose. A plan is a link, and \
                     nothing about you is in it.";

/// The topic that says when to see somebody.
const CARE: &str = "when-to-see-someone";

/// Writes the page.
pub fn page(context: &Context<'_>) -> Page {
    let path = Route::Plan.to_path();
    let main = html! {
        div.plan-page {
            (page_head("Reading plan", Some(INTRO)))
            div.plan data-desk="plan" data-widget {
                p.notice {
                    "A reading plan is shown and made by JavaScript, in your browser. Without it you can choose \
                     for yourself: open the "
                    a href=(context.path(Route::Topics)) { "topics" } ", the "
                    a href=(context.path(Route::Figures)) { "figures" } " or the "
                    a href=(context.path(Route::Quizzes)) { "quizzes" } "."
                }
            }
            p.plan-care {
                "This site supports, and does not replace, your clinician. Ask for help when something worries \
                 you or gets worse"
                @if let Some((topic, head)) = context.topic(CARE) {
                    ": " a href=(context.path(Route::Topic(&topic.slug))) { (head.title) }
                }
                "."
            }
        }
    };
    Page {
        title: String::from("Reading plan"),
        description: INTRO.to_owned(),
        json_ld: json_ld::collection(context, &path, "Reading plan"),
        kind: "website",
        indexed: true,
        main: main.into_string(),
        path,
    }
}
