//! What a reader is told.

use super::{Kind, Open, Outcome};
use crate::json::push_number;
use crate::{Certainty, Grade};

/// The sentence for the status region: the verdict with its counts, in plain words. The
/// explanations stand below it in the page.
pub fn verdict(kind: Kind, outcome: Outcome) -> String {
    let (found, missed, extra) = match outcome {
        Outcome::Open(open) => return lacking(kind, open),
        Outcome::Right => return "Correct.".to_owned(),
        Outcome::PartlyRight {
            found,
            missed,
            extra,
        } => (found, missed, extra),
        Outcome::Wrong { missed, extra } => (0, missed, extra),
    };
    let mut out = String::from("Not yet. ");
    match kind {
        Kind::One => out.push_str("Each choice is explained below."),
        Kind::State => out.push_str("Where you set it is explained below."),
        Kind::Number => out.push_str("The answer is explained below."),
        Kind::Several => several(&mut out, found, missed, extra),
        Kind::Order => of_all(
            &mut out,
            found,
            missed,
            [" stands in its place.", " stand in their places."],
        ),
        Kind::Match => of_all(&mut out, found, missed, [" fits.", " fit."]),
    }
    out
}

/// What the reader's certainty adds to the verdict: a surprise, or that a lucky guess is not yet
/// knowledge.
pub fn remark(grade: Grade, certainty: Option<Certainty>) -> Option<&'static str> {
    match (grade, certainty?) {
        (Grade::Wrong, Certainty::High) => {
            Some("You were certain, so this one is worth a second look. It comes back tomorrow.")
        }
        (Grade::Right, Certainty::Low) => {
            Some("You were not certain, so it counts as not yet known.")
        }
        _ => None,
    }
}

/// The words beside a row of a checked question: whether it was the reader's answer, and whether it
/// is right.
pub fn mark(correct: bool, chosen: bool) -> &'static str {
    match (correct, chosen) {
        (true, false) => "Correct",
        (true, true) => "Your answer – correct",
        (false, true) => "Your answer – not correct",
        (false, false) => "Not correct",
    }
}

fn lacking(kind: Kind, open: Open) -> String {
    let mut out = String::new();
    match open {
        Open::Nothing => out.push_str(match kind {
            Kind::One => "Choose an answer first.",
            Kind::Several => "Choose at least one answer first.",
            Kind::Order => "Give each one a place first.",
            Kind::Match => "Choose something for each one first.",
            Kind::Number => "Write a number first.",
            Kind::State => "Set the figure first: move one of its controls.",
        }),
        Open::Missing(count) => {
            push_count(&mut out, count);
            out.push_str(if count == 1 { " has no" } else { " have no" });
            out.push_str(match kind {
                Kind::Order => " place yet.",
                _ => "thing chosen yet.",
            });
        }
        Open::Twice(place) => {
            out.push_str("Two have place ");
            push_count(&mut out, place);
            out.push_str(". Give each one a place of its own.");
        }
        Open::NoNumber => {
            out.push_str("That is not a number yet. Write digits, such as 12 or 7.5.");
        }
    }
    out
}

fn of_all(out: &mut String, found: usize, missed: usize, [one, more]: [&str; 2]) {
    if found == 0 {
        out.push_str("None");
    } else {
        push_count(out, found);
        out.push_str(" of ");
        push_count(out, found + missed);
    }
    out.push_str(if found < 2 { one } else { more });
}

fn several(out: &mut String, found: usize, missed: usize, extra: usize) {
    match (found, extra) {
        (0, 1) => out.push_str("The one you chose does not fit."),
        (0, _) => {
            out.push_str("The ");
            push_count(out, extra);
            out.push_str(" you chose do not fit.");
        }
        _ => {
            out.push_str("You found ");
            if missed == 0 && found == 1 {
                out.push_str("the one that fits");
            } else if missed == 0 {
                out.push_str("all ");
                push_count(out, found);
            } else {
                push_count(out, found);
                out.push_str(" of ");
                push_count(out, found + missed);
            }
            if extra > 0 {
                out.push_str(" and chose ");
                push_count(out, extra);
                out.push_str(if extra == 1 {
                    " that does not fit"
                } else {
                    " that do not fit"
                });
            }
            out.push('.');
        }
    }
}

