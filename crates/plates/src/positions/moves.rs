//! The moves and what their drawings show, in words.

use super::{Move, Position, ball, band, floor, standing, stretch};

/// Every move.
pub const MOVES: &[Move] = &[
    Move {
        name: "squeeze",
        title: "Squeeze",
        positions: &[
            Position {
                label: "Start",
                description: "Lying on the back, seen from the side: knees bent, feet flat, arms along the floor. The buttocks are soft.",
                size: floor::SIZE,
                elements: floor::ready_to_lift,
            },
            Position {
                label: "End",
                description: "The same place, the buttocks squeezed tight: their lines are thick now. The hips have not left the floor.",
                size: floor::SIZE,
                elements: floor::squeezed,
            },
        ],
    },
    Move {
        name: "bridge",
        title: "Bridge",
        positions: &[
            Position {
                label: "Start",
                description: "Lying on the back, seen from the side: knees bent, feet flat, arms along the floor.",
                size: floor::SIZE,
                elements: floor::ready_to_lift,
            },
            Position {
                label: "End",
                description: "The hips have gone up until trunk and thighs make one line. Shoulders, arms and feet have stayed.",
                size: floor::SIZE,
                elements: floor::bridged,
            },
        ],
    },
    Move {
        name: "band-bridge",
        title: "Bridge with a band",
        positions: &[
            Position {
                label: "Start",
                description: "Lying on the back, seen from the side: knees bent, feet flat, a band around both thighs above the knees.",
                size: floor::SIZE,
                elements: floor::ready_with_band,
            },
            Position {
                label: "End",
                description: "The hips have gone up until trunk and thighs make one line. The band is still around the thighs.",
                size: floor::SIZE,
                elements: floor::bridged_with_band,
            },
            Position {
                label: "End, from above",
                description: "The same end seen from above: the knees press outward against the band. The feet have stayed.",
                size: band::SIZE,
                elements: band::end,
            },
        ],
    },
    Move {
        name: "one-leg-bridge",
        title: "Bridge on one leg",
        positions: &[
            Position {
                label: "Start",
                description: "At the top of a bridge on both legs, seen from the side.",
                size: floor::WIDE_SIZE,
                elements: floor::before_one_leg,
            },
            Position {
                label: "End",
                description: "One knee has straightened, so that leg reaches out in line with the trunk. Both thighs and the hips have stayed level on the other leg.",
                size: floor::WIDE_SIZE,
                elements: floor::on_one_leg,
            },
        ],
    },
    Move {
        name: "chair",
        title: "Up from a chair",
        positions: &[
            Position {
                label: "Start",
                description: "Sitting at the front of a chair, seen from the side: feet flat, trunk bent forward, arms stretched out in front.",
                size: standing::SIZE,
                elements: standing::sitting,
            },
            Position {
                label: "End",
                description: "Standing upright in front of the chair. Hips and knees have straightened, and the arms hang.",
                size: standing::SIZE,
                elements: standing::risen,
            },
        ],
    },
    Move {
        name: "step",
        title: "Up a step",
        positions: &[
            Position {
                label: "Start",
                description: "In front of a low step, seen from the side: one whole foot on the step, the other on the floor.",
                size: standing::SIZE,
                elements: standing::before_step,
            },
            Position {
                label: "End",
                description: "Standing tall on the step. The hip and the knee of the front leg have straightened and lifted the body.",
                size: standing::SIZE,
                elements: standing::on_step,
            },
        ],
    },
    Move {
        name: "ball",
        title: "Ball under one buttock",
        positions: &[
            Position {
                label: "Start",
                description: "Sitting on the floor, seen from the side: knees bent, feet flat, hands on the floor behind the back, a ball under one buttock.",
                size: ball::SIZE,
                elements: ball::start,
            },
            Position {
                label: "End",
                description: "The hips have moved a few inches toward the feet, and the ball has rolled along under the buttock. Hands and feet have stayed.",
                size: ball::SIZE,
                elements: ball::end,
            },
        ],
    },
    Move {
        name: "figure-four",
        title: "One ankle on the other knee",
        positions: &[
            Position {
                label: "Start",
                description: "Lying on the back, seen from the head end: one foot flat, the other leg crossed over so that its ankle lies on the knee and its own knee points out to the side.",
                size: stretch::SIZE,
                elements: stretch::start,
            },
            Position {
                label: "Passive",
                description: "The foot has left the floor: both hands reach behind the lower thigh and pull it toward the chest. The legs are still crossed.",
                size: stretch::SIZE,
                elements: stretch::pulled,
            },
            Position {
                label: "Active",
                description: "The hands have let go and lie on the floor. The thigh stays up by itself, a little farther from the chest.",
                size: stretch::SIZE,
                elements: stretch::held,
            },
        ],
    },
];
