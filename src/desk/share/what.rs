//! What is passed on.

use content::paths::{self, Route};
use content::plan::{Entry, Plan};

use crate::{
    platform::{
        dom::{self, Element},
        history,
    },
    progress,
};

/// Something with a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shared {
    /// What it is called.
    pub(super) title: String,
    /// Its whole address.
    pub(super) address: String,
    /// The reader's own result, as a sentence; passed on only when they say so.
    pub(super) result: Option<String>,
}

impl Shared {
    /// What has this title and this address.
    pub(super) fn new(title: &str, address: &str) -> Self {
        Self {
            title: title.to_owned(),
            address: address.to_owned(),
            result: None,
        }
    }

    /// What a button stands for: what it names in `data-address`, else the page that is shown, in its
    /// state.
    pub(super) fn of(button: &Element) -> Self {
        let title =
            dom::query("main h1").map_or_else(|| dom::document().title(), |h1| dom::text(&h1));
        if let Some(address) = button.get_attribute("data-address") {
            let named = button.get_attribute("data-title");
            return Self::new(named.as_ref().unwrap_or(&title), &address);
        }
        let address = history::address();
        let address = address.split('#').next().unwrap_or_default();
        Self {
            result: result(),
            ..Self::new(&title, address)
        }
    }

    /// The text that goes with the link.
    pub(super) fn words(&self, with_result: bool) -> String {
        match self.result.as_deref().filter(|_| with_result) {
            Some(result) => [self.title.as_str(), ": ", result].concat(),
            None => self.title.clone(),
        }
    }

    /// The address for e-mail programs.
    pub(super) fn mail(&self, with_result: bool) -> String {
        let encode = |text: &str| String::from(js_sys::encode_uri_component(text));
        let body = [&self.words(with_result), "\r\n", &self.address].concat();
        [
            "mailto:?subject=",
            &encode(&self.title),
            "&body=",
            &encode(&body),
        ]
        .concat()
    }

    /// The path inside the site and the query.
    fn inside(&self) -> Option<(String, String)> {
        let address = self.address.split('#').next()?;
        let address = address.strip_prefix(&history::origin())?;
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let path = paths::strip_base(&dom::base_path(), path)?;
        Some((path.to_owned(), query.to_owned()))
    }

    /// The address of a reading plan that begins with this; `None` for pages that no plan holds.
    pub(super) fn plan(&self) -> Option<String> {
        let (path, query) = self.inside()?;
        let plan = Plan {
            entries: vec![Entry::of_page(&path, &query)?],
            ..Plan::default()
        };
        let path = paths::join(&dom::base_path(), &Route::Plan.to_path());
        Some([&path, "?", &plan.print(), "#make"].concat())
    }

    /// The HTML that shows a figure or a quiz inside another page; `None` for other pages.
    pub(super) fn embed(&self) -> Option<String> {
        let origin = history::origin();
        let (path, query) = self.inside()?;
        let (embedded, query) = match Route::parse(&path)? {
            Route::Figure(name) => (Route::EmbeddedFigure(name), query),
            // The state behind the name stands on the figure.
            Route::FigureState(name, _) => {
                let figure = dom::query(".figure-page [data-figure]")?;
                (
                    Route::EmbeddedFigure(name),
                    dom::attr(&figure, "data-state"),
                )
            }
            Route::Quiz(slug) => (Route::EmbeddedQuiz(slug), String::new()),
            _ => return None,
        };
        let path = paths::join(&dom::base_path(), &embedded.to_path());
        let mut address = [origin.as_str(), &path].concat();
        if !query.is_empty() {
            address.push('?');
            address.push_str(&query);
        }
        Some(snippet(&self.title, &address, &origin))
    }
}

/// The frame, and the four lines that give it the height it asks for.
fn snippet(title: &str, address: &str, origin: &str) -> String {
    [
        "<iframe src=\"",
        &escape(address),
        "\" title=\"",
        &escape(title),
        "\" width=\"100%\" height=\"640\" loading=\"lazy\" style=\"border:0\"></iframe>\n",
        "<script>\n",
        "addEventListener(\"message\", ({ origin, source, data }) => {\n",
        "  const frame = [...document.querySelectorAll(\"iframe\")].find((it) => it.contentWindow === source);\n",
        "  if (origin === \"",
        origin,
        "\" && frame && data.primeMoverHeight > 0) frame.height = data.primeMoverHeight;\n",
        "});\n",
        "</script>",
    ]
    .concat()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}

/// `I got 5 of 7 right.` on the page of a quiz of which something was answered.
fn result() -> Option<String> {
    let quiz = dom::query("main article[data-quiz]")?;
    let slug = dom::attr(&quiz, "data-quiz");
    let asked = dom::query_all(&quiz, "form.question[data-question]");
    let record = progress::load();
    let answers = || {
        record.answers_in(&slug).filter(|answer| {
            let mut forms = asked.iter();
            forms.any(|form| dom::attr(form, "data-question") == answer.item)
        })
    };
    answers().next()?;
    let right = answers().filter(|answer| answer.right).count();
    Some(
        [
            "I got ",
            &right.to_string(),
            " of ",
            &asked.len().to_string(),
            " right.",
        ]
        .concat(),
    )
}
