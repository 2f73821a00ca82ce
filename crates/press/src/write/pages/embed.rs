//! `/embed/figures/<name>/` and `/embed/quizzes/<slug>/`: a figure or a quiz alone, to be shown in a
//! frame inside other sites. The page itself is the other one, which is named as the canonical one; search
//! engines list only that. Links leave the frame.

use content::model::{FigureState, Quiz};
use content::paths::Route;
use maud::{Markup, PreEscaped, html};
use plates::{Figure, FrameOptions, Place};

use crate::figures;
use crate::write::context::Context;
use crate::write::document::Page;

/// The page that an embedded one is part of, as a path inside the site; `None` for other pages.
pub fn whole(path: &str) -> Option<String> {
    match Route::parse(path)? {
        Route::EmbeddedFigure(name) => Some(Route::Figure(name).to_path()),
        Route::EmbeddedQuiz(slug) => Some(Route::Quiz(slug).to_path()),
        _ => None,
    }
}

/// Writes a figure; its state is the query of the address.
pub fn figure(context: &Context<'_>, figure: &Figure) -> Page {
    let state = FigureState {
        name: figure.name.to_owned(),
        query: String::new(),
    };
    let address = context.path(Route::Figure(figure.name));
    let main = html! {
        // The class of figures' own pages: what this page is there for is woken at once.
        div.figure-page {
            figure.figure data-figure=(figure.name) data-state="" aria-labelledby="figure-title" {
                @let options = FrameOptions::new(1, "figure", Place::Guest, &address);
                (PreEscaped(figures::frame(&state, &options)))
            }
            (credit(context, &address))
        }
    };
    Page {
        title: figure.title.to_owned(),
        description: figure.description.to_owned(),
        json_ld: Vec::new(),
        kind: "website",
        indexed: false,
        main: outward(&main.into_string()),
        path: Route::EmbeddedFigure(figure.name).to_path(),
    }
}

/// Writes a quiz with its [`questions`](super::quizzes::questions).
pub fn quiz(context: &Context<'_>, quiz: &Quiz, questions: &Markup) -> Page {
    let slug = quiz.slug.as_str();
    let main = html! {
        article.quiz data-quiz=(slug) {
            header.page-head {
                h1 id="title" tabindex="-1" { (quiz.title) }
                p.lede { (quiz.summary) }
            }
            (questions)
        }
        (credit(context, &context.path(Route::Quiz(slug))))
    };
    Page {
        title: format!("Quiz: {}", quiz.title),
        description: quiz.summary.clone(),
        json_ld: Vec::new(),
        kind: "website",
        indexed: false,
        main: outward(&main.into_string()),
        path: Route::EmbeddedQuiz(slug).to_path(),
    }
}

/// Where it comes from, and under which license.
fn credit(context: &Context<'_>, address: &str) -> Markup {
    html! {
        p.embed-credit {
            "From " a href=(address) { (context.site.name) } ", " (context.site.license)
            ". It supports, and does not replace, your clinician."
        }
    }
}

/// The same HTML with links that open outside of the frame: pages of the site refuse to be shown in one.
fn outward(html: &str) -> String {
    let mut pieces = html.split("<a ");
    let mut all = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let tag = piece.split('>').next().unwrap_or_default();
        let stays =
            tag.contains("href=\"#") || tag.contains("target=") || tag.contains("data-named");
        all.push_str(if stays {
            "<a "
        } else {
            "<a target=\"_blank\" rel=\"noopener\" "
        });
        all.push_str(piece);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_to_pages_leave_the_frame() {
        assert_eq!(
            outward(
                r##"<p><a href="/a/">A</a> <a href="#b">B</a></p><a class="c" href="/c/">C</a>"##
            ),
            r##"<p><a target="_blank" rel="noopener" href="/a/">A</a> <a href="#b">B</a></p><a target="_blank" rel="noopener" class="c" href="/c/">C</a>"##
        );
        assert_eq!(outward("<p>a</p>"), "<p>a</p>");
    }

    #[test]
    fn an_embedded_page_is_part_of_another() {
        assert_eq!(whole("/embed/quizzes/a/").as_deref(), Some("/quizzes/a/"));
        assert_eq!(whole("/embed/figures/a/").as_deref(), Some("/figures/a/"));
        assert_eq!(whole("/figures/a/"), None);
    }
}
