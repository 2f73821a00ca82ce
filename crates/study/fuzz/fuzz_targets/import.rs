//! The imported file: no input panics, every error has a message, and an export reads back.
#![no_main]

use libfuzzer_sys::fuzz_target;
use study::import::{self, Preview};
use study::{Record, export, merge};

fuzz_target!(|text: &str| {
    match import::decode(text) {
        Ok(file) => {
            let here = Record::new();
            let _ = Preview::of(&here, &file.record);
            let both = merge(&here, &file.record);
            assert!(Preview::of(&both, &file.record).is_nothing());
            let again = import::decode(&export::encode(&both, 7));
            assert_eq!(again.map(|file| file.record), Ok(both));
        }
        Err(error) => assert!(error.message().ends_with('.')),
    }
});
