//! The figure `pelvic-tilt`: what a tilt of the pelvis asks of the hip and of the low back, and how
//! it misleads the Thomas test.
//!
//! Seen from the right side. One hip, looked at twice: standing, and lying at the end of a table
//! with one leg hanging. Tightness and tilt are the same in both views.

mod angles;
pub(crate) mod arcs;
mod bones;

mod labels;
mod method;
mod muscles;
mod person;
mod posture;
mod scene;
mod skin;
pub(crate) mod stage;
mod tables;
mod words;

pub use angles::{Angles, OnTable};
pub use method::METHOD;

use crate::figure::{Along, Figure, Handle, Named, Words};
use crate::path::nearest;
use crate::scene::Scene;
use crate::schema::{self, Key, Kind};

/// What is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Show {
    /// Standing, the pelvis large.
    Standing,
    /// The Thomas test.
    Thomas,
}

/// The state of the figure; every value within the range of its key. Degrees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct State {
    /// What is drawn.
    pub show: Show,
    /// Forward tilt of the pelvis, from upright or from flat on the table.
    pub tilt: i32,
    /// How much earlier than average the hip flexors stop the hip.
    pub tight: i32,
    /// How far the thigh should point back; without effect on the table.
    pub back: i32,
}

/// The keys of the state, in the order of its values.
pub const KEYS: &[Key] = &[
    Key {
        name: "show",
        label: "Show",
        kind: Kind::Choice {
            words: &["standing", "thomas"],
            labels: &["Standing", "Thomas test"],
        },
        default: 0,
    },
    Key {
        name: "tilt",
        label: "Tilt the pelvis forward",
        kind: Kind::Integer {
            min: -20,
            max: 30,
            step: 1,
            unit: "°",
        },
        default: 15,
    },
    Key {
        name: "tight",
        label: "Hip flexors stop the hip earlier by",
        kind: Kind::Integer {
            min: 0,
            max: 50,
            step: 1,
            unit: "°",
        },
        default: 30,
    },
    Key {
        name: "back",
        label: "Take the thigh back",
        kind: Kind::Integer {
            min: 0,
            max: 30,
            step: 1,
            unit: "°",
        },
        default: 0,
    },
];

impl State {
    /// The state with the given values of [`KEYS`]; missing ones are defaults.
    #[must_use]
    pub fn from_values(values: &[i32]) -> Self {
        let value = |index: usize| schema::value(KEYS, values, index);
        Self {
            show: if value(0) == 1 {
                Show::Thomas
            } else {
                Show::Standing
            },
            tilt: value(1),
            tight: value(2),
            back: value(3),
        }
    }

    /// The values of [`KEYS`].
    #[must_use]
    pub fn values(&self) -> Vec<i32> {
        vec![
            i32::from(self.show == Show::Thomas),
            self.tilt,
            self.tight,
            self.back,
        ]
    }

    /// The angles of this state.
    #[must_use]
    pub fn angles(&self) -> Angles {
        angles::angles(self)
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

/// The query of a state, without `?` and without defaults.
#[must_use]
pub fn print(state: &State) -> String {
    schema::print(KEYS, &state.values())
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

/// The figure as the frame and the lab use it.
pub const FIGURE: Figure = Figure {
    name: "pelvic-tilt",
    title: "Pelvic tilt and the Thomas test",
    description: "Tilt the pelvis and see what the hip and the low back must do, and how a tilt \
                  lets a tight hip pass the Thomas test.",
    keys: KEYS,
    version: 1,
    columns: &["Value"],
    named: &[
        Named {
            slug: "level-pelvis",
            label: "Pelvis upright, supple hip",
            description: "Standing with an upright pelvis: the hip has room to extend and the low \
                          back need not bend.",
            query: "tilt=0&tight=0",
        },
        Named {
            slug: "thigh-stops",
            label: "A tight hip stops the thigh",
            description: "With an upright pelvis a tight hip does not let the thigh point back; \
                          the missing degrees can come from several places.",
            query: "tilt=0&back=20",
        },
        Named {
            slug: "thomas-test-faked",
            label: "Thomas test, faked by a tilt",
            description: "In the Thomas test a forward tilt of the pelvis lets a short hip pass.",
            query: "show=thomas",
        },
        Named {
            slug: "thomas-test-held",
            label: "Thomas test, pelvis held flat",
            description: "With the pelvis held flat on the table the thigh shows what the hip does.",
            query: "show=thomas&tilt=0",
        },
    ],
    scene: |values| scene(&State::from_values(values)),
    words: |values| words(&State::from_values(values)),
    change: |old, new| change(&State::from_values(old), &State::from_values(new)),
    enabled: |values| {
        let state = State::from_values(values);
        vec![true, true, true, state.show == Show::Standing]
    },
    handles: &[Handle {
        part: "pelvis",
        along: Along::Both,
        drag: |values, right, down| {
            let mut state = State::from_values(values);
            // The crest is above the hip when standing and beside it on the table.
            let (moved, reach) = match state.show {
                Show::Standing => (right, scene::STANDING_SCALE),
                Show::Thomas => (-down, scene::TABLE_SCALE),
            };
            let degrees = (moved / (13.0 * reach)).to_degrees();
            state.tilt = state.tilt.saturating_add(nearest(degrees));
            state.values()
        },
    }],
};
