//! The hip, large: bones, the muscle at its side, forces and lever arms.

use std::sync::OnceLock;

use crate::anatomy::{self, joint, model_line, muscle};
use crate::geometry::{Patch, Point, point, points};
use crate::ink::{Muscle, Random};
use crate::number::fixed;
use crate::path::{Path, View, outline};
use crate::scene::{Attribute, Element, Part, Token};

use super::balance::Balance;
use super::body::{spine, swing};
use super::pose::Pose;

/// Drawing units for a newton in the arrows.
const NEWTON: f64 = 0.065;

/// Body height at which the lever arm of the weight is measured.
const ARMS_AT: f64 = 77.4;
/// Body height at which the arrow of the weight begins.
pub(super) const WEIGHT_AT: f64 = 98.5;
/// Width of the arrows' shafts in drawing units.
const SHAFT: f64 = 11.0;

const PELVIS: Part = Part {
    id: "pelvis",
    name: "Pelvis",
    description: "The two hip bones and the sacrum, level from side to side.",
};
const FEMUR: Part = Part {
    id: "femur",
    name: "Thigh bone",
    description: "The thigh bone of the leg you stand on.",
};
const SPINE: Part = Part {
    id: "spine",
    name: "Spine",
    description: "The lower spine, which leans with the trunk.",
};
const GLUTEUS_MEDIUS: Part = Part {
    id: "gluteus-medius",
    name: "Gluteus medius",
    description: "The largest muscle at the side of the hip, from the hip bone to the bony point \
                  of the thigh bone.",
};
const MUSCLE_FORCE: Part = Part {
    id: "muscle-force",
    name: "Pull of the muscles",
    description: "The pull of the muscles that hold the pelvis level.",
};
const WEIGHT: Part = Part {
    id: "weight",
    name: "Weight above the hip",
    description: "The weight of everything but the leg you stand on, and the line it acts along.",
};
const JOINT_FORCE: Part = Part {
    id: "joint-force",
    name: "Force on the hip joint",
    description: "The push of the thigh bone against the pelvis in the hip joint.",
};
const LEVER_ARMS: Part = Part {
    id: "lever-arms",
    name: "Lever arms",
    description: "The distances from the hip joint to the line of the weight and to the muscles.",
};

/// A bone with a shaded rim: one outline used three times.
fn bone(id: &'static str, clip: &'static str, data: String) -> Vec<Element> {
    vec![
        Element::clip(clip, vec![Element::path(data).with(Attribute::Id, id)]),
        Element::copy_of(id).fill(Token::Bone),
        Element::copy_of(id)
            .stroke(Token::BoneShade, "22")
            .with(Attribute::StrokeOpacity, ".3")
            .with(Attribute::ClipPath, clip),
        Element::copy_of(id)
            .stroke(Token::BoneShade, "9")
            .with(Attribute::StrokeOpacity, ".45")
            .with(Attribute::ClipPath, clip),
        Element::copy_of(id).stroke(Token::BoneLine, "2.4"),
    ]
}

fn lines(view: &View, curves: &[&[(f32, f32)]], width: &'static str) -> Element {
    let mut path = Path::new();
    for curve in curves {
        path.smooth(&view.all(&points(curve)), false);
    }
    Element::path(path.data())
        .stroke(Token::BoneLine, width)
        .with(Attribute::StrokeOpacity, ".7")
        .with(Attribute::StrokeLinecap, "round")
}

/// What moves as one, in paint order: vertebrae, left thigh bone, right thigh bone, pelvis.
type Bones = [Vec<Element>; 4];

/// Bones and muscle, in paint order.
pub(super) fn anatomy(view: &View, pose: &Pose, strength: i32) -> Vec<Element> {
    // A state only turns them, so they are drawn once; the view is the same in every state.
    static BONES: OnceLock<Bones> = OnceLock::new();
    let hip = view.at(point(joint::HIP.0, joint::HIP.1));
    let base = view.at(point(joint::LUMBOSACRAL.0, joint::LUMBOSACRAL.1));
    let [vertebrae, left_femur, femur, pelvis] = BONES.get_or_init(|| bones(view)).clone();
    vec![
        Element::group(vertebrae)
            .turned(pose.trunk_degrees, base)
            .part(SPINE),
        Element::group(left_femur),
        Element::group(femur)
            .turned(pose.leg_degrees, hip)
            .part(FEMUR),
        Element::group(pelvis).part(PELVIS),
        gluteus_medius(view, strength),
    ]
}

