//! What studies measured, as a table: every value with its source and how far it was checked.
//!
//! Values are in percent of the activity in a maximal voluntary isometric contraction (% MVIC).

use crate::scene::Part;

/// The muscle that was measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Muscle {
    /// Gluteus medius.
    Medius,
    /// Gluteus maximus.
    Maximus,
}

/// The equipment, as far as the exercise's name tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gear {
    /// None named.
    None,
    /// A step.
    Step,
    /// Weights named.
    Weights,
    /// A step and weights.
    StepAndWeights,
    /// From a review of strength training that pools loaded and unloaded kinds.
    Pooled,
}

/// One exercise; the order of [`EXERCISES`] is that of the families.
#[derive(Debug, Clone, Copy)]
pub struct Exercise {
    /// The name in the drawing, at most 20 letters.
    pub short: &'static str,
    /// The part: permanent id, full name, how it is done.
    pub part: Part,
    /// What it takes.
    pub gear: Gear,
}

/// A source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named by its first author")]
pub enum Origin {
    Distefano,
    Review,
    KrauseNeto,
    MacAskill,
    Contreras,
    Macadam,
    Boren,
    Ekstrom,
}

impl Origin {
    /// The source in two words, as in the list of sources.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Distefano => "Distefano 2009",
            Self::Review => "review, IJSPT 2014",
            Self::KrauseNeto => "Krause Neto 2020",
            Self::MacAskill => "MacAskill 2014",
            Self::Contreras => "Contreras 2015",
            Self::Macadam => "Macadam & Feser 2019",
            Self::Boren => "Boren 2011, second-hand",
            Self::Ekstrom => "Ekstrom 2007",
        }
    }

    /// Whether the value was read in the source or a review that took it from there, and not in
    /// a text about the source.
    #[must_use]
    pub const fn checked(self) -> bool {
        !matches!(self, Self::Boren)
    }
}

/// What a source reports, in % MVIC.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Seen {
    /// The mean of one study and its standard deviation, 0 where none is given.
    Mean(f32, f32),
    /// The lowest and highest value of several, and the pooled mean and standard deviation.
    Range(f32, f32, Option<(f32, f32)>),
    /// More than this.
    Above(f32),
}

impl Seen {
    /// The largest value, without spread.
    #[must_use]
    pub const fn top(self) -> f32 {
        match self {
            Self::Mean(value, _) | Self::Range(_, value, _) | Self::Above(value) => value,
        }
    }

    /// The smallest value, without spread.
    #[must_use]
    pub const fn bottom(self) -> f32 {
        match self {
            Self::Mean(value, _) | Self::Range(value, ..) | Self::Above(value) => value,
        }
    }
}

/// One row of the data table.
#[derive(Debug, Clone, Copy)]
pub struct Finding {
    /// The id of the exercise.
    pub exercise: &'static str,
    /// The muscle.
    pub muscle: Muscle,
    /// The value.
    pub seen: Seen,
    /// Where it stands.
    pub origin: Origin,
    /// Who or what was counted, empty where that was not checked.
    pub people: &'static str,
    /// Which variant, or empty.
    pub note: &'static str,
}

const fn exercise(
    id: &'static str,
    short: &'static str,
    name: &'static str,
    gear: Gear,
    description: &'static str,
) -> Exercise {
    let part = Part {
        id,
        name,
        description,
    };
    Exercise { short, part, gear }
}

