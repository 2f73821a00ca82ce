//! What is remembered, due, missed and known, day by day.

use study::Certainty::{High, Low, Medium};
use study::Grade::{Partly, Right, Wrong};
use study::Mastery::{Fading, New, Recalled, Seen, Solid};
use study::{
    Certainty, Change, Decoded, Grade, Horizon, Mastery, Record, Tally, calibration, due, merge,
    missed,
};

const DAY: u32 = 20_775;
const ITEM: &str = "three-glutes/largest";

/// Answers to one item: the day after [`DAY`], the grade, the certainty.
type Answers<'a> = &'a [(u32, Grade, Option<Certainty>)];

fn answer(record: &mut Record, item: &str, rev: u32, answers: Answers<'_>) {
    for (day, grade, certainty) in answers {
        let change = Change::Answered {
            item,
            rev,
            topic: "three-glutes",
            chosen: &["medius"],
            grade: *grade,
            certainty: *certainty,
            day: DAY + day,
        };
        assert!(record.apply(&change, u64::from(DAY + day) * 86_400_000));
    }
}

fn answered(answers: Answers<'_>) -> Record {
    let mut record = Record::new();
    answer(&mut record, ITEM, 1, answers);
    record
}

fn mastery(answers: Answers<'_>, today: u32) -> Mastery {
    answered(answers).mastery(ITEM, 1, DAY + today)
}

fn due_items(record: &Record, today: u32) -> Vec<&str> {
    due(record, DAY + today)
        .items
        .iter()
        .map(|item| item.item)
        .collect()
}

#[track_caller]
fn decoded(text: &str) -> Record {
    match Record::decode(text) {
        Decoded::Ready {
            record,
            set_aside: 0,
        } => record,
        other => panic!("{text} is {other:?}"),
    }
}

#[test]
fn answer_and_certainty_make_the_outcome() {
    for (grade, certainty, level) in [
        (Right, None, Recalled),
        (Right, Some(Low), Seen),
        (Right, Some(Medium), Recalled),
        (Right, Some(High), Recalled),
        (Partly, Some(High), Seen),
        (Wrong, None, Seen),
        (Wrong, Some(Low), Seen),
    ] {
        assert_eq!(
            mastery(&[(0, grade, certainty)], 0),
            level,
            "{grade:?} {certainty:?}"
        );
    }
    assert_eq!(mastery(&[], 0), New);
}

#[test]
fn a_certain_wrong_answer_comes_back_the_next_day() {
    // Known for a year, so that a miss alone would not bring it back tomorrow.
    let long = [
        (0, Right, None),
        (2, Right, None),
        (13, Right, None),
        (70, Right, None),
    ];
    for (certainty, surprise) in [(Some(Medium), false), (Some(High), true)] {
        let mut record = answered(&long);
        answer(&mut record, ITEM, 1, &[(300, Wrong, certainty)]);
        let item = record.item(ITEM, DAY + 300).unwrap();
        assert_eq!((item.surprise, item.due == DAY + 301), (surprise, surprise));
        // Right on the second try: it still comes back tomorrow.
        answer(&mut record, ITEM, 1, &[(300, Right, None)]);
        assert_eq!(record.item(ITEM, DAY + 300).unwrap().surprise, surprise);
    }
}

#[test]
fn mastery_needs_three_days_and_a_week_between_two_of_them() {
    assert_eq!(mastery(&[(0, Right, None), (2, Right, None)], 2), Recalled);
    let three = [(0, Right, None), (2, Right, None), (6, Right, None)];
    assert_eq!(mastery(&three, 6), Recalled);
    let week = [(0, Right, None), (2, Right, None), (7, Right, None)];
    assert_eq!(mastery(&week, 7), Solid);
    // The same day three times is one day.
    assert_eq!(
        mastery(
            &[(0, Right, None), (0, Right, Some(High)), (7, Right, None)],
            7
        ),
        Recalled
    );
    // A miss moves it down, and recalls count anew; a recall on the same day is the first of them.
    let missed = [week.as_slice(), &[(9, Wrong, None)]].concat();
    assert_eq!(mastery(&missed, 9), Seen);
    let again = [missed.as_slice(), &[(9, Right, None)]].concat();
    assert_eq!(mastery(&again, 9), Recalled);
    let last = [again.as_slice(), &[(12, Right, None)]].concat();
    assert_eq!(mastery(&last, 12), Recalled);
    let last = [last.as_slice(), &[(16, Right, None)]].concat();
    assert_eq!(mastery(&last, 16), Solid);
}

