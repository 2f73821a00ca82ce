//! Choices that are taken or not.

use super::{Kind, Open, Outcome};

/// One choice of an item, in the item's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice<'a> {
    /// Its permanent id.
    pub id: &'a str,
    /// Whether it is correct.
    pub correct: bool,
}

/// Scores the chosen ids. Ids that are not among the choices are ignored, repeated ids count
/// once, and the order does not matter. Only [`Kind::Several`] takes more than one.
pub fn evaluate(kind: Kind, choices: &[Choice<'_>], chosen: &[&str]) -> Outcome {
    let (mut found, mut missed, mut extra) = (0, 0, 0);
    for choice in choices {
        match (choice.correct, chosen.contains(&choice.id)) {
            (true, true) => found += 1,
            (true, false) => missed += 1,
            (false, true) => extra += 1,
            (false, false) => {}
        }
    }
    match kind {
        _ if found + extra == 0 => Outcome::Open(Open::Nothing),
        Kind::Several if found == 0 => Outcome::Wrong { missed, extra },
        Kind::Several if missed + extra > 0 => Outcome::PartlyRight {
            found,
            missed,
            extra,
        },
        Kind::Several => Outcome::Right,
        _ if found == 1 && extra == 0 => Outcome::Right,
        _ => Outcome::Wrong { missed, extra },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::verdict;

    /// Scores `chosen` where the choices in capitals are correct: "A B c".
    #[track_caller]
    fn check(kind: Kind, choices: &str, chosen: &str, right: bool, sentence: &str) {
        let choices: Vec<Choice<'_>> = choices
            .split(' ')
            .map(|id| Choice {
                id,
                correct: id.chars().all(char::is_uppercase),
            })
            .collect();
        let chosen: Vec<&str> = chosen.split(' ').collect();
        let outcome = evaluate(kind, &choices, &chosen);
        assert_eq!(
            (outcome.is_right(), verdict(kind, outcome).as_str()),
            (right, sentence)
        );
    }

    #[test]
    fn one_answer() {
        let one = |chosen, right, sentence| check(Kind::One, "a B c", chosen, right, sentence);
        one("B", true, "Correct.");
        one("a", false, "Not yet. Each choice is explained below.");
        one("a B", false, "Not yet. Each choice is explained below.");
        one("", false, "Choose an answer first.");
        one("gone", false, "Choose an answer first.");
        one("B B", true, "Correct.");
    }

    #[test]
    fn a_state_lies_in_one_region() {
        let state = |chosen, right, sentence| check(Kind::State, "a B c", chosen, right, sentence);
        state("B", true, "Correct.");
        state("c", false, "Not yet. Where you set it is explained below.");
        state("", false, "Set the figure first: move one of its controls.");
    }

    #[test]
    fn several_answers() {
        let several =
            |chosen, right, sentence| check(Kind::Several, "A B C d e", chosen, right, sentence);
        several("C A B", true, "Correct.");
        several("A B", false, "Not yet. You found 2 of 3.");
        several(
            "A B d",
            false,
            "Not yet. You found 2 of 3 and chose 1 that does not fit.",
        );
        several(
            "A d e",
            false,
            "Not yet. You found 1 of 3 and chose 2 that do not fit.",
        );
        several(
            "A B C d",
            false,
            "Not yet. You found all 3 and chose 1 that does not fit.",
        );
        several("d", false, "Not yet. The one you chose does not fit.");
        several("d e", false, "Not yet. The 2 you chose do not fit.");
        several("", false, "Choose at least one answer first.");
        check(
            Kind::Several,
            "A b",
            "A b",
            false,
            "Not yet. You found the one that fits and chose 1 that does not fit.",
        );
        check(
            Kind::Several,
            "a b",
            "a b",
            false,
            "Not yet. The 2 you chose do not fit.",
        );
    }
}
