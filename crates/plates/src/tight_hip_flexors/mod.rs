//! The figure `tight-hip-flexors`: late in a step the hip does not extend; where does the rest of
//! the motion come from?
//!
//! Seen from the right side, the right leg behind. Behind the body, as ghosts, the full step or
//! other ways to walk with the same hip.

mod bar;
mod labels;
mod method;
mod scene;
mod split;
mod walker;
mod words;

pub use method::METHOD;
pub use split::Split;

use crate::figure::{Along, Figure, Handle, Named, Words};
use crate::path::nearest;
use crate::scene::Scene;
use crate::schema::{self, Key, Kind};

/// What keeping the trunk upright by extending the low back costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// As much as people in the study behaved.
    Measured,
    /// As much as leaning the trunk.
    Alike,
    /// Next to nothing.
    Upright,
}

impl Way {
    /// All ways, in the order of the key's words.
    pub const ALL: [Self; 3] = [Self::Measured, Self::Alike, Self::Upright];
}

/// What is drawn behind the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Behind {
    /// The step with full extension.
    Full,
    /// The other ways.
    Ways,
    /// Nothing.
    Nothing,
}

/// The state of the figure; every value within the range of its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct State {
    /// Hip extension lost, degrees.
    pub lost: i32,
    /// How the trunk is held.
    pub way: Way,
    /// The ghosts.
    pub behind: Behind,
}

/// The keys of the state, in the order of its values.
pub const KEYS: &[Key] = &[
    Key {
        name: "lost",
        label: "Hip extension lost",
        kind: Kind::Integer {
            min: 0,
            max: 50,
            step: 1,
            unit: "°",
        },
        default: 20,
    },
    Key {
        name: "way",
        label: "Trunk and low back",
        kind: Kind::Choice {
            words: &["measured", "alike", "upright"],
            labels: &["As measured", "Share alike", "Trunk kept upright"],
        },
        default: 0,
    },
    Key {
        name: "ghost",
        label: "Ghost",
        kind: Kind::Choice {
            words: &["full", "ways", "none"],
            labels: &["The full step", "Other ways", "None"],
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
            lost: value(0),
            way: match value(1) {
                1 => Way::Alike,
                2 => Way::Upright,
                _ => Way::Measured,
            },
            behind: match value(2) {
                1 => Behind::Ways,
                2 => Behind::Nothing,
                _ => Behind::Full,
            },
        }
    }

    /// The values of [`KEYS`].
    #[must_use]
    pub fn values(&self) -> Vec<i32> {
        vec![self.lost, self.way as i32, self.behind as i32]
    }

    /// Where the lost degrees come from.
    #[must_use]
    pub fn split(&self) -> Split {
        split::split(self.lost, self.way)
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

/// The pose in which a state is drawn.
#[must_use]
pub fn pose(state: &State) -> kinetics::Pose {
    walker::pose(&state.split())
}

/// The figure as the frame and the lab use it.
pub const FIGURE: Figure = Figure {
    name: "tight-hip-flexors",
    title: "Tight hip flexors in walking",
    description: "Take extension from the hip late in a step and see where the rest of the motion \
                  comes from: pelvis, trunk, low back, knee, and a shorter step.",
    keys: KEYS,
    version: 1,
    columns: &["Value"],
    named: &[
        Named {
            slug: "ten-degrees",
            label: "Ten degrees lost",
            description: "What adults did for every ten degrees of hip extension that they lost.",
            query: "lost=10",
        },
        Named {
            slug: "trunk-upright",
            label: "Trunk kept upright",
            description: "The same hip in a body that keeps its trunk upright: the low back \
                          extends by what the pelvis tilts.",
            query: "way=upright",
        },
        Named {
            slug: "several-ways",
            label: "Several ways to walk",
            description: "One stiff hip and three ways to walk with it, drawn over one another.",
            query: "lost=30&ghost=ways",
        },
    ],
    scene: |values| scene(&State::from_values(values)),
    words: |values| words(&State::from_values(values)),
    change: |old, new| change(&State::from_values(old), &State::from_values(new)),
    enabled: |_| vec![true; KEYS.len()],
    handles: &[Handle {
        part: "body",
        along: Along::Horizontal,
        drag: |values, right, _| {
            let mut state = State::from_values(values);
            // The trailing foot follows the pointer: the thigh makes up for about half of a loss.
            state.lost = state.lost.saturating_add(nearest(right / 2.6));
            state.values()
        },
    }],
};
