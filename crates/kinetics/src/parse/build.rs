//! From a checked file to a model that borrows from it.

use super::check::{motion, segment};
use super::schema::{JointEntry, ModelFile, MuscleEntry, PointEntry, Table};
use crate::math::{Knot, Spline, Vec3};
use crate::model::{
    BodyData, Condition, Coordinate, Hinge, Knee, Model, Motion, MuscleData, PathPoint, Place,
    Range, Segment, Side, ThreeAxis,
};

/// Builds the model layer by layer, each borrowing from the one before, and lends it out.
///
/// A checked file has everything that is looked up here; what is missing anyway becomes zero, so
/// that nothing panics.
pub(super) fn with_model<R>(file: &ModelFile, f: impl FnOnce(&Model<'_>) -> R) -> R {
    let knee = file.joints.by_name.get("knee");
    let knee_x = knots(knee.and_then(|k| k.translation_x.as_ref()));
    let knee_y = knots(knee.and_then(|k| k.translation_y.as_ref()));
    let splines: Vec<[Vec<Knot>; 3]> = file
        .muscles
        .muscle
        .iter()
        .map(|m| [&m.moving_x, &m.moving_y, &m.moving_z].map(|t| knots(t.as_ref())))
        .collect();
    let points: Vec<Vec<PathPoint<'_>>> = file
        .muscles
        .muscle
        .iter()
        .zip(&splines)
        .map(|(m, s)| path(m, s))
        .collect();
    let muscles: Vec<MuscleData<'_>> = file
        .muscles
        .muscle
        .iter()
        .zip(&points)
        .map(|(m, points)| MuscleData {
            name: m.name.as_ref(),
            max_isometric_force: m.max_isometric_force_n,
            optimal_fiber_length: m.fiber_m,
            tendon_slack_length: m.tendon_m,
            pennation: m.pennation_rad,
            points,
        })
        .collect();
    let (location, axes) = joint(knee);
    let hinge = |name: &str| {
        let (location, axes) = joint(file.joints.by_name.get(name));
        Hinge {
            location,
            axis: axes[0],
        }
    };
    let three = |name: &str| {
        let (location, axes) = joint(file.joints.by_name.get(name));
        ThreeAxis { location, axes }
    };
    f(&Model {
        title: &file.title,
        bodies: Segment::ALL.map(|s| body(file, s)),
        hip: three("hip"),
        knee: Knee {
            location,
            axis: axes[0],
            x: Spline::new(&knee_x),
            y: Spline::new(&knee_y),
        },
        ankle: hinge("ankle"),
        subtalar: hinge("subtalar"),
        mtp: hinge("mtp"),
        back: three("back"),
        sliders: sliders(file),
        muscles: &muscles,
    })
}

fn knots(table: Option<&Table>) -> Vec<Knot> {
    table
        .and_then(|t| Spline::fit(&t.at_rad, &t.value_m).ok())
        .unwrap_or_default()
}

fn vec3([x, y, z]: [f64; 3]) -> Vec3 {
    Vec3::new(x, y, z)
}

fn body(file: &ModelFile, segment: Segment) -> BodyData {
    match file.bodies.by_name.get(segment.name()) {
        Some(b) => BodyData {
            mass: b.mass_kg,
            center_of_mass: vec3(b.center_of_mass_m),
            inertia: vec3(b.inertia_kg_m2),
        },
        None => BodyData {
            mass: 0.0,
            center_of_mass: Vec3::ZERO,
            inertia: Vec3::ZERO,
        },
    }
}

/// Location and axes of a joint; the axes are made exactly of length one.
fn joint(entry: Option<&JointEntry>) -> (Vec3, [Vec3; 3]) {
    let Some(joint) = entry else {
        return (Vec3::ZERO, [Vec3::ZERO; 3]);
    };
    let mut axes = [Vec3::ZERO; 3];
    for (out, axis) in axes.iter_mut().zip(&joint.axes) {
        *out = vec3(axis.direction).unit();
    }
    (vec3(joint.location_m), axes)
}

fn sliders(file: &ModelFile) -> [Range; 16] {
    let mut out = [Range::new(0.0, 0.0); 16];
    let stored = Coordinate::ALL
        .into_iter()
        .filter(|c| c.side() != Some(Side::Left));
    for (slot, c) in out.iter_mut().zip(stored) {
        let Some(entry) = file.coordinates.by_name.get(c.name()) else {
            continue;
        };
        if let Some([min, max]) = entry.slider_m {
            *slot = Range::new(min, max);
        } else if let Some([min, max]) = entry.slider_deg {
            *slot = Range::new(min.to_radians(), max.to_radians());
        }
    }
    out
}

fn path<'a>(muscle: &'a MuscleEntry, splines: &'a [Vec<Knot>; 3]) -> Vec<PathPoint<'a>> {
    let place = |p: &PointEntry| match (p.at_m, &p.moving) {
        (Some(at), _) => Place::Fixed(vec3(at)),
        (None, name) => Place::Moving {
            motion: name
                .as_deref()
                .and_then(motion)
                .unwrap_or(Motion::KneeAngle),
            x: Spline::new(&splines[0]),
            y: Spline::new(&splines[1]),
            z: Spline::new(&splines[2]),
        },
    };
    muscle
        .points
        .iter()
        .map(|p| p.get_ref())
        .map(|p| PathPoint {
            segment: segment(&p.body).unwrap_or(Segment::Pelvis),
            place: place(p),
            when: p.when.as_ref().and_then(|w| {
                let [min, max] = w.range_rad;
                Some(Condition {
                    motion: motion(&w.coordinate)?,
                    range: Range::new(min, max),
                })
            }),
        })
        .collect()
}
