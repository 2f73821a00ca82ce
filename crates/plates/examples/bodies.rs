//! Writes a page with the body in many poses, to look at it:
//! `cargo run -p plates --example bodies > bodies.html`.

use kinetics::kinematics::{Kinematics, Reference};
use kinetics::posture::pelvis_in_ground;
use kinetics::walking::WalkingSample;
use kinetics::{Coordinate, GAIT2392, MuscleId, Pose, Side};
use plates::geometry::point;
use plates::scene::{Attribute, Element, Scene, Token};
use plates::skeleton::{Plane, Projection, Style, bones, muscle, skin};

/// An angle of both legs, in degrees.
type Angle = (fn(Side) -> Coordinate, f64);

fn both(pose: Pose, angles: &[Angle]) -> Pose {
    angles.iter().fold(pose, |pose, (coordinate, degrees)| {
        Side::BOTH.iter().fold(pose, |pose, &side| {
            pose.with_degrees(coordinate(side), *degrees)
        })
    })
}

fn poses() -> Vec<(Pose, Option<bool>)> {
    let right = Side::Right;
    let squat = |hip: f64, knee: f64, ankle: f64, tilt: f64| {
        both(
            Pose::NEUTRAL.with_degrees(Coordinate::LumbarExtension, -tilt),
            &[
                (Coordinate::HipFlexion, hip),
                (Coordinate::KneeAngle, -knee),
                (Coordinate::AnkleAngle, ankle),
            ],
        )
    };
    let mut poses = vec![
        (Pose::NEUTRAL, Some(true)),
        (squat(60.0, 70.0, 25.0, 0.0), Some(true)),
        (squat(100.0, 115.0, 30.0, 10.0), Some(true)),
        (
            Pose::NEUTRAL
                .with_degrees(Coordinate::HipFlexion(Side::Left), 60.0)
                .with_degrees(Coordinate::KneeAngle(Side::Left), -80.0)
                .with_degrees(Coordinate::HipAdduction(right), 8.0)
                .with_degrees(Coordinate::LumbarBending, 12.0),
            Some(false),
        ),
        (
            Pose::NEUTRAL
                .with_degrees(Coordinate::HipFlexion(right), 120.0)
                .with_degrees(Coordinate::KneeAngle(right), -120.0)
                .with_degrees(Coordinate::AnkleAngle(right), -40.0)
                .with_degrees(Coordinate::HipFlexion(Side::Left), -20.0),
            None,
        ),
    ];
    poses.extend([0.0, 12.0, 31.0, 50.0, 62.0, 74.0, 87.0].map(|percent| {
        let pose = WalkingSample::at(percent).pose;
        (pose.with(Coordinate::PelvisTx, 0.0), None)
    }));
    poses
}

fn main() {
    let mut page = String::from(
        "<!doctype html><style>:root{--paper:#fbf7ef;--ink:#2b211b;--ink-soft:#7d7064;--skin:#f3e3d3;\
         --skin-line:#d5b79c;--bone:#efe6cf;--bone-shade:#8d7a55;--bone-line:#6b5f49;--muscle:#b84c3c}\
         body{margin:0;background:var(--paper)}svg{width:19.5vw}</style>",
    );
    let plain = std::env::args().any(|word| word == "plain");
    for (pose, feet) in poses() {
        let Ok(k) = Kinematics::new(&GAIT2392, &pose) else {
            continue;
        };
        let k = match feet {
            Some(both) => {
                let mut pelvis = pelvis_in_ground(&k, Side::Right, both);
                let middle = k.with_ground(&pelvis).pelvis(Reference::Ground).origin;
                pelvis.origin.x -= middle.x;
                if !both {
                    pelvis.origin.z -= middle.z;
                }
                k.with_ground(&pelvis)
            }
            None => {
                let mut pelvis = k.pelvis(Reference::Ground);
                pelvis.origin.y = 0.96;
                k.with_ground(&pelvis)
            }
        };
        for plane in [Plane::Side, Plane::Front, Plane::Back] {
            let p = Projection {
                plane,
                origin: point(200.0, 700.0),
                scale: 400.0,
            };
            let mut elements = skin(&k, &p, &Style::WHOLE);
            elements.extend(bones(&k, &p, &Style::WHOLE));
            if !plain {
                elements.push(
                    Element::group(
                        MuscleId::ALL
                            .iter()
                            .map(|&id| Element::path(muscle(&k, id, Side::Right, &p)))
                            .collect(),
                    )
                    .stroke(Token::Muscle, "2")
                    .with(Attribute::Opacity, ".6"),
                );
            }
            let scene = Scene {
                corner: (0, 0),
                size: (400, 740),
                title: "Body".into(),
                description: "A pose".into(),
                elements,
            };
            plates::svg::push_svg(
                &mut page,
                &scene,
                &plates::svg::SvgOptions {
                    prefix: "b",
                    class: "plate-svg",
                    naming: plates::svg::Naming::Inside,
                    fetch: true,
                },
            );
        }
    }
    println!("{page}");
}
