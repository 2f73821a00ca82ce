//! Text to tree. Strict (RFC 8259), with a depth limit and a place for every error.

use std::borrow::Cow;

use super::{Json, Object};
use crate::problem::{Problem, Reason};

/// What [`parse`] found.
#[derive(Debug)]
pub(crate) struct Parsed {
    pub(crate) value: Json,
    /// How many lists and objects lay within each other at the deepest point.
    pub(crate) depth: usize,
}

/// Reads one JSON value that fills the whole text.
///
/// # Errors
/// The first place that is not JSON, a name that appears twice in one object, half a character
/// (`\ud800` alone), or more than `limit` lists and objects within each other.
pub(crate) fn parse(text: &str, limit: usize) -> Result<Parsed, Problem> {
    let mut parser = Parser::new(text, limit);
    parser
        .document()
        .map_err(|reason| Problem::at(text, parser.at, reason))
        .map(|value| Parsed {
            value,
            depth: parser.deepest,
        })
}

/// Reads a text from left to right.
pub(crate) struct Parser<'a> {
    text: &'a str,
    /// Offset in bytes; always on the border of a character when an error is made.
    pub(crate) at: usize,
    limit: usize,
    deepest: usize,
}

impl<'a> Parser<'a> {
    pub(crate) fn new(text: &'a str, limit: usize) -> Self {
        Self {
            text,
            at: 0,
            limit,
            deepest: 0,
        }
    }

    /// Takes this byte, if it is next.
    pub(crate) fn take(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    fn document(&mut self) -> Result<Json, Reason> {
        let value = self.value(0)?;
        match self.next_byte() {
            None => Ok(value),
            Some(_) => Err(Reason::AfterEnd),
        }
    }

    pub(crate) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is not white space, without taking it.
    fn next_byte(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
        self.peek()
    }

    /// A value within so many lists and objects.
    pub(crate) fn value(&mut self, depth: usize) -> Result<Json, Reason> {
        match self.next_byte() {
            None => Err(Reason::Ends),
            Some(b'{') => self.object(depth + 1),
            Some(b'[') => self.list(depth + 1),
            Some(b'"') => self.string().map(|text| Json::Text(text.into_owned())),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.word("true", Json::Bool(true)),
            Some(b'f') => self.word("false", Json::Bool(false)),
            Some(b'n') => self.word("null", Json::Null),
            Some(_) => Err(Reason::NotAValue),
        }
    }

    fn word(&mut self, word: &str, value: Json) -> Result<Json, Reason> {
        if self.text.as_bytes()[self.at..].starts_with(word.as_bytes()) {
            self.at += word.len();
            Ok(value)
        } else {
            Err(Reason::NotAValue)
        }
    }

    fn enter(&mut self, depth: usize) -> Result<(), Reason> {
        if depth > self.limit {
            return Err(Reason::TooDeep);
        }
        self.deepest = self.deepest.max(depth);
        self.at += 1;
        Ok(())
    }

    fn list(&mut self, depth: usize) -> Result<Json, Reason> {
        self.enter(depth)?;
        let mut items = Vec::new();
        if self.next_byte() == Some(b']') {
            self.at += 1;
            return Ok(Json::List(items));
        }
        loop {
            items.push(self.value(depth)?);
            if self.comma_or(b']')? {
                return Ok(Json::List(items));
            }
        }
    }

    fn object(&mut self, depth: usize) -> Result<Json, Reason> {
        self.enter(depth)?;
        let mut entries = Vec::new();
        if self.next_byte() == Some(b'}') {
            self.at += 1;
            return Ok(Json::Object(Object::default()));
        }
        loop {
            match self.next_byte() {
                Some(b'"') => {}
                None => return Err(Reason::Ends),
                Some(_) => return Err(Reason::NotAName),
            }
            let name = self.string()?.into_owned();
            match self.next_byte() {
                Some(b':') => self.at += 1,
                None => return Err(Reason::Ends),
                Some(_) => return Err(Reason::NoColon),
            }
            entries.push((name, self.value(depth)?));
            if self.comma_or(b'}')? {
                return Object::from_entries(entries)
                    .map(Json::Object)
                    .ok_or(Reason::Twice);
            }
        }
    }

    /// Takes a comma (false) or the closing byte (true).
    fn comma_or(&mut self, close: u8) -> Result<bool, Reason> {
        match self.next_byte() {
            Some(b',') => {
                self.at += 1;
                Ok(false)
            }
            Some(byte) if byte == close => {
                self.at += 1;
                Ok(true)
            }
            None => Err(Reason::Ends),
            Some(_) => Err(Reason::NoComma),
        }
    }

    fn digits(&mut self) -> Result<(), Reason> {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        if self.at == start {
            Err(Reason::BadNumber)
        } else {
            Ok(())
        }
    }

    fn number(&mut self) -> Result<Json, Reason> {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        if self.peek() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(Json::Number(self.text[start..self.at].to_owned()))
    }

    /// A quoted text; its first quotation mark is next. Copied only where it has escapes.
    pub(crate) fn string(&mut self) -> Result<Cow<'a, str>, Reason> {
        self.at += 1;
        let mut out = String::new();
        loop {
            let start = self.at;
            self.at += plain(&self.text.as_bytes()[start..]);
            let text = self.text;
            let plain = &text[start..self.at];
            match self.peek() {
                None => return Err(Reason::Ends),
                Some(b'"') => {
                    self.at += 1;
                    if out.is_empty() {
                        return Ok(Cow::Borrowed(plain));
                    }
                    out.push_str(plain);
                    return Ok(Cow::Owned(out));
                }
                Some(b'\\') => {
                    out.push_str(plain);
                    let escaped = self.escape()?;
                    out.push(escaped);
                }
                Some(_) => return Err(Reason::ControlCharacter),
            }
        }
    }

