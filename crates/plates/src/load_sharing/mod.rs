//! The figure `load-sharing`: who extends the hip, and what a weaker gluteus maximus changes.
//!
//! Seen from the right. A moment is shared among all muscles of the hip; beside it stands the
//! same moment shared at full strength.

mod hip;
mod method;
mod scene;
mod share;
mod words;

pub use method::METHOD;
pub use share::Share;

use crate::figure::{Figure, Named, Words};
use crate::scene::Scene;
use crate::schema::{self, Key, Kind};

/// The state of the figure; every value within the range of its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct State {
    /// Strength of gluteus maximus, percent of what is usual.
    pub strength: i32,
    /// Hip flexion, degrees; negative in extension.
    pub flexion: i32,
    /// The extension moment that is asked for, newton meters.
    pub moment: i32,
}

/// The keys of the state, in the order of its values.
pub const KEYS: &[Key] = &[
    Key {
        name: "strength",
        label: "Strength of gluteus maximus",
        kind: Kind::Integer {
            min: 0,
            max: 100,
            step: 1,
            unit: "%",
        },
        default: 50,
    },
    Key {
        name: "flexion",
        label: "Bend the hip",
        kind: Kind::Integer {
            min: -10,
            max: 90,
            step: 1,
            unit: "°",
        },
        default: -10,
    },
    Key {
        name: "moment",
        label: "Turning effect to share",
        kind: Kind::Integer {
            min: 10,
            max: 150,
            step: 5,
            unit: "N m",
        },
        default: 60,
    },
];

impl State {
    /// The state with the given values of [`KEYS`]; missing ones are defaults.
    #[must_use]
    pub fn from_values(values: &[i32]) -> Self {
        let value = |index: usize| schema::value(KEYS, values, index);
        Self {
            strength: value(0),
            flexion: value(1),
            moment: value(2),
        }
    }

    /// The values of [`KEYS`].
    #[must_use]
    pub fn values(&self) -> Vec<i32> {
        vec![self.strength, self.flexion, self.moment]
    }

    /// Who extends the hip in this state.
    #[must_use]
    pub fn share(&self) -> Share {
        share::share(self)
    }

    /// The same at full strength.
    #[must_use]
    pub fn at_full_strength(&self) -> Self {
        Self {
            strength: 100,
            ..*self
        }
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
    words::words(state, &state.share(), &state.at_full_strength().share())
}

/// One sentence on what changed.
#[must_use]
pub fn change(old: &State, new: &State) -> String {
    words::change(old, new)
}

/// The states with a page of their own.
const NAMED: &[Named] = &[
    Named {
        slug: "full-strength",
        label: "Full strength",
        description: "Even with gluteus maximus at full strength, the hamstrings supply most of \
                      the hip extension in this calculation.",
        query: "strength=100",
    },
    Named {
        slug: "without-gluteus-maximus",
        label: "Without gluteus maximus",
        description: "Hip extension without gluteus maximus: the hamstrings take over most of its \
                      part, and the head of the thigh bone is pressed further forward.",
        query: "strength=0",
    },
    Named {
        slug: "hip-bent",
        label: "Hip bent",
        description: "With the hip bent to 60°, the same muscles pull the head of the thigh bone \
                      backward instead of forward.",
        query: "strength=100&flexion=60&moment=90",
    },
];

/// The figure as the frame and the lab use it.
pub const FIGURE: Figure = Figure {
    name: "load-sharing",
    title: "Who extends the hip",
    description: "Weaken gluteus maximus and see who takes over, and how the pull on the head of \
                  the thigh bone changes.",
    version: 1,
    keys: KEYS,
    columns: &["Now", "At full strength"],
    named: NAMED,
    scene: |values| scene(&State::from_values(values)),
    words: |values| words(&State::from_values(values)),
    change: |old, new| change(&State::from_values(old), &State::from_values(new)),
    enabled: |_| vec![true; KEYS.len()],
    handles: &[],
};
