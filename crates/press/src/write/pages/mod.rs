//! The pages, one file for each kind.

pub mod about;
pub mod cards;
pub mod embed;
pub mod figures;
pub mod glossary;
pub mod home;
mod mastery;
pub mod plan;
pub mod progress;
pub mod quizzes;
pub mod references;
pub mod review;
pub mod search;
pub mod topic;
pub mod topics;
pub mod tracks;

use maud::{Markup, html};

/// The head of a page: title and the line below it.
fn page_head(title: &str, lede: Option<&str>) -> Markup {
    html! {
        header.page-head {
            h1 id="title" tabindex="-1" { (title) }
            @if let Some(lede) = lede { p.lede { (lede) } }
        }
    }
}
