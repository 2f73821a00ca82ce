//! `/quizzes/`: all quizzes; `/quizzes/<slug>/`: one quiz.

use content::model::Quiz;
use content::paths::Route;
use maud::html;

use super::page_head;
use crate::write::context::{Context, count};
use crate::write::document::Page;
use crate::write::json_ld;
use crate::write::question::{self, Setting};

/// Writes the list of quizzes, in the order of their topics.
pub fn index(context: &Context<'_>) -> Page {
    let path = Route::Quizzes.to_path();
    let intro = context.site.intros.quizzes.as_deref();
    let quizzes = context
        .library
        .iter()
        .filter_map(|(topic, _)| context.quizzes_of.get(topic.slug.as_str()))
        .flatten();
    let main = html! {
        div.index {
            (page_head("Quizzes", intro))
            ul.entries {
                @for quiz in quizzes {
                    li.entry data-quiz=(quiz.slug) {
                        h2 { a href=(context.path(Route::Quiz(&quiz.slug))) { (quiz.title) } }
                        p { (quiz.summary) }
                        p.meta { (count(quiz.items.len(), "question")) }
                        p.read-count data-slot="read-count" {}
                    }
                }
            }
        }
    };
    Page {
        title: String::from("Quizzes"),
        description: intro.unwrap_or(&context.site.description).to_owned(),
        json_ld: json_ld::collection(context, &path, "Quizzes"),
        kind: "website",
        indexed: true,
        main: main.into_string(),
        path,
    }
}

/// Writes a quiz.
pub fn page(context: &Context<'_>, quiz: &Quiz) -> Page {
    let slug = quiz.slug.as_str();
    let path = Route::Quiz(slug).to_path();
    let topic = context.topic(&quiz.topic);
    let topic_path = context.path(Route::Topic(&quiz.topic));
    let main = html! {
        article.quiz data-quiz=(slug) {
            header.page-head {
                p.crumbs { a href=(context.path(Route::Quizzes)) { "Quizzes" } }
                h1 id="title" tabindex="-1" { (quiz.title) }
                p.lede { (quiz.summary) }
                p.meta {
                    (count(quiz.items.len(), "question")) " · "
                    a href=(topic_path) { "Read the topic" }
                }
            }
            ol.questions {
                @for item in &quiz.items {
                    li { (question::form(context, quiz, item, Setting::Quiz)) }
                }
            }
            p.quiz-score role="status" data-slot="quiz-score" {}
            nav.onward aria-label="Read next" {
                ul {
                    @if let Some((_, head)) = topic {
                        li {
                            span.onward-label { "Topic" } " "
                            a href=(topic_path) { (head.title) }
                        }
                    }
                    li {
                        span.onward-label { "More" } " "
                        a href=(context.path(Route::Quizzes)) { "All quizzes" }
                    }
                }
            }
        }
    };
    Page {
        title: format!("Quiz: {}", quiz.title),
        description: quiz.summary.clone(),
        json_ld: json_ld::quiz(context, quiz, &path),
        kind: "website",
        indexed: true,
        main: main.into_string(),
        path,
    }
}