#[test]
fn what_is_not_asked_for_long_fades() {
    let record = answered(&[(0, Right, None)]);
    let fades = (0..30)
        .find(|day| record.mastery(ITEM, 1, DAY + day) == Fading)
        .unwrap();
    let recall = |day| record.item(ITEM, DAY + day).unwrap().recall;
    assert!(recall(fades) < 0.8 && recall(fades - 1) >= 0.8);
    let solid = answered(&[(0, Right, None), (2, Right, None), (13, Right, None)]);
    assert_eq!(solid.mastery(ITEM, 1, DAY + 100), Solid);
    assert_eq!(solid.mastery(ITEM, 1, DAY + 1000), Fading);
}

#[test]
fn a_goal_is_as_well_known_as_its_items() {
    let goal = |items: &[Mastery]| Mastery::of_goal(items.iter().copied());
    assert_eq!(goal(&[]), New);
    assert_eq!(goal(&[New, New]), New);
    assert_eq!(goal(&[New, Solid]), Seen);
    assert_eq!(goal(&[Solid, Seen, Fading]), Seen);
    assert_eq!(goal(&[Solid, Fading, Recalled]), Fading);
    assert_eq!(goal(&[Solid, Recalled]), Recalled);
    assert_eq!(goal(&[Solid, Solid]), Solid);
}

#[test]
fn what_is_due_comes_in_the_order_of_forgetting() {
    let mut record = Record::new();
    answer(
        &mut record,
        "q/known",
        1,
        &[(0, Right, None), (2, Right, None), (13, Right, None)],
    );
    answer(&mut record, "q/new", 1, &[(11, Right, None)]);
    answer(&mut record, "q/old", 1, &[(4, Right, None)]);
    answer(&mut record, "q/missed", 1, &[(12, Wrong, None)]);
    assert_eq!(due_items(&record, 12), ["q/old"]);
    assert_eq!(due(&record, DAY + 12).next, Some(DAY + 13));
    // Missed is forgotten soonest; the other two of the same strength by their age.
    assert_eq!(due_items(&record, 13), ["q/missed", "q/old", "q/new"]);
    let known = record.item("q/known", DAY + 13).unwrap();
    assert_eq!(due(&record, DAY + 13).next, Some(known.due));
    assert!(known.due > DAY + 40);
    // Asked and answered: no longer due today, whatever the answer.
    answer(&mut record, "q/old", 1, &[(13, Right, None)]);
    answer(&mut record, "q/missed", 1, &[(13, Wrong, None)]);
    assert_eq!(due_items(&record, 13), ["q/new"]);
    assert_eq!(missed(&record, DAY + 13)[0].item, "q/missed");
    assert_eq!(record.answer("q/missed").unwrap().chosen, ["medius"]);
}

#[test]
fn minutes_are_rounded_and_never_none() {
    let minutes = |count: usize| {
        let mut record = Record::new();
        for n in 0..count {
            answer(
                &mut record,
                &["q/", &n.to_string()].concat(),
                1,
                &[(0, Right, None)],
            );
        }
        due(&record, DAY + 9).minutes()
    };
    assert_eq!([0, 1, 2, 3, 4, 20].map(minutes), [0, 1, 1, 2, 2, 10]);
}

