//! What the whole site shares: terms, sources, the care card, parts, coverage,
//! the site itself.

use super::{FigureState, Inline, Located, Prose, Target};

/// A term of the glossary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Permanent.
    pub id: Located<String>,
    /// The term itself, as it stands in a sentence.
    pub name: String,
    /// How to say it, such as `GLOO-tee-us MEE-dee-us`.
    pub say: Option<String>,
    /// One plain sentence.
    pub meaning: String,
    /// A paragraph more.
    pub more: Option<String>,
    /// Other names.
    pub also: Vec<String>,
}

/// Other words for something, which find it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Synonym {
    /// What people say.
    pub say: Vec<Located<String>>,
    /// What they mean: topics, terms, figures, quizzes.
    pub see: Vec<Located<Target>>,
}

/// A source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Permanent.
    pub id: Located<String>,
    /// The citation.
    pub cite: String,
    /// The digital object identifier, without address: `10.1000/182`.
    pub doi: Option<String>,
    /// What kind of study it is.
    pub kind: String,
    /// One sentence on what it found.
    pub finding: String,
    /// How far it was checked: `abstract checked`, `table checked`, `partly checked` or `second-hand`.
    pub status: String,
}

/// The care card: when to get help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CareCard {
    /// Plain text.
    pub title: String,
    /// One plain paragraph.
    pub intro: String,
    /// From the most urgent to the least.
    pub levels: Vec<CareLevel>,
    /// One plain paragraph.
    pub closing: String,
}

/// One level of urgency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CareLevel {
    /// Which.
    pub kind: CareKind,
    /// Plain text.
    pub title: String,
    /// What to do.
    pub action: String,
    /// The signs.
    pub items: Vec<String>,
}

/// How urgent a level of the care card is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CareKind {
    /// Now.
    Emergency,
    /// Today.
    Urgent,
    /// Soon.
    Visit,
}

impl CareKind {
    /// Every kind, from the most urgent.
    pub const ALL: [CareKind; 3] = [CareKind::Emergency, CareKind::Urgent, CareKind::Visit];

    /// The word in the file and in the page's class.
    pub const fn word(self) -> &'static str {
        match self {
            CareKind::Emergency => "emergency",
            CareKind::Urgent => "urgent",
            CareKind::Visit => "visit",
        }
    }

    /// The kind whose [`word`](Self::word) this is.
    pub fn parse(word: &str) -> Option<CareKind> {
        CareKind::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// A part of the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// From 1.
    pub number: Located<u32>,
    /// Plain text.
    pub title: String,
    /// One plain sentence.
    pub summary: String,
}

/// A way through the library for one kind of reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Track {
    /// The address; permanent.
    pub slug: Located<String>,
    /// Plain text.
    pub title: String,
    /// One plain sentence: who it is for.
    pub summary: String,
    /// Topics, figures and quizzes in the order to take them.
    pub steps: Vec<Located<Target>>,
}

/// Where each point of the course is taught.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// In the order of the file's keys.
    pub points: Vec<Point>,
}

/// A point of the course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// Such as `A1`.
    pub id: Located<String>,
    /// Where it is taught.
    pub homes: Vec<Located<Target>>,
}

/// The site as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// Its name.
    pub name: String,
    /// One line.
    pub tagline: String,
    /// One plain sentence for search engines and previews.
    pub description: String,
    /// Scheme and host without a trailing slash, for canonical addresses.
    pub origin: String,
    /// Who publishes it.
    pub author: String,
    /// The content's licence, by name.
    pub license: String,
    /// The licence's address.
    pub license_url: String,
    /// The about page's file, relative to `content/`.
    pub about: Located<String>,
    /// The home page.
    pub home: Home,
    /// The line under the title of each list page.
    pub intros: Intros,
}

/// The home page's texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    /// The promise, in one line.
    pub title: String,
    /// One short paragraph.
    pub lead: String,
    /// The topic a new reader starts with.
    pub start: Located<String>,
    /// The words on the button that leads there.
    pub start_label: String,
    /// The figure on the page.
    pub figure: Option<Located<FigureState>>,
    /// The figure's caption.
    pub caption: Vec<Inline>,
    /// A few cards.
    pub points: Vec<HomePoint>,
}

/// A card on the home page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HomePoint {
    /// Plain text.
    pub title: String,
    /// One or two sentences.
    pub text: Vec<Inline>,
    /// Where it leads, and the words for it.
    pub link: Option<(Located<Target>, String)>,
}

/// The line under the title of each list page; plain text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Intros {
    /// `/topics/`
    pub topics: Option<String>,
    /// `/quizzes/`
    pub quizzes: Option<String>,
    /// `/figures/`
    pub figures: Option<String>,
    /// `/glossary/`
    pub glossary: Option<String>,
    /// `/references/`
    pub references: Option<String>,
    /// The tracks on the home page.
    pub tracks: Option<String>,
    /// `/progress/`
    pub progress: Option<String>,
}

/// A page that is only prose, such as the about page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Plain text.
    pub title: String,
    /// One plain sentence for search engines and previews.
    pub description: String,
    /// The page.
    pub body: Prose,
}
