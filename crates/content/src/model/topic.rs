//! A topic: one article.

use super::{FigureState, Located, Prose};

/// One article: front matter and body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// The file's name without `.md`; the address.
    pub slug: String,
    /// Plain text.
    pub title: String,
    /// Plain text, one sentence or line each.
    pub summary: Vec<String>,
    /// One plain sentence for search engines and previews.
    pub description: String,
    /// The number of its part.
    pub part: Located<u32>,
    /// Its place in the part, from 1.
    pub order: Located<u32>,
    /// Who wrote it.
    pub author: String,
    /// Who reviewed it, if somebody did.
    pub review: Review,
    /// When it was written.
    pub written: Date,
    /// The author's conflicts of interest.
    pub conflicts: String,
    /// Whether it is about pain; such topics show the care card.
    pub pain: bool,
    /// The points of the course it covers.
    pub covers: Vec<Located<String>>,
    /// The references its text cites.
    pub sources: Located<Vec<Located<String>>>,
    /// What to read next: topic slugs.
    pub next: Vec<Located<String>>,
    /// The figure of the preview image.
    pub figure: Option<Located<FigureState>>,
    /// What the reader may guess before reading.
    pub guesses: Vec<Guess>,
    /// What a reader can do afterwards.
    pub goals: Vec<Goal>,
    /// The article.
    pub body: Prose,
}

impl Topic {
    /// When it was last written or reviewed.
    pub fn changed(&self) -> Date {
        match &self.review {
            Review::Reviewed { on, .. } => self.written.max(*on),
            Review::NotYet => self.written,
        }
    }
}

/// A question before the text that nobody keeps the answer of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    /// The question.
    pub ask: String,
    /// The short answer.
    pub then: String,
    /// The paragraph that says more.
    pub at: Located<String>,
}

/// Something a reader can do after reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// Permanent within the topic.
    pub id: Located<String>,
    /// One plain sentence.
    pub text: String,
}

/// Whether a clinician reviewed a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Review {
    /// Nobody has yet, and the page says so.
    NotYet,
    /// Somebody has.
    Reviewed {
        /// Name and profession.
        reviewer: String,
        /// When.
        on: Date,
    },
}

/// A calendar date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The year, such as 2026.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Date {
    /// As `2026-11-20`.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// As `November 20, 2026`.
    pub fn words(self) -> String {
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let month = MONTHS
            .get(usize::from(self.month).wrapping_sub(1))
            .copied()
            .unwrap_or_default();
        format!("{month} {}, {}", self.day, self.year)
    }
}
