//! A reading plan: topics, figures and quizzes that somebody chose for somebody else, in order, with a
//! note. The whole plan is the query of `/plan/`; nothing of it is kept anywhere else.
//!
//! ```text
//! /plan/?t=three-glutes,f:one-leg-stance/with-a-cane,f:pelvic-tilt;tilt=12,q:three-glutes&n=For+Tuesday.
//! ```
//!
//! | Key | Holds |
//! |---|---|
//! | `t` | The entries, separated by commas: a topic's slug, `f:` and a figure with a state's name after `/` or with keys after `;`, `q:` and a quiz. |
//! | `n` | The note: plain text of at most [`NOTE`] characters. |
//! | `v` | The version, left out while it is 1. |
//!
//! Reading never fails. What cannot be read stays in its place as [`Entry::Unread`], so that the page
//! can say so and show the rest. Other keys, which messengers add to links, are passed over. Texts are
//! plain: whoever shows them must not take them for HTML.

mod text;

use crate::ids::is_slug;
use crate::paths::Route;
use text::{clean, decode, encode};

/// The version that this release writes.
pub const VERSION: u32 = 1;
/// The most characters of a note.
pub const NOTE: usize = 280;
/// The most entries of a plan; what follows is left out and counted.
pub const ENTRIES: usize = 40;
/// The most characters of a slug that are read.
const SLUG: usize = 80;
/// The most characters that are kept of an entry that could not be read.
const UNREAD: usize = 80;
/// The most characters of a figure's state.
const STATE: usize = 300;

/// A reading plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// What to read, look at and answer, in order; at most [`ENTRIES`].
    pub entries: Vec<Entry>,
    /// What its maker wants to say: one paragraph of plain text of at most [`NOTE`] characters; often
    /// empty.
    pub note: String,
    /// Whether a later release wrote it, which may mean more by it than this one understands.
    pub newer: bool,
    /// How many entries were left out because there were too many.
    pub left_out: usize,
}

/// One entry of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// An article, by its slug.
    Topic(String),
    /// A figure, by its name, in a state.
    Figure(String, State),
    /// A quiz, by its slug.
    Quiz(String),
    /// What could not be read, as it was written: plain text of at most 80 characters without a comma.
    Unread(String),
}

/// The state of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// As the figure stands at first.
    Initial,
    /// One that has a name and a page.
    Named(String),
    /// The figure's own query, such as `lean=5&cane=left`. The figure clamps it.
    Query(String),
}

impl Plan {
    /// Reads the query of a plan's address, with or without its `?`.
    pub fn parse(query: &str) -> Plan {
        let mut plan = Plan::default();
        let mut noted = false;
        for pair in query.strip_prefix('?').unwrap_or(query).split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            match key {
                "t" => {
                    for text in decode(value).split(',') {
                        plan.push(Entry::parse(text));
                    }
                }
                "n" if !noted => {
                    noted = true;
                    plan.note = clean(&decode(value), NOTE);
                }
                "v" => plan.newer |= value.parse().is_ok_and(|version: u32| version > VERSION),
                _ => {}
            }
        }
        plan
    }

    /// Writes the query of the plan's address, without `?`; empty for an empty plan.
    ///
    /// `Plan::parse(&plan.print())` is the plan again for every plan that [`parse`](Self::parse) gave,
    /// except that it no longer counts what was left out.
    pub fn print(&self) -> String {
        let mut query = String::new();
        if self.newer {
            query.push_str("v=2");
        }
        if !self.entries.is_empty() {
            join(&mut query, "t=");
            for (at, entry) in self.entries.iter().take(ENTRIES).enumerate() {
                if at > 0 {
                    query.push(',');
                }
                encode(&mut query, &entry.print(), true);
            }
        }
        let note = clean(&self.note, NOTE);
        if !note.is_empty() {
            join(&mut query, "n=");
            encode(&mut query, &note, false);
        }
        query
    }

    /// Adds an entry at the end, or counts it as left out.
    fn push(&mut self, entry: Option<Entry>) {
        let Some(entry) = entry else { return };
        if self.entries.len() < ENTRIES {
            self.entries.push(entry);
        } else {
            self.left_out += 1;
        }
    }
}

impl Entry {
    /// Reads one entry; `None` for one that says nothing.
    pub fn parse(text: &str) -> Option<Entry> {
        let text = clean(text, usize::MAX);
        if text.is_empty() {
            return None;
        }
        let known = match text.split_once(':') {
            None => slug(&text).map(Entry::Topic),
            Some(("q", quiz)) => slug(quiz).map(Entry::Quiz),
            Some(("f", figure)) => figure_entry(figure),
            Some(_) => None,
        };
        Some(known.unwrap_or_else(|| Entry::Unread(shortened(text))))
    }

    /// The entry as it stands in an address, before any escaping.
    pub fn print(&self) -> String {
        match self {
            Entry::Topic(slug) => slug.clone(),
            Entry::Quiz(slug) => ["q:", slug].concat(),
            Entry::Figure(name, State::Initial) => ["f:", name].concat(),
            Entry::Figure(name, State::Named(state)) => ["f:", name, "/", state].concat(),
            Entry::Figure(name, State::Query(query)) => {
                ["f:", name, ";", &query.replace('&', ";")].concat()
            }
            Entry::Unread(text) => text.clone(),
        }
    }

