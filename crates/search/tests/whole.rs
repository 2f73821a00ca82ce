//! Indexes of made-up documents, made and asked.
#![cfg(feature = "build")]

use std::collections::BTreeMap;

use proptest::prelude::*;
use search::build::{Field, Part, finish};
use search::query::{Answer, Files, Results, run};
use search::sheet::{self, Document, Line};
use search::{File, Kind, distance};

#[derive(Default)]
struct Index(BTreeMap<File, String>);

impl Files for Index {
    fn text(&self, file: File) -> Option<&str> {
        self.0.get(&file).map(String::as_str)
    }
}

impl Index {
    /// An index of topics with these titles and texts, read by two threads.
    fn of(documents: &[(String, String)]) -> Self {
        let mut parts = [Part::default(), Part::default()];
        let mut files = BTreeMap::new();
        for (number, (title, text)) in (0..).zip(documents) {
            let fields = [(Field::Title, title.as_str()), (Field::Text, text.as_str())];
            parts[number as usize % 2].add(Kind::Topic, number, &fields);
            let path = format!("topics/{number}/");
            let document = Document {
                path: &path,
                title,
                about: "",
                lines: vec![Line {
                    link: "#p",
                    text,
                    heading: false,
                }],
            };
            let mut written = String::new();
            sheet::push(&mut written, &document);
            files.insert(File::Sheet(Kind::Topic, number), written);
        }
        let (root, others) = finish(&parts, [documents.len() as u32, 0, 0, 0]);
        files.insert(File::Root, root.encode());
        files.extend(others);
        Index(files)
    }

    fn search(&self, query: &str) -> Results {
        match run(query, self, [10, 3, 3, 3]) {
            Answer::Found(results) => results,
            Answer::Lacks(files, _) => panic!("{query:?} asks for {files:?}"),
        }
    }

    fn pages(&self, query: &str) -> Vec<String> {
        let groups = self.search(query).groups.into_iter();
        groups
            .flat_map(|group| group.found)
            .map(|found| found.page)
            .collect()
    }
}

/// Many documents of two rare words each, so that there are many shards.
fn many() -> Index {
    let word = |number: usize| -> String {
        let letters = [
            number % 26,
            number / 26 % 26,
            number / 676 % 26,
            7,
            number % 5,
            4,
        ];
        letters
            .iter()
            .map(|letter| char::from(b'a' + *letter as u8))
            .collect()
    };
    let documents: Vec<_> = (0..3000)
        .map(|number| (word(number), ["hip ", &word(number + 1)].concat()))
        .collect();
    Index::of(&documents)
}

/// So many documents of some common words and, now and then, one of many rare ones.
fn library(count: usize) -> Index {
    const COMMON: [&str; 12] = [
        "hip", "muscle", "side", "leg", "stand", "walk", "force", "bone", "pull", "thigh", "back",
        "step",
    ];
    // Looks random and is the same each time (SplitMix64; Steele et al. 2014).
    let mut state = 7_u64;
    let mut below = |limit: u64| {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % limit) as usize
    };
    let rare = |number: usize| {
        let letters = [
            number % 20,
            number / 20 % 20,
            number / 400 % 20,
            number / 8000,
        ];
        let letter = |at: &usize| char::from(b'b' + *at as u8);
        ["u", &letters.iter().map(letter).collect::<String>()].concat()
    };
    let mut words = |count: usize| {
        let mut text = String::new();
        for _ in 0..count {
            match below(6) {
                0 => text.push_str(&rare(below(9000))),
                _ => text.push_str(COMMON[below(12)]),
            }
            text.push(' ');
        }
        text
    };
    let documents: Vec<_> = (0..count).map(|_| (words(4), words(40))).collect();
    Index::of(&documents)
}

/// The bytes that a first query fetches.
fn cost(index: &Index, query: &str) -> usize {
    let mut fetched = Index::default();
    for _ in 0..9 {
        let Answer::Lacks(lacks, _) = run(query, &fetched, [5, 3, 3, 3]) else {
            return fetched.0.values().map(String::len).sum();
        };
        for file in lacks {
            let text = index.0.get(&file).cloned().unwrap_or_default();
            fetched.0.insert(file, text);
        }
    }
    panic!("{query:?} goes on asking for files");
}

