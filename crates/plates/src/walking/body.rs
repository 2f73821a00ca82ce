//! The two skeletons with the lines of the muscles.

use std::sync::Arc;

use kinetics::kinematics::{Kinematics, Reference};
use kinetics::math::Vec3;
use kinetics::walking::WalkingSample;
use kinetics::{Body, Coordinate, GAIT2392, MuscleId, Side};

use super::groups::{GROUPS, STRONG};
use crate::geometry::point;
use crate::kept::Kept;
use crate::number::fixed;
use crate::path::Path;
use crate::scene::{Attribute, Element, Part, Token};
use crate::skeleton::{self, Plane, Projection, Style};

/// Page height of the floor.
pub(super) const FLOOR: f64 = 326.0;
/// Drawing units in a meter.
const SCALE: f64 = 282.0;
/// Page positions of the middle of the body in the two views.
const FROM_SIDE: f64 = 318.0;
const FROM_FRONT: f64 = 610.0;
/// The width of a line without force, and how many newtons make it one drawing unit wider.
const THIN: f64 = 1.3;
const NEWTONS_PER_UNIT: f64 = 130.0;
/// The force from which on a line is fully opaque, newtons.
const OPAQUE: f64 = 500.0;
/// Steps of force in which lines are drawn, newtons, and how many there are for the muscles without a
/// slider: half a drawing unit of width each.
const STEP: f64 = 65.0;
const LEVELS: usize = 16;

const STYLE: Style = Style {
    ghost: false,
    left_leg: true,
    arms: false,
    upper_body: true,
};

const SIDE: Part = Part {
    id: "from-side",
    name: "Body from its right side",
    description: "Spine, pelvis and both legs; the left leg is paler.",
};
const FRONT: Part = Part {
    id: "from-front",
    name: "Body from the front",
    description: "The same instant from the front; the right leg is on your left.",
};

const fn lines(id: &'static str, name: &'static str) -> Part {
    Part {
        id,
        name,
        description: "Its lines of pull on the right leg, wider and darker with more force.",
    }
}

/// The parts of the groups with a slider, then the rest.
const LINES: [Part; STRONG + 1] = [
    lines("medius", "Gluteus medius and minimus"),
    lines("maximus", "Gluteus maximus"),
    lines("hamstrings", "Hamstrings"),
    lines("iliopsoas", "Iliopsoas"),
    lines("quadriceps", "Quadriceps"),
    lines("calf", "Calf"),
    lines("others", "The other muscles of the leg and trunk"),
];

/// The recorded pose, moved so that the lower foot touches the floor in the middle of the page.
///
/// The person was a little smaller than the model, so the recorded height would leave the feet
/// in the air or below the floor.
pub(super) fn kinematics(percent: i32) -> Option<Kinematics> {
    let mut pose = WalkingSample::at(f64::from(percent)).pose;
    for place in [
        Coordinate::PelvisTx,
        Coordinate::PelvisTy,
        Coordinate::PelvisTz,
    ] {
        pose.set(place, 0.0);
    }
    let k = Kinematics::new(&GAIT2392, &pose).ok()?;
    let lowest = Side::BOTH
        .into_iter()
        .flat_map(|side| {
            let foot = k.frame(Body::Calcn(side), Reference::Ground);
            let toes = k.frame(Body::Toes(side), Reference::Ground);
            [
                foot.point(Vec3::new(0.02, -0.016, 0.0)),
                foot.point(Vec3::new(0.17, -0.014, 0.0)),
                toes.point(Vec3::new(0.06, -0.013, 0.0)),
                toes.point(Vec3::new(0.087, -0.008, 0.0)),
            ]
        })
        .fold(f64::INFINITY, |lowest, place| lowest.min(place.y));
    let mut pelvis = k.pelvis(Reference::Ground);
    pelvis.origin.y -= lowest;
    Some(k.with_ground(&pelvis))
}

/// The width of a line that pulls with `force` newtons, in drawing units.
pub(super) fn width(force: f64) -> f64 {
    THIN + force.max(0.0) / NEWTONS_PER_UNIT
}

/// How opaque it is, 0 to 1.
pub(super) fn opacity(force: f64) -> f64 {
    // In steps that nobody sees, because each change costs time in a drag.
    let share = 0.3 + 0.7 * (force / OPAQUE).clamp(0.0, 1.0);
    (20.0 * share).round() / 20.0
}

/// The lines of all muscles of the right leg: where they pull and how hard.
struct Lines<'now> {
    places: &'now [Vec<Vec3>],
    forces: &'now [f64; MuscleId::COUNT],
}

