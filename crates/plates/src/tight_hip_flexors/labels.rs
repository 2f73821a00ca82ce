//! The words in the drawing.

use crate::geometry::point;
use crate::lettering::{label, labels as group, value};
use crate::number::fixed;
use crate::scene::{Element, Token};

use super::bar::{BACK_AT, PELVIS_AT, THIGH_AT, TOP, TRUNK_AT, WORDS};
use super::{Behind, Split};

fn degrees(value: f64) -> String {
    [&fixed(value, 1), "°"].concat()
}

/// The labels of a state.
pub(super) fn labels(split: &Split, behind: Behind) -> Vec<Element> {
    let more = |value: f64, word: &str| [degrees(value).as_str(), word].concat();
    let column = [
        value(
            point(WORDS - 64.0, TOP - 72.0),
            "Extension lost",
            [&fixed(split.lost, 0), "°"].concat(),
            Token::Ink,
        ),
        value(
            point(WORDS, PELVIS_AT),
            "Pelvis tilts",
            more(split.tilt, " more"),
            Token::ForceJoint,
        ),
        value(
            point(WORDS, THIGH_AT),
            "Thigh points",
            more(split.thigh, " less back"),
            Token::ForceMuscle,
        ),
        value(
            point(WORDS, 530.0),
            "Knee bends",
            more(split.knee, " more"),
            Token::Ink,
        ),
    ]
    .concat();
    let parts = vec![
        label(
            point(WORDS + 28.0, TRUNK_AT),
            ["trunk leans ", &degrees(split.lean)].concat(),
            Token::Ink,
        ),
        label(
            point(WORDS + 28.0, BACK_AT),
            ["low back ", &degrees(split.back)].concat(),
            Token::Ink,
        ),
    ];
    let step = vec![label(
        point(24.0, 698.0),
        ["Foot stays ", &fixed(split.step, 1), "\u{a0}cm nearer"].concat(),
        Token::Ink,
    )];
    let ghost = match behind {
        Behind::Full => "Ghost: the full step",
        Behind::Ways => "Ghosts: other ways",
        Behind::Nothing => "",
    };
    vec![
        group("start", column),
        group("start", parts),
        group("start", step),
        group(
            "start",
            vec![label(point(392.0, 698.0), ghost, Token::InkSoft)],
        )
        .shown(behind != Behind::Nothing),
    ]
}
