//! How long a text is and how hard to read.

use std::borrow::Cow;

/// Words that a reader reads in a minute; slow on purpose, for a reader of 12
/// to 14 (Brysbaert 2019 measured 238 in adults, DOI 10.1016/j.jml.2019.104047).
const WORDS_PER_MINUTE: u32 = 190;

/// Counts of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Readability {
    /// Words.
    pub words: u32,
    /// Sentences.
    pub sentences: u32,
    /// Syllables, estimated.
    pub syllables: u32,
}

impl Readability {
    /// Minutes of reading, at least one.
    pub const fn minutes(self) -> u32 {
        let minutes = self.words.div_ceil(WORDS_PER_MINUTE);
        if minutes == 0 { 1 } else { minutes }
    }

    /// The Flesch-Kincaid grade level (Kincaid et al. 1975, Research Branch
    /// Report 8-75): the American school year that the text fits.
    pub fn grade(self) -> f64 {
        if self.words == 0 || self.sentences == 0 {
            return 0.0;
        }
        let words = f64::from(self.words);
        0.39 * words / f64::from(self.sentences) + 11.8 * f64::from(self.syllables) / words - 15.59
    }
}

/// Counts `text`, in which every line is a paragraph.
pub fn of(text: &str) -> Readability {
    let mut counts = Readability::default();
    for line in text.lines() {
        let mut open = false;
        for token in line.split_whitespace() {
            let word = token.trim_matches(|character: char| !character.is_alphanumeric());
            if !word.is_empty() {
                counts.words += 1;
                counts.syllables += syllables(word);
                open = true;
            }
            let last = token.trim_end_matches(['"', '\'', '”', '’', ')']);
            if open && last.ends_with(['.', '!', '?', ':']) {
                counts.sentences += 1;
                open = false;
            }
        }
        counts.sentences += u32::from(open);
    }
    counts
}

/// `word` in lower case; most are already.
fn lower(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase())
    }
}

/// Groups of vowels, less a silent `e` at the end, one more in a Latin ending;
/// at least one.
fn syllables(word: &str) -> u32 {
    let word = lower(word);
    let mut count = 0;
    let mut in_vowel = false;
    // No byte of another letter is one of these.
    for byte in word.bytes() {
        let vowel = matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
        count += u32::from(vowel && !in_vowel);
        in_vowel = vowel;
    }
    let (silent, latin) = match word.as_bytes() {
        [.., b'l', b'e'] => (false, false),
        [.., b'e'] => (true, false),
        [.., b's', b'e', b's'] => (false, false),
        [.., b'e', b's'] => (true, false),
        [.., b't' | b'd', b'e', b'd'] => (false, false),
        [.., b'e', b'd'] => (true, false),
        [.., b'e' | b'i', b'u', b's'] | [.., b'i', b'u', b'm'] | [.., b'i', b'a'] => (false, true),
        _ => (false, false),
    };
    if silent {
        count -= u32::from(count > 1);
    }
    (count + u32::from(latin)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_words_and_sentences() {
        let counts = of("Stand up. It helps!\nAnd so on");
        assert_eq!((counts.words, counts.sentences), (7, 3));
    }

    #[test]
    fn estimates_syllables() {
        for (word, expected) in [
            ("hip", 1),
            ("muscle", 2),
            ("gluteus", 3),
            ("ilium", 3),
            ("make", 1),
            ("pelvis", 2),
            ("walked", 1),
            ("started", 2),
            ("the", 1),
        ] {
            assert_eq!(syllables(word), expected, "{word}");
        }
    }

    #[test]
    fn plain_words_read_easier_than_latin() {
        let plain = of("The hip is a joint. It can turn. Stand on one leg and feel it work.");
        let latin =
            of("Coordinated neuromuscular activation facilitates unilateral stabilisation.");
        assert!(plain.grade() < 3.0 && latin.grade() > 12.0);
        assert!(of("").grade().abs() < f64::EPSILON);
    }
}
