//! The body that stands on one leg, small: silhouette, skeleton, arms, cane and load.

use std::sync::OnceLock;

use crate::anatomy::{self, joint};
use crate::geometry::{Point, Table, point, points, smooth};
use crate::path::{Path, View, outline};
use crate::scene::{Attribute, Element, Token};

use super::pose::{Arm, Pose};

/// Half the outline of head and trunk, from the crown down.
#[rustfmt::skip]
const TRUNK: Table = &[
    (0.0, 168.0), (4.2, 167.2), (7.0, 164.0), (7.8, 159.5), (7.4, 155.0), (6.2, 151.0),
    (5.7, 147.6), (8.0, 145.6), (12.0, 144.2), (16.0, 142.4), (18.4, 139.6), (18.0, 135.0),
    (16.8, 129.0), (15.6, 122.0), (14.0, 115.0), (13.0, 109.0), (12.6, 104.0), (11.6, 100.0),
    (8.0, 97.0), (0.0, 95.5),
];

/// Half the outline of the hips.
#[rustfmt::skip]
const HIPS: Table = &[
    (0.0, 107.0), (9.0, 107.4), (12.2, 106.4), (13.6, 102.6), (15.4, 96.5), (17.0, 90.0),
    (17.4, 84.5), (16.6, 80.6), (9.0, 77.8), (2.0, 78.0), (0.0, 79.2),
];

/// The outline of the right leg.
#[rustfmt::skip]
const LEG: Table = &[
    (3.0, 90.0), (10.0, 93.5), (16.4, 90.0), (17.5, 84.0), (17.0, 76.0), (15.4, 64.0),
    (13.2, 52.0), (12.5, 46.0), (13.0, 39.0), (13.2, 33.0), (12.0, 24.0), (10.9, 14.0),
    (10.6, 9.0), (11.2, 5.0), (13.4, 2.0), (13.2, 0.2), (9.0, -0.4), (5.0, 0.0), (4.0, 2.0),
    (4.8, 6.0), (5.0, 10.0), (4.4, 18.0), (2.8, 28.0), (2.6, 34.0), (3.6, 41.0), (3.3, 47.0),
    (2.8, 53.0), (1.6, 64.0), (0.9, 74.0), (0.6, 80.0),
];

/// Half the outline of the rib cage.
#[rustfmt::skip]
const RIBS: Table = &[
    (0.0, 142.5), (4.5, 142.0), (8.5, 138.5), (11.6, 132.0), (13.0, 125.0), (12.8, 119.0),
    (10.6, 115.6), (6.4, 118.6), (2.4, 121.0), (0.0, 121.4),
];

/// Half the outline of the skull from behind.
#[rustfmt::skip]
const SKULL: Table = &[
    (0.0, 167.0), (4.0, 166.2), (6.6, 163.0), (7.2, 159.0), (6.2, 155.4), (4.6, 153.2),
    (3.4, 151.4), (1.6, 151.6), (0.0, 152.0),
];

/// Half the outline of a vertebra drawn small.
const SMALL_VERTEBRA: Table = &[
    (0.0, 1.2),
    (1.9, 1.5),
    (2.3, 0.5),
    (4.0, 0.5),
    (2.2, -0.5),
    (1.7, -1.5),
    (0.0, -1.9),
];

/// Right shoulder blade.
#[rustfmt::skip]
const SCAPULA: Table = &[
    (5.6, 139.6), (9.0, 140.4), (14.4, 141.2), (15.8, 139.4), (13.6, 137.6), (11.4, 133.0),
    (8.8, 127.0), (7.6, 126.6), (6.4, 131.0),
];

/// A closed outline from its right half.
pub(super) fn whole(half: Table) -> Vec<Point> {
    let right = points(half);
    let left = right
        .iter()
        .rev()
        .filter(|place| place.x > 0.0)
        .map(|place| point(-place.x, place.y));
    right.iter().copied().chain(left).collect()
}

/// How the swing leg is drawn: hip and knee bent, so seen shorter, the foot off the floor.
pub(super) fn swing(right: Point) -> Point {
    let (hip, knee, ankle) = (joint::HIP.1, joint::KNEE.1, joint::ANKLE.1);
    let knee_at = hip - (hip - knee) * 0.92;
    let ankle_at = knee_at - (knee - ankle) * 0.76;
    let y = if right.y >= hip {
        right.y
    } else if right.y >= knee {
        hip - (hip - right.y) * 0.92
    } else if right.y >= ankle {
        knee_at - (knee - right.y) * 0.76
    } else {
        ankle_at - (ankle - right.y) * 1.5
    };
    let outward = 0.06 * (hip - y).max(0.0);
    point(-right.x - outward, y)
}

