//! Whether questions can be told from one another and not be guessed by how they look: no two ask the same
//! in the same words, and within a quiz the right choice is not the one in the same place, or the
//! longest, most of the time.

use std::collections::HashMap;

use content::model::{Choice, Kind, Located, Quiz, words};

use super::project::{Project, quiz_file};
use crate::diagnostic::{Diagnostic, Log};

/// Quizzes with fewer questions of one answer show no pattern.
const ENOUGH: usize = 4;

/// Reports a quiz whose right choices stand in the same place, or are the longest, in more than two
/// thirds of its questions with one answer.
pub fn check(log: &Log<'_>, quiz: &Quiz) {
    let questions: Vec<Vec<&Choice>> = quiz
        .items
        .iter()
        .filter_map(|item| match &item.kind {
            Kind::One(choices) => Some(choices.iter().collect()),
            Kind::TrueOrFalse(claims) => Some(claims.iter().map(|it| &it.choice).collect()),
            Kind::NamePart(marked) => Some(marked.choices.iter().collect()),
            Kind::FindPart(sought) => Some(sought.choices.iter().collect()),
            // Their answers are not one of several choices that stand in the file's order.
            Kind::Several(_)
            | Kind::Order(_)
            | Kind::Match(_)
            | Kind::Number(_)
            | Kind::SetFigure(_)
            | Kind::Case(_) => None,
        })
        .collect();
    let all = questions.len();
    if all < ENOUGH {
        return;
    }
    let often = |count: usize| count * 3 > all * 2;
    for (place, name) in ["first", "second", "third", "fourth"]
        .into_iter()
        .enumerate()
    {
        let there = questions
            .iter()
            .filter(|choices| choices.get(place).is_some_and(|choice| choice.correct))
            .count();
        if often(there) {
            log.error(
                &quiz.topic.span,
                format!("the right choice is the {name} in {there} of the quiz's {all} questions with one answer"),
                "move some of them to other places: readers learn the place instead",
            );
        }
    }
    let longest = questions.iter().filter(|it| is_longest(it)).count();
    if often(longest) {
        log.error(
            &quiz.topic.span,
            format!("the right choice is the longest in {longest} of the quiz's {all} questions with one answer"),
            "shorten some of them, or say more in the others: readers learn the length instead",
        );
    }
}

fn is_longest(choices: &[&Choice]) -> bool {
    let length = |choice: &Choice| words(&choice.text).chars().count();
    let wrong = choices.iter().filter(|choice| !choice.correct);
    let right = choices.iter().find(|choice| choice.correct);
    right.map(|choice| length(choice)) > wrong.map(|choice| length(choice)).max()
}

/// What a question asks, as far as it makes a difference: its words in lower case.
pub fn normal(stem: &str) -> String {
    let letters = |character: char| !character.is_alphanumeric();
    let words: Vec<&str> = stem.split(letters).filter(|it| !it.is_empty()).collect();
    words.join(" ").to_lowercase()
}

/// Reports questions that ask what another has asked, anywhere in the library.
pub fn repeats(project: &Project) -> Vec<Diagnostic> {
    let mut asked: HashMap<&str, (&str, &Located<String>)> = HashMap::new();
    let mut problems = Vec::new();
    for quiz in project.quizzes.values().flatten() {
        for item in &quiz.items {
            let Some((other, id)) = asked.insert(&item.asks, (&quiz.slug, &item.id)) else {
                continue;
            };
            if let Ok(source) = project.source(&quiz_file(&quiz.slug)) {
                problems.push(source.diagnostic(
                    &item.id.span,
                    format!(
                        "`{}` asks in the same words as `{}` of the quiz `{other}`",
                        item.id.value, id.value
                    ),
                    "ask something else, or the same from another side",
                ));
            }
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Source;

    /// Problems of a quiz with a question for each text, whose capital is the right choice: `bbA`.
    /// One that begins with `?` asks for the name of a part.
    #[track_caller]
    fn check_quiz(questions: &[&str], expected: &[&str]) {
        let mut text = String::from("title = \"x\"\nsummary = \"x\"\ntopic = \"x\"\n");
        for (number, question) in questions.iter().enumerate() {
            let (kind, question) = match question.strip_prefix('?') {
                Some(rest) => (
                    "\"name-part\"\nfigure = \"hip-layers\"\npart = \"gluteus-medius\"\nlooks = \"l\"",
                    rest,
                ),
                None => ("\"one\"", *question),
            };
            text += &format!(
                "[[item]]\nid = \"i{number}\"\nrev = 1\nkind = {kind}\ngoal = \"g\"\ncovers = []\nstem = \"s\"\n"
            );
            for (place, letter) in question.chars().enumerate() {
                let words = letter.to_string().repeat(if letter == 'L' { 9 } else { 3 });
                text += &format!(
                    "[[item.choice]]\nid = \"c{place}\"\ntext = \"{words}\"\ncorrect = {}\nwhy = \"w\"\nlink = \"topic:x\"\n",
                    letter.is_uppercase()
                );
            }
        }
        let source = Source::new("x", text);
        let (quiz, problems) = crate::read::quiz::read("x", &source);
        assert!(problems.is_empty(), "{problems:#?}");
        let log = Log::new(&source);
        check(&log, &quiz.expect("a quiz"));
        let found: Vec<String> = log
            .into_problems()
            .iter()
            .map(|problem| problem.to_string())
            .collect();
        assert_eq!(found.len(), expected.len(), "{found:#?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!(found.contains(expected), "{found}");
        }
    }

    #[test]
    fn places_and_lengths_vary() {
        check_quiz(&["Abb", "bAb", "bbA", "Abb"], &[]);
        check_quiz(
            &["Abb", "Abb", "bbA", "Abb"],
            &["the first in 3 of the quiz's 4"],
        );
        check_quiz(
            &["Abb", "?Abb", "bbA", "?Abb"],
            &["the first in 3 of the quiz's 4"],
        );
        check_quiz(&["Abb", "Abb", "Abb"], &[]);
        check_quiz(
            &["Lbb", "bLb", "bbL", "Abb"],
            &["the longest in 3 of the quiz's 4"],
        );
        check_quiz(&["Lbb", "bLb", "bbA", "Abb"], &[]);
    }

    #[test]
    fn punctuation_makes_no_other_question() {
        assert_eq!(normal("Which  is *Largest*?"), normal("which is largest"));
        assert_ne!(normal("Which is largest?"), normal("Which is larger?"));
    }
}
