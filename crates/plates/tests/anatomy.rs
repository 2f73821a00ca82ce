//! The drawn muscles: no patch is folded, and each holds the lines of pull of the models.

use plates::anatomy::{lateral, model_line, muscle};
use plates::geometry::{Borders, Patch, Point, Table, contains, points};

const MUSCLES: &[(&str, &Borders)] = &[
    ("gluteus maximus", &muscle::GLUTEUS_MAXIMUS),
    ("gluteus medius", &muscle::GLUTEUS_MEDIUS),
    ("gluteus minimus", &muscle::GLUTEUS_MINIMUS),
    ("piriformis", &muscle::PIRIFORMIS),
    ("superior gemellus", &muscle::GEMELLUS_SUPERIOR),
    ("obturator internus", &muscle::OBTURATOR_INTERNUS),
    ("inferior gemellus", &muscle::GEMELLUS_INFERIOR),
    ("quadratus femoris", &muscle::QUADRATUS_FEMORIS),
    ("adductor magnus", &muscle::ADDUCTOR_MAGNUS),
    ("semimembranosus", &muscle::SEMIMEMBRANOSUS),
    ("semitendinosus", &muscle::SEMITENDINOSUS),
    ("biceps femoris", &muscle::BICEPS_FEMORIS),
    ("iliotibial band", &plates::three_glutes::ILIOTIBIAL_BAND),
    ("gluteus medius, cut", &plates::three_glutes::MEDIUS_FLAP),
    (
        "sacrotuberous ligament",
        &plates::three_glutes::SACROTUBEROUS_LIGAMENT,
    ),
];

/// The same from the side.
const FROM_THE_SIDE: &[(&str, &Borders)] = &[
    ("gluteus maximus", &lateral::muscle::GLUTEUS_MAXIMUS),
    ("gluteus medius", &lateral::muscle::GLUTEUS_MEDIUS),
    ("gluteus minimus", &lateral::muscle::GLUTEUS_MINIMUS),
    (
        "tensor fasciae latae",
        &lateral::muscle::TENSOR_FASCIAE_LATAE,
    ),
    ("iliotibial band", &lateral::muscle::ILIOTIBIAL_BAND),
    ("piriformis", &lateral::muscle::PIRIFORMIS),
    ("superior gemellus", &lateral::muscle::GEMELLUS_SUPERIOR),
    ("obturator internus", &lateral::muscle::OBTURATOR_INTERNUS),
    ("inferior gemellus", &lateral::muscle::GEMELLUS_INFERIOR),
    ("quadratus femoris", &lateral::muscle::QUADRATUS_FEMORIS),
    ("biceps femoris", &lateral::muscle::BICEPS_FEMORIS),
    ("semitendinosus", &lateral::muscle::SEMITENDINOSUS),
    ("vastus lateralis", &lateral::muscle::VASTUS_LATERALIS),
    ("rectus femoris", &lateral::muscle::RECTUS_FEMORIS),
    ("sartorius", &lateral::muscle::SARTORIUS),
    (
        "sacrotuberous ligament",
        &lateral::muscle::SACROTUBEROUS_LIGAMENT,
    ),
];

#[test]
fn no_patch_is_folded() {
    let folded: Vec<_> = MUSCLES
        .iter()
        .chain(FROM_THE_SIDE)
        .map(|(name, borders)| (name, Patch::new(borders).folded(40)))
        .filter(|(_, share)| *share > 0.0)
        .collect();
    assert!(folded.is_empty(), "folded shares: {folded:?}");
}

/// How far outside of the polygon a point is, in centimeters; zero inside.
fn outside(polygon: &[Point], place: Point) -> f64 {
    if contains(polygon, place) {
        return 0.0;
    }
    (0..polygon.len())
        .map(|index| {
            let (from, to) = (polygon[index], polygon[(index + 1) % polygon.len()]);
            let line = to.minus(from);
            let share = place.minus(from).dot(line) / line.dot(line).max(1e-12);
            from.toward(to, share.clamp(0.0, 1.0)).minus(place).length()
        })
        .fold(f64::INFINITY, f64::min)
}

type Drawn = (&'static str, &'static [Table], &'static [&'static Borders]);