/// An arm as a tapering outline through shoulder, elbow and hand.
fn arm(limb: &Arm) -> Vec<Point> {
    let Arm {
        shoulder,
        elbow,
        hand,
    } = *limb;
    let middle = smooth(&[shoulder, elbow, hand], 4, false);
    let count = middle.len();
    let mut left = Vec::with_capacity(count);
    let mut right = Vec::with_capacity(count);
    for (index, &place) in middle.iter().enumerate() {
        let before = middle[index.saturating_sub(1)];
        let after = middle[(index + 1).min(count - 1)];
        let side = after.minus(before).unit().turned();
        let share = index as f64 / (count - 1) as f64;
        let half = 4.5 - 2.3 * share + if share > 0.9 { 0.9 } else { 0.0 };
        left.push(place.plus(side.times(half)));
        right.push(place.minus(side.times(half)));
    }
    let beyond = hand.plus(hand.minus(elbow).unit().times(6.0));
    left.push(beyond);
    left.extend(right.into_iter().rev());
    // The round of the shoulder.
    left.push(shoulder.plus(shoulder.minus(elbow).unit().times(3.4)));
    left
}

/// A long bone with a head at either end.
fn long_bone(from: Point, to: Point, half: f64) -> Vec<Point> {
    let side = to.minus(from).unit().turned();
    let shape = [
        (-0.01, 0.9),
        (0.06, 1.5),
        (0.16, 0.9),
        (0.5, 0.7),
        (0.86, 0.9),
        (0.96, 1.4),
    ];
    let edge = |sign: f64| {
        shape.map(|(share, width)| from.toward(to, share).plus(side.times(sign * half * width)))
    };
    let back = edge(-1.0);
    edge(1.0)
        .into_iter()
        .chain(back.into_iter().rev())
        .collect()
}

fn shape(view: &View, knots: &[Point]) -> Element {
    Element::path(outline(&view.all(knots)))
}

/// The silhouette as shapes without paint: trunk, hips, both legs, both arms.
pub(super) fn silhouette(view: &View, pose: &Pose) -> Vec<Element> {
    let hip = view.at(point(joint::HIP.0, joint::HIP.1));
    let leg = points(LEG);
    let swinging: Vec<Point> = leg.iter().map(|&place| swing(place)).collect();
    vec![
        trunk(view, pose.trunk_degrees),
        shape(view, &whole(HIPS)),
        shape(view, &leg).turned(pose.leg_degrees, hip),
        shape(view, &swinging),
        arm_shape(view, &pose.left),
        arm_shape(view, &pose.right),
    ]
}

/// Head and trunk, leaning by some degrees.
pub(super) fn trunk(view: &View, degrees: f64) -> Element {
    let spine = view.at(point(joint::LUMBOSACRAL.0, joint::LUMBOSACRAL.1));
    shape(view, &whole(TRUNK)).turned(degrees, spine)
}

/// The outline of an arm.
pub(super) fn arm_shape(view: &View, limb: &Arm) -> Element {
    shape(view, &arm(limb))
}

/// The bones of one leg after `place` has moved them.
fn leg_bones(view: &View, place: impl Fn(Point) -> Point) -> Vec<Element> {
    [
        anatomy::FOOT,
        anatomy::FIBULA,
        anatomy::TIBIA,
        anatomy::FEMUR,
    ]
    .map(|bone| {
        let knots: Vec<Point> = points(bone).into_iter().map(&place).collect();
        shape(view, &knots)
    })
    .to_vec()
}

/// The vertebrae from just above the sacrum to `top`, one path.
pub(super) fn spine(view: &View, top: f64) -> Element {
    // Where a vertebra is a few units high, fewer knots are enough.
    let half = whole(if view.scale < 6.0 {
        SMALL_VERTEBRA
    } else {
        anatomy::VERTEBRA
    });
    let mut path = Path::new();
    let mut height = joint::LUMBOSACRAL.1 - 0.7;
    while height < top {
        // Vertebrae grow smaller toward the head.
        let size = 1.12 - (height - joint::LUMBOSACRAL.1) * 0.0125;
        height += 1.75 * size;
        let knots: Vec<Point> = half
            .iter()
            .map(|knot| point(knot.x * size, height + knot.y * size))
            .collect();
        path.smooth(&view.all(&knots), true);
        height += 1.75 * size;
    }
    Element::path(path.data())
}

/// What moves as one, in paint order: trunk and head, swing leg, stance leg, pelvis.
type Bones = [Vec<Element>; 4];

