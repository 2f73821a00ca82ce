//! FSRS-6 against an established implementation.

use study::Memory;

/// See `fsrs/vectors.py`, which wrote it with py-fsrs.
const VECTORS: &str = include_str!("fsrs/vectors.txt");

/// The memory after a history such as `g2m0g`.
fn after(history: &str) -> Memory {
    let mut memory = None::<Memory>;
    for review in history.split_inclusive(['g', 'm']) {
        let (days, outcome) = review.split_at(review.len() - 1);
        let recalled = outcome == "g";
        memory = Some(match memory {
            None => Memory::first(recalled),
            Some(memory) => memory.next(days.parse().unwrap(), recalled),
        });
    }
    memory.unwrap()
}

#[test]
fn agrees_with_py_fsrs_over_ten_thousand_histories() {
    let mut count = 0;
    for line in VECTORS.lines() {
        let [history, stability, difficulty, interval, recall] =
            line.split(' ').collect::<Vec<_>>().try_into().unwrap();
        let memory = after(history);
        let near = |ours: f64, theirs: &str| {
            let theirs: f64 = theirs.parse().unwrap();
            assert!(
                (ours - theirs).abs() < 1e-6,
                "{history}: {ours}, not {theirs}"
            );
        };
        near(memory.stability, stability);
        near(memory.difficulty, difficulty);
        near(memory.recall(30), recall);
        assert_eq!(memory.interval().to_string(), interval, "{history}");
        count += 1;
    }
    assert_eq!(count, 10_000);
}

#[test]
fn recall_is_nine_tenths_after_the_stability() {
    for days in [1, 7, 365] {
        let memory = Memory {
            stability: f64::from(days),
            difficulty: 5.0,
        };
        assert!((memory.recall(days) - 0.9).abs() < 1e-12);
        assert_eq!(memory.recall(0), 1.0);
        assert_eq!(memory.interval(), days);
    }
}
