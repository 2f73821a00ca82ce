//! What the person lies, sits and stands on, and the arrows that say what moves.

use kinetics::math::Vec3;

use crate::geometry::{Point, point};
use crate::path::Path;
use crate::scene::{Attribute, Element, Token};

use super::body::Camera;

/// The path of places in the ground.
fn outline(camera: &Camera, places: &[Vec3], closed: bool) -> String {
    let knots: Vec<Point> = places.iter().map(|&place| camera.at(place)).collect();
    let mut path = Path::new();
    path.polyline(&knots, closed);
    path.data()
}

/// A mat on the floor from `left` to `right`, in meters.
pub(super) fn mat(camera: &Camera, left: f64, right: f64, half: f64) -> Element {
    let at = |x: f64, z: f64| Vec3::new(x, 0.0, z);
    let corners = [
        at(left, -half),
        at(right, -half),
        at(right, half),
        at(left, half),
    ];
    Element::path(outline(camera, &corners, true))
        .fill(Token::Object)
        .with(Attribute::FillOpacity, ".18")
        .outlined(Token::Object, "2")
        .with(Attribute::StrokeLinejoin, "round")
}

/// A line for the floor at the height of the ground, `wide` drawing units long.
pub(super) fn floor(camera: &Camera, wide: f64) -> Element {
    let y = camera.at(Vec3::ZERO).y;
    let mut line = Path::new();
    line.move_to(point(6.0, y)).line_to(point(wide - 6.0, y));
    Element::path(line.data())
        .stroke(Token::InkSoft, "3")
        .with(Attribute::StrokeLinecap, "round")
}

/// A solid thing seen from the side, by its corners.
pub(super) fn solid(camera: &Camera, corners: &[(f64, f64)]) -> Element {
    let places: Vec<Vec3> = corners.iter().map(|&(x, y)| Vec3::new(x, y, 0.0)).collect();
    Element::path(outline(camera, &places, true))
        .fill(Token::Object)
        .with(Attribute::FillOpacity, ".3")
        .outlined(Token::Object, "3")
        .with(Attribute::StrokeLinejoin, "round")
}

/// A ball.
pub(super) fn ball(camera: &Camera, center: Vec3, radius: f64) -> Element {
    let center = camera.at(center);
    let radius = camera.length(radius);
    let mut seam = Path::new();
    seam.smooth(
        &[
            center.plus(point(-0.75 * radius, -0.6 * radius)),
            center.plus(point(-0.2 * radius, 0.0)),
            center.plus(point(-0.75 * radius, 0.6 * radius)),
        ],
        false,
    );
    Element::group(vec![
        Element::circle(center, radius)
            .fill(Token::Nerve)
            .outlined(Token::NerveLine, "2.5"),
        Element::path(seam.data()).stroke(Token::NerveLine, "2"),
    ])
}

/// A ring of band around places.
pub(super) fn band(camera: &Camera, places: &[Vec3]) -> Element {
    let path = outline(camera, places, true);
    Element::group(vec![
        Element::path(path.clone())
            .stroke(Token::Paper, "11")
            .with(Attribute::StrokeLinejoin, "round"),
        Element::path(path)
            .stroke(Token::ForceWeight, "7")
            .with(Attribute::StrokeLinejoin, "round"),
    ])
}

/// An arrow from `tail` to `tip`, meters in the ground.
pub(super) fn arrow(camera: &Camera, tail: Vec3, tip: Vec3) -> Element {
    let mut path = Path::new();
    path.arrow(camera.at(tail), camera.at(tip), 9.0);
    Element::path(path.data())
        .fill(Token::ForceMuscle)
        .outlined(Token::Paper, "2.5")
        .with(Attribute::PaintOrder, "stroke")
}
