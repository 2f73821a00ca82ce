//! The stem of an English word, so that "hips", "tightness" and "running" find "hip", "tight" and
//! "run".
//!
//! The parts of Porter's stemmer that take inflections off (M. F. Porter 1980, "An algorithm for
//! suffix stripping", DOI 10.1108/eb046814: steps 1a, 1b and 5a), with three endings that make nouns,
//! adverbs and adjectives. What changes a word's meaning ("flexor", "flexion") stays. Latin words in
//! -us and -is are no plurals.

use crate::fold;

/// The stem of a folded word.
pub fn stem(word: &str) -> String {
    let mut stem = String::from(word);
    cut(&mut stem);
    stem
}

/// The key of a phrase: its stem, or for several words the first that is no stop word and then all.
pub fn phrase_key(words: &[String]) -> Option<String> {
    let first = words.iter().find(|word| !fold::is_stop_word(word))?;
    let mut key = stem(first);
    if words.len() > 1 {
        for word in words {
            key.push(' ');
            key.push_str(&stem(word));
        }
    }
    Some(key)
}

/// Makes a folded word its stem.
pub fn cut(word: &mut String) {
    if word.len() < 4 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return;
    }
    plural(word);
    past_or_progressive(word);
    for ending in ["ness", "ful", "ly"] {
        let rest = word.len().saturating_sub(ending.len());
        if word.ends_with(ending) && rest >= 4 && has_vowel(&word[..rest]) {
            word.truncate(rest);
            if word.ends_with('i') {
                replace(word, 1, "y");
            }
        }
    }
    last_e(word);
}

fn plural(word: &mut String) {
    if word.ends_with("ies") || word.ends_with("ied") {
        if word.len() > 4 {
            replace(word, 3, "y");
        } else {
            replace(word, 1, "");
        }
    } else if word.ends_with("sses") || word.ends_with("xes") || word.ends_with("shes") {
        replace(word, 2, "");
    } else if word.ends_with('s')
        && !["ss", "us", "is"]
            .iter()
            .any(|ending| word.ends_with(ending))
    {
        replace(word, 1, "");
    }
}

fn past_or_progressive(word: &mut String) {
    let ending = if word.ends_with("ing") {
        3
    } else if word.ends_with("ed") && !word.ends_with("eed") {
        2
    } else {
        return;
    };
    let rest = word.len() - ending;
    if rest < 2 || !has_vowel(&word[..rest]) {
        return;
    }
    word.truncate(rest);
    let bytes = word.as_bytes();
    let last = bytes[rest - 1];
    if ["at", "bl", "iz"]
        .iter()
        .any(|ending| word.ends_with(ending))
    {
        word.push('e');
    } else if last == bytes[rest - 2] && !is_vowel(bytes, rest - 1) {
        if !matches!(last, b'l' | b's' | b'z') {
            word.truncate(rest - 1);
        }
    } else if measure(bytes) == 1 && is_short(bytes) {
        word.push('e');
    }
}

/// "ankle" and "ankles" are "ankl", but "plane" is not "plan".
fn last_e(word: &mut String) {
    let Some(rest) = word.strip_suffix('e') else {
        return;
    };
    let rest = rest.as_bytes();
    let many = measure(rest);
    if many > 1 || (many == 1 && !is_short(rest)) {
        replace(word, 1, "");
    }
}

/// `word` is ASCII, so that every byte is a character.
fn replace(word: &mut String, last: usize, with: &str) {
    word.truncate(word.len().saturating_sub(last));
    word.push_str(with);
}

fn is_vowel(word: &[u8], at: usize) -> bool {
    match word.get(at) {
        Some(b'a' | b'e' | b'i' | b'o' | b'u') => true,
        Some(b'y') => at > 0 && !is_vowel(word, at - 1),
        _ => false,
    }
}

fn has_vowel(word: &str) -> bool {
    (0..word.len()).any(|at| is_vowel(word.as_bytes(), at))
}

/// How often vowels are followed by consonants.
fn measure(word: &[u8]) -> usize {
    let (mut count, mut vowel) = (0, false);
    for at in 0..word.len() {
        let now = is_vowel(word, at);
        count += usize::from(vowel && !now);
        vowel = now;
    }
    count
}

/// Whether it ends in consonant, vowel, consonant, the last none of w, x and y.
fn is_short(word: &[u8]) -> bool {
    let length = word.len();
    length >= 3
        && !is_vowel(word, length - 3)
        && is_vowel(word, length - 2)
        && !is_vowel(word, length - 1)
        && !matches!(word[length - 1], b'w' | b'x' | b'y')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for forms in [
            "hip hips",
            "walk walks walked walking",
            "run runs running",
            "sit sitting sits",
            "ache aches aching ached",
            "squeeze squeezes squeezed squeezing",
            "rotate rotates rotated rotating",
            "hike hikes hiking hiked",
            "bone bones",
            "ankle ankles",
            "knee knees",
            "muscle muscles",
            "stretch stretches stretching stretched",
            "exercise exercises exercising",
            "tight tightness",
            "weak weakness weakly",
            "pain pains painful",
            "body bodies",
            "tendinopathy tendinopathies",
            "bursitis",
            "gluteus",
            "pelvis",
            "press presses pressing pressed",
            "hamstring hamstrings",
            "reflex reflexes",
            "tire tires tired",
            "carry carries carried carrying",
            "fall falls falling",
            "stabilize stabilized stabilizing",
        ] {
            let stems: Vec<String> = forms.split(' ').map(stem).collect();
            assert!(
                stems.iter().all(|one| *one == stems[0]),
                "{forms}: {stems:?}"
            );
        }
    }

    #[test]
    fn other_words_keep_apart() {
        for pair in [
            "plan plane",
            "hip hop",
            "car care",
            "flexor flexion",
            "bus but",
            "spring spr",
            "feed feeling",
            "less les",
            "med medius",
        ] {
            let (one, other) = pair.split_once(' ').expect("two words");
            assert_ne!(stem(one), stem(other), "{pair}");
        }
        assert_eq!(stem("μυς"), "μυς");
        assert_eq!(stem("s1"), "s1");
    }

    proptest! {
        #[test]
        fn stems_are_never_empty(word in "[a-z]{1,14}") {
            let stem = stem(&word);
            prop_assert!(stem.len() >= 2 || word.len() < 4, "{} is {}", word, stem);
            prop_assert!(stem.len() <= word.len());
        }

        #[test]
        fn any_text_has_a_stem(word in any::<String>()) {
            stem(&word);
        }
    }
}