fn bones(view: &View) -> Bones {
    let middle = view.at(point(0.0, 0.0)).x;
    let closed = |table: &[(f32, f32)]| outline(&view.all(&points(table)));

    let swinging: Vec<Point> = points(anatomy::FEMUR).into_iter().map(swing).collect();
    let mut hip_bone = Path::new();
    hip_bone.smooth(&view.all(&points(anatomy::HIP_BONE)), true);
    let mut left_femur = bone("femur-l", "clip-femur-l", outline(&view.all(&swinging)));
    left_femur.push(Element::group(Vec::new()));

    let mut femur = bone("femur", "clip-femur", closed(anatomy::FEMUR));
    femur.push(lines(
        view,
        &[
            &[(11.0, 85.6), (10.4, 83.6), (9.6, 81.4)],
            &[(12.9, 83.6), (12.4, 80.4), (12.0, 75.6)],
            &[(10.4, 79.0), (10.9, 72.0), (10.7, 66.0)],
        ],
        "2",
    ));
    let mut right = bone("hipbone", "clip-hipbone", hip_bone.data());
    right.push(
        Element::path(closed(anatomy::OBTURATOR_FORAMEN))
            .fill(Token::Skin)
            .outlined(Token::BoneLine, "2")
            .with(Attribute::Id, "foramen"),
    );
    right.push(
        lines(
            view,
            &[
                &[(5.4, 92.4), (6.4, 94.6), (7.0, 97.4), (7.6, 99.8)],
                &[(9.6, 91.8), (10.8, 93.4), (11.6, 95.8), (11.8, 98.2)],
                &[(4.6, 81.6), (5.4, 83.0), (6.2, 83.4)],
            ],
            "2",
        )
        .with(Attribute::Id, "hiplines"),
    );
    let left = Element::group(
        ["hipbone", "foramen", "hiplines"]
            .into_iter()
            .map(|id| {
                let copy = Element::copy_of(id);
                if id == "hipbone" {
                    copy.fill(Token::Bone).outlined(Token::BoneLine, "2.4")
                } else {
                    copy
                }
            })
            .chain([
                Element::copy_of("hipbone")
                    .stroke(Token::BoneShade, "22")
                    .with(Attribute::StrokeOpacity, ".3")
                    .with(Attribute::ClipPath, "clip-hipbone"),
                Element::copy_of("hipbone")
                    .stroke(Token::BoneShade, "9")
                    .with(Attribute::StrokeOpacity, ".45")
                    .with(Attribute::ClipPath, "clip-hipbone"),
            ])
            .collect(),
    )
    .mirrored(middle);

    let mut sacrum = bone("sacrum", "clip-sacrum", closed(anatomy::SACRUM));
    let mut holes = Path::new();
    for row in 0..4 {
        let row = f64::from(row);
        for side in [-1.0, 1.0] {
            let (x, y) = (side * (2.3 - 0.3 * row), 97.6 - 2.1 * row);
            let dimple = [(0.42, 0.0), (0.0, 0.36), (-0.42, 0.0), (0.0, -0.36)]
                .map(|(dx, dy)| point(x + dx, y + dy));
            holes.smooth(&view.all(&dimple), true);
        }
    }
    sacrum.push(Element::path(holes.data()).fill(Token::BoneShade));
    sacrum.push(lines(
        view,
        &[
            &[(0.0, 99.4), (0.12, 95.0), (0.0, 90.0)],
            &[(-1.2, 99.4), (-1.1, 95.0), (-0.7, 90.6)],
            &[(1.2, 99.4), (1.1, 95.0), (0.7, 90.6)],
        ],
        "2",
    ));

    let mut vertebrae = vec![
        spine(view, 118.0)
            .fill(Token::Bone)
            .outlined(Token::BoneLine, "2.4"),
    ];
    vertebrae.push(lines(
        view,
        &[&[(0.0, 103.0), (0.0, 108.0), (0.0, 116.0)]],
        "2",
    ));

    let pelvis = [vec![left], right, sacrum].concat();
    [vertebrae, left_femur, femur, pelvis]
}

