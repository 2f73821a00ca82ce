//! The whole body, drawn from a pose of `kinetics`: soft silhouette, bones, lines of muscles.
//!
//! Every bone is a shape in its own frame, in centimeters, written once; a pose only changes the
//! `transform` of its element, which comes from the frames of [`Kinematics`]. So the drawing
//! agrees with the model, and a frame costs little.
//!
//! Long bones keep their width and are foreshortened along their axis only: a bone is as round
//! as it is wide. Arms and head have no coordinates in the model. The arms hang from the
//! shoulders and swing against the legs, the head stays half upright while the trunk is: drawing,
//! not model.

mod assemble;
mod bone;
mod front;
mod limbs;
mod place;
mod posed;
mod shell;
mod side;
#[cfg(test)]
mod tests;

use kinetics::kinematics::{Kinematics, Reference};
use kinetics::math::Vec3;
use kinetics::muscle::MusclePath;
use kinetics::{GAIT2392, MuscleId, Side};

pub use self::limbs::{Limbs, Reach, shoulder};
use self::posed::Posed;
use crate::geometry::{Point, point};
use crate::path::Path;
use crate::scene::{Attribute, Element, Token};

/// From where the body is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plane {
    /// From the subject's right: facing right.
    Side,
    /// From the front: the subject's right is on the viewer's left.
    Front,
    /// From behind: the subject's right is on the viewer's right.
    Back,
}

/// How places in the ground become places of the drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Projection {
    /// From where the body is seen.
    pub plane: Plane,
    /// Drawing units of the ground's origin.
    pub origin: Point,
    /// Drawing units in a meter.
    pub scale: f64,
}

impl Projection {
    /// The drawing position of a place in the ground, given in meters.
    #[must_use]
    pub fn at(&self, place: Vec3) -> Point {
        self.origin.plus(self.direction(place))
    }

    /// A direction of the ground on the page, in drawing units per meter.
    fn direction(&self, direction: Vec3) -> Point {
        let right = match self.plane {
            Plane::Side => direction.x,
            Plane::Front => -direction.z,
            Plane::Back => direction.z,
        };
        point(self.scale * right, -self.scale * direction.y)
    }
}

/// What of the body is drawn, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// A faint outline only, for other solutions.
    pub ghost: bool,
    /// The left leg.
    pub left_leg: bool,
    /// Both arms.
    pub arms: bool,
    /// Spine, rib cage and head.
    pub upper_body: bool,
}

impl Style {
    /// The whole body.
    pub const WHOLE: Self = Self {
        ghost: false,
        left_leg: true,
        arms: true,
        upper_body: true,
    };
}

/// The soft silhouette that stands behind the bones.
///
/// Every shape is outlined first and filled afterwards, so that no line crosses the body.
#[must_use]
pub fn skin(k: &Kinematics, p: &Projection, style: &Style) -> Vec<Element> {
    painted_skin(&Posed::new(k, p, None), style)
}

/// The bones, far ones first; with parts unless they are a ghost.
#[must_use]
pub fn bones(k: &Kinematics, p: &Projection, style: &Style) -> Vec<Element> {
    painted_bones(&Posed::new(k, p, None), style)
}

/// The whole body, its head and its hands where `limbs` puts them: silhouette, then bones.
#[must_use]
pub fn person(k: &Kinematics, p: &Projection, limbs: &Limbs) -> [Vec<Element>; 2] {
    let body = Posed::new(k, p, Some(limbs));
    [
        painted_skin(&body, &Style::WHOLE),
        painted_bones(&body, &Style::WHOLE),
    ]
}

fn painted_skin(body: &Posed<'_>, style: &Style) -> Vec<Element> {
    let shapes = assemble::silhouette(body, style);
    let outlines = shapes.clone();
    let (fill, line, width) = if style.ghost {
        (Token::Paper, Token::InkSoft, 3.0)
    } else {
        (Token::Skin, Token::SkinLine, 4.0)
    };
    vec![
        Element::group(outlines)
            .fill(line)
            .with(Attribute::Stroke, line.css())
            .with(Attribute::StrokeWidth, bone::width(width, body.p)),
        Element::group(shapes).fill(fill),
    ]
}

fn painted_bones(body: &Posed<'_>, style: &Style) -> Vec<Element> {
    let bones = Element::group(assemble::skeleton(body, style));
    if style.ghost {
        return vec![
            bones
                .with(Attribute::Fill, "none")
                .with(Attribute::Stroke, Token::InkSoft.css())
                .with(Attribute::StrokeWidth, bone::width(1.0, body.p))
                .with(Attribute::Opacity, ".45"),
        ];
    }
    vec![
        bones
            .fill(Token::Bone)
            .with(Attribute::Stroke, Token::BoneLine.css())
            .with(Attribute::StrokeWidth, bone::width(1.3, body.p))
            .with(Attribute::StrokeLinejoin, "round")
            .with(Attribute::StrokeLinecap, "round"),
    ]
}

/// The path data of the line that a muscle pulls along.
#[must_use]
pub fn muscle(k: &Kinematics, muscle: MuscleId, side: Side, p: &Projection) -> String {
    let mut path = Path::new();
    push_line(&mut path, &pull(k, muscle, side), p);
    path.data()
}

/// The places of the ground, in meters, between which a muscle pulls in straight lines.
#[must_use]
pub fn pull(k: &Kinematics, muscle: MuscleId, side: Side) -> Vec<Vec3> {
    let Some(data) = GAIT2392.muscle(muscle) else {
        return Vec::new();
    };
    let pelvis = k.pelvis(Reference::Ground);
    let path = MusclePath::new(data, k, side);
    let nodes = path.nodes().iter();
    nodes.map(|node| pelvis.point(node.position)).collect()
}

/// Adds a line through places of the ground to a path.
pub fn push_line(path: &mut Path, places: &[Vec3], p: &Projection) {
    let line: Vec<Point> = places.iter().map(|&place| p.at(place)).collect();
    path.polyline(&line, false);
}
