//! What the tests need to know of an article, read off its built page.

use site_tests::{
    browser::{Browser, Role, starting},
    page::{Page, selector, words},
    site,
};

/// A section of an article.
#[derive(Clone, Debug)]
pub(crate) struct Section {
    /// Its id, which is its heading's.
    pub(crate) id: String,
    /// Its heading without the sign that copies its link.
    pub(crate) title: String,
}

/// An article.
#[derive(Clone, Debug)]
pub(crate) struct Article {
    /// Its address.
    pub(crate) route: String,
    /// Its heading.
    pub(crate) title: String,
    /// The title of its document.
    pub(crate) document_title: String,
    /// Its sections in order.
    pub(crate) sections: Vec<Section>,
}

impl Article {
    /// The first article of the site.
    pub(crate) fn first() -> Self {
        Self::nth(0)
    }

    /// An article by its place in the sitemap.
    pub(crate) fn nth(index: usize) -> Self {
        let routes: Vec<String> = site::routes()
            .into_iter()
            .filter(|route| route.starts_with("/topics/") && route != "/topics/")
            .collect();
        Self::of(&routes[index % routes.len()])
    }

    /// The article of a route.
    pub(crate) fn of(route: &str) -> Self {
        let page = Page::of(route);
        let sections = page
            .all("section[data-section] > h2")
            .into_iter()
            .map(|heading| {
                let all = words(heading);
                let sign = heading
                    .select(&selector("a.anchor"))
                    .next()
                    .map(words)
                    .unwrap_or_default();
                Section {
                    id: heading.attr("id").unwrap_or_default().to_owned(),
                    title: all
                        .strip_suffix(sign.as_str())
                        .unwrap_or(&all)
                        .trim()
                        .to_owned(),
                }
            })
            .collect();
        Self {
            route: route.to_owned(),
            title: words(page.one("h1")),
            document_title: words(page.one("head > title")),
            sections,
        }
    }

    /// The address of a section.
    pub(crate) fn address_of(&self, section: &Section) -> String {
        format!("{}#{}", self.route, section.id)
    }
}

/// A question, read off the page of its quiz.
#[derive(Clone, Debug)]
pub(crate) struct Question {
    /// What is asked, without the hint.
    pub(crate) stem: String,
    /// Names of the choices in order, and whether each fits.
    pub(crate) choices: Vec<(String, bool)>,
    /// Where the explanation of each choice leads.
    pub(crate) links: Vec<String>,
    /// The id of the question's form.
    pub(crate) anchor: String,
    /// Its permanent name, `quiz/item`.
    pub(crate) name: String,
    /// The slug of its topic.
    pub(crate) topic: String,
}

impl Question {
    /// The name of the first choice that fits, or of the first that does not.
    pub(crate) fn choice(&self, fits: bool) -> &str {
        let mut choices = self.choices.iter();
        let found = choices.find(|(_, correct)| *correct == fits);
        &found.expect("choices that fit and others").0
    }

    /// Chooses an answer of the question, which stands in the page.
    pub(crate) async fn choose(&self, browser: &Browser, choice: &str) {
        let form = browser.page().get(Role::Group, starting(&self.stem)).await;
        browser.inside(&form).click(Role::Radio, choice).await;
    }
}

/// The quiz whose questions the journeys take: its first is of the common kind, of revision 1.
const QUIZ: &str = "/quizzes/back-ache-and-hamstrings/";

/// The questions of one kind (`one` or `several`) of all quizzes, each with the route of its quiz;
/// those of [`QUIZ`] first, wherever the sitemap lists it.
pub(crate) fn questions(kind: &str) -> Vec<(String, Question)> {
    let mut routes = site::routes();
    routes.retain(|route| route.starts_with("/quizzes/") && route != "/quizzes/");
    routes.sort_by_key(|route| route != QUIZ);
    let mut found = Vec::new();
    for route in &routes {
        let page = Page::of(route);
        for form in page.all(&format!("form.question[data-kind={kind}]")) {
            let text = |css: &str| {
                form.select(&selector(css))
                    .next()
                    .map(words)
                    .unwrap_or_default()
            };
            let (legend, hint) = (text("legend"), text("legend .hint"));
            found.push((
                route.clone(),
                Question {
                    stem: legend
                        .strip_suffix(hint.as_str())
                        .unwrap_or(&legend)
                        .trim()
                        .to_owned(),
                    choices: form
                        .select(&selector("[data-choice]"))
                        .map(|choice| (words(choice), choice.attr("data-correct") == Some("true")))
                        .collect(),
                    links: form
                        .select(&selector(".explanations a"))
                        .filter_map(|link| link.attr("href").map(str::to_owned))
                        .collect(),
                    anchor: form.attr("id").unwrap_or_default().to_owned(),
                    name: form.attr("data-question").unwrap_or_default().to_owned(),
                    topic: form.attr("data-topic").unwrap_or_default().to_owned(),
                },
            ));
        }
    }
    assert!(!found.is_empty(), "no question of kind {kind} on the site");
    found
}
