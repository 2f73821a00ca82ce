//! The figure `stiff-ankle`: what an ankle allows, what three tasks ask of it, and what else may
//! give.
//!
//! One angle, the lean of the shank over a foot whose heel is down, in walking, in the lunge test
//! and in a squat. Seen from the right.

mod crouch;
mod gauge;
mod lunge;
mod method;
mod scene;
mod squat;
mod walking;
mod words;

use kinetics::experiments::lunge_test::{LungeTest, LungeTestResult, lunge_test};

use crate::figure::{Along, Figure, Handle, Named, Words};
use crate::path;
use crate::scene::Scene;
use crate::schema::{self, Key, Kind};

pub use method::METHOD;
pub use squat::{Way, Ways};

/// The task that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Show {
    /// Late stance of walking.
    Walking,
    /// Knee to the wall.
    Lunge,
    /// A squat on both feet.
    Squat,
}

/// The state of the figure; every value within the range of its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct State {
    /// The most the ankle bends with the heel down, degrees.
    pub bend: i32,
    /// The task that is shown.
    pub show: Show,
    /// Depth of the squat: the thigh's angle from vertical, degrees.
    pub depth: i32,
    /// The most the trunk is to lean in the squat, degrees.
    pub lean: i32,
}

/// The keys of the state, in the order of its values.
pub const KEYS: &[Key] = &[
    Key {
        name: "bend",
        label: "Your ankle bends, heel down",
        kind: Kind::Integer {
            min: 0,
            max: 40,
            step: 1,
            unit: "°",
        },
        default: 8,
    },
    Key {
        name: "show",
        label: "Task",
        kind: Kind::Choice {
            words: &["walking", "lunge", "squat"],
            labels: &["Walking", "Knee to the wall", "Squat"],
        },
        default: 0,
    },
    Key {
        name: "depth",
        label: "Squat: thighs from upright",
        kind: Kind::Integer {
            min: 40,
            max: 95,
            step: 5,
            unit: "°",
        },
        default: 70,
    },
    Key {
        name: "lean",
        label: "Squat: your trunk leans at most",
        kind: Kind::Integer {
            min: 25,
            max: 75,
            step: 5,
            unit: "°",
        },
        default: 45,
    },
];

impl State {
    /// The state with the given values of [`KEYS`]; missing ones are defaults.
    #[must_use]
    pub fn from_values(values: &[i32]) -> Self {
        let value = |index: usize| schema::value(KEYS, values, index);
        Self {
            bend: value(0),
            show: match value(1) {
                1 => Show::Lunge,
                2 => Show::Squat,
                _ => Show::Walking,
            },
            depth: value(2),
            lean: value(3),
        }
    }

    /// The values of [`KEYS`].
    #[must_use]
    pub fn values(&self) -> Vec<i32> {
        let show = match self.show {
            Show::Walking => 0,
            Show::Lunge => 1,
            Show::Squat => 2,
        };
        vec![self.bend, show, self.depth, self.lean]
    }

    /// What walking asks for and how much of it is missing.
    #[must_use]
    pub fn walking(&self) -> Walking {
        walking::walking(f64::from(self.bend))
    }

    /// The lunge test with this ankle.
    ///
    /// The model refuses numbers that are not finite; a state holds whole numbers, so the result
    /// that stands in for an error is never seen.
    #[must_use]
    pub fn lunge(&self) -> LungeTestResult {
        let input = LungeTest {
            shank: f64::from(self.bend).to_radians(),
            ..LungeTest::default()
        };
        lunge_test(&input).unwrap_or(LungeTestResult {
            shank_length: 0.0,
            distance: 0.0,
            angle_per_centimeter: 0.0,
            clamped: true,
        })
    }

    /// Ways to do the squat.
    #[must_use]
    pub fn squat(&self) -> Ways {
        squat::ways(self)
    }
}

pub use walking::Walking;

/// The figure as the frame and the lab use it.
pub const FIGURE: Figure = Figure {
    name: "stiff-ankle",
    title: "When the ankle is stiff",
    description: "Compare how far your ankle bends with what walking, the knee-to-wall test and a \
                  squat take, and see what else may give.",
    version: 1,
    keys: KEYS,
    columns: &["Value"],
    named: &[
        Named {
            slug: "early-heel-rise",
            label: "Walking with a stiff ankle",
            description: "An ankle that bends by 5 degrees, less than walking takes: the step gets \
                          shorter or the heel lifts early.",
            query: "bend=5",
        },
        Named {
            slug: "knee-to-wall",
            label: "The knee-to-wall test",
            description: "The lunge test as a ruler: how far your toes stand from the wall tells \
                          how far your ankle bends.",
            query: "bend=35&show=lunge",
        },
        Named {
            slug: "squat",
            label: "A squat with a stiff ankle",
            description: "Three ways to squat when the ankle bends by 8 degrees: lean more, go less \
                          deep, or raise the heels.",
            query: "show=squat",
        },
    ],
    scene: |values| scene::scene(&State::from_values(values)),
    words: |values| words::words(&State::from_values(values)),
    change: |old, new| words::change(&State::from_values(old), &State::from_values(new)),
    enabled: |values| {
        let squat = State::from_values(values).show == Show::Squat;
        vec![true, true, squat, squat]
    },
    handles: &[Handle {
        part: "leg",
        along: Along::Horizontal,
        drag: |values, right, _| {
            let mut state = State::from_values(values);
            // Near upright the knee moves by the length of the shank for each radian.
            state.bend += path::nearest((right / (43.0 * scene::LEG_SCALE)).to_degrees());
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
