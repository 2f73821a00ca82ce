//! The person who lifts: skeleton, muscle lines, bar, floor.
//!
//! `skeleton` draws people upright, with the head half upright. The body is posed at three times
//! the trunk's slope and then turned as a whole on the page, so that the head rests on the floor.

use kinetics::experiments::bridge::{BridgeResult, SHOULDER_HEIGHT};
use kinetics::experiments::groups::{GLUTEUS_MAXIMUS, HAMSTRINGS};
use kinetics::kinematics::{Kinematics, Reference};
use kinetics::math::{Frame, Mat3, Vec3};
use kinetics::{Body, Coordinate, GAIT2392, MuscleId, Side};

use crate::geometry::{Point, point};
use crate::path::{Path, push_tenths};
use crate::scene::{Attribute, Element, Part, Token};
use crate::skeleton::{self, Plane, Projection, Style};

use super::State;

/// Drawing units in a meter.
const SCALE: f64 = 420.0;
/// How far the hips rise from the floor to the top, in drawing units.
pub(super) const RISE: f64 = 103.0;
/// Page height of the floor.
pub(super) const FLOOR: f64 = 468.0;
/// The shoulder joint of the lying body; its height is half the depth of the chest.
const SHOULDER: Point = point(152.0, FLOOR - 52.0);

const BODY: Part = Part {
    id: "body",
    name: "Body in a bridge",
    description: "A body on its back that lifts its hips, from the side; drag it up or down.",
};
const BAR: Part = Part {
    id: "load",
    name: "Bar on the hips",
    description: "A bar with a plate, lying across the hips.",
};
const MAXIMUS: Part = Part {
    id: "gluteus-maximus",
    name: "Gluteus Maximus",
    description: "Its three lines of pull; the wider, the stronger.",
};
const BACK_OF_THIGH: Part = Part {
    id: "hamstrings",
    name: "Hamstrings",
    description: "Their three lines of pull; the wider, the stronger.",
};

/// Where things are on the page.
pub(super) struct Places {
    pub(super) hip: Point,
    pub(super) ankle: Point,
    k: Option<Kinematics>,
    p: Projection,
    /// Degrees by which the posed body is turned on the page, clockwise.
    turn: f64,
}

/// From shoulder to hip in the upright trunk, forward and up, in meters.
fn hip_from_shoulder() -> Vec3 {
    let shoulder = GAIT2392.back.location + Vec3::new(0.0, SHOULDER_HEIGHT, 0.0);
    let hip = GAIT2392.hip.location;
    Vec3::new(hip.x - shoulder.x, hip.y - shoulder.y, 0.0)
}

impl Places {
    pub(super) fn new(result: &BridgeResult) -> Self {
        let trunk = hip_from_shoulder();
        let length = trunk.x.hypot(trunk.y);
        let run = (length * length - result.hip_height * result.hip_height)
            .max(0.0)
            .sqrt();
        let hip = SHOULDER.plus(point(run, -result.hip_height).times(SCALE));
        // What the trunk's own upright slopes above the floor, headward.
        let slope = result.pose.get(Coordinate::PelvisTilt) - core::f64::consts::FRAC_PI_2;
        let upright = Mat3::rotation(Vec3::Z, 3.0 * slope);
        let joint = GAIT2392.hip.location;
        let origin = upright * Vec3::new(-joint.x, -joint.y, 0.0);
        let frame = Frame {
            rotation: upright,
            origin,
        };
        let k = Kinematics::new(&GAIT2392, &result.pose)
            .ok()
            .map(|k| k.with_ground(&frame));
        let p = Projection {
            plane: Plane::Side,
            origin: hip,
            scale: SCALE,
        };
        let turn = (2.0 * slope - core::f64::consts::FRAC_PI_2).to_degrees();
        let ankle = k.as_ref().map_or(hip, |k| {
            let frame = k.frame(Body::Talus(Side::Right), Reference::Ground);
            // The page's y runs down, so a clockwise turn is a positive one there.
            p.at(frame.origin).rotated(hip, turn.to_radians())
        });
        Self {
            hip,
            ankle,
            k,
            p,
            turn,
        }
    }

    /// The front of the pelvis, where a bar lies.
    fn bar(&self, slope: f64) -> Point {
        self.hip
            .plus(point(-slope.sin(), -slope.cos()).times(0.13 * SCALE))
    }
}

fn lines(
    places: &Places,
    result: &BridgeResult,
    muscles: &[MuscleId],
    color: Token,
    part: Part,
) -> Element {
    let mut edges = Vec::with_capacity(3);
    let mut cores = Vec::with_capacity(3);
    for &id in muscles {
        let data = places.k.as_ref().map_or_else(String::new, |k| {
            skeleton::muscle(k, id, Side::Right, &places.p)
        });
        let force = GAIT2392
            .position(id)
            .and_then(|at| result.shared.force.get(at));
        let wide = 3.0 + (force.copied().unwrap_or_default() / 90.0).clamp(0.0, 14.0);
        let stroke = |width: f64, data: String| {
            let mut digits = String::new();
            push_tenths(&mut digits, width);
            Element::path(data).with(Attribute::StrokeWidth, digits)
        };
        edges.push(stroke(wide + 3.0, data.clone()));
        cores.push(stroke(wide, data));
    }
    let ink = |lines: Vec<Element>, token: Token| {
        Element::group(lines)
            .with(Attribute::Fill, "none")
            .with(Attribute::Stroke, token.css())
            .with(Attribute::StrokeLinecap, "round")
            .with(Attribute::StrokeLinejoin, "round")
    };
    Element::group(vec![ink(edges, Token::MuscleDark), ink(cores, color)]).part(part)
}