fn push_count(out: &mut String, count: usize) {
    // A `usize` is at most 64 bits wide on every target.
    push_number(out, count as u64);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn certainty_adds_a_sentence_where_it_and_the_answer_differ() {
        let surprise =
            "You were certain, so this one is worth a second look. It comes back tomorrow.";
        let lucky = "You were not certain, so it counts as not yet known.";
        for grade in [Grade::Right, Grade::Partly, Grade::Wrong] {
            assert_eq!(remark(grade, None), None);
            for certainty in Certainty::ALL {
                let expected = match (grade, certainty) {
                    (Grade::Wrong, Certainty::High) => Some(surprise),
                    (Grade::Right, Certainty::Low) => Some(lucky),
                    _ => None,
                };
                assert_eq!(remark(grade, Some(certainty)), expected);
            }
        }
    }

    /// What the status region announces, word for word: for each kind nothing yet, something missing,
    /// wrong, partly right, right.
    #[test]
    fn each_kind_announces_its_own_sentences() {
        let open = [
            Outcome::Open(Open::Nothing),
            Outcome::Open(Open::Missing(2)),
        ];
        let checked = [
            Outcome::Wrong {
                missed: 3,
                extra: 1,
            },
            Outcome::PartlyRight {
                found: 2,
                missed: 1,
                extra: 1,
            },
            Outcome::Right,
        ];
        let all = |name| -> Vec<String> {
            let kind = Kind::from_name(name).unwrap_or_else(|| panic!("{name}"));
            let both = open.iter().chain(&checked);
            both.map(|outcome| verdict(kind, *outcome)).collect()
        };
        // Kinds with one right choice, and a figure, are never partly filled in nor partly right.
        let of_one = |name| -> Vec<String> {
            let mut all = all(name);
            all.remove(3);
            all.remove(1);
            all
        };
        for name in ["one", "true-or-false", "name-part", "find-part"] {
            let golden = [
                "Choose an answer first.",
                "Not yet. Each choice is explained below.",
                "Correct.",
            ];
            assert_eq!(of_one(name), golden, "{name}");
        }
        let golden = [
            "Set the figure first: move one of its controls.",
            "Not yet. Where you set it is explained below.",
            "Correct.",
        ];
        assert_eq!(of_one("set-figure"), golden);
        let golden = [
            "Write a number first.",
            "Not yet. The answer is explained below.",
            "Correct.",
        ];
        assert_eq!(of_one("number"), golden);
        let mut several = all("several");
        several.remove(1);
        let golden = [
            "Choose at least one answer first.",
            "Not yet. The one you chose does not fit.",
            "Not yet. You found 2 of 3 and chose 1 that does not fit.",
            "Correct.",
        ];
        assert_eq!(several, golden);
        let golden = [
            "Give each one a place first.",
            "2 have no place yet.",
            "Not yet. None stands in its place.",
            "Not yet. 2 of 3 stand in their places.",
            "Correct.",
        ];
        assert_eq!(all("order"), golden);
        let golden = [
            "Choose something for each one first.",
            "2 have nothing chosen yet.",
            "Not yet. None fits.",
            "Not yet. 2 of 3 fit.",
            "Correct.",
        ];
        assert_eq!(all("match"), golden);
        // Each step of a case is one of these.
        assert_eq!(Kind::from_name("case"), None);
        let twice = verdict(Kind::Order, Outcome::Open(Open::Twice(2)));
        assert_eq!(twice, "Two have place 2. Give each one a place of its own.");
        let digits = verdict(Kind::Number, Outcome::Open(Open::NoNumber));
        assert_eq!(
            digits,
            "That is not a number yet. Write digits, such as 12 or 7.5."
        );
    }

    #[test]
    fn a_row_says_whose_and_whether() {
        assert_eq!(mark(true, false), "Correct");
        assert_eq!(mark(true, true), "Your answer – correct");
        assert_eq!(mark(false, true), "Your answer – not correct");
        assert_eq!(mark(false, false), "Not correct");
    }
}
