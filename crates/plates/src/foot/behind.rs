//! A right heel, ankle and shank from behind; the outer side is on the viewer's right.

use crate::geometry::{Point, Table, point};
use crate::path::{Path, View};
use crate::scene::{Attribute, Element, Token};

use super::{bony, ghost, outlines};

/// Where the heel touches the ground, outward and up in centimeters.
pub(crate) const CONTACT: (f64, f64) = (7.4, 0.0);
/// How high the joint below the talus is, in centimeters.
const JOINT_HEIGHT: f64 = 4.9;

#[rustfmt::skip]
const CALCANEUS: Table = &[
    (5.7, 1.0), (5.4, 2.2), (5.2, 3.3), (4.6, 4.0), (5.0, 4.7), (6.2, 4.7), (7.4, 5.0), (8.7, 4.9),
    (9.4, 4.2), (9.5, 2.9), (9.4, 1.6), (8.8, 0.5), (7.6, 0.2), (6.4, 0.4),
];
#[rustfmt::skip]
const TALUS: Table = &[
    (5.4, 5.1), (5.6, 6.4), (6.4, 7.0), (7.8, 7.0), (9.1, 6.9), (9.4, 5.9), (9.0, 5.1), (7.6, 5.4),
    (6.3, 5.0),
];
#[rustfmt::skip]
const FOREFOOT: Table = &[
    (3.4, 0.8), (3.4, 1.9), (4.2, 2.8), (5.6, 3.8), (7.6, 4.3), (9.6, 3.8), (11.2, 2.9), (12.6, 1.8),
    (13.2, 0.8), (12.6, 0.2), (11.9, 0.6), (11.2, 0.2), (10.4, 0.6), (9.6, 0.2), (8.6, 0.6), (7.4, 0.2),
    (6.2, 0.7), (4.8, 0.1), (3.8, 0.2),
];
#[rustfmt::skip]
const TIBIA: Table = &[
    (7.1, 28.4), (7.1, 22.0), (6.9, 15.0), (6.1, 11.0), (5.0, 8.2), (4.8, 6.6), (5.3, 5.7), (5.9, 6.2),
    (6.3, 7.1), (7.8, 7.3), (9.2, 7.1), (9.6, 8.0), (9.1, 10.4), (8.9, 15.0), (9.0, 22.0), (9.1, 28.4),
    (8.8, 29.2), (8.1, 29.4), (7.4, 29.2),
];
#[rustfmt::skip]
const FIBULA: Table = &[
    (9.4, 28.2), (9.4, 20.0), (9.4, 12.6), (9.3, 8.6), (9.3, 6.4), (9.7, 4.6), (10.5, 5.0), (11.0, 6.6),
    (10.6, 8.8), (10.2, 12.0), (10.3, 20.0), (10.4, 28.2), (10.2, 28.9), (9.9, 29.0), (9.6, 28.9),
];
/// The heel's own skin: a pad that rolls with the bone.
#[rustfmt::skip]
const HEEL_SKIN: Table = &[
    (4.8, 0.1), (4.3, 1.4), (4.1, 3.2), (4.0, 5.2), (4.2, 7.4), (5.4, 9.4), (7.6, 10.0), (10.0, 9.4),
    (11.2, 7.4), (11.2, 5.2), (10.8, 3.0), (10.4, 1.0), (9.7, 0.0), (7.4, -0.5),
];
#[rustfmt::skip]
const FOREFOOT_SKIN: Table = &[
    (2.6, 0.3), (2.8, 1.8), (4.0, 3.2), (6.0, 4.4), (8.4, 4.6), (10.6, 4.0), (12.6, 2.8), (14.0, 1.4),
    (14.0, 0.2), (12.0, -0.4), (8.0, -0.5), (4.4, -0.5),
];
#[rustfmt::skip]
const SHANK_SKIN: Table = &[
    (4.8, 5.0), (4.1, 6.6), (4.2, 8.4), (4.9, 11.0), (4.7, 15.0), (3.6, 20.0), (2.6, 25.0),
    (2.3, 30.0), (7.6, 30.6), (12.9, 30.0), (12.6, 25.0), (11.8, 20.0), (11.0, 15.0), (10.9, 11.0),
    (11.5, 8.4), (11.6, 6.4), (10.8, 4.8), (7.6, 4.4),
];
/// The calf above its tendon, cut off at the top of the drawing.
#[rustfmt::skip]
const CALF: Table = &[
    (3.4, 30.0), (3.5, 26.0), (4.3, 21.6), (5.6, 18.2), (7.0, 16.0), (8.2, 16.0), (9.6, 18.2),
    (11.0, 21.6), (11.8, 26.0), (12.0, 30.0), (7.6, 30.4),
];

