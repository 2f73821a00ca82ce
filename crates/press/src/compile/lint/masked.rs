//! A file's text with everything that readers do not see turned to spaces, so
//! that words found in it have their places in the file.

use std::ops::Range;

use crate::read::front_matter;

/// A text and its paragraphs.
#[derive(Debug)]
pub struct Masked {
    /// As long as the file's text.
    pub text: String,
    /// In order.
    pub paragraphs: Vec<Paragraph>,
    /// All words in lower case, one after the other: thousands of texts of their own take longer.
    lower: String,
}

/// A run of lines without an empty one.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// Its bytes.
    pub span: Range<usize>,
    /// The section of the body it stands in, from 1; 0 is above the first and
    /// in front matter and lists.
    pub section: usize,
    /// Whether it stands in a callout of what people say.
    pub story: bool,
    /// Whether it is a heading.
    pub heading: bool,
    /// Whether it is running text of a body.
    pub prose: bool,
    /// Its words, which every rule looks at.
    pub words: Vec<Word>,
}

/// A word, see [`Masked::word`], and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its bytes in the file.
    pub span: Range<usize>,
    /// Its bytes among those in lower case.
    lower: Range<usize>,
}

/// The keys of TOML files whose texts readers see. Not `also`: what others call a thing is theirs to say.
const SEEN: [&str; 33] = [
    "title",
    "summary",
    "description",
    "text",
    "stem",
    "why",
    "story",
    "shown",
    "looks",
    "with",
    "unit",
    "meaning",
    "more",
    "intro",
    "closing",
    "action",
    "items",
    "lead",
    "caption",
    "tagline",
    "topics",
    "quizzes",
    "figures",
    "glossary",
    "references",
    "tracks",
    "progress",
    "start_label",
    "link_label",
    "name",
    "finding",
    "ask",
    "then",
];

impl Masked {
    fn new(text: String, mut paragraphs: Vec<Paragraph>) -> Masked {
        let mut lower = String::with_capacity(text.len());
        for paragraph in &mut paragraphs {
            paragraph.words = words(&text, paragraph.span.clone(), &mut lower);
        }
        Masked {
            text,
            paragraphs,
            lower,
        }
    }

    /// A word in lower case; apostrophes are straight.
    pub fn word(&self, word: &Word) -> &str {
        self.lower.get(word.lower.clone()).unwrap_or_default()
    }

    /// Masks a topic: keys and ids, link addresses, citations, directives.
    pub fn markdown(text: &str) -> Masked {
        let Some(parts) = front_matter::split(text) else {
            return Masked::new(" ".repeat(text.len()), Vec::new());
        };
        let blank = |byte| if byte == b'\n' { byte } else { b' ' };
        let mut bytes: Vec<u8> = text.bytes().map(blank).collect();
        let front = parts.front_matter.clone();
        bytes[front.clone()].copy_from_slice(toml_mask(&text[front.clone()]).as_bytes());
        let mut paragraphs = lines_as_paragraphs(text, front);
        let mut section = 0;
        let mut story = false;
        let mut open: Option<Paragraph> = None;
        for line in lines(text, parts.body) {
            let words = text[line.clone()].trim();
            let directive = words.starts_with(":::");
            if directive {
                story = words.starts_with(":::callout story");
            }
            if words.is_empty() || directive {
                paragraphs.extend(open.take());
                continue;
            }
            let heading = words.starts_with("## ") || words.starts_with("### ");
            section += usize::from(words.starts_with("## "));
            prose_mask(&text[line.clone()], &mut bytes[line.clone()]);
            match &mut open {
                Some(paragraph) if !heading => paragraph.span.end = line.end,
                _ => {
                    paragraphs.extend(open.take());
                    open = Some(Paragraph {
                        span: line,
                        section,
                        story,
                        heading,
                        prose: !heading && !words.starts_with('|'),
                        words: Vec::new(),
                    });
                }
            }
        }
        paragraphs.extend(open);
        Masked::new(String::from_utf8_lossy(&bytes).into_owned(), paragraphs)
    }

    /// Masks a TOML file: what is not a text that readers see.
    pub fn toml(text: &str) -> Masked {
        Masked::new(toml_mask(text), lines_as_paragraphs(text, 0..text.len()))
    }

    /// The sentences of a paragraph's words.
    pub fn sentences<'w>(&self, words: &'w [Word]) -> Vec<&'w [Word]> {
        let same = |word: &Word, next: &Word| !self.ends(word, next);
        words.chunk_by(same).collect()
    }

    /// Whether a sentence ends between two words: at a mark, or at an item of
    /// a list.
    fn ends(&self, before: &Word, after: &Word) -> bool {
        let between = self.text.get(before.span.end..after.span.start);
        between.is_none_or(|between| {
            between.contains(['.', '!', '?', ':', ';'])
                || between.contains("\n- ")
                || between.contains("\n* ")
        })
    }

    /// Whether the text between two words is nothing but space.
    pub fn joined(&self, before: &Word, after: &Word) -> bool {
        self.text
            .get(before.span.end..after.span.start)
            .is_some_and(|between| between.trim().is_empty())
    }
}

