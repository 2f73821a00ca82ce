//! The words in the drawing.

use crate::geometry::point;
use crate::lettering::{labels as group, value};
use crate::scene::{Element, Token};

use super::words::{bend, lean, level, low_back, reading, whole_degrees};
use super::{Angles, Show};

/// The labels of both views; only those of `show` are seen.
pub(super) fn labels(show: Show, angles: &Angles) -> Vec<Element> {
    let tilted = angles.tilt.abs() >= 0.5;
    let missing = angles.missing >= 0.5;
    let low_back = value(
        point(22.0, 56.0),
        "Low back",
        low_back(angles.low_back),
        Token::ForceWeight,
    );
    let trunk = value(
        point(698.0, 56.0),
        "Or trunk leans",
        lean(angles.tilt),
        Token::InkSoft,
    );
    let right = [
        value(
            point(698.0, 330.0),
            "Pelvis",
            lean(angles.tilt),
            Token::ForceJoint,
        ),
        value(
            point(698.0, 486.0),
            "Hip",
            bend(-angles.hip),
            Token::ForceMuscle,
        ),
    ]
    .concat();
    // On the side that the thigh leaves free.
    let far = if missing { angles.wanted } else { angles.thigh };
    let (x, anchor) = if far > 14.0 && angles.thigh > -12.0 {
        (698.0, "end")
    } else {
        (22.0, "start")
    };
    let stop = value(
        point(x, 650.0),
        "Hip stops when",
        bend(-angles.available),
        Token::Ink,
    );
    let lacking = value(
        point(x, 568.0),
        "Missing",
        whole_degrees(angles.missing),
        Token::Ink,
    );
    let table = &angles.table;
    let beside = value(
        point(22.0, 56.0),
        "Pelvis",
        lean(angles.tilt),
        Token::ForceJoint,
    );
    let seen = value(
        point(698.0, 56.0),
        "Thigh, as seen",
        level(table.thigh),
        Token::Ink,
    );
    let under = [
        value(
            point(64.0, 466.0),
            "The examiner reads",
            reading(table.passes).to_owned(),
            Token::Ink,
        ),
        value(
            point(64.0, 546.0),
            "Hip against pelvis",
            [
                bend(table.hip).as_str(),
                ": ",
                if table.short { "short" } else { "not short" },
            ]
            .concat(),
            Token::ForceMuscle,
        ),
        value(
            point(64.0, 626.0),
            "With the pelvis held flat",
            level(angles.held),
            Token::InkSoft,
        ),
    ]
    .concat();
    let standing = show == Show::Standing;
    vec![
        group("start", low_back.into()).shown(standing),
        group("end", trunk.into()).shown(standing && tilted),
        group("end", right).shown(standing),
        group(anchor, stop.into()).shown(standing),
        group(anchor, lacking.into()).shown(standing && missing),
        group("start", beside.into()).shown(!standing),
        group("end", seen.into()).shown(!standing),
        group("start", under).shown(!standing),
    ]
}
