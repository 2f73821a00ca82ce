//! Readers of five years.

use study::{Certainty, Change, Grade, Record};

/// The day after the five years.
pub(crate) const TODAY: u32 = 20_775;
const YEARS: u32 = 5 * 365;

/// Numbers that look like chance and are the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % u64::from(limit)) as u32
    }
}

fn names() -> Vec<String> {
    (0..10_000)
        .map(|n| format!("gluteus-medius-{:02}/question-{n}", n % 90))
        .collect()
}

fn answer(record: &mut Record, chance: &mut Chance, item: &str, day: u32, right: bool) {
    let certainties = [
        None,
        Some(Certainty::Medium),
        Some(Certainty::High),
        Some(Certainty::Medium),
    ];
    let change = Change::Answered {
        item,
        rev: 1,
        topic: item.split('/').next().unwrap_or(item),
        chosen: &["the-hip"],
        grade: if right { Grade::Right } else { Grade::Wrong },
        certainty: certainties[chance.below(4) as usize],
        day,
    };
    record.apply(&change, u64::from(day) * 86_400_000 + 43_200_000);
}

/// Each item is met within the first year, asked whenever it is due, and recalled as predicted.
pub(crate) fn five_years_as_asked() -> Record {
    let mut chance = Chance(6);
    let mut record = Record::new();
    for item in names() {
        let mut day = TODAY - YEARS + chance.below(365);
        while day < TODAY {
            let known = record.item(&item, day);
            let recall = known.map_or(0.6, |known| known.recall);
            let right = f64::from(chance.below(1000)) < recall * 1000.0;
            answer(&mut record, &mut chance, &item, day, right);
            day = record.item(&item, day).map_or(TODAY, |known| known.due);
        }
    }
    record
}

/// Each item is asked about every month, far more often than needed, and missed one time in ten.
pub(crate) fn five_years_every_month() -> Record {
    let mut chance = Chance(7);
    let mut record = Record::new();
    for item in names() {
        let mut day = TODAY - YEARS + chance.below(30);
        while day < TODAY {
            let right = chance.below(10) > 0;
            answer(&mut record, &mut chance, &item, day, right);
            day += 15 + chance.below(30);
        }
    }
    record
}
