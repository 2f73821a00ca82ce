//! Up the leg: what was seen in people on wedges, as directions.

use kinetics::kinematics::{Kinematics, Reference};
use kinetics::{Body, Coordinate, GAIT2392, Pose, Side};

use crate::geometry::{Point, point};
use crate::path::Path;
use crate::scene::{Attribute, Element, Part, Token};
use crate::skeleton::{Plane, Projection, Style, bones, skin};

use super::scene::{bold, label, labels};

const FRONT: Part = Part {
    id: "legs",
    name: "Legs on Wedges from the Front",
    description: "A body on wedges that are higher under the outer borders of the feet: shanks and \
                  hips turn in.",
};
const TILT: Part = Part {
    id: "pelvis",
    name: "Pelvis from the Side",
    description: "The same body from the side: the pelvis tilts forward.",
};
/// Drawing units in a meter.
const SCALE: f64 = 352.0;
/// Page height of the floor.
const FLOOR: f64 = 700.0;
/// The angles of the drawing, degrees: enough to be seen, measured by nobody.
const WEDGE: f64 = 12.0;
const TURN: f64 = 9.0;
const TIP: f64 = 8.0;

/// A body whose feet are rolled in; positions in the ground put the feet at the origin.
fn pose() -> Pose {
    let mut pose = Pose::NEUTRAL
        .with_degrees(Coordinate::PelvisTilt, -TIP)
        .with_degrees(Coordinate::LumbarExtension, TIP);
    for side in Side::BOTH {
        pose = pose
            .with_degrees(Coordinate::HipFlexion(side), TIP)
            .with_degrees(Coordinate::HipRotation(side), TURN)
            .with_degrees(Coordinate::SubtalarAngle(side), -WEDGE);
    }
    let Ok(k) = Kinematics::new(&GAIT2392, &pose) else {
        return pose;
    };
    let ankle = k.frame(Body::Talus(Side::Right), Reference::Ground).origin;
    pose.with(Coordinate::PelvisTx, -ankle.x)
        .with(Coordinate::PelvisTy, 0.062 - ankle.y)
}

/// An arrow that runs around a limb in front of it, from `from` to `to`, sagging by `sag`.
fn around(from: Point, to: Point, sag: f64) -> Vec<Element> {
    let middle = from.toward(to, 0.5).plus(point(0.0, 2.0 * sag));
    let mut shaft = Path::new();
    shaft.move_to(from);
    shaft.bend_to(middle, to);
    let shaft = shaft.data();
    let along = to.minus(middle).unit();
    let mut head = Path::new();
    head.polyline(
        &[
            to.plus(along.times(20.0)),
            to.plus(along.turned().times(12.0)),
            to.minus(along.turned().times(12.0)),
        ],
        true,
    );
    vec![
        Element::path(shaft.clone())
            .stroke(Token::Paper, "13")
            .with(Attribute::StrokeLinecap, "round"),
        Element::path(shaft)
            .stroke(Token::ForceJoint, "7")
            .with(Attribute::StrokeLinecap, "round"),
        Element::path(head.data())
            .fill(Token::ForceJoint)
            .outlined(Token::Paper, "3")
            .with(Attribute::PaintOrder, "stroke"),
    ]
}

fn body(k: &Kinematics, projection: &Projection) -> Element {
    let style = Style {
        left_leg: projection.plane != Plane::Side,
        ..Style::WHOLE
    };
    let mut drawn = skin(k, projection, &style);
    drawn.extend(bones(k, projection, &style));
    Element::group(drawn)
}

/// A wedge below one foot, seen from the front: higher on the outer side.
fn wedge(middle: f64, outward: f64) -> Element {
    let half = 30.0;
    let rise = 2.0 * half * WEDGE.to_radians().tan();
    let mut path = Path::new();
    path.polyline(
        &[
            point(middle - outward * half, FLOOR),
            point(middle + outward * half, FLOOR),
            point(middle + outward * half, FLOOR - rise),
        ],
        true,
    );
    Element::path(path.data()).fill(Token::Object)
}

/// The bodies; the same in every state.
pub(super) fn chain(shown: bool) -> Element {
    let pose = pose();
    let k =
        Kinematics::new(&GAIT2392, &pose).or_else(|_| Kinematics::new(&GAIT2392, &Pose::NEUTRAL));
    let Ok(k) = k else {
        return Element::group(Vec::new()).shown(shown);
    };
    let front = Projection {
        plane: Plane::Front,
        origin: point(180.0, FLOOR - 8.0),
        scale: SCALE,
    };
    let side = Projection {
        plane: Plane::Side,
        origin: point(530.0, FLOOR - 8.0),
        scale: SCALE,
    };
    let at = |body: Body| k.frame(body, Reference::Ground).origin;
    let mut legs = vec![body(&k, &front)];
    for leg in Side::BOTH {
        let (hip, knee, ankle) = (
            front.at(at(Body::Femur(leg))),
            front.at(at(Body::Tibia(leg))),
            front.at(at(Body::Talus(leg))),
        );
        let toward_middle = if hip.x < 180.0 { 1.0 } else { -1.0 };
        legs.insert(0, wedge(ankle.x - toward_middle * 6.0, -toward_middle));
        for (upper, lower, share, reach) in [(hip, knee, 0.66, 32.0), (knee, ankle, 0.42, 26.0)] {
            let place = upper.toward(lower, share);
            legs.extend(around(
                place.plus(point(-toward_middle * reach, -4.0)),
                place.plus(point(toward_middle * (reach - 28.0), 4.0)),
                13.0,
            ));
        }
    }
    let pelvis = side.at(at(Body::Pelvis));
    let mut slab = Path::new();
    let (heel, toes) = (side.origin.x - 26.0, side.origin.x + 72.0);
    slab.polyline(
        &[
            point(heel, FLOOR),
            point(heel, FLOOR - 9.0),
            point(toes, FLOOR - 9.0),
            point(toes, FLOOR),
        ],
        true,
    );
    let mut tilt = vec![
        Element::path(slab.data()).fill(Token::Object),
        body(&k, &side),
    ];
    tilt.extend(around(
        pelvis.plus(point(14.0, -58.0)),
        pelvis.plus(point(58.0, 2.0)),
        -14.0,
    ));
    let mut floor = Path::new();
    floor.move_to(point(24.0, FLOOR));
    floor.line_to(point(696.0, FLOOR));
    Element::group(vec![
        Element::path(floor.data()).stroke(Token::InkSoft, "3"),
        Element::group(legs).part(FRONT),
        Element::group(tilt).part(TILT),
        labels(
            "middle",
            vec![
                label(point(180.0, 44.0), "From the front", Token::Ink),
                label(point(530.0, 44.0), "From the side", Token::Ink),
                bold(
                    point(180.0, 740.0),
                    "Shank and hip turn in",
                    Token::ForceJoint,
                ),
                bold(
                    point(550.0, 740.0),
                    "Pelvis tilts forward",
                    Token::ForceJoint,
                ),
            ],
        ),
    ])
    .shown(shown)
}
