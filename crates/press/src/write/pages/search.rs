//! `/search/`: what was found, and for everybody everything from A to Z; `/search/<letter>/`: a page
//! of that list, when it is long.
//!
//! Questions are not in the list: in the order of "Which of these …" nobody finds one. Their quizzes are.

use content::paths::Route;
use maud::{Markup, html};

use super::page_head;
use crate::write::context::{Context, count};
use crate::write::document::Page;
use crate::write::json_ld;

/// A list of at most so many entries stands on `/search/` itself.
const SHORT: usize = 700;
/// How many entries of a longer list a page has.
const PAGE: usize = 250;
/// Every topic has a section of this name; listing them helps nobody.
const UNKNOWN: &str = "unknown";

/// Everything that has a name, sorted.
#[derive(Debug)]
pub struct List<'p> {
    entries: Vec<Entry<'p>>,
    /// The pages of a long list: the letter, its how manieth page, which entries.
    pages: Vec<(char, usize, core::ops::Range<usize>)>,
}

/// Something with a name. Sorted by the name as people look for it.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Entry<'p> {
    key: String,
    name: &'p str,
    /// What it is, or is part of.
    note: &'p str,
    place: Place<'p>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place<'p> {
    Route(Route<'p>),
    /// A section of a topic.
    Section(&'p str, &'p str),
    Term(&'p str),
}

impl<'p> List<'p> {
    /// The list of a project.
    pub fn new(context: &Context<'p>) -> Self {
        let mut entries = Vec::new();
        let mut push = |name: &'p str, note: &'p str, place: Place<'p>| {
            let words = search::fold::words(name);
            let key = match words.first().map(String::as_str) {
                Some("the" | "a" | "an") => words.get(1..).unwrap_or_default().join(" "),
                _ => words.join(" "),
            };
            if !key.is_empty() {
                entries.push(Entry {
                    key,
                    name,
                    note,
                    place,
                });
            }
        };
        for (topic, head) in &context.library {
            push(
                &head.title,
                "topic",
                Place::Route(Route::Topic(&topic.slug)),
            );
            let sections = topic.outline.sections.iter();
            for (id, title) in sections.filter(|(id, _)| id != UNKNOWN) {
                push(title, &head.title, Place::Section(&topic.slug, id));
            }
        }
        for quiz in &context.quizzes {
            push(&quiz.title, "quiz", Place::Route(Route::Quiz(&quiz.slug)));
        }
        for term in context.project.shared.terms.iter().flatten() {
            push(&term.name, "glossary", Place::Term(&term.id));
            for name in &term.also {
                push(name, &term.name, Place::Term(&term.id));
            }
        }
        for figure in plates::FIGURES {
            push(
                figure.title,
                "figure",
                Place::Route(Route::Figure(figure.name)),
            );
            for named in figure.named {
                let route = Route::FigureState(figure.name, named.slug);
                push(named.label, figure.title, Place::Route(route));
            }
        }
        Self::of(entries, SHORT)
    }

    /// The list of these entries, on pages of its own if it is longer than `short`.
    fn of(mut entries: Vec<Entry<'p>>, short: usize) -> Self {
        // Digits come before `a` and other scripts after `z`, and they share a letter.
        entries.sort_unstable_by(|one, other| (one.letter(), one).cmp(&(other.letter(), other)));
        let mut pages = Vec::new();
        if entries.len() > short {
            let mut start = 0;
            for same in entries.chunk_by(|one, other| one.letter() == other.letter()) {
                for (number, page) in same.chunks(PAGE).enumerate() {
                    pages.push((page[0].letter(), number + 1, start..start + page.len()));
                    start += page.len();
                }
            }
        }
        List { entries, pages }
    }

    /// How many pages it has beside `/search/`.
    pub fn pages(&self) -> usize {
        self.pages.len()
    }

    fn letters(&self) -> Vec<char> {
        let mut letters: Vec<char> = self.entries.iter().map(Entry::letter).collect();
        letters.dedup();
        letters
    }

    /// A page of a long list.
    pub fn page(&self, context: &Context<'_>, at: usize) -> Page {
        let nothing = ('a', 1, 0..0);
        let (letter, number, range) = self.pages.get(at).unwrap_or(&nothing);
        let name = name(*letter, *number);
        let path = Route::SearchLetter(&name).to_path();
        let entries = self.entries.get(range.clone()).unwrap_or_default();
        let title = format!("From A to Z: {}", span(entries));
        let same: Vec<_> = self
            .pages
            .iter()
            .filter(|(other, ..)| other == letter)
            .collect();
        let main = html! {
            div.glossary {
                (page_head(&title, None))
                (self.letters_nav(context))
                @if same.len() > 1 {
                    nav aria-label="Pages of this letter" {
                        ol.letter-pages {
                            @for (letter, other, range) in same {
                                li {
                                    a href=(context.path(Route::SearchLetter(&self::name(*letter, *other))))
                                        aria-current=[(other == number).then_some("page")] {
                                        (span(self.entries.get(range.clone()).unwrap_or_default()))
                                    }
                                }
                            }
                        }
                    }
                }
                (list(context, entries))
            }
        };
        Page {
            description: format!(
                "{} of {}, from A to Z.",
                count(entries.len(), "entry").replace("entrys", "entries"),
                context.site.name
            ),
            json_ld: json_ld::collection(context, &path, &title),
            title,
            kind: "website",
            indexed: true,
            main: main.into_string(),
            path,
        }
    }

    fn letters_nav(&self, context: &Context<'_>) -> Markup {
        let href = |letter: char| {
            if self.pages.is_empty() {
                format!("#{}", letter_id(letter))
            } else {
                context.path(Route::SearchLetter(&name(letter, 1)))
            }
        };
        html! {
            nav.letters aria-label="Letters" {
                ul {
                    @for letter in self.letters() {
                        li { a href=(href(letter)) { (letter.to_ascii_uppercase()) } }
                    }
                }
            }
        }
    }

    /// The page of the search.
    pub fn search(&self, context: &Context<'_>) -> Page {
        let path = Route::Search.to_path();
        let lede = "Type a word to find it, or look in the list from A to Z.";
        let main = html! {
            div.glossary {
                (page_head("Search", Some(lede)))
                (field(context, "page"))
                div.from-a-to-z {
                    h2 id="a-to-z" { "From A to Z" }
                    (self.letters_nav(context))
                    @if self.pages.is_empty() {
                        @for same in self.entries.chunk_by(|one, other| one.letter() == other.letter()) {
                            @let letter = same.first().map_or('0', Entry::letter);
                            section.letter aria-labelledby=(letter_id(letter)) {
                                h3 id=(letter_id(letter)) tabindex="-1" { (letter.to_ascii_uppercase()) }
                                (list(context, same))
                            }
                        }
                    }
                }
            }
        };
        Page {
            title: String::from("Search"),
            description: format!(
                "Search {}, or find everything from A to Z.",
                context.site.name
            ),
            json_ld: json_ld::collection(context, &path, "Search"),
            kind: "website",
            indexed: true,
            main: main.into_string(),
            path,
        }
    }
}

impl Entry<'_> {
    /// Its letter; digits and other scripts share one.
    fn letter(&self) -> char {
        let first = self.key.chars().next().unwrap_or('0');
        if first.is_ascii_lowercase() {
            first
        } else {
            '0'
        }
    }
}