#[test]
fn every_model_line_runs_inside_its_muscle_from_behind() {
    let drawn: &[Drawn] = &[
        (
            "gluteus maximus",
            model_line::GLUTEUS_MAXIMUS,
            &[&muscle::GLUTEUS_MAXIMUS],
        ),
        (
            "gluteus medius",
            model_line::GLUTEUS_MEDIUS,
            &[&muscle::GLUTEUS_MEDIUS],
        ),
        (
            "gluteus minimus",
            model_line::GLUTEUS_MINIMUS,
            &[&muscle::GLUTEUS_MINIMUS],
        ),
        ("piriformis", model_line::PIRIFORMIS, &[&muscle::PIRIFORMIS]),
        (
            "gemelli",
            model_line::GEMELLI,
            // The model has one line for both, which runs across the tendon between them.
            &[
                &muscle::GEMELLUS_SUPERIOR,
                &muscle::OBTURATOR_INTERNUS,
                &muscle::GEMELLUS_INFERIOR,
            ],
        ),
        (
            "quadratus femoris",
            model_line::QUADRATUS_FEMORIS,
            &[&muscle::QUADRATUS_FEMORIS],
        ),
    ];
    assert_inside(drawn);
}

#[test]
fn every_model_line_runs_inside_its_muscle_from_the_side() {
    let drawn: &[Drawn] = &[
        (
            "gluteus maximus",
            lateral::model_line::GLUTEUS_MAXIMUS,
            &[&lateral::muscle::GLUTEUS_MAXIMUS],
        ),
        (
            "gluteus medius",
            lateral::model_line::GLUTEUS_MEDIUS,
            &[&lateral::muscle::GLUTEUS_MEDIUS],
        ),
        (
            "gluteus minimus",
            lateral::model_line::GLUTEUS_MINIMUS,
            &[&lateral::muscle::GLUTEUS_MINIMUS],
        ),
        (
            "piriformis",
            lateral::model_line::PIRIFORMIS,
            &[&lateral::muscle::PIRIFORMIS],
        ),
        (
            "gemelli",
            lateral::model_line::GEMELLI,
            &[
                &lateral::muscle::GEMELLUS_SUPERIOR,
                &lateral::muscle::OBTURATOR_INTERNUS,
                &lateral::muscle::GEMELLUS_INFERIOR,
            ],
        ),
        (
            "quadratus femoris",
            lateral::model_line::QUADRATUS_FEMORIS,
            &[&lateral::muscle::QUADRATUS_FEMORIS],
        ),
        (
            "tensor fasciae latae and iliotibial band",
            lateral::model_line::TENSOR_AND_BAND,
            &[
                &lateral::muscle::TENSOR_FASCIAE_LATAE,
                &lateral::muscle::ILIOTIBIAL_BAND,
            ],
        ),
        (
            "biceps femoris",
            lateral::model_line::BICEPS_FEMORIS,
            &[&lateral::muscle::BICEPS_FEMORIS],
        ),
    ];
    assert_inside(drawn);
}

/// Holds that each line lies within one of the outlines of its muscle.
#[track_caller]
fn assert_inside(drawn: &[Drawn]) {
    // Lines begin and end on the bone's surface, which the outline follows within 3 mm.
    const ON_THE_BONE: f64 = 0.3;
    let mut misses = Vec::new();
    for (name, lines, borders) in drawn {
        let outlines: Vec<Vec<Point>> = borders
            .iter()
            .map(|borders| Patch::new(borders).outline(40))
            .collect();
        for (index, line) in lines.iter().enumerate() {
            let knots = points(line);
            for pair in knots.windows(2) {
                for step in 0..=20 {
                    let place = pair[0].toward(pair[1], f64::from(step) / 20.0);
                    let distance = outlines
                        .iter()
                        .map(|outline| outside(outline, place))
                        .fold(f64::INFINITY, f64::min);
                    if distance > ON_THE_BONE {
                        misses.push(format!(
                            "{name} {index}: {distance:.2}\u{a0}cm at ({:.1}, {:.1})",
                            place.x, place.y
                        ));
                    }
                }
            }
        }
    }
    assert!(misses.is_empty(), "{}", misses.join("\n"));
}
