//! The imported file: no input panics, every error has a message, and an export reads back.
#![no_main]

use libfuzzer_sys::fuzz_target;
use study::import::{self, Preview};
use study::{Decoded, Record, export, merge};

const MINE: &str = r#"{"version":2,"answers":{"q/a":"mwm0nzmoAg10I3A","q/b":"mwm0nzmoC(g0z.3yo.1n8.2.7.4.1)g13A"}}"#;

fuzz_target!(|text: &str| {
    match import::decode(text) {
        Ok(file) => {
            let here = Record::new();
            let _ = Preview::of(&here, &file.record);
            // A record with a history of its own, as an import meets it.
            let Decoded::Ready { record: mine, .. } = Record::decode(MINE) else {
                return;
            };
            let both = merge(&mine, &file.record);
            assert_eq!(both, merge(&file.record, &mine));
            assert!(Preview::of(&both, &mine).is_nothing());
            assert!(Preview::of(&both, &file.record).is_nothing());
            let both = merge(&here, &file.record);
            assert!(Preview::of(&both, &file.record).is_nothing());
            let again = import::decode(&export::encode(&both, 7));
            assert_eq!(again.map(|file| file.record), Ok(both));
        }
        Err(error) => assert!(error.message().ends_with('.')),
    }
});