/// How heel and shank stand; angles in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Stand {
    /// Roll of the heel on its contact, top toward the midline positive.
    pub(crate) heel: f64,
    /// Lean of the shank, top toward the midline positive.
    pub(crate) shank: f64,
    /// Slope of the ground, outer side up positive.
    pub(crate) ground: f64,
}

impl Stand {
    /// The joint below the talus, in centimeters of the drawing.
    fn joint(&self) -> Point {
        let contact = point(CONTACT.0, CONTACT.1);
        point(CONTACT.0, JOINT_HEIGHT).rotated(contact, self.heel.to_radians())
    }

    /// The heel and the shank on it; `id` names the silhouette.
    pub(crate) fn draw(&self, view: &View, id: &'static str) -> Element {
        let contact = view.at(point(CONTACT.0, CONTACT.1));
        let middle = point(CONTACT.0, JOINT_HEIGHT);
        let carried = self.joint().minus(middle).times(view.scale);
        let with_heel = |element: Element| element.turned(-self.heel, contact);
        let with_ground = |element: Element| element.turned(-self.ground, contact);
        let with_shank = |element: Element| {
            let mut place = String::from("translate(");
            crate::path::push_tenths(&mut place, carried.x);
            place.push(' ');
            crate::path::push_tenths(&mut place, -carried.y);
            place.push(')');
            Element::group(vec![element.turned(-self.shank, view.at(middle))])
                .with(Attribute::Transform, place)
        };
        let shape = |table: Table| outlines(view, &[table]);
        let skin = vec![
            with_ground(shape(FOREFOOT_SKIN)),
            with_heel(shape(HEEL_SKIN)),
            with_shank(shape(SHANK_SKIN)),
        ];
        let calf = shape(CALF)
            .fill(Token::Muscle)
            .outlined(Token::MuscleDark, "1.6")
            .with(Attribute::FillOpacity, ".32")
            .with(Attribute::StrokeOpacity, ".5");
        Element::group(vec![
            ghost(id, skin),
            with_ground(bony(vec![shape(FOREFOOT)]).with(Attribute::Opacity, ".55")),
            with_shank(bony(vec![shape(TIBIA), shape(FIBULA), shape(TALUS)])),
            with_shank(calf),
            with_heel(bony(vec![shape(CALCANEUS)])),
            self.tendon(view),
        ])
    }

    /// The Achilles tendon, from the calf straight down to the heel: it bends where the heel rolls.
    fn tendon(&self, view: &View) -> Element {
        let middle = point(CONTACT.0, JOINT_HEIGHT);
        let contact = point(CONTACT.0, CONTACT.1);
        let on_shank = |x: f64, y: f64| {
            let place = point(x, y).rotated(middle, self.shank.to_radians());
            place.plus(self.joint().minus(middle))
        };
        let on_heel = |x: f64, y: f64| point(x, y).rotated(contact, self.heel.to_radians());
        let left = [
            on_shank(6.2, 18.0),
            on_shank(6.9, 12.0),
            on_shank(6.9, 7.6),
            on_heel(6.4, 2.6),
        ];
        let right = [
            on_heel(8.6, 2.6),
            on_shank(8.1, 7.6),
            on_shank(8.1, 12.0),
            on_shank(9.0, 18.0),
        ];
        let left = left.map(|place| view.at(place));
        let right = right.map(|place| view.at(place));
        let mut path = Path::new();
        path.smooth(&left, false);
        path.bend_to(view.at(on_heel(7.5, 2.0)), right[0]);
        path.continue_smooth(&right);
        path.bend_to(view.at(on_shank(7.6, 20.0)), left[0]);
        path.close();
        Element::path(path.data())
            .fill(Token::Tendon)
            .outlined(Token::TendonLine, "1.8")
            .with(Attribute::FillOpacity, ".9")
    }

    /// A line along the middle of the heel and one along the middle of the shank.
    pub(crate) fn lines(&self, view: &View) -> Element {
        let contact = point(CONTACT.0, CONTACT.1);
        let heel = self.heel.to_radians();
        let shank = self.shank.to_radians();
        let joint = self.joint();
        let on_heel = |y: f64| point(CONTACT.0, y).rotated(contact, heel);
        let on_shank = |y: f64| joint.plus(point(0.0, y).rotated(point(0.0, 0.0), shank));
        let mut path = Path::new();
        path.move_to(view.at(on_heel(-0.8)));
        path.line_to(view.at(joint));
        path.line_to(view.at(on_shank(25.6)));
        Element::path(path.data())
            .stroke(Token::ForceJoint, "4")
            .with(Attribute::StrokeLinejoin, "round")
    }
}
