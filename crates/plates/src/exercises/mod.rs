//! The figure `exercises`: how active the gluteal muscles are in exercises, study by study, and a
//! bridge that you lift through.
//!
//! The chart shows what studies measured, each with its spread, and no mean of means. The bridge
//! shows what `kinetics` computes: the moment at the hip and who shares it.

mod body;
mod bridge;
mod chart;
pub mod data;
mod method;
mod scene;
mod table;
mod words;

use crate::figure::{Along, Figure, Handle, Named, Words};
use crate::path;
use crate::scene::Scene;
use crate::schema::{self, Key, Kind};

use data::{EXERCISES, Exercise, Gear, Muscle};
use kinetics::experiments::bridge::Legs;

/// What is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Show {
    /// The studies.
    Chart,
    /// The bridge.
    Bridge(Legs),
}

/// Which exercises.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    /// Those that name no equipment.
    None,
    /// Those with a step.
    Step,
    /// Those with weights, or pooled from strength training.
    Weights,
}

impl Filter {
    /// Whether exercises with this equipment are shown.
    #[must_use]
    pub const fn takes(self, gear: Gear) -> bool {
        match self {
            Self::None => matches!(gear, Gear::None),
            Self::Step => matches!(gear, Gear::Step | Gear::StepAndWeights),
            Self::Weights => matches!(gear, Gear::Weights | Gear::StepAndWeights | Gear::Pooled),
        }
    }
}

/// The state of the figure; every value within the range of its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct State {
    /// What is shown.
    pub show: Show,
    /// The muscle of the chart.
    pub muscle: Muscle,
    /// Which exercises the chart has.
    pub gear: Filter,
    /// Whether the rows are sorted by their largest value, and not by family.
    pub by_value: bool,
    /// The chosen exercise: 0 for none, else its place in [`EXERCISES`] plus one.
    pub row: usize,
    /// How far the bridge is lifted, percent.
    pub lift: i32,
    /// Load on the hips, kilograms.
    pub load: i32,
}

const ROWS: usize = EXERCISES.len() + 1;

const IDS: [&str; ROWS] = {
    let mut ids = ["none"; ROWS];
    let mut at = 1;
    while at < ROWS {
        ids[at] = EXERCISES[at - 1].part.id;
        at += 1;
    }
    ids
};

const NAMES: [&str; ROWS] = {
    let mut names = ["None"; ROWS];
    let mut at = 1;
    while at < ROWS {
        names[at] = EXERCISES[at - 1].part.name;
        at += 1;
    }
    names
};

/// The keys of the state, in the order of its values.
pub const KEYS: &[Key] = &[
    Key {
        name: "show",
        label: "Show",
        kind: Kind::Choice {
            words: &["studies", "bridge", "one-leg"],
            labels: &["Studies", "Bridge, two legs", "Bridge, one leg"],
        },
        default: 0,
    },
    Key {
        name: "muscle",
        label: "Muscle",
        kind: Kind::Choice {
            words: &["medius", "maximus"],
            labels: &["Gluteus medius", "Gluteus maximus"],
        },
        default: 0,
    },
    Key {
        name: "gear",
        label: "Equipment",
        kind: Kind::Choice {
            words: &["none", "step", "weights"],
            labels: &["None", "A step", "Weights"],
        },
        default: 0,
    },
    Key {
        name: "sort",
        label: "Sort by",
        kind: Kind::Choice {
            words: &["family", "largest"],
            labels: &["Family", "Largest value"],
        },
        default: 0,
    },
    Key {
        name: "row",
        label: "Exercise",
        kind: Kind::Part {
            ids: &IDS,
            labels: &NAMES,
        },
        default: 0,
    },
    integer("lift", "Lift", 0, 100, 5, "%", 100),
    integer("load", "Load on the hips", 0, 60, 5, "kg", 0),
];

const fn integer(
    name: &'static str,
    label: &'static str,
    min: i32,
    max: i32,
    step: i32,
    unit: &'static str,
    default: i32,
) -> Key {
    let kind = Kind::Integer {
        min,
        max,
        step,
        unit,
    };
    Key {
        name,
        label,
        kind,
        default,
    }
}

