//! Numbers as words, without the formatting machinery of the standard library.

use crate::path::push_integer;

/// `value` rounded half away from zero to `decimals` (0 to 3) places.
///
/// A value that rounds to zero has no sign; what is not finite or too large reads `–`.
#[must_use]
pub fn fixed(value: f64, decimals: usize) -> String {
    let unit = [1_i32, 10, 100, 1000][decimals.min(3)];
    let scaled = (value * f64::from(unit)).round();
    if !scaled.is_finite() || scaled.abs() > f64::from(i32::MAX) {
        return "–".to_owned();
    }
    let scaled = scaled as i32;
    let mut text = String::new();
    if scaled < 0 {
        text.push('−');
    }
    let size = scaled.unsigned_abs();
    push_integer(&mut text, (size / unit.unsigned_abs()) as i32);
    if decimals > 0 {
        text.push('.');
        let mut digits = String::new();
        push_integer(&mut digits, (size % unit.unsigned_abs()) as i32);
        for _ in digits.len()..decimals.min(3) {
            text.push('0');
        }
        text.push_str(&digits);
    }
    text
}

/// A whole number, with a true minus sign.
#[must_use]
pub fn whole(value: i32) -> String {
    fixed(f64::from(value), 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_and_pads() {
        assert_eq!(fixed(61.5512, 1), "61.6");
        assert_eq!(fixed(0.05, 2), "0.05");
        assert_eq!(fixed(-2.5, 0), "−3");
        assert_eq!(fixed(-0.004, 2), "0.00");
        assert_eq!(fixed(1.0, 3), "1.000");
        assert_eq!(fixed(f64::NAN, 1), "–");
        assert_eq!(fixed(1e300, 1), "–");
        assert_eq!(whole(-7), "−7");
    }
}
