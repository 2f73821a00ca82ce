//! Everything a model file must satisfy beyond its shape.

use super::ModelError;
use super::schema::{AxisEntry, JointEntry, ModelFile, MuscleEntry, PointEntry, Table};
use crate::math::{Spline, SplineError};
use crate::model::{Coordinate, MAX_PATH_POINTS, Motion, Segment, Side};

/// Name, parent, child and coordinates of every joint: the tree that the types fix.
pub(super) const TREE: [(&str, &str, &str, &[&str]); 6] = [
    (
        "hip",
        "pelvis",
        "femur",
        &["hip_flexion", "hip_adduction", "hip_rotation"],
    ),
    ("knee", "femur", "tibia", &["knee_angle"]),
    ("ankle", "tibia", "talus", &["ankle_angle"]),
    ("subtalar", "talus", "calcn", &["subtalar_angle"]),
    ("mtp", "calcn", "toes", &["mtp_angle"]),
    (
        "back",
        "pelvis",
        "torso",
        &["lumbar_extension", "lumbar_bending", "lumbar_rotation"],
    ),
];

/// All problems of a file.
pub(super) fn check(text: &str, file: &ModelFile) -> Vec<ModelError> {
    let mut errors = Vec::new();
    let mut say = |message: String| errors.push(ModelError::general(message));
    if file.format != 1 {
        say(format!(
            "format = {}: this program reads format = 1",
            file.format
        ));
    }
    for (block, source, license) in [
        ("bodies", &file.bodies.source, &file.bodies.license),
        ("joints", &file.joints.source, &file.joints.license),
        (
            "coordinates",
            &file.coordinates.source,
            &file.coordinates.license,
        ),
        ("muscles", &file.muscles.source, &file.muscles.license),
    ] {
        if source.trim().is_empty() || license.trim().is_empty() {
            say(format!(
                "[{block}]: write down the source and the license of its figures"
            ));
        }
    }
    check_bodies(file, &mut say);
    check_joints(file, &mut say);
    check_coordinates(file, &mut say);
    let mut seen: Vec<&str> = Vec::new();
    for muscle in &file.muscles.muscle {
        let name: &str = muscle.name.as_ref();
        if seen.contains(&name) {
            let message = format!("muscle `{name}` is there twice: rename or remove one");
            errors.push(ModelError::at(text, muscle.name.span().start, message));
        }
        seen.push(name);
        check_muscle(text, muscle, &mut errors);
    }
    errors
}

fn check_bodies(file: &ModelFile, say: &mut impl FnMut(String)) {
    for segment in Segment::ALL {
        let name = segment.name();
        match file.bodies.by_name.get(name) {
            None => say(format!("[bodies.{name}] is missing")),
            Some(b) => {
                let figures = b.center_of_mass_m.iter().chain(&b.inertia_kg_m2);
                if !(b.mass_kg > 0.0 && b.mass_kg.is_finite())
                    || figures.into_iter().any(|v| !v.is_finite())
                {
                    say(format!(
                        "[bodies.{name}]: the mass must be positive, every figure finite"
                    ));
                }
            }
        }
    }
    for name in file.bodies.by_name.keys() {
        if !Segment::ALL.iter().any(|s| s.name() == name) {
            say(format!(
                "[bodies.{name}]: no such body; there are {}",
                names(&Segment::ALL.map(Segment::name))
            ));
        }
    }
}

fn check_joints(file: &ModelFile, say: &mut impl FnMut(String)) {
    for (name, parent, child, coordinates) in TREE {
        let Some(joint) = file.joints.by_name.get(name) else {
            say(format!("[joints.{name}] is missing"));
            continue;
        };
        if joint.parent != parent || joint.child != child {
            say(format!(
                "[joints.{name}]: must join parent = \"{parent}\" to child = \"{child}\""
            ));
        }
        if !joint
            .axes
            .iter()
            .map(|a| a.coordinate.as_str())
            .eq(coordinates.iter().copied())
        {
            say(format!(
                "[joints.{name}]: the axes must be those of {}, in this order",
                names(coordinates)
            ));
        }
        let finite = joint.location_m.iter().all(|v| v.is_finite());
        if !finite || joint.axes.iter().any(|a| !is_unit(a)) {
            say(format!(
                "[joints.{name}]: every figure must be finite and every direction of length 1"
            ));
        }
        check_translation(name, joint, say);
    }
    for name in file.joints.by_name.keys() {
        if !TREE.iter().any(|t| t.0 == name) {
            say(format!(
                "[joints.{name}]: no such joint; there are {}",
                names(&TREE.map(|t| t.0))
            ));
        }
    }
}

fn check_translation(name: &str, joint: &JointEntry, say: &mut impl FnMut(String)) {
    for (key, table) in [
        ("translation_x", &joint.translation_x),
        ("translation_y", &joint.translation_y),
    ] {
        match (name == "knee", table) {
            (true, Some(table)) => {
                if let Some(problem) = spline_problem(table) {
                    say(format!("[joints.knee.{key}]: {problem}"));
                }
            }
            (true, None) => say(format!("[joints.knee.{key}] is missing")),
            (false, Some(_)) => say(format!(
                "[joints.{name}.{key}]: only the knee's center moves"
            )),
            (false, None) => {}
        }
    }
}

