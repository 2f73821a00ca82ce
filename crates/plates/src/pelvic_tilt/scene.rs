//! The drawing: one body, standing large or lying on the table.

use crate::geometry::point;
use crate::path::Path;
use crate::scene::{Attribute, Element, Part, Scene};

use super::posture::Posture;
use super::stage::Stage;
use super::{Show, State, arcs, bones, labels, muscles, person, skin, words};

const WIDTH: i32 = 720;
const HEIGHT: i32 = 720;
/// Drawing units in a centimeter when standing.
pub(super) const STANDING_SCALE: f64 = 11.8;
/// Drawing units in a centimeter on the table.
pub(super) const TABLE_SCALE: f64 = 4.9;
/// Page height of the floor below the table.
const FLOOR: f64 = 700.0;

const BODY: Part = Part {
    id: "body",
    name: "Body",
    description: "The body from its right side.",
};

fn stage(show: Show, tilt: f64) -> Stage {
    match show {
        // The trunk moves with the pelvis; part of that is taken back to stay clear of the words.
        Show::Standing => {
            let sway = if tilt < 0.0 { 130.0 } else { 70.0 };
            Stage {
                hip: point(356.0 - sway * tilt.to_radians().sin(), 402.0),
                scale: STANDING_SCALE,
                degrees: 0.0,
            }
        }
        Show::Thomas => Stage {
            hip: point(412.0, 322.0),
            scale: TABLE_SCALE,
            degrees: -90.0,
        },
    }
}

/// The drawing of `state`.
pub(super) fn scene(state: &State) -> Scene {
    let angles = state.angles();
    let standing = state.show == Show::Standing;
    let stage = stage(state.show, angles.tilt);
    let posture = Posture::new(state.show, &angles);
    let words = words::words(state);
    // Where the thigh should point, or where it would hang with the pelvis held flat.
    let (other, other_shown) = if standing {
        (angles.wanted, angles.missing >= 0.5)
    } else {
        (-angles.held, state.tilt != 0)
    };
    let mut page = Path::new();
    page.polyline(
        &[
            point(0.0, 0.0),
            point(f64::from(WIDTH), 0.0),
            point(f64::from(WIDTH), f64::from(HEIGHT)),
            point(0.0, f64::from(HEIGHT)),
        ],
        true,
    );
    let body = vec![
        Element::group(vec![skin::body(&stage, &posture)]).part(BODY),
        bones::trunk(&stage, &posture),
        bones::sacrum(&stage, &posture),
        bones::spine(&stage, &posture),
        bones::stiff_spine(&stage, &posture).shown(standing && state.tilt != 0),
        muscles::psoas(&stage, &posture),
        bones::pelvis(&stage, &posture),
        bones::shin(&stage, &posture),
        bones::femur(&stage, &posture),
        bones::other_femur(&stage, other).shown(other_shown),
        muscles::rectus(&stage, &posture),
    ];
    let mut elements = vec![
        Element::clip("page", vec![Element::path(page.data())]),
        person::table(&stage, FLOOR).shown(!standing),
        person::held_leg(&stage).shown(!standing),
        Element::group(body)
            .with(Attribute::ClipPath, "page")
            .with(Attribute::StrokeLinejoin, "round"),
    ];
    elements.extend(arcs::arcs(state.show, &stage, &posture, &angles));
    elements.extend(labels::labels(state.show, &angles));
    Scene {
        corner: (0, 0),
        size: (WIDTH, HEIGHT),
        title: words.name.into(),
        description: words.state.into(),
        elements,
    }
}
