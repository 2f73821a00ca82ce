//! Plain texts, and their way through a query.

/// One paragraph: runs of white space and control characters become single spaces, and it ends after
/// `most` characters.
pub(super) fn clean(text: &str, most: usize) -> String {
    let mut clean = String::new();
    let mut left = most;
    let mut gap = false;
    for character in text.chars() {
        if character.is_whitespace() || character.is_control() || is_direction(character) {
            gap = true;
            continue;
        }
        let wanted = 1 + usize::from(gap && !clean.is_empty());
        if wanted > left {
            break;
        }
        if wanted == 2 {
            clean.push(' ');
        }
        clean.push(character);
        left -= wanted;
        gap = false;
    }
    clean
}

/// Whether a character turns the direction of the text around it, with which a link can be made to look
/// like another one.
const fn is_direction(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Escapes a text for a query: what is neither a letter nor a digit of ASCII nor `-`, `_`, `.`; in an
/// entry `:`, `;`, `=` and `/` stand for themselves too, elsewhere a space is a `+`.
pub(super) fn encode(query: &mut String, text: &str, entry: bool) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => {
                query.push(char::from(byte));
            }
            b':' | b';' | b'=' | b'/' if entry => query.push(char::from(byte)),
            b' ' => query.push('+'),
            _ => {
                query.push('%');
                query.push(char::from(DIGITS[usize::from(byte >> 4)]));
                query.push(char::from(DIGITS[usize::from(byte & 15)]));
            }
        }
    }
}

/// Undoes [`encode`]. What is no escape stays as it is, and what is no text becomes `\u{fffd}`.
pub(super) fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let digit = |at: usize| {
        bytes
            .get(at)
            .and_then(|byte| char::from(*byte).to_digit(16))
    };
    let mut plain = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        match (bytes[at], digit(at + 1), digit(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                plain.push((high * 16 + low) as u8);
                at += 3;
            }
            (b'+', ..) => {
                plain.push(b' ');
                at += 1;
            }
            (byte, ..) => {
                plain.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&plain).into_owned()
}