fn check_coordinates(file: &ModelFile, say: &mut impl FnMut(String)) {
    let known = |name: &str| Coordinate::ALL.iter().find(|c| c.name() == name);
    for c in Coordinate::ALL
        .iter()
        .filter(|c| c.side() != Some(Side::Left))
    {
        let name = c.name();
        let unit = if c.is_length() {
            "slider_m"
        } else {
            "slider_deg"
        };
        let entry = file.coordinates.by_name.get(name);
        let range = entry.and_then(|e| {
            if c.is_length() {
                e.slider_m
            } else {
                e.slider_deg
            }
        });
        let both = entry.is_some_and(|e| e.slider_m.is_some() && e.slider_deg.is_some());
        match range {
            Some([lo, hi]) if lo < hi && (hi - lo).is_finite() && !both => {}
            _ => say(format!(
                "[coordinates.{name}]: needs {unit} = [smallest, largest] and no other"
            )),
        }
    }
    for name in file
        .coordinates
        .by_name
        .keys()
        .filter(|n| known(n).is_none())
    {
        say(format!(
            "[coordinates.{name}]: no such coordinate (write names without a side)"
        ));
    }
}

fn check_muscle(text: &str, muscle: &MuscleEntry, errors: &mut Vec<ModelError>) {
    let name: &str = muscle.name.as_ref();
    let mut say = |offset: usize, message: String| {
        errors.push(ModelError::at(
            text,
            offset,
            format!("muscle `{name}`: {message}"),
        ));
    };
    let start = muscle.name.span().start;
    let sizes = [
        muscle.max_isometric_force_n,
        muscle.fiber_m,
        muscle.tendon_m,
    ];
    if sizes.iter().any(|v| !(*v > 0.0 && v.is_finite())) {
        say(
            start,
            "force, fiber and tendon length must be positive".into(),
        );
    }
    if !(0.0..1.5).contains(&muscle.pennation_rad) {
        say(start, "pennation_rad must be from 0 to 1.5".into());
    }
    let count = muscle.points.len();
    if !(2..=MAX_PATH_POINTS).contains(&count) {
        say(
            start,
            format!("has {count} points; a path needs 2 to {MAX_PATH_POINTS}"),
        );
    }
    let always = muscle
        .points
        .iter()
        .filter(|p| p.get_ref().when.is_none())
        .count();
    if always < 2 {
        say(
            start,
            "needs at least two points that are there in every pose".into(),
        );
    }
    for point in &muscle.points {
        if let Some(problem) = point_problem(point.get_ref()) {
            say(point.span().start, problem);
        }
    }
    let moving = muscle
        .points
        .iter()
        .filter(|p| p.get_ref().moving.is_some())
        .count();
    let tables = [
        ("moving_x", &muscle.moving_x),
        ("moving_y", &muscle.moving_y),
        ("moving_z", &muscle.moving_z),
    ];
    for (key, table) in tables {
        match (moving, table) {
            (0, None) => {}
            (0, Some(_)) => say(
                start,
                format!("{key} belongs to a point with `moving`, and there is none"),
            ),
            (1, None) => say(start, format!("the moving point needs {key}")),
            (1, Some(table)) => {
                if let Some(problem) = spline_problem(table) {
                    say(start, format!("{key}: {problem}"));
                }
            }
            _ => say(start, "only one point can move".into()),
        }
    }
}

fn point_problem(point: &PointEntry) -> Option<String> {
    if segment(&point.body).is_none() {
        return Some(format!(
            "no body `{}`; there are {}",
            point.body,
            names(&Segment::ALL.map(Segment::name))
        ));
    }
    match (&point.at_m, &point.moving) {
        (Some(at), None) if at.iter().all(|v| v.is_finite()) => {}
        (None, Some(c)) if motion(c).is_some() => {}
        (None, Some(c)) => return Some(format!("no joint coordinate `{c}`")),
        _ => return Some("a point has either at_m (three finite figures) or moving".into()),
    }
    let when = point.when.as_ref()?;
    if motion(&when.coordinate).is_none() {
        return Some(format!("no joint coordinate `{}`", when.coordinate));
    }
    let [lo, hi] = when.range_rad;
    if lo < hi {
        None
    } else {
        Some("range_rad must be [smallest, largest]".into())
    }
}

fn spline_problem(table: &Table) -> Option<String> {
    Some(match Spline::fit(&table.at_rad, &table.value_m).err()? {
        SplineError::TooFew => "needs at least two knots".into(),
        SplineError::Unequal => {
            format!(
                "{} angles but {} values",
                table.at_rad.len(),
                table.value_m.len()
            )
        }
        SplineError::NotFinite => "every figure must be finite".into(),
        SplineError::NotRising(i) => {
            format!("at_rad must rise; its figure number {} does not", i + 1)
        }
    })
}

fn is_unit(axis: &AxisEntry) -> bool {
    let length: f64 = axis.direction.iter().map(|v| v * v).sum();
    (length - 1.0).abs() < 1e-6
}

fn names(list: &[&str]) -> String {
    list.join(", ")
}

/// The segment of a name.
pub(super) fn segment(name: &str) -> Option<Segment> {
    Segment::ALL.into_iter().find(|s| s.name() == name)
}

/// The motion of a name.
pub(super) fn motion(name: &str) -> Option<Motion> {
    Motion::ALL.into_iter().find(|m| m.name() == name)
}