    /// The path of its page inside the site, without a query; `None` for what could not be read.
    pub fn path(&self) -> Option<String> {
        let route = match self {
            Entry::Topic(slug) => Route::Topic(slug),
            Entry::Quiz(slug) => Route::Quiz(slug),
            Entry::Figure(name, State::Named(state)) => Route::FigureState(name, state),
            Entry::Figure(name, _) => Route::Figure(name),
            Entry::Unread(_) => return None,
        };
        Some(route.to_path())
    }

    /// The query that its page's address has, without `?`; most often empty.
    pub fn query(&self) -> &str {
        match self {
            Entry::Figure(_, State::Query(query)) => query,
            _ => "",
        }
    }

    /// The entry for a page of the site: `path` inside the site and its query. `None` for a page that
    /// cannot be in a plan.
    pub fn of_page(path: &str, query: &str) -> Option<Entry> {
        let query = query.strip_prefix('?').unwrap_or(query);
        Some(match Route::parse(path)? {
            Route::Topic(slug) => Entry::Topic(slug.to_owned()),
            Route::Quiz(slug) => Entry::Quiz(slug.to_owned()),
            Route::FigureState(name, state) => {
                Entry::Figure(name.to_owned(), State::Named(state.to_owned()))
            }
            Route::Figure(name) => {
                let state = if is_state(query) {
                    State::Query(query.to_owned())
                } else {
                    State::Initial
                };
                Entry::Figure(name.to_owned(), state)
            }
            _ => return None,
        })
    }
}

/// A text of at most [`UNREAD`] characters; the sign that something is missing also keeps the rest from
/// meaning something.
fn shortened(text: String) -> String {
    if text.chars().count() <= UNREAD {
        return text;
    }
    let mut short: String = text.chars().take(UNREAD - 1).collect();
    short.push('…');
    short
}

fn slug(text: &str) -> Option<String> {
    (text.len() <= SLUG && is_slug(text)).then(|| text.to_owned())
}

fn figure_entry(text: &str) -> Option<Entry> {
    let end = text.find(['/', ';']).unwrap_or(text.len());
    let name = slug(&text[..end])?;
    let rest = &text[end..];
    let state = if let Some(state) = rest.strip_prefix('/') {
        State::Named(slug(state)?)
    } else if let Some(keys) = rest.strip_prefix(';') {
        let query = keys.replace(';', "&");
        if !is_state(&query) {
            return None;
        }
        State::Query(query)
    } else {
        State::Initial
    };
    Some(Entry::Figure(name, state))
}

/// Whether a text is a figure's query: keys and values of letters, digits, `-`, `_` and `.`.
fn is_state(query: &str) -> bool {
    let word = |text: &str| {
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
        !text.is_empty() && text.bytes().all(fits)
    };
    query.len() <= STATE
        && query.split('&').all(
            |pair| matches!(pair.split_once('='), Some((key, value)) if word(key) && word(value)),
        )
}

