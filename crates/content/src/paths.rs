//! The site's addresses: one [`Route`] for each, to its path and back.
//!
//! A path is inside the site and begins with `/`; a site that is served below
//! a folder puts its base (`/course/`) in front with [`join`].

use crate::ids::is_slug;

/// The file beside every page that holds its fragment.
pub const FRAGMENT_FILE: &str = "page.frag";

/// An address of the site. Slugs and names satisfy [`is_slug`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Route<'a> {
    /// `/`
    Home,
    /// `/topics/`: all topics by part.
    Topics,
    /// `/topics/<slug>/`: one article.
    Topic(&'a str),
    /// `/figures/`: the gallery.
    Figures,
    /// `/figures/<name>/`: one figure at full size.
    Figure(&'a str),
    /// `/figures/<name>/<state>/`: a figure in one of its states that have a
    /// name.
    FigureState(&'a str, &'a str),
    /// `/quizzes/`: all quizzes.
    Quizzes,
    /// `/quizzes/<slug>/`: one quiz.
    Quiz(&'a str),
    /// `/tracks/<slug>/`: one way through the library.
    Track(&'a str),
    /// `/cards/<slug>/`: a topic on one page to print.
    Card(&'a str),
    /// `/review/`: what is due now, and practice.
    Review,
    /// `/plan/?…`: a reading plan that somebody made, see [`crate::plan`].
    Plan,
    /// `/embed/figures/<name>/`: a figure to be shown inside other sites.
    EmbeddedFigure(&'a str),
    /// `/embed/quizzes/<slug>/`: a quiz to be shown inside other sites.
    EmbeddedQuiz(&'a str),
    /// `/progress/`: what the reader has done.
    Progress,
    /// `/glossary/`: every term.
    Glossary,
    /// `/references/`: every source.
    References,
    /// `/search/`: results, and everything from A to Z.
    Search,
    /// `/search/<name>/`: a page of the list from A to Z, such as `a` or `a-2`.
    SearchLetter(&'a str),
    /// `/about/`
    About,
    /// `/404.html`: what the server answers for an unknown address.
    NotFound,
}

impl<'a> Route<'a> {
    /// The path inside the site, such as `/topics/three-glutes/`.
    pub fn to_path(self) -> String {
        match self {
            Route::Home => "/".into(),
            Route::Topics => "/topics/".into(),
            Route::Topic(slug) => ["/topics/", slug, "/"].concat(),
            Route::Figures => "/figures/".into(),
            Route::Figure(name) => ["/figures/", name, "/"].concat(),
            Route::FigureState(name, state) => ["/figures/", name, "/", state, "/"].concat(),
            Route::Quizzes => "/quizzes/".into(),
            Route::Quiz(slug) => ["/quizzes/", slug, "/"].concat(),
            Route::Track(slug) => ["/tracks/", slug, "/"].concat(),
            Route::Card(slug) => ["/cards/", slug, "/"].concat(),
            Route::Review => "/review/".into(),
            Route::Plan => "/plan/".into(),
            Route::EmbeddedFigure(name) => ["/embed/figures/", name, "/"].concat(),
            Route::EmbeddedQuiz(slug) => ["/embed/quizzes/", slug, "/"].concat(),
            Route::Progress => "/progress/".into(),
            Route::Glossary => "/glossary/".into(),
            Route::References => "/references/".into(),
            Route::Search => "/search/".into(),
            Route::SearchLetter(name) => ["/search/", name, "/"].concat(),
            Route::About => "/about/".into(),
            Route::NotFound => "/404.html".into(),
        }
    }

    /// Reads a path inside the site, without query and fragment; with or
    /// without the trailing slash. `None` for an address the site does not
    /// have; whether a slug exists is not known here.
    pub fn parse(path: &'a str) -> Option<Route<'a>> {
        let path = path.strip_prefix('/')?;
        let path = path.strip_suffix('/').unwrap_or(path);
        Some(match path {
            "" => Route::Home,
            "topics" => Route::Topics,
            "figures" => Route::Figures,
            "quizzes" => Route::Quizzes,
            "review" => Route::Review,
            "plan" => Route::Plan,
            "progress" => Route::Progress,
            "glossary" => Route::Glossary,
            "references" => Route::References,
            "search" => Route::Search,
            "about" => Route::About,
            "404.html" => Route::NotFound,
            _ => {
                let (folder, slug) = path.split_once('/')?;
                if let ("embed", Some((folder, slug))) = (folder, slug.split_once('/')) {
                    return match folder {
                        "figures" if is_slug(slug) => Some(Route::EmbeddedFigure(slug)),
                        "quizzes" if is_slug(slug) => Some(Route::EmbeddedQuiz(slug)),
                        _ => None,
                    };
                }
                if let ("figures", Some((name, state))) = (folder, slug.split_once('/')) {
                    let known = is_slug(name) && is_slug(state);
                    return known.then_some(Route::FigureState(name, state));
                }
                if !is_slug(slug) {
                    return None;
                }
                match folder {
                    "topics" => Route::Topic(slug),
                    "search" => Route::SearchLetter(slug),
                    "figures" => Route::Figure(slug),
                    "quizzes" => Route::Quiz(slug),
                    "tracks" => Route::Track(slug),
                    "cards" => Route::Card(slug),
                    _ => return None,
                }
            }
        })
    }

    /// Where the page's fragment is, as a path inside the site:
    /// `/topics/three-glutes/page.frag`; the missing page's is `/404.frag`.
    pub fn fragment_path(self) -> String {
        match self {
            Route::NotFound => "/404.frag".into(),
            route => [&route.to_path(), FRAGMENT_FILE].concat(),
        }
    }
}

/// `path` (inside the site, beginning with `/`) as an address of a site served
/// below `base` (`/`, `/course/` or `/course`).
pub fn join(base: &str, path: &str) -> String {
    [base.strip_suffix('/').unwrap_or(base), path].concat()
}

/// The path inside the site of an address of a site served below `base`; the
/// opposite of [`join`]. `None` when the address is outside the site.
pub fn strip_base<'a>(base: &str, address: &'a str) -> Option<&'a str> {
    let base = base.strip_suffix('/').unwrap_or(base);
    let path = address.strip_prefix(base)?;
    match path {
        "" => Some("/"),
        path if path.starts_with('/') => Some(path),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ROUTES: [Route<'static>; 21] = [
        Route::Home,
        Route::Topics,
        Route::Topic("three-glutes"),
        Route::Figures,
        Route::Figure("one-leg-stance"),
        Route::FigureState("one-leg-stance", "with-a-cane"),
        Route::Quizzes,
        Route::Quiz("three-glutes"),
        Route::Track("start-here"),
        Route::Card("bridges-and-beyond"),
        Route::Review,
        Route::Plan,
        Route::EmbeddedFigure("one-leg-stance"),
        Route::EmbeddedQuiz("three-glutes"),
        Route::Progress,
        Route::Glossary,
        Route::References,
        Route::Search,
        Route::SearchLetter("a-2"),
        Route::About,
        Route::NotFound,
    ];

    #[test]
    fn every_route_round_trips() {
        for route in ROUTES {
            assert_eq!(Route::parse(&route.to_path()), Some(route));
        }
    }

    #[test]
    fn the_addresses_are_these() {
        let paths: Vec<String> = ROUTES.iter().map(|route| route.to_path()).collect();
        assert_eq!(
            paths.join(" "),
            "/ /topics/ /topics/three-glutes/ /figures/ /figures/one-leg-stance/ \
             /figures/one-leg-stance/with-a-cane/ /quizzes/ \
             /quizzes/three-glutes/ /tracks/start-here/ \
             /cards/bridges-and-beyond/ /review/ /plan/ /embed/figures/one-leg-stance/ \
             /embed/quizzes/three-glutes/ /progress/ /glossary/ /references/ \
             /search/ /search/a-2/ /about/ /404.html"
        );
    }

    #[test]
    fn a_missing_trailing_slash_is_forgiven() {
        assert_eq!(Route::parse("/topics"), Some(Route::Topics));
        assert_eq!(Route::parse("/topics/a"), Some(Route::Topic("a")));
    }

    #[test]
    fn unknown_addresses_are_refused() {
        for path in [
            "",
            "topics/",
            "/x/",
            "/tracks/",
            "/topics/A/",
            "/topics/a/b/",
            "/about/x/",
            "/figures/a/B/",
            "/figures/a/b/c/",
            "/figures/a//",
            "/embed/",
            "/embed/figures/",
            "/embed/topics/a/",
            "/embed/figures/a/b/",
        ] {
            assert_eq!(Route::parse(path), None, "{path}");
        }
    }

    #[test]
    fn fragments_lie_beside_their_pages() {
        assert_eq!(Route::Home.fragment_path(), "/page.frag");
        assert_eq!(Route::Topic("a").fragment_path(), "/topics/a/page.frag");
        assert_eq!(Route::NotFound.fragment_path(), "/404.frag");
    }

    #[test]
    fn a_base_is_put_in_front_and_taken_off() {
        assert_eq!(join("/", "/topics/"), "/topics/");
        assert_eq!(join("/course/", "/topics/"), "/course/topics/");
        assert_eq!(join("/course", "/"), "/course/");
        assert_eq!(strip_base("/course/", "/course/topics/"), Some("/topics/"));
        assert_eq!(strip_base("/course/", "/course"), Some("/"));
        assert_eq!(strip_base("/course/", "/courses/"), None);
        assert_eq!(strip_base("/", "/a/"), Some("/a/"));
    }

    proptest! {
        #[test]
        fn stripping_undoes_joining(base in "(/[a-z]{1,4}){0,2}/?", path in "/[a-z/]{0,8}") {
            let address = join(&base, &path);
            prop_assert_eq!(strip_base(&base, &address), Some(path.as_str()));
        }

        #[test]
        fn parse_never_panics(path in any::<String>()) {
            if let Some(route) = Route::parse(&path) {
                let printed = route.to_path();
                prop_assert_eq!(Route::parse(&printed), Some(route));
            }
        }
    }
}
