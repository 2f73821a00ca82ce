//! A right leg from its outer side, facing right: foot, shank and the lower thigh.

use crate::geometry::{Point, Table, point};
use crate::path::{Path, View};
use crate::scene::{Attribute, Element, Token};

use super::{bony, ghost, outlines};

/// Centers of the joints, forward and up in centimeters.
pub(crate) mod joint {
    /// Ankle.
    pub(crate) const ANKLE: (f64, f64) = (-6.6, 5.4);
    /// Knee, straight above the ankle by the length of the shank in Gait2392.
    pub(crate) const KNEE: (f64, f64) = (-6.6, 48.4);
    /// Ball of the big toe.
    pub(crate) const BALL: (f64, f64) = (6.4, 1.0);
    /// Tip of the toes.
    pub(crate) const TOE_TIP: (f64, f64) = (12.0, 0.0);
}

#[rustfmt::skip]
pub(crate) const CALCANEUS: Table = &[
    (-12.5, 1.8), (-12.5, 3.1), (-11.6, 4.3), (-9.8, 4.6), (-8.7, 5.1), (-7.6, 4.5), (-6.6, 3.6),
    (-5.6, 4.2), (-4.5, 3.9), (-4.2, 2.9), (-5.5, 2.3), (-7.2, 1.9), (-8.6, 1.1), (-9.4, 0.4),
    (-10.6, 0.2), (-11.8, 0.6),
];
#[rustfmt::skip]
pub(crate) const TALUS: Table = &[
    (-8.9, 4.9), (-8.4, 6.2), (-7.3, 7.1), (-5.9, 7.1), (-4.8, 6.3), (-3.7, 5.9), (-2.8, 5.2),
    (-2.9, 4.2), (-4.0, 4.1), (-5.2, 4.6), (-6.3, 3.9), (-7.4, 4.8),
];
#[rustfmt::skip]
const CUBOID: Table = &[
    (-4.1, 3.8), (-2.8, 3.5), (-1.3, 3.1), (-1.3, 2.0), (-2.8, 1.6), (-4.2, 2.3),
];
#[rustfmt::skip]
const NAVICULAR: Table = &[
    (-2.8, 5.4), (-2.0, 5.7), (-1.4, 5.2), (-1.4, 3.8), (-2.1, 3.5), (-2.8, 4.1),
];
#[rustfmt::skip]
const CUNEIFORM: Table = &[
    (-1.2, 5.4), (-0.2, 5.3), (0.8, 4.7), (0.9, 3.6), (0.0, 3.0), (-1.2, 3.4),
];
#[rustfmt::skip]
const FIRST_METATARSAL: Table = &[
    (0.9, 4.6), (1.9, 4.1), (4.0, 3.2), (5.5, 2.7), (6.6, 2.6), (7.1, 1.8), (6.7, 0.9), (5.8, 0.8),
    (4.6, 1.6), (2.8, 2.4), (1.0, 3.2),
];
#[rustfmt::skip]
const THIRD_METATARSAL: Table = &[
    (0.2, 3.4), (2.4, 2.6), (4.6, 1.9), (5.4, 1.5), (5.2, 0.7), (4.3, 0.7), (2.2, 1.5), (0.0, 2.4),
];
#[rustfmt::skip]
const FIFTH_METATARSAL: Table = &[
    (-2.3, 1.9), (-1.2, 2.5), (0.3, 2.1), (2.2, 1.5), (3.5, 1.5), (4.1, 1.0), (3.6, 0.4),
    (2.6, 0.6), (0.4, 1.0), (-1.4, 1.1),
];
#[rustfmt::skip]
const BIG_TOE: Table = &[
    (7.3, 2.3), (8.6, 1.7), (9.4, 1.7), (9.6, 0.9), (8.6, 0.8), (7.4, 0.8), (7.1, 1.5),
];
#[rustfmt::skip]
const BIG_TOE_TIP: Table = &[
    (9.8, 1.6), (10.7, 1.3), (11.4, 1.1), (11.4, 0.5), (10.5, 0.5), (9.8, 0.8),
];
#[rustfmt::skip]
const SMALL_TOE: Table = &[
    (4.4, 1.2), (5.8, 0.9), (6.9, 0.9), (7.6, 0.4), (6.8, 0.1), (5.6, 0.2), (4.3, 0.5),
];
/// The bones that a rising heel takes along, farthest first.
pub(crate) const TARSUS: &[Table] = &[
    NAVICULAR,
    CUNEIFORM,
    FIRST_METATARSAL,
    THIRD_METATARSAL,
    TALUS,
    CUBOID,
    FIFTH_METATARSAL,
    CALCANEUS,
];
/// The bones that stay on the floor.
pub(crate) const TOES: &[Table] = &[BIG_TOE, BIG_TOE_TIP, SMALL_TOE];