/// Every exercise, by family.
#[rustfmt::skip]
pub const EXERCISES: [Exercise; 29] = [
    exercise("side-lying", "Side-lying abduction", "Side-lying hip abduction", Gear::None, "Lying on your side, you lift the upper leg."),
    exercise("clam", "Clam", "Side-lying clam", Gear::None, "Lying on your side, hips and knees bent, you lift the upper knee."),
    exercise("standing", "Standing abduction", "Standing hip abduction", Gear::None, "Standing on one leg, you lift the other sideways."),
    exercise("side-plank", "Side plank", "Side plank", Gear::None, "You hold yourself sideways on forearm and feet."),
    exercise("side-plank-lift", "Side plank, leg lift", "Side plank with abduction", Gear::None, "A side plank in which you lift the upper leg."),
    exercise("abduction-10rm", "Side-lying, 10RM", "Side-lying hip abduction, 10RM", Gear::Weights, "Side-lying with a load that you can lift just ten times."),
    exercise("two-leg-bridge", "Double-leg bridge", "Double-leg bridge", Gear::None, "On your back, both feet on the floor, you lift your hips."),
    exercise("one-leg-bridge", "Single-leg bridge", "Single-leg bridge", Gear::None, "A bridge on one foot."),
    exercise("hip-thrust", "Hip thrust", "Hip thrust", Gear::Weights, "A bridge with the shoulders on a bench and a bar on the hips."),
    exercise("prone", "Prone hip extension", "Prone hip extension", Gear::None, "Lying on your belly, you lift one leg."),
    exercise("all-fours", "Arm and leg lift", "Quadruped arm and leg lift", Gear::None, "On hands and knees, you lift one arm and the opposite leg."),
    exercise("plank", "Plank, leg lift", "Front plank with hip extension", Gear::None, "On forearms and toes, you lift one leg."),
    exercise("squeeze", "Glute squeeze", "Glute squeeze", Gear::None, "You tighten your buttocks and hold."),
    exercise("prone-10rm", "Prone, 10RM", "Prone hip extension, 10RM", Gear::Weights, "Prone extension with a load that you can lift just ten times."),
    exercise("lunge", "Forward lunge", "Forward lunge", Gear::None, "You step forward and bend both knees."),
    exercise("hop", "Hop", "Hop", Gear::None, "You jump and land on one leg."),
    exercise("single-leg-squat", "Single-leg squat", "Single-leg squat", Gear::None, "You squat on one leg."),
    exercise("wall-squat", "Wall squat, one leg", "Single-leg wall squat", Gear::None, "You squat on one leg, leaning on a wall."),
    exercise("lateral-step-up", "Lateral step-up", "Lateral step-up, body weight", Gear::Step, "You step up sideways."),
    exercise("forward-step-up", "Forward step-up", "Forward step-up, body weight", Gear::Step, "You step up forward."),
    exercise("loaded-step-up", "Step-up, loaded", "Step-ups, loaded", Gear::StepAndWeights, "You step up with a load."),
    exercise("back-squat", "Back squat", "Back squat", Gear::Weights, "You squat with a bar on your back."),
    exercise("front-squat", "Front squat", "Front squat", Gear::Weights, "You squat with a bar in front of your shoulders."),
    exercise("overhead-squat", "Overhead squat", "Overhead squat", Gear::Weights, "You squat with a load overhead."),
    exercise("belt-squat", "Belt squat", "Belt squat", Gear::Weights, "You squat with the load hanging from a belt."),
    exercise("deadlift", "Deadlift", "Deadlift", Gear::Weights, "You lift a bar from the floor."),
    exercise("split-squat", "Split squat", "Split squat", Gear::Pooled, "You squat with one foot ahead of the other."),
    exercise("modified-squat", "Modified 1-leg squat", "Modified single-leg squat", Gear::Pooled, "A squat on one leg in a modified form."),
    exercise("lunges", "Lunges, all kinds", "Lunges, all kinds", Gear::Pooled, "Lunges of all kinds, pooled."),
];

use Muscle::{Maximus, Medius};
use Origin::{Boren, Contreras, Distefano, Ekstrom, KrauseNeto, MacAskill, Macadam, Review};
use Seen::{Above, Mean, Range};

const fn row(
    exercise: &'static str,
    muscle: Muscle,
    seen: Seen,
    origin: Origin,
    people: &'static str,
    note: &'static str,
) -> Finding {
    Finding {
        exercise,
        muscle,
        seen,
        origin,
        people,
        note,
    }
}

const HIGHEST: &str = "39 studies reviewed";
const WOMEN: &str = "13 trained women";

