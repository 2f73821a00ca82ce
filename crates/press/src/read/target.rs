//! Link addresses: `topic:three-glutes#maximus` and its kin.

use std::ops::Range;

use content::ids::is_slug;
use content::model::{FigureState, Located, Target};
use content::paths::Route;

use crate::diagnostic::{Log, did_you_mean};

/// The words before the colon of an internal link.
const SCHEMES: [&str; 5] = ["topic", "figure", "quiz", "glossary", "page"];

const FORMS: &str = "write `topic:slug`, `topic:slug#anchor`, `#anchor`, `figure:name?state`, \
     `quiz:slug`, `quiz:slug#item`, `glossary:term` or `page:/about/`";

/// Reads a link's address; reports what is none.
pub fn read(log: &Log<'_>, address: &str, span: &Range<usize>) -> Option<Located<Target>> {
    match parse(address) {
        Ok(target) => Some(Located::new(target, span.clone())),
        Err(help) => {
            log.error(
                span,
                format!("`{address}` is not an address of this site"),
                help,
            );
            None
        }
    }
}

/// Reads a figure and its state: `one-leg-stance?lean=5`.
pub fn figure_state(text: &str) -> FigureState {
    let (name, query) = text.split_once('?').unwrap_or((text, ""));
    FigureState {
        name: name.to_owned(),
        query: query.to_owned(),
    }
}

/// # Errors
/// What to write instead.
fn parse(address: &str) -> Result<Target, String> {
    let forms = || FORMS.to_owned();
    if let Some(anchor) = address.strip_prefix('#') {
        let anchor = slug(anchor).ok_or_else(forms)?;
        return Ok(Target::Here(anchor));
    }
    if address.starts_with("https://") {
        return Ok(Target::External(address.to_owned()));
    }
    if address.starts_with("http://") {
        return Err(String::from("external links begin with `https://`"));
    }
    let Some((scheme, rest)) = address.split_once(':') else {
        return Err(forms());
    };
    match scheme {
        "topic" => {
            let (topic, anchor) = match rest.split_once('#') {
                Some((topic, anchor)) => (topic, Some(slug(anchor).ok_or_else(forms)?)),
                None => (rest, None),
            };
            let slug = slug(topic).ok_or_else(forms)?;
            Ok(Target::Topic { slug, anchor })
        }
        "quiz" => {
            let (quiz, item) = match rest.split_once(['#', '/']) {
                Some((quiz, item)) => (quiz, Some(slug(item).ok_or_else(forms)?)),
                None => (rest, None),
            };
            let slug = slug(quiz).ok_or_else(forms)?;
            Ok(Target::Quiz { slug, item })
        }
        "figure" => {
            let state = figure_state(rest);
            slug(&state.name).ok_or_else(forms)?;
            Ok(Target::Figure(state))
        }
        "glossary" => slug(rest).map(Target::Glossary).ok_or_else(forms),
        "page" => {
            let path = rest.split('#').next().unwrap_or_default();
            match Route::parse(path) {
                Some(
                    Route::Topic(_) | Route::Quiz(_) | Route::Figure(_) | Route::FigureState(..),
                ) => Err(String::from(
                    "link to topics, quizzes and figures as `topic:`, `quiz:` and `figure:`",
                )),
                Some(Route::Card(_)) => Err(String::from(
                    "a card is linked from its topic; link to the topic: `topic:slug`",
                )),
                // Whether a track exists is not known here.
                Some(Route::Track(_)) => Err(String::from(
                    "tracks are listed on the home page; link to `page:/#tracks`",
                )),
                Some(Route::EmbeddedFigure(_) | Route::EmbeddedQuiz(_)) => Err(String::from(
                    "pages below `/embed/` are for other sites; link as `figure:` or `quiz:`",
                )),
                Some(Route::SearchLetter(_)) => Err(String::from(
                    "the letters of the list change with the library; link to `page:/search/`",
                )),
                Some(route) if path == route.to_path() && route != Route::NotFound => {
                    Ok(Target::Page(rest.to_owned()))
                }
                _ => Err(String::from(
                    "pages are `/`, `/topics/`, `/figures/`, `/quizzes/`, `/review/`, `/plan/`, \
                     `/progress/`, `/glossary/`, `/references/`, `/search/` and `/about/`",
                )),
            }
        }
        "term" | "cite" => Err(format!(
            "`{scheme}:` stands in the text of a topic only; link to an entry as `glossary:term` \
             or to `page:/references/`"
        )),
        _ => Err(did_you_mean(scheme, SCHEMES, FORMS)),
    }
}

fn slug(text: &str) -> Option<String> {
    is_slug(text).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_form() {
        let topic = |anchor: Option<&str>| Target::Topic {
            slug: "a-b".into(),
            anchor: anchor.map(Into::into),
        };
        let quiz = |item: Option<&str>| Target::Quiz {
            slug: "q".into(),
            item: item.map(Into::into),
        };
        for (address, target) in [
            ("topic:a-b", topic(None)),
            ("topic:a-b#c", topic(Some("c"))),
            ("#c", Target::Here("c".into())),
            ("quiz:q", quiz(None)),
            ("quiz:q#i", quiz(Some("i"))),
            ("quiz:q/i", quiz(Some("i"))),
            ("glossary:t", Target::Glossary("t".into())),
            ("page:/about/", Target::Page("/about/".into())),
            ("page:/", Target::Page("/".into())),
            ("page:/search/", Target::Page("/search/".into())),
            (
                "https://doi.org/1",
                Target::External("https://doi.org/1".into()),
            ),
            (
                "figure:one-leg-stance?lean=5&cane=left",
                Target::Figure(FigureState {
                    name: "one-leg-stance".into(),
                    query: "lean=5&cane=left".into(),
                }),
            ),
        ] {
            assert_eq!(parse(address), Ok(target), "{address}");
        }
    }

    #[test]
    fn refuses_everything_else() {
        for address in [
            "",
            "x",
            "topic:",
            "topic:A",
            "topic:a#",
            "#",
            "#A",
            "http://x",
            "page:about",
            "page:/topics/a/",
            "page:/about",
            "page:/embed/figures/one-leg-stance/",
            "page:/embed/quizzes/three-glutes/",
            "page:/search/a/",
            "page:/404.html",
            "page:/404.html/",
            "term:x",
            "javascript:alert(1)",
            "quiz:a#b#c",
            "mailto:a@b",
            "/about/",
        ] {
            assert!(parse(address).is_err(), "{address}");
        }
        assert_eq!(parse("topc:a"), Err("did you mean `topic`?".into()));
    }
}
