//! The drawing agrees with the model: shapes meet at the joints in every pose, and only
//! `transform` changes.

use kinetics::kinematics::{Kinematics, Reference};
use kinetics::math::Vec3;
use kinetics::{Body, Coordinate, GAIT2392, MuscleId, Pose, Side};

use super::bone::Bone;
use super::place::Placed;
use super::posed::Posed;
use super::{Plane, Projection, Style, bones, muscle, side, skin};
use crate::geometry::{Point, contains, point, points, smooth};
use crate::scene::{Attribute, Content, Element, Scene, diff};

/// A drawing unit is a millimeter, so that distances read well.
fn projection(plane: Plane) -> Projection {
    Projection {
        plane,
        origin: point(500.0, 1000.0),
        scale: 1000.0,
    }
}

fn kinematics(pose: &Pose) -> Kinematics {
    Kinematics::new(&GAIT2392, pose).expect("finite")
}

/// Poses over the whole range of the sliders.
fn poses() -> Vec<Pose> {
    let mut poses = vec![Pose::NEUTRAL];
    for step in 0..=12 {
        let share = f64::from(step) / 12.0;
        let mut pose = Pose::NEUTRAL;
        for side in Side::BOTH {
            pose = pose
                .with_degrees(Coordinate::HipFlexion(side), -30.0 + 150.0 * share)
                .with_degrees(Coordinate::HipAdduction(side), 20.0 - 40.0 * share)
                .with_degrees(Coordinate::KneeAngle(side), -120.0 * share)
                .with_degrees(Coordinate::AnkleAngle(side), -40.0 + 70.0 * share);
        }
        poses.push(pose.with_degrees(Coordinate::LumbarExtension, 20.0 - 60.0 * share));
    }
    poses
}

fn polygons(bone: &Bone, placed: &Placed) -> Vec<Vec<Point>> {
    let place = |knot: &Point| placed.at_point(knot.x, knot.y);
    bone.outlines
        .iter()
        .map(|table| smooth(&points(table), 6, true).iter().map(place).collect())
        .collect()
}

/// The distance of two shapes in millimeters, 0 when they overlap.
fn gap(a: &[Vec<Point>], b: &[Vec<Point>]) -> f64 {
    let mut least = f64::INFINITY;
    for one in a {
        for other in b {
            for place in one {
                if contains(other, *place) {
                    return 0.0;
                }
                for there in other {
                    least = least.min(place.minus(*there).length());
                }
            }
        }
    }
    least
}

#[test]
fn joints_meet_in_the_side_view() {
    let p = projection(Plane::Side);
    for pose in poses() {
        let k = kinematics(&pose);
        let body = Posed::new(&k, &p, None);
        let leg = Side::Right;
        let thigh = polygons(&side::FEMUR, &body.long(Body::Femur(leg)));
        let shank = polygons(&side::TIBIA, &body.long(Body::Tibia(leg)));
        let talus = polygons(&side::TALUS, &body.foot(Body::Talus(leg)));
        let foot = polygons(&side::FOOT, &body.foot(Body::Calcn(leg)));
        let toes = polygons(&side::TOES, &body.toes(leg));
        let pelvis = polygons(&side::HIP_BONE, &body.hip_bone(leg));
        for (name, distance, most) in [
            ("hip", gap(&pelvis, &thigh), 0.0),
            ("knee", gap(&thigh, &shank), 8.0),
            ("ankle", gap(&shank, &talus), 4.0),
            ("heel", gap(&talus, &foot), 2.0),
            ("toes", gap(&foot, &toes), 2.0),
        ] {
            let knee = pose.degrees(Coordinate::KneeAngle(leg));
            assert!(
                distance <= most,
                "{name}: {distance} mm with the knee at {knee}°"
            );
        }
    }
}

#[test]
fn joints_are_where_the_model_has_them() {
    for plane in [Plane::Side, Plane::Front, Plane::Back] {
        let p = projection(plane);
        for pose in poses() {
            let k = kinematics(&pose);
            let body = Posed::new(&k, &p, None);
            for leg in Side::BOTH {
                for segment in [Body::Femur(leg), Body::Tibia(leg)] {
                    let origin = k.frame(segment, Reference::Ground).origin;
                    let drawn = body.long(segment).at_point(0.0, 0.0);
                    assert!(drawn.minus(p.at(origin)).length() < 1e-9);
                }
                // The end of a long bone is foreshortened as the model has it.
                let frame = k.frame(Body::Tibia(leg), Reference::Ground);
                let along = frame.direction(Vec3::Y);
                if p.direction(along).length() > 0.2 * p.scale {
                    let ankle = p.at(frame.point(Vec3::new(0.0, -0.43, 0.0)));
                    let drawn = body.long(Body::Tibia(leg)).at_point(0.0, -43.0);
                    assert!(drawn.minus(ankle).length() < 1e-6);
                }
            }
        }
    }
}

fn scene(elements: Vec<Element>) -> Scene {
    Scene {
        corner: (0, 0),
        size: (10, 10),
        title: "t".into(),
        description: "d".into(),
        elements,
    }
}

fn count_paths(elements: &[Element]) -> usize {
    elements
        .iter()
        .map(|element| match &element.content {
            Content::Children(children) if !children.is_empty() => count_paths(children),
            _ => 1,
        })
        .sum()
}

#[test]
fn a_pose_changes_transforms_only() {
    for plane in [Plane::Side, Plane::Front, Plane::Back] {
        let p = projection(plane);
        for ghost in [false, true] {
            let style = Style {
                ghost,
                ..Style::WHOLE
            };
            let draw = |pose: &Pose| {
                let k = kinematics(pose);
                scene([skin(&k, &p, &style), bones(&k, &p, &style)].concat())
            };
            let first = draw(&Pose::NEUTRAL);
            assert!(count_paths(&first.elements) > 40);
            for pose in poses() {
                let other = draw(&pose);
                let patches = diff(&first, &other).expect("the same shape");
                assert!(
                    patches
                        .iter()
                        .all(|patch| patch.attribute == Some(Attribute::Transform))
                );
            }
        }
    }
}

#[test]
fn right_is_where_the_viewer_sees_it() {
    let place = Vec3::new(0.1, 0.2, 0.3);
    assert_eq!(projection(Plane::Side).at(place), point(600.0, 800.0));
    assert_eq!(projection(Plane::Front).at(place), point(200.0, 800.0));
    assert_eq!(projection(Plane::Back).at(place), point(800.0, 800.0));
}

#[test]
fn muscles_run_between_the_models_points() {
    let p = projection(Plane::Back);
    let k = kinematics(&Pose::NEUTRAL);
    // Origin at (−41, 30, 121) mm of the pelvis, end at (−22, −12, 56) mm of the thigh.
    let line = muscle(&k, MuscleId::GlutMed1, Side::Right, &p);
    assert_eq!(line, "m621 970 18 108");
}
