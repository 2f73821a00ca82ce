//! A JSON tree that keeps what it does not understand.
//!
//! Why not `serde_json::Value`: it rounds numbers that do not fit (`0.1` may move by one unit
//! in the last place on each pass, long integers lose digits), silently drops repeated keys, and
//! costs several times the WASM bytes. Here a number stays the text it was, so a field written by
//! a later release of the site comes back byte for byte, and no float code is linked.

mod object;
mod parse;
mod write;

use std::cmp::Ordering;

pub(crate) use object::{NOTHING, Object};
pub(crate) use parse::{Parser, parse};
pub(crate) use write::{push_integer, push_number, write_object};

/// The largest integer that every JSON reader understands exactly, 2^53 - 1.
pub(crate) const LARGEST: u64 = 9_007_199_254_740_991;

/// One JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    /// A number exactly as it was written.
    Number(String),
    Text(String),
    List(Vec<Json>),
    Object(Object),
}

impl Json {
    /// A non-negative integer.
    pub(crate) fn number(value: u64) -> Self {
        let mut text = String::new();
        push_number(&mut text, value);
        Self::Number(text)
    }

    /// An integer of either sign.
    pub(crate) fn integer(value: i32) -> Self {
        let mut text = String::new();
        push_integer(&mut text, value);
        Self::Number(text)
    }

    /// A string.
    pub(crate) fn text(value: &str) -> Self {
        Self::Text(value.to_owned())
    }

    /// The value as an integer from 0 to [`LARGEST`], written in plain digits.
    pub(crate) fn as_number(&self) -> Option<u64> {
        let Self::Number(text) = self else {
            return None;
        };
        if text.len() > 16 {
            return None;
        }
        let mut value = 0_u64;
        for byte in text.bytes() {
            if !byte.is_ascii_digit() {
                return None;
            }
            value = value * 10 + u64::from(byte - b'0');
        }
        (value <= LARGEST).then_some(value)
    }

    /// The value as an integer of either sign, written in plain digits.
    pub(crate) fn as_integer(&self) -> Option<i32> {
        let Self::Number(text) = self else {
            return None;
        };
        let (negative, digits) = match text.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, text.as_str()),
        };
        if digits.len() > 10 {
            return None;
        }
        let mut value = 0_i64;
        for byte in digits.bytes() {
            if !byte.is_ascii_digit() {
                return None;
            }
            value = value * 10 + i64::from(byte - b'0');
        }
        i32::try_from(if negative { -value } else { value }).ok()
    }

    pub(crate) fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(value) => Some(*value),
            _ => None,
        }
    }

    pub(crate) fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(value) => Some(value),
            _ => None,
        }
    }

    pub(crate) fn as_list(&self) -> Option<&[Json]> {
        match self {
            Self::List(value) => Some(value),
            _ => None,
        }
    }

    pub(crate) fn as_object(&self) -> Option<&Object> {
        match self {
            Self::Object(value) => Some(value),
            _ => None,
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Self::Null => 0,
            Self::Bool(_) => 1,
            Self::Number(_) => 2,
            Self::Text(_) => 3,
            Self::List(_) => 4,
            Self::Object(_) => 5,
        }
    }

    /// A total order that depends on content alone: by kind, then within a kind.
    ///
    /// Non-negative integers compare by value. Other numbers compare by the length of their text
    /// and then by the text, which is arbitrary but the same on every device.
    pub(crate) fn order(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Bool(a), Self::Bool(b)) => a.cmp(b),
            (Self::Number(a), Self::Number(b)) => a.len().cmp(&b.len()).then_with(|| a.cmp(b)),
            (Self::Text(a), Self::Text(b)) => a.cmp(b),
            (Self::List(a), Self::List(b)) => {
                for (a, b) in a.iter().zip(b) {
                    let order = a.order(b);
                    if order.is_ne() {
                        return order;
                    }
                }
                a.len().cmp(&b.len())
            }
            (Self::Object(a), Self::Object(b)) => a.order(b),
            _ => self.rank().cmp(&other.rank()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_integers_only_where_they_are_exact() {
        let number = |text: &str| Json::Number(text.to_owned());
        assert_eq!(number("0").as_number(), Some(0));
        assert_eq!(number("9007199254740991").as_number(), Some(LARGEST));
        for odd in [
            "9007199254740992",
            "-1",
            "1.0",
            "1e3",
            "99999999999999999999",
        ] {
            assert_eq!(number(odd).as_number(), None, "{odd}");
        }
        assert_eq!(number("-2147483648").as_integer(), Some(i32::MIN));
        assert_eq!(number("2147483648").as_integer(), None);
        assert_eq!(number("12.5").as_integer(), None);
        assert_eq!(Json::integer(i32::MIN).as_integer(), Some(i32::MIN));
        assert_eq!(Json::number(LARGEST).as_number(), Some(LARGEST));
    }

    #[test]
    fn orders_integers_by_value_and_kinds_by_rank() {
        let less = |a: &str, b: &str| {
            let a = parse(a, 8).unwrap().value;
            let b = parse(b, 8).unwrap().value;
            assert_eq!(a.order(&b), Ordering::Less);
            assert_eq!(b.order(&a), Ordering::Greater);
            assert_eq!(a.order(&a), Ordering::Equal);
        };
        less("9", "10");
        less("false", "true");
        less("null", "false");
        less("[1]", "[1,0]");
        less("[1,9]", "[2]");
        less(r#"{"a":1}"#, r#"{"a":2}"#);
        less(r#"{"a":1}"#, r#"{"b":0}"#);
        less("[]", "{}");
    }
}
