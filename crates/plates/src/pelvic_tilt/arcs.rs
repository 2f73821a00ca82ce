//! The angles as lines and arcs.

use crate::geometry::{Point, point};
use crate::path::Path;
use crate::scene::{Attribute, Element, Part, Token};

use super::posture::Posture;
use super::stage::Stage;
use super::tables::from_hip_points;
use super::{Angles, Show};

const TILT: Part = Part {
    id: "tilt-angle",
    name: "Pelvic tilt",
    description: "The angle between the front of the pelvis and a plumb line, or on the table the \
                  line of the trunk.",
};
const BACK: Part = Part {
    id: "low-back-angle",
    name: "Extension of the low back",
    description: "The angle between where the pelvis sends the spine and the upright trunk.",
};
const HIP: Part = Part {
    id: "hip-angle",
    name: "Hip angle",
    description: "The angle between the axis of the pelvis and the thigh: the bend of the hip.",
};
const RANGE: Part = Part {
    id: "hip-range",
    name: "Room in the hip",
    description: "From where the thigh is to where the hip stops; dashed beyond that, what is \
                  missing.",
};
const LEVEL: Part = Part {
    id: "thigh-angle",
    name: "Thigh against level",
    description: "What the examiner sees: the angle between the thigh and a level line.",
};

/// A piece of a circle about `center` between two directions from downward, from its start on.
fn arc(path: &mut Path, stage: &Stage, center: Point, (from, to): (f64, f64), radius: f64) {
    // Each curve is a quarter of what is shown at most, so none is off by half a unit.
    const PIECES: i32 = 3;
    let step = (to - from) / f64::from(PIECES);
    let reach = radius / (0.5 * step).to_radians().cos();
    for piece in 0..PIECES {
        let start = from + step * f64::from(piece);
        path.bend_to(
            stage.ray(center, start + 0.5 * step, reach),
            stage.ray(center, start + step, radius),
        );
    }
}

/// A tinted sector with its arc drawn.
pub(crate) fn sector(
    stage: &Stage,
    center: Point,
    span: (f64, f64),
    radius: f64,
    token: Token,
    line: &'static str,
) -> Vec<Element> {
    let start = stage.ray(center, span.0, radius);
    let mut fill = Path::new();
    fill.move_to(center);
    fill.line_to(start);
    arc(&mut fill, stage, center, span, radius);
    fill.close();
    let mut path = Path::new();
    path.move_to(start);
    arc(&mut path, stage, center, span, radius);
    vec![
        Element::path(fill.data())
            .fill(token)
            .with(Attribute::FillOpacity, ".2"),
        Element::path(path.data()).stroke(token, line),
    ]
}

/// A line between two places.
pub(crate) fn line(from: Point, to: Point, token: Token, dashed: bool) -> Element {
    let mut path = Path::new();
    path.move_to(from);
    path.line_to(to);
    let line = Element::path(path.data()).stroke(token, if dashed { "3" } else { "4" });
    line.with(
        Attribute::StrokeDasharray,
        if dashed { "9 8" } else { "none" },
    )
    .with(Attribute::StrokeLinecap, "round")
}

/// Lengths of lines and arcs in drawing units.
struct Sizes {
    front: f64,
    trunk: f64,
    thigh: f64,
    hip: f64,
    range: f64,
}

/// The lines and arcs of a state.
pub(super) fn arcs(show: Show, stage: &Stage, posture: &Posture, angles: &Angles) -> Vec<Element> {
    let standing = show == Show::Standing;
    let sizes = if standing {
        Sizes {
            front: 232.0,
            trunk: 236.0,
            thigh: 250.0,
            hip: 150.0,
            range: 205.0,
        }
    } else {
        Sizes {
            front: 120.0,
            trunk: 0.0,
            thigh: 236.0,
            hip: 96.0,
            range: 0.0,
        }
    };
    let tilt = posture.tilt;
    let foot = stage.at(posture.pelvis().carry(from_hip_points(&[(0.2, 85.4)])[0]));
    let mut front = sector(
        stage,
        foot,
        (180.0, 180.0 + tilt),
        0.86 * sizes.front,
        Token::ForceJoint,
        "5",
    );
    front.extend([
        line(
            foot,
            stage.ray(foot, 180.0, sizes.front),
            Token::ForceJoint,
            true,
        ),
        line(
            foot,
            stage.ray(foot, 180.0 + tilt, sizes.front),
            Token::ForceJoint,
            false,
        ),
    ]);

    let base = stage.at(posture.base);
    let mut back = sector(
        stage,
        base,
        (180.0, 180.0 + tilt),
        0.9 * sizes.trunk,
        Token::ForceWeight,
        "5",
    );
    back.extend([
        line(
            base,
            stage.ray(base, 180.0, sizes.trunk),
            Token::ForceWeight,
            false,
        ),
        line(
            base,
            stage.ray(base, 180.0 + tilt, sizes.trunk),
            Token::ForceWeight,
            true,
        ),
    ]);

    let hip = stage.hip;
    let thigh = posture.thigh;
    let mut bend = sector(
        stage,
        hip,
        (tilt, thigh),
        sizes.hip,
        Token::ForceMuscle,
        "5",
    );
    bend.extend([
        line(
            hip,
            stage.ray(hip, tilt, sizes.thigh * 0.86),
            Token::ForceJoint,
            true,
        ),
        line(
            hip,
            stage.ray(hip, thigh, sizes.thigh),
            Token::ForceMuscle,
            false,
        ),
        Element::circle(hip, if standing { 9.0 } else { 6.0 })
            .fill(Token::Paper)
            .outlined(Token::ForceMuscle, "4"),
    ]);

    let stop = angles.available + angles.tilt;
    let lacks = angles.missing > 0.0;
    let end = if lacks { angles.wanted } else { stop };
    let mut room = Path::new();
    room.move_to(stage.ray(hip, thigh, sizes.range));
    arc(&mut room, stage, hip, (thigh, end), sizes.range);
    let range = vec![
        Element::path(room.data()).stroke(Token::Ink, "3").with(
            Attribute::StrokeDasharray,
            if lacks { "4 6" } else { "none" },
        ),
        line(
            stage.ray(hip, stop, sizes.range - 16.0),
            stage.ray(hip, stop, sizes.range + 16.0),
            Token::Ink,
            false,
        ),
    ];

    let mut level = vec![line(hip, point(706.0, hip.y), Token::Ink, true)];
    let mut seen = Path::new();
    seen.move_to(stage.ray(hip, 0.0, 190.0));
    arc(&mut seen, stage, hip, (0.0, thigh), 190.0);
    level.push(Element::path(seen.data()).stroke(Token::Ink, "4"));

    vec![
        Element::group(front).part(TILT),
        Element::group(back).shown(standing).part(BACK),
        Element::group(level).shown(!standing).part(LEVEL),
        Element::group(range).shown(standing).part(RANGE),
        Element::group(bend).part(HIP),
    ]
}