/// Gluteus medius in ink, the paler the weaker it is.
fn gluteus_medius(view: &View, strength: i32) -> Element {
    // The same ink in every state of the figure, so it is drawn once.
    static INK: OnceLock<Vec<Element>> = OnceLock::new();
    let ink = INK.get_or_init(|| medius_ink(view));
    Element::group(ink.clone())
        .with(Attribute::StrokeLinecap, "round")
        .with(Attribute::StrokeLinejoin, "round")
        .with(
            Attribute::Opacity,
            fixed(0.25 + 0.75 * f64::from(strength) / 100.0, 2),
        )
        .part(GLUTEUS_MEDIUS)
}

fn medius_ink(view: &View) -> Vec<Element> {
    let ink = Muscle {
        color: Token::Medius,
        strokes: 64,
        part: (0.0, 1.0),
        flesh: (0.0, 0.86),
        tendon: 14,
        large: true,
        pens: ["3", "2", "4"],
    };
    let patch = Patch::new(&muscle::GLUTEUS_MEDIUS);
    ink.draw(&patch, view, &mut Random::new(7))
}

/// The silhouette behind the bones.
pub(super) fn silhouette(view: &View, pose: &Pose) -> Vec<Element> {
    super::body::silhouette(view, pose)
}

/// Where the muscles pull: a point on their line nearest to the hip, and its direction.
fn muscle_line(balance: &Balance) -> (Point, Point) {
    let (outward, downward) = balance.muscle_pull;
    // A muscle that holds nothing keeps the direction of the drawn one.
    let drawn = points(model_line::GLUTEUS_MEDIUS[1]);
    let fallback = drawn[1].minus(drawn[0]);
    let direction = point(outward, -downward);
    let direction = if direction.length() > 1.0 {
        direction
    } else {
        fallback
    }
    .unit();
    let side = if balance.adductors {
        direction.turned().times(-1.0)
    } else {
        direction.turned()
    };
    let hip = point(joint::HIP.0, joint::HIP.1);
    (hip.plus(side.times(100.0 * balance.muscle_arm)), direction)
}

