//! The figure `kinetic-chain`: something is stiff or weak, and there are several ways to stand,
//! squat and step all the same.
//!
//! The same pose from the side and from the front; one way drawn with its bones, the others as
//! outlines behind it. The ways are those of
//! [`kinetics::experiments::kinetic_chain`](mod@kinetics::experiments::kinetic_chain).

mod body;
mod links;
mod marks;
mod method;
mod scene;
mod words;

pub use links::LINKS;
pub use method::METHOD;

use kinetics::experiments::kinetic_chain::{
    KineticChain, KineticChainResult, Task, Way, Weak, kinetic_chain,
};

use crate::figure::{Figure, Named, Words};
use crate::scene::Scene;
use crate::schema::{self, Key, Kind};

/// The state of the figure; every value within the range of its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct State {
    /// What is done, stiff and weak.
    pub chain: KineticChain,
    /// Which of the ways is drawn with its bones, from 0; the last one where there are fewer.
    pub way: usize,
}

/// The tasks in the order of their key.
const TASKS: [Task; 4] = [Task::Stand, Task::Squat, Task::Step, Task::OneLeg];
/// What can be weak, in the order of its key.
const WEAK: [Option<Weak>; 5] = [
    None,
    Some(Weak::Calf),
    Some(Weak::Thigh),
    Some(Weak::BackOfHip),
    Some(Weak::SideOfHip),
];

const fn flag(name: &'static str, label: &'static str) -> Key {
    Key {
        name,
        label,
        kind: Kind::Flag,
        default: 0,
    }
}

/// The keys of the state, in the order of its values.
pub const KEYS: &[Key] = &[
    Key {
        name: "task",
        label: "What you do",
        kind: Kind::Choice {
            words: &["stand", "squat", "step", "leg"],
            labels: &["Stand", "Squat", "Step", "Stand on one leg"],
        },
        default: 1,
    },
    flag("ankle", "Ankles stiff"),
    flag("hip", "Hips tight in front"),
    flag("back", "Low back held stiff"),
    flag("roll", "Feet rolled in"),
    Key {
        name: "weak",
        label: "Weak",
        kind: Kind::Choice {
            words: &["none", "calf", "thigh", "hip-back", "hip-side"],
            labels: &[
                "Nothing",
                "Calf",
                "Front of the thigh",
                "Back of the hip",
                "Side of the hip",
            ],
        },
        default: 0,
    },
    Key {
        name: "way",
        label: "Way shown with its bones",
        kind: Kind::Choice {
            words: &["1", "2", "3", "4", "5"],
            labels: &["1", "2", "3", "4", "5"],
        },
        default: 0,
    },
];

impl State {
    /// The state with the given values of [`KEYS`]; missing ones are defaults.
    #[must_use]
    pub fn from_values(values: &[i32]) -> Self {
        let value = |index: usize| schema::value(KEYS, values, index) as usize;
        Self {
            chain: KineticChain {
                task: TASKS[value(0).min(3)],
                stiff_ankle: value(1) == 1,
                tight_hip: value(2) == 1,
                stiff_back: value(3) == 1,
                rolled_in: value(4) == 1,
                weak: WEAK[value(5).min(4)],
            },
            way: value(6),
        }
    }

    /// The values of [`KEYS`].
    #[must_use]
    pub fn values(&self) -> Vec<i32> {
        let at = |index: Option<usize>| index.unwrap_or(0) as i32;
        let chain = &self.chain;
        vec![
            at(TASKS.iter().position(|&task| task == chain.task)),
            i32::from(chain.stiff_ankle),
            i32::from(chain.tight_hip),
            i32::from(chain.stiff_back),
            i32::from(chain.rolled_in),
            at(WEAK.iter().position(|&weak| weak == chain.weak)),
            self.way as i32,
        ]
    }

    /// The ways of this state, from the model.
    #[must_use]
    pub fn ways(&self) -> Ways {
        // The model refuses no input of this figure; were it to, the figure would say that it found
        // no way.
        let found = kinetic_chain(&self.chain).ok();
        let count = found.as_ref().map_or(0, |found| found.ways().count());
        Ways {
            shown: self.way.min(count.saturating_sub(1)),
            count,
            found,
        }
    }
}

impl Default for State {
    fn default() -> Self {
        Self::from_values(&schema::defaults(KEYS))
    }
}

/// The ways of a state.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ways {
    /// What the model found.
    pub found: Option<KineticChainResult>,
    /// How many ways there are.
    pub count: usize,
    /// Which is drawn with its bones, from 0.
    pub shown: usize,
}

impl Ways {
    /// The way drawn with its bones, or the nearest pose where there is no way.
    #[must_use]
    pub fn solid(&self) -> Option<&Way> {
        let found = self.found.as_ref()?;
        let nearest = found.blocked.as_ref().map(|blocked| &blocked.nearest);
        found.ways().nth(self.shown).or(nearest)
    }

    /// A way by its place.
    #[must_use]
    pub fn way(&self, place: usize) -> Option<&Way> {
        self.found.as_ref()?.ways().nth(place)
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
    words::words(state, &state.ways())
}

/// One sentence on what changed.
#[must_use]
pub fn change(old: &State, new: &State) -> String {
    words::change(old, new)
}

/// The figure as the frame and the lab use it.
pub const FIGURE: Figure = Figure {
    name: "kinetic-chain",
    title: "The kinetic chain",
    description: "Make a link of your body stiff or weak, and see several ways to stand, squat \
                  and step all the same.",
    version: 1,
    keys: KEYS,
    columns: &["Plain", "This way"],
    named: &[
        Named {
            slug: "tight-hip-flexors",
            label: "Tight hip flexors",
            description: "A step with hips that stay bent: the pelvis tips, the low back arches \
                          or the knee bends.",
            query: "task=step&hip=yes",
        },
        Named {
            slug: "stiff-ankle",
            label: "Stiff ankles",
            description: "A squat with ankles that hardly bend: the trunk has to lean.",
            query: "ankle=yes",
        },
        Named {
            slug: "rolled-in",
            label: "Rolled in and stiff",
            description: "A squat with feet that roll in and ankles that hardly bend: the shins \
                          turn in as well.",
            query: "ankle=yes&roll=yes",
        },
        Named {
            slug: "held-core",
            label: "Trunk held stiff",
            description: "A step with tight hips and a low back that is held stiff: the knees and \
                          heels must give instead.",
            query: "task=step&hip=yes&back=yes",
        },
    ],
    scene: |values| scene(&State::from_values(values)),
    words: |values| words(&State::from_values(values)),
    change: |old, new| change(&State::from_values(old), &State::from_values(new)),
    enabled: |values| {
        let chain = State::from_values(values).chain;
        let two = chain.task.is_symmetric();
        let asks = matches!(chain.task, Task::Squat | Task::OneLeg);
        vec![true, true, true, true, two, asks, true]
    },
    handles: &[],
};
