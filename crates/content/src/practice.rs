//! What `/review/` is asked to do, as the query of its address.
//!
//! Every state is a link: `/review/?mode=missed&part=2` means the same to
//! everybody who opens it, on what they themselves have answered.

use crate::ids::is_slug;

/// The largest number of a part that an address may name.
pub const MOST_PARTS: u32 = 99;

/// Which questions to ask, and from where. `parse(print(p)) == p`, and what
/// is not understood is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Practice {
    /// Which questions.
    pub mode: Mode,
    /// From where.
    pub scope: Scope,
}

/// Which questions to ask.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// What is due now.
    #[default]
    Due,
    /// What was wrong the last time.
    Missed,
    /// Every question, asked before or not.
    Everything,
    /// Questions about things that look alike, in turns.
    Mixed,
}

impl Mode {
    /// All modes.
    pub const ALL: [Mode; 4] = [Mode::Due, Mode::Missed, Mode::Everything, Mode::Mixed];

    /// The word in the address.
    pub const fn word(self) -> &'static str {
        match self {
            Mode::Due => "due",
            Mode::Missed => "missed",
            Mode::Everything => "everything",
            Mode::Mixed => "mixed",
        }
    }
}

/// From where to ask.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// The whole course.
    #[default]
    All,
    /// One part of it, from 1 to [`MOST_PARTS`].
    Part(u32),
    /// One quiz, by its slug.
    Quiz(String),
    /// The questions of one group of look-alikes, by its name.
    Group(String),
}

impl Practice {
    /// Reads a query, with or without its `?`. Never fails: unknown words
    /// mean the default, numbers are clamped, the narrowest scope counts.
    pub fn parse(query: &str) -> Self {
        let mut practice = Self::default();
        let (mut part, mut quiz, mut group) = (None, None, None);
        for pair in query.strip_prefix('?').unwrap_or(query).split('&') {
            let Some((key, value)) = pair.split_once('=') else {
                continue;
            };
            match key {
                "mode" => {
                    let known = Mode::ALL.into_iter().find(|mode| mode.word() == value);
                    practice.mode = known.unwrap_or_default();
                }
                "part" => part = number(value),
                "quiz" => quiz = is_slug(value).then(|| value.to_owned()),
                "group" => group = is_slug(value).then(|| value.to_owned()),
                _ => {}
            }
        }
        practice.scope = match (quiz, group, part) {
            (Some(quiz), ..) => Scope::Quiz(quiz),
            (None, Some(group), _) => Scope::Group(group),
            (None, None, Some(part)) => Scope::Part(part),
            (None, None, None) => Scope::All,
        };
        practice
    }

    /// The query of the address, with its `?`; empty for the default.
    pub fn print(&self) -> String {
        let mut query = String::new();
        let mut add = |key: &str, value: &str| {
            query.push(if query.is_empty() { '?' } else { '&' });
            query.push_str(key);
            query.push('=');
            query.push_str(value);
        };
        if self.mode != Mode::default() {
            add("mode", self.mode.word());
        }
        match &self.scope {
            Scope::All => {}
            Scope::Part(number) => add("part", &number.to_string()),
            Scope::Quiz(slug) => add("quiz", slug),
            Scope::Group(name) => add("group", name),
        }
        query
    }
}

/// A number of digits alone, clamped to the parts that an address may name.
fn number(text: &str) -> Option<u32> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some(text.parse().unwrap_or(MOST_PARTS).clamp(1, MOST_PARTS))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(query: &str, mode: Mode, scope: Scope, printed: &str) {
        let practice = Practice { mode, scope };
        assert_eq!(Practice::parse(query), practice, "{query}");
        assert_eq!(practice.print(), printed, "{query}");
    }

    #[test]
    fn addresses_in_words() {
        check("", Mode::Due, Scope::All, "");
        check("?mode=due", Mode::Due, Scope::All, "");
        check(
            "?mode=missed&part=2",
            Mode::Missed,
            Scope::Part(2),
            "?mode=missed&part=2",
        );
        check(
            "part=2&mode=everything",
            Mode::Everything,
            Scope::Part(2),
            "?mode=everything&part=2",
        );
        check(
            "?mode=mixed&group=side-of-the-hip",
            Mode::Mixed,
            Scope::Group("side-of-the-hip".into()),
            "?mode=mixed&group=side-of-the-hip",
        );
        check(
            "?mode=missed&quiz=walking",
            Mode::Missed,
            Scope::Quiz("walking".into()),
            "?mode=missed&quiz=walking",
        );
    }

    #[test]
    fn what_is_not_understood_is_left_out() {
        check("?mode=hard&level=9", Mode::Due, Scope::All, "");
        check("?quiz=../etc&part=x", Mode::Due, Scope::All, "");
        check("?part=-1", Mode::Due, Scope::All, "");
        check("?part=0", Mode::Due, Scope::Part(1), "?part=1");
        check(
            "?part=99999999999999999999",
            Mode::Due,
            Scope::Part(99),
            "?part=99",
        );
        check(
            "?part=2&quiz=walking",
            Mode::Due,
            Scope::Quiz("walking".into()),
            "?quiz=walking",
        );
    }

    fn scopes() -> impl Strategy<Value = Scope> {
        let slug = "[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,4}){0,2}";
        prop_oneof![
            Just(Scope::All),
            (1..=MOST_PARTS).prop_map(Scope::Part),
            slug.prop_map(Scope::Quiz),
            slug.prop_map(Scope::Group),
        ]
    }

    proptest! {
        #[test]
        fn printing_and_parsing_agree(at in 0..4_usize, scope in scopes()) {
            let practice = Practice { mode: Mode::ALL[at], scope };
            prop_assert_eq!(Practice::parse(&practice.print()), practice);
        }

        #[test]
        fn any_query_settles_at_once(query in "(\\?|[a-z]{1,6}=|mode=|part=|[0-9]{1,3}|&|[a-z-]{1,8}|\\PC){0,12}") {
            let once = Practice::parse(&query);
            prop_assert_eq!(Practice::parse(&once.print()), once);
        }
    }
}