#[test]
fn a_horizon_limits_how_long_a_question_waits_until_it_ends() {
    let mut record = answered(&[(0, Right, None), (2, Right, None), (13, Right, None)]);
    let wait = |record: &Record, today: u32| record.item(ITEM, DAY + today).unwrap().due - DAY - 13;
    let always = wait(&record, 13);
    assert!(always > 14);
    for (horizon, longest, days) in [(Horizon::Week, 2, 7), (Horizon::Term, 14, 91)] {
        record.apply(
            &Change::Horizon {
                horizon,
                day: DAY + 13,
            },
            5,
        );
        assert_eq!(record.horizon(DAY + 13), horizon);
        assert_eq!(wait(&record, 13), longest);
        assert_eq!(wait(&record, 13 + days), longest);
        assert_eq!(wait(&record, 14 + days), always);
    }
    let change = Change::Horizon {
        horizon: Horizon::Always,
        day: DAY,
    };
    record.apply(&change, 0);
    assert_eq!(wait(&record, 13), always);
    for horizon in [Horizon::Week, Horizon::Term, Horizon::Always] {
        assert_eq!(Horizon::from_name(horizon.name()), Some(horizon));
    }
    // A later release may know more of them.
    let later = decoded(r#"{"version":2,"horizon":{"at":1,"day":1,"need":"a-decade"}}"#);
    assert_eq!(later.horizon(5), Horizon::Always);
}

#[test]
fn certainty_is_held_against_results() {
    let mut record = answered(&[
        (0, Right, Some(High)),
        (1, Wrong, Some(High)),
        (2, Right, Some(Low)),
    ]);
    // After a wrong answer on the same day nobody guesses.
    answer(
        &mut record,
        ITEM,
        1,
        &[(1, Right, Some(High)), (3, Right, None)],
    );
    answer(&mut record, "q/other", 1, &[(0, Partly, Some(Medium))]);
    let table = calibration(&record);
    assert_eq!(table.of(High), Tally { right: 1, all: 2 });
    assert_eq!(table.of(Medium), Tally { right: 0, all: 1 });
    assert_eq!(table.of(Low), Tally { right: 1, all: 1 });
    assert!(!table.is_empty() && calibration(&Record::new()).is_empty());
}

#[test]
fn an_item_that_changed_starts_anew_and_keeps_its_old_history() {
    let mut record = answered(&[(0, Right, None), (2, Right, None), (9, Right, None)]);
    assert_eq!(record.mastery(ITEM, 1, DAY + 9), Solid);
    assert_eq!(record.mastery(ITEM, 2, DAY + 9), New);
    answer(&mut record, ITEM, 2, &[(10, Right, None)]);
    let item = record.item(ITEM, DAY + 10).unwrap();
    assert_eq!((item.rev, item.tries, item.mastery), (2, 1, Recalled));
    assert!(
        record.encode().contains("A2A7A;2:g1dA"),
        "{}",
        record.encode()
    );
    // A page from before the change adds to the old history and to nothing else.
    let last = record.answer(ITEM).unwrap().at;
    answer(&mut record, ITEM, 1, &[(11, Wrong, None)]);
    assert_eq!(record.mastery(ITEM, 2, DAY + 11), Recalled);
    assert_eq!(
        record.answer(ITEM).map(|answer| (answer.right, answer.at)),
        Some((true, last))
    );
    assert_eq!(decoded(&record.encode()), record);
}

#[test]
fn what_changed_or_is_gone_is_kept_and_not_asked() {
    let mut record = answered(&[(0, Right, None)]);
    answer(&mut record, "q/gone", 1, &[(0, Wrong, None)]);
    assert_eq!(due_items(&record, 9), ["q/gone", ITEM]);
    assert!(!record.apply(
        &Change::Current(&[(ITEM, 1), ("q/gone", 1), ("q/none", 2)]),
        1
    ));
    let before = record.clone();
    assert!(record.apply(&Change::Current(&[(ITEM, 2), ("q/gone", 0)]), 1));
    assert!(!record.apply(&Change::Current(&[(ITEM, 2), ("q/gone", 0)]), 2));
    assert!(due_items(&record, 9).is_empty() && missed(&record, DAY + 9).is_empty());
    assert_eq!(due(&record, DAY + 9).next, None);
    assert_eq!(record.item(ITEM, DAY + 9).unwrap().tries, 1);
    assert_eq!(merge(&before, &record), record);
    // The new revision is answered, and what was gone comes back. An outdated page changes nothing.
    answer(&mut record, ITEM, 2, &[(9, Right, None)]);
    assert!(record.apply(&Change::Current(&[(ITEM, 2), ("q/gone", 1)]), 3));
    answer(&mut record, ITEM, 3, &[(9, Right, None)]);
    record.apply(&Change::Current(&[(ITEM, 2)]), 4);
    assert_eq!(due_items(&record, 12), ["q/gone", ITEM]);
    assert_eq!(decoded(&record.encode()), record);
}

#[test]
fn a_clock_set_forward_delays_nothing() {
    // Answered while the clock was a year ahead, and then put right.
    let mut record = answered(&[(365, Right, None)]);
    assert_eq!(record.mastery(ITEM, 1, DAY), New);
    assert_eq!(due_items(&record, 0), [ITEM]);
    answer(&mut record, ITEM, 1, &[(0, Right, None)]);
    assert!(due_items(&record, 0).is_empty());
    assert_eq!(record.mastery(ITEM, 1, DAY), Recalled);
    assert_eq!(due_items(&record, 2), [ITEM]);
    // A traveler's tomorrow counts today.
    assert_eq!(mastery(&[(1, Right, None)], 0), Recalled);
    assert_eq!(mastery(&[(2, Right, None)], 0), New);
}

#[test]
fn a_clock_set_back_puts_an_answer_among_the_earlier_days() {
    let straight = answered(&[(0, Right, None), (5, Wrong, None), (9, Right, None)]);
    let back = answered(&[(0, Right, None), (9, Right, None), (5, Wrong, None)]);
    let known = |record: &Record| format!("{:?}", record.item(ITEM, DAY + 9));
    assert_eq!(known(&back), known(&straight));
    // The last thing the reader did is still the last answer.
    assert!(!back.answer(ITEM).unwrap().right);
    assert_eq!(merge(&straight, &back), merge(&back, &straight));
}

#[test]
fn years_fold_into_a_state_that_says_the_same() {
    let mut days = Vec::new();
    let (mut day, mut memory) = (0, study::Memory::first(true));
    let mut record = answered(&[(0, Right, None)]);
    for n in 1..40_u32 {
        let wait = 1 + n * 7 % 31;
        day += wait;
        let right = n % 9 > 0;
        memory = memory.next(wait, right);
        let grade = if right { Right } else { Wrong };
        answer(&mut record, ITEM, 1, &[(day, grade, None)]);
        days.push(day);
        let item = record.item(ITEM, DAY + day + 20).unwrap();
        assert!((item.recall - memory.recall(20)).abs() < 1e-3, "{n}");
        assert!(item.due.abs_diff(DAY + day + memory.interval()) <= 1, "{n}");
        assert_eq!((item.tries, item.last), (u64::from(n) + 1, DAY + day));
    }
    let text = record.encode();
    assert!(text.len() < 330, "{text}");
    // The last miss was the fourth from the end.
    assert_eq!(record.mastery(ITEM, 1, DAY + day), Solid);
}

#[test]
fn an_old_copy_adds_what_is_newer_than_what_was_folded() {
    let all: Vec<_> = (0..20).map(|n| (n * 3, Right, None)).collect();
    let old = answered(&all[..5]);
    let full = answered(&all);
    assert_eq!(merge(&full, &old), full);
    // Another device went on from the old copy and has not met this one since.
    let mut other = old.clone();
    answer(&mut other, ITEM, 1, &[(20, Wrong, None), (58, Wrong, None)]);
    let both = merge(&full, &other);
    let tries = |record: &Record| record.item(ITEM, DAY + 60).unwrap().tries;
    assert_eq!((tries(&full), tries(&both)), (20, 21));
    assert_eq!(both.mastery(ITEM, 1, DAY + 60), Seen);
}

#[test]
fn undo_takes_back_one_answer_for_good() {
    let mut record = answered(&[(0, Right, None)]);
    let before = record.answer(ITEM).unwrap().grade;
    answer(&mut record, ITEM, 1, &[(2, Wrong, Some(High))]);
    let between = record.clone();
    assert_eq!(record.undoable(), Some(ITEM));
    assert!(record.apply(&Change::Undo, 7));
    assert_eq!(record.answer(ITEM).unwrap().grade, before);
    assert_eq!(record.mastery(ITEM, 1, DAY + 2), Recalled);
    assert_eq!(merge(&record, &between), record);
    assert!(!record.apply(&Change::Undo, 8), "one step");
    // Answered the same way once more: now it counts.
    answer(&mut record, ITEM, 1, &[(2, Wrong, Some(High))]);
    assert_eq!(record.mastery(ITEM, 1, DAY + 2), Seen);
    // Nothing is taken back that came later from elsewhere.
    let mut met = between.clone();
    assert_eq!(met.undoable(), Some(ITEM));
    let file =
        r#"{"version":1,"answers":{"three-glutes/largest":{"at":1900000000000,"right":true}}}"#;
    met = merge(&met, &decoded(file));
    assert_eq!(met.undoable(), None);
    // The only answer: then the item was never asked.
    let mut elsewhere = answered(&[(4, Right, None)]);
    elsewhere.apply(&Change::Undo, 0);
    assert_eq!(elsewhere.answer(ITEM), None);
    assert_eq!(elsewhere.mastery(ITEM, 1, DAY + 4), New);
    assert!(due_items(&elsewhere, 400).is_empty());
}

#[test]
fn a_topic_is_reset_alone_and_comes_back() {
    let mut record = answered(&[(0, Right, None), (2, Right, None)]);
    answer(&mut record, "walking/step", 1, &[(2, Right, None)]);
    let other = Change::Answered {
        item: "mix/step",
        rev: 1,
        topic: "walking",
        chosen: &[],
        grade: Right,
        certainty: None,
        day: DAY + 2,
    };
    record.apply(&other, 9);
    let before = record.clone();
    let topic = "three-glutes";
    assert!(record.apply(
        &Change::ResetTopic {
            topic,
            day: DAY + 2
        },
        10
    ));
    assert_eq!(record.mastery(ITEM, 1, DAY + 2), New);
    assert_eq!(record.mastery("mix/step", 1, DAY + 2), Recalled);
    assert_eq!(record.undoable(), None);
    // An old file does not bring it back; what is answered on the same day counts.
    assert_eq!(merge(&record, &before), record);
    answer(&mut record, ITEM, 1, &[(2, Wrong, None)]);
    let file = merge(&record, &before);
    assert_eq!(file.item(ITEM, DAY + 2).unwrap().tries, 1);
    let change = Change::RestoreTopic {
        topic,
        before: &before,
        day: DAY + 2,
    };
    record.apply(&change, 11);
    assert_eq!(record.item(ITEM, DAY + 2).unwrap().tries, 3);
    assert!(!record.apply(
        &Change::ResetTopic {
            topic: "none",
            day: DAY
        },
        1
    ));
}

#[test]
fn counts_what_comes_back_together() {
    let mut record = answered(&[(0, Right, None)]);
    answer(&mut record, "three-glutes/side", 1, &[(0, Right, None)]);
    answer(
        &mut record,
        "three-glutes/step",
        1,
        &[(0, Wrong, Some(High)), (0, Right, None)],
    );
    let due = due(&record, DAY);
    assert_eq!((due.items.len(), due.next, due.then), (0, Some(DAY + 1), 1));
    let due = study::due(&record, DAY + 1);
    assert_eq!((due.items.len(), due.next, due.then), (1, Some(DAY + 2), 2));
}

#[test]
fn counts_the_right_answers_of_a_quiz_and_of_no_other() {
    let mut record = answered(&[(0, Wrong, None)]);
    for item in [
        "three-glutes/side",
        "three-glutes-2/side",
        "three/side",
        "three-glutes",
    ] {
        answer(&mut record, item, 1, &[(0, Right, None)]);
    }
    assert_eq!(record.right_in("three-glutes"), 1);
    assert_eq!(record.right_in("three"), 1);
    assert_eq!(record.right_in("thr"), 0);
    assert_eq!(record.topics_answered(), ["three-glutes"]);
    let reset = Change::ResetTopic {
        topic: "three-glutes",
        day: DAY,
    };
    record.apply(&reset, u64::from(DAY + 1) * 86_400_000);
    assert_eq!(record.right_in("three-glutes"), 0);
    assert!(record.topics_answered().is_empty());
}