/// Every value, by exercise.
#[rustfmt::skip]
pub const FINDINGS: [Finding; 59] = [
    row("side-lying", Medius, Mean(81.0, 42.0), Distefano, "", ""),
    row("side-lying", Medius, Range(42.0, 81.0, None), Review, "", ""),
    row("side-lying", Maximus, Range(39.0, 51.0, None), Review, "", ""),
    row("clam", Medius, Mean(40.0, 38.0), Distefano, "", "hip bent 30°"),
    row("clam", Medius, Mean(38.0, 29.0), Distefano, "", "hip bent 60°"),
    row("clam", Medius, Range(38.0, 67.0, None), Review, "", ""),
    row("clam", Medius, Mean(77.0, 0.0), Boren, "", "progression 4"),
    row("clam", Maximus, Range(34.0, 53.0, None), Review, "", ""),
    row("standing", Medius, Mean(33.0, 0.0), Review, "", ""),
    row("side-plank", Medius, Range(74.0, 103.0, None), Review, "", ""),
    row("side-plank", Medius, Above(45.0), Ekstrom, "30 people", ""),
    row("side-plank", Maximus, Range(21.0, 71.0, None), Review, "", ""),
    row("side-plank-lift", Medius, Mean(103.0, 0.0), Boren, "", "tested leg below"),
    row("side-plank-lift", Medius, Mean(89.0, 0.0), Boren, "", "tested leg above"),
    row("side-plank-lift", Maximus, Mean(71.0, 0.0), Boren, "", "tested leg below"),
    row("side-plank-lift", Maximus, Mean(73.0, 0.0), Boren, "", "tested leg above"),
    row("abduction-10rm", Medius, Mean(99.9, 17.0), MacAskill, "", ""),
    row("abduction-10rm", Maximus, Mean(38.0, 23.3), MacAskill, "", ""),
    row("two-leg-bridge", Medius, Mean(28.0, 0.0), Review, "", ""),
    row("two-leg-bridge", Maximus, Mean(25.0, 0.0), Review, "", ""),
    row("one-leg-bridge", Medius, Range(47.0, 55.0, None), Review, "", ""),
    row("one-leg-bridge", Maximus, Range(40.0, 54.0, None), Review, "", ""),
    row("one-leg-bridge", Maximus, Mean(54.2, 0.0), Macadam, HIGHEST, "the highest found"),
    row("hip-thrust", Maximus, Range(49.2, 105.0, Some((75.41, 18.49))), KrauseNeto, "5 studies, 58 people", ""),
    row("hip-thrust", Maximus, Mean(69.5, 0.0), Contreras, WOMEN, "upper part, about 10RM, peak 172\u{a0}%"),
    row("hip-thrust", Maximus, Mean(86.8, 0.0), Contreras, WOMEN, "lower part, about 10RM, peak 216\u{a0}%"),
    row("prone", Medius, Mean(46.0, 0.0), Review, "", ""),
    row("prone", Maximus, Mean(59.0, 0.0), Review, "", ""),
    row("all-fours", Medius, Mean(42.0, 0.0), Review, "", ""),
    row("all-fours", Maximus, Mean(56.0, 0.0), Review, "", ""),
    row("all-fours", Maximus, Above(45.0), Ekstrom, "30 people", ""),
    row("plank", Medius, Mean(75.0, 0.0), Boren, "", ""),
    row("plank", Maximus, Mean(106.2, 0.0), Macadam, HIGHEST, "knee bent, the highest found"),
    row("plank", Maximus, Mean(106.0, 0.0), Boren, "", "perhaps the same measurement"),
    row("squeeze", Maximus, Mean(81.0, 0.0), Boren, "", ""),
    row("prone-10rm", Medius, Mean(38.0, 22.2), MacAskill, "", ""),
    row("prone-10rm", Maximus, Mean(100.7, 14.5), MacAskill, "", ""),
    row("lunge", Medius, Mean(48.0, 21.0), Distefano, "", "kinds of lunge pooled"),
    row("hop", Medius, Mean(48.0, 25.0), Distefano, "", ""),
    row("single-leg-squat", Medius, Range(82.0, 83.0, None), Boren, "", ""),
    row("single-leg-squat", Maximus, Mean(71.0, 0.0), Boren, "", ""),
    row("wall-squat", Maximus, Mean(86.0, 0.0), Macadam, HIGHEST, "the highest found"),
    row("lateral-step-up", Medius, Range(43.0, 59.0, None), Review, "", ""),
    row("lateral-step-up", Medius, Mean(61.0, 20.0), MacAskill, "", ""),
    row("lateral-step-up", Maximus, Range(29.0, 63.0, None), Review, "", ""),
    row("lateral-step-up", Maximus, Mean(31.0, 19.9), MacAskill, "", ""),
    row("forward-step-up", Medius, Mean(62.7, 18.2), MacAskill, "", ""),
    row("forward-step-up", Maximus, Mean(28.7, 18.7), MacAskill, "", ""),
    row("loaded-step-up", Maximus, Mean(125.09, 55.26), KrauseNeto, "1 study, 15 people", "kinds of step-up pooled, 104 to 169"),
    row("back-squat", Maximus, Range(13.0, 92.7, Some((53.1, 25.12))), KrauseNeto, "10 studies, 156 people", ""),
    row("back-squat", Maximus, Mean(29.4, 0.0), Contreras, WOMEN, "upper part, about 10RM, peak 85\u{a0}%"),
    row("back-squat", Maximus, Mean(45.4, 0.0), Contreras, WOMEN, "lower part, about 10RM, peak 130\u{a0}%"),
    row("front-squat", Maximus, Range(37.2, 43.89, Some((40.54, 4.73))), KrauseNeto, "2 studies, 38 people", ""),
    row("overhead-squat", Maximus, Mean(39.75, 29.91), KrauseNeto, "1 study, 14 people", ""),
    row("belt-squat", Maximus, Mean(71.34, 29.42), KrauseNeto, "1 study, 31 people", ""),
    row("deadlift", Maximus, Range(35.0, 94.0, Some((61.02, 28.14))), KrauseNeto, "4 studies, 78 people", ""),
    row("split-squat", Maximus, Mean(70.0, 15.0), KrauseNeto, "1 study, 12 people", ""),
    row("modified-squat", Maximus, Mean(65.6, 15.1), KrauseNeto, "1 study, 18 people", ""),
    row("lunges", Maximus, Range(66.0, 67.0, Some((66.5, 0.7))), KrauseNeto, "1 study, 15 people", ""),
];

/// What is known of an exercise for a muscle.
pub fn findings(exercise: &Exercise, muscle: Muscle) -> impl Iterator<Item = &'static Finding> {
    let id = exercise.part.id;
    FINDINGS
        .iter()
        .filter(move |finding| finding.exercise == id && finding.muscle == muscle)
}
