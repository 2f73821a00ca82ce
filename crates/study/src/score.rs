//! Scoring an answer, and the sentence that announces it.

use crate::json::push_number;

/// How an item is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One choice.
    One,
    /// All choices that fit.
    Several,
}

impl Kind {
    /// The kind of this name in the content (`one`, `several`).
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "one" => Some(Self::One),
            "several" => Some(Self::Several),
            _ => None,
        }
    }
}

/// One choice of an item, in the item's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice<'a> {
    /// Its permanent id.
    pub id: &'a str,
    /// Whether it is correct.
    pub correct: bool,
}

/// What an answer is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing was chosen: no try, nothing is stored.
    Unanswered,
    /// All that fits, and nothing else.
    Right,
    /// Some of what fits.
    PartlyRight {
        /// How many choices that fit were found, at least 1.
        found: usize,
        /// How many were missed.
        missed: usize,
        /// How many were chosen that do not fit.
        extra: usize,
    },
    /// Nothing that fits.
    Wrong {
        /// How many choices that fit there are.
        missed: usize,
        /// How many were chosen that do not fit.
        extra: usize,
    },
}

impl Outcome {
    /// Whether the answer counts as right.
    pub fn is_right(self) -> bool {
        matches!(self, Self::Right)
    }
}

/// Scores the chosen ids. Ids that are not among the choices are ignored, repeated ids count
/// once, and the order does not matter. With [`Kind::One`], several chosen ids are wrong.
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
        _ if found + extra == 0 => Outcome::Unanswered,
        Kind::One if found == 1 && extra == 0 => Outcome::Right,
        Kind::One => Outcome::Wrong { missed, extra },
        Kind::Several if found == 0 => Outcome::Wrong { missed, extra },
        Kind::Several if missed + extra == 0 => Outcome::Right,
        Kind::Several => Outcome::PartlyRight {
            found,
            missed,
            extra,
        },
    }
}

/// The sentence for the status region: the verdict with its counts, in plain words. The
/// explanations of the choices stand below it in the page.
pub fn verdict(kind: Kind, outcome: Outcome) -> String {
    let (found, missed, extra) = match (kind, outcome) {
        (Kind::One, Outcome::Unanswered) => return "Choose an answer first.".to_owned(),
        (Kind::Several, Outcome::Unanswered) => {
            return "Choose at least one answer first.".to_owned();
        }
        (_, Outcome::Right) => return "Correct.".to_owned(),
        (Kind::One, _) => return "Not yet. Each choice is explained below.".to_owned(),
        (
            Kind::Several,
            Outcome::PartlyRight {
                found,
                missed,
                extra,
            },
        ) => (found, missed, extra),
        (Kind::Several, Outcome::Wrong { missed, extra }) => (0, missed, extra),
    };
    let mut out = String::from("Not yet. ");
    match (found, extra) {
        (0, 1) => out.push_str("The one you chose does not fit."),
        (0, _) => {
            out.push_str("The ");
            push_count(&mut out, extra);
            out.push_str(" you chose do not fit.");
        }
        _ => {
            out.push_str("You found ");
            if missed == 0 && found == 1 {
                out.push_str("the one that fits");
            } else if missed == 0 {
                out.push_str("all ");
                push_count(&mut out, found);
            } else {
                push_count(&mut out, found);
                out.push_str(" of ");
                push_count(&mut out, found + missed);
            }
            if extra > 0 {
                out.push_str(" and chose ");
                push_count(&mut out, extra);
                out.push_str(if extra == 1 {
                    " that does not fit"
                } else {
                    " that do not fit"
                });
            }
            out.push('.');
        }
    }
    out
}

fn push_count(out: &mut String, count: usize) {
    // A `usize` is at most 64 bits wide on every target.
    push_number(out, count as u64);
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn names_of_kinds() {
        assert_eq!(Kind::from_name("one"), Some(Kind::One));
        assert_eq!(Kind::from_name("several"), Some(Kind::Several));
        assert_eq!(Kind::from_name("order"), None);
    }
}
