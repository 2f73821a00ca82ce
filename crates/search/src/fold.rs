//! Words as they are compared: lower case, without accents, apostrophes and hyphens.

use core::ops::Range;

/// A word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'w> {
    /// The folded word: lower-case letters and digits.
    pub word: &'w str,
    /// Its bytes in the text.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Whether only a hyphen stands between it and the word before.
    pub joined: bool,
}

impl Token<'_> {
    /// Its bytes in the text.
    pub const fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// The longest word, in bytes; what is longer is cut.
const LONGEST: usize = 40;

/// U+00C0 to U+00FF, then U+0100 to U+017F; `*` is no letter.
const LATIN: &[u8; 192] = b"aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// What one character is made of.
enum Piece {
    /// A letter or digit, folded.
    Letter(char),
    /// Two letters.
    Letters(&'static str),
    /// Nothing: accents that stand alone, soft hyphens.
    Nothing,
    /// An apostrophe, which belongs to the word around it.
    Apostrophe,
    /// A hyphen.
    Hyphen,
    /// Anything else: the word ends.
    End,
}

fn piece(character: char) -> Piece {
    match character {
        'a'..='z' | '0'..='9' => Piece::Letter(character),
        'A'..='Z' => Piece::Letter(character.to_ascii_lowercase()),
        '\'' | '\u{2018}' | '\u{2019}' | '\u{2bc}' => Piece::Apostrophe,
        '-' | '\u{2010}' | '\u{2011}' => Piece::Hyphen,
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{300}'..='\u{36f}' => Piece::Nothing,
        'Æ' | 'æ' => Piece::Letters("ae"),
        'Œ' | 'œ' => Piece::Letters("oe"),
        'ß' => Piece::Letters("ss"),
        '\u{c0}'..='\u{17f}' => match LATIN.get(character as usize - 0xc0) {
            Some(b'*') | None => Piece::End,
            Some(letter) => Piece::Letter(char::from(*letter)),
        },
        // Other scripts are taken as they are; punctuation and symbols are not.
        '\u{370}'..='\u{1fff}' | '\u{3040}'..='\u{d7ff}' | '\u{20000}'..='\u{3ffff}' => {
            Piece::Letter(character)
        }
        _ => Piece::End,
    }
}

/// Calls `each` for every word of `text`, in order.
pub fn tokens(text: &str, mut each: impl FnMut(Token<'_>)) {
    let mut word = String::new();
    let (mut start, mut end) = (0, 0);
    // Where the word was when an apostrophe came.
    let mut apostrophe = None;
    let (mut joined, mut hyphen) = (false, false);
    let mut finish =
        |word: &mut String, apostrophe: &mut Option<usize>, range: Range<usize>, joined| {
            if let Some(at) = apostrophe.take()
                && at > 0
                && word.get(at..) == Some("s")
            {
                word.truncate(at);
            }
            if !word.is_empty() {
                let (start, end) = (range.start, range.end);
                each(Token {
                    word,
                    start,
                    end,
                    joined,
                });
            }
            word.clear();
        };
    for (at, character) in text.char_indices() {
        let after = at + character.len_utf8();
        let before = word.len();
        match piece(character) {
            Piece::Letter(letter) => {
                if word.len() < LONGEST {
                    word.push(letter);
                }
            }
            Piece::Letters(letters) => word.push_str(letters),
            Piece::Nothing => continue,
            Piece::Apostrophe => {
                apostrophe = Some(word.len());
                continue;
            }
            found @ (Piece::Hyphen | Piece::End) => {
                let had_word = !word.is_empty();
                finish(&mut word, &mut apostrophe, start..end, joined);
                hyphen = had_word && matches!(found, Piece::Hyphen);
                apostrophe = None;
                continue;
            }
        }
        if before == 0 {
            start = at;
            joined = hyphen;
            apostrophe = None;
        }
        end = after;
    }
    finish(&mut word, &mut apostrophe, start..end, joined);
}

/// The folded words of `text`.
pub fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    tokens(text, |token| words.push(token.word.to_owned()));
    words
}

/// Whether a word says so little that it is not indexed.
pub fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.binary_search(&word).is_ok()
}

/// Sorted.
const STOP_WORDS: [&str; 62] = [
    "a", "about", "am", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can",
    "could", "did", "do", "does", "for", "from", "get", "had", "has", "have", "how", "i", "if",
    "im", "in", "into", "is", "it", "its", "me", "my", "of", "on", "or", "our", "so", "some",
    "than", "that", "the", "their", "them", "then", "these", "they", "this", "to", "was", "we",
    "were", "what", "which", "will", "with", "would", "you", "your", "yours",
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn folds_case_accents_and_apostrophes() {
        for (text, expected) in [
            ("Gluteus MEDIUS", "gluteus medius"),
            ("naïve Épée Łódź ﬁ", "naive epee lodz"),
            ("e\u{301}tude co\u{ad}op", "etude coop"),
            ("don’t can't", "dont cant"),
            (
                "the runner’s knee, athletes' feet",
                "the runner knee athletes feet",
            ),
            ("'quoted' 90° L5–S1", "quoted 90 l5 s1"),
            ("Straße œdema Æ", "strasse oedema ae"),
            ("μυς 肌", "μυς 肌"),
            ("", ""),
        ] {
            assert_eq!(words(text).join(" "), expected, "{text}");
        }
    }

    #[test]
    fn hyphens_part_words_that_say_so() {
        let mut found = Vec::new();
        tokens("warm-up and follow‑through - end-", |token| {
            found.push((token.word.to_owned(), token.joined));
        });
        let expected = [
            ("warm", false),
            ("up", true),
            ("and", false),
            ("follow", false),
            ("through", true),
            ("end", false),
        ];
        assert_eq!(
            found,
            expected.map(|(word, joined)| (word.to_owned(), joined))
        );
    }

    #[test]
    fn stop_words_are_sorted() {
        assert!(STOP_WORDS.is_sorted());
        assert!(is_stop_word("the") && !is_stop_word("hip"));
    }

    proptest! {
        #[test]
        fn tokens_are_where_they_say(text in any::<String>()) {
            let mut last = 0;
            tokens(&text, |token| {
                assert!(token.start >= last && token.start < token.end);
                assert!(text.get(token.range()).is_some());
                assert!(!token.word.is_empty() && !token.word.contains([' ', '\t', '\n', '*']));
                last = token.end;
            });
        }

        #[test]
        fn folding_again_changes_nothing(text in "\\PC{0,30}") {
            let once = words(&text);
            prop_assert_eq!(words(&once.join(" ")), once);
        }
    }
}
