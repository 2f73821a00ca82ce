//! Tree to text: no white space, entries in the order of their names.

use super::{Json, Object};

impl Json {
    /// Appends this value as JSON.
    pub(crate) fn write(&self, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(true) => out.push_str("true"),
            Self::Bool(false) => out.push_str("false"),
            Self::Number(text) => out.push_str(text),
            Self::Text(text) => push_text(out, text),
            Self::List(items) => {
                out.push('[');
                for (at, item) in items.iter().enumerate() {
                    if at > 0 {
                        out.push(',');
                    }
                    item.write(out);
                }
                out.push(']');
            }
            Self::Object(object) => write_object(out, object),
        }
    }

    /// This value as JSON.
    pub(crate) fn to_text(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }
}

/// Appends an object as JSON.
pub(crate) fn write_object(out: &mut String, object: &Object) {
    out.push('{');
    for (at, (name, value)) in object.entries().iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        push_text(out, name);
        out.push(':');
        value.write(out);
    }
    out.push('}');
}

/// Appends a quoted string with the escapes that JSON requires, and no others.
fn push_text(out: &mut String, text: &str) {
    out.push('"');
    let mut start = 0;
    for (at, byte) in text.bytes().enumerate() {
        let escape = match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            b'\n' => "\\n",
            b'\r' => "\\r",
            b'\t' => "\\t",
            0..=0x1f => "\\u00",
            _ => continue,
        };
        out.push_str(&text[start..at]);
        out.push_str(escape);
        if escape.len() == 4 {
            for digit in [byte >> 4, byte & 15] {
                out.push(char::from(if digit < 10 {
                    b'0' + digit
                } else {
                    b'a' - 10 + digit
                }));
            }
        }
        start = at + 1;
    }
    out.push_str(&text[start..]);
    out.push('"');
}

/// Appends a number in decimal digits. Far smaller in WASM than `format!`.
pub(crate) fn push_number(out: &mut String, value: u64) {
    if value >= 10 {
        push_number(out, value / 10);
    }
    // A remainder below ten fits a byte.
    out.push(char::from(b'0' + (value % 10) as u8));
}

/// Appends an integer of either sign in decimal digits.
pub(crate) fn push_integer(out: &mut String, value: i32) {
    if value < 0 {
        out.push('-');
    }
    push_number(out, u64::from(value.unsigned_abs()));
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;

    #[test]
    fn writes_text_that_reads_back_the_same() {
        let text = "quote \" slash \\ line\n tab\t bell\u{7} low\u{1f} é 🦵 </script>";
        let written = Json::text(text).to_text();
        assert!(written.contains("\\u0007") && written.contains("\\u001f"));
        assert!(written.contains("</script>"), "HTML stays text");
        assert_eq!(parse(&written, 1).unwrap().value, Json::text(text));
    }

    #[test]
    fn writes_numbers() {
        let mut out = String::new();
        push_number(&mut out, u64::MAX);
        out.push(' ');
        push_integer(&mut out, -120);
        push_integer(&mut out, 0);
        assert_eq!(out, "18446744073709551615 -1200");
    }
}
