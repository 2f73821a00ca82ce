//! The figure `pronation`: the joint below the ankle as an oblique hinge.
//!
//! A heel that rolls in turns the shank in, as much as the slope of the hinge says. The right leg,
//! from behind, from its outer side and from above; then what that is good for, and what was seen
//! farther up in people on wedges.

mod carved;
mod chain;
mod ground;
mod method;
mod panels;
mod ratio;
mod scene;
mod words;

use kinetics::experiments::subtalar_hinge::{SubtalarHinge, SubtalarHingeResult, subtalar_hinge};

use crate::figure::{Along, Figure, Handle, Named, Words};
use crate::path;
use crate::scene::Scene;
use crate::schema::{self, Key, Kind};

pub use method::METHOD;

/// What is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Show {
    /// The hinge: heel and shank.
    Hinge,
    /// What the hinge is good for on uneven ground.
    Ground,
    /// Shank, thigh and pelvis of people on wedges.
    Chain,
}

/// The state of the figure; every value within the range of its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct State {
    /// Roll of the heel inward, degrees; negative outward.
    pub roll: i32,
    /// Inclination of the axis above the ground, degrees.
    pub slope: i32,
    /// Deviation of the axis toward the midline, degrees.
    pub inward: i32,
    /// What is shown.
    pub show: Show,
}

/// The keys of the state, in the order of its values.
pub const KEYS: &[Key] = &[
    Key {
        name: "roll",
        label: "Roll the heel in",
        kind: Kind::Integer {
            min: -10,
            max: 15,
            step: 1,
            unit: "°",
        },
        default: 10,
    },
    Key {
        name: "slope",
        label: "The hinge rises by",
        kind: Kind::Integer {
            min: 20,
            max: 60,
            step: 1,
            unit: "°",
        },
        default: 37,
    },
    Key {
        name: "inward",
        label: "The hinge points inward by",
        kind: Kind::Integer {
            min: 0,
            max: 30,
            step: 1,
            unit: "°",
        },
        default: 9,
    },
    Key {
        name: "show",
        label: "Look at",
        kind: Kind::Choice {
            words: &["hinge", "ground", "chain"],
            labels: &["The hinge", "Uneven ground", "Up the leg"],
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
            roll: value(0),
            slope: value(1),
            inward: value(2),
            show: match value(3) {
                1 => Show::Ground,
                2 => Show::Chain,
                _ => Show::Hinge,
            },
        }
    }

    /// The values of [`KEYS`].
    #[must_use]
    pub fn values(&self) -> Vec<i32> {
        let show = match self.show {
            Show::Hinge => 0,
            Show::Ground => 1,
            Show::Chain => 2,
        };
        vec![self.roll, self.slope, self.inward, show]
    }

    /// The hinge of this state.
    ///
    /// The model refuses numbers that are not finite; a state holds whole numbers, so the result
    /// that stands in for an error is never seen.
    #[must_use]
    pub fn hinge(&self) -> SubtalarHingeResult {
        let radians = |degrees: i32| f64::from(degrees).to_radians();
        let input = SubtalarHinge {
            inclination: radians(self.slope),
            deviation: radians(self.inward),
            eversion: radians(self.roll),
        };
        subtalar_hinge(&input).unwrap_or(SubtalarHingeResult {
            ratio: 0.0,
            about_axis: 0.0,
            shank_rotation: 0.0,
            clamped: true,
        })
    }
}

/// The figure as the frame and the lab use it.
pub const FIGURE: Figure = Figure {
    name: "pronation",
    title: "A heel that rolls, a shank that turns",
    description: "Move the slanted hinge below your ankle and see why a heel that rolls in turns \
                  the shank in, what that is good for, and how far up it was measured.",
    version: 1,
    keys: KEYS,
    columns: &["Value"],
    named: &[
        Named {
            slug: "steep-hinge",
            label: "A steep hinge",
            description: "A hinge that rises by 55 degrees turns the shank in by more than the heel \
                          rolls.",
            query: "slope=55&inward=16",
        },
        Named {
            slug: "uneven-ground",
            label: "What it is good for",
            description: "On sloping ground the hinge lets the foot lie flat while the leg stays \
                          upright.",
            query: "show=ground",
        },
        Named {
            slug: "up-the-leg",
            label: "Up the leg",
            description: "What was seen in 35 healthy adults who stood on wedges: shank and hip \
                          turned in, the pelvis tilted forward.",
            query: "show=chain",
        },
    ],
    scene: |values| scene::scene(&State::from_values(values)),
    words: |values| words::words(&State::from_values(values)),
    change: |old, new| words::change(&State::from_values(old), &State::from_values(new)),
    enabled: |values| {
        let hinge = State::from_values(values).show == Show::Hinge;
        let chain = State::from_values(values).show == Show::Chain;
        vec![!chain, hinge, hinge, true]
    },
    handles: &[Handle {
        part: "heel",
        along: Along::Horizontal,
        drag: |values, right, _| {
            let mut state = State::from_values(values);
            // The shank rides toward the midline, to the left, when the heel rolls in.
            state.roll -= path::nearest(right / 4.0);
            state.values()
        },
    }],
};

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

/// The state that a query gives; never fails.
#[must_use]
pub fn parse(query: &str) -> State {
    State::from_values(&schema::parse(KEYS, query))
}
