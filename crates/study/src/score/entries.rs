//! Entries that were given a place or another half.

use super::{Kind, Open, Outcome};

/// An entry that the reader fills in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// Its place, counted from 1, or the id of its other half.
    pub answer: &'a str,
    /// What the reader gave it; empty for nothing yet.
    pub given: &'a str,
}

impl Entry<'_> {
    /// Whether it has what belongs to it.
    pub fn fits(&self) -> bool {
        self.answer == self.given
    }
}

/// Scores entries of [`Kind::Order`] or [`Kind::Match`]: an answer when each has one, and in an order no
/// two the same.
pub fn place(kind: Kind, entries: &[Entry<'_>]) -> Outcome {
    let open = entries.iter().filter(|it| it.given.is_empty()).count();
    if open == entries.len() {
        return Outcome::Open(Open::Nothing);
    }
    if open > 0 {
        return Outcome::Open(Open::Missing(open));
    }
    if kind == Kind::Order {
        for (index, entry) in entries.iter().enumerate() {
            let again = entries.iter().take(index);
            if again.clone().any(|it| it.given == entry.given) {
                return Outcome::Open(Open::Twice(entry.given.parse().unwrap_or(0)));
            }
        }
    }
    let found = entries.iter().filter(|it| it.fits()).count();
    match (found, entries.len() - found) {
        (_, 0) => Outcome::Right,
        (0, missed) => Outcome::Wrong { missed, extra: 0 },
        (found, missed) => Outcome::PartlyRight {
            found,
            missed,
            extra: 0,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::verdict;

    /// Gives the entries, whose answers are `1 2 3` in an order, what `given` says; `-` is nothing.
    #[track_caller]
    fn check(kind: Kind, given: &str, right: bool, sentence: &str) {
        let answers = ["1", "2", "3"];
        let given: Vec<&str> = given.split(' ').map(|it| it.trim_matches('-')).collect();
        let entries: Vec<Entry<'_>> = answers
            .into_iter()
            .zip(given)
            .map(|(answer, given)| Entry { answer, given })
            .collect();
        let outcome = place(kind, &entries);
        assert_eq!(
            (outcome.is_right(), verdict(kind, outcome).as_str()),
            (right, sentence)
        );
    }

    #[test]
    fn an_order() {
        let order = |given, right, sentence| check(Kind::Order, given, right, sentence);
        order("1 2 3", true, "Correct.");
        order("2 1 3", false, "Not yet. 1 of 3 stands in its place.");
        order("2 3 1", false, "Not yet. None stands in its place.");
        order("- - -", false, "Give each one a place first.");
        order("1 - 3", false, "1 has no place yet.");
        order("1 - -", false, "2 have no place yet.");
        order(
            "1 3 3",
            false,
            "Two have place 3. Give each one a place of its own.",
        );
    }

    #[test]
    fn halves() {
        let halves = |given, right, sentence| check(Kind::Match, given, right, sentence);
        halves("1 2 3", true, "Correct.");
        halves("1 2 2", false, "Not yet. 2 of 3 fit.");
        halves("1 1 1", false, "Not yet. 1 of 3 fits.");
        halves("2 1 1", false, "Not yet. None fits.");
        halves("- - -", false, "Choose something for each one first.");
        halves("- 2 3", false, "1 has nothing chosen yet.");
        halves("1 - -", false, "2 have nothing chosen yet.");
    }

    #[test]
    fn nothing_to_fill_in_is_no_answer() {
        assert_eq!(place(Kind::Match, &[]), Outcome::Open(Open::Nothing));
    }
}
