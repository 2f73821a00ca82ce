//! A number, as people write it.

use super::{Open, Outcome};

/// Digits after the point that are compared.
pub const PLACES: usize = 6;
/// Digits before it, at most: with [`PLACES`] they fit an `i64` with room for a difference.
pub const WHOLE: usize = 9;

/// Scores what was written against `answer` and `tolerance`, decimal digits as the press checked them.
///
/// It may have a decimal comma, a sign, spaces and `unit` behind it. A comma before three digits may
/// mean either thing ("1,500"); the reading that fits counts.
pub fn measure(written: &str, unit: &str, answer: &str, tolerance: &str) -> Outcome {
    let text: String = written.chars().filter(|it| !it.is_whitespace()).collect();
    if text.is_empty() {
        return Outcome::Open(Open::Nothing);
    }
    let unit: String = unit.chars().filter(|it| !it.is_whitespace()).collect();
    let text = text.strip_suffix(unit.as_str()).unwrap_or(&text);
    let readings = [decimal(&text.replace(',', ".")), grouped(text)];
    if readings == [None, None] {
        return Outcome::Open(Open::NoNumber);
    }
    let (Some(answer), Some(tolerance)) = (decimal(answer), decimal(tolerance)) else {
        return Outcome::Open(Open::NoNumber);
    };
    let fits = |reading: &i64| (reading - answer).abs() <= tolerance;
    if readings.iter().flatten().any(fits) {
        Outcome::Right
    } else {
        Outcome::Wrong {
            missed: 1,
            extra: 1,
        }
    }
}

/// A number with commas between its thousands.
fn grouped(text: &str) -> Option<i64> {
    let (whole, _) = text.split_once('.').unwrap_or((text, ""));
    let mut groups = whole.split(',');
    let first = groups.next()?.trim_start_matches(['-', '−', '+']);
    let mut count = 0;
    for group in groups {
        count += 1;
        if group.len() != 3 {
            return None;
        }
    }
    if count == 0 || !(1..=3).contains(&first.len()) {
        return None;
    }
    decimal(&text.replace(',', ""))
}

/// A number in millionths. Digits beyond those are dropped.
fn decimal(text: &str) -> Option<i64> {
    let (sign, text) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    if whole.is_empty() && part.is_empty() || whole.len() > WHOLE {
        return None;
    }
    let mut value: i64 = 0;
    for digit in whole.bytes() {
        value = value * 10 + digit_of(digit)?;
    }
    let mut part = part.bytes();
    for _ in 0..PLACES {
        value = value * 10 + part.next().map_or(Some(0), digit_of)?;
    }
    for rest in part {
        digit_of(rest)?;
    }
    Some(sign * value)
}

fn digit_of(byte: u8) -> Option<i64> {
    byte.is_ascii_digit().then(|| i64::from(byte - b'0'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::{Kind, verdict};
    use proptest::prelude::*;

    /// The sentence on what was written where 7.5 ± 0.5 kg is asked for.
    #[track_caller]
    fn check(written: &str, sentence: &str) {
        let outcome = measure(written, "kg", "7.5", "0.5");
        assert_eq!(verdict(Kind::Number, outcome), sentence, "{written:?}");
    }

    #[test]
    fn readers_write_numbers_in_many_ways() {
        for right in [
            "7.5",
            "7,5",
            " 7.5 ",
            "+7.5",
            "7.5 kg",
            "7,5kg",
            "7",
            "8",
            "8.0",
            "07.50",
            "7.0000000001",
            "7,500",
        ] {
            check(right, "Correct.");
        }
        for wrong in [
            "6.9",
            "8.000001",
            "-7.5",
            "75",
            "0",
            "7,700,000",
            ".5",
            "6,",
        ] {
            check(wrong, "Not yet. The answer is explained below.");
        }
    }

    #[test]
    fn what_is_not_a_number_is_no_try() {
        for not in [
            "seven",
            "7 or 8",
            "7.5.1",
            "1,2,3",
            "kg",
            "-",
            ".",
            "7e1",
            "٧",
            "1234567890",
        ] {
            check(
                not,
                "That is not a number yet. Write digits, such as 12 or 7.5.",
            );
        }
        for nothing in ["", "  "] {
            check(nothing, "Write a number first.");
        }
    }

    #[test]
    fn a_comma_before_three_digits_may_group_them() {
        let right = |written| measure(written, "N", "1500", "50").is_right();
        assert!(right("1,500"));
        assert!(right("1 500 N"));
        assert!(right("1,500.5"));
        assert!(!right("1,5"));
        assert!(!right("15,00"));
        let right = |written| measure(written, "", "1.5", "0").is_right();
        assert!(right("1,500"));
        assert!(measure("-1,500", "", "-1500", "0").is_right());
        assert!(measure("−5", "°", "-5", "0").is_right());
        assert!(measure("1,234,567", "", "1234567", "0").is_right());
    }

    proptest! {
        #[test]
        fn a_number_fits_within_its_tolerance(
            answer in -999_999_999_i64..1_000_000_000,
            off in 0_i64..1_000,
            tolerance in 0_i64..1_000,
        ) {
            let written = (answer + off).clamp(-999_999_999, 999_999_999);
            let outcome = measure(
                &written.to_string(), "", &answer.to_string(), &tolerance.to_string(),
            );
            prop_assert_eq!(outcome.is_right(), (written - answer).abs() <= tolerance);
        }

        #[test]
        fn nothing_written_panics(written in "[-−+0-9., a]{0,16}|\\PC{0,8}", unit in "\\PC{0,3}") {
            let _ = measure(&written, &unit, "7.5", "0.5");
        }
    }
}