/// Forces and lever arms.
pub(super) fn forces(
    view: &View,
    pose: &Pose,
    balance: &Balance,
    panel: (f64, f64),
) -> Vec<Element> {
    let hip = point(joint::HIP.0, joint::HIP.1);
    let at = view.at(hip);
    let weight_x = view.at(point(pose.weight_line, 0.0)).x;

    let mut guide = Path::new();
    guide.move_to(point(weight_x, panel.0));
    let (weight_arm, muscle_arm) = lever_labels(view, pose);
    let labels = [
        (muscle_arm.x - 80.0, muscle_arm.x, muscle_arm.y),
        (weight_arm.x - 44.0, weight_arm.x + 44.0, weight_arm.y),
    ];
    for (left, right, line) in labels {
        // Behind a label it stops.
        if (left..right).contains(&weight_x) {
            guide.line_to(point(weight_x, line - 26.0));
            guide.move_to(point(weight_x, line + 8.0));
        }
    }
    guide.line_to(point(weight_x, panel.1));
    let tail = point(weight_x, view.at(point(0.0, WEIGHT_AT)).y);
    let mut arrow = Path::new();
    arrow.arrow(tail, tail.plus(point(0.0, balance.weight * NEWTON)), SHAFT);
    let weight = Element::group(vec![
        Element::path(guide.data())
            .stroke(Token::ForceWeight, "2.5")
            .with(Attribute::StrokeDasharray, "9 8"),
        force(arrow, Token::ForceWeight),
    ])
    .part(WEIGHT);

    let (foot, direction) = muscle_line(balance);
    let foot_at = view.at(foot);
    let along = point(direction.x, -direction.y);
    let length = balance.muscle_force * NEWTON;
    let start = if balance.adductors {
        foot_at.minus(along.times(0.2 * length))
    } else {
        foot_at.minus(along.times(0.62 * length))
    };
    let mut line = Path::new();
    line.move_to(foot_at.minus(along.times(150.0)));
    line.line_to(foot_at.plus(along.times(60.0)));
    let mut arrow = Path::new();
    arrow.arrow(start, start.plus(along.times(length)), SHAFT);
    let muscle = Element::group(vec![
        Element::path(line.data())
            .stroke(Token::ForceMuscle, "2.5")
            .with(Attribute::StrokeDasharray, "9 8"),
        force(arrow, Token::ForceMuscle),
    ])
    .part(MUSCLE_FORCE);

    // On the pelvis the thigh bone pushes back: up and inward, its tip in the joint.
    let push = point(-balance.joint.0, -balance.joint.1).times(NEWTON);
    let mut arrow = Path::new();
    arrow.arrow(at.minus(push), at, SHAFT);
    let joint_arrow = Element::group(vec![
        force(arrow, Token::ForceJoint),
        Element::circle(at, SHAFT)
            .fill(Token::Paper)
            .outlined(Token::ForceJoint, "5"),
    ])
    .part(JOINT_FORCE);

    let low = view.at(point(0.0, ARMS_AT)).y;
    let mut arms = Path::new();
    arms.move_to(point(at.x, low - 14.0));
    arms.line_to(point(at.x, low + 14.0));
    arms.move_to(point(weight_x, low - 14.0));
    arms.line_to(point(weight_x, low + 14.0));
    arms.move_to(point(at.x, low));
    arms.line_to(point(weight_x, low));
    let mut drop = Path::new();
    drop.move_to(at);
    drop.line_to(point(at.x, low));
    let mut perpendicular = Path::new();
    perpendicular.move_to(at);
    perpendicular.line_to(foot_at);
    let lever_arms = Element::group(vec![
        Element::path(drop.data())
            .stroke(Token::Ink, "2")
            .with(Attribute::StrokeDasharray, "3 6"),
        Element::path(arms.data()).stroke(Token::Ink, "3"),
        Element::path(perpendicular.data()).stroke(Token::Ink, "4"),
    ])
    .part(LEVER_ARMS);

    vec![weight, joint_arrow, lever_arms, muscle]
}

fn force(arrow: Path, token: Token) -> Element {
    Element::path(arrow.data())
        .fill(token)
        .outlined(Token::Paper, "4")
        .with(Attribute::StrokeLinejoin, "round")
        .with(Attribute::PaintOrder, "stroke")
}

/// Where the labels of the lever arms go: of the weight, of the muscle.
pub(super) fn lever_labels(view: &View, pose: &Pose) -> (Point, Point) {
    let hip = view.at(point(joint::HIP.0, joint::HIP.1));
    let weight_x = view.at(point(pose.weight_line, 0.0)).x;
    let low = view.at(point(0.0, ARMS_AT)).y;
    // Never below the hip, where the arrow of the joint's force may pass.
    let middle = (0.5 * (hip.x + weight_x)).min(hip.x - 48.0);
    let middle = point(middle, low + 36.0);
    (middle, hip.plus(point(-16.0, -14.0)))
}

/// Where the label of the joint's force ends: in its corner, or so far above it that the arrow, which
/// comes from there, passes below.
pub(super) fn joint_label(view: &View, balance: &Balance, corner: Point) -> Point {
    /// The width of the label with half of the arrow's head.
    const WIDTH: f64 = 152.0;
    /// How far its lines reach above and below its place.
    const LINES: (f64, f64) = (28.0, 44.0);
    let hip = view.at(point(joint::HIP.0, joint::HIP.1));
    let (outward, down) = balance.joint;
    let tail = hip.plus(point(outward, down).times(NEWTON));
    if tail.x < corner.x - WIDTH || tail.y < corner.y - LINES.0 {
        return corner;
    }
    let below = hip.y + (corner.x - WIDTH - hip.x) * down / outward.max(1.0);
    point(corner.x, corner.y.min(below - LINES.1))
}
