//! The words of a state: name, state sentence, data table, what a change did.

use crate::atlas::Side;
use crate::figure::{Row, Words};
use crate::number::whole;

use super::place::Place;
use super::structures::{MAXIMUS_ENDS_2025, STRUCTURES, Structure};
use super::{Evidence, Mode, State, Views};

/// The structure that the evidence is about.
pub(super) const MAXIMUS: &str = "gluteus-maximus";

fn from(views: Views) -> &'static str {
    match views {
        Views::Both => "from behind and from the side",
        Views::Posterior => "from behind",
        Views::Lateral => "from the side",
    }
}

fn layer(state: &State) -> &'static str {
    match state.layer {
        0 => {
            "The skin is on. The numbers stand at bones that you can feel on yourself: they are \
             the landmarks for all that lies below."
        }
        1 => {
            "Under the skin: gluteus maximus covers most of your buttock. Above it gluteus medius \
             shows; at the side the iliotibial band runs down, with the tensor in front."
        }
        2 => {
            "Gluteus maximus, tensor and band are taken away. Gluteus medius fans out from the \
             crest to the greater trochanter, so it can lift the thigh sideways or hold the pelvis."
        }
        3 => {
            "Gluteus medius is taken away too. Gluteus minimus lies right on the bone, the \
             smallest and deepest of the three."
        }
        4 => {
            "All three glutes are taken away. Five short rotators run across to the femur, and the \
             sciatic nerve comes out below the uppermost, piriformis."
        }
        _ => {
            "Bare bone, with two ligaments. Each ridge and bump is a place where one of the \
             muscles started or ended."
        }
    }
}

/// How maximus ends, and how well that is known.
fn evidence(state: &State) -> &'static str {
    match state.evidence {
        Evidence::Textbooks => {
            "Textbooks say: about three quarters of gluteus maximus end in the iliotibial band, \
             the deep lower fibers on the gluteal tuberosity of the femur."
        }
        Evidence::Dissections => {
            "A study of 25 bodies in 2025 found otherwise: the upper three quarters of gluteus \
             maximus end by a tendon plate on the gluteal tuberosity, only partly grown to the \
             iliotibial band. That is one study; textbooks say otherwise."
        }
    }
}

fn ends(structure: &Structure, state: &State) -> Option<&'static str> {
    let facts = structure.facts?;
    Some(
        if structure.part.id == MAXIMUS && state.evidence == Evidence::Dissections {
            MAXIMUS_ENDS_2025
        } else {
            facts.ends
        },
    )
}

/// The card of the chosen structure.
fn card(structure: &Structure, state: &State) -> String {
    let part = structure.part;
    let mut text = [part.name, ": ", part.description].concat();
    if let (Some(facts), Some(ends)) = (structure.facts, ends(structure, state)) {
        for piece in [
            " Begins: ",
            facts.begins,
            ". Ends: ",
            ends,
            ". Nerve: ",
            facts.nerve,
            ". What it does: ",
            facts.action,
            ".",
        ] {
            text.push_str(piece);
        }
    }
    let drawn = [
        (Side::Posterior, structure.behind),
        (Side::Lateral, structure.side),
    ]
    .into_iter()
    .any(|(side, shape)| shape.is_drawn() && Place::is_shown(state, side));
    text.push_str(match (drawn, structure.is_in(state.layer)) {
        (false, _) => " It is not seen from this side; look from the other.",
        (true, false) => " This layer does not show it; the dashed ring is where it lies.",
        (true, true) => "",
    });
    text
}

/// The words of `state`.
pub(super) fn words(state: &State) -> Words {
    let mut text = ["Layer ", &whole(state.layer), " of 5. ", layer(state)].concat();
    if state.mode == Mode::Muscle {
        text.push_str(" Each group of muscles has a color of its own.");
    }
    match state.chosen() {
        Some(_) if state.quiz => text.push_str(
            " You chose a structure. What is it called, where does it begin and end, what does it \
             do? Show the names to check.",
        ),
        None if state.quiz => {
            text.push_str(" The names are hidden. Say each number's name, then show the names.");
        }
        Some(chosen) => {
            text.push(' ');
            text.push_str(&card(chosen, state));
        }
        None => {}
    }
    let maximus = state
        .chosen()
        .is_some_and(|chosen| chosen.part.id == MAXIMUS);
    if !state.quiz && (maximus || (state.layer == 1 && state.chosen().is_none())) {
        text.push(' ');
        text.push_str(evidence(state));
    }
    Words {
        name: ["Layers of the right hip ", from(state.views)].concat(),
        state: text,
        rows: rows(state),
    }
}

fn rows(state: &State) -> Vec<Row> {
    STRUCTURES
        .iter()
        .rev()
        .filter_map(|structure| {
            let facts = structure.facts?;
            let cells = [
                facts.begins,
                ends(structure, state)?,
                facts.nerve,
                facts.action,
            ];
            Some(Row {
                label: structure.part.name,
                cells: cells.map(str::to_owned).into(),
            })
        })
        .collect()
}

/// One sentence on what changed from `old` to `new`.
pub(super) fn change(old: &State, new: &State) -> String {
    if old.layer != new.layer {
        return ["Layer ", &whole(new.layer), " of 5. ", layer(new)].concat();
    }
    if old.part != new.part {
        return match new.chosen() {
            Some(_) if new.quiz => "A structure is chosen; its name is hidden.".to_owned(),
            Some(chosen) => card(chosen, new),
            None => "Nothing is chosen.".to_owned(),
        };
    }
    if old.quiz != new.quiz {
        return if new.quiz {
            "The names are hidden."
        } else {
            "The names are shown."
        }
        .to_owned();
    }
    if old.evidence != new.evidence {
        return evidence(new).to_owned();
    }
    if old.views != new.views {
        return ["The hip is shown ", from(new.views), "."].concat();
    }
    match (old.mode == new.mode, new.mode) {
        (true, _) => "Nothing changed.",
        (_, Mode::Natural) => "Natural colors.",
        (_, Mode::Muscle) => "Each group of muscles has a color of its own.",
        (_, Mode::Fibers) => "Only the fibers are drawn.",
    }
    .to_owned()
}
