//! The record: reading its stored form and writing it.

use crate::entry;
use crate::json::{Json, Object, parse, write_object};
use crate::merge;
use crate::problem::{Problem, Reason};
use crate::shape::{Kind, RECORD, SINGLE, Shape};
use crate::{MAX_DEPTH, VERSION};

/// How long the list of kept things may be to be gone through for what is understood by now: a
/// bound on the work that a hostile file can cause.
const MOST_RETURNED: usize = 20_000;

/// How many bytes may be copied to bring the kept things of one place back, for the same reason: each
/// is merged with all that stands there.
const MOST_COPIED: usize = 1 << 26;

/// Everything that is known about one reader. See the [crate documentation](crate#the-stored-form).
///
/// Inside, a tree in normal form: the groups and single entries that this release knows (`read`,
/// `answers`, `current`, `guesses`, `place`, `horizon`, `undo`, `erased`) hold only what their
/// shapes allow, `kept` is a sorted list without repeats, and `version` is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    pub(crate) root: Object,
}

/// What a stored text turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decoded {
    /// A record of this version or an earlier one.
    Ready {
        /// The record.
        record: Record,
        /// How many entries were set aside by this reading because they are not understood: they
        /// are in [`Record::kept`] and are written back with the record. Zero after the record
        /// has been written and read again, so that the reader is told once.
        set_aside: usize,
    },
    /// A record of a later release of the site. Leave the stored text as it is.
    Newer {
        /// Its version (the largest `u64` when it does not fit one).
        version: u64,
    },
    /// Not a record. Put the text aside under another key before writing a new one.
    Damaged(Problem),
}

/// Something in a record that this release does not understand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept<'a> {
    item: &'a Json,
}

impl Kept<'_> {
    /// Where it stood, from the outside in: `["answers", "three-glutes/largest"]`.
    /// Empty for things that were already in the list without a place.
    pub fn place(&self) -> Vec<&str> {
        parts(self.item).map_or_else(Vec::new, |parts| parts.0)
    }

    /// The thing as JSON text.
    pub fn text(&self) -> String {
        match parts(self.item) {
            Some((_, text)) => text.to_owned(),
            None => self.item.to_text(),
        }
    }
}

/// The place and text of an item of `kept`, when it has exactly these two.
fn parts(item: &Json) -> Option<(Vec<&str>, &str)> {
    let object = item.as_object()?;
    if object.len() != 2 {
        return None;
    }
    let mut place = Vec::new();
    for name in object.get("place")?.as_list()? {
        place.push(name.as_text()?);
    }
    Some((place, object.get("text")?.as_text()?))
}

/// The place of an item of `kept`.
fn place(item: &Json) -> Option<Vec<&str>> {
    parts(item).map(|(place, _)| place)
}

impl Record {
    /// A reader who has not begun.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a stored text. Never fails: see [`Decoded`].
    pub fn decode(text: &str) -> Decoded {
        match parse(text, MAX_DEPTH) {
            Ok(parsed) => Self::from_json(parsed.value),
            Err(problem) => Decoded::Damaged(problem),
        }
    }

    /// Reads what [`encode`](Self::encode) of this release has written, without looking at each entry
    /// again. `None` for what is no record of this version. Of a text that something else has
    /// written it gives a record whose odd entries count as if they were not there.
    pub fn reread(text: &str) -> Option<Self> {
        let Ok(Json::Object(mut root)) = parse(text, MAX_DEPTH).map(|parsed| parsed.value) else {
            return None;
        };
        let version = root.remove("version")?.as_number()?;
        (version == VERSION).then_some(Self { root })
    }

    /// Reads a tree at most [`MAX_DEPTH`] deep.
    pub(crate) fn from_json(value: Json) -> Decoded {
        let damaged = |reason| {
            Decoded::Damaged(Problem {
                reason,
                line: 1,
                column: 1,
            })
        };
        let Json::Object(mut root) = value else {
            return damaged(Reason::NotAnObject);
        };
        let version = match root.remove("version") {
            Some(Json::Number(text)) => whole_number(&text),
            _ => None,
        };
        match version {
            None | Some(0) => damaged(Reason::NoVersion),
            Some(1..=VERSION) => {
                let (record, set_aside) = Self::normal(root);
                Decoded::Ready { record, set_aside }
            }
            Some(version) => Decoded::Newer { version },
        }
    }