#[rustfmt::skip]
const TIBIA: Table = &[
    (-8.8, 45.6), (-6.8, 46.6), (-4.2, 46.2), (-3.4, 44.6), (-2.9, 42.6), (-3.5, 39.6), (-3.9, 34.0),
    (-4.1, 25.2), (-4.9, 13.0), (-4.3, 8.8), (-4.6, 7.0), (-5.4, 5.6), (-6.6, 7.2), (-8.4, 7.1),
    (-7.4, 11.4), (-6.5, 25.3), (-6.6, 38.0), (-7.4, 42.2), (-9.0, 44.2),
];
#[rustfmt::skip]
const FIBULA: Table = &[
    (-9.4, 41.6), (-8.9, 44.0), (-7.4, 43.4), (-7.3, 41.4), (-7.6, 37.3), (-7.7, 26.4), (-7.0, 11.0),
    (-6.3, 7.6), (-6.2, 5.4), (-7.6, 3.8), (-8.5, 6.2), (-8.1, 10.8), (-8.9, 24.8), (-9.1, 37.0),
];
#[rustfmt::skip]
const PATELLA: Table = &[
    (-2.6, 47.0), (-1.5, 47.8), (-1.1, 49.2), (-1.5, 50.6), (-2.5, 50.4), (-2.9, 48.8),
];
#[rustfmt::skip]
const FEMUR: Table = &[
    (-3.4, 62.0), (-3.0, 55.0), (-3.1, 51.2), (-2.5, 49.0), (-3.0, 47.2), (-5.0, 46.3), (-6.9, 46.6),
    (-8.5, 47.8), (-8.6, 49.6), (-7.3, 50.8), (-6.1, 52.6), (-5.8, 57.0), (-5.9, 62.0), (-4.6, 62.4),
];

#[rustfmt::skip]
pub(crate) const FOOT_SKIN: Table = &[
    (-13.5, 2.6), (-13.5, 1.1), (-12.6, -0.2), (-10.5, -0.5), (-8.0, -0.4), (-4.5, -0.1), (-1.0, -0.1),
    (2.0, -0.3), (5.0, -0.5), (8.2, -0.4), (8.6, 2.4), (6.6, 3.5), (4.4, 4.6), (1.8, 5.9), (-0.8, 7.0),
    (-2.7, 8.2), (-4.4, 9.6), (-7.0, 9.4), (-9.4, 7.4), (-11.4, 5.8), (-12.8, 4.4),
];
#[rustfmt::skip]
pub(crate) const TOE_SKIN: Table = &[
    (6.0, 0.4), (6.8, -0.4), (8.4, -0.5), (10.6, -0.5), (11.8, -0.1), (12.0, 0.8), (11.3, 1.8),
    (9.4, 2.3), (7.4, 3.1), (6.2, 3.0), (5.8, 1.8),
];
#[rustfmt::skip]
const SHANK_SKIN: Table = &[
    (-3.0, 8.2), (-3.4, 13.0), (-2.8, 22.0), (-2.3, 32.0), (-1.9, 39.0), (-0.9, 43.6), (-0.2, 46.4),
    (-0.3, 49.6), (-2.0, 52.4), (-5.0, 54.2), (-8.6, 54.0), (-11.2, 51.6), (-11.7, 47.0),
    (-12.8, 40.0), (-13.5, 34.0), (-12.6, 25.0), (-10.7, 16.0), (-10.0, 10.6), (-9.4, 6.4),
    (-6.6, 3.6), (-4.0, 5.4),
];
#[rustfmt::skip]
const THIGH_SKIN: Table = &[
    (-0.7, 46.0), (-0.2, 49.0), (0.0, 52.0), (0.8, 57.0), (1.4, 62.4), (-5.6, 63.2), (-12.8, 62.4),
    (-12.2, 57.0), (-11.8, 52.6), (-11.4, 48.8), (-8.6, 44.6), (-4.6, 43.2), (-2.2, 43.8),
];
/// Gastrocnemius and soleus.
#[rustfmt::skip]
const CALF: Table = &[
    (-8.6, 45.6), (-10.6, 43.6), (-12.2, 39.0), (-12.7, 34.0), (-12.1, 28.0), (-10.8, 22.4),
    (-9.6, 18.6), (-8.9, 20.4), (-9.2, 27.0), (-8.9, 35.0), (-8.4, 41.0),
];
/// Where the Achilles tendon leaves the calf, back and front, and where it ends on the heel.
const TENDON: [(f64, f64); 4] = [(-10.5, 21.2), (-9.0, 20.6), (-12.3, 2.6), (-11.9, 4.2)];

