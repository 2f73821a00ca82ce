//! Permanent ids: what readers' progress and links hang on.
//!
//! An id is never an array index and never reused. `content/ids.lock` lists
//! every one that was ever published, in the printed form of [`Id`].

/// A permanent id, by the kind of thing it names. Every part is a slug (see
/// [`is_slug`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Id<'a> {
    /// `topic:three-glutes`
    Topic(&'a str),
    /// A heading or paragraph, `topic:three-glutes#maximus`: slug and anchor.
    Anchor(&'a str, &'a str),
    /// `goal:three-glutes/three-muscles`: topic and goal.
    Goal(&'a str, &'a str),
    /// `quiz:three-glutes`
    Quiz(&'a str),
    /// `quiz:three-glutes/largest`: quiz and item.
    Question(&'a str, &'a str),
    /// `quiz:three-glutes/largest#maximus`: quiz, item and choice.
    Choice(&'a str, &'a str, &'a str),
    /// `term:gluteus-medius`
    Term(&'a str),
    /// `ref:mills-2015`
    Reference(&'a str),
    /// `track:start-here`
    Track(&'a str),
}

impl<'a> Id<'a> {
    /// The id as `ids.lock` lists it.
    pub fn print(self) -> String {
        match self {
            Id::Topic(slug) => ["topic:", slug].concat(),
            Id::Anchor(slug, anchor) => ["topic:", slug, "#", anchor].concat(),
            Id::Goal(slug, goal) => ["goal:", slug, "/", goal].concat(),
            Id::Quiz(quiz) => ["quiz:", quiz].concat(),
            Id::Question(quiz, item) => ["quiz:", quiz, "/", item].concat(),
            Id::Choice(quiz, item, choice) => ["quiz:", quiz, "/", item, "#", choice].concat(),
            Id::Term(term) => ["term:", term].concat(),
            Id::Reference(reference) => ["ref:", reference].concat(),
            Id::Track(track) => ["track:", track].concat(),
        }
    }

    /// Reads the printed form; `None` when `text` is not one.
    pub fn parse(text: &'a str) -> Option<Id<'a>> {
        let (kind, rest) = text.split_once(':')?;
        let id = match kind {
            "topic" => match rest.split_once('#') {
                Some((slug, anchor)) => Id::Anchor(slug, anchor),
                None => Id::Topic(rest),
            },
            "goal" => {
                let (slug, goal) = rest.split_once('/')?;
                Id::Goal(slug, goal)
            }
            "quiz" => match rest.split_once('/') {
                None => Id::Quiz(rest),
                Some((quiz, item)) => match item.split_once('#') {
                    Some((item, choice)) => Id::Choice(quiz, item, choice),
                    None => Id::Question(quiz, item),
                },
            },
            "term" => Id::Term(rest),
            "ref" => Id::Reference(rest),
            "track" => Id::Track(rest),
            _ => return None,
        };
        id.parts().into_iter().flatten().all(is_slug).then_some(id)
    }

    fn parts(self) -> [Option<&'a str>; 3] {
        match self {
            Id::Topic(a) | Id::Quiz(a) | Id::Term(a) | Id::Reference(a) | Id::Track(a) => {
                [Some(a), None, None]
            }
            Id::Anchor(a, b) | Id::Goal(a, b) | Id::Question(a, b) => [Some(a), Some(b), None],
            Id::Choice(a, b, c) => [Some(a), Some(b), Some(c)],
        }
    }
}

/// Whether `text` is a slug: lower-case letters and digits in words joined by
/// single hyphens, such as `three-glutes`.
pub fn is_slug(text: &str) -> bool {
    let mut after_hyphen = true;
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' => after_hyphen = false,
            b'-' if !after_hyphen => after_hyphen = true,
            _ => return false,
        }
    }
    !after_hyphen
}

/// The full id of a question as pages and progress carry it:
/// `<quiz>/<item>`.
pub fn question(quiz: &str, item: &str) -> String {
    [quiz, "/", item].concat()
}

/// The quiz and the item of a question's full id; `None` when `text` is not
/// one.
pub fn split_question(text: &str) -> Option<(&str, &str)> {
    let (quiz, item) = text.split_once('/')?;
    (is_slug(quiz) && is_slug(item)).then_some((quiz, item))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn slugs_are_words_joined_by_hyphens() {
        for slug in ["a", "7", "three-glutes", "p-3-quarters", "b10"] {
            assert!(is_slug(slug), "{slug}");
        }
        for other in ["", "-", "a-", "-a", "a--b", "A", "a b", "a_b", "é", "a/b"] {
            assert!(!is_slug(other), "{other}");
        }
    }

    #[test]
    fn every_kind_round_trips() {
        for id in [
            Id::Topic("three-glutes"),
            Id::Anchor("three-glutes", "maximus"),
            Id::Goal("three-glutes", "names"),
            Id::Quiz("three-glutes"),
            Id::Question("three-glutes", "largest"),
            Id::Choice("three-glutes", "largest", "maximus"),
            Id::Term("gluteus-medius"),
            Id::Reference("mills-2015"),
            Id::Track("start-here"),
        ] {
            assert_eq!(Id::parse(&id.print()), Some(id));
        }
    }

    #[test]
    fn other_texts_are_refused() {
        for text in [
            "",
            "topic:",
            "topic:A",
            "topic:a#",
            "goal:a",
            "quiz:a/",
            "quiz:a/b#",
            "page:a",
            "quiz:a/b/c",
            "topic:a#b#c",
        ] {
            assert_eq!(Id::parse(text), None, "{text}");
        }
    }

    #[test]
    fn questions_split_where_they_were_joined() {
        assert_eq!(split_question(&question("a-b", "c")), Some(("a-b", "c")));
        assert_eq!(split_question("a"), None);
        assert_eq!(split_question("a/b/c"), None);
    }

    proptest! {
        #[test]
        fn parse_is_exact(text in "(topic|goal|quiz|term|ref|track|x)?:?[a-z0-9/#-]{0,12}") {
            if let Some(id) = Id::parse(&text) {
                prop_assert_eq!(id.print(), text);
            }
        }
    }
}
