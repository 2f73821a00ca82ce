//! Whatever a server answers for a file of the index, a query comes to an end.

#![no_main]

use std::collections::BTreeMap;

use libfuzzer_sys::fuzz_target;
use search::File;
use search::query::{Answer, Files, run};

struct Served<'t> {
    here: BTreeMap<File, &'t str>,
}

impl Files for Served<'_> {
    fn text(&self, file: File) -> Option<&str> {
        self.here.get(&file).copied()
    }
}

fuzz_target!(|served: (&str, &str, &str, &str, &str)| {
    let (query, root, words, grams, sheet) = served;
    let mut served = Served { here: BTreeMap::new() };
    loop {
        match run(query, &served, [5, 3, 3, 3]) {
            Answer::Found(_) => break,
            Answer::Lacks(lacks, _) => {
                assert!(!lacks.is_empty());
                for file in lacks {
                    let text = match file {
                        File::Root => root,
                        File::Words(_) => words,
                        File::Grams(_) => grams,
                        File::Sheet(..) => sheet,
                    };
                    assert!(served.here.insert(file, text).is_none(), "asks again for {file:?}");
                }
            }
        }
    }
});