/// How a leg stands; angles in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Stand {
    /// Lean of the shank over the foot.
    pub(crate) ankle: f64,
    /// Rise of the foot about the ball of the big toe.
    pub(crate) heel: f64,
    /// Bend of the knee.
    pub(crate) knee: f64,
}

impl Stand {
    /// Where the knee is, in centimeters of the body's frame.
    pub(crate) fn knee_at(&self) -> Point {
        let ankle = pair(joint::ANKLE);
        let knee = pair(joint::KNEE).rotated(ankle, -self.ankle.to_radians());
        knee.rotated(pair(joint::BALL), -self.heel.to_radians())
    }

    /// Nests what moves with the foot, the shank and the thigh.
    fn nest(
        &self,
        view: &View,
        foot: Vec<Element>,
        shank: Vec<Element>,
        thigh: Element,
    ) -> Element {
        let at = |place: (f64, f64)| view.at(pair(place));
        let mut shank = shank;
        shank.insert(0, thigh.turned(-self.knee, at(joint::KNEE)));
        let mut foot = foot;
        foot.push(Element::group(shank).turned(self.ankle, at(joint::ANKLE)));
        Element::group(foot).turned(self.heel, at(joint::BALL))
    }

    /// The skin over the Achilles tendon.
    fn heel_skin(&self, view: &View) -> Element {
        let turn = -self.ankle.to_radians();
        let with_shank = |place: (f64, f64)| pair(place).rotated(pair(joint::ANKLE), turn);
        let knots = [
            with_shank((-11.0, 18.0)),
            with_shank((-10.3, 12.0)).toward(pair((-12.0, 8.0)), 0.25),
            pair((-12.7, 4.5)),
            pair((-9.0, 4.5)),
            with_shank((-8.0, 12.0)),
            with_shank((-9.0, 18.0)),
        ];
        Element::path(crate::path::outline(&view.all(&knots)))
    }

    fn tendon(&self, view: &View) -> Element {
        let turn = -self.ankle.to_radians();
        let with_shank = |place: (f64, f64)| pair(place).rotated(pair(joint::ANKLE), turn);
        let [back, front, heel, upper] = TENDON;
        let (back, front) = (with_shank(back), with_shank(front));
        let (low_back, low_front) = (with_shank((-9.8, 11.0)), with_shank((-9.1, 11.4)));
        let mut path = Path::new();
        let edge = [back, low_back, pair(heel)].map(|place| view.at(place));
        let other = [pair(upper), low_front, front].map(|place| view.at(place));
        path.smooth(&edge, false);
        path.line_to(other[0]);
        path.continue_smooth(&other);
        path.close();
        Element::path(path.data())
            .fill(Token::Tendon)
            .outlined(Token::TendonLine, "1.6")
    }

    /// The leg; `id` names its silhouette.
    pub(crate) fn draw(&self, view: &View, id: &'static str) -> Element {
        let skin = vec![
            self.nest(
                view,
                vec![outlines(view, &[FOOT_SKIN]), self.heel_skin(view)],
                vec![outlines(view, &[SHANK_SKIN])],
                outlines(view, &[THIGH_SKIN]),
            ),
            outlines(view, &[TOE_SKIN]),
        ];
        let calf = outlines(view, &[CALF])
            .fill(Token::Muscle)
            .outlined(Token::MuscleDark, "1.6");
        let bones = self.nest(
            view,
            vec![bony(each(view, TARSUS)), self.tendon(view)],
            vec![bony(each(view, &[TIBIA, FIBULA])), fibers(view, calf)],
            bony(each(view, &[FEMUR, PATELLA])),
        );
        Element::group(vec![ghost(id, skin), bony(each(view, TOES)), bones])
    }
}

/// The calf with a few fibers that run down to its tendon.
fn fibers(view: &View, calf: Element) -> Element {
    let mut path = Path::new();
    for (from, middle, to) in [
        ((-9.4, 43.6), (-11.2, 36.0), (-10.2, 22.4)),
        ((-9.0, 42.4), (-10.3, 35.0), (-9.8, 22.0)),
        ((-10.6, 42.0), (-12.0, 35.0), (-10.7, 24.0)),
        ((-8.8, 40.0), (-9.6, 32.0), (-9.4, 22.6)),
    ] {
        let [from, middle, to] = [from, middle, to].map(|place| view.at(pair(place)));
        crate::ink::bend(&mut path, from, middle, to);
    }
    Element::group(vec![
        calf,
        Element::path(path.data())
            .stroke(Token::MuscleLight, "1.6")
            .with(Attribute::StrokeOpacity, ".7"),
    ])
}

fn each(view: &View, tables: &[Table]) -> Vec<Element> {
    tables
        .iter()
        .map(|&table| outlines(view, &[table]))
        .collect()
}

fn pair((x, y): (f64, f64)) -> Point {
    point(x, y)
}