/// An arm along the floor, as skin and bones.
fn arm() -> [Element; 2] {
    let at = |x: f64, y: f64| SHOULDER.plus(point(x, y));
    let mut skin = Path::new();
    skin.smooth(
        &[
            at(-22.0, -4.0),
            at(0.0, -22.0),
            at(50.0, -4.0),
            at(120.0, 8.0),
            at(180.0, 16.0),
            at(228.0, 26.0),
            at(262.0, 30.0),
            at(296.0, 38.0),
            at(292.0, 46.0),
            at(250.0, 47.0),
            at(180.0, 46.0),
            at(110.0, 42.0),
            at(50.0, 36.0),
            at(0.0, 24.0),
        ],
        true,
    );
    let mut bones = Path::new();
    let mut bone = |from: Point, to: Point, half: f64| {
        let along = to.minus(from);
        let side = along.unit().turned().times(half);
        let edge = |sign: f64| {
            [(0.0, 1.5), (0.12, 1.0), (0.5, 0.7), (0.88, 1.0), (1.0, 1.5)]
                .map(|(share, width)| from.plus(along.times(share)).plus(side.times(sign * width)))
        };
        let mut knots = edge(1.0).to_vec();
        knots.extend(edge(-1.0).into_iter().rev());
        bones.smooth(&knots, true);
    };
    bone(at(2.0, 4.0), at(124.0, 26.0), 5.0);
    bone(at(128.0, 22.0), at(226.0, 34.0), 3.0);
    bone(at(126.0, 30.0), at(226.0, 40.0), 3.0);
    bone(at(230.0, 37.0), at(258.0, 40.0), 4.0);
    bone(at(261.0, 40.0), at(286.0, 43.0), 2.5);
    [Element::path(skin.data()), Element::path(bones.data())]
}

fn floor(ankle: Point) -> Element {
    let sole = SHOULDER.y;
    let mut line = Path::new();
    line.move_to(point(8.0, FLOOR)).line_to(point(712.0, FLOOR));
    let (left, right) = ((ankle.x - 46.0).max(8.0), (ankle.x + 104.0).min(712.0));
    let block = [
        point(left, FLOOR),
        point(left, sole),
        point(right, sole),
        point(right, FLOOR),
    ];
    let mut step = Path::new();
    step.polyline(&block, true);
    Element::group(vec![
        Element::path(line.data()).stroke(Token::InkSoft, "3"),
        Element::path(step.data())
            .fill(Token::Paper)
            .outlined(Token::InkSoft, "3"),
    ])
}

/// A bar from its end: sleeve, plate behind it.
fn bar(state: &State, center: Point) -> Element {
    let plate = 24.0 + 0.9 * f64::from(state.load);
    Element::group(vec![
        Element::circle(center, plate)
            .fill(Token::Object)
            .with(Attribute::FillOpacity, ".35")
            .outlined(Token::Object, "4"),
        Element::circle(center, 9.0)
            .fill(Token::Paper)
            .outlined(Token::Object, "5"),
    ])
    .part(BAR)
    .shown(state.load > 0)
}

/// The whole picture of the person, floor first.
pub(super) fn person(state: &State, places: &Places, result: &BridgeResult) -> Vec<Element> {
    let style = Style {
        ghost: false,
        left_leg: true,
        arms: false,
        upper_body: true,
    };
    let slope = result.pose.get(Coordinate::PelvisTilt) - core::f64::consts::FRAC_PI_2;
    let [arm_skin, arm_bones] = arm();
    let (mut skin, mut bones) = (Vec::new(), Vec::new());
    if let Some(k) = &places.k {
        skin = skeleton::skin(k, &places.p, &style);
        bones = skeleton::bones(k, &places.p, &style);
    }
    let turned = |children: Vec<Element>| Element::group(children).turned(places.turn, places.hip);
    vec![
        floor(places.ankle),
        Element::group(vec![
            turned(skin),
            arm_skin.fill(Token::Skin).outlined(Token::SkinLine, "2"),
            arm_bones.fill(Token::Bone).outlined(Token::BoneLine, "1.3"),
            turned(bones),
        ])
        .part(BODY),
        turned(vec![
            lines(
                places,
                result,
                HAMSTRINGS,
                Token::MuscleLight,
                BACK_OF_THIGH,
            ),
            lines(places, result, GLUTEUS_MAXIMUS, Token::Muscle, MAXIMUS),
        ]),
        bar(state, places.bar(slope)),
    ]
}
