//! `editorial.toml`: the rules that texts have to keep.

use content::model::Located;

use super::table::{self, Table};
use crate::diagnostic::{Diagnostic, Log, Source};

/// The editorial rules. The default has none.
#[derive(Clone, Debug, Default)]
pub struct Editorial {
    /// Words that alarm.
    pub alarms: Vec<Alarm>,
    /// Sentences that may use them nevertheless.
    pub allowed: Vec<Allowed>,
    /// Glossary terms whose names have an everyday sense too, so that not
    /// each use has to be marked.
    pub everyday: Vec<Located<String>>,
    /// What a paragraph says where it cites what was read second-hand.
    pub second_hand: Vec<String>,
    /// How long and how hard texts may be.
    pub limits: Limits,
}

/// Words that alarm a reader who hurts.
#[derive(Clone, Debug)]
pub struct Alarm {
    /// Each inflection is listed.
    pub words: Vec<String>,
    /// What to write instead.
    pub instead: String,
    /// Whether a paragraph that cites a source may use them.
    pub with_source: bool,
}

/// A sentence that may use a word that alarms.
#[derive(Clone, Debug)]
pub struct Allowed {
    /// The file inside `content/`.
    pub file: String,
    /// A piece of its text with the word in it.
    pub text: Located<String>,
}

/// How long and how hard texts may be. What is `None` is not limited.
#[derive(Clone, Copy, Debug, Default)]
pub struct Limits {
    /// Words of an article, from and to.
    pub article_words: (Option<u32>, Option<u32>),
    /// Words of a section, from and to.
    pub section_words: (Option<u32>, Option<u32>),
    /// The highest reading grade of an article.
    pub article_grade: Option<u32>,
    /// The highest reading grade of a summary.
    pub summary_grade: Option<u32>,
    /// The most words of a sentence.
    pub sentence_words: Option<u32>,
    /// The fewest questions of a topic.
    pub items: Option<u32>,
    /// The fewest questions of a goal.
    pub goal_items: Option<u32>,
    /// The fewest other topics that an article leads to.
    pub links: Option<u32>,
}

/// Reads `editorial.toml`.
pub fn read(source: &Source) -> (Editorial, Vec<Diagnostic>) {
    let log = Log::new(source);
    let toml = table::parse(&log, &source.text, 0);
    let mut table = Table::new(&log, 0, "the file", &toml);
    let everyday = table.optional_texts("everyday").value;
    let second_hand = table.optional_texts("second_hand").value;
    let mut alarms = Vec::new();
    for mut inner in table.tables("alarm", "the alarm") {
        let words = inner.texts("words");
        let instead = inner.text("instead");
        let with_source = inner.optional_flag("with_source").unwrap_or(false);
        inner.finish();
        if let (Some(words), Some(instead)) = (words, instead) {
            alarms.push(Alarm {
                words: words.value.iter().map(|it| it.to_lowercase()).collect(),
                instead: instead.value,
                with_source,
            });
        }
    }
    let mut allowed = Vec::new();
    for mut inner in table.tables("allow", "the allowance") {
        let file = inner.text("file");
        let text = inner.text("text");
        // A reason is for those who read the file; the check wants one written.
        let why = inner.text("why");
        inner.finish();
        if let (Some(file), Some(text), Some(_)) = (file, text, why) {
            allowed.push(Allowed {
                file: file.value,
                text,
            });
        }
    }
    let limits = table.table("limits", "the limits").map(limits);
    table.finish();
    let editorial = Editorial {
        alarms,
        allowed,
        everyday,
        second_hand: second_hand.iter().map(|it| it.to_lowercase()).collect(),
        limits: limits.unwrap_or_default(),
    };
    (editorial, log.into_problems())
}

fn limits(mut table: Table<'_>) -> Limits {
    let mut number = |key| table.optional_number(key).map(|it| it.value);
    let limits = Limits {
        article_words: (number("article_words_min"), number("article_words_max")),
        section_words: (number("section_words_min"), number("section_words_max")),
        article_grade: number("article_grade_max"),
        summary_grade: number("summary_grade_max"),
        sentence_words: number("sentence_words_max"),
        items: number("items_min"),
        goal_items: number("goal_items_min"),
        links: number("links_min"),
    };
    table.finish();
    limits
}