    /// Brings a root into normal form; also returns how many things were newly set aside.
    pub(crate) fn normal(mut root: Object) -> (Self, usize) {
        let mut aside = Aside { items: Vec::new() };
        let mut before = Vec::new();
        match root.remove("kept") {
            Some(Json::List(items)) => before = merge::union(items, Vec::new()),
            Some(other) => aside.push(&["kept"], &other),
            None => {}
        }
        for (name, shape) in SINGLE {
            if let Some(entry) = root.get(name)
                && !shape.fits(entry)
            {
                aside.push(&[name], entry);
                root.remove(name);
            }
        }
        if let Some(Json::Object(answers)) = root.get_mut("answers") {
            for (_, answer) in answers.values_mut() {
                entry::migrated(answer);
            }
        }
        aside.fields(&RECORD, &mut root, &mut Vec::new());
        let set_aside = aside.items.len();

        let mut record = Self { root };
        // What could not be understood once may be by now: then it returns to its place.
        let mut still = Vec::new();
        let try_again = before.len() <= MOST_RETURNED;
        // The list is sorted, so what belongs to a place stands together.
        for alike in before.chunk_by(|one, other| place(one) == place(other)) {
            let try_again = try_again && record.affords(alike);
            for item in alike {
                match if try_again { returned(item) } else { None } {
                    Some((place, value)) => record.put_back(&place, value),
                    None => still.push(item.clone()),
                }
            }
        }
        let kept = merge::union(aside.items, still);
        if !kept.is_empty() {
            record.root.set("kept", Json::List(kept));
        }
        (record, set_aside)
    }

    /// Whether bringing all these things of one place back is little work.
    fn affords(&self, alike: &[Json]) -> bool {
        let [first, _, ..] = alike else {
            return true;
        };
        let Some(place) = place(first) else {
            return true;
        };
        let mut there = None;
        let mut group = Some(&self.root);
        for name in place {
            there = group.and_then(|group| group.get(name));
            group = there.and_then(Json::as_object);
        }
        let texts = alike.iter().filter_map(parts).map(|(_, text)| text.len());
        let bytes = texts.sum::<usize>() + there.map_or(0, |value| value.to_text().len());
        bytes.saturating_mul(alike.len()) <= MOST_COPIED
    }

    /// Puts a value that fits its place there: as it is where the place is free, else merged with
    /// what came since.
    fn put_back(&mut self, place: &[&str], value: Json) {
        let Some((name, path)) = place.split_last() else {
            return;
        };
        let group = descend(&mut self.root, path);
        let value = match group.get(name) {
            Some(there) => merge::at_place(place, there, &value),
            None => value,
        };
        group.set(name, value);
    }

    /// The stored text: `version` first, then every group in the order of its names.
    /// The same record always gives the same text. HTML is not escaped: whoever shows a text sets
    /// it as text.
    pub fn encode(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    pub(crate) fn write(&self, out: &mut String) {
        out.push_str("{\"version\":2");
        let start = out.len();
        write_object(out, &self.root);
        if self.root.is_empty() {
            out.truncate(start);
            out.push('}');
        } else {
            // The tree's own opening brace becomes the comma after the version.
            out.replace_range(start..=start, ",");
        }
    }

    /// What this release does not understand; kept as it was.
    pub fn kept(&self) -> impl Iterator<Item = Kept<'_>> {
        let items = self.root.get("kept").and_then(Json::as_list).unwrap_or(&[]);
        items.iter().map(|item| Kept { item })
    }

    /// When the record was last erased, in milliseconds since 1970; 0 for never.
    pub fn erased_at(&self) -> u64 {
        number(&self.root, "erased")
    }

    /// Whether there is nothing in it yet, apart from the time of an erasure.
    pub fn is_empty(&self) -> bool {
        self.root.entries().iter().all(|(name, value)| match value {
            Json::Object(object) => object.is_empty(),
            _ => name == "erased",
        })
    }

    /// Whether both say the same but for where the reader is.
    pub fn same_but_place(&self, other: &Self) -> bool {
        fn rest(record: &Record) -> impl Iterator<Item = &(String, Json)> {
            let all = record.root.entries().iter();
            all.filter(|(name, _)| name != "place")
        }
        rest(self).eq(rest(other))
    }

    pub(crate) fn group(&self, name: &str) -> &[(String, Json)] {
        entries(&self.root, name)
    }
}

/// The entries of a group; none where the group is missing.
pub(crate) fn entries<'a>(object: &'a Object, name: &str) -> &'a [(String, Json)] {
    match object.get(name) {
        Some(Json::Object(object)) => object.entries(),
        _ => &[],
    }
}

