//! A model file that is wrong says where and how.
#![cfg(feature = "parse")]

use kinetics::parse::ModelFile;

const GOOD: &str = include_str!("../../../content/model/gait2392.toml");

/// The errors of the good file with one passage replaced, one per line.
#[track_caller]
fn errors(from: &str, to: &str) -> String {
    assert!(GOOD.contains(from), "the file has no `{from}`");
    let text = GOOD.replacen(from, to, 1);
    let errors = ModelFile::read(&text).expect_err("an error was expected");
    errors.iter().map(|e| format!("{e}\n")).collect()
}

#[track_caller]
fn check(from: &str, to: &str, expected: &[&str]) {
    let errors = errors(from, to);
    for part in expected {
        assert!(errors.contains(part), "`{part}` is not in:\n{errors}");
    }
}

#[test]
fn an_unknown_key_is_named_with_its_line() {
    check(
        "fiber_m = 0.0535",
        "fibre_m = 0.0535",
        &["line ", "fibre_m"],
    );
}

#[test]
fn broken_toml_is_placed() {
    check("mass_kg = 11.777", "mass_kg = ", &["line 31, column 11"]);
}

#[test]
fn a_missing_body_and_an_unknown_one_are_both_reported() {
    check(
        "[bodies.talus]",
        "[bodies.tallus]",
        &["[bodies.talus] is missing", "no such body"],
    );
}

#[test]
fn a_point_on_no_body_lists_the_bodies() {
    check(
        "{ body = \"femur\", at_m = [-0.0218",
        "{ body = \"femor\", at_m = [-0.0218",
        &[
            "line ",
            "muscle `glut_med1`",
            "no body `femor`",
            "femur, tibia",
        ],
    );
}

#[test]
fn knots_must_rise() {
    check(
        "-1.22173, -0.523599, -0.349066",
        "-0.523599, -1.22173, -0.349066",
        &["[joints.knee.translation_y]", "number 3"],
    );
}

#[test]
fn a_figure_must_be_possible() {
    check(
        "max_isometric_force_n = 819.0",
        "max_isometric_force_n = -819.0",
        &["must be positive"],
    );
    check(
        "direction = [1.0, 0.0, 0.0]",
        "direction = [1.0, 1.0, 0.0]",
        &["[joints.hip]", "length 1"],
    );
    check(
        "slider_deg = [-30.0, 120.0]",
        "slider_deg = [120.0, -30.0]",
        &["[coordinates.hip_flexion]"],
    );
}

#[test]
fn two_muscles_of_one_name_are_refused() {
    check(
        "name = \"glut_med2\"",
        "name = \"glut_med1\"",
        &["`glut_med1` is there twice"],
    );
}

#[test]
fn a_source_is_required() {
    let whole = "source = \"Gait2392: path points, maximum isometric force, optimal fiber length, tendon slack length, pennation\"";
    check(whole, "source = \"\"", &["[muscles]", "source"]);
}

#[test]
fn all_errors_come_at_once() {
    let text = GOOD
        .replacen("[bodies.talus]", "[bodies.tallus]", 1)
        .replacen(
            "max_isometric_force_n = 819.0",
            "max_isometric_force_n = 0.0",
            1,
        );
    assert!(ModelFile::read(&text).unwrap_err().len() >= 3);
}