#[test]
fn a_query_costs_little_more_when_there_is_much_more() {
    let (few, many) = (library(300), library(3000));
    let whole = |index: &Index| index.0.values().map(String::len).sum::<usize>();
    assert!(whole(&many) > 8 * whole(&few), "ten times as much");
    for query in ["h", "st", "hip", "hip muscle", "stand on one leg", "walkk"] {
        let (few, many) = (cost(&few, query), cost(&many, query));
        println!("{query:?}: {few} bytes, {many} at ten times the documents");
        // Two or three shards of some 5 kB, where a whole index would be ten times as large.
        assert!(many < few + 12_000, "{query:?}: {few} bytes became {many}");
    }
}

#[test]
fn words_are_found_in_many_shards() {
    let index = many();
    let shards = index
        .0
        .keys()
        .filter(|file| matches!(file, File::Words(_)))
        .count();
    assert!(shards > 5, "{shards} shards");
    for number in [0, 17, 700, 1999, 2999] {
        let Some(text) = index.0.get(&File::Sheet(Kind::Topic, number)) else {
            panic!("a sheet");
        };
        let title = sheet::document(text, 0)
            .expect("a document")
            .title
            .to_owned();
        let first = index.pages(&title).into_iter().next();
        assert_eq!(first, Some(format!("topics/{number}/")), "{title}");
        // A letter more on the way, and a typo.
        let part = &title[..title.len() - 1];
        assert!(
            index.pages(part).contains(&format!("topics/{number}/")),
            "{part}"
        );
    }
    // A common word lists those it says most about, and does not pass them off as all.
    let common = &index.search("hip").groups[0];
    assert_eq!((common.all, common.cut), (1500, true));
    let rare = sheet::document(&index.0[&File::Sheet(Kind::Topic, 17)], 0).expect("a document");
    assert!(!index.search(rare.title).groups[0].cut);
}

#[test]
fn the_same_documents_make_the_same_files() {
    assert_eq!(many().0, many().0);
}

#[test]
fn hyphens_accents_and_plurals_do_not_matter() {
    let index = Index::of(&[
        ("Warm-up".into(), "Naïve hips.".into()),
        ("Other".into(), "Nothing of it.".into()),
    ]);
    for query in [
        "warm up",
        "warmup",
        "warm-ups",
        "WARM UP",
        "naive",
        "hip",
        "naïve hip",
    ] {
        assert_eq!(index.pages(query), ["topics/0/"], "{query}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn every_word_of_a_document_finds_it(
        documents in proptest::collection::vec(("[a-z]{3,8}( [a-z]{3,9}){0,3}", "[a-z]{3,9}( [a-z]{3,9}){0,9}"), 1..8),
    ) {
        let index = Index::of(&documents);
        for (number, (title, _)) in documents.iter().enumerate() {
            for word in title.split(' ').filter(|word| !search::fold::is_stop_word(word)) {
                let found = index.pages(word);
                prop_assert!(found.contains(&format!("topics/{number}/")), "{} in {:?}", word, title);
            }
        }
    }

    #[test]
    fn a_typo_finds_the_word(word in "[a-z]{9,12}", at in 0_usize..9, letter in proptest::char::range('a', 'z')) {
        let index = Index::of(&[(word.clone(), String::from("x"))]);
        let mut typed: Vec<char> = word.chars().collect();
        typed[at] = letter;
        let typed: String = typed.into_iter().collect();
        prop_assert!(distance::within(&word, &typed, 1).is_some());
        prop_assert_eq!(index.pages(&typed), ["topics/0/"]);
    }

    #[test]
    fn any_query_of_any_documents_is_answered(
        documents in proptest::collection::vec((any::<String>(), any::<String>()), 0..4),
        query in any::<String>(),
    ) {
        Index::of(&documents).search(&query);
    }

    #[test]
    fn any_file_comes_to_an_end(query in "[a-z ]{0,20}", texts in proptest::collection::vec("[0-9a-z\t\n*^$A-Z ]{0,60}", 4)) {
        let mut index = Index::default();
        let root = ["prime-mover-search 1 index-0\n9 9 9 9\n", texts[0].lines().next().unwrap_or_default(), "\n0m\n"].concat();
        for _ in 0..50 {
            let Answer::Lacks(lacks, _) = run(&query, &index, [5, 3, 3, 3]) else {
                return Ok(());
            };
            for file in lacks {
                let text = match file {
                    File::Root => &root,
                    File::Words(_) => &texts[1],
                    File::Grams(_) => &texts[2],
                    File::Sheet(..) => &texts[3],
                };
                index.0.insert(file, text.clone());
            }
        }
        prop_assert!(false, "it goes on asking");
    }
}
