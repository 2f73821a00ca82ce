//! Practice: in which order questions come, and how a run of them is put into words.

use crate::json::push_number;
use crate::record::quiz_of;

/// Questions about things that look alike, so that neighbors come from different quizzes as far as
/// there are any: one of each quiz in turn. `names` are permanent ids, `quiz/item`; `seed` (such as the
/// day) says where each quiz begins, so that another day has another order.
///
/// Mixing helps where things are easily confused (Carvalho and Goldstone 2014,
/// doi:10.3389/fpsyg.2014.00936).
pub fn in_turns(names: &[String], seed: u32) -> Vec<&str> {
    let mut quizzes: Vec<(&str, Vec<&str>)> = Vec::new();
    for name in names {
        let quiz = quiz_of(name);
        match quizzes.iter_mut().find(|(known, _)| *known == quiz) {
            Some((_, names)) => names.push(name),
            None => quizzes.push((quiz, vec![name])),
        }
    }
    let count = quizzes.len().max(1);
    quizzes.rotate_left(seed as usize % count);
    for (_, names) in &mut quizzes {
        let places = names.len().max(1);
        names.rotate_left(seed as usize / count % places);
    }
    // The quiz with the most questions left comes next, but never twice in a row if another has any.
    let mut order: Vec<&str> = Vec::with_capacity(names.len());
    let mut last = usize::MAX;
    while order.len() < names.len() {
        let left = |at: &usize| quizzes[*at].1.len();
        let others = (0..quizzes.len()).filter(|at| *at != last && left(at) > 0);
        // Of equals the first.
        let next = others.rev().max_by_key(left).unwrap_or(last);
        let Some((_, names)) = quizzes.get_mut(next) else {
            break;
        };
        order.push(names.remove(0));
        last = next;
    }
    order
}

/// When a day comes, seen from `today`: `today`, `tomorrow`, `in 5 days`.
pub fn when(day: u32, today: u32) -> String {
    match day.saturating_sub(today) {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        days => ["in ", &number(days as usize), " days"].concat(),
    }
}

/// `1 question`, `4 questions`.
pub fn questions(count: usize) -> String {
    let noun = if count == 1 {
        " question"
    } else {
        " questions"
    };
    [&number(count), noun].concat()
}

/// How a run went: `You answered 4 questions, 3 of them right.`
pub fn result(answered: usize, right: usize) -> String {
    let questions = questions(answered);
    match (answered, right) {
        (0, _) => "You answered none this time. That is fine: they wait for you.".to_owned(),
        (1, 1) => "You answered 1 question, and it was right.".to_owned(),
        (1, _) => "You answered 1 question. It comes back soon.".to_owned(),
        _ if answered == right => ["You answered ", &questions, ", all of them right."].concat(),
        (_, 0) => ["You answered ", &questions, ". They come back soon."].concat(),
        _ => [
            "You answered ",
            &questions,
            ", ",
            &number(right),
            " of them right.",
        ]
        .concat(),
    }
}

fn number(count: usize) -> String {
    let mut text = String::new();
    // A `usize` is at most 64 bits wide on every target.
    push_number(&mut text, count as u64);
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn owned(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn neighbors_come_from_different_quizzes() {
        let names = owned(&["a/1", "a/2", "a/3", "b/1", "c/1"]);
        assert_eq!(in_turns(&names, 0), ["a/1", "b/1", "a/2", "c/1", "a/3"]);
        assert_eq!(in_turns(&names, 1), ["a/1", "b/1", "a/2", "c/1", "a/3"]);
        assert_eq!(in_turns(&names, 3), ["a/2", "b/1", "a/3", "c/1", "a/1"]);
        assert_eq!(in_turns(&[], 7), [""; 0]);
    }

    #[test]
    fn days_in_words() {
        assert_eq!(when(9, 9), "today");
        assert_eq!(when(8, 9), "today");
        assert_eq!(when(10, 9), "tomorrow");
        assert_eq!(when(12, 9), "in 3 days");
    }

    #[test]
    fn a_run_in_words() {
        for (answered, right, words) in [
            (
                0,
                0,
                "You answered none this time. That is fine: they wait for you.",
            ),
            (1, 1, "You answered 1 question, and it was right."),
            (1, 0, "You answered 1 question. It comes back soon."),
            (4, 4, "You answered 4 questions, all of them right."),
            (4, 0, "You answered 4 questions. They come back soon."),
            (4, 3, "You answered 4 questions, 3 of them right."),
        ] {
            assert_eq!(result(answered, right), words);
        }
    }

    proptest! {
        #[test]
        fn every_question_comes_once(counts in proptest::collection::vec(0..6_usize, 0..6), seed: u32) {
            let names: Vec<String> = counts
                .iter()
                .enumerate()
                .flat_map(|(quiz, count)| (0..*count).map(move |item| format!("q{quiz}/{item}")))
                .collect();
            let order = in_turns(&names, seed);
            let mut sorted = order.clone();
            sorted.sort_unstable();
            let mut expected: Vec<&str> = names.iter().map(String::as_str).collect();
            expected.sort_unstable();
            prop_assert_eq!(sorted, expected);
            // Two of one quiz in a row only if that quiz has more than half of all.
            let most = counts.iter().max().copied().unwrap_or(0);
            let quiz = |name: &str| name.split_once('/').map(|(quiz, _)| quiz.to_owned());
            let together = order.windows(2).filter(|pair| quiz(pair[0]) == quiz(pair[1])).count();
            prop_assert!(together == 0 || most > names.len().div_ceil(2), "{order:?}");
        }
    }
}