    /// Reads an escape; leaves `at` on its backslash when it is wrong.
    fn escape(&mut self) -> Result<char, Reason> {
        let start = self.at;
        let bytes = self.text.as_bytes();
        let plain = match bytes.get(start + 1) {
            None => return Err(Reason::Ends),
            Some(b'u') => None,
            Some(b'b') => Some('\u{8}'),
            Some(b'f') => Some('\u{c}'),
            Some(b'n') => Some('\n'),
            Some(b'r') => Some('\r'),
            Some(b't') => Some('\t'),
            Some(byte @ (b'"' | b'\\' | b'/')) => Some(char::from(*byte)),
            Some(_) => return Err(Reason::BadEscape),
        };
        if let Some(plain) = plain {
            self.at = start + 2;
            return Ok(plain);
        }
        let first = hex(bytes, start + 2).ok_or(Reason::BadEscape)?;
        if let Some(character) = char::from_u32(first) {
            self.at = start + 6;
            return Ok(character);
        }
        // Half of a pair: the second half has to follow.
        let second = match bytes.get(start + 6..start + 8) {
            Some(b"\\u") => hex(bytes, start + 8),
            _ => None,
        };
        match second {
            Some(second @ 0xdc00..=0xdfff) if first < 0xdc00 => {
                self.at = start + 12;
                let code = 0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00);
                char::from_u32(code).ok_or(Reason::BadEscape)
            }
            _ => Err(Reason::BadEscape),
        }
    }
}

/// How many bytes there are before the first quotation mark, backslash or control character. Years of
/// history are almost nothing but such bytes, so eight are looked at together.
fn plain(bytes: &[u8]) -> usize {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    let mut count = 0;
    while let Some(eight) = bytes[count..].first_chunk() {
        let word = u64::from_le_bytes(*eight);
        // The high bit of each byte that is below `least`, exact up to the first such byte.
        let below =
            |word: u64, least: u8| word.wrapping_sub(ONES * u64::from(least)) & !word & (ONES << 7);
        let is = |byte: u8| below(word ^ (ONES * u64::from(byte)), 1);
        let found = is(b'"') | is(b'\\') | below(word, b' ');
        if found != 0 {
            // At most seven.
            return count + (found.trailing_zeros() / 8) as usize;
        }
        count += 8;
    }
    let rest = bytes[count..].iter();
    let ends = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..b' ');
    count + rest.take_while(|byte| !ends(byte)).count()
}

/// Four hexadecimal digits from `at`.
fn hex(bytes: &[u8], at: usize) -> Option<u32> {
    let mut value = 0;
    for byte in bytes.get(at..at + 4)? {
        let digit = match byte {
            b'0'..=b'9' => byte - b'0',
            b'a'..=b'f' => byte - b'a' + 10,
            b'A'..=b'F' => byte - b'A' + 10,
            _ => return None,
        };
        value = value * 16 + u32::from(digit);
    }
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn fails(text: &str, reason: Reason, line: u32, column: u32) {
        let problem = parse(text, 4).unwrap_err();
        assert_eq!(
            (problem.reason, problem.line, problem.column),
            (reason, line, column)
        );
    }

    #[test]
    fn names_the_place_of_every_error() {
        fails("", Reason::Ends, 1, 1);
        fails("  {\"a\":", Reason::Ends, 1, 8);
        fails("{\n  a: 1}", Reason::NotAName, 2, 3);
        fails("{\"a\" 1}", Reason::NoColon, 1, 6);
        fails("[1 2]", Reason::NoComma, 1, 4);
        fails("[1,]", Reason::NotAValue, 1, 4);
        fails("{} x", Reason::AfterEnd, 1, 4);
        fails("[\"é\", nul]", Reason::NotAValue, 1, 7);
        fails("01", Reason::AfterEnd, 1, 2);
        fails("-", Reason::BadNumber, 1, 2);
        fails("1.", Reason::BadNumber, 1, 3);
        fails("\"a\nb\"", Reason::ControlCharacter, 1, 3);
        fails("\"\\x\"", Reason::BadEscape, 1, 2);
        fails("\"\\ud800\"", Reason::BadEscape, 1, 2);
        fails("\"\\udc00\\ud800\"", Reason::BadEscape, 1, 2);
        fails("{\"a\":1,\"a\":2}", Reason::Twice, 1, 14);
        fails("[[[[[]]]]]", Reason::TooDeep, 1, 5);
    }

    #[test]
    fn reads_escapes_and_keeps_numbers_as_written() {
        let parsed = parse(r#"["\u00e9\ud83e\uddb5\n\/", 1.50e+3, -0]"#, 4).unwrap();
        let list = parsed.value.as_list().unwrap();
        assert_eq!(list[0].as_text(), Some("é🦵\n/"));
        assert_eq!(list[1], Json::Number("1.50e+3".to_owned()));
        assert_eq!(list[2], Json::Number("-0".to_owned()));
        assert_eq!(parsed.depth, 1);
    }
}
