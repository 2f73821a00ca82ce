//! The figure `muscle-roles`: what a muscle of the hip does depends on where the thigh is.
//!
//! The reader poses the right thigh and chooses a muscle; its line of action, its three moment
//! arms and their curves over hip flexion show where it changes sides.

mod chart;
mod hip;
mod method;
mod muscles;
mod roles;
mod scene;
mod words;

pub use method::METHOD;
pub use muscles::{COMPARTMENTS, Compartment};
pub use roles::Roles;

use crate::figure::{Along, Figure, Handle, Named, Words};
use crate::path;
use crate::scene::Scene;
use crate::schema::{self, Key, Kind};

/// The state of the figure; every value within the range of its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct State {
    /// Which of [`COMPARTMENTS`], if any.
    pub muscle: Option<usize>,
    /// Hip flexion, degrees.
    pub flexion: i32,
    /// Hip adduction, degrees; negative out to the side.
    pub adduction: i32,
    /// Internal rotation of the hip, degrees; negative outward.
    pub rotation: i32,
}

const fn angle(min: i32, max: i32) -> Kind {
    Kind::Integer {
        min,
        max,
        step: 1,
        unit: "°",
    }
}

/// The keys of the state, in the order of its values.
pub const KEYS: &[Key] = &[
    Key {
        name: "flexion",
        label: "Bend the hip",
        kind: angle(-20, 100),
        default: 0,
    },
    Key {
        name: "adduct",
        label: "Thigh toward the other leg",
        kind: angle(-40, 20),
        default: 0,
    },
    Key {
        name: "rotate",
        label: "Turn the thigh inward",
        kind: angle(-40, 40),
        default: 0,
    },
    Key {
        name: "muscle",
        label: "Muscle",
        kind: Kind::Part {
            ids: muscles::IDS,
            labels: muscles::LABELS,
        },
        default: 10,
    },
];

impl State {
    /// The state with the given values of [`KEYS`]; missing ones are defaults.
    #[must_use]
    pub fn from_values(values: &[i32]) -> Self {
        let value = |index: usize| schema::value(KEYS, values, index);
        Self {
            flexion: value(0),
            adduction: value(1),
            rotation: value(2),
            muscle: (value(3) as usize).checked_sub(1),
        }
    }

    /// The values of [`KEYS`].
    #[must_use]
    pub fn values(&self) -> Vec<i32> {
        vec![
            self.flexion,
            self.adduction,
            self.rotation,
            self.muscle.map_or(0, |muscle| muscle as i32 + 1),
        ]
    }

    /// The chosen muscle.
    #[must_use]
    pub fn compartment(&self) -> Option<Compartment> {
        COMPARTMENTS.get(self.muscle?).copied()
    }

    /// What the chosen muscle does.
    #[must_use]
    pub fn roles(&self) -> Roles {
        Roles::new(self)
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
    words::words(state, &state.roles())
}

/// One sentence on what changed.
#[must_use]
pub fn change(old: &State, new: &State) -> String {
    words::change(old, new)
}

/// The states with a page of their own.
const NAMED: &[Named] = &[
    Named {
        slug: "piriformis-bent",
        label: "Piriformis, hip bent",
        description: "With the hip bent to 90°, piriformis no longer turns the thigh outward but \
                      inward.",
        query: "flexion=90",
    },
    Named {
        slug: "back-of-medius",
        label: "Back of gluteus medius",
        description: "The back part of gluteus medius turns the straight thigh outward, and the \
                      bent one inward.",
        query: "flexion=70&muscle=medius-back",
    },
    Named {
        slug: "quadratus-femoris",
        label: "One that keeps turning outward",
        description: "Quadratus femoris turns the thigh outward however far the hip is bent.",
        query: "flexion=60&muscle=quadratus-femoris",
    },
];

/// The figure as the frame and the lab use it.
pub const FIGURE: Figure = Figure {
    name: "muscle-roles",
    title: "One muscle, several roles",
    description: "Pose the thigh and see what a muscle of the hip does there: which way it bends, \
                  moves and turns the thigh, and where it changes sides.",
    version: 1,
    keys: KEYS,
    columns: &[
        "In this pose",
        "Hip straight",
        "Hip bent 90°",
        "Changes sides at",
    ],
    named: NAMED,
    scene: |values| scene(&State::from_values(values)),
    words: |values| words(&State::from_values(values)),
    change: |old, new| change(&State::from_values(old), &State::from_values(new)),
    enabled: |_| vec![true; KEYS.len()],
    handles: &[Handle {
        part: "curves",
        along: Along::Horizontal,
        drag: |values, right, _| {
            let mut state = State::from_values(values);
            state.flexion += path::nearest(right / chart::DEGREE);
            state.values()
        },
    }],
};