fn join(query: &mut String, key: &str) {
    if !query.is_empty() {
        query.push('&');
    }
    query.push_str(key);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn topic(slug: &str) -> Entry {
        Entry::Topic(slug.to_owned())
    }

    fn unread(text: &str) -> Entry {
        Entry::Unread(text.to_owned())
    }

    #[test]
    fn reads_as_documented() {
        let plan = Plan::parse(
            "?t=three-glutes,f:one-leg-stance/with-a-cane,f:pelvic-tilt;tilt=12;leg=left,\
             f:walking,q:three-glutes&n=For+Tuesday%21",
        );
        let figure = |name: &str, state| Entry::Figure(name.to_owned(), state);
        assert_eq!(
            plan.entries,
            [
                topic("three-glutes"),
                figure("one-leg-stance", State::Named("with-a-cane".into())),
                figure("pelvic-tilt", State::Query("tilt=12&leg=left".into())),
                figure("walking", State::Initial),
                Entry::Quiz("three-glutes".into()),
            ]
        );
        assert_eq!(plan.note, "For Tuesday!");
        let printed = plan.print();
        assert_eq!(
            printed,
            "t=three-glutes,f:one-leg-stance/with-a-cane,f:pelvic-tilt;tilt=12;leg=left,\
             f:walking,q:three-glutes&n=For+Tuesday%21"
        );
        let addresses: Vec<_> = plan
            .entries
            .iter()
            .map(|entry| (entry.path().unwrap_or_default(), entry.query()))
            .collect();
        assert_eq!(
            addresses[1],
            ("/figures/one-leg-stance/with-a-cane/".into(), "")
        );
        assert_eq!(
            addresses[2],
            ("/figures/pelvic-tilt/".into(), "tilt=12&leg=left")
        );
    }

    #[test]
    fn a_link_that_a_messenger_escaped_is_read() {
        let plan = Plan::parse("t=a%2Cq%3Ab%2Cf%3Ac%3Blean%3D5&utm_source=mail&fbclid=1");
        assert_eq!(plan.print(), "t=a,q:b,f:c;lean=5");
    }

    #[test]
    fn what_cannot_be_read_stays_in_its_place() {
        let plan = Plan::parse("t=a,%3Cb%3E,x:y,f:c;lean,f:d/E,q:,b");
        assert_eq!(
            plan.entries,
            [
                topic("a"),
                unread("<b>"),
                unread("x:y"),
                unread("f:c;lean"),
                unread("f:d/E"),
                unread("q:"),
                topic("b"),
            ]
        );
        assert!(plan.entries[1].path().is_none());
        assert_eq!(Plan::parse(&plan.print()), plan);
    }

    #[test]
    fn empty_entries_and_an_empty_plan_say_nothing() {
        assert_eq!(Plan::parse(""), Plan::default());
        assert_eq!(Plan::parse("?t=,,&n=+++&v=0"), Plan::default());
        assert_eq!(Plan::default().print(), "");
    }

    #[test]
    fn a_note_is_one_paragraph_of_limited_length() {
        let note = Plan::parse("n=%0Aone%0D%0A%09two%00%E2%80%AEthree+").note;
        assert_eq!(note, "one two three");
        let long = Plan::parse(&["n=", &"é".repeat(1000)].concat()).note;
        assert_eq!(long, "é".repeat(NOTE));
        assert_eq!(Plan::parse("n=first&n=second").note, "first");
    }

    #[test]
    fn a_long_plan_is_cut_and_says_so() {
        let plan = Plan::parse(&["t=", &"a,".repeat(45)].concat());
        assert_eq!((plan.entries.len(), plan.left_out), (ENTRIES, 5));
        let long = Plan::parse(&["t=", &"b".repeat(90), ",c"].concat());
        assert_eq!(
            long.entries[0],
            unread(&["b".repeat(79), "…".into()].concat())
        );
    }

    #[test]
    fn a_plan_of_a_later_release_shows_what_is_understood() {
        let plan = Plan::parse("v=7&t=a,new:b");
        assert!(plan.newer);
        assert_eq!(plan.entries, [topic("a"), unread("new:b")]);
        assert!(Plan::parse(&plan.print()).newer);
    }

    #[test]
    fn pages_become_entries_and_lead_back() {
        for (path, query, printed) in [
            ("/topics/a/", "", "a"),
            ("/quizzes/a/", "", "q:a"),
            ("/figures/a/", "?lean=5&cane=left", "f:a;lean=5;cane=left"),
            ("/figures/a/b/", "", "f:a/b"),
        ] {
            let entry = Entry::of_page(path, query).expect("a page of the site");
            assert_eq!(entry.print(), printed);
            assert_eq!(entry.path().as_deref(), Some(path));
            assert_eq!(entry.query(), query.trim_start_matches('?'));
        }
        assert_eq!(Entry::of_page("/about/", ""), None);
        let figure = Entry::of_page("/figures/a/", "?<script>").expect("a figure");
        assert_eq!(figure.print(), "f:a");
    }

    fn entry() -> impl Strategy<Value = Entry> {
        let slug = "[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,3}";
        let pair = "[a-z]{1,6}=[-a-zA-Z0-9_.]{1,6}";
        prop_oneof![
            slug.prop_map(Entry::Topic),
            slug.prop_map(Entry::Quiz),
            slug.prop_map(|name| Entry::Figure(name, State::Initial)),
            (slug, slug).prop_map(|(name, state)| Entry::Figure(name, State::Named(state))),
            (slug, proptest::collection::vec(pair, 1..5))
                .prop_map(|(name, pairs)| Entry::Figure(name, State::Query(pairs.join("&")))),
        ]
    }

    proptest! {
        #[test]
        fn what_is_printed_is_read_back(
            entries in proptest::collection::vec(entry(), 0..ENTRIES),
            note in "[!-~é‐😀]{1,20}( [!-~é‐😀]{1,20}){0,10}",
        ) {
            let plan = Plan { entries, note, ..Plan::default() };
            prop_assert_eq!(Plan::parse(&plan.print()), plan);
        }

        #[test]
        fn any_query_is_read_and_stays_the_same(query in ".*") {
            let mut plan = Plan::parse(&query);
            let again = Plan::parse(&plan.print());
            plan.left_out = 0;
            prop_assert_eq!(again, plan);
        }

        #[test]
        fn any_entries_are_read_and_stay_the_same(
            text in "(%[0-9A-F]{2}|[a-c:;/=,+<>&-]){0,60}", note in "(%[0-9A-F]{2}|[a-c+ ]){0,400}",
        ) {
            let mut plan = Plan::parse(&["t=", &text, "&n=", &note].concat());
            prop_assert!(plan.note.chars().count() <= NOTE);
            prop_assert!(plan.entries.len() <= ENTRIES);
            let printed = plan.print();
            prop_assert!(printed.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>\"'".contains(&byte)));
            let again = Plan::parse(&printed);
            plan.left_out = 0;
            prop_assert_eq!(again, plan);
        }
    }
}
