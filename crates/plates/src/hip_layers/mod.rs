//! The figure `hip-layers`: the hip from behind and from the side, layer by layer.
//!
//! The drawing itself is the sheets of [`crate::atlas`], image files that the press writes. Over
//! them lie outlines without ink, which can be chosen, a ring around the chosen one in both views
//! at once, and numbers with a legend. Peeling shows and hides; nothing is drawn anew.

mod labels;
mod method;
mod overlay;
mod place;
mod scene;
mod structures;
mod words;

use crate::figure::{Figure, Named, Words};
use crate::scene::Scene;
use crate::schema::{self, Key, Kind};

pub use method::METHOD;

/// Which views are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Views {
    /// Both beside each other, the right side of the body.
    Both,
    /// From behind, both sides; the left one a layer less deep.
    Posterior,
    /// From the right side.
    Lateral,
}

/// How the muscles are colored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// As in an atlas.
    Natural,
    /// A color for each group of muscles.
    Muscle,
    /// The fibers alone.
    Fibers,
}

/// Whose account of the end of gluteus maximus is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// Most fibers end in the iliotibial band.
    Textbooks,
    /// The upper three quarters end on the femur.
    Dissections,
}

/// The state of the figure; every value within the range of its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct State {
    /// How many layers are taken away: 0, the skin is on, to 5, bare bone.
    pub layer: i32,
    /// Which views are shown.
    pub views: Views,
    /// The chosen structure: 0 for none, else its place in the list, from 1.
    pub part: i32,
    /// How the muscles are colored.
    pub mode: Mode,
    /// Where maximus ends.
    pub evidence: Evidence,
    /// Whether the words are hidden.
    pub quiz: bool,
}

/// How much of the drawing's height the views take, drawing units; the legend follows.
pub const STAGE_HEIGHT: i32 = 606;

/// The keys of the state, in the order of its values.
pub const KEYS: &[Key] = &[
    Key {
        name: "layer",
        label: "Layers taken away",
        kind: Kind::Integer {
            min: 0,
            max: 5,
            step: 1,
            unit: "of 5",
        },
        default: 1,
    },
    Key {
        name: "view",
        label: "View",
        kind: Kind::Choice {
            words: &["both", "posterior", "lateral"],
            labels: &["Both", "From behind", "From the side"],
        },
        default: 0,
    },
    Key {
        name: "part",
        label: "Structure",
        kind: Kind::Part {
            ids: structures::IDS,
            labels: structures::NAMES,
        },
        default: 0,
    },
    Key {
        name: "mode",
        label: "Colors",
        kind: Kind::Choice {
            words: &["natural", "muscle", "fibers"],
            labels: &["Natural", "By muscle", "Fibers only"],
        },
        default: 0,
    },
    Key {
        name: "evidence",
        label: "Where gluteus maximus ends",
        kind: Kind::Choice {
            words: &["books", "study"],
            labels: &["Textbooks", "Dissections of 2025"],
        },
        default: 0,
    },
    Key {
        name: "quiz",
        label: "Hide the names and test yourself",
        kind: Kind::Flag,
        default: 0,
    },
];

impl State {
    /// The state with the given values of [`KEYS`]; missing ones are defaults.
    #[must_use]
    pub fn from_values(values: &[i32]) -> Self {
        let value = |index: usize| schema::value(KEYS, values, index);
        Self {
            layer: value(0),
            views: match value(1) {
                1 => Views::Posterior,
                2 => Views::Lateral,
                _ => Views::Both,
            },
            part: value(2),
            mode: match value(3) {
                1 => Mode::Muscle,
                2 => Mode::Fibers,
                _ => Mode::Natural,
            },
            evidence: if value(4) == 1 {
                Evidence::Dissections
            } else {
                Evidence::Textbooks
            },
            quiz: value(5) == 1,
        }
    }

    /// The chosen structure.
    fn chosen(&self) -> Option<&'static structures::Structure> {
        let index = usize::try_from(self.part).ok()?.checked_sub(1)?;
        structures::STRUCTURES.get(index)
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

/// Where the numbers of a state stand, drawing units: each with what it points at. For tests.
#[must_use]
pub fn numbers(state: &State) -> Vec<(crate::geometry::Point, crate::geometry::Point)> {
    overlay::numbers(state)
}

/// The radius of a number's circle, drawing units.
pub const NUMBER_RADIUS: f64 = overlay::RADIUS;

/// The figure as the frame and the lab use it.
pub const FIGURE: Figure = Figure {
    name: "hip-layers",
    title: "Peel the hip",
    description: "Take the hip apart layer by layer, from the skin through the three gluteal \
                  muscles and the deep rotators to the bone, from behind and from the side.",
    version: 1,
    keys: KEYS,
    columns: &["Begins", "Ends", "Nerve", "What it does"],
    named: &[
        Named {
            slug: "under-maximus",
            label: "Under maximus",
            description: "Gluteus maximus is taken away: gluteus medius fans out over the side of \
                          the pelvis.",
            query: "layer=2&part=gluteus-medius",
        },
        Named {
            slug: "deep-rotators",
            label: "The deep rotators",
            description: "Five short muscles turn the thigh outward, and the sciatic nerve leaves \
                          the pelvis below the uppermost of them, piriformis.",
            query: "layer=4&part=piriformis",
        },
        Named {
            slug: "where-maximus-ends",
            label: "Where maximus ends",
            description: "Textbooks let most of gluteus maximus end in the iliotibial band; \
                          dissections published in 2025 found its upper three quarters on the bone.",
            query: "part=gluteus-maximus&evidence=study",
        },
    ],
    scene: |values| scene(&State::from_values(values)),
    words: |values| words(&State::from_values(values)),
    change: |old, new| words::change(&State::from_values(old), &State::from_values(new)),
    enabled: |values| {
        let state = State::from_values(values);
        let maximus = state.layer == 1
            || state
                .chosen()
                .is_some_and(|chosen| chosen.part.id == words::MAXIMUS);
        vec![true, true, true, true, maximus, true]
    },
    handles: &[],
};