/// The skeleton in the silhouette.
pub(super) fn skeleton(view: &View, pose: &Pose) -> Vec<Element> {
    // A state only turns them, so they are drawn once; the view is the same in every state.
    static BONES: OnceLock<Bones> = OnceLock::new();
    let hip = view.at(point(joint::HIP.0, joint::HIP.1));
    let spine_base = view.at(point(joint::LUMBOSACRAL.0, joint::LUMBOSACRAL.1));
    let [upper, swinging, standing, pelvis] = BONES.get_or_init(|| bones(view)).clone();
    let arm_bones = |arm: &Arm| {
        let wrist = arm.elbow.toward(arm.hand, 0.94);
        let across = wrist.minus(arm.elbow).unit().turned().times(0.75);
        Element::group(vec![
            shape(view, &long_bone(arm.shoulder, arm.elbow, 1.35)),
            shape(
                view,
                &long_bone(arm.elbow.plus(across), wrist.plus(across), 0.75),
            ),
            shape(
                view,
                &long_bone(arm.elbow.minus(across), wrist.minus(across), 0.75),
            ),
        ])
    };
    let mut elements = vec![
        Element::group(upper).turned(pose.trunk_degrees, spine_base),
        arm_bones(&pose.left),
        arm_bones(&pose.right),
        Element::group(swinging),
        Element::group(standing).turned(pose.leg_degrees, hip),
    ];
    elements.extend(pelvis);
    elements
}

fn bones(view: &View) -> Bones {
    let mirror = |table: Table| -> Vec<Point> {
        points(table)
            .into_iter()
            .map(|place| point(-place.x, place.y))
            .collect()
    };
    let mut ribs = Path::new();
    for row in 0..8 {
        let share = f64::from(row) / 7.0;
        let (y, reach) = (139.0 - 20.0 * share, 6.4 + 7.4 * (share * 1.5).min(1.0));
        for side in [-1.0, 1.0] {
            ribs.move_to(view.at(point(side * 2.0, y + 1.5)));
            ribs.bend_to(
                view.at(point(side * (reach + 1.0), y + 1.8)),
                view.at(point(side * (reach - 1.0), y - 4.6)),
            );
        }
    }
    let upper = vec![
        shape(view, &whole(RIBS)).with(Attribute::FillOpacity, "0.5"),
        Element::path(ribs.data()).with(Attribute::Fill, "none"),
        shape(view, &points(SCAPULA)),
        shape(view, &mirror(SCAPULA)),
        spine(view, 147.0),
        shape(view, &whole(SKULL)),
    ];
    let pelvis = vec![
        shape(view, &mirror(anatomy::HIP_BONE)),
        shape(view, &points(anatomy::HIP_BONE)),
        shape(view, &points(anatomy::SACRUM)),
    ];
    [
        upper,
        leg_bones(view, swing),
        leg_bones(view, |place| place),
        pelvis,
    ]
}

/// The cane, from the hand to the floor.
pub(super) fn cane(view: &View, pose: &Pose) -> Element {
    let hand = pose.cane_hand();
    let outward = if hand.x < 0.0 { -1.0 } else { 1.0 };
    let foot = point(pose.cane_foot, pose.floor);
    let mut path = Path::new();
    path.move_to(view.at(foot));
    path.line_to(view.at(hand.plus(point(0.0, 1.0))));
    path.bend_to(
        view.at(hand.plus(point(0.0, 5.0))),
        view.at(hand.plus(point(-outward * 4.0, 4.0))),
    );
    path.bend_to(
        view.at(hand.plus(point(-outward * 7.0, 3.6))),
        view.at(hand.plus(point(-outward * 7.4, 0.6))),
    );
    Element::path(path.data())
        .stroke(Token::Object, "7")
        .with(Attribute::StrokeLinecap, "round")
        .with(Attribute::StrokeLinejoin, "round")
        .shown(pose.cane_shown)
}

/// The carried load: a bag whose size grows with its mass.
pub(super) fn load(view: &View, pose: &Pose, mass: f64) -> Element {
    let hand = pose.load_hand();
    let half = 5.0 + 0.32 * mass;
    let (top, bottom) = (hand.y - 12.0, hand.y - 12.0 - 1.5 * half);
    let knots = [
        point(hand.x - 0.72 * half, top),
        point(hand.x + 0.72 * half, top),
        point(hand.x + half, bottom + 1.0),
        point(hand.x - half, bottom + 1.0),
    ];
    let mut bag = Path::new();
    bag.polyline(&view.all(&knots), true);
    let mut handle = Path::new();
    handle.move_to(view.at(knots[0].toward(knots[1], 0.2)));
    handle.line_to(view.at(hand));
    handle.line_to(view.at(knots[0].toward(knots[1], 0.8)));
    Element::group(vec![
        Element::path(handle.data()).stroke(Token::Object, "4"),
        Element::path(bag.data())
            .fill(Token::Object)
            .outlined(Token::Object, "6")
            .with(Attribute::StrokeLinejoin, "round"),
    ])
    .shown(pose.load_shown)
}