/// The words in `span` of `text`; adds them to `lower`.
fn words(text: &str, span: Range<usize>, lower: &mut String) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let start = span.start;
    let mut open = false;
    for (at, character) in text.get(span).unwrap_or_default().char_indices() {
        let at = start + at;
        let letter = character.is_alphanumeric();
        let part = letter || matches!(character, '-' | '’' | '\'');
        let end = at + character.len_utf8();
        match words.last_mut() {
            Some(word) if part && open => {
                push_lower(lower, character);
                word.span.end = end;
                word.lower.end = lower.len();
            }
            _ if letter => {
                let from = lower.len();
                push_lower(lower, character);
                words.push(Word {
                    span: at..end,
                    lower: from..lower.len(),
                });
            }
            _ => {}
        }
        open = part && (open || letter);
    }
    words
}

fn push_lower(word: &mut String, character: char) {
    match character {
        '’' => word.push('\''),
        _ if character.is_ascii() => word.push(character.to_ascii_lowercase()),
        _ => word.extend(character.to_lowercase()),
    }
}

/// The lines in `span` of `text`, without their ends.
fn lines(text: &str, span: Range<usize>) -> Vec<Range<usize>> {
    let mut at = span.start;
    let mut all = Vec::new();
    for line in text[span].split_inclusive('\n') {
        all.push(at..at + line.trim_end_matches('\n').len());
        at += line.len();
    }
    all
}

fn lines_as_paragraphs(text: &str, span: Range<usize>) -> Vec<Paragraph> {
    lines(text, span)
        .into_iter()
        .map(|span| Paragraph {
            span,
            section: 0,
            story: false,
            heading: false,
            prose: false,
            words: Vec::new(),
        })
        .collect()
}

/// `text` of a TOML file, keeping the texts that readers see.
fn toml_mask(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut open: Option<Open> = None;
    let mut seen = false;
    for line in text.split_inclusive('\n') {
        let mut value = 0;
        if open.is_none() {
            let key = line.split_once('=').map(|(key, _)| key.trim());
            value = line.find('=').map_or(0, |at| at + 1);
            seen = key.is_some_and(|key| SEEN.contains(&key));
        }
        if open.is_some() || !line.trim_start().starts_with('#') {
            open = Open::after(open, &line[value..]);
        }
        if seen {
            masked.extend(std::iter::repeat_n(' ', value));
            masked.push_str(&line[value..]);
        } else {
            masked.extend(
                line.bytes()
                    .map(|byte| if byte == b'\n' { '\n' } else { ' ' }),
            );
        }
    }
    masked
}

/// A value of TOML that goes on in the next line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    /// A text between `"""`.
    Text,
    /// A list.
    List,
}

impl Open {
    /// What is open after a line of a value, when `before` was open.
    fn after(before: Option<Open>, line: &str) -> Option<Open> {
        if before == Some(Open::List) || before.is_none() && line.trim_start().starts_with('[') {
            return (!closes(line)).then_some(Open::List);
        }
        let turns = line.matches("\"\"\"").count() % 2 == 1;
        (turns != (before == Some(Open::Text))).then_some(Open::Text)
    }
}

/// Whether a list ends in `line`: a bracket inside quotation marks does not
/// end it.
fn closes(line: &str) -> bool {
    let mut quote = None;
    let mut escaped = false;
    for character in line.chars() {
        match (quote, character) {
            (Some('"'), '\\') if !escaped => {
                escaped = true;
                continue;
            }
            (Some(open), _) if open == character && !escaped => quote = None,
            (None, '"' | '\'') => quote = Some(character),
            (None, ']') => return true,
            (None, '#') => return false,
            _ => {}
        }
        escaped = false;
    }
    false
}

/// Writes to `bytes` what readers see of a line of Markdown.
fn prose_mask(line: &str, bytes: &mut [u8]) {
    bytes.copy_from_slice(line.as_bytes());
    let mut hide = |span: Range<usize>| bytes[span].fill(b' ');
    let mut from = 0;
    while let Some(at) = line[from..].find("](") {
        let at = from + at;
        let end = line[at..].find(')').map_or(line.len(), |end| at + end + 1);
        if line[at..].starts_with("](cite:") {
            // The strength tag is no word of the sentence.
            let begin = line[..at].rfind('[').unwrap_or(at);
            hide(begin..end);
        } else {
            hide(at..end);
        }
        from = end;
    }
    if let Some(at) = line.rfind("{#") {
        hide(at..line.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &str) {
        let masked = Masked::toml(text);
        assert_eq!(masked.text.len(), text.len());
        let words = masked.text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(words, expect);
    }

    #[test]
    fn each_text_of_a_question_is_kept() {
        check(
            "kind = \"case\"\nstory = [\"one\"]\nshown = \"two\"\nlooks = \"three\"\nwith = \"four\"\n\
             link = \"topic:hip\"\nunit = \"five\"\n",
            "[\"one\"] \"two\" \"three\" \"four\" \"five\"",
        );
    }

    #[test]
    fn each_line_of_a_list_is_kept() {
        check(
            "items = [\n  \"one [1] \\\"]\", # ]\n  'two ] = 2',\n]\nkind = \"x\"\ntitle = \"three\"\n",
            "[ \"one [1] \\\"]\", # ] 'two ] = 2', ] \"three\"",
        );
        check("# items = [\nkind = \"x\"\n", "");
        check("covers = [\n  \"A1\",\n]\ntext = \"one\"\n", "\"one\"");
    }

    #[test]
    fn each_line_of_a_long_text_is_kept() {
        check(
            "more = \"\"\"\none = [\ntwo\"\"\"\nid = \"x\"\n",
            "\"\"\" one = [ two\"\"\"",
        );
        check("why = \"\"\"one\"\"\"\nid = \"x\"\n", "\"\"\"one\"\"\"");
    }
}
