//! How far a word with a typo is from another.

/// How many letters have to be added, taken away, replaced or swapped with their neighbor to make
/// one word of the other, when that is at most `limit`.
pub fn within(one: &str, other: &str, limit: usize) -> Option<usize> {
    let one: Vec<char> = one.chars().collect();
    let other: Vec<char> = other.chars().collect();
    if one.len().abs_diff(other.len()) > limit {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (i, x) in one.iter().enumerate() {
        let mut row = Vec::with_capacity(other.len() + 1);
        row.push(i + 1);
        for (j, y) in other.iter().enumerate() {
            let replaced = last[j] + usize::from(x != y);
            let mut best = replaced.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == other[j - 1] && one[i - 1] == *y {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        if row.iter().all(|distance| *distance > limit) {
            return None;
        }
        before = last;
        last = row;
    }
    last.last().copied().filter(|distance| *distance <= limit)
}

/// How many typos a word of so many letters may have.
pub const fn allowed(letters: usize) -> usize {
    match letters {
        0..5 => 0,
        5..8 => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn counts_typos() {
        for (one, other, expected) in [
            ("gluteus", "gluteus", Some(0)),
            ("gluteus", "gluetus", Some(1)),
            ("medius", "medus", Some(1)),
            ("piriformis", "pirifromus", Some(2)),
            ("hip", "hippo", Some(2)),
            ("hip", "knee", None),
            ("", "ab", Some(2)),
        ] {
            assert_eq!(within(one, other, 2), expected, "{one} {other}");
        }
        assert_eq!(within("hips", "hip", 0), None);
    }

    proptest! {
        #[test]
        fn it_is_the_same_both_ways(one in "[ab]{0,6}", other in "[ab]{0,6}", limit in 0_usize..4) {
            prop_assert_eq!(within(&one, &other, limit), within(&other, &one, limit));
        }
    }
}
