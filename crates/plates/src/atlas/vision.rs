//! Whether colors tell muscles apart for people with any color vision.
//!
//! Matrices of full severity, for linear light: Machado GM, Oliveira MM, Fernandes LAF (2009) *IEEE
//! Trans Vis Comput Graph* 15:1291-1298.

use super::links::FAMILIES;

const VISIONS: [(&str, [[f64; 3]; 3]); 4] = [
    (
        "all cones",
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    ),
    (
        "protanopia",
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
    ),
];

/// The least distance of two muscles' colors in CIELAB (1976); what is just seen is about 2. The
/// set of Okabe and Ito reaches 16.
const APART: f64 = 16.0;

/// Linear light of a color such as `#d55e00`.
fn light(color: &str) -> [f64; 3] {
    [1, 3, 5].map(|at| {
        let value = u8::from_str_radix(&color[at..at + 2], 16).expect("two digits");
        let share = f64::from(value) / 255.0;
        if share <= 0.04045 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        }
    })
}

fn times(matrix: &[[f64; 3]; 3], light: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row.iter().zip(light).map(|(a, b)| a * b).sum())
}

/// Lightness and the two opponent colors of linear light, under daylight (D65).
fn lab(light: [f64; 3]) -> [f64; 3] {
    const TO_XYZ: [[f64; 3]; 3] = [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ];
    let [x, y, z] = times(&TO_XYZ, light.map(|part| part.clamp(0.0, 1.0)));
    let [x, y, z] = [x / 0.95047, y, z / 1.08883].map(|share: f64| {
        if share > 216.0 / 24389.0 {
            share.cbrt()
        } else {
            (24389.0 / 27.0 * share + 16.0) / 116.0
        }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn distance(matrix: &[[f64; 3]; 3], one: &str, other: &str) -> f64 {
    let [a, b] = [one, other].map(|color| lab(times(matrix, light(color))));
    let squares = a.iter().zip(b).map(|(a, b)| (a - b) * (a - b));
    squares.sum::<f64>().sqrt()
}

#[test]
fn any_two_muscles_differ_for_any_color_vision() {
    for (vision, matrix) in VISIONS {
        for (at, one) in FAMILIES.iter().enumerate() {
            for other in &FAMILIES[at + 1..] {
                let apart = distance(&matrix, one[2], other[2]);
                assert!(
                    apart >= APART,
                    "{vision}: {} and {} are {apart:.1} apart",
                    one[0],
                    other[0]
                );
            }
        }
    }
}

#[test]
fn fibers_stand_out_from_their_muscle_for_any_color_vision() {
    for (vision, matrix) in VISIONS {
        for [family, _, color, lit, shade] in FAMILIES {
            // Yellow has next to no room above it; its fibers are the dark ones.
            let apart = distance(&matrix, color, lit).max(distance(&matrix, color, shade));
            assert!(apart >= 25.0, "{vision}: {family} by {apart:.1}");
        }
    }
}

#[test]
fn colors_that_only_differ_in_red_and_green_are_found_out() {
    let deuteranopia = VISIONS[2].1;
    assert!(distance(&deuteranopia, "#cc79a7", "#999999") < 8.0);
}
