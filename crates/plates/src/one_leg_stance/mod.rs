//! The figure `one-leg-stance`: who holds the pelvis level when one foot is off the floor.
//!
//! Seen from behind, so that the reader's right is on the right. The reader stands on the
//! right leg; trunk lean, cane and carried load change the forces about the right hip.

mod balance;
mod body;
mod ghosts;
mod hip;
mod hold;
mod method;
mod pose;
mod scene;
mod words;

pub use balance::Balance;
pub use hold::Hold;

use crate::figure::{Along, Figure, Handle, Named, Words};
use crate::path;
use crate::scene::Scene;
use crate::schema::{self, Key, Kind};

/// Which hand holds the cane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cane {
    /// No cane.
    None,
    /// The hand opposite the stance leg.
    Left,
    /// The hand on the side of the stance leg.
    Right,
}

/// A hand that carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hand {
    /// On the side of the swing leg.
    Left,
    /// On the side of the stance leg.
    Right,
}

/// The state of the figure; every value within the range of its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct State {
    /// How far the trunk's lean moves the weight above the hip toward it, centimeters.
    pub lean: i32,
    /// Which hand holds the cane.
    pub cane: Cane,
    /// Push on the cane, percent of body weight; without effect when there is no cane.
    pub push: i32,
    /// Mass of the carried load, kilograms.
    pub load: i32,
    /// The hand that carries; without effect when there is no load.
    pub hand: Hand,
    /// Strength of gluteus medius and minimus, percent of what is usual.
    pub strength: i32,
}

/// The keys of the state, in the order of its values.
pub const KEYS: &[Key] = &[
    Key {
        name: "lean",
        label: "Lean your trunk to the right",
        kind: Kind::Integer {
            min: -3,
            max: 10,
            step: 1,
            unit: "cm",
        },
        default: 0,
    },
    Key {
        name: "cane",
        label: "Cane",
        kind: Kind::Choice {
            words: &["none", "left", "right"],
            labels: &["No cane", "Left hand", "Right hand"],
        },
        default: 0,
    },
    Key {
        name: "push",
        label: "Push on the cane",
        kind: Kind::Integer {
            min: 0,
            max: 20,
            step: 1,
            unit: "%",
        },
        default: 10,
    },
    Key {
        name: "load",
        label: "Carry a bag",
        kind: Kind::Integer {
            min: 0,
            max: 15,
            step: 1,
            unit: "kg",
        },
        default: 0,
    },
    Key {
        name: "hand",
        label: "Bag in",
        kind: Kind::Choice {
            words: &["left", "right"],
            labels: &["Left hand", "Right hand"],
        },
        default: 0,
    },
    Key {
        name: "strength",
        label: "Strength of gluteus medius and minimus",
        kind: Kind::Integer {
            min: 0,
            max: 100,
            step: 1,
            unit: "%",
        },
        default: 100,
    },
];

impl State {
    /// The state with the given values of [`KEYS`]; missing ones are defaults.
    #[must_use]
    pub fn from_values(values: &[i32]) -> Self {
        let value = |index: usize| schema::value(KEYS, values, index);
        Self {
            lean: value(0),
            cane: match value(1) {
                1 => Cane::Left,
                2 => Cane::Right,
                _ => Cane::None,
            },
            push: value(2),
            load: value(3),
            hand: if value(4) == 1 {
                Hand::Right
            } else {
                Hand::Left
            },
            strength: value(5),
        }
    }

    /// The values of [`KEYS`].
    #[must_use]
    pub fn values(&self) -> Vec<i32> {
        let cane = match self.cane {
            Cane::None => 0,
            Cane::Left => 1,
            Cane::Right => 2,
        };
        vec![
            self.lean,
            cane,
            self.push,
            self.load,
            i32::from(self.hand == Hand::Right),
            self.strength,
        ]
    }

    /// The forces of this state.
    #[must_use]
    pub fn balance(&self) -> Balance {
        balance::balance(self)
    }

    /// Whether the muscles of the hip can hold this state.
    #[must_use]
    pub fn hold(&self) -> Hold {
        hold::hold(self, &self.balance())
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
    let balance = state.balance();
    words::words(state, &balance, &hold::hold(state, &balance))
}

/// One sentence on what changed.
#[must_use]
pub fn change(old: &State, new: &State) -> String {
    words::change(old, new)
}

pub use method::METHOD;

/// The states with a page of their own.
const NAMED: &[Named] = &[
    Named {
        slug: "leaning",
        label: "Leaning to the right",
        description: "Lean your trunk over the standing leg so that your weight moves 5 cm, and the \
                      muscles at the side of the hip have half as much to hold.",
        query: "lean=5",
    },
    Named {
        slug: "with-a-cane",
        label: "With a cane on the left",
        description: "A cane in the hand opposite the standing leg that carries 15 % of body weight \
                      takes most of the work off the muscles at the side of the hip.",
        query: "cane=left&push=15",
    },
    Named {
        slug: "half-strength",
        label: "Half the strength",
        description: "With gluteus medius and minimus at half their strength, the hip can still \
                      hold the pelvis level on one leg in this calculation.",
        query: "strength=50",
    },
    Named {
        slug: "too-little-strength",
        label: "A fifth of the strength",
        description: "With a fifth of the strength the level pelvis can no longer be held, and \
                      there is more than one way out.",
        query: "strength=20",
    },
];

/// The figure as the frame and the lab use it.
pub const FIGURE: Figure = Figure {
    name: "one-leg-stance",
    title: "Standing on one leg",
    description: "See how hard the muscles at the side of the hip must pull when you stand on \
                  one leg, and what leaning, a cane, a bag or less strength changes.",
    version: 1,
    keys: KEYS,
    columns: &["Value"],
    named: NAMED,
    scene: |values| scene(&State::from_values(values)),
    words: |values| words(&State::from_values(values)),
    change: |old, new| change(&State::from_values(old), &State::from_values(new)),
    enabled: |values| {
        let state = State::from_values(values);
        vec![
            true,
            true,
            state.cane != Cane::None,
            true,
            state.load > 0,
            true,
        ]
    },
    handles: &[Handle {
        part: "body",
        along: Along::Horizontal,
        drag: |values, right, _| {
            let mut state = State::from_values(values);
            // The head moves about four times as far as the weight.
            state.lean += path::nearest(right / (4.0 * scene::BODY_SCALE));
            state.values()
        },
    }],
};
