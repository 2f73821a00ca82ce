//! The figure `walking`: one adult's cycle, phase by phase, with the forces of the muscles.
//!
//! The reader moves through the cycle and takes strength from groups of muscles; the same joint
//! moments are then shared anew over the whole cycle and laid over the original.

mod body;
mod chart;
mod cycle;
mod groups;
mod method;
mod phase;
mod rows;
mod scene;
mod words;

pub use cycle::Instant;
pub use method::METHOD;

use crate::figure::{Along, Figure, Handle, Named, Words};
use crate::path;
use crate::scene::Scene;
use crate::schema::{self, Key, Kind};

/// The state of the figure; every value within the range of its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct State {
    /// Percent of the cycle, from the contact of the right heel.
    pub at: i32,
    /// Strength in percent of normal: gluteus medius with minimus, gluteus maximus, hamstrings,
    /// iliopsoas, quadriceps, calf.
    pub strengths: [i32; 6],
}

const fn strength(name: &'static str, label: &'static str) -> Key {
    Key {
        name,
        label,
        kind: Kind::Integer {
            min: 0,
            max: 100,
            step: 10,
            unit: "%",
        },
        default: 100,
    }
}

/// The keys of the state, in the order of its values.
pub const KEYS: &[Key] = &[
    Key {
        name: "at",
        label: "Place in the cycle",
        kind: Kind::Integer {
            min: 0,
            max: 100,
            step: 1,
            unit: "%",
        },
        default: 16,
    },
    strength("medius", "Strength of gluteus medius and minimus"),
    strength("maximus", "Strength of gluteus maximus"),
    strength("hams", "Strength of the hamstrings"),
    strength("iliops", "Strength of iliopsoas"),
    strength("quads", "Strength of the quadriceps"),
    strength("calf", "Strength of the calf"),
];

impl State {
    /// The state with the given values of [`KEYS`]; missing ones are defaults.
    #[must_use]
    pub fn from_values(values: &[i32]) -> Self {
        let value = |index: usize| schema::value(KEYS, values, index);
        Self {
            at: value(0),
            strengths: [1, 2, 3, 4, 5, 6].map(value),
        }
    }

    /// The values of [`KEYS`].
    #[must_use]
    pub fn values(&self) -> Vec<i32> {
        let mut values = vec![self.at];
        values.extend(self.strengths);
        values
    }

    /// The forces of this instant with these strengths; `None` where the moments are not known.
    #[must_use]
    pub fn instant(&self) -> Option<Instant> {
        cycle::instant(self.at, &self.strengths)
    }
}

impl Default for State {
    fn default() -> Self {
        Self::from_values(&schema::defaults(KEYS))
    }
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

const fn named(
    slug: &'static str,
    label: &'static str,
    description: &'static str,
    query: &'static str,
) -> Named {
    Named {
        slug,
        label,
        description,
        query,
    }
}

const NAMED: &[Named] = &[
    named(
        "initial-contact",
        "Initial contact",
        "The right heel meets the floor: which muscles of the leg pull, and how hard.",
        "at=1",
    ),
    named(
        "loading-response",
        "Loading response",
        "The right leg takes over the weight: the gluteus maximus and the quadriceps pull.",
        "at=8",
    ),
    named(
        "mid-stance",
        "Mid stance",
        "One leg carries the body: the gluteus medius and minimus hold the pelvis.",
        "at=20",
    ),
    named(
        "terminal-stance",
        "Terminal stance",
        "The heel rises: the calf carries, and the hip flexors lengthen and pull.",
        "at=40",
    ),
    named(
        "pre-swing",
        "Pre-swing",
        "The other foot has landed: the calf pushes off and iliopsoas pulls the thigh forward.",
        "at=55",
    ),
    named(
        "initial-swing",
        "Initial swing",
        "The right foot leaves the floor, and the knee bends.",
        "at=68",
    ),
    named(
        "mid-swing",
        "Mid swing",
        "The right leg swings forward past the standing leg.",
        "at=81",
    ),
    named(
        "terminal-swing",
        "Terminal swing",
        "The leg slows down for the next step, and the hamstrings pull.",
        "at=95",
    ),
    named(
        "weak-medius",
        "Half a gluteus medius",
        "What would have to take over if gluteus medius and minimus had half their strength.",
        "at=46&medius=50",
    ),
    named(
        "without-maximus",
        "No gluteus maximus",
        "This walk would still be possible without gluteus maximus, at the cost of others.",
        "at=10&maximus=0",
    ),
];

/// The figure as the frame and the lab use it.
pub const FIGURE: Figure = Figure {
    name: "walking",
    title: "The muscles of a walking leg",
    description: "Move through one adult's walking cycle, see which muscles pull when, and find \
                  out what would have to take over if some were weaker.",
    version: 1,
    keys: KEYS,
    columns: &["Now", "At full strength"],
    named: NAMED,
    scene: |values| scene(&State::from_values(values)),
    words: |values| words(&State::from_values(values)),
    change: |old, new| change(&State::from_values(old), &State::from_values(new)),
    enabled: |_| vec![true; KEYS.len()],
    handles: &[Handle {
        part: "cursor",
        along: Along::Horizontal,
        drag: |values, right, _| {
            let mut state = State::from_values(values);
            state.at += path::nearest(100.0 * right / chart::WIDTH);
            state.values()
        },
    }],
};
