//! Body frames, lengths and moment arms against an independent implementation.

use kinetics::kinematics::{Kinematics, Reference};
use kinetics::math::Vec3;
use kinetics::muscle::muscle_state;
use kinetics::{Body, Coordinate, GAIT2392, Pose, Side};

fn rows(text: &'static str) -> (Vec<&'static str>, Vec<Vec<&'static str>>) {
    let mut lines = text
        .lines()
        .filter(|l| !l.starts_with('#') && !l.is_empty())
        .map(|l| l.split(',').collect());
    (lines.next().unwrap(), lines.collect())
}

fn coordinate(name: &str) -> Coordinate {
    let name = name
        .trim_end_matches("_deg")
        .trim_end_matches("_m")
        .trim_start_matches("r_");
    let name = name.trim_end_matches("_r");
    Coordinate::ALL
        .into_iter()
        .find(|c| c.name() == name)
        .unwrap()
}

fn poses() -> Vec<(String, Pose)> {
    let (head, rows) = rows(include_str!("data/expected_poses.csv"));
    rows.into_iter()
        .map(|row| {
            let mut pose = Pose::NEUTRAL;
            for (name, value) in head[1..].iter().zip(&row[1..]) {
                pose = pose.with_degrees(coordinate(name), value.parse().unwrap());
            }
            (row[0].to_owned(), pose)
        })
        .collect()
}

fn kinematics(name: &str) -> Kinematics {
    let (_, pose) = poses().into_iter().find(|(n, _)| n == name).unwrap();
    Kinematics::new(&GAIT2392, &pose).unwrap()
}

#[test]
fn body_frames_match_to_a_micrometer() {
    let (_, rows) = rows(include_str!("data/expected_fk.csv"));
    assert_eq!(rows.len(), 48);
    let mut worst = 0.0_f64;
    for row in rows {
        let body = match row[1] {
            "torso" => Body::Torso,
            "femur_r" => Body::Femur(Side::Right),
            "tibia_r" => Body::Tibia(Side::Right),
            "talus_r" => Body::Talus(Side::Right),
            "calcn_r" => Body::Calcn(Side::Right),
            "toes_r" => Body::Toes(Side::Right),
            other => panic!("{other}"),
        };
        let v: Vec<f64> = row[2..].iter().map(|x| x.parse().unwrap()).collect();
        let frame = kinematics(row[0]).frame(body, Reference::Pelvis);
        worst = worst.max((frame.origin - Vec3::new(v[0], v[1], v[2])).length());
        for (j, column) in frame.rotation.columns.iter().enumerate() {
            let expected = Vec3::new(v[3 + j], v[6 + j], v[9 + j]);
            worst = worst.max((*column - expected).length());
        }
    }
    println!("worst frame error {worst:.2e}");
    assert!(worst < 1e-6, "{worst:e}");
}

#[test]
fn lengths_and_moment_arms_match() {
    let (head, rows) = rows(include_str!("data/expected_lengths_moment_arms.csv"));
    assert_eq!(rows.len(), 8 * 43);
    let (mut worst_length, mut worst_arm) = (0.0_f64, 0.0_f64);
    for row in rows {
        let name = row[1].trim_end_matches("_r");
        let muscle = GAIT2392.muscles.iter().find(|m| m.name == name).unwrap();
        let state = muscle_state(muscle, &kinematics(row[0]), Side::Right);
        let expected: f64 = row[2].parse().unwrap();
        worst_length = worst_length.max((state.length - expected).abs());
        for (column, value) in head[3..].iter().zip(&row[3..]) {
            let expected: f64 = value.parse().unwrap();
            let error = (state.arms.about(coordinate(column)) - expected).abs();
            assert!(error < 1e-4, "{} {name} {column}: {error:e}", row[0]);
            worst_arm = worst_arm.max(error);
        }
    }
    println!("worst length error {worst_length:.2e} m, worst moment arm error {worst_arm:.2e} m");
    assert!(worst_length < 1e-5, "{worst_length:e}");
    assert!(worst_arm < 1e-4, "{worst_arm:e}");
}
