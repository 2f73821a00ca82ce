//! The state of a figure as typed keys of a query string.
//!
//! Reading never fails: unknown keys are ignored, numbers are clamped, and what cannot be read
//! keeps its default. Printing leaves defaults out, so `parse(print(state)) == state`.

use crate::path::push_integer;

/// What one key may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A whole number within `min..=max`, moved in steps of `step`.
    Integer {
        /// Smallest value.
        min: i32,
        /// Largest value.
        max: i32,
        /// Distance of neighboring values as the controls set them.
        step: i32,
        /// Unit shown after the number, such as `cm`.
        unit: &'static str,
    },
    /// One of several words; the state holds the index.
    Choice {
        /// The words as written in the address.
        words: &'static [&'static str],
        /// The words as shown to the reader.
        labels: &'static [&'static str],
    },
    /// Yes (1) or no (0), written as `yes` and `no`.
    Flag,
    /// One part of the drawing, or none; the state holds the index.
    ///
    /// The reader chooses it from a list or on the drawing. A figure has at most one such key.
    Part {
        /// `none`, then the ids of the parts as the drawing has them; permanent.
        ids: &'static [&'static str],
        /// How the parts are called, in the same order.
        labels: &'static [&'static str],
    },
}

/// The words of a flag in the address.
const FLAG: &[&str] = &["no", "yes"];

impl Kind {
    /// The words of a key that holds one of several, as written in the address.
    #[must_use]
    pub const fn words(&self) -> Option<&'static [&'static str]> {
        match self {
            Self::Integer { .. } => None,
            Self::Choice { words, .. } => Some(words),
            Self::Flag => Some(FLAG),
            Self::Part { ids, .. } => Some(ids),
        }
    }
}

/// One key of a figure's state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// The key in the address; permanent.
    pub name: &'static str,
    /// What the control is called.
    pub label: &'static str,
    /// What it may hold.
    pub kind: Kind,
    /// The value that is left out of the address.
    pub default: i32,
}

impl Key {
    /// The smallest and the largest value.
    #[must_use]
    pub fn span(&self) -> (i32, i32) {
        match self.kind {
            Kind::Integer { min, max, .. } => (min, max),
            kind => (0, kind.words().map_or(0, |words| words.len() as i32 - 1)),
        }
    }

    /// The nearest allowed value.
    #[must_use]
    pub fn clamp(&self, value: i32) -> i32 {
        let (min, max) = self.span();
        value.clamp(min, max.max(min))
    }

    fn read(&self, text: &str) -> Option<i32> {
        match self.kind {
            Kind::Integer { .. } => integer(text).map(|value| self.clamp(value)),
            kind => {
                let index = kind.words()?.iter().position(|word| *word == text)?;
                Some(index as i32)
            }
        }
    }
}

/// A whole number in decimal digits, `None` if it is none; too large ones saturate.
#[must_use]
pub fn integer(text: &str) -> Option<i32> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let size = digits.bytes().fold(0_i32, |size, byte| {
        size.saturating_mul(10)
            .saturating_add(i32::from(byte - b'0'))
    });
    Some(if negative { -size } else { size })
}

/// The default values of `keys`, in their order.
#[must_use]
pub fn defaults(keys: &[Key]) -> Vec<i32> {
    keys.iter().map(|key| key.default).collect()
}

/// The value of the key at `index`, as near to `values` as the key allows; its default where
/// `values` is too short.
///
/// # Panics
/// If there is no such key, which is a mistake of the figure and not of the query.
#[must_use]
pub fn value(keys: &[Key], values: &[i32], index: usize) -> i32 {
    let key = &keys[index];
    key.clamp(values.get(index).copied().unwrap_or(key.default))
}

/// The values that `query` gives to `keys`; a leading `?` is allowed.
///
/// The first readable occurrence of a key counts.
#[must_use]
pub fn parse(keys: &[Key], query: &str) -> Vec<i32> {
    let mut values = defaults(keys);
    let mut read = vec![false; keys.len()];
    for pair in query.trim_start_matches('?').split('&') {
        let Some((name, text)) = pair.split_once('=') else {
            continue;
        };
        let Some(index) = keys.iter().position(|key| key.name == name) else {
            continue;
        };
        if let (false, Some(value)) = (read[index], keys[index].read(text)) {
            values[index] = value;
            read[index] = true;
        }
    }
    values
}

/// The query string of `values`, without `?` and without defaults.
#[must_use]
pub fn print(keys: &[Key], values: &[i32]) -> String {
    let mut query = String::new();
    for (key, &value) in keys.iter().zip(values) {
        let value = key.clamp(value);
        if value == key.default {
            continue;
        }
        if !query.is_empty() {
            query.push('&');
        }
        query.push_str(key.name);
        query.push('=');
        push_value(&mut query, key, value);
    }
    query
}

/// Appends a value as it stands in a query.
pub(crate) fn push_value(out: &mut String, key: &Key, value: i32) {
    match key.kind {
        Kind::Integer { .. } => push_integer(out, value),
        kind => {
            let words = kind.words().unwrap_or_default();
            out.push_str(words.get(value as usize).copied().unwrap_or_default());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const KEYS: &[Key] = &[
        Key {
            name: "lean",
            label: "Lean",
            kind: Kind::Integer {
                min: -3,
                max: 12,
                step: 1,
                unit: "cm",
            },
            default: 0,
        },
        Key {
            name: "cane",
            label: "Cane",
            kind: Kind::Choice {
                words: &["none", "left", "right"],
                labels: &["None", "Left", "Right"],
            },
            default: 0,
        },
    ];

    #[test]
    fn numbers_are_clamped_and_strangers_ignored() {
        assert_eq!(
            parse(KEYS, "?lean=99999999999&cane=left&x=1&&=&lean=3"),
            [12, 1]
        );
        assert_eq!(parse(KEYS, "lean=-99&cane=up"), [-3, 0]);
        assert_eq!(parse(KEYS, "lean=1.5&lean=&lean=+2"), [0, 0]);
        assert_eq!(parse(KEYS, "lean=x&lean=4"), [4, 0]);
    }

    #[test]
    fn defaults_are_left_out() {
        assert_eq!(print(KEYS, &[0, 0]), "");
        assert_eq!(print(KEYS, &[-2, 2]), "lean=-2&cane=right");
        assert_eq!(print(KEYS, &[400, 900]), "lean=12&cane=right");
    }

    proptest! {
        #[test]
        fn any_string_is_read(query in ".*") {
            let values = parse(KEYS, &query);
            for (key, value) in KEYS.iter().zip(&values) {
                prop_assert_eq!(key.clamp(*value), *value);
            }
            prop_assert_eq!(parse(KEYS, &print(KEYS, &values)), values);
        }

        #[test]
        fn what_is_printed_is_read_back(lean in -3..=12, cane in 0..=2) {
            prop_assert_eq!(parse(KEYS, &print(KEYS, &[lean, cane])), [lean, cane]);
        }
    }
}
