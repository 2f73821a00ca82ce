//! `/review/`: a shell that the desk fills with questions from their own
//! pages.

use content::paths::Route;
use maud::html;

use super::page_head;
use crate::write::context::Context;
use crate::write::document::Page;
use crate::write::json_ld;

/// Writes the shell. Its regions are there from the start: a status region
/// must exist before it is written to, and nothing may jump.
pub fn page(context: &Context<'_>) -> Page {
    let path = Route::Review.to_path();
    let intro = "A few questions at the right time keep a thing in mind. This page asks what is \
                 due for you today, and then it stops.";
    let quizzes = context.path(Route::Quizzes);
    let main = html! {
        div.review-page {
            (page_head("Review", Some(intro)))
            div.review data-desk="review" data-state="waiting" {
                p.notice.without-scripts {
                    "This page needs JavaScript: it reads from this browser what you have \
                     answered and when. With JavaScript off, every "
                    a href=(quizzes) { "quiz" }
                    " works, with its answers and explanations."
                }
                p.review-place role="status" data-slot="review-place" {}
                div.review-question data-slot="review-question" {}
                div.review-compare data-slot="review-compare" {}
                p.actions.review-actions data-slot="review-actions" {}
            }
        }
    };
    Page {
        title: String::from("Review"),
        description: String::from(
            "The questions that are due for you today, one at a time, kept in your own browser.",
        ),
        json_ld: json_ld::collection(context, &path, "Review"),
        kind: "website",
        indexed: true,
        main: main.into_string(),
        path,
    }
}