impl State {
    /// The state with the given values of [`KEYS`]; missing ones are defaults.
    #[must_use]
    pub fn from_values(values: &[i32]) -> Self {
        let value = |index: usize| schema::value(KEYS, values, index);
        Self {
            show: match value(0) {
                1 => Show::Bridge(Legs::Double),
                2 => Show::Bridge(Legs::Single),
                _ => Show::Chart,
            },
            muscle: if value(1) == 1 {
                Muscle::Maximus
            } else {
                Muscle::Medius
            },
            gear: match value(2) {
                1 => Filter::Step,
                2 => Filter::Weights,
                _ => Filter::None,
            },
            by_value: value(3) == 1,
            row: value(4) as usize,
            lift: value(5),
            load: value(6),
        }
    }

    /// The values of [`KEYS`].
    #[must_use]
    pub fn values(&self) -> Vec<i32> {
        vec![
            match self.show {
                Show::Chart => 0,
                Show::Bridge(Legs::Double) => 1,
                Show::Bridge(Legs::Single) => 2,
            },
            i32::from(self.muscle == Muscle::Maximus),
            match self.gear {
                Filter::None => 0,
                Filter::Step => 1,
                Filter::Weights => 2,
            },
            i32::from(self.by_value),
            self.row as i32,
            self.lift,
            self.load,
        ]
    }

    /// The chosen exercise.
    #[must_use]
    pub fn chosen(&self) -> Option<&'static Exercise> {
        EXERCISES.get(self.row.checked_sub(1)?)
    }

    /// How many legs lift; two while the chart is shown.
    #[must_use]
    pub fn legs(&self) -> Legs {
        match self.show {
            Show::Bridge(legs) => legs,
            Show::Chart => Legs::Double,
        }
    }

    /// The exercises of the chart, as places in [`EXERCISES`], from top to bottom.
    #[must_use]
    pub fn rows(&self) -> Vec<usize> {
        chart::rows(self)
    }
}

impl Default for State {
    fn default() -> Self {
        Self::from_values(&schema::defaults(KEYS))
    }
}

/// The state that a query gives; never fails.
#[must_use]
pub fn parse(query: &str) -> State {
    State::from_values(&schema::parse(KEYS, query))
}

/// The drawing of a state.
#[must_use]
pub fn scene(state: &State) -> Scene {
    scene::scene(state)
}

/// The words of a state.
#[must_use]
pub fn words(state: &State) -> Words {
    words::words(state)
}

/// One sentence on what changed.
#[must_use]
pub fn change(old: &State, new: &State) -> String {
    words::change(old, new)
}

pub use method::METHOD;

/// The figure as the frame and the lab use it.
pub const FIGURE: Figure = Figure {
    name: "exercises",
    title: "Exercises, study by study",
    description: "See how active the gluteal muscles were in exercises, one dot for each study \
                  with its spread, and lift a bridge to see what the hip must hold.",
    version: 1,
    keys: KEYS,
    columns: &["Muscle", "Value", "Who", "Source"],
    named: &[
        Named {
            slug: "gluteus-maximus",
            label: "Gluteus maximus with weights",
            description: "Gluteus maximus in squats, thrusts and step-ups with weights: what each \
                          study measured, and how widely people differ.",
            query: "muscle=maximus&gear=weights",
        },
        Named {
            slug: "bridge",
            label: "Bridge on two legs",
            description: "A bridge on two legs, hips straight: the moment at each hip and the \
                          muscles that share it.",
            query: "show=bridge",
        },
        Named {
            slug: "single-leg-bridge",
            label: "Bridge on one leg",
            description: "A bridge on one leg: the hip must hold about three times as much as with \
                          two.",
            query: "show=one-leg",
        },
    ],
    scene: |values| scene(&State::from_values(values)),
    words: |values| words(&State::from_values(values)),
    change: |old, new| change(&State::from_values(old), &State::from_values(new)),
    enabled: |values| {
        let chart = State::from_values(values).show == Show::Chart;
        vec![true, chart, chart, chart, chart, !chart, !chart]
    },
    handles: &[Handle {
        part: "body",
        along: Along::Vertical,
        drag: |values, _, down| {
            let mut state = State::from_values(values);
            state.lift -= path::nearest(down * 100.0 / body::RISE);
            state.values()
        },
    }],
};
