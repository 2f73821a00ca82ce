//! The hip flexors: psoas from the low back, rectus femoris from the front of the pelvis.

use crate::geometry::{Point, point};
use crate::path::Path;
use crate::scene::{Attribute, Element, Part, Token};

use super::posture::{Posture, REST};
use super::stage::{Stage, turned};
use super::tables::from_hip_points;

const PSOAS: Part = Part {
    id: "psoas",
    name: "Psoas",
    description: "A hip flexor from the side of the low back, behind the hip bone, to the thigh.",
};
const RECTUS: Part = Part {
    id: "rectus-femoris",
    name: "Rectus femoris",
    description: "A hip flexor from the front of the pelvis to the kneecap; it crosses the knee \
                  too.",
};

/// A muscle between two borders of as many knots, in centimeters from the hip.
fn belly(stage: &Stage, front: &[Point], rear: &[Point]) -> Vec<Element> {
    let (front, rear) = (stage.all(front), stage.all(rear));
    let mut border = Path::new();
    let back: Vec<Point> = rear.iter().rev().copied().collect();
    border.smooth(&[front.clone(), back].concat(), true);
    let border = border.data();
    let mut strokes = [Path::new(), Path::new()];
    for row in 0..7 {
        let share = 0.12 + 0.127 * f64::from(row);
        let fiber: Vec<Point> = front
            .iter()
            .zip(&rear)
            .map(|(a, b)| a.toward(*b, share))
            .collect();
        strokes[row as usize % 2].smooth(&fiber, false);
    }
    let [dark, light] = strokes.map(Path::data);
    vec![
        Element::path(border)
            .fill(Token::Muscle)
            .outlined(Token::MuscleDark, "2.2"),
        Element::path(light).stroke(Token::MuscleLight, "2.4"),
        Element::path(dark)
            .stroke(Token::MuscleDark, "1.4")
            .with(Attribute::StrokeOpacity, ".5"),
    ]
}

/// A place beside a vertebra: forward and up from its center.
fn beside(posture: &Posture, index: usize, x: f64, y: f64) -> Point {
    let (center, lean) = REST[index];
    posture.spine[index].carry(center.plus(turned(point(x, y), point(0.0, 0.0), lean)))
}

/// Psoas, to be covered by the hip bone and the thigh bone.
pub(super) fn psoas(stage: &Stage, posture: &Posture) -> Element {
    let pelvis = |x, y| posture.pelvis().carry(from_hip_points(&[(x, y)])[0]);
    let thigh = |x, y| posture.femur().carry(from_hip_points(&[(x, y)])[0]);
    let front = [
        beside(posture, 5, 1.2, -1.2),
        beside(posture, 3, 1.9, 0.0),
        beside(posture, 1, 2.4, 0.0),
        pelvis(-4.4, 96.4),
        pelvis(-1.2, 89.6),
        pelvis(-1.0, 86.8).toward(thigh(-1.4, 86.0), 0.5),
        thigh(-4.9, 80.2),
    ];
    let rear = [
        beside(posture, 5, 0.8, -1.4),
        beside(posture, 3, 0.2, -0.2),
        beside(posture, 1, 0.1, -0.6),
        pelvis(-8.0, 95.4),
        pelvis(-4.4, 90.0),
        pelvis(-3.6, 86.6).toward(thigh(-3.6, 86.0), 0.5),
        thigh(-7.9, 78.6),
    ];
    Element::group(belly(stage, &front, &rear)).part(PSOAS)
}

/// Rectus femoris, over the thigh bone.
pub(super) fn rectus(stage: &Stage, posture: &Posture) -> Element {
    let pelvis = |x, y| posture.pelvis().carry(from_hip_points(&[(x, y)])[0]);
    let thigh = |x, y| posture.femur().carry(from_hip_points(&[(x, y)])[0]);
    let front = [
        pelvis(-1.2, 91.6),
        pelvis(-0.2, 87.6).toward(thigh(-0.2, 87.6), 0.6),
        thigh(0.6, 81.0),
        thigh(1.4, 73.0),
        thigh(1.1, 64.0),
        thigh(0.1, 55.4),
        thigh(-0.7, 48.6),
    ];
    let rear = [
        pelvis(-2.0, 90.6),
        pelvis(-1.4, 86.9).toward(thigh(-1.4, 86.9), 0.6),
        thigh(-1.5, 80.0),
        thigh(-1.5, 72.0),
        thigh(-1.4, 63.0),
        thigh(-1.2, 55.0),
        thigh(-1.5, 48.4),
    ];
    Element::group(belly(stage, &front, &rear)).part(RECTUS)
}