/// A number of an entry; 0 where it is missing.
pub(crate) fn number(object: &Object, name: &str) -> u64 {
    object.get(name).and_then(Json::as_number).unwrap_or(0)
}

/// A text of an entry; empty where it is missing.
pub(crate) fn text<'a>(object: &'a Object, name: &str) -> &'a str {
    object.get(name).and_then(Json::as_text).unwrap_or("")
}

/// A true-or-false of an entry; false where it is missing.
pub(crate) fn flag(object: &Object, name: &str) -> bool {
    object.get(name).and_then(Json::as_bool).unwrap_or(false)
}

/// The quiz of an item id. A topic's quiz usually has the topic's slug.
pub(crate) fn quiz_of(item: &str) -> &str {
    let end = item.bytes().position(|byte| byte == b'/');
    &item[..end.unwrap_or(item.len())]
}

/// Digits as a number; one that is too long counts as the largest. `None` for anything else.
fn whole_number(text: &str) -> Option<u64> {
    let mut value = 0_u64;
    for byte in text.bytes() {
        if !byte.is_ascii_digit() {
            return None;
        }
        value = value
            .saturating_mul(10)
            .saturating_add(u64::from(byte - b'0'));
    }
    Some(value)
}

/// The place and value of an item of `kept`, if all of it is understood there.
fn returned(item: &Json) -> Option<(Vec<&str>, Json)> {
    let (place, text) = parts(item)?;
    match place.as_slice() {
        ["place" | "horizon" | "undo" | "erased" | "read" | "answers" | "guesses"]
        | ["read" | "answers" | "current" | "guesses", _] => {}
        ["read", _, "at" | "title" | "total" | "sections"] | ["read", _, "sections", _] => {}
        _ => return None,
    }
    let value = parse(text, MAX_DEPTH - place.len()).ok()?.value;
    let (name, path) = place.split_last()?;
    let (record, set_aside) = Record::normal(around(name, path, value));
    let mut value = Json::Object(record.root);
    for name in &place {
        let Json::Object(mut group) = value else {
            return None;
        };
        value = group.remove(name)?;
    }
    (set_aside == 0).then_some((place, value))
}

/// A root with nothing but this value under this name at this path.
fn around(name: &str, path: &[&str], value: Json) -> Object {
    let mut root = Object::default();
    descend(&mut root, path).set(name, value);
    root
}

/// The object at a path, made where it is missing.
fn descend<'a>(root: &'a mut Object, path: &[&str]) -> &'a mut Object {
    let mut group = root;
    for name in path {
        group = group.child(name);
    }
    group
}

/// Things that are not understood, on their way to `kept`.
///
/// They are held as text, so that setting a thing aside never makes the record deeper.
struct Aside {
    items: Vec<Json>,
}

impl Aside {
    fn push(&mut self, place: &[&str], value: &Json) {
        let mut item = Object::default();
        item.set(
            "place",
            Json::List(place.iter().map(|name| Json::text(name)).collect()),
        );
        item.set("text", Json::Text(value.to_text()));
        self.items.push(Json::Object(item));
    }

    /// Takes the wrong fields out of an object whose shape sets them aside one by one, and then
    /// the wrong entries out of the groups it holds.
    fn fields(&mut self, shape: &'static Shape, object: &mut Object, place: &mut Vec<String>) {
        for field in shape.fields {
            let Some(value) = object.get_mut(field.name) else {
                continue;
            };
            place.push(field.name.to_owned());
            if !field.kind.fits(value) {
                self.push(&borrowed(place), value);
                object.remove(field.name);
            } else if let (Kind::Entries(inner), Json::Object(group)) = (field.kind, value) {
                self.entries(inner, group, place);
            }
            place.pop();
        }
    }

    fn entries(&mut self, shape: &'static Shape, group: &mut Object, place: &mut Vec<String>) {
        for (name, value) in group.take_unless(|value| shape.fits(value)) {
            place.push(name);
            self.push(&borrowed(place), &value);
            place.pop();
        }
        if shape.apart {
            for (name, value) in group.values_mut() {
                if let Json::Object(object) = value {
                    place.push(name.to_owned());
                    self.fields(shape, object, place);
                    place.pop();
                }
            }
        }
    }
}

fn borrowed(place: &[String]) -> Vec<&str> {
    place.iter().map(String::as_str).collect()
}
