//! Reads TOML tables key by key. Every missing, mistyped and unknown key is
//! reported with its place; reading goes on.

use std::ops::Range;

use content::ids::is_slug;
use content::model::{Date, Located};
use study::score::{PLACES, WHOLE};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Log, did_you_mean, one_of};

/// A TOML table on its way to becoming a typed value.
#[derive(Debug)]
pub struct Table<'d> {
    log: &'d Log<'d>,
    /// Where the TOML text starts in its file.
    offset: usize,
    /// What the table is, for messages: `the front matter`.
    what: &'static str,
    entries: &'d DeTable<'d>,
    /// The table's place in the file.
    pub span: Range<usize>,
    known: Vec<&'static str>,
}

/// Parses `text`, which starts at byte `offset` of the log's file, and reports
/// what is not TOML; the rest is still there to be read.
pub fn parse<'t>(log: &Log<'_>, text: &'t str, offset: usize) -> Spanned<DeTable<'t>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        log.error(
            &(span.start + offset..span.end + offset),
            format!("this is not TOML: {}", error.message()),
            "strings need quotes, lists need brackets, and every key stands once",
        );
    }
    table
}

impl<'d> Table<'d> {
    /// Begins to read `table`.
    pub fn new(
        log: &'d Log<'d>,
        offset: usize,
        what: &'static str,
        table: &'d Spanned<DeTable<'d>>,
    ) -> Self {
        let span = table.span();
        Table {
            log,
            offset,
            what,
            entries: table.get_ref(),
            span: offset..offset + span.len().min(1),
            known: Vec::new(),
        }
    }

    fn shift(&self, span: Range<usize>) -> Range<usize> {
        span.start + self.offset..span.end + self.offset
    }

    fn entry(&mut self, key: &'static str) -> Option<&'d Spanned<DeValue<'d>>> {
        self.known.push(key);
        self.entries.get(key)
    }

    /// Says that `key` is missing.
    /// Whether there is a value for `key`; reports it when there is none.
    fn has(&mut self, key: &'static str, example: &str) -> bool {
        let has = self.entries.contains_key(key);
        if !has {
            self.known.push(key);
            self.missing(key, example);
        }
        has
    }

    fn missing(&self, key: &str, example: &str) {
        self.log.error(
            &self.span,
            format!("{} lacks `{key}`", self.what),
            format!("add `{key} = {example}`"),
        );
    }

