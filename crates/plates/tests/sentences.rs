//! What every figure and every state with a name says, word for word.
//!
//! Where a sentence was changed on purpose, `UPDATE_SENTENCES=1 cargo test -p plates --test sentences`
//! writes `sentences.txt` anew; read what changed before it is committed.

use std::{env, fs};

use plates::FIGURES;

#[test]
fn every_named_state_says_what_it_said() {
    let mut said = String::new();
    for figure in FIGURES {
        let named = figure.named.iter().map(|named| (named.slug, named.query));
        for (slug, query) in [("", "")].into_iter().chain(named) {
            let words = (figure.words)(&figure.parse(query));
            let sentence = words.state.replace('\u{a0}', " ");
            said.push_str(&[figure.name, "/", slug, "\n", &sentence, "\n\n"].concat());
        }
    }
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sentences.txt");
    if env::var_os("UPDATE_SENTENCES").is_some() {
        fs::write(file, &said).expect("the file can be written");
    }
    let expected = fs::read_to_string(file).unwrap_or_default();
    for (is, was) in said.lines().zip(expected.lines()) {
        assert_eq!(is, was);
    }
    assert_eq!(said.lines().count(), expected.lines().count());
}

/// Whether a number is parted by a plain space, at which a line may break, from its unit.
fn parted(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    words.windows(2).any(|pair| {
        let unit = pair[1].trim_end_matches(['.', ',', ';', ':', ')']);
        let unit = unit.split('\u{a0}').next().unwrap_or_default();
        pair[0].ends_with(|letter: char| letter.is_ascii_digit())
            && ["%", "N", "mm", "cm", "kg"].contains(&unit)
    })
}

#[test]
fn a_unit_stays_on_the_line_of_its_number() {
    assert!(parted("at 50 % of it") && parted("(28 mm), 3"));
    assert!(!parted("at 50\u{a0}% of it") && !parted("between 3 and 5 people"));
    for figure in FIGURES {
        let named = figure.named.iter().map(|named| named.query);
        for query in [""].into_iter().chain(named) {
            let state = (figure.words)(&figure.parse(query)).state;
            assert!(!parted(&state), "{}?{query}: {state}", figure.name);
        }
    }
}
