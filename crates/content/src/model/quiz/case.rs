//! A story solved in three steps, each with less help.

use super::{Answer, Kind};
use crate::model::{Inline, Located};

/// A case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// What happened to whom, paragraph by paragraph.
    pub story: Vec<Vec<Inline>>,
    /// One for each [`Help`], in that order.
    pub steps: Vec<Step>,
}

/// One step of a case: a question of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Permanent within the item.
    pub id: Located<String>,
    /// How much is shown.
    pub help: Help,
    /// What has been worked out for the reader; the solo step has none.
    pub shown: Option<Vec<Inline>>,
    /// The question.
    pub stem: Vec<Inline>,
    /// How it is answered; never a case.
    pub kind: Kind,
}

/// How much of a step is worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Help {
    /// All of it: the reader says why.
    Worked,
    /// Part of it: the reader fills in the rest.
    Partly,
    /// Nothing.
    Solo,
}

impl Help {
    /// In the order of the steps.
    pub const ALL: [Help; 3] = [Help::Worked, Help::Partly, Help::Solo];

    /// What the reader is told about the step.
    pub const fn title(self) -> &'static str {
        match self {
            Help::Worked => "worked out for you",
            Help::Partly => "partly worked out",
            Help::Solo => "on your own",
        }
    }
}

impl Case {
    /// The answers of all steps; their ids begin with the step's.
    pub fn answers(&self) -> Vec<Answer<'_>> {
        let mut answers = Vec::new();
        for step in &self.steps {
            for mut answer in step.kind.answers() {
                answer.id = [step.id.as_str(), "-", &answer.id].concat();
                answers.push(answer);
            }
        }
        answers
    }
}
