//! The eight phases of walking and their usual boundaries.

/// A phase of the cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Phase {
    /// Its name.
    pub(super) name: &'static str,
    /// Where it begins, percent of the cycle.
    pub(super) start: i32,
    /// Where the next begins.
    pub(super) end: i32,
    /// What happens, as the end of a sentence.
    pub(super) happens: &'static str,
}

const fn phase(name: &'static str, start: i32, end: i32, happens: &'static str) -> Phase {
    Phase {
        name,
        start,
        end,
        happens,
    }
}

/// The phases by the boundaries that most textbooks of walking use.
pub(super) const PHASES: [Phase; 8] = [
    phase("Initial contact", 0, 2, "your right heel meets the floor."),
    phase(
        "Loading response",
        2,
        12,
        "your right leg takes over your weight while the left foot still pushes.",
    ),
    phase(
        "Mid stance",
        12,
        31,
        "your right leg stands alone and the left leg swings past it.",
    ),
    phase(
        "Terminal stance",
        31,
        50,
        "your body moves ahead of the right foot, and its heel rises.",
    ),
    phase(
        "Pre-swing",
        50,
        62,
        "your left foot has landed, and the right leg pushes off.",
    ),
    phase(
        "Initial swing",
        62,
        75,
        "your right foot leaves the floor and the knee bends.",
    ),
    phase(
        "Mid swing",
        75,
        87,
        "your right leg swings forward under you.",
    ),
    phase(
        "Terminal swing",
        87,
        100,
        "your right knee straightens and the leg slows down for the next step.",
    ),
];

/// The place of the phase at a percentage among [`PHASES`].
pub(super) fn at(percent: i32) -> usize {
    PHASES
        .iter()
        .position(|phase| percent < phase.end)
        .unwrap_or(PHASES.len() - 1)
}