    fn mistyped(&self, key: &str, value: &Spanned<DeValue<'_>>, example: &str) {
        let found = match value.get_ref() {
            DeValue::String(_) => "text",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        self.log.error(
            &self.shift(value.span()),
            format!("`{key}` is {found} here, which does not fit"),
            format!("write `{key} = {example}`"),
        );
    }

    /// Text that may be left out. Empty text counts as mistyped.
    pub fn optional_text(&mut self, key: &'static str) -> Option<Located<String>> {
        let value = self.entry(key)?;
        match value.get_ref() {
            DeValue::String(text) if !text.trim().is_empty() => Some(Located::new(
                text.trim().to_owned(),
                self.shift(value.span()),
            )),
            DeValue::String(_) => {
                self.log.error(
                    &self.shift(value.span()),
                    format!("`{key}` is empty"),
                    "write it, or remove the key if it may be left out",
                );
                None
            }
            _ => {
                self.mistyped(key, value, "\"…\"");
                None
            }
        }
    }

    /// Text.
    pub fn text(&mut self, key: &'static str) -> Option<Located<String>> {
        self.has(key, "\"…\"").then(|| self.optional_text(key))?
    }

    /// Text that is a slug.
    pub fn slug(&mut self, key: &'static str) -> Option<Located<String>> {
        let text = self.text(key)?;
        self.check_slug(text)
    }

    /// Text that is a slug, or nothing when it is left out.
    pub fn optional_slug(&mut self, key: &'static str) -> Option<Located<String>> {
        let text = self.optional_text(key)?;
        self.check_slug(text)
    }

    /// `text` when it is a slug.
    fn check_slug(&self, text: Located<String>) -> Option<Located<String>> {
        if is_slug(&text) {
            return Some(text);
        }
        self.log.error(
            &text.span,
            format!("`{}` is not an id", text.value),
            "ids are lower-case words and digits joined by hyphens, such as `three-glutes`",
        );
        None
    }

    /// One of some words, read by `parse`.
    pub fn word<T>(
        &mut self,
        key: &'static str,
        words: &[&'static str],
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.text(key)?;
        let found = parse(&text);
        if found.is_none() {
            self.log.error(
                &text.span,
                format!("`{key}` cannot be `{}`", text.value),
                did_you_mean(
                    &text,
                    words.iter().copied(),
                    format!("write {}", one_of(words.iter().copied())),
                ),
            );
        }
        found
    }

    /// A whole number from 1 that may be left out.
    pub fn optional_number(&mut self, key: &'static str) -> Option<Located<u32>> {
        if !self.entries.contains_key(key) {
            self.known.push(key);
            return None;
        }
        self.number(key)
    }

    /// A whole number from 1.
    pub fn number(&mut self, key: &'static str) -> Option<Located<u32>> {
        let Some(value) = self.entry(key) else {
            self.missing(key, "1");
            return None;
        };
        let number = match value.get_ref() {
            DeValue::Integer(digits) => u32::from_str_radix(digits.as_str(), digits.radix())
                .ok()
                .filter(|number| *number > 0),
            _ => None,
        };
        match number {
            Some(number) => Some(Located::new(number, self.shift(value.span()))),
            None => {
                self.log.error(
                    &self.shift(value.span()),
                    format!("`{key}` is not a whole number from 1"),
                    format!("write `{key} = 1`"),
                );
                None
            }
        }
    }

    /// A number as its decimal digits: `-7.5`, with up to nine digits before and six after the point.
    pub fn decimal(&mut self, key: &'static str) -> Option<Located<String>> {
        let Some(value) = self.entry(key) else {
            self.missing(key, "7.5");
            return None;
        };
        let digits = match value.get_ref() {
            DeValue::Integer(digits) if digits.radix() == 10 => digits.as_str(),
            DeValue::Float(digits) => digits.as_str(),
            _ => "",
        };
        if is_decimal(digits) {
            return Some(Located::new(digits.to_owned(), self.shift(value.span())));
        }
        self.log.error(
            &self.shift(value.span()),
            format!("`{key}` is not a number in decimal digits"),
            format!(
                "write such as `{key} = 7.5`, with up to nine digits before and six after the point"
            ),
        );
        None
    }

    /// True or false.
    pub fn flag(&mut self, key: &'static str) -> Option<bool> {
        self.has(key, "false").then(|| self.optional_flag(key))?
    }

    /// True or false, or left out. Mistyped counts as left out once reported.
    pub fn optional_flag(&mut self, key: &'static str) -> Option<bool> {
        let value = self.entry(key)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.mistyped(key, value, "true");
        }
        flag
    }

    /// A date that may be left out.
    pub fn optional_date(&mut self, key: &'static str) -> Option<Located<Date>> {
        let value = self.entry(key)?;
        let date = match value.get_ref() {
            DeValue::Datetime(when) => when.date.filter(|_| when.time.is_none()),
            _ => None,
        };
        let Some(date) = date else {
            self.mistyped(key, value, "2026-11-20");
            return None;
        };
        let date = Date {
            year: date.year,
            month: date.month,
            day: date.day,
        };
        Some(Located::new(date, self.shift(value.span())))
    }

    /// A date.
    pub fn date(&mut self, key: &'static str) -> Option<Located<Date>> {
        self.has(key, "2026-11-20")
            .then(|| self.optional_date(key))?
    }

    /// A list of texts, or nothing when it is left out.
    pub fn optional_texts(&mut self, key: &'static str) -> Located<Vec<Located<String>>> {
        let Some(value) = self.entry(key) else {
            return Located::new(Vec::new(), self.span.clone());
        };
        let span = self.shift(value.span());
        Located::new(self.list(key, value), span)
    }

    /// The texts of a list; reports whatever is none.
    fn list(&self, key: &str, value: &Spanned<DeValue<'d>>) -> Vec<Located<String>> {
        let Some(array) = value.get_ref().as_array() else {
            self.mistyped(key, value, "[\"…\"]");
            return Vec::new();
        };
        let mut texts = Vec::new();
        for value in array.iter() {
            match value.get_ref().as_str().map(str::trim) {
                Some(text) if !text.is_empty() => {
                    texts.push(Located::new(text.to_owned(), self.shift(value.span())));
                }
                _ => self.mistyped(key, value, "[\"…\"]"),
            }
        }
        texts
    }

    /// A list of texts.
    pub fn texts(&mut self, key: &'static str) -> Option<Located<Vec<Located<String>>>> {
        self.has(key, "[\"…\"]").then(|| self.optional_texts(key))
    }

    /// A list of texts under any key, each key once: the whole table.
    pub fn all_texts(self) -> Vec<(Located<String>, Vec<Located<String>>)> {
        let mut all = Vec::new();
        for (key, value) in self.entries {
            let name = Located::new(key.get_ref().to_string(), self.shift(key.span()));
            let texts = self.list(&name, value);
            if value.get_ref().as_array().is_some() {
                all.push((name, texts));
            }
        }
        all.sort_by_key(|(name, _)| name.span.start);
        all
    }

    /// The tables under `[[key]]`; none when there are none.
    pub fn tables(&mut self, key: &'static str, what: &'static str) -> Vec<Table<'d>> {
        let Some(value) = self.entry(key) else {
            return Vec::new();
        };
        let Some(array) = value.get_ref().as_array() else {
            self.log.error(
                &self.shift(value.span()),
                format!("`{key}` is not a list of tables"),
                format!("begin each with a line `[[{key}]]`"),
            );
            return Vec::new();
        };
        let mut tables = Vec::new();
        for value in array.iter() {
            match value.get_ref() {
                DeValue::Table(entries) => tables.push(self.inner(what, entries, value.span())),
                _ => self.log.error(
                    &self.shift(value.span()),
                    format!("`{key}` is not a list of tables"),
                    format!("begin each with a line `[[{key}]]`"),
                ),
            }
        }
        tables
    }