impl Lines<'_> {
    /// An element for each muscle of a group. Muscles that pull about equally are drawn by the first of
    /// them: a drag writes a third less.
    fn each(&self, p: &Projection, muscles: &[MuscleId]) -> Vec<Element> {
        let levels: Vec<usize> = muscles.iter().map(|&muscle| self.level(muscle)).collect();
        let mut paths = vec![Path::new(); muscles.len()];
        for (index, &muscle) in muscles.iter().enumerate() {
            let first = levels.iter().position(|&level| level == levels[index]);
            let path = &mut paths[first.unwrap_or(index)];
            skeleton::push_line(path, &self.places[muscle as usize], p);
        }
        let lines = paths.into_iter().zip(levels);
        lines.map(|(path, level)| inked(path, level)).collect()
    }

    /// How many whole steps of force a muscle pulls with, about.
    fn level(&self, muscle: MuscleId) -> usize {
        (self.forces[muscle as usize].max(0.0) / STEP).round() as usize
    }

    /// The lines of the muscles without a slider, those that pull about equally in one path: a
    /// drag writes half as much.
    fn others(&self, p: &Projection) -> Vec<Element> {
        let mut levels = vec![Path::new(); LEVELS];
        let strong = |muscle: &MuscleId| {
            let mut groups = GROUPS[..STRONG].iter();
            groups.any(|group| group.muscles.contains(muscle))
        };
        for &muscle in MuscleId::ALL.iter().filter(|muscle| !strong(muscle)) {
            let level = self.level(muscle).min(LEVELS - 1);
            skeleton::push_line(&mut levels[level], &self.places[muscle as usize], p);
        }
        let levels = levels.into_iter().enumerate();
        let lines = levels.map(|(level, path)| inked(path, level));
        lines.collect()
    }
}

/// Lines that pull with so many [`STEP`]s of force each.
fn inked(path: Path, level: usize) -> Element {
    let force = STEP * level as f64;
    Element::path(path.data())
        .with(Attribute::StrokeWidth, fixed(width(force), 1))
        .with(Attribute::StrokeOpacity, fixed(opacity(force), 2))
}

fn muscles(lines: &Lines<'_>, p: &Projection, parts: bool) -> Element {
    let mut groups = Vec::with_capacity(LINES.len());
    // The others first, so that they do not cover the groups that can be weakened.
    for (index, part) in LINES.into_iter().enumerate().rev() {
        let group = Element::group(match GROUPS[..STRONG].get(index) {
            Some(group) => lines.each(p, group.muscles),
            None => lines.others(p),
        });
        groups.push(if parts { group.part(part) } else { group });
    }
    Element::group(groups)
        .with(Attribute::Fill, "none")
        .with(Attribute::Stroke, Token::Muscle.css())
        .with(Attribute::StrokeLinecap, "round")
        .with(Attribute::StrokeLinejoin, "round")
}

/// What of an instant does not depend on strengths.
struct Posed {
    /// The body in both views.
    bodies: [Element; 2],
    /// Where each muscle of the right leg pulls.
    places: Vec<Vec<Vec3>>,
}

const VIEWS: [(Plane, f64, Part); 2] = [
    (Plane::Side, FROM_SIDE, SIDE),
    (Plane::Front, FROM_FRONT, FRONT),
];

fn projection(plane: Plane, middle: f64) -> Projection {
    Projection {
        plane,
        origin: point(middle, FLOOR),
        scale: SCALE,
    }
}

impl Posed {
    fn at(percent: i32) -> Option<Self> {
        let k = kinematics(percent)?;
        let places = MuscleId::ALL.iter();
        let places = places.map(|&muscle| skeleton::pull(&k, muscle, Side::Right));
        let bodies = VIEWS.map(|(plane, middle, part)| {
            let p = projection(plane, middle);
            let body = [
                skeleton::skin(&k, &p, &STYLE),
                skeleton::bones(&k, &p, &STYLE),
            ];
            Element::group(body.concat()).part(part)
        });
        Some(Self {
            bodies,
            places: places.collect(),
        })
    }
}

/// Both views of an instant; none where the recording has no pose.
pub(super) fn views(percent: i32, forces: &[f64; MuscleId::COUNT]) -> Vec<Element> {
    // Whoever changes a strength stays where they are.
    static KEPT: Kept<i32, Option<Arc<Posed>>> = Kept::new();
    let Some(posed) = KEPT.of(percent, || Posed::at(percent).map(Arc::new)) else {
        return Vec::new();
    };
    let lines = Lines {
        places: &posed.places,
        forces,
    };
    let views = VIEWS.into_iter().zip(&posed.bodies);
    let views = views.map(|((plane, middle, _), body)| {
        let p = projection(plane, middle);
        let lines = muscles(&lines, &p, plane == Plane::Side);
        Element::group(vec![body.clone(), lines])
    });
    views.collect()
}
