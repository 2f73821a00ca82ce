//! The bodies: one with its bones, the others as outlines.

use kinetics::experiments::kinetic_chain::Task;
use kinetics::kinematics::{Kinematics, Reference};
use kinetics::math::Vec3;
use kinetics::posture::{MAX_SOLUTIONS, pelvis_in_ground};
use kinetics::{Body, GAIT2392, Pose};

use crate::geometry::{Point, point};
use crate::scene::Element;
use crate::skeleton::{Plane, Projection, Style, bones, skin};

use super::Ways;

/// Drawing units in a meter.
const SCALE: f64 = 292.0;
/// Page height of the floor.
pub(super) const FLOOR: f64 = 592.0;

/// The two views of a task.
///
/// The flat heel is the ground's origin. Where it is on the page depends on the task alone, so that
/// the ways of a task can be compared.
pub(super) fn views(task: Task) -> [Projection; 2] {
    let (side, front) = match task {
        Task::Stand => (190.0, 566.0),
        Task::Squat => (170.0, 566.0),
        Task::Step => (272.0, 592.0),
        Task::OneLeg => (190.0, 556.0),
    };
    [(Plane::Side, side), (Plane::Front, front)].map(|(plane, x)| Projection {
        plane,
        origin: point(x, FLOOR),
        scale: SCALE,
    })
}

/// A pose of a task, standing on the floor.
pub(super) fn standing(task: Task, pose: &Pose) -> Option<Kinematics> {
    let k = Kinematics::new(&GAIT2392, pose).ok()?;
    let pelvis = pelvis_in_ground(&k, task.stance(), task.is_symmetric());
    Some(k.with_ground(&pelvis))
}

/// The outline style: without arms, which have no coordinates of their own.
const GHOST: Style = Style {
    ghost: true,
    arms: false,
    ..Style::WHOLE
};

/// The outlines of all ways but the one that is shown, in both views; as many groups in every state.
pub(super) fn ghosts(task: Task, ways: &Ways, solid: &Kinematics) -> Vec<Element> {
    let views = views(task);
    let other = |slot: usize| {
        let place = if slot < ways.shown { slot } else { slot + 1 };
        ways.way(place).and_then(|way| standing(task, &way.pose))
    };
    (0..MAX_SOLUTIONS - 1)
        .map(|slot| {
            let other = other(slot);
            let k = other.as_ref().unwrap_or(solid);
            let shapes = views.iter().flat_map(|view| skin(k, view, &GHOST));
            Element::group(shapes.collect()).shown(other.is_some())
        })
        .collect()
}

/// The body with its bones, in both views.
pub(super) fn body(task: Task, k: &Kinematics, found: bool) -> Vec<Element> {
    views(task)
        .iter()
        .map(|view| {
            let style = Style::WHOLE;
            let mut elements = skin(k, view, &style);
            elements.extend(bones(k, view, &style));
            // A pose that misses what is asked is only a shadow.
            Element::group(elements).with(
                crate::scene::Attribute::Opacity,
                if found { "1" } else { ".4" },
            )
        })
        .collect()
}

/// The center of mass and the floor below it, in both views.
pub(super) fn weight(task: Task, k: &Kinematics) -> [(Point, Point); 2] {
    let center = k.center_of_mass(&GAIT2392, &Body::ALL, Reference::Ground);
    let floor = Vec3::new(center.x, 0.0, center.z);
    views(task).map(|view| (view.at(center), view.at(floor)))
}
