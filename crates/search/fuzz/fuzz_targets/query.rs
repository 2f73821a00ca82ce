//! Any query is answered from a whole index, and never asks for a file that is there.

#![no_main]

use std::collections::BTreeMap;
use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use search::build::{Field, Part, finish};
use search::query::{Answer, Files, run};
use search::sheet::{self, Document};
use search::{File, Kind};

struct Index(BTreeMap<File, String>);

impl Files for Index {
    fn text(&self, file: File) -> Option<&str> {
        self.0.get(&file).map(String::as_str)
    }
}

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut part = Part::default();
        let mut files = BTreeMap::new();
        let titles = ["The three glutes", "Gluteus medius", "Pronation of the foot", "Warm-up, naïve"];
        for (number, title) in (0..).zip(titles) {
            part.add(Kind::Topic, number, &[(Field::Title, title), (Field::Text, "Hold the pelvis level.")]);
            let mut text = String::new();
            let document = Document { path: "topics/x/", title, ..Document::default() };
            sheet::push(&mut text, &document);
            files.insert(File::Sheet(Kind::Topic, number), text);
        }
        part.synonym("it band", "three glutes", Kind::Topic, 0);
        let (root, others) = finish(&[part], [4, 0, 0, 0]);
        files.insert(File::Root, root.encode());
        files.extend(others);
        Index(files)
    })
}

fuzz_target!(|query: &str| {
    let answer = run(query, index(), [5, 3, 3, 3]);
    assert!(matches!(answer, Answer::Found(_)), "{query:?}: {answer:?}");
});
