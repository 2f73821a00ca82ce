//! The statics of a bridge.

use super::shape::Shape;
use super::{Legs, SHOULDER_HEIGHT};
use crate::GRAVITY;
use crate::math::functions::cos;
use crate::model::{Body, GAIT2392, Side};

/// What the weights ask of one working leg.
pub(super) struct Moments {
    pub(super) foot: f64,
    pub(super) hip: f64,
    pub(super) knee: f64,
}

impl Moments {
    pub(super) fn new(shape: &Shape, legs: Legs, load: f64) -> Moments {
        let model = &GAIT2392;
        let mass = |b| model.body(b).mass;
        let [thigh, shank, talus, calcn, toes] = Body::leg(Side::Right);
        let foot_mass = mass(talus) + mass(calcn) + mass(toes);
        let along = |a: (f64, f64), b: (f64, f64), part: f64| a.0 + part * (b.0 - a.0);
        // Weights as (mass, place), the trunk's along the line from shoulder to hip.
        let center = |b| model.body(b).center_of_mass;
        let shoulder = model.back.location.y + SHOULDER_HEIGHT;
        let height = shoulder - model.hip.location.y;
        let torso = (SHOULDER_HEIGHT - center(Body::Torso).y) / height;
        let pelvis = (shoulder - center(Body::Pelvis).y) / height;
        let thigh_x = along(shape.hip, shape.knee, -center(thigh).y / shape.thigh);
        let shank_x = along(
            shape.knee,
            shape.ankle,
            -center(shank).y / model.shank_length(),
        );
        let foot_x = shape.ankle.0;
        let leg = [
            (mass(thigh), thigh_x),
            (mass(shank), shank_x),
            (foot_mass, foot_x),
        ];
        // The held leg goes on straight from the thigh.
        let straight = |from_hip: f64| shape.hip.0 + from_hip * cos(shape.thigh_angle());
        let held = [
            (mass(thigh), thigh_x),
            (mass(shank), straight(shape.thigh - center(shank).y)),
            (foot_mass, straight(shape.thigh + model.shank_length())),
        ];
        let other = if legs == Legs::Double { leg } else { held };
        let middle = [
            (mass(Body::Torso), torso * shape.hip.0),
            (mass(Body::Pelvis), pelvis * shape.hip.0),
            (load, shape.hip.0),
        ];
        let about = |x0: f64, weights: &[(f64, f64)]| -> f64 {
            weights.iter().map(|(m, x)| m * GRAVITY * (x - x0)).sum()
        };
        let share = if legs == Legs::Double { 0.5 } else { 1.0 };
        let push = (about(0.0, &middle) + about(0.0, &leg) + about(0.0, &other)) / shape.ankle.0;
        let foot = push * share;
        Moments {
            foot,
            hip: foot * (shape.ankle.0 - shape.hip.0) - about(shape.hip.0, &leg),
            knee: -(foot * (shape.ankle.0 - shape.knee.0) - about(shape.knee.0, &leg[1..])),
        }
    }
}
