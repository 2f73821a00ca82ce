//! One run of questions: what is still to be asked, and how it went.

use std::{collections::VecDeque, rc::Rc};

use content::paths::Route;
use content::practice::{Mode, Practice, Scope};
use study::Record;

use super::questions::{self, Listed, Page, quiz_of};
use crate::platform::fetch::FetchError;
use crate::progress;

/// Something to ask.
pub enum Entry {
    /// A question by its name, `quiz/item`.
    Question(String),
    /// Every question of a quiz, so many as the list of quizzes says.
    Quiz(String, usize),
}

/// A run of questions.
pub struct Session {
    /// What was asked for.
    pub asked: Practice,
    /// What is still to come.
    pub left: VecDeque<Entry>,
    /// The question that is shown.
    pub shown: Option<String>,
    /// The answered questions, and whether the first answer was right.
    pub answered: Vec<(String, bool)>,
    /// How many were passed over.
    pub skipped: usize,
    /// The questions that are no longer there.
    pub gone: Vec<String>,
    /// How many have changed since they were answered.
    pub changed: usize,
    /// While the next question is on its way.
    pub turning: bool,
    /// Whether "Next question" led to the question that is shown.
    pub went_on: bool,
}

impl Session {
    /// The questions of a run. Fetches the list of quizzes where it says what belongs to the run.
    pub async fn begin(
        asked: Practice,
        record: &Rc<Record>,
        today: u32,
    ) -> Result<Self, FetchError> {
        let list = match (asked.mode, &asked.scope) {
            (Mode::Due | Mode::Missed, Scope::All | Scope::Quiz(_)) => None,
            _ => Some(Page::fetch(Route::Quizzes).await?),
        };
        let quizzes = list.as_ref().map(questions::listed).unwrap_or_default();
        let within = |quiz: &str| match &asked.scope {
            Scope::Part(number) => quizzes
                .iter()
                .any(|listed| listed.quiz == quiz && listed.part == *number),
            Scope::Quiz(slug) => slug == quiz,
            Scope::All | Scope::Group(_) => true,
        };
        let known = |items: Vec<study::Item<'_>>| -> VecDeque<Entry> {
            items
                .iter()
                .filter(|item| within(quiz_of(item.item)))
                .map(|item| Entry::Question(item.item.to_owned()))
                .collect()
        };
        let left = match asked.mode {
            Mode::Due => known(progress::due(record).items),
            Mode::Missed => known(study::missed(record, today)),
            Mode::Everything => quizzes
                .iter()
                .filter(|listed| within(&listed.quiz))
                .map(|Listed { quiz, items, .. }| Entry::Quiz(quiz.clone(), *items))
                .collect(),
            Mode::Mixed => {
                let groups = list.as_ref().map(questions::groups).unwrap_or_default();
                let groups = groups.iter().filter(|(name, _)| match &asked.scope {
                    Scope::Group(asked) => asked == name,
                    _ => true,
                });
                let names = groups.flat_map(|(_, names)| study::practice::in_turns(names, today));
                let names = names.filter(|name| within(quiz_of(name)));
                names.map(|name| Entry::Question(name.to_owned())).collect()
            }
        };
        Ok(Self {
            asked,
            left,
            shown: None,
            answered: Vec::new(),
            skipped: 0,
            gone: Vec::new(),
            changed: 0,
            turning: false,
            went_on: false,
        })
    }

    /// How many questions are still to come after the one that is shown.
    pub fn to_come(&self) -> usize {
        let counts = self.left.iter().map(|entry| match entry {
            Entry::Question(_) => 1,
            Entry::Quiz(_, items) => *items,
        });
        counts.sum()
    }

    /// Which question of the run is shown, from 1.
    pub fn number(&self) -> usize {
        let again = self
            .shown
            .as_ref()
            .is_some_and(|shown| self.has_answered(shown));
        self.answered.len() + self.skipped + usize::from(!again)
    }

    /// Whether a question was answered in this run.
    pub fn has_answered(&self, name: &str) -> bool {
        self.answered.iter().any(|(known, _)| known == name)
    }

    /// Notes an answer; of several to one question the first counts.
    pub fn note(&mut self, name: &str, right: bool) {
        if !self.has_answered(name) {
            self.answered.push((name.to_owned(), right));
        }
    }
}