    /// The table under `[key]`, if it is there.
    pub fn table(&mut self, key: &'static str, what: &'static str) -> Option<Table<'d>> {
        let value = self.entry(key)?;
        match value.get_ref() {
            DeValue::Table(entries) => Some(self.inner(what, entries, value.span())),
            _ => {
                self.log.error(
                    &self.shift(value.span()),
                    format!("`{key}` is not a table"),
                    format!("begin it with a line `[{key}]`"),
                );
                None
            }
        }
    }

    fn inner(&self, what: &'static str, entries: &'d DeTable<'d>, span: Range<usize>) -> Table<'d> {
        Table {
            log: self.log,
            offset: self.offset,
            what,
            entries,
            span: self.shift(span),
            known: Vec::new(),
        }
    }

    /// Adds a problem at `span`.
    pub fn error(&self, span: &Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        self.log.error(span, message, help);
    }

    /// The log it reports to.
    pub const fn log(&self) -> &'d Log<'d> {
        self.log
    }

    /// Reports the keys that nobody asked for.
    pub fn finish(self) {
        for (key, _) in self.entries {
            let name = key.get_ref().as_ref();
            if !self.known.contains(&name) {
                self.log.error(
                    &self.shift(key.span()),
                    format!("{} has no key `{name}`", self.what),
                    did_you_mean(
                        name,
                        self.known.iter().copied(),
                        format!("it knows {}", one_of(self.known.iter().copied())),
                    ),
                );
            }
        }
    }
}

/// Whether `text` is what a reader's answer can be compared with, see `study::score`.
fn is_decimal(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |digits: &str, most: usize| {
        (1..=most).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    digits(whole, WHOLE) && digits(part, PLACES)
}