/// The field, its status and the place of what it finds. Only the scripts show it.
pub fn field(context: &Context<'_>, kind: &str) -> Markup {
    html! {
        div.finder data-search=(kind) {
            form.finder-form role="search" action=(context.path(Route::Search)) {
                input name="q" aria-label="Search for" placeholder="Muscle, ache, exercise …"
                    autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search";
            }
            p.finder-status role="status" data-slot {}
            div.finder-list data-slot {}
        }
    }
}

fn name(letter: char, number: usize) -> String {
    if number < 2 {
        letter.to_string()
    } else {
        format!("{letter}-{number}")
    }
}

fn letter_id(letter: char) -> String {
    format!("letter-{letter}")
}

/// The first and the last word of some entries.
fn span(entries: &[Entry<'_>]) -> String {
    let word = |entry: Option<&Entry<'_>>| {
        entry.map_or_else(String::new, |entry| {
            entry.key.split(' ').take(2).collect::<Vec<_>>().join(" ")
        })
    };
    let (first, last) = (word(entries.first()), word(entries.last()));
    if first == last {
        first
    } else {
        format!("{first} to {last}")
    }
}

fn list(context: &Context<'_>, entries: &[Entry<'_>]) -> Markup {
    html! {
        ul.a-to-z {
            @for entry in entries {
                // The kind belongs to the link: a topic and its quiz have one title.
                li { a href=(href(context, entry.place)) { (entry.name) " " span.meta { (entry.note) } } }
            }
        }
    }
}

fn href(context: &Context<'_>, place: Place<'_>) -> String {
    match place {
        Place::Route(route) => context.path(route),
        Place::Section(slug, id) => [&context.path(Route::Topic(slug)), "#", id].concat(),
        Place::Term(id) => [&context.path(Route::Glossary), "#", id].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_and_other_scripts_have_one_page() {
        let entry = |key: &str| Entry {
            key: key.to_owned(),
            name: "",
            note: "",
            place: Place::Term(""),
        };
        let keys = ["90 degrees", "ankle", "zygote", "\u{03b1}"];
        let list = List::of(keys.map(entry).into(), 0);
        assert_eq!(list.letters(), ['0', 'a', 'z']);
        assert_eq!(list.pages, [('0', 1, 0..2), ('a', 1, 2..3), ('z', 1, 3..4)]);
    }
}
