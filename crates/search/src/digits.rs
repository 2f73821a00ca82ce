//! Numbers as text: short ones in one character.
//!
//! The index is text, because that is what hosts compress, and Brotli makes of 64 characters what a
//! binary format would have made of them.

const DIGITS: &[u8; 64] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

/// Appends `number` in digits of five bits, the lowest first; a sixth bit says that more follow.
pub fn push(out: &mut String, mut number: u32) {
    while number >= 32 {
        out.push(char::from(DIGITS[(number % 32 + 32) as usize]));
        number /= 32;
    }
    out.push(char::from(DIGITS[number as usize]));
}

/// Appends `number` in decimal digits.
pub fn push_decimal(out: &mut String, number: u32) {
    if number >= 10 {
        push_decimal(out, number / 10);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}

/// Takes numbers off the front of a text.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'t> {
    rest: &'t [u8],
}

impl<'t> Reader<'t> {
    /// A reader of `text`.
    pub const fn new(text: &'t str) -> Self {
        Reader {
            rest: text.as_bytes(),
        }
    }

    /// The next number; `None` at the end and where there is no digit. Numbers that are too large
    /// lose their high bits.
    pub fn number(&mut self) -> Option<u32> {
        let (mut number, mut shift) = (0_u32, 0_u32);
        loop {
            let (first, rest) = self.rest.split_first()?;
            self.rest = rest;
            let digit = value(*first)?;
            if shift < 32 {
                number |= (digit % 32) << shift;
            }
            shift += 5;
            if digit < 32 {
                return Some(number);
            }
        }
    }
}

fn value(byte: u8) -> Option<u32> {
    Some(u32::from(match byte {
        b'0'..=b'9' => byte - b'0',
        b'A'..=b'Z' => byte - b'A' + 10,
        b'a'..=b'z' => byte - b'a' + 36,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn small_numbers_take_one_character() {
        let mut text = String::new();
        for number in [0, 9, 31, 32, 1000] {
            push(&mut text, number);
        }
        assert_eq!(text, "09VW1eV");
    }

    #[test]
    fn decimal_digits_are_the_usual_ones() {
        let mut text = String::new();
        push_decimal(&mut text, 0);
        push_decimal(&mut text, 4_294_967_295);
        assert_eq!(text, "04294967295");
    }

    proptest! {
        #[test]
        fn numbers_come_back(numbers in proptest::collection::vec(any::<u32>(), 0..20)) {
            let mut text = String::new();
            for number in &numbers {
                push(&mut text, *number);
            }
            let mut reader = Reader::new(&text);
            let read: Vec<u32> = std::iter::from_fn(|| reader.number()).collect();
            prop_assert_eq!(read, numbers);
        }

        #[test]
        fn any_text_can_be_read(text in any::<String>()) {
            let mut reader = Reader::new(&text);
            for _ in 0..=text.len() {
                reader.number();
            }
            prop_assert_eq!(reader.number(), None);
        }
    }
}
